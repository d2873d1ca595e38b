"""Where visits are kept, and how an unfinished one is found again."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.library import read_library
from simulator.transcript.format import TranscriptError, read_transcript
from simulator.transcript.record import Transcript

if TYPE_CHECKING:
    from simulator.scenario.load import Loaded

VARIABLE = "DUILIAN_HOME"
"""Environment variable: the folder for visits and settings."""


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


def unfinished() -> tuple[Unfinished, ...]:
    """The visits without an end, the latest first; files that cannot be read are passed over."""
    found = []
    for path in sorted((home() / "visits").glob("*.jsonl"), reverse=True):
        try:
            transcript = read_file(path)
        except (TranscriptError, OSError):
            continue
        if transcript.ending is None:
            found.append(Unfinished(path, transcript))
    return tuple(found)


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
