"""From a parsed command to the face that carries it out. Each face is imported only when it is called."""

import argparse
import sys
from collections.abc import Callable

from simulator.commands.problem import Problem
from simulator.i18n import _


def _check(options: argparse.Namespace) -> int:
    from simulator.commands.check import check

    return check(options.paths, as_json=options.json)


_COMMANDS: dict[str | None, Callable[[argparse.Namespace], int]] = {
    "check": _check,
}


def run(options: argparse.Namespace) -> int:
    """Carries the command out; problems become one clear line each on standard error, status 2."""
    try:
        return _COMMANDS[options.command](options)
    except Problem as problem:
        for line in problem.lines:
            print(line, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(_("stopped"), file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
