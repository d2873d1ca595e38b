"""Text that wraps as Chinese is set: no line begins with closing punctuation, none ends with opening.

Textual breaks lines at spaces only, which leaves a mixed line a quarter empty and lets the next begin with a comma.
Here a line may break between any two Chinese characters, at the edge of a Latin word, and at spaces.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static


def _both_widths(ascii_characters: str) -> str:
    """The characters and their full-width forms."""
    return ascii_characters + "".join(chr(ord(character) + 0xFEE0) for character in ascii_characters)


NOT_FIRST = frozenset(_both_widths(",.;:!?)]}>%~") + "。、》」』】〕〉”’…—·‰℃々")
"""Characters that no line may begin with."""
NOT_LAST = frozenset(_both_widths("([{<$#") + "《「『【〔〈“‘¥￥")
"""Characters that no line may end with."""
_HANGING = re.compile(" *(?:[·✓✗~!] +|[0-9]  |[(\\[][ ✓][)\\]]\u00a0)?")
"""What the further lines of a paragraph are indented by."""
_AFTER = frozenset("…—”")
"""Narrow punctuation after which a line may break although no space follows."""


@cache
def _width(character: str) -> int:
    return cell_len(character)


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring characters."""
    if after == " " or after in NOT_FIRST or before in NOT_LAST or _width(after) == 0:
        return False
    if before == " " or _width(before) == 2 or _width(after) == 2 or before in _AFTER:
        return True
    return before in "-/" and after.isalpha()


class Line(NamedTuple):
    """One line of a wrapped text: where it begins and ends, and by how many cells it is indented."""

    start: int
    end: int
    indent: int


def wrap_lines(text: str, width: int) -> list[Line]:
    """The lines of ``text`` when none is to be wider than ``width`` cells.

    Spaces at the end of a line belong to none. A word too long for a line is cut. A paragraph that begins with spaces
    or a mark (``· ``, ``✓ ``) hangs: its other lines begin below its first word.
    """
    lines: list[Line] = []
    offset = 0
    for paragraph in text.split("\n"):
        lines += [
            Line(offset + start, offset + end, indent)
            for start, end, indent in _paragraph(paragraph, max(width, 2))
        ]
        offset += len(paragraph) + 1
    return lines


def _paragraph(text: str, width: int) -> list[Line]:
    mark = _HANGING.match(text)
    hang = sum(_width(character) for character in mark.group()) if mark else 0
    hang = hang if hang * 2 < width else 0
    starts = [0, *breaks(text, width, hang)]
    ends = [*starts[1:], len(text)]
    return [
        Line(start, _without_spaces(text, start, end), hang if start else 0)
        for start, end in zip(starts, ends, strict=True)
    ]


def breaks(text: str, width: int, hang: int = 0, *, spaces_hang: bool = True) -> list[int]:
    """Where the further lines of one paragraph begin, each indented by ``hang`` cells.

    ``spaces_hang``: spaces at the end of a line may stand outside it (they are not drawn).
    """
    found: list[int] = []
    start = chance = used = 0
    for i, character in enumerate(text):
        if i > start and _may_break(text[i - 1], character):
            chance = i
        own = _width(character)
        while used + own > width and not (character == " " and spaces_hang) and i > start:
            start = chance = chance if chance > start else i
            found.append(start)
            used = hang + sum(_width(kept) for kept in text[start:i])
        used += own
    return found


def _without_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def wrapped(content: Content, width: int) -> list[Content]:
    """The content line by line, none wider than ``width`` cells."""
    return [content[line.start : line.end].pad_left(line.indent) for line in wrap_lines(content.plain, width)]


class ProseVisual(Visual):
    """A piece of content wrapped by the rules above; usable wherever Textual takes a visual."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._wrapped: dict[int, Content] = {}

    def wrapped(self, width: int) -> Content:
        """The content with its line breaks for ``width`` put in."""
        if width not in self._wrapped:
            self._wrapped = {width: Content("\n").join(self.lines(width))}
        return self._wrapped[width]

    def lines(self, width: int) -> list[Content]:
        """The lines at ``width``."""
        return wrapped(self.content, width)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines as Textual draws them."""
        return self.wrapped(width).render_strips(width, height, style, options) if width else []

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of the longest line, unwrapped or as wrapped in the container."""
        return self.wrapped(container_width or 10_000).get_optimal_width(rules, container_width)

    def get_minimal_width(self, rules: RulesMap) -> int:
        """Two cells: one Chinese character."""
        return 2

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines there are at ``width``."""
        return self.wrapped(width).plain.count("\n") + 1 if width else 0


def packed(parts: Sequence[Content], width: int, between: Content) -> list[Content]:
    """The parts side by side, as many on a line as fit; none is torn that fits on a line."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + between.cell_length + part.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], between, part)
        else:
            lines += wrapped(part, width)
    return lines


class PackedVisual(ProseVisual):
    """Short pieces side by side that move to the next line as a whole."""

    def __init__(self, parts: Sequence[Content], between: str = "   ") -> None:
        super().__init__(Content(between).join(parts))
        self._parts, self._between = tuple(parts), Content(between)

    def lines(self, width: int) -> list[Content]:
        """The pieces, line by line."""
        return packed(self._parts, width, self._between)


def plain(text: str) -> Content:
    """Text from anywhere as content: every character as it stands, nothing of it markup."""
    return Content(text.replace("\t", " "))


class Prose(Static):
    """Running text from anywhere. A ``str`` is shown as it stands."""

    DEFAULT_CSS = """
    Prose { height: auto; }
    """

    def __init__(
        self, content: Content | str | ProseVisual = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(_visual(content), id=id, classes=classes, markup=False)

    def show(self, content: Content | str | ProseVisual) -> None:
        """Puts another text in place of this one."""
        self.update(_visual(content))

    @property
    def text(self) -> str:
        """The text shown, without its styles."""
        visual = self.visual
        return visual.content.plain if isinstance(visual, ProseVisual) else ""

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text under the mouse's selection."""
        visual = self.visual
        if not isinstance(visual, ProseVisual):
            return None
        return selection.extract(visual.wrapped(self.content_size.width).plain), "\n"


def _visual(content: Content | str | ProseVisual) -> ProseVisual:
    if isinstance(content, ProseVisual):
        return content
    return ProseVisual(plain(content) if isinstance(content, str) else content)
