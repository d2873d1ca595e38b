"""Which issue a figure is about, and its value in the measure of that issue."""

import math
from dataclasses import replace

from simulator.client.position import Table
from simulator.client.reason import between, in_its_scale, known_values
from simulator.scenario.model import Bargaining, Issue
from simulator.vocabulary.turn import MoveMade, Quantity

_SUMS = frozenset({"amount", "fee"})
"""What is counted in yuan: "five hundred" may be lent, charged or paid back."""


def issue_of(bargaining: Bargaining, quantity: Quantity, move: MoveMade) -> str | None:
    """The issue that a figure belongs to: of those measured so, the one whose words stand nearest, else the first."""
    fitting = _fitting(bargaining, quantity)
    named = any(word.lower() in quantity.clause.lower() for _, issue in fitting for word in issue.words)
    odd = quantity.unit == "%" and not any(between(issue, quantity.value) for _, issue in fitting)
    if fitting and odd and (quantity.issue == "share" or not named):
        fitting = _by_its_size(bargaining, quantity) or fitting
    text = (quantity.clause or move.clause).lower()
    for words_in in (text, move.clause.lower()):
        for id, issue in fitting:
            if any(word.lower() in words_in for word in issue.words):
                return id
    return fitting[0][0] if fitting else None


def _fitting(bargaining: Bargaining, quantity: Quantity) -> list[tuple[str, Issue]]:
    """The issues measured as the figure is: of sums, which seldom say what they are, those that the clause names besides."""
    measured = [(id, issue) for id, issue in bargaining.issues.items() if _measures(issue, quantity)]
    if quantity.unit != "CNY" or quantity.issue not in _SUMS:
        return measured
    known = dict(measured)
    sums = [
        (id, issue)
        for id, issue in bargaining.issues.items()
        if issue.unit == "CNY" and issue.quantity in _SUMS and id not in known
    ]
    clause = quantity.clause.lower()
    named = [one for one in sums if any(word.lower() in clause for word in one[1].words)]
    return [*measured, *(named if measured else sums)]


def _by_its_size(bargaining: Bargaining, quantity: Quantity) -> list[tuple[str, Issue]]:
    """Issues in per cent about which the figure could be by its size ("3.05% and half your settlement")."""
    return [
        (id, issue)
        for id, issue in bargaining.issues.items()
        if issue.unit == "%" and issue.quantity in ("rate", "share") and between(issue, quantity.value)
    ]


def _measures(issue: Issue, quantity: Quantity) -> bool:
    if issue.unit == "choice" or issue.quantity != quantity.issue:
        return False
    return issue.unit == quantity.unit or (issue.unit == "%" and quantity.unit == "bp")


def absolute(issue: Issue, id: str, quantity: Quantity, table: Table) -> float | None:
    if quantity.unit != "bp" or issue.unit == "bp":
        return quantity.value if math.isfinite(quantity.value) else None
    base: float | None = None
    if quantity.base is not None:
        base = issue.references.get(quantity.base)
    if base is None:  # "another ten points": from the trainee's own last figure, else from the client's
        base = dict(table.theirs).get(id, dict(table.mine).get(id))
    return None if base is None else round(base + quantity.value / 100, 4)


def value_in(bargaining: Bargaining, id: str, quantity: Quantity, table: Table) -> float | None:
    """A figure in the measure of the issue it is about."""
    value = absolute(bargaining.issues[id], id, quantity, table)
    return None if value is None else in_its_scale(bargaining.issues[id], value, quantity.clause)


def as_a_sum(bargaining: Bargaining, quantity: Quantity, table: Table) -> Quantity:
    """``5.6`` behind 5.6 million is the sum again, and no rate."""
    if quantity.issue != "rate" or quantity.unit != "%" or "%" in quantity.clause or "cent" in quantity.clause:
        return quantity
    sums = {id: issue for id, issue in bargaining.issues.items() if issue.unit == "CNY"}
    known = {value for id, value in (*table.theirs, *table.mine, *table.best) if id in sums}
    known |= {value for issue in sums.values() for value in known_values(issue)}
    whole = round(quantity.value * 1e6, 2)
    return replace(quantity, issue="amount", value=whole, unit="CNY") if whole in known else quantity


DIGITS = "零一二三四五六七八九"
SMALL_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")  # fmt: skip
"""The English words of the numbers from nought, each at its own place."""
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
WAN = 10_000
"""Ten thousand: from here on Chinese counts anew."""


def chinese_number(number: int) -> str:
    """A whole number below ten thousand as it is spoken: 五百, 一千零八十, 十五."""
    said, rest, gap = "", number, False
    for place, name in _PLACES:
        digit, rest = divmod(rest, place)
        if digit:
            said += (
                ("零" if gap else "") + ("" if name == "十" and digit == 1 and not said else DIGITS[digit]) + name
            )
            gap = False
        else:
            gap = bool(said)
    if rest:
        said += ("零" if gap else "") + DIGITS[rest]
    return said or DIGITS[0]
