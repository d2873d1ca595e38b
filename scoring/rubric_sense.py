"""What can be read in a rubric and yet makes no sense: grades out of order, phases that never count, texts in the other language."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from scoring.contradictions import contradictions, half_never_given
from scoring.faults import Faults
from scoring.rubric import Item, Rubric
from simulator.scenario.source import Path_

_TEXTS = ("name", "advice", "example", "reason", "why", "instead", "title")
_NOT_TEXTS = ("applies", "met_when", "half_when", "chance_when", "lists", "words", "source")
_TEMPLATE = re.compile(r"\$(\w+)", re.ASCII)
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}")


def senseless(rubric: Rubric, faults: Faults, data: dict[str, Any]) -> None:
    """Adds every such fault. ``data`` is the tree that grades."""
    _grades(rubric, faults, data)
    _phases(rubric, faults)
    for item in rubric.items.values():
        _item(rubric, item, faults)
    if rubric.red_leaves * 100 >= rubric.pass_mark:
        faults.add(("red_leaves",), "R254", value=f"{rubric.red_leaves:g}", mark=str(rubric.pass_mark))
    _lists(faults, data)


def _grades(rubric: Rubric, faults: Faults, data: dict[str, Any]) -> None:
    """Grades stand from the best to the worst, and the worst begins at nothing."""
    points = {band.id: band.points for band in rubric.bands}
    grades = data.get("grades")
    order = [id for id in grades if id in points] if isinstance(grades, dict) else []
    for above, here in pairwise(order):
        if points[here] >= points[above]:
            faults.add(("grades", here, "from"), "R250", value=str(points[here]), above=str(points[above]))
    if order and min(points.values()) > 0:
        last = min(order, key=lambda id: points[id])
        faults.add(("grades", last, "from"), "R252", value=str(points[last]))


def _counts(rubric: Rubric, phase: str, visits: tuple[str, ...]) -> bool:
    """Whether a phase weighs anything in one of the kinds of visit (all, if none are named)."""
    tables = (rubric.weights.visits, rubric.weights.with_bargaining, rubric.weights.with_products)
    return any(
        table.get(phase, 0) > 0
        for by_visit in tables
        for visit, table in by_visit.items()
        if not visits or visit in visits
    )


def _phases(rubric: Rubric, faults: Faults) -> None:
    for visit, table in rubric.weights.visits.items():
        if not any(table.values()):
            faults.add(("visits", visit), "R253", visit=visit)
    used = {item.phase for item in rubric.items.values()}
    for id in rubric.phases:
        if id not in used:
            faults.add(("phases", id), "R262", phase=id)
        elif not _counts(rubric, id, ()):
            faults.add(("phases", id), "R255", phase=id)


def _item(rubric: Rubric, item: Item, faults: Faults) -> None:
    contradictions(item, faults)
    half_never_given(item, faults)
    visits = item.applies.visits
    if visits and item.phase in rubric.phases and not _counts(rubric, item.phase, visits):
        faults.add(("items", item.id, "applies"), "R255", phase=item.phase)


def _lists(faults: Faults, data: dict[str, Any]) -> None:
    lists = data.get("lists")
    named = lists if isinstance(lists, dict) else {}
    for name, words in named.items():
        if words == []:
            faults.add(("lists", name), "R203", key=name)
        before: set[str] = set()
        for at, word in enumerate(words if isinstance(words, list) else []):
            if isinstance(word, str) and word in before:
                faults.add(("lists", name, at), "R261", word=word)
            elif isinstance(word, str):
                before.add(word)


def texts_of(data: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every text of a rubric or its translation that a person reads, with its path."""
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        if key in _NOT_TEXTS:
            continue
        here = (*path, key)
        if isinstance(value, dict):
            yield from texts_of(value, here)
        elif isinstance(value, str) and any(part in _TEXTS for part in here[-2:]):
            yield here, value


def odd_texts(faults: Faults, data: dict[str, Any], language: str) -> None:
    """Adds texts in the other language, and what would be told as it stands."""
    for path, text in texts_of(data):
        han, words = len(_HAN.findall(text)), len(_WORD.findall(text))
        if language == "zh" and words >= 4 and han < words:
            faults.add(path, "R263", text=text[:20], spoken="zh")
        if language == "en" and han >= 4 and words <= han:
            faults.add(path, "R264", text=text[:20])
        for found in _TEMPLATE.finditer(text):
            if found[1] != "contact":
                faults.add(path, "R268", word=found[1])


def lost_names(faults: Faults, base: dict[str, Any], texts: dict[str, Any]) -> None:
    """Adds translations in which the client's name is not filled in, where it is in the words that they translate."""
    with_name = {path for path, text in texts_of(base) if "$contact" in text}
    for path, text in texts_of(texts):
        if path in with_name and "$contact" not in text:
            faults.add(path, "R267")
