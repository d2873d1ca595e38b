"""The bars say what the words beside them say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.screens.mood import CELLS, FEW_CELLS, word_bar
from simulator.visit.mood import PATIENCE, TRUST, word

VALUES = st.integers(0, 100)


@given(VALUES, VALUES, st.sampled_from([TRUST, PATIENCE]), st.sampled_from([CELLS, FEW_CELLS]))
def test_another_word_is_another_bar_and_more_is_never_less(
    one: int, other: int, words: tuple[tuple[int, str], ...], cells: int
) -> None:
    low, high = sorted((one, other))
    full = [word_bar(value, words, cells).count("▰") for value in (low, high)]
    assert full[0] <= full[1]
    assert len(word_bar(low, words, cells)) == cells
    if word(low, words) != word(high, words):
        assert full[0] < full[1]


@pytest.mark.parametrize("cells", [CELLS, FEW_CELLS])
@pytest.mark.parametrize("words", [TRUST, PATIENCE])
def test_nothing_is_empty_and_all_is_full(words: tuple[tuple[int, str], ...], cells: int) -> None:
    assert word_bar(0, words, cells) == "▱" * cells
    assert word_bar(1, words, cells) != "▱" * cells
    assert word_bar(100, words, cells) == "▰" * cells
