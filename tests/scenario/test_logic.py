"""What conditions can hold: against trying every moment out."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.condition import parse_condition
from simulator.scenario.logic import always, covered, possible

NAMES = ("revealed.a", "raised.b", "in.c", "in.d")
VALUES = {"revealed.a": range(4), "raised.b": range(2), "in.c": range(2), "in.d": range(2)}


def moments() -> list[dict[str, float]]:
    """Every moment that these names can make."""
    every = [dict(zip(NAMES, map(float, chosen), strict=True)) for chosen in itertools.product(*VALUES.values())]
    return [moment for moment in every if moment["in.c"] + moment["in.d"] <= 1]


comparisons = st.builds(
    lambda name, sign, number: f"{name} {sign} {number}",
    st.sampled_from(NAMES),
    st.sampled_from(["<", "<=", "==", "!=", ">=", ">"]),
    st.sampled_from(["0", "1", "2", "3", "0.5", "2.5"]),
)
conditions = st.recursive(
    comparisons | st.sampled_from(NAMES),
    lambda inner: (
        st.builds("({} and {})".format, inner, inner)
        | st.builds("({} or {})".format, inner, inner)
        | st.builds("not ({})".format, inner)
    ),
    max_leaves=6,
)


@given(conditions, conditions)
def test_what_is_decided_is_what_trying_every_moment_finds(one: str, other: str) -> None:
    first, second = parse_condition(one), parse_condition(other)
    held = [(first.holds(moment), second.holds(moment)) for moment in moments()]
    assert possible(first.tree) == any(a for a, _ in held)
    assert always(first.tree) == all(a for a, _ in held)
    assert covered(first.tree, [second.tree]) == all(b for a, b in held if a)


@pytest.mark.parametrize(
    ("text", "can", "must"),
    [
        ("trust >= 101", False, False),
        ("trust > 99.5", True, False),
        ("trust >= 0", True, True),
        ("revealed.x > 2 and revealed.x < 3", False, False),
        ("turn > 3 or turn <= 3", True, True),
        ("heard.greet > heard.thank", True, False),
        ("said.monologue", False, False),
        ("0 == 1", False, False),
        ("5 > trust and trust > 3 and trust != 4", False, False),
    ],
)
def test_bounds_of_the_quantities_count(text: str, can: bool, must: bool) -> None:
    tree = parse_condition(text).tree
    assert (possible(tree), always(tree)) == (can, must)


def test_a_condition_too_large_to_decide_counts_as_possible() -> None:
    text = " and ".join(f"(heard.a{n} or said.b{n})" for n in range(12)) + " and trust > 100"
    assert possible(parse_condition(text).tree)
    assert not possible(parse_condition("heard.a and trust > 100").tree)
