"""A sum without a unit: what it is counted in, by the words around it and the sums spoken of."""

import re
from collections.abc import Sequence
from math import log10

from simulator.language.quantities.span import Bare, Span

_IN_KIND = re.compile(
    r" in (?:\w+ )?(?:vouchers?|cash|gift cards?|notes|coins|compensation)\b| for the (?:trouble|wait)"
)
_PERIOD_AHEAD = re.compile(
    r"\s*(?:a|per|each|every) (?:month|year|day|week|head|person|item)|\s*(?:back\b|each\b|apiece)"
)


def whole_sum(bare: Bare, near: Sequence[Span], previous: Sequence[Span], text: str) -> Span | None:
    """A sum without a scale takes the one that brings it near to the sums spoken of."""
    if bare.odds is not None:
        return _likelier(bare, bare.odds, near, previous)
    if _PERIOD_AHEAD.match(text, bare.end) or _IN_KIND.match(text, bare.end):
        return amount_of(bare, 1.0, "")
    if bare.usual == 1.0 or _worked_out(bare, [*near, *previous]):
        return amount_of(bare, 1.0, "")
    known = [span for span in (*near, *previous) if span.issue == "amount" and span.value > 0]
    fits = [
        (abs(log10(bare.value * scale / span.value)), -scale, span.unit)
        for span in known
        for scale in _scales(span, bare)
        if bare.value
    ]
    if fits and min(fits)[0] < 1.05:
        _, negative, unit = min(fits)
        return amount_of(bare, -negative, unit)
    if bare.thousands is None or bare.thousands < THOUSANDS_AT_ALL:
        return amount_of(bare, 1.0, "")
    return amount_of(bare, 1e3, "") if bare.thousands > SURELY_THOUSANDS else None


def _worked_out(bare: Bare, near: Sequence[Span]) -> bool:
    """Whether it is a year of a rate, or a fee, on a sum named beside it: ``千分之一,三百万就是三千``."""
    prices = [span.value for span in near if span.issue in ("rate", "fee") and span.unit == "%"]
    sums = [span.value for span in near if span.issue == "amount" and span.scale >= 1e4]
    return any(abs(bare.value - price * whole / 100) <= bare.value / 100 for price in prices for whole in sums)


def _scales(span: Span, bare: Bare) -> set[float]:
    """What a number may be counted in when ``span`` was spoken of: itself, the same measure, thousands."""
    if span.scale == 1.0:
        return {1.0, 1e3} if bare.value < 1000 and not span.value % 1e4 else {1.0}
    return {1.0} if span.scale == 1e3 and bare.value >= 1000 else {1.0, span.scale}


def amount_of(bare: Bare, scale: float, unit: str) -> Span:
    return Span(bare.start, bare.end, "amount", round(bare.value * scale, 2), unit, scale=scale)


THOUSANDS_AT_ALL = -0.2
SURELY_THOUSANDS = 0.2
THOUSANDS_UNASKED = 1.0
"""From these odds on an English number in the hundreds may be, is, and is though nothing else makes it a sum, thousands."""
TEN_THOUSANDS = 1e4
SURELY_LARGE = 0.5
SURELY_SMALL = -0.2
"""Between these odds a sum is taken for none, for a wrong one is worse, and worst of all a large one."""
WORKED_OUT = -2.5
AMONG_SUMS = -0.7
AMONG_LARGE = 0.4
AMONG_HUGE = 2.0
AMONG_SMALL = -0.5
OF_THEIR_SIZE = 1.8
OF_THEIR_SIZE_SINGLY = -1.7


def _likelier(bare: Bare, odds: float, near: Sequence[Span], previous: Sequence[Span]) -> Span | None:
    """A Chinese sum in ten thousands or in single yuan, whichever its words and the sums spoken of make likelier."""
    known = [span for span in (*near, *previous) if span.issue == "amount" and span.value > 0]
    odds += _beside(bare, near, known)
    if SURELY_SMALL < odds < SURELY_LARGE:
        return None
    scale = TEN_THOUSANDS if odds > 0 else 1.0
    return amount_of(bare, scale, next((span.unit for span in known if _like(bare.value * scale, span)), ""))


def _beside(bare: Bare, near: Sequence[Span], known: Sequence[Span]) -> float:
    """What the figures beside a sum, and those that the client named, add to the odds of ten thousands."""
    if not known:
        return 0.0
    largest = max(span.value for span in known)
    odds = AMONG_SUMS + (
        AMONG_HUGE
        if largest >= 1e8
        else AMONG_LARGE
        if largest >= 1e6
        else AMONG_SMALL
        if 1e4 <= largest < 3e5
        else 0.0
    )
    odds += WORKED_OUT if _worked_out(bare, near) else 0.0
    odds += OF_THEIR_SIZE if any(_like(bare.value * TEN_THOUSANDS, span) for span in known) else 0.0
    return odds + (OF_THEIR_SIZE_SINGLY if any(_like(bare.value, span) for span in known) else 0.0)


def _like(value: float, span: Span) -> bool:
    return abs(log10(value / span.value)) < 0.8
