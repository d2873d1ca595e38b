"""English rates whose point is not said: three eighty-five, three-oh-five, three six five, 3-90."""

import re
from collections.abc import Iterator

from simulator.language.quantities.bounds import begin_of, end_of, stretch
from simulator.language.quantities.numbers import en_value
from simulator.language.quantities.span import Span

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_SPOKEN = re.compile(
    rf"(?<!point )(?<![a-z\d]-)\b(?:(?P<whole>one|two|three|four|five|six|seven|eight|nine)[ -](?:(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?P<unit>{_UNITS}))?"
    rf"|(?P<teen>ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?P<one>oh|zero|{_UNITS})(?:[ -](?P<two>{_UNITS}|zero))?)|(?P<digits>[2-5]-(?:0[05]|[1-9]\d)))\b"
    r"(?!(?: |-)(?:(?!(?:stands|is|holds|stays|was|as|plus|minus|less|unless|works|suits|keeps|this|gets|comes|goes|sits)\b)\w+s\b|year|month|day|people|point|hundred|thousand|million|billion|per\b(?! cent)|percent|k\b|yuan|rmb|kilo|odd\b|[ap]m\b|and a (?:half|quarter)|o'clock|in the (?:morning|afternoon))|%|-|\.\d|/)"
)
_PRICED = re.compile(
    r"\brates?\b|\bprice[ds]?\b|pricing|interest|\blpr\b|per ?cent|%|\bquot|\d\.\d|coupon|all[- ]in|\b(?:your|that the) (?:best|lowest|floor)\b"
)
_SUMS = re.compile(
    r"million|thousand|\d ?k\b|\d ?m\b|\d,\d{3}|yuan|rmb|dollars|\d{3}|o'clock|tomorrow|morning|afternoon|monday|tuesday|wednesday|thursday|friday"
)
_TERMS = re.compile(r"\b(?:months?|years?|mths?|yrs?|instalments?)\b")
_DEALT = re.compile(
    r"million|\d ?m\b|\blimit\b|\bline\b|\bloan\b|pledged?\b|unsecured|receivables|collateral|settlement|\bhouse\b|\bsign(?:s|ature|ed)?\b|guarantee|\bnotice\b|\bsettle\b|\bper ?cent\b|%"
)
"""What terms are made of; in the same breath a number said short is the price."""
_LED = re.compile(
    r"(?:\b(?:at|under|below|above|over|than|to|go|do|manage|offer|quote|want|need|becomes?|would be|rate|price|interest|lpr|make it|make that|call it|say)(?: (?:is|of|at|about|around|just|only|say|no less than))*:? $"
    r"|\bnot (?:a hair |a tick )?(?:under|below) $)"
)
_ITEM = re.compile(r"(?:^|[,;:.!?]) ?$")
_ITEM_ENDS = re.compile(
    r"$|[,;:.!?](?!\d)| (?:and|on the (?:rate|price)|for the (?:rate|price)|flat|with|without|if|i|we|for|per ?cent)\b"
)
_NUMBERED = re.compile(
    r"\b(?:room|gate|floor|page|track|platform|flight|train|bus|number|no|line|extension|clause|section|article|route|unit|desk|door|locker|version|it's|it is) (?:at |about |nearly |gone )?$"
)
_CLOCK = re.compile(
    r"\b(?:train|flight|bus|meet(?:ing)?|see you|school|o'clock|clock|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|morning|afternoon|evening|until|till|be off|appointment|ran|run|running|marathon|finish\w*|best time)\b"
)
_SENTENCE = re.compile(r"[.;!?](?=\s|$)")
_HOUR = 60
_LOWEST, _HIGHEST = 2.0, 6.0
"""Between these lies what is lent at; a lone number said short is no price beyond them."""


def spoken_rates(text: str, previous: str) -> Iterator[Span]:
    """The rates said without their point, where a price or terms are spoken of; ``previous`` is the client's line."""
    for match in _SPOKEN.finditer(text):
        value = _value(match)
        if _NUMBERED.search(text[max(0, match.start() - 24) : match.start()]):
            continue
        about = f"{previous} {text}"
        led = _is_led(text, match, value, about)
        alone = match["digits"] is None and _PRICED.search(about) is not None and not _SUMS.search(about)
        if led or _between(text, match) or (alone and not _at_a_time(text, match)):
            yield Span(match.start(), match.end(), "rate", value, "%", sure=led)


def _value(match: re.Match[str]) -> float:
    if match["digits"]:
        return float(match["digits"].replace("-", "."))
    if match["tens"]:
        part = (en_value(match["tens"]) or 0.0) + ((en_value(match["unit"]) or 0.0) if match["unit"] else 0.0)
        digits = f"{part:.0f}"
    elif match["teen"]:
        digits = f"{en_value(match['teen']) or 0:.0f}"
    else:
        digits = "".join(
            "0" if word in ("oh", "zero") else f"{en_value(word) or 0:.0f}"
            for word in (match["one"], match["two"])
            if word
        )
    return float(f"{en_value(match['whole']) or 0:.0f}.{digits}")


def _is_led(text: str, match: re.Match[str], value: float, about: str) -> bool:
    """Whether it stands where a price would, and terms or prices are spoken of: ``eight million at three-oh-five``."""
    if not _LOWEST <= value < _HIGHEST or (match["one"] and not match["two"]):
        return False
    before = text[max(0, match.start() - 28) : match.start()]
    item = _ITEM.search(before) is not None and _ITEM_ENDS.match(text, match.end()) is not None
    if not (item or _LED.search(before)):
        return False
    sentence = stretch(_SENTENCE, text, *match.span())
    if _at_a_time(text, match) and not re.search(r"(?:million|thousand|\d ?m) (?:it is )?at $", before):
        return False
    return (_DEALT.search(sentence) or _PRICED.search(about)) is not None


def _at_a_time(text: str, match: re.Match[str]) -> bool:
    """Whether it may be an hour and its minutes, or a time that was run, by the words of its sentence."""
    minutes = round(_value(match) * 100) % 100
    first, last = begin_of(_SENTENCE, text, match.start()), end_of(_SENTENCE, text, match.end())
    return minutes < _HOUR and _CLOCK.search(text, first, last) is not None


def _between(text: str, match: re.Match[str]) -> bool:
    """Whether it is an item of a list of terms: ``six million, two years, three eighty, forty percent``."""
    item = re.search(r"[,;] $", text[: match.start()]) is not None and text[match.end() : match.end() + 1] in (
        ",",
        ";",
        ".",
        "",
    )
    return item and bool(match["tens"] or match["teen"]) and _TERMS.search(text[: match.start()]) is not None
