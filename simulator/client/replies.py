"""Choosing and joining the client's lines."""

import zlib
from dataclasses import dataclass
from string import Template

from simulator.scenario.model import Lines

MEMORY = 400
"""How many lines back the client remembers having said."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a reply, the place in the scenario that it comes from, and how much it matters (more is more)."""

    text: str
    place: str
    weight: int


def line_key(line: str) -> int:
    """A small, stable name for a line."""
    return zlib.crc32(line.encode())


def pick(lines: Lines, trust: int, spoken: tuple[int, ...], seed: int, turn: int, place: str) -> tuple[str, bool]:
    """A line for ``trust`` and whether it is fresh.

    Among the fitting lines not yet said the seed decides; then any other line of the place; where all have been
    said, the one said longest ago, so that no line comes twice running. Empty where there are no lines at all.
    """
    fitting = lines.fitting(trust)
    fresh = [line for line in fitting if line_key(line) not in spoken]
    fresh = fresh or [line for line in lines.all if line_key(line) not in spoken]
    if fresh:
        return fresh[_chance(seed, turn, place) % len(fresh)], True
    if not fitting:
        return "", False
    return min(fitting, key=lambda line: _last_said(line, spoken)), False


def fresh_lines(lines: Lines, spoken: tuple[int, ...]) -> bool:
    """Whether any line of a place has not been said yet."""
    return any(line_key(line) not in spoken for line in lines.all)


def _last_said(line: str, spoken: tuple[int, ...]) -> int:
    key = line_key(line)
    return max((at for at, said in enumerate(spoken) if said == key), default=-1)


def _chance(seed: int, turn: int, place: str) -> int:
    """A number that looks random, the same on every machine."""
    return zlib.crc32(f"{seed}|{turn}|{place}".encode())


def filled(line: str, values: dict[str, str]) -> str:
    """The line with its declared names filled in; anything else stays as it is written."""
    return Template(line).safe_substitute(values) if "$" in line else line


def remembered(spoken: tuple[int, ...], line: str) -> tuple[int, ...]:
    """The memory of lines with ``line`` said last."""
    return (*spoken, line_key(line))[-MEMORY:]


ASIDE = 0.55
"""A line that matters less than this share of the weightiest is left unsaid: people answer what counts."""


def joined(parts: list[Part], language: str, most: int = 3) -> str:
    """One reply from the parts: the weightiest ``most`` that matter beside each other, in the order provoked."""
    heaviest = max((part.weight for part in parts), default=0)
    ranked = sorted(range(len(parts)), key=lambda i: (-parts[i].weight, i))
    kept = [i for i in ranked if parts[i].weight >= ASIDE * heaviest][:most]
    texts = [parts[i].text for i in sorted(kept)]
    return ("" if language == "zh" else " ").join(texts)
