"""Figures as a banker hears them: examples after the label guide, and what must hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.quantities import find_quantities

Figure = tuple[str, float, str] | tuple[str, float, str, str]


def figures(language: str, clause: str, previous: str = "") -> list[Figure]:
    return [
        (q.issue, round(q.value, 4), q.unit, q.base) if q.base else (q.issue, round(q.value, 4), q.unit)
        for q in find_quantities(language, clause, previous)
    ]


CHINESE: list[tuple[str, str, list[Figure]]] = [
    # rates
    ("利率三点八五", "", [("rate", 3.85, "%")]),
    ("利率3.85%", "", [("rate", 3.85, "%")]),
    ("年化3.2左右", "", [("rate", 3.2, "%")]),
    ("我给您报3个85", "", [("rate", 3.85, "%")]),
    ("3.2", "你们什么价?", [("rate", 3.2, "%")]),
    ("三个点,再低做不了", "利率多少?", [("rate", 3, "%")]),
    ("利率在3.2%到3.5%之间", "", [("rate", 3.2, "%"), ("rate", 3.5, "%")]),
    ("能给到百分之三点四", "", [("rate", 3.4, "%")]),
    ("年化15,十个月", "", [("rate", 15, "%"), ("tenor", 10, "month")]),
    ("不会低于四个点", "", [("rate", 4, "%")]),
    # changes
    ("下浮10个基点", "", [("rate", -10, "bp", "LPR")]),
    ("LPR加50BP", "", [("rate", 50, "bp", "LPR")]),
    ("LPR+20", "", [("rate", 20, "bp", "LPR")]),
    ("LPR减三十", "", [("rate", -30, "bp", "LPR")]),
    ("加25是我的权限", "", [("rate", 25, "bp", "LPR")]),
    ("再降5个点", "", [("rate", -5, "bp", "current")]),
    ("利率可以优惠15个基点", "", [("rate", -15, "bp", "current")]),
    ("比现在低0.15", "", [("rate", -15, "bp", "current")]),
    ("比挂牌利率上浮20个点", "", [("rate", 20, "bp", "listed")]),
    ("平LPR的话,我去申请", "", [("rate", 0, "bp", "LPR")]),
    # shares and fees
    ("三成", "", [("share", 30, "%")]),
    ("首付三成五", "", [("share", 35, "%")]),
    ("锁三到五成", "", [("share", 30, "%"), ("share", 50, "%")]),
    ("结算量的60%", "", [("share", 60, "%")]),
    ("保证金5%", "", [("share", 5, "%")]),
    ("千分之三", "", [("fee", 0.3, "%")]),
    ("手续费万分之五", "", [("fee", 0.05, "%")]),
    ("一天万三", "", [("fee", 0.03, "%")]),
    ("手续费0.3%", "", [("fee", 0.3, "%")]),
    ("担保费每年0.6%,保证金两成", "", [("fee", 0.6, "%"), ("share", 20, "%")]),
    ("3.75%,四成结算走我行", "", [("rate", 3.75, "%"), ("share", 40, "%")]),
    # amounts
    ("五千万", "", [("amount", 50_000_000, "CNY")]),
    ("5000万元", "", [("amount", 50_000_000, "CNY")]),
    ("300w", "", [("amount", 3_000_000, "CNY")]),
    ("CNY 5 million", "", [("amount", 5_000_000, "CNY")]),
    ("1.5个亿", "", [("amount", 150_000_000, "CNY")]),
    ("一亿二", "", [("amount", 120_000_000, "CNY")]),
    ("四万三", "", [("amount", 43_000, "CNY")]),
    ("二十到三十万", "", [("amount", 200_000, "CNY"), ("amount", 300_000, "CNY")]),
    ("五六万", "", [("amount", 50_000, "CNY"), ("amount", 60_000, "CNY")]),
    ("六百四十二块三", "", [("amount", 642.3, "CNY")]),
    ("20万美元", "", [("amount", 200_000, "USD")]),
    ("额度1,200万", "", [("amount", 12_000_000, "CNY")]),
    ("月供两千五", "", [("amount", 2500, "CNY")]),
    ("我给您2000现金", "", [("amount", 2000, "CNY")]),
    ("就按三十万锁", "三十万美元,下个月到", [("amount", 300_000, "USD")]),
    # tenors
    ("一年期", "", [("tenor", 12, "month")]),
    ("半年", "", [("tenor", 6, "month")]),
    ("36期", "", [("tenor", 36, "month")]),
    ("3 years", "", [("tenor", 36, "month")]),
    ("期限三年", "", [("tenor", 36, "month")]),
    ("余下二十五年,LPR减20", "", [("tenor", 300, "month"), ("rate", -20, "bp", "LPR")]),
    ("锁汇三个月", "", [("tenor", 3, "month")]),
    ("那就三年,每年审一次", "", [("tenor", 36, "month")]),
    ("五万存三年", "", [("amount", 50_000, "CNY"), ("tenor", 36, "month")]),
    ("三年1.63", "", [("tenor", 36, "month"), ("rate", 1.63, "%")]),
    ("押汇九十天以内", "", [("tenor", 3, "month")]),
    ("一千万,一年半,3.55", "", [("amount", 10_000_000, "CNY"), ("tenor", 18, "month"), ("rate", 3.55, "%")]),
    # the whole bargain
    (
        "两千万,一年期,3.5,结算量的60%放我行,手续费千分之三",
        "",
        [
            ("amount", 20_000_000, "CNY"),
            ("tenor", 12, "month"),
            ("rate", 3.5, "%"),
            ("share", 60, "%"),
            ("fee", 0.3, "%"),
        ],
    ),
]

NO_CHINESE_FIGURE = [
    "去年三月您来过",
    "我干了二十年",
    "耽误您三十分钟",
    "周一我一块儿过来",
    "您千万别签",
    "万一涨了呢",
    "提前七天通知",
    "我们见过好几百家客户",
    "八点半到您公司",
    "他今年四十五岁",
    "第三年再说",
    "统一安排",
    "不差这几个点",
]

ENGLISH: list[tuple[str, str, list[Figure]]] = [
    # rates
    ("The rate would be 3.85%.", "", [("rate", 3.85, "%")]),
    ("two point eight five", "How much will you charge?", [("rate", 2.85, "%")]),
    ("3.2", "What's your price?", [("rate", 3.2, "%")]),
    ("three percent", "What rate can you offer?", [("rate", 3, "%")]),
    ("one and a quarter per cent", "", [("rate", 1.25, "%")]),
    ("between 3.2% and 3.5%", "", [("rate", 3.2, "%"), ("rate", 3.5, "%")]),
    ("between 3.2 and 3.4", "", [("rate", 3.2, "%"), ("rate", 3.4, "%")]),
    ("3.75%, with 40% of your receipts", "", [("rate", 3.75, "%"), ("share", 40, "%")]),
    ("24 months, 3.55%, half of the collections", "", [("tenor", 24, "month"), ("rate", 3.55, "%")]),
    ("5.2% all-in, 12m tenor", "", [("rate", 5.2, "%"), ("tenor", 12, "month")]),
    ("3½%", "", [("rate", 3.5, "%")]),
    ("3 1/2 per cent", "", [("rate", 3.5, "%")]),
    ("We can do 3.85 all-in.", "", [("rate", 3.85, "%")]),
    ("The rate would be three eighty-five.", "", [("rate", 3.85, "%")]),
    ("Three six five.", "What's your rate?", [("rate", 3.65, "%")]),
    ("Four.", "What's your best rate?", [("rate", 4, "%")]),
    ("3.2 per cent a year, give or take", "", [("rate", 3.2, "%")]),
    # changes
    ("LPR plus 50bp", "", [("rate", 50, "bp", "LPR")]),
    ("LPR plus twenty", "", [("rate", 20, "bp", "LPR")]),
    ("20 over LPR", "", [("rate", 20, "bp", "LPR")]),
    ("LPR less 15", "", [("rate", -15, "bp", "LPR")]),
    ("LPR - 30 bp", "", [("rate", -30, "bp", "LPR")]),
    ("LPR+0.5%", "", [("rate", 50, "bp", "LPR")]),
    ("LPR plus half a point", "", [("rate", 50, "bp", "LPR")]),
    ("0.25 percentage points below LPR", "", [("rate", -25, "bp", "LPR")]),
    ("half a point lower", "", [("rate", -50, "bp", "current")]),
    ("a quarter point off", "", [("rate", -25, "bp", "current")]),
    ("I could shave another five off.", "", [("rate", -5, "bp", "current")]),
    ("0.6 on top of the posted rate", "", [("rate", 60, "bp", "listed")]),
    ("0.15 lower than today", "", [("rate", -15, "bp", "current")]),
    ("the one-year LPR plus 25", "", [("rate", 25, "bp", "LPR")]),
    ("thirty basis points under LPR", "", [("rate", -30, "bp", "LPR")]),
    ("minus 40", "", [("rate", -40, "bp", "LPR")]),
    ("LPR flat", "", [("rate", 0, "bp", "LPR")]),
    ("another five points down", "", [("rate", -5, "bp", "current")]),
    ("we could lower it by 15 basis points", "", [("rate", -15, "bp", "current")]),
    ("20bp above the posted rate", "", [("rate", 20, "bp", "listed")]),
    ("I go to my boss for 45", "Minus 48.", [("rate", -45, "bp", "LPR")]),
    # shares and fees
    ("60% of your settlement volume", "", [("share", 60, "%")]),
    ("a down payment of 30%", "", [("share", 30, "%")]),
    ("sixty per cent of your collections", "", [("share", 60, "%")]),
    ("split it fifty-fifty with ICBC", "", [("share", 50, "%")]),
    ("a quarter of your payroll", "", [("share", 25, "%")]),
    ("two thirds of the turnover", "", [("share", 66.7, "%")]),
    ("40.", "What share of our settlement do you want?", [("share", 40, "%")]),
    ("0.1% handling", "", [("fee", 0.1, "%")]),
    ("half a per cent up front", "", [("fee", 0.5, "%")]),
    ("3 in 1000", "", [("fee", 0.3, "%")]),
    ("a fee of 75", "", [("amount", 75, "CNY")]),
    ("30 a month", "", [("amount", 30, "CNY")]),
    ("three per mille", "", [("fee", 0.3, "%")]),
    ("a handling fee of 0.3%", "", [("fee", 0.3, "%")]),
    # amounts
    ("RMB 50 million", "", [("amount", 50_000_000, "CNY")]),
    ("RMB5mn", "", [("amount", 5_000_000, "CNY")]),
    ("RMB 3m", "", [("amount", 3_000_000, "CNY")]),
    ("USD 1.2 mio", "", [("amount", 1_200_000, "USD")]),
    ("CNY5,000,000", "", [("amount", 5_000_000, "CNY")]),
    ("two mil", "", [("amount", 2_000_000, "CNY")]),
    ("Let's make it eight.", "Would five million do?", [("amount", 8_000_000, "CNY")]),
    ("Could you live with four?", "We need five million.", [("amount", 4_000_000, "CNY")]),
    (
        "I can do four and a half, not five.",
        "We need five million.",
        [("amount", 4_500_000, "CNY"), ("amount", 5_000_000, "CNY")],
    ),
    (
        "on paper eight million, but put two of it on deposit",
        "",
        [("amount", 8_000_000, "CNY"), ("amount", 2_000_000, "CNY")],
    ),
    ("a hundred and fifty thousand", "", [("amount", 150_000, "CNY")]),
    ("half a million", "", [("amount", 500_000, "CNY")]),
    ("a million and a half", "", [("amount", 1_500_000, "CNY")]),
    ("two to three million", "", [("amount", 2_000_000, "CNY"), ("amount", 3_000_000, "CNY")]),
    ("ten, twenty, fifty million", "", [("amount", n * 1_000_000, "CNY") for n in (10, 20, 50)]),
    ("500k", "", [("amount", 500_000, "CNY")]),
    ("25 mio", "", [("amount", 25_000_000, "CNY")]),
    ("1.2bn", "", [("amount", 1_200_000_000, "CNY")]),
    ("HK$800,000", "", [("amount", 800_000, "HKD")]),
    ("1,200,000 yuan", "", [("amount", 1_200_000, "CNY")]),
    ("2.5 million US dollars", "", [("amount", 2_500_000, "USD")]),
    # tenors
    ("a three-year loan", "", [("tenor", 36, "month")]),
    ("over 36 months", "", [("tenor", 36, "month")]),
    ("36 instalments", "", [("tenor", 36, "month")]),
    ("90 days", "", [("tenor", 3, "month")]),
    ("half a year", "", [("tenor", 6, "month")]),
    ("a year and a half", "", [("tenor", 18, "month")]),
    ("18 mths", "", [("tenor", 18, "month")]),
    ("3 to 5 years", "", [("tenor", 36, "month"), ("tenor", 60, "month")]),
    ("12 monthly payments", "", [("tenor", 12, "month")]),
    ("36 equal instalments of 14,500 yuan", "", [("tenor", 36, "month"), ("amount", 14_500, "CNY")]),
    ("Two years is the longest.", "I want three.", [("tenor", 24, "month")]),
    ("Five.", "How many years do you want?", [("tenor", 60, "month")]),
    ("three point four five for one year", "", [("rate", 3.45, "%"), ("tenor", 12, "month")]),
    ("three point five five for 18 months", "", [("rate", 3.55, "%"), ("tenor", 18, "month")]),
    ("then twelve months, no more", "", [("tenor", 12, "month")]),
    (
        "5 million, 2 years, 3.6",
        "",
        [("amount", 5_000_000, "CNY"), ("tenor", 24, "month"), ("rate", 3.6, "%")],
    ),
]

NO_ENGLISH_FIGURE = [
    "money talks",
    "my mouth is dry",
    "last year was hard",
    "I've been here for ten years",
    "I'm 45 years old",
    "Can we meet for 30 minutes on March 15?",
    "we need two weeks' notice",
    "three points I want to make",
    "one of us will call you",
    "the train from platform 9",
    "in 2019 we opened the branch",
    "your money is 100 percent safe",
    "lkjhgfd 8877 %% ##",
    "on the first of March at 3.30",
    "in the second quarter",
    "she has walked there for thirty years",
    "I've done textile for five years",
    "ten years is exactly why I won't skip it",
    "error 404",
    "99% sure it'll go through",
    "your plans for the next year or two",
    "a thousandth of it",
]


@pytest.mark.parametrize(("clause", "previous", "expected"), CHINESE)
def test_chinese_figures(clause: str, previous: str, expected: list[Figure]) -> None:
    assert figures("zh", clause, previous) == expected


@pytest.mark.parametrize("clause", NO_CHINESE_FIGURE)
def test_chinese_words_that_are_no_figure(clause: str) -> None:
    assert figures("zh", clause) == []


@pytest.mark.parametrize(("clause", "previous", "expected"), ENGLISH)
def test_english_figures(clause: str, previous: str, expected: list[Figure]) -> None:
    assert figures("en", clause, previous) == expected


@pytest.mark.parametrize("clause", NO_ENGLISH_FIGURE)
def test_english_words_that_are_no_figure(clause: str) -> None:
    assert figures("en", clause) == []


@pytest.mark.parametrize("clause", ["十来万", "五百来万", "一千三百多万"])
def test_about_so_much_is_marked(clause: str) -> None:
    (figure,) = find_quantities("zh", clause)
    assert figure.approximate


def test_full_width_and_traditional_characters_read_the_same() -> None:
    assert figures("zh", "額度５０００萬，期限三年") == figures("zh", "额度5000万,期限三年")


def test_a_figure_said_twice_counts_once() -> None:
    assert figures("zh", "3.9就是3.9") == [("rate", 3.9, "%")]


def test_a_sum_without_a_currency_is_in_the_currency_of_the_house() -> None:
    (home,) = find_quantities("en", "two million")
    (away,) = find_quantities("en", "two million", currency="SGD")
    (said,) = find_quantities("en", "two million dollars", currency="SGD")
    assert (home.unit, away.unit, said.unit) == ("CNY", "SGD", "USD")


def test_the_words_that_named_it_are_kept() -> None:
    (figure,) = find_quantities("zh", " 利率3.85% ")
    assert figure.clause == "利率3.85%"


PIECES = st.sampled_from(
    [
        "LPR",
        "lpr",
        "加",
        "减",
        "20",
        "3.85",
        "%",
        "三",
        "点",
        "八五",
        "两",
        "千",
        "百",
        "万",
        "亿",
        "十",
        "个",
        "半",
        "年",
        "期",
        "月",
        "成",
        "千分之",
        "百分之",
        "块",
        "元",
        "bp",
        "到",
        "-",
        ",",
        ".",
        "plus",
        "minus",
        "half",
        "a",
        "million",
        "quarter",
        "of",
        "per",
        "cent",
        "three",
        "-year",
        "months",
        "points",
        "1,200",
        "$",
        "RMB",
        "k",
        "to",
        "and",
        "fifth",
        "flat",
    ]
)
ISSUES = {"rate", "amount", "tenor", "share", "fee"}


@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(PIECES, max_size=14).map(" ".join),
        st.lists(PIECES, max_size=14).map("".join),
    ),
    st.text(max_size=20),
)
def test_any_text_gives_only_figures_of_the_guide(text: str, previous: str) -> None:
    for language in ("zh", "en"):
        for figure in find_quantities(language, text, previous):
            assert figure.issue in ISSUES
            assert figure.base in (None, "LPR", "current", "listed")
            assert (figure.base is not None) == (figure.unit == "bp")
            if figure.issue == "amount":
                assert len(figure.unit) == 3
                assert figure.unit.isupper()
                assert figure.value > 0
            else:
                assert figure.unit == {"tenor": "month"}.get(figure.issue, figure.unit)
                assert figure.unit in ("%", "bp", "month")


@given(st.lists(PIECES, max_size=14).map("".join))
def test_the_same_words_give_the_same_figures(text: str) -> None:
    assert find_quantities("zh", text) == find_quantities("zh", text)
    assert find_quantities("en", text, text) == find_quantities("en", text, text)


@pytest.mark.parametrize(
    "text", ["So Thursday at 9.30 at your office.", "Saturday 9.30 then?", "tomorrow at 14.15?"]
)
def test_a_time_of_day_is_no_rate(text: str) -> None:
    assert find_quantities("en", text) == ()


def test_points_with_decimals_are_per_cent() -> None:
    assert [(q.value, q.unit) for q in find_quantities("zh", "到期您卡里就是多3.8个点")] == [(3.8, "%")]
