"""A talk with everything that the client did in it: at each turn the reactions that answered, and the position after it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from simulator.client import Client, Position, Reply
from simulator.scenario.load import Loaded
from simulator.scenario.places import text_place
from simulator.vocabulary.turn import Turn


@dataclass(frozen=True, slots=True)
class Step:
    """One turn: what was said, where the client stood before it and after it, and the reply."""

    turn: Turn
    before: Position
    after: Position
    reply: Reply


@dataclass(frozen=True, slots=True)
class Trace:
    """A talk from its beginning; ``opening`` is the client's first word, ``start`` the position before the first turn."""

    start: Position
    opening: str
    steps: tuple[Step, ...] = ()

    @property
    def position(self) -> Position:
        """Where the client stands now."""
        return self.steps[-1].after if self.steps else self.start


@dataclass(frozen=True)
class Beginning:
    """Where a talk begins, where that is not as the scenario says: the state, trust and patience."""

    state: str | None = None
    trust: int | None = None
    patience: int | None = None

    def of(self, position: Position) -> Position:
        """The position moved there."""
        return replace(
            position,
            state=position.state if self.state is None else self.state,
            trust=position.trust if self.trust is None else self.trust,
            patience=position.patience if self.patience is None else self.patience,
        )


def trace(client: Client, turns: Iterable[Turn], seed: int, beginning: Beginning | None = None) -> Trace:
    """The talk in which these turns are said; what comes after its end is left out."""
    position, opening = client.start(seed)
    begun = (beginning or Beginning()).of(position)
    made = Trace(begun, opening)
    for turn in turns:
        if made.position.over:
            break
        made = stepped(client, made, turn, seed)
    return made


def stepped(client: Client, before: Trace, turn: Turn, seed: int) -> Trace:
    """The talk with one more turn."""
    after, reply = client.step(before.position, turn, seed)
    step = Step(turn, before.position, after, reply)
    return Trace(before.start, before.opening, (*before.steps, step))


@dataclass(frozen=True)
class Coverage:
    """What of a scenario occurred in talks: the states, the places of reactions, needs, remarks and endings."""

    states: frozenset[str] = frozenset()
    reactions: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset()
    ending: str | None = None
    ways: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """The changes of state, from and to."""


def covered(made: Trace, ending: str | None = None) -> Coverage:
    """What occurred in a talk; ``ending`` where the trainee broke it off."""
    positions = [made.start, *(step.after for step in made.steps)]
    ways = {(step.before.state, step.after.state) for step in made.steps if step.before.state != step.after.state}
    return Coverage(
        frozenset(position.state for position in positions),
        frozenset(place for step in made.steps for place in step.reply.fired),
        frozenset(need for need, _ in made.position.needs),
        frozenset(made.position.raised),
        ending or made.position.ending,
        frozenset(ways),
    )


def key_line(loaded: Loaded, place: str) -> str:
    """The place as ``FILE:LINE``, the line of its name in the uppermost file that has it."""
    path = tuple(place.split("/"))
    for layer in loaded.layers:
        if layer.source.has(path):
            return f"{layer.source.file}:{layer.source.marks[path].line}"
    file, line = text_place(loaded.layers, path)
    return f"{file}:{line}"
