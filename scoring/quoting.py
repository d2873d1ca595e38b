"""Words from the talk as evidence: whole clauses, those that tell, never cut in the middle of a word."""

import re
from functools import lru_cache

from scoring.figures import figures_in
from scoring.patterns import around_gaps, first_match

MOST = 80
"""Characters of a quotation that are enough to know the place again; of Latin letters twice as many say as much."""
_CLOSED = r"\"'”’」』）)】\]"
_STOP = r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<!\be\.g)(?<!\bi\.e)\."
"""A full stop in Latin writing, but not that of a short form."""
_END = rf"{_STOP}[{_CLOSED}]*(?=\s|$)"
_SENTENCE = re.compile(
    rf".(?:[^。！？!?；;…\n.]++|(?!{_END})\.)*+(?:[。！？!?；;…\n]+[{_CLOSED}]*|{_END}|$)", re.DOTALL
)
_PAUSE = rf"——|[,:](?=\s)|{_STOP}(?=\s|$)"
_CLAUSE = re.compile(
    rf".(?:[^，。！？!?；;：…\n—,:.]++|(?!{_PAUSE})[—,:.])*+(?:[，。！？!?；;：…\n]+|{_PAUSE}|$)", re.DOTALL
)


def room(text: str) -> int:
    """The most characters of a text that a quotation holds."""
    return MOST if len(text.encode()) > 1.5 * len(text) else 2 * MOST


def quote(text: str, most: int | None = None) -> str:
    """The whole clauses at the beginning of a text that ``most`` characters hold: its own words and nothing added."""
    text = text.strip()
    most = room(text) if most is None else most
    if len(text) <= most:
        return text
    kept = ""
    for clause in _CLAUSE.findall(text):
        if len(kept) + len(clause) > most:
            break
        kept += clause
    return kept.rstrip("，,、：: ") or _words(text, most)


def quote_end(text: str, most: int | None = None) -> str:
    """The whole sentences at the end of a text that ``most`` characters hold; at least the last one's beginning."""
    text = text.strip()
    most = room(text) if most is None else most
    if len(text) <= most:
        return text
    start = len(text)
    for sentence in reversed(_SENTENCE.findall(text)):
        if len(text) - start + len(sentence) > most:
            break
        start -= len(sentence)
    return text[start:].strip() or quote(sentences(text)[-1], most)


def telling(text: str, patterns: tuple[str, ...], first: str | None = None) -> tuple[str, str]:
    """The sentence in which one of the literal ``patterns`` stands, and the words found; where the sentence is long, the
    clause in it. Where a pattern stands in none of them by itself: the beginning of the text.

    ``first`` is the first of the patterns that stands in the whole text, where that is known already."""
    every = sentences(text)
    most = room(text)
    if first is not None and len(every) == 1 and len(every[0]) <= most:
        return every[0], _as_written(every[0], first)
    short = tuple(sentence for sentence in every if len(sentence) <= most)
    for piece in (*short, *_clauses(text)):
        found = first_match(piece.lower(), patterns)
        if found:
            return _from(text, piece), _as_written(piece, found)
    return quote(text, most), _as_written(text, first_match(text.lower(), patterns) or "")


def _from(text: str, piece: str) -> str:
    """A sentence; of a clause as much of its sentence from there on as a quotation holds."""
    whole = next((sentence for sentence in sentences(text) if piece in sentence), piece)
    return quote(whole[whole.find(piece) :])


def _as_written(text: str, pattern: str) -> str:
    """The words of a pattern as they stand in the text, capitals and all."""
    lower = text.lower()
    parts = around_gaps(pattern)
    if not parts or len(lower) != len(text) or parts[0] not in lower:
        return pattern
    start = lower.index(parts[0])
    end = start
    for part in parts:
        end = lower.find(part, end) + len(part)
    return text[start:end]


def _words(text: str, most: int) -> str:
    """The beginning of a clause that is too long by itself, up to the last whole word."""
    part = text[:most]
    if text[most].isascii() and text[most].isalnum() and " " in part:
        part = part.rpartition(" ")[0]
    return part.rstrip()


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, one after another."""
    return tuple(piece.strip() for piece in _SENTENCE.findall(text))


@lru_cache(maxsize=256)
def _clauses(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in _CLAUSE.findall(text))


def counting(text: str) -> str:
    """The clauses of a text from the first that has a figure on, as many as a quotation holds; a text that is short as it is."""
    if len(text.strip()) <= room(text):
        return text.strip()
    clauses = _CLAUSE.findall(text.strip())
    first = next((place for place, clause in enumerate(clauses) if figures_in(clause)), 0)
    return quote("".join(clauses[first:]))


_FEW = (4, 3)
"""A sentence of so few Chinese characters, or English words, says little without the one before it."""


def in_context(text: str, piece: str) -> str:
    """A piece quoted from a text, with the sentence before it where it says little by itself (多少？ I promise.)."""
    size = len(piece.split()) if room(piece) > MOST else sum(map(str.isalnum, piece))
    if size > _FEW[room(piece) > MOST]:
        return piece
    start = before = -1
    at = 0
    for sentence in sentences(text):
        before, start = start, text.find(sentence, at)
        if sentence == piece:
            break
        at = start + len(sentence)
    else:
        return piece
    whole = text[before : start + len(piece)] if before >= 0 else piece
    return whole if len(whole) <= room(whole) else piece


def sentence_with(text: str, clause: str) -> str:
    """The sentence of a text in which a clause stands, where it is not too long to be quoted; else the clause."""
    inside = clause.strip()
    whole = next((sentence for sentence in sentences(text) if inside and inside in sentence), clause)
    return in_context(text, whole) if len(whole) <= room(whole) else clause
