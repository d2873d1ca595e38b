"""Each system's own lock is chosen; a system without one still keeps visits."""

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from simulator.visit.lock import FAR, lock_of_this_system


class System:
    """The modules of a system, and what was asked of them."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self.asked: list[tuple[object, ...]] = []

    def module(self, name: str) -> Any:
        """Imports one of the modules, or fails as Python does."""
        if name not in self._names:
            raise ImportError(name)
        if name == "fcntl":
            return SimpleNamespace(LOCK_EX=2, LOCK_NB=4, flock=lambda *asked: self.asked.append(asked))
        return SimpleNamespace(LK_NBLCK=2, locking=self._locking)

    def _locking(self, descriptor: int, mode: int, count: int) -> None:
        self.asked.append((mode, count, os.lseek(descriptor, 0, os.SEEK_CUR)))


@pytest.mark.parametrize(
    ("names", "asked"),
    [(("fcntl", "msvcrt"), (2 | 4,)), (("msvcrt",), (2, 1, FAR)), ((), None)],
)
def test_the_lock_is_that_of_the_system(
    names: tuple[str, ...], asked: tuple[int, ...] | None, tmp_path: Path
) -> None:
    system = System(*names)
    lock = lock_of_this_system(system.module)
    path = tmp_path / "visit.jsonl"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
    try:
        lock(descriptor)
        os.write(descriptor, b"line\n")
    finally:
        os.close(descriptor)
    assert path.read_bytes() == b"line\n"
    assert [each[-len(asked) :] for each in system.asked] == [asked] if asked else system.asked == []


def test_a_lock_that_is_held_is_refused(tmp_path: Path) -> None:
    def held(*_asked: object) -> None:
        raise OSError(36, "Resource deadlock avoided")

    lock = lock_of_this_system(lambda name: System("msvcrt").module(name) if name == "fcntl" else _with(held))
    with (tmp_path / "x").open("w") as file, pytest.raises(OSError, match="deadlock"):
        lock(file.fileno())


def _with(locking: object) -> Any:
    return SimpleNamespace(LK_NBLCK=2, locking=locking)
