"""One spelling for what sounds the same: widths, case, Traditional characters, figures."""

import re
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("models") / "characters.txt"
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_BETWEEN = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_HAN_DIGITS = re.compile(r"[零一二三四五六七八九十百千万亿两〇]{2,}")


@cache
def _characters() -> dict[int, int]:
    """Traditional to Simplified, character by character (derived from OpenCC's TSCharacters, Apache-2.0); half-width."""
    traditional, simplified = _TABLE.read_text(encoding="utf-8").split("\n")[:2]
    return str.maketrans(traditional, simplified) | _WIDTHS


@lru_cache(maxsize=512)
def simplified(text: str) -> str:
    """The text in half-width, small letters and Simplified characters; as many characters as before.

    The last texts are kept, for one turn is looked at in many ways.
    """
    if text.isascii():
        return text.lower()
    plain = text.translate(_characters())
    small = plain.lower()
    if len(small) == len(plain):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


@lru_cache(maxsize=512)
def bare(text: str) -> str:
    """Only the letters and figures of a text, `simplified`: what is the same word for word is the same here."""
    return _BETWEEN.sub("", simplified(text))


def masked(text: str) -> str:
    """The text with every figure written as ``0`` (digits) or ``零`` (two and more Chinese numerals)."""
    return _HAN_DIGITS.sub("零", _DIGITS.sub("0", text))
