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
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nlargest
from operator import mul
from typing import TYPE_CHECKING

from simulator.language.link_weights import OFFSETS, SURENESS, WEIGHTS
from simulator.language.normalise import bare, simplified
from simulator.language.subjects import spoken_of_as, subjects
from simulator.language.topics import Topics
from simulator.sentences import HAN, WORD, stem, without_narration

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

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
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        got get have has had much many long time think want need like know say tell see come go give take make thing
        way good bit lot now still ever been there done doing really any else kind sort quit number please moment minut two three four five ten
        """,
    )
)
_COMMON_LETTERS = frozenset(
    "您你我他她它们的了吗呢吧啊是有在不么什怎多少这那哪现个一两大小概会能想要给跟和都就也还说着过到把被让样为啥谁几没对"
    "以前后上下里面来去方便问看讲听觉得如果何时候天年月日办法事情请可做今昨明早晚儿"
)
"""Words, and letters, of questions of every kind: what two questions have in common besides tells what they ask about."""
FEATURES = (
    "words", "asked", "lines", "remarks", "rarest_word", "rarest_in_lines", "mention", "mentions", "product", "before",
    "short_and_before", "nearest_question", "nearest_questions", "turn",
)  # fmt: skip
"""What is measured of a question and a subject; each also as a share of the best subject's."""
FEW = 40
"""A scenario with fewer subjects is measured as if it had so many."""
_WORDS, _ASKED, _LINES = 0, 1, 2
_RAREST = {_WORDS: 4, _LINES: 5}
"""Where the rarest unit shared with a field stands among the features."""
ALONE = 3.0
"""The lead of a subject that has no other beside it."""
WORD_FOR_WORD = 9.0
"""The score of a question that an author wrote as an example of asking for its subject."""
KEPT = 64
"""How many questions' scores are kept."""
_LONG = {"zh": 4, "en": 10}
"""The length of a good mention, in characters."""
_SHORT = {"zh": 14, "en": 6}
"""A question with fewer units than this leans on what was said before."""


def units(text: str, language: str) -> tuple[str, ...]:
    """What texts are compared by, each once: runs of one to three Chinese characters; stems and pairs of stems."""
    written = simplified(without_narration(text))
    if language == "zh":
        runs = (run[i : i + n] for run in HAN.findall(written) for n in (1, 2, 3) for i in range(len(run) - n + 1))
        return tuple(dict.fromkeys((*runs, *WORD.findall(written))))
    stems = [stem(word) for word in WORD.findall(written.replace("'", "").replace("’", ""))]
    pairs = (f"{one} {two}" for one, two in itertools.pairwise(stems))
    return tuple(dict.fromkeys((*(one for one in stems if one not in _EMPTY), *pairs)))


def _tells(unit: str, language: str) -> bool:
    """Whether a unit is more than words that any question may have."""
    if language == "zh" and not unit.isascii():
        return len(unit) > 1 and not _COMMON_LETTERS.issuperset(unit)
    return any(word not in _EMPTY and word not in _COMMON for word in unit.split())


@dataclass(frozen=True, slots=True)
class Link:
    """The subject that a question asks about, and how surely, as log-odds (0: as likely right as wrong)."""

    subject: str
    score: float


def sureness(language: str, best: float, second: float) -> float:
    """The log-odds that the best subject is right: what leaves another far behind is surer than what only scores high."""
    of_score, of_lead, offset = SURENESS[language]
    return of_score * best + of_lead * (best - second) + offset


class Linker:
    """Links questions to the subjects of one scenario in one language.

    Example questions among ``unread``, as `bare` writes them, are left out: who measures how well questions are linked
    must not find them among the examples.
    """

    def __init__(self, scenario: "Scenario | None", topics: Topics, unread: Container[str] = frozenset()) -> None:
        self._language = scenario.language if scenario is not None else "zh"
        self._topics = topics
        self._known = subjects(scenario) if scenario is not None else {}
        if unread:
            self._known = {
                id: replace(one, asked=tuple(text for text in one.asked if bare(text) not in unread))
                for id, one in self._known.items()
            }
        self.ids = tuple(self._known)
        self._kept: dict[tuple[str, str, str], list[float]] = {}
        self._weights: dict[str, tuple[float, float]] = {}
        self._names = {id: spoken_of_as(scenario, id) for id in scenario.needs} if scenario is not None else {}

    def link(self, question: str, previous: str = "", turn: str = "", without: Container[str] = ()) -> Link | None:
        """What ``question`` asks about, said within ``turn`` after the client's line ``previous``; None if unsure.

        Subjects in ``without`` are left out.
        """
        if not self.ids:
            return None
        if (asked := self.asked(question)) is not None and asked not in without:
            return Link(asked, WORD_FOR_WORD)
        scores = self._scores(question, previous, turn)
        own = (
            (score, -at) for at, (id, score) in enumerate(zip(self.ids, scores, strict=True)) if id not in without
        )
        (score, at), *others = nlargest(2, own)
        sure = sureness(self._language, score, others[0][0] if others else score - ALONE)
        return Link(self.ids[-at], sure) if sure >= 0 and self._touches(-at, question, previous, turn) else None

    def asked(self, question: str) -> str | None:
        """The subject of which an author wrote this question, word for word, as an example."""
        return self._written.get(bare(question))

    def _touches(self, at: int, question: str, previous: str, turn: str) -> bool:
        """Whether a subject has more in common with what was said than words of questions of every kind."""
        if self._topics.mentions(self.ids[at], simplified(question)):
            return True
        said = itertools.chain.from_iterable(units(text, self._language) for text in (question, previous, turn))
        return any(
            at == there for unit in said if _tells(unit, self._language) for there, _ in self._places.get(unit, ())
        )

    def _scores(self, question: str, previous: str, turn: str) -> list[float]:
        """The log-odds of every subject; those of the last questions are kept, for one is heard in several moves."""
        key = (question, previous, turn)
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            weights, offset = WEIGHTS[self._language], OFFSETS[self._language]
            rows = self.measured(question, previous, turn)
            self._kept[key] = [sum(map(mul, weights, row)) + offset for row in rows]
        return self._kept[key]

    def known_as(self, id: str) -> str:
        """The subject of this id, or the topic as which a need without words of its own is spoken of."""
        return self._names.get(id, id)

    def measured(self, question: str, previous: str, turn: str) -> list[list[float]]:
        """A row of `FEATURES` for every subject, each followed by its share of the best subject's."""
        own = units(question, self._language)
        asked = frozenset(own)
        rest = tuple(unit for unit in units(turn, self._language) if unit not in asked)
        shared = self._shared(own)
        before = self._share_of(units(previous, self._language), (_WORDS, _LINES))
        beside = self._share_of(rest, (_WORDS, _ASKED))
        near = self._nearest(own)
        short = len(own) < _SHORT[self._language]
        written = simplified(question)
        rows = [
            [
                *shared[at],
                *self._mentioned(id, written),
                float(self._known[id].product),
                before[at],
                before[at] * short,
                *near[at],
                beside[at],
            ]
            for at, id in enumerate(self.ids)
        ]
        best = [max(column) or 1.0 for column in zip(*rows, strict=True)]
        return [[*row, *(value / top for value, top in zip(row, best, strict=True))] for row in rows]

    def _shared(self, own: Sequence[str]) -> list[list[float]]:
        """Of every subject how much of the question stands in its words, questions, lines and remarks; its rarest units."""
        found = [[0.0] * 6 for _ in self.ids]
        whole = sum(map(self._square, own)) or 1.0
        for unit in own:
            weight, square = self._weight(unit)
            part = square / whole
            for at, field in self._places.get(unit, ()):
                row = found[at]
                row[field] += part
                if field in (_WORDS, _LINES):
                    row[_RAREST[field]] = max(row[_RAREST[field]], weight)
        return found

    def _share_of(self, given: Sequence[str], fields: Container[int]) -> list[float]:
        """Of every subject how much of some units stands in any of its ``fields``."""
        found = [0.0] * len(self.ids)
        whole = sum(map(self._square, given)) or 1.0
        for unit in given:
            part = self._square(unit) / whole
            for at in dict.fromkeys(at for at, field in self._places.get(unit, ()) if field in fields):
                found[at] += part
        return found

    def _mentioned(self, id: str, written: str) -> tuple[float, float]:
        """How long the longest of the author's words in the question is, and all of them together."""
        lengths = sorted(map(len, self._topics.mentions(id, written)))
        good = _LONG[self._language]
        return (lengths[-1] / good if lengths else 0.0, sum(lengths) / good / 2)

    def _nearest(self, own: Sequence[str]) -> list[tuple[float, float]]:
        """Of every subject how near the nearest of its example questions is (cosine), and the three nearest together."""
        shared = [0.0] * len(self._questions)
        for unit in own:
            square = self._square(unit)
            for at in self._postings.get(unit, ()):
                shared[at] += square
        length = math.sqrt(sum(map(self._square, own))) or 1.0
        near: list[list[float]] = [[] for _ in self.ids]
        for common, (subject, other) in zip(shared, self._questions, strict=True):
            if common:
                near[subject].append(common / (length * other))
        return [(max(found, default=0.0), sum(sorted(found)[-3:]) / 3) for found in near]

    def _square(self, unit: str) -> float:
        return self._weight(unit)[1]

    def _weight(self, unit: str) -> tuple[float, float]:
        """How much a unit tells, and its square: what few subjects share tells more, and so does a longer one."""
        known = self._weights.get(unit)
        if known is None:
            places = self._places.get(unit, ())
            rarity = math.log((self._size + 1) / (len({at for at, _ in places}) + 0.5))
            size = len(unit) if self._language == "zh" else 1 + unit.count(" ") / 2
            weight = rarity * math.sqrt(size) / 5
            known = weight, weight**2
            if places:  # what stands nowhere comes once
                self._weights[unit] = known
        return known

    @cached_property
    def _places(self) -> Mapping[str, list[tuple[int, int]]]:
        """The subjects and their fields in which each unit stands."""
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, known in enumerate(self._known.values()):
            for field, texts in enumerate((known.words, known.asked, known.lines, known.remarks)):
                for unit in units(" . ".join(texts), self._language):
                    found[unit].append((at, field))
        return dict(found)

    @property
    def _size(self) -> int:
        """How many subjects there are; of a few no word could be called rare, so there are at least `FEW`."""
        return max(len(self.ids), FEW)

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """The example questions and whose they are."""
        return {bare(text): id for id, known in self._known.items() for text in known.asked}

    @cached_property
    def _examples(self) -> list[tuple[int, tuple[str, ...]]]:
        """The example questions: whose they are, and their units."""
        return [
            (at, units(text, self._language))
            for at, known in enumerate(self._known.values())
            for text in known.asked
        ]

    @cached_property
    def _questions(self) -> list[tuple[int, float]]:
        """The example questions: whose they are, and their length."""
        return [(at, math.sqrt(sum(map(self._square, own))) or 1.0) for at, own in self._examples]

    @cached_property
    def _postings(self) -> Mapping[str, list[int]]:
        """The example questions in which each unit stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, (_, own) in enumerate(self._examples):
            for unit in own:
                found[unit].append(at)
        return dict(found)
