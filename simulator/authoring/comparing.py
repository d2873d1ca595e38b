"""How a visit goes otherwise than an expectation says, each at its place in the file."""

from pathlib import Path
from typing import Any

from scoring import grade
from simulator.authoring.expecting import Outcome, Played, marks, named_file, spoken_in, visit_in
from simulator.authoring.tracing import key_line
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.load import Loaded, load_scenario
from simulator.scenario.source import Mark, Path_, Source, read_source


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
