"""What a criterion found in a visit: a mark, whether there was a chance at all, and the words that show it."""

from collections.abc import Callable
from typing import NamedTuple


class Evidence(NamedTuple):
    """Words that earned or lost a mark.

    ``turn`` is the number of the exchange, 0 for what was decided before the visit or noted after it. ``clause`` is
    quoted from the transcript, ``because`` says in the rubric's language what it shows.
    """

    turn: int
    clause: str
    because: str
    lost: bool = False
    """Whether it shows where the mark was lost, or the chance that was let go, and not what earned it."""
    general: bool = False
    """Whether it is an impression of the whole visit, for want of words that show it."""


class Later:
    """Evidence that is put into words when it is looked at: most of what a grading finds is never shown."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[Evidence, ...]]) -> None:
        self._make: Callable[[], tuple[Evidence, ...]] | None = make
        self._made: tuple[Evidence, ...] = ()

    def __call__(self) -> tuple[Evidence, ...]:
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later | tuple) and self() == (other() if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self())

    def __reduce__(self) -> tuple[Callable[..., "Later"], tuple[tuple[Evidence, ...]]]:
        return _at_once, (self(),)


def _at_once(made: tuple[Evidence, ...]) -> Later:
    return Later(lambda: made)


Shown = Later | tuple[Evidence, ...]


def looked_at(shown: Shown) -> tuple[Evidence, ...]:
    """The evidence itself."""
    return shown() if isinstance(shown, Later) else shown


class Finding(NamedTuple):
    """The outcome of one criterion: ``value`` 0, 0.5 or 1, and the words that show it.

    ``chance`` is False where the visit never gave the occasion: such an item is not applicable, which is another
    thing than missed.
    """

    value: float
    chance: bool = True
    shown: Shown = ()

    @staticmethod
    def later(value: float, make: Callable[[], tuple[Evidence, ...]]) -> "Finding":
        """A finding whose evidence is put into words when it is looked at (`Later`)."""
        return _new(Finding, (value, True, Later(make)))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words that show it, or where it was lost."""
        return looked_at(self.shown)


_new = tuple.__new__
"""A finding from its parts: a grading makes hundreds."""
NO_CHANCE = Finding(0.0, chance=False)
MISSED = Finding(0.0)


def mark(found: float, full: float, half: float | None = None) -> float:
    """1 from ``full`` on, 0.5 from ``half`` on (half of ``full`` unless told otherwise), else 0."""
    if found >= full:
        return 1.0
    return 0.5 if found > 0 and found >= (full / 2 if half is None else half) else 0.0
