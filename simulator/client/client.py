"""The simulated client: `Client.step` takes a position and a turn and gives the next position and the reply.

Pure from outside: the same position, turn and seed always give the same result. A turn is taken in this order:
what was said is answered act by act through the statechart; figures go to the bargaining table; a remark of the
client's that waits for an answer is settled or missed; trust and patience move; the client may take the initiative;
and the visit may end.
"""

from dataclasses import replace

from simulator.client.environment import environment
from simulator.client.negotiation import AT_THE_TABLE, negotiate
from simulator.client.position import Position, Table, count, counted
from simulator.client.replies import filled, fresh_lines, joined, pick, remembered
from simulator.client.statechart import Fired, fits, triggers
from simulator.client.taking import Mind, Reply, Taking
from simulator.client.temperament import effect, moved, phase_weight, remembered_words
from simulator.scenario.model import LEVELS, Reaction, Remark, Scenario
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

FLOOD = 7
"""Different moves in one turn from which on the client is only puzzled."""
HEARD_IN_FLOOD = 3
LOW_PATIENCE = 20
ANSWERING = 70
"""What the client says to an answer it waited for weighs at least this much."""
FOLLOWS = frozenset({"ask_clarify", "empathise", "paraphrase", "acknowledge"})
"""Moves that, without a topic of their own, are about what was just spoken of."""
SHOWN_OUT = 100
"""Only lines of this weight are still said when a taboo ends the visit."""


class Client:
    """A client of one scenario in one language. Holds nothing but what follows from the scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.mind = Mind(scenario)

    def start(self, seed: int) -> tuple[Position, str]:
        """The position before the first turn, and what the client says to open."""
        temperament = self.scenario.temperament
        table = Table(mine=self.mind.bargainer.opening()) if self.mind.bargainer else None
        position = Position(self.scenario.first, temperament.trust, temperament.patience, table=table)
        line, _ = pick(self.scenario.opening, position.trust, (), seed, 0, "opening")
        return replace(position, spoken=remembered((), line)), filled(line, self.mind.values(position))

    def step(self, position: Position, turn: Turn, seed: int) -> tuple[Position, Reply]:
        """The client's answer to ``turn``. After the end of the visit the position stays and the reply is empty."""
        if position.over:
            return position, Reply("")
        taking = Taking(self.mind, position, seed)
        if not turn.placed:
            _not_understood(taking)
        else:
            _answer(taking, turn)
        _settle_feelings(taking)
        _maybe_end(taking, turn)
        if not taking.position.over and turn.placed:
            _take_initiative(taking)
        return taking.position, _reply(taking)

    def conclude(self, position: Position) -> tuple[Position, str, str]:
        """The trainee breaks off without taking leave: the last position, the client's word, the ending's id."""
        if position.ending is not None:
            return position, "", position.ending
        taking = Taking(self.mind, position, 0)
        if "farewell" not in dict(position.heard):
            taking.say(self.scenario.talk.goodbye, "talk/goodbye", 50)
        ending = choose_ending(self.scenario, position)
        text = joined(taking.parts, self.scenario.language)
        return replace(taking.position, ending=ending), text, ending


def choose_ending(scenario: Scenario, position: Position, walked_out: bool = False) -> str:
    """The id of the ending that fits the position: the first whose condition holds, else the last one written."""
    known = environment(position)
    for id, ending in scenario.endings.items():
        if (ending.kind == "walkout") != walked_out:
            continue
        if ending.when is None or ending.when.holds(known):
            return id
    return next(reversed(scenario.endings))


def _not_understood(taking: Taking) -> None:
    """Nothing could be placed: ask to have it said differently. It costs nothing."""
    taking.say(taking.scenario.talk.unplaced, "talk/unplaced", 50)
    taking.position = replace(taking.position, lost=taking.position.lost + 1)
    taking.patience += taking.scenario.temperament.tiring
    taking.event("unplaced")


def _acts(turn: Turn) -> list[MoveMade | TabooMade]:
    """What has to be answered: taboos first, then the moves in their order, each (move, topic) once."""
    seen: set[tuple[str, str | None]] = set()
    acts: list[MoveMade | TabooMade] = []
    for taboo in turn.taboos:
        if (taboo.id, None) not in seen:
            seen.add((taboo.id, None))
            acts.append(taboo)
    for move in turn.moves:
        if (move.id, move.topic) not in seen:
            seen.add((move.id, move.topic))
            acts.append(move)
    return acts


def _answer(taking: Taking, turn: Turn) -> None:
    acts = _acts(turn)
    taking.position = replace(taking.position, lost=0)
    if len({act.id for act in acts}) >= FLOOD:
        taking.say(taking.scenario.talk.flooded, "talk/flooded", 95)
        taking.event("flooded")
        taking.patience -= 4
        for act in acts[HEARD_IN_FLOOD:]:
            _hear(taking, act)
        acts = acts[:HEARD_IN_FLOOD]
    negotiate(taking, turn)
    for act in acts:
        _take(taking, act)
        _hear(taking, act)
        if taking.position.ending is not None and isinstance(act, TabooMade):
            taking.parts = [part for part in taking.parts if part.weight >= SHOWN_OUT]
            return
    _miss_pending(taking)


def _hear(taking: Taking, act: MoveMade | TabooMade) -> None:
    position = taking.position
    if isinstance(act, TabooMade):
        taking.position = replace(position, said=counted(position.said, act.id))
        return
    heard = counted(position.heard, act.id)
    heard = counted(heard, f"{act.id}:{act.topic or ''}")
    taking.position = replace(position, heard=heard, words=remembered_words(position.words, act))


def _pending_reaction(taking: Taking, act: MoveMade | TabooMade) -> tuple[Fired, bool] | None:
    """The reaction of the waiting remark to this act, and whether it settles the remark."""
    remark = taking.scenario.remarks.get(taking.position.pending or "")
    if remark is None or taking.position.pending != taking.start.pending:
        return None  # a remark raised in this very turn has not been heard yet
    known = environment(taking.position)
    for settles, part, answers in ((True, "answers", remark.answers), (False, "partial", remark.partial)):
        for id, reaction in answers.items():
            place = f"remarks/{taking.position.pending}/{part}/{id}"
            if act.id in triggers(reaction) and fits(reaction, act, known, place, taking.position.fired):
                return Fired(place, reaction, reaction.go or taking.position.state), settles
    return None


def _take(taking: Taking, act: MoveMade | TabooMade) -> None:
    """Answers one act: by the waiting remark where it has an answer, else by the statechart."""
    position = taking.position
    if isinstance(act, MoveMade) and act.topic is None and act.id in FOLLOWS:
        act = replace(act, topic=position.about)
    waiting = _pending_reaction(taking, act)
    if waiting is not None:
        fired: Fired | None = waiting[0]
        taking.settled_now = True
        if waiting[1]:
            taking.event(f"{'yielded' if isinstance(act, TabooMade) else 'answered'}:{position.pending}")
            settled = tuple(sorted({*position.settled, position.pending or ""}))
            taking.position = replace(position, settled=settled, pending=None)
    else:
        fired = taking.mind.chart.react(position.state, act, environment(position), position.fired)
    reaction, place = (fired.reaction, fired.place) if fired else (None, "")
    trust, patience = effect(taking.scenario.temperament, taking.position, act, reaction, place)
    taking.trust += trust
    taking.patience += patience
    if fired is not None:
        if not (taking.bargained and act.id in AT_THE_TABLE):
            _speak(taking, act, fired, ANSWERING if waiting is not None else 0)
        _apply(taking, fired.reaction, fired.place)


def _speak(taking: Taking, act: MoveMade | TabooMade, fired: Fired, least: int) -> None:
    weight = max(phase_weight(act), least)
    if any(part.place == fired.place for part in taking.parts):
        return
    already = count(taking.position.heard, f"{act.id}:{getattr(act, 'topic', None) or ''}")
    asked_again = weight == 80 and already > 0 and fired.place in taking.position.fired
    told = bool(fired.reaction.reveal) or not fresh_lines(fired.reaction.say, taking.position.spoken)
    if asked_again and told:
        taking.say(taking.scenario.talk.repeated, "talk/repeated", weight)
        taking.patience -= 2
    else:
        taking.say(fired.reaction.say, fired.place, weight)


def _apply(taking: Taking, reaction: Reaction, place: str) -> None:
    """Needs that come out, remarks raised and settled, the state that follows, the end."""
    position = taking.position
    needs = dict(position.needs)
    for need, level in reaction.reveal.items():
        if LEVELS[level] > needs.get(need, 0):
            needs[need] = LEVELS[level]
            taking.event(f"need:{need}" if LEVELS[level] >= LEVELS["told"] else f"hint:{need}")
    settled = {*position.settled, *reaction.settle}
    taking.position = replace(
        position,
        needs=tuple(sorted(needs.items())),
        settled=tuple(sorted(settled)),
        raised=(*position.raised, *(id for id in reaction.raise_ if id not in position.raised)),
        pending=None if position.pending in settled else position.pending,
        fired=tuple(sorted({*position.fired, place})),
        about=_subject(taking.scenario, reaction) or position.about,
        ending=reaction.end or position.ending,
    )
    for id in reaction.raise_:
        _raise(taking, id, taking.scenario.remarks[id], say=False)
    if reaction.go is not None and reaction.go != position.state:
        taking.position = replace(taking.position, state=reaction.go, entered=taking.position.turn)


def _subject(scenario: Scenario, reaction: Reaction) -> str | None:
    """What a reaction is about: its topic, or the topic of the need it brings out."""
    if reaction.topic and reaction.topic[0] != "none":
        return reaction.topic[0]
    return next((scenario.needs[need].topic or need for need in reaction.reveal), None)


def _miss_pending(taking: Taking) -> None:
    """A remark that this turn passed over."""
    id = taking.start.pending
    if id is None or taking.settled_now or taking.position.pending != id:
        return
    remark = taking.scenario.remarks[id]
    if remark.kind in ("remark", "call"):
        taking.position = replace(taking.position, pending=None)
        return
    taking.trust += remark.ignored_trust
    taking.patience += remark.ignored_patience
    taking.event(f"ignored:{id}")
    taking.say(remark.ignored, f"remarks/{id}/ignored", 70)
    taking.position = replace(taking.position, pending=None)


def _settle_feelings(taking: Taking) -> None:
    trust, patience = moved(taking.position, taking.scenario.temperament, taking.trust, taking.patience)
    taking.position = replace(taking.position, trust=trust, patience=patience)


def _maybe_end(taking: Taking, turn: Turn) -> None:
    position = taking.position
    talk = taking.scenario.talk
    if position.ending is not None:
        return
    if taking.scenario.states[position.state].final or any(m.id == "farewell" for m in turn.moves):
        taking.position = replace(position, ending=choose_ending(taking.scenario, position))
        return
    if position.patience <= 0 and "agreed" not in taking.events:
        taking.parts.clear()
        taking.say(talk.leaving, "talk/leaving", 100)
        taking.event("left")
        ending = choose_ending(taking.scenario, position, walked_out=True)
        taking.position = replace(taking.position, ending=ending)
    elif position.patience < LOW_PATIENCE <= taking.start.patience:
        taking.say(talk.impatient, "talk/impatient", 70)


def _raise(taking: Taking, id: str, remark: Remark, say: bool = True) -> None:
    position = taking.position
    if say:
        taking.say(remark.say, f"remarks/{id}/say", 99)
    taking.event(f"{remark.kind}:{id}")
    raised = position.raised if id in position.raised else (*position.raised, id)
    taking.position = replace(taking.position, raised=raised, pending=id, about=None)


def _take_initiative(taking: Taking) -> None:
    """The first remark whose time has come, when nothing else waits for an answer."""
    position = taking.position
    if position.pending is not None:
        return
    known = environment(position)
    for id, remark in taking.scenario.remarks.items():
        if id not in position.raised and remark.when is not None and remark.when.holds(known):
            _raise(taking, id, remark)
            return


def _reply(taking: Taking) -> Reply:
    if not taking.parts and not taking.position.over:
        taking.say(taking.scenario.talk.unplaced, "talk/unplaced", 1)
    return Reply(
        text=joined(taking.parts, taking.scenario.language),
        events=tuple(taking.events),
        asks=taking.position.pending,
        offer=taking.offer,
        parts=tuple(taking.parts),
        note=taking.note,
    )
