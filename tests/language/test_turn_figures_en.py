"""Whole English turns of a visit with their figures: spoken, sloppy, formal, taken back, and answering the client."""

import pytest

from simulator.language.corpus_file import read_clause
from simulator.language.understanding import Understanding

TURNS: list[tuple[str, str, str]] = [
    (
        "We're looking at 480k over eight years, 3.72 fixed for the first five.",
        "",
        "=amount:480000CNY =tenor:96month =rate:3.72% =tenor:60month",
    ),
    ("Your monthly payment comes to 4,860 yuan.", "", "=amount:4860CNY"),
    (
        "The consumer loan starts at 3.6 per cent, up to 200,000, one to three years.",
        "",
        "=rate:3.6% =amount:200000CNY =tenor:12month =tenor:36month",
    ),
    (
        "Somewhere between three hundred and three fifty thousand, I'd say.",
        "How much can I get?",
        "=amount:300000CNY =amount:350000CNY",
    ),
    ("Twenty would do for a first home.", "I only have 30 percent saved.", "=share:20%"),
    ("Bank acceptances, six months, we discount at one point one five today.", "", "=tenor:6month =rate:1.15%"),
    ("I'll sell you dollars at 7.12, twenty pips inside the board.", "", ""),
    (
        "Lock 600,000 dollars forward for three months and leave the other 400 open.",
        "",
        "=amount:600000USD =tenor:3month =amount:400000USD",
    ),
    ("850 thousand, invoiced in March.", "How many euros are we talking about?", "=amount:850000EUR"),
    (
        "Large-denomination certificates: 1.55 for two years, 1.9 for three, minimum 200k.",
        "",
        "=rate:1.55% =tenor:24month =rate:1.9% =tenor:36month =amount:200000CNY",
    ),
    ("Seven-day notice deposit pays 0.75, you can take it whenever.", "", "=rate:0.75%"),
    ("The fund charges 1.2 percent a year for management and 0.2 for custody.", "", "=fee:1.2% =fee:0.2%"),
    ("Subscription fee is one per cent, a tenth of that through the app.", "", "=fee:1%"),
    ("Put at most a fifth of your savings into it, that's about 60k.", "", "=share:20% =amount:60000CNY"),
    (
        "Zero point six a year, minimum five hundred yuan.",
        "What does the guarantee cost?",
        "=fee:0.6% =amount:500CNY",
    ),
    ("Cash margin thirty percent, the remaining seventy against your warehouse.", "", "=share:30% =share:70%"),
    (
        "Tender guarantees up to half a million we issue within two days, fee 0.1%.",
        "",
        "=amount:500000CNY =fee:0.1%",
    ),
    (
        "Each transfer abroad is 0.1 per cent, no less than 20 and no more than 200 yuan, plus 80 for the cable.",
        "",
        "=fee:0.1% =amount:20CNY =amount:200CNY =amount:80CNY",
    ),
    ("I can waive the 600 yuan annual fee for the first 3 years.", "", "=amount:600CNY =tenor:36month"),
    ("Card takings settle next day at 0.38 percent.", "", "=fee:0.38%"),
    (
        "I can go down to 0.45 if you clear two million a month with us.",
        "You take 0.6 on every swipe.",
        "=fee:0.45% =amount:2000000CNY",
    ),
    ("You run payroll for 320 people, about 2.6 million a month, am I right?", "", "=amount:2600000CNY"),
    ("Staff who get their wages here pay 3.1 instead of 3.4 on a consumer loan.", "", "=rate:3.1% =rate:3.4%"),
    ("We advance eighty per cent of each invoice, up to 120 days.", "", "=share:80% =tenor:4month"),
    ("The limit stays at 15 mio, of which five for bills.", "", "=amount:15000000CNY =amount:5000000CNY"),
    ("Sorry, I said 3.6, I meant 3.65.", "", "=rate:3.6% =rate:3.65%"),
    ("That's two, no, two and a half million we pre-approved.", "", "=amount:2500000CNY"),
    ("36 months, er, wait, 30 months is the most on used machines.", "", "=tenor:36month =tenor:30month"),
    ("Call it 4 percent flat, no fees.", "", "=rate:4%"),
    ("We'd go to three-forty-five all in, but not a hair below.", "", "=rate:3.45%"),
    ("Three point four.", "What's your floor?", "=rate:3.4%"),
    ("3.42, and that's me sticking my neck out.", "Anything below 3.5?", "=rate:3.42%"),
    ("I can close half of that gap, fifteen points, today.", "You're 30 points above them.", "=rate:-15bp@current"),
    ("Minus 35 is what I've got; for 40 I need my boss.", "We want minus 50.", "=rate:-35bp@LPR =rate:-40bp@LPR"),
    (
        "Five years, with a year's grace on the principal.",
        "How long would it run?",
        "=tenor:60month =tenor:12month",
    ),
    ("Then thirty months, with quarterly instalments.", "Two years is too short.", "=tenor:30month"),
    ("You've paid 18 of 60 instalments, and the balance is 143,200.", "", "=amount:143200CNY"),
    ("If you repay early in the first year there's a one percent charge, after that nothing.", "", "=fee:1%"),
    ("Overdue interest is one and a half times the contract rate, 6.3 percent.", "", "=rate:6.3%"),
    (
        "Credit card instalments cost 0.6% a month, that's about 13 percent a year all told.",
        "",
        "=fee:0.6% =rate:13%",
    ),
    ("Home equity line of a million two, interest only on what you draw.", "", "=amount:1200000CNY"),
    ("We've 1.2 billion out in loans to food makers in this district.", "", "=amount:1200000000CNY"),
    ("Government pays two points of the interest for two years.", "", "=rate:2% =tenor:24month"),
    ("The Fed cut by a quarter point last night.", "", "=rate:-25bp@current"),
    ("LPR's been at three for five months now.", "", "=rate:3%"),
    (
        "LPR came down 10 basis points in May, to 3.0 for one year and 3.5 for five.",
        "",
        "=rate:-10bp@current =rate:3% =tenor:12month =rate:3.5% =tenor:60month",
    ),
    ("I'm at extension 4417, or 138 0013 8000 after six.", "", ""),
    ("Shall we say Thursday the 14th at half past nine, thirty minutes?", "", ""),
    ("You have been with us since 2011, that's a good long time.", "", ""),
    ("We're on the 23rd floor, room 2306.", "", ""),
    ("There were 240 people at the seminar and three of them fell asleep.", "", ""),
    ("My daughter's eight and a half, she's taller than her mother already.", "", ""),
    ("It takes five working days, ten if the notary is slow.", "", ""),
    ("Give us three months' notice if you want to leave the package.", "", ""),
    ("The P/E is around 12 and the duration 2.6 years.", "", ""),
    ("Section 4.2 of the contract covers it.", "", ""),
    ("All of it, 1,260 plus 40 for the trouble.", "So what do I get back?", "=amount:1260CNY =amount:40CNY"),
    ("You'd save around 17,000 a year compared with now.", "", "=amount:17000CNY"),
    ("If exports pick up to, say, USD 300k a month, we can lower the spread by 15 pips.", "", "=amount:300000USD"),
    (
        "We agreed: six million, twenty-four months, three eighty, forty percent of receipts.",
        "",
        "=amount:6000000CNY =tenor:24month =rate:3.8% =share:40%",
    ),
    ("The loan-to-value can't exceed 65 on an industrial site.", "", "=share:65%"),
    ("rate wise we r at 3.9 now u want 3.6 so lets meet at 3.75 ok?", "", "=rate:3.9% =rate:3.6% =rate:3.75%"),
    ("tbh 250k for 5yrs @ 4.1% is the best ill get thru credit", "", "=amount:250000CNY =tenor:60month =rate:4.1%"),
    ("The L/C opens at 0.15 per quarter, at least 300 yuan.", "", "=fee:0.15% =amount:300CNY"),
    (
        "For the excavator lease you'd pay twenty percent down and 36 rents of 27,400.",
        "",
        "=share:20% =tenor:36month =amount:27400CNY",
    ),
    ("Fifteen percent, if your brother signs too.", "Can the deposit be smaller?", "=share:15%"),
    (
        "I've pencilled in RMB 7.5m for working capital, twelve months revolving, at 3.35.",
        "",
        "=amount:7500000CNY =tenor:12month =rate:3.35%",
    ),
    (
        "Three-three, with your payroll here. Otherwise three thirty-five stands.",
        "Is that your best?",
        "=rate:3.3% =rate:3.35%",
    ),
    ("Half of the proceeds, no wait, forty percent, should run through our account.", "", "=share:40%"),
    (
        "The grain loan, 300 thousand over ten months, costs 3.9, and the province gives back one and a half points.",
        "",
        "=amount:300000CNY =tenor:10month =rate:3.9% =rate:1.5%",
    ),
    ("Sixty days free, then 1.2 percent a month.", "", "=tenor:2month =rate:1.2%"),
    (
        "You'd have 88 instalments left, 5,120 each, which makes 450,560 in all.",
        "",
        "=tenor:88month =amount:5120CNY =amount:450560CNY",
    ),
    ("Could we say a rate of three and a half for the first two years?", "", "=rate:3.5% =tenor:24month"),
    (
        "Nought point one five on demand, 1.3 if you leave it two years.",
        "What do you pay on savings?",
        "=rate:0.15% =rate:1.3% =tenor:24month",
    ),
    (
        "Five years means 3.75. For three I could do your 3.6.",
        "We'd take 3.6 for five years.",
        "=tenor:60month =rate:3.75% =tenor:36month =rate:3.6%",
    ),
    (
        "I'd rather lend you 80 percent of eight hundred thousand than all of it.",
        "",
        "=share:80% =amount:800000CNY",
    ),
    ("We'll refund the HKD 250 and add fifty as an apology.", "", "=amount:250HKD =amount:50HKD"),
    ("At 5 years you're at 3.9, at 3 years 3.55.", "", "=tenor:60month =rate:3.9% =tenor:36month =rate:3.55%"),
    ("The guarantee company wants 1% a year and 20% of the risk stays with us.", "", "=fee:1% =share:20%"),
    ("The drawdown was 8.5 percent over the past twelve months.", "", "=share:8.5%"),
    ("You'd be amazed, I walked 12 kilometres on Sunday.", "", ""),
    ("Our branch opens at 8.30 and shuts at five.", "", ""),
    ("The 2024 accounts show 41 million in sales, up nine percent.", "", "=amount:41000000CNY =share:9%"),
    ("Your file number is 20240317, please keep it.", "", ""),
    ("Three of the four partners have signed.", "", ""),
    (
        "I said 3.2 subject to committee, and committee came back with 3.3.",
        "You promised me 3.2!",
        "=rate:3.2% =rate:3.3%",
    ),
    (
        "Two thirds of the order book, about $1.4m, three to six months out.",
        "How much would you hedge?",
        "=share:66.7% =amount:1400000USD =tenor:3month =tenor:6month",
    ),
    (
        "Every wire we've billed at 150 instead of 100 since June gets corrected.",
        "",
        "=amount:150CNY =amount:100CNY",
    ),
    (
        "Let's try eighteen months at 3.6, and 1.5 million of average balances.",
        "",
        "=tenor:18month =rate:3.6% =amount:1500000CNY",
    ),
    ("Fine: 2.2m, sixty-forty between bills and cash, one year.", "", "=amount:2200000CNY =tenor:12month"),
    ("If rates rise fifty points your payment goes up by 310 a month.", "", "=rate:50bp@current =amount:310CNY"),
    ("It's 0.05 for you to join, nothing to leave.", "", "=fee:0.05%"),
    ("He owes 90 days' worth of invoices, some 640k.", "", "=amount:640000CNY"),
    ("10k today & 5k each month, 2yrs, that's all it takes", "", "=amount:10000CNY =amount:5000CNY =tenor:24month"),
    (
        "I can offer three point six five percent for one year on the two million.",
        "",
        "=rate:3.65% =tenor:12month =amount:2000000CNY",
    ),
    (
        "3.45 on what you draw and 0.1 percent on what you don't.",
        "What would the line cost us?",
        "=rate:3.45% =fee:0.1%",
    ),
    (
        "I can't reach 3.1. If 50% of your settlement comes over, 3.25 is possible.",
        "3.1 and we sign today.",
        "=rate:3.1% =share:50% =rate:3.25%",
    ),
    (
        "Your mother would put 150,000 into the two-year deposit at 1.2 percent.",
        "",
        "=amount:150000CNY =tenor:24month =rate:1.2%",
    ),
    (
        "So you need about eight hundred thousand by spring, for three years at most.",
        "",
        "=amount:800000CNY =tenor:36month",
    ),
    ("Five, and I need my head of department for that.", "Can you cut another 10 points?", "=rate:-5bp@current"),
    ("The new rate would be LPR less 25 basis points, that's 2.75.", "", "=rate:-25bp@LPR =rate:2.75%"),
    ("The acceptance fee is half a per mille, the margin 40 percent.", "", "=fee:0.05% =share:40%"),
    ("Salary accounts for all 85 of your people, no monthly fee.", "", ""),
    ("We could extend the bill from 90 to 180 days.", "", "=tenor:3month =tenor:6month"),
    (
        "Ten thousand, and in steps of one thousand after that.",
        "What's the smallest amount?",
        "=amount:10000CNY =amount:1000CNY",
    ),
    ("That fund is R3, it fell 11 percent in 2022.", "", "=share:11%"),
    (
        "We'd finance seventy per cent of the machine, 1.4 million, over 48 months.",
        "",
        "=share:70% =amount:1400000CNY =tenor:48month",
    ),
    ("I'd need twenty minutes of your time on Wednesday.", "", ""),
    ("I did, and 0.3 percent stands, as the handling fee, once.", "You said 0.3 before.", "=fee:0.3%"),
    (
        "I can match the 3.2 but only for two years.",
        "Our offer elsewhere is 3.2 for 3 years.",
        "=rate:3.2% =tenor:24month",
    ),
    ("Please bring the last six months of statements.", "", ""),
    ("A million at 3.6 means 36,000 a year in interest.", "", "=amount:1000000CNY =rate:3.6% =amount:36000CNY"),
    (
        "If you bring USD 2 million of receipts a year, I'll ask for 15 basis points off.",
        "",
        "=amount:2000000USD =rate:-15bp@current",
    ),
    ("It's the posted rate, 1.25%, plus nothing; I can't add even one basis point.", "", "=rate:1.25%"),
    ("Three months to start with.", "How long do you want my money?", "=tenor:3month"),
    (
        "Then we stretch it to 25 years, that gives 3,950.",
        "I only want to pay 4,000 a month.",
        "=tenor:300month =amount:3950CNY",
    ),
    ("Your limit goes from 30 to 50 thousand.", "", "=amount:30000CNY =amount:50000CNY"),
    (
        "one point eight million for the shop, ten year mortgage, LPR plus 30",
        "",
        "=amount:1800000CNY =tenor:120month =rate:30bp@LPR",
    ),
]


def figures(turn: str, previous: str) -> set[tuple[str, float, str, str | None]]:
    heard = Understanding("en").understand(turn, previous).quantities
    return {(figure.issue, round(figure.value, 4), figure.unit, figure.base) for figure in heard}


def labelled(labels: str) -> set[tuple[str, float, str, str | None]]:
    """Labels as the corpus writes them."""
    if not labels:
        return set()
    return {(f.issue, round(f.value, 4), f.unit, f.base) for f in read_clause(f"turn | {labels}", "here").figures}


@pytest.mark.parametrize(("turn", "previous", "labels"), TURNS)
def test_figures_of_an_english_turn(turn: str, previous: str, labels: str) -> None:
    assert figures(turn, previous) == labelled(labels)
