"""From Enter to the client's line: understanding, the client's step, and the write to disk.

python tests/benchmarks/turn_latency.py
"""

import statistics
import tempfile
import time
from pathlib import Path

from simulator.commands.finding import find_scenario, now
from simulator.language.understanding import Understanding
from simulator.visit.journal import Journal
from simulator.visit.visit import Visit

DEMO = Path(__file__).parents[2] / "simulator" / "commands" / "demo"
VISITS = 10


def main() -> None:
    """Plays the recorded visits and prints the times of a turn by parts."""
    for language in ("zh", "en"):
        lines = (DEMO / f"{language}.txt").read_text(encoding="utf-8").splitlines()
        turns = [line for line in lines if line and not line.startswith("#")]
        loaded = find_scenario("auto-parts-exporter", language)
        understanding = Understanding(language, loaded.scenario)
        understanding.understand(turns[0])
        whole, reading = [], []
        with tempfile.TemporaryDirectory() as folder:
            for number in range(VISITS):
                with Journal(Path(folder) / f"{number}.jsonl") as journal:
                    visit = Visit.begin(loaded, understanding, journal, now, seed=number)
                    for line in turns:
                        if visit.over:
                            break
                        begin = time.perf_counter()
                        turn = visit.understand(line)
                        middle = time.perf_counter()
                        visit.take(turn)
                        whole.append(time.perf_counter() - begin)
                        reading.append(middle - begin)
        print(
            f"{language}: {len(whole)} turns, median {statistics.median(whole) * 1000:.1f} ms, "
            f"p99 {sorted(whole)[int(len(whole) * 0.99)] * 1000:.1f} ms "
            f"(understanding {statistics.median(reading) * 1000:.1f} ms of it)"
        )


if __name__ == "__main__":
    main()
