"""What check tells of reactions that keep a subject's answer from being said, and of figures that stand for texts."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.scenario.checking import check_file
from simulator.scenario.remedies import sentence
from tests.client.small import BASE, asks, played, says, small

TOPICS = {"fall": {"name": "The fall", "words": ["fall"], "say": "It fell by a fifth."}}
CODES = ("S401", "S461", "S488", "S490", "S491", "S102")
GENERAL: dict[str, Any] = {"move": "ask_problem", "say": ["Two things. Choose one.", "There are two."]}


def parts(**more: Any) -> dict[str, Any]:
    return {"topics": TOPICS, "states": {"discovery": {"on": {"her_problem": {**GENERAL, **more}}}}}


def found(folder: Path, **given: Any) -> list[Any]:
    path = folder / "small.yaml"
    path.write_text(yaml.safe_dump({**BASE, **given}, sort_keys=False), encoding="utf-8")
    return [one for one in check_file(path) if one.code in CODES]


@pytest.mark.parametrize("more", [{"topic": "none"}, {"when": "turn >= 9"}, {"move": "thank"}])
def test_what_silences_nothing_is_not_told(tmp_path: Path, more: dict[str, Any]) -> None:
    assert found(tmp_path, **parts(**more)) == []


def test_a_general_reaction_that_silences_a_topic_is_told_and_none_mends_it(tmp_path: Path) -> None:
    (warning,) = found(tmp_path, **parts())
    assert (warning.code, warning.severity) == ("S488", "warning")
    assert "her_problem" in sentence(warning)
    asked = asks("ask_situation"), asks("ask_problem", "fall")
    assert "fifth" not in played(small(tmp_path, **parts()), *asked)[-1][1].text
    assert "fifth" in played(small(tmp_path, **parts(topic="none")), *asked)[-1][1].text


def test_a_year_where_a_text_belongs_is_to_stand_in_quotation_marks(tmp_path: Path) -> None:
    (fault,) = found(tmp_path, topics={"fall": {"name": "The fall", "words": ["fall", 2022], "say": "It fell."}})
    assert fault.code == "S102"
    assert "quotation marks" in sentence(fault)


def test_a_replaced_reaction_keeps_its_place_and_one_of_its_own_goes_first(tmp_path: Path) -> None:
    def answered_by(id: str) -> str:
        own = {id: {"move": "present_product", "say": "Mine."}}
        client = small(tmp_path, states={"anywhere": {"on": own}})
        return played(client, says("state_purpose"), says("present_product"))[-1][1].fired[0]

    assert answered_by("pitch") == "states/anywhere/on/pitch_early"  # which stands before it
    assert answered_by("my_pitch") == "states/anywhere/on/my_pitch"


@pytest.mark.parametrize("move", ["disclose_terms", "disclose_risk"])
def test_what_a_product_costs_and_risks_is_heard_by_its_own_words(tmp_path: Path, move: str) -> None:
    product = {"name": "The fund", "words": ["fund"], "risks": ["It falls"], "told": ["So that's the fund."]}
    client = small(tmp_path, products={"fund": product})
    assert played(client, asks("ask_situation"), asks(move, "fund"))[-1][1].text == "So that's the fund."


def own(**reactions: Any) -> dict[str, Any]:
    return {"topics": TOPICS, "states": {"anywhere": {"on": reactions}}}


INHERITED = "situation"
"""A reaction of the base to questions about anything."""


def test_what_takes_the_place_of_an_inherited_answer_is_told_to_leave_that_beneath(tmp_path: Path) -> None:
    (warning,) = found(tmp_path, **own(**{INHERITED: {**GENERAL, "move": "ask_situation"}}))
    assert (warning.code, warning.severity) == ("S491", "warning")
    assert "another id" in sentence(warning)
    mended = {"mine": {**GENERAL, "move": "ask_situation", "topic": "none"}}
    assert found(tmp_path, **own(**mended)) == []


@pytest.mark.parametrize("narrowed", [{"topic": "none"}, {"when": "turn >= 9"}, {"form": "open"}, None])
def test_a_lost_answer_is_told_once_at_the_entry_that_took_its_place(tmp_path: Path, narrowed: Any) -> None:
    entry = None if narrowed is None else {"move": "ask_situation", "say": ["So so."], **narrowed}
    (fault,) = found(tmp_path, **own(**{INHERITED: entry}))
    assert (fault.code, fault.severity) == ("S490", "error")
    assert fault.file == str(tmp_path / "small.yaml")
    assert INHERITED in sentence(fault)
    assert "another id" in sentence(fault)


def test_an_inherited_answer_narrowed_under_another_id_takes_nothing_away(tmp_path: Path) -> None:
    assert found(tmp_path, **own(mine={"move": "ask_situation", "say": ["So so."], "topic": "none"})) == []
