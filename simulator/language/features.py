"""What the model looks at in a chunk: its n-grams, those of its neighbours, and the client's last line.

Training and recognising share this module, so that they cannot drift apart.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from simulator.language.normalise import masked, simplified

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[^\sa-z\d]")


def plain(text: str) -> str:
    """The text as features are taken from it."""
    return masked(simplified(text)).replace("’", "'")


def _grams(text: str, lowest: int, highest: int, mark: str) -> list[str]:
    framed = f"^{text}$"
    size = len(framed)
    return [mark + framed[i : i + n] for n in range(lowest, highest + 1) for i in range(size - n + 1)]


def _words(text: str, longest: int, mark: str) -> Iterator[str]:
    words = ["^", *_WORD.findall(text), "$"]
    for n in range(1, longest + 1):
        for i in range(len(words) - n + 1):
            yield mark + " ".join(words[i : i + n])


def chunk_features(language: str, chunks: Sequence[str], at: int, previous: str) -> list[str]:
    """The features of chunk ``at`` of a turn (all texts already `plain`); repeats count."""
    found: list[str] = []
    if language == "zh":
        found.extend(_grams(chunks[at], 1, 4, "c:"))
        neighbour = _zh_neighbour
    else:
        found.extend(_words(chunks[at], 3, "c:"))
        found.extend(_grams(chunks[at], 3, 5, "#:"))
        neighbour = _en_neighbour
    found.extend(neighbour(chunks[at - 1], "p:") if at else ["p:^"])
    found.extend(neighbour(chunks[at + 1], "n:") if at + 1 < len(chunks) else ["n:$"])
    if at == 0 and previous:
        found.extend(neighbour(previous, "<:"))
    return found


def _zh_neighbour(text: str, mark: str) -> Iterable[str]:
    return _grams(text, 1, 2, mark)


def _en_neighbour(text: str, mark: str) -> Iterable[str]:
    return _words(text, 2, mark)


def own_features(features: Sequence[str]) -> list[str]:
    """The features that are words of the chunk itself, long enough to mean something to a reader."""
    return [name for name in features if name.startswith("c:") and len(name.strip("^$ ")) > 3]


def own_words(features: Sequence[str]) -> tuple[str, ...]:
    """Features as the words they stand for, none that is part of another."""
    words = list(dict.fromkeys(name[2:].strip("^$ ") for name in features))
    return tuple(word for word in words if word and not any(word != other and word in other for other in words))
