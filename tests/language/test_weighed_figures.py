"""Sums of which nobody says what they are counted in: ten thousands, thousands, millions, or single yuan."""

import pytest

from simulator.language.quantities import find_quantities
from tests.language.figures import figures, labelled

CHINESE = [
    # a company counts in ten thousands
    ("循环额度八百，一年期，3.15，您看。", "你们到底给多少？", "=amount:8000000CNY =tenor:12month =rate:3.15%"),
    ("缺口是三百八，我按您流水推的。", "真缺多少，您替我称称。", "=amount:3800000CNY"),
    ("九百二到一千一，旺季就卡在这一段？", "订单压到九月，备货要钱。", "=amount:9200000CNY =amount:11000000CNY"),
    ("应收压着六百四，其中哪家拖得最久？", "货给了，钱不来，厂里等米下锅。", "=amount:6400000CNY"),
    ("那就授信七百，四点一，应收质押。", "", "=amount:7000000CNY =rate:4.1%"),
    # a household does not
    ("退休金三千六，您自己够花吧？", "我们老两口省着过。", "=amount:3600CNY"),
    ("多扣您的两百四，今天原路退回去。", "上个月扣了我两回钱！", "=amount:240CNY"),
    ("定投一个月五百，不想扣了随时停。", "攒着攒着怕不顶用。", "=amount:500CNY"),
    ("工本费一百二，别的一分不收。", "除了利息还收什么？", "=amount:120CNY"),
    ("给您包个六百的红包，您别嫌少。", "", "=amount:600CNY"),
    # worked out from a rate and a sum
    ("三百万的千分之二，就是六千。", "手续费怎么算？", "=amount:3000000CNY =fee:0.2% =amount:6000CNY"),
    # prices behind a comma, in the southern way, and how far apart two are
    ("代发放我们这儿，4.35%，八月起。", "", "=rate:4.35%"),
    ("四百万，五厘，半年还清。", "利息多少？", "=amount:4000000CNY =rate:5% =tenor:6month"),
    ("月息五厘听着小。", "利率多少？", ""),
    ("他们确实低您一个点。", "", ""),
    ("六千镑先换一半。", "", "=amount:6000GBP"),
    # a sum and a price without a breath between them; tenths are counted in whole numbers
    ("七百四点一，应收质押。", "授信要多少，多少的价？", "=amount:7000000CNY =rate:4.1%"),
    ("结算三点二、四成五，行不行？", "您报利率和结算份额。", "=rate:3.2% =share:45%"),
    # idle coins and degrees
    ("用额度顶，现金一块钱也不压。", "保证金占我的钱不？", ""),
    ("您爷俩一块来，我当面讲。", "", ""),
    ("您老得活到一百二。", "", ""),
    # terms
    ("三年现在一点二五，五年也差不多。", "存单多少利息？", "=tenor:36month =rate:1.25%"),
    ("新设备三年回本，您心里有底。", "", ""),
    ("满一年以后提前还不收违约金。", "提前还罚不罚？", ""),
    ("货款再压九十天，您顶得住吗？", "", ""),
]
ENGLISH = [
    # thousands
    ("Two hundred and fifty for the boiler, over five years at 4.4.", "The house needs a new boiler.", "=amount:250000CNY =tenor:60month =rate:4.4%"),
    ("The hundred and eighty could sit on seven days' notice.", "I've savings put by for the flat.", "=amount:180000CNY"),
    # single yuan
    ("It's three hundred a month, and you may stop it.", "What does it cost?", "=amount:300CNY"),
    ("I've put in the form for the 126.", "And my interest?", "=amount:126CNY"),
    ("There's an arrangement fee of four hundred and twenty, once.", "And the fee?", "=amount:420CNY"),
    # millions beside a price
    ("4.8 at 3.95, receivables pledged.", "", "=amount:4800000CNY =rate:3.95%"),
    ("That leaves you with a hole of six point four.", "", "=amount:6400000CNY"),
    # shares and fees
    ("Fifteen per cent, everybody asks for that.", "And how much down?", "=share:15%"),
    ("It's two per cent of what you pay back in the first year.", "", "=fee:2%"),
    ("90k in dollars every quarter.", "", "=amount:90000USD"),
    # prices and hours
    ("Saturday, between nine and half past eleven.", "", ""),
    ("Six and a half is dear for that.", "My lot charge me six and a half on it.", "=rate:6.5%"),
    ("We could go to 3.6 if the receipts come here.", "The rate is what keeps me away.", "=rate:3.6%"),
    ("4.7, then, fixed for five years.", "What about the price?", "=rate:4.7% =tenor:60month"),
    ("Similar buyers pay between five point two and five point eight per cent.", "", "=rate:5.2% =rate:5.8%"),
]  # fmt: skip


@pytest.mark.parametrize(("turn", "previous", "labels"), CHINESE)
def test_what_a_chinese_sum_is_counted_in(turn: str, previous: str, labels: str) -> None:
    assert figures("zh", turn, previous) == labelled(labels)


@pytest.mark.parametrize(("turn", "previous", "labels"), ENGLISH)
def test_what_an_english_number_is_counted_in(turn: str, previous: str, labels: str) -> None:
    assert figures("en", turn, previous) == labelled(labels)


def test_what_nothing_tells_is_no_sum() -> None:
    assert find_quantities("zh", "那就一千二，行吗？", company=False)[0].value == 1_200
    assert find_quantities("zh", "那就一千二，行吗？", company=True)[0].value == 12_000_000
    assert find_quantities("zh", "三百二，我扫了。", company=False) == ()
