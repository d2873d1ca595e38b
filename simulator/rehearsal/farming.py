"""Whether trust can be had by repeating oneself: the same words, other words for the same, two things in turn."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from simulator.client import Position, Reply
from simulator.rehearsal.repertoire import Act, Repertoire
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import Turn

SEED = 0
_SAME = 3
"""Times the same words are said."""
_ROUNDS = 7
_FREE = 3
"""Saying the same in other words may still win a little so many times."""
_PROGRESS = ("answered:", "need:", "hint:", "agreed", "authorised")


@dataclass(frozen=True, slots=True)
class Farm:
    """A way to farm trust, ``move`` empty where none was found; ``steps`` is how many repetitions were tried."""

    steps: int
    move: str = ""
    node: int = 0
    gain: int = 0
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A position, by the number of its node, at which trust is tried to be farmed: with every move, or only the warm ones."""

    node: int
    position: Position
    every: bool


def farmed(repertoire: Repertoire, field: Field) -> Farm:
    """Repeats moves at one position."""
    steps = 0
    for acts in _cycles(repertoire, every=field.every):
        for reworded in (False, True):
            turns, gain = _repeated(repertoire, field.position, acts, reworded)
            steps += len(turns)
            if gain > 0:
                return Farm(steps, "+".join(act.id for act in acts), field.node, gain, turns)
    return Farm(steps)


def first_of(tried: Iterable[Farm]) -> Farm:
    """The first way found, with all the steps up to it; none where no field has one."""
    steps = 0
    for farm in tried:
        steps += farm.steps
        if farm.move:
            return replace(farm, steps=steps)
    return Farm(steps)


def _cycles(repertoire: Repertoire, *, every: bool) -> list[tuple[Act, ...]]:
    topic = next(iter(repertoire.scenario.topics), None)
    warm = [_act(id, None) for id in repertoire.warmest]
    single = [_act(id, None) for id in MOVES if id != "farewell"] if every else warm
    asked = [_act("ask_problem", topic), _act("ask_clarify", topic)]
    return [*((act,) for act in (*single, *asked)), *pairwise(warm)]


def _act(id: str, topic: str | None) -> Act:
    return Act(id, topic, "open" if MOVES[id].asks else None)


def _repeated(
    repertoire: Repertoire, position: Position, acts: tuple[Act, ...], reworded: bool
) -> tuple[tuple[Turn, ...], int]:
    """The turns, and what they win after the gain is used up, answers to the client's own questions left out."""
    turns: list[Turn] = []
    gain = 0
    for round in range(_ROUNDS if reworded else _SAME):
        for act in acts:
            turn = repertoire.worded(act, round if reworded else 0)
            if reworded:
                turn = _told_apart(turn, round)
            after, reply = repertoire.client.step(position, turn, SEED)
            turns.append(turn)
            used_up = _worn(position, after) if reworded else round > 0
            if used_up and not _progress(position, after, reply):
                gain += max(0, after.trust - position.trust)
            position = after
            if position.over:
                return tuple(turns), gain
    return tuple(turns), gain


def _progress(before: Position, after: Position, reply: Reply) -> bool:
    """Whether the turn got further: an answer, a need, an agreement, or a reaction that had not come before."""
    new = not set(after.fired) <= set(before.fired)  # there is an end of those
    return new or any(event.startswith(_PROGRESS) for event in reply.events)


def _worn(before: Position, after: Position) -> bool:
    """Whether all that was heard had been heard of the same subject so often that its gain is used up."""
    was = dict(before.heard)
    return all(was.get(key, 0) >= _FREE for key, times in after.heard if ":" in key and times > was.get(key, 0))


def _told_apart(turn: Turn, round: int) -> Turn:
    """The same in words that were not used before."""
    move = turn.moves[0]
    text = f"{turn.text} {'.' * round}{round}"
    return Turn(text, (type(move)(move.id, text, 1.0, move.form, move.topic),))
