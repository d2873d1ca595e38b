"""Asks a criterion of a visit: from the closed vocabulary and a view to a `Finding`."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any

from scoring import around, offer_patterns, ordered, spoken
from scoring import criteria as c
from scoring.finding import NO_CHANCE, Evidence, Finding, Later
from scoring.found import MAX_EVIDENCE
from scoring.view import VisitView
from scoring.words import word

Left = Iterator[c.Criterion]


def evaluate(criterion: c.Criterion, view: VisitView) -> Finding:
    """The mark of ``criterion`` in this visit, with the words that show it."""
    return _EVALUATORS[type(criterion)](criterion, view)


def _all(criterion: c.All, view: VisitView) -> Finding:
    moods, said = criterion.moods, criterion.others
    least, found, left = _settled(said or criterion.parts, view, 0.0, min)
    if least is None:
        return NO_CHANCE
    if least and moods and said:
        lowest, felt, left = _settled(moods, view, 0.0, min)
        if lowest is not None and lowest < least:
            least, found = lowest, [*felt, *found]
        moods = ()
    return Finding.later(least, lambda: _lacked(least, found, chain(left, moods if said else ()), view))


def _lacked(least: float, found: list[Finding], left: Left, view: VisitView) -> tuple[Evidence, ...]:
    """What a missed item shows is what it lacked, not what was there besides; the client's mood tells less than what was said."""
    if least > 0:
        return _joined(sorted(found, key=attrgetter("value")))
    return _joined(finding for finding in _every(found, left, view) if finding.value == 0)


def _any(criterion: c.AnyOf, view: VisitView) -> Finding:
    best, found, left = _settled(criterion.parts, view, 1.0, max)
    if best is None:
        return NO_CHANCE
    return Finding.later(best, lambda: _joined(f for f in _every(found, left, view) if f.value == best))


def _none(criterion: c.NoneOf, view: VisitView) -> Finding:
    against = [finding for finding in _every([], iter(criterion.parts), view) if finding.value > 0]
    if against:
        return Finding(0.0, shown=Later(lambda: tuple(e._replace(lost=True) for e in _joined(against))))
    return Finding(1.0, shown=(Evidence(0, "", word("because.never", view.language)),))


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
    """The first few pieces of evidence, the same one once."""
    told: dict[Evidence, None] = {}
    for finding in found:
        told.update(dict.fromkeys(finding.evidence))
        if len(told) >= MAX_EVIDENCE:
            break
    return tuple(told)[:MAX_EVIDENCE]


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
    c.NoneOf: _none,
}
