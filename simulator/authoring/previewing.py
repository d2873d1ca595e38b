"""Talking with a client while its file is being written: the talk is kept, whatever changes beneath it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from simulator.authoring.tracing import Beginning, Step, key_line
from simulator.client import Client, Position
from simulator.client.hearing import beyond_doubt
from simulator.client.reacting import FOLLOWS
from simulator.client.wording import spoken_terms
from simulator.i18n import N_, _, language
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.load import Loaded
from simulator.scenario.model import Scenario
from simulator.visit.visit import Understands
from simulator.vocabulary.moves import name
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

LEVELS = (N_("hidden"), N_("hinted"), N_("told"), N_("with figures"))
Entry = str | Beginning
"""What was said, or where the talk was moved to."""


class Preview:
    """A talk with the client of one file. Loads it again when it, or what it inherits, has changed."""

    def __init__(
        self,
        load: Callable[[], Loaded],
        understanding: Callable[[Scenario], Understands],
        seed: int = 1,
        beginning: Beginning | None = None,
    ) -> None:
        """Raises `ScenarioError` where the file cannot be played at all. ``beginning`` says where the talk starts."""
        self._load, self._understanding, self.seed = load, understanding, seed
        self.beginning = beginning or Beginning()
        self.entries: list[Entry] = []
        self.faults: tuple[Diagnostic, ...] = ()
        self._take(load())
        self._stamps = self._seen()
        self._replay()

    def _take(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.client = Client(loaded.scenario)
        self._ear = self._understanding(loaded.scenario)

    def _seen(self) -> tuple[tuple[str, int], ...]:
        """The files of the client with the time of their last change; 0 for one that is gone."""
        files = {source.file for layer in self.loaded.layers for source in (layer.source, layer.overlay) if source}
        return tuple((file, _stamp(file)) for file in sorted(files))

    def refreshed(self) -> bool:
        """Loads the client again where a file has changed; whether anything did. The talk is played again with it.

        Where the new version has faults they stand in ``faults``, and the last good one goes on.
        """
        stamps = self._seen()
        if stamps == self._stamps:
            return False
        self._stamps = stamps
        try:
            self._take(self._load())
        except ScenarioError as error:
            self.faults = error.diagnostics
            return True
        self.faults = ()
        self._stamps = self._seen()
        if self.beginning.state not in (None, *self.loaded.scenario.states):
            self.beginning = replace(self.beginning, state=None)
        self._replay()
        return True

    def _replay(self) -> None:
        start, self.opening = self.client.start(self.seed)
        self.start = self.position = self.beginning.of(start)
        self.steps: list[Step] = []
        entries, self.entries = self.entries, []
        for entry in entries:
            if isinstance(entry, str):
                if self.say(entry) is None:
                    self.entries.append(entry)  # the ending may be changed again
            elif entry.state in (None, *self.loaded.scenario.states):
                self.move(entry)

    @property
    def over(self) -> bool:
        """Whether the talk has ended."""
        return self.position.over

    def say(self, text: str) -> Step | None:
        """One turn; None after the end."""
        if self.over:
            return None
        self.entries.append(text)
        previous = self.steps[-1].reply.text if self.steps else self.opening
        turn = self._ear.understand(text, previous)
        after, reply = self.client.step(self.position, turn, self.seed)
        step = Step(turn, self.position, after, reply)
        self.steps.append(step)
        self.position = after
        return step

    def move(self, to: Beginning) -> None:
        """Moves the talk to another state, trust or patience. Raises KeyError where there is no such state."""
        if to.state is not None:
            self.loaded.scenario.states[to.state]
        self.entries.append(to)
        self.position = replace(to.of(self.position), ending=None)
        if to.state is not None:
            self.position = replace(self.position, entered=self.position.turn)

    def undo(self) -> bool:
        """Takes the last turn or move back; whether there was one."""
        if not self.entries:
            return False
        self.entries.pop()
        self._replay()
        return True

    def restart(self) -> None:
        """Begins anew."""
        self.entries = []
        self._replay()


def _stamp(file: str) -> int:
    try:
        return Path(file).stat().st_mtime_ns
    except OSError:
        return 0


def subject_lines(scenario: Scenario, step: Step) -> list[str]:
    """What a turn was taken to be about: the subjects named in it, and the one that was spoken of before where it names none."""
    named: list[str | None] = [move.topic for move in step.turn.moves if move.topic] or [step.turn.about]
    follows = any(move.topic is None and move.id in FOLLOWS for move in step.turn.moves)
    borrowed = step.before.about if follows else None
    told = [subject_called(scenario, id) for id in dict.fromkeys(named) if id]
    if borrowed is not None and borrowed not in named:
        told.append(_("{subject}, spoken of before").format(subject=subject_called(scenario, borrowed)))
    return [_("Subject: {subjects}").format(subjects="; ".join(told))] if told else []


def subject_called(scenario: Scenario | None, id: str) -> str:
    """A subject as its author finds it: its name, where it has one, and its id."""
    for known in (scenario.products, scenario.topics) if scenario is not None else ():
        if id in known:
            return f"{known[id].name} ({id})"
    return id


def doubted_lines(turn: Turn) -> list[str]:
    """What was heard in a turn and too unsurely for the client to act upon."""
    acted = beyond_doubt(turn)
    kept = {*(move.id for move in acted.moves), *(taboo.id for taboo in acted.taboos)}
    if any(move.id == "disclose_terms" for move in acted.moves):
        kept.add("refer_up")  # taken for a condition
    heard: list[MoveMade | TabooMade] = [*turn.moves, *turn.taboos]
    left = {one.id: one.confidence for one in heard if one.id not in kept}
    if not left:
        return []
    told = ", ".join(f"{name(id, language())} {sure:.0%}" for id, sure in left.items())
    return [_("Heard too unsurely for the client to act upon it: {acts}").format(acts=told)]


def fired_lines(loaded: Loaded, step: Step) -> list[str]:
    """The reactions that answered a turn, each with its FILE:LINE, and other places that lines were taken from."""
    lines = [f"{_short(key_line(loaded, place))} {place}" for place in step.reply.fired]
    other = dict.fromkeys(part.place for part in step.reply.parts if part.place not in step.reply.fired)
    lines += [f"{_short(key_line(loaded, place))} {place}" for place in other]
    return lines or [_("no reaction fired")]


def _short(place: str) -> str:
    """``FILE:LINE`` without the folders."""
    return place.replace("\\", "/").rpartition("/")[2]


def state_change(scenario: Scenario, step: Step) -> str:
    """The state that a turn led to, with the one before it; nothing where it stayed the same."""
    before, after = step.before.state, step.after.state
    if before == after:
        return ""
    names = {id: scenario.states[id].name or id for id in (before, after)}
    return _("State: {before} → {after}").format(before=names[before], after=names[after])


def position_lines(scenario: Scenario, position: Position, before: Position | None = None) -> list[str]:
    """Where the client stands, line by line: state, trust, patience, needs, remarks, table."""
    state = scenario.states[position.state]
    lines = [
        _("State: {name} ({id}), turns in it: {n}").format(
            name=state.name, id=position.state, n=position.turn - position.entered
        ),
        _("Trust: {value}{change}").format(
            value=position.trust, change=_change(position.trust, before.trust if before else None)
        ),
        _("Patience: {value}{change}").format(
            value=position.patience, change=_change(position.patience, before.patience if before else None)
        ),
    ]
    if scenario.needs:
        lines.append(_("Needs:"))
    known = dict(position.needs)
    for id in scenario.needs:
        level = known.get(id, 0)
        lines.append(f"  {'●' * level}{'○' * (3 - level)} {id} " + _(LEVELS[level]))
    lines += _remark_lines(position)
    lines += _table_lines(scenario, position)
    if position.ending is not None:
        lines.append(_("Ended: {ending}").format(ending=position.ending))
    return lines


def _change(now: int, before: int | None) -> str:
    return f" ({now - before:+d})" if before is not None and now != before else ""


def _remark_lines(position: Position) -> list[str]:
    lines = [_("Waits for an answer: {id}").format(id=position.pending)] if position.pending else []
    if position.outcomes:
        lines.append(_("Remarks so far: {ids}").format(ids=", ".join(position.outcomes)))
    return lines


def _table_lines(scenario: Scenario, position: Position) -> list[str]:
    table, bargaining = position.table, scenario.bargaining
    if table is None or bargaining is None:
        return []
    told = (
        (_("Client stands by: {terms}"), table.mine),
        (_("Last offered: {terms}"), table.theirs),
        (_("Agreed: {terms}"), table.agreed),
    )
    lines = [_("Table: round {n} of {all}").format(n=table.round, all=bargaining.rounds)]
    lines += [
        "  " + words.format(terms=spoken_terms(bargaining, terms, scenario.language))
        for words, terms in told
        if terms
    ]
    return lines


def commanded(talk: Preview, line: str) -> str:
    """Carries out a line that begins with a stroke; gives what there is to complain of."""
    word, _space, rest = line[1:].partition(" ")
    rest = rest.strip()
    if word == "undo":
        return "" if talk.undo() else _("There is nothing to take back.")
    if word == "restart":
        talk.restart()
        return ""
    if word == "state":
        states = [id for id in talk.loaded.scenario.states if id != "anywhere"]
        if rest not in states:
            told = _("there is no state '{name}'; there are {known}")
            return told.format(name=rest[:40], known=", ".join(states))
        talk.move(Beginning(state=rest))
        return ""
    if word == "help":
        return _(
            "/undo takes the last turn back, /restart begins anew, /state ID, /trust N and /patience N move the client, /end leaves. Save the file, and the talk is played again."
        )
    if word in ("trust", "patience"):
        if not rest.isdecimal() or int(rest) > 100:
            return _("trust and patience lie between 0 and 100")
        talk.move(Beginning(trust=int(rest)) if word == "trust" else Beginning(patience=int(rest)))
        return ""
    known = "/help /undo /restart /state /trust /patience /end"
    return _("There is no command {word}; there are: {known}").format(word=f"/{word[:20]}", known=known)
