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
