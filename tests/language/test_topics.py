"""The words of a subject in a text: found as a pattern of them all would find them."""

import re
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from simulator.language.normalise import simplified
from simulator.language.topics import Topics

PARTS = ("a", "b", "s", "es", "ed", "ing", " ", "汇", "率", "-", "3")
WRITTEN = st.lists(st.sampled_from(PARTS), max_size=8).map("".join)


def _topics(words: list[str]) -> Topics:
    subject = SimpleNamespace(words=tuple(words), say=SimpleNamespace(all=()))
    parts: dict[str, Any] = {"topics": {"fx": subject}, "needs": {}, "products": {}, "facts": {}}
    return Topics(cast(Any, SimpleNamespace(**parts)))


def _pattern(words: list[str]) -> re.Pattern[str]:
    """The longest first; Latin words stand alone and may take an ending."""
    told = sorted({simplified(word) for word in words if word.strip()}, key=lambda word: (-len(word), word))
    latin = re.compile(r"^[a-z0-9][a-z0-9 '&/.-]*$")
    parts = [
        rf"(?<![a-z]){re.escape(word)}(?:s|es|ed|ing)?(?![a-z])" if latin.match(word) else re.escape(word)
        for word in told
    ]
    return re.compile("|".join(parts) or r"(?!)")


@given(st.lists(WRITTEN, max_size=5), WRITTEN)
def test_the_words_of_a_subject_are_found_as_a_pattern_finds_them(words: list[str], text: str) -> None:
    assert _topics(words).mentions("fx", text) == frozenset(_pattern(words).findall(text))


def test_words_stand_alone_and_beside_each_other() -> None:
    topics = _topics(["rate", "rates of exchange", "汇率", "率"])
    assert topics.mentions("fx", "rates, and rates of exchange; separate") == {"rates", "rates of exchange"}
    assert topics.mentions("fx", "汇率") == {"汇率"}
    assert topics.mentions("fx", "利率和汇率") == {"率", "汇率"}
    assert topics.mentions("other", "rate") == frozenset()
