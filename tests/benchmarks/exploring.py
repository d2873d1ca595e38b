"""How fast positions are explored, beside what `transitions` alone can do, in one run.

    python -m tests.benchmarks.exploring

Prints for each shipped client the time for growing numbers of positions (the time should grow about in step), positions
and steps a second; and how many triggers a second the library's machine takes that all of it stands on: with a machine
of one transition, and with the client's own statechart. Last the whole proof, by one process and by all processors.
"""

import time
from typing import Any

from transitions import Machine

from simulator.client import Client
from simulator.client.environment import environment
from simulator.commands.finding import find_rubric
from simulator.rehearsal.ahead import spare_processors
from simulator.rehearsal.exploring import explore
from simulator.rehearsal.players import PLAYERS, play
from simulator.rehearsal.proving import prove
from simulator.scenario.load import Loaded, load_scenario
from tests.client.walks import FILES, move

SIZES = (500, 1000, 2000, 4000)
TRIGGERS = 20_000


def main() -> None:
    """Prints the table."""
    print(
        f"{'client':<22}" + "".join(f"{size:>8}" for size in SIZES) + "   positions/s   steps/s   statechart/s"
        f"     proof   on {1 + spare_processors()}"
    )
    for path in FILES:
        loaded = load_scenario(path)
        client = Client(loaded.scenario)
        visits = [[e.trainee for e in play(loaded, PLAYERS["expert"], 0, client).exchanges]]
        times = []
        for size in SIZES:
            started = time.perf_counter()
            found = explore(client, size, visits)
            times.append(time.perf_counter() - started)
        cells = "".join(f"{seconds:>7.2f}s" for seconds in times)
        rates = f"{len(found.nodes) / times[-1]:>14.0f}{found.steps / times[-1]:>10.0f}{statechart(client):>15.0f}"
        print(f"{path.stem:<22}{cells}{rates}{proved(loaded, 0):>9.2f}s{proved(loaded, spare_processors()):>6.2f}s")
    print(f"transitions, one state and one transition: {raw():.0f} triggers/s")


def proved(loaded: Loaded, helpers: int) -> float:
    """Seconds that a proof takes with so many further processes."""
    rubric = find_rubric(None, loaded.scenario.language)
    started = time.perf_counter()
    prove(loaded, rubric, helpers=helpers)
    return time.perf_counter() - started


def statechart(client: Client) -> float:
    """Questions a second to the client's own statechart."""
    position, _ = client.start(0)
    known, act = environment(position), move("ask_problem", next(iter(client.scenario.topics)), "open")
    started = time.perf_counter()
    for _ in range(TRIGGERS // 10):
        client.mind.chart.react(position.state, act, known, ())
    return TRIGGERS / 10 / (time.perf_counter() - started)


def raw() -> float:
    """Triggers a second of the smallest machine there is."""

    class Model:
        go: Any

    model = Model()
    Machine(model=model, states=["a"], transitions=[["go", "a", "a"]], initial="a", auto_transitions=False)
    started = time.perf_counter()
    for _ in range(TRIGGERS):
        model.go()
    return TRIGGERS / (time.perf_counter() - started)


if __name__ == "__main__":
    main()
