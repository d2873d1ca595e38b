"""Which moves and taboos are heard in a turn, and in which of its chunks: by the models, and by the author's examples."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from simulator.language.evidence import BY_DEFINITION, LISTED, PLAIN_ALL_THE_SAME, wanting
from simulator.language.examples import Examples
from simulator.language.features import chunk_features, own_features, own_words, plain
from simulator.language.guards import CERTAIN_ALL_THE_SAME, DOUBTED, denied
from simulator.language.judging import Judge, load_judge, turn_signs
from simulator.language.kinds import kind_of
from simulator.language.model import Label, Model, load_model
from simulator.language.normalise import simplified
from simulator.language.outright import FAMILIAR, SURE, Outright, outright, plainly_addressed
from simulator.language.questions import unsure_questions
from simulator.language.stretches import Heard, ends_sentence, last_words, runs, whole_question, whole_sentence
from simulator.language.telling import LIKELY, telling, told
from simulator.vocabulary.moves import TABOOS

PLAIN = 0.08
"""A move whose chunk scores this much is heard whatever else the turn holds."""
FAIR_GUESS = -0.95
"""The log-odds from which the likeliest move of a turn that would else be unplaced is heard: about half are right."""
NOTHING = -9.0
"""The score of what the author's words say that a chunk does not mean."""
PLAINLY_LIKE = 0.8
"""The likeness to an author's example of a taboo from which there is no doubt of it."""
_INFORMAL = "!informal_address"
NEAR_BEST = 0.15
"""A chunk whose score is this near to the best of the turn bears the label too."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What the models and the author's examples say of a turn: one row a chunk, one column a label."""

    pieces: tuple[str, ...]
    features: list[list[str]]
    scores: list[list[float]]
    best: list[float]
    signs: list[float]
    verdicts: list[float]
    likened: list[dict[str, float]]
    guess: int

    def likeness(self, name: str) -> list[float]:
        """How like an author's examples of a label each chunk is, 0-1."""
        return [own.get(name.lstrip("!"), 0.0) for own in self.likened]


class Labelled(NamedTuple):
    """A label heard in the chunks from ``first`` to before ``last``; a taboo's ``name`` begins with ``!``."""

    first: int
    last: int
    name: str
    heard: Heard


GRAVER = {"overpromise": "guarantee_return"}
"""An offence that says the same as a graver one, beside which it is not heard a second time."""


class Labelling:
    """Hears the labels of turns in one language; ``examples`` are the author's own."""

    def __init__(self, language: str, examples: Examples) -> None:
        self.language = language
        self._examples = examples

    @cached_property
    def _model(self) -> Model:
        return load_model(self.language)

    @cached_property
    def _judge(self) -> Judge:
        return load_judge(self.language)

    @cached_property
    def _names(self) -> list[str]:
        return [label.name for label in self._model.labels]

    @cached_property
    def _columns(self) -> dict[str, int]:
        """Where each move and taboo stands among the labels."""
        return {name.lstrip("!"): at for at, name in enumerate(self._names)}

    @cached_property
    def _lines(self) -> list[float]:
        """The log-odds from which each label is reported."""
        return [self._judge.line(name) for name in self._names]

    def of(self, pieces: tuple[str, ...], previous: str) -> tuple[list[Labelled], float]:
        """What is heard in a turn, in its order, and the probability, 0-1, of the likeliest label of all."""
        scored = self._scored(pieces, previous)
        names = self._names
        liked = frozenset(id for own in scored.likened for id in own)
        found = [
            (first, last, label)
            for label, (name, best, verdict, line) in enumerate(
                zip(names, scored.best, scored.verdicts, self._lines, strict=True)
            )
            # what is so plain in itself that the rest of the turn has no say is heard too
            if (meant := verdict >= line or label == scored.guess or (best >= PLAIN and name[0] != "!"))
            or name.lstrip("!") in liked
            if (column := self._heard_in(scored, label, meant)) is not None
            for first, last in runs(column)
        ]
        heard = [(range(first, last), names[label]) for first, last, label in found]
        found = sorted([*found, *unsure_questions(pieces, names, scored.scores, heard)], key=lambda one: one[0])
        taken = {at for first, last, _ in found for at in range(first, last)}
        made = [
            Labelled(
                first,
                last,
                names[label],
                self._stretch(scored, first, last, label, whole_question(pieces, first, last, taken)),
            )
            for first, last, label in found
        ]
        return self._judged(made, scored, previous), _chance(max(scored.verdicts))

    def _judged(self, made: list[Labelled], scored: Scored, previous: str) -> list[Labelled]:
        """What is heard without the taboos that have no word of their own near by, and with those said outright."""
        text = "".join(scored.pieces)
        starts = [0, *accumulate(len(piece) for piece in scored.pieces)]
        bare = [
            one.name[0] == "!"
            and not any(scored.likeness(one.name))
            and wanting(self.language, one.name[1:], text, range(starts[one.first], starts[one.last]), previous)
            for one in made
        ]
        founded = {one.name for one, unfounded in zip(made, bare, strict=True) if not unfounded}
        kept = []
        for one, unfounded in zip(made, bare, strict=True):
            if not unfounded:
                kept.append(one)
            elif one.name not in founded and self._plain_all_the_same(scored, one.name):
                doubted = replace(one.heard, confidence=min(LISTED, one.heard.confidence), certain=False)
                kept.append(one._replace(heard=doubted))
        offences = outright(self.language, text, previous)
        graver = {one.name[1:] for one in kept} | {said.family for said in offences}
        for said in offences:
            if GRAVER.get(said.family) not in graver:
                kept = self._with_outright(kept, said, scored, starts)
        for said in self._told_all_the_same(text, scored, kept):
            kept = self._with_outright(kept, said, scored, starts)
        places = plainly_addressed(self.language, text)
        if (
            not places or not kept or any(one.name == _INFORMAL for one in kept)
        ):  # of what is no talk nothing is heard
            return kept
        column = self._columns[_INFORMAL[1:]]
        start, end = max(places, key=lambda place: scored.scores[bisect_right(starts, place[0]) - 1][column])
        return self._with_outright(kept, Outright(_INFORMAL[1:], None, start, end), scored, starts, FAMILIAR)

    def _told_all_the_same(self, text: str, scored: Scored, heard: Sequence[Labelled]) -> list[Outright]:
        """The red lines that the turn sounds like and words of it tell.

        What it hardly sounds like only where that is the likeliest, and none of those ``heard`` is certain.
        """
        rows = zip(self._names, scored.verdicts, strict=True)
        odds = {name[1:]: value for name, value in rows if name[0] == "!" and TABOOS[name[1:]].severity == "red"}
        certain = any(one.heard.certain and one.name[1:] in odds for one in heard)
        sounding = sorted((id for id, value in odds.items() if value >= LIKELY), key=lambda id: -odds[id])
        found = [(id, place) for id in sounding if (place := telling(self.language, id, text)) is not None]
        return [
            Outright(id, None, *place)
            for at, (id, place) in enumerate(found)
            if odds[id] >= self._judge.taboo_line or not (at or certain)
        ]

    def _plain_all_the_same(self, scored: Scored, name: str) -> bool:
        """Whether a taboo is so plain that a person should judge it though no word of it was found."""
        family = name[1:]
        return family not in BY_DEFINITION and scored.verdicts[self._columns[family]] >= PLAIN_ALL_THE_SAME

    def _with_outright(
        self, heard: list[Labelled], said: Outright, scored: Scored, starts: Sequence[int], sure: float = SURE
    ) -> list[Labelled]:
        """What is heard with an offence said outright, which is certain unless the author's words say that it is not meant."""
        name = f"!{said.family}"
        first = bisect_right(starts, said.start) - 1
        last = max(first + 1, bisect_left(starts, said.end))
        whole = whole_sentence(scored.pieces, range(first, last))
        sentence = scored.pieces[whole.start : whole.stop]
        if any(said.family in own for own in self._examples.unlike(sentence, (said.family,))):
            return heard
        if any(one.name == name for one in heard):
            return [one._replace(heard=_sure(one.heard, said)) if one.name == name else one for one in heard]
        words = "".join(scored.pieces)[said.start : said.end]
        kind = said.kind or self._kind(said.family, scored.features[first:last])
        new = Labelled(first, last, name, Heard(scored.pieces[first:last], sure, True, (words,), kind))
        return sorted([*heard, new], key=lambda one: one.first)

    def _scored(self, pieces: tuple[str, ...], previous: str) -> Scored:
        texts = [plain(piece) for piece in pieces]
        before = plain(last_words(self.language, previous))
        features = [chunk_features(self.language, texts, at, before) for at in range(len(texts))]
        scores: list[list[float]] = self._model.scores(features).tolist()
        signs = turn_signs(self.language, "".join(pieces), previous, len(pieces))
        likened = self._examples.like(pieces)
        best, verdicts = self._weighed(scores, signs)
        if self._examples and self._taken_back(pieces, scores, likened, verdicts):
            best, verdicts = self._weighed(scores, signs)
        guess = _guess(self._model.labels, verdicts, self._lines)
        return Scored(pieces, features, scores, best, signs, verdicts, likened, guess)

    def _weighed(self, scores: list[list[float]], signs: list[float]) -> tuple[list[float], list[float]]:
        """The best score of every label, and what the judge makes of them."""
        best = [max(column) for column in zip(*scores, strict=True)]
        return best, self._judge.verdicts(best, signs)

    def _taken_back(
        self,
        pieces: tuple[str, ...],
        scores: list[list[float]],
        likened: list[dict[str, float]],
        verdicts: list[float],
    ) -> bool:
        """Takes out of ``scores`` and ``likened`` what the author's words say that a chunk does not mean; whether there was any."""
        columns = self._columns
        suspect = [
            name[1:]
            for name, verdict, line in zip(self._names, verdicts, self._lines, strict=True)
            if name[0] == "!" and verdict >= line
        ]
        suspect += [id for own in likened for id in own if id in TABOOS]
        found = False
        unlike = self._examples.unlike(pieces, tuple(dict.fromkeys(suspect)))
        for row, own, cleared in zip(scores, likened, unlike, strict=True):
            for id, likeness in cleared.items():
                if id in columns and likeness >= own.get(id, 0.0):
                    own.pop(id, None)
                    row[columns[id]] = NOTHING
                    found = True
        return found

    def _heard_in(self, scored: Scored, label: int, meant: bool) -> list[bool] | None:
        """In which chunks a label is heard that the turn seems to mean, or an example says; None where it does not."""
        name = self._names[label]
        like = scored.likeness(name)
        if name[0] == "!" and scored.verdicts[label] < DOUBTED and not any(like) and self._denied(scored, name):
            return None
        near = scored.best[label] - NEAR_BEST
        return [(meant and row[label] >= near) or alike > 0 for row, alike in zip(scored.scores, like, strict=True)]

    def _denied(self, scored: Scored, name: str) -> bool:
        return denied(self.language, name.lstrip("!"), simplified("".join(scored.pieces)))

    def _stretch(self, scored: Scored, first: int, last: int, label: int, asked: str) -> Heard:
        """A label heard in neighbouring chunks, with what tells it."""
        name = self._model.labels[label].name
        taboo = name.startswith("!")
        like = scored.likeness(name)
        strongest = max(range(first, last), key=lambda at: scored.scores[at][label])
        words = own_words(self._model.telling(own_features(scored.features[strongest]), label))
        kind = self._kind(name[1:], scored.features[first:last]) if taboo else None
        return Heard(
            scored.pieces[first:last],
            max(_chance(scored.verdicts[label]), *like[first:last]),
            taboo and self._certain(scored, label, name),
            words,
            kind,
            scored.pieces[first - 1] if first and not ends_sentence(scored.pieces[first - 1]) else "",
            asked,
        )

    def _certain(self, scored: Scored, label: int, name: str) -> bool:
        certain = self._judge.certainty(scored.best, label, scored.signs) >= self._judge.red_line
        certain = certain or max(scored.likeness(name)) >= PLAINLY_LIKE
        if not certain or not self._denied(scored, name):
            return certain
        words = told(self.language, name[1:], "".join(scored.pieces))
        return words and scored.verdicts[label] >= CERTAIN_ALL_THE_SAME

    def _kind(self, family: str, features: list[list[str]]) -> str | None:
        return kind_of(self.language, family, own_features([name for part in features for name in part]))


def _guess(labels: Sequence[Label], verdicts: Sequence[float], lines: Sequence[float]) -> int:
    """The likeliest move of a turn in which no label is sure enough, where it is likely enough to be worth an answer.

    A client that answers a fair guess is better company than one that asks again; its low confidence stands beside it.
    -1 where there is none.
    """
    if any(verdict >= line for verdict, line in zip(verdicts, lines, strict=True)):
        return -1
    moves = [at for at, label in enumerate(labels) if not label.name.startswith("!")]
    likeliest = max(moves, key=verdicts.__getitem__)
    return likeliest if verdicts[likeliest] >= FAIR_GUESS else -1


def _sure(heard: Heard, said: Outright) -> Heard:
    """What was heard, without a doubt; what is the offence itself in so many words is no lesser kind of it."""
    kind = said.kind if said.kind == said.family else heard.kind
    return replace(heard, confidence=max(SURE, heard.confidence), certain=True, kind=kind)


def _chance(odds: float) -> float:
    """The probability, 0-1, of log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -40 else 0.0
