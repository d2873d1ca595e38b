"""``duilian check``: every problem in scenarios, archetypes and overlays, each at its place."""

import json
from pathlib import Path

from simulator.commands.problem import Problem
from simulator.i18n import _
from simulator.scenario.checking import check_file, scenario_paths
from simulator.scenario.remedies import report_line, sentence


def check(paths: list[str], as_json: bool) -> int:
    """Prints the findings; 1 where there are any, 2 where a path does not exist."""
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise Problem(*(_("{path}: there is no such file or folder").format(path=path) for path in missing))
    files = [file for path in paths for file in scenario_paths(Path(path))]
    found = sorted({finding for file in files for finding in check_file(file)})
    for finding in found:
        if as_json:
            place = {"file": finding.file, "line": finding.line, "column": finding.column}
            words = {"code": finding.code, "severity": finding.severity, "message": sentence(finding)}
            print(json.dumps({**place, **words}, ensure_ascii=False))
        else:
            print(report_line(finding))
    if not as_json:
        print(_("{files} files checked, {found} findings").format(files=len(files), found=len(found)))
    return 1 if found else 0
