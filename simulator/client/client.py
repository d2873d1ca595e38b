"""The simulated client: `Client.step` takes a position and a turn and gives the next position and the reply.

Pure from outside: the same position, turn and seed always give the same result. A turn is taken in this order:
what was said is answered act by act through the statechart; figures go to the bargaining table; a remark of the
client's that waits for an answer is settled or missed; trust and patience move; the client may take the initiative;
and the visit may end.
"""

from collections.abc import Sequence
from dataclasses import replace

from simulator.client.addressing import answer_for_others, put_to_others, without_forms_of_address
from simulator.client.answering import hear, take
from simulator.client.asked_for import asks_in_words
from simulator.client.attempts import NONSENSE, WEIGHT, hear_beforehand, take_attempt
from simulator.client.composing import kept, said_once
from simulator.client.days import day_of
from simulator.client.environment import environment
from simulator.client.hearing import acts_of, beyond_doubt
from simulator.client.likeness import asks, asks_what, opens_yes_or_no
from simulator.client.negotiation import negotiate
from simulator.client.owing import answer_what_is_owed
from simulator.client.passing_on import pass_on
from simulator.client.position import Position, Table, changed, with_outcome
from simulator.client.reacting import find, meant, subject_lines
from simulator.client.remarks import done_with, miss_pending, put_half_answers_last, take_initiative
from simulator.client.replies import filled, joined, line_key, pick, remembered
from simulator.client.taking import Mind, Reply, Taking
from simulator.client.temperament import moved
from simulator.scenario.model import Scenario
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

FLOOD = 7
"""Different moves in one turn from which on the client is only puzzled."""
HEARD_IN_FLOOD = 3
BARE = 16
"""How many letters a bare yes or no has at most."""
SURELY = 0.45
"""How sure a move must be heard to count towards a flood."""
COURTEOUS = frozenset(id for id, move in MOVES.items() if move.phase in ("open", "listen")) | {"thank", "farewell"}
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
        opening = filled(line, self.mind.values(position))
        return replace(position, spoken=remembered((), line_key(line)), asked=asks(opening)), opening

    def step(self, position: Position, turn: Turn, seed: int) -> tuple[Position, Reply]:
        """The client's answer to ``turn``. After the end of the visit the position stays and the reply is empty."""
        if position.over:
            return position, Reply("")
        suspect = bool(turn.taboos)
        taking = Taking(self.mind, position, seed)
        taking.heard = turn.moves
        taking.text = turn.text
        taking.put = put_to_others(taking, turn.text)
        turn = without_forms_of_address(taking, turn)
        turn = beyond_doubt(turn)
        taking.suspect = suspect
        taking.parting = any(move.id == "farewell" for move in turn.moves)
        if not turn.placed and not _at_the_table(taking, turn):
            _unplaced(taking, turn)
        else:
            _answer(taking, turn)
            _say_something(taking)
        answer_for_others(taking)
        _settle_feelings(taking)
        _maybe_end(taking)
        if done_with(taking):
            taking.position = replace(taking.position, remarked=taking.position.turn)
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


def _unplaced(taking: Taking, turn: Turn) -> None:
    """Nothing could be placed. It costs nothing.

    It may be an attempt at what the client asked, or name something that the client has a word to say of. Otherwise a
    statement is heard out, a question passed on, and only what says nothing is asked for in other words, never twice
    running.
    """
    talk, position = taking.scenario.talk, taking.position
    taking.patience += taking.scenario.temperament.tiring
    remark = taking.scenario.remarks.get(position.pending or "")
    speaker = remark.speaker if remark is not None else ""
    senseless = turn.other is None or turn.other >= NONSENSE or not turn.text.strip()
    taking.position = replace(position, lost=0)
    if take_attempt(taking, turn) or (remark is None and _named(taking, turn)):
        return
    taking.event("unplaced")
    in_words = asks(turn.text) and asks_in_words(turn.text)
    if in_words and not (senseless or speaker) and pass_on(taking, turn.text, 50):
        return
    if asks(turn.text) or senseless:
        lines, place = (talk.again, "talk/again") if position.lost else (talk.unplaced, "talk/unplaced")
    elif position.asked and remark is None:
        lines, place = talk.heard, "talk/heard"
    else:
        lines, place = talk.listening, "talk/listening"
    if place == "talk/unplaced":
        taking.position = replace(taking.position, lost=1)
    if not taking.say(lines, place, 50, speaker=speaker, further=(talk.listening, talk.again)):
        taking.say_anything(talk.again, "talk/again", 50)


def _named(taking: Taking, turn: Turn) -> bool:
    """Answers by the subject that unplaced words name; tells whether the client had something new to say of it."""
    if turn.about is None:
        return False
    if asks(turn.text) and _put_to_the_client(taking, turn):
        return True
    written = subject_lines(taking.scenario, turn.about, "say" if asks(turn.text) else "told")
    return written is not None and taking.say(written[1], f"subjects/{turn.about}", 50)


def _put_to_the_client(taking: Taking, turn: Turn) -> bool:
    """Takes a question that only names a subject as asking whether the client will, where the author has an answer to that."""
    act = MoveMade("ask_commitment", turn.text, SURELY, topic=turn.about)
    fired = find(taking, act).fired
    if asks_what(turn.text) or fired is None or act.topic not in fired.reaction.topic:
        return False
    take(taking, act)
    return bool(taking.parts)


def _at_the_table(taking: Taking, turn: Turn) -> bool:
    """Whether words in which no move was heard state terms, or put some right, to which the client has an answer."""
    negotiate(taking, turn)
    return taking.bargained


def _answer(taking: Taking, turn: Turn) -> None:
    acts = acts_of(turn)
    if taking.position.lost:
        taking.position = replace(taking.position, lost=0)
    if _floods(acts):
        taking.say(
            taking.scenario.talk.flooded, "talk/flooded", 95, further=(taking.scenario.talk.unplaced,), due=True
        )
        taking.event("flooded")
        taking.patience -= 4
        for same in acts[HEARD_IN_FLOOD:]:
            hear(taking, same)
        acts = acts[:HEARD_IN_FLOOD]
    if day := day_of(turn):
        taking.position = replace(taking.position, date=day)
        taking.day_named = True
    red = any(TABOOS[act.id].severity == "red" for act in turn.taboos if act.id in TABOOS)
    if not red and not taking.bargained:
        negotiate(taking, turn)
    for same in acts:
        take(taking, same[0] if len(same) == 1 else meant(taking, same))
        hear(taking, same)
        if taking.position.ending is not None and isinstance(same[0], TabooMade):
            taking.parts = [part for part in taking.parts if part.weight >= SHOWN_OUT]
            return
    if "flooded" not in taking.events:
        hear_beforehand(taking, turn)
        take_attempt(taking, turn)
    _take_yes_or_no(taking, turn)
    put_half_answers_last(taking)
    answer_what_is_owed(taking, turn)
    put_half_answers_last(taking)
    miss_pending(taking)


def _take_yes_or_no(taking: Taking, turn: Turn) -> None:
    """A bare yes or no to the client's last words is an answer, where nothing came of it but a word of listening."""
    bare = all(move.id == "acknowledge" for move in turn.moves) and len(turn.text) <= BARE
    if not (bare and taking.start.asked and taking.start.pending is None and opens_yes_or_no(turn.text)):
        return
    if all(part.phase == "listen" and not part.due for part in taking.parts):
        taking.parts.clear()
        taking.say(taking.scenario.talk.heard, "talk/heard", WEIGHT)


def _floods(acts: Sequence[Sequence[MoveMade | TabooMade]]) -> bool:
    """Whether a turn does too much at once: courtesies and listening together count as one, doubtful moves not at all."""
    surely = {same[0].id for same in acts if same[0].confidence >= SURELY}
    return len({"courtesy" if id in COURTEOUS else id for id in surely}) >= FLOOD


def _settle_feelings(taking: Taking) -> None:
    trust, patience = moved(taking.position, taking.scenario.temperament, taking.trust, taking.patience)
    taking.position = changed(taking.position, trust=trust, patience=patience)


def _maybe_end(taking: Taking) -> None:
    position = taking.position
    talk = taking.scenario.talk
    if position.ending is not None:
        return
    if taking.scenario.states[position.state].final or taking.parting:
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
    if not taking.parts and taking.parting:  # nobody is asked for more on the doorstep
        taking.say_anything(taking.scenario.talk.goodbye, "talk/goodbye", 1)
    elif not taking.parts and not taking.position.over:
        taking.say_anything(taking.scenario.talk.again, "talk/again", 1)
        taking.patience -= STALE


def _reply(taking: Taking) -> Reply:
    parts = said_once(kept(taking.parts))
    text = joined(parts, taking.scenario.language, taking.scenario.dossier.contact.address)
    spoken = remembered(taking.position.spoken, *(part.key for part in parts))
    taking.position = changed(taking.position, spoken=spoken, asked=asks(text))
    return Reply(
        text=text,
        events=tuple(taking.events),
        asks=taking.position.pending,
        offer=taking.offer,
        parts=tuple(parts),
        note=taking.note,
        taken=taking.taken,
        fired=tuple(dict.fromkeys(taking.fired)),
        remark=next((part.text for part in parts if part.place == taking.raising), "") if taking.raising else "",
    )
