"""YAML from a stranger: plain data with the place of every value, or one clear error.

Built from the parser's events, not from PyYAML's constructors, so that nothing in a file can run, explode or
crash: no tags, anchors, merges, duplicate keys or second documents; limits on size, depth and nodes; scalars by
the YAML 1.2 core schema, so that ``no`` is a word and ``1:30`` is not ninety.
"""

import gc
import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.placing import Mark as Mark
from simulator.scenario.placing import Marks, Places, noted
from simulator.scenario.placing import Path_ as Path_
from simulator.text import MAX_BYTES, clean, unsafe_characters

MAX_DEPTH = 24
MAX_NODES = 50_000

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


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file as data, with the place of every key and value."""

    file: str
    data: dict[str, Any]
    places: Places = field(default_factory=Places, compare=False)
    unsafe: tuple[tuple[Path_, str], ...] = ()
    """Where control or bidirectional characters were taken out, and which."""
    folded: tuple[tuple[Path_, int, int], ...] = ()
    """Texts without quotes that go on over several lines: path, first and last line."""

    @property
    def marks(self) -> Marks:
        """The place of every key, and of what has none, by its path."""
        return Marks(self.places, values=False)

    @property
    def value_marks(self) -> Marks:
        """The place of every value by its path."""
        return Marks(self.places, values=True)

    def mark(self, path: Path_) -> Mark:
        """The place of ``path``, or of the nearest part around it that the file has."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.marks:
                return self.marks[path[:end]]
        return Mark(1, 1)

    def has(self, path: Path_) -> bool:
        """Whether the file itself says something at ``path``."""
        return self.places.has(path)


class _Builder:
    """Turns parser events into data, keeping places and limits. What it keeps of paths is that of the map or list."""

    def __init__(self, file: str, next_event: Callable[[], Any]) -> None:
        self.file = file
        self.next_event = next_event
        self.values = array("Q")
        self.keys = array("Q")
        self.unsafe: list[tuple[Path_, str]] = []
        self.folded: list[tuple[Path_, int, int]] = []

    def fail(self, event: yaml.Event, code: str, **details: str) -> ScenarioError:
        mark = _mark(event)
        return ScenarioError((Diagnostic(self.file, mark.line, mark.column, code, details),))

    def places(self, data: Any) -> Places:
        """Where everything stands in ``data``, of which this is all."""
        return Places(data, self.values, self.keys)

    def value(self, event: Any, path: Path_) -> Any:
        """The value that begins with ``event``."""
        values = self.values
        values.append(noted(event.start_mark))
        if (
            len(path) > MAX_DEPTH or event.anchor or event.tag or len(values) > MAX_NODES
        ):  # an alias has an anchor, too
            raise self.refused(event, len(path))
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event, path[:-1], path[-1] if path else "")
        return self.sequence(path) if kind is yaml.SequenceStartEvent else self.mapping(path)

    def refused(self, event: Any, depth: int) -> ScenarioError:
        """Why a value is not taken."""
        if len(self.values) > MAX_NODES:
            return self.fail(event, "Y105", limit=str(MAX_NODES))
        if depth > MAX_DEPTH:
            return self.fail(event, "Y104", limit=str(MAX_DEPTH))
        return self.fail(event, "Y106") if event.anchor else self.fail(event, "Y107", tag=str(event.tag)[:40])

    def sequence(self, path: Path_) -> list[Any]:
        items: list[Any] = []
        next_event, values, scalar, end = self.next_event, self.values, yaml.ScalarEvent, yaml.SequenceEndEvent
        deep = len(path) >= MAX_DEPTH
        while (kind := type(event := next_event())) is not end:
            if kind is scalar and not (deep or event.anchor or event.tag or len(values) >= MAX_NODES):
                values.append(noted(event.start_mark))
                items.append(self.scalar(event, path, len(items)))
            else:
                items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: Path_) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        next_event, values, scalar, end = self.next_event, self.values, yaml.ScalarEvent, yaml.MappingEndEvent
        deep = len(path) >= MAX_DEPTH
        while (kind := type(event := next_event())) is not end:
            if kind is not scalar:
                raise self.fail(event, "Y108")
            key = event.value
            if not (key.isascii() and key.isprintable()):
                key = self.cleaned(key, path, None)
            if key == "<<" and not event.style:
                raise self.fail(event, "Y106")
            if key in entries:
                raise self.fail(event, "Y109", key=key[:60])
            self.keys.append(noted(event.start_mark))
            event = next_event()
            if type(event) is scalar and not (deep or event.anchor or event.tag or len(values) >= MAX_NODES):
                values.append(noted(event.start_mark))
                entries[key] = self.scalar(event, path, key)
            else:
                entries[key] = self.value(event, (*path, key))
        return entries

    def scalar(self, event: Any, path: Path_, key: str | int) -> Any:
        """The text, number or word of a scalar that stands as ``key`` in what is at ``path``."""
        text: str = event.value
        if not event.style:  # a plain scalar, so it may be a number or a word of YAML
            if len(text) <= _LONGEST and text in _WORDS:
                return _WORDS[text]
            if text[0] in _OF_NUMBERS:
                if _INTEGER.fullmatch(text):
                    return int(text)
                if _FLOAT.fullmatch(text):
                    return float(text)
            first, last = event.start_mark, event.end_mark
            if last and first and last.line > first.line:
                self.folded.append(((*path, key), first.line + 1, last.line + 1))
        return text if text.isascii() and text.isprintable() else self.cleaned(text, path, key)

    def cleaned(self, text: str, path: Path_, key: str | int | None) -> str:
        """A text (itself a key where it has none) without what is unsafe in it, which is noted."""
        tidy = clean(text)
        if not text.isprintable() and (bad := unsafe_characters(text)):
            characters = " ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(bad))
            self.unsafe.append(((*path, tidy if key is None else key), characters))
        return tidy


def _mark(event: yaml.Event) -> Mark:
    mark = event.start_mark
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)


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
        return parse_strictly(text, file)
    except (yaml.YAMLError, ValueError) as error:
        from simulator.scenario.unreadable import slips_in

        raise ScenarioError(slips_in(text, file, error)) from None


def parse_strictly(text: str, file: str) -> Source:
    """The same, but raises what stopped the YAML reader (`yaml.YAMLError`, ValueError) where it was stopped."""
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
                data = builder.value(loader.get_event(), ())
    finally:
        loader.dispose()
        if collecting:
            gc.enable()
    if not isinstance(data, dict):
        raise ScenarioError((Diagnostic(file, 1, 1, "Y111", {}),))
    return Source(file, data, builder.places(data), tuple(builder.unsafe), tuple(builder.folded))


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
