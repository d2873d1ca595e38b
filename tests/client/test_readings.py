"""One stretch of words is answered once, whatever labels it bears; different words each for themselves."""

from itertools import pairwise
from pathlib import Path

from simulator.client.hearing import acts_of
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn
from tests.client.small import played, small

WAGES = {"name": "Wages", "words": ["wages"], "say": ["On the 28th."]}


def made(id: str, clause: str, topic: str | None = None, confidence: float = 0.9) -> MoveMade:
    return MoveMade(id, clause, confidence, "open", topic)


def test_labels_on_the_same_words_are_one_act() -> None:
    text = "I see. How do you pay wages, and what troubles you there? And the bank?"
    moves = (
        made("acknowledge", "I see."),
        made("ask_situation", "How do you pay wages, and what troubles you there?"),
        made("ask_problem", "what troubles you there?"),
        made("ask_current_bank", "And the bank?"),
    )
    ids = [[act.id for act in same] for same in acts_of(Turn(text, moves, (TabooMade("rude", "…"),)))]
    assert ids == [["rude"], ["acknowledge"], ["ask_situation", "ask_problem"], ["ask_current_bank"]]


def test_listening_and_asking_in_the_same_words_are_two_acts() -> None:
    moves = (made("empathise", "that must hurt, how come?"), made("ask_problem", "that must hurt, how come?"))
    assert len(acts_of(Turn("that must hurt, how come?", moves))) == 2


def test_the_reading_is_taken_that_the_client_has_most_to_say_to(tmp_path: Path) -> None:
    client = small(tmp_path, topics={"wages": WAGES})
    words = "what about wages"
    moves = (made("ask_problem", words, None, 1.0), made("ask_situation", words, "wages", 0.5))
    ((position, reply),) = played(client, Turn(words, moves))
    assert reply.text == "On the 28th."
    assert dict(position.heard)["ask_problem"] == 1


def test_the_answer_to_a_waiting_remark_goes_before_other_readings(tmp_path: Path) -> None:
    remark = {
        "kind": "objection", "when": "turn >= 1", "say": "Why you?",
        "answers": {"back": {"move": "ask_clarify", "say": "Since you ask."}},
    }  # fmt: skip
    client = small(tmp_path, topics={"wages": WAGES}, remarks={"why": remark})
    words = "what do you mean about wages"
    turn = Turn(words, (made("ask_situation", words, "wages"), made("ask_clarify", words, None, 0.3)))
    assert played(client, Turn("hello", (made("greet", "hello"),)), turn)[-1][1].text == "Since you ask."


def test_many_readings_of_few_words_are_no_flood(tmp_path: Path) -> None:
    words = "what about it all"
    asked = ("ask_situation", "ask_plans", "ask_problem", "ask_current_bank", "ask_decision", "ask_expectation")
    moves = tuple(made(id, words) for id in (*asked, "ask_clarify", "ask_risk_profile"))
    ((_, reply),) = played(small(tmp_path), Turn(words, moves))
    assert "flooded" not in reply.events
    assert len(reply.parts) == 1


def test_one_sentence_asks_once_of_one_topic_and_of_two_topics_twice() -> None:
    text = "From order to wages, how do you plan the cash? And how?"
    first, second = (
        made("ask_situation", "From order to wages,", "wages"),
        made("ask_plans", "how do you plan", "wages"),
    )
    assert len(acts_of(Turn(text, (first, second)))) == 1
    other = made("ask_plans", "how do you plan", "cash")
    assert len(acts_of(Turn(text, (first, other)))) == 2
    third = made("ask_clarify", "And how?", "wages")
    assert len(acts_of(Turn(text, (first, third)))) == 2


def test_a_doubtful_offence_is_not_taken(tmp_path: Path) -> None:
    simulated = small(tmp_path)
    doubtful = Turn(
        "a story", (MoveMade("small_talk", "a story"),), (TabooMade("falsify", "a story", 0.9, certain=False),)
    )
    plain = Turn("a story", doubtful.moves)
    assert played(simulated, doubtful)[-1][0].trust == played(simulated, plain)[-1][0].trust
    certain = Turn("a story", doubtful.moves, (TabooMade("falsify", "a story", 0.9),))
    assert played(simulated, certain)[-1][0].trust < played(simulated, plain)[-1][0].trust


def test_a_doubtful_goodbye_does_not_end_the_visit(tmp_path: Path) -> None:
    leaving = Turn("take your time", (MoveMade("farewell", "take your time", 0.3),))
    assert not played(small(tmp_path), leaving)[-1][0].over
    assert played(small(tmp_path), Turn("bye", (MoveMade("farewell", "bye", 0.9),)))[-1][0].over


def test_statements_that_are_not_understood_are_heard_out(tmp_path: Path) -> None:
    simulated = small(tmp_path)
    replies = [reply for _, reply in played(simulated, *(Turn(f"well {n}", other=0.9) for n in range(3)))]
    assert {reply.text for reply in replies} <= set(simulated.scenario.talk.listening.all)


def test_nobody_is_asked_twice_running_to_say_it_differently(tmp_path: Path) -> None:
    simulated = small(tmp_path)
    requests = set(simulated.scenario.talk.unplaced.all)
    for words in ("well? where?", "…"):
        said = (Turn(f"{words} {n}".replace("? ", "") + "?", other=0.99) for n in range(6))
        asked = [reply.text in requests for _, reply in played(simulated, *said)]
        assert asked[0]
        assert not any(one and other for one, other in pairwise(asked))


def test_unplaced_words_that_name_a_subject_are_taken_up(tmp_path: Path) -> None:
    told = {
        "payroll": {
            "name": "Payroll",
            "words": ["payroll"],
            "say": ["On the fifth."],
            "told": ["Changing cards is a fuss."],
        }
    }
    simulated = small(tmp_path, topics=told)
    statement = Turn("payroll is easy with us", other=0.8, about="payroll")
    assert played(simulated, statement)[-1][1].text == "Changing cards is a fuss."
