"""How a visit is ended, left for later, or gone on from to the debrief; nothing that was typed is lost by it."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from simulator.client.endings import ending_words
from simulator.i18n import _
from simulator.screens.ask import Ask
from simulator.screens.disputing import DisputablePage
from simulator.screens.entry import Prompt
from simulator.screens.follow_up import FollowUp
from simulator.screens.foot import Foot
from simulator.screens.talk import ClientLine, Ending, Talk
from simulator.screens.trouble import journal_in_words
from simulator.visit.draft import Draft
from simulator.visit.journal import JournalError
from simulator.visit.visit import Visit

DRAFT_EVERY = 2.0
"""Seconds after which what is typed and not sent is kept, should the window be closed."""


class LeavablePage(DisputablePage):
    """A talk that can be ended or left. Closes with the transcript of an ended visit, or with None when it goes on later."""

    BINDINGS: ClassVar[list[BindingType]] = [("f8", "end"), Binding("ctrl+c", "leave", priority=True)]

    def __init__(self, visit: Visit, draft: Draft | None) -> None:
        """``draft`` keeps what is typed and not sent; None where the visit has no file."""
        super().__init__(visit)
        self._draft = draft
        self._prompt: Prompt | None = None

    def take_up_draft(self, prompt: Prompt) -> None:
        """What was typed and not sent is there again, and what is typed from now on is kept."""
        self._prompt = prompt
        if self._draft is not None and not self.visit.over:
            prompt.put(self._draft.read())
            self.set_interval(DRAFT_EVERY, self.keep_draft)

    def on_unmount(self) -> None:
        """However the talk is left, what is in the field is kept."""
        self.keep_draft()

    def keep_draft(self) -> bool:
        """Keeps what is typed and not sent; whether there is nothing to lose."""
        words = self._prompt.text if self._prompt is not None else ""
        if self._draft is None:
            return not words.strip()
        return self._draft.keep_if_possible("" if self.visit.over else words)

    def close_door(self) -> None:
        """After the end: how it ended is told, and nothing more is typed."""
        ending = self.visit.scenario.endings.get(self.visit.transcript.ending or "")
        if ending is not None:
            self.query_one(Talk).add(
                Ending(ending.title, ending_words(self.visit.client, self.visit.position, ending))
            )
        self.query_one(Foot).close()

    def action_end(self) -> None:
        """Asks whether the visit is to end here."""
        if self.visit.over:
            self.action_finish()
            return
        text = _("You have not taken leave. The client will remember that, and the debrief follows.")
        said = {move.id for exchange in self.visit.transcript.exchanges for move in exchange.trainee.moves}
        if "farewell" in said or not self.visit.transcript.exchanges:
            text = _("The debrief follows.")
        self.app.push_screen(Ask(_("End the visit here?"), text, _("end it"), _("go on talking")), self._end)

    def _end(self, yes: bool | None) -> None:
        if not yes:
            return
        try:
            word = self.visit.end()
        except JournalError as error:
            self.trouble(journal_in_words(error))
            return
        if word:
            self.query_one(Talk).add(ClientLine(word))
        self.close_door()
        self.refresh_keys()

    def action_leave(self) -> None:
        """Ctrl+c: copies what is selected; else asks whether to leave. Nothing said is lost."""
        if selected := self.query_one(Prompt).selected_text or self.get_selected_text():
            self.app.copy_to_clipboard(selected)
        elif self.visit.over:
            self.dismiss(self.visit.transcript)
        else:
            self.app.push_screen(
                Ask(_("Leave?"), self._what_is_kept(), _("leave"), _("stay"), again="ctrl+c"), self._leave
            )

    def _what_is_kept(self) -> str:
        if not self.keep_draft():
            return _("Everything said so far is saved; the words you have not sent yet cannot be kept.")
        if self.query_one(Prompt).text.strip():
            return _("Everything said so far is saved, and so are the words you have not sent yet.")
        return _("Everything said so far is saved; you can take the visit up again at any time.")

    def _leave(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(None)

    def action_finish(self) -> None:
        """After the end: a note for oneself, then the debrief."""
        self.app.push_screen(FollowUp(self.visit), self._noted)

    def _noted(self, _none: None) -> None:
        self.dismiss(self.visit.transcript)
