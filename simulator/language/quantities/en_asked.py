"""What a bare English number answers: ``how many years?`` -- ``five``; ``what share?`` -- ``forty``."""

import re

from simulator.language.quantities.span import Span

_YEARS = re.compile(
    r"how many (?P<asked>years|months)|(?:tenor|term|how long)[^?.]{0,30}\b(?P<unit>years|months)\b|\b(?:in|of) (?P<said>years|months)\?"
)
_SHARE = re.compile(
    r"(?:what|which|how (?:big|large|high)) (?:a |the )?(?:share|percentage|portion|proportion|per ?cent|loan[- ]to[- ]value|ltv|margin|down payment|deposit)\b|how much of (?:our|the|my|it)|how many per ?cent"
)
_OF_A_HUNDRED = re.compile(
    r"how (?:many cents|much) (?:to|on|in|out of) the (?:dollar|yuan|hundred)|how much out of (?:a|the) hundred"
)
_RATE = re.compile(
    r"(?:what|which|how (?:low|high))[^?.]{0,24}\b(?:rate|price|interest)\b|\bthe rate\?|how low can|your (?:best )?(?:rate|price)\?"
)

_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today)"
_DAY_BEFORE = re.compile(rf"\b{_DAY}(?:'?s)?(?: morning| afternoon| evening)?,? ?(?:at|by|around|about)? ?$")
_DAY_BEHIND = re.compile(rf" (?:o'clock|sharp|(?:on |this |next )?{_DAY}|in the (?:morning|afternoon|evening))\b")


def at_an_hour(text: str, start: int, end: int) -> bool:
    """Whether a number is the hour of a day that stands right beside it: Thursday at three, ten on Tuesday."""
    before = text[max(0, start - 32) : start].lower()
    return _DAY_BEFORE.search(before) is not None or _DAY_BEHIND.match(text.lower(), end) is not None


def answered(previous: str, text: str, start: int, end: int, value: float) -> Span | None:
    """The figure that a bare number gives to the client's question, None where the question asks for none."""
    asked = _YEARS.search(previous)
    if asked is not None:
        scale = 12 if "years" in (asked["asked"], asked["unit"], asked["said"]) else 1
        fits = 1 <= value * scale <= 480
        return Span(start, end, "tenor", value * scale, "month", scale=scale) if fits else None
    if 10 <= value <= 100 and _OF_A_HUNDRED.search(previous):
        return Span(start, end, "share", value, "%")
    if 5 <= value <= 100 and _SHARE.search(previous):
        return Span(start, end, "share", value, "%")
    if 2 <= value <= 12 and len(text) < 40 and _RATE.search(previous) and not at_an_hour(text, start, end):
        return Span(start, end, "rate", value, "%", sure=False)
    return None
