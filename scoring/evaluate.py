"""Asks a criterion of a visit: from the closed vocabulary and a view to a `Finding`."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any

from scoring import around, offer_patterns, ordered, spoken
from scoring import criteria as c
from scoring.finding import NO_CHANCE, Evidence, Finding, Later
from scoring.found import MAX_EVIDENCE, nothing_against
from scoring.impression import overall
from scoring.view import VisitView

Left = Iterator[c.Criterion]


def evaluate(criterion: c.Criterion, view: VisitView) -> Finding:
    """The mark of ``criterion`` in this visit, with the words that show it."""
    return _EVALUATORS[type(criterion)](criterion, view)


def _all(criterion: c.All, view: VisitView) -> Finding:
    bounds, said = criterion.bounds, criterion.others
    least, found, left = _settled(said or criterion.parts, view, 0.0, min)
    if least is None:
        return NO_CHANCE
    held: list[Finding] = []
    if least and bounds and said:
        lowest, held, left = _settled(bounds, view, 0.0, min)
        if lowest is not None and lowest < least:
            least = lowest
        bounds = ()
    return Finding.later(least, lambda: _lacked(least, found, held, chain(left, bounds if said else ()), view))


def _lacked(
    least: float, found: list[Finding], held: list[Finding], left: Left, view: VisitView
) -> tuple[Evidence, ...]:
    """What a missed item shows is what it lacked, not what was there besides. What only holds the mark down (``held``) tells less
    than what was said, and stands last."""
    if least == 0:
        return _joined(finding for finding in _every([*held, *found], left, view) if finding.value == 0)
    lower = [finding for finding in held if finding.value == least and finding.value < 1]
    if not lower:
        return _joined(sorted(found, key=attrgetter("value")))
    own = _joined(sorted(found, key=attrgetter("value")))
    said = {(shown.turn, shown.clause) for shown in own if shown.clause}
    bound = [shown for shown in _joined(lower)[:1] if said and (shown.turn, shown.clause) not in said]
    return (*own[: MAX_EVIDENCE - 1], *bound) if bound else own


def _any(criterion: c.AnyOf, view: VisitView) -> Finding:
    best, found, left = _settled(criterion.parts, view, 1.0, max)
    if best is None:
        return NO_CHANCE
    return Finding.later(best, lambda: _shown_by(best, _every(found, left, view)))


def _shown_by(best: float, found: Iterator[Finding]) -> tuple[Evidence, ...]:
    """What shows the best of several marks; where none was met, the first that tells where it was lost."""
    if best > 0:
        return _joined(finding for finding in found if finding.value == best)
    return next((told for told in (_joined([finding]) for finding in found) if told), ())


def _impression(criterion: c.Impression, view: VisitView) -> Finding:
    found = evaluate(criterion.of, view)
    return found._replace(shown=Later(lambda: _impressed(criterion, view))) if found.value else found


def _impressed(criterion: c.Impression, view: VisitView) -> tuple[Evidence, ...]:
    shown = NO_CHANCE if criterion.shown_by is None else evaluate(criterion.shown_by, view)
    told = tuple(e for e in shown.evidence if e.clause and not e.lost) if shown.value else ()
    return told or (overall(view),)


def _none(criterion: c.NoneOf, view: VisitView) -> Finding:
    against = [finding for finding in _every([], iter(criterion.parts), view.whole) if finding.value > 0]
    if against:
        return Finding(0.0, shown=Later(lambda: tuple(e._replace(lost=True) for e in _joined(against))))
    return nothing_against(view)


def _settled(
    parts: Iterable[c.Criterion], view: VisitView, end: float, better: Callable[[float, float], float]
) -> tuple[float | None, list[Finding], Left]:
    """The least or the best mark of the parts that had a chance, None without any; ``end`` settles it, whatever follows. With
    the findings up to there, and the parts that nobody has asked about yet."""
    value: float | None = None
    found: list[Finding] = []
    left = iter(parts)
    for part in left:
        finding = _EVALUATORS[type(part)](part, view)
        if finding.chance:
            found.append(finding)
            value = finding.value if value is None else better(value, finding.value)
            if value == end:
                break
    return value, found, left


def _every(found: list[Finding], left: Left, view: VisitView) -> Iterator[Finding]:
    """What was found, and what the parts that are left find, as far as one looks."""
    yield from found
    for part in left:
        finding = evaluate(part, view)
        if finding.chance:
            yield finding


def _joined(found: Iterable[Finding]) -> tuple[Evidence, ...]:
    """The first few pieces of evidence, the same words once, and an impression only where no words show anything."""
    told: dict[tuple[int, str], Evidence] = {}
    for finding in found:
        for shown in finding.evidence:
            told.setdefault((shown.turn, shown.clause or shown.because), shown)
        if len(told) >= MAX_EVIDENCE:
            break
    words = [shown for shown in told.values() if shown.clause]
    return tuple([shown for shown in told.values() if not (words and shown.general)])[:MAX_EVIDENCE]


_EVALUATORS: dict[type, Callable[[Any, VisitView], Finding]] = {
    c.Said: spoken.said,
    c.Answered: ordered.answered,
    c.Count: spoken.count,
    c.NeverSaid: spoken.never_said,
    c.Share: spoken.share,
    c.Short: spoken.short,
    c.Wrote: spoken.wrote,
    c.Mentions: spoken.mentions,
    c.Before: ordered.before,
    c.Within: ordered.within,
    c.Happened: ordered.happened,
    c.Dossier: around.dossier,
    c.Revealed: around.revealed,
    c.Covered: around.covered,
    c.Prepared: around.prepared,
    c.FollowedUp: around.followed_up,
    c.Mood: around.mood,
    c.OfKind: around.of_kind,
    c.Offers: offer_patterns.offers,
    c.All: _all,
    c.AnyOf: _any,
    c.Impression: _impression,
    c.NoneOf: _none,
}
