"""The proof: clean on what is shipped, and every planted fault is refuted or said to be open, at its line."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from simulator.client import Client, Position
from simulator.rehearsal.branching import SEED
from simulator.rehearsal.goals import reached
from simulator.rehearsal.proving import Claim, Proof, prove
from simulator.rehearsal.routes import Scribe, in_short
from simulator.scenario.load import Loaded, load_scenario
from simulator.scenario.places import diagnostic_at
from tests.client.walks import FILES, NAMES
from tests.rehearsal.conftest import client, loaded, rubric

TEACHER = next(path for path in FILES if path.stem == "retired-teacher")
PHONE = next(path for path in FILES if path.stem == "young-parents")
GOALS = {"P301": "ending:{}", "P302": "need:{}:told", "P303": "need:{}:figures", "P304": "raised:{}"}


def planted(tmp_path: Path, path: Path, old: str, new: str) -> Loaded:
    """A shipped client with one change."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    place = tmp_path / path.parent.name / path.name
    place.parent.mkdir(parents=True)
    place.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_scenario(place)


def claim(proof: Proof, code: str, subject: str = "") -> Claim:
    return next(found for found in proof.claims if found.code == code and found.subject == subject)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_shipped_client_is_proved_and_its_routes_lead_there(path: Path) -> None:
    proof = prove(loaded(path, "zh"), rubric("zh"))
    assert [(found.code, found.subject) for found in proof.of("refuted", "open")] == []
    for found in proof.of("proved"):
        if found.code in GOALS:
            position, _ = client(path, "zh").start(SEED)
            for turn in found.route:
                position, _ = client(path, "zh").step(position, turn, SEED)
            assert GOALS[found.code].format(found.subject) in set(reached(position))
    passing = claim(proof, "P306")
    assert 0 < len(passing.route) <= 30
    assert not any(turn.taboos for turn in passing.route)
    assert not any(found.code in ("P302", "P304") for found in proof.of("unused"))


def test_an_ending_that_cannot_be_is_refuted_at_its_line(tmp_path: Path) -> None:
    never = "endings:\n  never:\n    kind: deal\n    title: 谈成了\n    when: agreed.any\n    text: 不会有的。\n"
    made = planted(tmp_path, TEACHER, "\nendings:\n", f"\n{never}")
    found = claim(prove(made, rubric("zh"), 300), "P301", "never")
    assert found.status == "refuted"
    place = diagnostic_at(made.layers, found.path, found.code)
    lines = Path(place.file).read_text(encoding="utf-8").splitlines()
    assert lines[place.line - 1] == "  never:"


def test_an_ending_behind_one_that_always_comes_first_is_refuted(tmp_path: Path) -> None:
    twin = "endings:\n  first_one:\n    kind: open\n    title: 一\n    when: turn >= 0\n    text: 一。\n"
    proof = prove(planted(tmp_path, PHONE, "\nendings:\n", f"\n{twin}"), rubric("zh"), 300)
    assert claim(proof, "P301", "first_one").status == "proved"
    assert claim(proof, "P301", "appointment_both").status == "refuted"


def test_a_need_behind_a_condition_that_cannot_hold_is_refuted(tmp_path: Path) -> None:
    made = planted(
        tmp_path, TEACHER, "\nneeds:\n", "\nneeds:\n  hidden_one: {kind: latent, statement: 谁也问不到}\n"
    )
    assert claim(prove(made, rubric("zh"), 300), "P302", "hidden_one").status == "refuted"


def test_what_takes_longer_than_the_bound_is_said_to_be_open(tmp_path: Path) -> None:
    late = "\nremarks:\n  much_later:\n    kind: remark\n    when: turn > 900\n    say: [很久以后的话。]\n"
    proof = prove(planted(tmp_path, TEACHER, "\nremarks:\n", late), rubric("zh"), 300)
    assert claim(proof, "P304", "much_later").status == "open"
    assert not proof.exhausted


def test_trust_that_can_be_farmed_is_found_with_the_way_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.client.temperament._share", lambda position, act: 1.0)
    proof = prove(loaded(PHONE, "zh"), rubric("zh"), 200)
    found = claim(proof, "P308", next(c.subject for c in proof.claims if c.code == "P308"))
    assert found.status == "refuted"
    assert int(found.details["gain"]) > 0
    assert len(found.route) >= 2


def test_a_rubric_that_forgives_a_red_line_is_found() -> None:
    strict = rubric("zh")
    lax = {
        id: replace(rule, severity="minor", deduction=0, kinds={}) if id == "kickback" else rule
        for id, rule in strict.taboos.items()
    }
    found = next(c for c in prove(loaded(PHONE, "zh"), replace(strict, taboos=lax), 300).claims if c.code == "P307")
    assert (found.status, found.details["value"]) == ("refuted", "kickback")


def test_a_pass_mark_nobody_reaches_is_open_with_the_best_visit() -> None:
    found = claim(prove(loaded(TEACHER, "zh"), replace(rubric("zh"), pass_mark=101), 200), "P306")
    assert found.status == "open"
    assert found.details["mark"] == "101"
    assert found.route


def test_a_client_left_without_an_answer_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.rehearsal.proving.unanswered", lambda scenario: iter([("discovery", "greet")]))
    found = claim(prove(loaded(PHONE, "zh"), rubric("zh"), 200), "P305", "discovery")
    assert (found.status, found.path) == ("refuted", ("states", "discovery"))


def leads(goal: str, end: Position) -> bool:
    """Whether a visit that ends here has reached ``goal``."""
    return goal in set(reached(end))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_scripts_are_typed_lines_that_lead_where_the_route_does(language: str) -> None:
    made = loaded(PHONE, language)
    proof = prove(made, rubric(language))
    scribe = Scribe(Client(made.scenario))
    fine = 0
    routes = [found for found in proof.of("proved") if found.code in GOALS]
    for found in routes:
        goal = GOALS[found.code].format(found.subject)
        script = scribe.script(found.route, partial(leads, goal))
        if script is not None:
            assert script.lines
            assert all(line and "\n" not in line for line in script.lines)
            fine += 1
    assert fine >= 0.85 * len(routes)
    assert " → " in in_short(max((found.route for found in routes), key=len), language)
