"""What the trainee has told of his own accord is not asked afterwards as if nobody had spoken of it."""

from pathlib import Path
from typing import Any

from simulator.vocabulary.turn import MoveMade, TabooMade, Turn
from tests.client.small import played, says, small

LEASE: dict[str, Any] = {"name": "Leasing", "words": ["lease", "leasing"], "say": "I would rather own it."}
REMARKS: dict[str, Any] = {
    "kilns": {
        "kind": "question", "when": "turn >= 3", "say": "How many potteries have you ever lent to?",
        "answers": {"told": {"move": "introduce", "say": "Good."}}, "ignored": "No matter.",
    },
    "a_lease": {
        "kind": "objection", "topic": "lease", "when": "turn >= 3", "say": "There is no leasing in it, is there?",
        "answers": {"told": {"move": "present_product", "say": "So it is."}}, "ignored": "No matter.",
    },
}  # fmt: skip


def asked(folder: Path, first: Turn, *ids: str) -> list[str]:
    """The remarks that come in the four turns after ``first``."""
    client = small(folder, topics={"lease": LEASE}, remarks={id: REMARKS[id] for id in ids})
    course = played(client, says("greet"), first, *[says("acknowledge")] * 4)
    return [event for _, reply in course for event in reply.events if event.partition(":")[2] in ids]


def told(text: str, id: str, clause: str, topic: str | None = None, *taboos: TabooMade) -> Turn:
    return Turn(text, (MoveMade(id, clause, 0.9, None, topic),), taboos)


def test_the_sentence_counts_in_which_it_was_told(tmp_path: Path) -> None:
    said = told("I have lent to potteries, nine of them so far.", "introduce", "nine of them so far.")
    assert asked(tmp_path, said, "kilns") == ["answered:kilns"]
    other = told("I have a brother in Leeds.", "introduce", "I have a brother in Leeds.")
    assert asked(tmp_path, other, "kilns")[0] == "question:kilns"


def test_an_objection_on_a_subject_is_met_by_what_was_said_of_it(tmp_path: Path) -> None:
    text = "Frankly it is a leasing contract, three years, and the kiln is yours at the end."
    said = told(text, "present_product", "three years,", "lease")
    assert asked(tmp_path, said, "a_lease") == ["answered:a_lease"]


def test_an_offence_in_another_sentence_takes_nothing_back(tmp_path: Path) -> None:
    text = "They are crooks, those others. It is a leasing contract, three years."
    others = TabooMade("disparage_competitor", "They are crooks,")
    said = told(text, "present_product", "three years.", "lease", others)
    assert "objection:a_lease" not in asked(tmp_path, said, "a_lease")
    within = TabooMade("disparage_competitor", "It is a leasing contract,")
    offending = told(text, "present_product", "three years.", "lease", within)
    assert "objection:a_lease" in asked(tmp_path, offending, "a_lease")
