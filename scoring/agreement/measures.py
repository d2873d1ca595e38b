"""Measures of agreement. Cohen's and Fleiss' kappa are statsmodels'; what it lacks is here, by the published formulas.

Sources: Cohen 1960, 1968; Fleiss 1971; Shrout & Fleiss 1979 (intraclass correlation); Krippendorff 2011.
Every measure is None where it is not defined (no marks, or everybody gave one and the same).
"""

from collections.abc import Sequence
from itertools import pairwise
from math import isfinite

import numpy as np
from scipy.stats import f as f_distribution
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

Ratings = Sequence[Sequence[float]]


def cohen(
    one: Sequence[int], other: Sequence[int], categories: int
) -> tuple[float | None, float | None, float | None]:
    """Cohen's kappa of two graders' marks, as numbers of categories, with its 95 % interval."""
    table = _table(one, other, categories)
    if table is None:
        return None, None, None
    with np.errstate(all="ignore"):
        result = cohens_kappa(table)
    return _finite(result.kappa), _finite(result.kappa_low), _finite(result.kappa_upp)


def cohen_weighted(one: Sequence[int], other: Sequence[int], categories: int) -> float | None:
    """Cohen's kappa with linear weights: half a mark apart counts half as much as a whole one."""
    table = _table(one, other, categories)
    if table is None:
        return None
    with np.errstate(all="ignore"):
        return _finite(cohens_kappa(table, wt="linear", return_results=False))


def _table(one: Sequence[int], other: Sequence[int], categories: int) -> "np.ndarray | None":
    """How often each pair of marks was given; None where both graders gave one and the same throughout."""
    if not one or len({*one, *other}) < 2:
        return None
    table = np.zeros((categories, categories))
    for a, b in zip(one, other, strict=True):
        table[a, b] += 1
    return table


def fleiss(ratings: Sequence[Sequence[int]], categories: int) -> float | None:
    """Fleiss' kappa; a row for each subject with the category that every grader gave."""
    if not ratings or len(ratings[0]) < 2 or len({mark for row in ratings for mark in row}) < 2:
        return None
    counts = [[row.count(category) for category in range(categories)] for row in map(list, ratings)]
    with np.errstate(all="ignore"):
        return _finite(fleiss_kappa(np.array(counts)))


def krippendorff(units: Sequence[Sequence[float]], nominal: bool = False) -> float | None:
    """Krippendorff's alpha; a row for each unit with the values given to it, however many graders gave one."""
    paired = [np.array(unit, dtype=float) for unit in units if len(unit) > 1]
    values = np.concatenate(paired) if paired else np.array([])
    if len(values) < 2:
        return None

    def disagreement(group: "np.ndarray") -> float:
        apart = np.subtract.outer(group, group)
        return float((apart != 0).sum() if nominal else (apart**2).sum())

    observed = sum(disagreement(unit) / (len(unit) - 1) for unit in paired) / len(values)
    expected = disagreement(values) / (len(values) * (len(values) - 1))
    return 1 - observed / expected if expected else None


def intraclass(ratings: Ratings) -> dict[str, float | None]:
    """The intraclass correlations of Shrout & Fleiss; a row for each subject with every grader's value.

    ``ICC1``, ``ICC2``, ``ICC3`` of one grader, ``ICC1k``, ``ICC2k``, ``ICC3k`` of their mean; ``low`` and ``high`` are the 95 % interval of ICC2.
    """
    names = ("ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k", "low", "high")
    values = np.array(ratings, dtype=float)
    if values.ndim != 2 or min(values.shape) < 2 or np.ptp(values) == 0:
        return dict.fromkeys(names)
    n, k = values.shape
    whole = values.mean()
    between = k * ((values.mean(axis=1) - whole) ** 2).sum() / (n - 1)
    graders = n * ((values.mean(axis=0) - whole) ** 2).sum() / (k - 1)
    within = ((values - values.mean(axis=1, keepdims=True)) ** 2).sum() / (n * (k - 1))
    left = max(0.0, (within * n * (k - 1) - graders * (k - 1)) / ((n - 1) * (k - 1)))
    with np.errstate(all="ignore"):
        found = (
            (between - within) / (between + (k - 1) * within),
            (between - left) / (between + (k - 1) * left + k * (graders - left) / n),
            (between - left) / (between + (k - 1) * left),
            (between - within) / between,
            (between - left) / (between + (graders - left) / n),
            (between - left) / between,
            *_interval(float(between), float(graders), float(left), n, k),
        )
    return {name: _finite(value) for name, value in zip(names, found, strict=True)}


def _interval(between: float, graders: float, left: float, n: int, k: int) -> tuple[float, float]:
    """The 95 % interval of ICC(2,1) (Shrout & Fleiss 1979, p. 424; McGraw & Wong 1996)."""
    if left <= 0:
        return float("nan"), float("nan")
    single = (between - left) / (between + (k - 1) * left + k * (graders - left) / n)
    ratio = graders / left
    over = (k - 1) * (n - 1) * (k * single * ratio + n * (1 + (k - 1) * single) - k * single) ** 2
    under = (n - 1) * k**2 * single**2 * ratio**2 + (n * (1 + (k - 1) * single) - k * single) ** 2
    freedom = over / under
    upper = f_distribution.ppf(0.975, n - 1, freedom)
    lower = f_distribution.ppf(0.975, freedom, n - 1)
    rest = k * graders + (k * n - k - n) * left
    low = n * (between - upper * left) / (upper * rest + n * between)
    high = n * (lower * between - left) / (rest + n * lower * between)
    return float(low), float(high)


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's correlation of at least three pairs."""
    if len(one) < 3 or _level(one) or _level(other):
        return None
    return _finite(float(np.corrcoef(one, other)[0, 1]))


def _level(values: Sequence[float]) -> bool:
    return all(abs(a - b) < 1e-12 for a, b in pairwise(values))


def _finite(value: float) -> float | None:
    return round(float(value), 6) if isfinite(float(value)) else None
