"""A trainer's own rubric over the shipped one: what it changes, what it leaves, and what is said of its mistakes.

The examples are those of the README, so that what it shows works.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import scoring
from scoring import debrief, grade, load_rubric
from scoring.remedies import remedy
from scoring.rubric_file import is_rubric, read_rubric
from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.source import read_source
from simulator.transcript.record import Transcript
from tests.scoring.reading_visits import names, visit

README = Path(scoring.__file__).parent / "README.md"
SHIPPED = load_rubric()


def blocks(page: Path) -> list[str]:
    return re.findall(r"```(\w+\n.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


def example(name: str) -> str:
    """The file of that name as the README shows it."""
    return next(b for b in blocks(README) if b.startswith(f"yaml\n# {name}\n")).removeprefix("yaml\n")


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    for name in ("ours.yaml", "ours.en.yaml"):
        (tmp_path / name).write_text(example(name), encoding="utf-8")
    return tmp_path / "ours.yaml"


def test_the_two_readmes_show_the_same() -> None:
    twin = README.with_name("README.zh-CN.md")
    assert blocks(README) == blocks(twin)
    for pattern in (r"^#+ ", r"^\| `", r"^\d+\. ", r"^- "):
        counts = [len(re.findall(pattern, page.read_text("utf-8"), re.MULTILINE)) for page in (README, twin)]
        assert counts[0] == counts[1] > 0


def test_the_example_changes_what_it_says_and_nothing_else(ours: Path) -> None:
    rubric, faults = read_rubric(ours)
    assert faults == ()
    assert (rubric.id, rubric.title, rubric.pass_mark) == ("ours", "我行对公拜访清单", 70)
    assert rubric.items.keys() == SHIPPED.items.keys() - {"prep_appointment"} | {"ask_season"}
    assert list(rubric.items)[-1] == "ask_season"
    assert rubric.items["prep_client_research"].weight == 5
    assert (
        replace(rubric.items["prep_client_research"], weight=SHIPPED.items["prep_client_research"].weight)
        == (SHIPPED.items["prep_client_research"])
    )
    changed = {"prep_client_research", "disc_open_question", "ask_season"}
    assert all(item == SHIPPED.items[id] for id, item in rubric.items.items() if id not in changed)
    assert rubric.items["disc_open_question"].example.all == ("您这边的货，从下单到收款要走哪几步？",)
    assert rubric.weights.visits["first"] == {**SHIPPED.weights.visits["first"], "discover": 45}
    assert rubric.phases["close"].full_at == 0.8
    assert (rubric.taboos["boast"].severity, rubric.taboos["boast"].deduction) == ("major", 6)
    assert "jargon" not in rubric.taboos
    assert set(rubric.taboos["overpromise"].kinds) == {*SHIPPED.taboos["overpromise"].kinds, "promise_days"}


def test_the_overlay_and_the_translation_below_it_are_both_read(ours: Path) -> None:
    rubric, faults = read_rubric(ours, "en")
    assert faults == ()
    assert rubric.language == "en"
    assert rubric.items["ask_season"].name == "Ask about the season"
    assert rubric.items["prep_objective"].name == load_rubric(language="en").items["prep_objective"].name
    assert rubric.items["disc_open_question"].example.all[0].startswith("From the order")
    assert rubric.hash == load_rubric(ours).hash


def test_without_an_overlay_what_was_changed_stays_in_its_language_and_no_old_text_comes_back(ours: Path) -> None:
    ours.with_name("ours.en.yaml").unlink()
    rubric, faults = read_rubric(ours, "en")
    assert faults == ()
    assert rubric.items["disc_open_question"].example.all == ("您这边的货，从下单到收款要走哪几步？",)
    assert rubric.items["prep_objective"].name == load_rubric(language="en").items["prep_objective"].name


def test_every_visit_is_graded_by_it(ours: Path) -> None:
    rubric = load_rubric(ours)
    for name in names():
        card = grade(visit(name), rubric)
        assert 0 <= card.total <= 100
        assert debrief(visit(name), card, rubric).scorecard.rubric_id == "ours"
        assert not {"prep_appointment"} & {item.id for item in card.items}
    season = next(i for i in grade(visit("corporate_good"), rubric).items if i.id == "ask_season")
    assert season.earned == 1
    assert "旺季" in season.evidence[0].clause


def saying(words: str) -> Transcript:
    base = visit("corporate_good")
    first = base.exchanges[0]
    said = replace(first.trainee, text=f"{first.trainee.text}{words}")
    return replace(base, exchanges=(replace(first, trainee=said), *base.exchanges[1:]))


def test_a_kind_of_ones_own_is_known_by_its_words(ours: Path) -> None:
    rubric = load_rubric(ours)
    before = grade(visit("corporate_good"), rubric)
    for words in ("我们保证三天放款。", "您放心，三天就能放款。"):
        card = grade(saying(words), rubric)
        (found,) = [taboo for taboo in card.taboos if taboo.kind == "promise_days"]
        assert (found.id, found.turn, found.severity, found.deduction) == ("overpromise", 1, "major", 12)
        assert found.clause in words
        assert card.total == pytest.approx(before.total - 12, abs=0.2)


@pytest.mark.parametrize("certain", [True, False])
def test_a_red_line_by_words_alone_waits_for_a_person_unless_it_is_certain(ours: Path, certain: bool) -> None:
    text = ours.read_text(encoding="utf-8").replace(
        "severity: major\n        deduction: 12", "severity: red\n        deduction: 40"
    )
    if certain:
        text = text.replace("severity: red", "severity: red\n        certain: true")
    ours.write_text(text, encoding="utf-8")
    card = grade(saying("我们三天放款。"), load_rubric(ours))
    assert (card.red_lines == ("overpromise",)) == certain
    assert ([t.kind for t in card.uncertain] == ["promise_days"]) == (not certain)


def test_the_hash_covers_both_files_and_not_the_wording(ours: Path) -> None:
    text = ours.read_text(encoding="utf-8")
    first = load_rubric(ours).hash
    assert first != SHIPPED.hash
    ours.write_text(text.replace("问清几月最忙", "先问清几月最忙"), encoding="utf-8")
    assert load_rubric(ours).hash == first
    ours.write_text(text.replace("weight: 5}", "weight: 3}"), encoding="utf-8")
    assert load_rubric(ours).hash != first
    ours.write_text(text, encoding="utf-8")
    above = ours.with_name("branch.yaml")
    above.write_text("format: 1\nid: branch\nextends: ours\n", encoding="utf-8")
    assert load_rubric(above).hash != first  # its id is another
    before = load_rubric(above).hash
    ours.write_text(text.replace("pass_mark: 70", "pass_mark: 75"), encoding="utf-8")
    assert load_rubric(above).pass_mark == 75
    assert load_rubric(above).hash != before


def test_maps_of_texts_from_the_readme(ours: Path) -> None:
    block = next(b for b in blocks(README) if "$contact，家里" in b).removeprefix("yaml\n")
    ours.with_name("third.yaml").write_text(f"format: 1\nid: third\nextends: ours\n{block}", encoding="utf-8")
    rubric = load_rubric(ours.with_name("third.yaml"))
    said = rubric.items["disc_open_question"].example
    brief = visit("retail_good").header.brief
    assert brief is not None
    assert said.said(brief) == "王老师，家里最近都好吗？"


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "told"),
    [
        ("extends: visit", "extends: visits", 4, "R233", "visit"),
        ("extends: visit", "extends: ../visit", 4, "R233", "visit"),
        ("extends: visit", "extends: [visit]", 4, "R233", "visit"),
        ("extends: visit", "extends: other", 4, "R233", "visit"),
        ("prep_client_research: {", "prep_client_reserch: {", 15, "R230", "prep_client_research"),
        ("prep_appointment: null", "prep_apointment: null", 16, "R236", "prep_appointment"),
        ("phase: discover", "phase: discovery", 20, "R206", "discover"),
        ("{weight: 5}", "{weight: 40}", 15, "R204", "40"),
        ("{weight: 5}", "{wieght: 4}", 15, "R202", "weight"),
        ("pass_mark: 70 ", "pass_mark: 700 ", 7, "R204", "700"),
        ("first: {discover: 45}", "first: {discovr: 45}", 10, "R202", "discover"),
        ("first: {discover: 45}", "frist: {discover: 45}", 10, "R202", "first"),
        ("close: {full_at: 0.8}", "closing: {full_at: 0.8}", 12, "R231", "close"),
        ("boast: {", "boasting: {", 31, "R202", "boast"),
        ("severity: major, deduction: 6", "severity: mayor, deduction: 6", 31, "R206", "major"),
        ("        words: [三天放款, 当天到账, 三天…放款]\n", "", 35, "R235", "promise_approval"),
        ("move: ask_situation, words", "move: ask_situations, words", 25, "R212", "ask_situation"),
        ("{weight: 5}", "{weight: null}", 15, "R232", "weight"),
        ("id: ours\n", "", 1, "R203", "id"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_was_probably_meant(
    ours: Path, old: str, new: str, line: int, code: str, told: str
) -> None:
    text = ours.read_text(encoding="utf-8")
    assert old in text
    ours.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ScenarioError) as error:
        load_rubric(ours)
    first = next(d for d in error.value.diagnostics if d.code == code)
    assert (Path(first.file).name, first.line) == ("ours.yaml", line)
    for language in ("zh", "en"):
        assert told in remedy(first.code, language, first.details)
    assert all(d.file == str(ours) for d in error.value.diagnostics)
    if code in ("R230", "R231", "R233", "R236"):
        assert len(error.value.diagnostics) == 1


def test_a_circle_is_told(ours: Path) -> None:
    ours.with_name("other.yaml").write_text("format: 1\nid: other\nextends: ours\n", encoding="utf-8")
    ours.write_text(ours.read_text(encoding="utf-8").replace("extends: visit", "extends: other"), encoding="utf-8")
    with pytest.raises(ScenarioError) as error:
        load_rubric(ours)
    (only,) = error.value.diagnostics
    assert (Path(only.file).name, only.line, only.code) == ("other.yaml", 3, "R234")


def test_a_file_named_like_the_shipped_one_extends_the_shipped_one(ours: Path) -> None:
    ours.rename(ours.with_name("visit.yaml"))
    assert load_rubric(ours.with_name("visit.yaml")).pass_mark == 70


def test_a_mistake_in_the_file_below_is_told_there(ours: Path) -> None:
    ours.write_text(ours.read_text(encoding="utf-8").replace("{weight: 5}", "{weight: 40}"), encoding="utf-8")
    above = ours.with_name("branch.yaml")
    above.write_text("format: 1\nid: branch\nextends: ours\nitems:\n  ask_season: {weight: 2}\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as error:
        load_rubric(above)
    assert {(Path(d.file).name, d.line) for d in error.value.diagnostics} == {("ours.yaml", 15)}


def test_rubrics_are_told_from_scenarios_and_archetypes() -> None:
    root = Path(scoring.__file__).parents[1]
    assert is_rubric(read_source(root / "scoring/rubrics/visit.yaml").data)
    assert is_rubric({"extends": "visit", "pass_mark": 70})
    for path in (root / "scenarios").rglob("*.yaml"):
        assert not is_rubric(read_source(path).data), path
