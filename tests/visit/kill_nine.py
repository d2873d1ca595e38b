"""Kills a visit at a random moment, many times over, and looks at what is left.

    python tests/visit/kill_nine.py [TIMES]

Each time a real ``duilian play --plain`` is fed turns and killed with SIGKILL; every exchange whose answer was seen
must be in the transcript, and ``duilian resume`` must go on at the next turn with the same client. Prints what was
found and exits with 1 if anything acknowledged was lost.
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from simulator.visit.store import read_file

TURNS = [
    "王老师您好,我是小林,谢谢您抽时间。",
    "您这笔钱平时打算怎么用?",
    "您家里最近有什么要用钱的计划吗?",
    "您担心的是什么呢?",
    "我记下了,您接着说。",
    "您以前买过理财吗?能接受多大的亏损?",
    "您不用急着定,回去跟家里人商量。",
] * 3


SLOWEST_START = 60.0
"""Seconds after which a visit that has not begun is given up; a busy machine takes several."""


def command(*arguments: str) -> list[str]:
    """The command as a user's shell would run it."""
    return [sys.executable, "-m", "simulator.cli", *arguments, "--lang", "en"]


def killed_visit(path: Path, chance: random.Random) -> int:
    """Plays until a random moment, kills, and gives the number of answers that were seen."""
    visit = subprocess.Popen(
        command("play", "retired-teacher", "--plain", "--seed", "1", "--out", str(path)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert visit.stdin is not None
    assert visit.stdout is not None
    os.set_blocking(visit.stdout.fileno(), False)
    give_up = time.monotonic() + SLOWEST_START
    while not path.exists() and visit.poll() is None and time.monotonic() < give_up:
        time.sleep(0.01)
    deadline = time.monotonic() + chance.random() * 1.6
    seen = b""
    sent = 0
    while time.monotonic() < deadline and visit.poll() is None:
        if sent < len(TURNS) and chance.random() < 0.5:
            try:
                visit.stdin.write(TURNS[sent].encode() + b"\n")
                visit.stdin.flush()
            except BrokenPipeError:
                break
            sent += 1
        time.sleep(chance.random() * 0.03)
        seen += visit.stdout.read() or b""
    visit.send_signal(signal.SIGKILL)
    visit.wait()
    seen += visit.stdout.read() or b""
    with contextlib.suppress(BrokenPipeError):  # what was still on its way to the killed process
        visit.stdin.close()
    visit.stdout.close()
    return seen.decode(errors="replace").count("[understood: ")


def resumed(path: Path) -> int:
    """Goes on with one more turn and gives the number of exchanges then; -1 if resuming failed."""
    result = subprocess.run(
        command("resume", str(path), "--plain"),
        input="您放心,慢慢说。\n/end\n".encode(),
        capture_output=True,
        check=False,
    )
    return len(read_file(path).exchanges) if result.returncode == 0 else -1


def main(times: int) -> int:
    """Runs the trial and prints the tally."""
    chance = random.Random(20260101)
    lost = failed = unanswered = acknowledged = began = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(times):
            path = Path(folder) / f"{number}.jsonl"
            seen = killed_visit(path, chance)
            if not path.exists() or not path.read_bytes().count(b"\n"):
                continue
            began += 1
            transcript = read_file(path)
            kept = len(transcript.exchanges)
            acknowledged += seen
            lost += max(0, seen - kept)
            unanswered += max(0, kept - seen)
            if transcript.ending is None and resumed(path) != kept + 1:
                failed += 1
    print(
        f"{times} kills, {began} after the visit had begun: {acknowledged} acknowledged exchanges, {lost} lost, "
        f"{unanswered} kept but not yet shown, {failed} resumes failed"
    )
    return 1 if lost or failed or not began else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
