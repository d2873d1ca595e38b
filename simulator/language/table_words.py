"""The words of what a client bargains over: with this client they mean that, whatever they mean elsewhere."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.language.normalise import simplified
from simulator.language.quantities.asides import MARKET, MATTERS
from simulator.language.told_figures import DEPOSIT, HELD
from simulator.vocabulary.choice_signs import meant_choice
from simulator.vocabulary.own_words import OwnWords
from simulator.vocabulary.turn import Quantity

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario


_ELSEWHERE = {
    language: re.compile("|".join(words[language].pattern for words in (MATTERS, MARKET, DEPOSIT, HELD)))
    for language in MATTERS
}
"""What speaks of another matter where nothing else is known."""


class TableWords:
    """Of one scenario; none where there is nothing to bargain over."""

    def __init__(self, scenario: "Scenario | None") -> None:
        issues = scenario.bargaining.issues.values() if scenario is not None and scenario.bargaining else ()
        words = tuple(word for issue in issues for word in (issue.name, *issue.words))
        self._freed = {language: OwnWords(words, elsewhere) for language, elsewhere in _ELSEWHERE.items()}
        self._choices = tuple(
            tuple(simplified(word) for word in issue.values if " + " not in word)
            for issue in issues
            if issue.values
        )
        self._wordings = tuple(
            (
                tuple((simplified(word), value) for word, value in issue.values.items() if " + " not in word),
                (issue.name, *issue.words),
            )
            for issue in issues
            if issue.values
        )
        self._bargains = bool(issues)

    def names_choice(self, text: str) -> bool:
        """Whether a text says one of the choices that are bargained over, in the author's words or in others that tell it apart."""
        said = simplified(text)
        if any(len(word) > 1 and word in said for words in self._choices for word in words):
            return True
        return any(meant_choice(values, words, said) is not None for values, words in self._wordings)

    def as_meant(self, language: str, text: str) -> str:
        """``text`` without those of the words that elsewhere speak of another matter ("margin", "fee"), every other letter in its place."""
        return self._freed[language].masked(text)

    def states_terms(self, sentence: str, quantities: Sequence[Quantity]) -> bool:
        """Whether a sentence names terms of two issues: then it puts them forward or sums them up, and asks of no subject."""
        if not self._bargains:
            return False
        named = {figure.issue for figure in quantities if not figure.aside and figure.clause in sentence}
        if not named:
            return False
        said = simplified(sentence)
        return len(named) + sum(any(word in said for word in words) for words in self._choices) > 1
