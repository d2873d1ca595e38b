"""One writer for each visit: the lock on its file, by whatever the system has for it."""

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any

Lock = Callable[[int], None]
"""Locks an open file by its descriptor until it is closed; OSError where another window holds it."""

FAR = 1 << 30
"""Where Windows locks a byte: it lets nobody read what is locked, so a place that no transcript reaches."""


def _whole_file(fcntl: Any) -> Lock:
    def lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    return lock


def _one_byte(msvcrt: Any) -> Lock:
    def lock(descriptor: int) -> None:
        os.lseek(descriptor, FAR, os.SEEK_SET)  # lines are appended all the same
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    return lock


def _none(_descriptor: int) -> None:
    """A system without either: two windows on one visit are the user's own care."""


def lock_of_this_system(module: Callable[[str], Any] = import_module) -> Lock:
    """``fcntl`` where there is one, else ``msvcrt`` (Windows), else nothing; ``module`` imports by name."""
    for name, kind in (("fcntl", _whole_file), ("msvcrt", _one_byte)):
        try:
            return kind(module(name))
        except ImportError:
            continue
    return _none


lock = lock_of_this_system()
