"""Whether words ask, and what a question asks of which the models were not sure."""

import re
from collections.abc import Iterator, Sequence

from simulator.language.stretches import ends_sentence
from simulator.sentences import seeks_a_yes

SURE_ENOUGH = -0.4
"""The score of a question's likeliest reading from which it is heard where nothing else is: about two in three are right.

A wrong reading of a question still gets an answer about its subject; a question passed over gets none.
"""
READINGS = frozenset(
    {
        "ask_situation", "ask_plans", "ask_problem", "ask_current_bank", "ask_decision", "ask_risk_profile",
        "ask_expectation", "ask_clarify", "check_understanding", "invite_feedback", "ask_referral", "ask_commitment",
        "propose_next_step", "offer_remedy", "small_talk",
    }
)  # fmt: skip
"""What a question may do."""
COURTESY = frozenset(
    {
        "greet",
        "introduce",
        "small_talk",
        "acknowledge",
        "empathise",
        "thank",
        "state_purpose",
        "apologise",
        "paraphrase",
    }
)
"""Moves that a question may stand beside in one sentence without being that question."""
_AT_THE_END = re.compile(r"[?？]\W*$|[吗呢么][。！…~～\s]*$")
_ANYWHERE = re.compile(
    r"[?？]|[吗呢么啊呀][。！…]*\s*$|什么|怎么|怎样|如何|哪[里儿些个家位]|多少|多久|多大|谁|为啥|是不是|有没有|能不能"
    r"|^\W*(?:(?:and|so|but|well|ok|okay)\W+)?(?:who|what|when|where|why|how|which|is|are|was|do|does|did|have|has|can|could|would|will)\b",
    re.IGNORECASE,
)
_AGREE = re.compile(
    r"(?:行不行|行不|好不好|成不成|中不中|可不可以|可以不|可以吗|行吗|好吗|成吗|中吗|要不要.{0,12}|同意吗|同不同意|定不定|换不换|点不点头|点头不点头"
    r"|(?:您|你)(?:看|觉得|说)(?:呢|怎么样|如何|行|成|中)?|没意见吧|满意吗|听得懂吗|明白吗|清楚吗|(?:有|漏)[^，,]{0,8}(?:疑问|问题|漏|不清楚)[^，,]{0,3}|(?:够不够|对得上)吗?)[\s？?。!！~～…]*$"
    r"|^\W*(?:能问吗|这个能问)|\b(?:shall|may|can|could|should|might) (?:i|we)\b(?! (?:\w+ )?(?:ask|check|enquire|inquire|know))|\b(?:does|would|will|is|was) (?:that|this|it|half \w+|[a-z]+day)\b[^?]{0,30}\?*$"
    r"|\b(?:want it|fair enough|how about|what about (?:if|we)|why don'?t we|do we have a deal|deal|sign|ok|okay|yes|right|eh|agreed|aye or nay|what do you (?:say|think)|sound (?:fair|good|right|all right))\W*$"
    r"|\bwould you (?:let|mind|like|be (?:happy|willing|open|up)|accept|agree|take)\b|\b(?:anything|what|something)\b[^?]{0,12}\b(?:missed|missing|left out|unclear)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")


def asks(text: str) -> bool:
    """Whether a text asks something, with a question mark or without."""
    return _ANYWHERE.search(text) is not None


def asks_at_the_end(sentence: str) -> bool:
    """Whether a sentence ends as a question does."""
    return _AT_THE_END.search(sentence) is not None


def seeks_consent(sentence: str) -> bool:
    """Whether a sentence puts something to the client to be agreed to, asks leave, or asks whether it was clear."""
    return _AGREE.search(sentence) is not None


def sentences(pieces: Sequence[str]) -> Iterator[range]:
    """The chunks of a turn, sentence by sentence."""
    first = 0
    for at, piece in enumerate(pieces):
        if ends_sentence(piece) or at == len(pieces) - 1:
            yield range(first, at + 1)
            first = at + 1


def unsure_questions(
    pieces: Sequence[str],
    names: Sequence[str],
    scores: Sequence[Sequence[float]],
    heard: Sequence[tuple[range, str]],
) -> Iterator[tuple[int, int, int]]:
    """Questions of which no reading was sure, as (first chunk, behind the last, label): their likeliest reading.

    ``scores`` is a row of all labels ``names`` for every chunk, ``heard`` what was heard and in which chunks. A question
    in which anything but a courtesy was heard is no question passed over, nor is a reading the turn already has.
    """
    known = {name for _, name in heard}
    for sentence in sentences(pieces):
        text = "".join(pieces[at] for at in sentence)
        if not asks_at_the_end(text) or len(_LETTERS.findall(text)) < 3:
            continue
        if any(name not in COURTESY and set(chunks) & set(sentence) for chunks, name in heard):
            continue
        if seeks_a_yes(text):
            if any(set(chunks) & set(sentence) for chunks, _ in heard):
                continue
            allowed = frozenset({"paraphrase"})
        else:
            allowed = READINGS - known
        readings = [
            (scores[at][label], -label, at)
            for at in sentence
            for label, name in enumerate(names)
            if name in allowed
        ]
        score, label, at = max(readings, default=(-9.0, 0, 0))
        if score >= SURE_ENOUGH:
            known.add(names[-label])
            yield at, at + 1, -label
