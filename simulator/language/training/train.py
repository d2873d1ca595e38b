"""Trains the model of a language from the corpus: ``python -m simulator.language.training.train [zh] [en]``.

One linear classifier a label over the chunk features (TF-IDF), squared hinge loss; scores are calibrated and
thresholds set on held-out hands: every fold leaves out whole authors, so that the probabilities mean what they say
for words of somebody new. Deterministic: the same corpus gives the same file.
"""

import math
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from simulator.language.corpus_file import CorpusTurn, read_corpus
from simulator.language.features import chunk_features, plain
from simulator.language.judging import write_judge
from simulator.language.model import COUNT_FACTORS, Label, write_model
from simulator.language.model import FOLDER as MODELS
from simulator.language.segments import chunks
from simulator.language.skeletons import wordings
from simulator.language.stretches import last_words
from simulator.language.training.corpus_hash import TEST_HANDS, corpus_hash
from simulator.language.training.judge import train_judge
from simulator.language.training.kinds import train_kinds

SMALLEST = 4
"""Weights below this (of 127) are dropped: they carry noise and bytes."""
IDF_UNIT = 20
WEAKEST = {"zh": 19, "en": 10}
"""A feature none of whose weights reaches this is left out of the model: it costs memory and tells nothing."""
WORDINGS = 3
"""How many wordings of a skeleton are trained on; more change little."""
FOLDS = 3
Matrix = Any


@dataclass(frozen=True, slots=True)
class Example:
    """A chunk with its features and labels; ``turn`` numbers its turn, ``source`` is its place in the corpus."""

    features: list[str]
    labels: frozenset[str]
    turn: int
    hand: str
    source: str


def chunk_labels(turn: CorpusTurn, pieces: Sequence[str]) -> list[frozenset[str]]:
    """The labels of each chunk: those of every clause that it overlaps by more than half of the shorter."""
    spans, position = [], 0
    for clause in turn.clauses:
        start = turn.text.index(clause.text, position)
        position = start + len(clause.text)
        spans.append((start, position, clause.labels))
    found, position = [], 0
    for piece in pieces:
        start = turn.text.index(piece, position)
        position = start + len(piece)
        labels: set[str] = set()
        for begin, end, own in spans:
            if min(position, end) - max(start, begin) > 0.5 * min(end - begin, position - start):
                labels |= own
        found.append(frozenset(labels))
    return found


def examples(language: str, turns: Sequence[CorpusTurn]) -> list[Example]:
    """Every chunk of every turn."""
    found = []
    for number, turn in enumerate(turns):
        pieces = chunks(turn.text)
        texts = [plain(piece) for piece in pieces]
        previous = plain(last_words(language, turn.previous))
        for at, labels in enumerate(chunk_labels(turn, pieces)):
            features = chunk_features(language, texts, at, previous)
            found.append(Example(features, labels, number, turn.hand, turn.place))
    return found


class Vectors:
    """The features kept, their idf in integers, and the matrix of examples.

    A feature is kept when it stands in two different turns or skeletons: one author's quirk teaches nothing.
    """

    def __init__(self, training: Sequence[Example]) -> None:
        seen: Counter[str] = Counter()
        first: dict[str, str] = {}
        several: set[str] = set()
        for example in training:
            for name in set(example.features):
                seen[name] += 1
                if first.setdefault(name, example.source) != example.source:
                    several.add(name)
        self.names = sorted(several)
        self.index = {name: at for at, name in enumerate(self.names)}
        total = len(training)
        self.idfs = [min(255, max(1, round(IDF_UNIT * math.log(total / seen[name])))) for name in self.names]

    def matrix(self, examples: Sequence[Example]) -> Matrix:
        """The examples as rows of unit length."""
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for at, example in enumerate(examples):
            entries = []
            for name, number in Counter(example.features).items():
                column = self.index.get(name)
                if column is not None:
                    factor = COUNT_FACTORS[min(number, len(COUNT_FACTORS) - 1)]
                    entries.append((column, self.idfs[column] * factor))
            norm = math.sqrt(sum(value * value for _, value in entries)) or 1.0
            rows.extend([at] * len(entries))
            columns.extend(column for column, _ in entries)
            values.extend(value / norm for _, value in entries)
        return sparse.csr_matrix((values, (rows, columns)), shape=(len(examples), len(self.names)))


def fit(matrix: Matrix, truth: Any) -> tuple[Any, float]:
    """Weights and bias of one label."""
    machine = LinearSVC(C=0.5, tol=1e-3, class_weight={True: 3, False: 1}, random_state=0)
    machine.fit(matrix, truth)
    return machine.coef_[0], float(machine.intercept_[0])


def fit_all(matrix: Matrix, examples: Sequence[Example], labels: Sequence[str]) -> list[tuple[Any, float]]:
    """Weights and bias of every label, on all processors."""
    truths = [np.array([label in example.labels for example in examples]) for label in labels]
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda truth: fit(matrix, truth), truths))


def folds(hands: Sequence[str]) -> list[frozenset[str]]:
    """The authors of whole visits, dealt into `FOLDS` groups."""
    return [frozenset(hands[at::FOLDS]) for at in range(min(FOLDS, len(hands)))]


def held_out_scores(
    visits: list[Example], others: list[Example], labels: list[str], groups: list[frozenset[str]]
) -> Any:
    """The score of every label for every chunk of the visits, by models that have not seen its author."""
    scores = np.zeros((len(visits), len(labels)))
    for group in groups:
        rest = [*(example for example in visits if example.hand not in group), *others]
        vectors = Vectors(rest)
        own = [at for at, example in enumerate(visits) if example.hand in group]
        seen, unseen = vectors.matrix(rest), vectors.matrix([visits[at] for at in own])
        for at, (weights, bias) in enumerate(fit_all(seen, rest, labels)):
            scores[own, at] = unseen @ weights + bias
    return scores


def by_turn(scores: Any, turns: Any) -> Any:
    """The best score of each label in each turn."""
    best = np.full((turns.max() + 1, scores.shape[1]), -9.0)
    np.maximum.at(best, turns, scores)
    return best


def calibration(scores: Any, truth: Any) -> tuple[float, float]:
    """Slope and offset from a score to the probability that the label is right (Platt 1999)."""
    logistic = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), truth)
    return float(logistic.coef_[0][0]), float(logistic.intercept_[0])


def train(language: str) -> None:
    """Trains and writes the model of ``language`` from all hands but those kept for the test."""
    turns = [turn for turn in read_corpus(language) if turn.hand not in TEST_HANDS[language]]
    hands = sorted({turn.hand for turn in turns if turn.hand.startswith("h")})
    visits = examples(language, [turn for turn in turns if turn.hand in hands])
    singles = [turn for turn in turns if turn.hand not in hands]
    others = examples(language, [*singles, *wordings(language, WORDINGS)])
    training = [*visits, *others]
    labels = sorted({label for example in training for label in example.labels})
    scores = held_out_scores(visits, others, labels, folds(hands))
    vectors = Vectors(training)
    matrix = vectors.matrix(training)
    numbers = np.array([example.turn for example in visits])
    truths = np.array([[name in example.labels for name in labels] for example in visits])
    gold = by_turn(truths.astype(float), numbers) > 0.5
    spoken = [turn for turn in turns if turn.hand in hands]
    judge = train_judge(language, labels, by_turn(scores, numbers), gold, spoken)
    train_kinds(language, [*turns, *wordings(language, 1)])
    write_judge(MODELS / f"{language}.judge.json", judge)
    weights, chosen = [], []
    for at, (name, (coefficients, bias)) in enumerate(zip(labels, fit_all(matrix, training, labels), strict=True)):
        weights.append(coefficients)
        chosen.append(Label(name, bias, *calibration(scores[:, at], truths[:, at])))
    table = np.stack(weights, axis=1) * np.array(vectors.idfs)[:, None]
    unit = float(np.quantile(np.abs(table).max(axis=0), 0.9)) / 127
    small = np.clip(np.rint(table / unit), -127, 127).astype(np.int8)
    small[np.abs(small) < SMALLEST] = 0
    kept = np.flatnonzero(np.abs(small).max(axis=1) >= WEAKEST[language])
    names, idfs = [vectors.names[at] for at in kept], [vectors.idfs[at] for at in kept]
    write_model(MODELS / f"{language}.model", chosen, unit, names, small[kept], idfs)
    (MODELS / f"{language}.corpus").write_text(corpus_hash(language) + "\n", encoding="utf-8")
    print(f"{language}: {len(turns)} turns, {len(training)} chunks, {len(labels)} labels, {len(kept)} features")


if __name__ == "__main__":
    for wanted in sys.argv[1:] or ["zh", "en"]:
        train(wanted)
