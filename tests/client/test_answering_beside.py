"""A question that comes at the end of a turn gets its yes, its leave or an open "not now", whatever else is answered."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.vocabulary.turn import Form, MoveMade, Turn
from tests.client.dealing import PATHS
from tests.client.small import played, says, small
from tests.client.walks import client

BOILER: dict[str, Any] = {
    "kind": "question", "when": "turn >= 1", "say": "Have you ever fired a boiler?",
    "answers": {"told": {"move": "introduce", "say": "Good, then you know the heat."}}, "ignored": "No matter.",
}  # fmt: skip


def turn(text: str, *acts: tuple[str, str, str | None, Form | None, float]) -> Turn:
    return Turn(text, tuple(MoveMade(id, clause, sure, form, topic) for id, clause, topic, form, sure in acts))


def places(folder: Path, *said: Turn, **parts: Any) -> list[str]:
    _, reply = played(small(folder, **parts), *said)[-1]
    return [part.place for part in reply.parts]


HELLO = {
    "opening": {"on": {"hello": {"move": "greet", "say": "Hello. The kettle stays on, I hear you all the same."}}}
}


def test_leave_is_given_beside_the_greeting_that_was_returned(tmp_path: Path) -> None:
    text = "Good morning. I would like to hear of your season first. Does that suit?"
    said = turn(
        text,
        ("greet", "Good morning.", None, None, 1.0),
        ("state_purpose", "I would like to hear of your season first.", None, None, 1.0),
    )
    assert places(tmp_path, said, states=HELLO) == ["states/opening/on/hello", "talk/agrees"]


@pytest.mark.parametrize(
    "question",
    [
        "Twenty days of stock, forty-five of credit, right?",
        "Twenty days of stock, forty-five of credit. Which figure is wrong?",
        "Twenty days of stock, forty-five of credit. Does that tally?",
    ],
)
def test_whoever_answers_and_has_his_own_sum_checked_gets_a_yes_for_it(tmp_path: Path, question: str) -> None:
    said = turn(
        f"I fired one for a year. {question}",
        ("introduce", "I fired one for a year.", None, None, 0.9),
    )
    found = places(tmp_path, says("greet"), said, remarks={"boiler": BOILER})
    assert found == ["remarks/boiler/answers/told", "states/anywhere/on/paraphrase"]


def test_what_is_asked_in_earnest_beside_an_answer_is_openly_passed_on(tmp_path: Path) -> None:
    question = "What does your brother hold of the firm?"
    said = turn(
        f"I fired one for a year. {question}",
        ("introduce", "I fired one for a year.", None, None, 0.9),
        ("ask_situation", question, None, "closed", 0.9),
    )
    found = places(tmp_path, says("greet"), said, remarks={"boiler": BOILER})
    assert found == ["remarks/boiler/answers/told", "talk/asked_what"]


def test_nobody_is_put_off_in_the_breath_of_a_goodbye(tmp_path: Path) -> None:
    text = "I fired one for a year. What does your brother hold? Anyway, goodbye."
    said = turn(
        text,
        ("introduce", "I fired one for a year.", None, None, 0.9),
        ("ask_situation", "What does your brother hold?", None, "closed", 0.9),
        ("farewell", "Anyway, goodbye.", None, None, 1.0),
    )
    assert "talk/deflect" not in places(tmp_path, says("greet"), said, remarks={"boiler": BOILER})


def test_a_rhetorical_question_needs_no_answer_of_its_own(tmp_path: Path) -> None:
    said = turn(
        "I fired one for a year. Who would not?",
        ("introduce", "I fired one for a year.", None, None, 0.9),
        ("ask_clarify", "Who would not?", None, "closed", 0.1),
    )
    assert places(tmp_path, says("greet"), said, remarks={"boiler": BOILER}) == ["remarks/boiler/answers/told"]


def test_a_half_answer_beside_the_whole_one_takes_no_yes_away(tmp_path: Path) -> None:
    boiler = {**BOILER, "partial": {"nod": {"move": "acknowledge", "say": "And the boiler?"}}}
    said = turn(
        "Quite so. I fired one for a year. Twenty days of stock, right?",
        ("acknowledge", "Quite so.", None, None, 0.9),
        ("introduce", "I fired one for a year.", None, None, 0.9),
    )
    found = places(tmp_path, says("greet"), said, remarks={"boiler": boiler})
    assert found == ["remarks/boiler/answers/told", "states/anywhere/on/paraphrase"]


AISLE = {"opening": {"on": {"cousin": {"move": "small_talk", "say": "My cousin? A rascal."}, "agenda": None}}}


def test_who_first_says_what_he_has_come_for_gets_more_than_an_aside(tmp_path: Path) -> None:
    said = turn(
        "Your cousin sends his regards. What I would like to hear first is how you came by the sum.",
        ("small_talk", "Your cousin sends his regards.", None, None, 0.9),
        ("state_purpose", "What I would like to hear first is how you came by the sum.", None, None, 0.5),
    )
    assert places(tmp_path, said, states=AISLE) == ["states/opening/on/cousin", "talk/agrees"]


def test_a_question_plainly_asked_is_passed_on_rather_than_small_talk_returned(tmp_path: Path) -> None:
    question = "How many looms do the others run?"
    states = {"opening": {"on": {"cousin": {"move": "small_talk", "say": "My cousin? A rascal."}}}}
    said = turn(
        f"Your cousin sends his regards. {question}",
        ("small_talk", "Your cousin sends his regards.", None, None, 0.9),
        ("ask_situation", question, None, "closed", 0.9),
    )
    assert places(tmp_path, said, states=states) == ["talk/asked_amount"]


KILN: dict[str, Any] = {"name": "Kiln", "words": ["kiln"], "say": "It burns wood, two cords a week."}


def test_a_question_hardly_heard_is_answered_by_its_subject_rather_than_by_an_aside(tmp_path: Path) -> None:
    question = "And the kiln, will that be on?"
    states = {"opening": {"on": {"cousin": {"move": "small_talk", "say": "My cousin? A rascal."}}}}
    said = turn(
        f"Your cousin sends his regards. {question}",
        ("small_talk", "Your cousin sends his regards.", None, None, 0.9),
        ("propose_next_step", question, "kiln", None, 0.15),
    )
    assert places(tmp_path, said, states=states, topics={"kiln": KILN}) == ["topics/kiln/say"]


def test_so_is_one_beside_an_answer(tmp_path: Path) -> None:
    question = "How much does the kiln eat?"
    said = turn(
        f"I fired one for a year. {question}",
        ("introduce", "I fired one for a year.", None, None, 0.9),
        ("ask_situation", question, None, "closed", 0.9),
        ("propose_next_step", question, "kiln", None, 0.15),
    )
    found = places(tmp_path, says("greet"), said, remarks={"boiler": BOILER}, topics={"kiln": KILN})
    assert found == ["remarks/boiler/answers/told", "topics/kiln/say"]


REMARKED = {"opening": {"on": {"weather": {"move": "small_talk", "say": "Wet, yes."}}}}


@pytest.mark.parametrize("question", ["Does your cousin know of it?", "Which of your cousins paints?"])
def test_a_question_put_to_the_client_is_not_passed_over_for_an_aside(tmp_path: Path, question: str) -> None:
    said = turn(f"Wet today. {question}", ("small_talk", "Wet today.", None, None, 0.5))
    assert places(tmp_path, said, states=REMARKED)[-1].startswith("talk/asked_")


def test_one_that_is_put_to_nobody_may_be(tmp_path: Path) -> None:
    said = turn("Wet today. Is it ever dry?", ("small_talk", "Wet today.", None, None, 0.5))
    assert places(tmp_path, said, states=REMARKED) == ["states/opening/on/weather"]


def test_leave_to_do_something_is_given_beside_an_aside(tmp_path: Path) -> None:
    said = turn("Wet today. May I note down the looms?", ("small_talk", "Wet today.", None, None, 0.5))
    assert places(tmp_path, said, states=REMARKED)[-1] == "talk/agrees"


def test_whether_a_sum_is_right_is_not_answered_by_how_clear_it_was(tmp_path: Path) -> None:
    text = "I make it twelve. Does that sound about right?"
    said = turn(text, ("check_understanding", "Does that sound about right?", None, None, 0.9))
    assert places(tmp_path, said)[-1] in ("talk/confirms", "states/anywhere/on/paraphrase")


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("no. 23 pages is daft. i can do one sheet, line rate and whats pledged.", True),
        ("Right. Twenty-three pages is silly, one sheet from me, said once.", True),
        ("Yes. All that paper, I know.", False),
        ("嗯。二十三页是吓人，我这儿就一张，一回说全。", True),
        ("嗯，我懂，手续嘛。", False),
    ],
)
def test_an_objection_met_after_a_nod_is_not_put_again(text: str, met: bool) -> None:
    language = "en" if text.isascii() else "zh"
    simulated = client(PATHS["steel-trader"], language)
    position, _ = simulated.start(1)
    position = replace(position, raised=("paperwork",), pending="paperwork", asked=True)
    turn = Turn(text, (MoveMade("acknowledge", text.split(".")[0].split("。")[0].split("，")[0], 0.5),))
    after, reply = simulated.step(position, turn, 1)
    assert ("paperwork" in after.settled) is met
    assert any("/partial/" in part.place for part in reply.parts) is not met


def test_what_is_hardly_heard_answers_no_question(tmp_path: Path) -> None:
    text = "Thank you. What hour would suit you?"
    said = turn(
        text,
        ("thank", "Thank you.", None, None, 0.9),
        ("check_understanding", "What hour would suit you?", None, None, 0.08),
    )
    assert any(place.startswith("talk/asked_") for place in places(tmp_path, said))
