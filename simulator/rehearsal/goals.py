"""What there is to reach with a client, and how far a position is from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.client import Position
from simulator.rehearsal.wishes import Way, holds, missing, together, ways_against, ways_to
from simulator.scenario.condition import Environment
from simulator.scenario.model import ANYWHERE, LEVELS, Scenario
from simulator.scenario.references import reactions


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to reach: ``ending:id``, ``need:id:level``, ``raised:id``, ``settled:id``, ``state:id``, ``agreed``.

    ``ways`` are the alternatives, each a row of comparisons; only a guide, for a condition may say more.
    """

    id: str
    ways: tuple[Way, ...]

    def distance(self, known: Environment) -> int:
        """How much is missing on the nearest way, 0 where nothing seems to be."""
        return min((missing(way, known) for way in self.ways), default=0)

    def lacking(self, known: Environment) -> frozenset[str]:
        """The names whose comparisons do not hold on the nearest way."""
        way = min(self.ways, key=lambda way: missing(way, known), default=())
        return frozenset(name for name, sign, number in way if not holds(known.get(name, 0), sign, number))


def reached(position: Position) -> Iterator[str]:
    """The goals that a position has reached."""
    yield f"state:{position.state}"
    if position.ending is not None:
        yield f"ending:{position.ending}"
    for need, level in position.needs:
        for name, value in LEVELS.items():
            if value <= level:
                yield f"need:{need}:{name}"
    for id in position.raised:
        yield f"raised:{id}"
    for outcome in position.outcomes:
        yield outcome.replace(".", ":", 1)
    if position.table is not None:
        if position.table.round:
            yield "offered"
        if position.table.agreed:
            yield "agreed"


def goals_of(scenario: Scenario) -> dict[str, Goal]:
    """Every goal of a scenario by its id, in the order of the file."""
    ways: dict[str, list[Way]] = {f"ending:{id}": list(_ending(scenario, id)) for id in scenario.endings}
    for id in scenario.needs:
        ways[f"need:{id}:told"] = []
    for id, remark in scenario.remarks.items():
        ways[f"raised:{id}"] = list(ways_to(remark.when)) if remark.when is not None else []
        waiting: Way = ((f"waits.{id}", ">=", 1.0),)
        ways[f"answered:{id}"] = [waiting]
        if any(answer.taboo for answer in remark.answers.values()):
            ways[f"yielded:{id}"] = [waiting]
    for path, reaction in reactions(scenario):
        here = together(_where(path), ways_to(reaction.when))
        for need, level in reaction.reveal.items():
            for name, value in LEVELS.items():
                if 2 <= value <= LEVELS[level]:
                    ways.setdefault(f"need:{need}:{name}", []).extend(here)
        if reaction.go:
            ways.setdefault(f"state:{reaction.go}", []).extend(here)
        if reaction.end:
            ways[f"ending:{reaction.end}"].extend(here)
        for id in reaction.raise_:
            ways[f"raised:{id}"].extend(here)
    if scenario.bargaining is not None:
        ways["offered"] = list(ways_to(scenario.bargaining.opens))
        ways["agreed"] = [(("round", ">=", 1.0),)]
    return {id: Goal(id, tuple(dict.fromkeys(rows))) for id, rows in ways.items()}


def _ending(scenario: Scenario, id: str) -> tuple[Way, ...]:
    """What an ending asks for: that it holds itself, and that none before it does."""
    walkout = scenario.endings[id].kind == "walkout"
    parts = [ways_to(scenario.endings[id].when)]
    if walkout:
        parts.append(((("patience", "<", 1.0),),))
    for before, ending in scenario.endings.items():
        if before == id:
            break
        if (ending.kind == "walkout") == walkout:
            parts.append(ways_against(ending.when))
    return together(*parts)


def _where(path: tuple[str | int, ...]) -> tuple[Way, ...]:
    match path:
        case ("states", state, *_) if state != ANYWHERE:
            return (((f"in.{state}", ">=", 1.0),),)
        case ("remarks", remark, *_):
            return (((f"waits.{remark}", ">=", 1.0),),)
    return ((),)
