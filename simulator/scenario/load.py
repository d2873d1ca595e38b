"""From files to a validated scenario: stack the layers, validate, translate every error back to its place."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.inheriting import inherited_of
from simulator.scenario.layers import Layer, closest, merged
from simulator.scenario.library import is_overlay, overlay_path, roots
from simulator.scenario.model import Scenario
from simulator.scenario.places import diagnostic_at
from simulator.scenario.references import reference_faults
from simulator.scenario.remedies import EXPECTED
from simulator.scenario.source import Path_, Source, read_source

MAX_ANCESTORS = 8


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario with where it came from and the hash of its content in this language."""

    scenario: Scenario
    hash: str
    layers: tuple[Layer, ...]


@cache
def _source(path: Path, stamp: int) -> Source:
    return read_source(path)


def _read(path: Path) -> Source:
    """A source, read again only when the file has changed."""
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        stamp = 0
    return _source(path, stamp)


def load_scenario(path: Path, language: str | None = None) -> Loaded:
    """The scenario in ``path`` in ``language`` (its own by default).

    Raises `ScenarioError` with every fault found, each at its place.
    """
    return _validated(stack(path, language))


def load_archetype(path: Path, language: str | None = None) -> Loaded:
    """An archetype as the simplest scenario over it would have it, to look at it by itself. Raises `ScenarioError`."""
    source = _read(path)
    wanted = language or str(source.data.get("language", ""))
    person = {"name": "…", "address": "…"}
    head = {"format": 1, "id": "nobody", "language": wanted, "title": "…", "segment": "retail", "visit": "first"}
    data = {**head, "client": "nobody", "dossier": {"known": "…", "contact": person}}
    nobody = Layer(Source("", data, {}, {}))
    try:
        layers = _over_ancestors([nobody, _layer(path, source, wanted)], "extends", wanted, path)
        if not any(layer.source.has(("opening",)) for layer in layers):
            data["opening"] = "…"  # that is left to the scenario, as are the issues
        if any(layer.source.has(("bargaining",)) for layer in layers):
            data["bargaining"] = {"issues": {}}
        return _validated(layers)
    except ScenarioError as error:
        own = tuple(fault for fault in error.diagnostics if fault.file)
        if own:
            raise ScenarioError(own) from None
        missing = [Diagnostic(str(path), 1, 1, fault.code, fault.details) for fault in error.diagnostics]
        raise ScenarioError(tuple(missing)) from None


def _validated(layers: tuple[Layer, ...]) -> Loaded:
    texts = tuple(layer.texts() for layer in layers)
    data = _without_empty_table(merged(texts), layers[0].source)
    try:
        scenario = Scenario.model_validate(data)
    except ValidationError as error:
        raise ScenarioError(_placed(layers, data, error)) from None
    faults = reference_faults(scenario, layers)
    if faults:
        raise ScenarioError(faults)
    return Loaded(scenario.above(inherited_of(texts)), content_hash(data), layers)


def _without_empty_table(data: dict[str, Any], own: Source) -> dict[str, Any]:
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
    source = _read(path)
    wanted = language or str(source.data.get("language", ""))
    return _over_ancestors([_layer(path, source, wanted)], "client", wanted, path)


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
        layers.append(_layer(archetype, _read(archetype), wanted))
        name, key = layers[-1].source.data.get("extends"), "extends"
    return tuple(layers)


def _layer(path: Path, source: Source, wanted: str) -> Layer:
    own = source.data.get("language")
    if own == wanted or own not in ("zh", "en"):
        return Layer(source)
    overlay = overlay_path(path, wanted)
    if not overlay.exists():
        raise ScenarioError((_at(source, ("language",), "S202", language=wanted, file=overlay.name),))
    return Layer(source, _read(overlay))


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


def _placed(layers: tuple[Layer, ...], data: dict[str, Any], error: ValidationError) -> tuple[Diagnostic, ...]:
    """Every validation error as a diagnostic at its place, in the order of the files."""
    found = [_diagnostic(layers, fault) for fault in error.errors(include_url=False)]
    return tuple(sorted(dict.fromkeys(found)))


def _diagnostic(layers: tuple[Layer, ...], fault: Any) -> Diagnostic:
    path = tuple(fault["loc"])
    kind, message, context = fault["type"], fault["msg"], fault.get("ctx", {})
    value = _shown(fault.get("input"))
    if kind == "extra_forbidden":
        return diagnostic_at(layers, path, "S100", key=str(path[-1]), suggestion=_known(path))
    if kind == "missing":
        return diagnostic_at(layers, path[:-1], "S101", key=str(path[-1]))
    if kind == "value_error":
        return _own_fault(layers, path, str(context.get("error", message)))
    if kind == "string_pattern_mismatch":
        return diagnostic_at(layers, path, "S103", value=value)
    if kind in ("string_too_short", "too_short"):
        return diagnostic_at(layers, path, "S105")
    if kind in ("string_too_long", "too_long"):
        limit = str(context.get("max_length", ""))
        return diagnostic_at(layers, path, "S106", value=value[:20] + "…", limit=limit)
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        bounds = ", ".join(f"{_SIGNS.get(name, name)} {bound}" for name, bound in context.items())
        return diagnostic_at(layers, path, "S107", value=value, expected=bounds)
    listed = str(context.get("expected", "")).replace(" or ", ", ")
    expected = listed or EXPECTED.get(kind) or message.removeprefix("Input should be ")
    return diagnostic_at(layers, path, "S102", value=value, expected=expected)


_SIGNS = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<"}


def _shown(value: Any) -> str:
    """A value as its author would recognise it: as YAML writes it, cut where it is long."""
    words = {True: "true", False: "false", None: "null"}
    if value is None or isinstance(value, bool):
        return words[value]
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: …" for key in list(value)[:3]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_shown(item) for item in value[:3]) + "]"
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"


def _own_fault(layers: tuple[Layer, ...], path: Path_, text: str) -> Diagnostic:
    from simulator.scenario.condition import SPACES
    from simulator.scenario.model import GROUPS
    from simulator.vocabulary.moves import MOVES, TABOOS

    code, _, rest = text.partition("|")
    first, _, second = rest.partition("|")
    if code == "S301":
        known = (*MOVES, *GROUPS) if second == "move" else tuple(TABOOS)
        return diagnostic_at(layers, path, code, what=second, value=first, suggestion=closest(first, known))
    names = ("trust", "patience", "turn", "round", "stage")
    guess = closest(second.partition(".")[0], (*names, *sorted(SPACES)))
    return diagnostic_at(layers, path, code, found=second, suggestion=guess if code == "C204" else "")


def _known(path: Path_) -> str:
    """The field that an unknown entry was perhaps meant to be."""
    from simulator.scenario import model

    fields: set[str] = set()
    for part in vars(model).values():
        if isinstance(part, type) and issubclass(part, model.Frozen):
            fields |= {info.alias or name for name, info in part.model_fields.items()}
    return closest(str(path[-1]), sorted(fields))
