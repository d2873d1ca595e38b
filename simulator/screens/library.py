"""The library: whom to visit, and which visits are still open."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.i18n import _, language, set_language
from simulator.screens.names import language_names, segment_name, stars, visit_name
from simulator.screens.page import Key, Page
from simulator.screens.prose import Prose, ProseVisual

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Diagnostic
    from simulator.scenario.library import Entry, Library
    from simulator.visit.store import Unfinished

Item = "Entry | Unfinished | Diagnostic"


class LibraryScreen(Page[None]):
    """The list of clients; what is known of the one under the cursor stands beside or below it."""

    DEFAULT_CSS = """
    LibraryScreen #top { dock: top; height: 3; padding: 1 2 0 2; layout: horizontal; }
    LibraryScreen #brand { width: auto; color: $primary; text-style: bold; }
    LibraryScreen #tagline { width: 1fr; padding-left: 2; color: $muted; }
    LibraryScreen #shelf { height: 1fr; layout: vertical; padding: 0 1; }
    LibraryScreen OptionList {
        height: 1fr; border: none; padding: 0; background: $background; scrollbar-size-vertical: 1;
    }
    LibraryScreen OptionList:focus { background-tint: $foreground 0%; border: none; }
    LibraryScreen OptionList > .option-list--option { padding: 0 1; }
    LibraryScreen OptionList > .option-list--option-disabled { color: $muted; }
    LibraryScreen #about { height: 7; padding: 0 2; border-top: solid $line; scrollbar-size-vertical: 1; }
    LibraryScreen.-wide #shelf { layout: horizontal; padding: 1 1; }
    LibraryScreen.-wide OptionList { width: 1fr; height: 100%; }
    LibraryScreen.-wide #about { width: 44%; height: 100%; border-top: none; border-left: solid $line; padding: 0 3; }
    """
    BINDINGS = [("f2", "language"), ("q", "app.quit"), ("f5", "reload")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, Entry | Unfinished | Diagnostic] = {}

    def body(self) -> ComposeResult:
        """Title, list, description."""
        with Vertical(id="top"):
            yield Prose(_("Duilian"), id="brand")
            yield Prose(_("practise client visits"), id="tagline")
        with Vertical(id="shelf"):
            yield OptionList(id="list", markup=False)
            with VerticalScroll(id="about", can_focus=False):
                yield Prose(id="description")

    def keys(self) -> list[Key]:
        """What can be done here."""
        other = "English" if language() == "zh" else "中文"
        return [
            Key(_("Enter"), _("open"), "screen.open"),
            Key("F2", other, "screen.language"),
            Key("Q", _("quit"), "app.quit"),
        ]

    def on_mount(self) -> None:
        """Reads the shelves once the first frame is drawn."""
        self.call_after_refresh(self.action_reload)

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Comes back from a visit: an unfinished one may be new, another may be done."""
        if self._items:
            self.action_reload()

    def action_reload(self) -> None:
        """Reads the library and the unfinished visits again."""
        self.run_worker(self._read, thread=True, exclusive=True, group="library", exit_on_error=False)

    def _read(self) -> None:
        from simulator.scenario.library import read_library
        from simulator.visit.store import unfinished

        begun = tuple(v for v in unfinished() if v.transcript.exchanges or v.transcript.preparation is not None)
        self.app.call_from_thread(self._fill, read_library(), begun)
        self.app.call_from_thread(self.call_after_refresh, self._warm_up)

    def _warm_up(self) -> None:
        from simulator.screens.app import application

        application(self).warm_up()

    def _fill(self, library: "Library", waiting: "tuple[Unfinished, ...]") -> None:
        choices = self.query_one(OptionList)
        kept = choices.highlighted
        self._items.clear()
        choices.clear_options()
        if waiting:
            self._heading(_("To be continued"))
            for visit in waiting:
                self._add(visit, _resume_lines(visit))
        segments = dict.fromkeys(("corporate", "retail", *(entry.segment for entry in library.entries)))
        for segment in segments:
            members = [entry for entry in library.entries if entry.segment == segment]
            if members:
                self._heading(segment_name(segment))
            for entry in sorted(members, key=lambda entry: entry.difficulty):
                self._add(entry, _entry_lines(entry))
        if library.faults:
            self._heading(_("Files with a fault"))
            for fault in library.faults:
                self._add(fault, Content.assemble(("✗ ", "$error"), Path(fault.file).name))
        choices.highlighted = kept if kept is not None and kept < choices.option_count else None
        if choices.highlighted is None:
            choices.action_first()
        choices.focus()
        if not self._items:
            self.query_one("#description", Prose).show(_("There are no clients here yet."))

    def _heading(self, text: str) -> None:
        choices = self.query_one(OptionList)
        gap = "\n" if choices.option_count else ""
        choices.add_option(Option(ProseVisual(Content.assemble(gap, (text, "$muted"))), disabled=True))

    def _add(self, item: "Entry | Unfinished | Diagnostic", lines: Content) -> None:
        key = f"item-{len(self._items)}"
        self._items[key] = item
        self.query_one(OptionList).add_option(Option(ProseVisual(lines), id=key))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tells more about the client under the cursor."""
        item = self._items.get(event.option_id or "")
        if item is not None:
            self.query_one("#description", Prose).show(_description(item))
            self.query_one("#about").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens what was chosen."""
        from simulator.scenario.library import Entry
        from simulator.screens.app import application
        from simulator.visit.store import Unfinished

        item = self._items.get(event.option_id or "")
        if isinstance(item, Entry):
            self.app.call_later(partial(application(self).open_scenario, item.path))
        elif isinstance(item, Unfinished):
            self.app.call_later(partial(application(self).resume, item))

    def action_open(self) -> None:
        """Opens what is under the cursor."""
        self.query_one(OptionList).action_select()

    def action_language(self) -> None:
        """Changes between Chinese and English."""
        set_language("en" if language() == "zh" else "zh")
        self._items.clear()
        self.run_worker(self._again(), exclusive=True, group="language")

    async def _again(self) -> None:
        await self.recompose()
        self.action_reload()


def _entry_lines(entry: "Entry") -> Content:
    facts = "  ".join(
        (
            visit_name(entry.visit),
            _("about {minutes} min").format(minutes=entry.minutes),
            language_names(entry.languages),
        )
    )
    title = entry.said(entry.titles, language())
    return Content.assemble(title, "\n", (stars(entry.difficulty), "$accent"), (f"  {facts}", "$muted"))


def _resume_lines(visit: "Unfinished") -> Content:
    header = visit.transcript.header
    title = header.brief.title if header.brief and header.brief.title else header.scenario
    turns = _("{turns} turns so far").format(turns=len(visit.transcript.exchanges))
    return Content.assemble(title, "\n", (f"{_when(header.started)}  {turns}", "$muted"))


def _when(started: str) -> str:
    return started[:16].replace("T", " ")


def _description(item: "Entry | Unfinished | Diagnostic") -> Content:
    from simulator.scenario.diagnostics import Diagnostic
    from simulator.scenario.library import Entry
    from simulator.scenario.remedies import report_line

    if isinstance(item, Diagnostic):
        return Content.assemble((_("This file cannot be used:"), "$error"), "\n", report_line(item))
    if isinstance(item, Entry):
        name = item.said(item.contacts, language())
        summary = item.said(item.summaries, language())
        return Content.assemble((name, "bold"), "\n" if name else "", summary)
    last = item.transcript.exchanges[-1].client.text if item.transcript.exchanges else item.transcript.opening
    said = _("Last heard: {line}").format(line=last) if last else ""
    return Content.assemble((_("This visit is not finished. Enter goes on with it."), "$muted"), "\n", said)
