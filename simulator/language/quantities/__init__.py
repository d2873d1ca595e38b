"""Figures in what was said, in one canonical unit each (see "Quantities" in the label guide)."""

import re
from typing import cast

from simulator.language.normalise import simplified
from simulator.language.quantities import en, zh
from simulator.language.quantities.span import Span
from simulator.vocabulary.turn import Base, Issue, Quantity

_ASKED_PRICE = re.compile(
    r"利率|价格|什么价|报价|多少钱|几个点|多少个点|贵|便宜|降|利息|收益|\d\.\d|点[零一二三四五六七八九]"
    r"|\brates?\b|price|how much|charge|cheap|expensive|per ?cent|%|lpr|\d\.\d|offer"
)


def find_quantities(language: str, clause: str, previous: str = "") -> tuple[Quantity, ...]:
    """The figures of a clause in their order. ``previous``, the client's last line, tells what a bare figure is about."""
    text = simplified(clause)
    asked = _ASKED_PRICE.search(simplified(previous)) is not None
    found: list[Span] = []
    for span in (zh if language == "zh" else en).spans(text, asked):
        if span.end > span.start and all(span.end <= other.start or span.start >= other.end for other in found):
            found.append(span)
    found.sort(key=lambda span: span.start)
    return tuple(
        Quantity(
            cast(Issue, span.issue),
            span.value,
            span.unit,
            cast("Base | None", span.base),
            clause.strip(),
            span.approximate,
        )
        for span in found
    )
