"""What a turn meant: all moves and taboos as a list to tick, what was understood first, with the words behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from simulator.i18n import N_, _, language
from simulator.screens.names import PHASES
from simulator.screens.page import Dialog, Key, KeyBar, key_line, too_small
from simulator.screens.prose import Prose, ProseVisual, plain
from simulator.visit.amending import HEARD_IN_WORDS, Meant, Reading
from simulator.vocabulary.moves import MOVES, TABOOS, name
from simulator.vocabulary.turn import Form, MoveMade, TabooMade, Turn

LONGEST_WORDS = 60
"""Characters of the words behind a move that are shown beside it."""
_FORMS = {"open": N_("open question"), "closed": N_("closed question")}
_OTHER: dict[Form, Form] = {"open": "closed", "closed": "open"}


@dataclass(slots=True)
class Row:
    """A move or taboo: whether it is ticked (None: suspected, and nobody has said yet), its form, its words."""

    id: str
    group: str
    ticked: bool | None = False
    form: Form | None = None
    words: str = ""

    @property
    def names(self) -> str:
        """Everything that it can be found by."""
        return _folded(" ".join((self.id, name(self.id, "zh"), name(self.id, "en"))))


def _folded(text: str) -> str:
    return "".join(text.casefold().replace("_", " ").split())


def _words(found: list[MoveMade] | list[TabooMade]) -> str:
    """The words that triggered a label, or else the clause they stand in."""
    words = " … ".join(dict.fromkeys(word for one in found for word in (one.words or (one.clause,)) if word))
    return words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS]}…"


def rows_of(turn: Turn) -> list[Row]:
    """All moves and the taboos that lie in words; what was understood first."""
    rows: list[Row] = []
    for id, move in MOVES.items():
        heard = [made for made in turn.moves if made.id == id]
        form: Form | None = (heard[0].form if heard else None) or ("open" if move.asks else None)
        rows.append(Row(id, "" if heard else move.phase, bool(heard), form, _words(heard)))
    for id in HEARD_IN_WORDS:
        said = [made for made in turn.taboos if made.id == id]
        ticked = None if said and not any(made.certain for made in said) else bool(said)
        rows.append(Row(id, "" if said else "taboos", ticked, None, _words(said)))
    return sorted(rows, key=lambda row: bool(row.group))


class Finder(Input):
    """The field that narrows the list; it leaves the space bar to the list, as no name needs a space to be found."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is to be typed rather than to do something."""
        return key != "space" and super().check_consume_key(key, character)


class Found(OptionList, can_focus=False):
    """The list under the field; the field keeps the cursor."""

    DEFAULT_CSS = """
    Found { height: 1fr; border: none; padding: 0; background: $panel; scrollbar-size-vertical: 1; }
    Found > .option-list--option { padding: 0 1; }
    Found > .option-list--option-disabled { color: $muted; }
    Found > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground;
    }
    """


class AmendScreen(Dialog[Reading]):
    """Asks what a turn meant; closes with the reading, or with None where nothing is to change."""

    DEFAULT_CSS = """
    AmendScreen > #box { width: 84; max-width: 96%; height: 94%; overflow-y: hidden; }
    AmendScreen .title { margin-bottom: 0; }
    AmendScreen #said { max-height: 3; color: $muted; margin-bottom: 1; }
    AmendScreen Input {
        border: none; height: 1; padding: 0 1; margin-bottom: 1; background: $background; color: $foreground;
    }
    AmendScreen Input:focus { border: none; }
    AmendScreen Input > .input--placeholder { color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "tick", priority=True),
        Binding("tab", "form", priority=True),
        Binding("up", "step(-1)", priority=True),
        Binding("down", "step(1)", priority=True),
        Binding("pageup", "step(-8)", priority=True),
        Binding("pagedown", "step(8)", priority=True),
        Binding("f5", "done", priority=True),
        Binding("escape", "clear_or_cancel", priority=True),
        Binding("f6,ctrl+c", "cancel", priority=True),
    ]

    def __init__(self, turn: Turn, title: str, done: str, *, unchanged_too: bool = False) -> None:
        """``done`` is what the key for closing does, in words; ``unchanged_too``: a reading that changes nothing counts."""
        super().__init__()
        self._turn = turn
        self._texts = (title, done)
        self._unchanged_too = unchanged_too
        self._rows = {row.id: row for row in rows_of(turn)}
        self._forms = {row.id: row.form for row in self._rows.values() if row.ticked}
        self._before = self.reading()

    def compose(self) -> ComposeResult:
        """The words, the field that finds, the list, the keys."""
        title, done = self._texts
        with Vertical(id="box"):
            yield Prose(title, classes="title")
            yield Prose(self._turn.text, id="said")
            yield Finder(placeholder=_("type part of a name to find it"))
            yield Found(markup=False)
            yield KeyBar(self._keys(done, ""))
        yield too_small()

    def _keys(self, done: str, wanted: str) -> Content:
        """The keys; Esc first takes away what was typed."""
        return key_line(
            [
                Key(_("Space"), _("tick"), "screen.tick"),
                Key("Tab", _("open/closed"), "screen.form"),
                Key("F5", done, "screen.done"),
                Key("Esc", _("show them all") if wanted else _("leave it as it was"), "screen.clear_or_cancel"),
            ]
        )

    def on_mount(self) -> None:
        """Shows the whole list; typing narrows it."""
        self._fill("")
        self.query_one(Input).focus()

    def reading(self) -> Reading:
        """What is ticked; a form is named only where it was changed or is new."""
        rows = self._rows.values()
        moves = [
            Meant(row.id, row.form if row.form != self._forms.get(row.id) else None)
            for row in rows
            if row.id in MOVES and row.ticked
        ]
        taboos = [row for row in rows if row.id in TABOOS]
        return Reading(
            tuple(moves),
            tuple(row.id for row in taboos if row.ticked),
            tuple(row.id for row in taboos if row.ticked is None),
        )

    def _fill(self, wanted: str) -> None:
        found = self.query_one(Found)
        with self.app.batch_update():
            found.clear_options()
            found.add_options(self._options(_folded(wanted)))
            if not found.option_count:
                nothing = _("Nothing has “{wanted}” in its name. Esc shows them all again.")
                found.add_option(
                    Option(ProseVisual(plain(nothing.format(wanted=wanted.strip()[:40]))), disabled=True)
                )
            found.action_first()

    def _options(self, wanted: str) -> Iterator[Option]:
        group: str | None = None
        for row in self._rows.values():
            heading = _group_name(row.group)
            if wanted not in row.names and wanted not in _folded(heading):
                continue
            if row.group != group:
                gap = "\n" if group is not None else ""
                yield Option(ProseVisual(Content.assemble(gap, (heading, "$muted"))), disabled=True)
                group = row.group
            yield Option(_line(row), id=row.id)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrows the list to what has these letters in its name."""
        self._fill(event.value)
        self.query_one(KeyBar).show(self._keys(self._texts[1], event.value))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a line."""
        event.stop()
        self.action_tick()

    def _under_cursor(self) -> Row | None:
        option = self.query_one(Found).highlighted_option
        return self._rows.get(option.id or "") if option is not None else None

    def _show(self, row: Row) -> None:
        self.query_one(Found).replace_option_prompt(row.id, _line(row))

    def action_tick(self) -> None:
        """Ticks what is under the cursor, or takes the tick away."""
        row = self._under_cursor()
        if row is not None:
            row.ticked = not row.ticked
            self._show(row)

    def action_form(self) -> None:
        """Makes an open question closed, a closed one open, and ticks it."""
        row = self._under_cursor()
        if row is not None and row.form is not None:
            row.form = _OTHER[row.form] if row.ticked else row.form
            row.ticked = True
            self._show(row)

    def action_step(self, step: int) -> None:
        """So many lines down or up."""
        found = self.query_one(Found)
        for _line_passed in range(abs(step)):
            (found.action_cursor_down if step > 0 else found.action_cursor_up)()

    def action_done(self) -> None:
        """Closes with the reading."""
        reading = self.reading()
        self.dismiss(reading if self._unchanged_too or reading != self._before else None)

    def action_clear_or_cancel(self) -> None:
        """Takes away what was typed to find a name, so that the whole list is there; else closes."""
        finder = self.query_one(Input)
        if finder.value:
            finder.clear()
        else:
            self.action_cancel()

    def action_cancel(self) -> None:
        """Closes; nothing changes."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """The field keeps the cursor wherever one clicks."""
        self.query_one(Input).focus()


def _group_name(group: str) -> str:
    if not group:
        return _("Understood")
    return _("Taboos") if group == "taboos" else _(PHASES[group])


def _line(row: Row) -> ProseVisual:
    """The tick, the name, for a question its form, and the words behind it."""
    mark = {True: ("✓", "bold $primary"), False: (" ", ""), None: ("?", "bold $warning")}[row.ticked]
    shown = name(row.id, language())
    if row.ticked is None:
        shown = _("Perhaps a taboo: {name}").format(name=shown)
    form = _(_FORMS[row.form]) if row.form is not None and row.ticked else ""
    return ProseVisual(
        Content.assemble(
            "[",
            mark,
            "]\u00a0",
            (shown, "$error" if row.id in TABOOS and row.ticked else ""),
            (f"  {form}" if form else "", "$secondary"),
            Content.assemble("  ", plain(row.words)).stylize("$muted italic") if row.words else "",
        )
    )
