"""What is proved of a client: that it can be passed fairly, that nothing in it is out of reach, and that it cannot be gamed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import Any, Literal

from scoring import Rubric, grade
from simulator.client import Client, Position
from simulator.rehearsal.ahead import Ahead
from simulator.rehearsal.branching import SEED, Branches, Branching, Trial
from simulator.rehearsal.exploring import Explored, Explorer
from simulator.rehearsal.farming import Farm, Field, farmed, first_of
from simulator.rehearsal.goals import reached
from simulator.rehearsal.players import PLAYERS, play, play_on
from simulator.rehearsal.playing import exchanged, header_of
from simulator.rehearsal.possible import Possible, possible
from simulator.rehearsal.repertoire import Act
from simulator.rehearsal.shortening import Turns, shortened, shortest
from simulator.scenario.coverage import unanswered
from simulator.scenario.load import Loaded
from simulator.scenario.model import Scenario
from simulator.scenario.source import Path_
from simulator.transcript.record import Transcript
from simulator.vocabulary.moves import TABOOS

Status = Literal["proved", "refuted", "open", "unused"]
BOUND = 2000
"""Positions kept unless something else is asked for."""
SCOUTS = (
    ("expert", 0), ("good", 1), ("good", 2), ("good", 3), ("beginner", 0), ("rule-breaker", 0), ("rule-breaker", 1),
    ("random", 1), ("random", 2),
)  # fmt: skip
"""Whose visits the exploration follows first."""
_SHORT_ENOUGH = 3
_TRIES = 16


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that should hold of a client, at ``path`` in the scenario.

    ``proved``: it holds, by a route that was played or by an argument that covers everything; ``refuted``: it does not,
    by a counterexample or because it is impossible; ``open``: not settled within the bound; ``unused``: out of reach,
    but inherited from an archetype, where others use it. ``route`` shows it; ``details`` fill the sentence.
    """

    code: str
    subject: str
    path: Path_
    status: Status
    route: Turns = ()
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proof:
    """All claims about one client, and how far the exploration went."""

    claims: tuple[Claim, ...]
    positions: int
    steps: int
    depth: int
    exhausted: bool

    def of(self, *status: Status) -> tuple[Claim, ...]:
        """The claims with one of these outcomes."""
        return tuple(claim for claim in self.claims if claim.status in status)


def prove(loaded: Loaded, rubric: Rubric, bound: int = BOUND, helpers: int = 0) -> Proof:
    """Explores the client and proves what can be proved within ``bound`` positions, with so many further processes.

    The proof is the same with any number of them.
    """
    client = Client(loaded.scenario)
    with Ahead[Any, Any](_Apart(loaded.scenario, client), helpers) as ahead:
        scouts = {(id, seed): play(loaded, PLAYERS[id], seed, client) for id, seed in SCOUTS}
        explorer = Explorer(client, bound, ahead)
        explorer.scout(tuple(exchange.trainee for exchange in visit.exchanges) for visit in scouts.values())
        found = explorer.run()
        fields = _fields([(n, node.position) for n, node in enumerate(found.nodes) if not node.position.over])
        claims: list[Claim] = []
        for claim in chain(
            _reachable(loaded, client, found, possible(loaded.scenario)),
            (_answered(loaded, found),),
            _passing(loaded, client, rubric, scouts[SCOUTS[0]], found, partial(ahead.give, fields)),
        ):
            claims.append(claim)
            ahead.give(fields)
        tried = (ahead.of(key, field, partial(tuple, fields[n:])) for n, (key, field) in enumerate(fields))
        claims.append(_unfarmed(found, first_of(tried)))
    return Proof(tuple(claims), len(found.nodes), found.steps, found.depth, found.exhausted)


_FARMS = "farms"


class _Apart:
    """What of a proof can be done apart: trying everything at a position, and repeating oneself at several."""

    def __init__(self, scenario: Scenario, client: Client | None = None) -> None:
        self._scenario = scenario
        self._branching = Branching(client or Client(scenario))

    def __reduce__(self) -> tuple[type["_Apart"], tuple[Scenario]]:
        return _Apart, (self._scenario,)

    def __call__(self, item: Trial | Field) -> Branches | Farm:
        if isinstance(item, Field):
            return farmed(self._branching.repertoire, item)
        return self._branching.of(*item)


def _own(loaded: Loaded, path: Path_) -> bool:
    return loaded.layers[0].source.has(path)


def _reachable(loaded: Loaded, client: Client, found: Explored, may: Possible) -> Iterator[Claim]:
    scenario = loaded.scenario
    for id in scenario.endings:
        yield _claim(loaded, client, found, "P301", f"ending:{id}", ("endings", id), id in may.endings)
    for id in scenario.needs:
        told = may.levels.get(id, 0) >= 2
        yield _claim(loaded, client, found, "P302", f"need:{id}:told", ("needs", id), told)
        if f"need:{id}:figures" in found.goals:
            goal = f"need:{id}:figures"
            yield _claim(loaded, client, found, "P303", goal, ("needs", id), may.levels.get(id, 0) >= 3)
    for id in scenario.remarks:
        yield _claim(loaded, client, found, "P304", f"raised:{id}", ("remarks", id), id in may.raised)


def _claim(loaded: Loaded, client: Client, found: Explored, code: str, goal: str, path: Path_, may: bool) -> Claim:
    subject = path[1]
    node = found.first.get(goal)
    if node is None:
        own = _own(loaded, path)
        status: Status = "unused" if not own else "open" if may else "refuted"
        return Claim(code, str(subject), path, status)
    route = found.route(node)
    if len(route) > found.depth + _SHORT_ENOUGH:
        route = shortest(client, route, SEED, lambda position: goal in set(reached(position)), _TRIES)
    return Claim(code, str(subject), path, "proved", route, {"turns": str(len(route))})


def _answered(loaded: Loaded, found: Explored) -> Claim:
    gaps = list(unanswered(loaded.scenario))
    if found.silent:
        state = found.nodes[found.silent[0]].position.state
        route = found.route(found.silent[0])
        return Claim("P305", state, ("states", state), "refuted", route, {"turns": str(len(route))})
    if gaps:
        return Claim("P305", gaps[0][0], ("states", gaps[0][0]), "refuted", (), {"value": gaps[0][1], "turns": "0"})
    return Claim("P305", "", ("id",), "proved", (), {"steps": str(found.steps)})


def _graded(
    loaded: Loaded, client: Client, rubric: Rubric, turns: Turns, like: Transcript
) -> tuple[float, bool, bool]:
    """Points, whether passed, and whether anything is held against a visit of these turns."""
    card = grade(visited(loaded, client, turns, like), rubric)
    return card.total, card.passed, bool(card.taboos or card.uncertain)


def visited(loaded: Loaded, client: Client, turns: Turns, like: Transcript) -> Transcript:
    """The visit of these turns, with the forms of another one."""
    position, opening = client.start(SEED)
    visit = Transcript(header_of(loaded, SEED, "proof"), preparation=like.preparation, opening=opening)
    for turn in turns:
        if position.over:
            break
        position, visit = exchanged(client, position, visit, turn)
    if not position.over:
        visit = replace(visit, ending=client.conclude(position)[2])
    return replace(visit, follow_up=dict(like.follow_up))


def _passing(
    loaded: Loaded,
    client: Client,
    rubric: Rubric,
    expert: Transcript,
    found: Explored,
    meanwhile: Callable[[], None],
) -> Iterator[Claim]:
    """That the pass mark can be reached without a taboo, and never with a red line; ``meanwhile`` is called often."""
    turns = tuple(e.trainee for e in expert.exchanges)
    total, passed, against = _graded(loaded, client, rubric, turns, expert)
    details = {"total": f"{total:g}", "mark": str(rubric.pass_mark)}
    if not passed or against:
        yield Claim("P306", "", ("id",), "open", turns, {**details, "turns": str(len(turns))})
        yield Claim("P307", "", ("id",), "open", (), {"visits": "0"})
        return

    def good(shorter: Turns) -> bool:
        meanwhile()
        _, still, wrong = _graded(loaded, client, rubric, shorter, expert)
        return still and not wrong

    route = shortened(turns, good, _TRIES)
    yield Claim("P306", "", ("id",), "proved", route, {**details, "turns": str(len(route))})
    yield _never_red(loaded, client, rubric, expert, found, meanwhile)


RED = tuple(id for id, taboo in TABOOS.items() if taboo.severity == "red" and not taboo.contextual)


def _never_red(
    loaded: Loaded,
    client: Client,
    rubric: Rubric,
    expert: Transcript,
    found: Explored,
    meanwhile: Callable[[], None],
) -> Claim:
    """A red line in the best visit, and the expert after giving in to each temptation: neither passes."""
    repertoire = Branching(client).repertoire
    turns = tuple(e.trainee for e in expert.exchanges)
    visits = 0
    for id in RED:
        meanwhile()
        at = len(turns) * (RED.index(id) + 1) // (len(RED) + 1)
        crossed = (*turns[:at], repertoire.turn(Act(id), found.nodes[0].position), *turns[at:])
        visits += 1
        if _graded(loaded, client, rubric, crossed, expert)[1]:
            return Claim("P307", id, ("id",), "refuted", crossed, {"turns": str(len(crossed)), "value": id})
    for goal, node in found.first.items():
        meanwhile()
        said = dict(found.nodes[node].position.said)
        red = [id for id in said if TABOOS[id].severity == "red"]
        if goal.startswith("yielded:") and red and not found.nodes[node].position.over:
            begun = replace(visited(loaded, client, found.route(node), expert), ending=None, follow_up={})
            after = play_on(client, PLAYERS["expert"], begun, 0)
            visits += 1
            if grade(after, rubric).passed:
                route = tuple(e.trainee for e in after.exchanges)
                remark = goal.partition(":")[2]
                details = {"turns": str(len(route)), "value": red[0]}
                return Claim("P307", red[0], ("remarks", remark), "refuted", route, details)
    return Claim("P307", "", ("id",), "proved", (), {"visits": str(visits)})


def _unfarmed(found: Explored, farm: Farm) -> Claim:
    if farm.move:
        route = (*found.route(farm.node), *farm.turns)
        details = {"value": farm.move, "gain": str(farm.gain), "turns": str(len(route))}
        return Claim("P308", farm.move, ("temperament",), "refuted", route, details)
    return Claim("P308", "", ("temperament",), "proved", (), {"steps": str(farm.steps)})


def _fields(positions: list[tuple[int, Position]], most: int = 10) -> list[tuple[tuple[str, int], Field]]:
    """The start, where everything is tried, and some others, evenly spread; each with a name of its own."""
    spread = positions[:: max(1, len(positions) // most)][:most]
    return [((_FARMS, n), Field(node, position, n == 0)) for n, (node, position) in enumerate(spread)]
