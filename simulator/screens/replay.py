"""A visit again, turn by turn: the words, what was understood, and how trust and patience moved."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from simulator.i18n import _
from simulator.screens import desk
from simulator.screens.heard import heard
from simulator.screens.mood import FEW_CELLS, mood_line
from simulator.screens.page import Key, Page
from simulator.screens.prose import PackedVisual, Prose
from simulator.screens.sign import Sign
from simulator.screens.talk import ClientLine, Talk, exchange_lines
from simulator.transcript.record import Exchange, Review, Transcript

if TYPE_CHECKING:
    from simulator.visit.amending import Reading


class ReplayTurn(Vertical):
    """One turn with its number and the mood after it."""

    DEFAULT_CSS = """
    ReplayTurn { height: auto; padding: 0 1; margin-top: 1; border-left: blank; }
    ReplayTurn > .number { color: $muted; }
    ReplayTurn > .first { margin-top: 1; padding-left: 1; color: $muted; }
    ReplayTurn > .mood { margin-top: 1; padding-left: 1; }
    ReplayTurn.-here { border-left: heavy $accent; }
    ReplayTurn.-here > .number { color: $accent; text-style: bold; }
    """

    def __init__(self, exchange: Exchange, before: tuple[int, int] | None) -> None:
        super().__init__()
        self.exchange = exchange
        self._before = before

    def compose(self) -> ComposeResult:
        """Number, exchange, mood."""
        client = self.exchange.client
        yield Prose(_("Turn {number}").format(number=self.exchange.turn), classes="number")
        yield from exchange_lines(self.exchange)
        if self.exchange.as_heard is not None:
            yield Prose(_at_first(self.exchange), classes="first")
        yield Prose(mood_line(client.trust, client.patience, self._before, cells=FEW_CELLS), classes="mood")

    def renew(self, exchange: Exchange) -> None:
        """Shows the turn as it is read now."""
        self.exchange = exchange
        self.refresh(recompose=True)


def _at_first(exchange: Exchange) -> PackedVisual:
    """What was understood before a turn was amended, and the reason."""
    assert exchange.as_heard is not None
    parts = [Content.styled(_("At first understood:"), "$muted"), *heard(exchange.as_heard)]
    if exchange.review is not None and exchange.review.why:
        parts.append(Content.styled(_("Reason: {why}").format(why=exchange.review.why), "$muted italic"))
    return PackedVisual(parts, between="  ")


class TranscriptView(Talk):
    """All turns; one of them is the present one."""

    DEFAULT_CSS = """
    TranscriptView { padding: 0 1 1 1; }
    """

    def __init__(self, transcript: Transcript, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.transcript = transcript
        self._here = 0

    def compose(self) -> ComposeResult:
        """Opening, turns."""
        if self.transcript.opening:
            yield ClientLine(self.transcript.opening)
        before: tuple[int, int] | None = None
        for exchange in self.transcript.exchanges:
            yield ReplayTurn(exchange, before)
            before = (exchange.client.trust, exchange.client.patience)

    @property
    def present(self) -> Exchange | None:
        """The present turn."""
        turns = list(self.query(ReplayTurn))
        return turns[self._here - 1].exchange if 1 <= self._here <= len(turns) else None

    def renew(self, transcript: Transcript) -> None:
        """Shows the turns as they are read now."""
        self.transcript = transcript
        for turn, exchange in zip(self.query(ReplayTurn), transcript.exchanges, strict=False):
            if turn.exchange != exchange:
                turn.renew(exchange)

    def go_to_flagged(self) -> None:
        """Makes the next flagged turn the present one; after the last the first again."""
        flagged = [at for at, turn in enumerate(self.query(ReplayTurn), 1) if turn.exchange.flagged]
        if flagged:
            self.go_to(next((at for at in flagged if at > self._here), flagged[0]))

    def go(self, step: int) -> None:
        """Makes the next (1) or previous (-1) turn the present one."""
        turns = list(self.query(ReplayTurn))
        if turns:
            self.go_to(min(max(self._here + step, 1), len(turns)))

    def go_to(self, number: int) -> None:
        """Makes a turn the present one, counted from 1."""
        turns: list[Widget] = list(self.query(ReplayTurn))
        if not 1 <= number <= len(turns):
            return
        self._here = number
        for at, turn in enumerate(turns, 1):
            turn.set_class(at == number, "-here")
        self.call_after_refresh(self._bring, turns[number - 1] if number > 1 else None)

    def _bring(self, turn: Widget | None) -> None:
        """Scrolls a turn to the top; None is the very beginning."""
        if turn is None:
            self.scroll_home(animate=False)
        else:
            self.scroll_to_widget(turn, animate=False, top=True)


class ReplayScreen(Page[None]):
    """A transcript to read again."""

    DEFAULT_CSS = """
    ReplayScreen #head { dock: top; height: auto; padding: 1 3 0 3; border-bottom: solid $line; }
    ReplayScreen #anew { color: $accent; display: none; }
    ReplayScreen #anew.-shown { display: block; }
    ReplayScreen #room { align-horizontal: center; height: 1fr; }
    ReplayScreen TranscriptView { width: 100%; max-width: 110; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("down,j,enter,space", "step(1)"),
        ("up,k", "step(-1)"),
        ("home", "to(1)"),
        ("end", "to(0)"),
        ("pagedown", "page(1)"),
        ("pageup", "page(-1)"),
        ("f5", "debrief"),
        ("f6", "amend"),
        ("f7", "flagged"),
        ("f9", "again"),
        ("escape,q,ctrl+c", "close"),
    ]

    def __init__(self, transcript: Transcript, path: Path | None = None, reviewer: str = "") -> None:
        """``path`` is the file of the transcript; only with it can turns be amended, in the name of ``reviewer``."""
        super().__init__()
        self.transcript = transcript
        self._path = path
        self._reviewer = reviewer

    def body(self) -> ComposeResult:
        """Title and turns."""
        header = self.transcript.header
        title = header.brief.title if header.brief and header.brief.title else header.scenario
        turns = _("{turns} turns").format(turns=len(self.transcript.exchanges))
        when = header.started[:16].replace("T", " ")
        facts = "   ".join(part for part in (when, turns) if part)
        with Vertical(id="head"):
            yield Prose(Content.assemble((title, "bold"), (f"   {facts}", "$muted")))
            yield Prose(id="anew")
        with Vertical(id="room"):
            yield TranscriptView(self.transcript)

    def keys(self) -> list[Key]:
        """Forward, back, debrief; for a trainer what was flagged, and amending."""
        flagged = any(exchange.flagged for exchange in self.transcript.exchanges)
        return [
            Key("↓", _("next turn"), "screen.step(1)"),
            Key("↑", _("previous turn"), "screen.step(-1)"),
            Key("F5", _("debrief"), "screen.debrief"),
            *((Key("F6", _("amend"), "screen.amend"),) if self._amendable else ()),
            *((Key("F7", _("next flagged"), "screen.flagged"),) if flagged else ()),
            Key("F9", _("play again from here"), "screen.again"),
            Key("Esc", _("back"), "screen.close"),
        ]

    @property
    def _amendable(self) -> bool:
        return self._path is not None and self.transcript.ending is not None

    def on_mount(self) -> None:
        """Begins at the first turn."""
        self.call_after_refresh(self.action_step, 1)

    def action_step(self, step: int) -> None:
        """One turn on or back."""
        self.query_one(TranscriptView).go(step)

    def action_to(self, turn: int) -> None:
        """To a turn; 0 is the last."""
        self.query_one(TranscriptView).go_to(turn or len(self.transcript.exchanges))

    def action_page(self, pages: int) -> None:
        """Reads on, or back."""
        view = self.query_one(TranscriptView)
        view.scroll_relative(y=pages * max(view.size.height - 2, 1), animate=False)

    def action_debrief(self) -> None:
        """The debrief of this visit."""
        self.room.open_debrief(self.transcript, self._path)

    def action_again(self) -> None:
        """A new visit that is this one up to the present turn."""
        exchange = self.query_one(TranscriptView).present
        if exchange is not None:
            self.room.play_again(self.transcript, exchange.turn, self._path.name if self._path is not None else "")

    def action_flagged(self) -> None:
        """To the next turn that the trainee flagged."""
        self.query_one(TranscriptView).go_to_flagged()

    def action_amend(self) -> None:
        """Asks what the present turn meant, then who says so and why."""
        from simulator.screens.amend import AmendScreen

        exchange = self.query_one(TranscriptView).present
        if not self._amendable or exchange is None:
            return

        def meant(reading: "Reading | None") -> None:
            if reading is not None:
                self.app.push_screen(Sign(self._reviewer), lambda review: self._write(exchange, reading, review))

        asked = AmendScreen(
            exchange.trainee, _("What did this turn mean?"), _("amend it so"), unchanged_too=exchange.flagged
        )
        self.app.push_screen(asked, meant)

    def _write(self, exchange: Exchange, reading: "Reading", review: Review | None) -> None:
        """Writes the amendment behind the visit and grades it anew."""
        path = self._path
        if review is None or path is None:
            return
        self._reviewer = review.by
        turn = exchange.turn
        self.room.in_background(lambda: desk.amend_past(path, turn, reading, review), self._amended)

    def _amended(self, done: tuple[Transcript, float, float]) -> None:
        self.transcript, total, before = done
        self.query_one(TranscriptView).renew(self.transcript)
        said = _("Graded anew: {total} points, {before} before").format(total=total, before=before)
        anew = self.query_one("#anew", Prose)
        anew.show(said)
        anew.add_class("-shown")

    def action_close(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)
