"""The visit itself: the talk, the client's mood, and what one says next."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from simulator.i18n import _
from simulator.screens import desk
from simulator.screens.at_hand import hint_of, lines_of, mood_of, standing_offer, title_of
from simulator.screens.dossier_sheet import DossierSheet
from simulator.screens.entry import Prompt
from simulator.screens.foot import Foot
from simulator.screens.heard import advice
from simulator.screens.leaving import LeavablePage
from simulator.screens.lines import Lines
from simulator.screens.mood import CELLS, FEW_CELLS
from simulator.screens.page import Key
from simulator.screens.prose import Prose
from simulator.screens.talk import Talk, exchange_lines
from simulator.text import MAX_TURN_CHARACTERS, clean_line
from simulator.transcript.record import Exchange
from simulator.visit.draft import Draft
from simulator.visit.offer import OfferError, offer_turn
from simulator.visit.visit import Visit

if TYPE_CHECKING:
    from scoring import Rubric


class ConversationScreen(LeavablePage):
    """Talking with the client. Closes with the transcript of an ended visit, or with None when it goes on later."""

    DEFAULT_CSS = """
    ConversationScreen #head { dock: top; height: auto; padding: 1 3 0 3; border-bottom: solid $line; }
    ConversationScreen #room { height: 1fr; align-horizontal: center; }
    ConversationScreen Talk { width: 100%; max-width: 110; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("f2", "dossier"),
        ("f3", "lines"),
        ("f4", "hint"),
        ("escape", "to_prompt"),
        ("pageup", "turn_page(-1)"),
        ("pagedown", "turn_page(1)"),
    ]

    def __init__(self, visit: Visit, *, menu: bool = False, draft: Draft | None = None) -> None:
        """``draft`` keeps what is typed and not sent; None where the visit has no file."""
        super().__init__(visit, draft)
        self._menu = menu and visit.practice
        self._hinting = False
        self._rubric: Rubric | None = None

    def body(self) -> ComposeResult:
        """Head, talk, and the field to type in."""
        with Vertical(id="head"):
            yield Prose(title_of(self.visit))
            yield Prose(id="mood")
        with Vertical(id="room"):
            yield Talk()
            yield Foot()

    def keys(self) -> list[Key]:
        """What can be done at present."""
        dispute = Key("F6", _("amend") if self.visit.practice else _("flag"), "screen.dispute")
        disputes = (dispute,) if self.visit.transcript.exchanges else ()
        if self.visit.over:
            return [Key(_("Enter"), _("go on to the debrief"), "screen.finish"), *disputes]
        practice = (
            Key("F3", _("lines"), "screen.lines"),
            Key("F4", _("hint"), "screen.hint"),
        )
        return [
            Key("F2", _("dossier"), "screen.dossier"),
            *(practice if self.visit.practice else ()),
            *disputes,
            Key("F8", _("end"), "screen.end"),
            Key("Ctrl+C", _("leave"), "screen.leave"),
        ]

    def on_mount(self) -> None:
        """Shows what was said so far, and waits for the next word."""
        self.query_one(Talk).show_visit(self.visit)
        self._show_state()
        if self._menu:
            self.query_one(Lines).offer(lines_of(self.visit))
        self.take_up_draft(prompt := self.query_one(Prompt))
        prompt.focus()
        if self.visit.practice:
            self.room.in_background(desk.rubric, self._ready_to_hint)

    def on_resize(self, event: events.Resize) -> None:
        """The bars are shorter where there is less room."""
        if self.is_mounted:
            self._show_mood()

    def _show_mood(self) -> None:
        cells = CELLS if self.size.width >= 78 else FEW_CELLS
        self.query_one("#mood", Prose).show(mood_of(self.visit, cells))

    def _show_state(self) -> None:
        self._show_mood()
        self._line("offer", standing_offer(self.visit))
        last = self.visit.transcript.exchanges[-1:]
        self.query_one(Talk).advise(advice(last[0], self.visit) if last else "")
        self._show_hint()
        if self.query_one(Lines).display:
            self.query_one(Lines).offer(lines_of(self.visit))

    def _line(self, id: str, text: str) -> None:
        self.query_one(Foot).tell(id, text)

    def on_prompt_sent(self, event: Prompt.Sent) -> None:
        """Enter: a turn, a command, or, when all is over, the way on."""
        text = clean_line(event.text, limit=100_000)
        command = text.replace("／", "/") if text.startswith(("/", "／")) else ""
        if self.visit.over and not command.startswith(("/amend", "/flag")):
            self.action_finish()
        elif command:
            self._command(command)
        elif len(text) > MAX_TURN_CHARACTERS:
            said = _("That is {length} characters; a turn takes {limit}. Please say it in parts.")
            self.trouble(said.format(length=len(text), limit=MAX_TURN_CHARACTERS))
        elif text:
            self._say(text)

    def _command(self, text: str) -> None:
        """A line that begins with a stroke, as in the plain face."""
        word, _space, rest = text.partition(" ")
        plain: dict[str, Callable[[], None]] = {
            "/end": self.action_end,
            "/dossier": self.action_dossier,
            "/hint": self.action_hint,
            "/menu": self.action_lines,
            "/flag": self.flag,
        }
        filled: dict[str, Callable[[str], None]] = {"/offer": self._offer, "/amend": self.amend_by_name}
        if word in filled:
            filled[word](rest)
        elif word in plain:
            self.query_one(Prompt).clear()
            plain[word]()
        else:
            known = " ".join((*plain, *filled))
            said = _("There is no command {word}; there are: {known}")
            self.trouble(said.format(word=word[:20], known=known))

    def _offer(self, rest: str) -> None:
        """Terms put on the table by name."""
        try:
            turn = offer_turn(self.visit.scenario, rest)
        except OfferError as error:
            example = _("An offer is like: /offer {example}").format(example=error.example)
            self.trouble(example if error.known else _("There is nothing to bargain over here."))
        else:
            self._take(lambda: self.visit.take(turn))

    def _say(self, text: str) -> None:
        self._take(lambda: self.visit.say(text))

    def _take(self, turn: Callable[[], Exchange]) -> None:
        """The turn is on disk before the answer is seen; where the disk refuses, the words stay in the field."""
        exchange = self.written(turn)
        if exchange is not None:
            self.query_one(Prompt).clear()
            self.query_one(Talk).add(*exchange_lines(exchange))
            self.turn_taken()

    def turn_taken(self) -> None:
        """The mood, the keys, and the door where the turn ended the visit."""
        self.keep_draft()
        self._show_state()
        if self.visit.over:
            self.close_door()
        self.refresh_keys()

    def _ready_to_hint(self, rubric: "Rubric") -> None:
        self._rubric = rubric
        self._show_hint()

    def _show_hint(self) -> None:
        showing = self._hinting and self._rubric is not None and not self.visit.over
        self._line("hint", hint_of(self.visit, self._rubric) if showing and self._rubric else "")

    def action_lines(self) -> None:
        """Opens the lines to pick from, or puts them away (practice only)."""
        lines = self.query_one(Lines)
        if not self.visit.practice or self.visit.over:
            return
        if lines.display and lines.has_focus:
            self.action_to_prompt()
        else:
            lines.offer(lines_of(self.visit))
            lines.focus()

    def on_lines_picked(self, event: Lines.Picked) -> None:
        """A line is put into the field, where it can still be changed."""
        self.query_one(Prompt).put(event.line)
        self.action_to_prompt()

    def action_to_prompt(self) -> None:
        """Back to typing."""
        if not self._menu:
            self.query_one(Lines).put_away()
        self.query_one(Prompt).focus()

    def action_hint(self) -> None:
        """Shows what could be tried next, or hides it (practice only)."""
        if self.visit.practice and not self.visit.over:
            self._hinting = not self._hinting
            self._show_hint()

    def action_dossier(self) -> None:
        """Opens the dossier over the talk."""
        self.app.push_screen(DossierSheet(self.visit.scenario))

    def action_turn_page(self, pages: int) -> None:
        """Reads back and forth in the talk."""
        talk = self.query_one(Talk)
        talk.scroll_relative(y=pages * max(talk.size.height - 2, 1), animate=False)
