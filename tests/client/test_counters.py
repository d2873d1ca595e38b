"""In which words the client counters: its first figures, moved, stood still, or close."""

from pathlib import Path
from typing import Any

import pytest

from simulator.client import Client
from simulator.client.taking_offers import CLOSE
from simulator.vocabulary.turn import MoveMade, Quantity, Turn
from tests.client.small import played, small

KINDS = ("counter", "counter_first", "counter_firm", "counter_close")
ISSUE: dict[str, Any] = {
    "name": "Rate", "unit": "%", "quantity": "rate", "better_for_client": "lower", "opening": 3.0, "limit": 4.0,
    "authority": 3.6, "floor": 3.5, "step": 0.05, "words": ["rate"],
}  # fmt: skip


def client(folder: Path, style: str = "linear", **lines: Any) -> Client:
    written = {kind: [f"{kind} {n} $mine" for n in range(6)] for kind in KINDS} | lines
    return small(
        folder, bargaining={"issues": {"rate": ISSUE}, "opens": "1", "style": style, "rounds": 6, "lines": written}
    )


def offer(rate: float) -> Turn:
    figure = Quantity("rate", rate, "%", clause="rate")
    return Turn(f"rate {rate}", (MoveMade("make_offer", f"rate {rate}", terms=(figure,)),), (), (figure,))


def kinds(simulated: Client, *rates: float) -> list[str]:
    return [reply.text.split()[0] for _, reply in played(simulated, *(offer(rate) for rate in rates))]


def test_the_first_figures_then_a_move(tmp_path: Path) -> None:
    assert kinds(client(tmp_path), 3.45, 3.44) == ["counter_first", "counter"]


def test_one_that_stands_still_says_so(tmp_path: Path) -> None:
    simulated = client(tmp_path, "boulware")  # in the first rounds such a client asks for all it asked
    (first, _), (second, reply) = played(simulated, offer(3.3), offer(3.29))
    assert first.table is not None
    assert second.table is not None
    assert first.table.mine == second.table.mine
    assert reply.text.startswith("counter_firm")


def test_where_little_is_missing_that_is_said(tmp_path: Path) -> None:
    assert kinds(client(tmp_path), 3.45, 3.3)[-1] == "counter_close"
    assert kinds(client(tmp_path), 3.15) == [
        "counter_first"
    ]  # so near at once: the first figures are still the first
    assert CLOSE >= 0.05


@pytest.mark.parametrize(
    ("kind", "style", "rates"),
    [
        ("counter_first", "linear", [3.45]),
        ("counter_firm", "boulware", [3.3, 3.29]),
        ("counter_close", "linear", [3.45, 3.3]),
    ],
)
def test_a_kind_that_is_not_written_is_said_as_any_counter_offer(
    tmp_path: Path, kind: str, style: str, rates: list[float]
) -> None:
    assert kinds(client(tmp_path, style), *rates)[-1] == kind
    assert kinds(client(tmp_path, style, **{kind: []}), *rates)[-1] == "counter"


def holding(rate: float) -> Turn:
    figure = Quantity("rate", rate, "%", clause="rate")
    move = MoveMade("hold_position", f"rate {rate} I can't", terms=(figure,))
    return Turn(move.clause, (move,), (), (figure,))


def test_the_clients_own_figure_named_to_be_refused_is_no_offer(tmp_path: Path) -> None:
    (asked, _) = played(client(tmp_path), offer(3.45))[0]
    assert asked.table is not None
    standing = dict(asked.table.mine)["rate"]
    after, reply = played(client(tmp_path), offer(3.45), holding(standing))[-1]
    assert after.table is not None
    assert not after.table.agreed
    assert "agreed" not in reply.events


def agreement(*others: str) -> Turn:
    return Turn("agreed", tuple(MoveMade(id, "agreed") for id in ("confirm_agreement", *others)))


def test_a_word_of_agreement_counts_right_after_the_clients_figures(tmp_path: Path) -> None:
    idle = Turn("the weather", (MoveMade("small_talk", "the weather"),))
    assert "agreed" in played(client(tmp_path), offer(3.45), agreement())[-1][1].events
    assert "agreed" not in played(client(tmp_path), offer(3.45), idle, agreement())[-1][1].events


def test_an_appointment_agreed_is_no_deal(tmp_path: Path) -> None:
    assert "agreed" not in played(client(tmp_path), offer(3.45), agreement("propose_next_step"))[-1][1].events
