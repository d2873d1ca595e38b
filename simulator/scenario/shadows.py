"""Reactions, endings and conditions that never get their turn: an earlier one answers first, or they cannot hold."""

from collections.abc import Iterator, Sequence

from simulator.scenario.condition import Tree
from simulator.scenario.coverage import answered
from simulator.scenario.logic import always, apart, covered, possible
from simulator.scenario.model import Reaction, Scenario
from simulator.scenario.references import Fault, conditions
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import MOVES

Listed = list[tuple[Path_, Reaction]]


def never_reached(scenario: Scenario) -> Iterator[Fault]:
    """Every such reaction, ending and condition with its path."""
    hopeless: set[Path_] = set()
    for path, condition in conditions(scenario):
        if not possible(condition.tree):
            hopeless.add(path[:-1])
            if possible(apart(condition.tree)):
                states = ", ".join(name[len("in.") :] for name in condition.names if name.startswith("in."))
                yield path, "S501", {"value": condition.text, "states": states}
            else:
                yield path, "S412", {"value": condition.text}
        elif always(condition.tree):
            yield path, "S413", {"value": "true" if condition.text == "1" else condition.text}
    for listed in _lists(scenario):
        for at, (path, reaction) in enumerate(listed):
            if path not in hopeless and (earlier := _shadowing(reaction, listed[:at])):
                yield path, "S411", {"value": earlier}
    yield from _endings(scenario, hopeless)


def _lists(scenario: Scenario) -> Iterator[Listed]:
    """Reactions in the order in which they are tried, of each state, remark and person."""
    for state_id, state in scenario.states.items():
        yield [(("states", state_id, "on", id), reaction) for id, reaction in state.on.items()]
    for remark_id, remark in scenario.remarks.items():
        parts = (("answers", remark.answers), ("partial", remark.partial))
        yield [
            (("remarks", remark_id, part, id), reaction)
            for part, answers in parts
            for id, reaction in answers.items()
        ]
    for person_id, person in scenario.people.items():
        yield [(("people", person_id, "answers", id), reaction) for id, reaction in person.answers.items()]


def _shadowing(late: Reaction, earlier: Listed) -> str:
    """The reaction that takes the last of what ``late`` answers, or nothing where something is left to it."""
    name = ""
    tree = late.when.tree if late.when else None
    for trigger in sorted(answered(late)):
        move = trigger in MOVES
        for topic in (late.topic or ("",)) if move else ("",):
            rivals = [
                (str(path[-1]), one)
                for path, one in earlier
                if trigger in answered(one) and not one.once and (not move or _takes(one, topic, late.form))
            ]
            free = next((id for id, one in rivals if one.when is None), "")
            if not free and not covered(tree, [one.when.tree for _, one in rivals if one.when is not None]):
                return ""
            name = free or _alone(tree, rivals)
    return name


def _takes(earlier: Reaction, topic: str, form: str | None) -> bool:
    """Whether a reaction takes every act on ``topic`` ("" is any) in ``form`` (None is either)."""
    return (not earlier.topic or topic in earlier.topic) and (earlier.form is None or earlier.form == form)


def _alone(tree: Tree | None, rivals: Sequence[tuple[str, Reaction]]) -> str:
    """The first of the rivals that covers ``tree`` by itself, else the last."""
    for id, one in rivals:
        if one.when is not None and covered(tree, [one.when.tree]):
            return id
    return rivals[-1][0]


def _endings(scenario: Scenario, hopeless: set[Path_]) -> Iterator[Fault]:
    """Endings that an earlier one hides. The last of its kind may well stand there for safety."""
    named = {reaction.end for listed in _lists(scenario) for _, reaction in listed}
    for walkout in (False, True):
        group = [(id, ending) for id, ending in scenario.endings.items() if (ending.kind == "walkout") == walkout]
        trees: list[Tree] = []
        for at, (id, ending) in enumerate(group):
            path = ("endings", id)
            if ending.when is None:
                if hidden := [other for other, _ in group[at + 1 :] if other not in named]:
                    yield path, "S416", {"value": ", ".join(hidden[:3])}
                break
            tree = ending.when.tree
            if path not in hopeless and id not in named and covered(tree, trees):
                before = [other for other, _ in group[:at]]
                at_once = [other for other, had in zip(before, trees, strict=True) if covered(tree, [had])]
                yield path, "S415", {"value": (at_once or before)[0]}
            trees.append(tree)
