"""``duilian preview``: talk with a client while writing it, and see which line of the file answered."""

import argparse
import sys
from pathlib import Path

from simulator.authoring.previewing import (
    Preview,
    commanded,
    doubted_lines,
    fired_lines,
    position_lines,
    state_change,
    subject_lines,
)
from simulator.authoring.tracing import Beginning, Step
from simulator.commands.finding import find_scenario, finding_line
from simulator.commands.plain import standard_input
from simulator.commands.problem import Problem
from simulator.commands.terminal import need_terminal, on_terminal
from simulator.commands.wording import understood
from simulator.i18n import _
from simulator.language.understanding import Understanding
from simulator.scenario.load import Loaded, load_scenario
from simulator.text import clean_line


def preview(options: argparse.Namespace) -> int:
    """Opens the preview, on screen or plain."""
    plain = options.plain or options.brief
    if not plain and on_terminal():
        print(_("One moment, the client is on the way ..."), end="\r", file=sys.stderr, flush=True)
    loaded = find_scenario(options.scenario, options.lang)
    path, spoken = Path(loaded.layers[0].source.file), loaded.scenario.language

    def load() -> Loaded:
        return load_scenario(path, spoken)

    beginning = Beginning(options.state, options.trust, options.patience)
    _checked(loaded, beginning)
    talk = Preview(load, lambda scenario: Understanding(spoken, scenario), options.seed, beginning)
    if plain:
        return _Plain(talk, options.brief).run()
    need_terminal()
    from simulator.screens.preview import run_preview

    return run_preview(talk, finding_line)


def _checked(loaded: Loaded, beginning: Beginning) -> None:
    states = [id for id in loaded.scenario.states if id != "anywhere"]
    if beginning.state is not None and beginning.state not in states:
        template = _("there is no state '{name}'; there are {known}")
        raise Problem(template.format(name=clean_line(beginning.state, 40), known=", ".join(states)))
    if any(value is not None and not 0 <= value <= 100 for value in (beginning.trust, beginning.patience)):
        raise Problem(_("trust and patience lie between 0 and 100"))


class _Plain:
    """The preview line by line; ``brief`` leaves out where the client stands, save a change of state and the end."""

    def __init__(self, talk: Preview, brief: bool = False) -> None:
        self.talk, self.brief = talk, brief

    def run(self) -> int:
        talk = self.talk
        print(f"== {talk.loaded.scenario.title} ==")
        print(
            _(
                "Type what you say; /undo takes a turn back; /state ID, /trust N, /patience N move the client; /end leaves."
            )
        )
        self._client(talk.opening)
        self._where(None)
        for raw in standard_input():
            line = clean_line(raw)
            if talk.refreshed():
                self._reloaded()
            if line in ("/end", "/quit"):
                break
            if line.startswith("/"):
                self._command(line)
            elif line:
                self._say(line)
        return 0

    def _say(self, line: str) -> None:
        step = self.talk.say(line)
        if step is None:
            print(_("The talk is over; /undo takes the last turn back."))
        else:
            self._step(step)

    def _step(self, step: Step) -> None:
        print(f"> {step.turn.text}")
        print(f"   [{understood(step.turn)}]")
        scenario = self.talk.loaded.scenario
        subjects = subject_lines(scenario, step)
        for line in subjects if self.brief else (*subjects, *doubted_lines(step.turn)):
            print(f"   {line}")
        for line in fired_lines(self.talk.loaded, step):
            print(f"   ← {line}")
        self._client(step.reply.text)
        if step.reply.note:
            print(step.reply.note)
        if changed := state_change(scenario, step):
            print(f"*** {changed} ***")
        self._where(step)

    def _client(self, text: str) -> None:
        print(f"{self.talk.loaded.scenario.dossier.contact.name}: {text}")

    def _where(self, step: Step | None) -> None:
        if self.brief:
            if step is not None and step.after.ending is not None:
                print("   " + _("Ended: {ending}").format(ending=step.after.ending))
            print(flush=True)
            return
        for line in position_lines(self.talk.loaded.scenario, self.talk.position, step.before if step else None):
            print(f"   {line}")
        print(flush=True)

    def _reloaded(self) -> None:
        for fault in self.talk.faults:
            print(finding_line(fault))
        if self.talk.faults:
            print(_("The last good version goes on."))
            return
        print(_("The file has changed; the talk is played again:"))
        for step in self.talk.steps:
            self._step(step)

    def _command(self, line: str) -> None:
        told = commanded(self.talk, line)
        if told:
            print(told)
        else:
            self._where(None)
