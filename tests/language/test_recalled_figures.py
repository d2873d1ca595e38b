"""What is in the file already is recalled, and offered by nobody; what is offered in the same shape is an offer."""

from functools import cache

import pytest

from simulator.language.understanding import Understanding
from tests.client.dealing import language_of
from tests.client.walks import FILES, client


@cache
def understanding(language: str) -> Understanding:
    path = next(path for path in FILES if path.stem == "retired-teacher")
    return Understanding(language, client(path, language).scenario)


RECALLED = [
    "Six hundred thousand at three per cent for three years, and it matures on Friday. What shall it do next?",
    "So that's six hundred thousand, three years at three per cent, which falls due this week.",
    "您这张存单六十万，三年，3%，后天就到期了，您打算怎么安排？",
    "六十万、三年期、三个点，这个月二十号到期，没错吧？",
]
OFFERED = [
    "I can offer you the large certificate: four hundred thousand for three years at 1.55.",
    "我给您报个数：四十万，三年期大额存单，1.55。",
]


@pytest.mark.parametrize("text", RECALLED)
def test_the_old_deposit_named_again_is_no_offer(text: str) -> None:
    turn = understanding(language_of(text)).understand(text)
    assert "make_offer" not in {move.id for move in turn.moves}


@pytest.mark.parametrize("text", OFFERED)
def test_a_new_one_is(text: str) -> None:
    turn = understanding(language_of(text)).understand(text)
    assert all(not figure.aside for figure in turn.quantities)
    assert {"make_offer", "present_product"} & {move.id for move in turn.moves}
