"""The trainee's sentences, one by one: what a criterion takes its words from, and which of them ask something.

A recogniser cuts a turn into clauses and names each; it may cut or name one wrongly. Where a question bears on a subject, the
question itself shows it, by whatever name it was heard; so words are looked for in the sentence and not in the whole turn.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from scoring.patterns import first_match
from scoring.quoting import sentences

_MARKS = "?？"
_ASKING = (
    "吗", "呢", "什么", "怎么", "咋", "啥", "多少", "多久", "多大", "哪", "谁", "几", "为何", "如何", "说说", "讲讲", "谈谈", "聊聊", "摆", "介绍",
    "告诉我", "请教", "想问", "问一", "想听", "想了解", "想知道", "慢慢讲", "慢慢说", "您说", "接着说",
    "what", "how", "why", "when", "where", "which", "who", "whose", "tell me", "could you", "would you", "can you", "do you",
    "are you", "is there", "walk me", "share", "describe", "like to know", "like to hear", "like to understand", "let me ask",
)  # fmt: skip
"""Words that make a question of a sentence without a question mark, if it was heard as one."""
_OPEN = (
    "怎么", "咋", "什么", "啥", "哪些", "哪一", "哪块", "哪样", "哪里", "哪儿", "为何", "如何", "说说", "讲讲", "谈谈", "聊聊", "摆一", "介绍", "告诉我",
    "慢慢讲", "慢慢说", "谁", "怎样", "what", "how", "why", "which", "who", "tell me", "walk me", "describe", "share",
)  # fmt: skip
_SINGLE = (
    "how much",
    "how many",
    "how long",
    "how often",
    "how old",
    "what time",
    "what date",
    "how about",
    "what about",
)
"""What asks for a single figure, however it begins."""
_TAG = re.compile(r"(怎么样|如何|好吗|行吗|对吗|是吗|可以吗|what do you say)[?？]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the turn at ``index``, from ``start`` on; ``text`` as written."""

    index: int
    start: int
    text: str
    question: bool


@lru_cache(maxsize=2048)
def cut(text: str) -> tuple[tuple[int, str], ...]:
    """The sentences of a turn, each with the place where it begins."""
    found: list[tuple[int, str]] = []
    at = 0
    for piece in sentences(text):
        start = text.find(piece, at)
        start = at if start < 0 else start
        found.append((start, piece))
        at = start + len(piece)
    return tuple(found) or ((0, text),)


def asks(text: str) -> bool:
    """Whether a sentence ends as a question does."""
    return text.rstrip("”’」』）)】]\"' ").endswith(("?", "？"))


def asks_something(text: str) -> bool:
    """Whether one of the sentences of a text is a question."""
    return any(asks(sentence) for _, sentence in cut(text))


def sounds_asking(lower: str) -> bool:
    """Whether a sentence that was heard as a question can be one, though no question mark stands behind it."""
    return first_match(lower, _ASKING) is not None


@lru_cache(maxsize=2048)
def is_open(lower: str) -> bool:
    """Whether a question lets the other tell, rather than say yes, no or a figure."""
    if first_match(lower, _SINGLE):
        return False
    return first_match(_TAG.sub("", lower), _OPEN) is not None


def containing(starts: list[int], at: int) -> int:
    """Which of the sentences that begin at ``starts`` has the character ``at``."""
    return max(0, bisect_right(starts, at) - 1)
