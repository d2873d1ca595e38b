"""What the client says to a question of the trainee's that nothing written answers: it is never simply passed over."""

import re
from collections.abc import Sequence
from dataclasses import replace

from simulator.client.asked_for import PUT_OFF, asks_in_words, kind_of
from simulator.client.composing import TAKEN_UP, kept
from simulator.client.environment import environment
from simulator.client.evidence import asks_something
from simulator.client.likeness import asks, asks_what, questions, units
from simulator.client.passing_on import pass_on
from simulator.client.put_forward import NUMERAL
from simulator.client.reacting import subject_lines
from simulator.client.replies import OUTRAGE, Part, fresh_lines
from simulator.client.taking import Taking
from simulator.client.yes_sought import wants_a_yes
from simulator.scenario.model import Lines
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import MoveMade, Turn

IN_PARTICULAR = 2
"""How many units of sense a question has at least that asks for something in particular."""
WEIGHT = 79
"""Just less than what answers a question in earnest."""
BESIDE = 20
"""The weight of a yes, or of leave, that is only added to what else is said."""
_LEAVE = re.compile(
    r"(?:从|打)(?:哪|什么|谁)[^。？?]{0,8}(?:开始|说起|聊起|讲起|问起|算起|谈起)|先(?:聊|说|谈|看|问|讲|听|算)(?:哪|什么|谁)"
    r"|(?:这样|这么|如此)?(?:可以|行|好|成|方便|合适|中)(?:吗|么|吧|不|嘛)\W*$|(?:分钟|小时|钟头)[^。，,]{0,2}[，,]?够(?:吗|不|么)\W*$|要不(?:要)?(?:咱|我)[^。？?]{2,24}[？?]$|(?:行不行|好不好|可不可以|成不成|方不方便|中不中|介不介意|介意(?:吗|么))\W*$"
    r"|\b(?:where|what|which)\b[^?]{0,30}\b(?:start|begin|first)\b|\b(?:is|would|will|does) (?:that|this|it)(?: be)? (?:all right|alright|ok|okay|fine|suit|work)\b"
    r"|\b(?:may|shall|can|could) (?:i|we)\b|\b(?:do|would) you mind\b|\ball right (?:with|by) you\b|\bok(?:ay)? (?:with|for) you\b",
    re.IGNORECASE,
)
"""Questions that only ask leave to go on, or where to begin."""
_SAYS_SO = re.compile(
    r"^\W*(?:嗯[,，]?)?(?:对(?!不)|是的?|没错|差不多|不差|大[意致体](?:不差|没错|对)|就是这|差不离)|^\W*(?:mm,? )?(?:yes|right|that'?s (?:it|right|about|what)|more or less|correct|as good as|roughly|to the letter|exactly|you (?:have|could))\b",
    re.IGNORECASE,
)
"""Opens a line that says whether it is."""
_LETS = re.compile(
    r"^\W*(?:嗯[,，]?)?(?:好|行|可以|成|没问题|随您|都可以|您(?:先|说|问|定))|^\W*(?:good|fine|all right|right|sure|yes|please|(?:mm,? )?go (?:on|ahead)|certainly|no problem|as you)\b|(?:听您的|您(?:说|问|讲|定|来)吧?|随您|往下)[。！]?$|\bgo on\W*$",
    re.IGNORECASE,
)
"""A line that gives leave."""
_YOUR_TURN = re.compile(
    r"[您你](?:还|先|头一条|第一)?[^，,。？?]{0,4}(?:想|要|有)[^，,。？?]{0,4}(?:问|了解|知道)|有(?:什么|啥)(?:疑问|问题|想法|顾虑|补充)|漏[^，,。]{0,3}(?:什么|啥|哪)|补充(?:什么|啥)"
    r"|\b(?:any|your|what) (?:\w+ )?questions?\b|\b(?:like|want|wish) to (?:ask|know|hear|add)\b|\b(?:missed|missing|left out|leaving out|forgotten)\b",
    re.IGNORECASE,
)
"""Questions that hand the word to the client, who asks or does not."""
_OF_YOU = re.compile(r"[您你]|\byou(?:r|rs|rself)?\b", re.IGNORECASE)
"""What makes a question one that is put to the listener, and no figure of speech."""
_TURNS_ON_IT = frozenset(
    {"ask_commitment", "make_offer", "trade", "propose_next_step", "ask_referral", "state_ask"}
)
"""Moves that make of "is that all right?" more than a courtesy."""


def answer_what_is_owed(taking: Taking, turn: Turn) -> None:
    """Says something to the trainee's questions where no line answers any of them; notes that the answer is owed."""
    asked = every = questions(turn.text)
    if taking.bargained:  # whether the terms will do is answered; what was asked beside them is not
        asked = [question for question in asked if "agreed" in taking.events and asks_something(question)]
    if not every and not (taking.bargained or taking.offended or turn.taboos):
        _take_up_the_purpose(taking, turn)
    if not asked or taking.offended or turn.taboos or _YOUR_TURN.search(asked[-1]):
        return
    acts = {move.id for move in turn.moves}
    leave = bool(_LEAVE.search(asked[-1])) and not acts & _TURNS_ON_IT
    real = [part for part in taking.parts if not part.guess and not _beside_the_point(part, every)]
    if leave and "state_purpose" in acts:  # the order of the talk is put to the client, not whether it was clear
        real = [part for part in real if not part.canned or part.due]
    if taking.bargained and any(part.place.endswith("/rider") for part in real):
        return
    if taking.bargained and not any(_answers(part, every) for part in real):
        taking.owing = True
        pass_on(taking, asked[-1], WEIGHT, due=True)
    elif real:
        put_off = any(PUT_OFF.search(part.place) for part in real)
        taking.owing = len(real) > 1 or put_off or not any(_answers(part, asked) for part in real)
        taking.parts = [part for part in taking.parts if part in real or part.phase != "discover"]
    if taking.bargained:
        return
    if not real:
        taking.owing = True
        before, taking.parts = taking.parts, real
        if not _say_what_is_owed(taking, asked[-1], leave):
            taking.parts = before
    elif "farewell" not in acts:
        said = kept(real)
        if not any(_answers(part, asked) for part in said):
            _answer_beside(taking, said, turn, leave)


def _take_up_the_purpose(taking: Taking, turn: Turn) -> None:
    """To who says at first what he has come for, and gets nothing but asides, the client says that he may."""
    purposes = [
        move.clause.strip() for move in turn.moves if move.id == "state_purpose" and move.confidence >= SURELY
    ]
    if taking.position.turn > 1 or not purposes:
        return
    if all(_is_aside(part) and part.clause.strip() not in purposes for part in kept(taking.parts)):
        agrees = taking.scenario.talk.agrees
        taking.say(agrees, "talk/agrees", BESIDE, phase="discover", due=True)


def _is_aside(part: Part) -> bool:
    """Whether a line answers a courtesy, or something hardly heard, and asks nothing itself."""
    return not part.due and not asks(part.text) and (part.phase == "open" or part.weight < SLIGHT)


SLIGHT = 40
"""What weighs less was hardly heard, or matters little."""


def _say_what_is_owed(
    taking: Taking, question: str, leave: bool, *, weight: int = WEIGHT, due: bool = False
) -> bool:
    """Answers a question that no line answers: a summary is confirmed, leave given, anything else told or passed on."""
    talk = taking.scenario.talk
    if wants_a_yes(question):
        found = _of_a_summary(taking, question) or ("talk/confirms", talk.confirms)
    elif leave:
        found = ("talk/agrees", talk.agrees)
    else:
        found = _of_its_subject(taking, question) or ("", Lines())
    place, lines = found
    if taking.say(lines, place, weight, phase="discover", clause=question, due=due):
        return True
    return pass_on(taking, question, weight, due=due)


def _of_its_subject(taking: Taking, question: str) -> tuple[str, Lines] | None:
    """What the client has to say of the subject that a question names, however unsurely its move was heard."""
    for move in taking.heard:
        if move.topic is not None and move.clause.strip() in question:
            found = subject_lines(taking.scenario, move.topic, "say")
            if found is None:
                continue
            place, lines = found
            if any(move.topic in (id, need.topic) for id, need in taking.scenario.needs.items()):
                lines = _sharing(lines, question)  # what is told of a whole need answers no more than its own words
            if fresh_lines(lines, taking.spoken):
                return place, lines
    return None


def _sharing(lines: Lines, question: str) -> Lines:
    """The lines that share a unit of sense with a question for something in particular, and have a figure for "how many"."""
    wanted = units(question)
    if len(wanted) < IN_PARTICULAR:
        return lines
    counts = kind_of(question) == "amount"
    return Lines(
        any=tuple(line for line in lines.all if wanted & units(line) and (NUMERAL.search(line) or not counts))
    )


def _answer_beside(taking: Taking, said: Sequence[Part], turn: Turn, leave: bool) -> None:
    """Says something to the last question surely asked, beside lines (``said``) of which none answers it.

    A yes that was sought, or leave to begin, is given whatever else is said, unless a line holds it; what is surely asked
    is passed on only where nothing would come but a word that fits anybody, or one of thanks for an answer.
    """
    asked = questions(turn.text)
    question = next((one for one in reversed(asked) if _surely_asked(turn, one)), asked[-1])
    if any(p.weight >= OUTRAGE or p.speaker or _PRESSING.search(p.place) or asks(p.text) for p in said):
        return
    if (left_out := _left_out(taking, said, turn, question)) is not None:
        taking.parts = [replace(part, due=True) if part is left_out else part for part in taking.parts]
        return
    yes = wants_a_yes(question)
    leave = leave and (any(move.id in _BEGINNING for move in turn.moves) or not any(map(_reacts, said)))
    if yes or leave:
        free = [part for part in said if not TAKEN_UP.search(part.place)]
        held = any((_SAYS_SO if yes else _LETS).search(part.text) for part in free)
        heard = yes and any(part.phase == "listen" and part.place.startswith("states/") for part in said)
        if not held and not (heard and not any(part.due for part in said)):
            _say_what_is_owed(taking, question, leave, weight=BESIDE, due=True)
    elif (_surely_asked(turn, question) and all(_says_little(part) for part in said)) or (
        _surely_asked(turn, question, PLAINLY) and all(part.phase == "open" and not part.due for part in said)
    ):
        taking.parts = [part for part in taking.parts if part.due]
        _say_what_is_owed(taking, question, leave=False, due=True)
    elif all(part.phase == "open" and not part.due for part in said) and (
        found := _of_its_subject(taking, question)
    ):
        taking.parts = []
        taking.say(found[1], found[0], WEIGHT, phase="discover", clause=question)
    elif _put_to_the_client(question) and not any(_matters(part, question) for part in said):
        heaviest = max(part.weight for part in said)
        taking.parts = [part for part in taking.parts if part.due or part.weight == heaviest]
        _say_what_is_owed(taking, question, leave=False, weight=BESIDE, due=True)


def _left_out(taking: Taking, said: Sequence[Part], turn: Turn, question: str) -> Part | None:
    """The weightiest line that answers a question plainly asked and would be left unsaid for others."""
    answers = [
        part
        for part in taking.parts
        if not (part.guess or part.canned)
        and part.weight >= SLIGHT
        and _answers(part, [question])
        and not any(part is one for one in said)
    ]
    if not answers or not _surely_asked(turn, question, PLAINLY):
        return None
    return max(answers, key=lambda part: part.weight)


def _put_to_the_client(question: str) -> bool:
    """Whether a question asks the listener for something, in words of its own."""
    return _OF_YOU.search(question) is not None and asks_in_words(question)


def _matters(part: Part, question: str) -> bool:
    """Whether a question may be passed over beside a line: it tells, or, where a yes or no is wanted, reacts."""
    return part.phase == "discover" or (not asks_what(question) and _reacts(part))


def _reacts(part: Part) -> bool:
    """Whether a line is more than an aside, or a word of thanks for an answer."""
    return part.phase == "discover" or (part.weight >= SLIGHT and TAKEN_UP.search(part.place) is None)


_BEGINNING = frozenset({"greet", "introduce", "state_purpose"})
"""Moves that begin a talk, or a part of it."""
SURELY = 0.2
"""How sure a question must be heard to be passed on beside something else that is said."""


PLAINLY = 0.6
"""How sure it must be heard to be passed on instead of small talk that is returned."""


def _surely_asked(turn: Turn, question: str, sure: float = SURELY) -> bool:
    return any(
        MOVES[move.id].asks and move.confidence >= sure and _overlap(move.clause.strip(), question)
        for move in turn.moves
    )


def _says_little(part: Part) -> bool:
    """Whether a line fits anybody who says something, or only takes an answer up."""
    if part.place == "talk/repeated":
        return False
    return TAKEN_UP.search(part.place) is not None or (
        part.canned and not part.due and part.phase in ("open", "listen", "discover")
    )


_PRESSING = re.compile(r"/partial/|/ignored$|^talk/(?:flooded|waiting|impatient)$")
"""Places of lines in which the client presses for something itself."""


def _of_a_summary(taking: Taking, question: str) -> tuple[str, Lines] | None:
    """What the client says to a summary of its own words, where it says that this is right."""
    position = taking.position
    act = MoveMade("paraphrase", question)
    fired = taking.mind.chart.react(position.state, act, environment(position), position.fired)
    if fired is None:
        return None
    lines = Lines(any=tuple(line for line in fired.reaction.say.fitting(position.trust) if _SAYS_SO.search(line)))
    return (fired.place, lines) if fresh_lines(lines, taking.spoken) else None


def _answers(part: Part, asked: Sequence[str]) -> bool:
    """Whether a line answers one of the questions, or leaves no room for an answer."""
    clause = part.clause.strip()
    if part.phase in ("open", "listen") and not part.due:  # a nod is no answer to what, who or how much
        asked = [question for question in asked if wants_a_yes(question) or not asks_what(question)]
    return part.weight >= OUTRAGE or any(clause and _overlap(clause, question) for question in asked)


def _beside_the_point(part: Part, asked: Sequence[str]) -> bool:
    """Whether a line only adds to a matter told in full, and not what was asked for in particular."""
    if not part.spent or part.due:
        return False
    question = next((one for one in asked if _overlap(part.clause.strip(), one)), "")
    wanted = units(question)
    return len(wanted) >= IN_PARTICULAR and not wanted & units(part.text)


def _overlap(clause: str, question: str) -> bool:
    """Whether the words that were answered lie in the question, run into it, or begin there."""
    if clause in question or question in clause:
        return True
    return any(len(piece) > 3 and piece in question for piece in re.split(r"[,，、。！!；;\n]", clause))
