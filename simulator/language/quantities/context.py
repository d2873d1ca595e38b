"""A number without a unit: what the words before it and the client's last line say that it counts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import log10

from simulator.language.quantities.span import Bare, Span

_PERIODIC = re.compile(r"(?:[一每][天日月年]|个月|月供|每人|每张|一张|利息|月薪|工资)\D{0,3}$")
_PERIOD_AHEAD = re.compile(
    r"\s*(?:a|per|each|every) (?:month|year|day|week|head|person|item)|\s*(?:back\b|each\b|apiece)"
)
_LENDING = re.compile(r"(?:流贷|授信|敞口|抵押物|货款)\D{0,5}$")


def informed(span: Span, near: Sequence[Span], previous: Sequence[Span]) -> Span:
    """The figure with the issue or the currency that the client gave to the same number, or to sums in general."""
    if span.sure and span.unit:
        return span
    for other in previous:
        same = abs(abs(other.value) - abs(span.value)) < 1e-6
        if same and not span.sure and other.sure and other.unit == "%" and other.issue != "amount":
            return replace(span, issue=other.issue)
        if same and not span.unit and other.issue == "amount" and other.unit:
            return replace(span, unit=other.unit)
    if not span.sure and span.unit == "%":
        return _elliptic(span, [*near, *previous])
    if not span.unit:
        units = {other.unit for other in (*near, *previous) if other.issue == "amount" and other.unit}
        return replace(span, unit=units.pop()) if len(units) == 1 else span
    return span


def _elliptic(span: Span, known: Sequence[Span]) -> Span:
    """``the 2.1`` after 2.1 million is the sum again, not a rate."""
    for other in known:
        if other.issue == "amount" and other.scale >= 1e4 and abs(other.value - span.value * other.scale) < 1e-3:
            return replace(span, issue="amount", value=other.value, unit=other.unit, scale=other.scale)
    return span


def placed(bare: Bare, near: Sequence[Span], previous: Sequence[Span], text: str) -> Span | None:
    """The figure that ``bare`` stands for, None where nothing tells."""
    if bare.priced:
        return _kin(bare, previous, text) or Span(bare.start, bare.end, "rate", bare.value, "%", sure=False)
    echo = _echo(bare, [*near, *previous])
    if echo is not None:
        return echo
    if bare.money:
        return _sum(bare, near, previous, text)
    if not bare.placed:
        return None
    return _kin(bare, previous, text) or _part(bare, near, text)


_CLOCK = re.compile(
    r"o'clock|\b(?:tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|call|ring|meet|visit|see you|come|floor|gate)\b"
)


def _kin(bare: Bare, previous: Sequence[Span], text: str) -> Span | None:
    """A number of the size of one figure that the client named: a counter-offer in the same measure."""
    if bare.value <= 12 and _CLOCK.search(text, max(0, bare.start - 30), bare.end + 30):
        return None
    known = {(span.issue, span.unit, span.base, span.scale): span for span in previous}
    fits = [span for span in known.values() if _fits(bare, span)]
    if len(fits) != 1:
        return None
    span = fits[0]
    value = (-1 if span.value < 0 else 1) * bare.value * span.scale
    return replace(span, start=bare.start, end=bare.end, value=round(value, 2))


def _fits(bare: Bare, span: Span) -> bool:
    """Whether a number is of the size of a figure already named."""
    said = abs(span.value) / span.scale
    if not said:
        return False
    ratio = bare.value / said
    if span.issue == "amount":
        return span.scale >= 1e3 and bare.value >= 2 and 0.3 <= ratio <= 3
    if bare.priced:
        return False
    if span.issue == "rate" and span.unit == "%":
        return 2 <= bare.value < 13 and 0.6 <= ratio <= 1.6
    if span.issue == "tenor":
        return bare.value >= 2 and said >= 2 and 0.3 <= ratio <= 3
    return bare.value >= 5 and said >= 5 and 0.4 <= ratio <= 2.5


_PUT_BY = re.compile(
    r"\b(?:put|keep|leave|draw|repay|lend|return|move|place|park|freeze)(?: only| just| about| the| another)* $"
)
_LEFT_OVER = re.compile(
    r" (?:of (?:it|that)\b|(?:stays?|goes back|comes? back|goes (?:right |straight )*(?:back )?(?:in|on|to))\b|on (?:fixed|time|term) deposit|committed|uncommitted)"
)


def _part(bare: Bare, near: Sequence[Span], text: str) -> Span | None:
    """A part of a sum named in the same turn: ``ten million, but three of it stays here``."""
    if not (_PUT_BY.search(text[max(0, bare.start - 24) : bare.start]) or _LEFT_OVER.match(text, bare.end)):
        return None
    sums = {span.scale: span for span in near if span.issue == "amount" and span.scale >= 1e3}
    if len(sums) != 1:
        return None
    span = next(iter(sums.values()))
    if not 2 <= bare.value < abs(span.value) / span.scale:
        return None
    return _amount(bare, span.scale, span.unit)


def _sum(bare: Bare, near: Sequence[Span], previous: Sequence[Span], text: str) -> Span:
    """A sum without a scale takes the one that brings it near to the sums spoken of."""
    before = text[max(0, bare.start - 8) : bare.start]
    if _PERIODIC.search(before) or _PERIOD_AHEAD.match(text, bare.end):
        return _amount(bare, 1.0, "")
    known = [span for span in (*near, *previous) if span.issue == "amount" and span.value > 0]
    fits = [
        (abs(log10(bare.value * scale / span.value)), -scale, span.unit)
        for span in known
        for scale in _scales(span, bare)
        if bare.value
    ]
    if fits and min(fits)[0] < 1.05:
        _, negative, unit = min(fits)
        return _amount(bare, -negative, unit)
    lent = _LENDING.search(before) is not None or (bare.value >= 1000 and before.endswith("额度"))
    return _amount(bare, 1e4 if lent and not known else 1.0, "")


def _scales(span: Span, bare: Bare) -> set[float]:
    """What a number may be counted in when ``span`` was spoken of: itself, the same measure, thousands."""
    if span.scale == 1.0:
        return {1.0, 1e3} if bare.value < 1000 and not span.value % 1e4 else {1.0}
    return {1.0} if span.scale == 1e3 and bare.value >= 1000 else {1.0, span.scale}


def _amount(bare: Bare, scale: float, unit: str) -> Span:
    return Span(bare.start, bare.end, "amount", round(bare.value * scale, 2), unit, scale=scale)


def _echo(bare: Bare, known: Sequence[Span]) -> Span | None:
    """The same number said with its unit elsewhere."""
    if bare.value < 3:
        return None
    for span in known:
        same = abs(abs(span.value) - bare.value * span.scale) < 1e-6
        if same and (span.issue != "tenor" or (bare.placed and bare.value >= 12)):
            return Span(
                bare.start, bare.end, span.issue, span.value, span.unit, span.base, span.approximate, span.scale
            )
    return None
