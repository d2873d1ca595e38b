"""A scenario over its archetypes over theirs, each in the wanted language, as one tree of data.

What the scenario says wins; what it leaves out is inherited. Maps join key by key: the scenario's own keys come
first, so that its reactions are tried before the inherited ones, and one that replaces an inherited reaction stands
where that stood. A reaction, a remark, a group of lines is
taken whole. ``null`` takes an inherited entry away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.source import Path_, Source
from simulator.scenario.translations import TEXT_KEYS

_WHOLE = (
    ("states", "*", "on", "*"),
    ("states", "*", "menu"),
    ("remarks", "*"),
    ("people", "*"),
    ("talk", "*"),
    ("bargaining", "lines", "*"),
    ("bargaining", "issues", "*"),
    ("endings", "*"),
    ("topics", "*"),
    ("needs", "*"),
    ("products", "*"),
    ("facts", "*"),
    ("temperament", "effects", "*"),
    ("opening",),
)
OWN = frozenset({"id", "format", "language", "title", "extends", "name", "summary"})
"""Keys by which a file speaks of itself: not inherited."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One file of the stack and, where it is in another language, its overlay."""

    source: Source
    overlay: Source | None = None

    def texts(self) -> dict[str, Any]:
        """The file's data in the wanted language. Raises `ScenarioError` where the overlay does not fit."""
        data, faults = self.translated()
        if faults:
            raise ScenarioError(faults)
        return data

    def translated(self) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        """The file's data in the wanted language as far as the overlay fits, and where it does not."""
        if self.overlay is None:
            return self.source.data, ()
        faults: list[Diagnostic] = []
        merged = _translated(self.source.data, self.overlay.data, (), self.overlay, faults)
        assert isinstance(merged, dict)
        return {**merged, "language": self.overlay.data.get("language", "")}, tuple(faults)


def _fault(overlay: Source, path: Path_, code: str, **details: str) -> Diagnostic:
    mark = overlay.mark(path)
    where = " ".join(str(part) for part in path)
    return Diagnostic(overlay.file, mark.line, mark.column, code, {**details, "path": where})


def _translated(base: Any, over: Any, path: Path_, overlay: Source, faults: list[Diagnostic]) -> Any:
    """``base`` with its texts replaced by those of ``over``, which has the same shape."""
    if isinstance(base, dict) and isinstance(over, dict):
        result = dict(base)
        for key, value in over.items():
            if not path and key in ("format", "language", "translates", "id", "sources"):
                continue
            here = (*path, key)
            if key in base:
                strange = _strange_values(key, base[key], value)
                faults.extend(_fault(overlay, (*here, word), "S474", **told) for word, told in strange)
                joined = (
                    _joined_words(key, base[key], value)
                    or _joined_values(key, base[key], value)
                    or _said_anew(key, base[key], value)
                )
                if strange:
                    continue
                result[key] = joined or _translated(base[key], value, here, overlay, faults)
            else:
                faults.append(_fault(overlay, here, "S203", value=str(key), suggestion=closest(str(key), base)))
        return result
    if base == over and is_text_at(path):
        return base
    if is_text_at(path) and _is_text(base) and (_is_text(over) or _is_band_map(over)):
        return over
    number = next((one for one in (over if isinstance(over, list) else [over]) if _is_number(one)), None)
    if number is not None and is_text_at(path) and _is_text(base):
        faults.append(_fault(overlay, path, "S484", value=str(number)))
    else:
        faults.append(_fault(overlay, path, "S204"))
    return base


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _joined_words(key: str, base: Any, over: Any) -> list[str] | None:
    """Words by which a thing is known count in either language: a Chinese visit may say FX."""
    if key != "words" or not (_is_text(base) and _is_text(over)):
        return None
    listed = [[value] if isinstance(value, str) else value for value in (over, base)]
    return list(dict.fromkeys(listed[0] + listed[1]))


def _strange_values(key: str, base: Any, over: Any) -> list[tuple[str, dict[str, str]]]:
    """Words of an overlay for a choice of an issue that the source does not have, where others of them are right."""
    if key != "values" or not (isinstance(base, dict) and isinstance(over, dict)):
        return []
    known = {str(value): None for value in base.values()}
    strange = [word for word, value in over.items() if str(value) not in known]
    if len(strange) == len(over):
        return []
    return [(word, {"value": str(over[word]), "known": ", ".join(known)}) for word in strange]


def _joined_values(key: str, base: Any, over: Any) -> dict[str, Any] | None:
    """The words for an issue's choices, those of the overlay first; they name the same choices."""
    if key != "values" or not (isinstance(base, dict) and isinstance(over, dict)):
        return None
    same = {str(value) for value in over.values()} <= {str(value) for value in base.values()}
    return {**over, **{word: value for word, value in base.items() if word not in over}} if same else None


def _said_anew(key: str, base: Any, over: Any) -> dict[str, Any] | None:
    """How the client says an issue's values: the choices have other words in the overlay, so it is taken whole."""
    if key != "says" or not (isinstance(base, dict) and isinstance(over, dict)):
        return None
    return dict(over) if all(isinstance(text, str) for text in over.values()) else None


_TEXTS_BY_ID = frozenset({"talk", "lines", "facts", "examples", "counterexamples"})


def is_text_at(path: Path_) -> bool:
    """Whether a person reads or types what stands at ``path``, so that it is translated; all else is the same everywhere."""
    keys = [part for part in path if isinstance(part, str)]
    return (
        keys[-1:] == ["words"]
        or keys == ["opening"]
        or keys[-1] in TEXT_KEYS
        or bool(_TEXTS_BY_ID & set(keys[-2:-1]))
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)
    )


def _is_band_map(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and set(value) <= {"low", "mid", "high", "any"}


def merged(texts: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    """The data of the whole stack, the scenario first, each file in the wanted language (`Layer.texts`)."""
    result: dict[str, Any] = {}
    for number, data in enumerate(texts):
        if number:
            data = {key: value for key, value in data.items() if key not in OWN}
        result = _under(result, data, ())
    pruned = _without_none(result)
    assert isinstance(pruned, dict)
    return pruned


def _under(above: Any, below: Any, path: Path_) -> Any:
    """``above`` completed by what only ``below`` says: new keys first, then those of ``below`` in their order."""
    if not (isinstance(above, dict) and isinstance(below, dict)) or _taken_whole(path):
        return above
    result = {key: value for key, value in above.items() if key not in below}
    for key, value in below.items():
        result[key] = _under(above[key], value, (*path, key)) if key in above else value
    return result


def _taken_whole(path: Path_) -> bool:
    return any(
        len(path) == len(pattern) and all(want in ("*", part) for want, part in zip(pattern, path, strict=True))
        for pattern in _WHOLE
    )


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    return value


def closest(word: str, candidates: Iterable[object]) -> str:
    """The candidate most like ``word``, or nothing where none is near."""
    return _closest(word, tuple(map(str, candidates)))


@lru_cache(maxsize=256)
def _closest(word: str, candidates: tuple[str, ...]) -> str:
    """The same, looked for once: a name that is misspelt, or gone, is asked about wherever it is used."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, candidates, 1, 0.6)), "")
