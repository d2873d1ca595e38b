"""Beneath the talk: the terms on the table, a hint, what went wrong, lines to pick from, and the field to type in."""

from textual.app import ComposeResult
from textual.containers import Vertical

from simulator.i18n import _
from simulator.screens.entry import Prompt
from simulator.screens.lines import Lines
from simulator.screens.prose import Prose, plain


class Foot(Vertical):
    """The field with the few lines above it that are there only when they have something to say."""

    DEFAULT_CSS = """
    Foot { width: 100%; max-width: 110; height: auto; padding: 0 2; }
    Foot > Prose { padding: 0 1; display: none; }
    Foot > Prose.-shown { display: block; }
    Foot > #offer { color: $accent; }
    Foot > #hint { color: $secondary; }
    Foot > #trouble { color: $error; }
    """

    def compose(self) -> ComposeResult:
        """Three lines, the lines to pick from, the field."""
        yield Prose(id="offer")
        yield Prose(id="hint")
        yield Prose(id="trouble")
        yield Lines()
        yield Prompt(_talking())

    def tell(self, id: str, text: str) -> None:
        """Shows a line, or hides it where ``text`` is empty."""
        line = self.query_one(f"#{id}", Prose)
        line.show(plain(text))
        line.set_class(bool(text), "-shown")

    def open(self) -> None:
        """The talk goes on."""
        self._wait(_talking())

    def close(self) -> None:
        """The talk is over."""
        self.query_one(Lines).put_away()
        self.query_one(Prompt).clear()
        self.tell("hint", "")
        self._wait(_("The visit is over. Enter goes on to the debrief."))

    def _wait(self, placeholder: str) -> None:
        prompt = self.query_one(Prompt)
        prompt.placeholder = placeholder
        prompt.focus()


def _talking() -> str:
    return _("Say something… (Enter sends, Ctrl+J begins a new line)")
