"""Money paid back to a client who complains is bargained over in yuan, large or small."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.authoring.hearing import Hearer, unheard_terms
from simulator.client.terms import spoken_value
from simulator.scenario.checking import check_file
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from tests.client.small import BASE


def complaint(folder: Path, language: str, quantity: str) -> Path:
    """A client who wants a fee back and its end, in a file."""
    zh = language == "zh"
    refund: dict[str, Any] = {"name": "退费" if zh else "refund", "unit": "CNY", "quantity": quantity}
    refund |= {
        "opening": 1080,
        "limit": 500,
        "authority": 500,
        "floor": 1080,
        "target": 600,
        "step": 50,
        "weight": 5,
    }
    refund |= {
        "better_for_client": "higher",
        "words": ["退费", "退您", "补偿"] if zh else ["refund", "compensation"],
    }
    later: dict[str, Any] = {"name": "往后的手续费" if zh else "fee from now on", "unit": "choice", "weight": 2}
    later |= {"opening": 2, "limit": 0, "authority": 1, "floor": 2, "step": 1, "better_for_client": "higher"}
    later["values"] = (
        {"全免": 2, "照旧收": 0, "每月前五笔免费": 1}
        if zh
        else {"waived for good": 2, "as before": 0, "five free a month": 1}
    )
    later["quantity"] = "amount"
    data: dict[str, Any] = {**BASE, "language": language, "segment": "retail", "visit": "complaint"}
    data |= {"client": "retail/base", "opening": "说吧。" if zh else "Well?", "title": "退费" if zh else "A refund"}
    lines = load_scenario(Path("scenarios/corporate/tech-firm.yaml"), language).scenario.bargaining
    assert lines is not None
    said = {name: list(one.all) for name, one in lines.lines if one.all}
    data["bargaining"] = {
        "style": "linear",
        "rounds": 5,
        "issues": {"refund": refund, "later": later},
        "lines": said,
    }
    path = folder / "small.yaml"
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


def scenario(folder: Path, language: str, quantity: str = "fee") -> Scenario:
    """The same, loaded."""
    return load_scenario(complaint(folder, language, quantity), language).scenario


@pytest.mark.parametrize("quantity", ["fee", "amount"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sum_of_a_few_hundred_is_within_reason_and_reaches_the_table(
    tmp_path: Path, language: str, quantity: str
) -> None:
    path = complaint(tmp_path, language, quantity)
    assert "S425" not in {fault.code for fault in check_file(path)}
    assert list(unheard_terms(Hearer.of(load_scenario(path, language).scenario))) == []


@pytest.mark.parametrize(
    ("language", "text", "terms"),
    [
        ("zh", "我当场能给您退五百，以后提现每月前五笔免费。", {"refund": 500, "later": 1}),
        ("zh", "一千零八十全退给您。", {"refund": 1080}),
        ("zh", "往后提现全免。", {"later": 2}),
        ("zh", "我给您退五百。", {"refund": 500}),
        ("en", "I can refund you 500 yuan today.", {"refund": 500}),
        ("en", "We'll refund you 500.", {"refund": 500}),
        ("en", "We'll pay you back 1,080, and the fee is waived for good.", {"refund": 1080, "later": 2}),
    ],
)
def test_a_remedy_lies_on_the_table(tmp_path: Path, language: str, text: str, terms: dict[str, float]) -> None:
    hearer = Hearer.of(scenario(tmp_path, language))
    assert hearer.terms(text) == terms
    assert "make_offer" not in {move.id for move in hearer.understanding.understand(text).moves}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "马老板，我给您退五百，行长同意再退五百八。"),
        ("zh", "手续费我给您全退了。"),
        ("zh", "一千零八十咱们全退。"),
        ("en", "We will refund all of it today."),
    ],
)
def test_money_back_in_plain_words_is_a_remedy(tmp_path: Path, language: str, text: str) -> None:
    turn = Hearer.of(scenario(tmp_path, language)).understanding.understand(text)
    assert "offer_remedy" in {move.id for move in turn.moves}


def test_what_cannot_be_paid_back_is_none(tmp_path: Path) -> None:
    turn = Hearer.of(scenario(tmp_path, "zh")).understanding.understand("这笔钱退不了，协议上写着。")
    assert "offer_remedy" not in {move.id for move in turn.moves}


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("zh", 500, "五百元"),
        ("zh", 1080, "一千零八十元"),
        ("zh", 15, "十五元"),
        ("zh", 9009, "九千零九元"),
        ("zh", 20000, "2万"),
        ("en", 1080, "1,080"),
    ],
)
def test_small_sums_are_spoken_as_people_speak_them(tmp_path: Path, language: str, value: float, said: str) -> None:
    table = scenario(tmp_path, language).bargaining
    assert table is not None
    assert spoken_value(table.issues["refund"], value, language) == said
