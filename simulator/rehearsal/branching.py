"""What comes of everything that a trainee could do at one position."""

from collections.abc import Hashable
from dataclasses import dataclass

from simulator.client import Client, Position
from simulator.rehearsal.abstraction import Abstraction, abstraction_of
from simulator.rehearsal.repertoire import Repertoire
from simulator.vocabulary.turn import Turn

SEED = 0
"""The seed chooses words only, so that one stands for all."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a turn: the position, its key (`Abstraction.key`), and whether the client had nothing to say."""

    turn: Turn
    position: Position
    key: Hashable
    silent: bool


@dataclass(frozen=True, slots=True)
class Branches:
    """What came of all that was tried at a position, in ``steps`` steps; what came out alike stands once."""

    steps: int
    outcomes: tuple[Outcome, ...]


Trial = tuple[Position, frozenset[str] | None]
"""A position, and the plain names that what is tried there must bear on (`Repertoire.acts`); None where everything is."""


class Branching:
    """Everything that a trainee could do at one position. Depends on nothing else, so anybody can do it."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.abstraction: Abstraction = abstraction_of(client.scenario)
        self.repertoire = Repertoire(client, self.abstraction)

    def of(self, position: Position, lacking: frozenset[str] | None = None) -> Branches:
        """What comes of the acts to try at ``position`` (`Repertoire.acts`)."""
        steps, outcomes = 0, list[Outcome]()
        seen: set[Hashable] = set()
        for act in self.repertoire.acts(position, lacking):
            turn = self.repertoire.turn(act, position)
            after, reply = self.client.step(position, turn, SEED)
            steps += 1
            key = self.abstraction.key(after)
            alike, silent = (key, after.trust, after.patience), not reply.text
            if silent or alike not in seen:
                outcomes.append(Outcome(turn, after, key, silent))
            if not silent:
                seen.add(alike)
        return Branches(steps, tuple(outcomes))
