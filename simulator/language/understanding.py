"""From a typed turn to moves, taboos, topics and figures, each with the words that triggered it."""

from bisect import bisect_right
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.language.asking import HARDLY_HEARD, Asking, discovers
from simulator.language.bare_figures import CONFIDENCE, PRICED, is_bare_offer, is_priced_answer
from simulator.language.consenting import Temptations
from simulator.language.examples import Examples
from simulator.language.forms import form_of
from simulator.language.known_figures import known_figures
from simulator.language.labelling import Labelled, Labelling
from simulator.language.linking import Linker
from simulator.language.normalise import simplified
from simulator.language.quantities import placed_quantities
from simulator.language.quantities.asides import asides
from simulator.language.quantities.relations import related
from simulator.language.questions import asks
from simulator.language.segments import chunks
from simulator.language.stretches import Heard
from simulator.language.table_words import TableWords
from simulator.language.told_figures import without_told
from simulator.language.tongue import tongue_of
from simulator.language.topics import Topics
from simulator.language.unheard import (
    NAMED,
    asking_sentences,
    in_order,
    nobodys_offer,
    paid_back,
    plain_words,
    unheard_offer,
    unheard_remedy,
)
from simulator.sentences import LONG_ENDS, sentences
from simulator.vocabulary.dialects import in_common_words
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade, Turn

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

_TOPICAL = frozenset(
    {
        "paraphrase",
        "summarise_needs",
        "present_product",
        "explain_benefit",
        "disclose_risk",
        "disclose_terms",
        "match_suitability",
        "compare_fairly",
        "give_example",
        "share_information",
        "check_understanding",
        "state_ask",
        "decline",
        "hold_position",
        "propose_next_step",
        "confirm_agreement",
        "offer_materials",
        "offer_remedy",
    }
)
_OF_THE_CLIENT = frozenset({"acknowledge", "empathise", "apologise", "small_talk", "respect_exit"})
"""Moves that take up what the client spoke of: a topic or need, never a product."""
_PUTTING = frozenset({"ask_commitment", "check_understanding"})
"""Moves that put to the client what was offered just before."""
_WITH_TERMS = frozenset({"make_offer", "trade", "confirm_agreement", "decline", "hold_position", "state_ask"})

LIKELIER_THAN_NOT = 0.5
"""A red line that is less likely than not is never certain, whatever it resembles."""
SHALL_I = {"zh": 12, "en": 45}
"""How long a question is at most, in characters, that says nothing itself of what it puts to the client."""


class Understanding:
    """Understands the turns of one visit: one language and, where there is one, the scenario's subjects."""

    version = "1"

    def __init__(self, language: str, scenario: "Scenario | None" = None) -> None:
        self.language = language
        self._company = scenario.segment == "corporate" if scenario is not None else None
        self._topics = Topics(scenario)
        self._linker = Linker(scenario, self._topics)
        self._examples = Examples(scenario)
        self._labelling = Labelling(language, self._examples)
        self._bargains = scenario is not None and scenario.bargaining is not None
        self._facts = frozenset(scenario.facts) if scenario is not None else frozenset()
        self._complains = scenario is not None and scenario.visit == "complaint"
        self._table = TableWords(scenario)
        self._temptations = Temptations(scenario)
        self._asking = Asking(language, self._linker, self._topics, self._table)
        self._client = known_figures(scenario) if scenario is not None else None

    @cached_property
    def _elsewhere(self) -> "Understanding":
        other = copy(self)  # of the same client
        other.language = "en" if self.language == "zh" else "zh"
        other._labelling = Labelling(other.language, self._examples)
        other._asking = Asking(other.language, self._linker, self._topics, self._table)
        return other

    def understand(self, text: str, previous: str = "") -> Turn:
        """What ``text`` does, said after the client's line ``previous``. What cannot be placed leaves no moves.

        A turn that is all in the other language is understood in that.
        """
        if tongue_of(text, self.language) != self.language:
            return self._elsewhere.understand(text, previous)
        pieces = chunks(text)
        if not pieces:
            return Turn(text, other=1.0)
        figures = self._figures(text, pieces, previous)
        quantities = tuple(dict.fromkeys(figure for found in figures for figure in found))
        if quantities and is_bare_offer(self.language, text, previous):
            bare = MoveMade("make_offer", text.strip(), CONFIDENCE, terms=quantities, words=(text.strip(),))
            return Turn(text, (bare,), (), quantities)
        labelled, likeliest = self._labelling.of(pieces, previous)
        made = [self._made(one, figures[one.first : one.last]) for one in labelled]
        moves = [one for one in made if isinstance(one, MoveMade) and not nobodys_offer(self.language, one)]
        taboos = [one for one in made if isinstance(one, TabooMade)]
        if not moves and not taboos and (plain_act := plain_words(self.language, text, previous)) is not None:
            moves = [plain_act]
        if not moves and not taboos and is_priced_answer(self.language, text, previous, quantities):
            moves = [MoveMade("make_offer", text.strip(), PRICED, terms=quantities, words=(text.strip(),))]
        moves = [self._asking.about_what_is_asked(move, text, previous) for move in moves]
        moves = [self._about_what_is_offered(move, text) for move in moves]
        asked = asking_sentences(text)
        moves = self._asking.with_questions(text, previous, asked, moves, taboos, quantities)
        moves = self._asking.asked_apart(text, previous, asked, moves, taboos)
        if (offer := unheard_offer(self.language, text, moves, quantities, self._bargains)) is not None:
            moves = in_order(text, [*(move for move in moves if move.id != "make_offer"), offer])
        if not moves and not taboos and self._table.names_choice(text) and not asks(text):
            moves = [MoveMade("make_offer", text.strip(), NAMED, terms=quantities, words=(text.strip(),))]
        if self._complains:
            if not moves and not taboos and (remedy := unheard_remedy(self.language, text, quantities)) is not None:
                moves = [remedy]
            moves = [paid_back(self.language, move, quantities) for move in moves]
        other = None if moves or taboos else round(1 - likeliest, 3)
        hardly = not taboos and all(move.confidence < HARDLY_HEARD for move in moves)
        about = self._topics.of(text, products=True) if hardly else None
        turn = Turn(text, tuple(moves), tuple(taboos), quantities, other, about)
        return self._temptations.consented(turn, previous, self.language)

    def _about_what_is_offered(self, move: MoveMade, text: str) -> MoveMade:
        """A bare "shall I?" with the subject of the sentence before it, which it puts to the client.

        "Do you follow?" is about no matter of fact that was mentioned on the way.
        """
        if move.topic is not None or move.id not in _PUTTING:
            return move
        said = sentences(text, LONG_ENDS)
        at = next((number for number, sentence in enumerate(said) if move.clause.strip() in sentence), 0)
        if not at or len(said[at]) > SHALL_I[self.language]:
            return move
        topic = self._topics.of(said[at - 1], products=True)
        aside = move.id == "check_understanding" and topic in self._facts
        return move if aside else replace(move, topic=topic)

    def _figures(self, text: str, pieces: tuple[str, ...], previous: str) -> list[tuple[Quantity, ...]]:
        """The figures of the turn, each given to the chunk it stands in."""
        ends, end = [], 0
        for piece in pieces:
            end += len(piece)
            ends.append(end)
        shared: list[list[Quantity]] = [[] for _ in pieces]
        placed = placed_quantities(self.language, text, previous, company=self._company, client=self._client)
        meant = self._table.as_meant(self.language, simplified(text))
        told = zip(placed, asides(self.language, meant, placed), strict=True)
        judged = [(start, replace(figure, aside=aside)) for (start, figure), aside in told]
        if self._bargains and not self._complains and self._client is not None:
            judged = without_told(self.language, in_common_words(meant), judged, self._client)
        for start, figure in related(self.language, text, judged):
            at = min(bisect_right(ends, start), len(pieces) - 1)
            shared[at].append(replace(figure, clause=pieces[at].strip()))
        return [tuple(found) for found in shared]

    def _topic(self, heard: Heard, *, asks: bool, products: bool) -> str | None:
        places = (heard.clause, heard.asked, heard.before) if asks else (heard.clause, heard.before)
        return next((topic for place in places if (topic := self._topics.of(place, products=products))), None)

    def _made(self, labelled: Labelled, figures: Sequence[tuple[Quantity, ...]]) -> MoveMade | TabooMade:
        """The move or taboo of a label; ``figures`` are those of its chunks."""
        name, heard = labelled.name, labelled.heard
        clause, chance = heard.clause, heard.confidence
        if name.startswith("!"):
            id = name[1:]
            certain = TABOOS[id].severity != "red" or (heard.certain and chance >= LIKELIER_THAN_NOT)
            return TabooMade(id, clause, chance, certain, heard.kind, heard.words)
        move = MOVES[name]
        terms = tuple(figure for own in figures for figure in own)
        about = move.asks or move.id in _TOPICAL | _OF_THE_CLIENT or move.id == "make_offer"
        about = about and not discovers(move)  # the whole sentence tells what such a question is about
        return MoveMade(
            move.id,
            clause,
            chance,
            form=form_of(self.language, heard.asked) if move.asks else None,
            topic=self._topic(heard, asks=move.asks, products=move.id not in _OF_THE_CLIENT) if about else None,
            terms=terms if move.id in _WITH_TERMS else (),
            words=heard.words,
        )
