"""Which subject of the scenario a question asks about: every subject is scored by what it shares with the question.

A question seldom names its subject as the author did. So a subject is known by several things: the words its author
gave, the questions written as examples of asking for it (``asked``), what the client says of it, and what its remarks
say; what many subjects have in common counts little. The client's last line and the rest of the turn help where the
question itself is short ("and how did that come about?"). The weights are learned from questions typed in played visits
(``python -m simulator.language.training.linking``) and belong to no scenario.
"""

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.language.link_weights import OFFSETS, SURE, WEIGHTS
from simulator.language.normalise import simplified
from simulator.language.subjects import spoken_of_as, subjects
from simulator.language.topics import Topics

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

_NARRATION = re.compile(r"【[^】]*】|（[^）]*）|\[[^\]]*\]|\([^)]*\)")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[a-z]+|\d+")
_ENDINGS = ("ing", "ers", "ies", "ed", "es", "er", "ly", "s")
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        a an the is are was were be been do does did have has had i you he she it we they your my his her its our
        their me him them us to of in on at by for from with as and or but so if that this these those what which
        who when where why how not no any some all can could would will shall may might must just then than there
        here about up out into over one
        """,
    )
)
FEATURES = (
    "words", "lines", "remarks", "rarest_word", "rarest_in_lines", "mention", "mentions", "product", "before",
    "short_and_before", "nearest_question", "nearest_questions", "all_questions", "turn",
)  # fmt: skip
"""What is measured of a question and a subject; each also as a share of the best subject's."""
FEW = 40
_LONG = {"zh": 4, "en": 10}
"""The length of a good mention, in characters."""
_SHORT = {"zh": 14, "en": 6}
"""A question with fewer units than this leans on what was said before."""


def units(text: str, language: str) -> frozenset[str]:
    """What texts are compared by: runs of one to three Chinese characters; stems and pairs of stems."""
    written = simplified(_NARRATION.sub(" ", text))
    if language == "zh":
        runs = (run[i : i + n] for run in _HAN.findall(written) for n in (1, 2, 3) for i in range(len(run) - n + 1))
        return frozenset((*runs, *_WORD.findall(written)))
    stems = [_stem(word) for word in _WORD.findall(written.replace("'", "").replace("’", ""))]
    pairs = (f"{one} {two}" for one, two in itertools.pairwise(stems))
    return frozenset((*(stem for stem in stems if stem not in _EMPTY), *pairs))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True, slots=True)
class Link:
    """The subject that a question asks about, and how surely, as log-odds."""

    subject: str
    score: float


class Linker:
    """Links questions to the subjects of one scenario in one language."""

    def __init__(self, scenario: "Scenario | None", topics: Topics) -> None:
        self._language = scenario.language if scenario is not None else "zh"
        self._topics = topics
        self._known = subjects(scenario) if scenario is not None else {}
        self.ids = tuple(self._known)
        self._names = {id: spoken_of_as(scenario, id) for id in scenario.needs} if scenario is not None else {}

    def link(self, question: str, previous: str = "", turn: str = "", without: Container[str] = ()) -> Link | None:
        """What ``question`` asks about, said within ``turn`` after the client's line ``previous``; None if unsure.

        Subjects in ``without`` are left out.
        """
        if not self.ids:
            return None
        weights = WEIGHTS[self._language]
        rows = self.measured(question, previous, turn)
        scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows]
        best = max((at for at, id in enumerate(self.ids) if id not in without), key=lambda at: (scores[at], -at))
        score = scores[best] + OFFSETS[self._language]
        return Link(self.ids[best], score) if score >= SURE[self._language] else None

    def known_as(self, id: str) -> str:
        """The subject of this id, or the topic as which a need without words of its own is spoken of."""
        return self._names.get(id, id)

    def measured(self, question: str, previous: str, turn: str) -> list[list[float]]:
        """A row of `FEATURES` for every subject, each followed by its share of the best subject's."""
        own = units(question, self._language)
        rest = units(turn, self._language) - own
        before = units(previous, self._language)
        near = self._nearest(own)
        rows = [self._row(id, own, rest, before, near.get(id, []), simplified(question)) for id in self.ids]
        best = [max(column) or 1.0 for column in zip(*rows, strict=True)]
        return [[*row, *(value / top for value, top in zip(row, best, strict=True))] for row in rows]

    def _row(
        self,
        id: str,
        own: frozenset[str],
        rest: frozenset[str],
        before: frozenset[str],
        near: list[float],
        written: str,
    ) -> list[float]:
        words, asked, lines, remarks = self._fields[id]
        mentions = self._topics.mentions(id, written)
        length = self._square(own) or 1.0
        spoken_of = self._square(before & (lines | words)) / (self._square(before) or 1.0)
        return [
            self._square(own & words) / length,
            self._square(own & lines) / length,
            self._square(own & remarks) / length,
            max((self._weight(unit) for unit in own & words), default=0.0),
            max((self._weight(unit) for unit in own & lines), default=0.0),
            max(map(len, mentions), default=0) / _LONG[self._language],
            sum(map(len, mentions)) / _LONG[self._language] / 2,
            float(self._known[id].product),
            spoken_of,
            spoken_of * (len(own) < _SHORT[self._language]),
            max(near, default=0.0),
            sum(sorted(near)[-3:]) / 3,
            self._square(own & asked) / length,
            self._square(rest & (words | asked)) / (self._square(rest) or 1.0),
        ]

    def _nearest(self, own: frozenset[str]) -> dict[str, list[float]]:
        """How near the question is to every example question that shares anything with it (cosine), by subject."""
        shared: defaultdict[int, float] = defaultdict(float)
        for unit in own:
            for at in self._postings.get(unit, ()):
                shared[at] += self._weight(unit) ** 2
        length = math.sqrt(self._square(own)) or 1.0
        near: defaultdict[str, list[float]] = defaultdict(list)
        for at, common in shared.items():
            id, other = self._questions[at]
            near[id].append(common / (length * other))
        return near

    def _square(self, found: Iterable[str]) -> float:
        return sum(self._weight(unit) ** 2 for unit in found)

    def _weight(self, unit: str) -> float:
        """How much a unit tells: what few subjects share tells more, and so does a longer one."""
        size = len(unit) if self._language == "zh" else 1 + unit.count(" ") / 2
        return self._rarity.get(unit, self._rarest) * math.sqrt(size) / 5

    @cached_property
    def _fields(self) -> dict[str, tuple[frozenset[str], ...]]:
        """What each subject is known by, in units: words, example questions, lines, remarks."""
        return {
            id: tuple(
                units(" . ".join(part), self._language)
                for part in (known.words, known.asked, known.lines, known.remarks)
            )
            for id, known in self._known.items()
        }

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        common = Counter(unit for fields in self._fields.values() for unit in frozenset().union(*fields))
        return {unit: math.log((self._size + 1) / (number + 0.5)) for unit, number in common.items()}

    @property
    def _size(self) -> int:
        """How many subjects there are; of a few no word could be called rare, so there are at least `FEW`."""
        return max(len(self.ids), FEW)

    @property
    def _rarest(self) -> float:
        return math.log(2 * (self._size + 1))

    @cached_property
    def _questions(self) -> list[tuple[str, float]]:
        """The example questions: whose they are, and their length."""
        return [
            (id, math.sqrt(self._square(units(text, self._language))) or 1.0)
            for id, known in self._known.items()
            for text in known.asked
        ]

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        """The example questions in which each unit stands."""
        texts = [text for known in self._known.values() for text in known.asked]
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(texts):
            for unit in units(text, self._language):
                found[unit].append(at)
        return found
