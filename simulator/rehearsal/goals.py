"""What there is to reach with a client, and how far a position is from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.client import Position
from simulator.rehearsal.wishes import FAR, Way, Wish, compared, together, ways_against, ways_to
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


_STATE, _UNKNOWN = 8, 6
"""What a state, or something else that nothing is known to lead to, is reckoned at."""


class Charted:
    """Goals, with what each comparison that leads to them takes first: worked out once for all moments.

    A comparison has a number, by which the ways name it.
    """

    def __init__(self, goals: dict[str, Goal]) -> None:
        self.goals = goals
        numbers: dict[Wish, int] = {}
        self.ways = {
            id: tuple([tuple([numbers.setdefault(wish, len(numbers)) for wish in way]) for way in goal.ways])
            for id, goal in goals.items()
        }
        self.wishes = tuple(numbers)
        self.compared = tuple([compared(wish) for wish in self.wishes])
        self.first = tuple([_before(goals, wish) for wish in self.wishes])


class Distances:
    """How far one moment is from goals: what is missing, and what that in turn takes.

    A state is as far as the nearest reaction that leads there, a remark that must wait for an answer as far as what
    makes the client say it, a need as far as what reveals it.
    """

    def __init__(self, charted: Charted, known: Environment) -> None:
        self._charted = charted
        self._own = [one.missing(known) for one in charted.compared]
        self._far: dict[str, int] = {}

    def of(self, id: str) -> int:
        """The distance of a goal, `FAR` or more where it is closed for good."""
        if id not in self._far:
            self._far[id] = _STATE * 4  # what leads back to itself is no way
            ways = self._charted.ways.get(id, ())
            self._far[id] = min([self._way(way) for way in ways], default=_UNKNOWN)
        return self._far[id]

    def lacking(self, id: str) -> frozenset[str]:
        """The plain names that are missing on the nearest way: moves, feelings, time."""
        found: set[str] = set()
        waiting, seen = [id], set()
        while waiting:
            here = waiting.pop()
            if here in seen or here not in self._charted.goals:
                continue
            seen.add(here)
            for number in min(self._charted.ways[here], key=self._way, default=()):
                if self._own[number]:
                    before = self._charted.first[number]
                    found.add(self._charted.wishes[number][0])
                    waiting += [before] if before else []
        return frozenset(found)

    def _way(self, way: tuple[int, ...]) -> int:
        far, own, first = 0, self._own, self._charted.first
        for number in way:
            before = first[number]
            far += own[number] if before is None or own[number] in (0, FAR) else 1 + self.of(before)
        return far


def _before(goals: dict[str, Goal], wish: Wish) -> str | None:
    """The goal that a wish takes first."""
    name, sign, number = wish
    space, _, id = name.partition(".")
    if sign not in (">=", ">", "=="):
        return None
    match space:
        case "in":
            return f"state:{id}" if f"state:{id}" in goals else None
        case "waits" | "with" | "raised":
            return f"raised:{id}"
        case "settled" | "answered":
            return f"answered:{id}"
        case "yielded" | "ignored":
            return f"{space}:{id}"
        case "revealed":
            level = "figures" if number + (sign == ">") >= LEVELS["figures"] else "told"
            return f"need:{id}:{level}" if f"need:{id}:{level}" in goals else None
    return None


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
        unsettled: Way = ((f"settled.{id}", "<", 1.0),)
        when = together((unsettled,), ways_to(remark.when)) if remark.when is not None else ()
        ways[f"raised:{id}"] = _unrivalled(scenario, id, when)
        waiting: Way = ((f"waits.{id}", ">=", 1.0),)
        ways[f"answered:{id}"] = [waiting]
        ways[f"ignored:{id}"] = [waiting]
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


def _unrivalled(scenario: Scenario, id: str, ways: tuple[Way, ...]) -> list[Way]:
    """Ways to a remark on which another that would shut it out, and is made before it, does not come either."""
    found: list[Way] = []
    before = list(scenario.remarks)[: list(scenario.remarks).index(id)]
    for way in ways:
        rivals = [name.partition(".")[2] for name, sign, _ in way if name.startswith("raised.") and sign == "<"]
        against = [ways_against(scenario.remarks[rival].when) for rival in rivals if rival in before]
        found += [open for open in together((way,), *against) if (f"raised.{id}", ">=", 1.0) not in open]
    return found


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
