"""What is different when an old visit is graded anew: the total, the parts, every item and taboo, and why.

Compared are two scorecards as JSON, so that one kept from years ago will do. What an item gave to the total is its part of
its phase's points; what the items and taboos changed adds up to the change of the total, and what is left over is the shift
that other weights of the parts gave to items that did not change themselves.
"""

from dataclasses import asdict, dataclass
from typing import Any

from scoring.rubric import Rubric

Card = dict[str, Any]


class CardError(ValueError):
    """What was given is no scorecard."""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item marked otherwise. ``before`` and ``after``: its mark, None where it did not apply or did not exist; ``points``: what
    this did to the total. ``why``: ``new``, ``gone``, ``applies``, ``applies_not``, ``weight``, ``criterion`` (another rule),
    ``reading`` (the same rule found other words), ``rule_or_reading`` where that cannot be told apart."""

    id: str
    name: str
    before: float | None
    after: float | None
    weights: tuple[int, int]
    points: float
    why: str
    evidence_before: tuple[str, ...]
    evidence_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TabooChange:
    """A taboo judged otherwise. ``before`` and ``after``: its deduction, None where it was not there. ``why``: ``new``, ``gone``, ``severity``, ``deduction``,
    ``confirm`` (was only listed for confirmation) or ``unconfirmed`` (now is)."""

    id: str
    kind: str
    name: str
    turn: int
    clause: str
    before: float | None
    after: float | None
    severities: tuple[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part of the visit: the share that was reached and its weight, before and after; None where it did not count."""

    id: str
    name: str
    reached: tuple[float | None, float | None]
    weight: tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed. ``shifted``: points that moved through the weights of the parts alone."""

    scenario: str
    title: str
    rubrics: tuple[str, str]
    totals: tuple[float, float]
    grades: tuple[str, str]
    passed: tuple[bool, bool]
    parts: tuple[PartChange, ...]
    items: tuple[ItemChange, ...]
    taboos: tuple[TabooChange, ...]
    shifted: float

    @property
    def nothing(self) -> bool:
        """Whether all marks are as they were."""
        same = self.totals[0] == self.totals[1] and self.passed[0] == self.passed[1]
        return same and not (self.items or self.taboos)

    def as_json(self) -> dict[str, Any]:
        """The changes as JSON takes them."""
        return asdict(self)


def read_card(value: Any) -> Card:
    """A scorecard from JSON. Raises `CardError` where it is none."""
    if not isinstance(value, dict) or not isinstance(value.get("total"), (int, float)):
        raise CardError
    for key, needed in (("items", "id"), ("taboos", "id"), ("uncertain", "id")):
        entries = value.setdefault(key, []) if key == "uncertain" else value.get(key)
        if not isinstance(entries, list) or not all(isinstance(e, dict) and needed in e for e in entries):
            raise CardError
    if not isinstance(value.get("phases"), dict) or not isinstance(value.get("rubric"), dict):
        raise CardError
    try:
        changes(value, value)
        _points(value)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError):
        raise CardError from None
    return value


def changes(before: Card, after: Card, rubrics: tuple[Rubric, Rubric] | None = None) -> Changes:
    """What changed from one scorecard to the other; ``rubrics`` are those they were made by, where both are at hand."""
    items = _items(before, after, rubrics)
    taboos = _taboos(before, after)
    moved = sum(item.points for item in items) - sum((t.after or 0) - (t.before or 0) for t in taboos)
    totals = (float(before["total"]), float(after["total"]))
    return Changes(
        str(after.get("scenario", "")),
        str(after.get("title", "")),
        (_named(before), _named(after)),
        totals,
        (str(before.get("grade", "")), str(after.get("grade", ""))),
        (bool(before.get("passed")), bool(after.get("passed"))),
        _parts(before, after),
        items,
        taboos,
        round(totals[1] - totals[0] - moved, 2),
    )


def _named(card: Card) -> str:
    return f"{card['rubric'].get('id', '')} {card['rubric'].get('hash', '')}".strip()


def _points(card: Card) -> dict[str, float]:
    """What each item gave to the total."""
    phases = card["phases"]
    given = {}
    for item in card["items"]:
        phase = phases.get(item["phase"])
        if phase and item["applicable"] and phase["possible"]:
            whole = sum(part.get("share", 0) for part in phases.values()) or 1
            given[item["id"]] = (
                100 * phase.get("share", 0) / whole * item["weight"] * item["earned"] / phase["possible"]
            )
    return given


def _items(before: Card, after: Card, rubrics: tuple[Rubric, Rubric] | None) -> tuple[ItemChange, ...]:
    old, new = ({item["id"]: item for item in card["items"]} for card in (before, after))
    points = _points(before), _points(after)
    same_rubric = before["rubric"].get("hash") == after["rubric"].get("hash")
    found = []
    for id in dict.fromkeys([*new, *old]):
        one, other = old.get(id), new.get(id)
        marks = tuple(item["earned"] if item and item["applicable"] else None for item in (one, other))
        weights = (one["weight"] if one else 0, other["weight"] if other else 0)
        if marks[0] == marks[1] and (weights[0] == weights[1] or marks == (None, None)):
            continue
        why = _why(one, other, marks, weights, same_rubric)
        if why == "rule_or_reading" and rubrics is not None:
            same_rule = _rule(rubrics[0], id) == _rule(rubrics[1], id)
            why = "reading" if same_rule else "criterion"
        name = str((other or one or {}).get("name", id))
        moved = round(points[1].get(id, 0.0) - points[0].get(id, 0.0), 2)
        found.append(
            ItemChange(id, name, marks[0], marks[1], weights, moved, why, _evidence(one), _evidence(other))
        )
    return tuple(sorted(found, key=lambda item: (-abs(item.points), item.id)))


def _why(
    one: Card | None, other: Card | None, marks: tuple[Any, ...], weights: tuple[int, int], same_rubric: bool
) -> str:
    if one is None or other is None:
        return "new" if one is None else "gone"
    if marks[0] is None or marks[1] is None:
        return "applies" if marks[0] is None else "applies_not"
    if marks[0] == marks[1]:
        return "weight"
    return "reading" if same_rubric else "rule_or_reading"


def _rule(rubric: Rubric, id: str) -> object:
    item = rubric.items.get(id)
    if item is None:
        return None
    since = rubric.phases[item.phase].from_turn
    return (item.met_when, item.half_when, item.chance_when, item.applies, rubric.hearing, since)


def _evidence(item: Card | None) -> tuple[str, ...]:
    shown = (item or {}).get("evidence") or []
    return tuple(f"{e.get('turn', 0)}: {e.get('clause') or e.get('because', '')}" for e in shown[:2])


def _taboos(before: Card, after: Card) -> tuple[TabooChange, ...]:
    old, new = _judged(before), _judged(after)
    found = []
    for key in sorted({*old, *new}, key=lambda key: (key[0], key[1], key[2])):
        one, other = old.get(key), new.get(key)
        taken = tuple(None if entry is None else float(entry[0].get("deduction", 0)) for entry in (one, other))
        severities = tuple("" if entry is None else str(entry[0].get("severity", "")) for entry in (one, other))
        sure = tuple(entry is not None and entry[1] for entry in (one, other))
        if one is None or other is None:
            why = "new" if one is None else "gone"
        elif sure[0] != sure[1]:
            why = "confirm" if sure[1] else "unconfirmed"
        elif severities[0] != severities[1]:
            why = "severity"
        elif taken[0] != taken[1]:
            why = "deduction"
        else:
            continue
        shown = (other or one or ({}, True))[0]
        turn, id, kind = key
        name, clause = str(shown.get("name", id)), str(shown.get("clause", ""))
        found.append(
            TabooChange(id, kind, name, turn, clause, taken[0], taken[1], (severities[0], severities[1]), why)
        )
    return tuple(found)


def _judged(card: Card) -> dict[tuple[int, str, str], tuple[Card, bool]]:
    """The taboos by turn, family and kind, and whether they count."""
    marks = [(taboo, True) for taboo in card["taboos"]] + [(taboo, False) for taboo in card["uncertain"]]
    return {(int(t.get("turn", 0)), str(t["id"]), str(t.get("kind") or "")): (t, sure) for t, sure in marks}


def _parts(before: Card, after: Card) -> tuple[PartChange, ...]:
    found = []
    for id in dict.fromkeys([*after["phases"], *before["phases"]]):
        one, other = before["phases"].get(id), after["phases"].get(id)
        reached = tuple(None if p is None else round(p["earned"] / p["possible"], 3) for p in (one, other))
        weight = tuple(None if p is None else round(p.get("share", 0), 3) for p in (one, other))
        if (reached[0], weight[0]) != (reached[1], weight[1]):
            name = str((other or one or {}).get("name", id))
            found.append(PartChange(id, name, (reached[0], reached[1]), (weight[0], weight[1])))
    return tuple(found)
