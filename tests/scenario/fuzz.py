"""Shipped files spoilt at random: nothing but declared findings may come of them, and quickly.

``python -m tests.scenario.fuzz 250000 [SEED]`` spoils that many files and prints the figures: how many were still read, the codes
found, anything undeclared, and the slowest by process time.
"""

import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from scoring.remedies import REMEDIES
from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.examining import examined
from simulator.scenario.layers import Layer
from simulator.scenario.library import SHIPPED
from simulator.scenario.remedies import SENTENCES, report_line
from simulator.scenario.source import parse_source

SLOW = 0.1
"""Seconds of process time that no file may take."""
TOKENS = (
    ":", "：", "-", "&a ", "*a", "!x ", "<<: ", "{", "}", "[", "]", '"', "'", "|", ">", "%", "@", "`", "#", "---", "...", "?",
    "\t", "\r", "\x00", "\u202e", "\ud800", "\ufeff", "null", "~", "yes", "0o17", "1:30", "2024-01-01", "1e309", "-.inf", "99999999999999999",
    "$terms", "${x", "any", "trust > ", "not (", "and", "()" * 30, "[" * 40, "{a: " * 40, "x" * 5000,
)  # fmt: skip


def _bytes(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data))
    return data[:at] + bytes(dice.randrange(256) for _ in range(dice.randrange(4))) + data[at + dice.randrange(4) :]


def _lines(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    kind = dice.randrange(5)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(other, lines[at])
    elif kind == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 3:
        lines[at] = b" " * dice.randrange(12) + lines[at].lstrip()
    else:
        lines = lines[: max(at, 1)]
    return b"\n".join(lines)


def _tokens(data: bytes, dice: random.Random) -> bytes:
    text = data.decode(errors="replace")
    at = dice.randrange(len(text) or 1)
    return (text[:at] + dice.choice(TOKENS) + text[at + dice.randrange(3) :]).encode("utf-8", "surrogatepass")


def _blocks(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    at, to, size = dice.randrange(len(lines)), dice.randrange(len(lines)), dice.randrange(1, 40)
    block = lines[at : at + size]
    rest = lines[:at] + lines[at + size :]
    shift = dice.choice((b"", b"  ", b"    "))
    return b"\n".join([*rest[:to], *(shift + line for line in block), *rest[to:]])


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_bytes, _lines, _tokens, _blocks)


@dataclass
class Tally:
    """What came of it."""

    read: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    undeclared: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slow: int = 0


def spoilt(data: bytes, dice: random.Random) -> bytes:
    """The file after one to four mutations."""
    for _ in range(dice.randrange(1, 5)):
        data = dice.choice(WAYS)(data or b"a: 1", dice)
    return data


def examine(data: bytes, below: tuple[Layer, ...], tally: Tally) -> None:
    """Reads one spoilt file over the archetypes of the sound one, as ``check`` does."""
    began = time.process_time()
    try:
        source = parse_source(data.decode("utf-8-sig"), "spoilt.yaml")
        _, found, _ = examined((Layer(source), *below))
        tally.read += not found
    except UnicodeDecodeError:
        tally.codes["Y102"] += 1
        return
    except ScenarioError as error:
        found = list(error.diagnostics)
    except Exception:  # that is what is looked for
        tally.undeclared.append(traceback.format_exc())
        return
    took = time.process_time() - began
    tally.slowest, tally.slow = max(tally.slowest, took), tally.slow + (took > SLOW)
    for fault in found:
        tally.codes[fault.code] += 1
        if fault.code not in SENTENCES and fault.code not in REMEDIES:
            tally.undeclared.append(f"unknown code {fault.code}")
        report_line(fault)


def fuzz(number: int, seed: int) -> Tally:
    """Spoils ``number`` files, the same for the same seed."""
    from simulator.scenario.load import stack

    dice, tally = random.Random(seed), Tally()
    paths = sorted(path for part in ("corporate", "retail") for path in (SHIPPED / part).glob("*.yaml"))
    scenarios = [(path.read_bytes(), stack(path)[1:]) for path in paths if not path.stem.endswith(".en")]
    for _ in range(number):
        data, below = dice.choice(scenarios)
        examine(spoilt(data, dice), below, tally)
    return tally


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    tally = fuzz(number, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print(f"{number} spoilt files: {tally.read} without a finding, {sum(tally.codes.values())} findings")
    print("codes:", ", ".join(f"{code} {count}" for code, count in tally.codes.most_common()))
    print(f"slowest {tally.slowest * 1000:.0f} ms of process time, {tally.slow} over {SLOW * 1000:.0f} ms")
    print(f"undeclared: {len(tally.undeclared)}", *tally.undeclared[:5], sep="\n")
    return 1 if tally.undeclared else 0


if __name__ == "__main__":
    raise SystemExit(main())
