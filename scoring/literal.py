"""Taboos by their words: literal patterns that a bank has put under a taboo or under a kind of its own."""

from collections.abc import Iterator

from scoring.quoting import telling
from scoring.rubric import Rubric
from scoring.view import VisitView
from simulator.vocabulary.turn import TabooMade


def literal_taboos(view: VisitView, rubric: Rubric) -> Iterator[tuple[int, TabooMade]]:
    """Every turn in which the words of a taboo or of a kind stand, as (turn, taboo), with the clause in which they do."""
    for family, rule in rubric.taboos.items():
        for kind, one in ((None, rule), *rule.kinds.items()):
            for index in sorted(view.turns_with(one.words)) if one.words else ():
                exchange = view.exchanges[index]
                clause, words = telling(exchange.trainee.text, one.words)
                yield exchange.turn, TabooMade(family, clause, 1.0, one.certain, kind, (words,))
