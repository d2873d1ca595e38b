"""Who amends a turn, and why: for the record."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from simulator.i18n import _
from simulator.screens.page import Dialog, Key, KeyBar, key_line, too_small
from simulator.screens.prose import Prose
from simulator.transcript.record import Review


class Sign(Dialog[Review]):
    """Asks for a name and a reason; closes with both, or with None where nothing is to be written."""

    DEFAULT_CSS = """
    Sign .field { color: $muted; }
    Sign Input {
        border: none; height: 1; padding: 0 1; margin-bottom: 1; background: $background; color: $foreground;
    }
    Sign Input:focus { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", priority=True),
        Binding("up", "app.focus_previous", priority=True),
        Binding("down", "app.focus_next", priority=True),
        Binding("f5", "write", priority=True),
        Binding("escape,ctrl+c", "cancel", priority=True),
    ]

    def __init__(self, by: str) -> None:
        super().__init__()
        self._by = by

    def compose(self) -> ComposeResult:
        """Two fields."""
        with Vertical(id="box"):
            yield Prose(_("For the record"), classes="title")
            yield Prose(_("Your name"), classes="field")
            yield Input(self._by, id="by", max_length=80)
            yield Prose(_("Why the turn is to be read so (may stay empty)"), classes="field")
            yield Input(id="why", max_length=400)
            write = Key("F5", _("write it down"), "screen.write")
            yield KeyBar(key_line([write, Key("Esc", _("leave it as it was"), "screen.cancel")]))
        yield too_small()

    def on_mount(self) -> None:
        """Begins where something is missing."""
        self.query_one("#why" if self._by else "#by", Input).focus()

    def action_next(self) -> None:
        """Enter: from the name to the reason, from the reason on."""
        why = self.query_one("#why", Input)
        if why.has_focus:
            self.action_write()
        else:
            why.focus()

    def action_write(self) -> None:
        """Closes with name and reason; without a name it waits for one."""
        by = self.query_one("#by", Input)
        if by.value.strip():
            self.dismiss(Review(by.value, self.query_one("#why", Input).value))
        else:
            by.focus()

    def action_cancel(self) -> None:
        """Closes; nothing is written."""
        self.dismiss(None)
