"""What would have come of other words, on the page: the section, and beside each item and taboo."""

from dataclasses import replace

import pytest

from scoring.report import html_page, markdown_page
from scoring.what_if import Counterfactual, Reachable, TurningPoint, WhatIf
from tests.scoring.report.test_pages import LANGUAGES, links, read, told

EVIL = "<script>alert(1)</script>"
FOUND = WhatIf(
    30.0,
    (
        Counterfactual(
            "item", "disc_probe_latent", 3, "with", f"您最怕的是哪一步？{EVIL}", ("probe",), True, 1.0, 36.5
        ),
        Counterfactual("taboo", "boast", 4, "instead", "我们做过十几户。", ("inform",), False, 1.0, 33.0),
    ),
    (Reachable(0, 98.0, True), Reachable(1, 98.0, True), Reachable(2, 71.5, True), Reachable(3, 55.0, False)),
    TurningPoint("pass", 3, 71.5, 55.0),
    None,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_tried_out_stand_in_a_section_and_with_their_items(language: str) -> None:
    debrief, transcript = told("corporate_pushy", language)
    without = read(html_page([(debrief, transcript)], language))
    page = read(html_page([(replace(debrief, what_if=FOUND), transcript)], language))
    links(page)
    shown, before = "".join(page.text), "".join(without.text)
    missed = {item.id for item in debrief.items if item.applicable and item.earned < 1}
    assert "disc_probe_latent" in missed
    assert shown.count(f"您最怕的是哪一步？{EVIL}") == 2
    assert shown.count("我们做过十几户。") == 2
    assert "script" not in {tag for tag, _ in page.tags}
    assert len(page.of("svg")) == len(without.of("svg")) + 1
    for figure in ("36.5", "71.5", "55"):
        assert figure in shown
    assert "36.5" not in before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mail_has_the_few_that_gain_most(language: str) -> None:
    debrief, transcript = told("corporate_pushy", language)
    source = markdown_page([(replace(debrief, what_if=FOUND), transcript)], language)
    assert "36.5" in source
    assert "<script>" not in source
    assert "36.5" not in markdown_page([(debrief, transcript)], language)
