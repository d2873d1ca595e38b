"""Grading many transcripts at once, on all the processors there are; the answers come in the order of the files."""

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.commands.collecting import SELDOM
from simulator.commands.finding import find_rubric, read_transcript_file
from simulator.commands.problem import Problem
from simulator.i18n import language, set_language
from simulator.transcript.record import Transcript

if TYPE_CHECKING:
    from scoring import Rubric

ENOUGH = 100
"""From so many files on, the start of further processes pays."""
_CHUNK = 25


@dataclass(frozen=True, slots=True)
class Line:
    """A scorecard as a line of JSON, or what is wrong with its file."""

    text: str = ""
    wrong: tuple[str, ...] = ()


class Rubrics:
    """The rubric of a command in each language that its transcripts ask for, read once."""

    def __init__(self, name: str | None, spoken: str | None) -> None:
        self.name = name
        self.spoken = spoken
        self._read: dict[str, Rubric] = {}

    def of(self, transcript: Transcript) -> "Rubric":
        """The rubric for a transcript, in the language asked for or its own. Raises `Problem`."""
        wanted = self.spoken or transcript.header.language
        if wanted not in self._read:
            self._read[wanted] = find_rubric(self.name, wanted)
        return self._read[wanted]


def scorecard_lines(names: Sequence[str], rubric: str | None, spoken: str | None) -> Iterator[Line]:
    """The scorecard of each file, in their order. Raises `Problem` where the rubric cannot be used."""
    find_rubric(rubric, spoken or language())
    workers = min(_processors(), len(names) // (ENOUGH // 2))
    if len(names) < ENOUGH or workers < 2:
        rubrics = Rubrics(rubric, spoken)
        yield from (_line(name, rubrics) for name in names)
        return
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(rubric, spoken, language()))
    complete = False
    try:
        yield from pool.map(_line, names, chunksize=_CHUNK)
        complete = True
    finally:  # whoever reads may have seen enough: what has not begun need not be done, nor waited for
        pool.shutdown(wait=complete, cancel_futures=True)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_of_this_process: Rubrics | None = None


def _begin(rubric: str | None, spoken: str | None, told_in: str) -> None:
    """What a further process needs once. Grading leaves nothing behind that refers to itself, so hardly anything is gained by
    looking for it."""
    global _of_this_process
    gc.freeze()
    gc.set_threshold(SELDOM)
    set_language(told_in)
    _of_this_process = Rubrics(rubric, spoken)


def _line(name: str, rubrics: Rubrics | None = None) -> Line:
    from scoring import grade

    rubrics = rubrics or _of_this_process
    assert rubrics is not None
    try:
        transcript = read_transcript_file(name)
    except Problem as problem:
        return Line(wrong=problem.lines)
    return Line(grade(transcript, rubrics.of(transcript)).as_line())
