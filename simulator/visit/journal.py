"""The journal: a visit on disk, one line at a time, each there before the client's answer is shown."""

import json
import os
from pathlib import Path
from types import TracebackType

from simulator.visit.lock import lock

_BINARY = getattr(os, "O_BINARY", 0)
"""On Windows a line break stays one character, as everywhere."""


class JournalError(Exception):
    """The disk would not take a line (full, read-only, gone) or the visit is open elsewhere. ``reason`` says which.

    What was acknowledged before is still there.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def _is_whole(line: bytes) -> bool:
    """Whether a line without its line break is a record all the same."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


class Journal:
    """An append-only file of whole lines. A line that could not be written whole is taken back."""

    def __init__(self, path: Path, *, resume: bool = False) -> None:
        """Opens ``path``: a new file, or with ``resume`` an old one, whose cut last line is dropped.

        A last line that only lacks its line break (a file from an editor) is kept, as the reader keeps it.

        Raises `JournalError`.
        """
        self.path = path
        flags = os.O_RDWR | os.O_APPEND | _BINARY | (0 if resume else os.O_CREAT | os.O_EXCL)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(path, flags, 0o600)
        except OSError as error:
            raise JournalError(path, error.strerror or str(error)) from None
        self._lock()
        if resume:
            self._drop_cut_tail()

    def _lock(self) -> None:
        try:
            refused = "" if lock.take(self._descriptor) else "open elsewhere"
        except OSError as error:
            refused = error.strerror or str(error)
        if refused:
            os.close(self._descriptor)
            raise JournalError(self.path, refused)

    def _drop_cut_tail(self) -> None:
        data = self.path.read_bytes()
        whole = data.rfind(b"\n") + 1
        if whole == len(data):
            return
        if _is_whole(data[whole:]):
            self.append("\n")
        else:
            os.ftruncate(self._descriptor, whole)

    def append(self, *lines: str) -> None:
        """Writes the lines and waits until they are on the disk. Raises `JournalError`, having written nothing."""
        data = "".join(lines).encode()
        before = os.fstat(self._descriptor).st_size
        try:
            written = 0
            while written < len(data):
                written += os.write(self._descriptor, data[written:])
            os.fsync(self._descriptor)
        except OSError as error:
            self._take_back(before)
            raise JournalError(self.path, error.strerror or str(error)) from None

    def _take_back(self, size: int) -> None:
        try:
            os.ftruncate(self._descriptor, size)
        except OSError:
            return  # the reader forgives a cut last line

    def discard_if_empty(self) -> None:
        """Removes a file into which nothing could be written, and lets go of it: no visit began in it."""
        try:
            if os.fstat(self._descriptor).st_size == 0:
                self.close()  # Windows removes no file that is open
                self.path.unlink()
        except OSError:
            return  # an empty file is passed over wherever visits are looked for

    def close(self) -> None:
        """Lets go of the file."""
        if self._descriptor >= 0:
            lock.give_back(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
