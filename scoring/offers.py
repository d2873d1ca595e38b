"""The log of offers: every term that the bank or the client put on the table, in the issues of the scenario."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from simulator.transcript.record import Brief, IssueBrief, Transcript
from simulator.vocabulary.turn import MoveMade, Quantity

_UNITS: dict[str, tuple[str, ...]] = {
    "rate": ("percent_pa", "%", "%pa", "% p.a.", "percent a year"),
    "share": ("percent", "%", "share"),
    "amount": ("cny", "yuan", "wan", "万元", "万", "元", "million", "million_cny"),
    "tenor": ("month", "months", "月", "个月", "year", "years", "年"),
    "fee": ("permille", "per_mille", "‰", "percent_fee", "%"),
}
_SCALE = {
    "wan": 10_000, "万元": 10_000, "万": 10_000, "million": 1e6, "million_cny": 1e6, "year": 12, "years": 12, "年": 12,
    "permille": 0.1, "per_mille": 0.1, "‰": 0.1, "bp": 0.01,
}  # fmt: skip
_OFFERING = frozenset({"make_offer", "trade", "confirm_agreement"})
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Offer:
    """Terms put forward in one turn. ``index`` is the turn's position, ``standing`` what the side stands for after it.

    ``linked``: something was asked in return. ``referred``: it was left to whoever must approve, so nobody is bound yet.
    """

    index: int
    turn: int
    side: Literal["bank", "client"]
    terms: dict[str, float]
    standing: dict[str, float]
    clause: str = ""
    linked: bool = False
    referred: bool = False


def offer_log(transcript: Transcript, confidence: float) -> tuple[Offer, ...]:
    """Every offer of the visit, the bank's before the client's within a turn."""
    brief = transcript.header.brief or Brief()
    if not brief.issues:
        return ()
    standing: dict[str, dict[str, float]] = {"bank": {}, "client": {}}
    log: list[Offer] = []
    for index, exchange in enumerate(transcript.exchanges):
        moves = [move for move in exchange.trainee.moves if move.confidence >= confidence]
        said = [move for move in moves if move.id in _OFFERING and move.terms]
        terms = bank_terms(brief, said, standing["bank"])
        if terms:
            standing["bank"] = {**standing["bank"], **terms}
            kinds = {move.id for move in moves}
            log.append(
                Offer(
                    index, exchange.turn, "bank", terms, standing["bank"], said[0].clause,
                    bool(kinds & {"trade", "state_ask"}), "refer_up" in kinds,
                )
            )  # fmt: skip
        if exchange.client.offer:
            standing["client"] = {**standing["client"], **exchange.client.offer}
            log.append(
                Offer(
                    index, exchange.turn, "client", dict(exchange.client.offer), standing["client"],
                    exchange.client.text,
                )
            )  # fmt: skip
    return tuple(log)


def bank_terms(brief: Brief, moves: Iterable[MoveMade], standing: dict[str, float]) -> dict[str, float]:
    """The figures of ``moves`` by issue. A change in basis points counts from the bank's own last figure."""
    terms: dict[str, float] = {}
    for move in moves:
        for quantity in move.terms:
            issue = issue_of(brief, quantity)
            if issue is None or _not_ours(f"{move.clause} {quantity.clause}".lower()):
                continue
            if quantity.unit == "bp" and quantity.base != "LPR":
                if issue.id in standing:
                    terms[issue.id] = round(standing[issue.id] + quantity.value / 100, 6)
            elif quantity.unit != "bp":
                terms[issue.id] = round(quantity.value / _SCALE.get(issue.unit.lower(), 1), 6)
    return terms


_NOT_OURS = (
    "剩下的", "其余的", "剩余的", "您说的", "您要的", "您报", "他们报", "他们给", "那家", "另一家", "大行给", "别家", "you said", "you say", "you want",
    "they offer", "they quote", "their offer", "the other bank", "is good offer", "is a good offer", "the rest of", "remaining",
)  # fmt: skip
"""Words beside a figure that is what is left over, or what somebody else named: nobody offers that."""


def _not_ours(clause: str) -> bool:
    return any(words in clause for words in _NOT_OURS)


def issue_of(brief: Brief, quantity: Quantity) -> IssueBrief | None:
    """The issue of the scenario that a figure speaks of, None where that is not clear."""
    for issue in brief.issues:
        if issue.id == quantity.issue:
            return issue
    fitting = [
        issue for issue in brief.issues if issue.unit.lower() in _UNITS[quantity.issue] and issue.id not in _UNITS
    ]
    return fitting[0] if len(fitting) == 1 else None


def gain(issue: IssueBrief, value: float, base: float) -> float:
    """How much better for the bank ``value`` is than ``base``, in the issue's unit."""
    return value - base if issue.better_for_client == "lower" else base - value


def beyond_authority(issue: IssueBrief, value: float) -> bool:
    """Whether ``value`` gives the client more than the relationship manager may give alone."""
    return gain(issue, value, issue.authority) < -TOLERANCE


def beyond_floor(issue: IssueBrief, value: float) -> bool:
    """Whether ``value`` gives the client more than the bank gives at all."""
    return gain(issue, value, issue.floor) < -TOLERANCE


@dataclass(frozen=True, slots=True)
class Concession:
    """A step of the bank towards the client on one issue; ``size`` in the issue's unit, above 0."""

    issue: IssueBrief
    size: float
    offer: Offer
    returned: bool
    """Whether another issue moved the bank's way in the same offer."""


def concessions(brief: Brief, log: Iterable[Offer]) -> tuple[Concession, ...]:
    """Every step of the bank towards the client, in order."""
    issues = {issue.id: issue for issue in brief.issues}
    last: dict[str, float] = {}
    found: list[Concession] = []
    for offer in log:
        if offer.side != "bank":
            continue
        steps = {
            id: gain(issues[id], value, last[id])
            for id, value in offer.terms.items()
            if id in last and id in issues
        }
        returned = any(step > TOLERANCE for step in steps.values())
        found += [Concession(issues[id], -step, offer, returned) for id, step in steps.items() if step < -TOLERANCE]
        last.update(offer.terms)
    return tuple(found)
