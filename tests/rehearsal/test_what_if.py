"""Counterfactuals are true: they never lower the total, they earn what they say, and the same visit always gives the same."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import grade, load_rubric
from scoring.what_if import Reachable, TurningPoint, WhatIf
from simulator.client import Client
from simulator.language.understanding import Understanding
from simulator.rehearsal.players import PLAYERS, play
from simulator.rehearsal.playing import exchanged, header_of
from simulator.rehearsal.reaching import turning_point
from simulator.rehearsal.rewinding import CannotReplayError, rewind
from simulator.rehearsal.what_if import what_if
from simulator.scenario.load import Loaded, load_scenario
from simulator.transcript.record import Review, Transcript
from simulator.vocabulary.turn import Turn
from tests.client.walks import FILES, turns

RUBRIC = load_rubric()


@cache
def loaded(place: int) -> Loaded:
    return load_scenario(FILES[place], "zh")


@cache
def client(place: int) -> Client:
    return Client(loaded(place).scenario)


@cache
def visit(place: int, player: str, seed: int = 3) -> Transcript:
    return play(loaded(place), PLAYERS[player], seed, client(place))


@cache
def other_words(place: int, player: str) -> WhatIf:
    reads = Understanding("zh", loaded(place).scenario).understand
    return what_if(loaded(place), visit(place, player), RUBRIC, reads)


def walked(place: int, said: list[Turn]) -> Transcript:
    """A visit of any turns at all, broken off at its end."""
    simulated = client(place)
    position, opening = simulated.start(1)
    told = Transcript(header_of(loaded(place), 1, "anybody"), opening=opening)
    for turn in said:
        if not position.over:
            position, told = exchanged(simulated, position, told, turn)
    return told if position.over else replace(told, ending="open")


@pytest.mark.parametrize("place", range(len(FILES)))
@pytest.mark.parametrize("player", ["beginner"])
def test_what_is_told_is_earned_and_costs_nothing(place: int, player: str) -> None:
    result, card = other_words(place, player), grade(visit(place, player), RUBRIC)
    missed = {item.id: item.earned for item in card.items if item.applicable and item.earned < 1}
    told = [c for c in result.counterfactuals if c.kind == "item"]
    assert result.total == card.total
    assert len(told) >= len(missed) * 2 / 3
    for counterfactual in told:
        assert counterfactual.earned > missed[counterfactual.id]
        assert counterfactual.line
        assert 0 <= counterfactual.turn <= len(visit(place, player).exchanges)
        assert (counterfactual.turn == 0) == (counterfactual.how == "form")
    assert all(c.total >= card.total for c in result.counterfactuals)


def test_the_same_visit_gives_the_same() -> None:
    reads = Understanding("zh", loaded(0).scenario).understand
    assert what_if(load_scenario(FILES[0], "zh"), visit(0, "beginner"), RUBRIC, reads) == other_words(0, "beginner")


def test_a_red_line_left_out_is_told() -> None:
    for place in range(len(FILES)):
        result, card = other_words(place, "rule-breaker"), grade(visit(place, "rule-breaker"), RUBRIC)
        assert card.red_lines
        assert result.without_red is not None
        assert result.without_red > card.total
        red = next(taboo for taboo in card.taboos if taboo.severity == "red")
        assert result.of_taboo(red.id, red.turn) is not None
    assert other_words(0, "beginner").without_red is None


@pytest.mark.parametrize("place", range(len(FILES)))
@pytest.mark.parametrize("player", ["beginner", "rule-breaker"])
def test_the_best_reachable_never_rises_and_is_never_below_what_was_reached(place: int, player: str) -> None:
    result, transcript = other_words(place, player), visit(place, player)
    assert [point.turn for point in result.reachable] == list(range(len(transcript.exchanges) + 1))
    ranks = [(point.passed, point.total) for point in result.reachable]
    assert all(before >= after for before, after in pairwise(ranks))
    card = grade(transcript, RUBRIC)
    assert ranks[-1] >= (card.passed, card.total)


def test_after_a_red_line_no_pass_is_left() -> None:
    for place in range(len(FILES)):
        result, card = other_words(place, "rule-breaker"), grade(visit(place, "rule-breaker"), RUBRIC)
        first = min(taboo.turn for taboo in card.taboos if taboo.severity == "red")
        assert not any(point.passed for point in result.reachable[first:])
        assert result.turning is not None
        assert result.turning.kind == "pass"
        assert result.turning.turn <= first


def test_the_turning_point() -> None:
    def course(*totals: float) -> tuple[Reachable, ...]:
        return tuple(Reachable(turn, total, total >= 60) for turn, total in enumerate(totals))

    assert turning_point(course(95, 90, 55, 50, 20), passed=False) == TurningPoint("pass", 2, 90, 55)
    assert turning_point(course(95, 94, 80, 79, 70), passed=True) == TurningPoint("points", 2, 94, 80)
    assert turning_point(course(95, 94, 93, 64), passed=True) == TurningPoint("end", 3, 93, 64)
    assert turning_point(course(95, 94, 93, 30), passed=False) == TurningPoint("end", 3, 93, 30)
    assert turning_point(course(95, 84, 83, 30), passed=False) == TurningPoint("points", 1, 95, 84)
    assert turning_point(course(90, 90, 89), passed=True) is None
    assert turning_point(course(90, 90, 89), passed=False, total=20) == TurningPoint("end", 2, 90, 20)
    assert turning_point(course(50), passed=False) is None


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_visit_at_all(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(FILES) - 1))
    said = data.draw(st.lists(turns(loaded(place).scenario), max_size=8))
    transcript = walked(place, said)
    result, total = what_if(loaded(place), transcript, RUBRIC, None), grade(transcript, RUBRIC).total
    assert all(c.total >= total for c in result.counterfactuals)
    assert all((a.passed, a.total) >= (b.passed, b.total) for a, b in pairwise(result.reachable))
    if result.reachable:
        assert result.reachable[-1].total >= total


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_visit_played_with_nothing_changed_is_the_same_visit(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(FILES) - 1))
    transcript = walked(place, data.draw(st.lists(turns(loaded(place).scenario), min_size=1, max_size=8)))
    rewound = rewind(loaded(place), transcript)
    index = data.draw(st.integers(0, len(transcript.exchanges) - 1))
    assert rewound.otherwise(index, [transcript.exchanges[index].trainee], 1) == transcript


def test_a_turn_amended_after_the_visit_is_played_as_it_was_heard_and_graded_as_it_was_meant() -> None:
    transcript = visit(0, "beginner")
    first = transcript.exchanges[0]
    meant = replace(first, trainee=Turn(first.trainee.text), as_heard=first.trainee, review=Review("trainer"))
    told = replace(transcript, exchanges=(meant, *transcript.exchanges[1:]))
    rewound = rewind(loaded(0), told)
    assert rewound.otherwise(1, [told.exchanges[1].trainee], 1) == told
    assert what_if(loaded(0), told, RUBRIC, None, course=False).total == grade(told, RUBRIC).total


def test_what_cannot_be_played_again_is_not_guessed_at() -> None:
    transcript = visit(0, "beginner")
    with pytest.raises(CannotReplayError, match="gone"):
        rewind(None, transcript)
    with pytest.raises(CannotReplayError, match="changed"):
        rewind(loaded(1), transcript)
    first = transcript.exchanges[0]
    other = replace(first, client=replace(first.client, text="……"))
    with pytest.raises(CannotReplayError, match="changed"):
        rewind(loaded(0), replace(transcript, exchanges=(other, *transcript.exchanges[1:])))
