"""Criteria on order and spacing: what came before what, and what followed how soon."""

from bisect import bisect_left
from collections.abc import Callable
from functools import partial

from scoring import criteria as c
from scoring.act import Act
from scoring.figures import FIGURE
from scoring.finding import NO_CHANCE, Evidence, Finding, Later, mark
from scoring.found import MAX_EVIDENCE, evidence_of, occasions, one_a_turn, select, shown
from scoring.view import VisitView
from scoring.words import word


def before(criterion: c.Before, view: VisitView) -> Finding:
    """``first`` in enough turns before ``then`` is said for the first time."""
    first, then = select(view, criterion.first), select(view, criterion.then)
    if not then and criterion.then_needed:
        return NO_CHANCE
    early = one_a_turn([act for act in first if not then or act.at < then[0].at])
    if then and criterion.turns is not None:
        early = [act for act in early if act.index >= then[0].index - criterion.turns]
    value = mark(len(early), criterion.times, criterion.half_at)
    if value == 1 or not then:
        return Finding(value, shown=Later(lambda: evidence_of(view, early, criterion.first)))
    return Finding(value, shown=Later(lambda: _too_early(criterion, view, early, then[0])))


def _too_early(criterion: c.Before, view: VisitView, early: list[Act], then: Act) -> tuple[Evidence, ...]:
    late = shown(view, then)
    because = word("because.too_early", view.language, what=late.because)
    return (
        *evidence_of(view, early, criterion.first)[:2],
        Evidence(late.turn, late.clause, because, True),
    )


def answered(criterion: c.Answered, view: VisitView) -> Finding:
    """Said, and the client answered what was asked."""
    acts = one_a_turn(select(view, criterion.acts))
    told = [act for act in acts if any(_answers(criterion, view, i) for i in _next_lines(criterion, view, act))]
    value = mark(len(told), criterion.times, 1) or (0.5 if acts else 0.0)
    return Finding(value, shown=Later(lambda: evidence_of(view, told or acts, criterion.acts)))


def _next_lines(criterion: c.Answered, view: VisitView, act: Act) -> range:
    return range(act.index, min(act.index + criterion.turns, len(view.exchanges)))


def _answers(criterion: c.Answered, view: VisitView, index: int) -> bool:
    client = view.exchanges[index].client
    return (
        (criterion.need and bool(set(client.revealed).difference(view.revealed_before(index))))
        or (criterion.figure and not client.offer and FIGURE.search(client.text) is not None)
        or (bool(criterion.words) and index in view.client_lines_with(criterion.words))
    )


def within(criterion: c.Within, view: VisitView) -> Finding:
    """``then`` follows ``after`` soon enough, often enough."""
    then = select(view, criterion.then)
    places = [act.at for act in then]
    met: list[tuple[Told, Act]] = []
    missed: list[Told] = []
    for start, end, occasion in _windows(criterion, view):
        follower = _next(then, places, start)
        if follower is not None and follower.index <= end:
            met.append((occasion, follower))
        else:
            missed.append(occasion)
    if not met and not missed:
        return NO_CHANCE
    value = mark(len(met), min(criterion.times, len(met) + len(missed)))
    return Finding(value, shown=Later(lambda: _followed(criterion, view, met, missed, value)))


Told = Callable[[], Evidence]
"""An occasion put into words when it is looked at."""


def _followed(
    criterion: c.Within, view: VisitView, met: list[tuple[Told, Act]], missed: list[Told], value: float
) -> tuple[Evidence, ...]:
    """Each occasion with what followed it; where the mark is not full, those that nothing followed."""
    pairs = [
        e
        for occasion, act in met[: MAX_EVIDENCE if value == 1 else 1]
        for e in (occasion(), shown(view, act, criterion.then.words))
    ]
    if value < 1:
        because = word("because.no_answer", view.language)
        left = [occasion() for occasion in missed[:MAX_EVIDENCE]]
        pairs += [Evidence(e.turn, e.clause, f"{e.because}{because}", True) for e in left]
    return tuple(dict.fromkeys(pairs))[:MAX_EVIDENCE]


def _windows(criterion: c.Within, view: VisitView) -> list[tuple[tuple[int, int], int, Told]]:
    """For each occasion: from where on the answer may stand, up to which turn, and its words."""
    if isinstance(criterion.after, c.Acts):
        acts = one_a_turn(select(view, criterion.after))
        return [
            ((act.index, act.order + 1), act.index + criterion.turns, partial(shown, view, act)) for act in acts
        ]
    found = occasions(view, criterion.after)
    return [((index + 1, 0), index + criterion.turns, said) for index, said in found]


def _next(acts: list[Act], places: list[tuple[int, int]], start: tuple[int, int]) -> Act | None:
    at = bisect_left(places, start)
    return acts[at] if at < len(acts) else None


def happened(criterion: c.Happened, view: VisitView) -> Finding:
    """Something on the client's side."""
    found = occasions(view, criterion.occasion)
    value = mark(len(found), criterion.times)
    return Finding.later(value, lambda: tuple(said() for _, said in found[:MAX_EVIDENCE]))
