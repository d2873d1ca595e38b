"""``duilian check``: every problem in scenarios, archetypes, overlays and rubrics, each at its place."""

import json
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.expecting import FOLDER, expectations_of, is_expectation, unmet
from simulator.authoring.hearing import misheard
from simulator.authoring.sums import strayed_sums
from simulator.commands.finding import find_rubric, finding_line, rubric_faults
from simulator.commands.problem import Problem
from simulator.i18n import _
from simulator.scenario.checking import check_file, is_client, misnamed, scenario_paths
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.library import overlay_of
from simulator.scenario.source import read_unchanged

if TYPE_CHECKING:
    from scoring import Rubric

MOST_POSITIONS = 1_000_000


def check(
    paths: list[str], as_json: bool, positions: int | None = None, routes: str | None = None, strict: bool = False
) -> int:
    """Prints the findings; 1 where there are any but warnings (with ``strict`` those, too), 2 where a path does not exist or holds nothing to check.

    With ``positions`` the clients without a fault are explored that far, and what is proved of them is printed; the
    ways to it are written into the folder ``routes``.
    """
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise Problem(*(_("{path}: there is no such file or folder").format(path=path) for path in missing))
    files = {path: scenario_paths(Path(path)) for path in paths}
    empty = [path for path, found in files.items() if not found]
    if empty:
        raise Problem(*(_("{path}: there is no .yaml file in this folder").format(path=path) for path in empty))
    every = dict.fromkeys(file for found in files.values() for file in found)
    found = sorted({finding for file in every for finding in _findings(file, every)})
    for finding in found:
        line = finding_line(finding)
        if as_json:
            place = {"file": finding.file, "line": finding.line, "column": finding.column}
            told = line.partition(f" {finding.code} ")[2]
            words = {"code": finding.code, "severity": finding.severity, "message": told}
            print(json.dumps({**place, **words}, ensure_ascii=False))
        elif finding.severity == "warning":
            at, _sign, told = line.partition(f" {finding.code} ")
            warning = _("warning")
            print(f"{at} {finding.code} {warning}: {told}")
        else:
            print(line)
    more = 0
    if positions is not None:
        faulty = {finding.file for finding in found if finding.severity != "warning"}
        more = _prove([file for file in every if str(file) not in faulty], as_json, positions, routes)
        for file in every:
            if str(file) in faulty and not as_json:
                print(_("{path}: not proved; mend the findings first").format(path=file))
    if not as_json:
        print(_("{files} files checked, {found} findings").format(files=len(every), found=len(found) + more))
    wrong = [finding for finding in found if strict or finding.severity != "warning"]
    return 1 if wrong or more else 0


def _prove(files: list[Path], as_json: bool, positions: int, routes: str | None) -> int:
    """Proves what can be proved of the clients among ``files``; gives the number of findings."""
    from simulator.commands import prove

    if not 1 <= positions <= MOST_POSITIONS:
        raise Problem(_("--positions takes 1 to {most}").format(most=MOST_POSITIONS))
    findings = 0
    clients = [file for file in files if is_client(file)]
    for loaded, proof in prove.proofs_of(clients, positions):
        findings += len(prove.findings(loaded, proof))
        if as_json:
            prove.print_records(loaded, proof)
        else:
            print("\n".join([*prove.finding_lines(loaded, proof), *prove.summary(loaded, proof)]), flush=True)
        if routes is not None:
            written, every, untyped = prove.write_routes(loaded, proof, Path(routes))
            if not as_json:
                folder = Path(routes) / loaded.scenario.id
                print(_("  {n} of {all} ways written into {folder}").format(n=written, all=every, folder=folder))
                if untyped:
                    print(_("  not in words that lead there: {names}").format(names=", ".join(untyped)))
    return findings


def _findings(file: Path, apart: Collection[Path] = ()) -> tuple[Diagnostic, ...]:
    """What is wrong with a file; the expectations beside a client with it, save those looked at ``apart``."""
    wanted = misnamed(file)
    if wanted:
        return (Diagnostic(str(file), 1, 1, "Y127", {"wanted": wanted}), *_within(file, apart))
    return _within(file, apart)


def _within(file: Path, apart: Collection[Path]) -> tuple[Diagnostic, ...]:
    found = rubric_faults(file)
    if found is not None:
        return found
    if _is_expectation(file):
        return _unmet(file)
    beside = file.parent / FOLDER
    expected = expectations_of(file) if beside.is_dir() else []
    found = check_file(file)
    return (
        *found,
        *_said_aloud(file, found, apart),
        *(one for each in expected if each not in apart for one in _unmet(each)),
    )


def _said_aloud(file: Path, found: Collection[Diagnostic], apart: Collection[Path]) -> Iterator[Diagnostic]:
    """What shows only when the words are read as a client hears them; a translation is looked at with what it translates."""
    base = (overlay_of(file) or (file,))[0]
    if base != file and base in apart:
        return
    places = {(one.file, one.line) for one in found if one.code in ("S464", "S465", "S466")}
    yield from (one for one in strayed_sums(base) if (one.file, one.line) not in places)
    if all(one.severity == "warning" for one in found) and _is_client(base):
        yield from misheard(base)


def _is_client(file: Path) -> bool:
    try:
        return is_client(file)
    except ScenarioError:
        return False


def _is_expectation(file: Path) -> bool:
    try:
        return is_expectation(read_unchanged(file).data)
    except ScenarioError:
        return False


def _unmet(file: Path) -> tuple[Diagnostic, ...]:
    return unmet(file, _shipped_rubric)


@lru_cache(maxsize=2)
def _shipped_rubric(spoken: str) -> "Rubric":
    return find_rubric(None, spoken)
