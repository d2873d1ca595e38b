"""Whether a client has an answer to everything: every move and every taboo in every state where one talks."""

from collections.abc import Iterator

from simulator.scenario.model import GROUPS, Reaction, Scenario, needs_a_day
from simulator.scenario.references import Fault, inherited_reactions
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import MOVES, TABOOS


def unanswered(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Every (state, move or taboo) for which no reaction with words holds whatever the moment.

    Conditions, topics and forms narrow a reaction; only one without them is a net that always holds.
    """
    for id, state in scenario.states.items():
        if state.final or id == "anywhere":
            continue
        caught: set[str] = set()
        for _, reaction in inherited_reactions(scenario, id):
            if always(reaction) and reaction.say.all:
                caught.update(answered(reaction))
        heard = (id for id, taboo in TABOOS.items() if not taboo.contextual)
        for name in (*MOVES, *heard):
            if name not in caught:
                yield id, name


def unanswered_faults(scenario: Scenario) -> Iterator[Fault]:
    """The same as findings. Where one narrowed reaction is all that the states have for a move, it is the one to mend, and told once."""
    states: dict[str, list[str]] = {}
    for state, name in unanswered(scenario):
        states.setdefault(name, []).append(state)
    for name, without in states.items():
        narrowed = _narrowed(scenario, name, without)
        if narrowed is None:
            for state in without:
                yield ("states", state), "S401", {"state": state, "value": name}
        else:
            yield narrowed, "S461", {"value": name, "key": str(narrowed[-1]), "states": ", ".join(without)}


def _narrowed(scenario: Scenario, name: str, states: list[str]) -> Path_ | None:
    """The last reaction that all ``states`` have for ``name``, with the key that narrows it; None where they share none."""
    shared: Path_ | None = None
    for number, state in enumerate(states):
        own = [
            (path, one)
            for path, one in inherited_reactions(scenario, state)
            if name in answered(one) and one.say.all and not one.topic
        ]
        if not own or (number and own[-1][0] != (shared or ())[:-1]):
            return None
        path, reaction = own[-1]
        key = next((key for key in ("when", "form", "once") if getattr(reaction, key)), "")
        if not key:
            return None
        shared = (*path, key)
    return shared


def always(reaction: Reaction) -> bool:
    """Whether nothing but the move itself is asked, not even that a day was named for the lines to tell."""
    narrowed = reaction.topic or reaction.form or reaction.when or reaction.once
    return not narrowed and not needs_a_day(reaction.say.all)


def answered(reaction: Reaction) -> frozenset[str]:
    """The moves and taboos a reaction answers, groups spelled out."""
    moves = {id for name in reaction.move for id in GROUPS.get(name, (name,))}
    taboos = {id for name in reaction.taboo for id in (TABOOS if name == "any" else (name,))}
    return frozenset(moves | taboos)
