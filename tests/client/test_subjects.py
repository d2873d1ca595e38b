"""What the client has to say of a topic, a need, a product or a plain fact, and where that goes before other lines."""

from pathlib import Path

import pytest

from simulator.client.asked_for import PUT_OFF
from simulator.language.topics import Topics
from simulator.language.understanding import Understanding
from simulator.vocabulary.turn import Form
from tests.client.small import asks, played, says, small

QUESTIONS = [
    "ask_situation", "ask_plans", "ask_problem", "ask_current_bank", "ask_decision", "ask_expectation", "ask_clarify",
]  # fmt: skip
WAGES = {"name": "Wages", "words": ["wages", "payroll"], "say": ["On the 28th."], "told": ["You know our payday."]}


@pytest.mark.parametrize("form", ["open", "closed"])
@pytest.mark.parametrize("id", QUESTIONS)
def test_any_question_about_a_topic_gets_what_the_client_has_to_say_of_it(
    tmp_path: Path, id: str, form: Form
) -> None:
    client = small(tmp_path, topics={"wages": WAGES})
    ((_, reply),) = played(client, asks(id, "wages", form))
    assert reply.text == "On the 28th."


def test_who_speaks_of_a_topic_gets_another_answer(tmp_path: Path) -> None:
    client = small(tmp_path, topics={"wages": WAGES})
    (_, reply) = played(client, says("ask_situation"), says("ask_plans"), says("explain_benefit", topic="wages"))[
        -1
    ]
    assert reply.text == "You know our payday."


def test_a_reaction_written_for_this_client_goes_before(tmp_path: Path) -> None:
    own = {"discovery": {"on": {"own": {"move": "ask_problem", "say": "My own words."}}}}
    client = small(tmp_path, topics={"wages": WAGES}, states=own)
    texts = [reply.text for _, reply in played(client, asks("ask_problem", "wages"), asks("ask_plans", "wages"))]
    assert texts == ["My own words.", "On the 28th."]


def test_the_moment_goes_before_the_subject(tmp_path: Path) -> None:
    client = small(tmp_path, topics={"wages": WAGES})
    ((_, reply),) = played(client, says("present_product", topic="wages"))
    assert reply.text != "You know our payday."  # nothing has been asked yet, and that is what is said


def test_a_topic_of_which_all_was_said_has_been_answered(tmp_path: Path) -> None:
    client = small(tmp_path, topics={"wages": WAGES})
    first, second = played(client, asks("ask_situation", "wages"), asks("ask_problem", "wages"))
    assert second[1].text in client.scenario.talk.repeated.all
    assert second[0].patience < first[0].patience - 1


def test_facts_are_found_by_their_words_and_answered(tmp_path: Path) -> None:
    facts = {"staff": {"words": ["how many people", "staff"], "say": ["Twenty-six."]}}
    client = small(tmp_path, facts=facts, topics={"wages": WAGES})
    topics = Topics(client.scenario)
    assert topics.of("how many people work here?", products=False) == "staff"
    assert topics.of("when is payroll for your staff?", products=False) == "wages"
    ((_, reply),) = played(client, asks("ask_situation", "staff", "closed"))
    assert reply.text == "Twenty-six."


def test_a_product_can_be_asked_about_where_the_client_has_an_answer(tmp_path: Path) -> None:
    product = {"name": "Forward", "words": ["forward contract"]}
    without = small(tmp_path, products={"forward": product})
    assert Topics(without.scenario).of("ever used a forward contract?", products=False) is None
    client = small(tmp_path, products={"forward": {**product, "say": ["Once, and never again."]}})
    assert Topics(client.scenario).of("ever used a forward contract?", products=False) == "forward"
    ((_, reply),) = played(client, asks("ask_situation", "forward"))
    assert reply.text == "Once, and never again."


def test_tell_me_more_goes_on_with_the_same_topic(tmp_path: Path) -> None:
    wages = {**WAGES, "say": ["On the 28th.", "The old bank does it."]}
    client = small(tmp_path, topics={"wages": wages})
    first, second = played(client, asks("ask_situation", "wages"), asks("ask_clarify"))
    assert {first[1].text, second[1].text} == set(wages["say"])


def test_a_borrowed_topic_does_not_hide_a_reaction_for_no_topic(tmp_path: Path) -> None:
    own = {"discovery": {"on": {"bare": {"move": "ask_clarify", "topic": "none", "say": "What I meant just now."}}}}
    client = small(tmp_path, topics={"wages": {"name": "Wages", "words": ["wages"]}}, states=own)
    _, second = played(client, asks("ask_situation", "wages"), asks("ask_clarify"))
    assert second[1].text == "What I meant just now."


def test_two_canned_answers_do_not_stand_side_by_side(tmp_path: Path) -> None:
    client = small(tmp_path, topics={"wages": WAGES})
    said = [asks("ask_problem"), says("ask_situation", "ask_plans", form="open")]
    assert len(played(client, *said)[-1][1].parts) == 1
    mixed = says("ask_problem", form="open")
    both = asks("ask_situation", "wages")
    together = type(both)("", (*mixed.moves, *both.moves))
    ((_, reply),) = played(client, together)
    assert reply.text == "On the 28th."


def test_a_question_in_which_only_a_fact_is_known_asks_about_it(tmp_path: Path) -> None:
    facts = {"school": {"words": ["qwertz college"], "say": ["The old one."]}}
    understood = Understanding("en", small(tmp_path, facts=facts).scenario)
    asked = understood.understand("Zyx qwertz college?")
    assert [(move.id, move.topic) for move in asked.moves] == [("ask_situation", "school")]
    assert not any(move.id == "ask_situation" for move in understood.understand("Zyx qwertz college.").moves)


def test_what_was_only_hinted_at_is_not_said_to_have_been_told(tmp_path: Path) -> None:
    needs = {"lease": {"kind": "latent", "topic": "rent", "weight": 3, "statement": "-", "thread": "-"}}
    hints = {"discovery": {"on": {"shy": {"move": "question", "topic": "rent", "reveal": {"lease": "hint"}, "say": "That is between him and me."}}}}  # fmt: skip
    client = small(tmp_path, topics={"rent": {"name": "Rent", "words": ["rent"]}}, needs=needs, states=hints)
    first, second = played(client, asks("ask_situation", "rent"), asks("ask_problem", "rent"))
    assert first[1].text == "That is between him and me."
    assert all(PUT_OFF.search(part.place) for part in second[1].parts)
