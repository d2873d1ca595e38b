"""One visit by a simulated relationship manager, in memory: no text to understand, no disk."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from simulator import __version__
from simulator.client import Client, Position, Reply
from simulator.rehearsal.speech import Speech
from simulator.scenario.load import Loaded
from simulator.scenario.model import Scenario
from simulator.transcript.record import Exchange, Header, Preparation, Transcript
from simulator.visit.brief import brief_of
from simulator.visit.visit import client_side
from simulator.vocabulary.turn import Turn

MOST_TURNS = 60
"""A player that has not come to an end by then breaks off."""


@dataclass(frozen=True, slots=True)
class Player:
    """A simulated relationship manager: ``speak`` gives the next turn, or None to break off.

    All three are pure: the same visit and seed give the same words. ``prepare`` and ``note`` fill the forms before
    and after the visit; None and an empty note where the player does not bother.
    """

    id: str
    speak: Callable[[Speech], Turn | None]
    prepare: Callable[[Scenario, int], Preparation | None]
    note: Callable[[Scenario, Transcript, int], dict[str, str]]


def header_of(loaded: Loaded, seed: int, player: str) -> Header:
    """The header of a rehearsed visit."""
    scenario = loaded.scenario
    return Header(
        scenario.id,
        loaded.hash,
        scenario.language,
        seed,
        learner=player,
        versions={"duilian": __version__},
        brief=brief_of(scenario),
    )


Hears = Callable[[Reply], None]
"""Whoever listens to the replies of a rehearsed visit."""


def play(
    loaded: Loaded, player: Player, seed: int, client: Client | None = None, heard: Hears | None = None
) -> Transcript:
    """The visit that ``player`` makes with ``seed``; ``client`` saves building the same one again."""
    return played(loaded, player, seed, client or Client(loaded.scenario), heard)[1]


def played(
    loaded: Loaded, player: Player, seed: int, client: Client, heard: Hears | None = None
) -> tuple[Position, Transcript]:
    """The same with the position in which the visit was left."""
    position, opening = client.start(seed)
    began = Transcript(
        header_of(loaded, seed, player.id), preparation=player.prepare(loaded.scenario, seed), opening=opening
    )
    return _to_the_end(client, player, position, began, seed, heard)


def play_on(
    client: Client, player: Player, transcript: Transcript, seed: int, heard: Hears | None = None
) -> Transcript:
    """The visit as ``player`` goes on with it from where ``transcript`` stands, to its end.

    ``seed`` is the player's; the client keeps the one in the header.
    """
    return play_from(client, player, replayed(client, transcript), transcript, seed, heard)


def play_from(
    client: Client,
    player: Player,
    position: Position,
    transcript: Transcript,
    seed: int,
    heard: Hears | None = None,
) -> Transcript:
    """As `play_on`, where the position after the exchanges of ``transcript`` is known."""
    return _to_the_end(client, player, position, transcript, seed, heard)[1]


def _to_the_end(
    client: Client,
    player: Player,
    position: Position,
    transcript: Transcript,
    seed: int,
    heard: Hears | None,
) -> tuple[Position, Transcript]:
    while not position.over and len(transcript.exchanges) < MOST_TURNS:
        turn = player.speak(Speech(client, position, transcript, seed))
        if turn is None:
            break
        position, transcript = exchanged(client, position, transcript, turn, heard)
    if not position.over:
        _, _, ending = client.conclude(position)
        transcript = replace(transcript, ending=ending)
    note = player.note(client.scenario, transcript, seed)
    return position, replace(transcript, follow_up={**transcript.follow_up, **note})


def replayed(client: Client, transcript: Transcript) -> Position:
    """The position after the exchanges of a transcript."""
    position, _ = client.start(transcript.header.seed)
    for exchange in transcript.exchanges:
        position, _ = client.step(position, exchange.trainee, transcript.header.seed)
    return position


def exchanged(
    client: Client, position: Position, transcript: Transcript, turn: Turn, heard: Hears | None = None
) -> tuple[Position, Transcript]:
    """The position and the transcript after one more turn."""
    position, reply = client.step(position, turn, transcript.header.seed)
    if heard is not None:
        heard(reply)
    exchange = Exchange(len(transcript.exchanges) + 1, turn, client_side(position, reply))
    exchanges = (*transcript.exchanges, exchange)
    return position, replace(transcript, exchanges=exchanges, ending=position.ending)
