"""A sheet of marks as people fill it in, read with the place of every mistake.

Long form: a row a mark, columns ``grader, transcript, item, mark``; ``item`` is an item's id, ``total`` or ``red_line``.
Wide form: a row a visit, columns ``grader, transcript`` and one for each item, ``total`` and ``red_line``. Other columns named
``name``, ``phase``, ``comment`` (or empty) are for people. An empty mark is one not given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from scoring.agreement.cells import Cell, UnclosedQuoteError, rows
from scoring.agreement.values import MARKS, RED_LINE, SCORER, TOTAL, Sheet, Visit
from simulator.text import clean_line

_FOR_PEOPLE = frozenset({"name", "phase", "comment", ""})
_SPELT = {
    "n/a": "na",
    "-": "na",
    "–": "na",
    "不适用": "na",
    "½": "0.5",
    ".5": "0.5",
    "0,5": "0.5",
    "1.0": "1",
    "0.0": "0",
}
_TRUTH = {"0": False, "1": True}


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a sheet; the sentence for ``code`` is in `scoring.words_agreement`."""

    line: int
    column: int
    code: str
    details: dict[str, str] = field(default_factory=dict)


class SheetError(ValueError):
    """A sheet cannot be used; ``faults`` say why, in its order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(", ".join(fault.code for fault in faults))
        self.faults = tuple(faults)


def read_sheet(data: bytes, visits: Sequence[Visit], items: Sequence[str]) -> Sheet:
    """The marks of a sheet about ``visits`` by the rubric's ``items``. Raises `SheetError` with every mistake."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SheetError([Fault(line, 1, "G100")]) from None
    try:
        found = list(rows(text))
    except UnclosedQuoteError as error:
        raise SheetError([Fault(error.line, error.column, "G101")]) from None
    if not found:
        raise SheetError([Fault(1, 1, "G102")])
    reader = _Reader(visits, (*items, TOTAL, RED_LINE))
    reader.read(found[0], found[1:])
    if reader.faults:
        raise SheetError(sorted(reader.faults, key=lambda fault: (fault.line, fault.column)))
    if not (reader.sheet.marks or reader.sheet.red or reader.sheet.totals):
        raise SheetError([Fault(found[-1][0].line, 1, "G103")])
    return reader.sheet


class _Reader:
    """Takes the rows in and collects the mistakes."""

    def __init__(self, visits: Sequence[Visit], items: tuple[str, ...]) -> None:
        self.items = items
        self.faults: list[Fault] = []
        self.sheet = Sheet({}, {}, {})
        self.names = [visit.name for visit in visits]
        self.known: dict[str, list[int]] = {}
        for place, visit in enumerate(visits):
            for name in dict.fromkeys(visit.names):
                self.known.setdefault(name, []).append(place)

    def fault(self, cell: Cell, code: str, near: Sequence[str] = ()) -> None:
        word = clean_line(cell.text, 60)
        if near and any(fault.code == code and fault.details["word"] == word for fault in self.faults):
            return  # the same slip in many rows is one slip
        nearest = get_close_matches(word, list(near), n=1, cutoff=0.5)
        self.faults.append(
            Fault(
                cell.line, cell.column, code, {"word": word, "near": nearest[0] if nearest else ", ".join(near[:4])}
            )
        )

    def read(self, head: list[Cell], body: list[list[Cell]]) -> None:
        names = [clean_line(cell.text).strip().lower() for cell in head]
        for needed in ("grader", "transcript"):
            if needed not in names:
                self.faults.append(Fault(head[0].line, 1, "G104", {"word": needed}))
        long = "item" in names
        if long and "mark" not in names:
            self.faults.append(Fault(head[0].line, 1, "G104", {"word": "mark"}))
        for cell, name in zip(head, names, strict=True):
            if names.count(name) > 1 and name and cell is not head[names.index(name)]:
                self.fault(cell, "G109")
            elif not long and name not in ("grader", "transcript", *_FOR_PEOPLE, *self.items):
                self.fault(cell, "G105", self.items)
        if self.faults:
            return
        for row in body:
            if len(row) > len(head) and any(cell.text.strip() for cell in row[len(head) :]):
                self.fault(row[len(head)], "G110")
                continue
            self._row(names, row, long)

    def _row(self, names: list[str], row: list[Cell], long: bool) -> None:
        end = Cell("", row[-1].line, row[-1].column + len(row[-1].text))
        cells = dict(zip(names, [*row, *[end] * (len(names) - len(row))], strict=False))
        marked = list(self._marked(cells, long))
        if not marked:  # a row that nobody filled in
            return
        grader = _bare(cells["grader"].text)
        if not grader or grader == SCORER:
            self.fault(cells["grader"], "G106" if grader else "G107")
            return
        where = _bare(cells["transcript"].text)
        places = self.known.get(where) or self.known.get(where.replace("\\", "/").rpartition("/")[2], [])
        if len(places) != 1:
            self.fault(cells["transcript"], "G111" if places else "G112", tuple(self.names))
            return
        for item, cell in marked:
            self._mark(grader, places[0], item, cell)

    def _marked(self, cells: dict[str, Cell], long: bool) -> Iterator[tuple[str, Cell]]:
        if long:
            item = _bare(cells["item"].text)
            if cells["mark"].text.strip():
                if item in self.items:
                    yield item, cells["mark"]
                else:
                    self.fault(cells["item"], "G105", self.items)
            return
        for name in self.items:
            if name in cells and cells[name].text.strip():
                yield name, cells[name]

    def _mark(self, grader: str, place: int, item: str, cell: Cell) -> None:
        word = cell.text.strip().lower()
        word = _SPELT.get(word, word)
        if item == TOTAL:
            total = _number(word)
            if total is None:
                self.fault(cell, "G113")
            elif place in self.sheet.totals.setdefault(grader, {}):
                self.fault(cell, "G108")
            else:
                self.sheet.totals[grader][place] = total
        elif item == RED_LINE:
            if word not in _TRUTH:
                self.fault(cell, "G114")
            elif place in self.sheet.red.setdefault(grader, {}):
                self.fault(cell, "G108")
            else:
                self.sheet.red[grader][place] = _TRUTH[word]
        elif word not in MARKS:
            self.fault(cell, "G115")
        elif item in self.sheet.marks.setdefault(grader, {}).setdefault(place, {}):
            self.fault(cell, "G108")
        else:
            self.sheet.marks[grader][place][item] = MARKS[word]


def _bare(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return clean_line(text).removeprefix("'").strip()


def _number(word: str) -> float | None:
    try:
        number = float(word)
    except ValueError:
        return None
    return number if 0 <= number <= 100 else None
