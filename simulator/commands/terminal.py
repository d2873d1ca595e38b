"""Whether there is a terminal that screens can be drawn on."""

import os
import shutil
import sys

from simulator.commands.problem import Problem
from simulator.i18n import _


def on_terminal() -> bool:
    """Whether a person sits before this process, at a terminal that can show screens."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")


def need_terminal() -> None:
    """Raises `Problem` where there is no terminal to draw on, or one too small to begin with."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Problem(_("there is no terminal for the screens; use --plain"))
    if os.environ.get("TERM", "") in ("", "dumb"):
        raise Problem(_("this terminal cannot show screens; use --plain"))
    size = shutil.get_terminal_size()
    if size.columns < 20 or size.lines < 5:
        raise Problem(_("this terminal is too small; make it at least 80x24, or use --plain"))
