"""Where the stretch of a text that a place lies in begins and ends, by the marks that part it from the rest."""

import re


def begin_of(marks: re.Pattern[str], text: str, at: int) -> int:
    """Where the stretch begins that ``at`` lies in: behind the last mark before it."""
    return max((mark.end() for mark in marks.finditer(text, 0, at)), default=0)


def end_of(marks: re.Pattern[str], text: str, at: int) -> int:
    """Where the stretch ends that ``at`` lies in: before the next mark."""
    mark = marks.search(text, at)
    return len(text) if mark is None else mark.start()


def stretch(marks: re.Pattern[str], text: str, start: int, end: int) -> str:
    """The words between two marks that hold those from ``start`` to ``end``."""
    return text[begin_of(marks, text, start) : end_of(marks, text, end)]


def beside(marks: re.Pattern[str], text: str, start: int, end: int) -> tuple[str, str]:
    """The words of such a stretch before and behind those from ``start`` to ``end``."""
    return text[begin_of(marks, text, start) : start], text[end : end_of(marks, text, end)]


def close_before(marks: re.Pattern[str], text: str, at: int, width: int) -> str:
    """The words of the stretch right before a place, at most so many letters."""
    piece = text[max(0, at - width) : at]
    return piece[begin_of(marks, piece, len(piece)) :]
