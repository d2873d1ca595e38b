"""How long the library takes to look through thousands of ended visits, and the list of them to show its first page.

python tests/benchmarks/many_visits.py [VISITS]
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from simulator.screens import desk
from simulator.screens.past import AT_ONCE
from simulator.transcript.format import end_line, exchange_line, header_line
from simulator.transcript.record import ClientSide, Exchange, Header
from simulator.visit.store import VARIABLE, ended, home, unfinished, visit_files
from simulator.vocabulary.turn import MoveMade, Turn


def a_visit() -> str:
    """Twenty turns and an end."""
    header = Header(scenario="x", scenario_hash="", language="zh", seed=1)
    text = "我们希望出口结算有六成走我行，先做一年，您看可行吗？"
    turn = Turn(text, (MoveMade("greet", text),) * 3)
    client = ClientSide("您请坐。" * 20, "start", 40, 60)
    turns = [exchange_line(Exchange(number, turn, client)) for number in range(1, 21)]
    return "".join([header_line(header), *turns, end_line("left")])


def main() -> None:
    """Prints seconds."""
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ[VARIABLE] = folder
        shelf = home() / "visits"
        shelf.mkdir()
        text = a_visit()
        for number in range(visits):
            Path(shelf / f"20260101T{number:06d}-x-00001.jsonl").write_text(text, encoding="utf-8")
        for name in ("first look for open visits", "next look"):
            began = time.perf_counter()
            assert unfinished() == ()
            print(f"{name}: {time.perf_counter() - began:.2f} s for {visits} visits")
        began = time.perf_counter()
        assert len(desk.past_visits(ended(visit_files()), AT_ONCE)) == min(AT_ONCE, visits)
        print(f"first page of past visits, loading the checklist included: {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
