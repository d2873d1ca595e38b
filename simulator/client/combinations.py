"""Choices that are asked for together: the author's combined values, and those that nobody wrote."""

import re
from functools import lru_cache
from itertools import combinations

from simulator.scenario.model import Issue

JOINT = re.compile(r"\s*\+\s*")
"""What joins the words of a combined value: ``您一人签 + 专利质押``."""
_SHARE_OF_STEP = 0.25
_ONLY = re.compile(r"^(?:只|仅|就)(?=.)|\s+(?:only|alone)$|^only\s+")


def single_values(issue: Issue) -> dict[str, float]:
    """The words of one choice each, with their values."""
    return dict(one_each(tuple(issue.values.items())))


@lru_cache(maxsize=64)
def one_each(entries: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """Of the words of choices, with their values, those of one choice each."""
    return tuple((word, value) for word, value in entries if not JOINT.search(word.strip()))


def combined(issue: Issue, values: frozenset[float]) -> float:
    """The value of choices that are wanted together.

    The author's where one is written; else a little worse for the client than the hardest of them, so that it is
    neither one nor the other.
    """
    return _combinations(_key(issue)).get(values, (_hardest(issue, values), ""))[0]


def combined_words(issue: Issue, value: float, language: str) -> str | None:
    """How the client says a combination; None where ``value`` is none."""
    found = next((words for number, words in _combinations(_key(issue)).values() if number == value), None)
    if found is None or value in single_values(issue).values():
        return None
    return found.replace(" + ", "加" if language == "zh" else " plus ")


def _hardest(issue: Issue, values: frozenset[float]) -> float:
    return (min if issue.better_for_client == "higher" else max)(values)


def _key(issue: Issue) -> tuple[tuple[tuple[str, float], ...], bool, float]:
    return tuple(issue.values.items()), issue.better_for_client == "higher", issue.step


@lru_cache(maxsize=64)
def _combinations(
    key: tuple[tuple[tuple[str, float], ...], bool, float],
) -> dict[frozenset[float], tuple[float, str]]:
    entries, higher, step = key
    single = dict(one_each(entries))
    named: dict[float, str] = {}
    for word, value in single.items():
        named.setdefault(value, word)
    found: dict[frozenset[float], tuple[float, str]] = {}
    for word, value in entries:
        parts = JOINT.split(word.strip())
        if len(parts) > 1 and all(part in single for part in parts):
            found.setdefault(frozenset(single[part] for part in parts), (value, " + ".join(parts)))
    ranked = sorted(named, reverse=not higher)  # the hardest on the client first
    for size in range(2, len(ranked) + 1):
        for rank, group in enumerate(combinations(ranked, size)):
            off = step * _SHARE_OF_STEP * (1 - 1 / (rank + 2)) * (1 if size == 2 else 1.5)
            value = round(group[0] - off if higher else group[0] + off, 6)
            words = " + ".join(_ONLY.sub("", named[one]) for one in group)
            found.setdefault(frozenset(group), (value, words))
    return found
