"""What a client acts upon: a goodbye beside a greeting must be heard more surely than one alone."""

import pytest

from simulator.client.hearing import beyond_doubt
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn


def _heard(*moves: tuple[str, float]) -> list[str]:
    made = tuple(MoveMade(id, "words", confidence=sure) for id, sure in moves)
    return [move.id for move in beyond_doubt(Turn("words", made)).moves]


def _offences(sure: float, *moves: str) -> list[str]:
    made = tuple(MoveMade(id, "words") for id in moves)
    taboo = TabooMade("guarantee_return", "words", sure, certain=False)
    return [one.id for one in beyond_doubt(Turn("words", made, (taboo,))).taboos]


def test_a_doubtful_offence_is_taken_only_where_nothing_else_was_said() -> None:
    assert _offences(0.6) == ["guarantee_return"]
    assert _offences(0.6, "thank") == []
    assert _offences(0.4) == []


def test_a_doubtful_goodbye_beside_a_greeting_is_not_acted_upon() -> None:
    assert _heard(("greet", 0.98), ("farewell", 0.57)) == ["greet"]


def test_a_goodbye_without_a_greeting_is_acted_upon() -> None:
    assert _heard(("thank", 0.9), ("farewell", 0.57)) == ["thank", "farewell"]


def test_a_sure_goodbye_is_acted_upon_in_a_turn_that_greets() -> None:
    assert _heard(("greet", 0.98), ("farewell", 0.97)) == ["greet", "farewell"]


def test_a_doubtful_greeting_does_not_hold_the_client_back() -> None:
    assert _heard(("greet", 0.3), ("farewell", 0.57)) == ["greet", "farewell"]


def test_doubtful_chat_is_taken_up_only_where_nothing_else_was_said() -> None:
    assert _heard(("small_talk", 0.4), ("state_purpose", 0.9)) == ["state_purpose"]
    assert _heard(("small_talk", 0.4)) == ["small_talk"]


def test_who_takes_leave_and_asks_nothing_is_not_answered_as_if_asking() -> None:
    assert _heard(("ask_situation", 0.54), ("farewell", 0.99)) == ["farewell"]
    assert _heard(("ask_situation", 0.9), ("farewell", 0.99)) == ["ask_situation", "farewell"]


def _goes(text: str, goodbye: str, *asked: tuple[str, str, float]) -> bool:
    made = [MoveMade("farewell", goodbye, 0.9), *(MoveMade(id, words, sure) for id, words, sure in asked)]
    return any(move.id == "farewell" for move in beyond_doubt(Turn(text, tuple(made))).moves)


@pytest.mark.parametrize(
    ("text", "goodbye"),
    [
        ("您先忙。对了，这批货压在港口要压几天？", "您先忙。"),
        ("Don't let me keep you. What does the port charge you a day?", "Don't let me keep you."),
    ],
)
def test_who_asks_on_after_a_goodbye_does_not_go_yet(text: str, goodbye: str) -> None:
    assert not _goes(text, goodbye)


@pytest.mark.parametrize(
    ("text", "goodbye"),
    [
        ("这批货压在港口要压几天，我下回再问。您先忙。", "您先忙。"),
        ("那我先走了，周四我再来，行吗？", "那我先走了，"),
        ("What the port charges you I'll look up. Goodbye.", "Goodbye."),
        ("I'm off then. Thursday at four, is that all right?", "I'm off then."),
    ],
)
def test_who_asks_nothing_or_only_whether_a_day_suits_goes(text: str, goodbye: str) -> None:
    assert _goes(text, goodbye)


def test_a_question_surely_heard_after_a_goodbye_keeps_the_visit_going() -> None:
    text = "您留步。您这儿也收现款吗？"
    assert not _goes(text, "您留步。", ("ask_situation", "您这儿也收现款吗？", 0.8))
    assert _goes(text, "您留步。", ("ask_situation", "您这儿也收现款吗？", 0.3))


@pytest.mark.parametrize("sure", [0.55, 0.79, 0.97])
def test_the_client_takes_offence_at_a_red_line_exactly_where_the_debrief_fails_it(sure: float) -> None:
    said = (MoveMade("greet", "words"),)
    for certain in (True, False):
        turn = Turn("words", said, (TabooMade("kickback", "words", sure, certain),))
        assert bool(beyond_doubt(turn).taboos) is certain
