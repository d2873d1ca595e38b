"""Laws that every shipped client keeps, whatever is said to it.

``DUILIAN_STEPS=10000`` walks further than the suite has time for.
"""

import os
import pickle
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.client import Position, Reply
from simulator.client.attempts import answerable
from simulator.client.wording import spoken_terms
from simulator.scenario.model import Scenario
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import MoveMade, Quantity, Turn
from tests.client.walks import FILES, NAMES, client, move, offers, turn, turns

STEPS = int(os.environ.get("DUILIAN_STEPS", "400"))
"""Steps with each client."""
LENGTH = 25
VISIT = 40
"""Turns of a long visit."""
_NARRATED = re.compile(r"【[^】]*】|（[^）]*）|\[[^\]]*\]|\([^)]*\)")
SEEDS = st.integers(0, 5)
every_client = pytest.mark.parametrize("path", FILES, ids=NAMES)
walking = settings(
    max_examples=max(STEPS // LENGTH, 4), deadline=None, suppress_health_check=list(HealthCheck), print_blob=False
)


def walk(path: Path, said: list[Turn], seed: int, language: str | None = None) -> list[tuple[Position, Reply]]:
    """Every position and reply of a visit; the first is the opening."""
    position, opening = client(path, language).start(seed)
    course = [(position, Reply(opening))]
    for words in said:
        position, reply = client(path, language).step(position, words, seed)
        course.append((position, reply))
        if position.over:
            break
    return course


@every_client
@walking
@given(data=st.data(), seed=SEEDS)
def test_there_is_always_an_answer_and_feelings_stay_in_bounds(path: Path, data: Any, seed: int) -> None:
    said = data.draw(st.lists(turns(client(path).scenario), min_size=LENGTH, max_size=LENGTH))
    course = walk(path, said, seed)
    for (before, last), (after, reply) in pairwise(course):
        assert reply.text.strip()
        assert reply.text != last.text
        assert "$" not in reply.text
        assert 0 <= after.trust <= 100
        assert 0 <= after.patience <= 100
        levels = dict(after.needs)
        assert all(levels[need] >= level for need, level in before.needs)
        assert isinstance(hash(after), int)
        assert after == replace(after)
        assert after.turn == before.turn + 1
        assert after.state in client(path).scenario.states
        assert after.ending is None or after.ending in client(path).scenario.endings
    assert walk(path, said, seed) == course


@every_client
@walking
@given(data=st.data(), seed=SEEDS)
def test_no_line_is_said_twice_in_a_visit(path: Path, data: Any, seed: int) -> None:
    said = data.draw(st.lists(turns(client(path).scenario), min_size=VISIT, max_size=VISIT))
    for language in ("zh", "en"):
        assert said_twice(walk(path, said, seed, language)) == set()


@every_client
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id", [*MOVES, None])
def test_not_even_to_somebody_who_does_nothing_else(path: Path, id: str | None, language: str) -> None:
    for topic in (None, next(iter(client(path).scenario.topics))):
        same = turn(move(id, topic, "open", "a")) if id else turn()
        assert said_twice(walk(path, [same] * VISIT, 1, language)) == set()


def said_twice(course: list[tuple[Position, Reply]]) -> set[str]:
    """Lines that stand in two replies of a visit; as written, whatever figures were filled in."""
    keys = [part.key for _, reply in course for part in reply.parts]
    twice = {key for key, times in Counter(keys).items() if times > 1}
    return {part.text for _, reply in course for part in reply.parts if part.key in twice}


@every_client
def test_a_visit_that_is_over_stays_as_it_is(path: Path) -> None:
    course = walk(path, [turn(move("farewell"))], 1)
    last, reply = course[-1]
    assert last.over
    assert reply.text
    assert client(path).step(last, turn(move("greet")), 1) == (last, Reply(""))


@every_client
@walking
@given(data=st.data(), seed=SEEDS)
def test_nobody_is_asked_twice_running_to_say_it_differently(path: Path, data: Any, seed: int) -> None:
    unclear = st.builds(
        lambda text, other: Turn(text, other=other),
        st.sampled_from(["", "qwer", "嗯？", "what?", "Steel is dear.", "钢价涨了。", "yes", "不行。"]),
        st.sampled_from([0.6, 0.9, 0.97]),
    )
    said = data.draw(
        st.lists(st.one_of(unclear, unclear, turns(client(path).scenario)), min_size=VISIT, max_size=VISIT)
    )
    requests = [any(part.place == "talk/unplaced" for part in reply.parts) for _, reply in walk(path, said, seed)]
    assert not any(one and other for one, other in pairwise(requests))


@every_client
@walking
@given(data=st.data(), seed=SEEDS)
def test_who_tries_to_answer_loses_no_trust(path: Path, data: Any, seed: int) -> None:
    """Whatever the client asks: a sentence in its own words is an answer, and wins no more than the best one."""
    made = client(path)
    said = data.draw(st.lists(turns(made.scenario), min_size=6, max_size=6))
    for position, _ in walk(path, said, seed)[1:]:
        remark = made.scenario.remarks.get(position.pending or "")
        if remark is None or position.over or not answerable(remark):
            continue
        words = _NARRATED.sub("", " ".join(remark.say.all))
        attempt = Turn(words.replace("?", ",").replace("？", "，"), other=0.7)
        after, reply = made.step(position, attempt, seed)
        assert f"answered:{position.pending}" in reply.events
        assert 0 <= after.trust - position.trust <= max(answer.trust or 0 for answer in remark.answers.values())


def unasked_gains(path: Path, said: Turn, times: int) -> list[int]:
    """What a turn wins each time it is said, where it answers nothing that the client asked."""
    course = walk(path, [said] * times, 1)
    return [
        after.trust - before.trust
        for (before, _), (after, reply) in pairwise(course)
        if not any(event.startswith("answered:") for event in reply.events)
    ]


def trusts(path: Path, *said: Turn, seed: int = 1) -> list[int]:
    """Trust from the opening on, turn by turn."""
    return [position.trust for position, _ in walk(path, list(said), seed)]


@every_client
@pytest.mark.parametrize(
    "id", ["greet", "introduce", "small_talk", "thank", "value_relationship", "apologise", "empathise"]
)
def test_a_courtesy_repeated_wins_nothing_more(path: Path, id: str) -> None:
    assert max(unasked_gains(path, turn(move(id)), 8)[1:], default=0) <= 0


@every_client
@pytest.mark.parametrize("id", [id for id, move in MOVES.items() if move.asks])
def test_the_same_question_again_wins_nothing_more(path: Path, id: str) -> None:
    for topic in (None, next(iter(client(path).scenario.topics), None)):
        said = turn(move("greet"), move(id, topic, "open"))
        assert max(unasked_gains(path, said, 6)[1:], default=0) <= 0


@every_client
def test_a_turn_with_every_move_wins_less_than_the_same_moves_in_their_place(path: Path) -> None:
    order = [id for id in MOVES if id != "farewell"]
    start, at_once = trusts(path, turn(*(move(id) for id in order)))
    in_place = trusts(path, *(turn(move(id)) for id in order))
    assert at_once - start < sum(max(after - before, 0) for before, after in pairwise(in_place))


@every_client
def test_seeds_choose_the_words_and_nothing_else(path: Path) -> None:
    said = [turn(move("greet")), turn(move("state_purpose")), turn(move("ask_plans", None, "open"))]
    courses = [walk(path, said, seed) for seed in range(12)]
    assert len({course[-1][1].text for course in courses}) > 1
    assert len({(course[-1][0].trust, course[-1][0].state, course[-1][0].needs) for course in courses}) == 1


BARGAINING = tuple(path for path in FILES if client(path).scenario.bargaining is not None)


@pytest.mark.parametrize("path", BARGAINING, ids=[path.stem for path in BARGAINING])
@walking
@given(data=st.data(), seed=SEEDS)
def test_nobody_bargains_against_himself(path: Path, data: Any, seed: int) -> None:
    """On no issue less than was ever put forward, nor more than was asked before, but what the trainee offers."""
    scenario = client(path).scenario
    assert scenario.bargaining is not None
    issues = scenario.bargaining.issues
    bargainer = client(path).mind.bargainer
    assert bargainer is not None
    asking = turn(*(move(id, None, "open") for id in ("ask_situation", "ask_problem", "ask_plans")))
    said = data.draw(st.lists(offers(list(issues.values())), min_size=4, max_size=12))
    for (before, _), (after, reply) in pairwise(walk(path, [asking, *said], seed)):
        if before.table is None or after.table is None or "offer" not in reply.events:
            continue
        if "corrected" in reply.events:
            continue
        offered = dict(bargainer.best_of(after.table.theirs, before.table.best))
        was = dict(before.table.mine)
        for id, asked in () if after.table.agreed else after.table.mine:
            assert bargainer.better(id, asked, offered.get(id, asked)) == asked
            assert bargainer.better(id, was[id], asked) == was[id] or asked == offered[id]
        if after.table.agreed:
            assert after.table.agreed == after.table.theirs == after.table.mine
            assert spoken_terms(
                scenario.bargaining, after.table.agreed, scenario.language
            ) in reply.text or not any(part.place == "bargaining/lines/accept" for part in reply.parts)


@every_client
def test_what_is_kept_in_mind_of_a_visit_grows_no_more_once_everything_was_said(path: Path) -> None:
    simulated = client(path)
    position, _ = simulated.start(1)
    sizes = []
    for around in range(12):
        said = [move(id, words=f"{around} {number}") for number, id in enumerate(MOVES) if id != "farewell"]
        for words in (*map(turn, said), *_offers_on_each_issue(simulated.scenario, around)):
            position, _ = simulated.step(position, words, 1)
            position = replace(position, ending=None)  # it goes on after every ending
        sizes.append(len(pickle.dumps(position)))
    assert sizes[-1] <= sizes[-2] * 1.01


def _offers_on_each_issue(scenario: Scenario, around: int) -> list[Turn]:
    """An offer on every issue that is bargained over, each time a little another."""
    issues = scenario.bargaining.issues.values() if scenario.bargaining is not None else ()
    figures = [Quantity(one.quantity, one.opening + around * one.step, one.unit, clause=one.name) for one in issues]
    return [
        Turn(term.clause, (MoveMade("make_offer", term.clause, terms=(term,)),), (), (term,)) for term in figures
    ]
