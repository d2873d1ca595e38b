"""What the questions of a turn ask about: each with a subject of its own, and those that were heard in no move."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.language.compound import Apart, questions_in
from simulator.language.forms import form_of
from simulator.language.linking import Linker
from simulator.language.questions import asks, seeks_consent
from simulator.language.table_words import TableWords
from simulator.language.topics import Topics
from simulator.language.unheard import NAMED, in_order, unheard_questions
from simulator.sentences import BROKEN_OFF, around, seeks_a_yes, sentences
from simulator.vocabulary.moves import MOVES, Move
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade

HARDLY_HEARD = 0.2
"""Below this a question is hardly heard as one."""
PLAINLY_ASKED = 0.5
"""The score from which a sentence that ends as a question asks of a subject, though no question was heard in it."""
ASKED_BESIDE = 0.25
"""The same of one of several questions asked together, with a question's words of its own."""
ASKED_FOR_ITSELF = 1.0
"""The score from which a question asks of its own subject, and no more of that of the questions beside it."""
VERY_PLAINLY_ASKED = 1.5
"""The same where it was heard to ask the client for its opinion."""


class Asking:
    """Tells what questions ask about: one language and, where there is one, the scenario's subjects."""

    def __init__(self, language: str, linker: Linker, topics: Topics, table: TableWords) -> None:
        self.language = language
        self._linker = linker
        self._topics = topics
        self._table = table

    def with_questions(
        self,
        text: str,
        previous: str,
        questions: Sequence[str],
        moves: list[MoveMade],
        taboos: Sequence[TabooMade],
        quantities: Sequence[Quantity],
    ) -> list[MoveMade]:
        """The moves with the questions that were heard in none; that alone which is asked, where all else is doubtful."""
        asking = [one for one in questions if not self._table.states_terms(one, quantities)]
        only_terms = bool(questions) and not asking
        moves = in_order(text, [*moves, *self._written_questions(text, moves)])
        unsure = not taboos and all(move.confidence < NAMED for move in moves)
        if unsure and not only_terms and (asked := self._asked_about(text, asking, previous)) is not None:
            return [asked]
        found = [
            self._question(sentence, text, previous, VERY_PLAINLY_ASKED if opinion else PLAINLY_ASKED)
            for sentence, opinion in unheard_questions(asking, moves, taboos)
        ]
        return in_order(text, [*moves, *(one for one in found if one is not None and not _known(one, moves))])

    def _written_questions(self, text: str, moves: Sequence[MoveMade]) -> list[MoveMade]:
        """The questions, word for word those that an author wrote of a subject, which no move asks yet."""
        found: list[MoveMade] = []
        for sentence in dict.fromkeys((text, *sentences(text, BROKEN_OFF))):
            topic = self._linker.asked(sentence)
            if topic is not None and not any(MOVES[one.id].asks and one.topic == topic for one in [*moves, *found]):
                form = form_of(self.language, sentence)
                found.append(MoveMade("ask_situation", sentence.strip(), NAMED, form=form, topic=topic))
        return found

    def asked_apart(
        self,
        text: str,
        previous: str,
        questions: Sequence[str],
        moves: Sequence[MoveMade],
        taboos: Sequence[TabooMade],
    ) -> list[MoveMade]:
        """The moves with each question of several about what it asks itself, and those that none of them asks."""
        asking = [
            (sentence,) if self._linker.asked(sentence) is not None else questions_in(self.language, sentence)
            for sentence in questions
        ]
        placed = Apart(self.language, text, asking)
        asked = placed.together([move.clause for move in moves if discovers(MOVES[move.id])])
        if len(asked) < 2:
            return list(moves)
        links = {
            part: self._linker.link(part, previous, placed.beside(part), self._topics.unanswered)
            for part in asked
            if not (seeks_a_yes(part) or placed.passed_over(part, moves, taboos))
        }
        told, homes = [], set()
        for move in moves:
            home = placed.home(move) if discovers(MOVES[move.id]) else None
            if home is not None and (link := links.get(home)) is not None:
                within = self._linker.link(home, previous, text, self._topics.unanswered)
                neighbours = {other.subject for part, other in links.items() if other is not None and part != home}
                own = link.score >= ASKED_FOR_ITSELF and move.topic in neighbours
                own = own or (within is not None and within.subject == link.subject)
                clause = move.clause if move.clause in home else home
                move = replace(move, topic=link.subject if own else move.topic, clause=clause)
            homes.add(home)
            told.append(move)
        for part, link in links.items():
            least = VERY_PLAINLY_ASKED if placed.opinion(part, moves) else ASKED_BESIDE
            if part in homes or link is None or link.score < least:
                continue
            new = MoveMade("ask_situation", part, NAMED, form=form_of(self.language, part), topic=link.subject)
            if not _known(new, told):
                told.append(new)
        return in_order(text, told)

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

    def about_what_is_asked(self, move: MoveMade, text: str, previous: str) -> MoveMade:
        """A question with the subject that its whole sentence asks about."""
        if not discovers(MOVES[move.id]):
            return move
        words = around(text, move.clause, BROKEN_OFF)
        own = [part for part in questions_in(self.language, words) if move.clause.strip() in part]
        if len(own) == 1:  # of two questions in a sentence each has a subject of its own
            words = own[0]
        leave = move.confidence < HARDLY_HEARD and seeks_consent(words)
        if leave and self._linker.link(words, without=self._topics.unanswered) is None:
            return replace(move, topic=None)  # who asks leave asks about nothing but what these words name
        link = self._linker.link(words, previous, text, self._topics.unanswered)
        return replace(move, topic=link.subject if link is not None else self._topics.by_phrase(words))


def discovers(move: Move) -> bool:
    """Whether a move asks the client about itself."""
    return move.asks and move.phase == "discover"


def _known(question: MoveMade, moves: Sequence[MoveMade]) -> bool:
    """Whether a question was heard already, about the same subject."""
    return any(MOVES[move.id].asks and move.topic == question.topic for move in moves)
