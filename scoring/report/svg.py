"""Charts as inline SVG: a frame with a title and a description, an axis or two, lines with their own marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.report.markup import Element, Node, h

Point = tuple[float, float]


def drawing(
    id: str, title: str, desc: str, width: float, height: float, *parts: Node, small: bool = False
) -> Element:
    """A chart that a screen reader names and describes; its figures stand in a table beside it."""
    return h(
        "svg",
        h("title", title, id=f"{id}-title"),
        h("desc", desc, id=f"{id}-desc"),
        *parts,
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
        class_="small" if small else None,
    )


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing area of a chart and the values at its edges. ``bottom`` and ``top`` are values, the rest is in pixels."""

    left: float
    right: float
    upper: float
    lower: float
    first: float
    last: float
    bottom: float
    top: float

    def x(self, value: float) -> float:
        """Where a value of the horizontal axis stands."""
        whole = self.last - self.first
        return round(self.left + (self.right - self.left) * ((value - self.first) / whole if whole else 0.5), 1)

    def y(self, value: float) -> float:
        """Where a value of the vertical axis stands."""
        whole = self.top - self.bottom
        return round(self.lower - (self.lower - self.upper) * ((value - self.bottom) / whole if whole else 0.5), 1)

    def rules(self, ticks: Sequence[tuple[float, str]], inside: bool = False) -> list[Node]:
        """Horizontal rules with their values before them, or on them if ``inside``."""
        parts: list[Node] = []
        for value, label in ticks:
            y = self.y(value)
            parts.append(h("line", x1=self.left, x2=self.right, y1=y, y2=y, class_="grid"))
            if inside:
                parts.append(h("text", label, x=self.left + 4, y=y - 4, class_="quiet"))
            else:
                parts.append(h("text", label, x=self.left - 8, y=y + 4, class_="quiet end"))
        return parts

    def turns(self, turns: Sequence[int], most: int = 20) -> list[Node]:
        """The horizontal axis with the numbers of the turns, not more than ``most`` of them."""
        step = -(-len(turns) // most) or 1
        parts: list[Node] = [
            h("line", x1=self.left, x2=self.right, y1=self.lower, y2=self.lower, class_="axis"),
        ]
        parts += [
            h("text", str(turn), x=self.x(turn), y=self.lower + 17, class_="quiet mid") for turn in turns[::step]
        ]
        return parts

    def curve(self, points: Sequence[Point], number: int) -> list[Node]:
        """A line through the points with a mark at each: 1 unbroken with discs, 2 dashed with squares."""
        places = [(self.x(x), self.y(y)) for x, y in points]
        parts: list[Node] = []
        if len(places) > 1:
            parts.append(h("polyline", points=" ".join(f"{x:g},{y:g}" for x, y in places), class_=f"l{number}"))
        return [*parts, *(mark(x, y, number) for x, y in places)]


def mark(x: float, y: float, number: int) -> Element:
    """The mark of line 1 (a disc) or 2 (a square)."""
    if number == 1:
        return h("circle", cx=x, cy=y, r=4, class_="m1")
    return h("rect", x=x - 4, y=y - 4, width=8, height=8, class_="m2")


def triangle(x: float, y: float, up: bool) -> Element:
    """A triangle that points up or down."""
    tip, base = (y - 5, y + 4) if up else (y + 5, y - 4)
    return h(
        "polygon", points=f"{x - 5:g},{base:g} {x + 5:g},{base:g} {x:g},{tip:g}", class_="up" if up else "down"
    )


def key(x: float, y: float, number: int, label: str) -> list[Node]:
    """A line of the key: the mark and its name."""
    return [
        h("line", x1=x, x2=x + 26, y1=y, y2=y, class_=f"l{number}"),
        mark(x + 13, y, number),
        h("text", label, x=x + 33, y=y + 4),
    ]
