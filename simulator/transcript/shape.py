"""Values to JSON and back, by the fields of their dataclasses: what is default is left out, what is wrong is told."""

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, partial
from typing import Any

from simulator.text import clean


def plain_value(value: Any) -> Any:
    """A value as JSON takes it; what equals its default is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: plain_value(getattr(value, f.name))
            for f in fields(value)
            if not _is_default(f, getattr(value, f.name))
        }
    if isinstance(value, (list, tuple)):
        return [plain_value(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain_value(item) for key, item in value.items()}
    if isinstance(value, float):
        return round(value, 6)
    return value


def _is_default(field: Any, value: Any) -> bool:
    if field.default is not MISSING:
        return bool(value == field.default) and type(value) is type(field.default)
    return field.default_factory is not MISSING and value == field.default_factory()


@cache
def field_types(kind: type) -> dict[str, Any]:
    """The types of a dataclass's fields by name."""
    return typing.get_type_hints(kind)


Reader = Callable[[Any, str], Any]
"""From a JSON value to the value of a type; the text says where it stands, for the ValueError."""


def built(annotation: Any, value: Any, where: str) -> Any:
    """A value of the annotated type from its JSON form; raises ValueError naming ``where``."""
    return reader(annotation)(value, where)


@cache
def reader(annotation: Any) -> Reader:
    """How values of a type are read, worked out once: a transcript has thousands of them."""
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if annotation is Any:
        return lambda value, where: value
    if origin is typing.Union or origin is types.UnionType:
        inner = reader(next(a for a in arguments if a is not type(None)))
        return lambda value, where: None if value is None else inner(value, where)
    if origin is typing.Literal:
        return partial(_one_of, arguments)
    if origin is tuple:
        return partial(_tuple, reader(arguments[0]))
    if origin is dict:
        return partial(_dict, reader(arguments[1]))
    if is_dataclass(annotation):
        kind = typing.cast(type, annotation)
        return partial(_dataclass, kind, _field_readers(kind))
    return _text if annotation is str else partial(_scalar, annotation)


def _one_of(known: tuple[Any, ...], value: Any, where: str) -> Any:
    if value not in known:
        raise ValueError(f"{where}: {value!r}")
    return value


def _tuple(inner: Reader, value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{where}: {value!r}")
    return tuple([inner(item, where) for item in value])


def _dict(inner: Reader, value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{where}: {value!r}")
    return {clean(str(key)): inner(item, where) for key, item in value.items()}


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{where}: {value!r}")
    return clean(value)


def _scalar(annotation: Any, value: Any, where: str) -> Any:
    if annotation is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, annotation) or (annotation is not bool and isinstance(value, bool)):
        raise ValueError(f"{where}: {value!r}")
    return value


def built_dataclass(kind: type, value: Any, where: str) -> Any:
    """A dataclass from a JSON object; what it does not know is passed over. Raises ValueError naming ``where``."""
    return _dataclass(kind, _field_readers(kind), value, where)


def _dataclass(kind: type, readers: tuple[tuple[str, Reader], ...], value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise ValueError(f"{where}: {value!r}")
    try:
        return kind(**{name: read(value[name], name) for name, read in readers if name in value})
    except ValueError as error:  # the place is put together only where something is wrong
        raise ValueError(f"{where}.{error}") from None


@cache
def _field_readers(kind: type) -> tuple[tuple[str, Reader], ...]:
    return tuple((name, reader(annotation)) for name, annotation in field_types(kind).items())
