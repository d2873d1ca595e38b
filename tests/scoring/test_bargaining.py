"""Measures of a deal: zone of agreement, shares, Nash and Pareto."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.bargaining import Bargaining, Zone, bargaining
from scoring.view import VisitView
from simulator.transcript.record import ClientSide, Exchange, Header, Transcript
from simulator.vocabulary.turn import MoveMade, Quantity, Turn
from tests.scoring.reading_visits import CORPORATE, visit


def deal(rate: float, share: float) -> Bargaining:
    client = ClientSide("好", "talk", 50, 50, agreed={"rate": rate, "share": share})
    exchanges = (Exchange(1, Turn("好"), client),)
    found = bargaining(VisitView(Transcript(Header("x", "0", "zh", 1, brief=CORPORATE), exchanges)))
    assert found is not None
    return found


def test_the_zone_lies_between_the_floor_and_the_limit() -> None:
    rate, share = deal(3.45, 50).zones
    assert (rate.bank, rate.client, rate.exists, rate.agreed) == (3.3, 3.6, True, 3.45)
    assert rate.left == pytest.approx(0.15)
    assert share.left == pytest.approx(15)


def test_what_the_bank_gains_the_client_yields() -> None:
    low, high = deal(3.35, 40).outcome, deal(3.5, 60).outcome
    assert low is not None
    assert high is not None
    assert low.bank < high.bank
    assert low.client > high.client
    assert low.bank_share < high.bank_share


def test_beyond_the_authority_is_seen() -> None:
    assert deal(3.45, 50).within_authority
    assert not deal(3.35, 50).within_authority


def test_no_bargaining_without_issues() -> None:
    assert bargaining(VisitView(visit("retail_good"))) is None


def test_an_empty_zone_is_no_zone() -> None:
    issues = tuple(
        replace(issue, floor=issue.limit + 1) if issue.id == "rate" else issue for issue in CORPORATE.issues
    )
    brief = replace(CORPORATE, issues=issues, empty_zone=True)
    found = bargaining(VisitView(Transcript(Header("x", "0", "zh", 1, brief=brief))))
    assert found is not None
    assert found.empty_zone
    assert not found.zones[0].exists


@given(st.floats(3.0, 3.7), st.floats(20, 70))
def test_measures_are_shares(rate: float, share: float) -> None:
    outcome = deal(rate, share).outcome
    assert outcome is not None
    for value in (outcome.bank, outcome.client, outcome.bank_share, outcome.nash, outcome.pareto):
        assert 0 <= value <= 1


def test_trading_across_issues_wastes_less_than_splitting_each() -> None:
    """The bank cares for settlement more than the client does: rate for the client, settlement for the bank."""
    traded, split = deal(3.3, 60).outcome, deal(3.42, 40).outcome
    assert traded is not None
    assert split is not None
    assert traded.pareto > split.pareto


def test_choices_of_the_bank_are_listed_beside_its_figures() -> None:
    security = replace(
        CORPORATE.issues[0], id="security", name="担保", unit="choice", choices={"应收质押": 2.0, "个人担保": 1.0},
        opening=2, limit=1, authority=1, floor=2, target=1,
    )  # fmt: skip
    brief = replace(CORPORATE, issues=(*CORPORATE.issues, security))
    text = "我们给到利率3.5%，您个人担保，您看行不行？"
    rate = Quantity("rate", 3.5, "%", clause="我们给到利率3.5%，")
    turn = Turn(text, (MoveMade("make_offer", text, 0.9, terms=(rate,)),), (), (rate,))
    exchange = Exchange(1, turn, ClientSide("再说。", "talk", 50, 50))
    found = bargaining(VisitView(Transcript(Header("x", "0", "zh", 1, brief=brief), (exchange,))))
    assert found is not None
    assert [(offer.side, offer.terms) for offer in found.rounds] == [("bank", {"rate": 3.5, "security": 1.0})]


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (800.0, "800元", "800 yuan"),
        (15_000.0, "1.5万", "15,000 yuan"),
        (5_600_000.0, "560万", "5.6 million"),
    ],
)
def test_a_sum_is_told_as_one_says_it(value: float, zh: str, en: str) -> None:
    zone = Zone("fee", "fee", "CNY", 0, 0, True, None, None)
    assert (zone.said(value, "zh"), zone.said(value, "en")) == (zh, en)
