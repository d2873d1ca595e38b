"""The trainee's sentences as a visit's criteria look at them: where each stands, which ask something, and each as an act."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from scoring.act import QUESTION, REMARK, Act
from scoring.heard import HeardView
from scoring.sentences import Sentence, asks, containing, cut, is_open, sounds_asking
from simulator.vocabulary.turn import Form, MoveMade


@dataclass(frozen=True)
class SentenceView(HeardView):
    """The sentences of a visit, in its order, beside the acts that count."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the trainee, in order; those of a turn that does not count ask nothing."""
        told: list[Sentence] = []
        for index, exchange in enumerate(self.exchanges):
            pieces = cut(exchange.trainee.text)
            marked = [asks(text) for _, text in pieces]
            heard = () if all(marked) else self._heard_asking(index, [start for start, _ in pieces])
            counts = (any(marked) or bool(heard)) and not self.is_list(index)
            for number, (start, text) in enumerate(pieces):
                question = counts and (marked[number] or (number in heard and sounds_asking(text.lower())))
                told.append(Sentence(index, start, text, question))
        return tuple(told)

    def _heard_asking(self, index: int, starts: list[int]) -> Collection[int]:
        asked = [act for act in self.acts_at(index) if act.move.form is not None]
        if not asked:
            return ()
        text = self.exchanges[index].trainee.text
        return {containing(starts, max(0, text.find(act.move.clause.strip()))) for act in asked}

    @cached_property
    def first_places(self) -> tuple[int, ...]:
        """For each turn the place of its first sentence among all; one more for the end."""
        counts = [len(cut(exchange.trainee.text)) for exchange in self.exchanges]
        return tuple(accumulate(counts, initial=0))

    def place(self, act: Act) -> int:
        """The place of the sentence in which an act stands, among all sentences."""
        if act.place >= 0:
            return act.place
        found = self._place_of.get(act.at)
        if found is None:
            first, text = self.first_places[act.index], self.exchanges[act.index].trainee.text
            at = text.find(act.move.clause.strip())
            found = first + containing([start for start, _ in cut(text)], at) if at >= 0 else first
            self._place_of[act.at] = found
        return found

    @cached_property
    def _place_of(self) -> dict[tuple[int, int], int]:
        return {}

    @cached_property
    def remarks(self) -> tuple[Act, ...]:
        """Every sentence as an act; said again word for word, in a list of keywords or improper it is none."""
        heard: set[str] = set()
        acts = []
        for place, sentence in enumerate(self.sentences):
            if sentence.text in heard or self.is_list(sentence.index) or self._earns_nothing(place):
                continue
            heard.add(sentence.text)
            acts.append(self._plain(REMARK, place, sentence, None, None))
        return tuple(acts)

    @cached_property
    def statements(self) -> tuple[Act, ...]:
        """Every sentence that asks nothing."""
        return tuple([act for act in self.remarks if not self.sentences[act.place].question])

    @cached_property
    def questions(self) -> tuple[Act, ...]:
        """Every question as an act, as many of a turn as can be answered."""
        heard: set[str] = set()
        asked: Counter[int] = Counter()
        most = min(self._room, self.hearing.questions_a_turn)
        acts = []
        for place, sentence in enumerate(self.sentences):
            if not sentence.question or sentence.text in heard or asked[sentence.index] >= most:
                continue
            if self._earns_nothing(place):
                continue
            heard.add(sentence.text)
            asked[sentence.index] += 1
            inside = [
                act.move
                for act in self.acts_at(sentence.index)
                if act.move.form is not None and self.place(act) == place
            ]
            opens = is_open(sentence.text.lower()) or any(move.form == "open" for move in inside)
            topic = next((move.topic for move in inside if move.topic), None)
            acts.append(self._plain(QUESTION, place, sentence, "open" if opens else "closed", topic))
        return tuple(acts)

    def _earns_nothing(self, place: int) -> bool:
        index = self.sentences[place].index
        return bool(self.improper) and (index, place - self.first_places[index]) in self.improper

    def _plain(self, id: str, place: int, sentence: Sentence, form: Form | None, topic: str | None) -> Act:
        exchange = self.exchanges[sentence.index]
        order = sum([start < sentence.start for start in self._starts[sentence.index]])
        move = MoveMade(id, sentence.text, 1.0, form, topic)
        return Act(sentence.index, order, exchange.turn, move, sentence.text.lower(), place)

    @cached_property
    def _starts(self) -> tuple[tuple[int, ...], ...]:
        """For each turn where the clauses of its acts begin, -1 where one is not to be found."""
        return tuple(
            tuple([exchange.trainee.text.find(act.move.clause.strip()) for act in self.acts_at(index)])
            for index, exchange in enumerate(self.exchanges)
        )
