"""Words quoted as evidence are the talk's own, whole clauses, and those that tell."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import debrief, grade, load_rubric
from scoring.patterns import first_match
from scoring.quoting import in_context, quote, quote_end, room, telling
from scoring.rubric import Wording
from simulator.transcript.record import Brief, NeedBrief
from tests.scoring.reading_visits import names, parse, visit

RUBRIC = load_rubric()
GREETING = "秦总您好，我是宁川支行的小周，谢谢您月底还抽时间见我。来之前我看了贵公司的公开资料，六成半出口。今年订单怎么样？"


def test_the_sentence_with_the_word_is_quoted_and_not_the_greeting_before_it() -> None:
    assert telling(GREETING, ("我看了",)) == ("来之前我看了贵公司的公开资料，六成半出口。", "我看了")
    assert telling("Good morning, Ms. Qin. I READ your file.", ("i read",)) == ("I READ your file.", "I READ")
    assert telling("如果结算走我行，利率就能再降。", ("如果…就能",))[1] == "如果结算走我行，利率就能"


def test_whole_clauses_and_whole_words() -> None:
    assert quote(GREETING, 30) == "秦总您好，我是宁川支行的小周，谢谢您月底还抽时间见我。"
    assert quote("We would like to understand everything about it", 20) == "We would like to"
    assert quote_end(GREETING, 29) == "来之前我看了贵公司的公开资料，六成半出口。今年订单怎么样？"
    assert quote_end(GREETING, 28) == "今年订单怎么样？"


@given(st.text(alphabet="您好，。?? ab.c的…Mr\n", max_size=200), st.sampled_from(["您好", "ab", "的…您"]))
def test_what_is_quoted_stands_in_the_text(text: str, pattern: str) -> None:
    for words in (quote(text), quote_end(text), telling(text, (pattern,))[0]):
        assert words in text
        assert len(words) <= room(words)


@given(st.text(alphabet="您好，。 ab的好\n", max_size=60), st.sampled_from(["您好", "ab"]))
def test_what_tells_has_the_word(text: str, pattern: str) -> None:
    clause, found = telling(text, (pattern,))
    if first_match(text.lower(), (pattern,)):
        assert found.lower() == pattern
        assert found in clause


def test_what_says_little_stands_with_the_sentence_before_it() -> None:
    assert (
        in_context("I'll ring on Thursday. I promise. Goodbye.", "I promise.")
        == "I'll ring on Thursday. I promise."
    )
    assert in_context("招牌别管。月底哪笔？多少？给谁？", "多少？") == "月底哪笔？多少？"
    assert in_context("多少？给谁？", "多少？") == "多少？"
    assert in_context(GREETING, "今年订单怎么样？") == "今年订单怎么样？"


@given(st.text(alphabet="您好，。?? ab.c的…Mr\n", max_size=120), st.sampled_from(["您好", "ab", "的…您"]))
def test_what_is_added_stands_in_the_text_too(text: str, pattern: str) -> None:
    piece = telling(text, (pattern,))[0]
    assert piece in in_context(text, piece)
    assert in_context(text, piece) in text


@pytest.mark.parametrize("name", names())
def test_evidence_is_word_for_word_from_its_turn(name: str) -> None:
    transcript = visit(name)
    said = {0: transcript.opening} | {e.turn: f"{e.trainee.text}\n{e.client.text}" for e in transcript.exchanges}
    page = debrief(transcript, grade(transcript, RUBRIC), RUBRIC)
    shown = [e for item in page.items for e in item.evidence if e.turn]
    assert shown
    for evidence in shown:
        assert evidence.clause in said[evidence.turn], evidence
    for advice in page.priorities:
        if advice.quote:
            assert advice.quote in said[advice.turn], advice
    for strength in page.strengths:
        assert strength.quote in said[strength.turn], strength


def test_a_criterion_over_words_shows_the_words() -> None:
    transcript = parse(
        f"> {GREETING} | greet introduce\n< 请坐。 | trust=41\n> 好。 | acknowledge\n< 说吧。 |", "corporate_x"
    )
    item = next(item for item in grade(transcript, RUBRIC).items if item.id == "prep_client_research")
    assert item.earned == 1
    assert item.evidence[0].clause == "来之前我看了贵公司的公开资料，六成半出口。"
    assert "我看了" in item.evidence[0].because


def test_of_several_turns_the_surest_and_most_specific_is_shown() -> None:
    text = "\n".join(
        ["> 嗯。 | acknowledge", "< 对。 |", "> 您说回款要九十天，我记下了。 | acknowledge", "< 对。 |"] * 2
    )
    items = {item.id: item for item in grade(parse(text, "corporate_x"), RUBRIC).items}
    assert items["disc_listen"].evidence[0].clause != "嗯。"


def test_a_need_that_was_only_hinted_at_is_told_with_the_clients_words() -> None:
    text = "> 最近怎么样？ | ask_situation/open\n< 一到年底我就睡不好，唉。 | events=hint:fx_loss\n> 好。 | acknowledge\n< 嗯。 |"
    transcript = parse(text, "corporate_x")
    needs = {need.id: need for need in debrief(transcript, grade(transcript, RUBRIC), RUBRIC).needs}
    assert (needs["fx_loss"].turn, needs["fx_loss"].hinted) == (None, 1)
    assert needs["fx_loss"].quote == "一到年底我就睡不好，唉。"
    assert needs["house"].hinted is None


def test_a_text_is_told_for_the_kind_of_visit_then_for_the_segment() -> None:
    text = Wording("一般", {"retail": "个人", "complaint": "$contact，对不起"}, "陈总")
    assert text.said(Brief(segment="retail")) == "个人"
    assert text.said(Brief(segment="corporate")) == "一般"
    assert text.said(Brief(segment="retail", visit="complaint", contact="刘阿姨")) == "刘阿姨，对不起"
    assert text.said(Brief(visit="complaint")) == "陈总，对不起"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_example_for_one_segment_is_shown_to_the_other(language: str) -> None:
    trade = ("厂", "车间", "订单", "汇率", "流贷", "plant", "orders", "exchange rate", "forward")
    brief = Brief(segment="retail", contact="王老师")
    for item in load_rubric(language=language).items.values():
        if item.applies.segments != ("corporate",) and not item.applies.bargaining:
            words = item.example.said(brief).lower()
            assert not any(word in words for word in trade), (item.id, words)


def test_a_need_that_came_out_is_told_with_the_clients_words_and_one_put_right_is_not_missed() -> None:
    talk = """
> 今年怎么样 | ask_situation/open / < 钱紧，旺季前缺一千万 | revealed=peak events=need:peak /
> 扣掉的三十八块管理费今天就退，减免标志也补上 | offer_remedy / < 行 | revealed=peak / > 再见 | farewell / < 再见
"""
    transcript = parse("\n".join(re.split(r"\s+/\s+", talk.strip())), "corporate_x")
    brief = Brief(
        needs=(
            NeedBrief("peak", "explicit", 3, "旺季前要一千万"),
            NeedBrief("fee", "explicit", 2, "换卡弄丢了减免，扣了三十八块管理费，要退"),
        )
    )
    header = replace(transcript.header, brief=brief)
    page = debrief(replace(transcript, header=header), grade(replace(transcript, header=header), RUBRIC), RUBRIC)
    peak, fee = page.needs
    assert (peak.outcome, peak.turn, peak.told) == ("found", 1, "钱紧，旺季前缺一千万")
    assert (fee.outcome, fee.settled) == ("settled", 2)
