"""Figures in a sentence, in canonical units."""

import re

from simulator.language.normalise import simplified
from simulator.vocabulary.turn import Issue, Quantity

_RATE = re.compile(r"(?:年化|利率|lpr)?[^\d]{0,4}(\d+(?:\.\d+)?)\s*%")
_SHARE_WORDS = re.compile(r"成|share|结算|流水|比例|settlement|deposit share|抵押率|volume|turnover")


def find_quantities(language: str, clause: str, previous: str = "") -> tuple[Quantity, ...]:
    """The figures of a clause, in their order. (First cut: percentages.)"""
    text = simplified(clause)
    found = []
    for match in _RATE.finditer(text):
        value = float(match[1])
        issue: Issue = "share" if value > 20 or _SHARE_WORDS.search(text) else "rate"
        found.append(Quantity(issue, value, "%", clause=clause.strip()))
    return tuple(found)
