"""Sentences that a scenario's author wrote for what they mean, or do not mean: they work at once, without training.

A chunk that is like an example's longest chunk (cosine of character n-grams) is taken for that move, with the likeness
as confidence. An accusation needs more: a taboo's example is compared as a whole, with as many chunks of the turn, and
what denies where the example does not is not like it. What stands word for word, or nearly, among the examples of a move
or among the counterexamples of a taboo is not that taboo.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.language.features import plain
from simulator.language.guards import denied, negations
from simulator.language.normalise import bare, simplified
from simulator.language.segments import chunks
from simulator.language.stretches import whole_sentence
from simulator.vocabulary.moves import TABOOS

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

SHORTEST = 15
"""An example with fewer n-grams (six letters) is too short to be like anything but itself."""
NEAR = 0.66
"""The likeness, 0-1, from which a Chinese chunk counts as said in the example's sense."""
NEAR_IN_LATIN = 0.5
"""The same for a chunk in Latin letters, whose longer n-grams are less often shared by chance."""
LIKE_A_TABOO = 0.74
"""The likeness from which words count as an example of a taboo; ``LIKE_A_TABOO_IN_LATIN`` in Latin letters."""
LIKE_A_TABOO_IN_LATIN = 0.6
NEARLY_THE_SAME = 0.8
"""The likeness to harmless words from which a taboo heard in them is taken back, and that for a red line."""
NEARLY_THE_SAME_FOR_RED = 0.88
IN_LATIN = 0.1
"""By so much less two texts in Latin letters are alike that are nearly the same."""
PART = 0.5
"""So much of every chunk of an example has to be said where it is compared as a whole."""
LONGEST = 4
"""So many chunks of a turn are compared with an example at most."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[a-z']+|\d+")


@dataclass(frozen=True, slots=True)
class _Example:
    label: str
    text: str
    latin: bool


class _Grams(NamedTuple):
    """The n-grams of a text, each as often as it stands in it, and the length of the vector of their numbers."""

    listed: list[str]
    length: float


@lru_cache(maxsize=256)
def _grams(text: str) -> _Grams:
    """n-grams of 1 to 3 characters; in Latin letters, which any two sentences share, of 4 to 6 across words."""
    written = plain(text)
    if _HAN.search(written):
        letters, sizes = "".join(c for c in written if c.isalnum()), (1, 2, 3)
    else:
        letters, sizes = " ".join(_WORD.findall(written)), (4, 5, 6)
    listed = [letters[i : i + n] for n in sizes for i in range(len(letters) - n + 1)]
    return _Grams(listed, math.sqrt(sum([number * number for number in Counter(listed).values()])) or 1.0)


class _Index:
    """Texts under labels, found by what they share with another; one is like ``enough`` of an example, 0-1."""

    def __init__(self, texts: Iterable[tuple[str, str]], enough: Callable[[_Example], float]) -> None:
        found: list[_Example] = []
        self._same: dict[str, list[_Example]] = {}
        known: dict[str, int] = {}
        numbers: list[int] = []
        sizes: list[int] = []
        lengths: list[float] = []
        for label, text in texts:
            grams = _grams(text)
            example = _Example(label, text, _HAN.search(text) is None)
            self._same.setdefault(bare(text), []).append(example)
            if len(grams.listed) >= SHORTEST:
                numbers.extend([known.setdefault(gram, len(known)) for gram in grams.listed])
                sizes.append(len(grams.listed))
                found.append(example)
                lengths.append(grams.length)
        self._examples = tuple(found)
        self._lengths = np.array(lengths)
        self._enough = np.array([enough(example) for example in found])
        self._having = _postings(known, numbers, sizes)
        """The texts that have an n-gram, by their places: each as often as it has it."""

    def __bool__(self) -> bool:
        return bool(self._same)

    def like(self, text: str) -> list[tuple[_Example, float]]:
        """The texts that are enough like ``text``, each with the likeness, 0-1; the same words are 1."""
        found = [(example, 1.0) for example in self._same.get(bare(text), ())]
        grams, having = _grams(text), self._having
        shared = [having[gram] for gram in grams.listed if gram in having]
        if not shared:
            return found
        common = np.bincount(np.concatenate(shared), minlength=len(self._examples))
        likeness: NDArray[np.float64] = common / (grams.length * self._lengths)
        alike = np.flatnonzero(np.minimum(likeness, 1.0) >= self._enough)
        return [*found, *((self._examples[at], min(float(likeness[at]), 1.0)) for at in alike.tolist())]


def _postings(
    known: Mapping[str, int], numbers: Sequence[int], sizes: Sequence[int]
) -> dict[str, NDArray[np.int32]]:
    """For every n-gram the texts that have it; ``numbers`` are those of the n-grams of all texts, so many of each."""
    owners = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    places = owners[np.argsort(np.array(numbers, dtype=np.int32), kind="stable")]
    ends = np.cumsum(np.bincount(numbers, minlength=len(known))).tolist() if numbers else []
    return {gram: places[first:last] for gram, first, last in zip(known, [0, *ends], ends, strict=False)}


class Examples:
    """The examples and counterexamples of one scenario; empty for none."""

    def __init__(self, scenario: "Scenario | None") -> None:
        self._given: Mapping[str, tuple[str, ...]] = scenario.examples if scenario else {}
        self._asked = tuple(_asked(scenario)) if scenario else ()
        against = _of(scenario.counterexamples if scenario else {})
        self._against = _Index(against, lambda example: _same_enough(example.label, example))
        acts = (
            (label, piece)
            for label, text in _of(self._given)
            if label not in TABOOS and (piece := max(chunks(text), key=len, default=""))  # the rest is trimming
        )
        self._acts = _Index(acts, lambda example: NEAR_IN_LATIN if example.latin else NEAR)
        several = ((label, text) for label, text in _of(self._given) if label in TABOOS or len(chunks(text)) > 1)
        self._wholes = _Index(several, _like_enough)
        """Examples that are compared as wholes: those of taboos, and those of several chunks."""

    @cached_property
    def _harmless(self) -> _Index:
        """The examples of moves as wholes, and the questions that are written of subjects."""
        moves = [(label, text) for label, text in _of(self._given) if label not in TABOOS]
        return _Index([*moves, *(("", text) for text in self._asked)], _least_enough)

    def __bool__(self) -> bool:
        return bool(self._given) or bool(self._against) or bool(self._asked)

    def like(self, pieces: Sequence[str]) -> list[dict[str, float]]:
        """Of every chunk of a turn the labels whose examples it is like, with the likeness, 0-1."""
        found: list[dict[str, float]] = [{} for _ in pieces]
        for own, piece in zip(found, pieces, strict=True) if self._acts else ():
            for example, likeness in self._acts.like(piece):
                own[example.label] = max(own.get(example.label, 0.0), likeness)
        for places, window in _windows(pieces) if self._wholes else ():
            for example, likeness in self._wholes.like(window):
                if _every_part(example, window) and not _denied(example, window, pieces, places):
                    for own in found[places.start : places.stop]:
                        own[example.label] = max(own.get(example.label, 0.0), likeness)
        return found

    def unlike(self, pieces: Sequence[str], taboos: Sequence[str]) -> list[dict[str, float]]:
        """Of every chunk the labels that it does not mean, with the likeness of what says so: those of its counterexamples,
        and those of ``taboos`` where an example of a move says the same."""
        found: list[dict[str, float]] = [{} for _ in pieces]
        if not self:
            return found
        for places, window in _windows(pieces):
            against = [(one, like, (one.label,)) for one, like in self._against.like(window)]
            harmless = [(one, like, tuple(taboos)) for one, like in self._harmless.like(window)] if taboos else []
            for example, likeness, labels in (*against, *harmless):
                if _negations(example.text) != _negations(window):
                    continue
                for label in labels:
                    if likeness >= _same_enough(label, example):
                        for own in found[places.start : places.stop]:
                            own[label] = max(own.get(label, 0.0), likeness)
        return found


def _like_enough(example: _Example) -> float:
    if example.label not in TABOOS:
        return NEARLY_THE_SAME - IN_LATIN * example.latin
    return LIKE_A_TABOO_IN_LATIN if example.latin else LIKE_A_TABOO


def _every_part(example: _Example, window: str) -> bool:
    """Whether something of every chunk of an example is said: the greater half may be harmless by itself."""
    said = frozenset(_grams(window).listed)
    parts = [frozenset(_grams(part).listed) for part in chunks(example.text)]
    return all(sum(gram in said for gram in part) >= PART * len(part) for part in parts)


def _denied(example: _Example, window: str, pieces: Sequence[str], places: range) -> bool:
    """Whether the words themselves, or the rest of their sentence, deny what the example says."""
    if _negations(window) != _negations(example.text):
        return True
    whole = whole_sentence(pieces, places)
    sentence = "".join(pieces[whole.start : whole.stop])
    tongue = _tongue(sentence)
    refused = denied(tongue, example.label, simplified(sentence))
    return refused and not denied(tongue, example.label, simplified(example.text))


def _negations(text: str) -> int:
    return negations(_tongue(text), text)


def _tongue(text: str) -> str:
    return "zh" if _HAN.search(text) else "en"


def _same_enough(label: str, example: _Example) -> float:
    red = label in TABOOS and TABOOS[label].severity == "red"
    return (NEARLY_THE_SAME_FOR_RED if red else NEARLY_THE_SAME) - IN_LATIN * example.latin


def _least_enough(example: _Example) -> float:
    """What is enough for any taboo."""
    return min(_same_enough(label, example) for label in TABOOS)


def _of(given: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((label, text) for label, texts in given.items() for text in texts)


def _asked(scenario: "Scenario") -> Iterator[str]:
    for subjects in (scenario.topics, scenario.needs, scenario.products, scenario.facts):
        yield from (text for subject in subjects.values() for text in subject.asked)


def _windows(pieces: Sequence[str]) -> Iterator[tuple[range, str]]:
    """Neighbouring chunks, up to `LONGEST` together; and all of them."""
    for first in range(len(pieces)):
        for last in range(first + 1, min(first + LONGEST, len(pieces)) + 1):
            yield range(first, last), "".join(pieces[first:last])
    if len(pieces) > LONGEST:
        yield range(len(pieces)), "".join(pieces)
