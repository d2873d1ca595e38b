"""What simulated relationship managers say: the sentences for each move, and which sentence was said."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).with_name("phrases")
_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The phrases of one language by their key, ``move.name``, and by segment where they differ."""

    language: str
    texts: dict[str, dict[str, tuple[str, ...]]]

    def of(self, key: str, segment: str) -> tuple[str, ...]:
        """The variants of a phrase, with holes such as ``{topic}``; KeyError where there is no such phrase."""
        variants = self.texts[key]
        return variants.get(segment) or variants["any"]


def act_of(key: str) -> str:
    """The move or taboo that a phrase makes."""
    return key.partition(".")[0]


@cache
def phrasebook(language: str) -> Phrasebook:
    """The phrases in ``language``, ``zh`` or ``en``."""
    data = yaml.safe_load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return Phrasebook(language, {key: _variants(value) for key, value in data.items()})


def _variants(value: object) -> dict[str, tuple[str, ...]]:
    if isinstance(value, dict):
        return {segment: _listed(texts) for segment, texts in value.items()}
    return {"any": _listed(value)}


def _listed(value: object) -> tuple[str, ...]:
    return tuple(str(text) for text in value) if isinstance(value, list) else (str(value),)


@cache
def _patterns(language: str) -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """For each move, its phrases with a pattern that knows them again, whatever filled the holes."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for key, segments in phrasebook(language).texts.items():
        texts = [text for variants in segments.values() for text in variants]
        pattern = "|".join("".join(_piece(part) for part in re.split(r"(\{\w+\})", text)) for text in texts)
        found.setdefault(act_of(key), []).append((key, re.compile(pattern)))
    return {act: tuple(phrases) for act, phrases in found.items()}


def _piece(part: str) -> str:
    return ".*" if _HOLE.fullmatch(part) else re.escape(part)


@lru_cache(maxsize=20_000)
def key_of(language: str, act: str, clause: str) -> str | None:
    """The phrase that a clause was made from; None where somebody else's words."""
    return next((key for key, pattern in _patterns(language).get(act, ()) if pattern.fullmatch(clause)), None)
