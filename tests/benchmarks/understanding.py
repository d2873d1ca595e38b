"""How well and how fast turns are understood, on authors that the models have never seen.

    python tests/benchmarks/understanding.py

Prints accuracy and a reliability table per language, the time of a turn of about 200 characters, the time from
import to the first answer beside that of importing numpy alone, the memory added, and the size on disk.
"""

import statistics
import subprocess
import sys
import time

from simulator.language.corpus_file import read_corpus
from simulator.language.evaluation import evaluate, labelled_corpus
from simulator.language.model import FOLDER
from simulator.language.training.corpus_hash import TEST_HANDS
from simulator.language.understanding import Understanding

LOAD = """
import time
begin = time.perf_counter()
{0}
took = time.perf_counter() - begin
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(took, int(peak) / 1024)
"""
ANSWER = "from simulator.language.understanding import Understanding; Understanding('{0}').understand('您好 hello')"


def accuracy(language: str) -> None:
    """The table of one language."""
    turns = [turn for turn in read_corpus(language) if turn.hand in TEST_HANDS[language]]
    result = evaluate(Understanding(language), list(labelled_corpus(turns))).as_json()
    print(f"{language}: {result['turns']} turns of hands {', '.join(sorted(TEST_HANDS[language]))}")
    for key in ("moves", "taboos", "red_lines_certain", "false_alarms", "nonsense_labelled", "forms", "quantities"):
        print(f"  {key}: {result[key]}")


def reliability(language: str) -> None:
    """How often labels of a given confidence are right."""
    bins: dict[int, list[bool]] = {}
    understanding = Understanding(language)
    for turn in read_corpus(language):
        if turn.hand in TEST_HANDS[language]:
            read = understanding.understand(turn.text, turn.previous)
            gold = {label.lstrip("!") for label in turn.labels}
            made = [(m.id, m.confidence) for m in read.moves] + [(t.id, t.confidence) for t in read.taboos]
            for id, confidence in made:
                bins.setdefault(min(9, int(confidence * 10)), []).append(id in gold)
    for low in sorted(bins):
        right = bins[low]
        print(
            f"  confidence {low / 10:.1f}-{low / 10 + 0.1:.1f}: {len(right)} labels, {sum(right) / len(right):.2f} right"
        )


def speed(language: str) -> None:
    """The time of a turn of about 200 characters."""
    turns = [turn for turn in read_corpus(language) if turn.hand in TEST_HANDS[language]]
    texts: list[str] = []
    for turn in turns:
        if not texts or len(texts[-1]) > 180:
            texts.append("")
        texts[-1] = f"{texts[-1]}{turn.text}"[:200]
    understanding = Understanding(language)
    understanding.understand(texts[0])
    times = []
    for text in texts:
        begin = time.perf_counter()
        understanding.understand(text)
        times.append((time.perf_counter() - begin) * 1000)
    times.sort()
    print(
        f"  {len(times)} turns of ~200 characters: median {statistics.median(times):.2f} ms, p99 {times[int(len(times) * 0.99)]:.2f} ms"
    )


def load(language: str) -> None:
    """From import to the first answer, beside numpy alone, in fresh processes in turn."""
    rows: dict[str, list[tuple[float, float]]] = {"bare": [], "full": []}
    for _ in range(7):
        for name, code in (("bare", "import numpy"), ("full", ANSWER.format(language))):
            run = subprocess.run(
                [sys.executable, "-c", LOAD.format(code)], capture_output=True, text=True, check=True
            )
            seconds, memory = run.stdout.split()[-2:]
            rows[name].append((float(seconds), float(memory)))
    bare, full = rows["bare"], rows["full"]
    ratio = statistics.median(f[0] / b[0] for f, b in zip(full, bare, strict=True))
    added = statistics.median(f[1] for f in full) - statistics.median(b[1] for b in bare)
    print(
        f"  first answer after {statistics.median(f[0] for f in full):.2f} s ({ratio:.1f} times importing numpy alone), "
        f"{added:.0f} MB over numpy, {(FOLDER / f'{language}.model').stat().st_size / 1e6:.1f} MB on disk"
    )


if __name__ == "__main__":
    for wanted in ("zh", "en"):
        accuracy(wanted)
        reliability(wanted)
        speed(wanted)
        load(wanted)
