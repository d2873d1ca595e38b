"""Which of the scenario's topics, needs, products and facts a clause is about, by the words its author gave."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.language.normalise import simplified

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

_LATIN = re.compile(r"^[a-z0-9][a-z0-9 '&/.-]*$")


@dataclass(frozen=True, slots=True)
class _Subject:
    id: str
    pattern: re.Pattern[str]


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words as one pattern of literals; Latin words stand alone and may take an ending."""
    parts = []
    for word in sorted({simplified(word) for word in words if word.strip()}, key=lambda w: (-len(w), w)):
        literal = re.escape(word)
        parts.append(rf"(?<![a-z]){literal}(?:s|es|ed|ing)?(?![a-z])" if _LATIN.match(word) else literal)
    return re.compile("|".join(parts) or r"(?!)")


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
            self._subjects = tuple(_Subject(id, _pattern(tuple(words))) for id, words in named)
        self._patterns = {subject.id: subject.pattern for subject in self._subjects}
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
        return (
            frozenset(match.group() for match in self._patterns[id].finditer(text))
            if id in self._patterns
            else frozenset()
        )

    def _longest(self, text: str, without: frozenset[str]) -> str | None:
        best: tuple[tuple[int, int], str] | None = None
        for subject in self._subjects:
            if subject.id in without:
                continue
            mentions = {match.group() for match in subject.pattern.finditer(text)}
            weight = max(map(len, mentions), default=0), sum(map(len, mentions))
            if mentions and (best is None or weight > best[0]):
                best = (weight, subject.id)
        return best[1] if best else None
