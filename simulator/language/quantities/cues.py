"""What the words around a number say of it: cues at a place by it, each with what it weighs."""

import re
from dataclasses import dataclass
from typing import Literal

Place = Literal["before", "behind", "turn", "previous", "both"]


@dataclass(frozen=True, slots=True)
class Cue:
    """What stands at a place by a number, and how much it says, in log-odds; said twice it says twice as much."""

    place: Place
    pattern: re.Pattern[str]
    weight: float


def cue(place: Place, pattern: str, weight: float) -> Cue:
    """A cue of a pattern as it is written."""
    return Cue(place, re.compile(pattern), weight)


def spoken_for(
    cues: tuple[Cue, ...], text: str, start: int, end: int, previous: str, reach: tuple[int, int]
) -> float:
    """What the cues found around a number add up to.

    ``reach`` is how many letters before and behind it are by it; the client's last line was ``previous``.
    """
    before, behind = reach
    turn = f"{text[:start]}|{text[end:]}"
    said = {
        "before": text[max(0, start - before) : start],
        "behind": text[end : end + behind],
        "turn": turn,
        "previous": previous,
        "both": f"{previous}\n{turn}",
    }
    return sum(one.weight * min(2, len(one.pattern.findall(said[one.place]))) for one in cues)
