"""The shipped rubric against the catalogue, in both languages; and what is said of faulty ones."""

import json
import re
from pathlib import Path

import pytest

import scoring
from scoring import load_rubric
from scoring.remedies import REMEDIES, remedy
from scoring.rubric_file import SHIPPED, read_rubric
from simulator.scenario.diagnostics import ScenarioError
from simulator.vocabulary.moves import TABOOS

CATALOGUE = json.loads((Path(__file__).parent / "catalogue.json").read_text())
HAN = re.compile("[\u4e00-\u9fff]")


def test_every_checklist_item_of_the_catalogue_is_there_and_no_other() -> None:
    rubric = load_rubric()
    assert set(rubric.items) == set(CATALOGUE["checklist"])
    assert len(rubric.items) == 152


@pytest.mark.parametrize("id", sorted(CATALOGUE["checklist"]))
def test_phase_weight_and_scope_are_those_of_the_catalogue(id: str) -> None:
    item, known = load_rubric().items[id], CATALOGUE["checklist"][id]
    assert (item.phase, item.weight) == (known["phase"], known["weight"])
    assert item.source
    if known["scope"] != "both":
        assert item.applies.segments == (known["scope"],)


def test_every_taboo_and_kind_of_the_catalogue_is_there_and_no_other() -> None:
    rubric = load_rubric()
    assert set(rubric.taboos) == set(TABOOS)
    for family, taboo in TABOOS.items():
        assert set(rubric.taboos[family].kinds) == set(taboo.kinds)
    graded = {kind for rule in rubric.taboos.values() for kind in rule.kinds} | set(rubric.taboos)
    assert set(CATALOGUE["taboos"]) <= graded
    for kind, family in CATALOGUE["taboos"].items():
        assert kind == family or kind in rubric.taboos[family].kinds


def test_severity_of_a_family_is_that_of_the_vocabulary() -> None:
    for id, rule in load_rubric().taboos.items():
        assert rule.severity == TABOOS[id].severity, id


def test_what_cannot_be_seen_says_why() -> None:
    for item in load_rubric().items.values():
        assert item.observable or item.reason


def test_both_languages_are_complete_and_grade_alike() -> None:
    _, faults = read_rubric(SHIPPED, "en")
    assert faults == ()
    assert load_rubric(language="zh").hash == load_rubric(language="en").hash


def test_english_texts_are_english_and_chinese_ones_chinese() -> None:
    english, chinese = load_rubric(language="en"), load_rubric(language="zh")
    for item in english.items.values():
        assert not HAN.search("".join((item.name, *item.advice.all, *item.example.all))), item.id
    for rule in english.taboos.values():
        for part in (rule, *rule.kinds.values()):
            assert not HAN.search("".join((part.name, *part.why.all, *part.instead.all))), part.id
    for item in chinese.items.values():
        assert all(HAN.search(text) for text in (item.name, *item.advice.all, *item.example.all)), item.id


MINIMAL = """\
format: 1
id: ours
language: zh
title: 我们的清单
grades:
  pass: {from: 0, name: 合格}
phases:
  open: {name: 开场}
visits:
  first: {open: 1}
  maintenance: {open: 1}
  retention: {open: 1}
  complaint: {open: 1}
  phone: {open: 1}
  referral: {open: 1}
lists:
  hello: [您好, hello]
items:
  hello:
    phase: open
    weight: 3
    source: 自定
    name: 问好
    met_when: {said: {move: greet, words: $hello}}
    advice: 问声好。
    example: 您好。
taboos:
  rude: {severity: major, deduction: 8, name: 无礼, why: 伤人, instead: 客气些}
"""


def rubric_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_small_rubric_of_ones_own_loads(tmp_path: Path) -> None:
    rubric = load_rubric(rubric_file(tmp_path, MINIMAL))
    assert rubric.items["hello"].name == "问好"
    assert rubric.taboo("rude", "condescend") is rubric.taboos["rude"]


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "told"),
    [
        ("move: greet", "move: gret", 24, "R212", "greet"),
        ("said:", "sayd:", 24, "R202", "said"),
        ("$hello", "$helo", 24, "R211", "hello"),
        ("weight: 3", "weight: 9", 21, "R204", "9"),
        ("weight: 3", "weight: 2.5", 21, "R205", "2.5"),
        ("phase: open", "phase: opening", 20, "R206", "open"),
        ("    met_when: {said: {move: greet, words: $hello}}\n", "", 19, "R222", "hello"),
        ("{said: {move: greet, words: $hello}}", "{all: []}", 24, "R213", ""),
        (
            "{said: {move: greet, words: $hello}}",
            "{said: {move: greet}, count: {move: greet, at_least: 2}}",
            24,
            "R210",
            "2",
        ),
        ("  referral: {open: 1}\n", "", 9, "R221", "referral"),
        ("format: 1", "format: 2", 1, "R220", "2"),
        ("severity: major", "severity: awful", 28, "R206", "awful"),
        ("taboos:\n  rude", "taboos:\n  rudeness", 28, "R202", "rude"),
        ("    advice: 问声好。\n", "", 19, "R203", "advice"),
        ("weight: 3", "weight: [3]", 21, "R201", "list"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_do(
    tmp_path: Path, old: str, new: str, line: int, code: str, told: str
) -> None:
    assert old in MINIMAL
    with pytest.raises(ScenarioError) as error:
        load_rubric(rubric_file(tmp_path, MINIMAL.replace(old, new, 1)))
    first = next(d for d in error.value.diagnostics if d.code == code)
    assert first.line == line
    for language in ("zh", "en"):
        sentence = remedy(first.code, language, first.details)
        assert told in sentence
        assert "{" not in sentence


def test_an_overlay_tells_what_it_lacks_and_what_is_too_much(tmp_path: Path) -> None:
    path = rubric_file(tmp_path, MINIMAL)
    overlay = "format: 1\ntranslates: ours\nlanguage: en\nitems:\n  hello: {name: Say hello}\n  bye: {name: Bye}\n"
    path.with_name("ours.en.yaml").write_text(overlay, encoding="utf-8")
    rubric, faults = read_rubric(path, "en")
    codes = {(fault.code, fault.severity) for fault in faults}
    assert codes == {("R241", "warning"), ("R242", "error")}
    assert rubric.items["hello"].name == "Say hello"
    assert rubric.items["hello"].advice.text == "问声好。"


def test_every_code_has_its_sentence_in_both_languages() -> None:
    folder = Path(scoring.__file__).parent
    used = {code for path in folder.glob("*.py") for code in re.findall(r'"(R2\d\d)"', path.read_text("utf-8"))}
    assert used == set(REMEDIES)
    assert all(set(texts) == {"zh", "en"} for texts in REMEDIES.values())
