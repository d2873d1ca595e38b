"""Fields to type in. Whatever is pasted arrives whole, without control characters."""

from dataclasses import dataclass

from textual import events
from textual.document import _wrapped_document
from textual.message import Message
from textual.widgets import TextArea

from simulator.screens.prose import breaks
from simulator.text import clean


def _offsets(text: str, width: int, *_tabs: object, **_more: object) -> list[int]:
    """Where a line of a field is broken; tabs never get into one."""
    return breaks(text, max(width, 2), spaces_hang=False)


if hasattr(_wrapped_document, "compute_wrap_offsets"):
    # The only way in: Textual's own breaks Chinese only at spaces, and has no place for another rule.
    vars(_wrapped_document)["compute_wrap_offsets"] = _offsets


class Entry(TextArea):
    """A field of several lines that grows with its text."""

    DEFAULT_CSS = """
    Entry {
        height: auto; min-height: 3; max-height: 8; padding: 0 1; border: round $line;
        background: $background; scrollbar-size-vertical: 1;
    }
    Entry:focus { border: round $primary; }
    Entry .text-area--placeholder { color: $muted; }
    """

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id, soft_wrap=True, highlight_cursor_line=False, placeholder=placeholder)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        result = self._replace_via_keyboard(clean(event.text).replace("\t", " "), *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)


class Note(Entry):
    """A note on a form: the arrows lead out of it at its first and last line."""

    async def _on_key(self, event: events.Key) -> None:
        row = self.cursor_location[0]
        if event.key == "up" and row == 0:
            event.prevent_default()
            event.stop()
            self.screen.focus_previous()
        elif event.key == "down" and row == self.document.line_count - 1:
            event.prevent_default()
            event.stop()
            self.screen.focus_next()


class Prompt(Entry):
    """What the trainee says next: Enter sends it, ctrl+j begins a new line."""

    @dataclass
    class Sent(Message):
        """Enter was pressed on ``text``."""

        text: str

    def put(self, text: str) -> None:
        """Puts words into the field, the cursor behind them."""
        self.text = text
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.post_message(self.Sent(self.text))
        elif event.key == "ctrl+j":
            event.prevent_default()
            event.stop()
            self.insert("\n")
