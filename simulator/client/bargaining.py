"""How the client bargains.

The client's utility is linear and additive over the issues: 1 at its opening demand on every issue, 0 at its
limits. What it still insists on falls with time (Faratin, Sierra and Jennings 1998, time-dependent tactics):
at relative time ``t = (k + 1) / (n + 1)`` in round ``k`` of ``n`` it demands at least

    a(t) = r + (1 - r) * (1 - t ** e)

with reservation value ``r`` and ``e`` = 4 for a boulware (firm to the end), 1 linear, 0.25 conceder. It offers the
outcome of lowest utility not below ``a(t)`` and accepts what is not below it.
"""

from dataclasses import dataclass
from itertools import product

from simulator.client.position import Terms
from simulator.scenario.model import Bargaining, Issue

EXPONENTS = {"boulware": 4.0, "linear": 1.0, "conceder": 0.25}
MAX_OUTCOMES = 40_000
_EPSILON = 1e-9


def demand(round: int, rounds: int, style: str, reservation: float) -> float:
    """The least utility, 0-1, that the client insists on in ``round`` (from 0) of ``rounds``."""
    t = min((round + 1) / (rounds + 1), 1.0)
    return float(reservation + (1 - reservation) * (1 - t ** EXPONENTS[style]))


def issue_utility(issue: Issue, value: float) -> float:
    """What ``value`` is worth to the client, 1 at the opening demand, 0 at the limit, never outside."""
    span = issue.opening - issue.limit
    return 1.0 if span == 0 else min(1.0, max(0.0, (value - issue.limit) / span))


def beyond_limit(issue: Issue, value: float) -> bool:
    """Whether ``value`` is worse for the client than its limit."""
    gap = value - issue.limit
    return gap > _EPSILON if issue.better_for_client == "lower" else gap < -_EPSILON


def levels(issue: Issue) -> tuple[float, ...]:
    """The values that the client thinks in, from its opening demand to its limit."""
    span = issue.limit - issue.opening
    steps = min(max(round(abs(span) / issue.step), 1), 40) if span else 0
    if not steps:
        return (issue.opening,)
    return tuple(round(issue.opening + span * i / steps, 4) for i in range(steps + 1))


@dataclass(frozen=True, slots=True)
class Response:
    """The client's answer to an offer: ``kind`` accept, counter or refuse, with the terms it now stands by."""

    kind: str
    terms: Terms
    utility: float
    demanded: float


class Bargainer:
    """The client's side of the table for one scenario; holds only what follows from the scenario."""

    def __init__(self, bargaining: Bargaining) -> None:
        self.bargaining = bargaining
        self.issues = bargaining.issues
        total = sum(issue.weight for issue in self.issues.values())
        self.weights = {id: issue.weight / total for id, issue in self.issues.items()}
        self._outcomes = self._ranked()

    def _ranked(self) -> tuple[tuple[float, Terms], ...]:
        """All outcomes by the client's utility, least first; equals in the order of the grid."""
        grids = [levels(issue) for issue in self.issues.values()]
        size = 1
        for grid in grids:
            size *= len(grid)
        while size > MAX_OUTCOMES:  # thin the finest grid: the client thinks in coarser steps
            widest = max(range(len(grids)), key=lambda i: len(grids[i]))
            size //= len(grids[widest])
            grids[widest] = (*grids[widest][:-1:2], grids[widest][-1])
            size *= len(grids[widest])
        outcomes = (tuple(zip(self.issues, values, strict=True)) for values in product(*grids))
        ranked = [(self.utility(terms), terms) for terms in outcomes]
        return tuple(sorted(ranked, key=lambda pair: pair[0]))

    def utility(self, terms: Terms) -> float:
        """The client's utility of complete terms, 0-1."""
        return round(sum(self.weights[id] * issue_utility(self.issues[id], value) for id, value in terms), 9)

    def opening(self) -> Terms:
        """What the client asks first."""
        return tuple((id, issue.opening) for id, issue in self.issues.items())

    def completed(self, partial: Terms, *standing: Terms) -> Terms:
        """``partial`` with the missing issues from the first of ``standing`` that has them, else as first asked."""
        known: dict[str, float] = {}
        for terms in (*reversed(standing), partial):
            known.update(terms)
        return tuple((id, known.get(id, issue.opening)) for id, issue in self.issues.items())

    def demanded(self, round: int) -> float:
        """The least utility insisted on in ``round`` (from 0)."""
        bargaining = self.bargaining
        return demand(round, bargaining.rounds, bargaining.style, bargaining.reservation)

    def offer(self, round: int) -> Terms:
        """The client's own offer in ``round``: the outcome of lowest utility not below what it insists on."""
        least = self.demanded(round)
        for utility, terms in self._outcomes:
            if utility >= least - _EPSILON:
                return terms
        return self.opening()

    def better(self, id: str, *values: float) -> float:
        """Of values for an issue the one that the client likes best."""
        return (min if self.issues[id].better_for_client == "lower" else max)(values)

    def best_of(self, *offered: Terms) -> Terms:
        """For every issue named the best that was put forward."""
        best: dict[str, float] = {}
        for id, value in (pair for terms in offered for pair in terms):
            best[id] = self.better(id, value, best.get(id, value))
        return tuple((id, best[id]) for id in self.issues if id in best)

    def at_least(self, one: Terms, other: Terms) -> bool:
        """Whether ``one`` is no worse for the client than ``other`` on any issue."""
        there = dict(other)
        return all(self.better(id, value, there.get(id, value)) == value for id, value in one)

    def reasonable(self, own: Terms, offered: Terms, before: Terms, best: Terms = ()) -> Terms:
        """``own`` as a person would say it: nobody asks for less than was ever put forward, nor for more than before."""
        there, was, ever = dict(offered), dict(before), dict(best)
        said = []
        for id, value in own:
            lower = self.issues[id].better_for_client == "lower"
            worst = max if lower else min
            value = worst(value, was.get(id, value))
            offers = (there.get(id, value), ever.get(id, value))
            said.append((id, self.better(id, value, *offers)))
        return tuple(said)

    def respond(self, offered: Terms, round: int) -> Response:
        """The answer to complete terms in ``round`` (from 0). Terms beyond a limit are never accepted."""
        least = self.demanded(round)
        worth = self.utility(offered)
        outside = any(beyond_limit(self.issues[id], value) for id, value in offered)
        if worth >= least - _EPSILON and not outside:
            return Response("accept", offered, worth, least)
        own = self.offer(round)
        kind = "refuse" if outside or worth < least - 0.35 else "counter"
        return Response(kind, own, worth, least)
