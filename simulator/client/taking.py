"""One turn being taken: what the client knows from the scenario, and what has come of the turn so far."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from simulator.client.bargaining import Bargainer
from simulator.client.days import with_day
from simulator.client.echoing import sense_of
from simulator.client.position import Position, changed
from simulator.client.replies import Part, Tone, attributed, filled, line_key, oldest, pick, without
from simulator.client.statechart import Statechart
from simulator.client.terms import spoken_figures
from simulator.client.wording import capitals, open_terms, referred_back, spoken_terms
from simulator.scenario.model import Lines, Scenario
from simulator.vocabulary.turn import MoveMade


@dataclass(frozen=True, slots=True)
class Put:
    """A stretch of the trainee's words that is put to somebody present, by id."""

    begin: int
    end: int
    who: str


RECENT = 8
"""How many of its last lines the client would not say again in other words."""


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
    taken: tuple[tuple[str, float], ...] | None = None
    """The trainee's terms as they were taken; None where no table was looked at."""
    fired: tuple[str, ...] = ()
    """The places of the reactions that answered, in the order of what was said."""
    remark: str = ""
    """Of ``text`` the words of the remark that the client made in this turn."""


class Mind:
    """What follows from the scenario alone: its statechart and its side of the table."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.chart = Statechart(scenario)
        self.bargainer = Bargainer(scenario.bargaining) if scenario.bargaining else None

    @cached_property
    def lines(self) -> dict[int, str]:
        """Everything that the client can say, by its key."""
        from simulator.scenario.references import every_line  # heavy, and not needed before the first reply

        return {line_key(line): line for _, line in every_line(self.scenario)}

    def values(self, position: Position) -> dict[str, str]:
        """What templates in lines may name."""
        known = {"address": self.scenario.dossier.contact.address, "terms": "", "mine": "", "bank": "", "gap": ""}
        known |= {
            "date": position.date,
            "figure": "",
            "agreed": "",
            "granted": "",
            "heard": "",
            "rider": "",
            "asked": "",
        }
        if position.table is not None and self.scenario.bargaining is not None:
            bargaining, language = self.scenario.bargaining, self.scenario.language
            known["mine"] = spoken_terms(bargaining, position.table.mine, language)
            known["terms"] = spoken_terms(bargaining, position.table.agreed or position.table.theirs, language)
            floors = tuple((id, issue.floor) for id, issue in bargaining.issues.items())
            known["bank"] = spoken_terms(bargaining, floors, language)
            gap = [pair for pair in position.table.mine if pair not in position.table.theirs]
            known["gap"] = spoken_terms(bargaining, tuple(gap), language)
            known["agreed"] = spoken_terms(bargaining, position.table.agreed, language)
            known["heard"] = spoken_terms(bargaining, position.table.queried, language)
            known["rider"] = position.table.rider
            known["figure"] = spoken_figures(bargaining, position.table.queried, language)
        return known

    def open_terms(self, position: Position) -> str:
        """The client's terms that the trainee has not met, in words."""
        bargaining, table = self.scenario.bargaining, position.table
        if bargaining is None or table is None:
            return ""
        return spoken_terms(bargaining, open_terms(table.mine, table.theirs), self.scenario.language)


class Taking:
    """One turn being taken: the position as it changes, and the parts of the reply so far."""

    def __init__(self, mind: Mind, position: Position, seed: int) -> None:
        self.mind = mind
        self.scenario = mind.scenario
        self.seed = seed
        self.start = position
        self.position = changed(position, turn=position.turn + 1)
        self.parts: list[Part] = []
        self.events: list[str] = []
        self.fired: list[str] = []
        self.trust = 0
        self.patience = 0
        self.offer: tuple[tuple[str, float], ...] | None = None
        self.taken: tuple[tuple[str, float], ...] | None = None
        self.note = ""
        self.settled_now = False
        self.ignored_now = False
        self.suspect = False
        """Whether any taboo was heard in the turn, be it so unsurely that the client takes no offence."""
        self.bargained = False
        self.names_other_terms = False
        """Whether the trainee spoke of terms that the client does not stand by."""
        self.refers_back = False
        """Whether ``$mine`` only refers back to what the client named before."""
        self.only_open = False
        """Whether ``$mine`` names only what is still open, as one does who has told the whole before."""
        self.refused: frozenset[tuple[str, float]] = frozenset()
        """The values that the trainee says it cannot give."""
        self.granted = ""
        """What the trainee has just met of the client's terms, in words."""
        self.own_figure = ""
        """The answer to whether a figure of the client's own is really meant; empty where nobody asked."""
        self.owing = False
        """Whether the trainee asked something that this turn does not answer."""
        self.heard: tuple[MoveMade, ...] = ()
        """Every move that was heard in the turn, be it so unsurely that the client does not act upon it."""
        self.day_named = False
        """Whether a day for the next step was named in this very turn."""
        self.parting = False
        """Whether the trainee takes leave in this turn."""
        self.asked_words = ""
        """The asking words of the question that is being passed on ("how many tons"), where they can be given back."""
        self.offended = False
        """Whether something was said in this turn after which the client confides nothing."""
        self.raising = ""
        """The place of the line with which the client made a remark in this turn."""
        self.text = ""
        """The trainee's words."""
        self.put: tuple[Put, ...] = ()
        """What of them is put to somebody beside the client."""
        self.spent: Lines | None = None
        """The lines of a place where there was nothing left to say."""

    @property
    def spoken(self) -> tuple[int, ...]:
        """What has been said in the visit or may be said in this turn."""
        return (*self.position.spoken, *(part.key for part in self.parts))

    @cached_property
    def recent(self) -> frozenset[str]:
        """The units of sense of what the client said last."""
        known = self.mind.lines
        return sense_of(known[key] for key in self.start.spoken[-RECENT:] if key in known)

    def say(
        self,
        lines: Lines,
        place: str,
        weight: int,
        *,
        phase: str = "",
        canned: bool = False,
        speaker: str = "",
        further: tuple[Lines, ...] = (),
        due: bool = False,
        tone: Tone = "even",
        clause: str = "",
        guess: bool = False,
        topic: str = "",
        spent: bool = False,
        by_day: bool = False,
    ) -> bool:
        """Adds a line that has not been said; tells whether there was one.

        Where the lines of the place are used up, those that an archetype has there are tried, then ``further``. With
        ``by_day`` those that name the day of the next step go first.
        """
        below = self.scenario.inherited.below.get(place, ())
        position = self.position
        places = (lines, *below, *further)
        if not self.asked_words:
            places = tuple(without(one, "asked") for one in places)
        if not position.date:
            places = tuple(without(one, "date") for one in places)
        elif by_day:
            places = (with_day(lines, position.trust), *places)
        said = self.recent | sense_of(part.text for part in self.parts)
        beside = [part.text for part in self.parts]
        line = pick(places, position.trust, self.spoken, self.seed, position.turn, place, said, beside)
        if line is None:
            self.spent = lines if lines.all else self.spent
            return False
        part = Part("", place, weight, phase, canned, due=due, tone=tone, clause=clause, guess=guess, topic=topic)
        part = replace(part, spent=spent)
        self._add(line, part, speaker)
        return True

    def say_anything(self, lines: Lines, place: str, weight: int) -> None:
        """Adds a line of the place, said or not; where it has none, of the place that was used up."""
        if not self.say(lines, place, weight):
            old = oldest(lines if lines.all else self.spent or Lines(), self.spoken)
            self._add(old or oldest(self.scenario.talk.unplaced, self.spoken), Part("", place, weight), "")

    def _add(self, line: str, part: Part, speaker: str) -> None:
        said = filled(line, capitals(line, self._values())) if "$" in line else line
        if line.startswith("$"):
            said = said[:1].upper() + said[1:]
        text = attributed(said, speaker, self.scenario.language)
        self.parts.append(replace(part, text=text, key=line_key(line), speaker=speaker))

    def _values(self) -> dict[str, str]:
        values = self.mind.values(self.position) | {"granted": self.granted, "asked": self.asked_words}
        if self.only_open:
            values["mine"] = self.mind.open_terms(self.position)
        return values | {"mine": referred_back(self.scenario.language)} if self.refers_back else values

    def add(self, text: str, place: str, weight: int) -> None:
        """Adds words that no author wrote."""
        self.parts.append(Part(text, place, weight, key=line_key(text), due=True))

    def change(self, **fields: Any) -> None:
        """The position with these fields changed."""
        self.position = replace(self.position, **fields)

    def event(self, name: str) -> None:
        self.events.append(name)
