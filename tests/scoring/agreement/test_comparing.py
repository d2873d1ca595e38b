"""The comparison: people who mark as the scorer does agree with it, those who do not stand out, and why."""

from dataclasses import replace

import pytest

from scoring import grade, load_rubric
from scoring.agreement import Visit
from scoring.agreement.comparing import compare
from scoring.agreement.plain import plain_agreement
from scoring.agreement.values import SCORER, Sheet
from scoring.report.agreement import agreement_page
from tests.scoring.reading_visits import names, visit
from tests.scoring.report.test_pages import links, read

RUBRIC = load_rubric()
VISITS = [Visit((f"{name}.jsonl",), grade(visit(name), RUBRIC)) for name in names()]


def same(place: int) -> dict[str, float | None]:
    """Marks that are the scorer's."""
    return {i.id: i.earned if i.applicable else None for i in VISITS[place].card.items if i.why_not != "unseen"}


def sheet(**people: dict[int, dict[str, float | None]]) -> Sheet:
    red = {name: {place: bool(VISITS[place].card.red_lines) for place in marks} for name, marks in people.items()}
    return Sheet(dict(people), red, {})


ALL = {place: same(place) for place in range(len(VISITS))}
AGAINST = {
    place: {id: None if mark is None else 1 - mark for id, mark in marks.items()} for place, marks in ALL.items()
}


def test_who_marks_as_the_scorer_does_agrees_with_it_fully() -> None:
    found = compare(sheet(fang=ALL, lei=ALL), VISITS, RUBRIC)
    assert [(pair.exact, pair.kappa, pair.weighted) for pair in found.pairs] == [(1, 1, 1)] * 3
    assert (found.everybody.fleiss, found.everybody.alpha) == (1, 1)
    assert found.people_only is not None
    assert found.people_only.fleiss == 1
    assert not any("disagree" in item.flags for item in found.items)
    assert found.totals is not None
    assert (found.totals.single, found.totals.correlation, found.totals.given) == (1, 1, False)
    assert found.red_lines is not None
    assert (found.red_lines.same, found.red_lines.differ) == (len(VISITS) * 2, ())


def test_who_marks_against_it_stands_out() -> None:
    found = compare(sheet(fang=ALL, lei=AGAINST), VISITS, RUBRIC)
    kappas = {(pair.one, pair.other): pair.weighted for pair in found.pairs}
    assert kappas[SCORER, "fang"] == 1
    assert (kappas[SCORER, "lei"] or 0) < 0
    assert found.totals is not None
    assert (found.totals.single or 0) < 0.5


def test_an_item_on_which_people_differ_and_one_that_tells_nothing_are_named() -> None:
    turned = {place: {**marks, "prep_objective": 0.0, "prep_key_person": 0.5} for place, marks in ALL.items()}
    found = {item.id: item for item in compare(sheet(fang=turned, lei=turned), VISITS, RUBRIC).items}
    assert {"disagree", "flat"} <= set(found["prep_objective"].flags)
    assert found["prep_objective"].people == 1
    assert found["disc_open_question"].flags == ()
    assert found["prep_objective"].apart <= 0


def test_an_item_that_goes_against_the_rest_discriminates_badly() -> None:
    turned = {
        place: {**marks, "disc_open_question": None if (m := marks["disc_open_question"]) is None else 1 - m}
        for place, marks in ALL.items()
    }
    (item,) = [i for i in compare(sheet(fang=turned), VISITS, RUBRIC).items if i.id == "disc_open_question"]
    assert item.rest is not None
    assert item.rest < 0
    assert "low" in item.flags


def test_totals_that_people_gave_are_compared_with_the_scorers() -> None:
    given = {place: visit.card.total for place, visit in enumerate(VISITS)}
    found = compare(Sheet({}, {}, {"fang": given, "lei": {0: 50.0, **given}}), VISITS, RUBRIC)
    assert found.totals is not None
    assert found.totals.given
    assert found.totals.single == pytest.approx(1)
    assert found.pairs == ()
    higher = {place: min(100.0, total + 10) for place, total in given.items()}
    apart = compare(Sheet({}, {}, {"fang": higher}), VISITS, RUBRIC).totals
    assert apart is not None
    assert (apart.consistent or 0) > (apart.single or 1)


def test_red_lines_that_differ_are_named() -> None:
    found = compare(Sheet({}, {"fang": dict.fromkeys(range(len(VISITS)), False)}, {}), VISITS, RUBRIC).red_lines
    assert found is not None
    crossed = [visit.name for visit in VISITS if visit.card.red_lines]
    assert [differ[0] for differ in found.differ] == crossed


def test_one_visit_and_one_mark_are_enough_to_be_told_something() -> None:
    found = compare(Sheet({"fang": {0: {"prep_objective": 1.0}}}, {}, {}), VISITS[:1], RUBRIC)
    for language in ("zh", "en"):
        assert "fang" in plain_agreement(found, language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_and_page_show_everything(language: str) -> None:
    found = compare(sheet(fang=ALL, lei=AGAINST), VISITS, RUBRIC)
    text = plain_agreement(found, language)
    page = read(agreement_page(found, language))
    links(page)
    levels = [level for level, _ in page.headings]
    assert levels == [1, 2, 2, 2, 2, 2, 2]
    shown = "".join(page.text)
    for words in ("fang", "lei", "prep_objective", VISITS[0].name, f"{found.pairs[1].kappa:.2f}"):
        assert words in text
        assert words in shown


def test_a_graders_name_is_text() -> None:
    found = compare(sheet(fang=ALL), VISITS, RUBRIC)
    evil = "<script>alert(1)</script>"
    hostile = replace(found, pairs=tuple(replace(pair, other=evil) for pair in found.pairs), visits=(evil,))
    page = read(agreement_page(hostile, "en"))
    assert "script" not in {tag for tag, _ in page.tags}
    assert evil in "".join(page.text)
