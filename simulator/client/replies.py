"""Choosing and joining the client's lines."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import Template
from typing import Literal

from simulator.client.echoing import in_keeping, least_echoing, opens_anew
from simulator.scenario.model import Lines
from simulator.sentences import NARRATION

Tone = Literal["even", "pleased", "displeased", "concluding"]
MEMORY = 400
"""How many lines back the client remembers having said."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a reply, the place in the scenario that it comes from, and how much it matters (more is more).

    ``phase`` is that of the move it answers; ``canned`` says that it would fit any client; ``key`` is the line as it
    was written (`line_key`). ``due`` lines tell what came of the turn and are always said; ``tone`` is how the client
    takes what it answers. ``clause`` are the trainee's words that it answers, where they are known; a ``guess`` would
    answer any remark, or any question of its kind.
    """

    text: str
    place: str
    weight: int
    phase: str = ""
    canned: bool = False
    key: int = 0
    due: bool = False
    tone: Tone = "even"
    clause: str = ""
    guess: bool = False
    speaker: str = ""
    """Who says it, where that is not the client."""
    topic: str = ""
    """The subject of the act that it answers, where that had one."""
    spent: bool = False
    """Whether it only adds to a matter that the client has told in full, so that it answers no question by itself."""


def line_key(line: str) -> int:
    """A small, stable name for a line."""
    return zlib.crc32(line.encode())


def pick(
    places: Iterable[Lines],
    trust: int,
    spoken: Sequence[int],
    seed: int,
    turn: int,
    place: str,
    said: frozenset[str] = frozenset(),
    beside: Sequence[str] = (),
) -> str | None:
    """A line for ``trust`` that has not been said, or None where all have.

    The places are tried in their order; in each, the lines that fit the trust before the others. Among those that fit
    alike the ones go first that contradict nothing said ``beside`` them in the same turn, repeat least of what was just
    ``said`` (its units of sense), and do not open with the same little word; then the seed decides.
    """
    for lines in places:
        for fitting in (lines.fitting(trust), lines.all):
            fresh = [line for line in fitting if line_key(line) not in spoken]
            if fresh:
                fresh = least_echoing(in_keeping(fresh, beside), said)
                fresh = opens_anew(fresh, beside)
                return fresh[_chance(seed, turn, place) % len(fresh)]
    return None


@lru_cache(maxsize=4096)
def _not_naming(lines: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(line for line in lines if not names(line, name))


def names(line: str, name: str) -> bool:
    """Whether a line has a place for what is called ``name``."""
    return f"${name}" in line or f"${{{name}}}" in line


def without(lines: Lines, name: str) -> Lines:
    """The lines that need nothing that is called ``name``."""
    if not any(name in line for line in lines.all if "$" in line):
        return lines
    low, mid, high, any_ = (_not_naming(band, name) for band in (lines.low, lines.mid, lines.high, lines.any))
    return Lines(low=low, mid=mid, high=high, any=any_)


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


_OPENING = ("【", "（", "[", "(")


def attributed(line: str, speaker: str, language: str) -> str:
    """The line with the name of who says it, where that is not the client.

    A line that begins with narration shows by itself who speaks.
    """
    if not speaker or line.startswith(_OPENING):
        return line
    return f"【{speaker}】{line}" if language == "zh" else f"[{speaker}] {line}"


def remembered(spoken: tuple[int, ...], *keys: int) -> tuple[int, ...]:
    """The memory of lines with these said last."""
    return (*spoken, *keys)[-MEMORY:]


def _without_narrated(text: str, said: Sequence[str]) -> str:
    """The text without narration at its head that stands word for word in what was ``said`` before."""
    narrated = NARRATION.match(text)
    if narrated is None or not any(narrated.group() in before for before in said):
        return text
    return text[narrated.end() :].lstrip() or text


INITIATIVE = 99
"""The weight of what the client brings up by itself."""
OUTRAGE = 100
"""Beside a line of this weight nothing is said that would fit any client."""


def joined(parts: Sequence[Part], language: str, client: str = "") -> str:
    """The texts of ``parts`` as one reply; the name of the ``client`` stands where it speaks again after somebody else.

    What is narrated is narrated once.
    """
    said: list[str] = []
    for number, part in enumerate(parts):
        back = number > 0 and bool(parts[number - 1].speaker) and not part.speaker
        text = _without_narrated(part.text, said)
        said.append(attributed(text, client, language) if back else text)
    return ("" if language == "zh" else " ").join(said)
