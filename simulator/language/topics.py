"""Which of the scenario's topics, needs, products and facts a clause is about, by the words its author gave."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.language.normalise import simplified

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

_LATIN = re.compile(r"^[a-z0-9][a-z0-9 '&/.-]*$")


class _Subject:
    """A subject by the words of its author: looked for as literals first, for most clauses have none of them."""

    def __init__(self, id: str, words: Iterable[str]) -> None:
        self.id = id
        self._words = sorted({simplified(word) for word in words if word.strip()}, key=lambda w: (-len(w), w))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The words as one pattern of literals; Latin words stand alone and may take an ending."""
        return re.compile("|".join(_literal(word) for word in self._words))

    def mentions(self, text: str) -> frozenset[str]:
        """The words that stand in ``text`` (already `simplified`), each once."""
        for word in self._words:
            if word in text:
                return frozenset(self._pattern.findall(text))
        return _NONE


_NONE: frozenset[str] = frozenset()


def _literal(word: str) -> str:
    literal = re.escape(word)
    return rf"(?<![a-z]){literal}(?:s|es|ed|ing)?(?![a-z])" if _LATIN.match(word) else literal


def _answered(scenario: "Scenario") -> Iterator[str]:
    for subjects in (scenario.topics, scenario.needs, scenario.products, scenario.facts):
        yield from (id for id, subject in subjects.items() if subject.say.all)


class Topics:
    """Finds the subject of a clause: products before needs before topics before facts, the longest mention first.

    Of mentions equally long the subject with more words of its own in the clause.
    """

    def __init__(self, scenario: "Scenario | None") -> None:
        self._subjects: tuple[_Subject, ...] = ()
        if scenario is not None:
            named = [
                *((id, (product.name, *product.words)) for id, product in scenario.products.items()),
                *((id, need.words) for id, need in scenario.needs.items() if need.words),
                *((id, topic.words) for id, topic in scenario.topics.items()),
                *((id, fact.words) for id, fact in scenario.facts.items()),
            ]
            self._subjects = tuple(_Subject(id, words) for id, words in named)
        self._named = {subject.id: subject for subject in self._subjects}
        products = scenario.products if scenario else {}
        self.products = frozenset(products)
        self.answered = frozenset(_answered(scenario)) if scenario else frozenset()
        """Subjects of which the client has something to say to any question."""
        self.unanswered = self.products - self.answered
        """Products of which the client has nothing to say: no question to the client is about one."""

    def of(self, clause: str, *, products: bool) -> str | None:
        """The subject with the longest mention in ``clause``; ``products`` says whether a product may be it.

        Where it may not, one that the client has something to say of still may if there is nothing else.
        """
        text = simplified(clause)
        if products:
            return self._longest(text, frozenset())
        return self._longest(text, self.products) or self._longest(text, self.unanswered)

    def mentions(self, id: str, text: str) -> frozenset[str]:
        """The words of a subject that stand in ``text`` (already `simplified`), each once."""
        return self._named[id].mentions(text) if id in self._named else _NONE

    def _longest(self, text: str, without: frozenset[str]) -> str | None:
        best: tuple[tuple[int, int], str] | None = None
        for subject in self._subjects:
            if subject.id in without or not (mentions := subject.mentions(text)):
                continue
            lengths = [len(mention) for mention in mentions]
            weight = max(lengths), sum(lengths)
            if best is None or weight > best[0]:
                best = (weight, subject.id)
        return best[1] if best else None
