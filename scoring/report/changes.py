"""What changed since visits were graded, as a page."""

from collections.abc import Sequence

from scoring.changes import Changes
from scoring.changes_text import change_lines
from scoring.report.frame import document
from scoring.report.markup import Element, Node, h
from scoring.words_changes import told


def changes_page(found: Sequence[tuple[Changes, dict[str, str]]], language: str) -> str:
    """One self-contained page; each visit's changes stand with the names of the grades."""
    sections = [_visit(number, changes, grades, language) for number, (changes, grades) in enumerate(found)]
    title = found[0][0].title or found[0][0].scenario if len(found) == 1 else told("page", language)
    header = h("header", h("h1", title))
    return document(title, language, [header, h("main", *sections, id="main")])


def _visit(number: int, found: Changes, grades: dict[str, str], language: str) -> Element:
    first, *lines = change_lines(found, grades, language)
    parts: list[Node] = [h("h2", first, id=f"v{number}")]
    entries: list[list[str]] = []
    bullet = told("bullet", language)
    for line in lines:
        if line.startswith(bullet):
            entries.append([line.removeprefix(bullet)])
        elif line.startswith(" ") and entries:
            entries[-1].append(line.strip())
        else:
            parts += _listed(entries)
            entries = []
            parts.append(h("h3", line[1:]) if line.startswith("#") else h("p", line))
    return h("section", *parts, *_listed(entries), aria_labelledby=f"v{number}")


def _listed(entries: list[list[str]]) -> list[Node]:
    """Each entry with the words it was judged by below it."""
    if not entries:
        return []
    return [
        h("ul", *(h("li", entry, *(h("p", words, class_="quiet") for words in below)) for entry, *below in entries))
    ]
