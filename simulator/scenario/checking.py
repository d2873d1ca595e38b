"""Everything that is wrong with a file, in one run."""

from collections.abc import Iterator
from pathlib import Path

from simulator.scenario.coverage import unanswered
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.layers import Layer
from simulator.scenario.library import LANGUAGES, is_overlay, overlay_path
from simulator.scenario.load import load_scenario
from simulator.scenario.places import diagnostic_at
from simulator.scenario.source import read_source


def scenario_paths(path: Path) -> list[Path]:
    """The files below ``path`` that can be checked: scenarios, archetypes and overlays."""
    if path.is_file():
        return [path]
    return sorted(found for found in path.rglob("*.yaml") if found.is_file())


def check_file(path: Path) -> tuple[Diagnostic, ...]:
    """All findings about one file. An overlay is checked with what it translates."""
    try:
        source = read_source(path)
    except ScenarioError as error:
        return error.diagnostics
    if is_overlay(path):
        return ()
    if "segment" not in source.data:  # an archetype is checked with the scenarios that name it
        return ()
    found: list[Diagnostic] = []
    own = str(source.data.get("language", ""))
    others = [language for language in LANGUAGES if language != own and overlay_path(path, language).exists()]
    for language in (own, *others):
        try:
            loaded = load_scenario(path, language)
        except ScenarioError as error:
            found.extend(error.diagnostics)
            continue
        for state, move in unanswered(loaded.scenario):
            found.append(diagnostic_at(loaded.layers, ("states", state), "S401", state=state, value=move))
        found.extend(_untranslated(loaded.layers))
    return tuple(dict.fromkeys(found))


def _untranslated(layers: tuple[Layer, ...]) -> Iterator[Diagnostic]:
    """Texts of a file that its overlay leaves out."""
    for layer in layers:
        if layer.overlay is not None:
            for path in _texts(layer.source.data, ()):
                if not _reached(layer.overlay.data, path):
                    mark = layer.source.mark(path)
                    where = ".".join(str(part) for part in path)
                    details = {"value": where, "file": layer.overlay.file}
                    yield Diagnostic(layer.source.file, mark.line, mark.column, "S402", details)


TEXT_KEYS = frozenset(
    {"title", "summary", "name", "goal", "text", "why", "say", "ignored", "statement", "thread", "about", "known",
     "organisation", "you", "scene", "address", "character", "low", "mid", "high", "any", "menu", "risks", "fees"}
)  # fmt: skip
"""Keys whose values a person reads, and which an overlay therefore translates."""


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        here = (*path, key)
        texts = isinstance(item, str) or (isinstance(item, list) and item and isinstance(item[0], str))
        if texts and (
            key in TEXT_KEYS
            or path[-1:] in (("talk",), ("lines",))
            or path[-2:] == ("dossier", "facts")
            or here == ("opening",)
        ):
            yield here
        elif isinstance(item, dict):
            yield from _texts(item, here)


def _reached(data: object, path: tuple[str | int, ...]) -> bool:
    for part in path:
        if isinstance(data, dict) and part in data:
            data = data[part]
        else:  # a text may be written as bands in the overlay, or bands as one list
            return part in ("low", "mid", "high", "any") and isinstance(data, (str, list, dict))
    return True
