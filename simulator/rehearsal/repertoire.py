"""What a trainee could do at a position, as far as it can make a difference there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from simulator.client import Client, Position
from simulator.client.environment import environment
from simulator.client.statechart import triggers
from simulator.client.temperament import usual
from simulator.client.terms import spoken_value
from simulator.rehearsal.abstraction import Abstraction
from simulator.rehearsal.knowledge import Knowledge, knowledge
from simulator.rehearsal.phrasebook import phrasebook
from simulator.scenario.condition import Environment
from simulator.scenario.model import GROUPS, LEVELS, Issue, Reaction, Scenario
from simulator.scenario.references import inherited_reactions
from simulator.visit.offer import offer_turn
from simulator.vocabulary.moves import MOVES, TABOOS, name
from simulator.vocabulary.turn import Form, MoveMade, TabooMade, Turn

_WARMEST = 5
"""How many of the moves that win most trust are always tried."""
IDLE = "acknowledge"
"""A move to let time pass."""
_TABOOS = ("rude", "falsify", "rush_decision", "perfunctory")
"""Taboos that are always tried, one of each weight."""

_BESIDE = ("ask_plans", "greet", "ask_referral")
"""Moves that are mostly beside whatever the client waits for."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a trainee can do: a move on a topic, a taboo, or (with ``terms``) an offer."""

    id: str
    topic: str | None = None
    form: Form | None = None
    terms: tuple[tuple[str, float], ...] = ()

    @property
    def taboo(self) -> bool:
        """Whether this must not be said."""
        return self.id in TABOOS


@dataclass(frozen=True)
class _Way:
    """A reaction that changes something, and the act that draws it."""

    place: str
    reaction: Reaction
    act: Act


class Repertoire:
    """The acts for one client. A turn of the exploration holds one act."""

    def __init__(self, client: Client, abstraction: Abstraction) -> None:
        self.client = client
        self.scenario: Scenario = client.scenario
        self.abstraction = abstraction

    @cached_property
    def _ways(self) -> dict[str, tuple[_Way, ...]]:
        """By state: reactions that reveal, lead on, end, raise, settle, or win or lose more than the move by itself."""
        found = {}
        for state in self.scenario.states:
            rows = inherited_reactions(self.scenario, state)
            ways = [way for path, reaction in rows for way in self._drawn("/".join(map(str, path)), reaction)]
            found[state] = tuple(ways)
        return found

    @cached_property
    def _answers(self) -> dict[str, tuple[_Way, ...]]:
        found = {}
        for id, remark in self.scenario.remarks.items():
            parts = (("answers", remark.answers), ("partial", remark.partial))
            ways = [
                way
                for part, reactions in parts
                for answer, reaction in reactions.items()
                for way in self._drawn(f"remarks/{id}/{part}/{answer}", reaction, always=True)
            ]
            found[id] = tuple(ways)
        return found

    def _drawn(self, place: str, reaction: Reaction, always: bool = False) -> list[_Way]:
        """The acts that draw a reaction: the warmest of its moves, and its first taboo."""
        if not (always or _matters(reaction)):
            return []
        ids = triggers(reaction)
        named = any(topic != "none" for topic in reaction.topic)
        warm = sorted(
            (id for id in ids if id in MOVES), key=lambda id: (named and not about(id), -self._warmth(id))
        )
        moves = warm[:1]
        taboos = [id for id in ids if id in TABOOS and not TABOOS[id].contextual][:1]
        topic = next((topic for topic in reaction.topic if topic != "none"), None)
        topics = [topic] if topic is not None or not reaction.topic else [None]
        form = reaction.form or "open"
        acts = [Act(id, subject, form if MOVES[id].asks else None) for id in moves for subject in topics]
        return [_Way(place, reaction, act) for act in (*acts, *(Act(id) for id in taboos))]

    def _warmth(self, id: str) -> int:
        return usual(self.scenario.temperament, MoveMade(id, id)).trust

    @cached_property
    def _general(self) -> tuple[Act, ...]:
        """What is worth trying anywhere: moves and taboos that conditions ask for, those that warm most, leaving."""
        asked = [id for name in self.abstraction.heard for id in GROUPS.get(name, (name,))[:1]]
        said = [id for id in self.abstraction.said if id in TABOOS and not TABOOS[id].contextual]
        ids = dict.fromkeys([*asked, *self.warmest, IDLE, "farewell", *said, *_TABOOS])
        return tuple(_plain(id) for id in ids)

    @cached_property
    def warmest(self) -> list[str]:
        return sorted(MOVES, key=lambda id: -self._warmth(id))[:_WARMEST]

    def acts(self, position: Position, lacking: frozenset[str] | None = None) -> Iterator[Act]:
        """The acts to try at a position: those that draw a reaction, and general ones; with ``lacking`` only those of
        the general ones that what is lacking calls for."""
        known = environment(position)
        tried: set[Act] = set()
        for way in (*self._answers.get(position.pending or "", ()), *self._ways[position.state]):
            if way.act not in tried and self._draws(way, position, known):
                tried.add(way.act)
                yield way.act
        general = self._general if lacking is None else self._called(lacking)
        for act in general:
            if act not in tried and (lacking is not None or not self._idle(act, position)):
                yield act
        if lacking is None or any(name.startswith(("round", "offered", "agreed")) for name in lacking):
            yield from self._offers(position)

    def _draws(self, way: _Way, position: Position, known: Environment) -> bool:
        """Whether a way is open and leads to something new."""
        reaction, levels = way.reaction, dict(position.needs)
        leads = bool(reaction.end) or reaction.go not in (None, position.state)
        told = bool(reaction.reveal) and all(LEVELS[v] <= levels.get(n, 0) for n, v in reaction.reveal.items())
        if not leads and (told or way.place in position.fired):
            return False
        return reaction.when is None or reaction.when.holds(known)

    def _called(self, lacking: frozenset[str]) -> list[Act]:
        """General acts that bring what is lacking nearer: a move asked for, warmth, impatience, time; and leaving."""
        ids: list[str] = ["farewell"]
        for wanted in sorted(lacking):
            space, _, id = wanted.partition(".")
            if space == "heard":
                ids += GROUPS.get(id, (id,))[:2]
            elif space == "said":
                ids += [id] if id in TABOOS and not TABOOS[id].contextual else list(_TABOOS)
            elif space in ("ignored", "waits"):
                ids += _BESIDE
        if lacking & {"trust", "patience"}:
            ids += [*self.warmest, "rude", "perfunctory"]
        if not lacking or lacking & {"turn", "stage", "since_remark"}:
            ids.append(IDLE)
        return [_plain(id) for id in dict.fromkeys(ids)]

    def _idle(self, act: Act, position: Position) -> bool:
        """Whether a general act was made so often that it changes nothing any more."""
        cuts = self.abstraction.cuts.get(f"{'said' if act.taboo else 'heard'}.{act.id}", ())
        most = max(1, int(max(cuts, default=0)))
        made = dict(position.said if act.taboo else position.heard).get(act.id, 0)
        return act.id not in (IDLE, "farewell") and made >= max(most, 2 if act.taboo else 1)

    def _offers(self, position: Position) -> Iterator[Act]:
        """Offers at the bank's aim, half way, at the own limit and at the bank's; accepting; asking above."""
        bargaining, table = self.scenario.bargaining, position.table
        if bargaining is None or table is None or table.agreed:
            return
        for terms in self._points:
            if table.theirs != terms:
                yield Act("make_offer", terms=terms)
        if table.round:
            yield Act("confirm_agreement")
        if not table.referred:
            yield Act("refer_up")

    @cached_property
    def _points(self) -> tuple[tuple[tuple[str, float], ...], ...]:
        assert self.scenario.bargaining is not None
        issues = self.scenario.bargaining.issues
        points = (
            {id: issue.authority if issue.target is None else issue.target for id, issue in issues.items()},
            {id: _half(issue) for id, issue in issues.items()},
            {id: issue.authority for id, issue in issues.items()},
            {id: issue.floor for id, issue in issues.items()},
            {id: issue.limit for id, issue in issues.items()},
        )
        return tuple(dict.fromkeys(tuple(point.items()) for point in points))

    def turn(self, act: Act, position: Position) -> Turn:
        """The act in words; said before, in other words where there are any."""
        if act.terms:
            return self._offered(act.terms)
        if act.taboo:
            return self.worded(act, dict(position.said).get(act.id, 0))
        table = position.table
        if act.id == "confirm_agreement" and table is not None and table.round and not table.agreed:
            text = ASSENT[self.scenario.language]
            return Turn(text, (MoveMade(act.id, text, 1.0),))
        times = dict(position.heard).get(f"{act.id}:{act.topic or ''}", 0)
        return self.worded(act, times)

    def _offered(self, terms: tuple[tuple[str, float], ...]) -> Turn:
        return offer_turn(self.scenario, offer_text(self.scenario, terms))

    @lru_cache(maxsize=4000)  # noqa: B019 - lives as long as one proof
    def worded(self, act: Act, times: int) -> Turn:
        texts = wordings(knowledge(self.client), act)
        text = texts[times % len(texts)]
        if act.taboo:
            return Turn(text, (), (TabooMade(act.id, text),))
        made = MoveMade(act.id, text, 1.0, act.form, act.topic)
        return Turn(text, (made,))


ASSENT = {"zh": "成交，就按您说的条件办。", "en": "It's a deal, we'll do it on your terms."}
"""Agreeing to what the client stands by: a deal needs words of assent, not a question whether all is right."""


def offer_text(scenario: Scenario, terms: tuple[tuple[str, float], ...]) -> str:
    """Terms as the command ``/offer`` takes them."""
    assert scenario.bargaining is not None
    issues = scenario.bargaining.issues
    return " ".join(f"{id}={_number(issues[id], value, scenario.language)}" for id, value in terms)


def _number(issue: Issue, value: float, language: str) -> str:
    said = spoken_value(issue, value, language) if issue.values else ""
    return said if said and " " not in said else f"{value:.6g}" if value < 1e5 else f"{value:.0f}"


def _half(issue: Issue) -> float:
    target = issue.authority if issue.target is None else issue.target
    if issue.unit == "choice":
        return target
    steps = round((issue.authority - target) / 2 / issue.step)
    return round(target + steps * issue.step, 4)


def about(id: str) -> bool:
    """Whether a move is heard as being about something: questions, and what presents or gives back."""
    return id != "invite_feedback" and (MOVES[id].asks or MOVES[id].phase == "present" or id == "paraphrase")


def _plain(id: str) -> Act:
    """A move or taboo by itself."""
    return Act(id, None, "open" if id in MOVES and MOVES[id].asks else None)


def _matters(reaction: Reaction) -> bool:
    moved = abs(reaction.trust or 0) >= 4 or abs(reaction.patience or 0) >= 6
    return bool(reaction.reveal or reaction.go or reaction.end or reaction.settle or reaction.raise_ or moved)


@lru_cache(maxsize=4000)
def _phrases(language: str, segment: str, id: str) -> tuple[str, ...]:
    book = phrasebook(language)
    keys = [key for key in book.texts if key.partition(".")[0] == id]
    return tuple(text for key in keys for text in book.of(key, segment))


def wordings(known: Knowledge, act: Act) -> list[str]:
    """Sentences for an act: about its topic where it has one, without blanks where it has none."""
    scenario = known.scenario
    phrases = _phrases(scenario.language, scenario.segment, act.id)
    subject = known.word_for(act.topic) if act.topic else ""
    if act.topic in scenario.facts and MOVES[act.id].asks:
        return [subject + ("？" if scenario.language == "zh" else "?")]  # its words are whole phrases
    fills = dict.fromkeys(("topic", "product", "needs_met", "needs", "risk", "fee"), subject)
    found = []
    for text in phrases:
        named = [hole for hole in fills if "{" + hole + "}" in text]
        others = any("{" + hole + "}" in text for hole in ("quote", "terms"))
        if others or bool(named) != bool(subject):
            continue
        address = scenario.dossier.contact.address
        found.append(text.format_map({**fills, "address": address}))
    plain = name(act.id, scenario.language)
    return found or [f"{plain} {subject}".strip(), *(f"{plain} {subject} {n}" for n in range(2, 5))]
