"""``duilian check``: every problem in scenarios, archetypes, overlays and rubrics, each at its place."""

import json
from pathlib import Path

from simulator.commands.finding import finding_line
from simulator.commands.findings import Proved, findings_and_proof, findings_of, wrong
from simulator.commands.problem import Problem
from simulator.i18n import _
from simulator.scenario.checking import is_client, scenario_paths
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.translating import folded

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
    found, proved = _found(list(every), positions)
    told_of = found if as_json else folded(found)
    for finding in told_of:
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
        faulty = {finding.file for finding in found if wrong(finding)}
        more = _prove([file for file in every if str(file) not in faulty], as_json, positions, routes, proved)
        for file in every:
            if str(file) in faulty and not as_json:
                print(_("{path}: not proved; mend the findings first").format(path=file))
    if not as_json:
        print(_("{files} files checked, {found} findings").format(files=len(every), found=len(told_of) + more))
    return 1 if more or any(strict or wrong(finding) for finding in found) else 0


def _found(files: list[Path], positions: int | None) -> tuple[list[Diagnostic], tuple[Proved, ...]]:
    """What is wrong with the files, and the proofs that are already there."""
    if positions is None or len(files) > 1 or not 1 <= positions <= MOST_POSITIONS:
        return findings_of(files), ()
    found, proved = findings_and_proof(files[0], positions)
    return found, () if proved is None else (proved,)


def _prove(
    files: list[Path], as_json: bool, positions: int, routes: str | None, proved: tuple[Proved, ...] = ()
) -> int:
    """Proves what can be proved of the clients among ``files`` and is not ``proved`` yet; gives the number of findings."""
    from simulator.commands import prove

    if not 1 <= positions <= MOST_POSITIONS:
        raise Problem(_("--positions takes 1 to {most}").format(most=MOST_POSITIONS))
    findings = 0
    clients = [file for file in files if is_client(file)]
    for loaded, proof in proved if proved and clients else prove.proofs_of(clients, positions):
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
