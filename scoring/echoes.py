"""What a text is about, roughly: enough to tell whether one turn takes up another."""

import re


def content(text: str) -> frozenset[str]:
    """What a text is about, roughly: its pairs of Chinese characters and its longer English words."""
    pairs = {text[i : i + 2] for i in range(len(text) - 1) if text[i] >= "\u4e00" and text[i + 1] >= "\u4e00"}
    return frozenset(
        {pair for pair in pairs if pair not in _IDLE} | {w for w in _WORD.findall(text) if w not in _IDLE}
    )


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
