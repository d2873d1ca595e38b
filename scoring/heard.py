"""Which acts of a visit count: not every label does.

A move below the rubric's confidence was not understood; a turn crammed with moves is a list of keywords, not talk; a
sentence said again word for word earns nothing new; and nobody can answer six questions asked in one breath.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from scoring.act import Act, is_scrap
from scoring.improper import improper, number_of
from simulator.transcript.record import Brief, Exchange, Transcript
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import MoveMade

COURTESIES = frozenset({"greet", "introduce", "thank", "farewell", "acknowledge"})
"""Said in passing; they take no room from the acts that count in a turn."""
_ASKING = frozenset(id for id, move in MOVES.items() if move.asks)


@dataclass(frozen=True, slots=True)
class Hearing:
    """What it takes for a move to count.

    ``confidence``, ``taboo_confidence``: the least probability of a move and of a taboo, 0-1. ``together``: the probability from which several red lines, none certain by itself, leave no doubt that one was crossed. ``moves_a_turn``, ``questions_a_turn``: how many different acts, and how
    many questions, one turn can carry. ``crowded``: a turn with more different acts than this is not talk at all.
    ``hurried``: who makes more acts than this in the average turn recites a list, and one act of a turn counts.
    """

    confidence: float = 0.4
    taboo_confidence: float = 0.5
    moves_a_turn: int = 4
    questions_a_turn: int = 3
    crowded: int = 7
    hurried: float = 3.2
    together: float = 0.75


@dataclass(frozen=True)
class HeardView:
    """The acts of a visit that count, by turn and by move. ``language`` is that of the reasons given, ``zh`` or ``en``."""

    transcript: Transcript
    hearing: Hearing = field(default_factory=Hearing)
    language: str = "zh"
    all_said: bool = False
    """Whether improper sentences count, too: they earn nothing, but what must not be said was said in them all the same."""

    @cached_property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The turns, in order."""
        return self.transcript.exchanges

    @cached_property
    def brief(self) -> Brief:
        """What the header tells of the scenario; an empty one where it tells nothing."""
        return self.transcript.header.brief or Brief()

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The trainee's words turn by turn, in lower case."""
        return tuple(exchange.trainee.text.lower() for exchange in self.exchanges)

    def latin(self, index: int) -> bool:
        """Whether a turn is written in Latin letters, so that words are counted and not characters."""
        return self._measured[index][0]

    def length(self, index: int) -> int:
        """The length of a turn: words where it is in Latin letters, else characters."""
        return self._measured[index][1]

    @cached_property
    def _measured(self) -> tuple[tuple[bool, int], ...]:
        sizes = []
        for text in self.texts:
            latin = len(text.encode()) < 2 * len(text)  # a Chinese character takes three bytes
            sizes.append((latin, len(text.split()) if latin else len("".join(text.split()))))
        return tuple(sizes)

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Every move that counts, in the order of the visit."""
        acts: list[Act] = []
        heard: set[tuple[str, str]] = set()
        for index, exchange in enumerate(self.exchanges):
            acts.extend(self._counted(index, exchange, heard))
        return tuple(acts)

    def _counted(self, index: int, exchange: Exchange, heard: set[tuple[str, str]]) -> list[Act]:
        if self.is_list(index):
            return []
        taken: set[str] = set()
        questions: set[str] = set()
        acts: list[Act] = []
        text = exchange.trainee.text.lower()
        for order, move in _amended_first(exchange, self._clear[index]):
            said = (move.id, " ".join((move.clause or exchange.trainee.text).split()))
            if said in heard or is_scrap(move) or (self.improper and self._is_improper(index, move)):
                continue
            if move.id not in COURTESIES:
                if move.id not in taken and len(taken) >= self._room:
                    continue
                if move.id in _ASKING:
                    if len(questions | {said[1]}) > self.hearing.questions_a_turn:
                        continue
                    questions.add(said[1])
                taken.add(move.id)
            heard.add(said)
            acts.append(Act(index, order, exchange.turn, move, text))
        return sorted(acts, key=attrgetter("order"))

    @cached_property
    def improper(self) -> frozenset[tuple[int, int]]:
        """The sentences that earn nothing (see `improper`): the position of the turn, and the place of the sentence in it."""
        return frozenset() if self.all_said else improper(self.exchanges, self.brief)

    def _is_improper(self, index: int, move: MoveMade) -> bool:
        place = (index, number_of(self.exchanges[index].trainee.text, move.clause))
        return move.id not in COURTESIES and place in self.improper

    @cached_property
    def _clear(self) -> tuple[tuple[MoveMade, ...], ...]:
        """For each turn the moves that were heard clearly enough."""
        least = self.hearing.confidence
        return tuple(
            tuple([move for move in exchange.trainee.moves if move.confidence >= least and move.id in MOVES])
            for exchange in self.exchanges
        )

    @cached_property
    def _acts_in(self) -> tuple[int, ...]:
        """For each turn how many different acts, courtesies aside."""
        return tuple([len({move.id for move in moves} - COURTESIES) for moves in self._clear])

    @cached_property
    def _room(self) -> int:
        """How many acts of a turn count in this visit."""
        acts = [number for number in self._acts_in if number]
        hurried = len(acts) >= _FEW and sum(acts) / len(acts) > self.hearing.hurried
        return 1 if hurried and self._clipped(range(len(self.exchanges))) else self.hearing.moves_a_turn

    def _clipped(self, turns: Iterable[int]) -> bool:
        """Whether so little is said for each act of some turns that they are headings, not sentences."""
        turns = tuple(turns)
        acts = sum([self._acts_in[index] for index in turns]) or 1
        latin = self.latin(turns[-1]) if turns else False
        return sum([self.length(index) for index in turns]) / acts < _HEADING[latin]

    @cached_property
    def by_move(self) -> dict[str, tuple[Act, ...]]:
        """The acts of each move."""
        index: dict[str, list[Act]] = {}
        for act in self.acts:
            index.setdefault(act.move.id, []).append(act)
        return {move: tuple(acts) for move, acts in index.items()}

    @cached_property
    def _by_turn(self) -> dict[int, tuple[Act, ...]]:
        found: dict[int, list[Act]] = {}
        for act in self.acts:
            found.setdefault(act.index, []).append(act)
        return {index: tuple(acts) for index, acts in found.items()}

    def acts_at(self, index: int) -> tuple[Act, ...]:
        """The acts of one turn."""
        return self._by_turn.get(index, ())

    def is_list(self, index: int) -> bool:
        """Whether a turn is crammed with acts: a list of keywords and no talk."""
        return self._acts_in[index] > self.hearing.crowded and self._clipped((index,))


_HEADING = (9, 6)
"""So many Chinese characters or English words for each act are a heading or two; who talks says more."""
_FEW = 3
"""From this number of turns on their average says something."""


def _amended_first(exchange: Exchange, moves: tuple[MoveMade, ...]) -> list[tuple[int, MoveMade]]:
    """The moves with their places; what a person added to the reading takes its room before what was only heard."""
    told = list(enumerate(moves))
    if exchange.as_heard is None:
        return told
    heard = {move.id for move in exchange.as_heard.moves}
    return sorted(told, key=lambda pair: pair[1].id in heard)
