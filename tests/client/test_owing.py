"""A question that nothing written answers is heard and passed on, before the client brings up anything of its own."""

from pathlib import Path
from typing import Any

import pytest

from simulator.vocabulary.turn import Form, MoveMade, Turn
from tests.client.small import played, says, small

RENT: dict[str, Any] = {"name": "Rent", "words": ["rent"], "say": "Due on the 5th."}
OWN: dict[str, Any] = {
    "kind": "question", "when": "turn >= 1", "say": "Have you ever seen a press?",
    "answers": {"told": {"move": "introduce", "say": "Good."}}, "ignored": "No matter.",
}  # fmt: skip


def turn(text: str, *acts: tuple[str, str, str | None, Form | None, float]) -> Turn:
    return Turn(text, tuple(MoveMade(id, clause, sure, form, topic) for id, clause, topic, form, sure in acts))


def answer(folder: Path, said: Turn, **parts: Any) -> tuple[str, list[str]]:
    client = small(folder, **parts)
    _, reply = played(client, says("greet"), said)[-1]
    return reply.text, [part.place for part in reply.parts]


def test_a_question_of_which_only_the_kind_was_understood_is_passed_on(tmp_path: Path) -> None:
    text = "Did you pay him a deposit?"
    _, places = answer(tmp_path, turn(text, ("ask_situation", text, None, "closed", 0.9)))
    assert places == ["talk/asked_yes_no"]


def test_so_is_one_of_which_nothing_was_heard_but_a_courtesy_before_it(tmp_path: Path) -> None:
    said = turn("That is hard. Whose loom is that?", ("empathise", "That is hard.", None, None, 0.9))
    assert answer(tmp_path, said)[1] == ["talk/asked_who"]


def test_an_open_question_is_answered_as_the_archetype_has_it(tmp_path: Path) -> None:
    text = "How is business?"
    _, places = answer(tmp_path, turn(text, ("ask_situation", text, None, "open", 0.9)))
    assert places == ["states/anywhere/on/situation"]


def test_of_two_questions_an_answer_to_one_will_do(tmp_path: Path) -> None:
    text = "When is the rent due? And whose loom is that?"
    said = turn(text, ("ask_situation", "When is the rent due?", "rent", "open", 0.9))
    assert answer(tmp_path, said, topics={"rent": RENT})[0] == "Due on the 5th."


@pytest.mark.parametrize(
    "text",
    [
        "First your season, then the dollars. Is that all right?",
        "I have three sums. Where shall we begin?",
        "I would like half an hour. Do you mind?",
    ],
)
def test_leave_that_is_asked_is_given(tmp_path: Path, text: str) -> None:
    first = text.partition(".")[0] + "."
    said = turn(text, ("state_purpose", first, None, None, 0.9))
    assert answer(tmp_path, said)[1][-1] == "talk/agrees"


def test_what_waits_to_be_brought_up_waits_for_the_answer(tmp_path: Path) -> None:
    text = "Did you pay him a deposit?"
    asked = turn(text, ("ask_situation", text, None, "closed", 0.9))
    client = small(tmp_path, remarks={"it": {**OWN, "when": "turn >= 2"}})
    (_, first), (_, second), (_, third) = played(client, says("greet"), asked, says("thank"))
    assert "question:it" not in (*first.events, *second.events)
    assert "question:it" in third.events


def test_whoever_hands_over_the_word_is_not_put_off(tmp_path: Path) -> None:
    text = "What questions do you have?"
    said = turn(text, ("check_understanding", text, None, "open", 0.9))
    assert "talk/deflect" not in answer(tmp_path, said)[1]


def test_a_statement_that_only_seeks_a_yes_is_taken_as_a_summary(tmp_path: Path) -> None:
    said = turn(
        "Sixteen million a year, ninety days. Is that right?", ("thank", "Sixteen million", None, None, 0.3)
    )
    assert answer(tmp_path, said)[1] == ["states/anywhere/on/paraphrase"]


def test_a_line_for_its_kind_gives_way_to_the_answer_to_another_question(tmp_path: Path) -> None:
    text = "Did he sign? When is the rent due?"
    said = turn(
        text,
        ("ask_situation", "Did he sign?", None, "closed", 0.9),
        ("ask_plans", "When is the rent due?", "rent", "open", 0.9),
    )
    assert answer(tmp_path, said, topics={"rent": RENT})[0] == "Due on the 5th."
