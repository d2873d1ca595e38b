"""English figures that are no number with a unit: LPR flat, fifty-fifty, two thirds of the receipts, three eighty-five."""

import re
from collections.abc import Iterator

from simulator.language.quantities.en_spoken import spoken_rates
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
    yield from spoken_rates(text, previous)
