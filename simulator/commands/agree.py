"""``duilian agree``: how well human graders agree with the scorer and with each other."""

import argparse
import importlib.util
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.commands.finding import find_rubric, read_transcript_file
from simulator.commands.grading import write_page
from simulator.commands.problem import Problem
from simulator.i18n import _, language

if TYPE_CHECKING:
    from scoring.agreement import Visit
    from scoring.agreement.values import Sheet
    from scoring.rubric import Rubric


def agree(options: argparse.Namespace) -> int:
    """Compares a sheet of marks with the scorer's, or prints an empty sheet."""
    spoken = options.lang or language()
    rubric = find_rubric(options.rubric, spoken)
    if options.template:
        if options.html or options.json:
            raise Problem(_("--template prints an empty sheet; it takes neither --html nor --json"))
        return _template([options.grades, *options.transcripts], rubric, spoken)
    if not options.transcripts:
        raise Problem(_("name the transcripts after the sheet: duilian agree GRADES.csv TRANSCRIPT..."))
    if importlib.util.find_spec("statsmodels") is None:
        raise Problem(_("agreement needs statistics that are not installed; run: pip install 'duilian[agreement]'"))
    _refuse_overwriting(options)
    visits = _visits(options.transcripts, rubric)
    sheet = _sheet(options.grades, visits, rubric, spoken)
    from scoring.agreement.comparing import compare
    from scoring.agreement.plain import plain_agreement

    found = compare(sheet, visits, rubric)
    if options.html:
        from scoring.report.agreement import agreement_page

        path = write_page(Path(options.html), agreement_page(found, spoken))
        if not options.json:
            print(_("written: {path}").format(path=path))
    if options.json:
        print(json.dumps(found.as_json(), ensure_ascii=False))
    elif not options.html:
        sys.stdout.write(plain_agreement(found, spoken))
    return 0


def _refuse_overwriting(options: argparse.Namespace) -> None:
    inputs = {Path(name).resolve() for name in (options.grades, *options.transcripts)}
    if options.html and Path(options.html).resolve() in inputs:
        told = _("{path}: is read here and would be overwritten; name another file")
        raise Problem(told.format(path=options.html))


def _template(names: Sequence[str], rubric: "Rubric", spoken: str) -> int:
    from scoring.agreement import template
    from scoring.words_agreement import told

    words = {phase.id: phase.name for phase in rubric.phases.values()}
    words |= {key: told(f"row.{key}", spoken) for key in ("total", "red_line")}
    sys.stdout.write(template(_visits(names, rubric), words))
    return 0


def _visits(names: Sequence[str], rubric: "Rubric") -> list["Visit"]:
    """The visits graded. Raises `Problem` naming every file that cannot be read, or that comes twice."""
    from scoring import grade
    from scoring.agreement import Visit

    visits: list[Visit] = []
    wrong: list[str] = []
    seen: set[Path] = set()
    for name in names:
        try:
            transcript = read_transcript_file(name)
        except Problem as problem:
            wrong.extend(problem.lines)
            continue
        path = Path(name)
        if path.resolve() in seen:
            wrong.append(_("{path}: is named twice").format(path=name))
            continue
        seen.add(path.resolve())
        names_of = (path.name, path.stem, name, *([transcript.header.visit] if transcript.header.visit else []))
        visits.append(Visit(names_of, grade(transcript, rubric)))
    if wrong:
        raise Problem(*wrong)
    return visits


def _sheet(name: str, visits: Sequence["Visit"], rubric: "Rubric", spoken: str) -> "Sheet":
    from scoring.agreement import SheetError, read_sheet
    from scoring.words_agreement import fault_told

    try:
        return read_sheet(Path(name).read_bytes(), visits, tuple(rubric.items))
    except OSError as error:
        raise Problem.unreadable(name, error) from None
    except SheetError as error:
        raise Problem(
            *(
                f"{name}:{fault.line}:{fault.column}: {fault.code} {fault_told(fault.code, spoken, fault.details)}"
                for fault in error.faults
            )
        ) from None
