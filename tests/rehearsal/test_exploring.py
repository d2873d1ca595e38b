"""The exploration: what is merged is the same for every condition, what is called impossible never happens, routes are real."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.client import Position
from simulator.client.environment import environment
from simulator.rehearsal.abstraction import abstraction_of
from simulator.rehearsal.branching import SEED
from simulator.rehearsal.exploring import Explored, explore
from simulator.rehearsal.goals import goals_of, reached
from simulator.rehearsal.players import PLAYERS, play
from simulator.rehearsal.possible import possible
from simulator.rehearsal.shortening import shortened, shortest, walked
from simulator.rehearsal.wishes import FAR, Way, compared, ways_against, ways_to
from simulator.scenario.condition import parse_condition
from simulator.scenario.references import conditions
from simulator.vocabulary.turn import Turn
from tests.client.walks import FILES, NAMES, client, turns
from tests.rehearsal.conftest import loaded

every_client = pytest.mark.parametrize("path", FILES, ids=NAMES)
walking = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), print_blob=False)


def walk(path: Path, said: list[Turn]) -> list[Position]:
    position, _ = client(path).start(SEED)
    course = [position]
    for turn in said:
        position, _ = client(path).step(position, turn, SEED)
        course.append(position)
        if position.over:
            break
    return course


@cache
def explored(path: Path) -> Explored:
    visits = [
        tuple(e.trainee for e in play(loaded(path, "zh"), PLAYERS[id], 0).exchanges) for id in ("expert", "random")
    ]
    return explore(client(path), 500, visits)


@every_client
@walking
@given(data=st.data())
def test_positions_that_are_merged_are_alike_for_every_condition(path: Path, data: Any) -> None:
    """Of two positions with one key every condition says the same, now and after the next turn has been counted."""
    scenario = client(path).scenario
    abstraction = abstraction_of(scenario)
    asked = [condition for _, condition in conditions(scenario)]
    course = walk(path, data.draw(st.lists(turns(scenario), min_size=12, max_size=20)))
    kept = [node.position for node in explored(path).nodes]
    told: dict[Any, list[bool]] = {}
    for position in (*kept[:150], *course):
        ahead = {**environment(position), "turn": position.turn + 1, "stage": position.turn + 1 - position.entered}
        answers = [condition.holds(ahead) for condition in asked]
        assert told.setdefault(abstraction.key(position), answers) == answers


@every_client
@walking
@given(data=st.data())
def test_what_happens_was_never_called_impossible(path: Path, data: Any) -> None:
    scenario = client(path).scenario
    may = possible(scenario)
    for position in walk(path, data.draw(st.lists(turns(scenario), min_size=15, max_size=25))):
        assert position.state in may.states
        assert set(position.raised) <= may.raised
        assert set(position.settled) <= may.settled
        assert all(level <= may.levels.get(need, 0) for need, level in position.needs)
        assert position.ending is None or position.ending in may.endings


@every_client
def test_every_position_found_is_reached_by_its_route(path: Path) -> None:
    found = explored(path)
    for number in (*range(0, len(found.nodes), 37), *found.first.values()):
        node = found.nodes[number]
        assert walk(path, list(found.route(number)))[-1] == node.position
        assert len(found.route(number)) == node.depth
    for goal, number in found.first.items():
        assert goal in set(reached(found.nodes[number].position))
    assert not found.silent


@every_client
def test_the_same_exploration_finds_the_same_and_a_larger_one_no_less(path: Path) -> None:
    again, more = explore(client(path), 300), explore(client(path), 600)
    assert explore(client(path), 300).first == again.first
    assert set(again.first) <= set(more.first)
    assert len(again.nodes) >= 300


@every_client
def test_there_is_a_goal_for_everything_an_author_wrote(path: Path) -> None:
    scenario = client(path).scenario
    goals = goals_of(scenario)
    assert {f"ending:{id}" for id in scenario.endings} <= set(goals)
    assert {f"need:{id}:told" for id in scenario.needs} <= set(goals)
    assert {f"raised:{id}" for id in scenario.remarks} <= set(goals)


@every_client
def test_a_shorter_route_reaches_the_same(path: Path) -> None:
    found = explored(path)
    goal, number = max(
        ((goal, n) for goal, n in found.first.items() if goal.startswith(("need", "ending"))),
        key=lambda pair: found.nodes[pair[1]].depth,
    )
    route = found.route(number)

    def there(position: Position) -> bool:
        return goal in set(reached(position))

    short = shortest(client(path), route, SEED, there, 30)
    assert len(short) <= len(route)
    assert walked(client(path), short, SEED, there) == len(short)


def test_leaving_out_keeps_what_is_needed() -> None:
    turns = tuple(Turn(str(number)) for number in range(20))
    needed = {"3", "11", "12"}
    short = shortened(turns, lambda row: needed <= {turn.text for turn in row}, 100)
    assert needed <= {turn.text for turn in short}
    assert len(short) < 8


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("trust >= 45", {(("trust", ">=", 45.0),)}),
        ("not heard.greet", {(("heard.greet", "<", 1.0),)}),
        (
            "trust > 3 and not (said.rude or turn < 4)",
            {(("trust", ">", 3.0), ("said.rude", "<", 1.0), ("turn", ">=", 4.0))},
        ),
        ("heard.greet or 5 < turn", {(("heard.greet", ">=", 1.0),), (("turn", ">", 5.0),)}),
        ("not (trust >= 45 and turn > 2)", {(("trust", "<", 45.0),), (("turn", "<=", 2.0),)}),
    ],
)
def test_a_condition_is_read_as_the_ways_to_it(text: str, ways: set[Any]) -> None:
    assert set(ways_to(parse_condition(text))) == ways


NAMES_ASKED = ("trust", "turn", "heard.greet", "said.rude")


@settings(max_examples=200, deadline=None)
@given(
    parts=st.lists(
        st.tuples(
            st.sampled_from(NAMES_ASKED), st.sampled_from(["<", ">=", "==", "!=", ">", "<="]), st.integers(0, 3)
        ),
        min_size=1,
        max_size=3,
    ),
    joins=st.lists(st.sampled_from([" and ", " or ", " and not "]), min_size=2, max_size=2),
    values=st.tuples(*(st.integers(0, 4) for _ in NAMES_ASKED)),
)
def test_a_way_is_open_exactly_when_the_condition_holds(parts: Any, joins: list[str], values: Any) -> None:
    words = [f"{name} {sign} {number}" for name, sign, number in parts]
    text = words[0] + "".join(join + word for join, word in zip(joins, words[1:], strict=False))
    condition = parse_condition(text)
    known = dict(zip(NAMES_ASKED, values, strict=True))
    holds = condition.holds(known)
    assert any(missing(way, known) == 0 for way in ways_to(condition)) == holds
    assert any(missing(way, known) == 0 for way in ways_against(condition)) == (not holds)


def missing(way: Way, known: dict[str, float]) -> int:
    return sum(compared(wish).missing(known) for wish in way)


def test_what_is_past_cannot_be_had_again() -> None:
    (way,) = ways_to(parse_condition("turn < 4 and trust >= 40"))
    assert missing(way, {"turn": 9, "trust": 10}) >= FAR
    assert missing(way, {"turn": 2, "trust": 10}) < FAR
