"""What comes of one act of a turn: what the client says to it, what it tells, what it feels, and what follows."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.client.negotiation import AT_THE_TABLE
from simulator.client.position import changed, counted, with_outcome
from simulator.client.reacting import find
from simulator.client.remarks import raise_remark
from simulator.client.speaking import another_is_speaking, offends, said_of_it, speak, tone_of
from simulator.client.taking import Taking
from simulator.client.temperament import effect, remembered_words
from simulator.scenario.model import LEVELS, Reaction, Scenario
from simulator.vocabulary.turn import MoveMade, TabooMade


def take(taking: Taking, act: MoveMade | TabooMade) -> None:
    """Answers one act."""
    named = act.topic if isinstance(act, MoveMade) else None
    found = find(taking, act)
    act, fired = found.act, found.fired
    closed = taking.offended or (another_is_speaking(taking) and not found.waiting)
    if fired is not None and fired.reaction.reveal and closed and isinstance(act, MoveMade):
        fired = None  # the client says nothing now, so nothing comes out
    again = named is not None and not found.waiting
    again = again and fired is not None and said_of_it(taking, act, fired.reaction)
    if again and fired is not None and fired.reaction.reveal:
        fired = None  # put twice in one breath, it is taken up once
    if found.waiting and fired is not None:
        taking.settled_now = True
        if found.settles:
            _settled(taking, act)
    reaction, place = (fired.reaction, fired.place) if fired else (None, "")
    trust, patience = effect(taking.scenario.temperament, taking.position, act, reaction, place)
    taking.trust += trust
    taking.patience += patience
    if fired is not None:
        taking.fired.append(fired.place)
        if found.waiting or not (again or (taking.bargained and act.id in AT_THE_TABLE)):
            speak(taking, act, fired, found, tone_of(act, trust))
        taking.offended = taking.offended or offends(act, tone_of(act, trust))
        _apply(taking, act, fired.reaction, fired.place)
    if (
        isinstance(act, MoveMade) and act.topic != named
    ):  # what was taken as said of a subject wins no more than that
        heard = counted(taking.position.heard, f"{act.id}:{act.topic}")
        taking.position = replace(taking.position, heard=heard)


def _settled(taking: Taking, act: MoveMade | TabooMade) -> None:
    """The waiting remark got what it waited for: an answer, or the giving in that a temptation was after."""
    position = taking.position
    id = position.pending or ""
    kind = "yielded" if isinstance(act, TabooMade) else "answered"
    taking.event(f"{kind}:{id}")
    settled = tuple(sorted({*position.settled, id}))
    taking.position = with_outcome(replace(position, settled=settled, pending=None), kind, id)


def hear(taking: Taking, acts: Sequence[MoveMade | TabooMade]) -> None:
    """Remembers that acts were heard."""
    for act in acts:
        position = taking.position
        if isinstance(act, TabooMade):
            taking.position = changed(position, said=counted(position.said, act.id))
        else:
            heard = counted(counted(position.heard, act.id), f"{act.id}:{act.topic or ''}")
            taking.position = changed(position, heard=heard, words=remembered_words(position.words, act))


def _apply(taking: Taking, act: MoveMade | TabooMade, reaction: Reaction, place: str) -> None:
    """Needs that come out, remarks raised and settled, the state that follows, the end."""
    position = taking.position
    about = _subject(taking.scenario, act, reaction, dict(position.needs))
    needs = dict(position.needs)
    for need, level in reaction.reveal.items():
        if LEVELS[level] > needs.get(need, 0):
            needs[need] = LEVELS[level]
            taking.event(f"need:{need}" if LEVELS[level] >= LEVELS["told"] else f"hint:{need}")
    kind = "yielded" if isinstance(act, TabooMade) else "answered"
    for id in reaction.settle:
        if id in position.raised and id not in position.settled:
            taking.event(f"{kind}:{id}")
    settled = {*position.settled, *reaction.settle}
    position = with_outcome(position, kind, *reaction.settle)
    taking.position = changed(
        position,
        needs=tuple(sorted(needs.items())),
        settled=tuple(sorted(settled)),
        raised=(*position.raised, *(id for id in reaction.raise_ if id not in position.raised)),
        pending=None if position.pending in settled else position.pending,
        fired=tuple(sorted({*position.fired, place})),
        about=about or position.about,
        ending=reaction.end or position.ending,
    )
    for id in reaction.raise_:
        raise_remark(taking, id, place)
    if reaction.go is not None and reaction.go != position.state:
        taking.position = replace(taking.position, state=reaction.go, entered=taking.position.turn)


def _subject(
    scenario: Scenario, act: MoveMade | TabooMade, reaction: Reaction, needs: dict[str, int]
) -> str | None:
    """What was spoken of: the need of which a thread was left, else one that came out, else the topic."""
    new = [need for need, level in reaction.reveal.items() if LEVELS[level] > needs.get(need, 0)]
    hints = [need for need in new if reaction.reveal[need] == "hint"]
    for need in (*hints, *new):
        return scenario.needs[need].topic or need
    topic = act.topic if isinstance(act, MoveMade) else None
    if topic is not None:
        return topic
    return reaction.topic[0] if reaction.topic and reaction.topic[0] != "none" else None
