"""A rubric over the rubrics that it extends, as one tree of data in which every value still knows its file and line.

What the file itself says wins, what it leaves out is inherited. Maps join key by key, in the order of the rubric below,
new keys last; a criterion, ``applies`` and a word list are taken whole. ``null`` takes an inherited item, taboo, kind or
half mark away.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.source import Mark, Path_, Source, read_source

SHIPPED = Path(__file__).parent / "rubrics" / "visit.yaml"
MOST_LAYERS = 5
_NAME = re.compile(r"[\w-]{1,80}")
_WHOLE = (
    ("items", "*", "met_when"),
    ("items", "*", "half_when"),
    ("items", "*", "chance_when"),
    ("items", "*", "applies"),
    ("lists", "*"),
)
_REMOVABLE = (
    ("items", "*"),
    ("items", "*", "half_when"),
    ("items", "*", "chance_when"),
    ("taboos", "*"),
    ("taboos", "*", "kinds", "*"),
)
_OWN = frozenset({"id", "extends"})
"""Keys by which a file speaks of itself: not inherited."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One file of the stack, and its overlay in the wanted language where it needs and has one."""

    path: Path
    source: Source
    overlay: Source | None = None

    def texts(self) -> dict[str, Any]:
        """The file's data with the texts of the overlay where it has them."""
        return self.source.data if self.overlay is None else _over(self.overlay.data, self.source.data, ())


@dataclass(frozen=True)
class Stack:
    """The file itself first, then what it extends. ``data`` is the tree that grades, ``texts`` the same in the wanted
    language; ``language`` is that of the undermost file's texts."""

    layers: tuple[Layer, ...]
    data: dict[str, Any]
    texts: dict[str, Any]
    language: str
    faults: tuple[Diagnostic, ...] = field(default=())

    def place(self, path: Path_) -> tuple[str, Mark]:
        """The file and the place of ``path``, or of the nearest part around it that a file has."""
        layers = self.layers[:1] if path[:1] and path[0] in _OWN else self.layers
        for end in range(len(path), 0, -1):
            for layer in layers:
                if path[:end] in layer.source.marks:
                    return layer.source.file, layer.source.marks[path[:end]]
                if any(path[:cut] in layer.source.marks and _is(_WHOLE, path[:cut]) for cut in range(1, end)):
                    break  # what lies below was replaced as a whole
        return self.layers[0].source.file, Mark(1, 1)


def single(source: Source) -> Stack:
    """A file by itself."""
    return Stack((Layer(Path(source.file), source),), source.data, source.data, "")


def alone(source: Source, overlay: Source | None = None) -> Stack:
    """A rubric that extends no other, with its overlay."""
    layer = Layer(Path(source.file), source, overlay)
    spoken = source if overlay is None else overlay
    texts = _over(layer.texts(), {}, ())
    language = str(spoken.data.get("language", "zh"))
    return Stack((layer,), _pruned(source.data), texts, language, tuple(_emptied(source)))


def read_stack(path: Path, language: str) -> Stack:
    """The file with all that it extends. Raises `ScenarioError` where one of them cannot be read or found."""
    layers: list[Layer] = []
    faults: list[Diagnostic] = []
    following: Path | None = path
    while following is not None:
        source = read_source(following)
        layers.append(Layer(following, source, _overlay(following, source, language)))
        following = _below(layers)
    data: dict[str, Any] = {}
    texts: dict[str, Any] = {}
    for number, layer in enumerate(reversed(layers)):
        own = layer.source.data
        if not number:
            faults += _emptied(layer.source)
        if number:
            faults += _unknown(layer.source, data)
            own = _without_partial(own, data)
        data = _over(own, {key: value for key, value in data.items() if key not in _OWN}, ())
        texts = _over(layer.texts(), texts, ())
    root = layers[-1]
    spoken = language if root.overlay is not None else str(root.source.data.get("language", "zh"))
    return Stack(tuple(layers), _pruned(data), texts, spoken, tuple(faults))


def _overlay(path: Path, source: Source, language: str) -> Source | None:
    overlay = path.with_name(f"{path.stem}.{language}.yaml")
    return read_source(overlay) if language != source.data.get("language", "zh") and overlay.exists() else None


def _below(layers: list[Layer]) -> Path | None:
    """The file that the last of ``layers`` extends: one beside it, else the shipped one. Raises `ScenarioError`."""
    path, source = layers[-1].path, layers[-1].source
    if "extends" not in source.data:
        return None
    name = source.data["extends"]
    mark = source.value_marks.get(("extends",), Mark(1, 1))

    def fault(code: str, **details: str) -> ScenarioError:
        return ScenarioError((Diagnostic(source.file, mark.line, mark.column, code, details),))

    beside = sorted(file.stem for file in path.parent.glob("*.yaml") if file != path and "." not in file.stem)
    known = dict.fromkeys(["visit", *beside])
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name not in known:
        raise fault("R233", word=str(name)[:60], near=_near(str(name), tuple(known)) or "visit")
    found = path.with_name(f"{name}.yaml") if name in beside else SHIPPED
    if len(layers) >= MOST_LAYERS or found.resolve() in {layer.path.resolve() for layer in layers}:
        raise fault("R234", word=name)
    return found


def _near(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.5)), "")


def _emptied(source: Source) -> list[Diagnostic]:
    """Entries with nothing behind them in a rubric that extends no other, so that nothing is taken away."""
    found = []
    for path in _nulls(source.data, ()):
        mark = source.marks[path]
        found.append(Diagnostic(source.file, mark.line, mark.column, "R203", {"key": str(path[-1])}))
    return found


def _unknown(source: Source, below: dict[str, Any]) -> list[Diagnostic]:
    """Parts of an item or phase that the rubric below does not have, and things taken away that are not there."""
    found: list[Diagnostic] = []

    def add(path: Path_, code: str, known: dict[str, Any]) -> None:
        mark = source.marks[path]
        word = str(path[-1])
        near = _near(word, tuple(known)) or ", ".join(list(known)[:6])
        found.append(Diagnostic(source.file, mark.line, mark.column, code, {"word": word[:60], "near": near}))

    for part, needed in (("items", "phase"), ("phases", "name")):
        theirs = below.get(part) or {}
        for id, value in _entries(source.data.get(part)):
            if id not in theirs and isinstance(value, dict) and needed not in value:
                add((part, id), "R230" if part == "items" else "R231", theirs)
    for path in _nulls(source.data, ()):
        if not _is(_REMOVABLE, path):
            mark = source.marks[path]
            found.append(Diagnostic(source.file, mark.line, mark.column, "R232", {"word": str(path[-1])}))
        elif not _has(below, path):
            add(path, "R236", _at(below, path[:-1]) or {})
    return found


def _entries(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []


def _without_partial(own: dict[str, Any], below: dict[str, Any]) -> dict[str, Any]:
    """``own`` without the entries that `_unknown` has told of, so that each is told once."""
    result = dict(own)
    for part, needed in (("items", "phase"), ("phases", "name")):
        if isinstance(own.get(part), dict):
            theirs = below.get(part) or {}
            result[part] = {
                id: value
                for id, value in own[part].items()
                if id in theirs or not isinstance(value, dict) or needed in value
            }
    return result


def _over(above: dict[str, Any], below: dict[str, Any], path: Path_) -> dict[str, Any]:
    """``below`` with what ``above`` says in its place, new keys last."""
    result = dict(below)
    for key, value in above.items():
        here = (*path, key)
        inner = isinstance(value, dict) and isinstance(below.get(key), dict) and not _is(_WHOLE, here)
        result[key] = _over(value, below[key], here) if inner else value
    return result


def _pruned(data: dict[str, Any], path: Path_ = ()) -> dict[str, Any]:
    """The tree without what was taken away."""
    return {
        key: _pruned(part, (*path, key)) if isinstance(part, dict) else part
        for key, part in data.items()
        if part is not None or not _is(_REMOVABLE, (*path, key))
    }


def _nulls(value: Any, path: Path_) -> list[Path_]:
    if value is None:
        return [path]
    if not isinstance(value, dict):
        return []
    return [place for key, part in value.items() for place in _nulls(part, (*path, key))]


def _at(data: Any, path: Path_) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _has(data: Any, path: Path_) -> bool:
    around = _at(data, path[:-1])
    return isinstance(around, dict) and path[-1] in around


def _is(patterns: tuple[tuple[str, ...], ...], path: Path_) -> bool:
    return any(
        len(path) == len(pattern) and all(want in ("*", part) for want, part in zip(pattern, path, strict=True))
        for pattern in patterns
    )
