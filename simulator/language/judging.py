"""The second look: a turn as a whole.

The first model scores every chunk by itself. Whether a label is meant also hangs on the rest of the turn: a promise of
safety beside a refusal is a warning, two readings of one clause compete. A small logistic model over the turn's best
scores decides what is reported, and which red line is certain.
"""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulator.language.normalise import simplified

FOLDER = Path(__file__).with_name("models")
OWN = 6.0
"""How much more a label's own score counts than those of the others before any is weighed."""
LOWEST, HIGHEST = -1.0, 0.5
CONSIDERED = -0.7
"""Taboos with a first score below this are never judged."""
HONEST = (
    "decline", "disclose_risk", "disclose_terms", "hold_position", "share_information", "refer_up",
    "match_suitability", "respect_exit", "propose_next_step", "compare_fairly",
)  # fmt: skip
"""Moves that stand beside what only sounds like a taboo."""
_REFUSING = {
    "zh": re.compile(
        r"不能|不可以|不行|不敢|不得|别|千万|违规|合规|规定|监管|红线|不保|不代表|有人说|以为|骗|查|不会跟|不帮"
        r"|做不了|办不了|不许|不准|叫|那是"
    ),
    "en": re.compile(
        r"\bnot\b|n't\b|never|cannot|no one|against the rules|rules|regulat|complian|illegal|fraud|scam|careful|warn"
        r"|honest|refuse|anyone who|if someone"
    ),
}


def turn_signs(language: str, text: str, previous: str, chunks: int) -> list[float]:
    """What a turn looks like from outside: length, context, question, quotation, words of refusal."""
    plain = simplified(text)
    return [
        math.log(chunks),
        len(plain) / (100 if language == "zh" else 300),
        float(bool(previous)),
        float("?" in plain),
        float('"' in plain or "“" in plain),
        min(len(_REFUSING[language].findall(plain)), 5) / 5,
    ]


def move_features(best: Sequence[float], own: int, signs: Sequence[float]) -> list[float]:
    """What the judgement of a move looks at: its score, all scores of the turn, the turn's signs."""
    return [best[own] * OWN, *(min(max(score, LOWEST), HIGHEST) for score in best), *signs]


def taboo_features(
    best: Sequence[float], own: int, taboos: Sequence[int], honest: Sequence[int], signs: Sequence[float]
) -> list[float]:
    """What the judgement of a taboo looks at: its score, the best other taboo, the honest moves, the turn's signs."""
    rival = max((best[at] for at in taboos if at != own), default=LOWEST)
    return [best[own], max(rival, LOWEST), *(min(max(best[at], LOWEST), HIGHEST) for at in honest), *signs]


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """The second model of a language. Weights end on the bias."""

    labels: tuple[str, ...]
    moves: dict[str, tuple[float, ...]]
    taboos: tuple[float, ...]
    red: tuple[float, ...]
    move_line: float
    taboo_line: float
    red_line: float

    def verdicts(self, best: Sequence[float], signs: Sequence[float]) -> list[float]:
        """For every label the log-odds that the turn means it."""
        taboos, honest = _places(self.labels)
        weights, places = _table(self)
        scores = np.array(best)
        rows = np.concatenate([np.clip(scores, LOWEST, HIGHEST), np.array([*signs, 1.0])])
        found = [-9.0] * len(self.labels)
        odds = weights[:, 1:] @ rows + weights[:, 0] * scores[places] * OWN
        for at, value in zip(places, odds.tolist(), strict=True):
            found[at] = round(value, 9)
        for at in taboos:
            if best[at] > CONSIDERED:
                found[at] = _weighed(self.taboos, taboo_features(best, at, taboos, honest, signs))
        return found

    def certainty(self, best: Sequence[float], own: int, signs: Sequence[float]) -> float:
        """The log-odds that a red line was really crossed."""
        taboos, honest = _places(self.labels)
        return _weighed(self.red, taboo_features(best, own, taboos, honest, signs))

    def line(self, label: str) -> float:
        """The log-odds from which a label is reported."""
        return self.taboo_line if label.startswith("!") else self.move_line


@cache
def _table(judge: Judge) -> tuple[NDArray[np.float64], list[int]]:
    """The weights of all moves as one table (own score first, bias last), and where the moves stand."""
    places = [at for at, name in enumerate(judge.labels) if name in judge.moves]
    return np.array([judge.moves[judge.labels[at]] for at in places]), places


def _weighed(weights: Sequence[float], features: Sequence[float]) -> float:
    """Rounded, so that no platform's last digit decides."""
    return round(sum(w * x for w, x in zip(weights, features, strict=False)) + weights[-1], 9)


@cache
def _places(labels: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    taboos = tuple(at for at, name in enumerate(labels) if name.startswith("!"))
    return taboos, tuple(labels.index(name) for name in HONEST)


def places(labels: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the taboos and the honest moves stand among the labels."""
    return _places(tuple(labels))


def write_judge(path: Path, judge: Judge) -> None:
    """Writes a judge as JSON, figures to five places."""

    def short(weights: Sequence[float]) -> list[float]:
        return [round(float(weight), 5) for weight in weights]

    record = {
        "labels": list(judge.labels),
        "moves": {name: short(weights) for name, weights in judge.moves.items()},
        "taboos": short(judge.taboos),
        "red": short(judge.red),
        "lines": short([judge.move_line, judge.taboo_line, judge.red_line]),
    }
    path.write_text(json.dumps(record, separators=(",", ":")) + "\n", encoding="utf-8")


@cache
def load_judge(language: str) -> Judge:
    """The judge of a language, read once."""
    record = json.loads((FOLDER / f"{language}.judge.json").read_text(encoding="utf-8"))
    return Judge(
        tuple(record["labels"]),
        {name: tuple(weights) for name, weights in record["moves"].items()},
        tuple(record["taboos"]),
        tuple(record["red"]),
        *record["lines"],
    )
