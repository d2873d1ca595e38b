"""The pages: whole, well formed, readable without seeing or colour, and nothing in a visit can become more than text."""

import base64
import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import debrief, grade, load_rubric
from scoring.debrief import Debrief
from scoring.report import html_page, index_page
from scoring.report.markup import h, written
from scoring.report.style import STYLE
from scoring.words_report import REPORT_WORDS
from simulator.transcript.record import Transcript
from tests.scoring.reading_visits import names, visit
from tests.scoring.report.hostile import HTML, with_texts

LANGUAGES = ("zh", "en")
_VOID = {"meta", "br", "hr", "col"}
_ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "main", "nav", "section", "article", "footer", "div",
    "span", "p", "b", "i", "small", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "figure", "svg", "desc", "text", "rect", "line", "circle", "polyline", "polygon",
}  # fmt: skip


@dataclass
class Page(HTMLParser):
    """A page as a parser sees it."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text.append(data)
        if self.headings and any(re.fullmatch("h[1-6]", tag) for tag in self.open):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def read(text: str) -> Page:
    page = Page()
    page.feed(text)
    page.close()
    assert page.open == []
    return page


@cache
def told(name: str, language: str) -> tuple[Debrief, Transcript]:
    return graded(visit(name), language)


def graded(transcript: Transcript, language: str) -> tuple[Debrief, Transcript]:
    rubric = load_rubric(language=language)
    return debrief(transcript, grade(transcript, rubric), rubric), transcript


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", names())
def test_every_page_is_well_formed_and_can_be_heard(name: str, language: str) -> None:
    page = read(html_page([told(name, language)], language))
    assert {tag for tag, _ in page.tags} <= _ALLOWED
    assert page.of("html")[0]["lang"] == {"zh": "zh-Hans", "en": "en"}[language]
    assert [len(page.of(tag)) for tag in ("main", "h1", "header", "footer", "nav")] == [1, 1, 1, 1, 1]
    assert len([title for title in page.of("title") if "id" not in title]) == 1
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in page.headings)
    assert len(page.of("caption")) == len(page.of("table"))
    assert {cell.get("scope") for cell in page.of("th")} <= {"row", "col"}
    links(page)


def links(page: Page) -> None:
    """Every id stands once; every link and every label leads to one."""
    ids = Counter(attributes["id"] for _, attributes in page.tags if "id" in attributes)
    assert max(ids.values()) == 1
    for _, attributes in page.tags:
        for target in (attributes.get("aria-labelledby") or "").split():
            assert target in ids
        if (attributes.get("href") or "").startswith("#"):
            assert (attributes["href"] or "")[1:] in ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_have_a_name_and_a_description(language: str) -> None:
    text = html_page([told("corporate_good", language)], language)
    page = read(text)
    charts = page.of("svg")
    assert len(charts) == 5  # phases, two issues, mood, talk
    assert all(chart["role"] == "img" and len((chart["aria-labelledby"] or "").split()) == 2 for chart in charts)
    assert len(re.findall(r"<desc id=[^>]+>[^<]{10,}</desc>", text)) == len(charts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", names())
def test_everything_of_the_debrief_is_on_it(name: str, language: str) -> None:
    page = told(name, language)[0]
    shown = " ".join("".join(read(html_page([told(name, language)], language)).text).split())
    card = page.scorecard
    wanted = [
        page.verdict,
        f"{card.total:g}",
        card.grade_name,
        card.rubric_hash[:12],
        *page.questions,
        *page.practise,
    ]
    wanted += [part for a in page.priorities for part in (a.title, a.quote, a.why, a.say)]
    wanted += [part for t in (*page.taboos, *page.uncertain) for part in (t.name, t.clause, t.why, t.instead)]
    wanted += [part for n in page.needs for part in (n.statement, n.quote)]
    wanted += [part for s in page.skills for part in (s.name, s.because)]
    wanted += [phase.name for phase in page.phases]
    for item in page.items:
        wanted.append(item.name)
        if item.applicable:
            wanted += [part for e in item.evidence for part in (e.clause, e.because)]
            wanted += [item.advice, item.example] if item.earned < 1 else []
    for exchange in visit(name).exchanges:
        wanted += [exchange.trainee.text, exchange.client.text]
    missing = [text for text in wanted if " ".join(text.split()) not in shown]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["corporate_red", "retail_poor", "corporate_good"])
def test_nothing_in_a_visit_becomes_markup(name: str, language: str) -> None:
    quiet, loud = (
        read(html_page([with_texts(*told(name, language), text)], language)) for text in ("harmless", HTML)
    )
    assert [tag for tag, _ in loud.tags] == [tag for tag, _ in quiet.tags]
    assert [set(attributes) for _, attributes in loud.tags] == [set(attributes) for _, attributes in quiet.tags]
    assert not {"script", "img"} & {tag for tag, _ in loud.tags}
    assert "<script>alert(1)</script>" in "".join(loud.text)


@given(st.text(), st.text())
def test_a_text_comes_back_as_the_text_it_was(words: str, attribute: str) -> None:
    page = read(written(h("p", words, title=attribute)))
    assert page.tags == [("p", {"title": page.of("p")[0]["title"]})]
    assert not {"\x00", "\x1b", "\u202e"} & set("".join(page.text))
    if words.isprintable() and max(words, default="a") < "\u0300":
        assert "".join(page.text) == words


def test_names_of_elements_come_from_the_program_alone() -> None:
    for wrong in ("p onload", "p>", "", "<"):
        with pytest.raises(ValueError, match=f"^{re.escape(wrong)}$"):
            h(wrong)


def test_the_policy_lets_nothing_in_and_names_the_style_that_is_there() -> None:
    text = html_page([told("corporate_good", "zh")], "zh")
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    policy = next(
        m["content"] or "" for m in read(text).of("meta") if m.get("http-equiv") == "Content-Security-Policy"
    )
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["default-src"] == parts["img-src"] == parts["script-src"] == "'none'"
    assert parts["style-src"] == f"'sha256-{digest}'"
    assert not re.search(r"url\(|@import|https?:|//", text.replace("<!DOCTYPE", "").replace("://", "//") and style)
    assert not re.search(r"""\s(?:style|src|on\w+)=["']""", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_visits_stand_behind_an_index(language: str) -> None:
    several = [told(name, language) for name in names()[:4]]
    page = read(html_page(several, language))
    assert len(page.of("article")) == 4
    assert [level for level, _ in page.headings].count(1) == 1
    links(page)
    hrefs = [a["href"] for a in page.of("a")]
    assert all(f"#v{number}" in hrefs for number in range(1, 5))
    files = [f"{number}.html" for number in range(4)]
    leading = read(index_page(several, files, language))
    assert {a["href"] for a in leading.of("a")} >= set(files)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_keep_their_contrast_by_day_by_night_and_on_paper() -> None:
    palettes = [
        dict(re.findall(r"--(\w+): (#\w{6});", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    ]
    assert len(palettes) == 3
    for palette in palettes:
        for ink in ("ink", "quiet", "good", "bad", "half", "bank", "client"):
            for ground in ("paper", "soft"):
                assert _contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground)
        assert _contrast(palette["bank"], palette["zone"]) >= 3
        assert _contrast(palette["client"], palette["zone"]) >= 3


def test_the_words_stand_in_both_languages_with_the_same_places() -> None:
    assert set(REPORT_WORDS["zh"]) == set(REPORT_WORDS["en"])
    for key, text in REPORT_WORDS["zh"].items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", REPORT_WORDS["en"][key])), key
        assert not re.search(r"[\u4e00-\u9fff][,;:!?]", text), key


def test_an_empty_visit_has_a_page() -> None:
    transcript = Transcript(visit("corporate_good").header)
    for language in LANGUAGES:
        page = read(html_page([graded(transcript, language)], language))
        assert [level for level, _ in page.headings] == [1, 2, 2, 3, 3, 3]  # the verdict, three things
