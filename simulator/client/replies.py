"""Choosing and joining the client's lines."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import Template

from simulator.scenario.model import Lines

MEMORY = 400
"""How many lines back the client remembers having said."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a reply, the place in the scenario that it comes from, and how much it matters (more is more).

    ``phase`` is that of the move it answers; ``canned`` says that it would fit any client; ``key`` is the line as it
    was written (`line_key`).
    """

    text: str
    place: str
    weight: int
    phase: str = ""
    canned: bool = False
    key: int = 0


def line_key(line: str) -> int:
    """A small, stable name for a line."""
    return zlib.crc32(line.encode())


def pick(
    places: Iterable[Lines], trust: int, spoken: Sequence[int], seed: int, turn: int, place: str
) -> str | None:
    """A line for ``trust`` that has not been said, or None where all have.

    The places are tried in their order; in each, the lines that fit the trust before the others. Among those that fit
    alike the seed decides.
    """
    for lines in places:
        for fitting in (lines.fitting(trust), lines.all):
            fresh = [line for line in fitting if line_key(line) not in spoken]
            if fresh:
                return fresh[_chance(seed, turn, place) % len(fresh)]
    return None


def oldest(lines: Lines, spoken: Sequence[int]) -> str:
    """Of lines that have all been said the one said longest ago; empty where there are none."""
    return min(lines.all, key=lambda line: _last_said(line, spoken), default="")


def fresh_lines(lines: Lines, spoken: Sequence[int]) -> bool:
    """Whether any line of a place has not been said yet."""
    return any(line_key(line) not in spoken for line in lines.all)


def _last_said(line: str, spoken: Sequence[int]) -> int:
    key = line_key(line)
    return max((at for at, said in enumerate(spoken) if said == key), default=-1)


def _chance(seed: int, turn: int, place: str) -> int:
    """A number that looks random, the same on every machine."""
    return zlib.crc32(f"{seed}|{turn}|{place}".encode())


def filled(line: str, values: dict[str, str]) -> str:
    """The line with its declared names filled in; anything else stays as it is written."""
    return Template(line).safe_substitute(values) if "$" in line else line


_NARRATION = ("【", "（", "[", "(")


def attributed(line: str, speaker: str, language: str) -> str:
    """The line with the name of who says it, where that is not the client.

    A line that begins with narration shows by itself who speaks.
    """
    if not speaker or line.startswith(_NARRATION):
        return line
    return f"【{speaker}】{line}" if language == "zh" else f"[{speaker}] {line}"


def remembered(spoken: tuple[int, ...], *keys: int) -> tuple[int, ...]:
    """The memory of lines with these said last."""
    return (*spoken, *keys)[-MEMORY:]


ASIDE = 0.55
"""A line that matters less than this share of the weightiest is left unsaid: people answer what counts."""
INITIATIVE = 99
"""The weight of what the client brings up by itself: always said, and beside it the answer it would have given anyway."""
OUTRAGE = 100
"""Beside a line of this weight nothing is said that would fit any client."""
PATCHED = 2
"""Lines from different places that still read as one person's speech; more are said only where more was asked."""
ASKED = 80
"""The weight of an answer to a question."""
_ONE_EACH = frozenset({"open", "discover", "listen", "present"})
"""Phases of which one canned line is enough in a reply, and none where the client has something of its own to say."""


def kept(parts: Sequence[Part], most: int = 3) -> list[Part]:
    """The parts that are said: the weightiest ``most`` that matter beside each other, in the order provoked."""
    chosen = _without_clutter(parts)
    answers = [parts[i].weight for i in chosen if parts[i].weight != INITIATIVE]
    heaviest = max(answers, default=0)
    ranked = sorted(chosen, key=lambda i: (-parts[i].weight, i))
    said = [i for i in ranked if parts[i].weight >= ASIDE * heaviest][:most]
    return [parts[i] for i in sorted(i for n, i in enumerate(said) if n < PATCHED or parts[i].weight >= ASKED)]


_ENOUGH = frozenset({"open", "listen", "present", "negotiate", "repair"})
"""Phases of which nothing canned is said beside what the client answers to an answer it waited for."""


def _without_clutter(parts: Sequence[Part]) -> list[int]:
    """The places in ``parts`` of what is left when canned lines give way to better ones."""
    heaviest = max((part.weight for part in parts), default=0)
    own = {part.phase for part in parts if not part.canned}
    answered = any("/answers/" in part.place for part in parts)
    chosen = []
    for at, part in enumerate(parts):
        rivals = [i for i, other in enumerate(parts) if other.canned and other.phase == part.phase]
        best = max(rivals, key=lambda i: (parts[i].weight, i), default=at)
        crowded = part.phase in _ONE_EACH and (part.phase in own or best != at)
        crowded = crowded or (answered and part.phase in _ENOUGH)
        if not (part.canned and (crowded or (heaviest >= OUTRAGE and part.weight < OUTRAGE))):
            chosen.append(at)
    return chosen


def joined(parts: Sequence[Part], language: str) -> str:
    """The texts of ``parts`` as one reply."""
    return ("" if language == "zh" else " ").join(part.text for part in parts)
