"""The application: which screen follows which."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from simulator.i18n import _
from simulator.screens import desk
from simulator.screens.ask import Ask, message
from simulator.screens.library import LibraryScreen
from simulator.screens.page import NIGHT
from simulator.screens.start import Start

__all__ = ["DuilianApp", "Start", "run_app"]

if TYPE_CHECKING:
    from simulator.scenario.load import Loaded
    from simulator.scenario.model import Scenario
    from simulator.screens.desk import Opened
    from simulator.transcript.record import Preparation, Transcript
    from simulator.visit.store import Unfinished
    from simulator.visit.visit import Visit


class DuilianApp(App[int]):
    """The rehearsal room on screen."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "", show=False, priority=True),
        Binding("ctrl+c", "quit", "", show=False),
    ]

    def __init__(self, start: Start) -> None:
        super().__init__()
        self.start = start
        self.register_theme(NIGHT)
        self.theme = NIGHT.name
        self.title = "Duilian"

    def get_default_screen(self) -> Screen[Any]:
        """The library lies beneath everything, unless the program is for one visit only."""
        return super().get_default_screen() if self.start.single else LibraryScreen()

    def on_mount(self) -> None:
        """Opens what was asked for."""
        start = self.start
        if start.visit is not None:
            self.open_visit(start.visit)
        elif start.review is not None:
            self.open_review(start.review, start.reviewed_file)
        elif start.resume is not None:
            self._resume_file(start.resume)
        elif start.scenario is not None:
            self.open_scenario(start.scenario)

    def warm_up(self) -> None:
        """Loads what a visit will need while the person is still choosing."""
        self.run_worker(desk.warm_up, thread=True, group="warm", exit_on_error=False)

    def tell(self, title: str, text: str) -> None:
        """Shows a message; where there is no screen beneath, the program closes with it."""
        self.push_screen(message(title, text), lambda _answer: self.leave_if_empty())

    def leave_if_empty(self) -> None:
        """Closes a program for one visit once its last screen has gone."""
        if self.start.single and len(self.screen_stack) <= 1:
            self.exit(0)

    def in_background(
        self, work: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[], None] | None = None
    ) -> None:
        """Runs ``work`` in a thread and gives its result to ``then``; what goes wrong is told, never shown raw."""

        def run() -> None:
            try:
                result = work()
            except Exception as error:
                if failed is not None:
                    self.call_from_thread(failed)
                self.call_from_thread(self._tell_error, error)
            else:
                self.call_from_thread(then, result)

        self.run_worker(run, thread=True, exit_on_error=False)

    def _tell_error(self, error: Exception) -> None:
        from simulator.screens.trouble import in_words

        self.tell(*in_words(error))

    def open_scenario(self, path: Path) -> None:
        """Opens the dossier of a client."""
        self.in_background(lambda: desk.load(path), lambda loaded: self._prepare_new(loaded, path))

    def _prepare_new(self, loaded: "Loaded", path: Path) -> None:
        def begin(preparation: "Preparation | None") -> "Opened":
            return desk.begin(loaded, path, preparation, self.start)

        self._show_dossier(loaded.scenario, begin)

    def open_past(self) -> None:
        """Shows the visits that have ended."""
        from simulator.screens.past import PastScreen

        self.push_screen(PastScreen())

    def open_visit(self, visit: "Visit") -> None:
        """Opens a visit ready-made: its dossier first, unless it was prepared or begun already."""
        self._go_on(desk.Opened(visit, None, self.start.visit_file))

    def _go_on(self, opened: "Opened") -> None:
        visit = opened.visit
        if visit.transcript.exchanges or visit.transcript.preparation is not None:
            self._show_conversation(opened)
            return

        def begin(preparation: "Preparation | None") -> "Opened":
            if preparation is not None:
                visit.prepare(preparation)
            return opened

        self._show_dossier(visit.scenario, begin)

    def _show_dossier(self, scenario: "Scenario", begin: "Callable[[Preparation | None], Opened]") -> None:
        from simulator.screens.dossier import DossierScreen

        def left(opened: "Opened | None") -> None:
            if opened is None:
                self.leave_if_empty()
            else:
                self._show_conversation(opened)

        self.push_screen(DossierScreen(scenario, begin), left)

    def resume(self, unfinished: "Unfinished") -> None:
        """Takes an unfinished visit up again."""

        def taken(opened: "Opened | desk.CannotGoOnError") -> None:
            if isinstance(opened, desk.CannotGoOnError):
                self._offer_break_off(unfinished, opened)
            else:
                self._go_on(opened)

        def take_up() -> "Opened | desk.CannotGoOnError":
            try:
                return desk.take_up(unfinished, self.start)
            except desk.CannotGoOnError as error:
                return error

        self.in_background(take_up, taken)

    def _offer_break_off(self, unfinished: "Unfinished", error: desk.CannotGoOnError) -> None:
        from simulator.screens.trouble import in_words

        def answered(yes: bool | None) -> None:
            if yes:
                self.in_background(lambda: desk.break_off(unfinished), self.open_debrief)
            else:
                self.leave_if_empty()

        self.push_screen(Ask(*in_words(error), _("end it and read the debrief"), _("leave it")), answered)

    def _resume_file(self, path: Path) -> None:
        self.in_background(lambda: desk.unfinished_at(path), self.resume)

    def _show_conversation(self, opened: "Opened") -> None:
        from simulator.screens.conversation import ConversationScreen
        from simulator.visit.draft import Draft

        def left(done: "Transcript | None") -> None:
            opened.close()
            if done is None:
                self.leave_if_empty()
            else:
                self.open_debrief(done, opened.file)

        draft = Draft(opened.file) if opened.file is not None else None
        self.push_screen(ConversationScreen(opened.visit, menu=self.start.menu, draft=draft), left)

    def play_again(self, transcript: "Transcript", turn: int, name: str = "") -> None:
        """Begins a new visit that is this one up to ``turn``; ``name`` is that of its file."""
        self.in_background(lambda: desk.play_again(transcript, turn, name, self.start), self._show_conversation)

    def open_debrief(self, transcript: "Transcript", path: Path | None = None) -> None:
        """Opens the debrief of a visit; ``path`` is its file, where there is one."""
        from simulator.screens.debrief import DebriefScreen

        self.push_screen(DebriefScreen(transcript, path), lambda _none: self.leave_if_empty())

    def open_review(self, transcript: "Transcript", path: Path | None = None) -> None:
        """Shows a visit again, turn by turn; with its file, the turns of an ended one can be amended."""
        from simulator.screens.replay import ReplayScreen

        self.push_screen(ReplayScreen(transcript, path, self.start.reviewer), lambda _none: self.leave_if_empty())


def run_app(start: Start) -> int:
    """Runs the screens until the person leaves, and gives the exit status. Needs a terminal (2 without one)."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(_("The screens need a terminal. Use --plain to practise without one."), file=sys.stderr)
        return 2
    result = DuilianApp(start).run()
    return result or 0
