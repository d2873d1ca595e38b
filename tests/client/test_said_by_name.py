"""Figures are said with the name of what they are where they would not tell by themselves."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.client.wording import spoken_terms
from simulator.scenario.checking import check_file
from simulator.scenario.model import Bargaining, BargainingLines, Issue
from simulator.scenario.remedies import sentence
from tests.client.small import BASE
from tests.commands.calling import call


def issue(name: str, unit: str, quantity: str, **more: Any) -> dict[str, Any]:
    figures = {"opening": 1, "limit": 3, "authority": 2, "floor": 1.5, "step": 0.1}
    return {"name": name, "unit": unit, "quantity": quantity, "better_for_client": "lower", **figures, **more}


FEE = issue("代发服务费", "CNY", "fee")
DEPOSIT = issue("存款利率", "%", "rate")
AMOUNT = issue("额度", "CNY", "amount")
RATE = issue("利率", "%", "rate")
EN_FEE, EN_DEPOSIT = {**FEE, "name": "payroll fee"}, {**DEPOSIT, "name": "deposit rate"}


@pytest.mark.parametrize(
    ("language", "issues", "terms", "said"),
    [
        ("zh", {"fee": FEE, "rate": DEPOSIT}, {"fee": 2000, "rate": 1.3}, "代发服务费两千元、存款利率1.3%"),
        ("zh", {"fee": FEE, "rate": DEPOSIT}, {"fee": 12000}, "代发服务费1.2万"),
        ("zh", {"fee": FEE, "rate": DEPOSIT}, {"fee": 0, "rate": 1.3}, "不收代发服务费、存款利率1.3%"),
        ("zh", {"fee": FEE, "amount": AMOUNT}, {"fee": 3000, "amount": 5_000_000}, "代发服务费三千元、额度500万"),
        ("zh", {"amount": AMOUNT, "rate": RATE}, {"amount": 5_000_000, "rate": 3.1}, "500万、利率3.1%"),
        ("zh", {"fee": FEE}, {"fee": 500}, "五百元"),
        ("en", {"fee": EN_FEE, "rate": EN_DEPOSIT}, {"fee": 3000, "rate": 1.3}, "payroll fee of 3,000, deposit rate of 1.3%"),
        ("en", {"fee": EN_FEE, "rate": EN_DEPOSIT}, {"fee": 0}, "no payroll fee"),
        ("en", {"amount": AMOUNT, "rate": RATE}, {"amount": 5_000_000, "rate": 3.1}, "five million at 3.1%"),
        ("en", {"fee": {**EN_FEE, "says": {"any": "$value a year"}}, "rate": EN_DEPOSIT}, {"fee": 3000}, "3,000 a year"),
    ],
)  # fmt: skip
def test_a_figure_says_what_it_is(
    language: str, issues: dict[str, Any], terms: dict[str, float], said: str
) -> None:
    known = {id: Issue.model_validate(one) for id, one in issues.items()}
    lines = BargainingLines.model_construct()  # type: ignore[call-arg]
    table = Bargaining.model_construct(issues=known, lines=lines)
    assert spoken_terms(table, tuple(terms.items()), language) == said


@pytest.mark.parametrize(("says", "told"), [({0: "for nothing"}, "0"), ({"any": "$value a year"}, "")])
def test_a_phrase_that_is_never_said_is_told(tmp_path: Path, says: dict[Any, str], told: str) -> None:
    figures = {"opening": 2000, "limit": 20000, "authority": 10000, "floor": 5000, "step": 1000}
    fee = {**EN_FEE, **figures, "words": ["fee"], "says": says}
    given = {**BASE, "bargaining": {"issues": {"fee": fee}}}
    path = tmp_path / "small.yaml"
    path.write_text(yaml.safe_dump(given, sort_keys=False), encoding="utf-8")
    found = [sentence(one) for one in check_file(path) if one.code == "S495"]
    assert len(found) == bool(told)
    assert all(f"'{told}'" in one and "any" in one for one in found)


def test_a_sentence_is_understood_after_the_clients_words() -> None:
    said = ("understand", "All right.", "--scenario", "steel-trader", "--lang", "en")
    assert "falsify" not in call(*said).out
    assert "falsify" in call(*said, "--previous", "Just what I said. A straight word, please.").out
