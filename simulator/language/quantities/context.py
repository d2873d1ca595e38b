"""A number without a unit: what the words before it and the client's last line say that it counts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from simulator.language.quantities.en_asked import at_an_hour
from simulator.language.quantities.span import Bare, Span
from simulator.language.quantities.sums import THOUSANDS_UNASKED, amount_of, whole_sum

_ASKED_IN = re.compile(
    r"(?:how many|how much in|what (?:sum|amount) in|(?:thousand|million|\dk?|month|week|year|paid|get|pay) in|多少|几万|几十万)(?: us)?\W*(?:(?P<usd>dollars|usd|美元|美金|刀)|(?P<eur>euros?|eur|欧元)|(?P<hkd>hong kong dollars|hkd|港币|港元)|(?P<gbp>pounds|sterling|英镑)|(?P<jpy>yen|日元))"
)


def asked_currency(previous: str) -> str:
    """The ISO code of the currency in which the client asked for a sum, empty where none was named."""
    found = _ASKED_IN.search(previous)
    return (found.lastgroup or "").upper() if found is not None else ""


def informed(
    span: Span, near: Sequence[Span], previous: Sequence[Span], asked: str = "", *, per_cent: bool = False
) -> Span:
    """The figure with the issue or the currency that the client gave to the same number, or to sums in general.

    ``asked`` is the currency in which the client asked for a sum; ``per_cent`` is whether the figure is said in per cent,
    and so is no sum.
    """
    if span.points:
        span = _directed(span, [*previous, *(other for other in near if other.end <= span.start)])
    if span.sure and span.unit:
        return span
    for other in previous:
        same = _same(span, other)
        if same and not span.sure and other.sure and other.unit == "%" and other.issue != "amount":
            return replace(span, issue=other.issue)
        if same and not span.unit and other.issue == "amount" and other.unit:
            return replace(span, unit=other.unit)
    if span.millions and not any(_same(span, other) for other in previous if other.unit == "%"):
        return in_millions(span, _only_unit([*near, *previous]))
    if not span.sure and span.unit == "%" and (sized := _above_the_rates(span, near, previous)) is not None:
        return sized
    if not span.sure and span.unit == "%":
        return (
            _elliptic(span, [*(other for other in near if other.end <= span.start), *previous])
            if _price_near(near, previous, span)
            else span
            if per_cent
            else _of_the_size(span, previous)
        )
    if not span.unit:
        units = {other.unit for other in (*near, *previous) if other.issue == "amount" and other.unit}
        return replace(span, unit=units.pop() if len(units) == 1 else asked if not units else "")
    return span


def in_millions(span: Span, unit: str = "") -> Span:
    """A decimal that was taken for a price as so many millions."""
    return replace(span, issue="amount", value=round(span.value * 1e6, 2), unit=unit, scale=1e6)


def _only_unit(spans: Sequence[Span]) -> str:
    units = {span.unit for span in spans if span.issue == "amount" and span.unit}
    return units.pop() if len(units) == 1 else ""


def _same(span: Span, other: Span) -> bool:
    return abs(abs(other.value) - abs(span.value)) < 1e-6


def _above_the_rates(span: Span, near: Sequence[Span], previous: Sequence[Span]) -> Span | None:
    """``5.6 I can do, at 3.95`` after "8 million at 3.8": higher than every rate named, and of the size of the sum."""
    others = [other for other in (*near, *previous) if other is not span]
    rates = [other.value for other in others if other.issue == "rate" and other.unit == "%"]
    if span.issue != "rate" or span.value < 5 or any(rate > 0.8 * span.value for rate in rates):
        return None
    for other in others:
        if other.issue == "amount" and other.scale == 1e6 and 0.3 <= span.value * 1e6 / abs(other.value) <= 3:
            value = round(span.value * 1e6, 2)
            return replace(span, issue="amount", value=value, unit=other.unit, scale=1e6)
    return None


def _price_near(near: Sequence[Span], previous: Sequence[Span], span: Span) -> bool:
    """Whether a rate is spoken of beside it, or no one sum stands in the client's line."""
    others = [other for other in (*near, *previous) if other is not span]
    priced = any(other.issue in ("rate", "fee", "share", "tenor") for other in others)
    return priced or sum(other.issue == "amount" for other in previous) != 1


def _of_the_size(span: Span, previous: Sequence[Span]) -> Span:
    """``one point six would go through`` after "I hoped for two million", and no price named by anybody."""
    known = next(other for other in previous if other.issue == "amount")
    ratio = span.value * known.scale / abs(known.value) if known.value else 0.0
    if known.scale < 1e5 or not 0.3 <= ratio <= 3:
        return span
    return replace(
        span, issue="amount", value=round(span.value * known.scale, 2), unit=known.unit, scale=known.scale
    )


def _directed(span: Span, known: Sequence[Span]) -> Span:
    """Points without a direction, after a change was named, are a change of that direction: ``eight I can do``."""
    for other in known:
        if other.unit != "bp" or other.points or not other.value:
            continue
        if span.unit == "bp" or (span.value >= 5 and 0.2 <= span.value / abs(other.value) <= 5):
            value = abs(span.value) if other.value > 0 else -abs(span.value)
            return replace(span, issue="rate", value=value, unit="bp", base=other.base, sure=True)
    return span


def _elliptic(span: Span, known: Sequence[Span]) -> Span:
    """``the 2.1`` after 2.1 million is the sum again, not a rate."""
    for other in known:
        if other.issue == "amount" and other.scale >= 1e4 and abs(other.value - span.value * other.scale) < 1e-3:
            return replace(span, issue="amount", value=other.value, unit=other.unit, scale=other.scale)
    return span


def placed(bare: Bare, near: Sequence[Span], previous: Sequence[Span], text: str) -> Span | None:
    """The figure that ``bare`` stands for, None where nothing tells."""
    if bare.value <= 12 and at_an_hour(text, bare.start, bare.end):
        return None
    if _AGED.search(text[max(0, bare.start - 24) : bare.start]) and _AGE_ENDS.match(text, bare.end):
        return None
    if bare.priced:
        price = Span(bare.start, bare.end, "rate", bare.value, "%", sure=False)
        return _kin(bare, previous, text) or _above_the_rates(price, near, previous) or price
    step = _follow_on(bare, near, text) if bare.placed else None
    if step is not None and step.unit == "bp":
        return step
    echo = _echo(bare, [*near, *previous], text)
    if echo is not None:
        return echo
    share = _share(bare, near, text)
    if share is not None:
        return share
    if bare.money:
        return whole_sum(bare, near, previous, text)
    if not bare.placed:
        return None
    found = _kin(bare, previous, text) or _part(bare, near, text) or _follow_on(bare, near, text)
    if found is None and bare.thousands is not None and bare.thousands > THOUSANDS_UNASKED:
        return amount_of(bare, 1e3, "")
    return found


_AGED = re.compile(
    r"(?:\b(?:i['’]?m|i am|he['’]s|she['’]s)|\b(?:he|she|son|daughter|boys?|girls?|kids?|child|baby|wife|husband|mother|father|dog|cat|mum|mom|dad) (?:is|was|turn(?:s|ed)|will be))(?: (?:only|just|nearly|about|already|all of))? $"
)
_AGE_ENDS = re.compile(r"$|[,.;!?](?!\d)| (?:and|now|already|this|next|years? old)\b")
"""How old somebody is, said without its years."""
_CLOCK = re.compile(
    r"o'clock|\b(?:tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|call|ring|meet|visit|see you|come|floor|gate)\b"
)


_PICKED = re.compile(r"\b(?:those|these|all|the other|of the|of your|of them|[ab] in|either of|both) $")
"""What counts things spoken of (``two of the four``), and no figure."""


_NUMBERED = re.compile(r" of |,? (?:over|in|across) (?:some|the|all|many|these|those|my)(?: \w+)? years\b")
"""What follows so many of some things: ``two of the four``, ``four, over some years``."""


def _kin(bare: Bare, previous: Sequence[Span], text: str) -> Span | None:
    """A number of the size of one figure that the client named: a counter-offer in the same measure."""
    if bare.value <= 12 and _CLOCK.search(text, max(0, bare.start - 30), bare.end + 30):
        return None
    if _PICKED.search(text[max(0, bare.start - 14) : bare.start]) or _NUMBERED.match(text, bare.end):
        return None
    for span in previous:
        if span.issue == "amount" and span.scale == 1.0 and span.value and 0.5 <= bare.value / span.value <= 2:
            return amount_of(bare, 1.0, span.unit)
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
        least = 10 if span.scale == 1e3 else 2
        return span.scale >= 1e3 and bare.value >= least and 0.3 <= ratio <= 3
    if bare.priced:
        return False
    if span.issue == "rate" and span.unit == "%":
        return 2 <= bare.value < 13 and 0.6 <= ratio <= 1.6
    if span.issue == "tenor":
        return bare.value >= 2 and said >= 2 and 0.3 <= ratio <= 3
    return bare.value >= 5 and said >= 5 and 0.4 <= ratio <= 2.5


_LOAN_RATIO = re.compile(r"(?:\bltv|loan[- ]to[- ]value|advance rate|抵押率|质押率|成数)[^,.;:!?。，%]{0,24}$")
_REMAINDER = re.compile(r"(?:\bremaining|\bthe rest|\bthe other|\bbalance|剩下的?|余下的?|其余的?|另外的?)\W*$")
_NOT_SHARED = re.compile(r"\s*(?:%|[万亿元块年个天月人家]|million|thousand|[km]\b|yuan|months?|years?|days?|\.\d)")


def _share(bare: Bare, near: Sequence[Span], text: str) -> Span | None:
    """``the loan-to-value can't exceed 65``, and ``thirty per cent in cash, the remaining seventy``."""
    if not 5 <= bare.value <= 95 or _NOT_SHARED.match(text, bare.end):
        return None
    before = text[max(0, bare.start - 40) : bare.start]
    whole = any(span.issue == "share" and abs(span.value + bare.value - 100) < 1e-6 for span in near)
    if (bare.value >= 30 and _LOAN_RATIO.search(before)) or (whole and _REMAINDER.search(before)):
        return Span(bare.start, bare.end, "share", bare.value, "%")
    return None


_FOR = re.compile(r"\bfor (?:the (?:first |last |other )?)?$")
_SET_BESIDE = re.compile(r"\b(?:we|you|they|i|bank) (?:put in|put up|bring|add|lend|carry|take) $")
_ALONE_BEFORE = re.compile(r"(?:^|[.!?;] ?)$")
_ENDS = re.compile(r"\s*(?:$|[,.;!?](?!\d)| (?:i|we|it|you)\b)")


def _follow_on(bare: Bare, near: Sequence[Span], text: str) -> Span | None:
    """A number that goes on in the measure of the last figure: ``1.55 for two years, 1.9 for three``."""
    earlier = [span for span in near if span.end <= bare.start]
    before = text[max(0, bare.start - 20) : bare.start]
    led = _FOR.search(before) is not None
    for span in reversed(earlier):
        if (
            span.issue == "tenor"
            and span.scale == 12
            and led
            and 2 <= bare.value <= 30
            and _ENDS.match(text, bare.end)
        ):
            return replace(span, start=bare.start, end=bare.end, value=bare.value * 12)
        if (
            span.issue == "amount"
            and span.scale >= 1e6
            and _SET_BESIDE.search(before)
            and _ENDS.match(text, bare.end)
        ):
            ratio = bare.value * span.scale / abs(span.value)
            return amount_of(bare, span.scale, span.unit) if 0.1 <= ratio <= 10 and bare.value >= 2 else None
        alone = _ALONE_BEFORE.search(before) is not None and _ENDS.match(text, bare.end) is not None
        if span.unit == "bp" and (led or alone) and _fits(bare, span):
            value = bare.value if span.value > 0 else -bare.value
            return replace(span, start=bare.start, end=bare.end, value=value)
    return None


_PUT_BY = re.compile(
    r"\b(?:put|keep|leave|draw|repay|lend|return|move|place|park|freeze|of which|the other|the rest,)(?: only| just| about| the| another| other)* $"
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
    return amount_of(bare, span.scale, span.unit)


_COUNTED = re.compile(
    r"\s*(?:(?:working|business|calendar) )?(?:days?|weeks?|o'clock|people|persons?|times|trips?|papers?|pages?|items?|points? (?:on|of)|of (?:them|us|you))\b|[问答样条件趟步页格列号]|个(?=[一-鿿])(?![点百行不就吧可成那太的])"
)
"""What a number counts that is no figure said again."""
_DATED = re.compile(r"(?:周|星期|礼拜|第|[上下]午|早上|晚上|月|初)$")


def _echo(bare: Bare, known: Sequence[Span], text: str) -> Span | None:
    """The same number said with its unit elsewhere."""
    if bare.value < 3 or _COUNTED.match(text, bare.end) or _DATED.search(text[max(0, bare.start - 2) : bare.start]):
        return None
    if bare.value <= 12 and _CLOCK.search(text, max(0, bare.start - 24), bare.start):
        return None
    for span in known:
        same = abs(abs(span.value) - bare.value * span.scale) < 1e-6
        if span.scale == 1e3 and bare.value < 100 and not bare.placed:
            continue
        same = same or (bare.value >= 1000 and span.issue == "amount" and span.value == bare.value)
        if same and (span.issue != "tenor" or (bare.placed and bare.value >= 12)):
            return Span(
                bare.start, bare.end, span.issue, span.value, span.unit, span.base, span.approximate, span.scale
            )
    return None
