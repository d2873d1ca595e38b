"""Shipped files spoilt at random: nothing but declared findings may come of them, and quickly.

``python -m tests.scenario.fuzz 250000 [SEED] [KIND]`` spoils that many files and prints the figures: how many were still read, the codes
found, anything undeclared, and the slowest by process time. KIND is scenario (the usual one), archetype, overlay or rubric.
"""

import gc
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from scoring.remedies import REMEDIES
from scoring.rubric_file import SHIPPED as RUBRIC
from scoring.rubric_file import read_stacked
from scoring.rubric_layers import alone
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.examining import examined
from simulator.scenario.layers import Layer
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import archetype_stack, stack
from simulator.scenario.misprints import misprints
from simulator.scenario.remedies import SENTENCES, report_line
from simulator.scenario.source import Source, parse_source, read_source

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


Examined = Callable[[Source], Iterable[Diagnostic]]
"""What `check` would find in a file that can be read at all."""


def examine(data: bytes, found_in: Examined, tally: Tally) -> None:
    """Reads one spoilt file and looks at what can be read of it."""
    began = time.process_time()
    try:
        text = data.decode("utf-8-sig")
        source = parse_source(text, "spoilt.yaml")
        slips = [Diagnostic("spoilt.yaml", s.line, s.column, s.code, s.details) for s in misprints(text, source)]
        found = [*found_in(source), *slips]
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


def _of_layers(below: tuple[Layer, ...], above: tuple[Layer, ...] = ()) -> Examined:
    return lambda source: examined((*above, Layer(source), *below))[1]


def _of_overlay(sound: Source, below: tuple[Layer, ...]) -> Examined:
    return lambda source: examined((Layer(sound, source), *below))[1]


def _of_rubric(source: Source) -> Iterable[Diagnostic]:
    return read_stacked(Path("spoilt.yaml"), alone(source))[1]


def _of_rubric_overlay(sound: Source) -> Examined:
    return lambda source: read_stacked(Path("spoilt.yaml"), alone(sound, source))[1]


def sound_files(kind: str) -> list[tuple[bytes, Examined]]:
    """The shipped files of a kind, each with how it is examined."""
    clients = [path for part in ("corporate", "retail") for path in sorted((SHIPPED / part).glob("*.yaml"))]
    kept = [path for path in clients if not path.stem.endswith(".en")]
    if kind == "scenario":
        return [(path.read_bytes(), _of_layers(stack(path)[1:])) for path in kept]
    if kind == "overlay":
        stacks = [(path.with_suffix(".en.yaml"), stack(path, "en")) for path in kept]
        clients_ = [(path.read_bytes(), _of_overlay(layers[0].source, layers[1:])) for path, layers in stacks]
        return [*clients_, (RUBRIC.with_suffix(".en.yaml").read_bytes(), _of_rubric_overlay(read_source(RUBRIC)))]
    if kind == "archetype":
        archetypes = sorted(path for path in (SHIPPED / "clients").rglob("*.yaml") if not path.stem.endswith(".en"))
        stacks_ = [(path, archetype_stack(path)) for path in archetypes]
        return [(path.read_bytes(), _of_layers(layers[2:], layers[:1])) for path, layers in stacks_]
    return [(RUBRIC.read_bytes(), _of_rubric)]


def fuzz(number: int, seed: int, kind: str = "scenario") -> Tally:
    """Spoils ``number`` files of a kind, the same for the same seed."""
    dice, tally = random.Random(seed), Tally()
    files = sound_files(kind)
    gc.freeze()  # what the sound files left in memory is gone through in no file's time
    for _ in range(number):
        data, found_in = dice.choice(files)
        examine(spoilt(data, dice), found_in, tally)
    return tally


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    kind = sys.argv[3] if len(sys.argv) > 3 else "scenario"
    tally = fuzz(number, int(sys.argv[2]) if len(sys.argv) > 2 else 1, kind)
    print(
        f"{number} spoilt files of the kind {kind}: {tally.read} without a finding, {sum(tally.codes.values())} findings"
    )
    print("codes:", ", ".join(f"{code} {count}" for code, count in tally.codes.most_common()))
    print(f"slowest {tally.slowest * 1000:.0f} ms of process time, {tally.slow} over {SLOW * 1000:.0f} ms")
    print(f"undeclared: {len(tally.undeclared)}", *tally.undeclared[:5], sep="\n")
    return 1 if tally.undeclared else 0


if __name__ == "__main__":
    raise SystemExit(main())
