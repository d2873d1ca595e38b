"""A line as it is spoken: its sentences, its words, and whether a sentence only seeks a yes.

The client and what understands the trainee are rooms of their own, and both have to cut a line in the same places.
"""

import re
from functools import lru_cache

ENDS = "。！？!?；;\n"
"""What ends a sentence, beside a full stop that stands before white space."""
LONG_ENDS = "。！？!?\n"
"""The same without semicolons: they often set the terms of one offer apart, and what is asked at its end bears on all."""
BROKEN_OFF = ENDS + "…"
"""The same with dots of hesitation: what follows them is often another thing said."""
HAN = re.compile(r"[\u3400-\u9fff]+")
"""A run of Chinese characters."""
WORD = re.compile(r"[a-z]+|\d+")
"""A word in small Latin letters, or a number."""
NARRATION = re.compile(r"【[^】]*】|（[^）]*）|\[[^\]]*\]|\([^)]*\)")
"""What is told beside what is said."""
_ENDINGS = ("ing", "ers", "ies", "ed", "es", "er", "ly", "s")
_TAG = re.compile(
    r"(?:对吧|对吗|是吧|对不对|没错吧|(?:理解|说|记|算)得?(?:对吗|对不对|没错)|是这个意思吧)\W*$"
    r"|(?:\bright|\bis that (?:right|it|so|fair)|\bcorrect|got (?:that|it|you) right|\bam i right)\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def _cut(ends: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[^{ends}.]|\.(?=\S))*[{ends}.\"”]*")


@lru_cache(maxsize=2048)
def pieces(text: str, ends: str = ENDS) -> tuple[str, ...]:
    """The sentences of a text with all that stands between them: put together they are the text."""
    return tuple(match.group() for match in _cut(ends).finditer(text) if match.group())


@lru_cache(maxsize=2048)
def sentences(text: str, ends: str = ENDS) -> tuple[str, ...]:
    """The sentences of a text, without white space around them."""
    return tuple(piece.strip() for piece in pieces(text, ends) if piece.strip(ends + ". \t"))


def around(text: str, clause: str, ends: str = ENDS) -> str:
    """The sentences of a text in which a clause stands; the clause itself where it stands in none."""
    first = text.find(clause)
    if first < 0 or not clause:
        return clause
    last, at, inside = first + len(clause), 0, []
    for piece in pieces(text, ends):
        if at < last and at + len(piece) > first:
            inside.append(piece)
        at += len(piece)
    return "".join(inside).strip()


def seeks_a_yes(sentence: str) -> bool:
    """Whether a sentence states something and only asks whether it is right."""
    return _TAG.search(sentence) is not None


def without_narration(line: str) -> str:
    """What is spoken of a line: no looks and gestures in brackets."""
    return NARRATION.sub(" ", line)


def stem(word: str) -> str:
    """An English word in small letters without its ending."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
