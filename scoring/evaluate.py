"""Asks a criterion of a visit: from the closed vocabulary and a view to a `Finding`."""

from functools import singledispatch

from scoring import criteria as c
from scoring.finding import MISSED, NO_CHANCE, Evidence, Finding, mark
from scoring.patterns import first_match
from scoring.view import Act, VisitView
from scoring.words import word
from simulator.vocabulary.moves import name

MAX_EVIDENCE = 3


def select(view: VisitView, acts: c.Acts) -> list[Act]:
    """The acts of the visit that are meant, in its order."""
    last = len(view.exchanges)
    return [act for act in view.acts_of(acts.moves) if _meant(view, act, acts, last)]


def _meant(view: VisitView, act: Act, acts: c.Acts, last: int) -> bool:
    place = act.index + 1
    return (
        (acts.form is None or act.move.form == acts.form)
        and (acts.by_turn is None or place <= acts.by_turn)
        and (acts.from_turn is None or place >= acts.from_turn)
        and (acts.last_turns is None or place > last - acts.last_turns)
        and (not acts.topics or act.move.topic in view.topics(acts.topics))
        and (not acts.words or first_match(act.text, acts.words) is not None)
    )


def shown(view: VisitView, act: Act) -> Evidence:
    """An act as evidence: its words, and what they are."""
    form = act.move.form or "said"
    because = word(f"because.{form}", view.language, move=name(act.move.id, view.language))
    return Evidence(act.turn, act.move.clause or view.exchanges[act.index].trainee.text, because)


def one_a_turn(acts: list[Act]) -> list[Act]:
    """The first act of each turn: the same thing said twice in one breath is said once."""
    return list({act.index: act for act in reversed(acts)}.values())[::-1]


def evidence(view: VisitView, acts: list[Act]) -> tuple[Evidence, ...]:
    """The first few acts as evidence."""
    return tuple(shown(view, act) for act in acts[:MAX_EVIDENCE])


@singledispatch
def evaluate(criterion: c.Criterion, view: VisitView) -> Finding:
    """The mark of ``criterion`` in this visit, with the words that show it."""
    raise TypeError(f"no evaluation for {type(criterion).__name__}")


@evaluate.register
def _said(criterion: c.Said, view: VisitView) -> Finding:
    acts = one_a_turn(select(view, criterion.acts))
    value = mark(len(acts), criterion.times, criterion.half_at)
    if criterion.kinds > 1:
        kinds = {act.move.id for act in select(view, criterion.acts)}
        value = min(value, mark(len(kinds), criterion.kinds))
    return Finding(value, evidence=evidence(view, acts))


@evaluate.register
def _all(criterion: c.All, view: VisitView) -> Finding:
    found = [f for f in (evaluate(part, view) for part in criterion.parts) if f.chance]
    if not found:
        return NO_CHANCE
    return Finding(min(f.value for f in found), evidence=_joined(found))


@evaluate.register
def _any(criterion: c.AnyOf, view: VisitView) -> Finding:
    found = [f for f in (evaluate(part, view) for part in criterion.parts) if f.chance]
    if not found:
        return NO_CHANCE
    best = max(f.value for f in found)
    return Finding(best, evidence=_joined([f for f in found if f.value == best]))


@evaluate.register
def _none(criterion: c.NoneOf, view: VisitView) -> Finding:
    found = [f for f in (evaluate(part, view) for part in criterion.parts) if f.value > 0]
    return Finding(0.0, evidence=_joined(found)) if found else Finding(1.0)


def _joined(found: list[Finding]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(e for f in found for e in f.evidence))[:MAX_EVIDENCE]


__all__ = ["MISSED", "evaluate", "evidence", "one_a_turn", "select", "shown"]
