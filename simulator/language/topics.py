"""Which of the scenario's topics, needs, products and facts a clause is about, by the words its author gave."""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from simulator.language.normalise import simplified

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

_LATIN = re.compile(r"^[a-z0-9][a-z0-9 '&/.-]*$")
KEPT = 64
"""Of how many texts it is kept what they mention."""
PHRASE = 4
"""So many Chinese characters are a phrase; so many letters has an English word at least that means something."""
_OF_ANY_QUESTION = frozenset(
    [
        "much",
        "many",
        "what",
        "which",
        "does",
        "your",
        "with",
        "have",
        "that",
        "this",
        "long",
        "they",
        "them",
        "from",
        "when",
        "will",
        "would",
        "could",
        "about",
    ]
)
_ENDINGS = ("s", "es", "ed", "ing", "")


def _standing(words: Sequence[str], text: str) -> frozenset[str]:
    """What of ``words``, the longest first, stands in ``text`` beside each other; Latin words with an ending."""
    found: set[str] = set()
    at = 0
    while places := [place for word in words if (place := _place(word, text, at)) is not None]:
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


def _is_phrase(words: str) -> bool:
    """Whether words are enough to tell a subject by: two that mean something, or four Chinese characters."""
    if not words.isascii():
        return len(words) >= PHRASE
    return sum(len(word) >= PHRASE and word not in _OF_ANY_QUESTION for word in words.split()) > 1


def _answered(scenario: "Scenario") -> Iterator[str]:
    for subjects in (scenario.topics, scenario.needs, scenario.products, scenario.facts):
        yield from (id for id, subject in subjects.items() if subject.say.all)


class Topics:
    """Finds the subject of a clause: products before needs before topics before facts, the longest mention first.

    Of mentions equally long the subject with more words of its own in the clause.
    """

    def __init__(self, scenario: "Scenario | None") -> None:
        named: list[tuple[str, tuple[str, ...]]] = []
        if scenario is not None:
            named = [
                *((id, (product.name, *product.words)) for id, product in scenario.products.items()),
                *((id, need.words) for id, need in scenario.needs.items() if need.words),
                *((id, topic.words) for id, topic in scenario.topics.items()),
                *((id, fact.words) for id, fact in scenario.facts.items()),
            ]
        self._ids = tuple(id for id, _ in named)
        self._places = {id: at for at, id in enumerate(self._ids)}
        words = ((simplified(word), at) for at, (_, own) in enumerate(named) for word in own if word.strip())
        self._words: dict[str, list[int]] = {}
        """Everybody's words, the longest first, each with the places of its subjects."""
        for word, at in sorted(set(words), key=lambda pair: (-len(pair[0]), pair)):
            self._words.setdefault(word, []).append(at)
        self._kept: dict[str, dict[int, frozenset[str]]] = {}
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

    def by_phrase(self, question: str) -> str | None:
        """The subject of which a whole phrase of its author's stands in ``question``; None where two have one."""
        mentioned = self._mentioned(simplified(question)).items()
        found = [self._ids[at] for at, words in mentioned if any(map(_is_phrase, words))]
        return found[0] if len(found) == 1 and found[0] not in self.products else None

    def mentions(self, id: str, text: str) -> frozenset[str]:
        """The words of a subject that stand in ``text`` (already `simplified`), each once."""
        return self._mentioned(text).get(self._places.get(id, -1), frozenset())

    def _mentioned(self, text: str) -> dict[int, frozenset[str]]:
        """The subjects with words in ``text``, by their places, and these words; those of the last texts are kept."""
        kept = self._kept.get(text)
        if kept is None:
            standing: dict[int, list[str]] = {}
            for word, subjects in self._words.items():
                if word in text:
                    for at in subjects:
                        standing.setdefault(at, []).append(word)
            mentions = ((at, _standing(standing[at], text)) for at in sorted(standing))
            kept = {at: found for at, found in mentions if found}
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[text] = kept
        return kept

    def _longest(self, text: str, without: frozenset[str]) -> str | None:
        best: tuple[tuple[int, int], str] | None = None
        for at, mentions in self._mentioned(text).items():
            lengths = [len(mention) for mention in mentions]
            weight = max(lengths), sum(lengths)
            if self._ids[at] not in without and (best is None or weight > best[0]):
                best = (weight, self._ids[at])
        return best[1] if best else None
