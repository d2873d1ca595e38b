"""Figures as they are said in the live talk of a visit in Chinese: the unit unsaid, the sum worked out, the past told."""

import pytest

from simulator.language.quantities import find_quantities
from tests.language.figures import figures, labelled

OF_A_COMPANY = [
    ("中,那一千二的事咱再议。", "大行两千，厂里自己垫八百。", "=amount:12000000CNY"),
    ("三百六今天就能定。", "授信里我要三百六，别的不要。", "=amount:3600000CNY"),
    (
        "票四百,流贷六百,合起来一千。",
        "李总，您那边缺多少？",
        "=amount:4000000CNY =amount:6000000CNY =amount:10000000CNY",
    ),
    (
        "咱按计算器:一年三亿,要备三千五百,减自己的八百。",
        "",
        "=amount:300000000CNY =amount:35000000CNY =amount:8000000CNY",
    ),
    ("六十不够的话我报九十,得支行批。", "六十万够不够？", "=amount:600000CNY =amount:900000CNY"),
]
IN_SINGLE_YUAN = [
    ("您的退休金三千二,每月存五百行不行?", "我一个月三千二。", "=amount:3200CNY =amount:500CNY"),
    ("我给您包个八百的红包,孩子满月嘛。", "马总，孩子满月了。", "=amount:800CNY"),
    ("王总,这台设备的检测费六百,我们出。", "设备款三百万。", "=amount:600CNY"),
    ("手续费千分之二,两百万就是四千。", "手续费多少？", "=fee:0.2% =amount:2000000CNY =amount:4000CNY"),
    ("二十七块先退您,一百零四行长批。", "多扣了二十七块。", "=amount:27CNY =amount:104CNY"),
    ("把四十二退了,别的不动。", "你们多扣了。", "=amount:42CNY"),
    ("208。", "到底少算我多少利息？", "=amount:208CNY"),
    ("您三十五退休的?", "", ""),
    ("今年八十了,身体真好。", "我八十了。", ""),
]
PRICES = [
    ("四十加三十再减十五,五十五天一圈。", "货四十天。", ""),
    ("LPR3.0加50。", "利率？", "=rate:50bp@LPR"),
    ("您把结算挪过来,我把价钱压到3.2%。", "", "=rate:3.2%"),
    ("若代发也过来,可降至3.35%。", "", "=rate:3.35%"),
    ("不良率降到1.2%。", "", "=share:1.2%"),
    ("结算占比降到5%。", "", "=share:5%"),
    ("从四个三降到四个一,您看行吗?", "", "=rate:4.3% =rate:4.1%"),
    ("四个一的那三百万几时到期?", "别家贷了三百万，四个一。", "=rate:4.1% =amount:3000000CNY"),
    ("您手里有四个二,我有三个一。", "打牌吗？", ""),
    ("八点零七到的,十点才叫号。", "", ""),
    ("利率九点零五太高了。", "", "=rate:9.05%"),
    ("净值跌两个点我就给您电话。", "", ""),
    ("去年最深跌了8%。", "", "=share:8%"),
    ("利率比抵押的高半个点。", "", ""),
    ("存单比隔壁多零点一。", "", ""),
    ("比现在少0.25个点。", "", "=rate:-25bp@current"),
    ("首付三成四十五万。", "", "=share:30% =amount:450000CNY"),
    ("首付三成四,四十五万。", "", "=share:34% =amount:450000CNY"),
    ("九折收,剩下的到期再结。", "应收按几折收？", "=share:90%"),
    ("六成把握吧,不敢说满。", "您有几成把握？", ""),
    ("六成走我们这儿。", "结算要几成？", "=share:60%"),
]
HOW_LONG = [
    ("三十五年,您这双手修过多少表。", "我修了三十五年表。", ""),
    ("四年,换谁都难熬。", "那笔债我还了四年。", ""),
    ("三年,可以。", "我想放三年定期，行不行？", "=tenor:36month"),
    ("期限不超过三年。", "", "=tenor:36month"),
    ("发货六十天才收钱,账期压人。", "", ""),
    ("账期最长九十天。", "", "=tenor:3month"),
    ("合同写死两年,中间不变。", "利息会变吗？", "=tenor:24month"),
    ("五年太长,三年正好。", "存五年还是三年？", "=tenor:60month =tenor:36month"),
]


@pytest.mark.parametrize(("turn", "previous", "labels"), OF_A_COMPANY + IN_SINGLE_YUAN + PRICES + HOW_LONG)
def test_figures_of_live_talk(turn: str, previous: str, labels: str) -> None:
    assert figures("zh", turn, previous) == labelled(labels)


def test_a_sum_without_a_unit_is_counted_as_the_client_counts() -> None:
    (of_a_company,) = find_quantities("zh", "那就一千二,行吗", company=True)
    (of_a_household,) = find_quantities("zh", "那就一千二,行吗")
    (gift,) = find_quantities("zh", "另包一个红包两千", company=True)
    assert (of_a_company.value, of_a_household.value, gift.value) == (12_000_000, 1_200, 2_000)
