"""The corpus: labelled visits as readable files that a banker can correct.

    # first visit: a bearing works, the owner is in a hurry
    < What do you charge?                         the client's line, as context
    > It depends on the security,  | disclose_terms
    > we usually start around 3.4. | make_offer =rate:3.4%

A turn is a run of ``>`` lines; each is a clause with its labels: a move (questions with ``/open`` or ``/closed``), a
taboo ``!id`` or ``!id:kind``, a figure ``=issue:value unit``, or ``other``. Folders are *hands*: one author each, so
that a hand can be held out as a whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.vocabulary.moves import KIND_FAMILY, MOVES, OTHER, TABOOS

FOLDER = Path(__file__).with_name("corpus")
_FIGURE = re.compile(
    r"=(rate|amount|tenor|share|fee):([+-]?\d+(?:\.\d+)?)(%|bp|month|[A-Z]{3})(?:@(LPR|current|listed))?"
)


class CorpusError(ValueError):
    """A line of the corpus cannot be read; the message names file, line and fault."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A labelled quantity in its canonical unit."""

    issue: str
    value: float
    unit: str
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and its labels: moves, forms of the questions, taboo families with their kinds, figures."""

    text: str
    moves: frozenset[str]
    forms: frozenset[str]
    taboos: frozenset[str]
    kinds: frozenset[str]
    figures: tuple[Figure, ...]

    @property
    def labels(self) -> frozenset[str]:
        """Moves and taboos in one set, taboos marked with ``!``."""
        return self.moves | {f"!{taboo}" for taboo in self.taboos}


@dataclass(frozen=True, slots=True)
class CorpusTurn:
    """One turn: who wrote it, the client's line before, its clauses, the text as typed."""

    hand: str
    place: str
    previous: str
    clauses: tuple[Clause, ...]
    text: str

    @property
    def labels(self) -> frozenset[str]:
        """The union over the clauses."""
        return frozenset[str]().union(*(clause.labels for clause in self.clauses))


def read_corpus(language: str, folder: Path = FOLDER) -> tuple[CorpusTurn, ...]:
    """Every turn of a language, hand by hand. Raises `CorpusError` naming the line."""
    files = sorted((folder / language).glob("*/*.txt"))
    return tuple(turn for file in files for turn in read_file(file, language))


def read_file(file: Path, language: str) -> Iterator[CorpusTurn]:
    """The turns of one file."""
    previous = ""
    clauses: list[Clause] = []
    start = 0
    joint = "" if language == "zh" else " "
    lines = [*file.read_text(encoding="utf-8").splitlines(), ""]
    for number, line in enumerate(lines, 1):
        place = f"{file.parent.name}/{file.name}:{number}"
        if line.startswith("> "):
            clauses.append(read_clause(line[2:], place))
            start = start or number
            continue
        if clauses and not line.startswith("#"):
            text = joint.join(clause.text for clause in clauses)
            yield CorpusTurn(
                file.parent.name, f"{file.parent.name}/{file.name}:{start}", previous, tuple(clauses), text
            )
            previous, clauses, start = "", [], 0
        if line.startswith("<"):
            previous = line[1:].strip()
        elif line.strip() and not line.startswith("#"):
            raise CorpusError(f"{place}: a line begins with '# ', '< ' or '> '")


def read_clause(line: str, place: str) -> Clause:
    """A clause written as ``text | labels``; ``place`` is named in errors."""
    text, bar, labels = line.rpartition("|")
    if not bar or not text.strip():
        raise CorpusError(f"{place}: a clause is 'text | labels'")
    moves, forms, taboos, kinds = set(), set(), set(), set()
    figures: list[Figure] = []
    for label in labels.split():
        if label.startswith("="):
            figures.append(_figure(label, place))
        elif label.startswith("!"):
            family, _, kind = label[1:].partition(":")
            if family not in TABOOS or (kind and KIND_FAMILY.get(kind) != family):
                raise CorpusError(f"{place}: unknown taboo {label}")
            taboos.add(family)
            kinds.update([kind] if kind else [])
        elif label != OTHER:
            move, _, form = label.partition("/")
            if move not in MOVES or (form and form not in ("open", "closed")):
                raise CorpusError(f"{place}: unknown move {label}")
            moves.add(move)
            forms.update([form] if form else [])
    return Clause(
        text.strip(), frozenset(moves), frozenset(forms), frozenset(taboos), frozenset(kinds), tuple(figures)
    )


def _figure(label: str, place: str) -> Figure:
    match = _FIGURE.fullmatch(label)
    if match is None:
        raise CorpusError(f"{place}: a figure is like =rate:3.85% or =rate:-20bp@LPR, not {label}")
    return Figure(match[1], float(match[2]), match[3], match[4])
