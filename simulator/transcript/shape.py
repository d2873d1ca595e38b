"""Values to JSON and back, by the fields of their dataclasses: what is default is left out, what is wrong is told."""

import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
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


def built(annotation: Any, value: Any, where: str) -> Any:
    """A value of the annotated type from its JSON form; raises ValueError naming ``where``."""
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if annotation is Any:
        return value
    if origin is typing.Union or origin is types.UnionType:
        if value is None:
            return None
        return built(next(a for a in arguments if a is not type(None)), value, where)
    if origin is typing.Literal:
        if value not in arguments:
            raise ValueError(f"{where}: {value!r}")
        return value
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{where}: {value!r}")
        return tuple(built(arguments[0], item, where) for item in value)
    if origin is dict:
        if not isinstance(value, dict):
            raise ValueError(f"{where}: {value!r}")
        return {clean(str(key)): built(arguments[1], item, where) for key, item in value.items()}
    if is_dataclass(annotation):
        return built_dataclass(typing.cast(type, annotation), value, where)
    return _scalar(annotation, value, where)


def _scalar(annotation: Any, value: Any, where: str) -> Any:
    if annotation is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, annotation) or (annotation is not bool and isinstance(value, bool)):
        raise ValueError(f"{where}: {value!r}")
    return clean(value) if annotation is str else value


def built_dataclass(kind: type, value: Any, where: str) -> Any:
    """A dataclass from a JSON object; what it does not know is passed over. Raises ValueError naming ``where``."""
    if not isinstance(value, dict):
        raise ValueError(f"{where}: {value!r}")
    hints = field_types(kind)
    return kind(**{name: built(hints[name], value[name], f"{where}.{name}") for name in hints if name in value})
