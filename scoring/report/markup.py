"""HTML as a tree of values. A text can only ever become text: nothing here takes a string for markup.

That is why there is no template engine: what a visit, a scenario or a rubric says enters the tree as a leaf and is
escaped when the tree is written, so no author of a section can forget it.
"""

import html
import re
from dataclasses import dataclass

from simulator.text import clean

_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*")
_VOID = frozenset({"br", "col", "hr", "meta"})
_OF_SVG = frozenset({"circle", "line", "path", "polygon", "polyline", "rect", "use"})
_OWN_LINE = frozenset({
    "article", "aside", "dd", "div", "dl", "dt", "figure", "footer", "g", "h1", "h2", "h3", "h4", "header", "li",
    "main", "nav", "ol", "p", "section", "svg", "table", "tbody", "thead", "tr", "ul", "blockquote",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes and its children in order."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Node", ...] = ()


Node = Element | str


def h(tag: str, *children: Node | None, **attributes: str | float | None) -> Element:
    """An element. ``None`` leaves a child or an attribute out; ``class_`` is ``class``, ``aria_label`` ``aria-label``.

    Raises ValueError for a name that is none: names come from the program alone.
    """
    named = tuple(
        (key.rstrip("_").replace("_", "-"), value if isinstance(value, str) else f"{value:g}")
        for key, value in attributes.items()
        if value is not None
    )
    for name in (tag, *(name for name, _ in named)):
        if not _NAME.fullmatch(name):
            raise ValueError(name)
    return Element(tag, named, tuple(child for child in children if child is not None))


def written(node: Node) -> str:
    """The tree as HTML."""
    pieces: list[str] = []
    _write(node, pieces)
    return "".join(pieces)


def _write(node: Node, pieces: list[str]) -> None:
    if isinstance(node, str):
        pieces.append(html.escape(clean(node), quote=False))
        return
    pieces.append(f"<{node.tag}")
    for name, value in node.attributes:
        pieces.append(f' {name}="{html.escape(clean(value))}"')
    if node.tag in _OF_SVG:
        pieces.append("/>")
        return
    pieces.append(">")
    if node.tag in _VOID:
        return
    for child in node.children:
        _write(child, pieces)
    pieces.append(f"</{node.tag}>")
    if node.tag in _OWN_LINE:
        pieces.append("\n")
