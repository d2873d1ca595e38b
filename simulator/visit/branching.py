"""Playing again from a turn: a new visit that is the old one up to there. The old one stays as it is."""

from collections.abc import Callable
from dataclasses import replace

from simulator import __version__
from simulator.client import Client
from simulator.scenario.load import Loaded
from simulator.transcript.record import Exchange, Transcript
from simulator.transcript.writing import transcript_lines
from simulator.visit.visit import Understands, Visit, Writes, client_side
from simulator.vocabulary.turn import Turn


class BranchError(ValueError):
    """A visit cannot be branched: there is no such ``turn``, the visit was ``over`` before it, or the scenario or the
    client is ``gone`` or has been ``changed`` since."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def branch(
    loaded: Loaded | None,
    transcript: Transcript,
    turn: int,
    understanding: Understands,
    journal: Writes,
    clock: Callable[[], str],
    *,
    name: str = "",
) -> Visit:
    """A new visit, for practice, with the turns before ``turn`` as they were; what follows is said anew.

    ``turn`` counts from 1; one more than there are goes on behind the last, unless that ended the visit. ``name`` is
    that of the old visit where it has no id. The new one is on disk when this returns. Raises `BranchError`, or what
    the journal raises.
    """
    before = branched(transcript, turn, loaded, name)
    assert loaded is not None
    header = replace(
        before.header,
        started=clock(),
        versions={"duilian": __version__, "understanding": understanding.version},
    )
    whole = replace(before, header=header)
    journal.append(*transcript_lines(whole))
    return Visit(loaded, whole, understanding, journal, clock)


def branched(transcript: Transcript, turn: int, loaded: Loaded | None, name: str = "") -> Transcript:
    """What a branch at ``turn`` begins with. Raises `BranchError` where the client would not answer as it did."""
    if loaded is None:
        raise BranchError("gone")
    if loaded.hash != transcript.header.scenario_hash:
        raise BranchError("changed")
    if not 1 <= turn <= len(transcript.exchanges) + 1:
        raise BranchError("turn")
    header = replace(
        transcript.header, mode="practice", visit="", branch_of=transcript.header.visit or name, branch_turn=turn
    )
    kept = tuple(_as_played(exchange) for exchange in transcript.exchanges[: turn - 1])
    before = Transcript(header, kept, transcript.preparation, opening=transcript.opening if kept else "")
    why_not = _why_not(loaded, before)
    if why_not:
        raise BranchError(why_not)
    return before


def played(exchange: Exchange) -> Turn:
    """What the client answered: of a turn amended after the visit the first reading, else the turn as it stands."""
    return exchange.as_heard if exchange.review is not None and exchange.as_heard is not None else exchange.trainee


def _as_played(exchange: Exchange) -> Exchange:
    if exchange.review is None:
        return exchange
    return replace(exchange, trainee=played(exchange), as_heard=None, review=None)


def _why_not(loaded: Loaded, before: Transcript) -> str:
    """Why the visit cannot go on from there, empty where it can."""
    client, seed = Client(loaded.scenario), before.header.seed
    position, _ = client.start(seed)
    for exchange in before.exchanges:
        position, reply = client.step(position, exchange.trainee, seed)
        if client_side(position, reply) != exchange.client:
            return "changed"
    return "over" if position.over else ""
