"""Counterfactuals: for what was missed, the earliest turn and a line with which it would have been earned, tried out.

Every one of them is played through the client with everything else that the trainee said left as it was, and graded
again; it is told only where the item is then earned and the visit is worth no less.
"""

from collections.abc import Iterator
from itertools import islice

from scoring import Rubric, Scorecard
from scoring.criteria import Mood, Revealed
from scoring.grading import grade_view, mark_of
from scoring.moments import criteria_in, place_of
from scoring.rubric import Item
from scoring.scorecard import ItemMark, TabooMark
from scoring.view import VisitView
from scoring.what_if import Counterfactual, How, WhatIf
from simulator.rehearsal.other_words import Line, Reads, item_lines, line_for, together, without
from simulator.rehearsal.preparing import before_the_visit, only_on_paper
from simulator.rehearsal.reaching import reachable, turning_point
from simulator.rehearsal.rewinding import Rewound, rewind
from simulator.scenario.load import Loaded
from simulator.transcript.record import Transcript
from simulator.vocabulary.turn import Turn

PLACES = 4
"""Turns tried for one item, from where it would have been in its place."""
PLAYED = 6
"""So many other words for one item are played through the client; a visit of forty turns must not take long."""
_PARTING = frozenset({"farewell", "thank"})


def what_if(
    loaded: Loaded | None, transcript: Transcript, rubric: Rubric, reads: Reads | None, *, course: bool = True
) -> WhatIf:
    """What would have come of other words; ``rubric`` in the language of the visit, for its examples are said in it.
    ``reads`` is the recogniser; without it a line is taken as it was meant.

    ``course`` asks for what was still reachable after each turn. Raises `CannotReplayError`. The same arguments give
    the same result.
    """
    rewound = rewind(loaded, transcript)
    search = _Search(rewound, rubric, reads)
    found = (*search.items(), *search.taboos())
    if not course:
        return WhatIf(search.card.total, found, without_red=search.without_red())
    reached = reachable(rewound, rubric)
    turning = turning_point(reached, search.card.passed, search.card.total)
    return WhatIf(search.card.total, found, reached, turning, search.without_red())


def _up_to_the_client(item: Item) -> bool:
    """Whether the item hangs on what the client says or feels, so that nothing can be told without asking him."""
    return any(isinstance(criterion, Revealed | Mood) for criterion in criteria_in(item))


class _Search:
    """One visit with its marks, and the trying out of other words."""

    def __init__(self, rewound: Rewound, rubric: Rubric, reads: Reads | None) -> None:
        self.rewound = rewound
        self.rubric = rubric
        self.reads = reads
        self.view = self._seen(rewound.transcript)
        self.card: Scorecard = grade_view(self.view, rubric)

    def _seen(self, transcript: Transcript) -> VisitView:
        return VisitView(transcript, self.rubric.hearing, self.rubric.language)

    def items(self) -> Iterator[Counterfactual]:
        """For each missed or half-met item what would have earned it, where that was found."""
        for mark in self.card.items:
            if mark.applicable and mark.earned < 1:
                found = self._item(self.rubric.items[mark.id], mark)
                if found is not None:
                    yield found

    def _item(self, item: Item, mark: ItemMark) -> Counterfactual | None:
        for note, told in before_the_visit(self.rewound.transcript, item, mark.example):
            result = self._tried(item, mark, told)
            if result is not None:
                return Counterfactual("item", item.id, 0, "form", note, (), True, *result)
        if not self.rewound.turns or only_on_paper(item):
            return None
        for index, line, how, said in islice(self._hopeful(item, mark), PLAYED):
            replaced = 1 if how == "with" else 0
            result = self._tried(item, mark, self.rewound.otherwise(index, [said], replaced))
            if result is not None:
                moves = tuple(dict.fromkeys(move.id for move in line.turn.moves))
                turn = self.view.exchanges[index].turn
                return Counterfactual("item", item.id, turn, how, line.turn.text, moves, line.confirmed, *result)
        return None

    def _hopeful(self, item: Item, mark: ItemMark) -> Iterator[tuple[int, Line, How, Turn]]:
        """Places, lines and ways of saying them that may earn the item, the earliest first; what could not help if the
        client answered as he did is passed over, unless all hangs on his answer."""
        for index in self._places(item):
            for line in item_lines(self.rewound, item, mark.example, index, self.reads):
                for how, said in self._ways(index, line):
                    quick = self._seen(self.rewound.as_answered(index, [said], 1 if how == "with" else 0))
                    if _up_to_the_client(item) or mark_of(item, quick, self.rubric).earned > mark.earned:
                        yield index, line, how, said

    def _places(self, item: Item) -> list[int]:
        """Where to try, the earliest first: where the item would have been in its place, soon after, and at the end."""
        last = self.rewound.turns - 1
        first = min(place_of(self.view, item), last)
        return sorted({first, min(first + 1, last), (first + last + 1) // 2, last})[:PLACES]

    def _ways(self, index: int, line: Line) -> Iterator[tuple[How, Turn]]:
        """The line said together with the turn at ``index``, or as a turn of its own before it."""
        own = self.rewound.transcript.exchanges[index].trainee
        language = self.rewound.transcript.header.language
        parting = any(move.id in _PARTING for move in own.moves) and index > 0
        yield "with", together(own, line.turn, language, first=parting)
        yield "before", line.turn

    def _tried(self, item: Item, mark: ItemMark, told: Transcript) -> tuple[float, float] | None:
        """The item's mark and the total of the visit told otherwise, None unless better and no worse."""
        view = self._seen(told)
        earned = mark_of(item, view, self.rubric).earned
        if earned <= mark.earned:
            return None
        total = grade_view(view, self.rubric).total
        return (earned, total) if total >= self.card.total else None

    def taboos(self) -> Iterator[Counterfactual]:
        """For each taboo that took points or broke a red line, the visit with the better line in its place."""
        for taboo in self.card.taboos:
            index = next((i for i, e in enumerate(self.view.exchanges) if e.turn == taboo.turn), None)
            if index is not None and taboo.clause:
                found = self._taboo(taboo, index)
                if found is not None:
                    yield found

    def without_red(self) -> float | None:
        """The total with the better line in place of every red line, None where there is none or one stays."""
        turns = [each.trainee for each in self.view.exchanges]
        places = {exchange.turn: index for index, exchange in enumerate(self.view.exchanges)}
        reds = [taboo for taboo in self.card.taboos if taboo.severity == "red" and taboo.turn in places]
        for taboo in reds:
            index = places[taboo.turn]
            line = line_for(taboo.instead, self.view.client_before(index), self.reads)
            turns[index] = without(turns[index], taboo.clause, line.turn)
        if not reds:
            return None
        card = grade_view(self._seen(self.rewound.otherwise(0, turns, len(turns))), self.rubric)
        return None if card.red_lines else card.total

    def _taboo(self, taboo: TabooMark, index: int) -> Counterfactual | None:
        own: Turn = self.rewound.transcript.exchanges[index].trainee
        line = line_for(taboo.instead, self.view.client_before(index), self.reads)
        told = self.rewound.otherwise(index, [without(own, taboo.clause, line.turn)], 1)
        card = grade_view(self._seen(told), self.rubric)
        again = any(other.id == taboo.id and other.turn == taboo.turn for other in card.taboos)
        if again or card.total < self.card.total:
            return None
        moves = tuple(dict.fromkeys(move.id for move in line.turn.moves))
        return Counterfactual(
            "taboo", taboo.id, taboo.turn, "instead", line.turn.text, moves, line.confirmed, 1.0, card.total
        )
