"""Criteria on order and spacing: what came before what, and what followed how soon."""

from bisect import bisect_left

from scoring import criteria as c
from scoring.act import Act
from scoring.finding import NO_CHANCE, Evidence, Finding, mark
from scoring.found import MAX_EVIDENCE, evidence, occasions, one_a_turn, select, shown
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
        return Finding(value, evidence=evidence(view, early, criterion.first.words))
    late = shown(view, then[0])
    because = word("because.too_early", view.language, what=late.because)
    return Finding(
        value,
        evidence=(
            *evidence(view, early, criterion.first.words)[:2],
            Evidence(late.turn, late.clause, because, True),
        ),
    )


def within(criterion: c.Within, view: VisitView) -> Finding:
    """``then`` follows ``after`` soon enough, often enough."""
    then = select(view, criterion.then)
    places = [act.at for act in then]
    met: list[Evidence] = []
    missed: list[Evidence] = []
    happened = 0
    for start, end, occasion in _windows(criterion, view):
        happened += 1
        follower = _next(then, places, start)
        if follower is not None and follower.index <= end:
            met += [occasion, shown(view, follower, criterion.then.words)]
        else:
            because = word("because.no_answer", view.language)
            missed.append(Evidence(occasion.turn, occasion.clause, f"{occasion.because}{because}", True))
    if not happened:
        return NO_CHANCE
    value = mark(len(met) // 2, min(criterion.times, happened))
    shown_here = met if value == 1 else [*met[:2], *missed]
    return Finding(value, evidence=tuple(dict.fromkeys(shown_here))[:MAX_EVIDENCE])


def _windows(criterion: c.Within, view: VisitView) -> list[tuple[tuple[int, int], int, Evidence]]:
    """For each occasion: from where on the answer may stand, up to which turn, and its words."""
    if isinstance(criterion.after, c.Acts):
        acts = one_a_turn(select(view, criterion.after))
        return [((act.index, act.order + 1), act.index + criterion.turns, shown(view, act)) for act in acts]
    found = occasions(view, criterion.after)
    return [((index + 1, 0), index + criterion.turns, said) for index, said in found]


def _next(acts: list[Act], places: list[tuple[int, int]], start: tuple[int, int]) -> Act | None:
    at = bisect_left(places, start)
    return acts[at] if at < len(acts) else None


def happened(criterion: c.Happened, view: VisitView) -> Finding:
    """Something on the client's side."""
    found = occasions(view, criterion.occasion)
    value = mark(len(found), criterion.times)
    return Finding(value, evidence=tuple(said for _, said in found[:MAX_EVIDENCE]))
