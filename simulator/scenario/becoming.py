"""What can ever come true in a visit: conditions that wait for what never comes, or for each other.

From the first state on, everything that might happen is taken to happen, until nothing is added (a least fixed point). Trust, patience
and what the trainee says are free; what stays false then is false in every visit. Of conditions that wait for each other only the one
is told without which the others would come true.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.i18n import N_
from simulator.scenario.condition import Comparison, Condition, Tree
from simulator.scenario.logic import Bounds, bounds, possible
from simulator.scenario.model import ANYWHERE, LEVELS, Reaction, Remark, Scenario
from simulator.scenario.references import Fault, conditions, inherited_reactions, reactions
from simulator.scenario.source import Path_

_FREE = frozenset({"trust", "patience", "turn", "stage", "since_remark", "heard", "said"})
MOST_WAITING = 40
"""Conditions never true that are looked into one by one; more of them come of one slip, of which the first ones tell enough."""


def finals(scenario: Scenario) -> Iterator[Fault]:
    """States that end the visit on being entered, and yet have something to say."""
    for id, state in scenario.states.items():
        if state.final and any(reaction.say.all for reaction in state.on.values()):
            yield ("states", id, "final"), "S458", {"value": id}


FEWEST = 6
"""A visit that lasts fewer turns, if nothing makes the client more patient, is none in which anything can come out."""


def over_at_once(scenario: Scenario) -> Iterator[Fault]:
    """Visits that are over before anything can be said."""
    first = scenario.states.get(scenario.first)
    if first is not None and first.final:
        yield ("first",), "S467", {"value": scenario.first}
    if scenario.temperament.patience <= scenario.temperament.tiring:
        yield ("temperament", "patience"), "S468", {"value": str(scenario.temperament.patience)}
    elif scenario.temperament.tiring:
        lasts = -(-scenario.temperament.patience // scenario.temperament.tiring)
        if lasts < FEWEST:
            details = {"value": str(scenario.temperament.patience), "n": str(lasts)}
            yield ("temperament", "patience"), "S471", {**details, "cost": str(scenario.temperament.tiring)}


def never_true(scenario: Scenario, told: frozenset[Path_]) -> Iterator[Fault]:
    """Conditions that no visit makes true, though nothing in them is impossible; ``told`` are paths of which that was said already."""
    at_first = _Course(scenario, told)
    waiting = [
        (path, one) for path, one in conditions(scenario) if path not in told and not at_first.holds(path, one)
    ]
    for _ in range(MOST_WAITING):
        if not waiting:
            return
        best, left = 0, waiting
        for number, (path, _one) in enumerate(waiting[:MOST_WAITING]):
            course = _Course(scenario, told | {path})
            still = [(where, one) for where, one in waiting if where != path and not course.holds(where, one)]
            if number == 0 or len(still) < len(left):
                best, left = number, still
        path, condition = waiting[best]
        freed = {str(where[1]) for where, _one in waiting if where[0] == "remarks" and where[2] == "when"}
        freed -= {str(where[1]) for where, _one in left}
        others = sorted({name.partition(".")[2] for name in condition.names} & (freed - {str(path[1])}))
        if others:
            yield path, "S460", {"value": condition.text, "others": ", ".join(others)}
        else:
            yield path, "S459", _lacking(path, condition, _Course(scenario, told))
        told, waiting = told | {path}, left


def _lacking(path: Path_, condition: Condition, course: "_Course") -> dict[str, str]:
    """Which part of a condition never comes about, and why where it only waits for what itself brings about."""
    within = course.within(path)
    never = [one for one in _comparisons(condition.tree) if not possible(one, within)]
    names = {str(term) for one in never for term in (one.left, one.right) if isinstance(term, str)}

    def freed(free: str) -> Bounds:
        return lambda name: bounds(name) if name == free else within(name)

    alone = {name for name in names if possible(condition.tree, freed(name))}
    told = [one for one in never if not alone or {one.left, one.right} & alone]
    asked = alone or names
    hint = ""
    if path[0] == "remarks" and path[2:] == ("when",) and _of_remark(asked, str(path[1])):
        hint = N_(" (only this remark itself brings it about)")
    elif path == ("bargaining", "opens") and any(name.partition(".")[0] in _BARGAINED for name in asked):
        hint = N_(
            " (only bargaining brings it about, and that begins when this holds: write what comes earlier, such as heard.question >= 3)"
        )
    return {"value": ", ".join(dict.fromkeys(map(_written, told))) or condition.text, "hint": hint}


_OF_REMARKS = ("raised", "settled", "answered", "yielded", "ignored", "with")
"""What only a remark that was made brings about."""
_BARGAINED = frozenset({"round", "offered", "agreed"})


def _of_remark(names: set[str], id: str) -> bool:
    return any(f"{space}.{id}" in names for space in _OF_REMARKS)


def _comparisons(tree: Tree) -> Iterator[Comparison]:
    """The comparisons of a condition that are not denied."""
    if isinstance(tree, Comparison):
        yield tree
    elif tree.word != "not":
        for part in tree.parts:
            yield from _comparisons(part)


def _written(one: Comparison) -> str:
    """A comparison as its author writes it."""
    left, right = (term if isinstance(term, str) else f"{term:g}" for term in (one.left, one.right))
    return left if (one.sign, one.right) == ("!=", 0) else f"{left} {one.sign} {right}"


@dataclass
class _Course:
    """What may happen, the conditions of ``told`` taken for true."""

    scenario: Scenario
    told: frozenset[Path_]
    most: dict[str, float] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        scenario = self.scenario
        self.made = {id for _, reaction in reactions(scenario) for id in reaction.raise_}
        self.entered_by = {reaction.go for _, reaction in reactions(scenario) if reaction.go}
        self.revealed_by = {need for _, reaction in reactions(scenario) for need in reaction.reveal}
        self.enter(scenario.first)
        for id, state in scenario.states.items():
            if id not in self.entered_by and id != ANYWHERE and not state.final:
                self.enter(id)  # that nothing leads there is told by itself
        for id in scenario.needs.keys() - self.revealed_by:
            self.most[f"revealed.{id}"] = 3  # as is that it never comes out
        before = -1
        while before != (before := len(self.most) + sum(map(int, self.most.values())) + len(self.ended)):
            self.step()

    def bounds(self, name: str) -> tuple[float, float]:
        """The least and the most of a quantity, as far as the visit has come."""
        least, most = bounds(name)
        space = name.partition(".")[0]
        return (least, most) if space in _FREE else (least, min(most, self.most.get(name, 0)))

    def holds(self, path: Path_, condition: Condition) -> bool:
        """Whether a condition can have come true, at its place."""
        return path in self.told or possible(condition.tree, self.within(path))

    def within(self, path: Path_) -> Bounds:
        """The bounds of the quantities at a place: the state that ended the visit counts for what is told of it."""
        return self.after if path[0] == "endings" else self.bounds

    def after(self, name: str) -> tuple[float, float]:
        """The same when the visit is over."""
        return (0, 1) if name.startswith("in.") and name[3:] in self.ended else self.bounds(name)

    def enter(self, id: str) -> None:
        """The visit comes to a state."""
        state = self.scenario.states.get(id)
        if state is not None and state.final:
            self.ended.add(id)
            if not any(reaction.say.all for reaction in state.on.values()):  # else that is told by itself
                return
        self.most[f"in.{id}"] = 1

    def step(self) -> None:
        """Lets everything happen that can."""
        scenario = self.scenario
        for id in scenario.states:
            if self.most.get(f"in.{id}"):
                for path, reaction in inherited_reactions(scenario, id):
                    self.react(path, reaction)
        for id, remark in scenario.remarks.items():
            condition = remark.when
            by_itself = condition is not None and self.holds(("remarks", id, "when"), condition)
            if by_itself or (condition is None and id not in self.made) or self.most.get(f"raised.{id}"):
                self.remark(id, remark)
        for id, person in scenario.people.items():
            if person.when is None or self.holds(("people", id, "when"), person.when):
                for name, reaction in person.answers.items():
                    self.react(("people", id, "answers", name), reaction)
        self.bargain()
        self.most["agreed.date"] = 1

    def remark(self, id: str, remark: Remark) -> None:
        """The client makes a remark, and it may be answered or passed over."""
        for space in ("raised", "settled", "answered", "ignored", "with"):
            self.most[f"{space}.{id}"] = 1
        for part, answers in (("answers", remark.answers), ("partial", remark.partial)):
            for name, reaction in answers.items():
                if part == "answers" and reaction.taboo:
                    self.most[f"yielded.{id}"] = 1
                self.react(("remarks", id, part, name), reaction)

    def react(self, path: Path_, reaction: Reaction) -> None:
        """A reaction comes about, if it can."""
        if reaction.when is not None and not self.holds((*path, "when"), reaction.when):
            return
        for need, level in reaction.reveal.items():
            self.raise_to(f"revealed.{need}", LEVELS[level])
        if reaction.go:
            self.enter(reaction.go)
        for id in reaction.raise_:
            self.raise_to(f"raised.{id}", 1)
        for id in reaction.settle:
            for space in ("settled", "answered", "yielded"):
                self.raise_to(f"{space}.{id}", 1)

    def bargain(self) -> None:
        """Offers are heard and agreed, if they can be."""
        bargaining = self.scenario.bargaining
        if bargaining is None or (bargaining.opens and not self.holds(("bargaining", "opens"), bargaining.opens)):
            return
        self.most["round"] = 1000
        for id in (*bargaining.issues, "any"):
            self.most[f"offered.{id}"] = self.most[f"agreed.{id}"] = 1

    def raise_to(self, name: str, level: float) -> None:
        """A quantity can come as far as ``level``."""
        self.most[name] = max(level, self.most.get(name, 0))
