"""The journal keeps whole lines, whatever the disk does."""

import errno
import os
from pathlib import Path

import pytest

from simulator.visit.journal import Journal, JournalError


def test_lines_are_there_when_append_returns(tmp_path: Path) -> None:
    path = tmp_path / "a" / "visit.jsonl"
    with Journal(path) as journal:
        journal.append("一\n", "二\n")
        assert path.read_text(encoding="utf-8") == "一\n二\n"


def test_a_visit_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "visit.jsonl"
    Journal(path).close()
    with pytest.raises(JournalError):
        Journal(path)


def test_a_cut_tail_is_dropped_when_a_visit_is_resumed(tmp_path: Path) -> None:
    path = tmp_path / "visit.jsonl"
    path.write_bytes("whole\n半行".encode()[:-1])
    with Journal(path, resume=True) as journal:
        journal.append("next\n")
    assert path.read_bytes() == b"whole\nnext\n"


def test_a_last_line_that_only_lacks_its_break_is_kept_when_a_visit_is_resumed(tmp_path: Path) -> None:
    path = tmp_path / "visit.jsonl"
    path.write_bytes(b'{"kind":"visit"}\n{"kind":"end"}')
    with Journal(path, resume=True) as journal:
        journal.append("next\n")
    assert path.read_bytes() == b'{"kind":"visit"}\n{"kind":"end"}\nnext\n'


def test_two_windows_cannot_write_one_visit(tmp_path: Path) -> None:
    path = tmp_path / "visit.jsonl"
    with Journal(path), pytest.raises(JournalError, match="open elsewhere"):
        Journal(path, resume=True)


def test_a_full_disk_takes_back_the_half_written_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "visit.jsonl"
    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        if len(data) > 4:
            return real(descriptor, data[:4])
        raise OSError(errno.ENOSPC, "No space left on device")

    with Journal(path) as journal:
        journal.append("kept\n")
        monkeypatch.setattr(os, "write", full)
        with pytest.raises(JournalError, match="No space left"):
            journal.append("lost line\n")
        monkeypatch.undo()
        assert path.read_bytes() == b"kept\n"
        journal.append("again\n")
    assert path.read_bytes() == b"kept\nagain\n"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(JournalError):
        Journal(tmp_path / "file" / "visit.jsonl")
