"""The linear model at run time: plain Python, loaded from one file, the same numbers on every machine.

Weights are small integers, so that sums are exact and no platform rounds differently; only the last step, from a
score to a probability, is floating point.
"""

import math
import struct
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).with_name("models")
MAGIC = b"DLM1"


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the model: bias and calibration (probability = sigmoid(slope * score + offset)), threshold."""

    name: str
    bias: float
    slope: float
    offset: float
    threshold: float
    certain: float


class Model:
    """Scores chunks. ``index`` names a feature's row; a row lists labels and weights."""

    def __init__(self, labels: tuple[Label, ...], scale: float, rows: dict[str, int], table: "_Table") -> None:
        self.labels = labels
        self.scale = scale
        self._rows = rows
        self._table = table

    def scores(self, features: Iterable[str]) -> list[float]:
        """The score of every label for one chunk: the weights of its features (more for repeated ones, by the log
        of their count) over the length of the feature vector."""
        totals = [0] * len(self.labels)
        norm = 0
        rows, table = self._rows, self._table
        starts, labels, weights, idfs = table.starts, table.labels, table.weights, table.idfs
        for feature, number in Counter(features).items():
            row = rows.get(feature)
            if row is None:
                continue
            factor = COUNT_FACTORS[min(number, len(COUNT_FACTORS) - 1)]
            idf = idfs[row] * factor
            norm += idf * idf
            first, last = starts[row], starts[row + 1]
            for label, weight in zip(labels[first:last], weights[first:last], strict=True):
                totals[label] += weight * factor
        length = math.sqrt(norm) or 1.0
        return [total * self.scale / length + label.bias for total, label in zip(totals, self.labels, strict=True)]

    def weight(self, feature: str, label: int) -> int:
        """How much a feature speaks for a label."""
        row = self._rows.get(feature)
        if row is None:
            return 0
        table = self._table
        for at in range(table.starts[row], table.starts[row + 1]):
            if table.labels[at] == label:
                return table.weights[at]
        return 0


COUNT_FACTORS = tuple(round(16 * (1 + math.log(n))) if n else 0 for n in range(12))
"""What a feature that occurs 0, 1, 2 ... times counts, in sixteenths."""


@dataclass(frozen=True, slots=True)
class _Table:
    starts: "array[int]"
    labels: "array[int]"
    weights: "array[int]"
    idfs: "array[int]"


def probability(label: Label, score: float) -> float:
    """The calibrated probability that the label is right."""
    z = label.slope * score + label.offset
    return 1 / (1 + math.exp(-z)) if z > -40 else 0.0


def write_model(
    path: Path,
    labels: list[Label],
    scale: float,
    names: list[str],
    entries: list[list[tuple[int, int]]],
    idfs: list[int],
) -> None:
    """Writes a model: feature ``names`` with their (label, weight -127..127, idf included) ``entries`` and ``idfs``."""
    starts, label_at, weight_at = array("I", [0]), array("B"), array("b")
    for row in entries:
        for label, weight in row:
            label_at.append(label)
            weight_at.append(weight)
        starts.append(len(label_at))
    head = "\n".join(
        f"{x.name}\t{x.bias:.6f}\t{x.slope:.6f}\t{x.offset:.6f}\t{x.threshold:.4f}\t{x.certain:.4f}" for x in labels
    ).encode()
    text = "\n".join(names).encode()
    sizes = struct.pack("<4sdIIII", MAGIC, scale, len(head), len(text), len(names), len(label_at))
    counts = array("B", [e - s for s, e in pairwise(starts)])
    path.write_bytes(
        sizes + head + text + counts.tobytes() + label_at.tobytes() + weight_at.tobytes() + bytes(idfs)
    )


@cache
def load_model(language: str) -> Model:
    """The model of a language, read once."""
    data = (FOLDER / f"{language}.model").read_bytes()
    magic, scale, head_size, text_size, rows, entries = struct.unpack_from("<4sdIIII", data)
    if magic != MAGIC:
        raise ValueError(f"{language}.model is not a model of this version")
    at = struct.calcsize("<4sdIIII")
    head = data[at : at + head_size].decode()
    at += head_size
    names = data[at : at + text_size].decode().split("\n")
    at += text_size
    starts = array("I", [0])
    total = 0
    for count in data[at : at + rows]:
        total += count
        starts.append(total)
    at += rows
    label_at = array("B", data[at : at + entries])
    weight_at = array("b", data[at + entries : at + 2 * entries])
    idfs = array("B", data[at + 2 * entries : at + 2 * entries + rows])
    labels = tuple(
        Label(name, *(float(part) for part in rest))
        for name, *rest in (line.split("\t") for line in head.split("\n"))
    )
    index = dict(zip(names, range(rows), strict=True))
    return Model(labels, scale, index, _Table(starts, label_at, weight_at, idfs))
