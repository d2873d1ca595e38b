"""Whole pages: one visit, several behind an index, or a page that leads to others."""

from collections.abc import Sequence
from dataclasses import replace

from scoring.debrief import Debrief
from scoring.report import course, items, summary
from scoring.report.frame import document, table
from scoring.report.markup import Element, Node, h
from scoring.report.other_words import other_words
from scoring.report.told import Told
from scoring.words_report import said
from simulator import __version__
from simulator.transcript.record import Transcript

Visits = Sequence[tuple[Debrief, Transcript]]


def html_page(visits: Visits, language: str) -> str:
    """One self-contained page with the debrief of each visit; an index before them where there are several."""
    several = len(visits) > 1
    told = [Told(debrief, talk, f"v{n}", 2 if several else 1) for n, (debrief, talk) in enumerate(visits, 1)]
    if not several:
        return document(f"{said('title', language)} · {told[0].debrief.title[:40]}", language, _single(told[0]))
    title = said("title.many", language, count=len(told))
    header = h("header", h("h1", title), _index(told, [f"#{one.id}" for one in told], language))
    articles = [_article(replace(one, level=2), language) for one in told]
    return document(title, language, [header, h("main", *articles, id="main"), _footer(language)])


def index_page(visits: Visits, files: Sequence[str], language: str) -> str:
    """A page that leads to the pages of the visits, which lie beside it as ``files``."""
    told = [Told(debrief, talk, f"v{n}") for n, (debrief, talk) in enumerate(visits, 1)]
    title = said("title.many", language, count=len(told))
    main = h("main", h("h1", title), _index(told, list(files), language), id="main")
    return document(title, language, [main, _footer(language)])


def _single(told: Told) -> list[Node]:
    first, rest = _sections(told)
    header = h("header", h("h1", told.debrief.title), summary.facts(told))
    main = h("main", *first, h("div", *rest, class_="next-page"), id="main")
    return [header, _contents(told, [*first, *rest]), main, _footer(told.language)]


def _article(told: Told, language: str) -> Element:
    head = h("h2", told.debrief.title, id=f"{told.id}-title")
    first, rest = _sections(told)
    return h(
        "article",
        head,
        summary.facts(told),
        *first,
        h("div", *rest, class_="next-page"),
        h("p", h("a", said("back", language), href="#index"), class_="back"),
        id=told.id,
        aria_labelledby=f"{told.id}-title",
    )


def _sections(told: Told) -> tuple[list[Element], list[Element]]:
    """What stands on the first sheet of paper, and the rest on demand."""
    first = [summary.verdict(told), summary.three_things(told)]
    rest: list[Element | None] = []
    if told.debrief.talk.turns:
        first.append(summary.phases(told))
        rest = [
            summary.strengths(told), course.taboos(told), course.needs(told), course.remarks(told), course.bargaining(told),
            course.mood(told), course.talk(told), other_words(told), course.skills(told), *items.reflection(told), items.items(told),
            items.talk_itself(told),
        ]  # fmt: skip
    return [part for part in first if part is not None], [part for part in rest if part is not None]


def _contents(told: Told, sections: Sequence[Element]) -> Element:
    """Links to the sections, by the headings they begin with."""
    links = []
    for section in sections:
        id, head = dict(section.attributes)["id"], section.children[0]
        assert isinstance(head, Element)
        links.append(h("li", h("a", *head.children, href=f"#{id}")))
    return h("nav", h("ul", *links), aria_label=told.w("contents"))


def _index(told: Sequence[Told], links: Sequence[str], language: str) -> Element:
    """The visits as a table, each name a link."""
    heads = [said(key, language) for key in ("visit", "learner", "date", "total", "grade", "result")]
    rows = []
    for one, link in zip(told, links, strict=True):
        card, header = one.debrief.scorecard, one.transcript.header
        sign, style, key = ("✓", "good", "passed") if card.passed else ("✗", "bad", "failed")
        result = h("span", f"{sign} {said(f'plain.{key}', language)}", class_=style)
        date = header.started[:16].replace("T", " ")
        name = h("a", one.debrief.title, href=link)
        rows.append((name, header.learner, date, f"{card.total:g}", card.grade_name, result))
    index = table(said("index.about", language), heads, rows, (3,), keep=2)
    return h("nav", index, id="index", aria_label=said("index", language))


def _footer(language: str) -> Element:
    return h("footer", h("p", f"{said('footer', language)} {said('version', language)} {__version__}"))
