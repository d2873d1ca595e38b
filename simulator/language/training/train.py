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
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from simulator.language.corpus_file import FOLDER, CorpusTurn, read_corpus
from simulator.language.features import chunk_features, plain
from simulator.language.model import COUNT_FACTORS, Label, write_model
from simulator.language.model import FOLDER as MODELS
from simulator.language.segments import chunks
from simulator.language.skeletons import wordings
from simulator.vocabulary.moves import TABOOS

SMALLEST = 4
"""Weights below this (of 127) are dropped: they carry noise and bytes."""
IDF_UNIT = 20
WORDINGS = 6
"""How many wordings of a skeleton are trained on; more change little."""
FOLDS = 3
CERTAIN = 0.96
"""The precision on unseen authors' words from which a red line counts as certain."""
TEST_HANDS = {"zh": frozenset({"h03"}), "en": frozenset({"h01"})}
"""Authors who are never trained on: what the tables report is measured on their words."""
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
        previous = plain(turn.previous)
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
    machine = LinearSVC(C=0.5, class_weight={True: 3, False: 1}, random_state=0)
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


def best_line(best: Any, gold: Any) -> float:
    """The one score from which labels are reported so that micro-F1 over unseen authors' turns is greatest.

    One line for all labels of a kind: lines of their own, set on few examples each, serve strangers worse.
    """
    lines = np.arange(-0.9, 0.5, 0.01)
    reached = [2 * (hit := best > line)[gold].sum() / max(1, hit.sum() + gold.sum()) for line in lines]
    return float(lines[int(np.argmax(reached))])


def certain_line(best: Any, gold: Any, precision: float = CERTAIN) -> float:
    """The lowest score from which what is reported is right with the given precision."""
    for line in np.arange(-0.9, 2.0, 0.01):
        hit = best > line
        if hit.sum() and hit[gold].sum() / hit.sum() >= precision:
            return float(line)
    return 2.0


def calibration(scores: Any, truth: Any) -> tuple[float, float]:
    """Slope and offset from a score to the probability that the label is right (Platt 1999)."""
    logistic = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), truth)
    return float(logistic.coef_[0][0]), float(logistic.intercept_[0])


def lines_of(names: Sequence[str], best: Any, gold: Any) -> dict[str, tuple[float, float]]:
    """For each label the score from which it is reported, and from which it is certain."""
    found: dict[str, tuple[float, float]] = {}
    red = [at for at, name in enumerate(names) if name[0] == "!" and TABOOS[name[1:]].severity == "red"]
    sure = certain_line(best[:, red], gold[:, red])
    for taboo in (False, True):
        columns = [at for at, name in enumerate(names) if name.startswith("!") == taboo]
        line = best_line(best[:, columns], gold[:, columns])
        found.update({names[at]: (line, sure) for at in columns})
    return found


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
    lines = lines_of(labels, by_turn(scores, numbers), gold)
    weights, chosen = [], []
    for at, (name, (coefficients, bias)) in enumerate(zip(labels, fit_all(matrix, training, labels), strict=True)):
        weights.append(coefficients)
        slope, offset = calibration(scores[:, at], truths[:, at])
        reported, sure = (1 / (1 + math.exp(-(slope * line + offset))) for line in lines[name])
        chosen.append(Label(name, bias, slope, offset, reported, sure))
    table = np.stack(weights, axis=1) * np.array(vectors.idfs)[:, None]
    unit = float(np.quantile(np.abs(table).max(axis=0), 0.9)) / 127
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
