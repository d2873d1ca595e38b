"""Line breaking: what a typesetter of Chinese would check."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from simulator.screens.prose import NOT_FIRST, NOT_LAST, ProseVisual, breaks, wrap_lines

MIXED = (
    "我们去年在LPR基础上加了50个基点,也就是3.55%,沈总说“这个价格,说实话,不算低”;后来换了Evergreen Bank的"
    "trade finance产品(含远期结汇),每年大约能省下120万元,财务部的人都松了一口气……您看,要不要先试一笔?"
)
FULL_WIDTH = MIXED.translate({ord(character): ord(character) + 0xFEE0 for character in ",;:?()"})


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end, _ in wrap_lines(text, width)]


def test_no_line_begins_with_closing_or_ends_with_opening_punctuation() -> None:
    for text, width in product((MIXED, FULL_WIDTH), range(16, 100)):
        for line in lines(text, width):
            assert line[0] not in NOT_FIRST, (width, line)
            assert line[-1] not in NOT_LAST, (width, line)


def test_mixed_text_fills_the_line() -> None:
    for text, width in product((MIXED, FULL_WIDTH), (40, 56, 76)):
        full = lines(text * 3, width)[:-1]
        assert sum(map(cell_len, full)) / (width * len(full)) > 0.93


def test_english_breaks_at_spaces_and_keeps_words() -> None:
    text = "It’s 3.85% a year, on USD 5,000,000 — and/or a well-known guarantee."
    for width in range(12, 60):
        words = [word for line in lines(text, width) for word in line.split()]
        assert "3.85%" in words
        assert "5,000,000" in words
        assert "It’s" in words


def test_a_word_too_long_is_cut() -> None:
    assert lines("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]
    assert lines("。" * 7, 6) == ["。。。", "。。。", "。"]


def test_paragraphs_and_empty_lines_stay() -> None:
    assert lines("一\n\n二 ", 10) == ["一", "", "二"]
    assert lines("", 10) == [""]


def test_a_paragraph_with_a_mark_hangs() -> None:
    wrapped = ProseVisual(Content("  ✓ 一二三四五六七\n甲乙丙丁戊己庚")).wrapped(12).plain
    assert wrapped == "  ✓ 一二三四\n    五六七\n甲乙丙丁戊己\n庚"


@given(st.text(alphabet="汉字\uff0c\uff1aab ,,。“”(()-9%\n…"), st.integers(2, 30))
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: int) -> None:
    wrapped = wrap_lines(text, width)
    assert "".join(text[a:b] for a, b, _ in wrapped).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(cell_len(text[a:b]) + indent <= width for a, b, indent in wrapped)


@given(st.text(alphabet="汉字\uff0cab ,。“-9%", max_size=80), st.integers(2, 30))
def test_a_field_shows_every_cell_of_its_text(text: str, width: int) -> None:
    starts = [0, *breaks(text, width, spaces_hang=False)]
    lines_of_field = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert "".join(lines_of_field) == text
    assert all(cell_len(line) <= width for line in lines_of_field)
