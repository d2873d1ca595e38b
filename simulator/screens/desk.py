"""What the screens need done behind them: visits opened, resumed and graded. Knows no screen.

Everything heavy is imported inside the functions, so that the library is drawn before any of it is loaded.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.i18n import language

if TYPE_CHECKING:
    from scoring import Debrief, Rubric
    from scoring.what_if import WhatIf
    from simulator.scenario.load import Loaded
    from simulator.scenario.model import Scenario
    from simulator.screens.start import Start
    from simulator.transcript.record import Preparation, Review, Transcript
    from simulator.visit.amending import Reading
    from simulator.visit.journal import Journal
    from simulator.visit.store import Unfinished
    from simulator.visit.visit import Understands, Visit


BROKEN_OFF = "broken-off"
"""The ending of a visit that could not go on."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A visit on the desk, with the journal to be closed when it is put away (None: someone else's to close)."""

    visit: "Visit"
    journal: "Journal | None"
    file: Path | None = None
    """Where the visit is written; None where nobody said."""

    def close(self) -> None:
        """Lets go of the visit's file."""
        if self.journal is not None:
            self.journal.close()


@dataclass(frozen=True, slots=True)
class Past:
    """A visit that has ended: its file, and its total of 0-100."""

    path: Path
    transcript: "Transcript"
    total: float


def warm_up() -> None:
    """Loads what a visit will need; called from a thread once the first screen stands."""
    import scoring  # noqa: F401  for its loading alone, as the one below
    import simulator.language.understanding
    import simulator.visit.visit  # noqa: F401


def now() -> str:
    """The time of day, as transcripts keep it."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def load(path: Path) -> "Loaded":
    """The scenario in the reader's language or, where it has none, in its own. Raises `ScenarioError`."""
    from simulator.scenario.diagnostics import ScenarioError
    from simulator.scenario.load import load_scenario

    try:
        return load_scenario(path, language())
    except ScenarioError as error:
        if all(diagnostic.code == "S202" for diagnostic in error.diagnostics):
            return load_scenario(path)
        raise


def _reader(start: "Start") -> "Callable[[Scenario], Understands]":
    if start.understanding is not None:
        return start.understanding
    from simulator.language.understanding import Understanding

    def recogniser(scenario: "Scenario") -> "Understands":
        ready = Understanding(scenario.language, scenario)
        ready.understand("1")  # loads the model now, not under the first turn
        return ready

    return recogniser


def begin(loaded: "Loaded", path: Path, preparation: "Preparation | None", start: "Start") -> Opened:
    """A new visit with its preparation, on disk. Raises `JournalError`."""
    from simulator.scenario.library import SHIPPED
    from simulator.visit.journal import Journal
    from simulator.visit.store import new_path, remember
    from simulator.visit.visit import Visit

    seed = random.SystemRandom().randrange(100_000) if start.seed is None else start.seed
    source = "" if path.resolve().is_relative_to(SHIPPED) else str(path)
    journal = Journal(start.out or new_path(loaded.scenario.id, now(), seed))
    visit = Visit.begin(
        loaded,
        _reader(start)(loaded.scenario),
        journal,
        now,
        seed=seed,
        mode=start.mode,
        learner=start.learner,
        source=source,
    )
    remember(journal.path)
    if preparation is not None:
        visit.prepare(preparation)
    return Opened(visit, journal, journal.path)


def unfinished_at(path: Path) -> "Unfinished":
    """An unfinished visit by its file. Raises `TranscriptError` or OSError."""
    from simulator.visit.store import Unfinished, read_file

    return Unfinished(path, read_file(path))


class CannotGoOnError(Exception):
    """An unfinished visit cannot be resumed: its scenario is ``gone`` or has been ``changed`` since."""

    def __init__(self, reason: str, scenario: str) -> None:
        super().__init__(f"{scenario}: {reason}")
        self.reason = reason
        self.scenario = scenario


def take_up(unfinished: "Unfinished", start: "Start") -> Opened:
    """A visit taken up where it was left. Raises `CannotGoOnError` or `JournalError`."""
    from simulator.visit.journal import Journal
    from simulator.visit.store import scenario_of
    from simulator.visit.visit import Visit

    loaded = scenario_of(unfinished.transcript)
    header = unfinished.transcript.header
    if loaded is None:
        raise CannotGoOnError("gone", header.scenario)
    if loaded.hash != header.scenario_hash:
        raise CannotGoOnError("changed", header.scenario)
    journal = Journal(unfinished.path, resume=True)
    visit = Visit(loaded, unfinished.transcript, _reader(start)(loaded.scenario), journal, now)
    return Opened(visit, journal, journal.path)


def break_off(unfinished: "Unfinished") -> "Transcript":
    """Ends a visit that cannot go on, so that it can be debriefed. Raises `JournalError`."""
    from simulator.transcript.format import end_line
    from simulator.visit.journal import Journal

    with Journal(unfinished.path, resume=True) as journal:
        journal.append(end_line(BROKEN_OFF))
    return replace(unfinished.transcript, ending=BROKEN_OFF)


def past_visits(files: "Iterator[tuple[Path, Transcript]]", most: int) -> "tuple[Past, ...]":
    """At most so many of the visits, with what they were worth by the present checklist."""
    from scoring import grade

    checklist = rubric()
    return tuple(Past(path, visit, grade(visit, checklist).total) for path, visit in islice(files, most))


def rubric() -> "Rubric":
    """The visit checklist in the reader's language. Raises `ScenarioError`."""
    from scoring import load_rubric

    return load_rubric(language=language())


def assess(transcript: "Transcript") -> "Debrief":
    """The debrief of a visit, in the reader's language."""
    from scoring import debrief, grade

    checklist = rubric()
    return debrief(transcript, grade(transcript, checklist), checklist)


def other_words(transcript: "Transcript", start: "Start") -> "WhatIf | str":
    """What would have come of other words; where the visit cannot be played again, why not, in words."""
    from scoring import load_rubric
    from simulator.i18n import _
    from simulator.rehearsal.rewinding import CannotReplayError
    from simulator.rehearsal.trying import try_other_words

    try:
        checklist = load_rubric(language=transcript.header.language)
        return try_other_words(transcript, checklist, _reader(start))
    except CannotReplayError:
        return _("The client has been rewritten since, so other words cannot be tried out.")


def play_again(transcript: "Transcript", turn: int, name: str, start: "Start") -> Opened:
    """A new visit that is this one up to ``turn``. Raises `BranchError` or `JournalError`."""
    from simulator.visit.branching import branch, branched
    from simulator.visit.journal import Journal
    from simulator.visit.store import new_path, scenario_of

    loaded = scenario_of(transcript)
    branched(transcript, turn, loaded)
    assert loaded is not None
    journal = Journal(new_path(transcript.header.scenario, now(), transcript.header.seed))
    visit = branch(loaded, transcript, turn, _reader(start)(loaded.scenario), journal, now, name=name)
    return Opened(visit, journal, journal.path)


def amend_past(path: Path, turn: int, reading: "Reading", review: "Review") -> "tuple[Transcript, float, float]":
    """Amends a turn of the past visit in a file: the visit, its total and that before. Raises `JournalError`, OSError."""
    from scoring import grade
    from simulator.visit.review import amend_past as amend
    from simulator.visit.store import read_file

    checklist = rubric()
    before = grade(read_file(path), checklist).total
    after = amend(path, turn, reading, replace(review, at=now()))
    return after, grade(after, checklist).total, before


def choice_words(transcript: "Transcript") -> dict[str, dict[float, str]]:
    """For the issues that have no figure: the author's word for each value; nothing where the scenario is gone."""
    from simulator.visit.store import scenario_of

    loaded = scenario_of(transcript)
    bargaining = loaded.scenario.bargaining if loaded is not None else None
    issues = bargaining.issues if bargaining is not None else {}
    return {id: _first_words(issue.values) for id, issue in issues.items() if issue.values}


def _first_words(values: dict[str, float]) -> dict[float, str]:
    return {number: word for word, number in reversed(values.items())}
