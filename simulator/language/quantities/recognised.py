"""Numbers without a unit that are figures of this client, known from the scenario: they are read as those."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.language.quantities.span import Bare, Span

if TYPE_CHECKING:
    from simulator.language.known_figures import KnownFigures

_POINTED_AT = {
    "zh": re.compile(r"[这那]$"),
    "en": re.compile(r"(?:\b(?:the|your|his|that|this|up to|of|past|beyond|under|over|a need of)|['’]s) $"),
}
_RANGE_OF = re.compile(
    r"(?:,| or| to|,? maybe) (?:\w+|\d+)[ -](?:minutes|hours|days|weeks|months|years|people|tons|trucks|per ?cent|%)"
)
"""``fifteen, twenty minutes``: the number takes its unit from the next."""
_NO_SUM = {
    "zh": re.compile(r"(?:第|几|好|上|数|尾|号|初|周|星期|礼拜|点|活到|今年)$"),
    "en": re.compile(r"\b(?:since|page|room|number|case|line|clause|minus|plus|aged) $"),
}
LEAST = {"zh": 10.0, "en": 5.0}
"""Smaller numbers count too many other things."""
HOURS = 12.0
SMALL_MONEY = -1.0
"""Odds from which a sum is one in single yuan whatever this client's figures are: 红包八百."""
_COUNTED_OFF = re.compile(
    r"\b(?:at|by|until|till|before|after|from|around|both of|all|the other|of the|is|half|quarter|past|tomorrow|today|\w+day) $"
)
"""What leads up to a time of day, or to so many of the things spoken of."""


def recognised(
    language: str,
    text: str,
    spans: Sequence[Span],
    bare: Sequence[Bare],
    client: "KnownFigures",
    named: Sequence[Span],
) -> tuple[list[Span], list[Bare]]:
    """The figures and the numbers left, with those that are figures of ``client`` read as such.

    What the client's last line ``named`` with its unit has precedence.
    """
    known, left = [_priced(language, text, span, client, named) for span in spans], list[Bare]()
    for one in bare:
        scale = client.scale(language, one.value)
        if scale and not _said(one.value, [*known, *named]) and _may_be_sum(language, text, one):
            known.append(Span(one.start, one.end, "amount", round(one.value * scale, 2), "", scale=scale))
        else:
            left.append(one)
    return known, left


def _priced(language: str, text: str, span: Span, client: "KnownFigures", named: Sequence[Span]) -> Span:
    """A number taken for a price: one for sure where it is a known one, a sum where it is a known sum."""
    said = text[span.start : span.end].rstrip()
    if span.issue != "rate" or span.unit != "%" or span.sure or said.endswith(("%", "cent", "点")):
        return span
    if _said(span.value, named):
        return span
    if client.is_price(language, span.value):
        return replace(span, sure=True, millions=False)
    scale = client.scale(language, span.value) if language == "en" else 0.0
    if not scale or span.value == int(span.value) or re.match(r"\s*(?:%|per ?cent)", text[span.end :]):
        return span
    return replace(
        span, issue="amount", value=round(span.value * scale, 2), unit="", scale=scale, sure=True, millions=False
    )


def _said(value: float, spans: Sequence[Span]) -> bool:
    """Whether the number was said with its unit."""
    return any(abs(abs(span.value) - value * span.scale) < 1e-6 for span in spans)


def _may_be_sum(language: str, text: str, one: Bare) -> bool:
    """Whether a number that is one of the client's sums stands where that sum could be meant."""
    before = text[max(0, one.start - 16) : one.start]
    small = one.value < LEAST[language] and one.value == int(one.value)
    if small or one.counts or _RANGE_OF.match(text, one.end) or _NO_SUM[language].search(before):
        return False
    if language == "en" and one.value <= HOURS and _COUNTED_OFF.search(before):
        return False
    if one.odds is not None and one.odds < SMALL_MONEY:
        return False
    return one.money or one.placed or _POINTED_AT[language].search(before) is not None
