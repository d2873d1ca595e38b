"""Choices without a figure, as people name and waive them."""

import pytest

from simulator.client.choices import chosen
from simulator.scenario.model import Issue

NOTHING, LATER, HOUSE = 2.0, 1.0, 0.0


def security(**values: float) -> Issue:
    return Issue.model_validate(
        {
            "name": "Security", "unit": "choice", "quantity": "amount", "better_for_client": "higher",
            "opening": 2, "limit": 1, "authority": 1, "floor": 2, "step": 1, "words": ["担保", "抵押物", "collateral"],
            "values": values,
        }
    )  # fmt: skip


THREE = security(
    不押房=NOTHING, 应收质押=NOTHING, 先押半年=LATER, 抵押=HOUSE, 押房子=HOUSE, receivables=NOTHING, mortgage=HOUSE,
    **{"six months": LATER},
)  # fmt: skip
TWO = security(抵押=0.0, 信用=2.0, mortgage=0.0, unsecured=2.0)


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("房子还是要抵押", HOUSE),
        ("不用抵押", NOTHING),
        ("不抵押也行", NOTHING),
        ("房子就无需再抵押", NOTHING),
        ("抵押就免了", NOTHING),
        ("免担保", NOTHING),
        ("不用提供任何担保", NOTHING),
        ("不要押房子，改用应收质押", NOTHING),
        ("不押房，利率3.2%", NOTHING),
        ("先押半年，之后不用抵押", LATER),
        ("不用应收质押", None),
        ("不能不押房", None),
        ("您看要不要抵押", None),
        ("担保方式不变", None),
        ("不得不抵押", HOUSE),
        ("a mortgage on the house", HOUSE),
        ("with no mortgage", NOTHING),
        ("without a mortgage", NOTHING),
        ("no collateral", NOTHING),
        ("we don't need any collateral", NOTHING),
        ("the mortgage is waived", NOTHING),
        ("receivables instead of the mortgage", NOTHING),
        ("no receivables", None),
        ("we can't take receivables", None),
        ("3.2 per cent for twelve months", None),
    ],
)
def test_a_choice_is_named_or_waived(clause: str, value: float | None) -> None:
    assert chosen(THREE, clause) == value


@pytest.mark.parametrize(
    ("clause", "value"),
    [("不用抵押", 2.0), ("不是信用", 0.0), ("是不是信用", None), ("no mortgage", 2.0), ("not unsecured", 0.0)],
)
def test_of_two_choices_waiving_one_names_the_other(clause: str, value: float | None) -> None:
    assert chosen(TWO, clause) == value


ON_SITE = security(每个工作日驻点=2.0, 天天驻点=2.0, 发薪日前后三天驻点=1.0, 不驻点=0.0, 在支行办=0.0).model_copy(
    update={"name": "发薪日驻点", "words": ("驻点", "窗口", "派人")}
)
SERVED = security(
    **{"on site every working day": 2.0, "on site three days around payday": 1.0, "no counter": 0.0}
).model_copy(update={"name": "presence", "words": ("on site", "counter")})


@pytest.mark.parametrize(
    ("issue", "clause", "value"),
    [
        (ON_SITE, "发薪日前后三天派人驻点", 1.0),
        (ON_SITE, "驻点还是前后三天", 1.0),
        (ON_SITE, "驻点我们做到发薪日前后各三天", 1.0),
        (ON_SITE, "驻点这块，前后3天", 1.0),
        (ON_SITE, "驻点这块，每个工作日都有人", 2.0),
        (ON_SITE, "没问题，每个工作日都派人", 2.0),
        (ON_SITE, "驻点前后多久合适", None),
        (ON_SITE, "前后三天都有学生来", None),
        (ON_SITE, "每个工作日都派人做不了", None),
        (ON_SITE, "不能每个工作日都派人", None),
        (ON_SITE, "驻点是发薪前后三天还是每个工作日？", None),
        (ON_SITE, "窗口工作日几点开", None),
        (SERVED, "we can put somebody on site for three days, before and after payday", 1.0),
        (SERVED, "around payday we are on site, three days", 1.0),
        (SERVED, "every single working day we have somebody on site", 2.0),
        (SERVED, "do you want us on site every day?", None),
        (SERVED, "payday is the tenth, is the counter open?", None),
        (SERVED, "on site, but we cannot do every single working day", None),
    ],
)
def test_a_choice_is_known_by_what_tells_it_from_the_others(issue: Issue, clause: str, value: float | None) -> None:
    assert chosen(issue, clause) == value
