"""One turn in the making: what was said so far, what the client just said, and sentences for the next turn."""

import hashlib
import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from simulator.client import Client, Position
from simulator.client.environment import environment
from simulator.client.terms import spoken_value
from simulator.rehearsal.knowledge import Knowledge, knowledge
from simulator.rehearsal.phrasebook import act_of, key_of, phrasebook
from simulator.scenario.condition import Environment
from simulator.scenario.model import Bargaining, Scenario
from simulator.transcript.record import Transcript
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import Form, MoveMade, Quantity, TabooMade, Turn

Terms = dict[str, float]
_ASIDE = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
_STOP = re.compile(r"[，。！？；：、,.!?;:…“”\"‘’—]+\s*")
ESSENTIAL = frozenset(
    {
        "greet.hello",
        "state_purpose.visit",
        "state_purpose.phone",
        "make_offer.open",
        "propose_next_step.date",
        "farewell.bye",
    }
)
"""What nobody forgets who has sold before."""
_ABOUT = frozenset({"paraphrase", "summarise_needs", "make_offer", "offer_remedy", "empathise"})
"""Besides questions and presentations, the moves that are about something."""
_QUOTE = {"zh": (4, 16), "en": (12, 60)}
"""The shortest and the longest piece of the client's words that one says back, in characters."""


@dataclass(frozen=True)
class Speech:
    """All that a player knows when it is to speak; makes sentences, and remembers nothing itself."""

    client: Client
    position: Position
    transcript: Transcript
    seed: int
    gaps: float = 0.0
    """The share, 0-1, of what an expert would say that this player never thinks of."""

    @property
    def scenario(self) -> Scenario:
        """The scenario played."""
        return self.client.scenario

    @property
    def bargaining(self) -> Bargaining:
        """What is bargained over; only asked where there is a table."""
        assert self.scenario.bargaining is not None
        return self.scenario.bargaining

    @cached_property
    def known(self) -> Knowledge:
        """What follows from the scenario alone."""
        return knowledge(self.client)

    @cached_property
    def environment(self) -> Environment:
        """What conditions can ask at this moment."""
        return environment(self.position)

    @cached_property
    def said(self) -> frozenset[str]:
        """Every clause said so far."""
        spoken: list[str] = []
        for exchange in self.transcript.exchanges:
            spoken.extend(move.clause for move in exchange.trainee.moves)
            spoken.extend(taboo.clause for taboo in exchange.trainee.taboos)
        return frozenset(spoken)

    @cached_property
    def done(self) -> frozenset[str]:
        """The phrases used so far; of moves made in other words the first phrase of that move counts as used."""
        language = self.scenario.language
        keys: set[str] = set()
        for exchange in self.transcript.exchanges:
            for move in exchange.trainee.moves:
                keys.add(key_of(language, move.id, move.clause) or f"{move.id}.*")
        return frozenset(keys)

    def did(self, key: str) -> bool:
        """Whether this was said, in these or in the trainee's own words, or is never thought of."""
        return self.used(key) or f"{act_of(key)}.*" in self.done

    def used(self, key: str) -> bool:
        """Whether this very phrase was said, or is never thought of."""
        return key in self.done or self.left_out(key)

    def left_out(self, what: str) -> bool:
        """Whether this player never thinks of a phrase, or of a need, in this visit."""
        return self.gaps > 0 and what not in ESSENTIAL and self.chance(f"gap:{what}", self.gaps)

    @property
    def turn(self) -> int:
        """The number of turns taken."""
        return len(self.transcript.exchanges)

    @property
    def last_line(self) -> str:
        """What the client said last."""
        return self.transcript.exchanges[-1].client.text if self.transcript.exchanges else self.transcript.opening

    def chance(self, what: str, share: float) -> bool:
        """Whether something happens in this visit that happens in ``share`` of all visits (0-1)."""
        return draw(self.seed, what) % 1000 < share * 1000

    def pick(self, what: str, among: list[Any]) -> Any:
        """One of ``among``, by the seed."""
        return among[draw(self.seed, what) % len(among)]

    @cached_property
    def quote(self) -> str:
        """A piece of the client's last words that one can say back; empty where there is none."""
        least, most = _QUOTE[self.scenario.language]
        pieces = [piece.strip() for piece in _STOP.split(_ASIDE.sub("", self.last_line))]
        fitting = [piece for piece in pieces if least <= len(piece) <= most and "$" not in piece]
        return max(fitting, key=len, default="")

    def name(self, id: str) -> str:
        """A topic, need or product as one would name it."""
        scenario = self.scenario
        if id in scenario.products:
            return str(scenario.products[id].name)
        topic = scenario.topics.get(id) or scenario.topics.get(getattr(scenario.needs.get(id), "topic", None) or "")
        return str(topic.name) if topic else id

    def names(self, ids: list[str]) -> str:
        """Several of them in one breath."""
        names = list(dict.fromkeys(self.name(id) for id in ids))
        return ("、" if self.scenario.language == "zh" else ", ").join(names)

    def text(self, key: str, **fill: str) -> str:
        """The sentence for a phrase: of its variants one not yet said, where there is one."""
        variants = phrasebook(self.scenario.language).of(key, self.scenario.segment)
        start = draw(self.seed, key)
        holes = {"address": self.scenario.dossier.contact.address, "quote": self.quote, **fill}
        texts = [variants[(start + i) % len(variants)].format_map(_Holes(holes)) for i in range(len(variants))]
        return next((text for text in texts if text not in self.said), texts[0])

    def fresh(self, key: str, **fill: str) -> bool:
        """Whether the phrase can still be said in words not used before."""
        return self.text(key, **fill) not in self.said

    def move(self, key: str, topic: str | None = None, form: Form = "open", /, **fill: str) -> MoveMade:
        """A sentence as the move it makes; its topic as named, or as its words show."""
        if topic is not None:
            fill = {"topic": self.known.word_for(topic), "product": self.known.word_for(topic), **fill}
        clause = self.text(key, **fill)
        id = act_of(key)
        asks = MOVES[id].asks
        if topic is None and (asks or MOVES[id].phase == "present" or id in _ABOUT):
            topic = self.known.topic_of(clause, products=MOVES[id].phase not in ("discover", "open"))
        return MoveMade(id, clause, 1.0, form if asks else None, topic)

    def taboo(self, key: str) -> TabooMade:
        """A sentence that must not be said."""
        return TabooMade(act_of(key), self.text(key))

    def offer(self, key: str, terms: Terms) -> MoveMade:
        """A sentence that names terms."""
        made = self.move(key, terms=self.spoken(terms))
        return replace(made, terms=self.quantities(terms))

    def spoken(self, terms: Terms) -> str:
        """Terms as one would say them."""
        issues, language = self.bargaining.issues, self.scenario.language
        words = []
        for id, value in terms.items():
            said = spoken_value(issues[id], value, language)
            words.append(said if issues[id].values else f"{issues[id].name}{'' if language == 'zh' else ' '}{said}")
        return ("，" if language == "zh" else ", ").join(words)

    def quantities(self, terms: Terms) -> tuple[Quantity, ...]:
        """The figures of terms; issues of choice have none, their words tell them."""
        issues = self.bargaining.issues
        return tuple(
            Quantity(issues[id].quantity, value, issues[id].unit, clause=f"{issues[id].name}{value:g}")
            for id, value in terms.items()
            if not issues[id].values
        )

    def turn_of(self, *acts: MoveMade | TabooMade) -> Turn:
        """The turn that says all this, in this order."""
        moves = tuple(act for act in acts if isinstance(act, MoveMade))
        taboos = tuple(act for act in acts if isinstance(act, TabooMade))
        space = "" if self.scenario.language == "zh" else " "
        quantities = tuple(quantity for move in moves for quantity in move.terms)
        return Turn(space.join(dict.fromkeys(act.clause for act in acts)), moves, taboos, quantities)


@lru_cache(maxsize=20_000)
def draw(seed: int, what: str) -> int:
    """A number that looks random, the same on every machine; what is alike is drawn apart."""
    return int.from_bytes(hashlib.blake2b(f"{seed}|{what}".encode(), digest_size=6).digest())


class _Holes(dict[str, str]):
    """Values for the holes of a phrase; a hole without one is left out."""

    def __missing__(self, key: str) -> str:
        return ""
