"""The finer kind of a taboo, where its words tell: "skip the recording" and "no risk at all" both conceal risk."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("models")
LEAD = 2.0
"""How far, in log-odds, the likeliest kind must lie before the next to be named."""


@cache
def _tables(language: str) -> dict[str, dict[str, dict[str, float]]]:
    """For every family and kind: what features add to the log-odds; ``""`` is the prior."""
    tables: dict[str, dict[str, dict[str, float]]] = json.loads(
        (FOLDER / f"{language}.kinds.json").read_text(encoding="utf-8")
    )
    return tables


def kind_of(language: str, family: str, features: Sequence[str]) -> str | None:
    """The kind of a taboo of ``family`` told by the features of its clause; None where they do not tell."""
    kinds = _tables(language).get(family)
    if not kinds or len(kinds) == 1:
        return None  # a family's only kind is narrower than the family, and nothing tells which was meant
    scores = {kind: sum(weights.get(name, 0.0) for name in (*features, "")) for kind, weights in kinds.items()}
    ranked = sorted(scores, key=lambda kind: (-scores[kind], kind))
    return ranked[0] if scores[ranked[0]] - scores[ranked[1]] >= LEAD else None
