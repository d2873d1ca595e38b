"""Lines of text for a terminal: Chinese characters are two columns wide, and closing punctuation begins no line."""

from unicodedata import east_asian_width

_NOT_FIRST = "，。、；：？！）】》”’…,.;:?!)]}%"
_NOT_LAST = "（【《“‘([{"


def columns(text: str) -> int:
    """The columns that ``text`` takes on a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """``text`` in lines of at most ``width`` columns, the first with ``first`` before it, the others with ``rest``."""
    rest = " " * columns(first) if rest is None else rest
    lines: list[str] = []
    line = first
    for word in _words(" ".join(text.split())):
        if columns(line) + columns(word.rstrip()) > width and line.strip() and line not in (first, rest):
            lines.append(line.rstrip())
            line = rest
        line += word.lstrip() if line in (first, rest) else word
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(text: str) -> list[str]:
    """Pieces that stay together: English words with the space after them, Chinese characters with their punctuation."""
    pieces: list[str] = []
    for character in text:
        if pieces and _together(pieces[-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _together(piece: str, character: str) -> bool:
    if character in _NOT_FIRST or piece[-1] in _NOT_LAST:
        return True
    if character == " ":
        return True
    wide = east_asian_width(character) in "WF"
    return not wide and not piece[-1].isspace() and east_asian_width(piece[-1]) not in "WF"


def pad(text: str, width: int) -> str:
    """``text`` filled with spaces to ``width`` columns."""
    return text + " " * max(0, width - columns(text))
