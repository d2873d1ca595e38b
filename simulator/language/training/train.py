"""Trains the model of a language from the corpus: ``python -m simulator.language.training.train [zh] [en]``.

One linear classifier a label over the chunk features (TF-IDF), squared hinge loss; scores are calibrated and
thresholds set on held-out hands: every fold leaves out whole authors, so that the probabilities mean what they say
for words of somebody new. Deterministic: the same corpus gives the same file.
"""

import hashlib
import math
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from simulator.language.corpus_file import FOLDER, CorpusTurn, read_corpus
from simulator.language.features import chunk_features, plain
from simulator.language.model import _COUNT_FACTORS, Label, write_model
from simulator.language.model import FOLDER as MODELS
from simulator.language.segments import chunks
from simulator.language.skeletons import wordings

MIN_CHUNKS = 2
"""A feature must stand in this many chunks to be kept."""
SMALLEST = 2
"""Weights below this (of 127) are dropped: they carry noise and bytes."""
IDF_UNIT = 20
WORDINGS = 6
"""How many wordings of a skeleton are trained on; more change little."""
FOLDS = 4
TEST_HANDS = {"zh": frozenset({"h03"}), "en": frozenset({"h01"})}
"""Authors who are never trained on: what the tables report is measured on their words."""
Matrix = Any


@dataclass(frozen=True, slots=True)
class Example:
    """A chunk with its features and labels; ``turn`` numbers its turn, ``hand`` is its author."""

    features: list[str]
    labels: frozenset[str]
    turn: int
    hand: str


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
        previous = plain(turn.previous)
        for at, labels in enumerate(chunk_labels(turn, pieces)):
            found.append(Example(chunk_features(language, texts, at, previous), labels, number, turn.hand))
    return found


class Vectors:
    """The features kept, their idf in integers, and the matrix of examples."""

    def __init__(self, training: Sequence[Example]) -> None:
        seen: Counter[str] = Counter()
        for example in training:
            seen.update(set(example.features))
        self.names = sorted(name for name, number in seen.items() if number >= MIN_CHUNKS)
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
                    factor = _COUNT_FACTORS[min(number, len(_COUNT_FACTORS) - 1)]
                    entries.append((column, self.idfs[column] * factor))
            norm = math.sqrt(sum(value * value for _, value in entries)) or 1.0
            rows.extend([at] * len(entries))
            columns.extend(column for column, _ in entries)
            values.extend(value / norm for _, value in entries)
        return sparse.csr_matrix((values, (rows, columns)), shape=(len(examples), len(self.names)))


def fit(matrix: Matrix, truth: Any) -> tuple[Any, float]:
    """Weights and bias of one label."""
    machine = LinearSVC(C=0.5, class_weight={True: 3, False: 1}, random_state=0)
    machine.fit(matrix, truth)
    return machine.coef_[0], float(machine.intercept_[0])


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
        for at, label in enumerate(labels):
            weights, bias = fit(seen, np.array([label in e.labels for e in rest]))
            scores[own, at] = unseen @ weights + bias
    return scores


def calibrated(name: str, bias: float, scores: Any, truth: Any, turns: Any) -> Label:
    """A label with its calibration and the thresholds that serve it best on unseen authors, turn by turn."""
    logistic = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), truth)
    slope, offset = float(logistic.coef_[0][0]), float(logistic.intercept_[0])
    best = np.full(turns.max() + 1, -9.0)
    np.maximum.at(best, turns, scores)
    gold = np.zeros(turns.max() + 1, bool)
    np.logical_or.at(gold, turns, truth)
    threshold, reached = 0.5, -1.0
    certain = 0.99
    for candidate in np.arange(0.1, 0.95, 0.02):
        line = (math.log(candidate / (1 - candidate)) - offset) / slope
        hit = best > line
        right = int((hit & gold).sum())
        f1 = 2 * right / max(1, int(hit.sum()) + int(gold.sum()))
        if f1 > reached + 1e-9:
            threshold, reached = float(candidate), f1
    for candidate in np.arange(0.98, threshold, -0.02):
        line = (math.log(candidate / (1 - candidate)) - offset) / slope
        hit = best > line
        if hit.sum() and (hit & gold).sum() / hit.sum() >= 0.95:
            certain = float(candidate)
    return Label(name, bias, slope, offset, threshold, certain)


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
    weights, chosen = [], []
    for at, name in enumerate(labels):
        coefficients, bias = fit(matrix, np.array([name in example.labels for example in training]))
        weights.append(coefficients)
        truth = np.array([name in example.labels for example in visits])
        chosen.append(calibrated(name, bias, scores[:, at], truth, numbers))
    table = np.stack(weights, axis=1)
    unit = float(np.quantile(np.abs(table).max(axis=0), 0.5)) / 127
    small = np.clip(np.rint(table / unit), -127, 127).astype(int)
    small[np.abs(small) < SMALLEST] = 0
    kept = np.flatnonzero(np.abs(small).sum(axis=1))
    entries = [[(int(j), int(small[i, j])) for j in np.flatnonzero(small[i])] for i in kept]
    write_model(
        MODELS / f"{language}.model",
        chosen,
        unit,
        [vectors.names[i] for i in kept],
        entries,
        [vectors.idfs[i] for i in kept],
    )
    (MODELS / f"{language}.corpus").write_text(corpus_hash(language) + "\n", encoding="utf-8")
    print(f"{language}: {len(turns)} turns, {len(training)} chunks, {len(labels)} labels, {len(kept)} features")


def corpus_hash(language: str, folder: Path = FOLDER) -> str:
    """The hash of the corpus that a model was trained from, kept beside the model."""
    digest = hashlib.sha256()
    for file in sorted(path for path in (folder / language).glob("*/*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    for wanted in sys.argv[1:] or ["zh", "en"]:
        train(wanted)
