"""A visit as a regression test: the same moves must bring the same reactions, needs, events, ending and marks.

What the client says in so many words is kept for the reader and for those marks that look at it, but is not compared.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scoring import Rubric, Scorecard, grade
from simulator.client import Client
from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.load import Loaded
from simulator.scenario.model import LEVELS
from simulator.scenario.source import read_source
from simulator.transcript.format import read_turn, turn_record
from simulator.transcript.record import Exchange, Header, Preparation, Transcript
from simulator.visit.brief import brief_of
from simulator.visit.visit import client_side
from simulator.vocabulary.turn import Turn

FOLDER = "expect"
"""The folder beside a scenario in which its expectations stand."""
_LEVEL_NAMES = {number: name for name, number in LEVELS.items()}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn brings, as far as it is compared."""

    answered_by: tuple[str, ...]
    events: tuple[str, ...]
    needs: dict[str, str]
    state: str


@dataclass(frozen=True, slots=True)
class Played:
    """A visit played: its transcript and what each turn brought."""

    transcript: Transcript
    outcomes: tuple[Outcome, ...]


def is_expectation(data: dict[str, Any]) -> bool:
    """Whether a file's data are those of an expectation."""
    return "expects" in data


def play(
    loaded: Loaded,
    turns: list[Turn],
    seed: int,
    broken_off: bool,
    preparation: Preparation | None = None,
    follow_up: dict[str, Any] | None = None,
    answers: list[str] | None = None,
) -> Played:
    """Plays the turns. ``answers`` stand in for the client's words in the transcript that is graded."""
    client = Client(loaded.scenario)
    position, opening = client.start(seed)
    exchanges: list[Exchange] = []
    outcomes: list[Outcome] = []
    for number, turn in enumerate(turns, 1):
        if position.over:
            break
        position, reply = client.step(position, turn, seed)
        side = client_side(position, reply)
        if answers is not None:
            side = replace(side, text=answers[number - 1])
        exchanges.append(Exchange(number, turn, side))
        needs = {need: _LEVEL_NAMES[level] for need, level in position.needs}
        outcomes.append(Outcome(reply.fired, reply.events, needs, position.state))
    ending = position.ending
    if ending is None and broken_off:
        ending = client.conclude(position)[2]
    header = Header(
        loaded.scenario.id, loaded.hash, loaded.scenario.language, seed, brief=brief_of(loaded.scenario)
    )
    transcript = Transcript(header, tuple(exchanges), preparation, ending, opening, follow_up or {})
    return Played(transcript, tuple(outcomes))


def marks(card: Scorecard) -> dict[str, float]:
    """The marks of the items that apply, and the total."""
    return {"total": card.total, **{item.id: item.earned for item in card.items if item.applicable}}


def written(played: Played, rubric: Rubric, scenario_file: str, listed: Collection[str] | None = None) -> str:
    """The expectation as a file beside the scenario would have it; of the marks only those ``listed`` where that is given."""
    transcript = played.transcript
    lines = [
        "format: 1",
        f"expects: {transcript.header.scenario}",
        f"file: {_json(scenario_file)}",
        f"language: {transcript.header.language}",
        f"seed: {transcript.header.seed}",
    ]
    if transcript.preparation is not None:
        kept = transcript.preparation
        lines.append(f"preparation: {_json({'objective': kept.objective, 'materials': kept.materials, 'questions': kept.questions, 'notes': kept.notes})}")  # fmt: skip
    if transcript.follow_up:
        lines.append(f"follow_up: {_json(transcript.follow_up)}")
    lines.append("turns:")
    for exchange, outcome in zip(transcript.exchanges, played.outcomes, strict=True):
        heard = _heard(exchange.trainee)
        lines += [
            f"  - said: {_json(exchange.trainee.text)}",
            f"    heard: {_json(heard)}",
            f"    answered_by: {_json(outcome.answered_by)}",
            f"    events: {_json(outcome.events)}",
            f"    needs: {_json(outcome.needs)}",
            f"    state: {outcome.state}",
            f"    answer: {_json(exchange.client.text)}",
        ]
    card = grade(transcript, rubric)
    lines += [f"ending: {_json(transcript.ending)}", f"rubric: {rubric.id}", f"passed: {_json(card.passed)}"]
    kept_marks = {id: mark for id, mark in marks(card).items() if listed is None or id in listed}
    lines += ["marks:", *(f"  {id}: {mark:g}" for id, mark in kept_marks.items())] if kept_marks else []
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Visit:
    """What an expectation has somebody say, with the client's words at the time."""

    turns: list[Turn]
    answers: list[str]
    seed: int
    ended: bool
    preparation: Preparation | None
    follow_up: dict[str, Any]

    def play(self, loaded: Loaded, answers: list[str] | None = None) -> Played:
        """The visit as it goes today (`play`)."""
        return play(loaded, self.turns, self.seed, self.ended, self.preparation, self.follow_up, answers)


def visit_in(data: dict[str, Any]) -> Visit:
    """The visit in the data of an expectation. Raises KeyError, ValueError, TypeError or AttributeError where it is none."""
    kept = data.get("preparation")
    return Visit(
        [read_turn({"text": entry["said"], **(entry.get("heard") or {})}) for entry in data["turns"]],
        [str(entry.get("answer", "")) for entry in data["turns"]],
        int(data.get("seed", 0)),
        data.get("ending") is not None,
        Preparation(
            str(kept.get("objective") or ""),
            tuple(kept.get("materials") or ()),
            tuple(kept.get("questions") or ()),
            dict(kept.get("notes") or {}),
        )
        if kept
        else None,
        dict(data.get("follow_up") or {}),
    )


def named_file(path: Path, data: dict[str, Any]) -> Path | None:
    """The scenario file that an expectation at ``path`` names, where there is one."""
    named = data.get("file")
    file = path.parent / str(named)
    return file if isinstance(named, str) and file.is_file() else None


def spoken_in(data: dict[str, Any]) -> str | None:
    """The language of an expected visit."""
    return str(data["language"]) if data.get("language") else None


def _heard(turn: Turn) -> dict[str, Any]:
    """What was understood, without the words that led to it."""
    record = {key: value for key, value in turn_record(turn).items() if key != "text" and value}
    for key in ("moves", "taboos"):
        if key in record:
            record[key] = [{name: part for name, part in act.items() if name != "words"} for act in record[key]]
    return record


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def expectations_of(path: Path) -> list[Path]:
    """The expectations beside a scenario file that name it."""
    found = []
    for file in sorted((path.parent / FOLDER).glob("*.yaml")):
        try:
            named = read_source(file).data.get("file")
        except ScenarioError:
            continue
        if isinstance(named, str) and (file.parent / named).resolve() == path.resolve():
            found.append(file)
    return found
