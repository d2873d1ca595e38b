"""Figures as they are said in the live talk of a visit in English: thousands and millions left unsaid, and no figures."""

import pytest

from tests.language.figures import figures, labelled

TURNS = [
    ("45 is fine, is there another loan?", "After rent, forty-five thousand or so.", "=amount:45000CNY"),
    ("700 for the next three years, then?", "Seven hundred thousand, both shops together.", "=amount:700000CNY"),
    (
        "2.4m less 350 = 2050 to find.",
        "I've three hundred and fifty thousand put by.",
        "=amount:2400000CNY =amount:350000CNY",
    ),
    ("It does, 154,000 sticks out.", "", "=amount:154000CNY"),
    ("Six point two I can sign, at 3.9.", "My side is 9 million at 3.7.", "=amount:6200000CNY =rate:3.9%"),
    ("6.2 is dear, I know, the others are at 5.9.", "Why 6.2 on two million?", "=rate:6.2% =rate:5.9%"),
    ("eighty, ninety if it's insured", "At how many cents to the dollar?", "=share:80% =share:90%"),
    ("Four, over some years.", "Fifteen million, three per cent for him. How many went bad?", ""),
    ("Is it only those three?", "They give 3.1, and the account has to move.", ""),
    ("Two of the four I can do.", "Ten million, 2.9, patents, notice later.", ""),
    ("Our sensor tells the truth at minus fifty.", "", ""),
    ("LPR minus fifty.", "", "=rate:-50bp@LPR"),
    ("weds 2.30 then, your office", "", ""),
    ("Thursday at three, then?", "What's the rate then? 3.7%?", ""),
    ("Ten on Tuesday, with the 3.9 on paper.", "What rate do I get? I want 3.4%.", "=rate:3.9%"),
    ("I can do it at three.", "What's the rate then? 3.7%?", "=rate:3%"),
    ("Down one per cent and I call you myself.", "", ""),
    ("They are 0.36 and we are 0.42.", "The card machines are with another bank.", "=fee:0.36% =fee:0.42%"),
    ("Broken early it earns 0.05 instead of 1.55.", "", "=rate:0.05% =rate:1.55%"),
    ("0.1% instead of 0.15", "And the opening fee?", "=fee:0.1% =fee:0.15%"),
    ("140.", "Over a hundred yuan of interest. What is the exact figure?", "=amount:140CNY"),
]


@pytest.mark.parametrize(("turn", "previous", "labels"), TURNS)
def test_figures_of_live_talk(turn: str, previous: str, labels: str) -> None:
    assert figures("en", turn, previous) == labelled(labels)


def test_a_clause_named_by_its_number_is_no_figure() -> None:
    assert figures("en", "What's in 8.3 that worries you?", "Clause 8.3, I've marked it.") == labelled("")
    assert figures("zh", "8.3怎么写的？", "投资协议8.3条，我标黄了。") == labelled("")
