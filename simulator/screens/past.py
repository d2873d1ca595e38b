"""The visits that have ended, the latest first, with what they were worth; read a few at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.i18n import _
from simulator.screens import desk
from simulator.screens.names import started_at
from simulator.screens.page import Key, Page
from simulator.screens.prose import Prose, ProseVisual

if TYPE_CHECKING:
    from simulator.transcript.record import Transcript

AT_ONCE = 20
"""Visits read and graded at a time."""
NEAR_THE_END = 6
"""Lines before the last one at which the next visits are read."""


class PastScreen(Page[None]):
    """The list of ended visits; Enter opens a debrief, F3 the talk."""

    DEFAULT_CSS = """
    PastScreen #head { dock: top; height: 3; padding: 1 3 0 3; }
    PastScreen OptionList {
        height: 1fr; border: none; padding: 0 1; margin-bottom: 1; background: $background;
        scrollbar-size-vertical: 1;
    }
    PastScreen OptionList:focus { background-tint: $foreground 0%; border: none; }
    PastScreen OptionList > .option-list--option { padding: 0 1; }
    PastScreen OptionList > .option-list--option-disabled { color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("f3", "talk"), ("escape,q,ctrl+c", "close")]

    def __init__(self) -> None:
        super().__init__()
        self._visits: list[desk.Past] = []
        self._rest: Iterator[tuple[Path, Transcript]] | None = None
        self._reading = False
        self._all = False
        self._opened: int | None = None

    def body(self) -> ComposeResult:
        """Title and list."""
        yield Prose(_("Past visits"), id="head", classes="title")
        yield OptionList(id="list", markup=False)

    def keys(self) -> list[Key]:
        """What can be done here."""
        return [
            Key(_("Enter"), _("debrief"), "screen.open"),
            Key("F3", _("the talk"), "screen.talk"),
            Key("Esc", _("back"), "screen.close"),
        ]

    def on_mount(self) -> None:
        """Reads the latest visits."""
        self.query_one(OptionList).focus()
        self._read_on()

    def on_screen_resume(self) -> None:
        """A visit may have been amended meanwhile: the one that was opened is graded again."""
        at, self._opened = self._opened, None
        if at is not None:
            path = self._visits[at].path
            self.room.in_background(lambda: _again(path), lambda found: self._renew(at, found))

    def _read_on(self) -> None:
        if self._reading or self._all:
            return
        self._reading = True
        self._say(_("Reading your visits…"))
        self.room.in_background(self._next, self._add, self._failed)

    def _next(self) -> "tuple[desk.Past, ...]":
        from simulator.visit.store import ended, visit_files

        if self._rest is None:
            self._rest = ended(visit_files())
        return desk.past_visits(self._rest, AT_ONCE)

    def _failed(self) -> None:
        self._reading, self._all = False, True
        self._say("")

    def _add(self, found: "tuple[desk.Past, ...]") -> None:
        if not self.is_attached:
            return
        self._reading, self._all = False, len(found) < AT_ONCE
        self._say("")
        choices = self.query_one(OptionList)
        choices.add_options(
            [Option(ProseVisual(_lines(visit)), id=str(at)) for at, visit in enumerate(found, len(self._visits))]
        )
        self._visits += found
        if choices.highlighted is None:
            choices.action_first()
        if not self._visits:
            self._say(_("No visit has come to its end yet."))

    def _say(self, text: str) -> None:
        """The last line of the list, which is no visit."""
        choices = self.query_one(OptionList)
        if choices.option_count > len(self._visits):
            choices.remove_option_at_index(choices.option_count - 1)
        if text:
            choices.add_option(Option(ProseVisual(Content.styled(text, "$muted")), disabled=True))

    def _renew(self, at: int, found: "tuple[desk.Past, ...]") -> None:
        for visit in found:
            self._visits[at] = visit
            self.query_one(OptionList).replace_option_prompt(str(at), ProseVisual(_lines(visit)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Near the end the next visits are read."""
        if event.option_index >= len(self._visits) - NEAR_THE_END:
            self._read_on()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The debrief of a visit."""
        self._opened = int(event.option_id or 0)
        visit = self._visits[self._opened]
        self.room.open_debrief(visit.transcript, visit.path)

    def action_open(self) -> None:
        """Opens what is under the cursor."""
        self.query_one(OptionList).action_select()

    def action_talk(self) -> None:
        """Shows the visit under the cursor again, turn by turn."""
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._visits):
            self._opened = at
            self.room.open_review(self._visits[at].transcript, self._visits[at].path)

    def action_close(self) -> None:
        """Back to the library."""
        self.dismiss(None)


def _again(path: Path) -> "tuple[desk.Past, ...]":
    from simulator.visit.store import ended

    return desk.past_visits(ended([path]), 1)


def _lines(visit: desk.Past) -> Content:
    header = visit.transcript.header
    title = header.brief.title if header.brief and header.brief.title else header.scenario
    score = f"{visit.total:g} / 100"
    count = len(visit.transcript.exchanges)
    turns = _("one turn") if count == 1 else _("{turns} turns").format(turns=count)
    exam = _("exam") if header.mode == "exam" else ""
    facts = "  ".join(part for part in (started_at(header.started), turns, header.learner, exam) if part)
    return Content.assemble(title, "\n", (score, "$accent"), (f"  {facts}", "$muted"))
