"""How an act is answered in words: with the line of its reaction, or with what its subject has to say; and how much that matters."""

from simulator.client.addressing import speaker_of
from simulator.client.echoing import says_again
from simulator.client.likeness import units
from simulator.client.passing_on import pass_on
from simulator.client.position import count
from simulator.client.reacting import QUESTIONS, Found, subject_answer
from simulator.client.replies import Tone, fresh_lines, line_key
from simulator.client.statechart import Fired
from simulator.client.taking import Taking
from simulator.client.temperament import phase_weight
from simulator.client.yes_sought import wants_a_yes
from simulator.scenario.model import LEVELS, Lines, Reaction
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, TabooMade

ANSWERING = 70
"""What the client says to an answer it waited for weighs at least this much."""
SURELY_ASKED, SURELY_SAID = 0.5, 0.8
"""How sure a question, or another move, must be heard to be answered with full weight."""
FAINT = 0.2
"""Below this an act is hardly heard at all."""
IN_PARTICULAR = 3
"""How many units of sense a question has that asks for something in particular."""
CANNED = 0.8
"""How much a line that would fit any client weighs beside the client's own."""
TO_THE_POINT = 5
"""How much more a reaction weighs that names the subject spoken of."""
CONCLUDING = frozenset({"confirm_agreement", "ask_commitment"})
"""Moves that the client answers with a word that closes the matter."""
REMARKING = frozenset(
    {"thank"} | {id for id, move in MOVES.items() if move.phase in ("open", "listen", "present") and not move.asks}
) - {"paraphrase", "summarise_needs", "check_understanding"}  # fmt: skip
"""Moves that put nothing to the client: what would answer them from anybody answers no question."""


def tone_of(act: MoveMade | TabooMade, trust: int) -> Tone:
    """How the client takes an act that moves its trust so far."""
    if trust < 0:
        return "displeased"
    if act.id in CONCLUDING:
        return "concluding"
    closing = act.id in MOVES and MOVES[act.id].phase == "close"
    return "pleased" if trust > 0 and act.id not in QUESTIONS and not closing else "even"


def offends(act: MoveMade | TabooMade, tone: Tone) -> bool:
    """Whether an act is one that nobody passes over, whatever else was said."""
    return isinstance(act, TabooMade) and tone == "displeased" and TABOOS[act.id].severity != "minor"


def speak(taking: Taking, act: MoveMade | TabooMade, fired: Fired, found: Found, tone: Tone) -> None:
    """Says what belongs to a reaction: its own line, or, where it would fit any client, what its subject has to say."""
    by_day = _arranges(taking, act) and taking.day_named
    due = _is_due(taking, act, fired.reaction, tone)
    weight = phase_weight(act) if due else _weight(act)
    due = due or _decides(taking, act, fired.reaction)
    if found.waiting:
        _take_up_the_answer(taking, act, fired, weight, tone)
        return
    canned = fired.place in taking.scenario.inherited.reactions
    for_the_client = by_day or (act.id == "farewell" and taking.parting)  # whoever else is speaking
    if (another_is_speaking(taking) and not for_the_client) or _told_at_the_table(
        taking, act, fired.reaction, canned
    ):
        return
    place, lines, further = fired.place, fired.reaction.say, _further(taking, act, fired)
    subject = subject_answer(taking.scenario, act) if canned and _gives_way(fired.reaction, act) else None
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
        phase=_phase(act),
        canned=canned,
        further=further,
        due=due,
        tone=tone,
        clause=act.clause,
        speaker=speaker_of(taking, place),
        guess=canned and (act.id in REMARKING or _hardly_understood(act) or _asks_if_right(act) or _faint(act)),
        topic=(act.topic if isinstance(act, MoveMade) else None) or "",
        spent=not canned and place == fired.place and _told_in_full(taking, act, fired.reaction),
        by_day=by_day,
    )
    if not said and act.id in QUESTIONS:
        _answer_no_more(taking, act, fired.reaction, weight)


def _arranges(taking: Taking, act: MoveMade | TabooMade) -> bool:
    """Whether an act arranges a next step, surely enough or in taking leave."""
    if act.id != "propose_next_step" or not isinstance(act, MoveMade):
        return False
    return act.confidence >= SURELY_ASKED or taking.parting


def _is_due(taking: Taking, act: MoveMade | TabooMade, reaction: Reaction, tone: Tone) -> bool:
    """Whether a line is said whatever stands beside it: it tells, raises, takes leave or offence, or keeps a day."""
    raises = any(id not in taking.position.raised for id in reaction.raise_)
    if raises or _tells(taking, reaction) or act.id == "farewell" or offends(act, tone):
        return True
    return _arranges(taking, act) and (taking.bargained or (taking.parting and taking.day_named))


def _decides(taking: Taking, act: MoveMade | TabooMade, reaction: Reaction) -> bool:
    """Whether a line decides a matter of the act's own subject, once and for all."""
    own = isinstance(act, MoveMade) and act.topic is not None and act.topic in reaction.topic
    return own and any(id not in taking.position.settled for id in reaction.settle)


def said_of_it(taking: Taking, act: MoveMade | TabooMade, reaction: Reaction) -> bool:
    """Whether a matter that an act only puts once more was told or decided in this very turn.

    A question is about more, unless the answer to it would say the same again.
    """
    if not isinstance(act, MoveMade) or act.topic is None:
        return False
    told = [part for part in taking.parts if part.due and part.topic == act.topic]
    if act.id not in QUESTIONS:
        return bool(told)
    told = [part for part in told if part.phase != "discover"]
    return any(says_again(part.text, line) for part in told for line in reaction.say.all)


def _phase(act: MoveMade | TabooMade) -> str:
    if act.id == "invite_feedback":
        return "discover"
    return MOVES[act.id].phase if act.id in MOVES else ""


def _take_up_the_answer(taking: Taking, act: MoveMade | TabooMade, fired: Fired, weight: int, tone: Tone) -> None:
    """Says what the remark that waited has to say to this act."""
    taking.say(
        fired.reaction.say,
        fired.place,
        max(weight, ANSWERING),
        phase=_phase(act),
        speaker=speaker_of(taking, fired.place),
        due=True,
        tone=tone,
        clause=act.clause,
    )


def _told_at_the_table(taking: Taking, act: MoveMade | TabooMade, reaction: Reaction, canned: bool) -> bool:
    """Whether the answer is the table's: whether the client will; and nobody says yes to terms that he does not take."""
    if canned and taking.bargained and act.id == "ask_commitment":
        return True
    return act.id == "confirm_agreement" and taking.names_other_terms and not reaction.reveal


def _answer_no_more(taking: Taking, act: MoveMade | TabooMade, reaction: Reaction, weight: int) -> None:
    """A question to which everything was said; but what never came out cannot be said again."""
    if _kept_back(taking, act, reaction):
        pass_on(taking, act.clause, weight, phase=_phase(act), canned=True)
    else:
        taking.say(taking.scenario.talk.repeated, "talk/repeated", weight, phase=_phase(act), canned=True)
    taking.patience -= 2


def _weight(act: MoveMade | TabooMade) -> int:
    """How much an act asks for an answer; what was doubtfully heard, less."""
    sure = SURELY_ASKED if act.id in QUESTIONS else SURELY_SAID
    doubt = min(1.0, act.confidence / sure) if isinstance(act, MoveMade) else 1.0
    return round(phase_weight(act) * doubt)


def _tells(taking: Taking, reaction: Reaction) -> bool:
    """Whether anything comes out by a reaction that had not come out before."""
    needs = dict(taking.position.needs)
    return any(LEVELS[level] > needs.get(need, 0) for need, level in reaction.reveal.items())


def _kept_back(taking: Taking, act: MoveMade | TabooMade, reaction: Reaction) -> bool:
    """Whether a question is about a need that the client has hinted at, be it in this answer, and not told."""
    topic = act.topic if isinstance(act, MoveMade) else None
    needs = dict(taking.position.needs)
    about = {id for id, need in taking.scenario.needs.items() if topic and topic in (id, need.topic)}
    about.update(reaction.reveal)
    return any(LEVELS["hint"] <= needs.get(id, 0) < LEVELS["told"] for id in about)


def _told_in_full(taking: Taking, act: MoveMade | TabooMade, reaction: Reaction) -> bool:
    """Whether a question is about a need of which the client has told everything, and the reaction only adds to it."""
    if not isinstance(act, MoveMade) or act.id not in QUESTIONS or _tells(taking, reaction):
        return False
    told = dict(taking.start.needs)
    about = [id for id, need in taking.scenario.needs.items() if act.topic in (id, need.topic)]
    return bool(about) and all(told.get(id, 0) >= LEVELS["told"] for id in about)


def _hardly_understood(act: MoveMade | TabooMade) -> bool:
    """Whether of a question no more was understood than its kind, though it asks for something in particular."""
    if not isinstance(act, MoveMade) or act.id not in QUESTIONS or act.topic is not None:
        return False
    return act.form == "closed" or act.confidence < SURELY_ASKED or len(units(act.clause)) >= IN_PARTICULAR


def _faint(act: MoveMade | TabooMade) -> bool:
    """Whether an act was heard so faintly that what fits anybody answers nothing by it."""
    return isinstance(act, MoveMade) and act.confidence < FAINT


def _asks_if_right(act: MoveMade | TabooMade) -> bool:
    """Whether the client is asked if a sum is right, which is not answered by saying how clear it was."""
    return act.id == "check_understanding" and wants_a_yes(act.clause)


def another_is_speaking(taking: Taking) -> bool:
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


def _asked_again(taking: Taking, act: MoveMade | TabooMade, fired: Fired, place: str, lines: Lines) -> bool:
    """Whether a question comes again to which everything has been said."""
    if act.id not in QUESTIONS or place != fired.place or place not in taking.position.fired:
        return False
    if not any(line_key(line) in taking.position.spoken for line in lines.all):
        return False  # it was asked, but other things were answered then
    already = count(taking.position.heard, f"{act.id}:{getattr(act, 'topic', None) or ''}")
    return (already > 0 and bool(fired.reaction.reveal)) or not fresh_lines(lines, taking.spoken)
