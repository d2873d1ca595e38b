"""Which figures are within reason for an issue: the others are asked about before they are taken."""

from simulator.scenario.model import Issue

_TIMES = {"CNY": 6.0, "month": 6.0, "%": 2.5}
_NEAR = 1.6
"""How many times off a rate may be that is named without words of offering."""
_WAN = 10_000
_ROUND = 5


def known_values(issue: Issue) -> tuple[float, ...]:
    """What either side has in mind for an issue."""
    known = (issue.opening, issue.limit, issue.authority, issue.floor, issue.target)
    return tuple(value for value in known if value is not None)


def within_reason(issue: Issue, value: float) -> bool:
    """Whether ``value`` may be meant: not many times less or more than anything that either side has in mind."""
    if issue.values or issue.unit not in _TIMES:
        return True
    if issue.quantity == "share":
        return 0 <= value <= 100
    times = _TIMES[issue.unit]
    least, most = min(known_values(issue)), max(known_values(issue))
    return (least <= 0 or value >= least / times) and (most <= 0 or value <= most * times)


def about(issue: Issue, value: float) -> bool:
    """Whether ``value`` is of the size of the issue's: a rate near the table's, another figure within reason."""
    if issue.quantity != "rate" or issue.unit != "%":
        return within_reason(issue, value)
    known = known_values(issue)
    return min(known) / _NEAR <= value <= max(known) * _NEAR


def between(issue: Issue, value: float) -> bool:
    """Whether ``value`` lies about where both sides' values lie."""
    least, most = min(known_values(issue)), max(known_values(issue))
    slack = (most - least) / 2 or abs(most) / 10
    return least - slack <= value <= most + slack


def in_its_scale(issue: Issue, value: float, clause: str) -> float:
    """A sum said without its ten thousands ("一千五" of fifteen million) in full; others as they are.

    Only round ones are said so: 299 is 299.
    """
    if issue.unit != "CNY" or within_reason(issue, value) or "元" in clause or "块" in clause:
        return value
    whole = value * _WAN
    return whole if value < _WAN and value % _ROUND == 0 and within_reason(issue, whole) else value
