"""The measures against worked examples as published."""

import pytest

from scoring.agreement.measures import cohen, cohen_weighted, correlation, fleiss, intraclass, krippendorff

SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Six targets rated by four judges: Shrout & Fleiss 1979, table 2."""

DIAGNOSES = (
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335 "
    "111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"
)
"""Thirty patients, six psychiatrists, five diagnoses: Fleiss 1971, table 1 (each patient's ratings in order)."""


def test_intraclass_correlations_of_shrout_and_fleiss() -> None:
    found = intraclass(SHROUT_FLEISS)
    published = {"ICC1": 0.17, "ICC2": 0.29, "ICC3": 0.71, "ICC1k": 0.44, "ICC2k": 0.62, "ICC3k": 0.91}
    assert {name: found[name] for name in published} == pytest.approx(published, abs=0.005)
    assert found["low"] == pytest.approx(0.02, abs=0.005)
    assert found["high"] == pytest.approx(0.76, abs=0.005)


def test_fleiss_kappa_of_fleiss() -> None:
    ratings = [[int(mark) - 1 for mark in patient] for patient in DIAGNOSES.split()]
    assert fleiss(ratings, 5) == pytest.approx(0.430, abs=0.0005)


def test_cohens_kappa_of_cohen() -> None:
    """Cohen 1960, table 1: 200 cases, observed agreement 0.70, by chance 0.41."""
    table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    pairs = [(a, b) for a, row in enumerate(table) for b, count in enumerate(row) for _ in range(count)]
    kappa, low, high = cohen([a for a, _ in pairs], [b for _, b in pairs], 3)
    assert kappa == pytest.approx(0.492, abs=0.0005)
    assert None not in (kappa, low, high)
    assert (low or 0) < (kappa or 0) < (high or 0)


def test_weights_forgive_half_a_mark() -> None:
    one, near, far = [0, 0, 1, 1, 2, 2], [0, 1, 1, 1, 2, 2], [0, 2, 1, 1, 2, 2]
    assert cohen_weighted(one, one, 3) == pytest.approx(1)
    # by hand: near 1/6 against 30/36 by chance, far 2/6 against 32/36; each disagreement counts its distance
    assert cohen_weighted(one, near, 3) == pytest.approx(1 - (1 / 6) / (30 / 36))
    assert cohen_weighted(one, far, 3) == pytest.approx(1 - (2 / 6) / (32 / 36))


def test_krippendorffs_alpha_of_krippendorff() -> None:
    """Krippendorff 2011, «Computing Krippendorff's Alpha-Reliability», example C: four observers, twelve units, gaps."""
    observers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    units = [[float(row[n]) for row in observers if row[n] != "."] for n in range(12)]
    assert krippendorff(units, nominal=True) == pytest.approx(0.743, abs=0.0005)
    assert krippendorff(units) == pytest.approx(0.849, abs=0.0005)


def test_what_is_not_defined_is_none() -> None:
    assert cohen([1, 1, 1], [1, 1, 1], 4) == (None, None, None)
    assert cohen([], [], 4) == (None, None, None)
    assert fleiss([[1, 1], [1, 1]], 4) is None
    assert fleiss([[1]], 4) is None
    assert krippendorff([[1.0], []]) is None
    assert krippendorff([[1.0, 1.0], [1.0, 1.0]]) is None
    assert set(intraclass([[1, 1], [1, 1]]).values()) == {None}
    assert set(intraclass([[1, 2]]).values()) == {None}
    assert intraclass([[1, 1], [2, 2], [3, 3]])["ICC2"] == 1
    assert correlation([1, 2], [1, 2]) is None
    assert correlation([1, 1, 1], [1, 2, 3]) is None
