"""The texts of a file and what became of each in a translation: there, missing, not done yet, or made from an older text.

An overlay may keep, under ``sources``, for every text a fingerprint of what it was translated from and of the
translation: ``title: 3fa2c1d4/9b01aa22``; ``todo`` where the source's own words still stand in for it.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from simulator.scenario.source import Path_, Source, has
from simulator.vocabulary.moves import TABOOS

Standing = Literal["good", "missing", "todo", "stale", "revised", "unknown"]
TODO = "todo"

TEXT_KEYS = frozenset(
    {"title", "summary", "name", "goal", "text", "why", "say", "heard", "ignored", "statement", "thread", "about", "known",
     "organisation", "you", "scene", "address", "character", "low", "mid", "high", "any", "menu", "risks", "fees",
     "told", "passes", "speaker", "dated", "asked"}
)  # fmt: skip
"""Keys whose values a person reads, and which an overlay therefore translates."""


def worded_anew(path: Path_) -> bool:
    """Whether a text is what people say, and need not say the same, nor the same figures, in another language."""
    return path[0] in ("examples", "counterexamples") or path[-1] == "asked"


def texts(value: object, path: Path_) -> Iterator[Path_]:
    """The paths of all texts in the data of a file that a translation must have."""
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        here = (*path, key)
        if _named_apart(here) and isinstance(item, dict):
            yield here
            continue
        words = isinstance(item, str) or (isinstance(item, list) and item and isinstance(item[0], str))
        if words and (
            key in TEXT_KEYS
            or path[-1:] in (("talk",), ("lines",))
            or path[-2:] == ("dossier", "facts")
            or path in (("examples",), ("counterexamples",))
            or here == ("opening",)
        ):
            yield here
        elif isinstance(item, dict):
            yield from texts(item, here)


def _named_apart(path: Path_) -> bool:
    """Whether what stands at ``path`` has words for keys (an issue's ``values`` and ``says``), so that it is translated as a whole."""
    return path[-1] in ("values", "says") and path[:-2] == ("bargaining", "issues")


def due(source: Any, overlay: Any) -> Iterator[Path_]:
    """The texts of a source that this overlay must have.

    Not those of its ``counterexamples`` or ``examples`` that others of the overlay's own stand for (a translator hears other sentences), save those
    of taboos; nor choices whose words are said alike in both languages ("10%").
    """
    language = str(overlay.get("language", "")) if isinstance(overlay, dict) else ""
    own = overlay.get("examples") if isinstance(overlay, dict) else None
    others = overlay.get("counterexamples") if isinstance(overlay, dict) else None
    for path in texts(source, ()):
        if path[0] == "counterexamples" and isinstance(others, dict) and path[-1] not in others:
            continue
        if path[0] == "examples" and isinstance(own, dict) and path[-1] not in TABOOS and path[-1] not in own:
            continue
        if path[-1] == "values" and _named_apart(path) and not unspoken(at(source, path), {}, language):
            continue
        yield path


_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")


def fits(word: str, language: str) -> bool:
    """Whether a word can be said in a language."""
    han = _HAN.search(word) is not None
    return han or _LATIN.search(word) is None if language == "zh" else not han


def unspoken(source: Any, overlay: Any, language: str) -> list[str]:
    """Words of the choices of an issue for which neither file has a word in ``language``."""
    known = {**source, **(overlay if isinstance(overlay, dict) else {})} if isinstance(source, dict) else {}
    said = {number for word, number in known.items() if fits(str(word), language)}
    left = {number: str(word) for word, number in known.items() if " + " not in str(word) and number not in said}
    return list(left.values())


def deaf(source: Any, overlay: Any, language: str) -> Iterator[Path_]:
    """Where the words by which a thing is known are all in the other language."""
    for path in word_lists(source, ()):
        both = (at(source, path), at(overlay, path) if has(overlay, path) else ())
        words = [word for one in both for word in ([one] if isinstance(one, str) else one)]
        if not any(fits(str(word), language) for word in words):
            yield path


def word_lists(value: Any, path: Path_) -> list[Path_]:
    """Where the words by which a thing is known stand."""
    if not isinstance(value, dict):
        return []
    found: list[Path_] = [(*path, "words")] if isinstance(value.get("words"), (str, list)) and path else []
    return found + [inner for key, item in value.items() for inner in word_lists(item, (*path, key))]


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
    language = str(overlay.data.get("language", ""))
    for path in due(source.data, overlay.data):
        name = ".".join(str(part) for part in path)
        there = reached(overlay.data, path)
        base, text = at(source.data, path), at(overlay.data, path) if there else None
        standing = _standing(base, text, known.get(name)) if there else "missing"
        if there and path[-1] == "values" and _named_apart(path) and unspoken(base, text, language):
            standing = "todo"
        yield Translation(path, name, base, text, standing)


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
