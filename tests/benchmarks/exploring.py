"""How fast positions are explored, beside what `transitions` alone can do, in one run.

    python -m tests.benchmarks.exploring

Prints for each shipped client the time for growing numbers of positions (the time should grow about in step), positions
and steps a second; and how many triggers a second the library's machine takes that all of it stands on: with a machine
of one transition, and with the client's own statechart.
"""

import time
from typing import Any

from transitions import Machine

from simulator.client import Client
from simulator.client.environment import environment
from simulator.rehearsal.exploring import explore
from simulator.rehearsal.players import PLAYERS, play
from simulator.scenario.load import load_scenario
from tests.client.walks import FILES, move

SIZES = (500, 1000, 2000, 4000)
TRIGGERS = 20_000


def main() -> None:
    """Prints the table."""
    print(f"{'client':<22}" + "".join(f"{size:>8}" for size in SIZES) + "   positions/s   steps/s   statechart/s")
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
        print(f"{path.stem:<22}{cells}{rates}")
    print(f"transitions, one state and one transition: {raw():.0f} triggers/s")


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
