"""What a text is about, roughly: enough to tell whether one turn takes up another."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import add


@lru_cache(maxsize=1024)
def content(text: str) -> frozenset[str]:
    """The pairs of Chinese characters and the longer English words of a text (in lower case), idle ones left out."""
    return frozenset(_pieces(text)) - _IDLE


def shared(text: str, other: frozenset[str]) -> frozenset[str]:
    """What of another text's `content` stands in this text too (in lower case)."""
    return other.intersection(_pieces(text)) if other else other


def shares(text: str, other: frozenset[str], least: int) -> bool:
    """Whether so much of another text's `content` stands in this text too (in lower case)."""
    written = list(filter(text.__contains__, other))
    if len(written) < least:
        return False
    # a pair of characters that is written there is a piece of it, an English word may be part of another
    if sum([piece >= _FIRST_HAN for piece in written]) >= least:
        return True
    return len(shared(text, other)) >= least


def _pieces(text: str) -> Iterator[str]:
    pairs = [map(add, run, run[1:]) for run in _HAN.findall(text)]
    return chain(_WORD.findall(text), *pairs)


SAME = 0.75
"""The share of a line's words from which on somebody who said them in one sentence said that line."""
_ASKING = 8
"""So many words, or Chinese characters, of a question tell what it asks; of a shorter one the clause before it, too."""


def says_already(line: str, sentence: str) -> bool:
    """Whether a sentence says a line nearly word for word; of a line that asks something, whether it asks the same."""
    words, said = _letters(_asked(line)), _letters(sentence)
    return len(words) >= _LEAST and len(words & said) >= SAME * len(words) and len(said) <= _MOST * len(words)


_LEAST = 4
_MOST = 3
"""So many times as long a sentence says something else beside the line."""


@lru_cache(maxsize=1024)
def _letters(text: str) -> frozenset[str]:
    """The Chinese characters and the English words of a text, those left out that stand everywhere."""
    return frozenset(_LETTER.findall(text.lower())) - _EVERYWHERE


@lru_cache(maxsize=256)
def _asked(line: str) -> str:
    """What a line asks: the clause of its last question, with the one before it where it is short; else the whole line."""
    end = max(line.rfind("?"), line.rfind("？"))
    if end < 0:
        return line
    asked = ""
    for clause in reversed(_CLAUSES.findall(line[: end + 1])):
        asked = clause + asked
        if len(_letters(asked)) >= _ASKING:
            break
    return asked


_LETTER = re.compile("[\u4e00-\u9fff]|[a-z']+")
_CLAUSES = re.compile("[^，。；！？,.;!?]*[，。；！？,.;!?]*")
_EVERYWHERE = frozenset("的了吗呢是您我") | {"the", "a", "an", "to", "of", "is", "it", "and", "you", "your"}
_FIRST_HAN = "\u4e00"
_HAN = re.compile("[\u4e00-\u9fff]+")
_WORD = re.compile(r"[a-z]{5,}|\d[\d.]*%?")
_IDLE = frozenset(
    [
        "我们",
        "你们",
        "这个",
        "那个",
        "这边",
        "是不",
        "不是",
        "就是",
        "还是",
        "可以",
        "一下",
        "什么",
        "怎么",
        "现在",
        "如果",
        "因为",
        "所以",
        "的话",
        "没有",
        "有没",
        "的时",
        "时候",
        "一个",
        "这样",
        "您的",
        "的是",
        "我的",
        "about",
        "would",
        "could",
        "should",
        "their",
        "there",
        "which",
        "think",
        "really",
        "going",
    ]
)
