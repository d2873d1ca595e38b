"""A branch is the visit up to a turn, word for word, and the visit that it leaves stays as it is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.scenario.load import Loaded, load_scenario
from simulator.transcript.format import read_transcript, transcript_lines
from simulator.transcript.record import Preparation, Review, Transcript
from simulator.transcript.writing import exchange_line
from simulator.visit.branching import BranchError, branch
from simulator.visit.journal import Journal
from simulator.visit.store import read_file
from simulator.visit.visit import Visit
from simulator.vocabulary.turn import MoveMade, Turn
from tests.client.walks import FILES, turns
from tests.visit.test_amending import Deaf, Memory

LOADED = tuple(load_scenario(path) for path in FILES)
GREETING = Turn("您好", (MoveMade("greet", "您好"),))
QUESTION = Turn("最近怎么样", (MoveMade("ask_situation", "最近怎么样", form="open"),))


def clock() -> Callable[[], str]:
    """Times that differ, so that what is copied can be told from what is said anew."""
    times = iter(range(10_000))
    return lambda: f"2026-01-01T{next(times):05d}"


def visited(loaded: Loaded, said: list[Turn]) -> tuple[Visit, Memory]:
    journal = Memory()
    visit = Visit.begin(loaded, Deaf(), journal, clock(), seed=7, mode="exam", learner="林越")
    visit.prepare(Preparation("x", notes={"floor": "3.1"}))
    for turn in said:
        if not visit.over:
            visit.take(turn)
    return visit, journal


def branched(visit: Visit, turn: int) -> tuple[Visit, Memory]:
    journal = Memory()
    return branch(visit.loaded, visit.transcript, turn, Deaf(), journal, clock(), name="old.jsonl"), journal


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_branch_replays_byte_for_byte_and_can_go_either_way(data: st.DataObject) -> None:
    loaded = data.draw(st.sampled_from(LOADED))
    said = data.draw(st.lists(turns(loaded.scenario), min_size=1, max_size=7))
    visit, before = visited(loaded, said)
    old = list(before.lines)
    turn = data.draw(st.integers(1, len(visit.transcript.exchanges)))
    again, journal = branched(visit, turn)
    kept = visit.transcript.exchanges[: turn - 1]
    copied = [line for line in journal.lines if '"kind":"exchange"' in line]
    assert copied == [exchange_line(exchange) for exchange in kept]
    assert before.lines == old
    for exchange in visit.transcript.exchanges[turn - 1 :]:
        made = again.take(exchange.trainee)
        assert replace(made, at="") == replace(exchange, at="")
    assert again.transcript.ending == visit.transcript.ending
    assert read_transcript(journal.lines) == again.transcript


def test_the_header_says_what_it_branches_from() -> None:
    visit, _ = visited(LOADED[0], [GREETING, QUESTION])
    again, journal = branched(visit, 2)
    header = again.transcript.header
    assert (header.branch_of, header.branch_turn, header.mode) == ("old.jsonl", 2, "practice")
    assert header.learner == "林越"
    assert again.transcript.preparation == visit.transcript.preparation
    assert read_transcript(journal.lines).header == header
    twice, _ = branched(again, 1)
    assert twice.transcript.exchanges == ()
    assert twice.opening == visit.opening


def test_a_visit_of_its_own_has_no_word_of_branches_in_its_file() -> None:
    visit, journal = visited(LOADED[0], [GREETING])
    assert not any("branch" in line for line in journal.lines)
    assert "branch" not in "".join(transcript_lines(visit.transcript))


def test_a_branch_is_a_file_of_its_own_that_can_be_resumed(tmp_path: Path) -> None:
    visit, _ = visited(LOADED[0], [GREETING, QUESTION, GREETING])
    path = tmp_path / "again.jsonl"
    with Journal(path) as journal:
        again = branch(LOADED[0], visit.transcript, 3, Deaf(), journal, clock())
    with Journal(path, resume=True) as journal:
        resumed = Visit(LOADED[0], read_file(path), Deaf(), journal, clock())
        assert resumed.position == again.position
        resumed.take(QUESTION)
    assert [exchange.turn for exchange in read_file(path).exchanges] == [1, 2, 3]


def test_a_turn_amended_by_a_trainer_is_copied_as_it_was_played() -> None:
    visit, _ = visited(LOADED[0], [GREETING, QUESTION])
    first = visit.transcript.exchanges[0]
    meant = replace(first, trainee=QUESTION, as_heard=GREETING, review=Review("trainer"))
    told = replace(visit.transcript, exchanges=(meant, *visit.transcript.exchanges[1:]))
    again = branch(LOADED[0], told, 2, Deaf(), Memory(), clock())
    assert again.transcript.exchanges == (first,)


@pytest.mark.parametrize(("turn", "reason"), [(0, "turn"), (4, "turn"), (-1, "turn")])
def test_there_must_be_such_a_turn(turn: int, reason: str) -> None:
    visit, _ = visited(LOADED[0], [GREETING, QUESTION])
    journal = Memory()
    with pytest.raises(BranchError, match=reason):
        branch(LOADED[0], visit.transcript, turn, Deaf(), journal, clock())
    assert journal.lines == []


def test_another_client_or_none_is_no_place_to_go_on() -> None:
    visit, _ = visited(LOADED[0], [GREETING])
    for loaded, reason in ((None, "gone"), (LOADED[1], "changed")):
        with pytest.raises(BranchError, match=reason):
            branch(loaded, visit.transcript, 1, Deaf(), Memory(), clock())
    other = replace(visit.transcript.exchanges[0], client=replace(visit.transcript.exchanges[0].client, text="……"))
    changed: Transcript = replace(visit.transcript, exchanges=(other,))
    with pytest.raises(BranchError, match="changed"):
        branch(LOADED[0], changed, 2, Deaf(), Memory(), clock())


def test_behind_a_farewell_nothing_is_played() -> None:
    visit, _ = visited(LOADED[0], [GREETING, Turn("再见", (MoveMade("farewell", "再见"),))])
    assert visit.over
    with pytest.raises(BranchError, match="over"):
        branch(LOADED[0], visit.transcript, 3, Deaf(), Memory(), clock())
    assert not branch(LOADED[0], visit.transcript, 2, Deaf(), Memory(), clock()).over
