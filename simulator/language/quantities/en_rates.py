"""Whether an English number without a unit is a rate, and whether it is a fee."""

import re

from simulator.language.quantities.en_kinds import EXCHANGE, of_fees, percent_kind

_RATIO = re.compile(
    r"dscr|duration|\bratio|coverage|times\b|version|\bpage|\bgpa|\bcpi|\bgdp|\bpmi|\bpi is|delta|(?:clause|section|article|goes|paragraph|version) (?=\d)|sharpe|beta"
)
_NOT_RATE_AFTER = re.compile(
    r"\s*(?:x\b|times|hours?|minutes?|weeks?|am\b|pm\b|o'clock|sharp|per (?!annum|year|quarter|month|transaction|item)|people|km|miles|kg|tonnes|stars?|metres?|[cm]m\b|kg\b|square|degrees|out of|:|/(?! )|\.\d|\d)|-\w"
)
_LEVEL = re.compile(
    r"(?:\brates?|interest|price|priced|yield|coupon|benchmark|\blpr)(?:['’]s)?(?: (?:been|has been|of|is|at|to|was|stays|stay|around|about|near))*(?: (?:about|around))?\s*$|\bsub-\s*$"
)
_CLOCK = re.compile(r"(?:[89]|1[0-2]|[1-7])\.[0-5][05]")
_TIME = re.compile(r"\b(?:at|by|before|till|until|from|around) $")


def is_rate(text: str, start: int, end: int, value: float, said: str, mixed: bool) -> bool:
    """Whether a number without a unit is a price: 3.85, two point eight five, four and a half."""
    if not 0 < value < 16 or _NOT_RATE_AFTER.match(text, end):
        return False
    near = text[max(0, start - 30) : start]
    if value >= 8 and _CLOCK.fullmatch(said) and re.search(r"looks like |come at |meet(?:ing)? (?:at )?$", near):
        return False
    if "." in said or " point " in said:
        if _NET_VALUE.fullmatch(said) and _WORTH.search(text):
            return False
        if (
            _TIME.search(near)
            and re.match(r"(?:$|[,.;]| (?:today|tomorrow|on|in the|sharp|and|i))", text[end:])
            and _CLOCK.fullmatch(said)
        ):
            return (
                _LEVEL.search(near) is not None
                or _PRICE_TALK.search(text) is not None
                or _CLOCK_TALK.search(text[max(0, start - 48) : end + 32]) is None
            )
        if _RATIO.search(text[max(0, start - 30) : end + 6]) or (value < 2 and "dscr" in text):
            return False
        if not 5.5 < value < 10:
            return True
        return EXCHANGE.search(text if 6.4 < value < 7.6 else text[max(0, start - 46) : end + 24]) is None
    if mixed:
        return (
            value < 10
            and not _KIN.search(near)
            and not re.match(r" (?:of|(?!(?:is|was|as|less|plus|minus|suits|works|stands)\b)[a-z]+s\b)", text[end:])
        )
    if 3 <= value < 16 and re.match(r" (?:a|per|each|every) year", text[end:]):
        return re.search(r"project|return|earn|guarante|fund\b|scheme|pays", text) is not None
    return value < 13 and said not in ("one", "a") and _LEVEL.search(near) is not None


_CLOCK_TALK = re.compile(
    r"o'clock|\b(?:meet|meeting|see you|call|ring|come|came|arrive|alarm|log\b|opens?|closes?|shuts?|train|flight|bus|tomorrow|tonight|morning|afternoon|evening|noon|appointment|lunch|dinner"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)\b"
)
_PRICE_TALK = re.compile(
    r"rate|price|lpr|loan|\bfix|posted|you are at|i am at|i'm at|stay|stop|million|thousand|\d ?[km]\b|\bmio\b|points?\b|per ?cent|%"
)
_NET_VALUE = re.compile(r"[01]\.\d{3,4}")
_WORTH = re.compile(r"\bstands? at|\bnav\b|net (?:asset )?value|\bunits?\b|\bworth\b|\bdipp?e?[sd]?\b")
_KIN = re.compile(r"\b(?:daughter|son|boy|girl|kid|child|baby|aged?|grade)\b")
_SUM_BEFORE = re.compile(
    r"\b(?:lend|borrow|draw|needs?|covers?|limit|line of|invest|put in|amount|sum)(?: is| of| at| to| you| us| only| about| up to| maybe| just)* $"
)
_PRICE_BEFORE = re.compile(
    r"\b(?:at|rates?|price|interest|lpr|pays?|yield|earned?)(?: is| of| to| about| around)* $"
)


def is_part_of_sums(text: str, start: int, mixed: bool) -> bool:
    """Whether ``four and a half`` or ``2.5`` stands where a sum would, its scale left to what was said before."""
    before = text[max(0, start - 30) : start]
    return _SUM_BEFORE.search(before) is not None or (mixed and _PRICE_BEFORE.search(before) is None)


def rate_or_fee(text: str, start: int, end: int, value: float, previous: str) -> str:
    """A price without a unit is a rate unless a fee stands near it."""
    if value > 2.5:
        return "rate"
    kind = percent_kind(text, start, end, value)[0]
    small = (
        value < 0.35
        and re.search(
            r"deposit|account|current|board|posted|top|extra|official|demand|interest|certificate|instead of [1-9]|\bsight\b",
            text,
        )
        is None
    )
    bond = (
        value <= 1
        and re.search(r"\bbond\b|guarantee\b|\bswipes?\b|\bterminal", f"{previous} {text}") is not None
        and re.search(r"deposit|posted|\brates?\b|coupon|yield", text) is None
    )
    terminal = value < 0.8 and re.search(
        r"card (?:machine|reader|terminal)|\bterminals?\b|swipes?\b|acquir", previous
    )
    return "fee" if kind == "fee" or terminal or small or bond or of_fees(previous) else "rate"
