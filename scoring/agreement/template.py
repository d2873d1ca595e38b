"""An empty sheet to fill in: a row for every item that a visit of this kind can have, with its name."""

import csv
import io
from collections.abc import Sequence

from scoring.agreement.values import RED_LINE, TOTAL, Visit
from scoring.scorecard import COUNTABLE

HEAD = ("grader", "transcript", "item", "phase", "name", "mark", "comment")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def template(visits: Sequence[Visit], names: dict[str, str]) -> str:
    """The sheet as text for a spreadsheet, with the byte-order mark that lets it see that this is UTF-8.

    ``names`` are the phases' names and those of the rows ``total`` and ``red_line``.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for visit in visits:
        for item in visit.card.items:
            if item.why_not in COUNTABLE:
                row = ("", visit.name, item.id, names.get(item.phase, item.phase), item.name, "", "")
                writer.writerow(map(_plain, row))
        for row_id in (RED_LINE, TOTAL):
            writer.writerow(map(_plain, ("", visit.name, row_id, "", names.get(row_id, row_id), "", "")))
    return "\ufeff" + out.getvalue()


def _plain(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
