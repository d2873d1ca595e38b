"""What a Chinese number with its unit says: so many per cent, points, tenths, so much money, so long a time."""

import re
from collections.abc import Iterator

from simulator.language.quantities import zh_context as context
from simulator.language.quantities.numbers import arabic_value, han_value, han_values
from simulator.language.quantities.span import Span
from simulator.language.quantities.zh_sums import COUNTER, idle_coin
from simulator.language.quantities.zh_terms import is_term

_CURRENCY_BEFORE = re.compile(r"(usd|us\$|\$|美金|美元|eur|€|欧元|hkd|hk\$|港币|gbp|£|cny|rmb|¥|¥)\s*$")
_CURRENCY = {
    "美金": "USD", "美元": "USD", "美刀": "USD", "刀": "USD", "us$": "USD", "$": "USD", "usd": "USD", "us": "USD",
    "欧元": "EUR", "欧": "EUR", "eur": "EUR", "€": "EUR", "港币": "HKD", "港元": "HKD", "港纸": "HKD", "hkd": "HKD",
    "hk$": "HKD", "日元": "JPY", "澳元": "AUD", "英镑": "GBP", "镑": "GBP", "gbp": "GBP", "£": "GBP",
}  # fmt: skip
_SCALE = {
    "万亿": 1e12, "亿": 1e8, "千万": 1e7, "百万": 1e6, "十万": 1e5, "万": 1e4, "w": 1e4, "k": 1e3, "千": 1e3,
    "million": 1e6, "mn": 1e6, "m": 1e6,
}  # fmt: skip


def values_of(text: str) -> tuple[float, ...]:
    """The number that is written, in whatever figures; both of two that are said for one (``两三``)."""
    if text == "半":
        return (0.5,)
    return (arabic_value(text),) if text[0].isdigit() and text[0].isascii() else han_values(text)


def measured(text: str, match: re.Match[str], unit: re.Match[str], previous: str) -> Iterator[Span]:
    """The figures of a number with the unit behind it."""
    start, end = match.start(), max(match.end(), unit.end() if unit.start() == match.end() else match.end())
    values = values_of(match["n"])
    if text[start - 1 : start] in ("几", "数") and start:
        return
    if unit["scale"] or unit["coin"]:
        yield from _amount(text, match, unit, values, end)
    elif unit["year"] or unit["month"] or unit["period"] or unit["quarter"] or unit["day"]:
        yield from _tenor(text, start, unit.end(), unit, values, previous, match.end())
    elif unit["tenths"]:
        if not context.is_chance(text, start, previous):
            yield from _tenths(text, start, end, unit, values)
    elif unit["mille"]:
        yield from (Span(start, end, "fee", round(value / 10, 6), "%", scale=0.1) for value in values)
    else:
        extra = 0.5 if (unit["point"] or "").startswith("个半") else 0.0
        for value in values:
            value += extra
            yield from context.point_or_percent(text, start, end, value, _percent_word(unit))


def _percent_word(unit: re.Match[str]) -> str:
    return "bp" if unit["bp"] else "%" if unit["per"] else "分" if unit["cents"] else unit["point"]


def _tenths(text: str, start: int, end: int, unit: re.Match[str], values: tuple[float, ...]) -> Iterator[Span]:
    more = unit["more"]
    extra = 5.0 if more == "半" else (han_value(more) or 0.0) if more else 0.0
    if text[start - 1 : start] in ("第", "几") or text.startswith("把握", end):
        return
    kind = "rate" if context.YEARLY.search(text[max(0, start - 4) : start]) else "share"
    for value in values:
        if value <= 10:
            yield Span(start, end, kind, value * 10 + extra, "%", scale=10.0)


def _amount(
    text: str, match: re.Match[str], unit: re.Match[str], values: tuple[float, ...], end: int
) -> Iterator[Span]:
    before = _CURRENCY_BEFORE.search(text, max(0, match.start() - 6), match.start())
    word = unit["money"] or unit["coin"] or (before[1] if before else "")
    scale = _SCALE[unit["scale"]] if unit["scale"] else 1.0
    if not word and COUNTER.match(text, end):
        return
    if text[match.start() - 1 : match.start()] in ("几", "数", "第") or idle_coin(text, match, unit, values):
        return
    if unit["coin"] == "毛":
        scale, word = 0.1, ""
    rest = _tail(unit, scale) if unit["scale"] else _coins(unit)
    about = bool(unit["about"] or unit["about2"] or unit["loose"])
    for value in values:
        for extra in rest:
            total = round(value * scale + extra, 2)
            if total:
                currency = _CURRENCY.get(word, "CNY") if word and word not in ("块", "元") else ""
                yield Span(match.start(), end, "amount", total, currency, None, about, scale)


def _tail(unit: re.Match[str], scale: float) -> tuple[float, ...]:
    """What follows the 万 or 亿: ``四万三``, ``一万二三``, ``八万六千``, ``一亿二千万``."""
    tail = unit["tail"]
    if tail is None:
        return (0.0,)
    values = values_of(tail)
    if unit["tscale"]:
        return tuple(value * 1e4 for value in values) if scale > 1e6 else (0.0,)
    short = len(tail) == 1 or len(values) == 2
    return tuple(value * scale / 10 if short else value for value in values) or (0.0,)


def _coins(unit: re.Match[str]) -> tuple[float, ...]:
    dime = values_of(unit["dime"])[0] / 10 if unit["dime"] else 0.0
    return (dime + (values_of(unit["cent"])[0] / 100 if unit["cent"] else 0.0),)


def _tenor(
    text: str, start: int, end: int, unit: re.Match[str], values: tuple[float, ...], previous: str, said: int
) -> Iterator[Span]:
    term = bool(
        unit["yterm"] or unit["mterm"] or unit["dterm"] or unit["month"] == "月期" or text[end - 1].isascii()
    )
    about = bool(unit["month"] and "多" in unit["month"])
    for value in values:
        if unit["year"]:
            months = value * 12 + (6 if unit["yhalf"] else 0)
        elif unit["day"]:
            months = value / 30
        else:
            months = value * (3 if unit["quarter"] else 1) + (0.5 if unit["mhalf"] else 0)
        kind = "day" if unit["day"] else "period" if unit["period"] else "month" if unit["month"] else "year"
        judged = (
            max(months, 13.0) if said < unit.start() else months
        )  # one year as the end of a range is no "a year"
        if is_term(text, start, end, judged, kind, term, previous):
            yield Span(
                start,
                end if said >= unit.start() else said,
                "tenor",
                months,
                "month",
                None,
                about or len(values) > 1,
                months / value,
            )
