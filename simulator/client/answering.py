"""How one act of a turn is answered: by the remark that waits, by the statechart, or by what its subject has to say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.client.environment import environment
from simulator.client.likeness import units
from simulator.client.negotiation import AT_THE_TABLE
from simulator.client.position import changed, count, counted, with_outcome
from simulator.client.remarks import pending_reaction, raise_remark
from simulator.client.replies import Tone, fresh_lines, line_key
from simulator.client.statechart import Fired
from simulator.client.taking import Taking
from simulator.client.temperament import effect, phase_weight, remembered_words
from simulator.scenario.model import GROUPS, LEVELS, Lines, Reaction, Scenario
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, TabooMade

ANSWERING = 70
"""What the client says to an answer it waited for weighs at least this much."""
SURELY_ASKED, SURELY_SAID = 0.5, 0.8
"""How sure a question, or another move, must be heard to be answered with full weight."""
IN_PARTICULAR = 3
"""How many units of sense a question has that asks for something in particular."""
CANNED = 0.8
"""How much a line that would fit any client weighs beside the client's own."""
TO_THE_POINT = 5
"""How much more a reaction weighs that names the subject spoken of."""
FOLLOWS = frozenset(
    {
        "ask_clarify",
        "empathise",
        "paraphrase",
        "acknowledge",
        "invite_feedback",
        "apologise",
        "offer_remedy",
        "small_talk",
    }
)
"""Moves that, without a topic of their own, are about what was just spoken of."""
NOT_BY_TOPIC = FOLLOWS - {"ask_clarify", "paraphrase"} | {
    "state_ask",
    "hold_position",
    "decline",
    "refer_up",
    "value_relationship",
    "propose_next_step",
    "confirm_agreement",
    "offer_materials",
    "respect_exit",
}
"""Moves that are mostly meant without a topic, even where their words name one."""
CONCLUDING = frozenset({"confirm_agreement", "ask_commitment"})
"""Moves that the client answers with a word that closes the matter."""
QUESTIONS = frozenset(GROUPS["question"])
TELLING = frozenset({*GROUPS["product_talk"], "disclose_terms", "disclose_risk", "paraphrase"})
"""Moves that speak of a subject rather than ask about it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What answers an act: the reaction, whether it is the waiting remark's, and whether that is settled by it."""

    act: MoveMade | TabooMade
    fired: Fired | None
    waiting: bool = False
    settles: bool = False


def find(taking: Taking, act: MoveMade | TabooMade) -> Found:
    """What answers one act at this moment: the waiting remark where it has an answer, else the statechart."""
    position = taking.position
    borrowed = isinstance(act, MoveMade) and act.topic is None and act.id in FOLLOWS and position.about is not None
    if isinstance(act, MoveMade) and borrowed:
        act = replace(act, topic=position.about)
    waiting = pending_reaction(taking, act)
    if waiting is None and isinstance(act, MoveMade) and (borrowed or act.id in NOT_BY_TOPIC):
        waiting = pending_reaction(taking, replace(act, topic=None))
    if waiting is not None:
        return Found(act, waiting[0], True, waiting[1])
    return Found(act, _reaction(taking, act, borrowed))


def take(taking: Taking, act: MoveMade | TabooMade) -> None:
    """Answers one act."""
    named = act.topic if isinstance(act, MoveMade) else None
    found = find(taking, act)
    act, fired = found.act, found.fired
    closed = taking.offended or (_another_is_speaking(taking) and not found.waiting)
    if fired is not None and fired.reaction.reveal and closed and isinstance(act, MoveMade):
        fired = None  # the client says nothing now, so nothing comes out
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
        if found.waiting or not (taking.bargained and act.id in AT_THE_TABLE):
            speak(taking, act, fired, found, _tone(act, trust))
        taking.offended = taking.offended or _offends(act, _tone(act, trust))
        _apply(taking, act, fired.reaction, fired.place)
    if (
        isinstance(act, MoveMade) and act.topic != named
    ):  # what was taken as said of a subject wins no more than that
        heard = counted(taking.position.heard, f"{act.id}:{act.topic}")
        taking.position = replace(taking.position, heard=heard)


def _tone(act: MoveMade | TabooMade, trust: int) -> Tone:
    """How the client takes an act that moves its trust so far."""
    if trust < 0:
        return "displeased"
    if act.id in CONCLUDING:
        return "concluding"
    closing = act.id in MOVES and MOVES[act.id].phase == "close"
    return "pleased" if trust > 0 and act.id not in QUESTIONS and not closing else "even"


def _offends(act: MoveMade | TabooMade, tone: Tone) -> bool:
    """Whether an act is one that nobody passes over, whatever else was said."""
    return isinstance(act, TabooMade) and tone == "displeased" and TABOOS[act.id].severity != "minor"


def _weight(act: MoveMade | TabooMade) -> int:
    """How much an act asks for an answer; what was doubtfully heard, less."""
    sure = SURELY_ASKED if act.id in QUESTIONS else SURELY_SAID
    doubt = min(1.0, act.confidence / sure) if isinstance(act, MoveMade) else 1.0
    return round(phase_weight(act) * doubt)


def _tells(taking: Taking, reaction: Reaction) -> bool:
    """Whether anything comes out by a reaction that had not come out before."""
    needs = dict(taking.position.needs)
    return any(LEVELS[level] > needs.get(need, 0) for need, level in reaction.reveal.items())


def meant(taking: Taking, same: Sequence[MoveMade]) -> MoveMade:
    """Of several readings of the same words the one that the client has most to say to."""
    return max(same, key=lambda move: _fitness(taking, move))


def _fitness(taking: Taking, move: MoveMade) -> tuple[float, ...]:
    found = find(taking, move)
    reaction = found.fired.reaction if found.fired is not None else None
    topic = found.act.topic if isinstance(found.act, MoveMade) else None
    own = found.fired is not None and found.fired.place not in taking.scenario.inherited.reactions
    return (
        found.waiting and found.settles,
        found.waiting,
        own and reaction is not None and topic is not None and topic in reaction.topic,
        _subject_answer(taking.scenario, found.act) is not None,
        own,
        move.form != "closed",
        move.confidence,
    )


def _settled(taking: Taking, act: MoveMade | TabooMade) -> None:
    """The waiting remark got what it waited for: an answer, or the giving in that a temptation was after."""
    position = taking.position
    id = position.pending or ""
    kind = "yielded" if isinstance(act, TabooMade) else "answered"
    taking.event(f"{kind}:{id}")
    settled = tuple(sorted({*position.settled, id}))
    taking.position = with_outcome(replace(position, settled=settled, pending=None), kind, id)


def _reaction(taking: Taking, act: MoveMade | TabooMade, borrowed: bool) -> Fired | None:
    """The statechart's answer. A follow-on that no reaction takes up by its topic is tried as one without."""
    position, chart = taking.position, taking.mind.chart
    known = environment(position)
    fired = chart.react(position.state, act, known, position.fired)
    if not isinstance(act, MoveMade) or not (borrowed or act.id in NOT_BY_TOPIC):
        return fired
    if act.topic is None or (fired is not None and act.topic in fired.reaction.topic):
        return fired
    bare = chart.react(position.state, replace(act, topic=None), known, position.fired)
    return bare if bare is not None and "none" in bare.reaction.topic else fired


def hear(taking: Taking, acts: Sequence[MoveMade | TabooMade]) -> None:
    """Remembers that acts were heard."""
    for act in acts:
        position = taking.position
        if isinstance(act, TabooMade):
            taking.position = changed(position, said=counted(position.said, act.id))
        else:
            heard = counted(counted(position.heard, act.id), f"{act.id}:{act.topic or ''}")
            taking.position = changed(position, heard=heard, words=remembered_words(position.words, act))


def speak(taking: Taking, act: MoveMade | TabooMade, fired: Fired, found: Found, tone: Tone) -> None:
    """Says what belongs to a reaction: its own line, or, where it would fit any client, what its subject has to say."""
    raises = any(id not in taking.position.raised for id in fired.reaction.raise_)
    tells = raises or _tells(taking, fired.reaction) or act.id == "farewell" or _offends(act, tone)
    arranges = act.id == "propose_next_step" and isinstance(act, MoveMade) and act.confidence >= SURELY_ASKED
    arranges = arranges or (act.id == "propose_next_step" and taking.parting)
    by_day = arranges and taking.day_named
    tells = tells or (arranges and (taking.bargained or (taking.parting and taking.day_named)))  # a day is not lost
    phase = "discover" if act.id == "invite_feedback" else MOVES[act.id].phase if act.id in MOVES else ""
    weight = phase_weight(act) if tells else _weight(act)
    if found.waiting:
        weight = max(weight, ANSWERING)
        speaker = taking.scenario.remarks[fired.place.split("/")[1]].speaker
        taking.say(
            fired.reaction.say,
            fired.place,
            weight,
            phase=phase,
            speaker=speaker,
            due=True,
            tone=tone,
            clause=act.clause,
        )
        return
    if _another_is_speaking(taking):
        return
    canned = fired.place in taking.scenario.inherited.reactions
    if canned and taking.bargained and act.id == "ask_commitment":
        return  # whether the client will is told at the table
    if act.id == "confirm_agreement" and taking.names_other_terms and not fired.reaction.reveal:
        return  # nobody says yes to terms that he does not take
    place, lines, further = fired.place, fired.reaction.say, _further(taking, act, fired)
    subject = _subject_answer(taking.scenario, act) if canned and _gives_way(fired.reaction, act) else None
    if subject is not None and (act.id in QUESTIONS or fresh_lines(subject[1], taking.spoken)):
        (place, lines), canned, further = subject, False, ()
    if any(part.place == place for part in taking.parts):
        return
    if canned and act.id not in QUESTIONS and isinstance(act, MoveMade):
        weight = round(weight * CANNED)
    if isinstance(act, MoveMade) and act.topic in fired.reaction.topic:
        weight += TO_THE_POINT
    said = not _asked_again(taking, act, fired, place, lines) and taking.say(
        lines,
        place,
        weight,
        phase=phase,
        canned=canned,
        further=further,
        due=tells,
        tone=tone,
        clause=act.clause,
        guess=canned and (act.id in REMARKING or _hardly_understood(act)),
        topic=(act.topic if isinstance(act, MoveMade) else None) or "",
        by_day=by_day,
    )
    if not said and act.id in QUESTIONS:
        talk = taking.scenario.talk
        if _kept_back(taking, act, fired.reaction):  # what never came out cannot be said again
            taking.say(talk.deflect, "talk/deflect", weight, phase=phase, canned=True, clause=act.clause)
        else:
            taking.say(talk.repeated, "talk/repeated", weight, phase=phase, canned=True)
        taking.patience -= 2


def _kept_back(taking: Taking, act: MoveMade | TabooMade, reaction: Reaction) -> bool:
    """Whether a question is about a need that the client has hinted at, be it in this answer, and not told."""
    topic = act.topic if isinstance(act, MoveMade) else None
    needs = dict(taking.position.needs)
    about = {id for id, need in taking.scenario.needs.items() if topic and topic in (id, need.topic)}
    about.update(reaction.reveal)
    return any(LEVELS["hint"] <= needs.get(id, 0) < LEVELS["told"] for id in about)


def _hardly_understood(act: MoveMade | TabooMade) -> bool:
    """Whether of a question no more was understood than its kind, though it asks for something in particular."""
    if not isinstance(act, MoveMade) or act.id not in QUESTIONS or act.topic is not None:
        return False
    return act.form == "closed" or act.confidence < SURELY_ASKED or len(units(act.clause)) >= IN_PARTICULAR


REMARKING = frozenset(
    {"thank"} | {id for id, move in MOVES.items() if move.phase in ("open", "listen", "present") and not move.asks}
) - {"paraphrase", "summarise_needs", "check_understanding"}  # fmt: skip
"""Moves that put nothing to the client: what would answer them from anybody answers no question."""


def _another_is_speaking(taking: Taking) -> bool:
    """Whether a third person speaks, who takes nothing else up; what was passed over is told at the end."""
    pending = taking.position.pending
    remark = taking.scenario.remarks.get(pending or "")
    return remark is not None and bool(remark.speaker and remark.ignored.all) and pending == taking.start.pending


def _gives_way(reaction: Reaction, act: MoveMade | TabooMade) -> bool:
    """Whether an archetype's reaction says nothing of the subject, nor of the moment."""
    topic = act.topic if isinstance(act, MoveMade) else None
    return topic is not None and topic not in reaction.topic and reaction.when is None


def _further(taking: Taking, act: MoveMade | TabooMade, fired: Fired) -> tuple[Lines, ...]:
    """Lines that may stand in when a reaction has no more: of a plain one those of the next that answers the move."""
    if fired.reaction.when is not None or fired.reaction.topic or act.id in QUESTIONS:
        return ()
    return taking.mind.chart.nets(taking.position.state, act)


def _subject_answer(scenario: Scenario, act: MoveMade | TabooMade) -> tuple[str, Lines] | None:
    """What the client has to say of the subject of an act, with its place."""
    if not isinstance(act, MoveMade) or act.topic is None:
        return None
    part = "say" if act.id in QUESTIONS else "told" if act.id in TELLING else ""
    return subject_lines(scenario, act.topic, part) if part else None


def subject_lines(scenario: Scenario, id: str, part: str) -> tuple[str, Lines] | None:
    """The lines ``say`` or ``told`` of a subject, with their place; None where nothing is written there."""
    places = (("topics", scenario.topics), ("needs", scenario.needs), ("products", scenario.products))
    for name, subjects in (*places, ("facts", scenario.facts)):
        lines = getattr(subjects.get(id), part, None)
        if isinstance(lines, Lines) and lines.all:
            return f"{name}/{id}/{part}", lines
    return None


def _asked_again(taking: Taking, act: MoveMade | TabooMade, fired: Fired, place: str, lines: Lines) -> bool:
    """Whether a question comes again to which everything has been said."""
    if act.id not in QUESTIONS or place != fired.place or place not in taking.position.fired:
        return False
    if not any(line_key(line) in taking.position.spoken for line in lines.all):
        return False  # it was asked, but other things were answered then
    already = count(taking.position.heard, f"{act.id}:{getattr(act, 'topic', None) or ''}")
    return (already > 0 and bool(fired.reaction.reveal)) or not fresh_lines(lines, taking.spoken)


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
