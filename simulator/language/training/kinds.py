"""Trains the finer kinds of taboos: naive Bayes over the n-grams of the clauses that bear them."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from simulator.language.corpus_file import CorpusTurn
from simulator.language.features import chunk_features, own_features, plain
from simulator.language.kinds import FOLDER
from simulator.vocabulary.moves import TABOOS

KEPT = 250
"""Features kept for a kind: those that tell most."""
SEEN = 2


def train_kinds(language: str, turns: Iterable[CorpusTurn]) -> None:
    """Writes the table of kinds of a language."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for turn in turns:
        for clause in turn.clauses:
            for family in clause.taboos:
                kinds = clause.kinds & set(TABOOS[family].kinds)
                if len(kinds) == 1:
                    features = own_features(chunk_features(language, [plain(clause.text)], 0, ""))
                    counts[family][next(iter(kinds))].update({*features, ""})
    tables = {
        family: {kind: _weights(kind, kinds) for kind in sorted(kinds)} for family, kinds in sorted(counts.items())
    }
    text = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    (FOLDER / f"{language}.kinds.json").write_text(text + "\n", encoding="utf-8")


def _weights(kind: str, kinds: dict[str, Counter[str]]) -> dict[str, float]:
    """Log-odds of each feature in this kind against the family's others; the prior under ``""``."""
    own = kinds[kind]
    rest = Counter[str]()
    for other, counts in kinds.items():
        if other != kind:
            rest.update(counts)
    total, others = own[""], rest[""]
    found = {
        name: math.log((own[name] + 0.5) / (total + 1)) - math.log((rest[name] + 0.5) / (others + 1))
        for name in own
        if name and own[name] >= SEEN
    }
    kept = sorted(found, key=lambda name: (-found[name], name))[:KEPT]
    prior = math.log((total + 1) / (others + 1)) if others else 0.0
    return {"": round(prior, 3), **{name: round(found[name], 3) for name in kept if found[name] > 0.3}}
