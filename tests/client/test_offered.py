"""What is offered and put to the client with a bare "shall I?" is taken up as what it is, once."""

import pytest

from simulator.client import Client
from simulator.client.position import Position, changed
from simulator.client.taking import Reply
from simulator.language.understanding import Understanding
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario

OFFERED = [
    ("zh", "没回访这一条，我建议您正式投诉，我当面给您录，好不好？"),
    ("zh", "您要不要留一份书面意见？我登记，十五天之内给您回信。"),
    ("zh", "投诉这个权利是您的，登记不登记我都照办那三样。您的意思呢？"),
    ("en", "If you'd like to put this in as a formal complaint, I can take it down; you'd have a number. Shall I?"),
    ("en", "You may of course complain. Do you want me to register it, yes or no?"),
    ("en", "Should I put the two months of silence on record as a complaint?"),
]


def _client(language: str) -> Scenario:
    return load_scenario(SHIPPED / "retail" / "leaving-customer.yaml", language).scenario


def _said(
    scenario: Scenario, text: str, position: Position | None = None, trust: int = 55
) -> tuple[Position, Reply]:
    client = Client(scenario)
    start, before = client.start(2)
    if position is None:
        position = changed(
            start, state="discovery", trust=trust, turn=8, raised=("close_now",), settled=("close_now",)
        )
    return client.step(position, Understanding(scenario.language, scenario).understand(text, before), 2)


@pytest.mark.parametrize(("language", "text"), OFFERED)
def test_the_complaint_that_is_offered_is_decided_upon(language: str, text: str) -> None:
    position, reply = _said(_client(language), text)
    assert any("/complaint_yes" in part.place for part in reply.parts)
    assert "complaint" in position.settled


@pytest.mark.parametrize(("language", "text"), OFFERED)
def test_who_trusts_again_wants_no_number(language: str, text: str) -> None:
    _, reply = _said(_client(language), text, trust=72)
    assert any("/complaint_no" in part.place for part in reply.parts)


def test_what_was_decided_is_not_decided_again() -> None:
    scenario = _client("en")
    position, _ = _said(scenario, OFFERED[3][1])
    _, reply = _said(scenario, OFFERED[4][1], changed(position, trust=72))
    assert any("/complaint_settled" in part.place for part in reply.parts)


def test_offered_and_asked_in_one_breath_is_answered_once() -> None:
    _, reply = _said(_client("en"), OFFERED[3][1])
    assert [part.place.split("/")[-1] for part in reply.parts] == ["complaint_yes"]


def test_a_bare_shall_i_is_about_the_sentence_before() -> None:
    scenario = _client("en")
    turn = Understanding("en", scenario).understand("I can open a formal complaint for you. Would you like me to?")
    assert ("ask_commitment", "complain") in [(move.id, move.topic) for move in turn.moves]
