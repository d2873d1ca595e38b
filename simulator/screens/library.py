"""The library: whom to visit, and which visits are still open."""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
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

    Item = Entry | Unfinished | Diagnostic


def _everything() -> "tuple[Library, tuple[Unfinished, ...]]":
    """The library with what is wrong in it, and the unfinished visits in which something was done."""
    from simulator.scenario.library import read_library
    from simulator.visit.store import unfinished

    begun = (v for v in unfinished() if v.transcript.exchanges or v.transcript.preparation is not None)
    return read_library(), tuple(begun)


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
    BINDINGS: ClassVar[list[BindingType]] = [("f2", "language"), ("q", "app.quit"), ("f5", "reload")]

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, Item] = {}

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
        self.run_worker(self._read(), exclusive=True, group="library", exit_on_error=False)

    async def _read(self) -> None:
        """First the heads of the files, between frames; then, in a thread, the whole files and the unfinished visits."""
        if not self._items:
            await self._glance()
            await asyncio.sleep(0.05)
        self._fill(*await asyncio.to_thread(_everything))
        self.call_after_refresh(self.room.warm_up)

    async def _glance(self) -> None:
        from simulator.scenario.diagnostics import ScenarioError
        from simulator.scenario.library import Library, entry, read_head, scenario_files

        entries: dict[str, Entry] = {}
        for path in scenario_files():
            with suppress(ScenarioError):
                found = entry(path, read_head)
                entries.setdefault(found.id, found)
            await asyncio.sleep(0)
        self._fill(Library(tuple(entries.values()), ()), ())

    def _fill(self, library: "Library", waiting: "tuple[Unfinished, ...]") -> None:
        choices = self.query_one(OptionList)
        before = list(self._items.values())
        kept = self._under_cursor()
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
        self._put_cursor(kept if before[:1] != [kept] else None)
        choices.focus()
        if not self._items:
            self.query_one("#description", Prose).show(_("There are no clients here yet."))

    def _under_cursor(self) -> "Item | None":
        option = self.query_one(OptionList).highlighted_option
        return self._items.get(option.id or "") if option is not None else None

    def _put_cursor(self, item: "Item | None") -> None:
        """Puts the cursor where it was before the list was filled again, or else on the first line."""
        choices = self.query_one(OptionList)
        key = next((key for key, other in self._items.items() if other == item), None)
        choices.highlighted = choices.get_option_index(key) if key is not None else None
        if key is None:
            choices.action_first()

    def _heading(self, text: str) -> None:
        choices = self.query_one(OptionList)
        gap = "\n" if choices.option_count else ""
        choices.add_option(Option(ProseVisual(Content.assemble(gap, (text, "$muted"))), disabled=True))

    def _add(self, item: "Item", lines: Content) -> None:
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
        from simulator.visit.store import Unfinished

        item = self._items.get(event.option_id or "")
        if isinstance(item, Entry):
            self.app.call_later(self.room.open_scenario, item.path)
        elif isinstance(item, Unfinished):
            self.app.call_later(self.room.resume, item)

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


def _description(item: "Item") -> Content:
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
