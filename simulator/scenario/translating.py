"""What a translation lacks, and what in it no longer fits."""

from collections.abc import Iterator

from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.figures import strayed
from simulator.scenario.layers import Layer
from simulator.scenario.places import present
from simulator.scenario.source import Path_
from simulator.scenario.translations import deaf, due, reached, translations, worded_anew


def untranslated(layers: tuple[Layer, ...]) -> Iterator[Diagnostic]:
    """Texts of a file that its overlay leaves out, where they belong in the overlay: one finding for all that belong to one place."""
    for layer in layers:
        if layer.overlay is not None:
            places: dict[Path_, list[Path_]] = {}
            for path in due(layer.source.data, layer.overlay.data):
                if not reached(layer.overlay.data, path):
                    places.setdefault(present(layer.overlay, path), []).append(path)
            for path in deaf(layer.source.data, layer.overlay.data, str(layer.overlay.data.get("language", ""))):
                if not layer.overlay.has(path):
                    places.setdefault(present(layer.overlay, path), []).append(path)
            for place, missing in places.items():
                mark = layer.overlay.mark(place)
                details = {
                    "value": ", ".join(".".join(str(part) for part in path) for path in missing[:MOST_NAMED]),
                    "file": layer.source.file,
                    "at": str(layer.source.mark(missing[0]).line),
                    "path": "|".join(" ".join(str(part) for part in path) for path in missing),
                }
                yield Diagnostic(layer.overlay.file, mark.line, mark.column, "S402", details)


MOST_NAMED = 8
"""Texts that are named in one finding."""
MOST_UNDONE = 10
"""Texts not translated yet that are told one by one; of more the first stands for all."""


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
                mark, name = layer.overlay.mark(path), ".".join(map(str, path))
                yield Diagnostic(layer.overlay.file, mark.line, mark.column, "S420", {"value": name})
        together = {path for path in undone(layer) if not worded_anew(path) and path[-1] not in ("values", "says")}
        marks = sorted(layer.overlay.mark(path) for path in together)
        if len(marks) > MOST_UNDONE:
            details = {"n": str(len(marks))}
            yield Diagnostic(layer.overlay.file, marks[0].line, marks[0].column, "S478", details)
        for text in translations(layer.source, layer.overlay):
            code = {"todo": "S420", "stale": "S421"}.get(text.standing)
            mark = layer.overlay.mark(text.path)
            if code == "S420" and len(marks) > MOST_UNDONE and text.path in together:
                continue
            if code is not None:
                yield Diagnostic(layer.overlay.file, mark.line, mark.column, code, {"value": text.name})
            elif worded_anew(text.path):
                continue
            elif text.standing != "missing" and (figures := strayed(text.source, text.text)) is not None:
                details = {"value": figures[0], "other": figures[1], "at": str(layer.source.mark(text.path).line)}
                yield Diagnostic(layer.overlay.file, mark.line, mark.column, "S464", details)
