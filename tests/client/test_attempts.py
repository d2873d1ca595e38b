"""An answer in words of the trainee's own is an answer; what says something else leaves the question open once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.client import Position
from simulator.client.likeness import question_of, shared, statements
from simulator.vocabulary.turn import Form, MoveMade, TabooMade, Turn
from tests.client.dealing import ready, understanding
from tests.client.small import played, says, small

LENT: dict[str, Any] = {
    "kind": "question",
    "when": "turn >= 1",
    "say": "Have you ever lent to a steel trader?",
    "answers": {"told": {"move": "give_example", "trust": 4, "say": "Good."}},
    "heard": ["So be it.", "Well then."],
    "ignored": "You keep your own counsel.",
    "ignored_trust": -5,
}
DEAR: dict[str, Any] = {
    "kind": "objection",
    "when": "turn >= 1",
    "say": "The big bank takes three per cent. Why should I change?",
    "answers": {"fair": {"move": "compare_fairly", "say": "Fair."}},
    "ignored": "You went round it.",
    "ignored_trust": -3,
}


def turn(text: str, *moves: MoveMade, other: float | None = None) -> Turn:
    return Turn(text, moves, other=None if moves else (0.8 if other is None else other))


def made(id: str, clause: str, topic: str | None = None, form: Form | None = None) -> MoveMade:
    return MoveMade(id, clause, 0.9, form, topic)


def after(
    tmp_path: Path, said: Turn, remark: dict[str, Any] = LENT, **parts: Any
) -> tuple[Position, Position, str]:
    """The positions before and after ``said`` where the remark waits, and the answer."""
    client = small(tmp_path, remarks={"it": remark}, **parts)
    (before, _), (position, reply) = played(client, says("greet"), said)
    assert before.pending == "it"
    return before, position, reply.text


@pytest.mark.parametrize(
    "text",
    ["Yes, four of them.", "No. Never.", "I lent to two traders, years ago.", "Some steel people, nothing big."],
)
def test_words_of_ones_own_are_taken_for_an_answer(tmp_path: Path, text: str) -> None:
    before, position, answer = after(tmp_path, turn(text))
    assert answer in LENT["heard"]
    assert position.outcomes == ("answered.it",)
    assert position.pending is None
    assert 0 < position.trust - before.trust < 4


def test_the_answer_is_heard_beside_a_question_and_taken_up_first(tmp_path: Path) -> None:
    topics = {"wages": {"name": "Wages", "words": ["wages"], "say": "On the 28th."}}
    text = "I lent to a few traders. When do you pay wages?"
    said = turn(text, made("ask_situation", "When do you pay wages?", "wages", "open"))
    position, answer = after(tmp_path, said, topics=topics)[1:]
    assert position.outcomes == ("answered.it",)
    assert answer in [f"{heard} On the 28th." for heard in LENT["heard"]]


def test_a_yes_is_no_answer_to_an_objection(tmp_path: Path) -> None:
    assert after(tmp_path, turn("Yes."), DEAR)[1].pending == "it"
    answered = turn("Keep the big bank, we only come in beside it.")
    assert after(tmp_path, answered, DEAR)[1].outcomes == ("answered.it",)


def test_a_remark_without_lines_for_it_is_answered_for_in_general(tmp_path: Path) -> None:
    plain = {key: value for key, value in LENT.items() if key != "heard"}
    client = small(tmp_path, remarks={"it": plain})
    reply = played(client, says("greet"), turn("Yes, four of them."))[-1][1]
    assert reply.text in client.scenario.talk.heard.all


def test_what_speaks_of_something_else_leaves_the_question_open_once(tmp_path: Path) -> None:
    client = small(tmp_path, remarks={"it": LENT})
    other = made("disclose_terms", "The fee is due at the end of every month.")
    course = played(client, says("greet"), *[turn(other.clause, other)] * 2)
    (before, _), (first, reply), (second, last) = course
    assert first.pending == "it"
    assert first.trust >= before.trust
    assert reply.text in client.scenario.talk.waiting.all
    assert second.pending is None
    assert "ignored:it" in last.events


@pytest.mark.parametrize("id", ["ask_plans", "small_talk", "greet"])
def test_questions_and_courtesy_pass_it_over(tmp_path: Path, id: str) -> None:
    clause = {"ask_plans": "What are your plans?", "small_talk": "Lovely day.", "greet": "Good morning."}[id]
    before, position, _ = after(tmp_path, turn(clause, made(id, clause, form="open")))
    assert position.outcomes == ("ignored.it",)
    assert position.trust < before.trust


def test_nonsense_and_offences_are_no_attempts(tmp_path: Path) -> None:
    assert after(tmp_path, turn("qwer steel zxcv", other=0.98))[1].pending == "it"
    offended = Turn("I lent to steel traders, you fool.", (), (TabooMade("rude", "you fool"),))
    assert "answered.it" not in after(tmp_path, offended)[1].outcomes


def test_a_temptation_must_be_refused(tmp_path: Path) -> None:
    refuse = {"refuse": {"move": "decline", "say": "All right."}}
    tempting = {**LENT, "kind": "temptation", "say": "Shall I make up the steel figures?", "answers": refuse}
    position = after(tmp_path, turn("Yes, the steel figures."), tempting)[1]
    assert "answered.it" not in position.outcomes


def test_keyword_stuffing_answers_nothing_by_the_way(tmp_path: Path) -> None:
    ids = (
        "present_product",
        "disclose_terms",
        "refer_up",
        "trade",
        "decline",
        "offer_remedy",
        "paraphrase",
        "state_ask",
    )
    moves = tuple(made(id, f"steel trader lent {id}") for id in ids)
    position = after(tmp_path, turn("; ".join(move.clause for move in moves), *moves))[1]
    assert "answered.it" not in position.outcomes


def test_what_was_given_before_is_not_asked_any_more(tmp_path: Path) -> None:
    asked_later = {**LENT, "when": "turn >= 2"}
    client = small(tmp_path, remarks={"it": asked_later})
    text = "I lent to two steel traders in my time."
    given = played(client, turn(text, made("give_example", text)), says("acknowledge"), says("acknowledge"))
    assert given[0][0].outcomes == ("answered.it",)
    assert all(position.pending is None for position, _ in given)
    vague = played(
        client, turn("I know your trade.", made("give_example", "I know your trade.")), says("acknowledge")
    )
    assert vague[-1][0].pending == "it"


def test_a_yes_to_the_opening_question_is_an_answer(tmp_path: Path) -> None:
    client = small(tmp_path, opening="So you're my new one?")
    ((_, reply),) = played(client, turn("yes", made("acknowledge", "yes")))
    assert reply.text in client.scenario.talk.heard.all


def test_an_opening_of_many_courtesies_is_no_flood(tmp_path: Path) -> None:
    client = small(tmp_path)
    friendly = ("greet", "introduce", "thank", "small_talk", "state_purpose", "acknowledge", "empathise")
    assert "flooded" not in played(client, says(*friendly))[-1][1].events


def test_statements_leave_out_what_is_asked() -> None:
    assert statements("At 3.05% it fits. Does it? 成本低。行吗？") == "At 3.05% it fits. 成本低。"


def test_shared_sense_is_counted_in_both_tongues(tmp_path: Path) -> None:
    scenario = small(tmp_path, remarks={"it": {**LENT, "say": "您放过钢贸的款没有？"}}).scenario
    question = question_of(scenario, scenario.remarks["it"])
    assert shared(question, "放过几户，不多", frozenset()) == 1
    assert shared(question, "今天天气不错", frozenset()) == 0


def test_an_offer_answers_nothing_else_that_was_asked() -> None:
    simulated, position = ready("steel", "zh")
    assert "weigh_you" in simulated.scenario.remarks
    waiting = replace(position, pending="weigh_you", raised=(*position.raised, "weigh_you"), asked=True)
    said = understanding("steel", "zh").understand(
        "五百六十万，四个点，拿应收质押，这个我这层就能定。", "您放过几家钢贸？"
    )
    _, reply = simulated.step(waiting, said, 1)
    assert reply.taken
    assert "answered:weigh_you" not in reply.events


ASKED_BY_HER: dict[str, Any] = {
    "kind": "third_person",
    "when": "turn >= 1",
    "speaker": "His wife",
    "say": "Who borrowed money?",
    "answers": {
        "kept": {"move": "decline", "trust": 6, "say": "All right."},
        "told": {"taboo": "leak_client", "trust": -15, "say": "Fifty thousand?"},
    },
    "ignored": "I asked you something.",
    "ignored_trust": -2,
}


def test_who_talks_to_a_third_person_of_what_is_not_hers_wins_nothing(tmp_path: Path) -> None:
    said = turn(
        "He borrowed fifty thousand on his phone.", made("share_information", "He borrowed fifty thousand.")
    )
    before, after_it, _ = after(tmp_path, said, ASKED_BY_HER)
    assert ("answered", "it") not in [tuple(one.split(".")) for one in after_it.outcomes]
    assert after_it.trust <= before.trust


def test_an_attempt_beside_a_taboo_however_unsurely_heard_is_none(tmp_path: Path) -> None:
    text = "Yes, we have lent to a steel trader, to your neighbour Mr Chen."
    fair = turn(text, made("share_information", text))
    assert "answered.it" in after(tmp_path, fair)[1].outcomes
    unsure = Turn(text, fair.moves, (TabooMade("leak_client", text, 0.4, certain=False),))
    before, position, _ = after(tmp_path, unsure)
    assert "answered.it" not in position.outcomes
    assert position.trust <= before.trust
