"""What the client says to a question of the trainee's that nothing written answers: it is never simply passed over."""

import re
from collections.abc import Sequence

from simulator.client.environment import environment
from simulator.client.evidence import asks_something
from simulator.client.likeness import questions
from simulator.client.replies import OUTRAGE, Part
from simulator.client.taking import Taking
from simulator.scenario.model import Lines
from simulator.sentences import seeks_a_yes
from simulator.vocabulary.turn import MoveMade, Turn

WEIGHT = 79
"""Just less than what answers a question in earnest."""
_LEAVE = re.compile(
    r"(?:从|打)(?:哪|什么|谁)[^。？?]{0,8}(?:开始|说起|聊起|讲起|问起|算起|谈起)|先(?:聊|说|谈|看|问|讲|听|算)(?:哪|什么|谁)"
    r"|(?:这样|这么|如此)?(?:可以|行|好|成|方便|合适|中)(?:吗|么|吧|不|嘛)\W*$|(?:行不行|好不好|可不可以|成不成|方不方便|中不中|介不介意|介意(?:吗|么))\W*$"
    r"|\b(?:where|what|which)\b[^?]{0,30}\b(?:start|begin|first)\b|\b(?:is|would|will|does) (?:that|this|it)(?: be)? (?:all right|alright|ok|okay|fine|suit|work)\b"
    r"|\b(?:may|shall|can|could) (?:i|we)\b|\b(?:do|would) you mind\b|\ball right (?:with|by) you\b|\bok(?:ay)? (?:with|for) you\b",
    re.IGNORECASE,
)
"""Questions that only ask leave to go on, or where to begin."""
_IS_IT_NOT = re.compile(r"(?:isn'?t it|aren'?t they)\W*$", re.IGNORECASE)
"""Ends what may ask in earnest as well; where nothing in it was heard, a yes is all it seeks."""
_YOUR_TURN = re.compile(
    r"[您你](?:还|先|头一条|第一)?[^，,。？?]{0,4}(?:想|要|有)[^，,。？?]{0,4}(?:问|了解|知道)|有(?:什么|啥)(?:疑问|问题|想法|顾虑|补充)|漏[^，,。]{0,3}(?:什么|啥|哪)|补充(?:什么|啥)"
    r"|\b(?:any|your|what) (?:\w+ )?questions?\b|\b(?:like|want|wish) to (?:ask|know|hear|add)\b|\b(?:missed|missing|left out|leaving out|forgotten)\b",
    re.IGNORECASE,
)
"""Questions that hand the word to the client, who asks or does not."""
_TURNS_ON_IT = frozenset(
    {"ask_commitment", "make_offer", "trade", "propose_next_step", "ask_referral", "state_ask"}
)
"""Moves that make of "is that all right?" more than a courtesy."""


def answer_what_is_owed(taking: Taking, turn: Turn) -> None:
    """Says something to the trainee's questions where no line answers any of them; notes that the answer is owed."""
    asked = every = questions(turn.text)
    if taking.bargained:  # whether the terms will do is answered; what was asked beside them is not
        asked = [question for question in asked if "agreed" in taking.events and asks_something(question)]
    if not asked or taking.offended or turn.taboos or _YOUR_TURN.search(asked[-1]):
        return
    acts = {move.id for move in turn.moves}
    leave = bool(_LEAVE.search(asked[-1])) and not acts & _TURNS_ON_IT
    real = [part for part in taking.parts if not part.guess]
    if leave and "state_purpose" in acts:  # the order of the talk is put to the client, not whether it was clear
        real = [part for part in real if not part.canned or part.due]
    if taking.bargained and any(part.place.endswith("/rider") for part in real):
        return
    if taking.bargained and not any(_answers(part, every) for part in real):
        taking.owing = True
        taking.say(
            taking.scenario.talk.deflect, "talk/deflect", WEIGHT, phase="discover", clause=asked[-1], due=True
        )
    elif real:
        answered = any(_answers(part, asked) for part in real)
        taking.owing = len(real) > 1 or not answered
        taking.parts = [part for part in taking.parts if part in real or part.phase != "discover"]
    if real or taking.bargained:
        return
    taking.owing = True
    talk = taking.scenario.talk
    lines, place = (talk.agrees, "talk/agrees") if leave else (talk.deflect, "talk/deflect")
    if not leave and (seeks_a_yes(asked[-1]) or _IS_IT_NOT.search(asked[-1])):
        place, lines = _of_a_summary(taking, asked[-1]) or (place, lines)
    before, taking.parts = taking.parts, real
    if not taking.say(lines, place, WEIGHT, phase="discover", clause=asked[-1]):
        taking.parts = before


def _of_a_summary(taking: Taking, question: str) -> tuple[str, Lines] | None:
    """What the client says to a summary of its own words: so much answers "that is right, isn't it?"."""
    position = taking.position
    act = MoveMade("paraphrase", question)
    fired = taking.mind.chart.react(position.state, act, environment(position), position.fired)
    return None if fired is None else (fired.place, fired.reaction.say)


def _answers(part: Part, asked: Sequence[str]) -> bool:
    """Whether a line answers one of the questions, or leaves no room for an answer."""
    clause = part.clause.strip()
    return part.weight >= OUTRAGE or any(clause and _overlap(clause, question) for question in asked)


def _overlap(clause: str, question: str) -> bool:
    """Whether the words that were answered lie in the question, run into it, or begin there."""
    if clause in question or question in clause:
        return True
    return any(len(piece) > 3 and piece in question for piece in re.split(r"[,，、。！!；;\n]", clause))
