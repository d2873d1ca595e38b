"""Figures as heard in a turn and as the corpus writes them, to be compared."""

from simulator.language.corpus_file import read_clause
from simulator.language.understanding import Understanding


def figures(language: str, turn: str, previous: str) -> set[tuple[str, float, str, str | None]]:
    """What is heard in a turn."""
    heard = Understanding(language).understand(turn, previous).quantities
    return {(figure.issue, round(figure.value, 4), figure.unit, figure.base) for figure in heard}


def labelled(labels: str) -> set[tuple[str, float, str, str | None]]:
    """Labels as the corpus writes them."""
    if not labels:
        return set()
    return {(f.issue, round(f.value, 4), f.unit, f.base) for f in read_clause(f"turn | {labels}", "here").figures}
