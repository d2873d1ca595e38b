"""What a line would say again: the units of sense that it shares with what the client has just said."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from simulator.client.likeness import units
from simulator.sentences import pieces, without_narration

MUCH = 0.33
"""The share of a line's units of sense from which on it says what another line said."""
FEW = 2
"""How many units it shares at least."""


_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million)"
)
_FIGURE = re.compile(
    rf"[一二两三四五六七八九十百千万亿]{{3,}}|\d[\d,]*[.,]\d+|\d{{3,}}|\b{_NUMBER}(?:[ -](?:and |point )?{_NUMBER})+\b",
    re.IGNORECASE,
)
"""A figure that says something by itself: so few speak of the same one by chance."""


@lru_cache(maxsize=2048)
def sense(line: str) -> frozenset[str]:
    """The units of sense of a line, without its narration; a figure of several words is one more."""
    said = without_narration(line)
    return units(said) | {_figure(found) for found in _FIGURE.findall(said)}


def _figure(said: str) -> str:
    """A figure as it is compared: 九百三 is 九百三十万."""
    return said.lower().replace("-", " ") if said[0].isascii() else said[:3]


def figures_in(line: str) -> frozenset[str]:
    """The figures of a line that say something by themselves, as they are compared."""
    return frozenset(map(_figure, _FIGURE.findall(without_narration(line))))


def said_anew(line: str, before: str) -> str:
    """``line`` without the sentences that tell a figure again, with nothing new beside it, that was told ``before``; empty where none is left.

    Whoever answers two questions about one thing does not say the sum twice.
    """
    told, said = figures_in(before), sense(before)
    if not told & figures_in(line):
        return line
    anew = [part for part in pieces(line) if not _tells_again(part, told, said)]
    return "".join(anew).strip() if any(sense(part) for part in anew) else ""


def _tells_again(part: str, told: frozenset[str], said: frozenset[str]) -> bool:
    figures = figures_in(part)
    return bool(figures) and figures <= told and len(sense(part) & said) >= FEW


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


_STAYS = re.compile(
    r"不走了|先不(?:走|销|转)|不(?:销|转)了|再坐(?:会|一会)|\b(?:i'?m|i am) not (?:going|leaving)\b|\bi(?:'ll| will)? stay|\b(?:don'?t|won'?t) (?:cut up|close)\b",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"(?<![不慢别要没好])走了(?!不)|(?<!不)走啦|那我走|\b(?:i'?m|i am) off\b|\bi(?:'ll| will) be (?:off|going)\b",
    re.IGNORECASE,
)


def contradicts(one: str, other: str) -> bool:
    """Whether of two lines one says that the speaker stays and the other that he goes."""
    return any(_STAYS.search(first) and _GOES.search(then) for first, then in ((one, other), (other, one)))


def in_keeping(lines: Sequence[str], beside: Sequence[str]) -> list[str]:
    """Of ``lines`` those that contradict none of those said ``beside`` them; all where every one does."""
    return [line for line in lines if not any(contradicts(line, said) for said in beside)] or list(lines)


_OPENING = re.compile(r"^\W*([a-z]+|[好行嗯成对])(?=\W)", re.IGNORECASE)


def opens_anew(lines: Sequence[str], beside: Sequence[str]) -> list[str]:
    """Of ``lines`` those that do not open with the same little word as one said ``beside`` them; all where every one does."""
    used = {found[1].lower() for line in beside if (found := _OPENING.match(without_narration(line).strip()))}
    fresh = [line for line in lines if not ((found := _OPENING.match(line)) and found[1].lower() in used)]
    return fresh or list(lines)
