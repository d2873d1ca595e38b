"""What a trainee reads after the visit, as a value."""

from dataclasses import dataclass

from scoring.rubric import Rubric
from scoring.scorecard import ItemMark, Scorecard
from simulator.transcript.record import Transcript


@dataclass(frozen=True, slots=True)
class Debrief:
    """The scorecard told to the trainee: the verdict and what to do better first."""

    language: str
    scorecard: Scorecard
    improve: tuple[ItemMark, ...]


def debrief(transcript: Transcript, scorecard: Scorecard, rubric: Rubric) -> Debrief:
    """The debrief of a graded visit, in the rubric's language."""
    missed = [item for item in scorecard.items if item.applicable and item.earned < 1]
    missed.sort(key=lambda item: -item.weight * (1 - item.earned))
    return Debrief(rubric.language, scorecard, tuple(missed[:3]))
