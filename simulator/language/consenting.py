"""A plain yes right after a temptation is the taboo that the client asked for.

The author says with which taboo one gives in (``answers`` of the remark), and the client's last words show whether it has just been
put. What counts is a turn that says yes and nothing else: without a "but", without a question, without anything that was not asked for.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.language.consent_words import WORDS, ConsentWords
from simulator.language.normalise import bare, simplified
from simulator.sentences import HAN, WORD, stem, without_narration
from simulator.vocabulary.moves import TABOOS
from simulator.vocabulary.turn import TabooMade, Turn

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Remark, Scenario

CONFIDENCE = 0.9
"""How sure a plain yes is."""
LONGEST = 60
"""Letters of a turn that says no more than yes, in Chinese; in Latin letters three times as many."""
_TEMPLATE = re.compile(r"\$\{?\w+\}?")
_KNOWN = 6
"""So many letters of a line at least for it to be known again."""
_ASKS = re.compile(r"[?？]")


@dataclass(frozen=True, slots=True)
class Temptation:
    """What the client asks for: its lines as they are known again, its words, and the taboos with which one gives in."""

    lines: tuple[str, ...]
    words: str
    taboos: tuple[str, ...]


class Temptations:
    """The temptations of one scenario; none for none."""

    def __init__(self, scenario: "Scenario | None") -> None:
        self._scenario = scenario

    @cached_property
    def _all(self) -> tuple[Temptation, ...]:
        if self._scenario is None:
            return ()
        found = (_temptation(remark) for remark in self._scenario.remarks.values() if remark.kind == "temptation")
        return tuple(one for one in found if one.taboos)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The ways to speak to the client, which say nothing."""
        contact = self._scenario.dossier.contact if self._scenario is not None else None
        return (
            frozenset(simplified(one) for one in (contact.address, contact.name) if one) if contact else frozenset()
        )

    def consented(self, turn: Turn, previous: str, language: str) -> Turn:
        """The turn, with the taboo that its plain yes is where the client has just asked for that."""
        asked = self._put(previous)
        if asked is None or not says_yes_to(turn.text, asked.words, previous, language, self._named):
            return turn
        heard = tuple(one for one in turn.taboos if one.id in asked.taboos)
        text = turn.text.strip()
        yes = heard[0] if heard else TabooMade(asked.taboos[0], text, CONFIDENCE, words=(text,))
        sure = replace(yes, confidence=max(yes.confidence, CONFIDENCE), certain=True)
        return replace(turn, moves=(), taboos=(sure,), other=None, about=None)

    def _put(self, previous: str) -> Temptation | None:
        """The temptation with which the client's last words end."""
        said = bare(without_narration(previous)) if self._all and previous else ""
        return next((one for one in self._all if any(said.endswith(line) for line in one.lines)), None)


def _temptation(remark: "Remark") -> Temptation:
    taboos = [id for answer in remark.answers.values() for id in answer.taboo if id in TABOOS]
    lines = [line for said in (remark.say, *(half.say for half in remark.partial.values())) for line in said.all]
    ends = (bare(_TEMPLATE.split(without_narration(line))[-1]) for line in lines)
    asked = " ".join(remark.say.all)
    return Temptation(
        tuple(end for end in ends if len(end) >= _KNOWN), simplified(asked), tuple(dict.fromkeys(taboos))
    )


def says_yes_to(text: str, asked: str, previous: str, language: str, named: frozenset[str] = frozenset()) -> bool:
    """Whether ``text`` says yes to what was ``asked`` and nothing else.

    ``named`` are ways to speak to the client. A mere "all right" is a yes only where the client's ``previous`` words asked for one.
    """
    words = WORDS[language]
    written = simplified(text).replace("’", "'").strip()
    if not written or len(written) > LONGEST * (1 if language == "zh" else 3) or words.hedged(written):
        return False
    clauses = [clause for clause in (words.trimmed(part, named) for part in words.parted(written)) if clause]
    kinds = [_kind(clause, asked, words, language) for clause in clauses]
    if "" in kinds:
        return False
    seeking = _ASKS.search(previous[-LONGEST:]) is not None or words.seeks(previous)
    return "yes" in kinds or ("nod" in kinds and seeking)


def _kind(clause: str, asked: str, words: ConsentWords, language: str) -> str:
    """Whether a clause is a yes, a nod, or says nothing ("trimming"); empty where it says something else."""
    for kind, pattern in (("yes", words.yes), ("nod", words.nod), ("trimming", words.trimming)):
        if pattern.fullmatch(clause):
            return kind
    left = words.empty.sub(" ", clause).split()
    if not all(_spoken_of(part, asked, language) for part in left):
        return ""
    return "yes" if words.doing.search(clause) else "trimming" if left and language == "zh" else ""


def _spoken_of(part: str, asked: str, language: str) -> bool:
    """Whether what is left of a clause stands in what was asked."""
    if language == "zh" and HAN.search(part):
        return _covered(part, asked)
    stems = {stem(word) for word in WORD.findall(asked)}
    return all(stem(word) in stems for word in WORD.findall(part))


def _covered(part: str, asked: str) -> bool:
    """Whether a run of characters is made of pieces of what was asked, each of two characters or more; one alone is the whole."""
    if len(part) == 1:
        return part in asked
    reached = {0}
    for end in range(2, len(part) + 1):
        if any(start in reached and part[start:end] in asked for start in range(end - 1)):
            reached.add(end)
    return len(part) in reached
