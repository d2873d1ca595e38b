"""What a text is about, roughly: enough to tell whether one turn takes up another."""

import re
from functools import lru_cache
from itertools import chain
from operator import add


@lru_cache(maxsize=1024)
def content(text: str) -> frozenset[str]:
    """The pairs of Chinese characters and the longer English words of a text (in lower case), idle ones left out."""
    pairs = chain.from_iterable([map(add, run, run[1:]) for run in _HAN.findall(text)])
    return frozenset(pairs).union(_WORD.findall(text)) - _IDLE


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
