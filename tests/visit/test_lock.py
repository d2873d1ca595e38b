"""Each system's own lock is chosen; a system or a disk without one still keeps visits."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from simulator.visit import journal as journals
from simulator.visit.journal import Journal, JournalError
from simulator.visit.lock import FAR, Lock, lock_of_this_system


class Windows:
    """``msvcrt.locking`` as Microsoft describes ``_locking``: a region from where the file stands on, for one open file alone and never
    waited for; given back where it was taken; and what is closed without that stays locked for a while."""

    LK_UNLCK, LK_NBLCK = 0, 2

    def __init__(self) -> None:
        self._held: dict[tuple[int, int], int] = {}

    def locking(self, descriptor: int, mode: int, count: int) -> None:
        assert count == 1
        region = (os.fstat(descriptor).st_ino, os.lseek(descriptor, 0, os.SEEK_CUR))
        if mode == self.LK_NBLCK and region not in self._held:
            self._held[region] = descriptor
        elif mode == self.LK_UNLCK and self._held.get(region) == descriptor:
            del self._held[region]
        else:
            raise PermissionError(errno.EACCES, "Permission denied")

    @property
    def places(self) -> list[int]:
        """Where something is locked."""
        return [place for _file, place in self._held]


def only(**modules: Any) -> Callable[[str], Any]:
    """Imports the modules of a system, and fails as Python does for all others."""

    def module(name: str) -> Any:
        if name not in modules:
            raise ModuleNotFoundError(name)
        return modules[name]

    return module


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    """Journals as they are on Windows."""
    system = Windows()
    monkeypatch.setattr(journals, "lock", lock_of_this_system(only(msvcrt=system)))
    return system


def test_the_lock_is_that_of_the_system() -> None:
    asked: list[tuple[int, int]] = []
    fcntl = SimpleNamespace(LOCK_EX=2, LOCK_NB=4, LOCK_UN=8, flock=lambda *told: asked.append(told))
    lock = lock_of_this_system(only(fcntl=fcntl, msvcrt=Windows()))
    assert lock.take(7)
    lock.give_back(7)
    assert asked == [(7, 2 | 4), (7, 8)]
    none = lock_of_this_system(only())
    assert none.take(7)
    none.give_back(7)


def test_windows_locks_a_byte_far_behind_all_lines_and_lines_are_appended_all_the_same(
    windows: Windows, tmp_path: Path
) -> None:
    path = tmp_path / "visit.jsonl"
    with Journal(path) as journal:
        journal.append("一\n", "二\n")
        assert windows.places == [FAR]
        assert FAR < 2**31 - 1
        assert path.read_text(encoding="utf-8") == "一\n二\n"
    assert windows.places == []


def test_on_windows_two_windows_cannot_write_one_visit_and_the_second_may_go_on_at_once(
    windows: Windows, tmp_path: Path
) -> None:
    path = tmp_path / "visit.jsonl"
    with Journal(path) as journal:
        journal.append("one\n")
        with pytest.raises(JournalError, match="open elsewhere"):
            Journal(path, resume=True)
        journal.append("two\n")
    with Journal(path, resume=True) as journal:  # what was only closed would still be locked
        journal.append("three\n")
    assert path.read_bytes() == b"one\ntwo\nthree\n"
    assert windows.places == []


def test_a_cut_line_is_dropped_and_a_half_one_taken_back_on_windows_too(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "visit.jsonl"
    path.write_bytes(b"whole\nha")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Journal(path, resume=True) as journal:
        journal.append("next\n")
        with monkeypatch.context() as disk:
            disk.setattr(os, "fsync", full)
            with pytest.raises(JournalError, match="No space left"):
                journal.append("lost\n")
        journal.append("again\n")
    assert path.read_bytes() == b"whole\nnext\nagain\n"
    assert windows.places == []


def refusing(number: int) -> Lock:
    """A lock that the system refuses for this reason."""

    def refused(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return Lock(refused, refused)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EAGAIN, errno.EDEADLK])
def test_a_lock_that_is_held_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(journals, "lock", refusing(number))
    with pytest.raises(JournalError, match="open elsewhere"):
        Journal(tmp_path / "visit.jsonl")


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS])
def test_a_disk_that_knows_no_locks_keeps_visits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(journals, "lock", refusing(number))
    with Journal(tmp_path / "visit.jsonl") as journal:
        journal.append("line\n")
    assert (tmp_path / "visit.jsonl").read_bytes() == b"line\n"


def test_what_fails_otherwise_is_told_as_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "lock", refusing(errno.EIO))
    with pytest.raises(JournalError, match=os.strerror(errno.EIO)):
        Journal(tmp_path / "visit.jsonl")


def test_an_empty_file_is_closed_before_it_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows removes no file that is open."""
    path = tmp_path / "visit.jsonl"
    journal = Journal(path)
    descriptor, real = journal._descriptor, Path.unlink

    def unlinked(file: Path, missing_ok: bool = False) -> None:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(descriptor)
        real(file, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlinked)
    journal.discard_if_empty()
    journal.close()
    assert not path.exists()
    kept = Journal(path)
    kept.append("line\n")
    kept.discard_if_empty()
    kept.append("next\n")
    kept.close()
    assert path.read_bytes() == b"line\nnext\n"
