"""The library's first frame beside a bare Textual app's, in turns, each in a fresh process on a pseudo-terminal.

Beside the time that passes stands the processor's, which other programs on the machine disturb less.

python tests/benchmarks/first_frame.py [RUNS]
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import termios
import time

BARE = """
import os
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("READY-NOW")
Bare().run()
"""


def first_frame(arguments: list[str], sign: bytes) -> tuple[float, float]:
    """Seconds from the start of the process until ``sign`` is on the screen: those that pass, and the processor's."""
    controller, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "DUILIAN_HOME": "/nonexistent"}
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], stdin=terminal, stdout=terminal, stderr=terminal, env=environment
    )
    os.close(terminal)
    seen = b""
    while sign not in seen and time.perf_counter() - begin < 20:
        ready, _, _ = select.select([controller], [], [], 0.5)
        if ready:
            seen += os.read(controller, 65536)
    took = time.perf_counter() - begin
    process.kill()
    _, process.returncode, usage = os.wait4(process.pid, 0)
    os.close(controller)
    if sign not in seen:
        raise SystemExit(f"{arguments[:2]} never showed {sign!r}")
    return took, usage.ru_utime + usage.ru_stime


def main(runs: int) -> None:
    """Prints both medians and the median of the paired ratios."""
    pairs = []
    for _ in range(runs + 1):
        bare = first_frame(["-c", BARE], b"READY-NOW")
        library = first_frame(["-m", "simulator.cli", "--lang", "en"], b"Ningchuan")
        pairs.append((bare, library))
    pairs = pairs[1:]  # the first warms the disk cache
    for number, name in enumerate(("passing", "processor's")):
        ratio = statistics.median(library[number] / bare[number] for bare, library in pairs)
        bares = statistics.median(bare[number] for bare, _ in pairs)
        libraries = statistics.median(library[number] for _, library in pairs)
        print(f"{runs} pairs, {name} time: bare {bares:.2f} s, library {libraries:.2f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
