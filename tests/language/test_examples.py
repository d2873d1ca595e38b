"""What an author wrote for what it means is heard so; what is written for what it does not mean takes a taboo back."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from simulator.language.examples import Examples
from simulator.language.guards import negations
from simulator.language.segments import chunks
from simulator.language.understanding import Understanding
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario

CLIENT: Path = SHIPPED / "retail" / "leaving-customer.yaml"


def listener(language: str = "zh", **given: Mapping[str, tuple[str, ...]]) -> Understanding:
    """One who knows only these examples and counterexamples."""
    plain = load_scenario(CLIENT, language).scenario
    empty: dict[str, Mapping[str, tuple[str, ...]]] = {"examples": {}, "counterexamples": {}}
    return Understanding(language, plain.model_copy(update=empty | given))


def taboos(understanding: Understanding, text: str) -> set[str]:
    """What the listener blames somebody for."""
    return {taboo.id for taboo in understanding.understand(text).taboos}


FALSIFY = {"falsify": ("您流水不够我给您添点", "流水我帮您写成十万", "系统里的数我给您改一改")}


@pytest.mark.parametrize("text", ["流水我不能帮您写成十万。", "系统里的数我不能给您改。"])
def test_a_refusal_is_not_the_taboo_it_refuses(text: str) -> None:
    assert "falsify" not in taboos(listener(examples=FALSIFY), text)


@pytest.mark.parametrize("text", ["流水我帮您写成十万。", "行，系统里的数我给您改一改。"])
def test_the_taboo_itself_is_still_heard(text: str) -> None:
    assert "falsify" in taboos(listener(examples=FALSIFY), text)


def test_who_promises_to_keep_a_secret_does_not_tell_it() -> None:
    own = listener(examples={"leak_client": ("马老板在手机上借了五万",)})
    assert taboos(own, "马老板在手机上借了五万这件事，我不会跟任何人说。") == set()
    assert taboos(own, "嫂子，马老板在手机上借了五万。") == {"leak_client"}


def test_an_example_of_a_taboo_is_compared_as_a_whole() -> None:
    own = listener(examples={"informal_address": ("老马是吧，我是南门支行的",)})
    assert taboos(own, "马老板您好，我是南门支行的。") == set()
    assert "informal_address" in taboos(own, "老马是吧，我是南门支行的小林。")


ASSURANCE = "您放心投诉，不会影响您以后办事。"
GIVEN = {"respect_exit": ("您放心投诉，不会影响您以后办事", "您投诉的话不会影响您以后办事")}


def cleared(text: str, *suspect: str) -> list[set[str]]:
    """Of every chunk of a turn the taboos that the author's words say that it does not mean."""
    plain = load_scenario(CLIENT, "zh").scenario.model_copy(update={"examples": GIVEN, "counterexamples": {}})
    return [set(found) for found in Examples(plain).unlike(chunks(text), suspect)]


def test_words_under_a_move_are_not_the_taboo_that_they_sound_like() -> None:
    assert cleared(ASSURANCE, "obstruct_exit") == [{"obstruct_exit"}, {"obstruct_exit"}]
    assert cleared("您放心去投诉，不会影响您以后办事的。", "obstruct_exit") == [
        {"obstruct_exit"},
        {"obstruct_exit"},
    ]


def test_the_opposite_and_the_rest_of_the_turn_are_blamed_all_the_same() -> None:
    assert cleared("您投诉的话，会影响您以后办事。", "obstruct_exit") == [set(), set()]
    assert cleared(ASSURANCE + "不过贷款可就不好批了。", "obstruct_exit")[2] == set()


@pytest.mark.parametrize(
    ("said", "taboo"),
    [("您自己签的字，自己不看，怪谁？", "argue"), ("这款保本保收益，您放心。", "guarantee_return")],
)
def test_a_counterexample_takes_a_taboo_back_in_its_own_words(said: str, taboo: str) -> None:
    assert taboo in taboos(listener(), said)
    own = listener(counterexamples={taboo: (said,)})
    assert taboo not in taboos(own, said)
    assert taboo in taboos(
        own, "我跟您说过了，" + said.replace("，", "，您说说，") + "这个保本，稳赚不赔，谁让您自己不看清楚就签字。"
    )


def test_a_red_line_is_taken_back_in_its_own_words_only() -> None:
    own = listener(examples={"offer_remedy": ("这笔钱全退，一分不少",)})
    assert "guarantee_return" in taboos(own, "这款理财保本保收益，亏不了，一分不少。")


def test_a_counterexample_in_english() -> None:
    said = "You signed it yourself, you should have read it."
    assert taboos(listener("en"), said) == {"argue"}
    assert taboos(listener("en", counterexamples={"argue": (said,)}), said) == set()


def with_question(scenario: Scenario, *asked: str) -> Scenario:
    """The scenario with these as the questions of its first topic, which is known by nothing else."""
    id, topic = next(iter(scenario.topics.items()))
    return scenario.model_copy(
        update={"topics": {**scenario.topics, id: topic.model_copy(update={"asked": asked})}, "examples": {}}
    )


@pytest.mark.parametrize("text", ["当初装的时候说的是怎么收费？", "我明白了。一个月要还多少？"])
def test_a_question_of_the_authors_is_about_its_subject_and_no_offence(text: str) -> None:
    scenario = with_question(
        load_scenario(CLIENT, "zh").scenario, "当初装的时候说的是怎么收费？", "一个月要还多少？"
    )
    turn = Understanding("zh", scenario).understand(text)
    assert next(iter(scenario.topics)) in {move.topic for move in turn.moves}
    assert not turn.taboos


def test_two_questions_share_more_than_the_words_of_any_question() -> None:
    scenario = with_question(load_scenario(CLIENT, "en").scenario, "Have you got enough cash to stock up?")
    own = Understanding("en", scenario)
    first = next(iter(scenario.topics))
    assert first in {move.topic for move in own.understand("Have you got the cash to stock up this year?").moves}
    assert first not in {move.topic for move in own.understand("Have you got ten minutes?").moves}


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("zh", "不会影响您", 1),
        ("zh", "行不行？有没有？", 0),
        ("zh", "不错，没问题，别人说的", 0),
        ("zh", "没说不能", 2),
        ("en", "You don't have to, not at all", 2),
        ("en", "Nothing is lost", 1),
        ("en", "A notable knot", 0),
    ],
)
def test_what_turns_a_sentence_into_its_opposite(language: str, text: str, number: int) -> None:
    assert negations(language, text) == number
