"""Every position that can be reached, as far as a bound allows, by the same step that plays.

Three kinds of queue are served in turn. One in the order of depth: within the depth that it has finished, nothing
shorter exists. One for each goal that is still open, nearest first. And before anything else the visits of simulated
relationship managers lead deep into the client at once. Positions that are the same for everything that can still
happen are merged (`simulator.rehearsal.abstraction`).
"""

import heapq
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from simulator.client import Client, Position
from simulator.client.environment import environment
from simulator.rehearsal.ahead import Ahead
from simulator.rehearsal.branching import SEED, Branches, Branching, Trial
from simulator.rehearsal.goals import Charted, Distances, Goal, goals_of, reached
from simulator.rehearsal.wishes import FAR
from simulator.vocabulary.turn import Turn

_BROAD = 4
"""Of so many positions one is taken in the order of depth."""
_APART = 3
"""Trust or patience must differ by so much from what was seen for a position to count as another one."""


_Upcoming = tuple[tuple[int, str], Trial]


@dataclass(frozen=True, slots=True)
class Node:
    """A position that was reached: from which (its number, -1 for the start), by which turn, after how many turns."""

    position: Position
    parent: int
    turn: Turn | None
    depth: int


@dataclass
class Explored:
    """What an exploration found. ``first`` has the node of the shortest way found to each goal; ``depth`` is the
    number of turns up to which everything was tried."""

    nodes: list[Node]
    goals: dict[str, Goal]
    first: dict[str, int] = field(default_factory=dict)
    steps: int = 0
    expanded: int = 0
    depth: int = 0
    exhausted: bool = False
    silent: list[int] = field(default_factory=list)
    """Nodes to which the client had nothing to say."""

    def route(self, node: int) -> tuple[Turn, ...]:
        """The turns that lead to a node."""
        turns: list[Turn] = []
        while node >= 0:
            at = self.nodes[node]
            if at.turn is not None:
                turns.append(at.turn)
            node = at.parent
        return tuple(reversed(turns))


class Explorer:
    """One exploration; ``bound`` is how many positions are kept at most, ``ahead`` who else tries what comes next."""

    def __init__(self, client: Client, bound: int, ahead: Ahead[Any, Any] | None = None) -> None:
        self.client = client
        self.bound = bound
        self.branching = Branching(client)
        self.abstraction = self.branching.abstraction
        self.repertoire = self.branching.repertoire
        self.ahead = ahead
        self.found = Explored([], goals_of(client.scenario))
        self._charted = Charted(self.found.goals)
        self._seen: dict[Hashable, tuple[int, int, int, int]] = {}
        self._broad: list[tuple[int, int]] = []
        self._near: dict[str, list[tuple[int, int, int]]] = {id: [] for id in self.found.goals}
        self._whole: set[int] = set()
        self._part: set[int] = set()
        self._lacking: dict[tuple[int, str], frozenset[str]] = {}
        start, _ = client.start(SEED)
        self._keep(Node(start, -1, None, 0))

    def scout(self, visits: Iterable[Iterable[Turn]]) -> None:
        """Follows visits that somebody made, and keeps every position on the way."""
        for visit in visits:
            number = 0
            for turn in visit:
                at = self.found.nodes[number]
                position, reply = self.client.step(at.position, turn, SEED)
                self.found.steps += 1
                number = self._keep(Node(position, number, turn, at.depth + 1))
                if not reply.text:
                    self.found.silent.append(number)

    def run(self) -> Explored:
        """Explores until nothing is left or the bound is reached."""
        while len(self.found.nodes) < self.bound:
            broad = self.found.expanded % _BROAD == 0
            if not (self._broaden() if broad else self._approach() or self._broaden()):
                self.found.exhausted = not self._broad
                break
            self.found.expanded += 1
        return self.found

    def _broaden(self) -> bool:
        """Tries everything at the next position in the order of depth."""
        while self._broad:
            depth, number = heapq.heappop(self._broad)
            if number not in self._whole:
                self.found.depth = depth
                self._whole.add(number)
                self._expand(number, None)
                return True
        return False

    def _approach(self) -> bool:
        """Tries what may help at the position nearest to the next open goal."""
        for _ in range(len(self._near)):
            id = next(iter(self._near))
            queue = self._near.pop(id)
            if id in self.found.first:
                continue
            self._near[id] = queue  # behind the others
            while queue:
                number = heapq.heappop(queue)[-1]
                if number not in self._whole and number not in self._part:
                    self._part.add(number)
                    self._expand(number, self.found.goals[id])
                    return True
        return False

    def _expand(self, number: int, goal: Goal | None) -> None:
        node = self.found.nodes[number]
        came: Branches
        key, trial = self._trial(number, goal)
        if self.ahead is not None and self.ahead.helpers:
            came = self.ahead.of(key, trial, self._upcoming)
        else:
            came = self.branching.of(*trial)
        self.found.steps += came.steps
        for outcome in came.outcomes:
            after = Node(outcome.position, number, outcome.turn, node.depth + 1)
            if outcome.silent:
                self.found.silent.append(self._keep(after))
            elif not self._known(outcome.key, outcome.position):
                self._keep(after)

    def _trial(self, number: int, goal: Goal | None) -> _Upcoming:
        """What is to be tried at a position, everything or what may lead to a goal; with a name of its own."""
        position, key = self.found.nodes[number].position, (number, goal.id if goal is not None else "")
        if goal is not None and key not in self._lacking:
            self._lacking[key] = Distances(self._charted, moment(position)).lacking(goal.id)
        return key, (position, self._lacking.get(key))

    def _upcoming(self) -> list[_Upcoming]:
        """What will be tried next, as far as one can tell: no more than is wanted before the bound is reached."""
        helpers = self.ahead.helpers if self.ahead is not None else 0
        each = len(self.found.nodes) / max(1, self.found.expanded)
        wanted = min(2 * helpers + 1, int((self.bound - len(self.found.nodes)) / each))
        if wanted <= 0:
            return []
        nearest = [number for _, number in heapq.nsmallest(2 * wanted, self._broad) if number not in self._whole]
        broad = [self._trial(number, None) for number in nearest[:wanted]]
        near = self._nearest(wanted)
        before = -(self.found.expanded + 1) % _BROAD  # so many are tried for a goal before the next for its depth
        return [*near[:before], *broad[:1], *near[before:], *broad[1:]][:wanted]

    def _nearest(self, most: int) -> list[_Upcoming]:
        """The nearest position to each of the next open goals."""
        found: list[_Upcoming] = []
        for id, queue in self._near.items():
            if len(found) == most:
                break
            while queue and (queue[0][-1] in self._whole or queue[0][-1] in self._part):
                heapq.heappop(queue)
            if queue and id not in self.found.first:
                found.append(self._trial(queue[0][-1], self.found.goals[id]))
        return found

    def _known(self, key: Hashable, position: Position) -> bool:
        """Whether a position like this was seen, and nothing is new about it."""
        seen = self._seen.get(key)
        here = (position.trust, position.trust, position.patience, position.turn)
        if seen is None:
            self._seen[key] = here
            return False
        low, high, least, last = seen
        apart = position.trust > high + _APART or position.trust < low - _APART
        wearing = position.patience < least - _APART
        passing = position.turn > last and self.abstraction.waits(position.turn)
        if not (apart or wearing or passing):
            return True
        trust = position.trust
        self._seen[key] = (
            min(low, trust),
            max(high, trust),
            min(least, position.patience),
            max(last, position.turn),
        )
        return False

    def _keep(self, node: Node) -> int:
        number = len(self.found.nodes)
        self.found.nodes.append(node)
        for id in reached(node.position):
            best = self.found.first.get(id)
            if best is None or self.found.nodes[best].depth > node.depth:
                self.found.first[id] = number
        if not node.position.over:
            heapq.heappush(self._broad, (node.depth, number))
            far = Distances(self._charted, moment(node.position))
            for id, queue in self._near.items():
                if id not in self.found.first and far.of(id) < FAR:
                    heapq.heappush(queue, (far.of(id), node.depth, number))
        return number


def moment(position: Position) -> dict[str, float]:
    """What conditions can ask, and which remark waits (``waits.id``)."""
    known = dict(environment(position))
    if position.pending is not None:
        known[f"waits.{position.pending}"] = 1
    return known


def explore(client: Client, bound: int, visits: Iterable[Iterable[Turn]] = ()) -> Explored:
    """Explores the positions of ``client``, those of ``visits`` first, until nothing is left or ``bound`` are kept."""
    explorer = Explorer(client, bound)
    explorer.scout(visits)
    return explorer.run()
