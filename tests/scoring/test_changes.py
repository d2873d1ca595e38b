"""Grading anew: every change has its reason, the points add up, and what did not change is not told."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scoring import grade, load_rubric
from scoring.changes import CardError, Changes, changes, read_card
from scoring.changes_text import plain_changes
from scoring.words_changes import WORDS
from tests.scoring.reading_visits import names, visit

SHIPPED = load_rubric()
OURS = """\
format: 1
id: ours
extends: visit
visits:
  first: {discover: 60}
items:
  open_thank_time: {weight: 5}
  open_self_intro: null
  prop_benefit: {applies: {segment: retail}}
  disc_open_question: {met_when: {count: {move: [ask_situation], form: open, at_least: 40}}}
  ask_season:
    phase: discover
    weight: 3
    source: 讲义
    name: 问到淡旺季
    met_when: {said: {move: ask_situation, words: [旺季]}}
    advice: 问清几月最忙。
    example: 一年里哪几个月最缺钱？
taboos:
  boast: {severity: major, deduction: 9}
  premature_pitch: null
"""


@pytest.fixture
def found(tmp_path: Path) -> dict[str, Changes]:
    path = tmp_path / "ours.yaml"
    path.write_text(OURS, encoding="utf-8")
    ours = load_rubric(path)
    return {
        name: changes(grade(visit(name), SHIPPED).as_json(), grade(visit(name), ours).as_json(), (SHIPPED, ours))
        for name in names()
    }


def test_the_same_card_twice_tells_nothing() -> None:
    for name in names():
        card = grade(visit(name), SHIPPED).as_json()
        same = changes(card, card)
        assert same.nothing
        assert (same.items, same.taboos, same.parts, same.shifted) == ((), (), (), 0)
        assert "没有变" in plain_changes(same, {}, "zh")


def test_every_reason_is_told(found: dict[str, Changes]) -> None:
    why = {item.id: item.why for item in found["corporate_good"].items}
    assert why == {
        "open_thank_time": "weight",
        "open_self_intro": "gone",
        "prop_benefit": "applies_not",
        "disc_open_question": "criterion",
        "ask_season": "new",
    }
    taboos = {(taboo.id, taboo.why) for taboo in found["corporate_pushy"].taboos}
    assert {("boast", "severity"), ("premature_pitch", "gone")} <= taboos


def test_the_points_add_up_to_the_change_of_the_total(found: dict[str, Changes]) -> None:
    for one in found.values():
        told = sum(item.points for item in one.items) + one.shifted
        told -= sum((taboo.after or 0) - (taboo.before or 0) for taboo in one.taboos)
        assert told == pytest.approx(one.totals[1] - one.totals[0], abs=0.02)


def test_an_amended_reading_is_told_as_one() -> None:
    before = visit("corporate_good")
    at = 14
    held = before.exchanges[at]
    silent = replace(held, trainee=replace(held.trainee, moves=()))
    after = replace(before, exchanges=(*before.exchanges[:at], silent, *before.exchanges[at + 1 :]))
    one = changes(grade(before, SHIPPED).as_json(), grade(after, SHIPPED).as_json())
    assert one.items
    assert {item.why for item in one.items} <= {"reading", "applies", "applies_not"}
    talked = next(item for item in one.items if item.id == "neg_firm_polite")
    assert (talked.before, talked.after) == (1, None)
    assert talked.evidence_before[0].startswith(f"{held.turn}: ")
    assert talked.points < 0


def test_without_the_old_rubric_the_reason_is_left_open() -> None:
    card = grade(visit("corporate_good"), SHIPPED).as_json()
    old = {**card, "rubric": {"id": "visit", "hash": "0"}, "items": [dict(item) for item in card["items"]]}
    old["items"][0]["earned"] = 0.0
    (item,) = changes(old, card).items
    assert item.why == "rule_or_reading"


def test_a_red_line_confirmed_since_is_told() -> None:
    transcript = visit("corporate_red")
    unsure = tuple(
        replace(e, trainee=replace(e.trainee, taboos=tuple(replace(t, certain=False) for t in e.trainee.taboos)))
        for e in transcript.exchanges
    )
    before = grade(replace(transcript, exchanges=unsure), SHIPPED)
    after = grade(transcript, SHIPPED)
    one = changes(before.as_json(), after.as_json())
    assert {taboo.why for taboo in one.taboos} >= {"confirm"}
    assert {taboo.why for taboo in changes(after.as_json(), before.as_json()).taboos} >= {"unconfirmed"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_text_is_complete(found: dict[str, Changes], language: str) -> None:
    for one in found.values():
        text = plain_changes(one, {"pass": "x"}, language)
        assert "{" not in text
        assert f"{one.totals[1]:g}" in text
        assert all(item.id in text.replace("\n", "").replace(" ", "") for item in one.items)


@pytest.mark.parametrize(
    "broken",
    [
        None, [], "x", {}, {"total": "9"}, {"total": 9, "items": [], "taboos": []},
        {"total": 9, "items": [{}], "taboos": [], "phases": {}, "rubric": {}},
        {"total": 9, "items": [{"id": "a"}], "taboos": [], "phases": {}, "rubric": {}},
        {"total": 9, "items": [], "taboos": [{}], "phases": {}, "rubric": {}},
        {"total": 9, "items": [], "taboos": [], "phases": {}, "rubric": 5},
        {"total": 9, "items": [], "taboos": [], "phases": {"a": {"earned": 1}}, "rubric": {}},
        {"total": 9, "items": [], "taboos": [], "phases": {"a": {"earned": "1", "possible": 2}}, "rubric": {}},
        {"total": 9, "items": [], "taboos": [{"id": "a", "turn": "x"}], "phases": {}, "rubric": {}},
    ],
)  # fmt: skip
def test_what_is_no_scorecard_is_told(broken: Any) -> None:
    with pytest.raises(CardError):
        read_card(broken)


def test_words_stand_in_both_languages() -> None:
    assert set(WORDS["zh"]) == set(WORDS["en"])
