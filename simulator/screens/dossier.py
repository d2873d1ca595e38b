"""The dossier to study and the form to prepare with, side by side or one below the other."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from simulator.i18n import _
from simulator.scenario.model import Choice as ChoiceModel
from simulator.scenario.model import Dossier, Scenario
from simulator.screens.ask import Ask
from simulator.screens.choices import Choice, Choices, Press, Typed
from simulator.screens.desk import Opened
from simulator.screens.entry import Note
from simulator.screens.further import FurtherForm
from simulator.screens.names import stars, visit_name
from simulator.screens.page import WIDE, Key, Page
from simulator.screens.prose import Prose
from simulator.text import clean
from simulator.transcript.record import Preparation
from simulator.visit.preparing import notes_of


def dossier_parts(scenario: Scenario) -> list[tuple[str, Content]]:
    """The dossier as headings and texts; nothing that the visit is to find out."""
    dossier = scenario.dossier
    parts = [(_("Whom you visit"), _person(dossier))]
    for heading, text in (
        (_("Who you are"), dossier.you),
        (_("The scene"), dossier.scene),
        (_("What the file says"), _file(dossier)),
    ):
        if text.strip():
            parts.append((heading, Content(text.strip())))
    return parts


def _file(dossier: Dossier) -> str:
    return "\n".join((dossier.known.strip(), *(f"· {fact.strip()}" for fact in dossier.facts.values())))


def _person(dossier: Dossier) -> Content:
    contact = dossier.contact
    age = _("aged {age}").format(age=contact.age) if contact.age else ""
    facts = " · ".join(part for part in (contact.title, dossier.organisation, age) if part)
    address = _("You say: {address}").format(address=contact.address)
    lines = [line for line in (facts, address, contact.character.strip()) if line]
    return Content.assemble((contact.name, "bold"), *(f"\n{line}" for line in lines))


class DossierText(VerticalScroll):
    """The dossier of a client as running text."""

    DEFAULT_CSS = """
    DossierText .heading { color: $primary; margin-top: 1; }
    """

    def __init__(self, scenario: Scenario, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._scenario = scenario

    def compose(self) -> ComposeResult:
        """A heading and a text for each part."""
        for heading, text in dossier_parts(self._scenario):
            yield Prose(heading, classes="heading")
            yield Prose(text)


class DossierScreen(Page[Opened]):
    """Study, prepare, begin. Closes with the visit begun, or with None."""

    DEFAULT_CSS = """
    DossierScreen #head { dock: top; height: auto; padding: 1 3 0 3; }
    DossierScreen #desk { padding: 0 0 0 3; margin-bottom: 1; scrollbar-size-vertical: 1; }
    DossierScreen DossierText, DossierScreen #form { height: auto; scrollbar-size-vertical: 1; }
    DossierScreen .heading { color: $primary; margin-top: 1; }
    DossierScreen.-narrow #dossier, DossierScreen.-narrow #form { padding-right: 3; }
    DossierScreen #form > .first { border-top: solid $line; margin-top: 1; padding-top: 1; }
    DossierScreen.-wide #desk { layout: horizontal; overflow-y: hidden; }
    DossierScreen.-wide DossierText { width: 1fr; height: 100%; padding-right: 3; }
    DossierScreen.-wide #form { width: 1fr; height: 100%; padding: 0 2 0 3; border-left: solid $line; }
    DossierScreen.-wide #form > .first { border-top: none; margin-top: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("f5", "begin"),
        ("f3", "further"),
        ("escape,ctrl+c", "back"),
        ("tab", "go(1)"),
        ("shift+tab", "go(-1)"),
    ]

    def __init__(self, scenario: Scenario, begin: Callable[[Preparation | None], Opened]) -> None:
        super().__init__()
        self._scenario = scenario
        self._begin = begin
        self._beginning = False

    def body(self) -> ComposeResult:
        """The title, the dossier, the form."""
        scenario = self._scenario
        minutes = _("about {minutes} min").format(minutes=scenario.minutes)
        facts = f"   {stars(scenario.difficulty)}  {visit_name(scenario.visit)}  {minutes}"
        yield Prose(Content.assemble((scenario.title, "bold $foreground"), (facts, "$muted")), id="head")
        with VerticalScroll(id="desk"):
            yield DossierText(scenario, id="dossier")
            with VerticalScroll(id="form", can_focus=False):
                yield from self._form()

    def _form(self) -> ComposeResult:
        dossier = self._scenario.dossier
        yield Prose(_("Prepare, or go straight in"), classes="first muted")
        groups = (
            ("objective", _("What do you want to have reached when you leave? (one)"), dossier.objective),
            ("materials", _("What do you take along? (any number)"), dossier.materials),
            ("questions", _("What will the client ask or object to? (any number)"), dossier.questions),
        )
        for id, heading, choices in groups:
            if choices:
                yield Prose(heading, classes="heading")
                yield Choices(_texts(choices), single=id == "objective", id=id)
        for id, label in notes_of(self._scenario).items():
            yield Prose(_(label), classes="heading")
            yield Note(id=id)
        yield FurtherForm(self._scenario)
        yield Press(_("Begin the visit"), "begin")

    def keys(self) -> list[Key]:
        """What can be done here."""
        return [
            Key("F5", _("begin the visit"), "screen.begin"),
            Key("Tab", _("next field"), "screen.go(1)"),
            Key("F3", _("more"), "screen.further"),
            Key(_("Space"), _("choose"), "screen.tick"),
            Key("Esc", _("back"), "screen.back"),
        ]

    def on_mount(self) -> None:
        """The first field beside the dossier; where they stand below each other, the dossier to read first."""
        self._divide(self.size.width)
        if self.size.width < WIDE:
            self.query_one("#desk").focus()
            return
        first = next(iter(self.query_one("#form").query("Choice, Note")), self.query_one(Press))
        first.focus()

    def on_resize(self, event: events.Resize) -> None:
        """What scrolls as a whole can be reached by Tab as a whole."""
        self._divide(event.size.width)

    def _divide(self, width: int) -> None:
        self.query_one("#desk").can_focus = width < WIDE
        self.query_one("#dossier").can_focus = width >= WIDE

    def preparation(self) -> Preparation | None:
        """What was filled in; None where nothing was."""
        ticked = {id: self._ticked(id) for id in ("objective", "materials", "questions")}
        notes = {id: self.query_one(f"#{id}", Note).text.strip() for id in notes_of(self._scenario)}
        notes |= self.query_one(FurtherForm).notes()
        if not any(ticked.values()) and not any(notes.values()):
            return None
        objective = next(iter(ticked["objective"]), "")
        return Preparation(objective, ticked["materials"], ticked["questions"], notes)

    def _ticked(self, id: str) -> tuple[str, ...]:
        found = self.query(f"#{id}").results(Choices)
        return next((group.ticked for group in found), ())

    def action_begin(self) -> None:
        """Writes the preparation down and opens the door."""
        if self._beginning:
            return
        self._beginning = True
        preparation = self.preparation()
        self.room.in_background(lambda: self._begin(preparation), self._begun, self._failed)

    def _begun(self, opened: Opened) -> None:
        self.dismiss(opened)

    def _failed(self) -> None:
        self._beginning = False

    def action_further(self) -> None:
        """Unfolds the further fields and goes there, or folds them again."""
        self.query_one(FurtherForm).turn()

    def action_go(self, by: int) -> None:
        """To the next field (or the one before): a group of choices is one, and the arrows move within it."""
        here = self.focused
        group = here.parent if isinstance(here, Choice) else None
        move = self.focus_next if by > 0 else self.focus_previous
        for _stop in range(len(self.focus_chain)):
            now = move()
            if now is None or now is here or not (isinstance(now, Choice) and now.parent is group):
                break
        now = self.focused
        if by < 0 and isinstance(now, Choice) and now.parent is not None:
            next(iter(now.parent.query(Choice))).focus()

    def on_typed(self, event: Typed) -> None:
        """Words typed at a choice begin, or go on with, the next field of words, so that none is lost unseen."""
        chain = self.focus_chain
        at = chain.index(self.focused) if self.focused in chain else 0
        notes = [widget for widget in (*chain[at:], *chain[:at]) if isinstance(widget, Note)]
        if notes:
            notes[0].focus()
            notes[0].move_cursor(notes[0].document.end)
            notes[0].insert(clean(event.text))

    def action_tick(self) -> None:
        """A click on the key at the foot ticks the choice in focus."""
        if self.focused is not None:
            self.focused.call_later(self.focused.run_action, "tick")

    def action_back(self) -> None:
        """Leaves without a visit; asks first where something was prepared."""
        if self.preparation() is None:
            self.dismiss(None)
        else:
            text = _("What you have prepared here is not kept.")
            self.app.push_screen(Ask(_("Back without a visit?"), text, _("back"), _("stay"), "ctrl+c"), self._back)

    def _back(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(None)


def _texts(choices: dict[str, ChoiceModel]) -> dict[str, str]:
    return {id: choice.text for id, choice in choices.items()}
