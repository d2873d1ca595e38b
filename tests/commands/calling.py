"""Calling the command: in this process, quickly, or as a user's shell would, in one of its own."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.cli import main
from simulator.i18n import language, set_language
from simulator.visit.store import VARIABLE as HOME

ROOT = Path(__file__).resolve().parents[2]
CLIENTS = ("auto-parts-exporter", "retired-teacher")
LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Called:
    """What a call gave: its exit status and what it wrote."""

    status: int
    out: str
    err: str


def call(*arguments: str, given: str | bytes = "") -> Called:
    """The command in this process, with ``given`` as its standard input."""
    data = given.encode() if isinstance(given, str) else given
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    before = language()
    with _standard_input(data), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = main(list(arguments))
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else 1
    set_language(before)
    return Called(status, _written(out), _written(err))


@contextlib.contextmanager
def _standard_input(data: bytes) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = before


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def command(*arguments: str) -> list[str]:
    """The command line that a shell would run."""
    return [sys.executable, "-m", "simulator.cli", *arguments]


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """A user's environment with visits of its own; ``more`` adds to it."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    unspoilt = {"PYTHONDONTWRITEBYTECODE": "1"}  # a full disk must not leave half a compiled module behind
    return {
        **kept,
        **unspoilt,
        "HOME": str(home),
        HOME: str(home / "visits"),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        **more,
    }


def shell(home: Path, *arguments: str, given: str | bytes = "", **more: str) -> Called:
    """The command in a process of its own, without a terminal."""
    done = subprocess.run(
        command(*arguments),
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        check=False,
        timeout=60,
        cwd=ROOT,
        env=surroundings(home, **more),
    )
    return Called(done.returncode, done.stdout.decode(), done.stderr.decode())


def complaint(called: Called, status: int = 2) -> str:
    """The one line of error of a call that failed as it should."""
    assert called.status == status, called
    assert "Traceback" not in called.err
    lines = called.err.splitlines()
    assert len(lines) == 1, called.err
    return lines[0]
