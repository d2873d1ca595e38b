"""A stack of files looked at as a whole, past its first fault: what cannot be read is told and left out, the rest examined."""

from typing import Any

from pydantic import ValidationError

from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.invalid import placed
from simulator.scenario.layers import Layer, merged
from simulator.scenario.load import without_empty_table
from simulator.scenario.model import Scenario
from simulator.scenario.references import reference_faults
from simulator.scenario.source import Path_

ROUNDS = 6
"""How often what does not fit is left out, before one gives up on a file."""

ENTRIES: tuple[tuple[str, ...], ...] = (
    ("states", "*", "on", "*"), ("remarks", "*", "answers", "*"), ("remarks", "*", "partial", "*"),
    ("people", "*", "answers", "*"), ("states", "*"), ("remarks", "*"), ("people", "*"), ("topics", "*"), ("needs", "*"), ("products", "*"), ("facts", "*"),
    ("endings", "*"), ("bargaining", "issues", "*"), ("temperament", "effects", "*"),
)  # fmt: skip
"""What is left out whole where a part that it must have is missing."""

_PERSON: dict[str, Any] = {"name": "…", "address": "…"}
_STAND_INS: dict[str, Any] = {
    "format": 1, "id": "nobody", "language": "zh", "segment": "retail", "visit": "first", "client": "nobody",
    "dossier": {"known": "…", "contact": _PERSON}, "contact": _PERSON, "first": "opening", "states": {}, "issues": {},
    "endings": {"open": {"kind": "open", "title": "…", "text": "…"}},
}  # fmt: skip
"""What stands in for a missing part that the rest cannot be examined without; otherwise a text."""


def examined(layers: tuple[Layer, ...]) -> tuple[Scenario | None, list[Diagnostic], bool]:
    """The scenario as far as it can be made out, everything found on the way, and whether nothing was left out."""
    found: list[Diagnostic] = []
    texts = []
    for layer in layers:
        data, faults = layer.translated()
        texts.append(data)
        found.extend(faults)
    data = without_empty_table(merged(tuple(texts)), layers[0].source)
    left_out: set[str] = set()
    for number in range(ROUNDS):
        try:
            scenario = Scenario.model_validate(data)
        except ValidationError as error:
            if number == 0:
                found.extend(placed(layers, data, error))
                data = _copied(data)
            _leave_out(data, error, left_out)
            continue
        found.extend(reference_faults(scenario, layers, left_out))
        return scenario, found, number == 0
    return None, found, False


def _copied(data: Any) -> Any:
    """The data of a file, apart from the file's own: maps, lists and what cannot be changed."""
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(value) for value in data] if isinstance(data, list) else data


def _leave_out(data: dict[str, Any], error: ValidationError, left_out: set[str]) -> None:
    faults = error.errors(include_url=False, include_context=False)
    paths = [_present(data, tuple(fault["loc"])) for fault in faults]  # before anything is taken out
    for fault, path in zip(faults, paths, strict=True):
        if fault["type"] == "missing":
            missing = str(fault["loc"][-1])
            entry = _entry(path)
            if entry:
                left_out.add(str(entry[-1]))
                _remove(data, entry)
            else:
                _put(data, path, missing)
        else:
            while path and not isinstance(path[-1], str):
                path = path[:-1]
            if _entry(path) == path and path:
                left_out.add(str(path[-1]))
            _remove(data, path)
            reaction = path[:-1]
            if _entry(reaction) == reaction and reaction and _answers_nothing(_parent(data, reaction)):
                left_out.add(str(reaction[-1]))
                _remove(data, reaction)


def _answers_nothing(entry: Any) -> bool:
    """Whether what is left of an entry is a reaction without what it answers."""
    return isinstance(entry, dict) and not {"move", "taboo"} & set(entry) and not {"name", "kind"} & set(entry)


def _present(data: Any, path: Path_) -> Path_:
    """``path`` as far as the data have it, without the parts that validation put in."""
    here: Path_ = ()
    for part in path:
        within = part in data if isinstance(data, dict) else isinstance(data, list) and part in range(len(data))
        if within:
            data, here = data[part], (*here, part)
    return here


def _entry(path: Path_) -> Path_:
    """The entry in which a path lies, or nothing."""
    for pattern in ENTRIES:
        head = path[: len(pattern)]
        if len(head) == len(pattern) and all(want in ("*", part) for want, part in zip(pattern, head, strict=True)):
            return head
    return ()


def _parent(data: dict[str, Any], path: Path_) -> Any:
    here: Any = data
    for part in path:
        here = here.get(part) if isinstance(here, dict) else None
    return here


def _remove(data: dict[str, Any], path: Path_) -> None:
    parent = _parent(data, path[:-1]) if path else None
    if isinstance(parent, dict):
        parent.pop(path[-1], None)


def _put(data: dict[str, Any], path: Path_, key: str) -> None:
    parent = _parent(data, path)
    if isinstance(parent, dict):
        parent[key] = _copied(_STAND_INS.get(key, "…"))
