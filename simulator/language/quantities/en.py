"""Figures in English: rates, changes, shares, fees, amounts, tenors."""

import re
from collections.abc import Iterator

from simulator.language.quantities.numbers import ARABIC, EN_SPELT, en_value
from simulator.language.quantities.span import Span

_N = rf"(?:{ARABIC}|{EN_SPELT})"
_PRICE = re.compile(
    r"\brates?\b|price|pricing|interest|coupon|yield|return|lpr|per ?annum|a year|annual|posted|margin over|all[- ]in|loan|deposit|quote|charging|paying|pays|offer|cost|cheaper|stuck at|do|at|benchmark|mortgage|earn|drop|fell|lost|loss|down"
)
_FEE = re.compile(
    r"\bfees?\b|commission|handling|charge|guarantee|acceptance|arrangement|front[- ]end|subscription|redemption|penalty|discount|tariff|wires?|merchant|acquiring|brokerage|management"
)
_SHARE = re.compile(
    r"settlement|turnover|receipts|collections|share|portion|of (?:your|the|his|their|our|it|that|them|what|all)|ltv|loan[- ]to[- ]value|advance rate|margin|cash cover|hedg|stake|down ?payment|deposit of|retention|utilis|volume|flows?|business|payroll|of sales|equity|allocation|portfolio|in (?:fixed|time|term) deposit|half|split|growth|up front|recover"
)
_UP = r"plus|\+|over|above|add|adding|more|up|raise|on top of|extra|higher|dearer|increase"
_DOWN = (
    r"minus|-|–|below|under|less|off|cut|lower|down|shave|cheaper|drop|reduce|reduction|trim|take|discount|knock"
)
_LPR = re.compile(
    rf"\blpr\s*(?:is |at )?(?P<word>{_UP}|{_DOWN}|on)?\s*(?P<n>{_N})(?!\s*(?:%|per ?cent|,\d|\.\d|years?|months?|million|m\b|k\b|-?year))\s*(?:bps?|basis points?|points?|pts?)?"
)
_FLAT = re.compile(r"\b(?:lpr flat|flat (?:to|on|at|over) (?:the )?lpr|(?:at|to|go) flat\b|same as (?:the )?lpr)")
_POINTS = re.compile(
    rf"(?P<n>{_N})[\s-]*(?:bps?\b|basis[- ]points?|bips\b|points?\b(?! (?:of|to|i|you|we|on|that|from)\b)|pts?\b)"
)
_SIGNED = re.compile(
    rf"(?<![\w.])(?P<word>plus|minus)\s+(?P<n>{_N})(?!\s*(?:%|per ?cent|million|thousand|hundred|k\b|m\b|for the|years?|months?|[a-z]+ for))"
)
_PERCENT = re.compile(rf"(?P<n>{_N})(?P<to>\s*(?:-|–|to)\s*{_N})?\s*(?:%|per ?cent\b|percent\b|pc\b)")
_MILLE = re.compile(rf"(?P<n>{_N})\s*(?:per ?mille?|per thousand|‰)")
_TENTH = re.compile(
    r"\b(?P<n>one|two|three|1|2|3)[- ](?P<d>thirds?|quarters?|fifths?)\b|\ba (?P<e>third|quarter|fifth)\b|(?<![\w/])(?P<x>\d)/(?P<y>\d)(?![\w/])"
)
_TENOR = re.compile(
    rf"(?P<n>{_N}|half a|half)(?:\s*(?:-|–|to|or)\s*(?P<to>{_N}))?[\s-]*(?P<unit>years?|yrs?|y\b|months?|mths?|mos?\b|m\b(?=\s*(?:tenor|term))|quarters?)(?P<half> and a half)?(?!\s*(?:old|ago|back|later|before|earlier|lpr|of experience|in a row|running))"
)
_DAYS = re.compile(
    r"(?P<n>30|60|90|120|150|180|270|360|thirty|sixty|ninety)[\s-]*days?(?!['’s]* (?:notice|ago|past due|late|overdue))"
)
_NOT_TENOR = re.compile(
    r"(?:per|each|every|last|past|next|this|for the|previous|first|second|third|after|within|in|been here|been with|(?:worked|here|bank(?:ed|ing)|together|known|running|going|built|lived|spent) (?:for|over)?)\s*$"
)
_CUR = r"rmb|cny|yuan|usd|us\$|\$|dollars?|bucks|eur|euros?|€|gbp|£|pounds?|quid|hkd|hk\$|hk dollars?|aud|a\$|aussie|sgd|s\$|myr|ringgit|jpy|yen|kuai|¥|¥"
_AMOUNT = re.compile(
    rf"(?P<cur>rmb|cny|usd|us\$|\$|eur|€|gbp|£|hkd|hk\$|aud|a\$|sgd|s\$|myr|rm(?=\s?\d)|jpy|¥|¥)?\s?(?P<n>{_N})(?:\s?(?P<big>hundred thousand|thousand|million|billion|mn|mil|mio|bn|m|k|grand|wan)\b)?(?:\s(?P<cur2>{_CUR})\b)?"
)
_CURRENCY = {
    "usd": "USD", "us$": "USD", "$": "USD", "dollar": "USD", "dollars": "USD", "bucks": "USD", "eur": "EUR", "euro": "EUR",
    "euros": "EUR", "€": "EUR", "gbp": "GBP", "£": "GBP", "pound": "GBP", "pounds": "GBP", "quid": "GBP", "hkd": "HKD",
    "hk$": "HKD", "hk dollars": "HKD", "hk dollar": "HKD", "aud": "AUD", "a$": "AUD", "aussie": "AUD", "sgd": "SGD",
    "s$": "SGD", "myr": "MYR", "ringgit": "MYR", "rm": "MYR", "jpy": "JPY", "yen": "JPY",
}  # fmt: skip
_SCALE = {
    "hundred thousand": 1e5, "thousand": 1e3, "million": 1e6, "billion": 1e9, "mn": 1e6, "mil": 1e6, "mio": 1e6,
    "bn": 1e9, "m": 1e6, "k": 1e3, "grand": 1e3, "wan": 1e4,
}  # fmt: skip
_BARE = re.compile(
    r"(?<![\d.,$€£¥/])(?P<n>\d\.\d{1,3}|(?:zero|one|two|three|four|five|six|seven) point (?:\w+)(?:[ -](?:zero|oh|one|two|three|four|five|six|seven|eight|nine))*)(?!\s?(?:\d|%|per ?cent|million|m\b|mn\b|bn\b|billion|k\b|thousand|times|x\b|years?|months?|hours?|days?))"
)
_FRACTION = {"third": 33.3333, "quarter": 25.0, "fifth": 20.0}


def spans(text: str, asked_price: bool) -> Iterator[Span]:
    """Every figure of ``text`` (already simplified), possibly overlapping, the surest kinds first."""
    yield from _changes(text)
    yield from _fractions(text)
    yield from _tenors(text)
    yield from _amounts(text)
    yield from _bare_rates(text, asked_price)


def _number(text: str | None) -> float | None:
    if text is None:
        return None
    plain = text.replace(",", "")
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else en_value(text)


def _changes(text: str) -> Iterator[Span]:
    for match in _FLAT.finditer(text):
        yield Span(match.start(), match.end(), "rate", 0.0, "bp", "LPR")
    for match in _LPR.finditer(text):
        value = _number(match["n"])
        if value is None or (match["word"] is None and "." in match["n"]) or (match["word"] is None and value < 5):
            continue
        sign = -1 if match["word"] and re.fullmatch(_DOWN, match["word"]) else 1
        yield Span(match.start(), match.end(), "rate", sign * value, "bp", "LPR")
    for match in _POINTS.finditer(text):
        value = _number(match["n"])
        if value is None or "percentage" in text[match.start() : match.end() + 2]:
            continue
        start, around = match.start(), text[max(0, match.start() - 22) : match.start()]
        after = text[match.end() : match.end() + 18]
        down = re.search(rf"(?:{_DOWN})\b[^.]*$", around) or re.match(
            r"\s*(?:off|below|under|less|lower|cheaper|down|from|better)", after
        )
        up = re.search(rf"(?:{_UP})\s*(?:by |the |an |a |another |only )*$", around)
        yield Span(
            start, match.end(), "rate", -value if down and not up else value, "bp", _base(text, start, after)
        )
    for match in _SIGNED.finditer(text):
        value = _number(match["n"])
        if value is not None and value >= 3 and "." not in match["n"]:
            yield Span(
                match.start(), match.end(), "rate", value if match["word"] == "plus" else -value, "bp", "LPR"
            )


def _base(text: str, at: int, after: str) -> str:
    if "lpr" in text[max(0, at - 24) : at] or "lpr" in after:
        return "LPR"
    return "listed" if re.search(r"posted|listed|board|deposit", text[max(0, at - 40) : at] + after) else "current"


def _fractions(text: str) -> Iterator[Span]:
    for match in _MILLE.finditer(text):
        value = _number(match["n"])
        if value is not None:
            yield Span(match.start(), match.end(), "fee", round(value / 10, 6), "%")
    for match in _PERCENT.finditer(text):
        value = _number(match["n"])
        if value is None:
            continue
        high = _number(re.sub(r"^\s*(?:-|–|to)\s*", "", match["to"])) if match["to"] else None
        kind = _kind(text, match.start(), match.end(), high or value)
        yield Span(match.start(), match.end() if high is None else match.end("n"), kind, value, "%")
        if high is not None:
            yield Span(match.start("to"), match.end(), kind, high, "%")
    for match in _TENTH.finditer(text):
        if match["e"]:
            value = _FRACTION[match["e"]]
        elif match["d"]:
            value = (_number(match["n"]) or 0) * _FRACTION[match["d"].rstrip("s")]
        else:
            if not 0 < int(match["x"]) < int(match["y"]):
                continue
            value = 100 * int(match["x"]) / int(match["y"])
        if re.match(r"\s*(?:of|share|for us|to us|here|through)", text[match.end() :]):
            yield Span(match.start(), match.end(), "share", round(value, 1), "%")


def _kind(text: str, start: int, end: int, value: float) -> str:
    if value >= 20:
        return "share"
    low = max(0, start - 40)
    near = text[low : end + 30]
    at, behind = start - low, end - low

    def distance(pattern: re.Pattern[str]) -> int:
        return min(
            (at - m.end() if m.end() <= at else max(0, m.start() - behind) for m in pattern.finditer(near)),
            default=99,
        )

    ranked = sorted(((distance(_FEE), 0, "fee"), (distance(_SHARE), 1, "share"), (distance(_PRICE) + 2, 2, "rate")))
    if ranked[0][0] >= 99:
        return "share" if value > 12 else "rate"
    return ranked[0][2]


def _amounts(text: str) -> Iterator[Span]:
    for match in _AMOUNT.finditer(text):
        value = _number(match["n"])
        currency = _CURRENCY.get(match["cur"] or "") or _CURRENCY.get(match["cur2"] or "")
        big = match["big"]
        if value is None or not (big or match["cur"] or match["cur2"] or (value >= 10_000 and match["n"])):
            continue
        if match["cur2"] in ("euro", "yen", "pound", "dollar") and not big and value < 2:
            continue
        if (
            big is None
            and not match["cur"]
            and not match["cur2"]
            and re.match(
                r"\s*(?:people|clients|companies|staff|tonnes|tons|units|times|customers|firms|households|shops)",
                text[match.end() :],
            )
        ):
            continue
        yield Span(
            match.start(), match.end(), "amount", round(value * (_SCALE[big] if big else 1), 2), currency or "CNY"
        )


def _tenors(text: str) -> Iterator[Span]:
    for match in _TENOR.finditer(text):
        unit = match["unit"]
        before = text[: match.start()]
        dashed = "-" in text[match.end("n") : match.start("unit")]
        single = re.match(r"(?:year|month)$", unit) is not None
        if not (dashed or single) and _NOT_TENOR.search(before):
            continue
        if (
            match["n"] in ("a", "an", "one", "half", "half a")
            and not dashed
            and re.search(r"(?:half|once|twice|times|per cent|percent|%|\d)\s*$", before)
        ):
            continue
        scale = 12 if unit[0] == "y" else 3 if unit[0] == "q" else 1
        for group in ("n", "to"):
            word = match[group]
            value = 0.5 if word in ("half a", "half") else _number(word)
            if value is None or value > 480:
                continue
            months = value * scale + (scale / 2 if match["half"] else 0)
            end = match.end("n") if group == "n" and match["to"] else match.end()
            yield Span(match.start(group), end, "tenor", months, "month")
    for match in _DAYS.finditer(text):
        value = _number(match["n"])
        if value is not None and not re.search(
            r"(?:within|in|next|past|last|takes|took|after)\s*$", text[: match.start()]
        ):
            yield Span(match.start(), match.end(), "tenor", value / 30, "month")


def _bare_rates(text: str, asked_price: bool) -> Iterator[Span]:
    priced = asked_price or _PRICE.search(text) is not None
    for match in _BARE.finditer(text):
        value = _number(match["n"])
        if value is not None and 0 < value < 15 and (priced or len(text) < 30):
            kind = (
                "fee"
                if _FEE.search(text[max(0, match.start() - 16) : match.start()])
                or (value < 0.6 and _FEE.search(text))
                else "rate"
            )
            yield Span(match.start(), match.end(), kind, value, "%")


def read(text: str, previous: str) -> tuple[list[Span], list[object]]:
    return list(spans(text, True)), []
