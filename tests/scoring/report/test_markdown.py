"""The Markdown: complete for a mail, and what was said in a visit stays text in every dialect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scoring.report import markdown_page
from scoring.report.markdown import text
from tests.scoring.reading_visits import names
from tests.scoring.report.hostile import HTML, MARKDOWN, STARTS, with_texts
from tests.scoring.report.test_pages import LANGUAGES, told

DIALECTS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like"))
_INLINE = {"text", "text_special", "strong_open", "strong_close", "softbreak"}


def shape(source: str, dialect: MarkdownIt) -> list[str]:
    """The blocks and what stands in them, without the words."""
    kinds = []
    for token in dialect.parse(source):
        kinds.append(f"{token.type} {token.tag}")
        kinds += sorted({child.type for child in token.children or ()} - {"text", "text_special"})
    return kinds


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("attack", [MARKDOWN, HTML, *STARTS])
def test_nothing_in_a_visit_becomes_markup(attack: str, language: str) -> None:
    for name in ("corporate_red", "retail_poor"):
        quiet, loud = (
            markdown_page([with_texts(*told(name, language), words)], language) for words in ("x", attack)
        )
        for dialect in DIALECTS:
            assert shape(loud, dialect) == shape(quiet, dialect)


@given(st.text(max_size=60))
def test_any_words_stay_words(words: str) -> None:
    for place in ("- {}", "| {} | b |\n| --- | --- |\n| {} | x |", "{}", "1. **a** {}"):
        source = place.replace("{}", text(words) or "x")
        plain = place.replace("{}", "x")
        for dialect in DIALECTS:
            assert shape(source, dialect) == shape(plain, dialect), source


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", names())
def test_what_matters_first_is_there(name: str, language: str) -> None:
    page = told(name, language)[0]
    source = markdown_page([told(name, language)], language)
    rendered = DIALECTS[1].render(source)
    assert text(page.verdict) in source
    for advice in page.priorities:
        assert text(advice.title) in source
    for taboo in (*page.taboos, *page.uncertain):
        assert text(taboo.name) in source
    assert "{" not in source.replace("\\{", "")
    assert "<table>" in rendered
    assert "<a " not in rendered


def test_several_visits_have_an_overview() -> None:
    source = markdown_page([told(name, "zh") for name in names()[:3]], "zh")
    assert source.startswith("# 拜访复盘：3次")
    assert source.count("\n## ") == 3
