"""Whether the visit in a file has ended, from the end of the file alone: quick for thousands of them."""

import json
import os
from functools import lru_cache
from pathlib import Path

LAST = 16_384
"""Bytes at the end of a file that are looked at first."""


def has_ended(path: Path) -> bool | None:
    """Whether the last thing that was said or taken back in the file is its end; None: only the whole file tells.

    Raises OSError.
    """
    status = path.stat()
    return _has_ended(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=100_000)
def _has_ended(path: Path, size: int, _changed: int) -> bool | None:
    with path.open("rb") as file:
        file.seek(max(size - LAST, 0))
        lines = file.read(LAST).split(b"\n")
    for line in reversed(lines if size <= LAST else lines[1:]):
        kind = _kind(line)
        if kind in ("end", "exchange", "undo"):
            return kind == "end"
    return False if size <= LAST else None


def _kind(line: bytes) -> str:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    return str(record.get("kind", "")) if isinstance(record, dict) else ""


def last_changed(path: Path) -> float:
    """When a file was last written, in seconds; 0 where it is gone."""
    try:
        return os.stat(path).st_mtime
    except OSError:
        return 0.0
