"""The author's preview: the talk on the left; on the right where the client stands, and which lines of the file answered."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from simulator.authoring.previewing import (
    Preview,
    commanded,
    doubted_lines,
    fired_lines,
    position_lines,
    state_change,
    subject_lines,
)
from simulator.authoring.tracing import Step
from simulator.i18n import _
from simulator.scenario.diagnostics import Diagnostic
from simulator.screens.entry import Prompt
from simulator.screens.page import NIGHT, Key, Page
from simulator.screens.prose import Prose, plain
from simulator.screens.talk import ClientLine as Said
from simulator.screens.talk import Narration, Talk, exchange_lines, narrated
from simulator.text import clean_line
from simulator.transcript.record import Exchange
from simulator.visit.visit import client_side

LOOK_AGAIN = 0.7
"""Seconds between two looks at whether a file has changed."""


class Fired(Narration):
    """Which reactions answered, from which line of which file."""

    DEFAULT_CSS = """
    Fired { padding: 0 3; margin-top: 0; color: $secondary; text-style: none; }
    """


class Changed(Narration):
    """The state that a turn led to: everything is answered from there now."""

    DEFAULT_CSS = """
    Changed { padding: 0 3; margin-top: 0; color: $warning; text-style: bold; }
    """


class PreviewScreen(Page[None]):
    """The preview of one client."""

    DEFAULT_CSS = """
    PreviewScreen #both { height: 1fr; }
    PreviewScreen #left { width: 3fr; height: 1fr; }
    PreviewScreen Talk { height: 1fr; }
    PreviewScreen #right { width: 2fr; padding: 1 2; border-left: solid $line; scrollbar-size-vertical: 1; }
    PreviewScreen #right > Prose { margin-bottom: 1; }
    PreviewScreen #faults { color: $error; display: none; padding: 0 3; max-height: 8; }
    PreviewScreen #faults.-shown { display: block; }
    PreviewScreen #trouble { color: $warning; padding: 0 3; display: none; }
    PreviewScreen #trouble.-shown { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("f9", "undo"),
        ("f7", "restart"),
        Binding("ctrl+c", "leave", priority=True),
    ]

    def __init__(self, talk: Preview, told: Callable[[Diagnostic], str]) -> None:
        super().__init__()
        self.talk, self._told = talk, told

    def body(self) -> ComposeResult:
        """The talk, the field, and the client's inside."""
        with Horizontal(id="both"):
            with Vertical(id="left"):
                yield Talk()
                yield Prose(id="faults")
                yield Prose(id="trouble")
                yield Prompt(_("Say something… (/state ID, /trust N, /patience N move the client)"))
            with VerticalScroll(id="right", can_focus=False):
                yield Prose(id="title", classes="title")
                yield Prose(id="inside")
                yield Prose(id="fired")

    def keys(self) -> list[Key]:
        """What can be done."""
        return [
            Key("F9", _("take a turn back"), "screen.undo"),
            Key("F7", _("from the beginning"), "screen.restart"),
            Key("Ctrl+C", _("leave"), "screen.leave"),
        ]

    def on_mount(self) -> None:
        """Shows the talk, and looks at the files from now on."""
        self._show_all()
        self.query_one(Prompt).focus()
        self.set_interval(LOOK_AGAIN, self.look)

    def look(self) -> None:
        """Takes up what has changed in the files."""
        if self.talk.refreshed():
            faults = "\n".join(self._told(fault) for fault in self.talk.faults)
            if not self.talk.faults:
                self._show_all()
            self._line("faults", faults)

    def _line(self, id: str, text: str) -> None:
        line = self.query_one(f"#{id}", Prose)
        line.show(plain(text))
        line.set_class(bool(text), "-shown")

    def _show_all(self) -> None:
        talk = self.query_one(Talk)
        scene = self.talk.loaded.scenario.dossier.scene
        with self.app.batch_update():
            talk.remove_children()
            talk.add(*([narrated(scene)] if scene.strip() else []), Said(self.talk.opening))
            for number, step in enumerate(self.talk.steps, 1):
                talk.add(*self._step(number, step))
        self._show_inside()

    def _step(self, number: int, step: Step) -> list[Prose | Vertical]:
        exchange = Exchange(number, step.turn, client_side(step.after, step.reply))
        subjects = [*subject_lines(self.talk.loaded.scenario, step), *doubted_lines(step.turn)]
        fired = "\n".join([*subjects, *(f"← {line}" for line in fired_lines(self.talk.loaded, step))])
        changed = state_change(self.talk.loaded.scenario, step)
        return [*exchange_lines(exchange), Fired(plain(fired)), *([Changed(plain(changed))] if changed else [])]

    def _show_inside(self) -> None:
        scenario, steps = self.talk.loaded.scenario, self.talk.steps
        self.query_one("#title", Prose).show(plain(scenario.title))
        before = steps[-1].before if steps else None
        self.query_one("#inside", Prose).show(
            plain("\n".join(position_lines(scenario, self.talk.position, before)))
        )
        fired = fired_lines(self.talk.loaded, steps[-1]) if steps else []
        head = Content.styled(_("Answered by:") if fired else "", "$muted")
        self.query_one("#fired", Prose).show(Content("\n").join([head, *(plain(line) for line in fired)]))

    def on_prompt_sent(self, event: Prompt.Sent) -> None:
        """Enter: a turn or a command."""
        text = clean_line(event.text).replace("／", "/", 1)
        self._line("trouble", "")
        if not text:
            return
        self.query_one(Prompt).clear()
        if text in ("/end", "/quit"):
            self.action_leave()
        elif text.startswith("/"):
            self._line("trouble", commanded(self.talk, text))
            self._show_all()
        else:
            step = self.talk.say(text)
            if step is None:
                self._line("trouble", _("The talk is over; /undo takes the last turn back."))
            else:
                self.query_one(Talk).add(*self._step(len(self.talk.steps), step))
                self._show_inside()

    def action_undo(self) -> None:
        """Takes the last turn back."""
        self._line("trouble", commanded(self.talk, "/undo"))
        self._show_all()

    def action_restart(self) -> None:
        """Begins anew."""
        self.talk.restart()
        self._show_all()

    def action_leave(self) -> None:
        """Closes the preview."""
        self.app.exit(0)


class PreviewApp(App[int]):
    """The preview as a program of its own."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, talk: Preview, told: Callable[[Diagnostic], str]) -> None:
        super().__init__()
        self._talk, self._told = talk, told
        self.register_theme(NIGHT)
        self.theme = NIGHT.name
        self.title = "Duilian"

    def on_mount(self) -> None:
        """Opens its one screen."""
        self.push_screen(PreviewScreen(self._talk, self._told))


def run_preview(talk: Preview, told: Callable[[Diagnostic], str]) -> int:
    """Runs the preview until the author leaves. ``told`` puts a finding into a line, as ``check`` does."""
    return PreviewApp(talk, told).run() or 0
