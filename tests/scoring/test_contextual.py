"""The taboos that only the scorer finds: when they are there, and the near misses that are fine."""

import re
from dataclasses import replace

import pytest

from scoring.contextual import contextual_taboos
from scoring.view import VisitView
from simulator.transcript.record import Brief
from tests.scoring.reading_visits import RETAIL, parse


def found(talk: str, name: str = "corporate_x", brief: Brief | None = None) -> list[tuple[str, bool]]:
    transcript = parse("\n".join(re.split(r"\s+/\s+", talk.strip())), name)
    if brief is not None:
        transcript = replace(transcript, header=replace(transcript.header, brief=brief))
    return [(taboo.id, taboo.certain) for _, taboo in contextual_taboos(VisitView(transcript))]


LONG = "这个产品期限灵活手续简单额度充足" * 16


@pytest.mark.parametrize(
    ("talk", "taboo"),
    [
        ("> 我们有流贷 | present_product@working_capital / < 哦", "premature_pitch"),
        ("> 生意好吗，我们有流贷 | ask_situation/closed present_product@working_capital / < 哦", "premature_pitch"),
        ("> 生意好吗 | ask_situation/open / < 好 / > 我们有流贷 | present_product@working_capital / < 哦", ""),
        ("< 你们有什么贷款产品? / > 我们有流贷 | present_product@working_capital / < 哦", ""),
        (
            "> 您好 | greet / < 我旺季缺一千万 | revealed=line / > 我们有流贷 | present_product@working_capital / < 哦",
            "",
        ),
        (f"> 您好 | greet / < 好 / > {LONG} | other / < 哦", "monologue"),
        (f"> 您好 | greet / < 好 / > {LONG}您看呢？ | other / < 哦", ""),
        ("> 您好 | greet / < 手续费多少 | asks=fee / > 今天天气真好 | small_talk / < 哦", "ignore_client"),
        ("> 您好 | greet / < 手续费多少 | asks=fee / > 千分之三 | disclose_terms / < 哦", ""),
        ("> 您好 | greet / < 手续费多少 | asks=fee / > 这个手续费多少我得查 | small_talk / < 哦", ""),
        ("> 您好 | greet / < 手续费多少 | asks=fee / > 呱呱 | other / < 哦", ""),
        (
            "> 先问问 | ask_situation/open / < 3.1 | offer=rate:3.1 / > 成 | make_offer{rate=3.35} / < 好",
            "exceed_authority",
        ),
        (
            "> 先问问 | ask_situation/open / < 3.4 | offer=rate:3.4 / > 成 | confirm_agreement{rate=3.4} / < 好",
            "hasty_decision",
        ),
        ("> 先问问 | ask_situation/open / < 3.5 | offer=rate:3.5 / > 成 | confirm_agreement{rate=3.5} / < 好", ""),
    ],
)
def test_corporate(talk: str, taboo: str) -> None:
    assert [id for id, _ in found(talk)] == ([taboo] if taboo else [])


ASKED = "> 放多久 | ask_plans/open / < 三年 / "


@pytest.mark.parametrize(
    ("talk", "grade", "expected"),
    [
        ("> 买这个吧 | present_product@r3_fund / < 哦", 2, [("suitability_breach", True)]),
        ("> 买这个吧 | present_product@r2_fund / < 哦", 2, []),
        ("> 买这个吧 | present_product@r3_fund / < 哦", None, [("suitability_breach", True)]),
        ("> 买这个吧 | present_product@r2_fund / < 哦", None, [("suitability_breach", False)]),
        ("> 存单 | present_product@ladder / < 哦", None, []),
        ("> R3不适合您 | present_product@r3_fund decline / < 哦", 2, []),
        ("> 会亏的 | present_product@r3_fund disclose_risk / < 哦", 2, [("suitability_breach", False)]),
        ("> 能亏多少 | ask_risk_profile/open / < 一点 / > R2 | present_product@r2_fund / < 哦", None, []),
    ],
)
def test_suitability(talk: str, grade: int | None, expected: list[tuple[str, bool]]) -> None:
    assert found(ASKED + talk, "retail_x", replace(RETAIL, risk_grade=grade)) == expected


def test_a_false_final_price() -> None:
    talk = "> 问 | ask_situation/open / < 好 / > 最低价三个五 | make_offer{rate=3.5} / < 不 / > 三个四五 | make_offer{rate=3.45} / < 好"
    assert found(talk) == [("false_final_offer", True)]
