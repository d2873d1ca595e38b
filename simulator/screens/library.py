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
from simulator.screens.names import language_names, segment_name, stars, started_at, visit_name
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


ROOMY = 30
"""Lines of a window from which on a client gets two of them."""


class LibraryScreen(Page[None]):
    """The list of clients; what is known of the one under the cursor stands beside or below it."""

    DEFAULT_CSS = """
    LibraryScreen #top { dock: top; height: 3; padding: 1 2 0 2; layout: horizontal; }
    LibraryScreen #brand { width: auto; color: $primary; text-style: bold; }
    LibraryScreen #tagline { width: 1fr; padding-left: 2; color: $muted; }
    LibraryScreen #shelf { height: 1fr; layout: vertical; padding: 0 1; }
    LibraryScreen #choices { height: 1fr; }
    LibraryScreen #more { height: 1; padding: 0 1; color: $muted; display: none; }
    LibraryScreen OptionList {
        height: 1fr; border: none; padding: 0; background: $background; scrollbar-size-vertical: 1;
    }
    LibraryScreen OptionList:focus { background-tint: $foreground 0%; border: none; }
    LibraryScreen OptionList > .option-list--option { padding: 0 1; }
    LibraryScreen OptionList > .option-list--option-disabled { color: $muted; }
    LibraryScreen #about { height: 7; padding: 0 2; border-top: solid $line; scrollbar-size-vertical: 1; }
    LibraryScreen.-wide #shelf { layout: horizontal; padding: 1 1; }
    LibraryScreen.-wide #choices { width: 1fr; height: 100%; }
    LibraryScreen.-wide #about { width: 44%; height: 100%; border-top: none; border-left: solid $line; padding: 0 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("f2", "language"),
        ("f3", "past"),
        ("q", "app.quit"),
        ("f5", "reload"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, Item] = {}
        self._complete = False
        self._shelves: tuple[Library, tuple[Unfinished, ...]] | None = None
        self._filled_compact: bool | None = None

    def body(self) -> ComposeResult:
        """Title, list, description."""
        with Vertical(id="top"):
            yield Prose(_("Duilian"), id="brand")
            yield Prose(_("practise client visits"), id="tagline")
        with Vertical(id="shelf"):
            with Vertical(id="choices"):
                yield OptionList(id="list", markup=False)
                yield Prose(_("↓ more below"), id="more")
            with VerticalScroll(id="about", can_focus=False):
                yield Prose(id="description")

    def keys(self) -> list[Key]:
        """What can be done here."""
        other = "English" if language() == "zh" else "中文"
        return [
            Key(_("Enter"), _("open"), "screen.open"),
            Key("F3", _("past visits"), "screen.past"),
            Key("F2", other, "screen.language"),
            Key("Q", _("quit"), "app.quit"),
        ]

    def on_mount(self) -> None:
        """Puts the clients on the first frame, and reads the shelves in full once it is drawn."""
        self.watch(self.query_one(OptionList), "scroll_y", self._show_more, init=False)
        self._glance()
        self.call_after_refresh(self.action_reload)

    def _show_more(self) -> None:
        """Says so where the list goes on below."""
        choices = self.query_one(OptionList)
        self.query_one("#more").display = choices.max_scroll_y > choices.scroll_target_y

    @property
    def _compact(self) -> bool:
        """Whether a client gets one line only, so that more of them are in sight."""
        return self.size.height < ROOMY

    def on_resize(self, event: events.Resize) -> None:
        """Clients get one line or two, as there is room."""
        if self._shelves is not None and self._filled_compact != self._compact:
            self._fill(*self._shelves)

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Comes back from a visit: an unfinished one may be new, another may be done."""
        if self._complete:
            self.action_reload()

    def action_reload(self) -> None:
        """Reads the library and the unfinished visits again."""
        self.run_worker(self._read(), exclusive=True, group="library", exit_on_error=False)

    async def _read(self) -> None:
        """Reads the whole files and the unfinished visits, in a thread; the first time what is at hand is drawn before it."""
        if not self._complete:
            await asyncio.sleep(0.05)
        self._fill(*await asyncio.to_thread(_everything))
        self._complete = True
        self.call_after_refresh(self.room.warm_up)

    def _glance(self) -> None:
        """Fills the list from the heads of the files, which takes a few milliseconds: less than drawing an empty list first."""
        from simulator.scenario.diagnostics import ScenarioError
        from simulator.scenario.library import Library, entry, read_head, scenario_files

        entries: dict[str, Entry] = {}
        for path in scenario_files():
            with suppress(ScenarioError):
                found = entry(path, read_head)
                entries.setdefault(found.id, found)
        self._fill(Library(tuple(entries.values()), ()), ())

    def _fill(self, library: "Library", waiting: "tuple[Unfinished, ...]") -> None:
        self._shelves, self._filled_compact = (library, waiting), self._compact
        choices = self.query_one(OptionList)
        before = list(self._items.values())
        kept = self._under_cursor()
        first = not self._complete and before[:1] == [kept]
        self._items.clear()
        choices.clear_options()
        if waiting:
            self._heading(_("To be continued"))
            for visit in waiting:
                self._add(visit, _resume_lines(visit, "  " if self._compact else "\n"))
        segments = dict.fromkeys(("corporate", "retail", *(entry.segment for entry in library.entries)))
        for segment in segments:
            members = [entry for entry in library.entries if entry.segment == segment]
            if members:
                self._heading(segment_name(segment))
            for entry in sorted(members, key=lambda entry: entry.difficulty):
                self._add(entry, _entry_line(entry) if self._compact else _entry_lines(entry))
        if library.faults:
            self._heading(_("Files with a fault"))
            for fault in library.faults:
                self._add(fault, Content.assemble(("✗ ", "$error"), Path(fault.file).name))
        self._put_cursor(None if first else kept)
        choices.focus()
        if not self._items:
            self.query_one("#description", Prose).show(_("There are no clients here yet."))
        self.call_after_refresh(self._show_more)

    def _under_cursor(self) -> "Item | None":
        option = self.query_one(OptionList).highlighted_option
        return self._items.get(option.id or "") if option is not None else None

    def _put_cursor(self, item: "Item | None") -> None:
        """Puts the cursor where it was before the list was filled again, or on the client of a visit that is done."""
        choices = self.query_one(OptionList)
        found: list[str] = []
        if item is not None:
            found += [key for key, other in self._items.items() if _same(item, other)]
            found += [key for key, other in self._items.items() if _visited(item, other)]
        key = found[0] if found else None
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
            self.query_one("#description", Prose).show(_description(item, self._compact))
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

    def action_past(self) -> None:
        """Shows the visits that have ended."""
        self.room.open_past()

    def action_language(self) -> None:
        """Changes between Chinese and English."""
        set_language("en" if language() == "zh" else "zh")
        self._items.clear()
        self._complete = False
        self.run_worker(self._again(), exclusive=True, group="language")

    async def _again(self) -> None:
        self._shelves = None
        await self.recompose()
        self.watch(self.query_one(OptionList), "scroll_y", self._show_more, init=False)
        self._glance()
        self.action_reload()


def _visited(item: "Item", client: "Item") -> bool:
    """Whether an item is a visit to this client."""
    from simulator.scenario.library import Entry
    from simulator.visit.store import Unfinished

    return (
        isinstance(item, Unfinished) and isinstance(client, Entry) and item.transcript.header.scenario == client.id
    )


def _same(item: "Item", other: "Item") -> bool:
    """Whether two lines are of one client or visit, though one was read later."""
    from simulator.scenario.diagnostics import Diagnostic

    if type(item) is not type(other):
        return False
    return item == other if isinstance(item, Diagnostic) else item.path == getattr(other, "path", None)


def _facts(entry: "Entry") -> str:
    minutes = _("about {minutes} min").format(minutes=entry.minutes)
    return "  ".join((visit_name(entry.visit), minutes, language_names(entry.languages)))


def _entry_lines(entry: "Entry") -> Content:
    title = entry.said(entry.titles, language())
    return Content.assemble(title, "\n", (stars(entry.difficulty), "$accent"), (f"  {_facts(entry)}", "$muted"))


def _entry_line(entry: "Entry") -> Content:
    return Content.assemble((stars(entry.difficulty), "$accent"), "  ", entry.said(entry.titles, language()))


def _resume_lines(visit: "Unfinished", between: str) -> Content:
    header = visit.transcript.header
    title = header.brief.title if header.brief and header.brief.title else header.scenario
    turns = _("{turns} turns so far").format(turns=len(visit.transcript.exchanges))
    return Content.assemble(title, between, (f"{started_at(header.started)}  {turns}", "$muted"))


def _description(item: "Item", compact: bool) -> Content:
    from simulator.scenario.diagnostics import Diagnostic
    from simulator.scenario.library import Entry

    if isinstance(item, Diagnostic):
        from simulator.scenario.remedies import report_line

        return Content.assemble((_("This file cannot be used:"), "$error"), "\n", report_line(item))
    if isinstance(item, Entry):
        name = item.said(item.contacts, language())
        summary = item.said(item.summaries, language())
        facts = (f"{_facts(item)}\n", "$muted") if compact else ""
        return Content.assemble((name, "bold"), ("  " if compact else "\n") if name else "", facts, summary)
    last = item.transcript.exchanges[-1].client.text if item.transcript.exchanges else item.transcript.opening
    said = _("Last heard: {line}").format(line=last) if last else ""
    return Content.assemble((_("This visit is not finished. Enter goes on with it."), "$muted"), "\n", said)
