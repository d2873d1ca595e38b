"""The scorecard as a line of a file."""

import json
from dataclasses import replace

import pytest

from scoring import grade, load_rubric
from scoring.finding import Evidence
from tests.scoring.reading_visits import visit


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["corporate_good", "retail_good"])
def test_a_line_says_what_the_json_says(name: str, language: str) -> None:
    card = grade(visit(name), load_rubric(language=language))
    shown = (Evidence(3, 'He said "no"\n\\ \u2028 “不”', "\t再说", True),)
    odd = card.items[0]._replace(name='"', advice="\\", shown=shown, earned=0.5)
    for told in (card, replace(card, items=(odd, *card.items[1:]))):
        assert told.as_line() == json.dumps(told.as_json(), ensure_ascii=False)
