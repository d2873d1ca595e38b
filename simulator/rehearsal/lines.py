"""The author's lines with the places where they stand, and which of them were ever said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from simulator.client import Reply
from simulator.client.replies import line_key
from simulator.scenario.load import Loaded
from simulator.scenario.places import text_place
from simulator.scenario.references import TEMPLATE, each_line, spoken_lines
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
            for place, text in each_line(lines, path):
                file, line = text_place(self._loaded.layers, place)
                yield Line(file, line, text, _place(path))

    @cached_property
    def _by_key(self) -> dict[int, list[Line]]:
        keys: dict[int, list[Line]] = {}
        for line in self.lines:
            keys.setdefault(line_key(line.text), []).append(line)
        return keys

    def said(self, reply: Reply) -> Iterator[Line]:
        """The lines that a reply is made of; a line that stands at several places counts where it was said.

        What an archetype has at a place that the scenario has written anew is nobody's line any more, and left out.
        """
        for part in reply.parts:
            same = self._by_key.get(part.key, [])
            yield from [line for line in same if line.place == part.place][:1] or same[:1]

    def opened(self, text: str) -> Iterator[Line]:
        """The line that opened the visit."""
        yield from (line for line in self.lines if line.place == "opening" and _pattern(line.text).fullmatch(text))


def _place(path: Path_) -> str:
    """The place as a reply names it: a reaction by itself, other lines with the name of their part."""
    reaction = path[-1] == "say" and bool({"on", "answers", "partial"} & set(path[:-2]))
    return "/".join(str(part) for part in (path[:-1] if reaction else path))


def _pattern(text: str) -> re.Pattern[str]:
    pieces = TEMPLATE.split(text)[:: TEMPLATE.groups + 1]
    return re.compile(".*".join(re.escape(piece) for piece in pieces), re.DOTALL)
