"""Whether a client has an answer to everything: every move and every taboo in every state where one talks."""

from collections.abc import Iterator

from simulator.scenario.model import GROUPS, Reaction, Scenario
from simulator.scenario.references import inherited_reactions
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


def always(reaction: Reaction) -> bool:
    """Whether nothing but the move itself is asked."""
    return not (reaction.topic or reaction.form or reaction.when or reaction.once)


def answered(reaction: Reaction) -> frozenset[str]:
    """The moves and taboos a reaction answers, groups spelled out."""
    moves = {id for name in reaction.move for id in GROUPS.get(name, (name,))}
    taboos = {id for name in reaction.taboo for id in (TABOOS if name == "any" else (name,))}
    return frozenset(moves | taboos)
