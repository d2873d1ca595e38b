"""English figures that are no number with a unit: LPR flat, fifty-fifty, two thirds of the receipts, three eighty-five."""

import re
from collections.abc import Iterator

from simulator.language.quantities.numbers import en_value
from simulator.language.quantities.span import Span

_FLAT = re.compile(
    r"\blpr flat\b|\bflat (?:to|over|with|on|at) (?:the )?lpr\b|\b(?:go|get|come|down) (?:down )?to flat\b"
    r"|\bat (?:the )?lpr(?! (?:plus|minus|over|less|\d))(?=$|[,.;!?]| flat| with no| itself)|\blpr with (?:no|nothing)\b"
)
_QUARTER = re.compile(r"\b(?:for|over|by) (?:a|one) quarter\b(?! (?:of|point|per|on))")
_DEALT = re.compile(r"million|thousand|\d|deposit|loan|lend|interest|\brate|lock|park")
_HUNDREDTHS = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty) hundred?d?ths\b(?: of (?:a|one) per ?cent)?"
)
_EVEN = re.compile(r"\b(?:fifty[- /]fifty|50[-/ ]50)\b")
_SHARED = (
    r"(?:\w+ ){0,2}?(?:settlements?|turnover|order book|orders|purchases|contracts?|income|profits?|money|debt|salary|wages|pension|sum|debt|receipts|collections?|proceeds|payroll|volume|business|flows?|sales|revenue|exports?|invoices?"
    r"|payments?|takings|limit|line|loan|amount|principal|price|value|valuation|deposit|portfolio|capital|total|costs?|savings|balance|equity)\b"
)
_FRACTION = re.compile(
    r"\b(?P<top>an?|one|two|three|four|nine)[ -](?P<of>third|quarter|fifth|tenth)s?"
    rf"(?: of (?:the|your|our|their|his|her|its|all|every|each) {_SHARED}| (?P<tail>down|up front|upfront|on the table)\b)"
)
_FRACTIONS = {"third": 3.0, "quarter": 4.0, "fifth": 5.0, "tenth": 10.0}
_FALL = re.compile(r"\b(?:by|than|down|lost|lose|costs?) (?:more than |about |nearly )?$")
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_SPOKEN = re.compile(
    rf"(?<!point )(?<!-)\b(?P<whole>one|two|three|four|five|six|seven|eight|nine)[ -](?:(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?P<unit>{_UNITS}))?"
    rf"|(?P<teen>ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?P<one>oh|zero|{_UNITS})(?: (?P<two>{_UNITS}|zero))?)\b"
    r"(?!(?: |-)(?:(?!stands\b|is\b|holds\b|stays\b)\w+s\b|year|month|day|people|point|hundred|thousand|million|billion|per|percent|k\b|yuan|rmb)|%)"
)
_PRICED = re.compile(
    r"\brates?\b|\bprice[ds]?\b|pricing|interest|\blpr\b|per ?cent|%|\bquot|\d\.\d|coupon|all[- ]in|\b(?:your|that the) (?:best|lowest|floor)\b"
)
_SUMS = re.compile(
    r"million|thousand|\d ?k\b|\d ?m\b|\d,\d{3}|yuan|rmb|dollars|\d{3}|o'clock|tomorrow|morning|afternoon|monday|tuesday|wednesday|thursday|friday"
)


def phrases(text: str, previous: str) -> Iterator[Span]:
    """The figures of fixed wordings, in no order. ``previous`` is the client's line."""
    if "flat" in text or "lpr" in text:
        for match in _FLAT.finditer(text):
            yield Span(match.start(), match.end(), "rate", 0.0, "bp", "LPR")
    if text.startswith("flat") and "flat" in previous:
        yield Span(0, 4, "rate", 0.0, "bp", "LPR")
    for match in _QUARTER.finditer(text) if _DEALT.search(text) else ():
        yield Span(match.start(), match.end(), "tenor", 3.0, "month", scale=3.0)
    for match in _HUNDREDTHS.finditer(text):
        value = round((en_value(match["n"]) or 0.0) / 100, 2)
        yield Span(match.start(), match.end(), "fee" if value < 0.3 else "rate", value, "%")
    for match in _EVEN.finditer(text):
        yield Span(match.start(), match.end(), "share", 50.0, "%")
    for match in _FRACTION.finditer(text):
        top = 1.0 if match["top"] in ("a", "an") else en_value(match["top"]) or 1.0
        if not _FALL.search(text[: match.start()]):
            yield Span(match.start(), match.end(), "share", round(100 * top / _FRACTIONS[match["of"]], 1), "%")
    yield from _spoken_rates(text, previous)


_TERMS = re.compile(r"\b(?:months?|years?|mths?|yrs?|instalments?)\b")


def _between(text: str, match: re.Match[str]) -> bool:
    """Whether it is an item of a list of terms: ``six million, two years, three eighty, forty percent``."""
    item = re.search(r"[,;] $", text[: match.start()]) is not None and text[match.end() : match.end() + 1] in (
        ",",
        ";",
        ".",
        "",
    )
    return item and bool(match["tens"] or match["teen"]) and _TERMS.search(text[: match.start()]) is not None


def _spoken_rates(text: str, previous: str) -> Iterator[Span]:
    """``three eighty-five``, ``three six five`` where a price is spoken of and no sum: 3.85, 3.65."""
    for match in _SPOKEN.finditer(text):
        about = f"{previous} {text}"
        if not _between(text, match) and (_PRICED.search(about) is None or _SUMS.search(about)):
            continue
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
        value = float(f"{en_value(match['whole']) or 0:.0f}.{digits}")
        yield Span(match.start(), match.end(), "rate", value, "%", sure=False)
