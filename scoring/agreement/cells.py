"""Comma-separated values with the place of every cell, as spreadsheets write them (RFC 4180; also ``;`` and tab)."""

from collections.abc import Iterator
from dataclasses import dataclass

SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and where it begins, line and column from 1."""

    text: str
    line: int
    column: int


class UnclosedQuoteError(ValueError):
    """A quotation mark was opened at ``line``, ``column`` and never closed."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}")
        self.line = line
        self.column = column


def rows(text: str) -> Iterator[list[Cell]]:
    """The rows that have anything in them. Raises `UnclosedQuoteError`."""
    separator = _separator(text)
    row: list[Cell] = []
    position, line, start = 0, 1, 0
    while position < len(text):
        place = (line, position - start + 1)
        if text[position] == '"':
            words, position, breaks, last = _quoted(text, position, place)
            line, start = line + breaks, last if breaks else start
        else:
            words = ""
        end = position
        while end < len(text) and text[end] not in (separator, "\n", "\r"):
            end += 1
        row.append(Cell(words + text[position:end], *place))
        position = end
        if position < len(text) and text[position] == separator:
            position += 1
            if position == len(text) or text[position] in "\r\n":
                row.append(Cell("", line, position - start + 1))
            else:
                continue
        if any(cell.text.strip() for cell in row):
            yield row
        row = []
        if text[position : position + 2] == "\r\n":
            position += 1
        position, line = position + 1, line + 1
        start = position


def _separator(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(SEPARATORS, key=head.count)


def _quoted(text: str, position: int, place: tuple[int, int]) -> tuple[str, int, int, int]:
    """The words of a quoted cell, where it ends, how many lines it goes over, and where the last of them begins."""
    words: list[str] = []
    breaks, last = 0, 0
    position += 1
    while position < len(text):
        letter = text[position]
        if letter == '"':
            if text[position + 1 : position + 2] != '"':
                return "".join(words), position + 1, breaks, last
            position += 1
        elif letter == "\n":
            breaks, last = breaks + 1, position + 1
        words.append(letter)
        position += 1
    raise UnclosedQuoteError(*place)
