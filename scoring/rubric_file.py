"""Rubrics from YAML: the Chinese file says what is graded, an overlay beside it only the texts of another language.

A file may extend another and say only what differs.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from scoring.faults import Faults
from scoring.rubric import Rubric
from scoring.rubric_building import TOP, RubricBuilder
from scoring.rubric_layers import SHIPPED, Stack, read_stack, single
from scoring.rubric_sense import lost_names, odd_texts, senseless
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.source import Path_, Source

_PARTS = ("phases", "grades", "items", "taboos")
_TEXTS = ("name", "advice", "example", "reason", "why", "instead")
_BY_VISIT = ("advice", "example", "why", "instead")
"""Texts that may be a map by kind of visit or segment, with ``any`` for the others."""
_NOT_TEXTS = ("applies", "met_when", "half_when", "chance_when")
_ALSO_OF_SCENARIOS = frozenset({"format", "id", "language", "title", "extends"})


def is_rubric(data: dict[str, Any]) -> bool:
    """Whether the data of a file are those of a rubric and not of a scenario or an archetype."""
    return (
        "items" in data
        or data.get("extends") == "visit"
        or ("extends" in data and bool((set(data) & set(TOP)) - _ALSO_OF_SCENARIOS))
    )


def load_rubric(path: Path | None = None, language: str = "zh") -> Rubric:
    """The rubric in ``path`` (the shipped one by default) with the texts of ``language``.

    Where there is no overlay for the language, the rubric's own texts are used. Raises `ScenarioError` with every
    fault and its line.
    """
    if path is None:
        return _shipped("zh" if language == "zh" else "en")
    rubric, faults = read_rubric(path, language)
    wrong = tuple(fault for fault in faults if fault.severity == "error")
    if wrong:
        raise ScenarioError(wrong)
    return rubric


@lru_cache(maxsize=2)
def _shipped(language: str) -> Rubric:
    return load_rubric(SHIPPED, language)


def read_rubric(path: Path, language: str = "zh") -> tuple[Rubric, tuple[Diagnostic, ...]]:
    """The rubric and everything that is wrong with it, warnings too. Raises `ScenarioError` where it, or a rubric that it
    extends, is no YAML at all or is not there."""
    return read_stacked(path, read_stack(path, language), language)


def read_stacked(path: Path, stack: Stack, language: str = "en") -> tuple[Rubric, tuple[Diagnostic, ...]]:
    """The rubric of a stack of files that have been read, and everything that is wrong with it."""
    faults = Faults(stack, list(stack.faults))
    own = stack.layers[0]
    if own.overlay is not None:
        faults.found.extend(_compare(own.source, own.overlay, language))
    told = Faults(single(own.source))
    odd_texts(told, own.source.data, str(own.source.data.get("language", "")))
    faults.found.extend(told.found)
    rubric = RubricBuilder(faults, stack.texts, stack.language).rubric()
    if not any(fault.severity == "error" for fault in faults.found):
        senseless(rubric, faults, stack.data)
    return rubric, tuple(sorted(faults.found, key=lambda f: (f.file != str(path), f.line, f.column)))


def _compare(source: Source, translation: Source, language: str) -> list[Diagnostic]:
    """What the overlay lacks (a warning: the Chinese text stands in) and what it has that the rubric has not."""
    faults = Faults(single(translation))
    if translation.data.get("format") != 1:
        faults.add(("format",), "R220", found=str(translation.data.get("format")))
    if translation.data.get("language") != language:
        faults.add(("language",), "R266", found=str(translation.data.get("language")), language=language)
    else:
        odd_texts(faults, translation.data, language)
    lost_names(faults, source.data, translation.data)
    if "id" in source.data and translation.data.get("translates") != source.data["id"]:
        faults.add(("translates",), "R240", found=str(translation.data.get("translates")))
    faults.mapping(translation.data, (), ("format", "translates", "language", "title", *_PARTS))
    for part in _PARTS:
        _compare_texts(faults, source.data.get(part), translation.data.get(part), (part,))
    return faults.found


def _compare_texts(faults: Faults, base: Any, texts: Any, path: Path_) -> None:
    """Every text of the rubric at ``path`` in the overlay, and nothing else."""
    if path[-1] in _BY_VISIT:
        return  # each language tells apart the visits that it must
    base, texts = (x if isinstance(x, dict) else {} for x in (base, texts))
    for key, value in base.items():
        inner = isinstance(value, dict) and key not in _NOT_TEXTS
        if key not in texts and (key in _TEXTS or (inner and _has_texts(value))):
            faults.add(path, "R241", "warning", key=".".join(map(str, (*path, key))))
        elif inner and key in texts:
            _compare_texts(faults, value, texts[key], (*path, key))
    for key, value in texts.items():
        if key not in base:
            faults.add((*path, key), "R242", key=str(key))
        elif key in _TEXTS and value in (None, ""):
            faults.add((*path, key), "R203", key=str(key))
        elif key not in _TEXTS and (not isinstance(value, dict) or key in _NOT_TEXTS):
            faults.add((*path, key), "R265", key=str(key))


def _has_texts(value: Any) -> bool:
    """Whether there is anything to translate in a part of the rubric."""
    if not isinstance(value, dict):
        return False
    return any(key in _TEXTS or (key not in _NOT_TEXTS and _has_texts(part)) for key, part in value.items())


__all__ = ["SHIPPED", "is_rubric", "load_rubric", "read_rubric"]
