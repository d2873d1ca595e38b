"""The log of offers: every term that the bank or the client put on the table, in the issues of the scenario."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from scoring.offer_words import CONDITION, REFERRING, WANTED
from scoring.patterns import first_match
from scoring.turn_terms import Standing, as_taken, is_ours, issue_of, terms_of_turn, value_of
from simulator.transcript.record import Brief, IssueBrief, Transcript
from simulator.vocabulary.turn import MoveMade

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
    choices: dict[str, float] = field(default_factory=dict)
    """Issues without a figure that were named, each with the value of the choice."""
    wants: bool = False
    """Whether the bank asked for something of the client's in the same turn."""
    named: dict[str, tuple[float, ...]] = field(default_factory=dict)
    """Every figure of the turn by issue, where several were laid side by side."""


def offer_log(transcript: Transcript, confidence: float) -> tuple[Offer, ...]:
    """Every offer of the visit, the bank's before the client's within a turn."""
    brief = transcript.header.brief or Brief()
    if not brief.issues:
        return ()
    standing: dict[str, dict[str, float]] = {"bank": {}, "client": {}}
    log: list[Offer] = []
    told = transcript.opening.lower()
    for index, exchange in enumerate(transcript.exchanges):
        moves = [move for move in exchange.trainee.moves if move.confidence >= confidence]
        said = terms_of_turn(brief, exchange, moves, Standing(standing["bank"], standing["client"]), told)
        if exchange.client.taken is not None and exchange.review is None:
            said = as_taken(brief, exchange.client.taken, said, exchange.trainee.text)
        if said.figures or said.choices:
            standing["bank"] = {**standing["bank"], **said.figures}
            kinds = {move.id for move in moves}
            text = exchange.trainee.text.lower()
            log.append(
                Offer(
                    index, exchange.turn, "bank", said.figures, standing["bank"], said.clause,
                    bool(kinds & {"trade", "state_ask"}) or first_match(text, CONDITION) is not None,
                    "refer_up" in kinds or first_match(text, REFERRING) is not None, said.choices,
                    "state_ask" in kinds or first_match(text, WANTED) is not None, said.named,
                )
            )  # fmt: skip
        told = f"{told}\n{exchange.client.text.lower()}"
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
            value = None if issue is None else value_of(issue, quantity, standing)
            if not is_ours(quantity, move.clause):
                continue
            if issue is not None and value is not None:
                terms[issue.id] = value
    return terms


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
