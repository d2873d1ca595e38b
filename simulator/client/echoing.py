"""What a line would say again: the units of sense that it shares with what the client has just said."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from simulator.client.likeness import units
from simulator.sentences import without_narration

MUCH = 0.4
"""The share of a line's units of sense from which on it says what another line said."""
FEW = 2
"""How many units it shares at least."""


@lru_cache(maxsize=2048)
def sense(line: str) -> frozenset[str]:
    """The units of sense of a line, without its narration."""
    return units(without_narration(line))


def sense_of(lines: Iterable[str]) -> frozenset[str]:
    """The units of sense of several lines together."""
    return frozenset().union(*map(sense, lines))


def least_echoing(lines: Sequence[str], said: frozenset[str]) -> list[str]:
    """Of ``lines`` those that say least again of what was ``said``."""
    if len(lines) < 2 or not said:
        return list(lines)
    again = [len(sense(line) & said) for line in lines]
    most = max(min(again), FEW - 1)
    return [line for line, shared in zip(lines, again, strict=True) if shared <= most]


def says_again(one: str, other: str) -> bool:
    """Whether one of two lines says, for a good part, what the other says."""
    first, second = sense(one), sense(other)
    shared = len(first & second)
    return shared >= max(FEW, MUCH * min(len(first), len(second)))
