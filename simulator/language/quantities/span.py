"""A figure found at a place of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A figure between two places of the text; of overlapping ones the first found counts."""

    start: int
    end: int
    issue: str
    value: float
    unit: str
    base: str | None = None
    approximate: bool = False
