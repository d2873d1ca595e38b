"""One step of the client, and what ten thousand of them leave in memory.

python tests/benchmarks/step_speed.py [STEPS]
"""

import random
import statistics
import sys
import time
import tracemalloc
from array import array

from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import TabooMade, Turn
from tests.client.walks import FILES, HEARD, client, move, turn

SEED = 1


def said(chance: random.Random, topics: list[str | None]) -> Turn:
    """A turn of one to three moves; one in forty has a taboo."""
    moves = [
        move(
            chance.choice(list(MOVES)),
            chance.choice(topics),
            chance.choice(["open", "closed"]),
            str(chance.random()),
        )
        for _ in range(chance.randint(1, 3))
    ]
    whole = turn(*(made for made in moves if made.id != "farewell"))
    wrong = (TabooMade(chance.choice(HEARD), "…"),) if chance.random() < 0.025 else ()
    return Turn(whole.text or "…", whole.moves, wrong)


def main(steps: int) -> None:
    """Prints the median and the 99th percentile of a step, and the growth of memory, for every client."""
    for path in FILES:
        simulated = client(path)
        chance = random.Random(SEED)
        topics: list[str | None] = [None, *simulated.scenario.topics]
        turns = [said(chance, topics) for _ in range(steps)]
        position, _ = simulated.start(SEED)
        longest, times = 0, array("d", [0.0] * steps)
        for number, words in enumerate(turns):
            if number == steps // 2:  # what is learnt once is learnt by now; the tracing slows what follows
                tracemalloc.start()
            begin = time.perf_counter()
            position, _ = simulated.step(position, words, SEED)
            times[number] = time.perf_counter() - begin
            longest = max(longest, position.turn)
            if position.over:
                position, _ = simulated.start(number)
        grown, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        early = sorted(times[: steps // 2])
        print(
            f"{path.stem:<22} {steps} steps, longest visit {longest}: median {statistics.median(early) * 1000:.3f} ms, "
            f"p99 {early[int(len(early) * 0.99)] * 1000:.3f} ms; {grown / 1024:.0f} KB more in memory after {steps - steps // 2} more"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
