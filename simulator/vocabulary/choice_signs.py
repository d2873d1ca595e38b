"""What tells the choices of an issue apart, so that one is known in other words of the same: "three days, before and after payday,
with someone on site" where the author wrote "on site three days around payday".

Of every wording those pairs of characters (words, in English) count that no wording of another choice has, and that are no
words of the issue itself. Their order is free, and other words may stand between them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from simulator.sentences import HAN, WORD, stem

ENOUGH = 2 / 3
"""So much of what tells a wording apart has to be said."""
FEWEST = 2
"""So many of its signs at least."""
FARTHEST = 2
"""So many times as long as the wording is the stretch at most in which its signs stand; and `ASIDE` letters more."""
ASIDE = 8
TOO_MUCH = 1 / 3
"""So much of another choice's said beside it, and none of them is meant."""
_NEGATIVE = re.compile(r"[不没免无别非]|\b(?:no|not|none|never|without|cannot|out|free|waive[ds]?|instead)\b|n't\b")
_NO_DENIAL = re.compile(r"没有?问题|差不多|不过|不错|\bno problem\b")
_PARTS = re.compile(r"[，,。.；;！!、]\s*")
_LIGHT = frozenset(
    re.findall(
        r"\w+",
        """
    a about after all an and any are aren as at be before by can could d didn do does doesn don for from get give
    go had has have he her his i if in is isn it its let ll m make me my need needn no not of on or our own put re
    s say she so some t take tell that the their them then there they this to too up us ve want was we when which
    will with won would you your
    """,
    )
)
"""English words that tell nothing apart by themselves."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A choice that a text means without naming it: its value, and where the signs of it begin and end."""

    start: int
    end: int
    value: float


def meant_choice(values: Iterable[tuple[str, float]], words: Iterable[str], text: str) -> Meant | None:
    """The choice whose signs ``text`` (in small letters) has, where it speaks of the issue and of no other choice; None else.

    ``values`` are the wordings with their values, ``words`` those that the issue itself is known by.
    """
    known = tuple(words)
    if not any(word and word.lower() in text for word in known):
        return None
    best: dict[float, tuple[float, Meant]] = {}
    for value, length, signs in _signs(tuple(values), known):
        places = [(at, at + len(sign)) for sign in signs if (at := _place(sign, text)) is not None]
        share = len(places) / len(signs)
        if places and share > best.get(value, (0.0,))[0]:
            meant = Meant(min(places)[0], max(end for _, end in places), value)
            plain = len(places) >= FEWEST and meant.end - meant.start <= FARTHEST * length + ASIDE
            best[value] = share if plain else min(share, TOO_MUCH), meant
    ranked = sorted(best.values(), key=lambda one: -one[0])
    if not ranked or ranked[0][0] < ENOUGH or (len(ranked) > 1 and ranked[1][0] >= TOO_MUCH):
        return None
    return None if _denied(text, ranked[0][1]) else ranked[0][1]


@lru_cache(maxsize=64)
def _signs(
    values: tuple[tuple[str, float], ...], words: tuple[str, ...]
) -> tuple[tuple[float, int, frozenset[str]], ...]:
    """Of each wording that denies nothing, with its value and length, what no wording of another choice has."""
    without = re.compile(
        "|".join(re.escape(w.lower()) for w in sorted(words, key=len, reverse=True) if w) or r"(?!)"
    )
    named = telling_units(" ".join(words).lower())
    units = [(value, word, telling_units(without.sub(" ", word.lower()))) for word, value in values]
    told: dict[float, set[str]] = {}
    for value, _, own in units:
        told.setdefault(value, set()).update(own)
    found = []
    for value, word, own in units:
        others = set().union(*(theirs for other, theirs in told.items() if other != value))
        if len(signs := own - others - named) >= FEWEST and not is_denial(word):
            found.append((value, len(word), frozenset(signs)))
    return tuple(dict.fromkeys(found))


def is_denial(wording: str) -> bool:
    """Whether a choice is worded by what it is not, so that it is known in these words only."""
    return _NEGATIVE.search(wording.lower()) is not None


def telling_units(text: str) -> frozenset[str]:
    """Pairs of Chinese characters, and stems of the words that say something."""
    pairs = {run[at : at + 2] for run in HAN.findall(text) for at in range(len(run) - 1)}
    return frozenset(pairs | {stem(word) for word in WORD.findall(text) if word not in _LIGHT})


def _place(sign: str, text: str) -> int | None:
    """Where a sign stands in a text."""
    if HAN.match(sign):
        at = text.find(sign)
        return at if at >= 0 else None
    return next((found.start() for found in WORD.finditer(text) if stem(found[0]) == sign), None)


def _denied(text: str, meant: Meant) -> bool:
    """Whether the parts of the text that hold a choice deny something."""
    at, held = 0, []
    for part in (*_PARTS.finditer(text), None):
        end = part.start() if part is not None else len(text)
        if at < meant.end and end > meant.start:
            held.append(text[at:end])
        at = part.end() if part is not None else end
    return any(_NEGATIVE.search(_NO_DENIAL.sub("", one)) for one in held)
