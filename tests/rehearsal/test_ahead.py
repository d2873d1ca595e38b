"""Work done ahead by further processes: the same as without them, whatever becomes of them."""

import os
import pickle
from functools import partial

import pytest

from simulator.rehearsal import ahead
from simulator.rehearsal.ahead import Ahead
from simulator.rehearsal.proving import prove
from simulator.scenario.load import load_scenario
from tests.client.walks import FILES
from tests.rehearsal.conftest import loaded, rubric

PHONE = next(path for path in FILES if path.stem == "young-parents")
HERE = os.getpid()


class Squares:
    """Squares; one process ends at 5, every process refuses 7."""

    def __call__(self, number: int) -> tuple[int, int]:
        if number == 5 and os.getpid() != HERE:
            os._exit(1)
        if number == 7:
            raise ValueError(number)
        return number * number, os.getpid()


def begun(work: Ahead[int, tuple[int, int]]) -> Ahead[int, tuple[int, int]]:
    """When every process has come to life."""
    for helper in work._helpers:
        helper.wait()
    return work


def all_of(work: Ahead[int, tuple[int, int]], numbers: list[int]) -> list[tuple[int, int]]:
    return [work.of(n, n, partial(list, [(m, m) for m in numbers if m >= n])) for n in numbers]


@pytest.mark.parametrize("helpers", [0, 1, 3])
def test_results_come_in_order_whoever_works_on_them(helpers: int) -> None:
    numbers = [n for n in range(40) if n not in (5, 7)]
    with Ahead(Squares(), helpers) as work:
        found = all_of(begun(work), numbers)
        assert work.helpers == helpers
    assert [square for square, _ in found] == [n * n for n in numbers]


def test_others_do_take_their_part() -> None:
    with Ahead(Squares(), 1) as work:
        begun(work).give([(3, 3)])
        assert work.of(3, 3, tuple)[1] != HERE
        assert work.of(4, 4, tuple)[1] == HERE, "what nobody began is done here"


def test_who_has_not_come_to_life_yet_may_be_asked_to_begin() -> None:
    with Ahead(Squares(), 1) as work:
        work.begin(3, 3)
        work.begin(4, 4)
        assert work.of(3, 3, tuple) == (9, work._helpers[0]._process.pid)
        assert work.of(4, 4, tuple) == (16, HERE), "who is at something is not asked"
        work.begin(5, 5)
        assert work.of(5, 5, tuple) == (25, HERE)
    with Ahead(Squares(), 0) as work:
        work.begin(3, 3)
        assert work.of(3, 3, tuple) == (9, HERE)


def test_what_a_process_ended_over_is_done_here() -> None:
    with Ahead(Squares(), 2) as work:
        begun(work).give([(5, 5)])
        assert work.of(5, 5, tuple) == (25, HERE)
        assert work.helpers == 1
        assert [square for square, _ in all_of(work, [1, 2, 3])] == [1, 4, 9]


def test_what_goes_wrong_elsewhere_goes_wrong_here_in_the_same_way() -> None:
    with Ahead(Squares(), 1) as work:
        begun(work).give([(7, 7)])
        with pytest.raises(ValueError, match="7"):
            work.of(7, 7, tuple)


def test_the_processes_end_with_the_work() -> None:
    with Ahead(Squares(), 2) as work:
        processes = [helper._process for helper in work._helpers]
        assert all(process.is_alive() for process in processes)
    assert not any(process.is_alive() for process in processes)


def test_without_room_for_another_process_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_work: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(ahead, "_Helper", refuse)
    with Ahead(Squares(), 2) as work:
        assert all_of(work, [1, 2]) == [(1, HERE), (4, HERE)]


def test_a_proof_is_the_same_with_any_number_of_processes() -> None:
    alone = prove(loaded(PHONE, "zh"), rubric("zh"), 400)
    assert prove(loaded(PHONE, "zh"), rubric("zh"), 400, helpers=2) == alone


def test_a_client_can_be_sent_to_a_process_that_shares_nothing() -> None:
    scenario = load_scenario(PHONE).scenario
    again = pickle.loads(pickle.dumps(scenario))
    assert [remark.when.text for remark in again.remarks.values() if remark.when] == [
        remark.when.text for remark in scenario.remarks.values() if remark.when
    ]
