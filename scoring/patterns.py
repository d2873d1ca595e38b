"""Literal patterns: safe to take from a file, quick on any text.

A pattern is plain words. ``…`` stands for up to 12 characters in between, so that 如果…就 finds 如果走我行就. Words in
Latin letters match whole words only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from operator import add

GAP = 12
"""The most characters that ``…`` may stand for."""


def first_match(text: str, patterns: tuple[str, ...]) -> str | None:
    """The first of ``patterns`` found in ``text`` (both in lower case), None where there is none."""
    for pattern, head in _heads(patterns):
        if head in text and _find(text, pattern):
            return pattern
    return None


@lru_cache(maxsize=4096)
def _heads(patterns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each pattern with what must stand in a text that it fits."""
    return tuple((pattern, pattern.partition("…")[0].strip()) for pattern in patterns)


_LATIN = re.compile("([a-z0-9_]+)")
_BEGINNING = re.compile("[a-z0-9_]+(?: [a-z0-9_]+)?|[^\x00-\x7f]{1,2}")
_ASCII = re.compile("[\x00-\x7f]+")


@lru_cache(maxsize=4096)
def _beginnings(patterns: tuple[str, ...]) -> dict[str, tuple[tuple[str, bool], ...]]:
    """The patterns by what a text must have somewhere before they need be looked for (see `_parts`; none where a pattern begins with
    neither), each with whether it is found by simply looking for it: no gap, and no Latin letter at its ends that must be that of
    a whole word."""
    told: dict[str, list[tuple[str, bool]]] = {}
    for pattern in patterns:
        head = pattern.partition("…")[0]
        plain = head == pattern and bool(pattern) and not (_letter(pattern[0]) or _letter(pattern[-1]))
        begun = _BEGINNING.match(head)
        told.setdefault(begun.group() if begun else "", []).append((pattern, plain))
    return {part: tuple(begun) for part, begun in told.items()}


def _parts(text: str) -> set[str]:
    """Whatever a pattern that stands in ``text`` can begin with: its words in Latin letters, one by one and two with a space
    between, and one or two other characters in a row."""
    cut = _LATIN.split(text)
    words, between = cut[1::2], cut[2::2]
    twos = [f"{one} {two}" for one, gap, two in zip(words, between, words[1:], strict=False) if gap == " "]
    rest = _ASCII.sub("\n", text)
    return {"", *words, *twos, *rest, *map(add, rest, rest[1:])}


class Texts:
    """The lines of one side of a visit, searched as one text: what stands nowhere in it costs one look, not one a line."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._lines = tuple(line.lower().replace("\n", " ") for line in lines)
        self._all = "\n".join(self._lines)
        self._ends = list(accumulate(len(line) + 1 for line in self._lines))
        self._parts = _parts(self._all)
        self._found: dict[tuple[str, ...], frozenset[int]] = {}
        self._known: dict[str, list[int]] = {}

    def having(self, patterns: tuple[str, ...]) -> frozenset[int]:
        """The places of the lines in which one of ``patterns`` stands."""
        found = self._found.get(patterns)
        if found is None:
            begun = _beginnings(patterns)
            places: set[int] = set()
            for part in begun.keys() & self._parts:
                for pattern, plain in begun[part]:
                    known = self._known.get(pattern)
                    if known is None:
                        known = self._known[pattern] = (
                            self._plain(pattern) if plain else list(self._places(pattern))
                        )
                    places.update(known)
            found = self._found[patterns] = frozenset(places)
        return found

    def _plain(self, pattern: str) -> list[int]:
        """The places of a pattern for which a look is enough."""
        text, ends, places = self._all, self._ends, []
        at = text.find(pattern)
        while at >= 0:
            place = bisect_right(ends, at)
            places.append(place)
            at = text.find(pattern, ends[place])
        return places

    def _places(self, pattern: str) -> Iterator[int]:
        head = pattern.partition("…")[0]
        at = _word_at(self._all, head, 0) if head else -1
        while at >= 0:
            place = bisect_right(self._ends, at)
            if head == pattern or _find(self._lines[place], pattern):
                yield place
            if place + 1 >= len(self._lines):
                return
            at = _word_at(self._all, head, self._ends[place])


def _find(text: str, pattern: str) -> bool:
    if "…" in pattern:
        return _with_gaps(text, pattern.split("…"))
    return _word_at(text, pattern, 0) >= 0


def _word_at(text: str, word: str, start: int) -> int:
    """Where ``word`` begins in ``text`` from ``start`` on, -1 where it does not."""
    at = text.find(word, start)
    while at >= 0:
        end = at + len(word)
        if not (_letter(word[0]) and at and _letter(text[at - 1])) and not (
            _letter(word[-1]) and end < len(text) and _letter(text[end])
        ):
            return at
        at = text.find(word, at + 1)
    return -1


def _letter(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "_")


def _with_gaps(text: str, parts: list[str]) -> bool:
    parts = [part.strip() for part in parts if part.strip()]
    if not parts:
        return False
    start = _word_at(text, parts[0], 0)
    while start >= 0:
        end = start + len(parts[0])
        for part in parts[1:]:
            at = _word_at(text, part, end)
            if at < 0 or at - end > GAP:
                break
            end = at + len(part)
        else:
            return True
        start = _word_at(text, parts[0], start + 1)
    return False
