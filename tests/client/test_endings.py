"""What is told of an ending: what was agreed is filled in, and with nothing agreed the sentence reads well."""

from dataclasses import replace

import pytest

from simulator.client.endings import ending_words
from tests.client.dealing import PATHS, talk
from tests.client.walks import client


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("who", sorted(PATHS))
def test_every_ending_is_told_in_full(who: str, language: str) -> None:
    simulated = client(PATHS[who], language)
    position, _ = simulated.start(1)
    table = position.table
    settled = position if table is None else replace(position, table=replace(table, agreed=table.mine))
    for ending in simulated.scenario.endings.values():
        for moment in (position, settled):
            told = ending_words(simulated, moment, ending)
            assert "$" not in told
            assert not any(gap in told for gap in ("：。", "，。", "、。", "  ", " ,", " .", ", .", "是。", "is ."))


def test_the_terms_agreed_are_named() -> None:
    course = talk("tech", "我报一千万、2.8%、只质押专利、事后告知。")
    _, position, _ = course[-1]
    simulated = client(PATHS["tech-firm"], "zh")
    assert position.table is not None
    assert position.table.agreed
    deal = next(ending for ending in simulated.scenario.endings.values() if "$agreed" in ending.text)
    assert "1000万、利率2.8%、只质押专利、事后告知" in ending_words(simulated, position, deal)
