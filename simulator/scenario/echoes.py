"""What stands in a file and says nothing, what was mistyped without harm to YAML, and findings that only echo another."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.layers import OWN, Layer
from simulator.scenario.library import LANGUAGES, overlay_path
from simulator.scenario.misprints import misprints
from simulator.scenario.source import Path_, Source, has, read_unchanged

_MISSPELT = frozenset({"S100", "S111", "S300", "S301"})
_ON_TEXTS = frozenset({"S203", "S204", "S402"})

_MISREAD = frozenset({"S100", "S102", "S105", "S203"})
"""What a slip on the same line brings about."""


def misprinted(path: Path, source: Source) -> Iterator[Diagnostic]:
    """Slips of the pen that YAML takes in another sense, in a file and in its translations."""
    for file in (path, *(overlay_path(path, language) for language in LANGUAGES)):
        try:
            read = source if file == path else read_unchanged(file)
            text = file.read_bytes().decode("utf-8")
        except (ScenarioError, OSError, UnicodeDecodeError):
            continue  # that is told when it is read for its texts, or there is none
        for slip in misprints(text, read):
            severity = "warning" if slip.code in WARNINGS else "error"
            yield Diagnostic(str(file), slip.line, slip.column, slip.code, slip.details, severity)


WARNINGS = frozenset({"Y126"})
"""Slips that do no harm to the client."""


def emptied(layers: tuple[Layer, ...]) -> Iterator[Diagnostic]:
    """Entries with nothing behind them that take nothing away either: no file below has anything there."""
    at = next(number for number, layer in enumerate(layers) if layer.source.file)
    own = layers[at]
    for path in _nothings(own.source.data, ()):
        if (len(path) == 1 and path[0] in OWN) or not any(
            has(layer.source.data, path) for layer in layers[at + 1 :]
        ):
            mark = own.source.mark(path)
            yield Diagnostic(own.source.file, mark.line, mark.column, "S105", {"key": str(path[-1])})


def _nothings(data: object, path: Path_) -> Iterator[Path_]:
    if isinstance(data, dict):
        for key, value in data.items():
            if value is None:
                yield (*path, key)
            else:
                yield from _nothings(value, (*path, key))


def without_echoes(found: Iterable[Diagnostic], source: Source) -> Iterator[Diagnostic]:
    """The findings without those that only follow from another: on a translation that is right, of an entry that is wrong or
    missing in what it translates; on a part of an entry that is unknown as a whole."""
    every = tuple(dict.fromkeys(found))
    own = [fault for fault in every if fault.file == source.file and fault.code not in _ON_TEXTS]
    misspelt = {
        (fault.details.get("key") or fault.details.get("value"), fault.details.get("suggestion"))
        for fault in own
        if fault.code in _MISSPELT
    }
    wrong = [_path_at(source, fault) for fault in own]
    unknown = [
        path
        for path, fault in zip(wrong, own, strict=True)
        if fault.code in ("S100", "S108", "S109", "S111", "S112")
    ]
    banded = [path[:-1] for path, fault in zip(wrong, own, strict=True) if fault.code == "S111"]
    missing = [
        (path, str(fault.details.get("key", "risks")))
        for path, fault in zip(wrong, own, strict=True)
        if fault.code in ("S101", "S443")
    ]
    renamed: list[Path_] = [  # what a misspelt entry of a translation was to translate
        (*fault.details["path"].split(" ")[:-1], fault.details["suggestion"])
        for fault in every
        if fault.code == "S203" and fault.details.get("suggestion")
    ]
    slips = {(fault.file, fault.line) for fault in every if fault.code in ("Y113", "Y117", "Y123", "Y128")}
    contradicted = {(fault.file, fault.line) for fault in every if fault.code in ("S465", "S466")}
    for fault in every:
        if fault.code == "S464" and (source.file, int(fault.details["at"])) in contradicted:
            continue
        if fault.code in _MISREAD and (fault.file, fault.line) in slips:
            continue
        path = tuple(str(fault.details.get("path", "")).split(" ")) if fault.code in _ON_TEXTS else ()
        if fault.code == "S203":
            if (fault.details.get("suggestion", ""), fault.details.get("value", "")) in misspelt:
                continue
            if any(path[:-1] == _words(at) for at in banded):
                continue  # the band that this translates is there, under a name that is none
            if any(path[-1] == key and path[:-1] == _words(at)[: len(path) - 1] for at, key in missing):
                continue
        if fault.code == "S204" and any(at and _words(at)[: len(path)] == path for at in wrong):
            continue
        if fault.code == "S402" and _under(path, [*unknown, *renamed]):
            continue
        yield fault


def _under(path: tuple[str, ...], entries: Iterable[Path_]) -> bool:
    return any(at and path[: len(at)] == _words(at) for at in entries)


def _words(path: Path_) -> tuple[str, ...]:
    return tuple(str(part) for part in path)


def _path_at(source: Source, fault: Diagnostic) -> Path_:
    """The path in ``source`` at which a finding stands: the longest of those that begin there."""
    here: Path_ = ()
    for marks in (source.marks, source.value_marks):
        for path, mark in marks.items():
            if (mark.line, mark.column) == (fault.line, fault.column) and len(path) >= len(here):
                here = path
    return here


def unseen(source: Source) -> Iterator[Diagnostic]:
    """Control and bidirectional characters of a file, which were left out on reading."""
    for path, characters in source.unsafe:
        mark = source.value_marks.get(path) or source.mark(path)
        yield Diagnostic(source.file, mark.line, mark.column, "S110", {"value": characters})


def unseen_beside(path: Path) -> Iterator[Diagnostic]:
    """Such characters of a file and of its translations."""
    for file in (path, *(overlay_path(path, language) for language in LANGUAGES)):
        try:
            yield from unseen(read_unchanged(file))
        except ScenarioError:
            continue  # that is told when it is read for its texts, or there is none
