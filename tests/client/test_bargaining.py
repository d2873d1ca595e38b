"""The client's bargaining against the published formula, and the laws it must keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.client.bargaining import Bargainer, beyond_limit, demand
from simulator.scenario.model import Bargaining

LINES = {
    name: ["…"]
    for name in ("not_yet", "accept", "counter", "refuse", "nudge", "firm", "deadlock", "waiting", "bank_answer")
}


def bargaining(style: str = "boulware", rounds: int = 4, reservation: float = 0.0) -> Bargaining:
    """Rate 3.0 (asked) to 3.4 (limit) in steps of 0.1, weight 3; share 40 to 60 in tens, weight 1."""
    issue = {"unit": "%", "name": "x", "step": 0.1}
    return Bargaining.model_validate(
        {
            "style": style,
            "rounds": rounds,
            "reservation": reservation,
            "lines": LINES,
            "issues": {
                "rate": {
                    **issue, "better_for_client": "lower", "opening": 3.0, "limit": 3.4, "authority": 3.2,
                    "floor": 3.1, "weight": 3, "quantity": "rate",
                },
                "share": {
                    **issue, "better_for_client": "lower", "opening": 40, "limit": 60, "authority": 50, "floor": 40,
                    "weight": 1, "quantity": "share", "step": 10,
                },
            },
        }
    )  # fmt: skip


def test_the_demand_follows_the_formula() -> None:
    # a(t) = r + (1 - r)(1 - t^e), t = (k + 1) / (n + 1), here n = 4
    assert [round(demand(k, 4, "boulware", 0.0), 4) for k in range(5)] == [0.9984, 0.9744, 0.8704, 0.5904, 0.0]
    assert [round(demand(k, 4, "linear", 0.0), 4) for k in range(5)] == [0.8, 0.6, 0.4, 0.2, 0.0]
    assert [round(demand(k, 4, "conceder", 0.2), 4) for k in range(4)] == [0.465, 0.3638, 0.2959, 0.2434]


def test_the_offers_are_the_worked_sequence() -> None:
    # Utilities: rate 3.0..3.4 -> 0.75, 0.5625, 0.375, 0.1875, 0; share 40, 50, 60 -> 0.25, 0.125, 0.
    # The least outcome not below 0.8, 0.6, 0.4, 0.2, 0:
    bargainer = Bargainer(bargaining("linear"))
    offers = [bargainer.offer(round) for round in range(5)]
    worth = [bargainer.utility(offer) for offer in offers]
    assert [round(w, 4) for w in worth] == [0.8125, 0.625, 0.4375, 0.25, 0.0]
    assert dict(offers[0]) == {"rate": 3.1, "share": 40}
    assert dict(offers[1]) == {"rate": 3.2, "share": 40}
    assert dict(offers[4]) == {"rate": 3.4, "share": 60}


@given(
    st.sampled_from(["boulware", "linear", "conceder"]),
    st.integers(1, 12),
    st.floats(0, 0.9),
    st.integers(0, 14),
)
def test_demands_fall_with_time_and_stay_above_the_reservation(
    style: str, rounds: int, reservation: float, round: int
) -> None:
    now, later = demand(round, rounds, style, reservation), demand(round + 1, rounds, style, reservation)
    assert reservation - 1e-9 <= later <= now <= 1


@given(st.integers(0, 6), st.floats(2.5, 4.0), st.floats(0, 100))
def test_what_is_accepted_is_worth_the_demand_and_within_the_limits(round: int, rate: float, share: float) -> None:
    bargainer = Bargainer(bargaining())
    offered = (("rate", rate), ("share", share))
    response = bargainer.respond(offered, round)
    if response.kind == "accept":
        assert response.utility >= response.demanded - 1e-9
        assert not any(beyond_limit(bargainer.issues[id], value) for id, value in offered)
    else:
        assert bargainer.utility(response.terms) >= response.demanded - 1e-9


def test_a_better_offer_is_never_refused_where_a_worse_one_is_accepted() -> None:
    bargainer = Bargainer(bargaining("linear"))
    assert bargainer.respond((("rate", 3.2), ("share", 40.0)), 2).kind == "accept"
    assert bargainer.respond((("rate", 3.1), ("share", 40.0)), 2).kind == "accept"
    assert bargainer.respond((("rate", 3.5), ("share", 40.0)), 4).kind == "refuse"


def test_missing_issues_are_taken_from_the_table() -> None:
    bargainer = Bargainer(bargaining())
    assert bargainer.completed((("rate", 3.2),), (), (("rate", 3.0), ("share", 50.0))) == (
        ("rate", 3.2),
        ("share", 50.0),
    )
    assert dict(bargainer.completed((("rate", 3.2),))) == {"rate": 3.2, "share": 40}


@pytest.mark.parametrize("rounds", [1, 20])
def test_the_opening_demand_is_what_the_author_wrote(rounds: int) -> None:
    assert dict(Bargainer(bargaining(rounds=rounds)).opening()) == {"rate": 3.0, "share": 40}
