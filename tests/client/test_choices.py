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
