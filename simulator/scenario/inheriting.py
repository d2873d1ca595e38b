"""What a scenario takes from its archetypes, beside the merged tree: whose reactions are whose, and overlaid lines."""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from simulator.scenario.inherited import Inherited
from simulator.scenario.model import Lines, Say

_LINES: TypeAdapter[Lines] = TypeAdapter(Say)
_SAME = ("move", "taboo", "topic", "form", "when")
"""What a reaction of the same id must answer for its lines to stand in for those of the one above it."""


def inherited_of(texts: tuple[dict[str, Any], ...]) -> Inherited:
    """What the first of a stack of files, uppermost first, has from those below it."""
    own = {place for place, _ in _reactions(texts[0])} if texts else set()
    reactions: set[str] = set()
    above: dict[str, Any] = {}
    below: dict[str, list[Lines]] = {}
    for data in texts:
        for place, entry in _entries(data):
            if place in above:
                lines = _standing_in(above[place], entry)
                if lines is not None:
                    below.setdefault(place, []).append(lines)
            else:
                above[place] = entry
        reactions.update(place for place, _ in _reactions(data) if place not in own)
    return Inherited(frozenset(reactions), {place: tuple(lines) for place, lines in below.items()})


def _reactions(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for state, parts in _map(data.get("states")).items():
        for id, reaction in _map(_map(parts).get("on")).items():
            yield f"states/{state}/on/{id}", reaction


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from _reactions(data)
    for id, lines in _map(data.get("talk")).items():
        yield f"talk/{id}", lines
    for id, lines in _map(_map(data.get("bargaining")).get("lines")).items():
        yield f"bargaining/lines/{id}", lines


def _standing_in(upper: Any, lower: Any) -> Lines | None:
    """The lines of a lower entry where they may be said in place of the upper one's, or None."""
    if isinstance(upper, dict) and isinstance(lower, dict) and not {"move", "taboo"}.isdisjoint(lower):
        if any(upper.get(key) != lower.get(key) for key in _SAME):
            return None
        lower = lower.get("say")
    try:
        lines = _LINES.validate_python(lower)
    except ValidationError:
        return None
    return lines if lines.all else None


def _map(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
