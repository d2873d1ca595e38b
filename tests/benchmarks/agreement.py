"""How well the scorer agrees with careful people, on visits that strangers played (tests/visit/played).

python -m tests.benchmarks.agreement

``worked_on``, ``mended_by``, ``seen_later`` and ``seen_last`` hold the marks that the criteria were mended by, one after the
other. ``unseen`` holds marks that nothing has been mended by: only they show what to expect of a new visit. When
``seen_later`` was that, kappa was 0.53, 0.55 and 0.65. Marks may stand there by several people: eleven visits of ``mended_by``
were marked again in ``seen_last``, and six of ``unseen`` twice. ``twentyninth`` and ``thirtieth`` marked visits without a form or
a note; what belongs to preparation and follow-up is left out there.
"""

import csv
import statistics
from pathlib import Path

from scoring import grade, load_rubric
from scoring.agreement import Visit, read_sheet
from scoring.agreement.comparing import compare
from scoring.agreement.values import SCORER
from simulator.visit.store import read_file

HERE = Path(__file__).parent.parent
MARKED = HERE / "scoring" / "marked"
PLAYED = HERE / "visit" / "played"


def visits_of(sheet: Path) -> list[Visit]:
    """The visits that a sheet marks, graded."""
    with sheet.open(encoding="utf-8") as lines:
        names = sorted({row["transcript"] for row in csv.DictReader(lines)})
    found = []
    for name in names:
        transcript = read_file(PLAYED / name)
        found.append(Visit((name,), grade(transcript, load_rubric(language=transcript.header.language))))
    return found


def correlation(sheet: Path, visits: list[Visit]) -> float:
    """Pearson's correlation of the scorer's totals with the people's, the mean where several marked a visit."""
    given: dict[str, list[float]] = {}
    with sheet.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["item"] == "total":
                given.setdefault(row["transcript"], []).append(float(row["mark"]))
    told = [
        (statistics.fmean(given[visit.names[0]]), visit.card.total) for visit in visits if visit.names[0] in given
    ]
    return statistics.correlation(*zip(*told, strict=True))


def main() -> None:
    """Prints kappa, correlation of the totals and agreement on red lines for every sheet."""
    rubric = load_rubric(language="en")
    for sheet in sorted(MARKED.glob("*.csv")):
        visits = visits_of(sheet)
        found = compare(read_sheet(sheet.read_bytes(), visits, tuple(rubric.items)), visits, rubric)
        print(f"{sheet.stem}: {len(visits)} visits")
        for pair in found.pairs:
            if SCORER in (pair.one, pair.other):
                person = pair.other if pair.one == SCORER else pair.one
                print(f"  against {person}: {pair.marks} marks, {pair.exact:.0%} the same, kappa {pair.kappa:.2f}")
        print(f"  totals correlate by {correlation(sheet, visits):.2f}")
        if found.red_lines is not None:
            print(f"  red lines: {found.red_lines.same} of {found.red_lines.judged} visits judged alike")


if __name__ == "__main__":
    main()
