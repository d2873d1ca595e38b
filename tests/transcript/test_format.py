"""Transcripts are read back as they were written, and tell clearly when they are none."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.text import clean
from simulator.transcript.format import (
    TranscriptError,
    amendment_line,
    read_transcript,
    transcript_lines,
    undo_line,
)
from simulator.transcript.record import (
    Brief,
    ClientSide,
    Exchange,
    Header,
    IssueBrief,
    NeedBrief,
    Preparation,
    Review,
    Transcript,
)
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade, Turn

texts = st.text(max_size=30).map(clean)
quantities = st.builds(
    Quantity,
    st.sampled_from(["rate", "amount", "tenor", "share", "fee"]),
    st.integers(-1000, 10**9).map(float),
    st.sampled_from(["%", "bp", "month", "CNY"]),
)
moves = st.builds(
    MoveMade,
    st.sampled_from(sorted(MOVES)),
    texts,
    st.integers(0, 1000).map(lambda n: n / 1000),
    st.sampled_from([None, "open", "closed"]),
    st.sampled_from([None, "fx"]),
    st.lists(quantities, max_size=2).map(tuple),
)
taboos = st.builds(
    TabooMade, st.sampled_from(sorted(TABOOS)), texts, st.integers(0, 1000).map(lambda n: n / 1000), st.booleans()
)
turns = st.builds(
    Turn,
    texts,
    st.lists(moves, max_size=3).map(tuple),
    st.lists(taboos, max_size=2).map(tuple),
    st.lists(quantities, max_size=2).map(tuple),
    st.none() | st.just(0.75),
)
sides = st.builds(
    ClientSide,
    texts,
    st.just("discovery"),
    st.integers(0, 100),
    st.integers(0, 100),
    st.lists(st.sampled_from(["a", "b"]), max_size=2, unique=True).map(tuple),
)
HEADER = Header(
    "client",
    "hash",
    "zh",
    7,
    brief=Brief(
        title="首访",
        needs=(NeedBrief("n", "latent", 3, "s"),),
        issues=(IssueBrief("rate", "利率", "%", "lower", 2.95, 3.3, 3.1, 3.0, 3.15),),
    ),
)


@given(st.lists(st.tuples(turns, sides, st.none() | turns), max_size=5), st.none() | st.just("left"))
def test_a_transcript_reads_back_as_it_was_written(
    rows: list[tuple[Turn, ClientSide, Turn | None]], ending: str | None
) -> None:
    exchanges = tuple(
        Exchange(number, turn, side, "2026-01-01T00:00:00+00:00", as_heard)
        for number, (turn, side, as_heard) in enumerate(rows, 1)
    )
    transcript = Transcript(HEADER, exchanges, Preparation("o", ("m",), (), {"floor": "3.1"}), ending, "请坐。")
    lines = list(transcript_lines(transcript))
    assert read_transcript(lines) == transcript
    assert list(transcript_lines(read_transcript(lines))) == lines


def _short() -> list[str]:
    side = ClientSide("好", "opening", 30, 70)
    return list(transcript_lines(Transcript(HEADER, tuple(Exchange(n, Turn(f"第{n}句"), side) for n in (1, 2)))))


def test_a_cut_last_line_is_passed_over() -> None:
    lines = _short()
    lines[-1] = lines[-1][:40]
    assert [exchange.turn for exchange in read_transcript(lines).exchanges] == [1]


def test_a_broken_line_in_the_middle_is_an_error_with_its_number() -> None:
    lines = _short()
    lines[1] = lines[1][:40] + "\n"
    with pytest.raises(TranscriptError) as caught:
        read_transcript(lines)
    assert (caught.value.line, caught.value.code) == (2, "T101")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([], "T100"),
        (["nonsense\n"], "T101"),
        (['{"kind":"exchange"}\n'], "T103"),
        (['{"kind":"visit","format":9,"scenario":{"id":"x"}}\n'], "T105"),
        (['{"kind":"visit","format":1,"scenario":7}\n'], "T105"),
        (['{"kind":"visit","format":1,"scenario":{"id":"x"}}\n', '{"kind":"dance"}\n'], "T104"),
        (['{"kind":"visit","format":1,"scenario":{"id":"x"}}\n', '{"kind":"exchange","turn":"one"}\n'], "T105"),
        (["[" * 100_000 + "\n"], "T101"),
    ],
)
def test_what_is_no_transcript_is_told_with_its_line(lines: list[str], code: str) -> None:
    with pytest.raises(TranscriptError) as caught:
        read_transcript(lines)
    assert caught.value.code == code


def test_an_exchange_written_twice_counts_once() -> None:
    lines = _short()
    transcript = read_transcript([*lines, lines[-1]])
    assert [exchange.turn for exchange in transcript.exchanges] == [1, 2]


def test_taking_back_forgets_the_turns_from_there_on() -> None:
    transcript = read_transcript([*_short(), undo_line(2)])
    assert [exchange.turn for exchange in transcript.exchanges] == [1]


def test_an_amendment_replaces_the_reading_and_keeps_the_first_beside_it() -> None:
    heard = Turn("最担心什么", (MoveMade("small_talk", "什么", 0.6),), (), (Quantity("rate", 3.0, "%"),))
    exchange = Exchange(1, heard, ClientSide("好", "opening", 30, 70))
    lines = list(transcript_lines(Transcript(HEADER, (exchange,), ending="left")))
    meant = Turn(heard.text, (MoveMade("ask_problem", "最担心什么", form="open"),), (TabooMade("pry", "什么"),))
    for review in (Review("a"), Review("王", "问的是顾虑", "2026-01-01T00:00:00+00:00")):
        lines.append(amendment_line(1, meant, review))
        kept = read_transcript(lines).exchanges[0]
        assert kept == dataclasses.replace(
            exchange,
            trainee=dataclasses.replace(meant, quantities=heard.quantities),
            as_heard=heard,
            review=review,
        )
    again = list(transcript_lines(read_transcript(lines)))
    assert read_transcript(again) == read_transcript(lines)


def test_an_amendment_may_be_written_by_hand() -> None:
    line = '{"kind":"amendment","turn":2,"moves":["ask_problem/open","thank"],"taboos":["rude"],"by":"王"}\n'
    turn = read_transcript([*_short(), line]).exchanges[1].trainee
    assert turn.moves == (MoveMade("ask_problem", "", form="open"), MoveMade("thank", ""))
    assert turn.taboos == (TabooMade("rude", ""),)


@pytest.mark.parametrize(
    "line",
    [
        '{"kind":"amendment","turn":3,"moves":[],"taboos":[],"by":"a"}\n',
        '{"kind":"amendment","turn":1,"moves":[],"taboos":[]}\n',
        '{"kind":"amendment","turn":1,"moves":["ask_problem/wide"],"taboos":[],"by":"a"}\n',
        '{"kind":"amendment","turn":1,"moves":[7],"taboos":[],"by":"a"}\n',
        '{"kind":"amendment","moves":[],"taboos":[],"by":"a"}\n',
    ],
)
def test_a_faulty_amendment_is_told_with_its_line(line: str) -> None:
    with pytest.raises(TranscriptError) as caught:
        read_transcript([*_short(), line])
    assert (caught.value.line, caught.value.code) == (4, "T105")


def test_control_characters_do_not_come_in_through_a_transcript() -> None:
    header = dataclasses.replace(HEADER, learner="a\x1b]0;x\x07b")
    assert read_transcript(list(transcript_lines(Transcript(header)))).header.learner == "a]0;xb"
