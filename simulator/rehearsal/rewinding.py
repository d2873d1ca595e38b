"""A visit laid out with the client's position at every turn, so that it can be played on, or otherwise, from any of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.client import Client, Position
from simulator.scenario.load import Loaded
from simulator.transcript.record import ClientSide, Exchange, Transcript
from simulator.visit.branching import played
from simulator.visit.visit import client_side
from simulator.vocabulary.turn import Turn


class CannotReplayError(Exception):
    """The visit cannot be played again: its scenario is ``gone``, or it (or the client) has been ``changed`` since."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Rewound:
    """A visit and the positions before its first turn and after each; ``positions[n]`` is the one after n turns."""

    client: Client
    transcript: Transcript
    positions: tuple[Position, ...]

    @property
    def turns(self) -> int:
        """How many turns there are."""
        return len(self.transcript.exchanges)

    def until(self, turns: int) -> Transcript:
        """The visit as it stood after so many turns, not ended; the note after it is left out."""
        exchanges = self.transcript.exchanges[:turns]
        return replace(self.transcript, exchanges=exchanges, ending=None, follow_up={})

    def as_answered(self, index: int, said: Sequence[Turn], instead_of: int) -> Transcript:
        """As `otherwise`, but with the client's answers left as they were: quick, and enough to see what cannot help."""
        exchanges = self.transcript.exchanges
        told = [*exchanges[:index]]
        for turn in said:
            side = exchanges[index].client if instead_of else ClientSide("", self.positions[index].state, 0, 0)
            told.append(Exchange(0, turn, side))
        told += exchanges[index + instead_of :]
        return replace(self.transcript, exchanges=tuple(replace(each, turn=at) for at, each in enumerate(told, 1)))

    def otherwise(self, index: int, said: Sequence[Turn], instead_of: int) -> Transcript:
        """The visit with ``said`` in place of the ``instead_of`` turns from ``index`` on (0: put between), and everything
        else that the trainee said as it was; the client answers anew from there, and may end the visit sooner."""
        told = list(self.transcript.exchanges[:index])
        rest = self.transcript.exchanges[index + instead_of :]
        position, seed = self.positions[index], self.transcript.header.seed
        turns = [*((turn, None) for turn in said), *((played(each), each) for each in rest)]
        for turn, was in turns:
            if position.over:
                break
            position, reply = self.client.step(position, turn, seed)
            side = client_side(position, reply)
            made = Exchange(len(told) + 1, turn, side)
            told.append(made if was is None else replace(was, turn=made.turn, client=side))
        ending = position.ending or self.transcript.ending
        return replace(self.transcript, exchanges=tuple(told), ending=ending)


def rewind(loaded: Loaded | None, transcript: Transcript) -> Rewound:
    """The visit laid out turn by turn. Raises `CannotReplayError` unless the client answers word for word as recorded."""
    if loaded is None:
        raise CannotReplayError("gone")
    if loaded.hash != transcript.header.scenario_hash:
        raise CannotReplayError("changed")
    client, seed = Client(loaded.scenario), transcript.header.seed
    position, _ = client.start(seed)
    positions = [position]
    for exchange in transcript.exchanges:
        position, reply = client.step(position, played(exchange), seed)
        if reply.text != exchange.client.text:
            raise CannotReplayError("changed")
        positions.append(position)
    return Rewound(client, transcript, tuple(positions))
