"""The best result still reachable after each turn of a visit, found by letting the expert go on from there.

What is found is a lower bound: the expert is good, not perfect. To go on as the trainee did is one way of going on, too;
so the best reachable never rises from one turn to the next.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from scoring import Rubric, grade
from scoring.what_if import Reachable, TurningPoint
from simulator.rehearsal.players import PLAYERS
from simulator.rehearsal.playing import play_from
from simulator.rehearsal.rewinding import Rewound

WORTH_TELLING = 3.0
"""Points from which on a turn is said to have cost something."""
NEAR = 2.0
"""Where the best before and after some turns differs by less, what lies between is not looked into."""


def reachable(rewound: Rewound, rubric: Rubric) -> tuple[Reachable, ...]:
    """The best result found from after each turn on, from before the first (0) to after the last."""
    found: dict[int, Reachable] = {}
    last = rewound.turns
    as_it_was = grade(rewound.transcript, rubric)
    found[last] = _better(Reachable(last, as_it_was.total, as_it_was.passed), _expert_from(rewound, rubric, last))
    found[0] = _expert_from(rewound, rubric, 0)
    _between(0, last, found, lambda turn: _expert_from(rewound, rubric, turn))
    best = found[last]
    course = [best]
    for turn in range(last - 1, -1, -1):
        best = _better(replace(best, turn=turn), found.get(turn))
        course.append(best)
    return tuple(reversed(course))


def _between(first: int, last: int, found: dict[int, Reachable], search: Callable[[int], Reachable]) -> None:
    """Halves the turns between two that were looked at, as long as something was lost between them."""
    if last - first < 2:
        return
    lost = found[first].total - found[last].total >= NEAR or found[first].passed != found[last].passed
    if not lost:
        return
    middle = (first + last) // 2
    found[middle] = _better(search(middle), replace(found[last], turn=middle))
    _between(middle, last, found, search)
    _between(first, middle, found, search)


def _expert_from(rewound: Rewound, rubric: Rubric, turn: int) -> Reachable:
    position = rewound.positions[turn]
    if position.over:
        told = replace(rewound.until(turn), ending=position.ending)
    else:
        seed = rewound.transcript.header.seed
        told = play_from(rewound.client, PLAYERS["expert"], position, rewound.until(turn), seed)
    card = grade(replace(told, follow_up=rewound.transcript.follow_up), rubric)
    return Reachable(turn, card.total, card.passed)


def _better(one: Reachable, other: Reachable | None) -> Reachable:
    """The better of two results: a pass before points."""
    if other is None:
        return one
    return other if (other.passed, other.total) > (one.passed, one.total) else one


def turning_point(course: tuple[Reachable, ...], passed: bool, total: float | None = None) -> TurningPoint | None:
    """The turn after which a visit that failed could no longer be passed; else the one that cost most, if any did; else
    its end, where that left much unsaid: the visit came to ``total``, and one could have gone on."""
    steps = list(pairwise(course))
    if not steps:
        return None
    *during, (before_end, end) = steps
    total = end.total if total is None else total
    for before, after in during if not passed else []:
        if before.passed and not after.passed:
            return TurningPoint("pass", after.turn, before.total, after.total)
    lost, _, before, after = max(
        ((before.total - after.total, -after.turn, before, after) for before, after in during),
        key=lambda step: step[:2],
        default=(0.0, 0, before_end, end),
    )
    if lost >= WORTH_TELLING:
        return TurningPoint("points", after.turn, before.total, after.total)
    if before_end.total - total >= WORTH_TELLING:
        return TurningPoint("end", end.turn, before_end.total, total)
    return None
