"""After the visit: what was promised, when one speaks again, and what belongs into the file."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from simulator.i18n import N_, _
from simulator.screens.ask import Ask
from simulator.screens.entry import Note
from simulator.screens.page import Key, Page
from simulator.screens.prose import Prose
from simulator.screens.trouble import journal_in_words
from simulator.visit.journal import JournalError
from simulator.visit.visit import Visit

FIELDS = {
    "promises": N_("What did you promise, and by when?"),
    "next_date": N_("When do you speak again, and about what?"),
    "record": N_("For the file: needs, people, terms"),
}


class FollowUp(Page[None]):
    """A short note, or none."""

    DEFAULT_CSS = """
    FollowUp #note { padding: 1 3; height: 1fr; width: 100%; max-width: 90; scrollbar-size-vertical: 1; }
    FollowUp .heading { margin-top: 1; color: $primary; }
    FollowUp #trouble { color: $error; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("f5", "keep"), ("escape", "skip"), ("ctrl+c", "skip")]

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit

    def body(self) -> ComposeResult:
        """Three fields."""
        with VerticalScroll(id="note", can_focus=False):
            yield Prose(_("Before you forget"), classes="title")
            yield Prose(_("A few words for yourself; what you wrote down counts in the debrief."), classes="muted")
            for id, label in FIELDS.items():
                yield Prose(_(label), classes="heading")
                yield Note(id=id)
            yield Prose(id="trouble")

    def keys(self) -> list[Key]:
        """Keep it or go on without."""
        return [
            Key("F5", _("keep it, to the debrief"), "screen.keep"),
            Key("Tab", _("next field"), "app.focus_next"),
            Key("Esc", _("without a note"), "screen.skip"),
        ]

    def on_mount(self) -> None:
        """Begins in the first field."""
        self.query_one("#promises").focus()

    def action_keep(self) -> None:
        """Writes the note down with the visit."""
        notes = self._notes()
        if any(notes.values()):
            try:
                self._visit.note(notes)
            except JournalError as error:
                self.query_one("#trouble", Prose).show(journal_in_words(error))
                return
        self.dismiss(None)

    def action_skip(self) -> None:
        """No note; asks first where something was written."""
        if not any(self._notes().values()):
            self.dismiss(None)
            return
        text = _("What you have written here is not kept.")
        question = Ask(_("Go on without a note?"), text, _("without a note"), _("stay"), "ctrl+c")
        self.app.push_screen(question, self._skip)

    def _skip(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(None)

    def _notes(self) -> dict[str, str]:
        return {id: self.query_one(f"#{id}", Note).text.strip() for id in FIELDS}
