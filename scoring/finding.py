"""What a criterion found in a visit: a mark, whether there was a chance at all, and the words that show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that earned or lost a mark.

    ``turn`` is the number of the exchange, 0 for what was decided before the visit or noted after it. ``clause`` is
    quoted from the transcript, ``because`` says in the rubric's language what it shows.
    """

    turn: int
    clause: str
    because: str
    lost: bool = False
    """Whether it shows where the mark was lost, or the chance that was let go, and not what earned it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one criterion: ``value`` 0, 0.5 or 1.

    ``chance`` is False where the visit never gave the occasion: such an item is not applicable, which is another
    thing than missed.
    """

    value: float
    chance: bool = True
    evidence: tuple[Evidence, ...] = ()


NO_CHANCE = Finding(0.0, chance=False)
MISSED = Finding(0.0)


def mark(found: float, full: float, half: float | None = None) -> float:
    """1 from ``full`` on, 0.5 from ``half`` on (half of ``full`` unless told otherwise), else 0."""
    if found >= full:
        return 1.0
    return 0.5 if found > 0 and found >= (full / 2 if half is None else half) else 0.0
