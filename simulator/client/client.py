"""The simulated client: `Client.step` takes a position and a turn and gives the next position and the reply.

Pure from outside: the same position, turn and seed always give the same result. A turn is taken in this order:
what was said is answered act by act through the statechart; figures go to the bargaining table; a remark of the
client's that waits for an answer is settled or missed; trust and patience move; the client may take the initiative;
and the visit may end.
"""

from dataclasses import replace

from simulator.client.answering import hear, meant, subject_lines, take
from simulator.client.environment import environment
from simulator.client.hearing import acts_of, beyond_doubt
from simulator.client.negotiation import negotiate
from simulator.client.position import Position, Table, with_outcome
from simulator.client.remarks import miss_pending, put_half_answers_last, take_initiative
from simulator.client.replies import filled, joined, kept, line_key, pick, remembered
from simulator.client.taking import Mind, Reply, Taking
from simulator.client.temperament import moved
from simulator.scenario.model import Scenario
from simulator.vocabulary.turn import TabooMade, Turn

FLOOD = 7
"""Different moves in one turn from which on the client is only puzzled."""
HEARD_IN_FLOOD = 3
LOW_PATIENCE = 20
STALE = 3
"""Patience lost with a client who has to find something to say for the sake of saying it."""
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
        line = pick((self.scenario.opening,), position.trust, (), seed, 0, "opening") or ""
        return replace(position, spoken=remembered((), line_key(line))), filled(line, self.mind.values(position))

    def step(self, position: Position, turn: Turn, seed: int) -> tuple[Position, Reply]:
        """The client's answer to ``turn``. After the end of the visit the position stays and the reply is empty."""
        if position.over:
            return position, Reply("")
        turn = beyond_doubt(turn)
        taking = Taking(self.mind, position, seed)
        if not turn.placed:
            _not_understood(taking, turn)
        else:
            _answer(taking, turn)
            _say_something(taking)
        _settle_feelings(taking)
        _maybe_end(taking, turn)
        if not taking.position.over and turn.placed:
            take_initiative(taking)
        reply = _reply(taking)
        return taking.position, reply

    def conclude(self, position: Position) -> tuple[Position, str, str]:
        """The trainee breaks off without taking leave: the last position, the client's word, the ending's id."""
        if position.ending is not None:
            return position, "", position.ending
        if position.pending is not None:
            position = with_outcome(position, "ignored", position.pending)
        taking = Taking(self.mind, position, 0)
        if "farewell" not in dict(position.heard):
            taking.say(self.scenario.talk.goodbye, "talk/goodbye", 50)
        ending = choose_ending(self.scenario, position)
        text = joined(kept(taking.parts), self.scenario.language)
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


def _not_understood(taking: Taking, turn: Turn) -> None:
    """Nothing could be placed. It costs nothing.

    What its words name is taken up all the same; otherwise the client asks to have it said differently, and the second
    time running, where that was no question, only shows that it listens.
    """
    talk = taking.scenario.talk
    remark = taking.scenario.remarks.get(taking.position.pending or "")
    speaker = remark.speaker if remark is not None else ""
    if not (remark is None and _named(taking, turn)):
        nods = taking.position.lost > 0 and not _asks(turn)
        further = (talk.unplaced, talk.again) if nods else (talk.again,)
        lines, place = (talk.listening, "talk/listening") if nods else (talk.unplaced, "talk/unplaced")
        if not taking.say(lines, place, 50, speaker=speaker, further=further):
            taking.say_anything(talk.unplaced, "talk/unplaced", 50)
    taking.position = replace(taking.position, lost=taking.position.lost + 1)
    taking.patience += taking.scenario.temperament.tiring
    taking.event("unplaced")


def _named(taking: Taking, turn: Turn) -> bool:
    """Answers by the subject that unplaced words name; tells whether the client had something new to say of it."""
    if turn.about is None:
        return False
    written = subject_lines(taking.scenario, turn.about, "say" if _asks(turn) else "told")
    return written is not None and taking.say(written[1], f"subjects/{turn.about}", 50)


def _asks(turn: Turn) -> bool:
    return turn.text.rstrip().endswith(("?", "？"))


def _answer(taking: Taking, turn: Turn) -> None:
    acts = acts_of(turn)
    taking.position = replace(taking.position, lost=0)
    if len({same[0].id for same in acts}) >= FLOOD:
        taking.say(taking.scenario.talk.flooded, "talk/flooded", 95, further=(taking.scenario.talk.unplaced,))
        taking.event("flooded")
        taking.patience -= 4
        for same in acts[HEARD_IN_FLOOD:]:
            hear(taking, same)
        acts = acts[:HEARD_IN_FLOOD]
    negotiate(taking, turn)
    for same in acts:
        take(taking, same[0] if len(same) == 1 else meant(taking, same))
        hear(taking, same)
        if taking.position.ending is not None and isinstance(same[0], TabooMade):
            taking.parts = [part for part in taking.parts if part.weight >= SHOWN_OUT]
            return
    put_half_answers_last(taking, _takes_leave(turn))
    miss_pending(taking, _takes_leave(turn))


def _takes_leave(turn: Turn) -> bool:
    return any(move.id == "farewell" for move in turn.moves)


def _settle_feelings(taking: Taking) -> None:
    trust, patience = moved(taking.position, taking.scenario.temperament, taking.trust, taking.patience)
    taking.position = replace(taking.position, trust=trust, patience=patience)


def _maybe_end(taking: Taking, turn: Turn) -> None:
    position = taking.position
    talk = taking.scenario.talk
    if position.ending is not None:
        return
    if taking.scenario.states[position.state].final or _takes_leave(turn):
        taking.position = replace(position, ending=choose_ending(taking.scenario, position))
        return
    if position.patience <= 0 and "agreed" not in taking.events:
        taking.parts.clear()
        taking.say_anything(talk.leaving, "talk/leaving", 100)
        taking.event("left")
        ending = choose_ending(taking.scenario, position, walked_out=True)
        taking.position = replace(taking.position, ending=ending)
    elif position.patience < LOW_PATIENCE <= taking.start.patience:
        taking.say(talk.impatient, "talk/impatient", 70)


def _say_something(taking: Taking) -> None:
    """All that was written for this moment has been said: the talk goes on, and the client tires of it."""
    if not taking.parts and not taking.position.over:
        taking.say_anything(taking.scenario.talk.again, "talk/again", 1)
        taking.patience -= STALE


def _reply(taking: Taking) -> Reply:
    parts = kept(taking.parts)
    spoken = remembered(taking.position.spoken, *(part.key for part in parts))
    taking.position = replace(taking.position, spoken=spoken)
    return Reply(
        text=joined(parts, taking.scenario.language),
        events=tuple(taking.events),
        asks=taking.position.pending,
        offer=taking.offer,
        parts=tuple(parts),
        note=taking.note,
        fired=tuple(dict.fromkeys(taking.fired)),
    )
