"""What would have come of other words, as values: worked out above scoring, where the client is known, and shown everywhere.

Nothing here is guessed: each counterfactual was played through the same client with everything else the trainee said left
as it was, and graded again.
"""

from dataclasses import dataclass
from typing import Any, Literal

How = Literal["before", "with", "instead", "form"]
"""Said as a turn of its own before the turn; together with what was said in it; in place of it; or put into a form."""


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """A line with which a missed item would have been earned, or a taboo left out.

    ``turn`` is the number of the exchange as it was played, 0 for the form before the visit. ``moves`` is how the line is
    read; ``confirmed`` whether the recogniser read it so. ``earned`` is the item's mark after it (1 for a taboo left out)
    and ``total`` the points of the visit then.
    """

    kind: Literal["item", "taboo"]
    id: str
    turn: int
    how: How
    line: str
    moves: tuple[str, ...]
    confirmed: bool
    earned: float
    total: float

    def as_json(self) -> dict[str, Any]:
        """The counterfactual as JSON takes it."""
        return {
            "kind": self.kind,
            "id": self.id,
            "turn": self.turn,
            "how": self.how,
            "line": self.line,
            "moves": list(self.moves),
            "confirmed": self.confirmed,
            "earned": self.earned,
            "total": self.total,
        }


@dataclass(frozen=True, slots=True)
class Reachable:
    """The best result found from after ``turn`` on: what is reachable is at least that, for the search is not exhaustive."""

    turn: int
    total: float
    passed: bool


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """The turn that cost most: after it a pass was out of reach (``pass``), or the best result fell furthest (``points``);
    or nothing was lost before the ``end`` of the visit, which came too soon.

    ``before`` and ``after`` are the best totals reachable before and after it.
    """

    kind: Literal["pass", "points", "end"]
    turn: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class WhatIf:
    """All of it. ``total`` is what the visit was worth as it was; ``turning`` None where nothing much was ever lost."""

    total: float
    counterfactuals: tuple[Counterfactual, ...] = ()
    reachable: tuple[Reachable, ...] = ()
    turning: TurningPoint | None = None
    without_red: float | None = None
    """What the visit would have been worth with the better line in place of every red line; None without red lines."""

    def of_item(self, id: str) -> Counterfactual | None:
        """What would have earned an item."""
        return next((c for c in self.counterfactuals if c.kind == "item" and c.id == id), None)

    def of_taboo(self, id: str, turn: int) -> Counterfactual | None:
        """What would have become of the visit without a taboo."""
        found = (c for c in self.counterfactuals if c.kind == "taboo" and (c.id, c.turn) == (id, turn))
        return next(found, None)

    def as_json(self) -> dict[str, Any]:
        """The keys that a scorecard gains by it."""
        return {
            "counterfactuals": [counterfactual.as_json() for counterfactual in self.counterfactuals],
            "reachable": [{"turn": r.turn, "total": r.total, "passed": r.passed} for r in self.reachable],
            "without_red_lines": self.without_red,
            "turning_point": None if self.turning is None else {
                "kind": self.turning.kind,
                "turn": self.turning.turn,
                "before": self.turning.before,
                "after": self.turning.after,
            },
        }  # fmt: skip
