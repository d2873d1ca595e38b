"""``duilian check``: every problem in scenarios, archetypes, overlays and rubrics, each at its place."""

import json
from pathlib import Path

from simulator.commands.finding import finding_line, rubric_faults
from simulator.commands.problem import Problem
from simulator.i18n import _
from simulator.scenario.checking import check_file, scenario_paths
from simulator.scenario.diagnostics import Diagnostic


def check(paths: list[str], as_json: bool) -> int:
    """Prints the findings; 1 where there are any, 2 where a path does not exist or holds nothing to check."""
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise Problem(*(_("{path}: there is no such file or folder").format(path=path) for path in missing))
    files = {path: scenario_paths(Path(path)) for path in paths}
    empty = [path for path, found in files.items() if not found]
    if empty:
        raise Problem(*(_("{path}: there is no .yaml file in this folder").format(path=path) for path in empty))
    every = list(dict.fromkeys(file for found in files.values() for file in found))
    found = sorted({finding for file in every for finding in _findings(file)})
    for finding in found:
        line = finding_line(finding)
        if as_json:
            place = {"file": finding.file, "line": finding.line, "column": finding.column}
            told = line.partition(f" {finding.code} ")[2]
            words = {"code": finding.code, "severity": finding.severity, "message": told}
            print(json.dumps({**place, **words}, ensure_ascii=False))
        else:
            print(line)
    if not as_json:
        print(_("{files} files checked, {found} findings").format(files=len(every), found=len(found)))
    return 1 if found else 0


def _findings(file: Path) -> tuple[Diagnostic, ...]:
    found = rubric_faults(file)
    return check_file(file) if found is None else found
