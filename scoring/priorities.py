"""What would have gained most: red lines first, then taboos and missed items by the points they cost."""

from scoring.moments import moment
from scoring.rubric import Rubric
from scoring.scorecard import COUNTABLE, ItemMark, PhaseMark, Priority, TabooMark
from scoring.view import VisitView

MOST = 3
OF_ONE_PHASE = 2


def priorities(
    view: VisitView,
    rubric: Rubric,
    phases: tuple[PhaseMark, ...],
    items: tuple[ItemMark, ...],
    taboos: tuple[TabooMark, ...],
) -> tuple[Priority, ...]:
    """At most three, each with the turn to look at. Not more than two items come from one phase."""
    chosen = _reds(taboos)[:MOST]
    told = {(taboo.turn, taboo.clause) for taboo in taboos}
    others = [*_taboos(taboos), *_items(phases, items)]
    breadth = _breadth(items)
    others.sort(key=lambda p: (-p[0].gain * breadth.get(p[1], 1.0), p[0].turn, p[0].id))
    marks = {item.id: item for item in items}
    taken: dict[str, int] = {}
    for priority, phase in others:
        if len(chosen) >= MOST or priority.gain <= 0:
            break
        if phase and taken.get(phase, 0) >= OF_ONE_PHASE:
            continue
        if priority.kind == "item" and _is_told(marks[priority.id], told):
            continue
        taken[phase] = taken.get(phase, 0) + 1
        if priority.kind == "item":
            mark = marks[priority.id]
            turn = moment(view, rubric.items[priority.id], mark.evidence, mark.earned).turn
            priority = Priority("item", priority.id, priority.gain, turn)
        chosen.append(priority)
    return tuple(chosen)


def _is_told(item: ItemMark, told: set[tuple[int, str]]) -> bool:
    """Whether an item was lost by nothing but words that stand there as a taboo already: once is enough."""
    lost = [(e.turn, e.clause) for e in item.evidence if e.lost]
    return bool(lost) and all(words in told for words in lost)


def _breadth(items: tuple[ItemMark, ...]) -> dict[str, float]:
    """How much of each phase came up at all, 0-1: where next to nothing did, one item looks worth more than it is."""
    whole: dict[str, int] = {}
    up: dict[str, int] = {}
    for item in items:
        if item.why_not in COUNTABLE:
            whole[item.phase] = whole.get(item.phase, 0) + item.weight
            up[item.phase] = up.get(item.phase, 0) + (item.weight if item.applicable else 0)
    return {phase: up[phase] / whole[phase] for phase in whole}


def _reds(taboos: tuple[TabooMark, ...]) -> list[Priority]:
    first = {t.id: t for t in reversed(taboos) if t.severity == "red"}
    reds = [Priority("red", t.id, float(t.deduction), t.turn) for t in first.values()]
    return sorted(reds, key=lambda priority: priority.turn)


def _taboos(taboos: tuple[TabooMark, ...]) -> list[tuple[Priority, str]]:
    cost: dict[str, int] = {}
    worst: dict[str, TabooMark] = {}
    for taboo in taboos:
        if taboo.severity != "red":
            cost[taboo.id] = cost.get(taboo.id, 0) + taboo.cost
            if taboo.id not in worst or taboo.cost > worst[taboo.id].cost:
                worst[taboo.id] = taboo
    return [(Priority("taboo", id, float(points), worst[id].turn), "") for id, points in cost.items()]


def _items(phases: tuple[PhaseMark, ...], items: tuple[ItemMark, ...]) -> list[tuple[Priority, str]]:
    found = []
    by_id = {phase.id: phase for phase in phases}
    for item in items:
        phase = by_id.get(item.phase)
        if phase is None or not item.applicable or item.earned == 1:
            continue
        missing = min(item.weight * (1 - item.earned), phase.possible - phase.earned)
        points = round(missing / phase.possible * phase.share * 100, 2)
        found.append((Priority("item", item.id, points, 0), item.phase))
    return found
