"""Asks a criterion of a visit: from the closed vocabulary and a view to a `Finding`."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scoring import around, offer_patterns, ordered, spoken
from scoring import criteria as c
from scoring.finding import NO_CHANCE, Evidence, Finding, Later
from scoring.found import MAX_EVIDENCE
from scoring.view import VisitView
from scoring.words import word


def evaluate(criterion: c.Criterion, view: VisitView) -> Finding:
    """The mark of ``criterion`` in this visit, with the words that show it."""
    return _EVALUATORS[type(criterion)](criterion, view)


def _parts(parts: tuple[c.Criterion, ...], view: VisitView) -> list[Finding]:
    return [finding for finding in (evaluate(part, view) for part in parts) if finding.chance]


def _all(criterion: c.All, view: VisitView) -> Finding:
    said = tuple(part for part in criterion.parts if not isinstance(part, c.Mood))
    least = _settled(said or criterion.parts, view, 0.0, min)
    if least is None:
        return NO_CHANCE
    if least and len(said) < len(criterion.parts):
        least = _settled(criterion.parts, view, 0.0, min) or 0.0
    return Finding(least, shown=Later(lambda: _lacked(criterion.parts, view, least)))


def _lacked(parts: tuple[c.Criterion, ...], view: VisitView, least: float) -> tuple[Evidence, ...]:
    """What a missed item shows is what it lacked, not what was there besides; the client's mood tells less than what was said."""
    found = _parts(tuple(sorted(parts, key=lambda part: isinstance(part, c.Mood))), view)
    shown = found if least > 0 else [f for f in found if f.value == 0]
    return _joined(sorted(shown, key=lambda f: f.value))


def _any(criterion: c.AnyOf, view: VisitView) -> Finding:
    best = _settled(criterion.parts, view, 1.0, max)
    if best is None:
        return NO_CHANCE
    return Finding(
        best, shown=Later(lambda: _joined([f for f in _parts(criterion.parts, view) if f.value == best]))
    )


def _settled(
    parts: tuple[c.Criterion, ...], view: VisitView, end: float, better: Callable[[float, float], float]
) -> float | None:
    """The least or the best mark of the parts that had a chance, None without any; ``end`` settles it, whatever follows."""
    value: float | None = None
    for part in parts:
        finding = evaluate(part, view)
        if finding.chance:
            value = finding.value if value is None else better(value, finding.value)
            if value == end:
                break
    return value


def _none(criterion: c.NoneOf, view: VisitView) -> Finding:
    found = [f for f in _parts(criterion.parts, view) if f.value > 0]
    if found:
        return Finding(0.0, shown=Later(lambda: tuple(replace(e, lost=True) for e in _joined(found))))
    return Finding(1.0, shown=(Evidence(0, "", word("because.never", view.language)),))


def _joined(found: list[Finding]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(e for f in found for e in f.evidence))[:MAX_EVIDENCE]


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
