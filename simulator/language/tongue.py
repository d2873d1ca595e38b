"""Which of the two languages a turn is typed in: a visit in one may be answered in the other."""

import re

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
FEWEST_WORDS = 3
"""Fewer Latin words ("OK", "LPR PPT") are Chinese as bankers speak it."""
FEWEST_CHARACTERS = 2
"""Fewer Chinese characters are a name in an English turn."""


def tongue_of(text: str, home: str) -> str:
    """``zh`` or ``en``: the visit's language ``home`` unless the turn is clearly all in the other."""
    characters, words = len(_HAN.findall(text)), len(_LATIN_WORD.findall(text))
    if home == "zh" and not characters and words >= FEWEST_WORDS:
        return "en"
    if home == "en" and characters >= FEWEST_CHARACTERS and characters > 2 * words:
        return "zh"
    return home
