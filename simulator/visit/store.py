"""Where visits are kept, and how an unfinished one is found again."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.library import read_library
from simulator.transcript.format import TranscriptError, read_transcript
from simulator.transcript.record import Transcript
from simulator.visit.tail import has_ended, last_changed

if TYPE_CHECKING:
    from simulator.scenario.load import Loaded

VARIABLE = "DUILIAN_HOME"
"""Environment variable: the folder for visits and settings."""
ELSEWHERE = "elsewhere.jsonl"
"""In the user's folder: where visits are that were written to other places, a path a line."""
MOST_ELSEWHERE = 500
"""Of these the latest are looked up."""


def home() -> Path:
    """The folder of this user's visits."""
    if own := os.environ.get(VARIABLE):
        return Path(own)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "duilian"
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", str(Path.home()))) / "duilian"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "duilian"


def new_path(scenario: str, started: str, seed: int) -> Path:
    """A file for a new visit: sorts by time, says whom it was to, and is not there yet."""
    stamp = started.replace(":", "").replace("-", "")[:15]
    base = f"{stamp}-{scenario}-{seed % 100_000:05d}"
    folder = home() / "visits"
    path = folder / f"{base}.jsonl"
    number = 2
    while path.exists():
        path = folder / f"{base}-{number}.jsonl"
        number += 1
    return path


def read_file(path: Path) -> Transcript:
    """The transcript in a file. Raises `TranscriptError` or OSError."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            return read_transcript(file)
    except UnicodeDecodeError:
        return _without_cut_character(path)


def _without_cut_character(path: Path) -> Transcript:
    """A file cut in the middle of a character: what stands before its last line break is whole."""
    data = path.read_bytes()
    try:
        text = data[: data.rfind(b"\n") + 1].decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TranscriptError(line, "T106") from None
    return read_transcript(text.splitlines(keepends=True))


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A visit without an end."""

    path: Path
    transcript: Transcript


def remember(path: Path) -> None:
    """Notes that a visit is kept outside the user's folder, so that it is found again; a disk that refuses is no harm."""
    path = path.resolve()
    if path.parent == (home() / "visits").resolve():
        return
    with suppress(OSError):
        home().mkdir(parents=True, exist_ok=True)
        with (home() / ELSEWHERE).open("a", encoding="utf-8") as file:
            file.write(json.dumps(str(path), ensure_ascii=False) + "\n")


def _elsewhere() -> list[Path]:
    """The visits kept outside the user's folder, those that are still there."""
    try:
        lines = (home() / ELSEWHERE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    found: dict[Path, None] = {}
    for line in lines[-MOST_ELSEWHERE:]:
        with suppress(ValueError, OSError):
            path = json.loads(line)
            if isinstance(path, str) and Path(path).is_file():
                found[Path(path)] = None
    return list(found)


def visit_files() -> tuple[Path, ...]:
    """The files of all visits known here, the latest begun first (those kept elsewhere by their last change)."""
    dated = [(path.name[:15], path) for path in (home() / "visits").glob("*.jsonl")]
    dated += [(_stamp(path), path) for path in _elsewhere()]
    return tuple(path for _date, path in sorted(dated, reverse=True))


def _stamp(path: Path) -> str:
    """When a file was last written, as the names of visits begin."""
    return datetime.fromtimestamp(last_changed(path)).strftime("%Y%m%dT%H%M%S")


def unfinished() -> tuple[Unfinished, ...]:
    """The visits without an end, the latest first; files that cannot be read are passed over."""
    found = []
    for path in visit_files():
        try:
            transcript = None if has_ended(path) else read_file(path)
        except (TranscriptError, OSError):
            continue
        if transcript is not None and transcript.ending is None:
            found.append(Unfinished(path, transcript))
    return tuple(found)


def ended(files: Iterable[Path]) -> Iterator[tuple[Path, Transcript]]:
    """Those of the files whose visit has ended, read one by one as they are asked for; the rest are passed over."""
    for path in files:
        try:
            transcript = None if has_ended(path) is False else read_file(path)
        except (TranscriptError, OSError):
            continue
        if transcript is not None and transcript.ending is not None:
            yield path, transcript


def scenario_of(transcript: Transcript) -> "Loaded | None":
    """The scenario a transcript was played with, or None when it is no longer there (or can't be read)."""
    from simulator.scenario.load import load_scenario  # a list of visits needs no validating models

    header = transcript.header
    found = read_library().find(header.scenario)
    paths = [Path(header.source)] if header.source else []
    if found is not None:
        paths.append(found.path)
    for path in paths:
        try:
            return load_scenario(path, header.language)
        except ScenarioError:
            continue
    return None
