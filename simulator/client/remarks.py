"""The client's initiative: remarks that are made, wait for an answer, and are answered or passed over."""

from dataclasses import replace

from simulator.client.composing import REFERRED, is_due
from simulator.client.environment import environment
from simulator.client.position import with_outcome
from simulator.client.replies import INITIATIVE, OUTRAGE
from simulator.client.statechart import Fired, fits, triggers
from simulator.client.taking import Taking
from simulator.vocabulary.turn import MoveMade, TabooMade


def pending_reaction(taking: Taking, act: MoveMade | TabooMade) -> tuple[Fired, bool] | None:
    """The reaction of the waiting remark to this act, and whether it settles the remark.

    What leaves the remark open is said once: whoever gives the same half answer again is not heard out again.
    """
    remark = taking.scenario.remarks.get(taking.position.pending or "")
    if remark is None or taking.position.pending != taking.start.pending:
        return None  # a remark raised in this very turn has not been heard yet
    known = environment(taking.position)
    for settles, part, answers in ((True, "answers", remark.answers), (False, "partial", remark.partial)):
        for id, reaction in answers.items():
            place = f"remarks/{taking.position.pending}/{part}/{id}"
            if not settles and place in taking.start.fired:
                continue
            if act.id in triggers(reaction) and fits(reaction, act, known, place, taking.position.fired):
                return Fired(place, reaction, reaction.go or taking.position.state), settles
    return None


def put_half_answers_last(taking: Taking) -> None:
    """What the client says to half an answer comes last, so that it goes on waiting; nothing where it got the whole.

    Nor to somebody who is taking leave, or whose terms were just taken: half an answer was all there was.
    """
    half = [part for part in taking.parts if "/partial/" in part.place]
    others = [part for part in taking.parts if part not in half]
    takes_it = "agreed" in taking.events or any(part.place == REFERRED for part in taking.parts)
    still = taking.position.pending == taking.start.pending and not (taking.parting or takes_it)
    taking.parts = [*others, *(half[:1] if still else ())]


def concludes(taking: Taking) -> bool:
    """Whether the client is about to say a word that closes a matter, beside which it does not object."""
    return any(part.tone == "concluding" or part.place == "bargaining/lines/accept" for part in taking.parts)


def miss_pending(taking: Taking) -> None:
    """A remark that this turn passed over; to somebody who is taking leave that is said before goodbye.

    It costs nothing unless the client says so, or is outraged anyhow: who opens his heart does not reproach, but goes on waiting,
    once; and over what is agreed nobody goes on waiting.
    """
    id = taking.start.pending
    if id is None or taking.position.pending != id:
        return
    agreed = "agreed" in taking.events
    if taking.settled_now:
        if taking.parting or agreed:
            taking.position = with_outcome(replace(taking.position, pending=None), "ignored", id)
        return
    remark = taking.scenario.remarks[id]
    outraged = any(part.weight >= OUTRAGE for part in taking.parts)
    confided = any(event.startswith("need:") for event in taking.events)
    if (
        remark.presses
        and confided
        and not (outraged or taking.parting or agreed)
        and f"open.{id}" not in taking.position.outcomes
    ):
        taking.position = with_outcome(taking.position, "open", id)
        return
    taking.position = with_outcome(replace(taking.position, pending=None), "ignored", id)
    if not remark.presses or (remark.kind == "objection" and agreed):
        return  # in the breath of agreeing nothing is held against anybody
    taking.event(f"ignored:{id}")
    if not outraged and (confided or agreed or not _ignored(taking, id)):
        return
    taking.ignored_now = True
    taking.trust += remark.ignored_trust
    taking.patience += remark.ignored_patience
    if taking.parting and not outraged:
        taking.parts = [*taking.parts[-1:], *taking.parts[:-1]]


def _ignored(taking: Taking, id: str) -> bool:
    remark = taking.scenario.remarks[id]
    return taking.say(remark.ignored, f"remarks/{id}/ignored", 70, speaker=remark.speaker, due=True)


def raise_remark(taking: Taking, id: str, place: str = "") -> None:
    """The client makes a remark, which from now on waits for an answer; ``place`` is that of the line which makes it, where that
    is not the remark's own."""
    remark, position = taking.scenario.remarks[id], taking.position
    taking.raising = place or f"remarks/{id}/say"
    if not place:
        taking.say(remark.say, taking.raising, INITIATIVE, speaker=remark.speaker)
    taking.event(f"{remark.kind}:{id}")
    raised = position.raised if id in position.raised else (*position.raised, id)
    taking.position = replace(
        taking.position, raised=raised, pending=id, about=remark.topic, remarked=taking.position.turn
    )


def done_with(taking: Taking) -> bool:
    """Whether the remark that waited before this turn waits no more."""
    return taking.start.pending is not None and taking.position.pending != taking.start.pending


def _took_up_an_answer(taking: Taking) -> bool:
    """Whether what the client asked was answered in this turn."""
    waited = taking.scenario.remarks.get(taking.start.pending or "")
    return waited is not None and waited.presses and done_with(taking)


_ONE_MATTER = frozenset({"flooded", "agreed", "deadlock"})
"""What leaves no room for a matter of the client's own in the same breath: it closed one, for good or ill."""


def take_initiative(taking: Taking) -> None:
    """The first remark whose time has come, when nothing else waits for an answer or was just missed or confided.

    None in the very reply that takes up the answer to what it asked: there is breathing space between two matters.
    """
    position = taking.position
    confided = any(event.startswith("need:") for event in taking.events)
    answered = sum(is_due(part) for part in taking.parts) > 1  # two things said are enough
    busy = (
        taking.ignored_now
        or _took_up_an_answer(taking)
        or taking.owing
        or confided
        or answered
        or bool(_ONE_MATTER & set(taking.events))
    )
    if position.pending is not None or busy:
        return
    known = environment(position)
    concluding = concludes(taking)
    for id, remark in taking.scenario.remarks.items():
        if concluding and remark.kind == "objection":
            continue
        if not position.is_spent(id) and remark.when is not None and remark.when.holds(known):
            raise_remark(taking, id)
            return
