"""From a typed turn to moves, taboos, topics and figures, each with the words that triggered it."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.language.bare_figures import CONFIDENCE, PRICED, is_bare_offer, is_priced_answer
from simulator.language.examples import Examples
from simulator.language.features import chunk_features, own_features, own_words, plain
from simulator.language.forms import form_of
from simulator.language.guards import CERTAIN_ALL_THE_SAME, DOUBTED, denied
from simulator.language.judging import Judge, load_judge, turn_signs
from simulator.language.kinds import kind_of
from simulator.language.linking import Linker
from simulator.language.model import Label, Model, load_model
from simulator.language.normalise import simplified
from simulator.language.quantities import placed_quantities
from simulator.language.quantities.asides import asides
from simulator.language.quantities.relations import related
from simulator.language.questions import asks, seeks_consent, unsure_questions
from simulator.language.segments import chunks
from simulator.language.stretches import Heard, ends_sentence, last_words, runs, whole_question
from simulator.language.table_words import TableWords
from simulator.language.tongue import tongue_of
from simulator.language.topics import Topics
from simulator.language.unheard import (
    NAMED,
    asking_sentences,
    in_order,
    nobodys_offer,
    plain_words,
    unheard_offer,
    unheard_questions,
)
from simulator.sentences import BROKEN_OFF, around
from simulator.vocabulary.moves import MOVES, TABOOS, Move
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
_WITH_TERMS = frozenset({"make_offer", "trade", "confirm_agreement", "decline", "hold_position", "state_ask"})

PLAIN = 0.08
"""A move whose chunk scores this much is heard whatever else the turn holds."""
FAIR_GUESS = -0.95
"""The log-odds from which the likeliest move of a turn that would else be unplaced is heard: about half are right."""
PLAINLY_LIKE = 0.8
"""The likeness to an author's example of a taboo from which there is no doubt of it."""
PLAINLY_ASKED = 0.5
"""The score from which a sentence that ends as a question asks of a subject, though no question was heard in it."""
VERY_PLAINLY_ASKED = 1.5
"""The same where it was heard to ask the client for its opinion."""
NEAR_BEST = 0.15
"""A chunk whose score is this near to the best of the turn bears the label too."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What the models and the author's examples say of a turn: one row a chunk, one column a label."""

    pieces: tuple[str, ...]
    features: list[list[str]]
    scores: list[list[float]]
    best: list[float]
    signs: list[float]
    verdicts: list[float]
    likened: list[dict[str, float]]
    guess: int

    def likeness(self, name: str) -> list[float]:
        """How like an author's examples of a label each chunk is, 0-1."""
        return [own.get(name.lstrip("!"), 0.0) for own in self.likened]


class Understanding:
    """Understands the turns of one visit: one language and, where there is one, the scenario's subjects."""

    version = "1"

    def __init__(self, language: str, scenario: "Scenario | None" = None) -> None:
        self.language = language
        self._company = scenario is not None and scenario.segment == "corporate"
        self._topics = Topics(scenario)
        self._linker = Linker(scenario, self._topics)
        self._examples = Examples(scenario)
        self._bargains = scenario is not None and scenario.bargaining is not None
        self._table = TableWords(scenario)

    @cached_property
    def _model(self) -> Model:
        return load_model(self.language)

    @cached_property
    def _judge(self) -> Judge:
        return load_judge(self.language)

    @cached_property
    def _elsewhere(self) -> "Understanding":
        other = Understanding("en" if self.language == "zh" else "zh")
        other._topics, other._examples, other._company = self._topics, self._examples, self._company
        other._linker = self._linker
        other._bargains = self._bargains
        other._table = self._table
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
        moves, taboos, likeliest = self._labelled(pieces, previous, figures)
        if not moves and not taboos and (plain_act := plain_words(self.language, text, previous)) is not None:
            moves = [plain_act]
        if not moves and not taboos and is_priced_answer(self.language, text, previous, quantities):
            moves = [MoveMade("make_offer", text.strip(), PRICED, terms=quantities, words=(text.strip(),))]
        moves = [self._about_what_is_asked(move, text, previous) for move in moves]
        unsure = not taboos and all(move.confidence < NAMED for move in moves)
        questions = asking_sentences(text)
        asking = [one for one in questions if not self._table.states_terms(one, quantities)]
        only_terms = bool(questions) and not asking
        if unsure and not only_terms and (asked := self._asked_about(text, asking, previous)) is not None:
            moves = [asked]
        else:
            found = [
                self._question(sentence, text, previous, VERY_PLAINLY_ASKED if opinion else PLAINLY_ASKED)
                for sentence, opinion in unheard_questions(asking, moves, taboos)
            ]
            moves = in_order(text, [*moves, *(one for one in found if one is not None and not _known(one, moves))])
        if (offer := unheard_offer(self.language, text, moves, quantities, self._bargains)) is not None:
            moves = in_order(text, [*(move for move in moves if move.id != "make_offer"), offer])
        other = None if moves or taboos else round(1 - likeliest, 3)
        about = self._topics.of(text, products=True) if other is not None else None
        return Turn(text, tuple(moves), tuple(taboos), quantities, other, about)

    def _asked_about(self, text: str, asking: Sequence[str], previous: str) -> MoveMade | None:
        """A question that nothing was heard in but a subject: it asks about that, in whatever words."""
        if not asks(text):
            return None
        sentences = [sentence for sentence in asking if not seeks_consent(sentence)]
        whole = (text.strip(),) if len(sentences) == len(asking) else ()
        places = (*reversed(sentences), *whole)  # what is asked last is what waits
        return next((move for words in places if (move := self._question(words, text, previous)) is not None), None)

    def _question(self, words: str, text: str, previous: str, least: float = 0.0) -> MoveMade | None:
        """The question that ``words`` ask, where it can be told what about, and with a score of at least ``least``."""
        link = self._linker.link(words, previous, text, self._topics.unanswered)
        if link is None or link.score < least:
            return None
        form = form_of(self.language, words)
        return MoveMade("ask_situation", words, NAMED, form=form, topic=link.subject)

    def _about_what_is_asked(self, move: MoveMade, text: str, previous: str) -> MoveMade:
        """A question with the subject that its whole sentence asks about."""
        if not _discovers(MOVES[move.id]):
            return move
        link = self._linker.link(around(text, move.clause, BROKEN_OFF), previous, text, self._topics.unanswered)
        return replace(move, topic=link.subject if link is not None else None)

    def _figures(self, text: str, pieces: tuple[str, ...], previous: str) -> list[tuple[Quantity, ...]]:
        """The figures of the turn, each given to the chunk it stands in."""
        ends, end = [], 0
        for piece in pieces:
            end += len(piece)
            ends.append(end)
        shared: list[list[Quantity]] = [[] for _ in pieces]
        placed = placed_quantities(self.language, text, previous, company=self._company)
        meant = self._table.as_meant(self.language, simplified(text))
        told = zip(placed, asides(self.language, meant, placed), strict=True)
        judged = [(start, replace(figure, aside=aside)) for (start, figure), aside in told]
        for start, figure in related(self.language, text, judged):
            at = min(bisect_right(ends, start), len(pieces) - 1)
            shared[at].append(replace(figure, clause=pieces[at].strip()))
        return [tuple(found) for found in shared]

    def _labelled(
        self, pieces: tuple[str, ...], previous: str, figures: list[tuple[Quantity, ...]]
    ) -> tuple[list[MoveMade], list[TabooMade], float]:
        scored = self._scored(pieces, previous)
        model = self._model
        found = [
            (first, last, label)
            for label in range(len(model.labels))
            if (column := self._heard_in(scored, label)) is not None
            for first, last in runs(column)
        ]
        names = [label.name for label in model.labels]
        heard = [(range(first, last), names[label]) for first, last, label in found]
        found = sorted([*found, *unsure_questions(pieces, names, scored.scores, heard)], key=lambda one: one[0])
        taken = {at for first, last, _ in found for at in range(first, last)}
        made = [
            self._made(
                model.labels[label],
                self._stretch(scored, first, last, label, whole_question(pieces, first, last, taken)),
                tuple(figure for own in figures[first:last] for figure in own),
            )
            for first, last, label in found
        ]
        moves = [one for one in made if isinstance(one, MoveMade) and not nobodys_offer(self.language, one)]
        return moves, [one for one in made if isinstance(one, TabooMade)], _chance(max(scored.verdicts))

    def _scored(self, pieces: tuple[str, ...], previous: str) -> Scored:
        texts = [plain(piece) for piece in pieces]
        before = plain(last_words(self.language, previous))
        features = [chunk_features(self.language, texts, at, before) for at in range(len(texts))]
        scores = self._model.scores(features).tolist()
        best = [max(column) for column in zip(*scores, strict=True)]
        signs = turn_signs(self.language, "".join(pieces), previous, len(pieces))
        verdicts = self._judge.verdicts(best, signs)
        guess = _guess(self._model.labels, verdicts, [self._judge.line(label.name) for label in self._model.labels])
        likened = [self._examples.like(piece) for piece in pieces]
        return Scored(pieces, features, scores, best, signs, verdicts, likened, guess)

    def _heard_in(self, scored: Scored, label: int) -> list[bool] | None:
        """In which chunks a label is heard; None where the turn does not mean it."""
        name = self._model.labels[label].name
        taboo = name.startswith("!")
        like = scored.likeness(name)
        best = scored.best[label]
        meant = scored.verdicts[label] >= self._judge.line(name) or label == scored.guess
        # what is so plain in itself that the rest of the turn has no say is heard too
        meant = meant or (best >= PLAIN and not taboo)
        if not meant and not any(like):
            return None
        if taboo and scored.verdicts[label] < DOUBTED and not any(like) and self._denied(scored, name):
            return None
        near = best - NEAR_BEST
        return [(meant and row[label] >= near) or alike > 0 for row, alike in zip(scored.scores, like, strict=True)]

    def _denied(self, scored: Scored, name: str) -> bool:
        return denied(self.language, name.lstrip("!"), simplified("".join(scored.pieces)))

    def _stretch(self, scored: Scored, first: int, last: int, label: int, asked: str) -> Heard:
        """A label heard in neighbouring chunks, with what tells it."""
        name = self._model.labels[label].name
        taboo = name.startswith("!")
        like = scored.likeness(name)
        strongest = max(range(first, last), key=lambda at: scored.scores[at][label])
        words = own_words(self._model.telling(own_features(scored.features[strongest]), label))
        kind = self._kind(name[1:], scored.features[first:last]) if taboo else None
        return Heard(
            scored.pieces[first:last],
            max(_chance(scored.verdicts[label]), *like[first:last]),
            taboo and self._certain(scored, label, name),
            words,
            kind,
            scored.pieces[first - 1] if first and not ends_sentence(scored.pieces[first - 1]) else "",
            asked,
        )

    def _certain(self, scored: Scored, label: int, name: str) -> bool:
        certain = self._judge.certainty(scored.best, label, scored.signs) >= self._judge.red_line
        certain = certain or max(scored.likeness(name)) >= PLAINLY_LIKE
        return certain and (scored.verdicts[label] >= CERTAIN_ALL_THE_SAME or not self._denied(scored, name))

    def _kind(self, family: str, features: list[list[str]]) -> str | None:
        return kind_of(self.language, family, own_features([name for part in features for name in part]))

    def _topic(self, heard: "Heard", *, asks: bool, products: bool) -> str | None:
        places = (heard.clause, heard.asked, heard.before) if asks else (heard.clause, heard.before)
        return next((topic for place in places if (topic := self._topics.of(place, products=products))), None)

    def _made(self, label: Label, heard: "Heard", terms: tuple[Quantity, ...]) -> MoveMade | TabooMade:
        clause, chance = heard.clause, heard.confidence
        if label.name.startswith("!"):
            id = label.name[1:]
            certain = heard.certain or TABOOS[id].severity != "red"
            return TabooMade(id, clause, chance, certain, heard.kind, heard.words)
        move = MOVES[label.name]
        about = move.asks or move.id in _TOPICAL | _OF_THE_CLIENT or move.id == "make_offer"
        about = about and not _discovers(move)  # the whole sentence tells what such a question is about
        return MoveMade(
            move.id,
            clause,
            chance,
            form=form_of(self.language, heard.asked) if move.asks else None,
            topic=self._topic(heard, asks=move.asks, products=move.id not in _OF_THE_CLIENT) if about else None,
            terms=terms if move.id in _WITH_TERMS else (),
            words=heard.words,
        )


def _discovers(move: Move) -> bool:
    """Whether a move asks the client about itself."""
    return move.asks and move.phase == "discover"


def _known(question: MoveMade, moves: Sequence[MoveMade]) -> bool:
    """Whether a question was heard already, about the same subject."""
    return any(MOVES[move.id].asks and move.topic == question.topic for move in moves)


def _guess(labels: Sequence[Label], verdicts: Sequence[float], lines: Sequence[float]) -> int:
    """The likeliest move of a turn in which no label is sure enough, where it is likely enough to be worth an answer.

    A client that answers a fair guess is better company than one that asks again; its low confidence stands beside it.
    -1 where there is none.
    """
    if any(verdict >= line for verdict, line in zip(verdicts, lines, strict=True)):
        return -1
    moves = [at for at, label in enumerate(labels) if not label.name.startswith("!")]
    likeliest = max(moves, key=verdicts.__getitem__)
    return likeliest if verdicts[likeliest] >= FAIR_GUESS else -1


def _chance(odds: float) -> float:
    """The probability, 0-1, of log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -40 else 0.0
