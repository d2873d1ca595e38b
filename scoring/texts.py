"""The lines of one side of a visit, looked through for all word lists at once.

A rubric has hundreds of lists with thousands of patterns, and hardly any of them stands in a line. So a line is cut once into
whatever a pattern can begin with, and only what begins so is looked for. What was found in a line is kept: a client says the
same again in the next visit, and a visit of which one turn was said otherwise is the same in all the others.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import chain
from operator import add
from threading import Lock
from typing import NamedTuple

from scoring.patterns import around_gaps, is_clock, is_plain, stands

_LATIN = re.compile("([a-z0-9_]+)")
_BEGINNING = re.compile("[a-z0-9_]+(?: [a-z0-9_]+)?|[^\x00-\x7f]{1,2}")


class _Pattern(NamedTuple):
    text: str
    head: str
    """Its words before a gap."""
    tail: str
    """Its words behind the last gap; empty where it has none."""
    plain: bool
    numbers: list[int]
    """The numbers of the lists that have it."""


class _Begun(NamedTuple):
    """The patterns that begin alike."""

    sure: list[int]
    """The numbers of the lists with one that has no more to it than its beginning: it stands wherever something begins so."""
    others: list[_Pattern]


class WordLists:
    """The word lists that are asked for again and again, by number, and their patterns by what a line must have for them to stand
    in it."""

    MOST = 20_000
    """So many lists are kept: more than a hundred rubrics have."""
    AGAIN = 3
    """Asked for so many times, a list is kept; before, it may be of one visit only."""

    def __init__(self) -> None:
        self.known = 0
        self.begun: dict[str, _Begun] = {}
        self._numbers_of: dict[str, list[int]] = {}
        self.numbers: dict[tuple[str, ...], int] = {}
        self._same: dict[int, tuple[int, tuple[str, ...]]] = {}
        self._asked: Counter[tuple[str, ...]] = Counter()
        self._lock = Lock()

    def number(self, patterns: tuple[str, ...]) -> int | None:
        """The number of a list, None where it has none."""
        same = self._same.get(id(patterns))
        if same is not None:
            return same[0]
        number = self.numbers.get(patterns)
        if number is not None:  # the list itself is kept, so that no other can ever be taken for it
            if len(self._same) >= self.MOST:
                self._same.clear()
            self._same[id(patterns)] = number, patterns
        return number

    def ask(self, patterns: tuple[str, ...]) -> None:
        """Counts that a list was asked for, and gives it a number when that was often enough."""
        with self._lock:
            if len(self._asked) > self.MOST:
                self._asked.clear()
            if patterns in self.numbers or self.known >= self.MOST:
                return
            self._asked[patterns] += 1
            if self._asked[patterns] < self.AGAIN:
                return
            del self._asked[patterns]
            for pattern in patterns:
                if pattern not in self._numbers_of:
                    self._numbers_of[pattern] = self._begin(pattern)
                self._numbers_of[pattern].append(self.known)
            self.numbers[patterns] = self.known
            self.known += 1

    def _begin(self, pattern: str) -> list[int]:
        """Takes up a pattern; gives where the numbers of the lists that have it are kept."""
        head = pattern.partition("…")[0]
        found = _BEGINNING.match(head)
        part = found.group() if found else ""
        begun = self.begun.setdefault(part, _Begun([], []))
        if part and pattern == part and not is_clock(pattern):
            return begun.sure
        tail = around_gaps(pattern)[-1] if "…" in pattern and around_gaps(pattern) else ""
        begun.others.append(_Pattern(pattern, head, tail, is_plain(pattern), []))
        return begun.others[-1].numbers


class Texts:
    """The lines of one side of a visit; ``first`` is the place of the first of them."""

    def __init__(self, lines: tuple[str, ...], lists: WordLists, first: int = 0) -> None:
        self._lines = tuple([line.lower().replace("\n", " ") for line in lines])
        self._lists = lists
        self._first = first
        self._known = lists.known
        self._found: defaultdict[int, list[int]] = defaultdict(list)
        for place, line in enumerate(self._lines, first):
            for number in _lists_in(line, lists, self._known):
                self._found[number].append(place)
        self._having: dict[int, frozenset[int]] = {}
        self._seldom: dict[tuple[str, ...], frozenset[int]] = {}

    def having(self, patterns: tuple[str, ...]) -> frozenset[int]:
        """The places of the lines in which one of ``patterns`` stands."""
        number = self._lists.number(patterns)
        if number is None or number >= self._known:
            return self._having_seldom(patterns)
        having = self._having.get(number)
        if having is None:
            having = self._having[number] = frozenset(self._found.get(number, ()))
        return having

    def _having_seldom(self, patterns: tuple[str, ...]) -> frozenset[int]:
        """The same for a list that had no number when these lines were looked through."""
        having = self._seldom.get(patterns)
        if having is None:
            self._lists.ask(patterns)
            having = self._seldom[patterns] = self._looked_for(patterns)
        return having

    def _looked_for(self, patterns: tuple[str, ...]) -> frozenset[int]:
        """The same by looking for each of its patterns."""
        heads = [(pattern, pattern.partition("…")[0]) for pattern in patterns]
        near = [(pattern, head) for pattern, head in heads if head[:2] in self._pairs and head in self._all]
        return frozenset(
            place
            for pattern, head in near
            for place, line in enumerate(self._lines, self._first)
            if head in line and stands(pattern, line)
        )

    @cached_property
    def _pairs(self) -> set[str]:
        """Every character, and every two in a row."""
        return {*self._all, *map(add, self._all, self._all[1:])}

    @cached_property
    def _all(self) -> str:
        return "\n".join(self._lines)


@lru_cache(maxsize=8192)
def _lists_in(line: str, lists: WordLists, known: int) -> tuple[int, ...]:
    """The numbers of the lists of which a pattern stands in a line; ``known``, how many there are, tells old answers from new."""
    begun = lists.begun
    found: set[int] = set()
    for part in begun.keys() & _parts(line):
        sure, others = begun[part]
        found.update(sure)
        for text, head, tail, plain, numbers in others:
            if head in line and tail in line and (plain or stands(text, line)):
                found.update(numbers)
    return tuple(found)


def _parts(line: str) -> Iterable[str]:
    """Whatever a pattern that stands in a line can begin with: its words in Latin letters, one by one and two with a space between,
    and one or two other characters in a row."""
    cut = _LATIN.split(line)
    words, between = cut[1::2], cut[2::2]
    twos = [f"{one} {two}" for one, gap, two in zip(words, between, words[1:], strict=False) if gap == " "]
    if line.isascii():
        return chain(("",), words, twos)
    rest = "\n".join(cut[::2])
    return chain(("",), words, twos, rest, map(add, rest, rest[1:]))
