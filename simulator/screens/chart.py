"""A small column chart of characters."""

from textual.content import Content

LOWEST, HIGHEST = 0, 100
_PARTS = " ▁▂▃▄▅▆▇█"
WIDE_UP_TO = 24
"""So many columns are drawn two cells wide; more are drawn one cell wide."""


def columns(values: list[int], colour: str, rows: int = 5) -> list[Content]:
    """Values of 0-100 as columns with a scale on the left, from the top line to the bottom line."""
    gap = " " if len(values) <= WIDE_UP_TO else ""
    lines = []
    for row in reversed(range(rows)):
        scale = "100" if row == rows - 1 else "  0" if row == 0 else "   "
        cells = gap.join(_cell(value, row, rows) for value in values)
        lines.append(Content.assemble((f"{scale} ", "$muted"), ("│", "$line"), (cells, colour)))
    return lines


def numbers(count: int) -> str:
    """The line of turn numbers below the columns: the first, then every fifth."""
    step = 2 if count <= WIDE_UP_TO else 1
    line = " " * 5
    for turn in (1, *range(5, count + 1, 5)):
        line = line.ljust(5 + (turn - 1) * step) + str(turn)
    return line


def _cell(value: int, row: int, rows: int) -> str:
    """The part of a column that lies in one row, in eighths; a column is never quite invisible."""
    eighths = round(min(max(value, LOWEST), HIGHEST) / HIGHEST * rows * 8)
    return _PARTS[min(max(max(eighths, 1) - row * 8, 0), 8)]
