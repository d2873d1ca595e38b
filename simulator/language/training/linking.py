"""Fits what the measures of questions and subjects weigh: ``python -m simulator.language.training.linking``.

Questions typed in played visits, each with the subjects that would answer it (``corpus/subjects``), pooled over all
clients. Prints how often the subject found is one of those, for visits that neither the weights nor the examples know
(a sixth of the visits left out at a time).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from simulator.language.labelled_questions import Asked, Tried, questions, tried


def fitted(asked: Sequence[Asked]) -> tuple[Any, float]:
    """Weights and offset by logistic regression over all pairs of question and subject."""
    told = [one for one in asked if one.kind == "subject"]
    machine = LogisticRegression(C=0.5, max_iter=5000, class_weight={0: 1, 1: 10})
    machine.fit(np.vstack([one.rows for one in told]), np.concatenate([one.right for one in told]))
    return machine.coef_[0], float(machine.intercept_[0])


def learned_sureness(results: Sequence[Tried]) -> tuple[float, float, float]:
    """What the best score and its lead weigh for the log-odds that the subject is right."""
    rows = [[one.best, one.best - one.second] for one in results]
    machine = LogisticRegression(C=1.0).fit(rows, [one.right for one in results])
    (of_score, of_lead), (offset,) = machine.coef_[0], machine.intercept_
    return round(float(of_score), 2), round(float(of_lead), 2), round(float(offset), 2)


def _told(
    name: str, results: Sequence[Tried], others: Sequence[Tried], sureness: tuple[float, float, float]
) -> None:
    print(
        f"{name}: {len(results)} questions, {sum(one.right for one in results) / len(results):.3f} right at any score"
    )

    def sure(one: Tried) -> float:
        return sureness[0] * one.best + sureness[1] * (one.best - one.second) + sureness[2]

    for line in (-1.0, 0.0, 0.5, 1.0, 1.5, 2.0):
        right = sum(one.right and sure(one) >= line for one in results) / len(results)
        wrong = sum(not one.right and sure(one) >= line for one in results) / len(results)
        beside = sum(sure(one) >= line for one in others) / max(1, len(others))
        print(f"   from {line:4.1f}: {right:.3f} right {wrong:.3f} wrong; {beside:.2f} of those without a subject")


def main() -> None:
    """Prints what was measured for both languages, and writes the weights."""
    learned = {}
    for language in ("zh", "en"):
        asked = questions(language)
        results, others = [], []
        for part in sorted({one.part for one in asked}):
            weights, offset = fitted([one for one in asked if one.part != part])
            own = [one for one in asked if one.part == part]
            results += tried([one for one in own if one.kind == "subject"], weights, offset)
            others += tried([one for one in own if one.kind != "subject"], weights, offset)
        sureness = learned_sureness(results)
        _told(f"{language}, visits left out", results, others, sureness)
        learned[language] = (*fitted(asked), sureness)
    _write(learned)


def _write(learned: dict[str, tuple[Any, float, tuple[float, float, float]]]) -> None:
    """Writes the weights, fitted on all visits, as a module."""
    lines = [
        '"""What each measure of a question and a subject weighs; written by ``simulator.language.training.linking``."""',
        "",
        "# fmt: off",
        "WEIGHTS: dict[str, tuple[float, ...]] = {",
        *(
            f'    "{language}": {tuple(round(float(w), 2) for w in weights)},'
            for language, (weights, _, _) in learned.items()
        ),
        "}",
        '"""The measures in their order (`linking.FEATURES`), then each as a share of the best subject\'s."""',
        f"OFFSETS = { ({language: round(offset, 2) for language, (_, offset, _) in learned.items()}) }",
        f"SURENESS = { ({language: sureness for language, (_, _, sureness) in learned.items()}) }",
        '"""What the best score and its lead over the second weigh for the log-odds that it is right, and the offset."""',
    ]
    (Path(__file__).parents[1] / "link_weights.py").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
