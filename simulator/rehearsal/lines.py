"""The author's lines with the places where they stand, and which of them were ever said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from simulator.client import Reply
from simulator.scenario.load import Loaded
from simulator.scenario.model import Lines
from simulator.scenario.places import text_place
from simulator.scenario.references import TEMPLATE, spoken_lines
from simulator.scenario.source import Path_


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One line of the client's: the file and line number where it stands, its text, the place in the scenario."""

    file: str
    number: int
    text: str
    place: str


class Script:
    """Every line of a scenario, with what it inherits."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        own = loaded.layers[0]
        self.own = (own.overlay or own.source).file
        """The author's own file, in the language that is played."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, each with its place."""
        return tuple(self._placed())

    def _placed(self) -> Iterator[Line]:
        for path, lines in spoken_lines(self._loaded.scenario):
            for band, number, text in _each(lines):
                file, line = text_place(self._loaded.layers, (*path, band, number))
                yield Line(file, line, text, _place(path))

    @cached_property
    def _by_place(self) -> dict[str, list[tuple[Line, re.Pattern[str]]]]:
        places: dict[str, list[tuple[Line, re.Pattern[str]]]] = {}
        for line in self.lines:
            places.setdefault(line.place, []).append((line, _pattern(line.text)))
        return places

    def said(self, reply: Reply) -> Iterator[Line]:
        """The lines that a reply is made of, without those that were left unsaid."""
        for part in reply.parts:
            if part.text in reply.text:
                yield from self._meant(part.place, part.text)

    def opened(self, text: str) -> Iterator[Line]:
        """The line that opened the visit."""
        yield from self._meant("opening", text)

    def _meant(self, place: str, text: str) -> Iterator[Line]:
        for line, pattern in self._by_place.get(place, ()):
            if pattern.fullmatch(text):
                yield line
                return


def _each(lines: Lines) -> Iterator[tuple[str, int, str]]:
    for band in type(lines).model_fields:
        for number, text in enumerate(getattr(lines, band)):
            yield band, number, text


def _place(path: Path_) -> str:
    """The place as a reply names it."""
    parts = [str(part) for part in path]
    if (parts[-1] == "say" and parts[0] != "remarks") or (parts[-1] == "say" and len(parts) > 3):
        parts = parts[:-1]
    return "/".join(parts)


def _pattern(text: str) -> re.Pattern[str]:
    pieces = TEMPLATE.split(text)[:: TEMPLATE.groups + 1]
    return re.compile(".*".join(re.escape(piece) for piece in pieces), re.DOTALL)
