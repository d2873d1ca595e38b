"""Where scenarios and archetypes are found, and what is in a library at a glance.

Only the head of each file is looked at here, without the validating models, so that a list of all clients is
ready at once.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.head import BEHIND, plain_head
from simulator.text import MAX_BYTES

SHIPPED = Path(__file__).resolve().parent.parent.parent / "scenarios"
SEGMENTS = ("corporate", "retail")
LANGUAGES = ("zh", "en")
VARIABLE = "DUILIAN_SCENARIOS"
"""Environment variable: further folders laid out like the shipped one, separated as in PATH."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario as the library shows it. ``titles``, ``summaries`` and ``contacts`` by language."""

    id: str
    path: Path
    segment: str
    visit: str
    difficulty: int
    minutes: int
    titles: dict[str, str]
    summaries: dict[str, str]
    contacts: dict[str, str]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be played in, its own first."""
        return tuple(self.titles)

    def said(self, texts: dict[str, str], language: str) -> str:
        """The text in ``language`` or, failing that, in the scenario's own."""
        return texts.get(language) or next(iter(texts.values()), "")


def roots() -> tuple[Path, ...]:
    """The folders that hold scenarios: the trainer's own first, then the shipped one."""
    own = [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    return (*own, SHIPPED)


def scenario_files() -> Iterator[Path]:
    """Every scenario file in every root, overlays left out, in a stable order."""
    for root in roots():
        for segment in SEGMENTS:
            for path in sorted((root / segment).glob("*.yaml")):
                if not is_overlay(path):
                    yield path


def is_overlay(path: Path) -> bool:
    """Whether the file name is that of a translation (``id.en.yaml``)."""
    return any(path.name.endswith(f".{language}.yaml") for language in LANGUAGES)


def overlay_of(path: Path) -> tuple[Path, str] | None:
    """What an overlay translates, and into which language; None where ``path`` is no overlay or its file is gone."""
    for language in LANGUAGES:
        if path.name.endswith(f".{language}.yaml"):
            base = path.with_name(path.name.removesuffix(f".{language}.yaml") + ".yaml")
            return (base, language) if base.is_file() else None
    return None


def overlay_path(path: Path, language: str) -> Path:
    """Where the translation of ``path`` into ``language`` stands."""
    return path.with_name(f"{path.stem}.{language}.yaml")


def _texts(data: Mapping[str, Any], overlay: Mapping[str, Any] | None, *path: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in (data, overlay):
        value: object = part
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        if part is not None and isinstance(value, str):
            found[str(part.get("language", ""))] = value
    return found


def read_whole(path: Path) -> Mapping[str, Any]:
    """What a file says. Raises `ScenarioError`."""
    from simulator.scenario.source import read_source

    return read_source(path).data


def read_head(path: Path) -> Mapping[str, Any]:
    """What a scenario file says as far as a list needs it: up to the first part that is neither head nor dossier.

    Far faster than the whole; faults further down stay unseen. Raises `ScenarioError`.
    """
    try:
        with path.open("rb") as file:
            text = _up_to_the_rest(file)
    except (OSError, UnicodeDecodeError):
        return read_whole(path)  # which says what is wrong
    plain = plain_head(text)
    if plain is not None:
        return plain
    from simulator.scenario.source import parse_source

    behind = BEHIND.search(text)
    return parse_source(text[: behind.start()] if behind else text, str(path)).data


_HEAD = 16_384
"""So many bytes hold nearly every head."""


def _up_to_the_rest(file: BinaryIO) -> str:
    """The text of a file as far as its head goes: its first whole lines, or all of it where those do not show the head's end."""
    first = file.read(_HEAD)
    text = first[: first.rfind(b"\n") + 1].decode("utf-8-sig")
    return text if BEHIND.search(text) else (first + file.read(MAX_BYTES - len(first))).decode("utf-8-sig")


def entry(path: Path, read: Callable[[Path], Mapping[str, Any]] = read_whole) -> Entry:
    """The library's entry for one file. Raises `ScenarioError` where even its head cannot be read."""
    data = read(path)
    id = data.get("id")
    if not isinstance(id, str):
        raise ScenarioError((Diagnostic(str(path), 1, 1, "S101", {"key": "id"}),))
    overlay = next(
        (read(candidate) for language in LANGUAGES if (candidate := overlay_path(path, language)).exists()),
        None,
    )
    titles = _texts(data, overlay, "title")
    return Entry(
        id=id,
        path=path,
        segment=str(data.get("segment", "")),
        visit=str(data.get("visit", "")),
        difficulty=data["difficulty"] if isinstance(data.get("difficulty"), int) else 2,
        minutes=data["minutes"] if isinstance(data.get("minutes"), int) else 20,
        titles=titles or {str(data.get("language", "")): id},
        summaries=_texts(data, overlay, "summary"),
        contacts=_texts(data, overlay, "dossier", "contact", "name"),
    )


@dataclass(frozen=True, slots=True)
class Library:
    """The scenarios found, and what was wrong with the files that could not be read."""

    entries: tuple[Entry, ...]
    faults: tuple[Diagnostic, ...]

    def find(self, id: str) -> Entry | None:
        """The entry with this id."""
        return next((entry for entry in self.entries if entry.id == id), None)


def read_library() -> Library:
    """All scenarios of all roots; of two with one id the first root's counts."""
    entries: dict[str, Entry] = {}
    faults: list[Diagnostic] = []
    for path in scenario_files():
        try:
            found = entry(path)
        except ScenarioError as error:
            faults.extend(error.diagnostics)
            continue
        entries.setdefault(found.id, found)
    return Library(tuple(entries.values()), tuple(faults))
