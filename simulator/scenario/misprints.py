"""Slips that YAML reads without complaint, and otherwise than they were meant.

A wide space or a wide dash from a Chinese keyboard, a dash too far in that glues an entry to the one above, a ``#`` that
swallows the rest of a text: the file can be read, and a part of it is lost.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from simulator.scenario.slips import MOST, Slip, odd_dash, odd_space
from simulator.scenario.source import Path_, Source

_DASHED = re.compile(r"\s*[-－–—‐−•·*]\s+\S")
_GLUED = re.compile(r"(?:[。？！…」』]|[.?!][\"'”’)]?|[。？！…][”）】]) +[-－–] *\S")
_HASH = re.compile(r"\S #(?=[^\s#])")
_COMMENT = re.compile(r"\s*#")
_BLOCK = re.compile(r"(?:^|\s)[|>][-+0-9]*\s*(?:#.*)?$")
_WIDE = re.compile(r"[。？！](?:[，、]| +[\u3400-\u9fff“])")


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
    yield from _gone_on(lines, source)
    for path, inner in _parts(source.data):
        if isinstance(inner, list):
            yield from _glued(lines, source, path, enumerate(inner))
            continue
        yield from _glued(lines, source, path, inner.items())
        yield from _cut_by_commas(lines, source, path, inner)
        for key in inner:
            if "：" in key and path[-1:] != ("values",):
                mark = source.marks[(*path, key)]
                yield Slip(mark.line, mark.column + key.index("："), "Y113", {"key": key.partition("：")[0]})


def _of_line(number: int, line: str) -> Iterator[Slip]:
    if not line.isascii():
        yield from (slip for slip in (odd_space(number, line), odd_dash(number, line)) if slip is not None)
    if "#" not in line:
        return
    if not _COMMENT.match(line) and '"' not in line and "'" not in line and (lost := _HASH.search(line)):
        rest = line[lost.end() - 1 :]
        yield Slip(number, lost.end(), "Y122", {"value": _cut(rest)})


def _gone_on(lines: list[str], source: Source) -> Iterator[Slip]:
    """Texts without quotes that go on over what was meant to be another entry of their list."""
    for _path, first, last in source.folded:
        for number in range(first + 1, min(last, len(lines)) + 1):
            line = lines[number - 1]
            if _DASHED.match(line):
                yield Slip(number, len(line) - len(line.lstrip()) + 1, "Y120", {"value": _cut(line.strip())})
                break


def _glued(
    lines: list[str], source: Source, path: Path_, entries: Iterable[tuple[str | int, object]]
) -> Iterator[Slip]:
    """The texts among the ``entries`` at ``path`` that hold what was meant to be another entry of their list."""
    for key, value in entries:
        if not isinstance(value, str):
            continue
        glued = _GLUED.search(value) if " -" in value or " －" in value or " –" in value else None
        wide = glued is None and isinstance(key, int) and not value.isascii() and _WIDE.search(value)
        if not (glued or wide) or (mark := source.value_marks.get((*path, key))) is None or mark.line > len(lines):
            continue
        line = lines[mark.line - 1]
        if line[mark.column - 1 : mark.column] in ("", '"', "'", "|", ">"):
            continue
        if glued:
            yield Slip(mark.line, mark.column, "Y121", {"value": _cut(value[max(glued.start() - 8, 0) :])})
        else:
            yield Slip(mark.line, mark.column, "S435", {"value": _cut(value)})


def _cut_by_commas(lines: list[str], source: Source, path: Path_, entries: dict[str, Any]) -> Iterator[Slip]:
    """What was meant to be the rest of a text in ``{ }`` and is an entry of its own, because a comma stands before it."""
    before = ""
    for key, value in entries.items():
        mark = source.marks.get((*path, key)) if value is None and before else None
        if mark is not None and mark.line <= len(lines):
            line = lines[mark.line - 1]
            above = line[: mark.column - 1].rstrip() or (lines[mark.line - 2].rstrip() if mark.line > 1 else "")
            behind = line[mark.column - 1 + len(key) :].lstrip()
            if above.endswith(",") and not behind.startswith(":"):
                yield Slip(mark.line, mark.column, "Y128", {"value": _cut(key), "key": before})
                continue
        before = key


def _parts(data: dict[str, Any]) -> Iterator[tuple[Path_, dict[str, Any] | list[Any]]]:
    """The maps and lists of the data, each with its path; without what is kept of translations."""
    waiting: list[tuple[Path_, Any]] = [((), {key: value for key, value in data.items() if key != "sources"})]
    while waiting:
        path, inner = waiting.pop()
        yield path, inner
        entries = inner.items() if isinstance(inner, dict) else enumerate(inner)
        waiting += [((*path, key), value) for key, value in entries if isinstance(value, (dict, list))]


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
