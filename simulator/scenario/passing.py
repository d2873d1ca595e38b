"""Whether a visit can get through: states one cannot leave, endings that leave nothing for the rest, what is asked of a
bargaining that does not take place."""

import re
from collections.abc import Iterator

from simulator.scenario.condition import Comparison, Condition, Joined
from simulator.scenario.logic import possible
from simulator.scenario.model import ANYWHERE, Scenario
from simulator.scenario.references import TEMPLATE, TEMPLATE_NAMES, Fault, conditions, every_line, reactions

_NAMES = "|".join(TEMPLATE_NAMES)
_LOOKALIKE = re.compile(
    rf"[￥＄%]\{{?({_NAMES})\b|(?<!\$)\{{+({_NAMES})\}}+|\$[ ({{]+({_NAMES})\b(?!\}})|\$\(({_NAMES})\)", re.ASCII
)
_OF_BARGAINING = ("offered.", "agreed.")
_THE_DAY = "agreed.date"
"""The day of the next step is agreed with every client."""

_TERMS = frozenset({"terms", "mine", "bank", "gap", "granted", "heard", "rider", "figure", "agreed"})
_ASKED = frozenset({"ask_expectation"})
"""Who asks what the client wants may be told it, before any offer, too."""
_SUBJECTS = frozenset({"topics", "needs", "products", "facts"})


def impassable(scenario: Scenario) -> Iterator[Fault]:
    """Every such fault with its path."""
    yield from _nowhere(scenario)
    yield from _dead_ends(scenario)
    yield from _unnamed(scenario)
    yield from _last_ending(scenario)
    yield from _without_bargaining(scenario)
    yield from _lookalikes(scenario)
    yield from _before_terms(scenario)
    if scenario.visit == "negotiation" and scenario.bargaining is None:
        yield ("visit",), "S456", {}
    yield from _too_risky(scenario)


SAFEST = 1
"""The grade of risk (R1) that meets a need of somebody vulnerable even without a valid test."""


def _too_risky(scenario: Scenario) -> Iterator[Fault]:
    """Products said to meet a need of a client who may not be sold them: above his grade, or without a valid test."""
    grade = scenario.profile.risk_grade
    for id, product in scenario.products.items():
        risk = product.risk_grade or 0
        if not product.meets:
            continue
        if grade is not None and risk > grade:
            yield ("products", id, "risk_grade"), "S457", {"value": str(risk), "grade": str(grade)}
        elif grade is None and scenario.profile.vulnerable and risk > SAFEST:
            yield ("products", id, "meets"), "S470", {"value": str(risk)}


def _nowhere(scenario: Scenario) -> Iterator[Fault]:
    """``anywhere`` is no state that one can be in."""
    if scenario.first == ANYWHERE:
        yield ("first",), "S444", {}
    for path, reaction in reactions(scenario):
        if reaction.go == ANYWHERE:
            yield (*path, "go"), "S444", {}
    for id, state in scenario.states.items():
        if state.inside == ANYWHERE:
            yield ("states", id, "inside"), "S444", {}


def _dead_ends(scenario: Scenario) -> Iterator[Fault]:
    """States out of which nothing written for them leads, and that nothing asks for: neither a way nor a goal."""
    leaving: dict[str, set[str]] = {}
    for id, state in scenario.states.items():
        ways = leaving.setdefault(id, set())
        ways.update(reaction.go for reaction in state.on.values() if reaction.go)
        ways.update("" for reaction in state.on.values() if reaction.end)
    for id, state in scenario.states.items():
        if state.final or id == ANYWHERE:
            continue
        out, here, seen = set[str](), id, set[str]()
        while here in scenario.states and here not in seen:
            seen.add(here)
            out |= leaving[here]
            here = scenario.states[here].inside or ""
        asked = any(f"in.{id}" in condition.names for path, condition in conditions(scenario))
        if not out - {id} and not asked:
            yield ("states", id), "S451", {"value": id}


def _unnamed(scenario: Scenario) -> Iterator[Fault]:
    for id, state in scenario.states.items():
        if id != ANYWHERE and "name" not in state.model_fields_set:
            yield ("states", id), "S101", {"key": "name"}


def _last_ending(scenario: Scenario) -> Iterator[Fault]:
    """Where every ending asks for something, there may be none that fits."""
    stayed = [id for id, ending in scenario.endings.items() if ending.kind != "walkout"]
    if stayed and all(scenario.endings[id].when is not None for id in stayed):
        yield ("endings", stayed[-1], "when"), "S450", {"value": stayed[-1]}


def _without_bargaining(scenario: Scenario) -> Iterator[Fault]:
    """Conditions that only a bargaining could fulfil, with a client who does not bargain."""
    if scenario.bargaining is not None:
        return
    for path, condition in conditions(scenario):
        names = (name for name in condition.names if name != _THE_DAY)
        asked = [name for name in names if name.startswith(_OF_BARGAINING) or name == "round"]
        if asked:
            none = tuple(Comparison(name, "==", 0.0) for name in asked)
            if possible(condition.tree) and not possible(Joined("and", (condition.tree, *none))):
                yield path, "S453", {"value": condition.text}


def _before_terms(scenario: Scenario) -> Iterator[Fault]:
    """Terms in lines that may be said before any are on the table."""
    if scenario.bargaining is None:
        return
    by_path = dict(reactions(scenario))
    for path, line in every_line(scenario):
        place = path[: path.index("say")] if "say" in path else path
        reaction = by_path.get(place)
        if path[0] == "bargaining" or (reaction is not None and _of_bargaining(reaction.when)):
            continue
        told = path[0] in _SUBJECTS or (
            reaction is not None and bool(reaction.move) and set(reaction.move) <= _ASKED
        )
        for match in TEMPLATE.finditer(line):
            name = match[1] or match[2]
            if name in _TERMS and not (name == "mine" and told):
                yield path, "S502", {"value": name}


def _of_bargaining(condition: Condition | None) -> bool:
    """Whether a condition holds only once something was offered or agreed."""
    asked = (
        [name for name in condition.names if name.startswith(_OF_BARGAINING) or name == "round"]
        if condition
        else []
    )
    none = tuple(Comparison(name, "==", 0.0) for name in asked if name != _THE_DAY)
    return condition is not None and bool(none) and not possible(Joined("and", (condition.tree, *none)))


def _lookalikes(scenario: Scenario) -> Iterator[Fault]:
    """Templates that would be said as they stand."""
    for path, line in every_line(scenario):
        if found := _LOOKALIKE.search(line):
            name = next(group for group in found.groups() if group)
            yield path, "S449", {"value": found[0], "name": name}
        if path[-3] == "accept" and any((m[1] or m[2]) == "gap" for m in TEMPLATE.finditer(line)):
            yield path, "S303", {"value": "gap", "allowed": "$terms, $mine, $address"}
