"""What the client brings up waits for an answer, gets it, or is passed over; and what came of it can be asked."""

from pathlib import Path
from typing import Any

import pytest

from tests.client.small import asks, played, says, small

PRICE: dict[str, Any] = {
    "kind": "objection",
    "when": "turn >= 1",
    "say": "You are dear.",
    "answers": {
        "fair": {"move": "compare_fairly", "say": "Fair."},
        "dirt": {"taboo": "disparage_competitor", "say": "Shame."},
    },
    "partial": {"soft": {"move": ["acknowledge", "empathise"], "say": ["And why?", "Well, why?"]}},
    "ignored": "You went round it.",
}
SECOND = {"kind": "question", "when": "ignored.price", "say": "Have you children?"}


def outcomes(client: Any, *turns: Any) -> tuple[str, ...]:
    return tuple(played(client, *turns)[-1][0].outcomes)


@pytest.mark.parametrize(
    ("act", "outcome"),
    [
        ("compare_fairly", "answered.price"),
        ("!disparage_competitor", "yielded.price"),
        ("ask_plans", "ignored.price"),
    ],
)
def test_what_became_of_a_remark_is_remembered_and_can_be_asked(tmp_path: Path, act: str, outcome: str) -> None:
    ending = {"it": {"kind": "open", "title": "It", "text": "It.", "when": outcome}}
    client = small(tmp_path, remarks={"price": PRICE}, endings=ending)
    course = played(client, says("greet"), says(act), says("farewell"))
    assert course[1][0].outcomes == (outcome,)
    assert course[-1][0].ending == "it"


def test_breaking_off_with_a_question_open_passes_it_over(tmp_path: Path) -> None:
    ending = {"it": {"kind": "open", "title": "It", "text": "It.", "when": "ignored.price"}}
    client = small(tmp_path, remarks={"price": PRICE}, endings=ending)
    ((position, _),) = played(client, says("greet"))
    assert client.conclude(position)[2] == "it"


def test_a_reaction_that_settles_a_remark_later_answers_it(tmp_path: Path) -> None:
    later = {"discovery": {"on": {"late": {"move": "give_example", "settle": "price", "say": "Ah, that."}}}}
    client = small(tmp_path, remarks={"price": PRICE}, states=later)
    assert outcomes(client, says("greet"), says("ask_plans"), says("give_example")) == (
        "answered.price",
        "ignored.price",
    )


def test_nothing_new_is_brought_up_where_something_was_just_missed(tmp_path: Path) -> None:
    client = small(tmp_path, remarks={"price": PRICE, "second": SECOND})
    course = played(client, says("greet"), asks("ask_plans"), asks("ask_situation"))
    assert course[1][1].asks is None
    assert course[1][1].text.endswith("You went round it.")
    assert course[2][1].asks == "second"


def test_nothing_new_is_brought_up_in_the_reply_that_takes_up_an_answer(tmp_path: Path) -> None:
    client = small(tmp_path, remarks={"price": PRICE, "second": {**SECOND, "when": "answered.price"}})
    course = played(client, says("greet"), says("compare_fairly"), asks("ask_plans"))
    assert "answered:price" in course[1][1].events
    assert course[1][1].asks is None
    assert course[2][1].asks == "second"


def test_a_reaction_brings_up_the_next_matter_at_once(tmp_path: Path) -> None:
    fair = {"move": "compare_fairly", "say": "I see.", "raise": "second"}
    price = {**PRICE, "answers": {"fair": fair}}
    client = small(tmp_path, remarks={"price": price, "second": {**SECOND, "when": "turn >= 90"}})
    assert played(client, says("greet"), says("compare_fairly"))[1][0].pending == "second"


def test_breathing_space_between_two_remarks_can_be_written(tmp_path: Path) -> None:
    second = {**SECOND, "when": "settled.price and since_remark >= 3"}
    client = small(tmp_path, remarks={"price": PRICE, "second": second})
    turns = (says("greet"), says("compare_fairly"), *(asks("ask_plans") for _ in range(4)))
    raised = ["second" in position.raised for position, _ in played(client, *turns)]
    assert raised == [False, False, False, False, True, True]


def test_before_the_first_remark_it_is_counted_from_the_beginning(tmp_path: Path) -> None:
    client = small(tmp_path, remarks={"second": {**SECOND, "when": "since_remark >= 2"}})
    course = played(client, says("greet"), asks("ask_plans"))
    assert [position.raised for position, _ in course] == [(), ("second",)]


def test_who_speaks_after_somebody_else_is_named(tmp_path: Path) -> None:
    boss = {
        **PRICE,
        "kind": "call",
        "speaker": "The boss",
        "answers": {"fair": {"move": "any", "say": "That will do."}},
    }
    wife = {"kind": "question", "when": "answered.price", "say": "And the date?"}
    client = small(tmp_path, remarks={"price": boss, "wife": wife})
    course = played(client, says("greet"), says("disclose_terms"))
    assert course[0][1].text.endswith("[The boss] You are dear.")
    assert course[1][1].text == "[The boss] That will do. [Ms Lee] And the date?"


def test_who_opens_his_heart_does_not_reproach_in_the_same_breath(tmp_path: Path) -> None:
    client = small(tmp_path, remarks={"price": PRICE}, **WAGES)
    course = played(client, says("greet"), asks("ask_problem", "wages"), asks("ask_plans"))
    assert course[1][1].text == "We were late."
    assert (course[1][0].outcomes, course[1][0].pending) == (("open.price",), "price")
    assert course[2][1].text.endswith("You went round it.")
    assert course[2][0].outcomes == ("ignored.price", "open.price")
    assert played(client, says("greet"), asks("ask_plans"))[1][1].text.endswith("You went round it.")


COSTLY = {**PRICE, "ignored_trust": -7, "ignored_patience": -9}
WAGES: dict[str, Any] = {
    "topics": {"wages": {"name": "Wages", "words": ["wages"]}},
    "needs": {"wages": {"kind": "latent", "topic": "wages", "statement": "Late.", "thread": "The wages?"}},
    "states": {
        "discovery": {
            "on": {"told": {"move": "question", "topic": "wages", "reveal": "wages", "say": "We were late."}}
        }
    },
}


def test_what_is_passed_over_in_silence_costs_nothing(tmp_path: Path) -> None:
    dear, free = (
        played(small(tmp_path, remarks={"price": remark}, **WAGES), says("greet"), asks("ask_problem", "wages"))
        for remark in (COSTLY, {**COSTLY, "ignored_trust": 0, "ignored_patience": 0})
    )
    assert (dear[1][0].trust, dear[1][0].patience) == (free[1][0].trust, free[1][0].patience)


def test_what_is_passed_over_is_charged_with_the_line_that_says_so(tmp_path: Path) -> None:
    dear, free, mute = (
        played(small(tmp_path, remarks={"price": remark}), says("greet"), asks("ask_plans"))[1]
        for remark in (
            COSTLY,
            {**COSTLY, "ignored_trust": 0, "ignored_patience": 0},
            {key: value for key, value in COSTLY.items() if key != "ignored"},
        )
    )
    assert dear[1].text.endswith("You went round it.")
    assert dear[0].trust < free[0].trust
    assert dear[0].patience == free[0].patience - 9
    assert (mute[0].trust, mute[0].patience) == (free[0].trust, free[0].patience)
    assert mute[1].events == dear[1].events


def test_the_words_of_a_remark_are_told_apart_from_the_answer_before_it(tmp_path: Path) -> None:
    ((_, reply),) = played(small(tmp_path, remarks={"price": PRICE}), says("greet"))
    assert reply.remark == "You are dear."
    assert reply.text.endswith(reply.remark)
    assert reply.text != reply.remark


def test_a_remark_that_a_reaction_makes_has_the_words_of_the_reaction(tmp_path: Path) -> None:
    asked = {"discovery": {"on": {"dear": {"move": "ask_plans", "raise": "price", "say": "Why are you so dear?"}}}}
    quiet = {**PRICE, "when": "turn >= 9"}
    course = played(small(tmp_path, remarks={"price": quiet}, states=asked), says("greet"), asks("ask_plans"))
    assert (course[1][1].events, course[1][1].remark) == (("objection:price",), "Why are you so dear?")


def test_a_reaction_that_settles_what_was_raised_says_so(tmp_path: Path) -> None:
    later = {"discovery": {"on": {"late": {"move": "give_example", "settle": "price", "say": "Ah, that."}}}}
    client = small(tmp_path, remarks={"price": PRICE}, states=later)
    course = played(client, says("greet"), says("ask_plans"), says("give_example"))
    assert course[2][1].events == ("answered:price",)
    unasked = small(tmp_path, remarks={"price": {**PRICE, "when": "turn >= 9"}}, states=later)
    assert played(unasked, says("greet"), says("give_example"))[1][1].events == ()


def test_half_an_answer_is_taken_once(tmp_path: Path) -> None:
    client = small(tmp_path, remarks={"price": PRICE})
    course = played(client, says("greet"), says("acknowledge"), says("empathise"))
    assert course[1][0].pending == "price"
    assert course[2][0].pending is None
    assert "ignored:price" in course[2][1].events


def test_half_an_answer_beside_a_question_is_taken_up_last(tmp_path: Path) -> None:
    topics = {"wages": {"name": "Wages", "words": ["wages"], "say": "On the 28th."}}
    client = small(tmp_path, remarks={"price": PRICE}, topics=topics)
    both = says("acknowledge")
    both = type(both)("", (*both.moves, *asks("ask_situation", "wages").moves))
    text = played(client, says("greet"), both)[-1][1].text
    assert text in ("On the 28th. And why?", "On the 28th. Well, why?")


def test_another_person_speaks_in_their_own_name_and_nobody_else_does(tmp_path: Path) -> None:
    wife = {
        "kind": "third_person",
        "speaker": "His wife",
        "when": "turn >= 1",
        "say": "Who is this?",
        "answers": {
            "told": {"move": "introduce", "say": "Ah."},
            "asked": {"move": "ask_plans", "when": "with.wife"},
        },
        "ignored": ["I'll fetch him."],
    }
    client = small(tmp_path, remarks={"wife": wife})
    course = played(client, says("greet"), says("ask_problem"))
    assert course[0][1].text.endswith("[His wife] Who is this?")
    assert course[1][1].text == "[His wife] I'll fetch him."
    assert played(client, says("greet"), says("introduce"))[-1][1].text == "[His wife] Ah."
    assert played(client, says("greet"), says("ask_plans"))[-1][0].settled == ("wife",)
    assert played(client, says("greet"), says())[-1][1].text.startswith("[His wife] ")


def test_a_bare_follow_on_is_about_what_the_remark_spoke_of(tmp_path: Path) -> None:
    topics = {"wages": {"name": "Wages", "words": ["wages"], "say": "On the 28th."}}
    remark = {"kind": "remark", "topic": "wages", "when": "turn >= 1", "say": "Payday again."}
    client = small(tmp_path, remarks={"pay": remark}, topics=topics)
    assert played(client, says("greet"), asks("ask_clarify"))[-1][1].text == "On the 28th."


def test_to_somebody_who_leaves_a_missed_question_is_said_before_goodbye(tmp_path: Path) -> None:
    client = small(tmp_path, remarks={"price": PRICE})
    reply = played(client, says("greet"), says("farewell"))[-1][1]
    assert [part.place.split("/")[0] for part in reply.parts] == ["remarks", "states"]
    position, last = played(client, says("greet"), says("empathise", "farewell"))[-1]
    assert not any("partial" in part.place for part in last.parts)
    assert position.outcomes == ("ignored.price",)


def test_while_another_speaks_nothing_comes_out(tmp_path: Path) -> None:
    remark = {
        "kind": "third_person", "name": "The manager", "speaker": "The manager", "when": "turn >= 1", "say": ["Who are you?"],
        "answers": {"hello": {"move": "introduce", "say": ["Right."]}}, "ignored": ["Never mind me."],
    }  # fmt: skip
    simulated = small(
        tmp_path,
        needs={"lease": {"kind": "latent", "statement": "The lease runs out", "weight": 3}},
        states={
            "opening": {
                "on": {"told": {"move": "ask_problem", "reveal": "lease", "say": ["The lease runs out in March."]}}
            }
        },
        remarks={"manager": remark},
    )
    course = played(simulated, says("greet"), asks("ask_problem"))
    assert course[0][0].pending == "manager"
    position, reply = course[1]
    assert ("March" in reply.text) == (dict(position.needs).get("lease", 0) >= 2)
