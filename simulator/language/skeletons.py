"""Sentence skeletons: one way of saying a thing, with its wordings, as a line that a banker can read and correct.

    @ask_problem/open
    < [生意|今年]还行。                                   the client's line before, where the label hangs on it
    [那|]最[让您|叫您][头疼|操心]的是[哪一块|什么]?  #acknowledge

``[a|b|]`` is one of these, an empty one nothing; ``{slot}`` one of the words in the hand's ``slots.words``; ``@`` opens a
block of labels, ``#label`` at the end of a line adds one. A skeleton is one idea: however often it is spelled out, it
counts as one when hands are held out.
"""

import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.language.corpus_file import FOLDER, Clause, CorpusError, CorpusTurn, read_clause

SUFFIX = ".skel"
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_EXTRA = re.compile(r"\s#(?=[!a-z])")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One skeleton with its labels (as written) and the client's line it answers, which may be empty."""

    hand: str
    place: str
    text: str
    previous: str
    labels: tuple[str, ...]


def read_skeletons(language: str, folder: Path = FOLDER) -> tuple[Skeleton, ...]:
    """Every skeleton of a language. Raises `CorpusError` naming the line."""
    files = sorted((folder / language).glob(f"*/*{SUFFIX}"))
    return tuple(skeleton for file in files for skeleton in _read(file))


def _read(file: Path) -> Iterator[Skeleton]:
    hand = file.parent.name
    labels: tuple[str, ...] = ()
    previous = ""
    for number, raw in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        place = f"{hand}/{file.name}:{number}"
        if line.startswith("@"):
            labels = tuple(line[1:].split())
            read_clause(f"x | {' '.join(labels)}", place)
        elif line.startswith("<"):
            previous = line[1:].strip()
        elif not labels:
            raise CorpusError(f"{place}: '@label' comes before the first skeleton")
        else:
            text, *extra = _EXTRA.split(line)
            yield Skeleton(hand, place, text.strip(), previous, (*labels, *(x.strip() for x in extra)))
            previous = ""


def slots_of(hand: Path) -> dict[str, list[str]]:
    """The words for ``{slot}`` in a hand's skeletons."""
    file = hand / "slots.words"
    if not file.exists():
        return {}
    pairs = (line.split("=", 1) for line in file.read_text(encoding="utf-8").splitlines() if "=" in line)
    return {name.strip(): words.split("|") for name, words in pairs}


def spelled_out(text: str, slots: dict[str, list[str]], chance: random.Random) -> str:
    """One wording of a skeleton."""
    for _ in range(40):
        text, slotted = _SLOT.subn(lambda match: chance.choice(slots.get(match[1], [""])), text)
        text, chosen = _CHOICE.subn(lambda match: chance.choice(match[1].split("|")), text)
        if not slotted and not chosen:
            return text
    return text


def wordings(language: str, times: int, folder: Path = FOLDER) -> Iterator[CorpusTurn]:
    """Every skeleton spelled out up to ``times`` different ways, as turns of one clause; always the same ones."""
    slots = {hand.name: slots_of(hand) for hand in (folder / language).iterdir() if hand.is_dir()}
    for skeleton in read_skeletons(language, folder):
        chance = random.Random(zlib.crc32(f"{skeleton.text}|{skeleton.previous}".encode()))
        seen: set[str] = set()
        for _ in range(times * 2):
            text = spelled_out(skeleton.text, slots[skeleton.hand], chance)
            if text in seen or len(seen) >= times:
                continue
            seen.add(text)
            previous = spelled_out(skeleton.previous, slots[skeleton.hand], chance)
            clause: Clause = read_clause(f"{text} | {' '.join(skeleton.labels)}", skeleton.place)
            yield CorpusTurn(skeleton.hand, skeleton.place, previous, (clause,), clause.text)
