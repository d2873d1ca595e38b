"""The frame around every page: head, skip link, landmarks; tables and links as all the sections use them."""

from collections.abc import Iterable, Sequence

from scoring.report.markup import Element, Node, h, written
from scoring.report.style import STYLE, policy
from scoring.words_report import said

TAGS = {"zh": "zh-Hans", "en": "en"}
"""The languages as HTML names them."""


def document(title: str, language: str, body: Sequence[Node]) -> str:
    """A whole self-contained page. ``title`` and ``body`` are escaped; only the style sheet is written as it is."""
    head = h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", http_equiv="Content-Security-Policy", content=policy()),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("meta", name="color-scheme", content="light dark"),
        h("title", title),
    )
    opened = written(head).removesuffix("</head>")
    skip = written(h("a", said("skip", language), class_="skip", href="#main"))
    inside = "".join(written(node) for node in body)
    return (
        f'<!DOCTYPE html>\n<html lang="{TAGS[language]}">\n{opened}<style>{STYLE}</style></head>\n'
        f"<body>\n{skip}\n{inside}</body>\n</html>\n"
    )


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Node]],
    numbers: Iterable[int] = (),
    keep: int = -1,
    unseen: bool = False,
) -> Element:
    """A table whose first column names the row. ``numbers`` are columns of figures, ``keep`` one that does not wrap.

    ``unseen``: the heading above says the same as the caption, which then is for screen readers only.
    """
    right = frozenset(numbers)

    def kind(column: int) -> str | None:
        return "n" if column in right else "k" if column == keep else None

    header = h("tr", *(h("th", head, scope="col", class_=kind(n)) for n, head in enumerate(heads)))
    body = [
        h(
            "tr",
            *(
                h("td", cell, class_=kind(n)) if n else h("th", cell, scope="row", class_=kind(n))
                for n, cell in enumerate(row)
            ),
        )
        for row in rows
    ]
    inside = h(
        "table", h("caption", caption, class_="unseen" if unseen else None), h("thead", header), h("tbody", *body)
    )
    return h("div", inside, class_="wide")


def listed(texts: Iterable[str]) -> Element:
    """A plain list."""
    return h("ul", *(h("li", text) for text in texts))
