"""The place of everything in a YAML file, told by path.

Reading a file only notes where its keys and values begin, in their order: which path each belongs to is worked out where
a place is told, which is never for most files, and seldom for more than a few paths.
"""

from array import array
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

Path_ = tuple[str | int, ...]
FEW = 40
"""So many places are looked for one by one; where more are told, all are worked out together."""
_COLUMNS = 20
"""The bits of a noted place that are its column: no file has more characters than these can count."""


class Mark(NamedTuple):
    """A place in a file: line and column, both from 1."""

    line: int
    column: int


def noted(mark: Any) -> int:
    """A place as it is noted: one number for the line and the column, both from 0, of what the YAML reader gives."""
    number: int = mark.line << _COLUMNS | mark.column
    return number


def _mark(place: int) -> Mark:
    return Mark((place >> _COLUMNS) + 1, (place & (1 << _COLUMNS) - 1) + 1)


class Places:
    """Where the values and the keys of ``data`` begin (`noted`), both in the order of the file. ``data`` may not change."""

    def __init__(
        self, data: Any = None, values: "array[int] | None" = None, keys: "array[int] | None" = None
    ) -> None:
        self._data = data
        self._values = values if values is not None else array("Q")
        self._keys = keys if keys is not None else array("Q")
        self._sizes: dict[int, tuple[int, int]] = {}
        self._asked = 0

    def __len__(self) -> int:
        return len(self._values)

    def has(self, path: Path_) -> bool:
        """Whether anything stands at ``path``."""
        data = self._data
        for part in path:
            if not _holds(data, part):
                return False
            data = data[part]
        return bool(self._values)

    def of(self, path: Path_, *, value: bool) -> Mark:
        """The place of the ``value`` at ``path``, or of its key where it has one. Raises KeyError where there is none."""
        self._asked += 1
        if self._asked > FEW:
            return self._all[value][path]
        if not self._values:
            raise KeyError(path)
        data, number, keys, keyed = self._data, 0, 0, False
        for part in path:
            if not _holds(data, part):
                raise KeyError(path)
            keyed = type(data) is dict
            number += 1
            for key, inner in data.items() if keyed else enumerate(data):
                if key == part:
                    break
                values, inside = self._size(inner)
                number, keys = number + values, keys + inside + keyed
            keys += keyed
            data = data[part]
        return _mark(self._keys[keys - 1] if keyed and not value else self._values[number])

    def _size(self, data: Any) -> tuple[int, int]:
        """How many values, with itself, and keys there are in some data."""
        if type(data) is not dict and type(data) is not list:
            return 1, 0
        known = self._sizes.get(id(data))
        if known is None:
            inside = [self._size(inner) for inner in (data.values() if type(data) is dict else data)]
            own = len(data) if type(data) is dict else 0
            known = self._sizes[id(data)] = 1 + sum(one for one, _ in inside), own + sum(one for _, one in inside)
        return known

    @cached_property
    def _all(self) -> tuple[dict[Path_, Mark], dict[Path_, Mark]]:
        """The place of every key, and of what has none; and that of every value."""
        marks: dict[Path_, Mark] = {}
        value_marks: dict[Path_, Mark] = {}
        values, keys = map(_mark, self._values), map(_mark, self._keys)
        for path, keyed in self.paths():
            value_marks[path] = next(values)
            marks[path] = next(keys) if keyed else value_marks[path]
        return marks, value_marks

    def paths(self) -> Iterator[tuple[Path_, bool]]:
        """Every path in the order of the file, and whether it has a key."""
        waiting: list[tuple[Path_, bool, Any]] = [((), False, self._data)] if self._values else []
        while waiting:
            path, keyed, data = waiting.pop()
            yield path, keyed
            if type(data) is dict:
                waiting += [((*path, key), True, inner) for key, inner in reversed(data.items())]
            elif type(data) is list:
                last = len(data) - 1
                waiting += [((*path, last - at), False, inner) for at, inner in enumerate(reversed(data))]


class Marks(Mapping[Path_, Mark]):
    """The places of a file by path: those of its values, or of their keys where they have one."""

    def __init__(self, places: Places, *, values: bool) -> None:
        self._places = places
        self._of_values = values

    def __getitem__(self, path: Path_) -> Mark:
        return self._places.of(path, value=self._of_values)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, tuple) and self._places.has(path)

    def __iter__(self) -> Iterator[Path_]:
        return (path for path, _ in self._places.paths())

    def __len__(self) -> int:
        return len(self._places)


def _holds(data: Any, part: str | int) -> bool:
    if type(data) is dict:
        return part in data
    return type(data) is list and type(part) is int and 0 <= part < len(data)
