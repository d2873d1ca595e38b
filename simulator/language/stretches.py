"""Stretches of a turn and of the talk: what of the client's line counts, where a question begins and ends."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

_NARRATION = re.compile(r"[（(【][^）)】]*[）)】]")
_LONGEST = {"zh": 30, "en": 90}


def last_words(language: str, line: str) -> str:
    """What of the client's line the next turn answers: its last sentence, narration left out, not too long.

    A long line would outweigh the trainee's own words.
    """
    spoken = _NARRATION.sub(" ", line)
    cut = re.split(r"(?<=[。！？!?…])" if language == "zh" else r"(?<=[.!?])\s+", spoken)
    sentences = [sentence.strip() for sentence in cut if len(sentence.strip()) > 1]
    last = sentences[-1] if sentences else ""
    return last[-_LONGEST[language] :]


@dataclass(frozen=True, slots=True)
class Heard:
    """A label heard in neighbouring chunks, with the words that told it."""

    chunks: tuple[str, ...]
    confidence: float
    certain: bool
    words: tuple[str, ...]
    kind: str | None = None
    before: str = ""
    """The chunk before: in "about the lease, what worries you?" it names the topic."""
    asked: str = ""
    """The chunks with what else belongs to the question: it is open or closed as a whole."""

    @property
    def clause(self) -> str:
        """The chunks as they stand in the turn."""
        return "".join(self.chunks).strip()


_SENTENCE_END = re.compile(r"[.。!！?？;；…\n~～]\W*$")
_QUESTION_END = re.compile(r"[?？]\W*$")


def ends_sentence(piece: str) -> bool:
    """Whether a sentence ends with this chunk."""
    return _SENTENCE_END.search(piece) is not None


def whole_sentence(pieces: Sequence[str], places: range) -> range:
    """The places of the chunks at ``places`` and of the rest of the sentence that they stand in."""
    first = places.start
    while first and not ends_sentence(pieces[first - 1]):
        first -= 1
    return range(first, _sentence_end(pieces, places.stop, ()))


def whole_question(pieces: Sequence[str], first: int, last: int, taken: Container[int]) -> str:
    """The chunks from ``first`` to before ``last``, with what else of the question stands beside them.

    That is the chunk before in the same sentence, the rest of the sentence, and further questions, but no further than
    to the next of the ``taken`` chunks, in which something else was heard: of "where do you bank, in town? And what do
    they do well?" only the first chunk may have been heard as a move.
    """
    if first and first - 1 not in taken and not ends_sentence(pieces[first - 1]):
        first -= 1
    last = _sentence_end(pieces, last, taken)
    while last < len(pieces) and last not in taken:
        end = _sentence_end(pieces, last + 1, taken)
        if not _QUESTION_END.search(pieces[end - 1]):
            break
        last = end
    return "".join(pieces[first:last]).strip()


def _sentence_end(pieces: Sequence[str], at: int, taken: Container[int]) -> int:
    """Behind the sentence of the chunk before ``at``, or before the next ``taken`` chunk."""
    while at < len(pieces) and at not in taken and not ends_sentence(pieces[at - 1]):
        at += 1
    return at


def runs(heard: list[bool]) -> list[tuple[int, int]]:
    """The stretches of neighbouring chunks in which a label was heard, as (first, behind the last)."""
    runs: list[tuple[int, int]] = []
    for at, here in enumerate(heard):
        if here and runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        elif here:
            runs.append((at, at + 1))
    return runs
