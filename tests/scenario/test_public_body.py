"""The archetype for a hospital, a school or an office says nothing that presumes a business of one's own; nor does what it inherits."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.archetypes import archetypes
from simulator.scenario.layers import merged
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import archetype_stack, load_scenario
from tests.client.small import asks, played, says, small

OWNERS = {
    "zh": re.compile("生意|买卖|便饭|我的钱|我的户|我们公司|我的厂|老板|主业|我等您的合同"),
    "en": re.compile(
        r"\b(?:in business|my business|the business|our profit|my (?:money|account|firm)|stay for lunch)\b", re.I
    ),
}
"""Words of somebody whose own firm it is."""


def texts(value: Any) -> Iterator[str]:
    """Every text of a tree."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("archetype", ["base", "public-body"])
def test_nothing_presumes_a_firm_of_ones_own(archetype: str, language: str) -> None:
    stack = archetype_stack(SHIPPED / "clients" / "corporate" / f"{archetype}.yaml", language)
    said = list(texts(merged(tuple(layer.texts() for layer in stack))))
    assert len(said) > 400
    assert [text for text in said if OWNERS[language].search(text)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_can_be_chosen(language: str) -> None:
    assert "corporate/public-body" in archetypes("corporate", language)


def test_a_gift_is_refused_and_a_second_one_ends_the_visit(tmp_path: Path) -> None:
    client = small(tmp_path, client="corporate/public-body")
    first, second = played(client, asks("ask_situation"), says("!kickback"), says("!kickback"))[1:]
    assert "states/anywhere/on/kickback" in first[1].fired
    assert not first[0].over
    assert second[0].ending == "shown_out"


def test_a_deal_is_an_intention(tmp_path: Path) -> None:
    client = small(tmp_path, client="corporate/public-body")
    assert client.scenario.endings["deal"].title == "An intention in the minutes"
    assert load_scenario(tmp_path / "small.yaml").scenario.temperament.effects["kickback"].trust == -30
