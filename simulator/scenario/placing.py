"""The place of everything in a YAML file, told by path.

Reading a file only notes where its keys and values begin, in their order; which of them belongs to which path is worked
out for the few files in which something has a place to be told.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple, Protocol

Path_ = tuple[str | int, ...]


class Mark(NamedTuple):
    """A place in a file: line and column, both from 1."""

    line: int
    column: int


class Noted(Protocol):
    """A place as the YAML reader notes it: line and column, both from 0."""

    line: int
    column: int


class Places:
    """Where the values and the keys of ``data`` begin, both in the order of the file. ``data`` may not change any more."""

    def __init__(self, data: Any = None, values: Sequence[Noted] = (), keys: Sequence[Noted] = ()) -> None:
        self._data = data
        self._values = values
        self._keys = keys

    @cached_property
    def _found(self) -> tuple[dict[Path_, Mark], dict[Path_, Mark]]:
        marks: dict[Path_, Mark] = {}
        value_marks: dict[Path_, Mark] = {}
        keys = (Mark(noted.line + 1, noted.column + 1) for noted in self._keys)
        values = (Mark(noted.line + 1, noted.column + 1) for noted in self._values)

        def place(data: Any, path: Path_) -> None:
            value_marks[path] = next(values)
            if path not in marks:  # what has a key has its place there
                marks[path] = value_marks[path]
            if type(data) is dict:
                for key, value in data.items():
                    here = (*path, key)
                    marks[here] = next(keys)
                    place(value, here)
            elif type(data) is list:
                for number, value in enumerate(data):
                    place(value, (*path, number))

        if self._values:
            place(self._data, ())
        return marks, value_marks

    @property
    def marks(self) -> dict[Path_, Mark]:
        """The place of every key, and of what has none, by its path."""
        return self._found[0]

    @property
    def value_marks(self) -> dict[Path_, Mark]:
        """The place of every value by its path."""
        return self._found[1]

    def has(self, path: Path_) -> bool:
        """Whether anything stands at ``path``."""
        data = self._data
        for part in path:
            if part not in data if type(data) is dict else not _holds(data, part):
                return False
            data = data[part]
        return bool(self._values)


def _holds(data: Any, part: str | int) -> bool:
    return type(data) is list and type(part) is int and 0 <= part < len(data)
