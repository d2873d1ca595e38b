"""Slips that YAML reads without complaint, and otherwise than they were meant.

A wide space or a wide dash from a Chinese keyboard, a dash too far in that glues an entry to the one above, a ``#`` that
swallows the rest of a text: the file can be read, and a part of it is lost.
"""

import re
from collections.abc import Iterator

from simulator.scenario.slips import MOST, Slip, odd_dash, odd_space
from simulator.scenario.source import Path_, Source

_DASHED = re.compile(r"\s*[-－–—‐−•·*]\s+\S")
_GLUED = re.compile(r"(?:[。？！…」』]|[.?!][\"'”’)]?|[。？！…][”）】]) +[-－–] *\S")
_HASH = re.compile(r"\S #(?=[^\s#])")
_COMMENT = re.compile(r"\s*#")
_BLOCK = re.compile(r"(?:^|\s)[|>][-+0-9]*\s*(?:#.*)?$")
_WIDE_SENTENCES = re.compile(r"[。？！][，、]")
_GAP = re.compile(r"[。？！] +[\u3400-\u9fff“]")


def misprints(text: str, source: Source) -> Iterator[Slip]:
    """Every such slip in a file that could be read as ``source``."""
    if text.startswith("\ufeff"):
        yield Slip(1, 1, "Y126", {})
        text = text[1:]
    lines = text.replace("\r\n", "\n").split("\n")
    blocks = _block_lines(lines)
    found = 0
    for number, line in enumerate(lines, 1):
        if (line.isascii() and " #" not in line) or number in blocks or found >= MOST:
            continue
        for slip in _of_line(number, line):
            found += 1
            yield slip
    yield from _glued(lines, source)
    for path, mark in source.marks.items():
        key = path[-1] if path else ""
        if isinstance(key, str) and "：" in key and path[:1] != ("sources",) and path[-2:-1] != ("values",):
            yield Slip(mark.line, mark.column + key.index("："), "Y113", {"key": key.partition("：")[0]})


def _of_line(number: int, line: str) -> Iterator[Slip]:
    if not line.isascii():
        yield from (slip for slip in (odd_space(number, line), odd_dash(number, line)) if slip is not None)
    if "#" not in line:
        return
    if not _COMMENT.match(line) and '"' not in line and "'" not in line and (lost := _HASH.search(line)):
        rest = line[lost.end() - 1 :]
        yield Slip(number, lost.end(), "Y122", {"value": _cut(rest)})


def _glued(lines: list[str], source: Source) -> Iterator[Slip]:
    """Texts that hold what was meant to be another entry of their list."""
    for _path, first, last in source.folded:
        for number in range(first + 1, min(last, len(lines)) + 1):
            line = lines[number - 1]
            if _DASHED.match(line):
                yield Slip(number, len(line) - len(line.lstrip()) + 1, "Y120", {"value": _cut(line.strip())})
                break
    for path, value in _suspects(source.data):
        mark = source.value_marks.get(path)
        if mark is None or not 0 < mark.line <= len(lines):
            continue
        line = lines[mark.line - 1]
        if line[mark.column - 1 : mark.column] in ("", '"', "'", "|", ">"):
            continue
        if glued := _GLUED.search(value):
            yield Slip(mark.line, mark.column, "Y121", {"value": _cut(value[max(glued.start() - 8, 0) :])})
        elif _in_list(path) and (_WIDE_SENTENCES.search(value) or _GAP.search(value)):
            yield Slip(mark.line, mark.column, "S435", {"value": _cut(value)})


def _in_list(path: tuple[str | int, ...]) -> bool:
    return bool(path) and isinstance(path[-1], int)


def _suspects(data: object) -> Iterator[tuple[Path_, str]]:
    """The texts of the data, each with its path, that may hold another entry; without what is kept of translations."""
    waiting: list[tuple[Path_, object]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            if " -" in value or " －" in value or " –" in value or (_in_list(path) and not value.isascii()):
                yield path, value
        elif isinstance(value, dict):
            waiting += [((*path, key), one) for key, one in value.items() if path or key != "sources"]
        elif isinstance(value, list):
            waiting += [((*path, at), one) for at, one in enumerate(value)]


def _block_lines(lines: list[str]) -> set[int]:
    """The lines of texts that stand below a ``|`` or ``>``: what looks like an entry there is text."""
    inside: set[int] = set()
    depth: int | None = None
    for number, line in enumerate(lines, 1):
        if depth is None and "|" not in line and ">" not in line:
            continue
        here = len(line) - len(line.lstrip())
        if depth is not None:
            if not line.strip() or here > depth:
                inside.add(number)
                continue
            depth = None
        if not _COMMENT.match(line) and _BLOCK.search(line):
            depth = here
    return inside


def _cut(text: str) -> str:
    return text if len(text) <= 24 else text[:24] + "…"
