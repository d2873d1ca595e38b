"""How long a class of transcripts takes: `duilian score --json` over many files, as a bank would run it.

Run: ``.venv/bin/python -m tests.benchmarks.score_many [FILES]`` (10000 by default). The files are the recorded demonstration
visits (22 turns, Chinese and English) and a good corporate visit of 40 turns, in turn, each time in other words of the trainee's
(no two people say the same, while a client says the same to all); the scorecards go to the null device.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from simulator.commands.rehearsed import rehearse
from simulator.commands.reports import DEMO
from tests.benchmarks.grade_speed import in_other_words, long_visit, text_of


def seconds(folder: Path, files: int) -> tuple[float, float]:
    """The wall-clock time of one command over so many files, and the processor time it took."""
    kinds = [text_of(rehearse(DEMO, "zh")), text_of(rehearse(DEMO, "en")), text_of(long_visit(40))]
    for number in range(files):
        (folder / f"{number:05}.jsonl").write_text(
            in_other_words(kinds[number % len(kinds)], number), encoding="utf-8"
        )
    names = sorted(path.name for path in folder.glob("*.jsonl"))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-m", "simulator.cli", "score", "--json", *names]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Prints the figures."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(prefix="duilian-many-") as folder:
        wall, processor = seconds(Path(folder), files)
    print(
        f"{files} files: {wall:.1f} s by the clock, {processor:.1f} s of processor time, load {os.getloadavg()[0]:.1f}"
    )
    print(f"one file: {1000 * processor / files:.2f} ms of processor time")


if __name__ == "__main__":
    main()
