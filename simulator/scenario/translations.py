"""The texts of a file and what became of each in a translation: there, missing, not done yet, or made from an older text.

An overlay may keep, under ``sources``, for every text a fingerprint of what it was translated from and of the
translation: ``title: 3fa2c1d4/9b01aa22``; ``todo`` where the source's own words still stand in for it.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from simulator.scenario.source import Path_, Source

Standing = Literal["good", "missing", "todo", "stale", "revised", "unknown"]
TODO = "todo"

TEXT_KEYS = frozenset(
    {"title", "summary", "name", "goal", "text", "why", "say", "heard", "ignored", "statement", "thread", "about", "known",
     "organisation", "you", "scene", "address", "character", "low", "mid", "high", "any", "menu", "risks", "fees",
     "told", "speaker", "dated"}
)  # fmt: skip
"""Keys whose values a person reads, and which an overlay therefore translates."""


def texts(value: object, path: Path_) -> Iterator[Path_]:
    """The paths of all texts in the data of a file that a translation must have."""
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        here = (*path, key)
        words = isinstance(item, str) or (isinstance(item, list) and item and isinstance(item[0], str))
        if words and (
            key in TEXT_KEYS
            or path[-1:] in (("talk",), ("lines",))
            or path[-2:] == ("dossier", "facts")
            or here == ("opening",)
        ):
            yield here
        elif isinstance(item, dict):
            yield from texts(item, here)


def reached(data: object, path: Path_) -> bool:
    """Whether an overlay has the text at ``path``."""
    for part in path:
        if isinstance(data, dict) and part in data:
            data = data[part]
        else:  # a text may be written as bands in the overlay, or bands as one list
            return part in ("low", "mid", "high", "any") and isinstance(data, (str, list, dict))
    return True


@dataclass(frozen=True, slots=True)
class Translation:
    """One text: its path, the same as a name with dots, source and translation, and how it stands.

    ``revised``: both the source and the translation have changed since; ``unknown``: nothing is kept of it.
    """

    path: Path_
    name: str
    source: Any
    text: Any
    standing: Standing


def fingerprint(text: Any) -> str:
    """A short name for a text, the same on every machine."""
    return hashlib.sha256(json.dumps(text, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]


def kept(source: Any, text: Any) -> str:
    """What is kept of a translation: fingerprints of the source and of itself."""
    return f"{fingerprint(source)}/{fingerprint(text)}"


def translations(source: Source, overlay: Source) -> Iterator[Translation]:
    """Every text of the source with its standing in the overlay."""
    sources = overlay.data.get("sources")
    known = sources if isinstance(sources, dict) else {}
    for path in texts(source.data, ()):
        name = ".".join(str(part) for part in path)
        there = reached(overlay.data, path)
        base, text = at(source.data, path), at(overlay.data, path) if there else None
        yield Translation(path, name, base, text, _standing(base, text, known.get(name)) if there else "missing")


def _standing(base: Any, text: Any, known: Any) -> Standing:
    if known == TODO:
        return "todo" if text == base else "unknown"
    old, _slash, translated = str(known or "").partition("/")
    if not translated:
        return "unknown"
    if old == fingerprint(base):
        return "good"
    return "stale" if translated == fingerprint(text) else "revised"


def at(data: Any, path: Path_) -> Any:
    """What stands at ``path``, or at the nearest part around it."""
    for part in path:
        if not (isinstance(data, dict) and part in data):
            return data
        data = data[part]
    return data
