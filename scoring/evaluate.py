"""Asks a criterion of a visit: from the closed vocabulary and a view to a `Finding`."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scoring import around, offer_patterns, ordered, spoken
from scoring import criteria as c
from scoring.finding import NO_CHANCE, Evidence, Finding
from scoring.found import MAX_EVIDENCE
from scoring.view import VisitView
from scoring.words import word


def evaluate(criterion: c.Criterion, view: VisitView) -> Finding:
    """The mark of ``criterion`` in this visit, with the words that show it."""
    return _EVALUATORS[type(criterion)](criterion, view)


def _parts(parts: tuple[c.Criterion, ...], view: VisitView) -> list[Finding]:
    return [finding for finding in (evaluate(part, view) for part in parts) if finding.chance]


def _all(criterion: c.All, view: VisitView) -> Finding:
    found = _parts(criterion.parts, view)
    if not found:
        return NO_CHANCE
    least = min(f.value for f in found)
    # what a missed item shows is what it lacked, not what was there besides
    shown = found if least > 0 else [f for f in found if f.value == 0]
    return Finding(least, evidence=_joined(sorted(shown, key=lambda f: f.value)))


def _any(criterion: c.AnyOf, view: VisitView) -> Finding:
    found = _parts(criterion.parts, view)
    if not found:
        return NO_CHANCE
    best = max(f.value for f in found)
    return Finding(best, evidence=_joined([f for f in found if f.value == best]))


def _none(criterion: c.NoneOf, view: VisitView) -> Finding:
    found = [f for f in _parts(criterion.parts, view) if f.value > 0]
    if found:
        return Finding(0.0, evidence=tuple(replace(e, lost=True) for e in _joined(found)))
    return Finding(1.0, evidence=(Evidence(0, "", word("because.never", view.language)),))


def _joined(found: list[Finding]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(e for f in found for e in f.evidence))[:MAX_EVIDENCE]


_EVALUATORS: dict[type, Callable[[Any, VisitView], Finding]] = {
    c.Said: spoken.said,
    c.Count: spoken.count,
    c.NeverSaid: spoken.never_said,
    c.Share: spoken.share,
    c.Short: spoken.short,
    c.Wrote: spoken.wrote,
    c.Mentions: spoken.mentions,
    c.Before: ordered.before,
    c.Within: ordered.within,
    c.Happened: ordered.happened,
    c.Revealed: around.revealed,
    c.Covered: around.covered,
    c.Prepared: around.prepared,
    c.FollowedUp: around.followed_up,
    c.Mood: around.mood,
    c.Offers: offer_patterns.offers,
    c.All: _all,
    c.AnyOf: _any,
    c.NoneOf: _none,
}
