"""A visit that is past, amended by a trainer: the client is not asked again, the marks are given anew."""

from pathlib import Path

from simulator.text import clean_line
from simulator.transcript.format import amendment_line
from simulator.transcript.record import Review, Transcript
from simulator.visit.amending import Reading, amended
from simulator.visit.journal import Journal
from simulator.visit.store import read_file, scenario_of

MOST_WORDS = 400
"""Characters of the reason that are kept."""


class ReviewError(ValueError):
    """A turn cannot be amended: the visit is ``unfinished``, there is no such ``turn``, or ``nobody`` signs for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def amend_past(path: Path, turn: int, meant: Reading, review: Review) -> Transcript:
    """Writes the amendment of a turn behind the visit in ``path``, and gives the visit as it is read from now on.

    What was written before stays as it was. Raises `ReviewError`, `JournalError`, `TranscriptError` or OSError.
    """
    signed = Review(clean_line(review.by, 80), clean_line(review.why, MOST_WORDS), review.at)
    if not signed.by:
        raise ReviewError("nobody")
    with Journal(path, resume=True) as journal:
        transcript = read_file(path)
        if transcript.ending is None:
            raise ReviewError("unfinished")
        exchange = next((each for each in transcript.exchanges if each.turn == turn), None)
        if exchange is None:
            raise ReviewError("turn")
        loaded = scenario_of(transcript)
        scenario = loaded.scenario if loaded is not None else None
        said = amended(exchange.trainee, meant, transcript.header.language, scenario)
        journal.append(amendment_line(turn, said, signed))
        return read_file(path)
