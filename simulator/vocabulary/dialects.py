"""Cantonese and Sichuan words of everyday talk in the common written language, letter for letter."""

import re

_LETTERS = str.maketrans("唔冇嘅咗喺佢俾畀睇嗰啲嚟咩哋咋", "不没的了在他给给看那些来么们怎")
_WORDS = {
    "莫得": "没有", "要得": "可以", "晓得": "知道", "啥子": "什么", "返去": "回去", "咁样": "这样", "边样": "哪样",
    "而家": "现在", "得不得": "行不行", "即系": "就是", "怎个": "怎么",
}  # fmt: skip
_WORD = re.compile("|".join(_WORDS))
_IS = re.compile(r"(?<![关联体派嫡维干院直])系(?![统列数])")
_LOCAL = re.compile(r"[唔冇嘅咗喺佢俾畀睇嗰啲嚟咩哋咋系]|莫得|要得|晓得|啥子|返去|咁样|边样|而家")


def in_common_words(text: str) -> str:
    """``text`` with such words said as a northerner would, every other letter in its place."""
    if _LOCAL.search(text) is None:
        return text
    plain = text.translate(_LETTERS)
    if plain != text:  # 系 means "is" only where such words stand beside it
        plain = _IS.sub("是", plain)
    return _WORD.sub(lambda found: _WORDS[found[0]], plain)
