"""A page of running text put together line by line, with the few styles that the debrief uses."""

from rich.cells import cell_len
from textual.content import Content

from simulator.i18n import _, language

Part = str | Content | tuple[str, str]

DIM = "$muted"
STRONG = "bold"
HEAD = "bold $primary"
GOOD = "$success"
HALF = "$warning"
BAD = "$error"
GOLD = "$accent"


class Sheet:
    """Collects lines; a line that begins with spaces or a mark hangs when it wraps."""

    def __init__(self) -> None:
        self._parts: list[Part] = []

    def line(self, *parts: Part) -> None:
        """One line of the parts."""
        self._parts += [*parts, "\n"]

    def gap(self) -> None:
        """An empty line, unless the page is still empty."""
        if self._parts:
            self._parts.append("\n")

    def heading(self, text: str) -> None:
        """A heading with air above it."""
        self.gap()
        self.line((text, HEAD))

    def content(self) -> Content:
        """The page."""
        return Content.assemble(*self._parts).rstrip()


def padded(text: str, width: int) -> str:
    """The text filled up to ``width`` cells."""
    return text + " " * max(width - cell_len(text), 0)


def widest(texts: list[str]) -> int:
    """The width of the widest text in cells."""
    return max((cell_len(text) for text in texts), default=0)


def quoted(text: str) -> str:
    """The words between quotation marks."""
    return f"“{text.strip()}”" if text.strip() else ""


def turn_name(turn: int) -> str:
    """Which turn; 0 is before the visit."""
    return _("turn {turn}").format(turn=turn) if turn else _("before the visit")


def joined(*texts: str) -> str:
    """Short texts beside each other, as the language spaces them; empty ones left out."""
    return ("，" if language() == "zh" else ", ").join(text for text in texts if text)


def percent(share: float) -> str:
    """A share of 0-1 in percent."""
    return f"{round(100 * share)}%"
