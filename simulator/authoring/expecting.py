"""A visit as a regression test: the same moves must bring the same reactions, needs, events, ending and marks.

What the client says in so many words is kept for the reader and for those marks that look at it, but is not compared.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scoring import Rubric, Scorecard, grade
from simulator.authoring.tracing import key_line
from simulator.client import Client
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.load import Loaded, load_scenario
from simulator.scenario.model import LEVELS
from simulator.scenario.source import Mark, Path_, Source, read_source
from simulator.transcript.format import read_turn, turn_record
from simulator.transcript.record import Exchange, Header, Preparation, Transcript
from simulator.visit.brief import brief_of
from simulator.visit.visit import client_side
from simulator.vocabulary.turn import Turn

FOLDER = "expect"
"""The folder beside a scenario in which its expectations stand."""
_LEVEL_NAMES = {number: name for name, number in LEVELS.items()}
_TURN_KEYS = ("said", "heard", "answered_by", "events", "needs", "state", "answer")


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


def unmet(path: Path, rubric_of: Any) -> tuple[Diagnostic, ...]:
    """How the visit goes otherwise than expected today, each at its place in the file. ``rubric_of`` gives the rubric
    for a language. Raises `ScenarioError` where the file is no YAML."""
    source = read_source(path)
    return _Compared(path, source, rubric_of).findings()


class _Compared:
    def __init__(self, path: Path, source: Source, rubric_of: Any) -> None:
        self.path, self.source, self.rubric_of = path, source, rubric_of
        self.found: list[Diagnostic] = []

    def add(self, where: Path_, code: str, **details: str) -> None:
        mark = self.source.value_marks.get(where) or self.source.mark(where) or Mark(1, 1)
        self.found.append(Diagnostic(self.source.file, mark.line, mark.column, code, details))

    def findings(self) -> tuple[Diagnostic, ...]:
        data = self.source.data
        loaded = self._loaded(data)
        if loaded is None:
            return tuple(self.found)
        try:
            visit = visit_in(data)
        except (KeyError, ValueError, TypeError, AttributeError):
            self.add(("turns",), "E501")
            return tuple(self.found)
        played = visit.play(loaded, visit.answers)
        self._turns(loaded, played, data["turns"])
        if played.transcript.ending != data.get("ending"):
            now = str(played.transcript.ending or "-")
            self.add(("ending",), "E506", wanted=str(data.get("ending") or "-"), found=now)
        self._graded(played, data)
        return tuple(self.found)

    def _loaded(self, data: dict[str, Any]) -> Loaded | None:
        file = named_file(self.path, data)
        if file is None:
            self.add(("file",), "E500", value=str(data.get("file")))
            return None
        try:
            return load_scenario(file, spoken_in(data))
        except ScenarioError:
            return None  # which is told of with the scenario

    def _turns(self, loaded: Loaded, played: Played, entries: list[dict[str, Any]]) -> None:
        """The first turn that goes otherwise is told of in full; what follows from it is counted."""
        wrong = [n for n, outcome in enumerate(played.outcomes) if self._differs(outcome, entries[n])]
        if wrong:
            first = wrong[0]
            self._told(loaded, first, played.outcomes[first], entries[first])
            if len(wrong) > 1:
                self.add(("turns", wrong[1]), "E505", n=str(len(wrong) - 1))
        if len(played.outcomes) < len(entries):
            self.add(("turns", len(played.outcomes)), "E507", turn=str(len(played.outcomes)))

    @staticmethod
    def _differs(outcome: Outcome, entry: dict[str, Any]) -> bool:
        return (
            list(outcome.answered_by) != list(entry.get("answered_by") or [])
            or set(outcome.events) != set(entry.get("events") or [])
            or outcome.needs != (entry.get("needs") or {})
            or outcome.state != entry.get("state")
        )

    def _told(self, loaded: Loaded, number: int, outcome: Outcome, entry: dict[str, Any]) -> None:
        where: Path_ = ("turns", number)
        turn = str(number + 1)
        wanted = [str(place) for place in entry.get("answered_by") or []]
        if wanted != list(outcome.answered_by):
            now = ", ".join(f"{place} ({key_line(loaded, place)})" for place in outcome.answered_by) or "-"
            self.add((*where, "answered_by"), "E502", turn=turn, wanted=", ".join(wanted) or "-", found=now)
        for key, code, now_, then in (
            ("needs", "E503", _levels(outcome.needs), _levels(entry.get("needs") or {})),
            ("events", "E504", ", ".join(sorted(outcome.events)), ", ".join(sorted(entry.get("events") or []))),
            ("state", "E508", outcome.state, str(entry.get("state"))),
        ):
            if now_ != then:
                by = _by(loaded, outcome.answered_by)
                self.add((*where, key), code, turn=turn, wanted=then or "-", found=f"{now_ or '-'} ({by})")

    def _graded(self, played: Played, data: dict[str, Any]) -> None:
        """Whether it is passed, and the marks that are listed: what the author took out may change."""
        wanted = data.get("marks")
        listed = wanted if isinstance(wanted, dict) else {}
        if not listed and not isinstance(data.get("passed"), bool):
            return
        card = grade(played.transcript, self.rubric_of(played.transcript.header.language))
        now = marks(card)
        for id, mark in listed.items():
            if not isinstance(mark, int | float) or now.get(id) is None or abs(mark - now[id]) > 0.051:
                self.add(("marks", id), "E509", item=id, wanted=_figure(mark), found=_figure(now.get(id)))
        if isinstance(data.get("passed"), bool) and data["passed"] is not card.passed:
            self.add(("passed",), "E510" if data["passed"] else "E511", found=_figure(card.total))


def _levels(needs: dict[str, Any]) -> str:
    return ", ".join(f"{need}: {level}" for need, level in sorted(needs.items()))


def _figure(value: Any) -> str:
    return f"{value:g}" if isinstance(value, int | float) else "-"


def _by(loaded: Loaded, answered_by: tuple[str, ...]) -> str:
    """Where the reaction is written that answered: the client's own before those of its archetypes, the last before the first."""
    lines = [key_line(loaded, place) for place in reversed(answered_by)]
    own = loaded.layers[0].source.file
    return next((line for line in lines if line.startswith(f"{own}:")), lines[0] if lines else "-")
