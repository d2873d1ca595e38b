"""A number without its unit that is one of this client's figures is read as that."""

from functools import cache
from pathlib import Path

import pytest

from simulator.language.known_figures import KnownFigures, known_figures
from simulator.language.quantities import placed_quantities
from simulator.language.understanding import Understanding
from simulator.scenario.load import load_scenario
from tests.language.figures import labelled

CLIENT = KnownFigures(
    frozenset({5_600_000.0, 2_200_000.0, 15_000_000.0, 80_000.0, 38.0}), frozenset({4.2, 3.9, 5.0})
)
SCENARIOS = Path(__file__).parents[2] / "scenarios"


def heard(language: str, turn: str, previous: str = "") -> set[tuple[str, float, str, str | None]]:
    placed = placed_quantities(language, turn, previous, client=CLIENT)
    return {(one.issue, one.value, one.unit, one.base) for _, one in placed}


@pytest.mark.parametrize(
    ("language", "turn", "labels"),
    [
        ("en", "The mill's 2.2 and the rest of it.", "=amount:2200000CNY"),
        ("en", "Your fifteen is more than you need.", "=amount:15000000CNY"),
        ("en", "Against 4.2 we'd be cheaper.", "=rate:4.2%"),
        ("en", "Start with the eighty, would you?", "=amount:80000CNY"),
        ("en", "And the 38 goes back today.", "=amount:38CNY"),
        ("en", "Fifteen minutes, and fifteen lorries in the yard.", ""),
        ("en", "Fifteen, twenty minutes is all I ask.", ""),
        ("en", "I'm on page 38 of it.", ""),
        ("en", "Call me at five.", ""),
        ("zh", "那这一千五，是货要用？", "=amount:15000000CNY"),
        ("zh", "五百六，三点九，就这么着。", "=amount:5600000CNY =rate:3.9%"),
        ("zh", "除了这三十八，还有别的没有？", "=amount:38CNY"),
        ("zh", "三十八个人，十五台车。", ""),
        ("zh", "工本费五百六，我们出。", "=amount:560CNY"),
    ],
)
def test_a_bare_number_is_the_known_figure(language: str, turn: str, labels: str) -> None:
    assert heard(language, turn) == labelled(labels)


def test_what_the_client_has_just_named_goes_before() -> None:
    assert heard("en", "The fifteen is fine.", "We could pay fifteen per cent down.") == labelled("=share:15%")


def test_a_number_that_may_be_two_figures_is_neither() -> None:
    both = KnownFigures(frozenset({5_000_000.0, 5_000.0, 3_000_000.0}), frozenset({3.0}))
    assert (both.scale("en", 5.0), both.scale("en", 3.0), both.is_price("en", 3.0)) == (0.0, 0.0, False)


@cache
def _steel(language: str) -> Understanding:
    return Understanding(language, load_scenario(SCENARIOS / "corporate/steel-trader.yaml", language).scenario)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_figures_of_a_scenario_are_gathered(language: str) -> None:
    scenario = load_scenario(SCENARIOS / "corporate/steel-trader.yaml", language).scenario
    known = known_figures(scenario)
    assert {5_600_000.0, 2_600_000.0, 15_000_000.0} <= known.sums
    assert {3.9, 4.2} <= known.per_cent
    assert known_figures(None) == KnownFigures()


def test_a_visit_knows_its_figures() -> None:
    offer = _steel("en").understand("5.6 at 3.9, receivables pledged.").quantities
    assert {(one.issue, one.value) for one in offer} == {("amount", 5_600_000.0), ("rate", 3.9)}
    said = _steel("zh").understand("您那两百六，今天就能贴。").quantities
    assert {(one.issue, one.value) for one in said} == {("amount", 2_600_000.0)}
