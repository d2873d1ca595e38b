"""Which of the scenario's topics, needs, products and facts a clause is about, by the words its author gave."""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from simulator.language.normalise import simplified

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

_LATIN = re.compile(r"^[a-z0-9][a-z0-9 '&/.-]*$")
_ENDINGS = ("s", "es", "ed", "ing", "")


class _Subject:
    """A subject by the words of its author, the longest first."""

    def __init__(self, id: str, words: Iterable[str]) -> None:
        self.id = id
        self._words = sorted({simplified(word) for word in words if word.strip()}, key=lambda w: (-len(w), w))

    def mentions(self, text: str) -> frozenset[str]:
        """The words that stand in ``text`` (already `simplified`) beside each other, each once; Latin words with an ending."""
        standing = [word for word in self._words if word in text]
        found: set[str] = set()
        at = 0
        while standing:
            places = [place for word in standing if (place := _place(word, text, at)) is not None]
            if not places:
                break
            start, at = min(places, key=itemgetter(0))
            found.add(text[start:at])
        return frozenset(found)


def _place(word: str, text: str, at: int) -> tuple[int, int] | None:
    """Where a word first stands in ``text`` from ``at`` on; a Latin one stands alone, but for an ending."""
    start = text.find(word, at)
    if start < 0 or not _LATIN.match(word):
        return None if start < 0 else (start, start + len(word))
    while start >= 0:
        end = start + len(word)
        if not (start and "a" <= text[start - 1] <= "z"):
            for ending in _ENDINGS:
                behind = end + len(ending)
                if text.startswith(ending, end) and not "a" <= text[behind : behind + 1] <= "z":
                    return start, behind
        start = text.find(word, start + 1)
    return None


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
        return self._named[id].mentions(text) if id in self._named else frozenset()

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
