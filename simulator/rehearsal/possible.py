"""What can happen at all, seen generously: what is not possible even so is proved impossible.

Every value is allowed that the parts of the scenario could ever give: any trust, patience and time, anything heard and
said; a need as far as some reaction that is itself possible brings it out; a remark that something possible raises. The
order of reactions is left aside. Each round allows more, until nothing is added; so the answer errs only towards
"possible".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from simulator.scenario.condition import Condition
from simulator.scenario.model import LEVELS, Reaction, Scenario
from simulator.scenario.references import inherited_reactions

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MOST = 60_000
"""Assignments tried for one condition; what would take more counts as possible."""


@dataclass
class Possible:
    """What may come about in a scenario."""

    states: set[str]
    levels: dict[str, int] = field(default_factory=dict)
    raised: set[str] = field(default_factory=set)
    settled: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)

    def size(self) -> int:
        """Grows with everything that is added."""
        return len(self.states) + sum(self.levels.values()) + len(self.raised) + len(self.settled)


def possible(scenario: Scenario) -> Possible:
    """Everything that may come about."""
    found = Possible({scenario.first})
    before = -1
    done: set[int] = set()
    """The reactions known to be possible; that never changes."""
    while found.size() != before:
        before = found.size()
        for state in tuple(found.states):
            for _, reaction in inherited_reactions(scenario, state):
                _happen(scenario, found, reaction, done)
        for id, remark in scenario.remarks.items():
            if remark.when is not None and _may(scenario, found, remark.when):
                found.raised.add(id)
            if id in found.raised:
                for reaction in remark.answers.values():
                    if _happen(scenario, found, reaction, done):
                        found.settled.add(id)
                for reaction in remark.partial.values():
                    _happen(scenario, found, reaction, done)
        for person in scenario.people.values():
            if person.when is None or _may(scenario, found, person.when):
                for reaction in person.answers.values():
                    _happen(scenario, found, reaction, done)
    found.endings |= _endings(scenario, found)
    return found


def _happen(scenario: Scenario, found: Possible, reaction: Reaction, done: set[int]) -> bool:
    """Adds what a reaction brings about, where it is possible."""
    if id(reaction) in done:
        return True
    if reaction.when is not None and not _may(scenario, found, reaction.when):
        return False
    done.add(id(reaction))
    for need, level in reaction.reveal.items():
        found.levels[need] = max(found.levels.get(need, 0), LEVELS[level])
    if reaction.go is not None:
        found.states.add(reaction.go)
    if reaction.end is not None:
        found.endings.add(reaction.end)
    found.raised.update(reaction.raise_)
    found.settled.update(reaction.settle)
    return True


def _endings(scenario: Scenario, found: Possible) -> set[str]:
    """The endings that may be chosen when a visit ends: by themselves, and with none before them."""
    chosen = {next(reversed(scenario.endings))}
    for walkout in (True, False):
        before: list[Condition] = []
        certain = False
        for id, ending in scenario.endings.items():
            if (ending.kind == "walkout") != walkout:
                continue
            if not certain and _may_all(scenario, found, [ending.when] if ending.when else [], before):
                chosen.add(id)
            if ending.when is None:
                certain = True
            else:
                before.append(ending.when)
    return chosen


def _may(scenario: Scenario, found: Possible, condition: Condition) -> bool:
    return _may_all(scenario, found, [condition], [])


def _may_all(scenario: Scenario, found: Possible, true: list[Condition], false: list[Condition]) -> bool:
    """Whether some allowed values make all of ``true`` hold and none of ``false``."""
    names = list(dict.fromkeys(name for condition in (*true, *false) for name in condition.names))
    texts = " ".join(condition.text for condition in (*true, *false))
    numbers = {float(number) for number in _NUMBER.findall(texts)}
    values = [_values(scenario, found, name, numbers) for name in names]
    size = 1
    for allowed in values:
        size *= len(allowed)
    if size > _MOST:
        return not false or _may_all(scenario, found, true, [])
    for assignment in product(*values):
        known = dict(zip(names, assignment, strict=True))
        if all(c.holds(known) for c in true) and not any(c.holds(known) for c in false):
            return True
    return not names and not true and not false


def _values(scenario: Scenario, found: Possible, name: str, numbers: Iterable[float]) -> tuple[float, ...]:
    space, dot, id = name.partition(".")
    near = {0.0, 1.0, *(value for number in numbers for value in (number - 1, number, number + 1) if value >= 0)}
    table = scenario.bargaining is not None
    if not dot:
        if name == "round" and not table:
            return (0.0,)
        return tuple(sorted(value for value in near if value <= 100 or name not in ("trust", "patience")))
    match space:
        case "heard" | "said":
            return tuple(sorted(near))
        case "revealed":
            return tuple(float(level) for level in range(found.levels.get(id, 0) + 1))
        case "in":
            return (0.0, 1.0) if id in found.states else (0.0,)
        case "settled" | "answered" | "yielded":
            return (0.0, 1.0) if id in found.settled else (0.0,)
        case "raised" | "ignored" | "with":
            return (0.0, 1.0) if id in found.raised else (0.0,)
        case "offered" | "agreed":
            return (0.0, 1.0) if table or id == "date" else (0.0,)
    return tuple(sorted(near))
