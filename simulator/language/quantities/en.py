"""Figures in English: rates, changes, shares, fees, amounts, tenors."""

import re
from collections.abc import Iterator
from dataclasses import replace

from simulator.language.quantities import en_context as context
from simulator.language.quantities.en_asked import answered
from simulator.language.quantities.en_counted import counted, is_in_millions
from simulator.language.quantities.en_kinds import EXCHANGE
from simulator.language.quantities.en_phrases import phrases
from simulator.language.quantities.en_rates import is_part_of_sums, is_rate, rate_or_fee
from simulator.language.quantities.en_sums import COUNTER, counts_things, has_place, is_sum
from simulator.language.quantities.en_terms import is_term
from simulator.language.quantities.listed import clause_numbers, list_marks
from simulator.language.quantities.numbers import ARABIC, EN_CLIPPED, EN_SPELT, arabic_value, en_value
from simulator.language.quantities.span import Bare, Span

_COIN = (
    r"hong kong dollars?|singapore dollars?|australian dollars?|us dollars?|hk dollars?|dollars?|bucks|euros?|eur|pounds?|quid|sterling"
    r"|hk\$|hkd|usd|us\b|rmb|cny|renminbi|yuan|kuai|gbp|sgd|aud|myr|ringgit|baht|pesos?|yen|jpy|won(?!['’]t)|rupees?|cad|chf|francs?|cents?"
)
_FRACTION_SIGN = r"[½¼¾]|(?<![\d/])[13]/[24](?![\d/])"
_NUMBER = re.compile(
    rf"(?<![\w.])(?P<half>half an? |half[- ](?=million|billion|year|point)|(?:the )?other half (?=per)|a quarter of an? |a quarter[- ]|three[- ]quarters of an? |three[- ]quarter |a (?:tenth|third) of (?:one|an?) )"
    rf"(?=million|billion|per ?cent|percent|per mille?|%|points?\b|basis|year)"
    rf"|(?:(?P<cur>(?<![a-z])(?:rmb|cny|usd|us\$|hk\$|hkd|sgd|s\$|aud|a\$|myr|rm|eur|gbp|jpy|thb|php|krw|\$|€|£|¥|¥)\s?)|(?<![a-z\d.]))"
    rf"(?P<n>(?:{ARABIC})(?:[ -]?(?:{_FRACTION_SIGN}))?|{_FRACTION_SIGN}|{EN_CLIPPED}|{EN_SPELT}|\b(?:a|an)(?=[- ](?:million|billion|grand\b|thousand\b|year\b|month\b|dozen\b))|(?<=the )hundred(?: and \w+)?)"
    rf"(?P<odd>-odd)?(?:(?:\s+and\s+|-and-)(?P<more>(?:an? |a-|three[ -])?(?:half|quarters?|eighths?))(?![ -](?:hour|year|of|past|nine|ten|eleven|twelve)))?"
)
_UNIT = re.compile(
    rf"\s*(?P<per>%(?!\s?%)|per ?cent(?:age points?)?\b|percent\b|pct\b|pc\b)"
    rf"|[\s-]*(?P<bp>bps?\b|basis[- ]points?|bips\b)"
    rf"|\s*(?P<mille>per mille?\b|per thousand|‰|permille|in (?:a |one |1,?)(?:thousand|000)\b)"
    rf"|[\s-]*(?P<point>points?\b|pts?\b)"
    rf"|[\s-]?(?P<scale>hundred thousand|hundred million|thousand|millions?|billion|mn\b|mil\b|mln\b|mio\b|bn\b|m\b(?![\s-]?(?:tenor|term\b|maturity|\d))|k\b|grand\b|wan\b)(?P<rest> and a (?:half|quarter)\b)?(?P<tail> (?:two|three|four|five|six|seven|eight|nine)(?=[,.;?!]|$| (?:for|at|over|on)\b))?(?:[\s-]*(?P<money>{_COIN})\b)?"
    rf"|[\s-](?P<coin>{_COIN})\b"
    rf"|[\s-]*(?P<tenor>years?|yrs?|y\b|months?|mths?|mos?\b|m(?=[\s-](?:tenor|term\b|maturity))|(?:monthly |equal |quarterly )*(?:instal?lments?|rents\b|rentals\b)|(?:monthly |equal |quarterly )+(?:re)?payments?|days?)(?P<own>['’]s?)?\b(?P<plus>,? and a half)?"
    rf"|(?P<slash>/)"
)
_CURRENCY = {
    "usd": "USD", "us$": "USD", "$": "USD", "us": "USD", "us dollar": "USD", "dollar": "USD", "buck": "USD",
    "eur": "EUR", "euro": "EUR", "€": "EUR", "gbp": "GBP", "£": "GBP", "pound": "GBP", "quid": "GBP", "sterling": "GBP",
    "hkd": "HKD", "hk$": "HKD", "hk dollar": "HKD", "hong kong dollar": "HKD", "sgd": "SGD", "s$": "SGD",
    "singapore dollar": "SGD", "aud": "AUD", "a$": "AUD", "australian dollar": "AUD", "myr": "MYR", "rm": "MYR",
    "ringgit": "MYR", "jpy": "JPY", "yen": "JPY", "baht": "THB", "thb": "THB", "peso": "PHP", "php": "PHP",
    "krw": "KRW", "won": "KRW", "rupee": "INR", "cad": "CAD", "chf": "CHF", "franc": "CHF", "cent": "",
}  # fmt: skip
_SCALE = {
    "hundred thousand": 1e5, "hundred million": 1e8, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9,
    "mn": 1e6, "mil": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "m": 1e6, "k": 1e3, "grand": 1e3, "wan": 1e4,
}  # fmt: skip
_PART = {"half": 0.5, "quarter": 0.25, "three quarter": 0.75, "eighth": 0.125}
_JOIN = re.compile(r"\s*(?:-|–|—|to|or|and|,|,? ?(?:maybe|perhaps|possibly|or even))\s*")
_RANGED = re.compile(r"\s*(?:-|–|—|to|or)\s*")
_FROM_TO = re.compile(r"(?: instead of| from| down to| to) ")
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


def read(text: str, previous: str, company: bool | None = None, answer: str = "") -> tuple[list[Span], list[Bare]]:
    """The figures of ``text`` (already simplified), and the numbers whose unit is not said."""
    spans, bare = list(phrases(text, previous)), list[Bare]()
    marks, clauses = list_marks("en", text), clause_numbers(text, previous)
    matches = [match for match in _NUMBER.finditer(text) if match.start() not in marks]
    units = [_UNIT.match(text, match.end()) for match in matches]
    for at in range(len(matches) - 2, -1, -1):
        if units[at] is None and matches[at]["half"] is None:
            units[at] = _shared(text, matches[at], matches[at + 1], units[at + 1])
    for match, unit in zip(matches, units, strict=True):
        value = _value(match)
        if value is None:
            continue
        if unit is None and match["n"] in clauses:
            continue
        if unit is None or unit["slash"]:
            _unitless(text, match, value, previous, spans, bare)
        else:
            end = unit.end() if unit.start() == match.end() else match.end()
            found = list(_measured(text, match, unit, value, end, previous))
            spans.extend(_alike(text, found, spans, match.start()))
    spans = [_weighed(text, span, previous or answer) for span in spans]
    return spans, [counted(text, one, previous or answer) for one in bare]


def _weighed(text: str, span: Span, previous: str) -> Span:
    """A decimal taken for a price, with whether the words speak for millions."""
    unsure = (
        span.issue == "rate" and span.unit == "%" and not span.sure and text[span.end - 1 : span.end] not in "%t"
    )
    if not unsure or not is_in_millions(text, span.start, span.end, span.value, previous):
        return span
    return replace(span, millions=True)


def _alike(text: str, found: list[Span], before: list[Span], start: int) -> list[Span]:
    """The second end of a range is of the kind of the first."""
    last = before[-1] if before else None
    if last is None or not found or last.unit != "%" or found[0].unit != "%" or last.end > start:
        return found
    gap = text[last.end : start]
    between = gap.strip() == "and" and "between" in text[max(0, last.start - 12) : last.start]
    return [replace(found[0], issue=last.issue)] if between or _RANGED.fullmatch(gap) else found


def _shared(
    text: str, match: re.Match[str], after: re.Match[str], unit: re.Match[str] | None
) -> re.Match[str] | None:
    """The unit that the first end of a range takes from the second (``two to three million``)."""
    join = _JOIN.fullmatch(text, match.end(), after.start())
    if join is None or unit is None or unit["slash"] or unit["coin"]:
        return None
    first, second = _value(match), _value(after)
    loose = join.group().strip() in (",", "and", "or")
    if first is None or second is None or first >= 1000 or (loose and not (first / 6 <= second <= 6 * first)):
        return None
    return None if loose and (first != int(first) or not (unit["tenor"] or unit["per"] or unit["scale"])) else unit


def _value(match: re.Match[str]) -> float | None:
    if match["half"]:
        head = match["half"]
        if "third" in head:
            return round(1 / 3, 4)
        return 0.1 if "tenth" in head else 0.75 if "three" in head else 0.25 if "quarter" in head else 0.5
    said = match["n"]
    if said in ("a", "an"):
        return 1.0
    value = _numeral(said)
    if value is not None and match["more"]:
        more = match["more"].replace("-", " ").removeprefix("a").removeprefix("n").strip().rstrip("s")
        value += _PART.get(more, 0.0)
    return value


def _numeral(said: str) -> float | None:
    """``3.85``, ``3 1/2``, ``3½``, ``three hundred``."""
    for sign, part in _SIGNS.items():
        if said.endswith(sign) and (len(said) == len(sign) or not said[-len(sign) - 1].isalpha()):
            whole = said[: -len(sign)].strip(" -")
            return part + (arabic_value(whole) if whole else 0.0)
    if said[0].isdigit():
        return arabic_value(said)
    return en_value("a " + said if said.startswith("hundred") else said)


def _measured(
    text: str, match: re.Match[str], unit: re.Match[str], value: float, end: int, previous: str
) -> Iterator[Span]:
    start = match.start()
    if unit["scale"] or unit["coin"]:
        yield from _amount(text, match, unit, value, end)
    elif unit["tenor"]:
        months = _months(unit, value)
        said = match["n"] or match["half"]
        if unit.start() != match.end():
            said, end = "both", unit.end()
        if is_term(text, start, end, months, said, unit):
            yield Span(
                start,
                match.end() if said == "both" else end,
                "tenor",
                months,
                "month",
                scale=months / value if value else 1.0,
            )
    elif unit["mille"]:
        yield Span(start, end, "fee", round(value / 10, 6), "%", scale=0.1)
    elif unit["per"]:
        yield from context.percent(text, start, end, value, unit["per"], previous)
    else:
        yield from context.points(text, start, end, value, unit["bp"] is not None, previous)


def _months(unit: re.Match[str], value: float) -> float:
    word = unit["tenor"]
    scale = 12.0 if word.startswith("y") else 1 / 30 if word.startswith("d") else 1.0
    return round(value * scale + (scale / 2 if unit["plus"] else 0.0), 6)


def _amount(text: str, match: re.Match[str], unit: re.Match[str], value: float, end: int) -> Iterator[Span]:
    scale = _SCALE[unit["scale"]] if unit["scale"] else 1.0
    word = (unit["money"] or unit["coin"] or (match["cur"] if match["n"] else "") or "").strip()
    if unit["coin"] and word.startswith("cent"):
        scale = 0.01
    if not word and COUNTER.match(text, end):
        return
    if unit["coin"] and match["n"] in ("one", "a", "an") and (word == "cent" or EXCHANGE.search(text)):
        return
    if unit["tail"] and match["n"] in ("a", "one"):
        value += (en_value(unit["tail"]) or 0.0) / 10
    if unit["rest"]:
        value += 0.25 if unit["rest"].endswith("quarter") else 0.5
    total = round(value * scale, 2)
    if total:
        yield Span(
            match.start(),
            end,
            "amount",
            total,
            _currency(word),
            None,
            match["n"] is not None and bool(match["odd"]),
            scale,
        )


def _currency(word: str) -> str:
    """The ISO code of a currency's name, empty where none is said."""
    if not word:
        return ""
    return _CURRENCY.get(word, _CURRENCY.get(word.rstrip("s"), "CNY"))


_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weds?|thurs?|tues?|tomorrow|today|tonight|morning|afternoon|evening)\b"
)
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\.(?:00|15|30|45)")


def _clock(text: str, start: int, end: int, said: str) -> bool:
    """``Thursday at 9.30``: a time of day, where a day is named near by."""
    if _HOUR.fullmatch(said) is None:
        return False
    return _DAY.search(text, max(0, start - 24), end + 14) is not None


def _unitless(
    text: str, match: re.Match[str], value: float, previous: str, spans: list[Span], bare: list[Bare]
) -> None:
    start, end, said = match.start(), match.end(), match["n"] or ""
    if not said or said in ("a", "an") or _clock(text, start, end, said):
        return
    last = spans[-1] if spans else None
    if last is not None and last.scale == 0.1 and last.issue == "fee" and _FROM_TO.fullmatch(text, last.end, start):
        spans.append(replace(last, start=start, end=end, value=round(value / 10, 6)))
        return
    change = context.bare_change(text, start, end, value)
    if change is not None:
        spans.append(change)
    elif match["cur"] and not ("." in said and value < 16 and match["cur"].strip() in ("rmb", "cny", "usd")):
        spans.append(Span(start, end, "amount", value, _currency(match["cur"].strip())))
    elif is_rate(text, start, end, value, said, bool(match["more"])) and is_part_of_sums(
        text, start, bool(match["more"])
    ):
        bare.append(Bare(start, end, value, False, True, priced=True))
    elif is_rate(text, start, end, value, said, bool(match["more"])):
        kind = rate_or_fee(text, start, end, value, previous)
        sign = -1 if text[:start].endswith("minus ") else 1
        spans.append(Span(start, end, kind, sign * value, "%", sure=False))
    elif "." not in said and " point " not in said:
        at_place = has_place(text, start, end)
        answer = answered(previous, text, start, end, value) if at_place else None
        if answer is not None:
            spans.append(answer)
            return
        sum_like = is_sum(text, start, end, value, said)
        bare.append(Bare(start, end, value, sum_like, at_place, counts=counts_things(text, end)))
