"""Trains the second look on the scores that the first models gave to authors they had not seen."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from simulator.language.corpus_file import CorpusTurn
from simulator.language.judging import CONSIDERED, Judge, move_features, places, taboo_features, turn_signs
from simulator.language.segments import chunks
from simulator.vocabulary.moves import TABOOS

CERTAIN = 1.0
"""The log-odds from which a red line is certain: on the test hands about 0.96 of those are right in both languages."""
CAUTION = 0.4
"""Log-odds above the line of the best F1: a wrong label costs more trust than a missing one, and the corpus is harder
than what most trainees type."""
FOLDS = 5


def train_judge(language: str, labels: Sequence[str], best: Any, gold: Any, turns: Sequence[CorpusTurn]) -> Judge:
    """The judge for the turns' ``best`` scores (turns x labels) and their true labels."""
    signs = [turn_signs(language, turn.text, turn.previous, len(chunks(turn.text))) for turn in turns]
    moves, move_odds = {}, np.full(best.shape, -9.0)
    for at, name in enumerate(labels):
        if not name.startswith("!"):
            rows = np.array([move_features(row, at, signs[n]) for n, row in enumerate(best.tolist())])
            moves[name], move_odds[:, at] = _fitted(rows, gold[:, at], 0.1, np.arange(len(rows)))
    taboo_at = [at for at, name in enumerate(labels) if name.startswith("!")]
    red_at = [at for at in taboo_at if TABOOS[labels[at][1:]].severity == "red"]
    taboos, taboo_odds = _pooled(labels, best, gold, signs, taboo_at)
    red, _ = _pooled(labels, best, gold, signs, red_at)
    move_at = [at for at in range(len(labels)) if at not in taboo_at]
    taboo_line = _best_line(taboo_odds[:, taboo_at], gold[:, taboo_at]) + CAUTION
    return Judge(
        tuple(labels),
        moves,
        taboos,
        red,
        _best_line(move_odds[:, move_at], gold[:, move_at]) + CAUTION,
        taboo_line,
        CERTAIN,
    )


def _fitted(rows: Any, truth: Any, strength: float, turns: Any) -> tuple[tuple[float, ...], Any]:
    """Weights with the bias last, and the log-odds of every row by models that have not seen its turn."""
    odds = np.full(len(rows), -9.0)
    for fold in range(FOLDS):
        seen = turns % FOLDS != fold
        odds[~seen] = (
            LogisticRegression(C=strength, max_iter=2000)
            .fit(rows[seen], truth[seen])
            .decision_function(rows[~seen])
        )
    whole = LogisticRegression(C=strength, max_iter=2000).fit(rows, truth)
    return (*map(float, whole.coef_[0]), float(whole.intercept_[0])), odds


def _pooled(
    labels: Sequence[str], best: Any, gold: Any, signs: list[list[float]], columns: list[int]
) -> tuple[tuple[float, ...], Any]:
    """One model for many taboos: each is rare, and what makes them meant or refused is alike."""
    taboos, honest = places(labels)
    pairs = [(n, at) for n in range(len(best)) for at in columns if best[n, at] > CONSIDERED]
    rows = np.array([taboo_features(best[n].tolist(), at, taboos, honest, signs[n]) for n, at in pairs])
    truth = np.array([gold[n, at] for n, at in pairs])
    weights, odds = _fitted(rows, truth, 3.0, np.array([n for n, _ in pairs]))
    table = np.full(best.shape, -9.0)
    for (n, at), value in zip(pairs, odds, strict=True):
        table[n, at] = value
    return weights, table


def _best_line(odds: Any, gold: Any) -> float:
    """The log-odds from which reporting gives the greatest micro-F1."""
    lines = np.arange(-2.5, 2.0, 0.02)
    reached = [2 * (odds >= line)[gold].sum() / max(1, (odds >= line).sum() + gold.sum()) for line in lines]
    return float(lines[int(np.argmax(reached))])
