"""Word lists looked for all at once: the same is found as by looking for each by itself, whatever was looked for before."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.echoes import content, shares
from scoring.patterns import GAP
from scoring.texts import Texts, WordLists

PIECES = (
    "利率",
    "利",
    "贷款",
    "款",
    "如果",
    "rate",
    "the rate",
    "rates",
    "a",
    "15",
    "%",
    " ",
    "，",
    "é",
    "\n",
    "10年",
)
LINES = st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), min_size=1, max_size=4).map(tuple)
PATTERN = st.lists(st.sampled_from([*(p for p in PIECES if p.strip()), "…", " "]), min_size=1, max_size=4).map(
    lambda parts: "".join(parts).strip()
)
LISTS = st.lists(st.lists(PATTERN.filter(bool), min_size=1, max_size=4).map(tuple), min_size=1, max_size=4)


def letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isascii() and (text[at].isalnum() or text[at] == "_")


def begins(text: str, words: str) -> list[int]:
    """Wherever the words stand, not as part of a longer word in Latin letters."""
    return [
        at
        for at in range(len(text) - len(words) + 1)
        if text.startswith(words, at)
        and not (letter(words, 0) and letter(text, at - 1))
        and not (letter(words, len(words) - 1) and letter(text, at + len(words)))
    ]


def follows(text: str, parts: list[str], end: int) -> bool:
    """Whether each part comes soon after the one before, the nearest of them."""
    for part in parts:
        at = next((at for at in begins(text, part) if at >= end), None)
        if at is None or at - end > GAP:
            return False
        end = at + len(part)
    return True


def stands(pattern: str, line: str) -> bool:
    """What the module says of a pattern, by trying every place."""
    head, *_ = pattern.split("…")
    parts = [part.strip() for part in pattern.split("…") if part.strip()]
    if not head or not begins(line, head):
        return False
    return any(follows(line, parts[1:], at + len(parts[0])) for at in begins(line, parts[0]))


@given(LINES, LISTS, LINES)
def test_the_same_is_found_as_by_looking_for_each_pattern_in_each_line(
    lines: tuple[str, ...], lists: list[tuple[str, ...]], others: tuple[str, ...]
) -> None:
    known = WordLists()
    early = Texts(lines, known)
    for patterns in lists:
        expected = {
            place
            for place, line in enumerate(lines)
            if any(stands(pattern, line.replace("\n", " ")) for pattern in patterns)
        }
        assert early.having(patterns) == expected  # a list that was not known when the lines were looked through
        for _ in range(WordLists.AGAIN):
            Texts(others, known).having(patterns)
        assert patterns in known.numbers
        assert Texts(lines, known).having(patterns) == expected  # and one that was


def test_a_list_is_found_by_gaps_words_and_signs() -> None:
    texts = Texts(
        ("如果您把结算走我行，利率就能谈", "The rates are fine", "a rate of 5%", "我们15日签"), WordLists()
    )
    assert texts.having(("如果…走",)) == {0}
    assert texts.having(("rate",)) == {2}
    assert texts.having(("%", "rates are")) == {1, 2}
    assert texts.having(("15日", "结算走我行", "没有")) == {0, 3}
    assert texts.having(()) == frozenset()


@given(
    st.text("我们您好合同利率bankprices 3.5%'。", max_size=30),
    st.text("我们您好合同利率bankprices 3.5%'。", max_size=30),
    st.integers(1, 3),
)
def test_what_two_texts_share_is_the_same_however_it_is_asked_for(one: str, other: str, least: int) -> None:
    assert shares(one, content(other), least) == (len(content(one) & content(other)) >= least)
