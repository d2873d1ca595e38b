"""How well questions are linked to their subjects: those of played visits, labelled with what would answer them.

``corpus/subjects`` holds them. The clients know many of them as examples (``asked``), so the visits are dealt into parts,
and each question is measured by a linker that has read no question of its own part.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from simulator.language.corpus_file import FOLDER
from simulator.language.linking import Linker
from simulator.language.normalise import bare
from simulator.language.topics import Topics
from simulator.scenario.library import read_library
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario

NO_SUBJECT = frozenset({"none", "yes", "leave", "deal"})
"""Questions that ask about no subject: they seek a yes, ask leave, or put something forward."""
PARTS = 6
"""The visits are dealt into so many parts; a question is linked by examples from the other parts alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what is measured of it, and which rows are right; ``part`` is that of its visit."""

    client: str
    part: int
    kind: str
    rows: Any
    right: Any


@dataclass(frozen=True, slots=True)
class Tried:
    """The best score of a question, the second, and whether the best subject is right."""

    best: float
    second: float
    right: bool


@cache
def _rows(language: str) -> list[dict[str, str]]:
    with (FOLDER / "subjects" / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _parts(language: str) -> Mapping[str, int]:
    """The part of each visit."""
    visits = sorted({row["visit"] for row in _rows(language)})
    return {visit: at % PARTS for at, visit in enumerate(visits)}


@cache
def _scenario(client: str, language: str) -> Scenario:
    entry = read_library().find(client)
    if entry is None:
        raise ValueError(f"there is no shipped client {client}")
    return load_scenario(entry.path, language).scenario


@cache
def _linker(client: str, language: str, part: int) -> Linker:
    """Links the questions of the visits of one part, having read none of them."""
    scenario = _scenario(client, language)
    dealt = _parts(language)
    unread = {bare(row["question"]) for row in _rows(language) if dealt[row["visit"]] == part}
    return Linker(scenario, Topics(scenario), unread)


def questions(language: str) -> list[Asked]:
    """All questions of a language, measured."""
    found = []
    for row in _rows(language):
        linker = _linker(row["scenario"], language, _parts(language)[row["visit"]])
        wanted = {linker.known_as(id) for id in row["subject"].split("|")}
        rows = np.array(linker.measured(row["question"], row["previous"], row["turn"]))
        right = np.array([id in wanted for id in linker.ids])
        kind = row["subject"] if row["subject"] in NO_SUBJECT else "subject"
        found.append(Asked(row["scenario"], _parts(language)[row["visit"]], kind, rows, right))
    return found


def tried(asked: Sequence[Asked], weights: Any, offset: float) -> list[Tried]:
    """What came of each question."""
    found = []
    for one in asked:
        scores = one.rows @ weights + offset
        second, best = np.argsort(scores, kind="stable")[-2:]
        found.append(Tried(float(scores[best]), float(scores[second]), bool(one.right[best])))
    return found
