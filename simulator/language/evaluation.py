"""How well turns are understood, measured against labelled lines.

A line is ``{"text", "prev"?, "moves": [...], "forms"?, "taboos": [...], "quantities"?}``. Moves and taboos are compared
as the turn's sets; a taboo may be written as its id or as an object with an ``id``.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from simulator.language.corpus_file import CorpusTurn
from simulator.vocabulary.moves import MOVES, OTHER, TABOOS
from simulator.vocabulary.turn import Turn


class Understands(Protocol):
    """Whatever turns words into moves."""

    def understand(self, text: str, previous: str = "") -> Turn:
        """What ``text`` does after the client's line ``previous``."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled turn. ``forms`` and ``quantities`` are None where the line says nothing of them."""

    text: str
    previous: str
    moves: frozenset[str]
    taboos: frozenset[str]
    forms: dict[str, str] | None
    quantities: Counter[tuple[str, float, str, str | None]] | None


class LabelledError(ValueError):
    """A labelled line cannot be read: ``line`` counts from 1."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line
        self.problem = problem


def read_labelled(lines: Iterable[str]) -> Iterator[Labelled]:
    """The labelled turns; those that a trainee flagged and nobody has labelled are passed over. Raises `LabelledError`."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if "moves" in record or not record.get("flagged"):
                yield _labelled(record)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise LabelledError(number, str(error)[:120]) from None


def _ids(entries: Any, known: Iterable[str]) -> frozenset[str]:
    found = {str(entry["id"] if isinstance(entry, dict) else entry) for entry in entries or ()} - {OTHER}
    unknown = found - set(known)
    if unknown:
        raise ValueError(f"unknown label {sorted(unknown)[0]!r}")
    return frozenset(found)


def _labelled(record: dict[str, Any]) -> Labelled:
    forms = record.get("forms")
    if isinstance(forms, list):
        asked = sorted(id for id in _ids(record.get("moves"), MOVES) if MOVES[id].asks)
        forms = dict(zip(asked, forms, strict=False)) if len(asked) == len(forms) else None
    quantities = record.get("quantities")
    return Labelled(
        str(record["text"]),
        str(record.get("prev") or ""),
        _ids(record.get("moves"), MOVES),
        _ids(record.get("taboos"), TABOOS),
        {str(k): str(v) for k, v in forms.items()} if isinstance(forms, dict) else None,
        None
        if quantities is None
        else Counter(figure_key(q["issue"], q["value"], q["unit"], q.get("base")) for q in quantities),
    )


def figure_key(issue: str, value: float, unit: str, base: str | None) -> tuple[str, float, str, str | None]:
    """A figure as it is compared: rounded to four places."""
    return issue, round(float(value), 4), unit, base


def labelled_corpus(turns: Iterable[CorpusTurn]) -> Iterator[Labelled]:
    """Turns of the corpus as labelled turns."""
    for turn in turns:
        forms = _whole_forms(
            (move, next(iter(clause.forms)))
            for clause in turn.clauses
            for move in clause.moves
            if MOVES[move].asks and len(clause.forms) == 1
        )
        figures = Counter(
            figure_key(f.issue, f.value, f.unit, f.base) for clause in turn.clauses for f in clause.figures
        )
        moves = frozenset[str]().union(*(clause.moves for clause in turn.clauses))
        taboos = frozenset[str]().union(*(clause.taboos for clause in turn.clauses))
        yield Labelled(turn.text, turn.previous, moves, taboos, forms, figures)


def _whole_forms(asked: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The form of each move of a turn: open if any of its clauses is."""
    forms: dict[str, str] = {}
    for move, form in asked:
        if forms.get(move) != "open":
            forms[move] = form
    return forms


@dataclass
class Tally:
    """Hits, false alarms and misses of one label or of many."""

    hits: int = 0
    alarms: int = 0
    misses: int = 0

    @property
    def precision(self) -> float:
        """Share of what was reported that is right; 1 where nothing was reported."""
        return self.hits / (self.hits + self.alarms) if self.hits + self.alarms else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was reported; 1 where nothing is there."""
        return self.hits / (self.hits + self.misses) if self.hits + self.misses else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return (
            2 * self.hits / (2 * self.hits + self.alarms + self.misses)
            if self.hits + self.alarms + self.misses
            else 1.0
        )

    def row(self) -> dict[str, float | int]:
        """As a row of the report."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "support": self.hits + self.misses,
        }


@dataclass
class Report:
    """What came of an evaluation."""

    turns: int = 0
    labels: dict[str, Tally] = field(default_factory=dict)
    certain: Tally = field(default_factory=Tally)
    clean: int = 0
    false_alarms: int = 0
    nonsense: int = 0
    nonsense_labelled: int = 0
    forms: list[bool] = field(default_factory=list)
    figures: list[bool] = field(default_factory=list)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def _sum(self, taboos: bool) -> tuple[Tally, float]:
        chosen = [tally for id, tally in self.labels.items() if (id in TABOOS) == taboos]
        whole = Tally(sum(t.hits for t in chosen), sum(t.alarms for t in chosen), sum(t.misses for t in chosen))
        supported = [t.f1 for t in chosen if t.hits + t.misses]
        return whole, sum(supported) / len(supported) if supported else 1.0

    def as_json(self) -> dict[str, Any]:
        """The report for machines; shares are 0-1."""
        moves, macro_moves = self._sum(False)
        taboos, macro_taboos = self._sum(True)
        return {
            "turns": self.turns,
            "moves": {**moves.row(), "macro_f1": round(macro_moves, 4)},
            "taboos": {**taboos.row(), "macro_f1": round(macro_taboos, 4)},
            "red_lines_certain": self.certain.row(),
            "false_alarms": _share(self.false_alarms, self.clean),
            "nonsense_labelled": _share(self.nonsense_labelled, self.nonsense),
            "forms": _share(sum(self.forms), len(self.forms)),
            "quantities": _share(sum(self.figures), len(self.figures)),
            "labels": {id: self.labels[id].row() for id in sorted(self.labels)},
            "confusions": [[*pair, number] for pair, number in self.confusions.most_common(20)],
        }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def evaluate(understanding: Understands, turns: Sequence[Labelled]) -> Report:
    """Understands every turn and counts."""
    report = Report()
    for turn in turns:
        read = understanding.understand(turn.text, turn.previous)
        _count(report, turn, read)
    return report


def _count(report: Report, turn: Labelled, read: Turn) -> None:
    report.turns += 1
    moves = frozenset(move.id for move in read.moves)
    taboos = frozenset(taboo.id for taboo in read.taboos)
    for gold, found in ((turn.moves, moves), (turn.taboos, taboos)):
        for id in gold | found:
            tally = report.labels.setdefault(id, Tally())
            tally.hits += id in gold and id in found
            tally.alarms += id not in gold
            tally.misses += id not in found
        for missed in gold - found:
            for alarm in found - gold:
                report.confusions[missed, alarm] += 1
    _count_red_lines(report.certain, turn, read)
    if not turn.taboos:
        report.clean += 1
        report.false_alarms += bool(taboos)
        if not turn.moves:
            report.nonsense += 1
            report.nonsense_labelled += bool(moves or taboos)
    if turn.forms:
        heard = _whole_forms((move.id, str(move.form)) for move in read.moves)
        report.forms.extend(heard[id] == form for id, form in turn.forms.items() if id in heard)
    if turn.quantities is not None:
        figures = Counter(figure_key(q.issue, q.value, q.unit, q.base) for q in read.quantities)
        if figures or turn.quantities:
            report.figures.append(figures == turn.quantities)


def _count_red_lines(tally: Tally, turn: Labelled, read: Turn) -> None:
    gold = {id for id in turn.taboos if TABOOS[id].severity == "red"}
    found = {taboo.id for taboo in read.taboos if taboo.certain and TABOOS[taboo.id].severity == "red"}
    tally.hits += len(gold & found)
    tally.alarms += len(found - gold)
    tally.misses += len(gold - found)
