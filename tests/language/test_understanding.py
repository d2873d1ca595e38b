"""Turns as a trained observer would hear them. Plain ones only: how well it does on others' words is measured, not tested."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.commands.finding import find_scenario
from simulator.language.stretches import whole_question
from simulator.language.understanding import Understanding
from simulator.text import clean_line
from simulator.vocabulary.moves import MOVES, TABOOS

ZH, EN = Understanding("zh"), Understanding("en")


@pytest.mark.parametrize(
    ("understanding", "text", "moves"),
    [
        (ZH, "王总您好,我是江城银行的客户经理小林", {"greet", "introduce"}),
        (ZH, "最近生意怎么样?", {"ask_situation"}),
        (ZH, "您现在主要跟哪家银行合作?", {"ask_current_bank"}),
        (ZH, "这件事公司里是谁来拍板?", {"ask_decision"}),
        (ZH, "利率我们可以做到3.2%", {"make_offer"}),
        (ZH, "谢谢您抽时间,再见", {"thank", "farewell"}),
        (EN, "Good morning Mr Wang, I'm Lin from Jiangcheng Bank", {"greet", "introduce"}),
        (EN, "How is business at the moment?", {"ask_situation"}),
        (EN, "Which banks do you mainly work with?", {"ask_current_bank"}),
        (EN, "Who makes the final decision on this?", {"ask_decision"}),
        (EN, "Thank you for your time, goodbye", {"thank", "farewell"}),
    ],
)
def test_plain_turns_are_heard(understanding: Understanding, text: str, moves: set[str]) -> None:
    heard = understanding.understand(text)
    assert moves <= {move.id for move in heard.moves}
    assert not heard.taboos


@pytest.mark.parametrize(
    ("understanding", "text", "taboo"),
    [
        (ZH, "这款理财保本保收益,您放心买,绝对亏不了", "guarantee_return"),
        (ZH, "你先存三百万进来,贷款我马上给你批", "tie_in"),
        (EN, "This fund is guaranteed, you can't lose a cent", "guarantee_return"),
    ],
)
def test_blunt_red_lines_are_heard(understanding: Understanding, text: str, taboo: str) -> None:
    assert taboo in {made.id for made in understanding.understand(text).taboos}


@pytest.mark.parametrize(
    ("understanding", "text"),
    [
        (ZH, "理财不保本,有可能亏本金"),
        (ZH, "我不能保证一定批下来,要以审批为准"),
        (EN, "I can't promise approval, that is up to the credit committee"),
    ],
)
def test_honest_words_near_a_taboo_are_no_certain_red_line(understanding: Understanding, text: str) -> None:
    certain = [t for t in understanding.understand(text).taboos if t.certain and TABOOS[t.id].severity == "red"]
    assert not certain


@pytest.mark.parametrize("understanding", [ZH, EN])
@given(st.text(max_size=120))
@settings(max_examples=60)
def test_any_text_is_understood_or_placed_nowhere(understanding: Understanding, text: str) -> None:
    turn = understanding.understand(clean_line(text))
    assert {move.id for move in turn.moves} <= set(MOVES)
    assert all(0 <= c <= 1 for c in [m.confidence for m in turn.moves] + [t.confidence for t in turn.taboos])
    assert (turn.other is None) == bool(turn.moves or turn.taboos)
    assert turn == understanding.understand(clean_line(text))


@pytest.mark.parametrize(
    ("understanding", "previous", "text"),
    [
        (ZH, "你们利率能做到多少?", "三个点"),
        (ZH, "3.05行不行?", "那就3.1吧"),
        (ZH, "结算要放多少过来?", "六成"),
        (EN, "What rate can you do?", "three percent"),
        (EN, "Can you do 3.05?", "ok, 3.1 then"),
    ],
)
def test_a_bare_figure_after_a_question_about_price_is_an_offer(
    understanding: Understanding, previous: str, text: str
) -> None:
    turn = understanding.understand(text, previous)
    assert [move.id for move in turn.moves] == ["make_offer"]
    assert turn.moves[0].terms
    assert not understanding.understand(text).taboos


def test_a_question_says_whether_it_is_open() -> None:
    forms = {ZH.understand(text).moves[0].form for text in ("最近生意怎么样?", "贵公司主要的困难是什么?")}
    assert forms == {"open"}


@pytest.mark.parametrize(
    ("pieces", "heard", "taken", "asked"),
    [
        (("How is it,", " since May?", " And why?"), (0, 1), {0}, "How is it, since May? And why?"),
        (("How is it?", " And why?"), (0, 1), {0, 1}, "How is it?"),
        (("How is it?", " I see."), (0, 1), {0}, "How is it?"),
        (("有哪些朋友缺资金,", "可以介绍吗?"), (1, 2), {1}, "有哪些朋友缺资金,可以介绍吗?"),
        (("您好。", "可以介绍吗?"), (1, 2), {0, 1}, "可以介绍吗?"),
    ],
)
def test_a_question_goes_as_far_as_nothing_else_was_heard(
    pieces: tuple[str, ...], heard: tuple[int, int], taken: set[int], asked: str
) -> None:
    assert whole_question(pieces, *heard, taken) == asked


def test_each_label_names_the_words_that_triggered_it() -> None:
    (move,) = ZH.understand("您现在主要跟哪家银行合作?").moves
    assert move.clause == "您现在主要跟哪家银行合作?"
    assert move.words
    assert all(word in move.clause for word in move.words)


def test_a_greeting_in_an_authors_example_is_not_the_move() -> None:
    loaded = find_scenario("retired-teacher", "zh")
    understanding = Understanding("zh", loaded.scenario)
    turn = understanding.understand("王老师您好，我是西门支行新来的客户经理小赵，谢谢您抽空过来。")
    assert {move.id for move in turn.moves} <= {"greet", "introduce", "thank"}


def test_an_authors_example_works_at_once() -> None:
    loaded = find_scenario("retired-teacher", "zh")
    move, texts = next(iter(loaded.scenario.examples.items()))
    heard = Understanding("zh", loaded.scenario).understand(texts[0])
    assert move in {made.id for made in (*heard.moves,)} | {made.id for made in heard.taboos}
