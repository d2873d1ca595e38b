"""The values of the agreement kit: graded visits, the marks of people, and what their comparison gave."""

from dataclasses import dataclass
from typing import Any

from scoring.scorecard import Scorecard

SCORER = "duilian"
"""The scorer's name among the graders."""
MARKS = {"0": 0.0, "0.5": 0.5, "1": 1.0, "na": None}
"""The marks that an item can have; ``na``: not applicable in this visit."""
TOTAL, RED_LINE = "total", "red_line"
"""Rows of a sheet that are no items: the whole visit, 0-100; whether a red line was crossed, 0 or 1."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit to be compared: the names under which a sheet may know it, the file's own first, and its scorecard."""

    names: tuple[str, ...]
    card: Scorecard

    @property
    def name(self) -> str:
        """The file's name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What people marked: grader -> visit's place -> item -> mark (None: not applicable). ``red`` and ``totals`` likewise."""

    marks: dict[str, dict[int, dict[str, float | None]]]
    red: dict[str, dict[int, bool]]
    totals: dict[str, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two graders over all that both marked. ``exact`` is the share of equal marks, 0-1; ``kappa`` Cohen's with ``low`` and
    ``high`` as its 95 % interval (not applicable is a mark like the others); ``weighted`` with linear weights over the
    marks 0, 0.5 and 1 alone. None where it is not defined: everybody gave one and the same mark."""

    one: str
    other: str
    marks: int
    exact: float
    kappa: float | None
    low: float | None
    high: float | None
    weighted: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Several graders at once. ``fleiss``: Fleiss' kappa over the marks that all of them gave; ``alpha``: Krippendorff's
    alpha for intervals over all marks, gaps allowed. ``marks``: how many marks everybody gave."""

    graders: tuple[str, ...]
    marks: int
    fleiss: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class ItemAgreement:
    """One item over all visits and people. ``exact``: the share of human marks equal to the scorer's; ``apart``: the mean
    of human mark minus scorer's; ``people``: the share of equal marks among people, None with one grader; ``rest``: the
    correlation of the item with the rest of the checklist; ``flags``: ``disagree``, ``low``, ``flat``."""

    id: str
    name: str
    phase: str
    marks: int
    exact: float
    kappa: float | None
    apart: float
    people: float | None
    rest: float | None
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals of the same visits by everybody. ``single`` and ``mean``: ICC(2,1) with its 95 % interval and ICC(2,k), absolute
    agreement; ``consistent``: ICC(3,1). ``correlation``: Pearson's of the scorer with the mean of the people. ``given``:
    whether people gave totals themselves; otherwise they are computed from the marks, without taboos, for everybody."""

    graders: tuple[str, ...]
    visits: int
    given: bool
    single: float | None
    low: float | None
    high: float | None
    mean: float | None
    consistent: float | None
    correlation: float | None
    table: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class RedLines:
    """Whether a red line was crossed. ``same``: judgements of people equal to the scorer's, of ``judged``; ``differ``: visit,
    grader, what the person said and what the scorer did."""

    judged: int
    same: int
    differ: tuple[tuple[str, str, bool, bool], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The whole comparison."""

    people: tuple[str, ...]
    visits: tuple[str, ...]
    rubric: str
    pairs: tuple[Pair, ...]
    everybody: Group
    people_only: Group | None
    items: tuple[ItemAgreement, ...]
    totals: Totals | None
    red_lines: RedLines | None

    def as_json(self) -> dict[str, Any]:
        """The comparison as JSON takes it."""
        from dataclasses import asdict

        return asdict(self)
