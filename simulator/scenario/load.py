"""From files to a validated scenario: stack the layers, validate, translate every error back to its place."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.inheriting import inherited_of
from simulator.scenario.invalid import placed
from simulator.scenario.layers import Layer, closest, merged
from simulator.scenario.library import LANGUAGES, is_overlay, overlay_path, roots
from simulator.scenario.model import Scenario
from simulator.scenario.references import reference_faults
from simulator.scenario.source import Path_, Source, read_unchanged

MAX_ANCESTORS = 8


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario with where it came from and the hash of its content in this language."""

    scenario: Scenario
    hash: str
    layers: tuple[Layer, ...]


def load_scenario(path: Path, language: str | None = None) -> Loaded:
    """The scenario in ``path`` in ``language`` (its own by default).

    Raises `ScenarioError` with every fault found, each at its place.
    """
    return _validated(stack(path, language))


def archetype_stack(path: Path, language: str | None = None) -> tuple[Layer, ...]:
    """The simplest scenario over an archetype, the archetype and those below it. Raises `ScenarioError`."""
    source = read_unchanged(path)
    wanted = language or spoken(source)
    person = {"name": "…", "address": "…"}
    head = {"format": 1, "id": "nobody", "language": wanted, "title": "…", "segment": "retail", "visit": "first"}
    data = {**head, "client": "nobody", "dossier": {"known": "…", "contact": person}}
    nobody = Layer(Source("", data))
    layers = _over_ancestors([nobody, _layer(path, source, wanted)], "extends", wanted, path)
    if not any(layer.source.has(("opening",)) for layer in layers):
        data["opening"] = "…"  # that is left to the scenario, as are the issues
    if any(layer.source.has(("bargaining",)) for layer in layers):
        data["bargaining"] = {"issues": {}}
    return layers


def owned(found: Iterable[Diagnostic], path: Path) -> tuple[Diagnostic, ...]:
    """Findings about files; those about the scenario that stood in are the archetype's where there are no others."""
    every = tuple(found)
    own = tuple(fault for fault in every if fault.file)
    return own or tuple(Diagnostic(str(path), 1, 1, fault.code, fault.details) for fault in every)


def _validated(layers: tuple[Layer, ...]) -> Loaded:
    texts = tuple(layer.texts() for layer in layers)
    data = without_empty_table(merged(texts), layers[0].source)
    try:
        scenario = Scenario.model_validate(data)
    except ValidationError as error:
        raise ScenarioError(placed(layers, data, error)) from None
    faults = reference_faults(scenario, layers)
    if faults:
        raise ScenarioError(faults)
    return Loaded(scenario.above(inherited_of(texts)), content_hash(data), layers)


def without_empty_table(data: dict[str, Any], own: Source) -> dict[str, Any]:
    """Style and lines of bargaining are inherited; a scenario that does not speak of it does not bargain."""
    bargaining = data.get("bargaining")
    if isinstance(bargaining, dict) and "issues" not in bargaining and not own.has(("bargaining",)):
        return {key: value for key, value in data.items() if key != "bargaining"}
    return data


def content_hash(data: dict[str, Any]) -> str:
    """A short hash of the merged content: the same on every machine, another when any text or number changes."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def stack(path: Path, language: str | None = None) -> tuple[Layer, ...]:
    """The scenario's file, its archetypes' and their overlays, uppermost first. Raises `ScenarioError`."""
    source = read_unchanged(path)
    wanted = language or spoken(source)
    return _over_ancestors([_layer(path, source, wanted)], "client", wanted, path)


def spoken(source: Source) -> str:
    """The language that a file is in; where it names none that there is, the one it is written in by the looks of it."""
    named = source.data.get("language")
    if named in LANGUAGES:
        return str(named)
    return (
        "zh"
        if re.search("[\u3400-\u9fff]", str(source.data.get("title") or source.data.get("name") or source.data))
        else "en"
    )


def _over_ancestors(layers: list[Layer], key: str, wanted: str, path: Path) -> tuple[Layer, ...]:
    """The stack completed by the archetype that its last file names under ``key``, and by that one's, and so on."""
    seen: list[str] = []
    name = layers[-1].source.data.get(key)
    while isinstance(name, str):
        below = layers[-1].source
        if name in seen or len(seen) >= MAX_ANCESTORS:
            raise ScenarioError((_at(below, (key,), "S201", value=name),))
        seen.append(name)
        archetype = find_archetype(name, path)
        if archetype is None:
            guess = closest(name, archetype_names(path))
            raise ScenarioError((_at(below, (key,), "S200", value=name, suggestion=guess),))
        layers.append(_layer(archetype, read_unchanged(archetype), wanted))
        name, key = layers[-1].source.data.get("extends"), "extends"
    return tuple(layers)


def _layer(path: Path, source: Source, wanted: str) -> Layer:
    own = source.data.get("language")
    if own == wanted or own not in ("zh", "en"):
        return Layer(source)
    overlay = overlay_path(path, wanted)
    if not overlay.exists():
        raise ScenarioError((_at(source, ("language",), "S202", language=wanted, file=overlay.name),))
    return Layer(source, read_unchanged(overlay))


def _at(source: Source, path: Path_, code: str, **details: str) -> Diagnostic:
    mark = source.value_marks.get(path) or source.mark(path)
    return Diagnostic(source.file, mark.line, mark.column, code, details)


def _client_folders(near: Path) -> list[Path]:
    """Folders of archetypes: beside the scenario's own tree, then in the roots."""
    above = (*near.parents[:3], *near.resolve().parents[:3])  # as the author wrote it first: errors name such paths
    folders = [parent / "clients" for parent in above]
    return [folder for folder in (*folders, *(root / "clients" for root in roots())) if folder.is_dir()]


def find_archetype(name: str, near: Path) -> Path | None:
    """The file of an archetype. Names with dots or a leading slash name nothing: they would lead out of the folder."""
    if "." in name or name.startswith(("/", "\\")) or "\\" in name:
        return None
    candidates = (folder / f"{name}.yaml" for folder in _client_folders(near))
    return next((path for path in candidates if path.is_file()), None)


def archetype_names(near: Path) -> tuple[str, ...]:
    """Every archetype that a scenario at ``near`` can name."""
    return tuple(
        path.relative_to(folder).with_suffix("").as_posix()
        for folder in _client_folders(near)
        for path in sorted(folder.rglob("*.yaml"))
        if not is_overlay(path)
    )
