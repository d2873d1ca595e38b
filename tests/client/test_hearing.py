"""What a client acts upon: a goodbye beside a greeting must be heard more surely than one alone."""

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
