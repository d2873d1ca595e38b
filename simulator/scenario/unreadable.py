"""What is wrong with a text that the YAML reader cannot read: the slips in it, told one by one.

Apart from `simulator.scenario.source`, since hardly a file has any, and every program that reads files begins with that.
"""

import yaml

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.slips import Slip, plain_slips, slip_behind, without_plain_slips
from simulator.scenario.source import parse_strictly
from simulator.text import clean

MAX_RETRIES = 3
"""How often a file is read on behind a slip."""


MAX_WORK = 160_000
"""How many characters are read in all for a file with slips, so that a large file is read on less often."""


def _until(error: yaml.MarkedYAMLError, lines: list[str]) -> int:
    """How many characters were read before the reader stopped."""
    mark = error.problem_mark or error.context_mark
    return sum(len(line) + 1 for line in lines[: mark.line]) if mark else 0


def _looked_for(text: str, file: str, error: yaml.MarkedYAMLError) -> tuple[Diagnostic, ...]:
    """The slips of a text: the usual ones wherever they are, then what else stops the reader, line by line."""
    lines = text.replace("\r\n", "\n").split("\n")
    found = list(plain_slips(lines))
    lines = without_plain_slips(lines)
    stopped: yaml.MarkedYAMLError | None = None if found else error
    last = -2
    work = _until(error, lines)
    for _ in range(MAX_RETRIES + 1):
        if stopped is None:
            if work + len(text) > MAX_WORK:
                break
            stopped = _stopped(lines, file)
            work += len(text) if stopped is None else _until(stopped, lines)
        if stopped is None:
            break
        slip = slip_behind(stopped, lines)
        if slip.line <= last + 1:  # the same slip again, or what it left behind
            break
        found.append(slip)
        last = slip.line
        lines = _passed_over(lines, slip.line - 1)
        stopped = None
    return _told(tuple(found), file)


def _told(slips: tuple[Slip, ...], file: str) -> tuple[Diagnostic, ...]:
    return tuple(sorted(Diagnostic(file, slip.line, slip.column, slip.code, slip.details) for slip in slips))


def _stopped(lines: list[str], file: str) -> yaml.MarkedYAMLError | None:
    try:
        parse_strictly("\n".join(lines), file)
    except yaml.MarkedYAMLError as error:
        return error
    except (yaml.YAMLError, ValueError, ScenarioError):
        return None
    return None


def _passed_over(lines: list[str], at: int) -> list[str]:
    """The lines without one of them and what stands further in below it."""
    depth = len(lines[at]) - len(lines[at].lstrip()) if at < len(lines) else 0
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
        end += 1
    return [*lines[:at], *[""] * (end - at), *lines[end:]]


def slips_in(text: str, file: str, error: yaml.YAMLError | ValueError) -> tuple[Diagnostic, ...]:
    """The place of every slip found in a text that the reader stopped in with ``error``."""
    if isinstance(error, yaml.MarkedYAMLError):
        return _looked_for(text, file, error)
    slips = tuple(plain_slips(text.replace("\r\n", "\n").split("\n")))
    return _told(slips, file) or (Diagnostic(file, 1, 1, "Y101", {"problem": clean(str(error))[:200]}),)
