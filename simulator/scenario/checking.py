"""Everything that is wrong with a file, in one run."""

from collections.abc import Iterator
from pathlib import Path

from simulator.scenario.coverage import unanswered
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.layers import Layer
from simulator.scenario.library import LANGUAGES, is_overlay, overlay_of, overlay_path
from simulator.scenario.load import load_archetype, load_scenario
from simulator.scenario.places import diagnostic_at
from simulator.scenario.soundness import unsound
from simulator.scenario.source import Source, read_source
from simulator.scenario.translations import reached, texts, translations


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
        translated = overlay_of(path)
        if translated is None:
            name = f"{path.name.rsplit('.', 2)[0]}.yaml"
            return (Diagnostic(str(path), 1, 1, "S205", {"value": name}),)
        return check_file(translated[0])
    load = load_archetype if is_archetype(path, source) else load_scenario
    found: list[Diagnostic] = []
    own = str(source.data.get("language", ""))
    others = [language for language in LANGUAGES if language != own and overlay_path(path, language).exists()]
    for language in (own, *others):
        try:
            loaded = load(path, language)
        except ScenarioError as error:
            found.extend(error.diagnostics)
            continue
        for state, move in unanswered(loaded.scenario):
            found.append(diagnostic_at(loaded.layers, ("states", state), "S401", state=state, value=move))
        for where, code, details in unsound(loaded.scenario):
            if code != "S406" or _own(loaded.layers).has(where):  # an inherited state may well go unused
                found.append(diagnostic_at(loaded.layers, where, code, **details))
        found.extend(_unseen(loaded.layers))
        found.extend(_untranslated(loaded.layers))
        found.extend(_outdated(loaded.layers))
    return tuple(fault for fault in dict.fromkeys(found) if fault.file)


def _own(layers: tuple[Layer, ...]) -> Source:
    """The file that is being checked, of the stack it was loaded with."""
    return next(layer.source for layer in layers if layer.source.file)


def is_archetype(path: Path, source: Source) -> bool:
    """Whether a file is one that clients are made from: it stands in ``clients/``, or names no client of its own."""
    return "clients" in path.resolve().parts[:-1] or not {"client", "segment", "dossier"} & set(source.data)


def is_client(path: Path) -> bool:
    """Whether a file is a client that can be played: no archetype, no translation, no rubric."""
    if is_overlay(path):
        return False
    source = read_source(path)
    return "items" not in source.data and not is_archetype(path, source)


def _unseen(layers: tuple[Layer, ...]) -> Iterator[Diagnostic]:
    """Control and bidirectional characters, which were left out on reading."""
    for layer in layers:
        for source in (layer.source, layer.overlay):
            if source is not None:
                for path, characters in source.unsafe:
                    mark = source.value_marks[path]
                    yield Diagnostic(source.file, mark.line, mark.column, "S110", {"value": characters})


def _untranslated(layers: tuple[Layer, ...]) -> Iterator[Diagnostic]:
    """Texts of a file that its overlay leaves out."""
    for layer in layers:
        if layer.overlay is not None:
            for path in texts(layer.source.data, ()):
                if not reached(layer.overlay.data, path):
                    mark = layer.source.mark(path)
                    where = ".".join(str(part) for part in path)
                    details = {"value": where, "file": layer.overlay.file}
                    yield Diagnostic(layer.source.file, mark.line, mark.column, "S402", details)


def _outdated(layers: tuple[Layer, ...]) -> Iterator[Diagnostic]:
    """Texts of an overlay that were not translated yet, or from another text than stands there now."""
    for layer in layers:
        if layer.overlay is None:
            continue
        for text in translations(layer.source, layer.overlay):
            code = {"todo": "S420", "stale": "S421"}.get(text.standing)
            if code is not None:
                mark = layer.overlay.mark(text.path)
                yield Diagnostic(layer.overlay.file, mark.line, mark.column, code, {"value": text.name})
