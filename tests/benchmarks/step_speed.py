"""One step of the client, and what ten thousand of them leave in memory.

Every figure is taken in a process of its own. The time is the processor's. What Python holds is traced from before the
client is read: were it only traced from the middle on, each thing remembered that takes the place of an older one would
count as more. It is held through a single visit that never ends, so that whatever a visit gathers would show. What the
system has lent to the process (the resident set) is measured without the tracing, which needs memory itself; it moves
by whole pages, and what was freed may stay with the process. All ten thousand steps take some minutes.

python -m tests.benchmarks.step_speed [STEPS]
"""

import gc
import multiprocessing
import os
import random
import statistics
import sys
import time
import tracemalloc
from array import array
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import TabooMade, Turn
from tests.client.walks import FILES, HEARD, client, move, turn

SEED = 1


class Driven(NamedTuple):
    """Seconds of each step, the longest visit in turns, and bytes in memory half way and at the end."""

    times: "array[float]"
    longest: int
    half: int
    end: int


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


def traced() -> int:
    """Bytes that Python holds since the tracing began."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def resident() -> int:
    """Bytes of the process in the machine's memory; 0 where the system does not tell."""
    gc.collect()
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def driven(path: Path, steps: int, memory: Callable[[], int], endless: bool) -> Driven:
    """So many steps of a client, in one visit after the other or in an ``endless`` one that goes on after every ending."""
    if memory is traced:
        tracemalloc.start()
    simulated, chance = client(path), random.Random(SEED)
    topics: list[str | None] = [None, *simulated.scenario.topics]
    position, _ = simulated.start(SEED)
    longest, half, times = 0, 0, array("d", [0.0] * steps)
    for number in range(steps):
        if number == steps // 2:
            half = memory()
        words = said(chance, topics)
        begin = time.process_time()
        position, _ = simulated.step(position, words, SEED)
        times[number] = time.process_time() - begin
        longest = max(longest, position.turn)
        if position.over:
            position = replace(position, ending=None) if endless else simulated.start(number)[0]
    return Driven(times, longest, half, memory())


def apart(path: Path, steps: int, memory: Callable[[], int], endless: bool = False) -> Driven:
    """The same in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        return process.submit(driven, path, steps, memory, endless).result()


def grown(run: Driven) -> str:
    """How much memory there was half way, and how much more at the end."""
    return f"{run.half / 2**20:.1f} MB {(run.end - run.half) / 1024:+.0f} KB"


def main(steps: int) -> None:
    """Prints the median and the 99th percentile of a step, and the growth of memory, for every client."""
    print(f"{steps} steps; memory half way, and how much more at the end")
    for path in FILES:
        visits, endless = apart(path, steps, resident), apart(path, steps, traced, endless=True)
        times = sorted(visits.times)
        print(
            f"{path.stem:<22} median {statistics.median(times) * 1000:.3f} ms, p99 {times[int(steps * 0.99)] * 1000:.3f} ms; "
            f"visits of up to {visits.longest} turns: resident {grown(visits)}; "
            f"one visit of {endless.longest} turns: Python holds {grown(endless)}",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
