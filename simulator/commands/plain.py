"""The plain face: a visit line by line, for pipes, screen readers and terminals without screens.

Each line of input is one turn; a line that begins with ``/`` is a command; the end of input ends the visit.
"""

import io
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from scoring import Rubric, debrief, grade, hints, plain_debrief
from simulator.client.endings import ending_words
from simulator.commands.plain_form import chosen_lines
from simulator.commands.review import meant_in_words
from simulator.commands.wording import heard_line, mood, said_by_you
from simulator.i18n import _
from simulator.scenario.model import Dossier, Scenario
from simulator.text import clean_line
from simulator.transcript.record import Exchange
from simulator.visit.amending import MeantError, read_meant
from simulator.visit.follow_up import FIELDS, read_follow_up
from simulator.visit.offer import OfferError, offer_turn
from simulator.visit.preparing import STEPS, further_of, notes_of, read_preparation
from simulator.visit.visit import Visit

WIDTH = 72


class PlainFace:
    """Talks through two text streams; holds the visit and the rubric it is graded by."""

    def __init__(self, visit: Visit, rubric: Rubric, out: TextIO, menu: bool, echo: bool) -> None:
        self.visit = visit
        self.rubric = rubric
        self.out = out
        self.menu = menu
        self.echo = echo

    def show(self, *lines: str) -> None:
        """Writes lines."""
        for line in lines:
            print(line, file=self.out)
        self.out.flush()

    def run(self, lines: Iterable[str]) -> int:
        """The whole visit with its debrief; 0, for a visit that was ended is a visit done."""
        self._introduce()
        lines = iter(lines)
        for raw in lines:
            line = clean_line(raw)
            if not line:
                continue
            if self.visit.over:
                break
            if line.startswith("/"):
                if not self._command(line):
                    break
            else:
                self._turn(line)
            if self.visit.over:
                break
        if not self.visit.over:
            self._say_client(self.visit.end())
        self._ask_for_a_note(lines)
        self._conclude()
        return 0

    def _ask_for_a_note(self, lines: Iterator[str]) -> None:
        """The follow-up note belongs to the visit; where none was taken, one line is read for it. An empty one takes none."""
        if self.visit.transcript.follow_up:
            return
        self.show(_("Your note for the file: promise=what you promised; next=when you meet again (Enter: none)"))
        said = clean_line(next(lines, "")).removeprefix("/note").strip()
        plainly = (
            not self.echo or said.partition("=")[0].strip().lower() in FIELDS
        )  # what is piped may be a turn too many
        if said and plainly and (follow_up := read_follow_up(said)):
            self.visit.note(follow_up)
            self.show(_("Noted."), "")

    def _introduce(self) -> None:
        scenario = self.visit.scenario
        self.show(f"== {scenario.title} ==", "")
        if not self.visit.transcript.exchanges:
            self.show(*dossier_lines(scenario.dossier), *form_lines(scenario), "")
            self.show(_("Type what you say; /help shows the commands; /end ends the visit."), "")
            self._say_client(self.visit.opening)
        else:
            self.show(
                _("We go on where you stopped, after turn {turn}.").format(
                    turn=len(self.visit.transcript.exchanges)
                ),
                "",
            )
            for exchange in self.visit.transcript.exchanges[-2:]:
                self.show(said_by_you(exchange))
                self._say_client(exchange.client.text)
        self._offer_menu()

    def _say_client(self, text: str) -> None:
        if text:
            self.show(f"{self.visit.scenario.dossier.contact.name}: {text}", "")

    def _turn(self, text: str) -> None:
        if self.menu and text.isdigit() and self.visit.practice:
            lines = self._menu_lines()
            if 1 <= int(text) <= len(lines):
                text = lines[int(text) - 1]
        self._shown(self.visit.say(text))

    def _shown(self, exchange: Exchange) -> None:
        if self.echo:
            self.show(said_by_you(exchange))
        self.show(heard_line(exchange))
        self._say_client(exchange.client.text)
        if exchange.client.note:
            self.show(exchange.client.note, "")
        self.show(f"   [{mood(exchange)}]", "")
        self._offer_menu()

    def _menu_lines(self) -> tuple[str, ...]:
        return self.visit.scenario.states[self.visit.position.state].menu

    def _offer_menu(self) -> None:
        if self.menu and self.visit.practice and not self.visit.over:
            self.show(*(f"   {number}. {line}" for number, line in enumerate(self._menu_lines(), 1)))

    def _command(self, line: str) -> bool:
        """Carries out a command line; False ends the visit."""
        word, _sep, rest = line[1:].partition(" ")
        match word.lower():
            case "end" | "quit" | "bye":
                return False
            case "help":
                self.show(*help_lines())
            case "prepare":
                self._prepare(rest)
            case "offer":
                self._offer(rest)
            case "dossier":
                self.show(*dossier_lines(self.visit.scenario.dossier), *form_lines(self.visit.scenario))
            case "hint":
                self._hint()
            case "menu":
                self._toggle_menu()
            case "note":
                self._note(rest)
            case "amend":
                self._amend(rest)
            case "flag":
                self._flag()
            case other:
                self.show(_("There is no command /{word}; /help shows them all.").format(word=other[:40]))
        return True

    def _prepare(self, rest: str) -> None:
        try:
            preparation, unknown = read_preparation(self.visit.scenario.dossier, rest)
            self.visit.prepare(preparation)
        except ValueError:
            self.show(_("You can prepare only before your first turn."))
            return
        for id in unknown:
            self.show(_("There is no choice '{id}'; /dossier shows them.").format(id=id[:60]))
        self.show(_("Prepared."))
        notes = ", ".join(name for name, words in preparation.notes.items() if words)
        if notes:
            self.show(_("Kept as notes: {names}").format(names=notes))

    def _offer(self, rest: str) -> None:
        try:
            turn = offer_turn(self.visit.scenario, rest)
        except OfferError as error:
            if error.known:
                self.show(
                    _("An offer names {issues}, as in: /offer {example}").format(
                        issues=error.known, example=error.example
                    )
                )
            else:
                self.show(_("There is nothing to bargain about with this client."))
            return
        self._shown(self.visit.take(turn))

    def _toggle_menu(self) -> None:
        if not self.visit.practice:
            self.show(_("There are no lines to pick from in an exam."))
            return
        self.menu = not self.menu
        self._offer_menu()

    def _amend(self, rest: str) -> None:
        if not self.visit.practice:
            self.show(_("In an exam nothing is amended; /flag marks the turn for the trainer."))
            return
        if not self.visit.transcript.exchanges or not rest:
            self.show(_("To say what your last turn meant: /amend ask_problem/open empathise"))
            return
        try:
            meant = self.visit.meant(read_meant(rest))
        except MeantError as error:
            self.show(meant_in_words(error))
            return
        self._shown(self.visit.amend(meant))

    def _flag(self) -> None:
        turns = len(self.visit.transcript.exchanges)
        if not turns:
            self.show(_("There is no turn to flag yet."))
            return
        self.visit.flag(turns)
        self.show(_("Flagged: the trainer will look at your turn {turn}.").format(turn=turns))

    def _hint(self) -> None:
        if not self.visit.practice:
            self.show(_("There are no hints in an exam."))
            return
        names = hints(self.visit.transcript, self.rubric)
        self.show(_("Still open: {names}").format(names=" · ".join(names) or "-"))

    def _note(self, rest: str) -> None:
        follow_up = read_follow_up(rest)
        if not follow_up:
            self.show(_("A note is like: /note promise=send the list by Friday; next=Tuesday 10:00"))
            return
        self.visit.note(follow_up)
        self.show(_("Noted."))

    def _conclude(self) -> None:
        ending = self.visit.scenario.endings.get(self.visit.transcript.ending or "")
        if ending is not None:
            self.show(f"-- {ending.title} --", ending_words(self.visit.client, self.visit.position, ending), "")
        self.show(*chosen_lines(self.visit.scenario.dossier, self.visit.transcript.preparation))
        scorecard = grade(self.visit.transcript, self.rubric)
        result = debrief(self.visit.transcript, scorecard, self.rubric)
        self.show(plain_debrief(result, self.visit.transcript.header.language, WIDTH))


def help_lines() -> tuple[str, ...]:
    """The commands of the plain face."""
    return (
        _("/prepare objective=ID materials=ID,ID questions=ID,ID   before your first turn"),
        _("/dossier   what is known of the client"),
        _("/menu      lines to pick from, by number"),
        _("/hint      what is still open on the checklist"),
        _("/offer rate=3.2   put terms on the table by their names"),
        _("/note promise=...; next=...   what you promise and the next date"),
        _("/amend ask_problem/open empathise   what your last turn meant; it is played again"),
        _("/flag      your last turn was misunderstood: for the trainer to look at"),
        _("/end       end the visit and see the debrief"),
    )


def dossier_lines(dossier: Dossier) -> tuple[str, ...]:
    """The dossier and the choices of the preparation, without telling which are right."""
    lines = [dossier.organisation, f"{dossier.contact.name}, {dossier.contact.title}", dossier.you, dossier.scene]
    lines = [line for line in lines if line.strip(", ")]
    lines.append(dossier.known.strip())
    lines.extend(f"- {fact}" for fact in dossier.facts.values())
    for key, title, choices in (
        ("objective", _("Objective (one)"), dossier.objective),
        ("materials", _("Materials to bring"), dossier.materials),
        ("questions", _("Questions to expect"), dossier.questions),
    ):
        if choices:
            lines.append(f"{title}   {key}=")
            lines.extend(f"   {id}: {choice.text}" for id, choice in choices.items())
    return tuple(lines)


def form_lines(scenario: Scenario) -> tuple[str, ...]:
    """What else can be prepared, by the names under which it is given."""
    lines = [_("Optional, in your own words or by id:")]
    lines += [f"   {id}=   {_(label)}" for id, label in notes_of(scenario).items()]
    for field in further_of(scenario):
        lines.append(f"   {field.id}={f'1-{STEPS}' if field.kind == 'scale' else ''}   {_(field.label)}")
        lines += [f"      {id}: {_(text)}" for id, text in field.ticks]
    return tuple(lines)


def standard_input() -> Iterable[str]:
    """The lines of standard input; bytes that are not UTF-8 are replaced, not fatal."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin
