"""Questions are linked to the subject they ask about, whatever words they use."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.commands.finding import find_scenario
from simulator.language.labelled_questions import NO_SUBJECT, questions, tried
from simulator.language.link_weights import OFFSETS, WEIGHTS
from simulator.language.linking import Linker, sureness, units
from simulator.language.normalise import bare
from simulator.language.subjects import subjects
from simulator.language.topics import Topics

CLIENTS = ("steel-trader", "young-parents")


def linker(client: str, language: str) -> Linker:
    scenario = find_scenario(client, language).scenario
    return Linker(scenario, Topics(scenario))


@pytest.mark.parametrize(
    ("client", "language", "question", "subject"),
    [
        ("steel-trader", "zh", "今年钢价您看是涨是跌？", "steel_price"),
        ("steel-trader", "en", "Does Mrs Lin agree with taking on that much debt?", "wife_view"),
        ("young-parents", "zh", "两个孩子分别几岁？", "ages"),
        ("young-parents", "en", "How old are the two boys now?", "ages"),
    ],
)
def test_a_question_in_other_words_finds_its_subject(
    client: str, language: str, question: str, subject: str
) -> None:
    link = linker(client, language).link(question)
    assert link is not None
    assert link.subject == subject


def test_a_follow_up_is_about_what_was_just_said() -> None:
    before = "儿子想换学区房，上个月回来吃饭，开口要四十万。我没答应，也没回绝，菜都凉了。"
    link = linker("retired-teacher", "zh").link("那您自己想帮他多少？", before, "那您自己想帮他多少？")
    assert link is not None
    assert link.subject.startswith("son")


def test_what_has_nothing_to_do_with_the_client_is_linked_to_nothing() -> None:
    assert linker("steel-trader", "en").link("Xqzt wvrm plok?") is None


def test_a_need_without_words_is_known_as_its_topic() -> None:
    scenario = find_scenario("steel-trader", "zh").scenario
    known = subjects(scenario)
    assert "private_debt" not in known
    assert linker("steel-trader", "zh").known_as("private_debt") == scenario.needs["private_debt"].topic


def test_left_out_subjects_are_never_found() -> None:
    own = linker("steel-trader", "en")
    question = "How old are you?"
    first = own.link(question)
    assert first is None or own.link(question, without={first.subject}) != first


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_measured_alike_each_time(question: str, previous: str) -> None:
    own = linker("young-parents", "zh")
    assert own.link(question, previous, question) == own.link(question, previous, question)
    assert units(question, "en") == units(question, "en")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_questions_are_linked_rightly_by_what_was_asked_in_other_visits(language: str) -> None:
    asked = [one for one in questions(language) if one.kind not in NO_SUBJECT]
    results = tried(asked, WEIGHTS[language], OFFSETS[language])
    sure = [one for one in results if sureness(language, one.best, one.second) >= 0]
    assert sum(one.right for one in sure) / len(results) >= 0.65
    assert sum(one.right for one in sure) / len(sure) >= 0.75


def test_a_question_left_unread_is_no_example() -> None:
    scenario = find_scenario("young-parents", "zh").scenario
    example = next(text for one in subjects(scenario).values() for text in one.asked)
    assert linker("young-parents", "zh").asked(example) is not None
    assert Linker(scenario, Topics(scenario), {bare(example)}).asked(example) is None
