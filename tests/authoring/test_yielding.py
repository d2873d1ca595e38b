"""What check tells of temptations that nobody can give in to, or refuse, in ordinary words."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.authoring.misheard import misheard
from simulator.scenario.checking import check_file
from simulator.scenario.remedies import sentence
from tests.client.small import BASE

LINES = {
    "en": ["The sports day needs a sponsor, eighty thousand. Pay it, and the account is as good as yours."],
    "zh": ["职工运动会正缺个赞助，八万块。你们出了，代发的事好商量。"],
}
REFUSED: dict[str, Any] = {"move": ["decline", "hold_position"], "say": ["Good."]}
TOOK: dict[str, Any] = {"taboo": ["kickback", "tie_in"], "trust": -20, "say": ["I'll have to report that."]}


def found(folder: Path, answers: dict[str, Any], language: str = "en") -> list[Any]:
    path = folder / "small.yaml"
    remark = {"kind": "temptation", "when": "turn >= 3", "say": LINES[language], "answers": answers}
    given = {**BASE, "language": language, "remarks": {"sponsor": remark}}
    path.write_text(yaml.safe_dump(given, sort_keys=False, allow_unicode=True), encoding="utf-8")
    codes = ("S437", "S492", "S493", "S494")
    return [one for one in (*check_file(path), *misheard(path)) if one.code in codes]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_that_can_be_taken_and_refused_is_not_told(tmp_path: Path, language: str) -> None:
    assert found(tmp_path, {"refused": REFUSED, "took": TOOK}, language) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_giving_in_that_gets_no_answer_is_told(tmp_path: Path, language: str) -> None:
    (warning,) = found(tmp_path, {"refused": REFUSED, "took": {**TOOK, "when": "trust < 20"}}, language)
    assert (warning.code, warning.severity) == ("S492", "warning")
    assert "kickback" in sentence(warning)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_refusal_that_gets_no_answer_is_told(tmp_path: Path, language: str) -> None:
    (warning,) = found(tmp_path, {"refused": {**REFUSED, "when": "trust < 20"}, "took": TOOK}, language)
    assert (warning.code, warning.severity) == ("S493", "warning")
    assert "decline" in sentence(warning)


def test_a_temptation_that_nobody_can_fall_for_is_told(tmp_path: Path) -> None:
    (warning,) = found(tmp_path, {"refused": REFUSED})
    assert (warning.code, warning.severity) == ("S494", "warning")
    assert "taboo" in sentence(warning)
