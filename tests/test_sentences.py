"""Where a line is cut, and what of it is spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.sentences import (
    BROKEN_OFF,
    ENDS,
    LONG_ENDS,
    around,
    pieces,
    seeks_a_yes,
    sentences,
    stem,
    without_narration,
)

LINES = st.text(alphabet="利率好a 3.。；;！？?…\n\"”'，", max_size=40)


@given(LINES, st.sampled_from([ENDS, LONG_ENDS, BROKEN_OFF]))
def test_the_pieces_are_the_whole_text(text: str, ends: str) -> None:
    assert "".join(pieces(text, ends)) == text


@given(LINES, st.sampled_from([ENDS, LONG_ENDS, BROKEN_OFF]), st.data())
def test_a_clause_stands_in_the_sentences_around_it(text: str, ends: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    clause = text[first : data.draw(st.integers(first, len(text)))].strip()
    assert clause in around(text, clause, ends)
    assert around(text, clause, ends) in text


def test_a_semicolon_ends_a_sentence_but_not_an_offer() -> None:
    text = "额度五百万；利率3.2%。行吗？"
    assert sentences(text) == ("额度五百万；", "利率3.2%。", "行吗？")
    assert sentences(text, LONG_ENDS) == ("额度五百万；利率3.2%。", "行吗？")
    assert around(text, "利率3.2%") == "利率3.2%。"
    assert around(text, "利率3.2%", LONG_ENDS) == "额度五百万；利率3.2%。"


def test_dots_of_hesitation_end_a_sentence_where_they_are_asked_to() -> None:
    assert sentences("嗯……那房子呢？") == ("嗯……那房子呢？",)
    assert sentences("嗯……那房子呢？", BROKEN_OFF) == ("嗯……", "那房子呢？")


def test_a_point_within_a_figure_ends_nothing_and_a_mark_alone_is_no_sentence() -> None:
    assert sentences("It is 3.2 per cent. Is it? !") == ("It is 3.2 per cent.", "Is it?")
    assert sentences("？。") == ()


def test_what_stands_nowhere_is_left_as_it_is() -> None:
    assert around("利率多少？", "额度") == "额度"
    assert around("利率多少？", "") == ""


@pytest.mark.parametrize(
    "sentence",
    ["您是要一千万，对吧？", "我理解得对吗？", "So it is ten million, right?", "Twelve. Have I got that right?"],
)
def test_what_only_seeks_a_yes(sentence: str) -> None:
    assert seeks_a_yes(sentence)


@pytest.mark.parametrize(
    "sentence", ["您要多少？", "What is right for you in all this?", "That's the dollar, isn't it?"]
)
def test_what_asks_in_earnest(sentence: str) -> None:
    assert not seeks_a_yes(sentence)


def test_looks_and_gestures_are_not_spoken() -> None:
    assert without_narration("（看表）好。【起身】").split() == ["好。"]
    assert without_narration("(nods) Yes. [rises]").split() == ["Yes."]


def test_words_of_one_stem() -> None:
    assert {stem(word) for word in ("lend", "lends", "lending", "lender")} == {"lend"}
    assert stem("bus") == "bus"
