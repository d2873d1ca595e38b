"""The client's statechart: which reaction answers a move in a state.

The one place where `transitions` lives. The library's machine keeps its state in a model object and adds many
attributes to it; here that object is private and is set to the wanted state before every question, so that from
outside asking is a pure function. Reactions reach the machine as function objects, never as strings from a file:
a dotted string would be imported and run.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from transitions import Event, EventData, Machine, Transition

from simulator.scenario.condition import Environment
from simulator.scenario.coverage import always
from simulator.scenario.model import GROUPS, Lines, Reaction, Scenario, needs_a_day
from simulator.scenario.references import inherited_reactions
from simulator.vocabulary.moves import TABOOS
from simulator.vocabulary.turn import MoveMade, TabooMade

_SEPARATOR = "/"


@dataclass(frozen=True, slots=True)
class Fired:
    """The reaction that answered: its place in the scenario (``states/discovery/on/fx_pain``) and itself."""

    place: str
    reaction: Reaction
    state: str


class _Cursor:
    """The model that `transitions` needs: where the machine stands and what fired last."""

    state: str
    fired: Fired | None = None


@dataclass(frozen=True, slots=True)
class _Guard:
    """Asks whether a reaction fits the move at hand; handed to `transitions` as a condition."""

    reaction: Reaction
    place: str

    def __call__(self, event: EventData) -> bool:
        return fits(self.reaction, event.kwargs["act"], event.kwargs["env"], self.place, event.kwargs["fired"])


def fits(
    reaction: Reaction, act: MoveMade | TabooMade, env: Environment, place: str = "", fired: tuple[str, ...] = ()
) -> bool:
    """Whether a reaction to the act's id also fits its topic, form and the moment."""
    if (reaction.once and place in fired) or not answers(reaction, act):
        return False
    if reaction.when is not None and not reaction.when.holds(env):
        return False
    return bool(env.get("agreed.date")) or not needs_a_day(reaction.say.all)


def answers(reaction: Reaction, act: MoveMade | TabooMade) -> bool:
    """Whether a reaction to the act's id is written for its topic and form."""
    if not isinstance(act, MoveMade):
        return True
    if reaction.topic and (act.topic or "none") not in reaction.topic:
        return False
    return reaction.form is None or act.form == reaction.form


def triggers(reaction: Reaction) -> tuple[str, ...]:
    """The ids of the moves and taboos that a reaction answers, groups spelled out."""
    return _spelled_out(reaction.move, reaction.taboo)


@lru_cache(maxsize=2048)
def _spelled_out(moves: tuple[str, ...], taboos: tuple[str, ...]) -> tuple[str, ...]:
    made = [id for name in moves for id in GROUPS.get(name, (name,))]
    broken = [id for name in taboos for id in (TABOOS if name == "any" else (name,))]
    return tuple(dict.fromkeys((*made, *broken)))


def _nets(scenario: Scenario) -> dict[tuple[str, str], tuple[Lines, ...]]:
    found: dict[tuple[str, str], tuple[Lines, ...]] = {}
    for state in scenario.states:
        for _, reaction in inherited_reactions(scenario, state):
            if always(reaction) and reaction.say.all:
                for trigger in triggers(reaction):
                    found[state, trigger] = (*found.get((state, trigger), ()), reaction.say)
    return found


class Statechart:
    """The machine of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self._nets = _nets(scenario)
        self._cursor = _Cursor()
        self._machine = Machine(
            model=self._cursor,
            states=[*scenario.states],
            initial=scenario.first,
            auto_transitions=False,
            send_event=True,
        )
        self._answering: dict[str, list[tuple[Reaction, Transition]]] = {}
        """The transitions that answer a move or a taboo, in the order in which they are tried."""
        for state in scenario.states:
            for path, reaction in inherited_reactions(scenario, state):
                transition = self._transition(state, _SEPARATOR.join(str(part) for part in path), reaction)
                for trigger in triggers(reaction):
                    self._answering.setdefault(trigger, []).append((reaction, transition))
        self._events: dict[Hashable, Event] = {}

    def _transition(self, state: str, place: str, reaction: Reaction) -> Transition:
        known: dict[str, Any] = {
            "source": state,
            "dest": reaction.go if reaction.go != state else None,
            "conditions": _Guard(reaction, place),
            "after": self._remember(Fired(place, reaction, reaction.go or state)),
        }
        return Transition(**known)

    def _remember(self, fired: Fired) -> Any:
        def remember(event: EventData) -> None:
            self._cursor.fired = fired

        return remember

    def _event(self, act: MoveMade | TabooMade) -> Event:
        """The event of an act about a topic in a form: only the transitions that are written for such a one are tried."""
        told: tuple[str | None, ...] = (act.topic, act.form) if isinstance(act, MoveMade) else ()
        event = self._events.get((act.id, told))
        if event is None:
            event = self._events[act.id, told] = Event(f"on:{act.id}", self._machine)
            for reaction, transition in self._answering.get(act.id, ()):
                if answers(reaction, act):
                    event.add_transition(transition)
        return event

    def nets(self, state: str, act: MoveMade | TabooMade) -> tuple[Lines, ...]:
        """The lines of the reactions that answer ``act`` in ``state`` whatever the moment, in the order of trial."""
        return self._nets.get((state, act.id), ())

    def react(
        self, state: str, act: MoveMade | TabooMade, env: Environment, fired: tuple[str, ...] = ()
    ) -> Fired | None:
        """The first reaction that fits ``act`` in ``state``, or None where nothing was written for it."""
        cursor = self._cursor
        cursor.fired = None
        self._machine.set_state(state, model=cursor)
        event = self._event(act)
        if state in event.transitions:
            event.trigger(cursor, act=act, env=env, fired=fired)
        return cursor.fired
