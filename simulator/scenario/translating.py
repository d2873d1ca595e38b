"""What a translation lacks, and what in it no longer fits."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.figures import strayed
from simulator.scenario.layers import Layer
from simulator.scenario.places import present
from simulator.scenario.source import Path_, Source
from simulator.scenario.translations import deaf, due, reached, translations, worded_anew


def untranslated(layers: tuple[Layer, ...]) -> Iterator[Diagnostic]:
    """Texts of a file that its overlay leaves out, each where it belongs in the overlay."""
    for layer in layers:
        if layer.overlay is not None:
            overlay = layer.overlay
            missing = [path for path in due(layer.source.data, overlay.data) if not reached(overlay.data, path)]
            unheard = deaf(layer.source.data, overlay.data, str(overlay.data.get("language", "")))
            for path in (*missing, *(path for path in unheard if not overlay.has(path))):
                mark, name = overlay.mark(present(overlay, path)), ".".join(str(part) for part in path)
                details = {
                    "value": name,
                    "file": layer.source.file,
                    "at": str(layer.source.mark(path).line),
                    "path": " ".join(str(part) for part in path),
                }
                yield Diagnostic(overlay.file, mark.line, mark.column, "S402", details, about=name)


def undone(layer: Layer) -> frozenset[Path_]:
    """The texts of an overlay in which the source's own words still stand."""
    if layer.overlay is None:
        return frozenset()
    return frozenset(text.path for text in translations(layer.source, layer.overlay) if text.standing == "todo")


def outdated(layers: tuple[Layer, ...]) -> Iterator[Diagnostic]:
    """Texts of an overlay that were not translated yet, or from another text than stands there now."""
    for layer in layers:
        if layer.overlay is None:
            continue
        language = str(layer.overlay.data.get("language", ""))
        for path in deaf(layer.source.data, layer.overlay.data, language):
            if layer.overlay.has(path):
                yield _still_the_source(layer, layer.overlay, path)
        for text in translations(layer.source, layer.overlay):
            mark = layer.overlay.mark(text.path)
            if text.standing == "todo":
                yield _still_the_source(layer, layer.overlay, text.path)
            elif text.standing == "stale":
                yield Diagnostic(
                    layer.overlay.file,
                    mark.line,
                    mark.column,
                    "S421",
                    {"value": text.name, "file": layer.source.file},
                )
            elif worded_anew(text.path):
                continue
            elif text.standing != "missing" and (figures := strayed(text.source, text.text)) is not None:
                details = {"value": figures[0], "other": figures[1], "at": str(layer.source.mark(text.path).line)}
                yield Diagnostic(layer.overlay.file, mark.line, mark.column, "S464", details)


def _still_the_source(layer: Layer, overlay: Source, path: Path_) -> Diagnostic:
    mark, name = overlay.mark(path), ".".join(map(str, path))
    details = {"value": name, "file": layer.source.file, "at": str(mark.line)}
    return Diagnostic(overlay.file, mark.line, mark.column, "S420", details)


MOST_NAMED = 5
"""Texts that are named in a finding that stands for many."""
_TOGETHER = {"S402": "S489", "S420": "S478"}
"""Findings of which a translation that is half done has hundreds, and the one that stands for all of them."""


def folded(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings as a person wants to read them: what a translation lacks told once for a file and kind, with its first places."""
    every = list(found)
    alike: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for one in every:
        if one.code in _TOGETHER:
            alike.setdefault((one.file, one.code, one.details["file"]), []).append(one)
    many = [group for group in alike.values() if len(group) > 1]
    apart = {id(one) for group in many for one in group}
    return sorted([*(one for one in every if id(one) not in apart), *map(_as_one, many)])


def _as_one(alike: list[Diagnostic]) -> Diagnostic:
    """What stands for several findings of a kind in a file, where the first of them stands."""
    first = alike[0]
    named = sorted(alike, key=lambda one: int(one.details["at"]))[:MOST_NAMED]
    more = [MORE] if len(alike) > len(named) else []
    details = {
        "n": str(len(alike)),
        "value": ", ".join([*(one.details["value"] for one in named), *more]),
        "lines": ", ".join([*(one.details["at"] for one in named), *more]),
        "file": first.details["file"],
    }
    return replace(first, code=_TOGETHER[first.code], details=details, about="")


MORE = "…"
"""Stands for the places that are not named."""
