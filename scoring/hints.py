"""What to try next, for practice: items of the present phase that are not met yet."""

from scoring.grading import grade
from scoring.rubric import Rubric
from simulator.transcript.record import Transcript


def hints(transcript: Transcript, rubric: Rubric) -> tuple[str, ...]:
    """At most three short names of applicable items not yet met, the weightiest first."""
    open_items = [i for i in grade(transcript, rubric).items if i.applicable and i.earned < 1]
    return tuple(i.name for i in sorted(open_items, key=lambda i: -i.weight)[:3])
