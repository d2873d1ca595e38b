"""How fast a visit is graded: the processor's median time for 40 turns, and how it grows with the turns.

Each visit is graded again and again, as it is while other words are tried in it; the line with words that nobody had said before
is for the visit that is graded once. Garbage is collected seldom meanwhile, as it is by ``duilian score``.

Run: ``.venv/bin/python -m tests.benchmarks.grade_speed``
"""

import re
import time
from dataclasses import replace
from statistics import median

from scoring import debrief, grade, load_rubric
from simulator.commands.collecting import collected_seldom
from simulator.transcript.format import read_transcript, transcript_lines
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
        start = time.process_time()
        grade(transcript, rubric)
        taken.append((time.process_time() - start) * 1000)
    return median(taken)


def text_of(transcript: Transcript) -> str:
    """A transcript as it stands in a file."""
    return "".join(f"{line.rstrip()}\n" for line in transcript_lines(transcript))


def in_other_words(text: str, number: int) -> str:
    """The transcript in ``text`` with a number in every sentence of the trainee's, so that none was said before."""
    return re.sub(
        r'(?<="trainee":{"text":")[^"]*', lambda said: re.sub("(?=[。！？.!?])", f" {number}", said[0]), text
    )


def milliseconds_at_first(turns: int, times: int = 41) -> float:
    """The median time to grade a visit of so many turns of which no sentence of the trainee's was graded before."""
    rubric, text = load_rubric(), text_of(long_visit(turns))
    taken = []
    for number in range(times):
        transcript = read_transcript(in_other_words(text, number).splitlines(keepends=True))
        start = time.process_time()
        grade(transcript, rubric)
        taken.append((time.process_time() - start) * 1000)
    return median(taken)


def main() -> None:
    """Prints the figures."""
    start = time.process_time()
    rubric = load_rubric()
    print(f"rubric read in {(time.process_time() - start) * 1000:.0f} ms")
    for turns in (10, 20, 40, 80, 160, 320):
        print(f"{turns:4} turns: median {milliseconds(turns):6.2f} ms")
    print(f"  40 turns in words not said before: median {milliseconds_at_first(40):6.2f} ms")
    transcript = long_visit(40)
    card = grade(transcript, rubric)
    start = time.process_time()
    debrief(transcript, card, rubric)
    print(f"debrief of 40 turns: {(time.process_time() - start) * 1000:.2f} ms")


if __name__ == "__main__":
    with collected_seldom():
        main()
