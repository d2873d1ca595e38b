"""Visits that strangers played, with a second reader's judgement of every line: they stay readable and gradable."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scoring import grade, load_rubric
from simulator.visit.store import read_file

FOLDER = Path(__file__).with_name("played")
PLAYED = sorted(FOLDER.glob("*.jsonl"))


def judgements(path: Path) -> list[dict[str, Any]]:
    """The judgements of one visit, turn by turn."""
    judged: list[dict[str, Any]] = json.loads(path.with_suffix(".judged.json").read_text(encoding="utf-8"))[
        "judgements"
    ]
    return judged


def tally() -> Counter[str]:
    """How many lines were judged fitting, odd or wrong, and how many turns were misheard."""
    found: Counter[str] = Counter()
    for path in PLAYED:
        for one in judgements(path):
            found.update([one["judgement"], f"heard {one['heard']}"])
    return found


@pytest.mark.parametrize("path", PLAYED, ids=lambda path: path.stem)
def test_an_old_visit_is_read_and_graded(path: Path) -> None:
    transcript = read_file(path)
    card = grade(transcript, load_rubric(language=transcript.header.language))
    assert 0 <= card.as_json()["total"] <= 100


@pytest.mark.parametrize("path", PLAYED, ids=lambda path: path.stem)
def test_every_turn_was_judged(path: Path) -> None:
    turns = {exchange.turn for exchange in read_file(path).exchanges}
    judged = judgements(path)
    assert turns <= {one["turn"] for one in judged}
    assert {one["judgement"] for one in judged} <= {"ok", "odd", "wrong"}


@pytest.mark.parametrize("path", PLAYED, ids=lambda path: path.stem)
def test_no_line_was_said_twice(path: Path) -> None:
    said = [exchange.client.text for exchange in read_file(path).exchanges if exchange.client.text]
    assert len(said) == len(set(said))


if __name__ == "__main__":
    print(dict(tally()))
