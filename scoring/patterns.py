"""Literal patterns: safe to take from a file, quick on any text.

A pattern is plain words. ``…`` stands for up to 12 characters in between, so that 如果…就 finds 如果走我行就. Words in
Latin letters match whole words only.
"""

import re
from functools import lru_cache
from itertools import compress
from string import ascii_letters, digits

GAP = 12
"""The most characters that ``…`` may stand for."""


def first_match(text: str, patterns: tuple[str, ...]) -> str | None:
    """The first of ``patterns`` found in ``text`` (both in lower case), None where there is none."""
    for pattern in compress(patterns, map(text.__contains__, _heads(patterns))):
        if _find(text, pattern):
            return pattern
    return None


@lru_cache(maxsize=4096)
def _heads(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """For each pattern what must stand in a text that it fits."""
    return tuple([pattern.partition("…")[0].strip() for pattern in patterns])


_LETTERS = frozenset(f"{ascii_letters}{digits}_")
"""What makes up a word in Latin letters."""


def is_plain(pattern: str) -> bool:
    """Whether a pattern is found by simply looking for it: it has no gap, no Latin letter at its ends that must be that of a
    whole word, and is no time of the day."""
    return (
        bool(pattern) and "…" not in pattern and not _LETTERS & {pattern[0], pattern[-1]} and not is_clock(pattern)
    )


_CLOCK = re.compile(r"[\d一二两三四五六七八九十]{1,3}点")
_DECIMAL = re.compile(r"[\d〇零一二两三四五六七八九](?![十刻])|[意建原理]")


def is_clock(pattern: str) -> bool:
    """Whether a pattern is a time of the day: 三点 stands in 周四三点, not in 三点八 (a rate) or 三点理由 (three reasons)."""
    return pattern[-1:] == "点" and _CLOCK.fullmatch(pattern) is not None


def stands(pattern: str, line: str) -> bool:
    """Whether a pattern stands in a line, its first words as they are written there."""
    head = pattern.partition("…")[0]
    return bool(head) and _word_at(line, head, 0) >= 0 and (head == pattern or _find(line, pattern))


def _find(text: str, pattern: str) -> bool:
    if "…" in pattern:
        return _with_gaps(text, around_gaps(pattern))
    return _word_at(text, pattern, 0) >= 0


@lru_cache(maxsize=1024)
def around_gaps(pattern: str) -> tuple[str, ...]:
    """The words of a pattern before, between and behind its gaps."""
    return tuple(part.strip() for part in pattern.split("…") if part.strip())


def _word_at(text: str, word: str, start: int) -> int:
    """Where ``word`` begins in ``text`` from ``start`` on, -1 where it does not."""
    at = text.find(word, start)
    if at < 0:
        return -1
    begins, ends = word[0] in _LETTERS, word[-1] in _LETTERS
    while at >= 0:
        end = at + len(word)
        inside = (begins and at and text[at - 1] in _LETTERS) or (
            ends and end < len(text) and text[end] in _LETTERS
        )
        if word[-1] == "点" and is_clock(word) and _DECIMAL.match(text, end):
            inside = True
        if not inside:
            return at
        at = text.find(word, at + 1)
    return -1


def _with_gaps(text: str, parts: tuple[str, ...]) -> bool:
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
