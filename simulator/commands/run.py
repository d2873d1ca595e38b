"""From a parsed command to the face that carries it out. Each face is imported only when it is called."""

import argparse
import sys
from collections.abc import Callable

from simulator.commands.problem import Problem
from simulator.i18n import _


def _check(options: argparse.Namespace) -> int:
    from simulator.commands.check import check

    return check(options.paths, as_json=options.json)


def _open_library(options: argparse.Namespace) -> int:
    from simulator.commands.terminal import need_terminal

    need_terminal()
    from simulator.screens.app import Start, run_app

    return run_app(Start())


def _play(options: argparse.Namespace) -> int:
    from simulator.commands.play import play

    return play(options)


def _resume(options: argparse.Namespace) -> int:
    from simulator.commands.play import resume

    return resume(options)


def _understand(options: argparse.Namespace) -> int:
    from simulator.commands.understand import understand

    return understand(options)


def _reports(options: argparse.Namespace) -> int:
    from simulator.commands import reports

    faces = {
        "list": reports.list_scenarios,
        "score": reports.score,
        "replay": reports.replay,
        "demo": reports.demo,
    }
    return faces[options.command](options)


_COMMANDS: dict[str | None, Callable[[argparse.Namespace], int]] = {
    None: _open_library,
    "check": _check,
    "play": _play,
    "resume": _resume,
    "list": _reports,
    "understand": _understand,
    "score": _reports,
    "replay": _reports,
    "demo": _reports,
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
