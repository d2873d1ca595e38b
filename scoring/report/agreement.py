"""The comparison of graders as a page."""

from scoring.agreement.tables import Table, about, tables
from scoring.agreement.values import Agreement
from scoring.report.frame import document, table
from scoring.report.markup import Element, h
from scoring.words_agreement import told


def agreement_page(agreement: Agreement, language: str) -> str:
    """One self-contained page with every table."""
    title = told("title", language)
    parts = tables(agreement, language)
    links = [h("li", h("a", part.title, href=f"#s{number}")) for number, part in enumerate(parts)]
    header = h("header", h("h1", title), h("p", about(agreement, language)))
    sections = [_section(part, number) for number, part in enumerate(parts)]
    nav = h("nav", h("ul", *links), aria_label=title)
    return document(title, language, [header, nav, h("main", *sections, id="main")])


def _section(part: Table, number: int) -> Element:
    shown = table(part.title, part.heads, part.rows, part.numbers, unseen=True) if part.rows else None
    notes = [h("p", note) for note in part.notes]
    head = h("h2", part.title, id=f"s{number}-head")
    return h("section", head, shown, *notes, id=f"s{number}", aria_labelledby=f"s{number}-head")
