"""The scorecard: every point of a visit with the words behind it, as a value and as JSON."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from scoring.finding import Evidence, Shown, looked_at
from scoring.remarks import RemarkLine

COUNTABLE = frozenset({"", "chance", "short"})
"""What `ItemMark.why_not` is for an item that is meant for the kind of visit and can be seen."""


class ItemMark(NamedTuple):
    """One item of the checklist. ``earned`` 0, 0.5 or 1; ``why_not`` says why an item is not applicable:
    ``visit`` (not for this kind of visit), ``chance`` (the visit gave no occasion), ``short`` (it ended too soon for an occasion; the
    points are lost all the same), ``unseen`` (no typed visit shows it)."""

    id: str
    phase: str
    name: str
    weight: int
    applicable: bool
    earned: float
    shown: Shown
    advice: str
    example: str
    source: str = ""
    why_not: str = ""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words behind the mark."""
        return looked_at(self.shown)

    def has_place(self, evidence: Evidence) -> bool:
        """Whether words behind the mark have a place to be told: a turn, or the preparation."""
        return evidence.turn != 0 or (self.phase == "prepare" and evidence.clause != "")

    def earning(self, earned: float, shown: Shown) -> "ItemMark":
        """The same item with another mark, and what shows it: a grading makes a hundred."""
        id, phase, name, weight, applicable, _earned, _shown, *told = self
        return ItemMark(id, phase, name, weight, applicable, earned, shown, *told)


@dataclass(frozen=True, slots=True)
class TabooMark:
    """A taboo committed. ``severity`` is the one applied (raised, where it was), ``deduction`` the points it took."""

    id: str
    kind: str | None
    name: str
    severity: str
    turn: int
    clause: str
    deduction: float
    why: str
    instead: str
    raised: bool = False
    cost: int = 0
    """What it would take by itself; the limit on deductions may have left less to take."""
    together: bool = False
    """Whether it counts although it was not certain by itself: other turns sounded of a red line, too."""


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """Points of a phase. ``possible`` is what counts as complete; ``share`` its part of the whole visit, 0-1."""

    id: str
    name: str
    earned: float
    possible: float
    share: float


class Priority(NamedTuple):
    """What would have gained most. ``kind`` is ``red``, ``taboo`` or ``item``; ``gain`` in points of the total."""

    kind: str
    id: str
    gain: float
    turn: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A graded visit. ``total`` 0-100 with one decimal; ``passed`` is False with any red line, whatever the total."""

    scenario: str
    title: str
    rubric_id: str
    rubric_hash: str
    language: str
    total: float
    grade: str
    grade_name: str
    passed: bool
    red_lines: tuple[str, ...]
    phases: tuple[PhaseMark, ...]
    items: tuple[ItemMark, ...]
    taboos: tuple[TabooMark, ...]
    uncertain: tuple[TabooMark, ...]
    needs_revealed: tuple[str, ...]
    needs_missed: tuple[str, ...]
    priorities: tuple[Priority, ...] = ()
    bargaining: dict[str, Any] | None = field(default=None)
    remarks: tuple[RemarkLine, ...] = ()
    """What the client brought up unasked, and what became of it."""

    def as_json(self) -> dict[str, Any]:
        """The scorecard as JSON takes it, keys in a fixed order."""
        return {**self._before_items(), "items": [_item(item) for item in self.items], **self._after_items()}

    def as_line(self) -> str:
        """The JSON of `as_json` in one line, as ``json.dumps`` writes it without escapes for other letters than ASCII ones. What is
        told of an item in visit after visit is written once."""
        items = ", ".join([_item_text(item) for item in self.items])
        return f'{_text(self._before_items())[:-1]}, "items": [{items}], {_text(self._after_items())[1:]}'

    def _before_items(self) -> dict[str, Any]:
        return {
            "scenario": self.scenario,
            "title": self.title,
            "rubric": {"id": self.rubric_id, "hash": self.rubric_hash},
            "total": self.total,
            "grade": self.grade,
            "passed": self.passed,
            "red_lines": list(self.red_lines),
            "phases": {
                p.id: {"earned": p.earned, "possible": p.possible, "share": p.share, "name": p.name}
                for p in self.phases
            },
        }

    def _after_items(self) -> dict[str, Any]:
        return {
            "taboos": [_taboo(taboo) for taboo in self.taboos],
            "uncertain": [_taboo(taboo) for taboo in self.uncertain],
            "needs": {"revealed": list(self.needs_revealed), "missed": list(self.needs_missed)},
            "remarks": [remark.as_json() for remark in self.remarks],
            "bargaining": self.bargaining,
            "priorities": [{"kind": p.kind, "id": p.id, "gain": p.gain, "turn": p.turn} for p in self.priorities],
        }


def _item(item: ItemMark) -> dict[str, Any]:
    record = {
        "id": item.id,
        "phase": item.phase,
        "name": item.name,
        "weight": item.weight,
        "applicable": item.applicable,
        "earned": item.earned,
        "evidence": [_evidence(e) for e in item.evidence],
        "advice": item.advice,
        "example": item.example,
    }
    return {**record, "why_not": item.why_not} if item.why_not else record


_text = json.JSONEncoder(ensure_ascii=False).encode


def _item_text(item: ItemMark) -> str:
    before = _before_evidence(item.id, item.phase, item.name, item.weight, item.applicable, item.earned)
    evidence = ", ".join([_evidence_text(e) for e in item.evidence])
    return f"{before}[{evidence}]{_after_evidence(item.advice, item.example, item.why_not)}"


def _evidence_text(evidence: Evidence) -> str:
    clause, because = encode_basestring(evidence.clause), encode_basestring(evidence.because)
    lost = ', "lost": true' if evidence.lost else ""
    return f'{{"turn": {evidence.turn}, "clause": {clause}, "because": {because}{lost}}}'


@lru_cache(maxsize=2048, typed=True)
def _before_evidence(id: str, phase: str, name: str, weight: int, applicable: bool, earned: float) -> str:
    record = {
        "id": id, "phase": phase, "name": name, "weight": weight, "applicable": applicable, "earned": earned, "evidence": ""
    }  # fmt: skip
    return _text(record)[:-3]


@lru_cache(maxsize=2048)
def _after_evidence(advice: str, example: str, why_not: str) -> str:
    record = {"advice": advice, "example": example, "why_not": why_not}
    return f", {_text(record if why_not else {'advice': advice, 'example': example})[1:]}"


def _evidence(evidence: Evidence) -> dict[str, Any]:
    record = {"turn": evidence.turn, "clause": evidence.clause, "because": evidence.because}
    return {**record, "lost": True} if evidence.lost else record


def _taboo(taboo: TabooMark) -> dict[str, Any]:
    return {
        "id": taboo.id,
        "kind": taboo.kind,
        "name": taboo.name,
        "severity": taboo.severity,
        "turn": taboo.turn,
        "clause": taboo.clause,
        "deduction": round(taboo.deduction, 2),
        "instead": taboo.instead,
    }
