"""The codes: the pages are those of the code, and each can be asked for."""

import pytest

from simulator.commands.codes import PAGES, every_code, page
from simulator.scenario.library import SHIPPED
from tests.commands.calling import LANGUAGES, call, complaint


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_lists_the_codes_as_they_are(language: str) -> None:
    assert (SHIPPED / PAGES[language]).read_text(encoding="utf-8") == page(language), (
        "python -m simulator.commands.codes"
    )


def test_every_code_can_be_explained() -> None:
    assert len(every_code()) > 90
    assert "S411: " in call("check", "--explain", "s411", "--lang", "en").out
    assert "轮不到" in call("check", "--explain", "S411", "--lang", "zh").out
    assert "'X1'" in complaint(call("check", "--explain", "X1", "--lang", "en"))
