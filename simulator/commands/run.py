"""From a parsed command to the face that carries it out. Each face is imported only when it is called."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from simulator.commands.problem import Problem
from simulator.i18n import _
from simulator.reasons import reason_in_words
from simulator.text import clean_line

if TYPE_CHECKING:
    import argparse

DEBUG = "DUILIAN_DEBUG"
"""Environment variable: show where an unforeseen error arose instead of one line about it."""


def _check(options: argparse.Namespace) -> int:
    from simulator.commands.check import check
    from simulator.commands.codes import explain

    if options.explain:
        return explain(options.explain)
    if not options.paths:
        raise Problem(_("name the files or folders to check, such as: duilian check my-client.yaml"))
    positions = options.positions if options.prove else None
    return check(options.paths, options.json, positions, options.routes, options.strict)


def _library() -> int:
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


def _score(options: argparse.Namespace) -> int:
    from simulator.commands.collecting import collected_seldom

    with collected_seldom():
        from simulator.commands.grading import score

        return score(options)


def _rehearse(options: argparse.Namespace) -> int:
    from simulator.commands.rehearse import rehearsed

    return rehearsed(options)


def _agree(options: argparse.Namespace) -> int:
    from simulator.commands.agree import agree

    return agree(options)


def _author(options: argparse.Namespace) -> int:
    from importlib import import_module

    module, name = _AUTHORING[options.command]
    face: Callable[[argparse.Namespace], int] = getattr(import_module(f"simulator.commands.{module}"), name)
    return face(options)


_AUTHORING = {
    "schema": ("schema", "schemas"),
    "graph": ("graph", "graph"),
    "new": ("new", "new"),
    "translate": ("translate", "translate"),
    "expect": ("expect", "expect"),
    "preview": ("preview", "preview"),
}
"""The trainer's tools: the module and the function of each command."""


def _reports(options: argparse.Namespace) -> int:
    from simulator.commands import reports

    faces = {
        "list": reports.list_scenarios,
        "replay": reports.replay,
        "demo": reports.demo,
    }
    return faces[options.command](options)


_COMMANDS: dict[str | None, Callable[[argparse.Namespace], int]] = {
    None: lambda _options: _library(),
    "check": _check,
    "rehearse": _rehearse,
    "play": _play,
    "resume": _resume,
    "list": _reports,
    "understand": _understand,
    "score": _score,
    "agree": _agree,
    "replay": _reports,
    "demo": _reports,
    **dict.fromkeys(_AUTHORING, _author),
}


def run(options: argparse.Namespace) -> int:
    """Carries the command out; problems become one clear line each on standard error, status 2."""
    return _told_clearly(partial(_COMMANDS[options.command], options))


def open_library() -> int:
    """Opens the library, as the command does that names nothing else; problems are told alike."""
    return _told_clearly(_library)


def _told_clearly(command: Callable[[], int]) -> int:
    """The status of a command; what goes wrong in it becomes one clear line each on standard error, status 2."""
    speak_utf8()
    try:
        status = command()
        sys.stdout.flush()
    except Problem as problem:
        _complain(*problem.lines)
        return 2
    except KeyboardInterrupt:
        _complain(_("stopped"))
        return 130
    except BrokenPipeError:  # whoever read the output has seen enough
        _let_go_of_output()
        return 0
    except OSError as error:
        _let_go_of_output()
        reason = reason_in_words(error.strerror)
        if error.filename:
            _complain(_("{path}: cannot be read ({reason})").format(path=error.filename, reason=reason))
        else:
            _complain(_("the output cannot be written: {reason}").format(reason=reason))
        return 2
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        what = clean_line(f"{type(error).__name__}: {error}", 200)
        _complain(
            _(
                "something unforeseen happened ({what}); what was said before is saved; {variable}=1 shows where"
            ).format(what=what, variable=DEBUG)
        )
        return 2
    return status


def _complain(*lines: str) -> None:
    """One line each on standard error, after what was printed before."""
    with suppress(OSError):
        sys.stdout.flush()
    with suppress(OSError):
        for line in lines:
            print(line, file=sys.stderr)
        sys.stderr.flush()


def speak_utf8() -> None:
    """Pipes and files get UTF-8 on every system; a terminal keeps its own encoding, and what it lacks is replaced."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _let_go_of_output() -> None:
    """Nothing more is written, so that leaving the program does not fail on the same pipe or disk again."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
