"""How fast a visit is graded: the median for 40 turns, and how the time grows with the turns.

Run: ``.venv/bin/python -m tests.benchmarks.grade_speed``
"""

import time
from dataclasses import replace
from statistics import median

from scoring import debrief, grade, load_rubric
from simulator.transcript.record import Transcript
from tests.scoring.reading_visits import visit


def long_visit(turns: int) -> Transcript:
    """The good corporate visit, repeated with other words until it has so many turns."""
    base = visit("corporate_good")
    told = []
    for index in range(turns):
        exchange = base.exchanges[index % len(base.exchanges)]
        said = exchange.trainee
        moves = tuple(replace(move, clause=f"{move.clause}{index}") for move in said.moves)
        told.append(replace(exchange, turn=index + 1, trainee=replace(said, moves=moves)))
    return replace(base, exchanges=tuple(told))


def milliseconds(turns: int, times: int = 41) -> float:
    """The median time to grade a visit of so many turns."""
    rubric, transcript = load_rubric(), long_visit(turns)
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        grade(transcript, rubric)
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def main() -> None:
    """Prints the figures."""
    start = time.perf_counter()
    rubric = load_rubric()
    print(f"rubric read in {(time.perf_counter() - start) * 1000:.0f} ms")
    for turns in (10, 20, 40, 80, 160, 320):
        print(f"{turns:4} turns: median {milliseconds(turns):6.2f} ms")
    transcript = long_visit(40)
    card = grade(transcript, rubric)
    start = time.perf_counter()
    debrief(transcript, card, rubric)
    print(f"debrief of 40 turns: {(time.perf_counter() - start) * 1000:.2f} ms")


if __name__ == "__main__":
    main()
