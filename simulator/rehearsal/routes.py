"""Routes as scripts for ``duilian play ID --plain --seed 0``: what to type, tried out with the recogniser.

Where a sentence is heard as something else, the line after it says what it meant (``/amend``), as a trainee would.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from simulator.client import Client, Position
from simulator.language.subjects import subjects
from simulator.language.understanding import Understanding
from simulator.rehearsal.abstraction import abstraction_of
from simulator.rehearsal.branching import SEED
from simulator.rehearsal.knowledge import knowledge
from simulator.rehearsal.repertoire import Act, offer_text, wordings
from simulator.scenario.model import Scenario
from simulator.visit.amending import Meant, Reading, amended
from simulator.visit.offer import OfferError, offer_turn
from simulator.vocabulary.moves import MOVES, name
from simulator.vocabulary.turn import Turn

_MOST_WORDINGS = 8
"""So many other sentences are tried for a turn before it is put right with ``/amend``."""


@dataclass(frozen=True, slots=True)
class Script:
    """The lines to type, and the position that they lead to."""

    lines: tuple[str, ...]
    end: Position


class Scribe:
    """Writes routes of one client as scripts."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.scenario: Scenario = client.scenario
        self.understanding = Understanding(client.scenario.language, client.scenario)
        self.abstraction = abstraction_of(client.scenario)
        self._subjects = subjects(client.scenario)

    def script(self, route: tuple[Turn, ...], there: Callable[[Position], bool]) -> Script | None:
        """The script of a route to where ``there`` holds; None where what is typed leads elsewhere.

        Where a turn that says several things at once is not understood as it is meant, each is said by itself.
        """
        for way in (route, tuple(part for turn in route for part in _one_by_one(turn))):
            script = self._script(way)
            if there(script.end):
                return script
        return None

    def _script(self, route: tuple[Turn, ...]) -> Script:
        position, previous = self.client.start(SEED)
        lines: list[str] = []
        for turn in route:
            if position.over:
                break
            typed, said = self._typed(turn, position, previous)
            position, reply = self.client.step(position, said, SEED)
            lines += typed
            previous = reply.text or previous
        return Script(tuple(lines), position)

    def _typed(self, turn: Turn, position: Position, previous: str) -> tuple[list[str], Turn]:
        """The lines for a turn, and the turn as they are understood."""
        if turn.moves and all(move.id == "make_offer" for move in turn.moves) and self._offer(turn):
            return [f"/offer {self._offer(turn)}"], turn
        wanted = self._outcome(position, turn)
        for text in (turn.text, *self._otherwise(turn)):
            heard = self.understanding.understand(text, previous)
            after, _ = self.client.step(position, heard, SEED)
            if self.abstraction.key(after) == wanted:
                return [text], heard
        heard = self.understanding.understand(turn.text, previous)
        if self.client.step(position, heard, SEED)[0].over:
            return [turn.text], heard  # once the visit is over there is nothing left to amend
        moves = tuple(dict.fromkeys(Meant(move.id, move.form) for move in turn.moves))
        reading = Reading(moves, tuple(dict.fromkeys(taboo.id for taboo in turn.taboos)))
        said = amended(heard, reading, self.scenario.language, self.scenario)
        words = [f"{meant.id}/{meant.form}" if meant.form else meant.id for meant in moves]
        return [turn.text, f"/amend {' '.join([*words, *reading.taboos])}"], said

    def _otherwise(self, turn: Turn) -> Iterator[str]:
        """Other words for a turn that does one thing: those that its own were taken from, the author's, and the bare subject."""
        if len(turn.moves) != 1 or turn.taboos or turn.moves[0].terms:
            return
        move, known = turn.moves[0], knowledge(self.client)
        yield from wordings(known, Act(move.id, move.topic, move.form))[:_MOST_WORDINGS]
        if move.topic and MOVES[move.id].asks:
            subject = self._subjects.get(move.topic)
            yield from subject.asked[:_MOST_WORDINGS] if subject is not None else ()
            yield known.word_for(move.topic) + ("呢？" if self.scenario.language == "zh" else "?")

    def _outcome(self, position: Position, turn: Turn) -> object:
        after, _ = self.client.step(position, turn, SEED)
        return self.abstraction.key(after)

    def _offer(self, turn: Turn) -> str:
        """The terms of a turn that was made as ``/offer``; empty for any other."""
        bargaining = self.scenario.bargaining
        if bargaining is None:
            return ""
        words = dict.fromkeys(turn.text.split("、" if self.scenario.language == "zh" else ", "))
        found: list[tuple[str, float]] = []
        for id, issue in bargaining.issues.items():
            for word in words:
                if word in issue.values:
                    found.append((id, issue.values[word]))
                elif word.startswith(issue.name) and _is_number(word.removeprefix(issue.name)):
                    found.append((id, float(word.removeprefix(issue.name))))
        text = offer_text(self.scenario, tuple(found))
        try:
            return text if found and offer_turn(self.scenario, text).text == turn.text else ""
        except OfferError:
            return ""


def _one_by_one(turn: Turn) -> Iterator[Turn]:
    if any(move.terms for move in turn.moves):
        yield turn
        return
    for move in turn.moves:
        yield Turn(move.clause, (move,))
    for taboo in turn.taboos:
        yield Turn(taboo.clause, (), (taboo,))


def _is_number(text: str) -> bool:
    return text.strip().replace(".", "", 1).isdigit()


def in_short(route: tuple[Turn, ...], language: str) -> str:
    """A route in a line: the moves of each turn by their names."""
    return " → ".join("+".join(_acts(turn, language)) for turn in route)


def _acts(turn: Turn, language: str) -> list[str]:
    acts = [
        f"{name(move.id, language)}({move.topic})" if move.topic else name(move.id, language) for move in turn.moves
    ]
    return list(dict.fromkeys([*acts, *(f"!{name(taboo.id, language)}" for taboo in turn.taboos)]))
