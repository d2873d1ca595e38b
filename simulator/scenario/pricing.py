"""Whether the terms of the bargaining are of this world, and fit together.

The ranges are wide: they are to find a rate written as a fraction or an amount in units of ten thousand, not to say what
a price should be. They follow the catalogue's table of issues and mandates (E1, E2; lawful asks E4), with the one-year LPR at 3.00%
(December 2025) and the 24% beyond which courts do not protect interest.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.i18n import N_
from simulator.scenario.model import Bargaining, Issue, Scenario
from simulator.scenario.references import Fault
from simulator.scenario.source import Path_


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual for a quantity in a unit: from, to, in words, and where that is said."""

    least: float
    most: float
    words: str
    source: str


_RATES = N_("catalogue E2: priced around the LPR of 3.00%; courts protect up to 24%")
_TERMS = N_("catalogue E1, by type of client")
_ASKS = N_("catalogue E4, margins and shares of settlement")
USUAL: dict[tuple[str, str], Usual] = {
    ("rate", "%"): Usual(0.1, 24, N_("0.1 to 24 per cent a year"), _RATES),
    ("rate", "bp"): Usual(-300, 2400, N_("-300 to 2400 basis points"), _RATES),
    ("fee", "%"): Usual(0.001, 5, N_("0.001 to 5 per cent"), _TERMS),
    ("fee", "bp"): Usual(0, 500, N_("0 to 500 basis points"), _TERMS),
    ("fee", "CNY"): Usual(0, 5_000_000, N_("0 to 5 million yuan"), _TERMS),
    ("share", "%"): Usual(1, 100, N_("1 to 100 per cent"), _ASKS),
    ("tenor", "month"): Usual(1, 360, N_("1 to 360 months"), _TERMS),
    ("amount", "CNY"): Usual(10_000, 1_000_000_000, N_("10 thousand to 1 billion yuan"), _TERMS),
}
UNITS: dict[str, tuple[str, ...]] = {}
"""The units in which a quantity is counted."""
for _quantity, _unit in USUAL:
    UNITS[_quantity] = (*UNITS.get(_quantity, ()), _unit)
COMPENSATING = frozenset({"complaint", "retention", "maintenance"})
"""Visits in which money may be paid back: a sum is then no loan."""
REPAID = Usual(1, 1_000_000_000, N_("1 to 1 billion yuan"), _TERMS)
LPR = Usual(1, 8, N_("1 to 8 per cent"), _RATES)
_NUMBERS = ("opening", "limit", "authority", "floor", "target")


def unusual_terms(scenario: Scenario) -> Iterator[Fault]:
    """Figures far from what is usual, mandates beyond the bank's own, steps that are too wide."""
    if scenario.bargaining is not None:
        for id, issue in scenario.bargaining.issues.items():
            path: Path_ = ("bargaining", "issues", id)
            yield from _figures(path, issue, compensates=scenario.visit in COMPENSATING)
            yield from _counted(path, id, issue)
            yield from _aimed(path, issue)
            yield from _lived_with(path, issue)
            if issue.unit != "choice":
                yield from _order(path, issue)
        yield from _zone(scenario.bargaining)
        yield from _insisting(scenario.bargaining)


def _counted(path: Path_, id: str, issue: Issue) -> Iterator[Fault]:
    """Whether the quantity is counted in such a unit, and what basis points are counted from is a rate."""
    if issue.unit == "choice" and issue.quantity != "amount":
        yield (*path, "quantity"), "S477", {"value": issue.quantity}
    elif issue.unit != "choice" and issue.unit not in UNITS[issue.quantity]:
        where = "unit" if id == issue.quantity else "quantity"
        details = {"value": issue.quantity, "unit": issue.unit, "units": ", ".join(UNITS[issue.quantity])}
        yield (*path, where), "S445", details
    for word in issue.says:
        if word != "any" and word not in issue.values:
            yield (*path, "says", word), "S495", {"value": word}
    for name, rate in issue.references.items():
        usual = LPR if name == "LPR" else USUAL["rate", "%"]
        if not usual.least <= rate <= usual.most:
            details = {"value": f"{rate:.10g}", "expected": usual.words, "source": usual.source}
            yield (*path, "references", name), "S425", details


def _aimed(path: Path_, issue: Issue) -> Iterator[Fault]:
    """What the bank aims at is not more generous than what it gives at all, nor than what the trainee may give alone."""
    better = 1 if issue.better_for_client == "higher" else -1
    if issue.target is None:
        return
    value = f"{issue.target:.10g}"
    if (issue.target - issue.floor) * better > 0:
        yield (*path, "target"), "S448", {"value": value, "floor": f"{issue.floor:.10g}"}
    elif (issue.target - issue.authority) * better > 1e-9:
        yield (*path, "target"), "S496", {"value": value, "authority": f"{issue.authority:.10g}"}


def _lived_with(path: Path_, issue: Issue) -> Iterator[Fault]:
    """What the client can live with lies on the way from the opening to the limit."""
    least, most = sorted((issue.opening, issue.limit))
    for need, value in issue.lives_with.items():
        if not least - 1e-9 <= value <= most + 1e-9:
            details = {"opening": f"{issue.opening:.10g}", "limit": f"{issue.limit:.10g}"}
            yield (*path, "lives_with", need), "S497", {"value": f"{value:.10g}", **details}


def _zone(bargaining: Bargaining) -> Iterator[Fault]:
    """Whether there is anything to agree on, unless the author has said that there is not."""
    apart = []
    for id, issue in bargaining.issues.items():
        better = 1 if issue.better_for_client == "higher" else -1
        if (issue.opening - issue.limit) * better < 0:
            continue  # the limit is on the wrong side, which is told by itself
        if (issue.limit - issue.floor) * better > 1e-9:
            apart.append((("bargaining", "issues", id, "floor"), issue))
    if not bargaining.empty_zone:
        for path, issue in apart:
            yield path, "S446", {"value": f"{issue.floor:.10g}", "limit": f"{issue.limit:.10g}"}
    elif not apart and bargaining.issues:
        yield ("bargaining", "empty_zone"), "S447", {}


def _insisting(bargaining: Bargaining) -> Iterator[Fault]:
    """Whether he insists on more than the bank's floors are worth to him, all of them together."""
    worth = total = 0.0
    for issue in bargaining.issues.values():
        way = issue.opening - issue.limit
        if way:
            total += issue.weight
            worth += issue.weight * min(1.0, max(0.0, (issue.floor - issue.limit) / way))
    if total and not bargaining.empty_zone and worth / total < bargaining.reservation - 1e-9:
        details = {"value": f"{bargaining.reservation:g}", "most": f"{worth / total:.2f}"}
        yield ("bargaining", "reservation"), "S469", details


def _figures(path: Path_, issue: Issue, *, compensates: bool) -> Iterator[Fault]:
    usual = USUAL.get((issue.quantity, issue.unit))
    if usual is None:
        return
    if compensates and (issue.quantity, issue.unit) == ("amount", "CNY"):
        usual = REPAID
    for name in _NUMBERS:
        value = getattr(issue, name)
        # nothing at all is a figure, too: no fee, no deposit
        if value is not None and value != 0 and not usual.least <= value <= usual.most:
            yield (*path, name), "S425", {"value": f"{value:.10g}", "expected": usual.words, "source": usual.source}


def _order(path: Path_, issue: Issue) -> Iterator[Fault]:
    better = 1 if issue.better_for_client == "higher" else -1
    if (issue.authority - issue.floor) * better > 0:
        yield (*path, "authority"), "S427", {"value": f"{issue.authority:.10g}", "floor": f"{issue.floor:.10g}"}
    way = abs(issue.limit - issue.opening)
    if way and issue.step > way:
        yield (*path, "step"), "S430", {"value": f"{issue.step:.10g}", "way": f"{way:.10g}"}
