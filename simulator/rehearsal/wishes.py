"""A condition as the alternatives that would make it true: rows of simple comparisons."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from simulator.scenario.condition import COMPARISONS, Condition, Environment

Wish = tuple[str, str, float]
"""A comparison that is wanted: name, sign, number."""
Way = tuple[Wish, ...]
"""Comparisons wanted together."""
MOST_WAYS = 16
_TOKEN = re.compile(r"\(|\)|<=|>=|==|!=|<|>|\d+(?:\.\d+)?|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)?")
_DENIED = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}
_MIRROR = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


class _Reader:
    """Reads a condition (which is known to be well formed), what is denied turned round."""

    def __init__(self, text: str) -> None:
        self.tokens = _TOKEN.findall(text)
        self.at = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        self.at += 1
        return str(self.tokens[self.at - 1])

    def either(self, denied: bool) -> tuple[Way, ...]:
        parts = [self.both(denied)]
        while self.peek() == "or":
            self.take()
            parts.append(self.both(denied))
        return _all(parts) if denied else _any(parts)

    def both(self, denied: bool) -> tuple[Way, ...]:
        parts = [self.one(denied)]
        while self.peek() == "and":
            self.take()
            parts.append(self.one(denied))
        return _any(parts) if denied else _all(parts)

    def one(self, denied: bool) -> tuple[Way, ...]:
        if self.peek() == "not":
            self.take()
            return self.one(not denied)
        if self.peek() == "(":
            self.take()
            found = self.either(denied)
            self.take()
            return found
        left, sign, right = self.take(), ">=", "1"
        if self.peek() in _DENIED:
            sign, right = self.take(), self.take()
        if left[0].isdigit():
            left, sign, right = right, _MIRROR.get(sign, sign), left
        if left[0].isdigit() or not right[0].isdigit():
            return ((),)  # two numbers or two names: nothing to aim at
        return (((left, _DENIED[sign] if denied else sign, float(right)),),)


def _any(parts: list[tuple[Way, ...]]) -> tuple[Way, ...]:
    return tuple(dict.fromkeys(way for ways in parts for way in ways))[:MOST_WAYS]


def _all(parts: list[tuple[Way, ...]]) -> tuple[Way, ...]:
    joined: list[Way] = [()]
    for ways in parts:
        both = (tuple(dict.fromkeys((*one, *other))) for one in joined for other in ways)
        joined = [way for way in dict.fromkeys(both) if not contradicts(way)][:MOST_WAYS]
    return tuple(joined)


def contradicts(way: Way) -> bool:
    """Whether no value can meet all the comparisons of one name."""
    bounds: dict[str, list[Wish]] = {}
    for wish in way:
        bounds.setdefault(wish[0], []).append(wish)
    return any(len(wishes) > 1 and not _possible(wishes) for wishes in bounds.values())


def _possible(wishes: list[Wish]) -> bool:
    values = {0.0, *(number + step for _, _, number in wishes for step in (-1, 0, 1))}
    return any(all(holds(value, sign, number) for _, sign, number in wishes) for value in values if value >= 0)


@lru_cache(maxsize=2000)
def _read(text: str, denied: bool) -> tuple[Way, ...]:
    return _Reader(text).either(denied)


def ways_to(condition: Condition | None) -> tuple[Way, ...]:
    """The alternatives that make a condition true, at most `MOST_WAYS`; one empty way where there is none."""
    return _read(condition.text, False) if condition is not None else ((),)


def ways_against(condition: Condition | None) -> tuple[Way, ...]:
    """The alternatives that make it false; none where it always holds."""
    return _read(condition.text, True) if condition is not None else ()


def together(*parts: tuple[Way, ...]) -> tuple[Way, ...]:
    """The alternatives that make all of them true."""
    return _all(list(parts))


def holds(value: float, sign: str, number: float) -> bool:
    """Whether a comparison is met."""
    return COMPARISONS[sign](value, number)


_EFFORT = {
    "in": 8,
    "waits": 5,
    "settled": 4,
    "answered": 5,
    "yielded": 5,
    "ignored": 5,
    "revealed": 3,
    "agreed": 6,
    "raised": 4,
}
"""Roughly how many turns a thing takes that is not a mere move."""
_FOR_GOOD = frozenset(
    {"heard", "said", "revealed", "raised", "settled", "answered", "yielded", "ignored", "turn", "round"}
)
"""What never falls again."""
FAR = 1000
"""The distance of what cannot be reached any more."""


class Compared(NamedTuple):
    """A comparison with all that tells how far one is from it; ``shut`` is the name whose being so shuts it for good."""

    name: str
    holds: Callable[[float, float], bool]
    number: float
    for_good: bool
    feeling: bool
    effort: int
    shut: str

    def missing(self, known: Environment) -> int:
        """How much is missing at a moment: 0 where it holds, `FAR` where it never will."""
        value = known.get(self.name, 0)
        if self.holds(value, self.number):
            return 0
        if (self.for_good and value >= self.number) or (self.shut and known.get(self.shut)):
            return FAR
        gap = int(abs(value - self.number))
        return min(FAR, 1 + gap // 3 if self.feeling else self.effort * max(gap, 1))


def compared(wish: Wish) -> Compared:
    """What a wish compares."""
    name, sign, number = wish
    space, _, id = name.partition(".")
    return Compared(
        name, COMPARISONS[sign], number, space in _FOR_GOOD, space in ("trust", "patience"), _EFFORT.get(space, 1),
        f"raised.{id}" if space == "waits" else "",
    )  # fmt: skip
