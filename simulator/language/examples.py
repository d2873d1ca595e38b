"""Example turns that a scenario's author wrote for a move: they work at once, without training.

A chunk that is like an example's longest chunk (cosine of character n-grams) is taken for that move, with the likeness
as confidence.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.language.features import plain
from simulator.language.segments import chunks

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

SHORTEST = 15
"""An example with fewer n-grams (six letters) is too short to be like anything."""
NEAR = 0.66
"""The likeness, 0-1, from which a Chinese chunk counts as said in the example's sense."""
NEAR_IN_LATIN = 0.5
"""The same for a chunk in Latin letters, whose longer n-grams are less often shared by chance."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[a-z']+|\d+")


@dataclass(frozen=True, slots=True)
class _Example:
    label: str
    length: float
    near: float


def _grams(text: str) -> Counter[str]:
    """n-grams of 1 to 3 characters; in Latin letters, which any two sentences share, of 4 to 6 across words."""
    written = plain(text)
    if _HAN.search(written):
        letters, sizes = "".join(c for c in written if c.isalnum()), (1, 2, 3)
    else:
        letters, sizes = " ".join(_WORD.findall(written)), (4, 5, 6)
    return Counter(letters[i : i + n] for n in sizes for i in range(len(letters) - n + 1))


def _length(grams: Counter[str]) -> float:
    return math.sqrt(sum(number * number for number in grams.values())) or 1.0


class Examples:
    """The examples of one scenario; empty for none."""

    def __init__(self, scenario: "Scenario | None") -> None:
        found: list[_Example] = []
        self._having: dict[str, list[tuple[int, int]]] = {}
        """The examples, by their places, in which an n-gram stands, and how often."""
        for label, texts in (scenario.examples if scenario else {}).items():
            for text in texts:
                piece = max(chunks(text), key=len, default="")  # the rest is greeting and trimming
                grams = _grams(piece)
                if sum(grams.values()) >= SHORTEST:
                    near = NEAR if _HAN.search(piece) else NEAR_IN_LATIN
                    for gram, number in grams.items():
                        self._having.setdefault(gram, []).append((len(found), number))
                    found.append(_Example(label, _length(grams), near))
        self._examples = tuple(found)

    def like(self, chunk: str) -> dict[str, float]:
        """The labels whose examples a chunk resembles, with the likeness, 0-1."""
        if not self._examples:
            return {}
        grams = _grams(chunk)
        length = _length(grams)
        common = [0] * len(self._examples)
        for gram, number in grams.items():
            for place, times in self._having.get(gram, ()):
                common[place] += number * times
        found: dict[str, float] = {}
        for example, shared in zip(self._examples, common, strict=True):
            likeness = shared / (length * example.length)
            if likeness >= example.near:
                found[example.label] = max(found.get(example.label, 0.0), min(likeness, 1.0))
        return found
