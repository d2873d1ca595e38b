"""The bargaining as a whole: the zone of agreement, who got how much of it, and whether both could have had more.

Utilities are linear and additive over the issues that were agreed, 0 to 1 for each side: from the client's opening
demand (best for the client) to the bank's target (best for the bank). Each side's walk-away point is its limit or floor.
Along the frontier the issue that the bank values most, compared with the client, goes the bank's way first.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from scoring.offers import Offer, beyond_authority, gain
from scoring.view import VisitView
from simulator.transcript.record import Brief, IssueBrief


@dataclass(frozen=True, slots=True)
class Zone:
    """Between ``bank`` (the bank's floor) and ``client`` (the client's limit); ``exists`` where they overlap."""

    issue: str
    name: str
    unit: str
    bank: float
    client: float
    exists: bool
    agreed: float | None
    left: float | None
    """How far beyond the agreed figure the client would still have gone, in the issue's unit."""
    choices: tuple[tuple[str, float], ...] = ()
    """Words for the values of an issue without a figure."""

    def said(self, value: float, language: str) -> str:
        """A value of this issue as one would say it."""
        if self.choices:
            return min(self.choices, key=lambda choice: abs(choice[1] - value))[0]
        if self.unit == "CNY":
            return _yuan(value, language)
        if self.unit == "month":
            return f"{value:g}个月" if language == "zh" else f"{value:g} months"
        return f"{value:g}{self.unit if self.unit == '%' else ''}"


def _yuan(value: float, language: str) -> str:
    """A sum as one says it: whole yuan where it is small, else in 万 or millions."""
    if language == "zh":
        return f"{value / 10_000:g}万" if abs(value) >= 10_000 else f"{value:g}元"
    return f"{value / 1_000_000:g} million" if abs(value) >= 1_000_000 else f"{value:,.10g} yuan"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How good the deal was. ``bank_share``: the bank's part of the surplus, 0-1; ``nash``, ``pareto``: 0-1, 1 is best."""

    bank: float
    client: float
    bank_share: float
    nash: float
    pareto: float


@dataclass(frozen=True, slots=True)
class Bargaining:
    """Everything about the bargaining that a debrief shows."""

    rounds: tuple[Offer, ...]
    zones: tuple[Zone, ...]
    agreed: dict[str, float] | None
    outcome: Outcome | None
    empty_zone: bool
    within_authority: bool


def bargaining(view: VisitView) -> Bargaining | None:
    """The bargaining of a visit, None where there was nothing to bargain over."""
    brief = view.brief
    if not brief.issues:
        return None
    agreed = agreed_at_last(view)
    settled = [issue for issue in brief.issues if agreed and issue.id in agreed]
    zones = tuple(_zone(issue, agreed) for issue in brief.issues)
    outcome = _outcome(settled, agreed) if agreed and settled else None
    within = not any(beyond_authority(issue, (agreed or {})[issue.id]) for issue in settled)
    empty = brief.empty_zone or not any(zone.exists for zone in zones)
    return Bargaining(tuple(_in_full(offer, brief) for offer in view.offers), zones, agreed, outcome, empty, within)


def _in_full(offer: Offer, brief: Brief) -> Offer:
    """An offer with the choices that it named among its terms, in the order of the issues."""
    named = {**offer.choices, **offer.terms}
    return replace(offer, terms={issue.id: named[issue.id] for issue in brief.issues if issue.id in named})


def agreed_at_last(view: VisitView) -> dict[str, float] | None:
    """What stands agreed at the end: the last agreement, where the trainee did not put it right afterwards."""
    agreed: dict[str, float] | None = None
    for exchange in view.exchanges:
        if "reopened" in exchange.client.events:
            agreed = None
        agreed = exchange.client.agreed or agreed
    return agreed


def _zone(issue: IssueBrief, agreed: dict[str, float] | None) -> Zone:
    value = (agreed or {}).get(issue.id)
    left = None if value is None else round(max(0.0, gain(issue, issue.limit, value)), 6)
    exists = gain(issue, issue.limit, issue.floor) >= 0
    return Zone(
        issue.id,
        issue.name,
        issue.unit,
        issue.floor,
        issue.limit,
        exists,
        value,
        left,
        tuple(issue.choices.items()),
    )


def _position(issue: IssueBrief, value: float) -> float:
    """0 at the client's opening demand, 1 at the bank's target."""
    whole = gain(issue, issue.target, issue.opening)
    if whole <= 0:
        return 0.5
    return min(1.0, max(0.0, gain(issue, value, issue.opening) / whole))


def _outcome(issues: list[IssueBrief], agreed: dict[str, float]) -> Outcome:
    ours = _normal([issue.bank_weight for issue in issues])
    theirs = _normal([issue.weight for issue in issues])

    def utilities(values: list[float]) -> tuple[float, float]:
        places = [_position(issue, value) for issue, value in zip(issues, values, strict=True)]
        bank = sum(w * p for w, p in zip(ours, places, strict=True))
        return bank, sum(w * (1 - p) for w, p in zip(theirs, places, strict=True))

    bank, client = utilities([agreed[issue.id] for issue in issues])
    bank_least = utilities([issue.floor for issue in issues])[0]
    client_least = utilities([issue.limit for issue in issues])[1]
    frontier = _frontier(ours, theirs)
    gained, yielded = max(0.0, bank - bank_least), max(0.0, client - client_least)
    best = _best_product(frontier, bank_least, client_least)
    most = _client_at(frontier, bank)
    return Outcome(
        round(bank, 4),
        round(client, 4),
        round(gained / (gained + yielded), 4) if gained + yielded else 0.5,
        round(min(1.0, gained * yielded / best), 4) if best > 0 else 0.0,
        round(min(1.0, client / most), 4) if most > 0 else 1.0,
    )


def _normal(weights: list[float]) -> list[float]:
    whole = sum(weights) or 1.0
    return [weight / whole for weight in weights]


def _frontier(ours: list[float], theirs: list[float]) -> list[tuple[float, float]]:
    """The corners of the Pareto frontier as (bank, client), from all for the client to all for the bank."""
    order = sorted(range(len(ours)), key=lambda place: -ours[place] / (theirs[place] or 1e-9))
    corners = [(0.0, sum(theirs))]
    for place in order:
        bank, client = corners[-1]
        corners.append((bank + ours[place], client - theirs[place]))
    return corners


def _client_at(frontier: list[tuple[float, float]], bank: float) -> float:
    """The most that the client can have while the bank has ``bank``."""
    for (b0, c0), (b1, c1) in pairwise(frontier):
        if bank <= b1 + 1e-9:
            share = (bank - b0) / (b1 - b0) if b1 > b0 else 0.0
            return c0 + share * (c1 - c0)
    return frontier[-1][1]


def _best_product(frontier: list[tuple[float, float]], bank_least: float, client_least: float) -> float:
    """The greatest product of both gains along the frontier: on each straight piece a parabola."""
    best = 0.0
    for (b0, c0), (b1, c1) in pairwise(frontier):
        db, dc = b1 - b0, c1 - c0
        top = -((b0 - bank_least) * dc + (c0 - client_least) * db) / (2 * db * dc) if db * dc else 0.0
        for share in (0.0, 1.0, min(1.0, max(0.0, top))):
            gains = b0 + share * db - bank_least, c0 + share * dc - client_least
            if min(gains) > 0:
                best = max(best, gains[0] * gains[1])
    return best


def as_json(result: Bargaining) -> dict[str, Any]:
    """The bargaining as JSON takes it."""
    outcome = result.outcome
    return {
        "rounds": [
            {"turn": o.turn, "side": o.side, "terms": {id: float(value) for id, value in o.terms.items()}}
            for o in result.rounds
        ],
        "zone": {
            z.issue: {"bank": float(z.bank), "client": float(z.client), "exists": z.exists} for z in result.zones
        },
        "agreed": {id: float(v) for id, v in result.agreed.items()} if result.agreed else None,
        "left": {z.issue: z.left for z in result.zones if z.left is not None},
        "surplus": {"bank": outcome.bank_share, "client": round(1 - outcome.bank_share, 4)} if outcome else None,
        "nash": outcome.nash if outcome else None,
        "pareto": outcome.pareto if outcome else None,
        "empty_zone": result.empty_zone,
        "within_authority": result.within_authority,
    }
