"""The debrief: the verdict and what matters most at once, the rest on demand, the talk beside it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.i18n import _
from simulator.screens import desk
from simulator.screens.page import Key, Page
from simulator.screens.prose import Prose, ProseVisual, plain
from simulator.screens.replay import TranscriptView
from simulator.transcript.record import Transcript

if TYPE_CHECKING:
    from scoring import Debrief
    from simulator.screens.debrief_parts import Section


class DebriefScreen(Page[None]):
    """What the visit was worth, why, and what to say next time."""

    DEFAULT_CSS = """
    DebriefScreen #head { dock: top; height: auto; padding: 1 3 0 3; border-bottom: solid $line; }
    DebriefScreen #book { height: 1fr; margin-bottom: 1; }
    DebriefScreen OptionList {
        width: 18; height: 100%; border: none; padding: 0 0 0 1; background: $background;
        border-right: solid $line; scrollbar-size-vertical: 1;
    }
    DebriefScreen OptionList:focus { background-tint: $foreground 0%; border: none; border-right: solid $line; }
    DebriefScreen OptionList > .option-list--option { padding: 0 1; }
    DebriefScreen #page { width: 1fr; height: 100%; padding: 0 0 0 2; scrollbar-size-vertical: 1; }
    DebriefScreen #text { max-width: 90; padding-right: 3; }
    DebriefScreen TranscriptView { display: none; width: 1fr; height: 100%; border-left: solid $line; }
    DebriefScreen.-beside TranscriptView { display: block; }
    DebriefScreen.-beside.-narrow OptionList, DebriefScreen.-beside.-narrow #page { display: none; }
    DebriefScreen.-beside.-narrow TranscriptView { border-left: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("f3", "beside"),
        ("f9", "again"),
        ("pagedown,space", "page(1)"),
        ("pageup,b", "page(-1)"),
        ("right", "turn(1)"),
        ("left", "turn(-1)"),
        ("escape", "close"),
        ("q,ctrl+c", "close"),
    ]

    def __init__(self, transcript: Transcript, path: Path | None = None) -> None:
        """``path`` is the file of the visit, where there is one."""
        super().__init__()
        self.transcript = transcript
        self._path = path
        self._sections: tuple[Section, ...] = ()
        self._turning = 1

    def body(self) -> ComposeResult:
        """Title; list of pages, page, talk."""
        header = self.transcript.header
        title = header.brief.title if header.brief and header.brief.title else header.scenario
        with Vertical(id="head"):
            yield Prose(Content.assemble((_("Debrief"), "bold $primary"), f"   {title}"))
        with Horizontal(id="book"):
            yield OptionList(id="pages", markup=False)
            with VerticalScroll(id="page", can_focus=False):
                yield Prose(_("Looking through your visit…"), id="text")
            yield TranscriptView(self.transcript)

    def keys(self) -> list[Key]:
        """What can be done here."""
        beside = self.has_class("-beside")
        keys = [
            Key("↑↓", _("topics"), "screen.step(1)"),
            Key(_("Space"), _("read on"), "screen.page(1)"),
            Key("F3", _("hide the talk") if beside else _("show the talk"), "screen.beside"),
        ]
        if beside:
            keys.append(Key("←→", _("turn by turn"), "screen.turn(1)"))
        if self.transcript.exchanges:
            again = _("play again from here") if beside else _("play again from a turn")
            keys.append(Key("F9", again, "screen.again"))
        return [*keys, Key("Esc", _("done"), "screen.close")]

    def on_mount(self) -> None:
        """Grades in the background; the screen stands meanwhile."""
        self.room.in_background(self._pages, self._graded, self.action_close)

    def _pages(self) -> "tuple[Debrief, tuple[Section, ...]]":
        from simulator.screens.debrief_parts import sections

        debrief = desk.assess(self.transcript)
        meanwhile = _("Trying out other words in your visit…") if self.transcript.exchanges else ""
        return debrief, sections(debrief, desk.choice_words(self.transcript), meanwhile)

    def _graded(self, found: "tuple[Debrief, tuple[Section, ...]]") -> None:
        debrief, self._sections = found
        pages = self.query_one(OptionList)
        pages.add_options([Option(ProseVisual(plain(section.name))) for section in self._sections])
        pages.highlighted = 0
        pages.focus()
        if self.transcript.exchanges:
            self.room.in_background(lambda: self._with_other_words(debrief), self._tried)

    def _with_other_words(self, debrief: "Debrief") -> "tuple[int, tuple[Section, ...]]":
        """The turn that cost most, and the pages with what would have come of other words."""
        from simulator.screens.debrief_parts import sections

        words = desk.choice_words(self.transcript)
        found = desk.other_words(self.transcript, self.room.start)
        if isinstance(found, str):
            return 1, sections(debrief, words, found)
        turning = found.turning.turn if found.turning is not None else 1
        return turning, sections(replace(debrief, what_if=found), words)

    def _tried(self, found: "tuple[int, tuple[Section, ...]]") -> None:
        """Shows the same pages, now with what was tried out, unless the screen has been left."""
        if not self.is_attached:
            return
        self._turning, self._sections = found
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.query_one("#text", Prose).show(self._sections[at].text)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Opens the page under the cursor."""
        self.query_one("#text", Prose).show(self._sections[event.option_index].text)
        self.query_one("#page").scroll_home(animate=False)

    def action_step(self, step: int) -> None:
        """A click on the key at the foot: the next page."""
        pages = self.query_one(OptionList)
        if pages.highlighted is not None and pages.option_count:
            pages.highlighted = (pages.highlighted + step) % pages.option_count

    def action_page(self, pages: int) -> None:
        """Reads on, or back, in the page or in the talk that covers it."""
        covered = self.has_class("-beside") and self.has_class("-narrow")
        view = self.query_one(TranscriptView) if covered else self.query_one("#page")
        view.scroll_relative(y=pages * max(view.size.height - 2, 1), animate=False)

    def action_beside(self) -> None:
        """Opens the talk beside the debrief (over it where there is little room), or closes it."""
        self.toggle_class("-beside")
        self.refresh_keys()

    def action_again(self) -> None:
        """A new visit that is this one up to the present turn; to choose it, the talk is opened at the one that cost most."""
        view = self.query_one(TranscriptView)
        if not self.has_class("-beside"):
            self.action_beside()
            self.call_after_refresh(view.go_to, self._turning)
        elif view.present is not None:
            self.room.play_again(
                self.transcript, view.present.turn, self._path.name if self._path is not None else ""
            )

    def action_turn(self, step: int) -> None:
        """In the talk, to the next or previous turn."""
        if self.has_class("-beside"):
            self.query_one(TranscriptView).go(step)

    def action_close(self) -> None:
        """Closes the talk where it covers the page, else the debrief."""
        if self.has_class("-beside") and self.has_class("-narrow"):
            self.action_beside()
        else:
            self.dismiss(None)
