"""A lender's questions are asked of nobody to whom nothing is lent."""

import pytest

from scoring import grade, load_rubric
from scoring.lending import lends
from simulator.transcript.record import (
    Brief,
    ClientSide,
    Exchange,
    Header,
    IssueBrief,
    NeedBrief,
    ProductBrief,
    Transcript,
)
from simulator.vocabulary.turn import Turn


def _issue(id: str, name: str, better: str = "lower") -> IssueBrief:
    return IssueBrief(id, name, "%", better, 1, 2, 1.5, 1.2, 1.8)  # type: ignore[arg-type]


LENDS = (
    (("流动资金贷款", "代发工资"), ()),
    (("应收账款保理",), ()),
    (("银行承兑汇票",), ()),
    (("固定资产融资",), ()),
    (("结算套餐",), (_issue("limit", "授信额度", "higher"),)),
    (("结算套餐",), (_issue("rate", "利率"),)),
    (("结算套餐",), (_issue("pledge", "抵押物"),)),
    (("Revolving facility",), ()),
    (("Invoice discounting",), ()),
    (("Equipment leasing",), ()),
    (("Payments",), (_issue("security", "security"),)),
    (("Payments",), (_issue("price", "lending rate"),)),
    ((), ()),
)
LENDS_NOT = (
    (
        ("代发工资服务", "职工分期", "单位定期存款"),
        (_issue("fee", "代发服务费"), _issue("deposit", "一年期存款利率", "higher")),
    ),
    (("大额存单",), ()),
    (("收单服务", "企业网银"), (_issue("rate", "刷卡费率"),)),
    (("员工个人贷款",), ()),
    (("境外投资咨询",), ()),
    (("Payroll service", "Staff loan"), (_issue("fee", "payroll service fee"),)),
    (("Term deposit",), (_issue("rate", "deposit rate", "higher"),)),
    (("Cash collection", "Card acquiring"), (_issue("fee", "handling charge"),)),
    (("Employee mortgage scheme",), ()),
)


@pytest.mark.parametrize(
    ("names", "issues", "lent"), [*((*one, True) for one in LENDS), *((*one, False) for one in LENDS_NOT)]
)
def test_what_is_lent_is_told_by_products_and_issues(
    names: tuple[str, ...], issues: tuple[IssueBrief, ...], lent: bool
) -> None:
    products = tuple(ProductBrief(f"p{n}", name) for n, name in enumerate(names))
    assert lends(Brief(products=products, issues=issues)) is lent


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_lenders_questions_do_not_apply_where_nothing_is_lent(language: str) -> None:
    rubric = load_rubric(language=language)
    need = (NeedBrief("pay", "explicit", 3, "代发"),)
    asked = {
        "disc_fund_use_repay",
        "disc_cash_cycle",
        "disc_chain",
        "disc_collateral",
        "prop_total_cost",
        "fu_postloan",
    }
    for names, issues, lent in ((*LENDS[0], True), (*LENDS_NOT[0], False)):
        products = tuple(ProductBrief(f"p{n}", name, ("pay",)) for n, name in enumerate(names))
        brief = Brief(visit="referral", needs=need, products=products, issues=issues or (_issue("rate", "利率"),))
        turns = tuple(Exchange(n, Turn("您好。"), ClientSide("嗯。", "talk", 50, 50)) for n in range(1, 9))
        card = grade(Transcript(Header("x", "h", language, 1, brief=brief), turns, opening="请坐。"), rubric)
        here = {item.id for item in card.items if item.why_not != "visit"}
        assert asked <= here if lent else not asked & here
        assert "close_authority" in here
        assert not any("股东会" in item.advice + item.example for item in card.items)
