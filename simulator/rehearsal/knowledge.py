"""What a player may know of a client beforehand: which reactions bring out which need, and what answers which remark."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from simulator.client import Client
from simulator.client.statechart import triggers
from simulator.language.topics import Topics
from simulator.scenario.model import LEVELS, Reaction, Scenario
from simulator.scenario.references import inherited_reactions
from simulator.vocabulary.moves import MOVES


@dataclass(frozen=True)
class Knowledge:
    """Looked up once for each client."""

    scenario: Scenario
    topics: Topics

    @cached_property
    def revealing(self) -> dict[str, dict[str, tuple[tuple[str, Reaction, int], ...]]]:
        """By state and need: the reactions that bring it out, with their place and how far, in the order they are tried."""
        found: dict[str, dict[str, list[tuple[str, Reaction, int]]]] = {}
        for state in self.scenario.states:
            for path, reaction in inherited_reactions(self.scenario, state):
                for need, level in reaction.reveal.items():
                    row = ("/".join(str(part) for part in path), reaction, LEVELS[level])
                    found.setdefault(state, {}).setdefault(need, []).append(row)
        return {state: {need: tuple(rows) for need, rows in needs.items()} for state, needs in found.items()}

    def word_for(self, id: str) -> str:
        """A topic, need or product in a word by which it is known when it is heard; its name where there is none."""
        if id not in self._words:
            self._words[id] = self._found_word(id)
        return self._words[id]

    def _found_word(self, id: str) -> str:
        scenario = self.scenario
        product = scenario.products.get(id)
        need = scenario.needs.get(id)
        topic = scenario.topics.get(id) or (scenario.topics.get(need.topic or "") if need is not None else None)
        wanted = {id, *([need.topic] if need is not None else [])}
        fact = scenario.facts.get(id)
        words = (
            *(fact.words if fact else ()),
            *(need.words if need else ()),
            *(topic.words if topic else ()),
            *(product.words if product else ()),
        )
        name = product.name if product else topic.name if topic else id
        known = (word for word in (name, *words) if self.topics.of(word, products=product is not None) in wanted)
        return next(known, words[0] if fact else name)

    def topic_of(self, clause: str, products: bool) -> str | None:
        """What a clause is about, by its words; each clause is looked through once."""
        if (clause, products) not in self._about:
            if len(self._about) > 5000:
                self._about.clear()
            self._about[clause, products] = self.topics.of(clause, products=products)
        return self._about[clause, products]

    @cached_property
    def _about(self) -> dict[tuple[str, bool], str | None]:
        return {}

    @cached_property
    def _words(self) -> dict[str, str]:
        return {}

    def products_for(self, needs: list[str]) -> list[tuple[str, list[str]]]:
        """Products that may be sold to this client and what they meet of ``needs``, the most useful first."""
        grade = self.scenario.profile.risk_grade or 1
        left, chosen = list(needs), []
        fit = {
            id: [need for need in product.meets if need in needs]
            for id, product in self.scenario.products.items()
            if (product.risk_grade or 1) <= grade
        }
        while left:
            best = max(fit, key=lambda id: len([need for need in fit[id] if need in left]), default=None)
            if best is None or not [need for need in fit[best] if need in left]:
                break
            chosen.append((best, [need for need in fit[best] if need in left]))
            left = [need for need in left if need not in fit[best]]
        return chosen


def ways(reaction: Reaction) -> Iterator[tuple[str, str | None]]:
    """The (move, topic) by which a reaction can be drawn; without topic where it asks for none."""
    topic = next((topic for topic in reaction.topic if topic != "none"), None)
    for id in triggers(reaction):
        if id in MOVES:
            yield id, None if not reaction.topic or "none" in reaction.topic else topic
            if topic is not None and "none" in reaction.topic:
                yield id, topic


_KNOWN: WeakKeyDictionary[Client, Knowledge] = WeakKeyDictionary()


def knowledge(client: Client) -> Knowledge:
    """What follows from the client's scenario; the same object for the same client."""
    if client not in _KNOWN:
        _KNOWN[client] = Knowledge(client.scenario, Topics(client.scenario))
    return _KNOWN[client]
