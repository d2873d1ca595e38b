"""Which positions of a client are the same for everything that can still happen.

What a scenario's conditions compare a value with cuts its range into pieces; within a piece no condition can tell one
value from another. Two positions are merged when they agree on the state, on the piece that trust, patience, the turn and
the time in the state and since the last remark lie in, on the needs' levels, on how often was heard and said what conditions ask for (up to the
largest number that they ask for), on remarks raised, settled and waiting, on the table, on reactions that come only
once, and on the ending.

What this leaves out are lines already said, the trainee's words, the topic last spoken of, and how much of a kindness'
gain is used up. These change what is said and how far trust moves, never which reaction is possible at a given trust.
So every route found is real, for it is a row of real steps; but that nothing more was found is no proof by itself
(`simulator.rehearsal.possible` proves what is impossible).
"""

import re
from bisect import bisect_right
from collections.abc import Hashable
from dataclasses import dataclass

from simulator.client import Position
from simulator.client.client import LOW_PATIENCE
from simulator.scenario.model import GROUPS, Scenario
from simulator.scenario.references import conditions, reactions

_COMPARED = re.compile(r"([a-z_]+(?:\.[\w-]+)?)\s*(<=|>=|==|!=|<|>)\s*(\d+(?:\.\d+)?)")
_TURNED = re.compile(r"(\d+(?:\.\d+)?)\s*(<=|>=|==|!=|<|>)\s*([a-z_]+(?:\.[\w-]+)?)")
_PASSING = ("turn", "stage", "since_remark")
"""What goes on by itself from turn to turn."""
_MIRROR = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True)
class Abstraction:
    """How positions of one scenario are merged. ``cuts`` are, by name, the values at which a condition changes."""

    cuts: dict[str, tuple[float, ...]]
    heard: tuple[str, ...]
    said: tuple[str, ...]
    once: frozenset[str]

    def piece(self, name: str, value: float) -> int:
        """The number of the piece, from 0, that a value lies in."""
        return bisect_right(self.cuts.get(name, ()), value)

    def waits(self, turn: int) -> bool:
        """Whether some condition still waits for a later turn than this one."""
        return turn < max((cut for name in _PASSING for cut in self.cuts.get(name, ())), default=0)

    def key(self, position: Position) -> Hashable:
        """What positions must agree on to be merged."""
        heard, said, table = dict(position.heard), dict(position.said), position.table
        return (
            position.state,
            position.ending,
            position.pending,
            self.piece("trust", position.trust),
            self.piece("patience", position.patience),
            self.piece("turn", position.turn + 1),
            self.piece("stage", position.turn + 1 - position.entered),
            self.piece("since_remark", position.turn + 1 - position.remarked),
            position.needs,
            tuple(self.piece(f"heard.{name}", _times(heard, name)) for name in self.heard),
            tuple(self.piece(f"said.{name}", _said(said, name)) for name in self.said),
            frozenset(position.raised),
            position.settled,
            position.outcomes,
            tuple(place for place in position.fired if place in self.once),
            None
            if table is None
            else (
                self.piece("round", table.round),
                bool(table.agreed),
                tuple(id for id, _ in table.theirs),
                bool(table.referred),
                table.authorised,
            ),
        )


def _times(heard: dict[str, int], name: str) -> int:
    return sum(heard.get(move, 0) for move in GROUPS[name]) if name in GROUPS else heard.get(name, 0)


def _said(said: dict[str, int], name: str) -> int:
    return sum(said.values()) if name == "any" else said.get(name, 0)


def abstraction_of(scenario: Scenario) -> Abstraction:
    """The cuts that the scenario's conditions make, and those of the client's own (leaving, growing impatient)."""
    cuts: dict[str, set[float]] = {"patience": {1, LOW_PATIENCE}}
    for _, condition in conditions(scenario):
        for name in condition.names:
            cuts.setdefault(name, {1} if "." in name else set())
        for name, operator, number in comparisons(condition.text):
            cuts.setdefault(name, set()).update(_cut(operator, float(number)))
    if scenario.bargaining is not None:
        cuts.setdefault("round", set()).add(scenario.bargaining.rounds + 1)
    names = list(cuts)
    return Abstraction(
        cuts={name: tuple(sorted(values)) for name, values in cuts.items()},
        heard=tuple(name.partition(".")[2] for name in names if name.startswith("heard.")),
        said=tuple(name.partition(".")[2] for name in names if name.startswith("said.")),
        once=frozenset("/".join(str(part) for part in path) for path, r in reactions(scenario) if r.once),
    )


def comparisons(text: str) -> list[tuple[str, str, str]]:
    """The comparisons of a condition as (name, sign, number), the name first."""
    turned = [(name, _MIRROR.get(sign, sign), number) for number, sign, name in _TURNED.findall(text)]
    return [*_COMPARED.findall(text), *turned]


def _cut(operator: str, number: float) -> set[float]:
    """Where the outcome changes, for whole values."""
    match operator:
        case "<" | ">=":
            return {number}
        case ">" | "<=":
            return {number + 1}
    return {number, number + 1}
