"""One turn being taken: what the client knows from the scenario, and what has come of the turn so far."""

from dataclasses import dataclass, replace

from simulator.client.bargaining import Bargainer
from simulator.client.position import Position
from simulator.client.replies import Part, filled, pick, remembered
from simulator.client.statechart import Statechart
from simulator.client.terms import spoken_terms
from simulator.scenario.model import Lines, Scenario


@dataclass(frozen=True, slots=True)
class Reply:
    """What the client says and what came of the turn.

    ``events`` as in the transcript (``need:id``, ``objection:id``, ``answered:id``, ``offer``, ``agreed``, ``left``);
    ``asks`` the remark that now waits for an answer; ``parts`` the lines with their places, for the preview;
    ``note`` is narration that is not the client's (the bank's answer after referring up).
    """

    text: str
    events: tuple[str, ...] = ()
    asks: str | None = None
    offer: tuple[tuple[str, float], ...] | None = None
    parts: tuple[Part, ...] = ()
    note: str = ""


class Mind:
    """What follows from the scenario alone: its statechart and its side of the table."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.chart = Statechart(scenario)
        self.bargainer = Bargainer(scenario.bargaining) if scenario.bargaining else None

    def values(self, position: Position) -> dict[str, str]:
        """What templates in lines may name."""
        known = {"address": self.scenario.dossier.contact.address, "terms": "", "mine": "", "bank": "", "gap": ""}
        if position.table is not None and self.scenario.bargaining is not None:
            bargaining, language = self.scenario.bargaining, self.scenario.language
            known["mine"] = spoken_terms(bargaining, position.table.mine, language)
            known["terms"] = spoken_terms(bargaining, position.table.agreed or position.table.theirs, language)
            floors = tuple((id, issue.floor) for id, issue in bargaining.issues.items())
            known["bank"] = spoken_terms(bargaining, floors, language)
            gap = [pair for pair in position.table.mine if pair not in position.table.theirs]
            known["gap"] = spoken_terms(bargaining, tuple(gap), language)
        return known


class Taking:
    """One turn being taken: the position as it changes, and the parts of the reply so far."""

    def __init__(self, mind: Mind, position: Position, seed: int) -> None:
        self.mind = mind
        self.scenario = mind.scenario
        self.seed = seed
        self.start = position
        self.position = replace(position, turn=position.turn + 1)
        self.parts: list[Part] = []
        self.events: list[str] = []
        self.trust = 0
        self.patience = 0
        self.offer: tuple[tuple[str, float], ...] | None = None
        self.note = ""
        self.settled_now = False
        self.bargained = False

    def say(self, lines: Lines, place: str, weight: int) -> bool:
        """Adds a line; tells whether there was one that had not been said."""
        line, fresh = pick(lines, self.position.trust, self.position.spoken, self.seed, self.position.turn, place)
        if line:
            self.position = replace(self.position, spoken=remembered(self.position.spoken, line))
            self.parts.append(Part(filled(line, self.mind.values(self.position)), place, weight))
        return fresh

    def event(self, name: str) -> None:
        self.events.append(name)
