"""One writer for each visit: the lock on its file, by whatever the system has for it."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

FAR = 1 << 30
"""Where Windows locks a byte: it lets no other window read what is locked, so a place that no transcript reaches; and its C library
finds no place behind 2 GB."""


def _numbers(*names: str) -> frozenset[int]:
    """Those of the errors that this system has."""
    return frozenset(number for name in names if (number := getattr(errno, name, None)) is not None)


HELD = _numbers("EACCES", "EAGAIN", "EWOULDBLOCK", "EDEADLK")
"""What the systems say where another window holds the lock."""
UNKNOWN = _numbers("EINVAL", "ENOLCK", "ENOSYS", "ENOTSUP", "EOPNOTSUPP")
"""What they say of a disk, mostly one in the network, that knows no locks."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Locks an open file by its descriptor. ``ask`` and ``undo`` are the system's own, and raise OSError."""

    ask: Callable[[int], None]
    undo: Callable[[int], None]

    def take(self, descriptor: int) -> bool:
        """Whether the file is ours from now on; False where another window holds it. Raises OSError where the system fails otherwise.

        Where there are no locks, two windows on one visit are the user's own care.
        """
        try:
            self.ask(descriptor)
        except OSError as error:
            if error.errno not in HELD | UNKNOWN:
                raise
            return error.errno in UNKNOWN
        return True

    def give_back(self, descriptor: int) -> None:
        """Frees the file before it is closed: Windows takes its time to free what is closed while it is locked."""
        try:
            self.undo(descriptor)
        except OSError:
            return  # closing frees it as well, be it later


def _whole_file(fcntl: Any) -> Lock:
    return Lock(
        lambda descriptor: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB),
        lambda descriptor: fcntl.flock(descriptor, fcntl.LOCK_UN),
    )


def _one_byte(msvcrt: Any) -> Lock:
    def at_its_place(descriptor: int, mode: int) -> None:
        os.lseek(descriptor, FAR, os.SEEK_SET)  # lines are appended all the same
        msvcrt.locking(descriptor, mode, 1)

    return Lock(
        lambda descriptor: at_its_place(descriptor, msvcrt.LK_NBLCK),
        lambda descriptor: at_its_place(descriptor, msvcrt.LK_UNLCK),
    )


def _nothing(_descriptor: int) -> None:
    """What a system without locks does."""


def lock_of_this_system(module: Callable[[str], Any] = import_module) -> Lock:
    """``fcntl`` where there is one, else ``msvcrt`` (Windows), else nothing; ``module`` imports by name."""
    for name, kind in (("fcntl", _whole_file), ("msvcrt", _one_byte)):
        try:
            return kind(module(name))
        except ImportError:
            continue
    return Lock(_nothing, _nothing)


lock = lock_of_this_system()
