"""A transcript as the criteria look at it: acts, sentences, events and offers, indexed once, so that grading stays linear
in turns."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from operator import attrgetter

from scoring import plain_acts
from scoring.act import PROPOSAL, QUESTION, REMARK, RESTATED, STATEMENT, TAKEN_UP, Act
from scoring.echoes import content, shares
from scoring.excused import excused
from scoring.heard import COURTESIES, Hearing
from scoring.offers import Offer, offer_log
from scoring.sentence_view import SentenceView
from scoring.texts import Texts, WordLists
from simulator.vocabulary.turn import TabooMade

__all__ = ["COURTESIES", "Act", "Happening", "Hearing", "TabooHeard", "VisitView"]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on the client's side, ``kind:id`` in the transcript, after the trainee's turn at ``index``."""

    index: int
    turn: int
    kind: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class TabooHeard:
    """A taboo that the recogniser heard."""

    turn: int
    id: str
    clause: str


_OF_TRAINEES, _OF_CLIENTS = WordLists(), WordLists()
"""The word lists that each side's lines are looked through for."""


@dataclass(frozen=True)
class VisitView(SentenceView):
    """One visit, ready to be asked about."""

    def acts_of(self, moves: tuple[str, ...]) -> list[Act]:
        """The acts of any of ``moves``, in the order of the visit."""
        if moves not in self._acts_of:
            made = [acts for acts in map(self._made, moves) if acts]
            found = list(chain.from_iterable(made))
            if len(made) > 1:
                found.sort(key=attrgetter("index", "order"))
            self._acts_of[moves] = found
        return self._acts_of[moves]

    def _made(self, move: str) -> tuple[Act, ...]:
        if move == QUESTION:
            return self.questions
        if move == REMARK:
            return self.remarks
        if move == STATEMENT:
            return self.statements
        if move == PROPOSAL:
            return self.proposals
        if move == TAKEN_UP:
            return self.needs_taken_up
        if move == RESTATED:
            return plain_acts.needs_restated(self)
        return self.by_move.get(move, ())

    @cached_property
    def whole(self) -> "VisitView":
        """The visit with what was said improperly: what must not be said is looked for there."""
        return replace(self, all_said=True) if self.improper else self

    @cached_property
    def proposals(self) -> tuple[Act, ...]:
        """Every sentence that puts something forward."""
        return plain_acts.proposals(self)

    @cached_property
    def needs_taken_up(self) -> tuple[Act, ...]:
        """Every sentence that takes up what the client has told of a need."""
        return plain_acts.needs_taken_up(self)

    @cached_property
    def needs_words(self) -> tuple[frozenset[str], ...]:
        """For each turn the words of the needs known before it."""
        return plain_acts.needs_words(self)

    @cached_property
    def _acts_of(self) -> dict[tuple[str, ...], list[Act]]:
        return {}

    def topics(self, wanted: tuple[str, ...]) -> frozenset[str]:
        """Ids of the scenario for a criterion's topics, the general ones (``any_need`` ...) spelt out."""
        return frozenset(id for topic in wanted for id in self._general.get(topic, (topic,)))

    @cached_property
    def _general(self) -> dict[str, tuple[str, ...]]:
        needs, products = self.brief.needs, self.brief.products
        return {
            "any_need": tuple(id for need in needs for id in (need.id, need.topic) if id),
            "latent_need": tuple(
                id for need in needs if need.kind == "latent" for id in (need.id, need.topic) if id
            ),
            "any_product": tuple(product.id for product in products),
            "investment": tuple(product.id for product in products if (product.risk_grade or 0) >= 2),
        }

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """The client's events, in order."""
        return tuple(
            Happening(index, exchange.turn, *_split(event), exchange.client.text)
            for index, exchange in enumerate(self.exchanges)
            for event in exchange.client.events
        )

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """The log of offers."""
        return offer_log(self.transcript, self.hearing.confidence)

    @cached_property
    def taboos(self) -> tuple[TabooHeard, ...]:
        """The taboos that were heard clearly enough to count, in order."""
        return tuple(
            TabooHeard(turn, taboo.id, taboo.clause)
            for turn, taboo in self.taboos_heard
            if taboo.confidence >= self.hearing.taboo_confidence
        )

    @cached_property
    def taboos_heard(self) -> tuple[tuple[int, TabooMade], ...]:
        """Every taboo that was heard, however surely, with its turn; not what the talk around it excuses."""
        return tuple(
            (exchange.turn, taboo)
            for index, exchange in enumerate(self.exchanges)
            for taboo in exchange.trainee.taboos
            if not excused(exchange, self.exchanges[index - 1] if index else None, taboo, self._known)
        )

    @cached_property
    def _known(self) -> str:
        """What is known of the client from the start, in lower case."""
        told = [self.brief.organisation, *(need.statement for need in self.brief.needs), self.transcript.opening]
        return " ".join(told).lower()

    @cached_property
    def memo(self) -> dict[str, object]:
        """Room for what others found out about this visit and need again."""
        return {}

    def turns_with(self, words: tuple[str, ...]) -> frozenset[int]:
        """The positions of the turns in which one of the literal patterns stands, within one sentence."""
        places = self.places_with(words)
        return frozenset(self.sentences[place].index for place in places) if places else places

    def places_with(self, words: tuple[str, ...]) -> frozenset[int]:
        """The places of the sentences in which one of the literal patterns stands."""
        return self._said.having(words)

    def client_lines_with(self, words: tuple[str, ...]) -> frozenset[int]:
        """The positions of the turns after which the client says one of the patterns; -1 for the line before the first."""
        return self._answered.having(words)

    @cached_property
    def _said(self) -> Texts:
        return Texts(tuple([sentence.text for sentence in self.sentences]), _OF_TRAINEES)

    @cached_property
    def _answered(self) -> Texts:
        return Texts((self.transcript.opening, *[e.client.text for e in self.exchanges]), _OF_CLIENTS, -1)

    @cached_property
    def talk(self) -> tuple[int, int]:
        """Characters of the trainee and of the client."""
        mine = sum([len(exchange.trainee.text) for exchange in self.exchanges])
        return mine, sum([len(exchange.client.text) for exchange in self.exchanges])

    @cached_property
    def lowest_trust(self) -> int:
        """The least that the client trusted the trainee, 0-100; of a visit with turns."""
        return min([exchange.client.trust for exchange in self.exchanges])

    @cached_property
    def echoing(self) -> frozenset[int]:
        """The positions of the turns that take up content of the client's last line."""
        return frozenset(
            index
            for index, text in enumerate(self.texts)
            if shares(text, content(self.client_before(index).lower()), 2)
        )

    def client_before(self, index: int) -> str:
        """The client's line that the turn at ``index`` answers."""
        return self.exchanges[index - 1].client.text if index else self.transcript.opening

    def revealed_before(self, index: int) -> tuple[str, ...]:
        """The needs known before the turn at ``index``."""
        return self.exchanges[index - 1].client.revealed if index else ()

    @cached_property
    def revealed(self) -> tuple[str, ...]:
        """Every need that came out, in the order of the brief (then of the talk, where the brief has none)."""
        known = dict.fromkeys(chain.from_iterable([exchange.client.revealed for exchange in self.exchanges]))
        order = {need.id: place for place, need in enumerate(self.brief.needs)}
        return tuple(sorted(known, key=lambda need: order.get(need, len(order))))


def _split(event: str) -> tuple[str, str]:
    kind, _, id = event.partition(":")
    return kind, id
