"""Figures as they are said: in digits, Chinese numbers with what they count, English numbers."""

import re
from functools import lru_cache

_COUNTED = (
    "万", "亿", "千", "百", "成", "天", "个月", "个礼拜", "月", "号", "年", "块", "元", "点", "吨", "台", "户", "家", "人", "岁",
)  # fmt: skip
_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "hundred", "thousand", "million", "dozen", "half",
)  # fmt: skip
FIGURE = re.compile(
    rf"\d|(?:(?<![一第])[二两三四五六七八九十百千半]|一(?!两))[来多几]?(?:{'|'.join(_COUNTED)})|\b(?:{'|'.join(_NUMBERS)})\b",
    re.IGNORECASE,
)
"""A figure, told by its beginning or a part of it."""
_DIGITS = r"\d[\d,.]*(?:[ -](?:hundred|thousand|million))?"
_HAN = (
    r"(?<![〇零一二两三四五六七八九十百千万亿])(?!千万(?![零一二两三四五六七八九十]))(?=[〇零一二两三四五六七八九十百千万亿点半来多几]*[二两三四五六七八九十百千半])"
    r"[〇零一二两三四五六七八九十百千万亿点半来多几]{2,}"
)
_HAN_ONE = (
    r"[二两三四五六七八九十半](?=个?(?:天|月|年|号|元|块|吨|台|户|成|厘|分钟|岁|趟|份|笔|礼拜|钟头|小时|人|家))"
)
_ENGLISH = rf"\b(?:{'|'.join(_NUMBERS)})(?:[ -](?:and[ -]|point[ -])?(?:{'|'.join((*_NUMBERS, 'one'))}))*\b"
_BEGINNING = (
    rf"[\d〇零一二两三四五六七八九十百千万亿点半来多几]|\b[{''.join(sorted({word[0] for word in _NUMBERS}))}]"
)
_WHOLE = re.compile(rf"(?={_BEGINNING})(?:{_DIGITS}|{_HAN}|{_HAN_ONE}|{_ENGLISH})")
"""A whole figure in a text in lower case; most places of a text are passed over for what they begin with."""


@lru_cache(maxsize=8192)
def figures_in(text: str) -> int:
    """How many figures stand in a text, each counted once however many words it takes."""
    return len(_WHOLE.findall(text.lower()))


def told_before(clause: str, told: str) -> bool:
    """Whether every figure of a clause stands, in the same words, in what was ``told`` (in lower case)."""
    figures = [found.strip(" -,.") for found in _WHOLE.findall(clause.lower())]
    return bool(figures) and all(figure in told for figure in figures)
