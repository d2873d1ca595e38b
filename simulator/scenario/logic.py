"""What conditions can and cannot hold: decided by the intervals of the quantities they compare.

Every quantity is a whole number within known bounds, so a conjunction of comparisons is an interval for each name, less
some points. A condition too large to be written out as such conjunctions counts as possible: nothing is said of it.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from simulator.scenario.condition import Comparison, Joined, Term, Tree
from simulator.vocabulary.moves import TABOOS

MOST = 600
"""Conjunctions that are looked at; beyond that a condition counts as possible."""

_DENIED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_COUNTED = frozenset({"turn", "round", "stage", "since_remark", "heard", "said"})


def bounds(name: str) -> tuple[float, float]:
    """The least and the most that a quantity can be."""
    space, _, id = name.partition(".")
    if space in ("trust", "patience"):
        return 0, 100
    if space == "revealed":
        return 0, 3
    if space == "said" and id in TABOOS and TABOOS[id].contextual:
        return 0, 0  # these are found afterwards, from the course of the talk
    return (0, math.inf) if space in _COUNTED else (0, 1)


Bounds = Callable[[str], tuple[float, float]]
"""The least and the most that a quantity can be, by its name."""


@dataclass
class _Range:
    """The whole numbers that are left for one quantity."""

    least: float
    most: float
    without: set[float] = field(default_factory=set)

    def narrow(self, sign: str, number: float) -> bool:
        """Takes out what the comparison forbids; whether anything is left."""
        if sign in (">", ">="):
            self.least = max(self.least, math.floor(number) + 1 if sign == ">" else math.ceil(number))
        elif sign in ("<", "<="):
            self.most = min(self.most, math.ceil(number) - 1 if sign == "<" else math.floor(number))
        elif sign == "==":
            self.least, self.most = max(self.least, number), min(self.most, number)
            if number != int(number):
                return False
        else:
            self.without.add(number)
        while self.least in self.without:
            self.least += 1
        while self.most in self.without:
            self.most -= 1
        return self.least <= self.most


def possible(tree: Tree, within: Bounds = bounds) -> bool:
    """Whether the condition can hold at some moment, every quantity being ``within`` its bounds."""
    ways = _ways(tree, False)
    return ways is None or any(_holds(way, within) for way in ways)


def always(tree: Tree) -> bool:
    """Whether the condition holds at every moment."""
    return not possible(Joined("not", (tree,)))


def covered(tree: Tree | None, others: list[Tree]) -> bool:
    """Whether, whenever ``tree`` holds (None: always), one of ``others`` does too."""
    denied = tuple(Joined("not", (other,)) for other in others)
    parts = denied if tree is None else (tree, *denied)
    return bool(others) and not possible(Joined("and", parts))


def apart(tree: Tree) -> Tree:
    """The condition as it would be if the talk could be in several states at once."""
    if isinstance(tree, Joined):
        return Joined(tree.word, tuple(apart(part) for part in tree.parts))
    left, right = (
        term.replace("in.", "at.", 1) if isinstance(term, str) and term.startswith("in.") else term
        for term in (tree.left, tree.right)
    )
    return Comparison(left, tree.sign, right)


_Way = tuple[Comparison, ...]


def _ways(tree: Tree, deny: bool) -> list[_Way] | None:
    """The conjunctions under which ``tree`` holds (or, denied, does not); None where they are too many."""
    if isinstance(tree, Comparison):
        return [(Comparison(tree.left, _DENIED[tree.sign], tree.right) if deny else tree,)]
    if tree.word == "not":
        return _ways(tree.parts[0], not deny)
    parts = [_ways(part, deny) for part in tree.parts]
    if (tree.word == "or") != deny:
        every = [way for ways in parts if ways is not None for way in ways]
        return None if None in parts or len(every) > MOST else every
    joined: list[_Way] = [()]
    for ways in parts:
        if ways is None:
            continue  # a part of which nothing is known forbids nothing
        joined = [(*left, *right) for left in joined for right in ways]
        if len(joined) > MOST:
            return None
        joined = [way for way in joined if _holds(way)]
    return joined


def _holds(way: _Way, within: Bounds = bounds) -> bool:
    """Whether all comparisons of a conjunction can hold together."""
    ranges: dict[str, _Range] = {}
    for name, sign, number in _named(way):
        if isinstance(name, str):
            if not ranges.setdefault(name, _Range(*within(name))).narrow(sign, number):
                return False
        elif not _Range(name, name).narrow(sign, number) and name == int(name):
            return False
    return sum(name.startswith("in.") and here.least >= 1 for name, here in ranges.items()) <= 1


def _named(way: _Way) -> Iterator[tuple[Term, str, float]]:
    """The comparisons with a number, the name first. Of two names compared with each other nothing is known."""
    for one in way:
        if not isinstance(one.right, str):
            yield one.left, one.sign, one.right
        elif not isinstance(one.left, str):
            yield one.right, _TURNED[one.sign], one.left
