"""What the trainee reads: three things first, true to the talk, complete in both languages, no line too wide."""

import re

import pytest

from scoring import debrief, grade, hints, load_rubric, plain_debrief
from scoring.debrief import Debrief
from scoring.echoes import content
from scoring.words import WORDS
from scoring.wrapping import columns, wrap
from simulator.transcript.record import Header, Transcript
from tests.scoring.reading_visits import CORPORATE, names, visit

RUBRICS = {language: load_rubric(language=language) for language in ("zh", "en")}


def told(name: str, language: str = "zh") -> Debrief:
    rubric = RUBRICS[language]
    return debrief(visit(name), grade(visit(name), rubric), rubric)


def said_already(line: str, turns: list[str]) -> bool:
    words = content(line.lower())
    return any(len(words & content(turn.lower())) >= 0.7 * len(words) for turn in turns)


@pytest.mark.parametrize("name", names())
def test_at_most_three_priorities_each_with_a_line_to_say(name: str) -> None:
    page = told(name)
    transcript = visit(name)
    assert len(page.priorities) <= 3
    if not page.scorecard.passed:
        assert page.priorities
    said = {e.turn: e.trainee.text for e in transcript.exchanges}
    for advice in page.priorities:
        assert advice.title
        assert advice.why
        lines = [item.example for item in page.items if item.id == advice.id]
        assert advice.say or any(said_already(line, list(said.values())) for line in lines)
        if advice.own:
            assert advice.quote.rstrip("…") in said[advice.turn]


@pytest.mark.parametrize("name", names())
def test_strengths_are_met_and_not_from_a_turn_with_a_taboo(name: str) -> None:
    page = told(name)
    met = {item.id for item in page.items if item.earned == 1}
    sinful = {taboo.turn for taboo in page.taboos}
    assert len(page.strengths) <= 2
    assert {strength.id for strength in page.strengths} <= met
    assert not {strength.turn for strength in page.strengths} & sinful


def test_red_lines_come_first() -> None:
    page = told("retail_red")
    assert {advice.kind for advice in page.priorities} == {"red"}
    assert "红线" in page.verdict
    assert "red line" in told("retail_red", "en").verdict


def test_needs_found_and_missed_with_the_thread() -> None:
    needs = {need.id: need for need in told("corporate_middling").needs}
    assert needs["line"].turn == 3
    assert needs["fx_loss"].turn is None
    assert needs["fx_loss"].thread


def test_the_trust_curve_tells_what_moved_it() -> None:
    course = told("corporate_pushy").course
    assert [point.trust for point in course] == [30, 24, 20, 20, 16, 10, 5]
    assert any(point.change < 0 and point.why for point in course)


def test_skills_lie_between_0_and_100_or_had_no_occasion() -> None:
    for name in names():
        values = [skill.value for skill in told(name).skills]
        assert len(values) == 9
        assert all(value is None or 0 <= value <= 100 for value in values)


def test_better_visits_show_better_skills() -> None:
    good, poor = told("corporate_good"), told("corporate_pushy")
    for better, worse in zip(good.skills, poor.skills, strict=True):
        assert (better.value or 0) >= (worse.value or 0), better.id


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 72, 100])
def test_plain_text_is_complete_and_fits(language: str, width: int) -> None:
    for name in names():
        page = told(name, language)
        text = plain_debrief(page, language, width)
        lines = text.splitlines()
        assert max(columns(line) for line in lines) <= width
        assert not re.search(r"\{\w+\}", text)
        assert all(advice.title.split()[0] in text for advice in page.priorities)
        assert lines[1].split()[1] == f"{page.scorecard.total:g}/100"


def test_no_chinese_of_the_program_in_an_english_page() -> None:
    page = told("corporate_good", "en")
    own = {e.trainee.text for e in visit("corporate_good").exchanges}
    assert own
    assert not re.search("[\u4e00-\u9fff]", page.verdict + "".join(page.questions) + "".join(page.practise))


def test_an_empty_visit_has_a_debrief() -> None:
    transcript = Transcript(Header("x", "0", "zh", 1, brief=CORPORATE))
    for language, rubric in RUBRICS.items():
        page = debrief(transcript, grade(transcript, rubric), rubric)
        assert plain_debrief(page, language)


def test_words_stand_in_both_languages_with_the_same_places() -> None:
    assert set(WORDS["zh"]) == set(WORDS["en"])
    for key, text in WORDS["zh"].items():
        assert set(re.findall(r"\{(\w+)\}", text)) >= set(re.findall(r"\{(\w+)\}", WORDS["en"][key])), key


def test_hints_are_few_and_not_met_yet() -> None:
    good = visit("corporate_good")
    for turns in range(len(good.exchanges)):
        so_far = Transcript(good.header, good.exchanges[:turns], good.preparation, None, good.opening)
        names_now = hints(so_far, RUBRICS["zh"])
        met = {item.name for item in grade(so_far, RUBRICS["zh"]).items if item.earned == 1}
        assert len(names_now) <= 3
        assert not set(names_now) & met
    assert "敬称问候" in hints(Transcript(good.header), RUBRICS["zh"])


def test_wrapping_knows_chinese() -> None:
    lines = wrap("今天天气不错，我们去厂里看看，再谈谈利率。", 12)
    assert all(columns(line) <= 12 for line in lines)
    assert not any(line[0] in "，。" for line in lines)
    assert wrap("", 40) == []
    assert wrap("one two three", 9, "- ") == ["- one two", "  three"]
