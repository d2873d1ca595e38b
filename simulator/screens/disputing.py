"""What a trainee can do where a turn was misunderstood: say what it meant (practice), or flag it (exam)."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from simulator.i18n import _
from simulator.screens.entry import Prompt
from simulator.screens.foot import Foot
from simulator.screens.page import Page
from simulator.screens.talk import Talk
from simulator.screens.trouble import journal_in_words
from simulator.transcript.record import Exchange, Transcript
from simulator.visit.amending import MeantError, Reading, read_meant
from simulator.visit.journal import JournalError
from simulator.visit.visit import Visit


class DisputablePage(Page[Transcript]):
    """A talk whose last turn can be amended or flagged."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "dispute", priority=True)
    ]  # the field has an F6 of its own

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit

    def turn_taken(self) -> None:
        """After a turn was played; subclasses show what has changed."""

    def trouble(self, text: str) -> None:
        """Says what went wrong; an empty text takes it away."""
        self.query_one(Foot).tell("trouble", text)

    def written(self, write: Callable[[], Exchange | None]) -> Exchange | None:
        """Does what writes to the journal; None where the disk refuses, which is said."""
        try:
            done = write()
        except JournalError as error:
            self.trouble(journal_in_words(error))
            return None
        self.trouble("")
        return done

    def action_dispute(self) -> None:
        """The last turn was misunderstood: in practice asks what it meant, in an exam flags it."""
        if not self.visit.transcript.exchanges:
            return
        if not self.visit.practice:
            self.flag()
            return
        from simulator.screens.amend import AmendScreen

        last = self.visit.transcript.exchanges[-1].trainee
        self.app.push_screen(AmendScreen(last, _("What did you mean?"), _("play it so")), self._amend)

    def _amend(self, reading: Reading | None) -> None:
        """Plays the last turn again as it was meant; without a reading all stays as it was."""
        if reading is None:
            return
        was_over = self.visit.over
        exchange = self.written(lambda: self.visit.amend(self.visit.meant(reading)))
        if exchange is None:
            return
        self.query_one(Talk).play_again(exchange)
        if was_over and not self.visit.over:
            self.query_one(Foot).open()
        self.turn_taken()

    def amend_by_name(self, names: str) -> None:
        """The last turn amended by the names of moves; without names asks for them."""
        if not self.visit.practice:
            self.trouble(_("In an exam nothing is amended; F6 flags the turn for the trainer."))
        elif not self.visit.transcript.exchanges:
            self.trouble(_("There is no turn to amend yet."))
        elif not names.strip():
            self.query_one(Prompt).clear()
            self.action_dispute()
        else:
            self._amend_named(names)

    def _amend_named(self, names: str) -> None:
        try:
            reading = read_meant(names)
        except MeantError as error:
            known = _("There is no move '{word}'; did you mean '{guess}'?")
            said = known if error.guess else _("There is no move '{word}'; F6 shows them all.")
            self.trouble(said.format(word=error.word[:40], guess=error.guess))
            return
        self._amend(reading)
        self.query_one(Prompt).clear()

    def flag(self) -> None:
        """Marks the last turn for the trainer."""
        if not self.visit.transcript.exchanges:
            self.trouble(_("There is no turn to flag yet."))
            return

        def write() -> Exchange:
            self.visit.flag(len(self.visit.transcript.exchanges))
            return self.visit.transcript.exchanges[-1]

        exchange = self.written(write)
        if exchange is not None:
            self.query_one(Talk).renew_last(exchange)
