"""The comparison as plain text in columns."""

from collections.abc import Iterator

from scoring.agreement.tables import Table, about, tables
from scoring.agreement.values import Agreement
from scoring.words_agreement import told
from scoring.wrapping import columns, pad, wrap
from simulator.text import clean_line

_WIDE = 28
"""The most columns that a cell of words takes in a table of text."""


def plain_agreement(agreement: Agreement, language: str, width: int = 100) -> str:
    """The tables one after the other; what is a long table of items stands last."""
    lines = [told("title", language), about(agreement, language)]
    for table in tables(agreement, language):
        lines += ["", table.title, "-" * columns(table.title), *_table(table)]
        for note in table.notes:
            lines += wrap(note, width)
    return "\n".join(lines) + "\n"


def _table(table: Table) -> Iterator[str]:
    if not table.rows:
        return
    rows = [
        [_cut(clean_line(cell)) for cell in row[:-1]] + [clean_line(row[-1])] for row in (table.heads, *table.rows)
    ]
    widths = [max(columns(row[n]) for row in rows) for n in range(len(table.heads))]
    for row in rows:
        cells = [
            " " * (width - columns(cell)) + cell if n in table.numbers else pad(cell, width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _cut(text: str) -> str:
    if columns(text) <= _WIDE:
        return text
    while columns(text) > _WIDE - 1:
        text = text[:-1]
    return f"{text}…"
