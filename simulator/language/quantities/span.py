"""A figure found at a place of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A figure between two places of the text. ``value`` is canonical: the number as said times ``scale``.

    An empty ``unit`` is a sum whose currency is not said.
    """

    start: int
    end: int
    issue: str
    value: float
    unit: str
    base: str | None = None
    approximate: bool = False
    scale: float = 1.0
    sure: bool = True
    """Whether the words near it, not the magnitude alone, tell the issue."""
    millions: bool = False
    """Whether the words near a decimal without a unit speak for so many millions, and not for per cent."""
    points: bool = False
    """Whether it was said in points, with no word that tells whether up or down."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without a unit of its own: what it counts only the words before it, or the client, can tell."""

    start: int
    end: int
    value: float
    money: bool
    """Whether it has the shape of a sum (``三百六``, ``1,200``)."""
    placed: bool = False
    """Whether it stands where a figure of the bargain would (``I can go to 45``)."""
    usual: float = 0.0
    """What the words say that it is counted in: 1 in single yuan, 0 where they do not."""
    odds: float | None = None
    """The log-odds that a Chinese number counts ten thousands and not single yuan, None where nobody weighed it."""
    thousands: float | None = None
    """The same of an English number in the hundreds that counts thousands."""
    counts: bool = False
    """Whether it counts things that are named behind it."""
    priced: bool = False
    """Whether it is a rate if no sum of its size is spoken of (``four and a half``)."""
