"""YAML from a stranger: plain data with the place of every value, or one clear error.

Built from the parser's events, not from PyYAML's constructors, so that nothing in a file can run, explode or
crash: no tags, anchors, merges, duplicate keys or second documents; limits on size, depth and nodes; scalars by
the YAML 1.2 core schema, so that ``no`` is a word and ``1:30`` is not ninety.
"""

import gc
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.slips import Slip, plain_slips, slip_behind, without_plain_slips
from simulator.text import clean, unsafe_characters

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_NODES = 50_000

Path_ = tuple[str | int, ...]

_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][-+]?[0-9]{1,2})?")
_OF_NUMBERS = frozenset("+-.0123456789")
"""What a number begins with."""
_WORDS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

_LONGEST = max(map(len, _WORDS))

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(NamedTuple):
    """A place in a file: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file as data, with the place of every key (``marks``) and value (``value_marks``) by its path."""

    file: str
    data: dict[str, Any]
    marks: dict[Path_, Mark]
    value_marks: dict[Path_, Mark]
    unsafe: tuple[tuple[Path_, str], ...] = ()
    """Where control or bidirectional characters were taken out, and which."""
    folded: tuple[tuple[Path_, int, int], ...] = ()
    """Texts without quotes that go on over several lines: path, first and last line."""

    def mark(self, path: Path_) -> Mark:
        """The place of ``path``, or of the nearest part around it that the file has."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.marks:
                return self.marks[path[:end]]
        return Mark(1, 1)

    def has(self, path: Path_) -> bool:
        """Whether the file itself says something at ``path``."""
        return path in self.marks


class _Builder:
    """Turns parser events into data, keeping places and limits."""

    def __init__(self, file: str, next_event: Callable[[], Any]) -> None:
        self.file = file
        self.next_event = next_event
        self.marks: dict[Path_, Mark] = {}
        self.value_marks: dict[Path_, Mark] = {}
        self.unsafe: list[tuple[Path_, str]] = []
        self.folded: list[tuple[Path_, int, int]] = []
        self.nodes = 0

    def fail(self, event: yaml.Event, code: str, **details: str) -> ScenarioError:
        mark = _mark(event)
        return ScenarioError((Diagnostic(self.file, mark.line, mark.column, code, details),))

    def node(self, event: Any, path: Path_, keyed: bool = False) -> Any:
        """The value that begins with ``event``; one that has a key has its place there."""
        self.nodes += 1
        if (
            self.nodes > MAX_NODES or len(path) > MAX_DEPTH or event.anchor or event.tag
        ):  # an alias has an anchor, too
            raise self.refused(event, path)
        place = self.value_marks[path] = _mark(event)
        if not keyed:
            self.marks[path] = place
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event, path)
        return self.sequence(path) if kind is yaml.SequenceStartEvent else self.mapping(path)

    def refused(self, event: Any, path: Path_) -> ScenarioError:
        """Why a value is not taken."""
        if self.nodes > MAX_NODES:
            return self.fail(event, "Y105", limit=str(MAX_NODES))
        if len(path) > MAX_DEPTH:
            return self.fail(event, "Y104", limit=str(MAX_DEPTH))
        return self.fail(event, "Y106") if event.anchor else self.fail(event, "Y107", tag=str(event.tag)[:40])

    def sequence(self, path: Path_) -> list[Any]:
        items: list[Any] = []
        next_event, end = self.next_event, yaml.SequenceEndEvent
        while type(event := next_event()) is not end:
            items.append(self.node(event, (*path, len(items))))
        return items

    def mapping(self, path: Path_) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        next_event, end, marks = self.next_event, yaml.MappingEndEvent, self.marks
        while type(event := next_event()) is not end:
            if not isinstance(event, yaml.ScalarEvent):
                raise self.fail(event, "Y108")
            key = clean(event.value)
            if key == "<<" and not event.style:
                raise self.fail(event, "Y106")
            if key in entries:
                raise self.fail(event, "Y109", key=key[:60])
            here = (*path, key)
            marks[here] = _mark(event)
            if not event.value.isprintable() and (bad := unsafe_characters(event.value)):
                self.unsafe.append((here, " ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(bad))))
            entries[key] = self.node(next_event(), here, True)
        return entries

    def scalar(self, event: yaml.ScalarEvent, path: Path_) -> Any:
        text = event.value
        if not event.style:  # a plain scalar, so it may be a number or a word of YAML
            if len(text) <= _LONGEST and text in _WORDS:
                return _WORDS[text]
            if text[0] in _OF_NUMBERS:
                if _INTEGER.fullmatch(text):
                    return int(text)
                if _FLOAT.fullmatch(text):
                    return float(text)
            start, end = event.start_mark, event.end_mark
            if end and start and end.line > start.line:
                self.folded.append((path, start.line + 1, end.line + 1))
        if text.isprintable():  # nothing unsafe is
            return clean(text)
        bad = unsafe_characters(text)
        if bad:
            self.unsafe.append((path, " ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(bad))))
        return clean(text)


def _mark(event: yaml.Event) -> Mark:
    mark = event.start_mark
    return _place(Mark, (mark.line + 1, mark.column + 1)) if mark else Mark(1, 1)


_place = tuple.__new__
"""A place from its two numbers: tens of thousands are made for a file."""


def has(data: Any, path: Path_) -> bool:
    """Whether something stands at ``path``."""
    for part in path:
        if not (isinstance(data, dict) and part in data):
            return False
        data = data[part]
    return True


def parse_source(text: str, file: str) -> Source:
    """The data of a YAML text. ``file`` names it in errors. Raises `ScenarioError` with the place of every slip found."""
    try:
        return _parse(text, file)
    except yaml.MarkedYAMLError as error:
        raise ScenarioError(_slips(text, file, error)) from None
    except (yaml.YAMLError, ValueError) as error:
        slips = tuple(plain_slips(text.replace("\r\n", "\n").split("\n")))
        if slips:
            raise ScenarioError(_told(slips, file)) from None
        raise ScenarioError((Diagnostic(file, 1, 1, "Y101", {"problem": clean(str(error))[:200]}),)) from None


MAX_RETRIES = 3
"""How often a file is read on behind a slip."""


MAX_WORK = 110_000
"""How many characters are read in all for a file with slips, so that a large file is read on less often."""


def _until(error: yaml.MarkedYAMLError, lines: list[str]) -> int:
    """How many characters were read before the reader stopped."""
    mark = error.problem_mark or error.context_mark
    return sum(len(line) + 1 for line in lines[: mark.line]) if mark else 0


def _slips(text: str, file: str, error: yaml.MarkedYAMLError) -> tuple[Diagnostic, ...]:
    """The slips of a text: the usual ones wherever they are, then what else stops the reader, line by line."""
    lines = text.replace("\r\n", "\n").split("\n")
    found = list(plain_slips(lines))
    lines = without_plain_slips(lines)
    stopped: yaml.MarkedYAMLError | None = None if found else error
    last = -2
    work = _until(error, lines)
    for _ in range(MAX_RETRIES + 1):
        if stopped is None:
            if work + len(text) > MAX_WORK:
                break
            stopped = _stopped(lines, file)
            work += len(text) if stopped is None else _until(stopped, lines)
        if stopped is None:
            break
        slip = slip_behind(stopped, lines)
        if slip.line <= last + 1:  # the same slip again, or what it left behind
            break
        found.append(slip)
        last = slip.line
        lines = _passed_over(lines, slip.line - 1)
        stopped = None
    return _told(tuple(found), file)


def _told(slips: tuple[Slip, ...], file: str) -> tuple[Diagnostic, ...]:
    return tuple(sorted(Diagnostic(file, slip.line, slip.column, slip.code, slip.details) for slip in slips))


def _stopped(lines: list[str], file: str) -> yaml.MarkedYAMLError | None:
    try:
        _parse("\n".join(lines), file)
    except yaml.MarkedYAMLError as error:
        return error
    except (yaml.YAMLError, ValueError, ScenarioError):
        return None
    return None


def _passed_over(lines: list[str], at: int) -> list[str]:
    """The lines without one of them and what stands further in below it."""
    depth = len(lines[at]) - len(lines[at].lstrip()) if at < len(lines) else 0
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
        end += 1
    return [*lines[:at], *[""] * (end - at), *lines[end:]]


def _parse(text: str, file: str) -> Source:
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise ScenarioError((Diagnostic(file, 1, 1, "Y103", {"limit": str(MAX_BYTES)}),))
    loader = _Loader(text)
    builder = _Builder(file, loader.get_event)
    data: Any = None
    documents = 0
    collecting = gc.isenabled()
    gc.disable()  # a tree has nothing to collect while it grows, and its limits keep it small
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise builder.fail(event, "Y110")
                data = builder.node(loader.get_event(), ())
    finally:
        loader.dispose()
        if collecting:
            gc.enable()
    if not isinstance(data, dict):
        raise ScenarioError((Diagnostic(file, 1, 1, "Y111", {}),))
    return Source(file, data, builder.marks, builder.value_marks, tuple(builder.unsafe), tuple(builder.folded))


MOST_ODD_LINES = 5
"""In more lines than these it is not a stray letter: the whole file was saved otherwise."""


def _undecodable(data: bytes, start: int) -> Mark:
    """The place of the first byte that is no UTF-8; the file's beginning where all of it was saved otherwise."""
    wrong = 0
    for line in data.split(b"\n"):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            wrong += 1
    if wrong > MOST_ODD_LINES or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Mark(1, 1)
    above = data[:start].rpartition(b"\n")
    return Mark(above[0].count(b"\n") + (2 if above[1] else 1), len(above[2].decode("utf-8", "replace")) + 1)


def read_source(path: Path, name: str | None = None) -> Source:
    """The data of a YAML file. Raises `ScenarioError` when it cannot be read or is not what we take."""
    file = name or str(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ScenarioError((Diagnostic(file, 1, 1, "Y103", {"limit": str(MAX_BYTES)}),))
        return parse_source(path.read_bytes().decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        place = _undecodable(error.object, error.start)
        raise ScenarioError(
            (Diagnostic(file, place.line, place.column, "Y102", {"byte": str(error.start)}),)
        ) from None
    except OSError as error:
        raise ScenarioError((Diagnostic(file, 1, 1, "Y100", {"reason": error.strerror or str(error)}),)) from None


@lru_cache(maxsize=64)
def _of_stamp(path: Path, stamp: tuple[int, int]) -> Source:
    return read_source(path)


def read_unchanged(path: Path) -> Source:
    """The data of a YAML file, read again only when it has changed. Raises `ScenarioError` as `read_source` does."""
    try:
        told = path.stat()
    except OSError:
        return read_source(path)  # which says why
    return _of_stamp(path, (told.st_mtime_ns, told.st_size))
