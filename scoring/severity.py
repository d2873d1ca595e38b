"""How heavily each taboo weighs in this visit: kinds, repetition, vulnerable clients, red lines, the limit on deductions."""

from collections import Counter
from dataclasses import replace
from math import floor, prod

from scoring.contextual import contextual_taboos
from scoring.literal import literal_taboos
from scoring.rubric import Rubric, TabooRule
from scoring.scorecard import TabooMark
from scoring.view import VisitView
from simulator.transcript.record import Brief
from simulator.vocabulary.moves import Severity
from simulator.vocabulary.turn import TabooMade

Confirmed = frozenset[tuple[int, str]]


def judge_taboos(
    view: VisitView, rubric: Rubric, points: float, confirmed: Confirmed = frozenset()
) -> tuple[tuple[TabooMark, ...], tuple[TabooMark, ...]]:
    """The taboos committed, and those that a person must confirm first (they take no points).

    ``points`` are those earned before. A minor taboo moves up a step when it is repeated or aimed at a client whom the rubric protects (catalogue C). What is
    short of a red line takes at most the rubric's limit in all, and not everything that was earned. A taboo heard with too little confidence is only listed;
    of several red lines heard so, the surest counts where together they leave little doubt.
    """
    committed: list[TabooMark] = []
    uncertain: list[TabooMark] = []
    seen: Counter[str] = Counter()
    heard = _all(view, rubric)
    surest = _surest_of_many(heard, view, rubric, confirmed)
    for turn, taboo in heard:
        rule = rubric.taboo(taboo.id, taboo.kind)
        if rule is None:
            continue
        sure = taboo.confidence >= view.hearing.taboo_confidence and (rule.severity != "red" or taboo.certain)
        together = (turn, taboo) == surest
        if not (sure or together) and (turn, taboo.id) not in confirmed:
            uncertain.append(_mark(view.brief, turn, taboo, rule, 0, rule.severity))
            continue
        seen[taboo.id] += 1
        raised = rule.severity == "minor" and (seen[taboo.id] >= rubric.repeated_minor or _protected(view, rule))
        severity: Severity = "major" if raised else rule.severity
        cost = max(rubric.raised_deduction, rule.deduction) if raised else rule.deduction
        mark = _mark(view.brief, turn, taboo, rule, cost, severity)
        committed.append(replace(mark, raised=raised, together=together))
    # whole hundredths, rounded down: so more points never come to less after the deduction
    most = min(rubric.minor_limit, rubric.minor_share * max(0.0, points - rubric.minor_leaves))
    limited = _limited(committed, floor(100 * most + 1e-6) / 100)
    return _apart(limited, points, rubric.red_leaves * points), tuple(uncertain)


def _surest_of_many(
    heard: list[tuple[int, TabooMade]], view: VisitView, rubric: Rubric, confirmed: Confirmed
) -> tuple[int, TabooMade] | None:
    """The surest of several red lines in different turns of which none is certain, where all of them leave little doubt.

    They are taken to err independently: the probability that none was crossed is the product of theirs.
    """
    red = []
    for turn, taboo in heard:
        rule = rubric.taboo(taboo.id, taboo.kind)
        if rule is None or rule.severity != "red":
            continue
        if taboo.certain or (turn, taboo.id) in confirmed:
            return None
        red.append((turn, taboo))
    surest = {turn: max(taboo.confidence for at, taboo in red if at == turn) for turn, _ in red}
    if len(surest) < 2 or 1 - prod(1 - sure for sure in surest.values()) < view.hearing.together:
        return None
    return max(red, key=lambda pair: pair[1].confidence)


def _all(view: VisitView, rubric: Rubric) -> list[tuple[int, TabooMade]]:
    """The taboos heard, those found from the context and those of the rubric's own words, each once a turn: the surest."""
    contextual = contextual_taboos(view)
    found: dict[tuple[int, str], TabooMade] = {}
    for turn, taboo in [*view.taboos_heard, *contextual]:
        key = (turn, taboo.id if taboo.kind is None else f"{taboo.id}:{taboo.kind}")
        before = found.get(key)
        if before is None or (taboo.certain, taboo.confidence) > (before.certain, before.confidence):
            found[key] = taboo
    for turn, taboo in literal_taboos(view, rubric):
        vaguer = found.pop((turn, taboo.id), None)
        sure = taboo.certain or (vaguer is not None and vaguer.certain)
        found.setdefault(
            (turn, f"{taboo.id}:{taboo.kind}" if taboo.kind else taboo.id), replace(taboo, certain=sure)
        )
    return sorted(((turn, taboo) for (turn, _), taboo in found.items()), key=lambda pair: pair[0])


def _protected(view: VisitView, rule: TabooRule) -> bool:
    brief = view.brief
    return (brief.vulnerable and "vulnerable" in rule.raised_for) or (brief.lay and "lay" in rule.raised_for)


def _mark(brief: Brief, turn: int, taboo: TabooMade, rule: TabooRule, points: int, severity: Severity) -> TabooMark:
    return TabooMark(
        id=taboo.id,
        kind=taboo.kind,
        name=rule.name,
        severity=severity,
        turn=turn,
        clause=taboo.clause,
        deduction=points,
        why=rule.why.said(brief),
        instead=rule.instead.said(brief),
        cost=points,
    )


def _apart(marks: tuple[TabooMark, ...], points: float, most: float) -> tuple[TabooMark, ...]:
    """The deductions so that a red line leaves at most ``most`` of the points: the first one takes what is still above."""
    left = points - sum(mark.deduction for mark in marks)
    first = next((mark for mark in marks if mark.severity == "red"), None)
    if first is None or left <= most:
        return marks
    more = round(left - most, 2)
    return tuple(replace(m, deduction=m.deduction + more) if m is first else m for m in marks)


def _limited(marks: list[TabooMark], limit: float) -> tuple[TabooMark, ...]:
    """The deductions with the limit applied in the order of the visit; red lines stand outside it."""
    left = limit
    limited = []
    for mark in marks:
        if mark.severity != "red":
            mark = replace(mark, deduction=min(mark.deduction, left))
            left = round(left - mark.deduction, 2)
        limited.append(mark)
    return tuple(limited)
