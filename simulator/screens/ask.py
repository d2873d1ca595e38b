"""Small dialogs: a question to be confirmed, and a message."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from simulator.i18n import _
from simulator.screens.page import Dialog, Key, KeyBar, key_line, too_small
from simulator.screens.prose import Prose


class Ask(Dialog[bool]):
    """A question; Enter says yes, Escape no. ``again`` is a further key that says yes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "answer(True)"),
        ("escape", "answer(False)"),
        ("up", "scroll(-1)"),
        ("down", "scroll(1)"),
    ]

    def __init__(self, title: str, text: str, yes: str, no: str, again: str = "") -> None:
        super().__init__()
        self._texts = (title, text)
        self._yes, self._no = yes, no
        if again:
            self._bindings.bind(again, "answer(True)", priority=True)

    def compose(self) -> ComposeResult:
        """The box with the question and its two keys."""
        title, text = self._texts
        with VerticalScroll(id="box", can_focus=False):
            yield Prose(title, classes="title")
            yield Prose(text)
            yes = Key(_("Enter"), self._yes, "screen.answer(True)")
            no = Key("Esc", self._no, "screen.answer(False)")
            yield KeyBar(key_line([yes, no] if self._no else [yes]))
        yield too_small()

    def action_answer(self, answer: bool) -> None:
        """Closes the dialog with the answer."""
        self.dismiss(answer)

    def action_scroll(self, lines: int) -> None:
        """Scrolls a long text."""
        self.query_one("#box").scroll_relative(y=lines, animate=False)


def message(title: str, text: str) -> Ask:
    """A message to be read and closed."""
    return Ask(title, text, _("close"), "")
