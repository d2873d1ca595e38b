"""The linear model at run time: one file, small integer weights, the same numbers on every machine.

Sums are sums of integers and therefore exact on any platform; only the last step, from a sum to a score and from a
score to a probability, is floating point, and it is the same few IEEE operations everywhere.
"""

import math
import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).with_name("models")
MAGIC = b"DLM3"
_HEAD = "<4sdIIII"
_SLICE = 20_000
COUNT_FACTORS = tuple(round(16 * (1 + math.log(n))) if n else 0 for n in range(12))
"""What a feature that occurs 0, 1, 2 ... times counts, in sixteenths."""
OWN_MARKS = "c#"
"""The first letters of features that are the chunk's own words."""
STRANGE = 20
"""One part in so many of what a known rare feature weighs is what an unknown one weighs: words never met tell nothing,
yet they make a chunk longer and its scores smaller, so that gibberish and other languages are not taken for a move."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the model: the probability that a chunk bears it is ``sigmoid(slope * score + offset)``."""

    name: str
    bias: float
    slope: float
    offset: float


class Model:
    """Scores chunks: the weights of their features over the length of the feature vector, label by label."""

    def __init__(
        self,
        labels: tuple[Label, ...],
        scale: float,
        rows: dict[str, int],
        weights: NDArray[np.int8],
        idfs: NDArray[np.uint8],
    ) -> None:
        self.labels = labels
        self._scale = scale
        self._rows = rows
        self._weights = weights
        self._idfs = idfs
        self._highest = int(idfs.max())
        self._biases = np.array([label.bias for label in labels])

    def scores(self, chunks: Sequence[Iterable[str]]) -> NDArray[np.float64]:
        """The score of every label (column) for the features of every chunk (row)."""
        rows: list[int] = []
        factors: list[int] = []
        starts: list[int] = []
        strange: list[int] = []
        known = self._rows
        for features in chunks:
            starts.append(len(rows))
            unknown = 0
            for feature, number in Counter(features).items():
                row = known.get(feature)
                if row is not None:
                    rows.append(row)
                    factors.append(COUNT_FACTORS[number if number < 12 else 11])
                elif feature[0] in OWN_MARKS:
                    unknown += 1
            strange.append(unknown)
            if len(rows) == starts[-1]:  # reduceat needs a row for every chunk
                rows.append(0)
                factors.append(0)
        factor = np.array(factors, dtype=np.int32)
        at = np.array(rows)
        totals = np.add.reduceat(self._weights[at] * factor[:, None], starts, axis=0)
        norms = np.add.reduceat((self._idfs[at].astype(np.int64) * factor) ** 2, starts)
        norms += np.array(strange) * (self._highest * COUNT_FACTORS[1]) ** 2 // STRANGE
        lengths = np.sqrt(np.maximum(norms, 1).astype(np.float64))
        return np.asarray(totals * self._scale / lengths[:, None] + self._biases)

    def telling(self, features: Iterable[str], label: int, most: int = 3) -> tuple[str, ...]:
        """The features that speak most for the label of this number, the strongest first; none that speaks against."""
        known = [
            (feature, row) for feature in dict.fromkeys(features) if (row := self._rows.get(feature)) is not None
        ]
        if not known:
            return ()
        weights = self._weights[[row for _, row in known], label]
        order = np.argsort(-weights.astype(np.int16), kind="stable")[:most]
        return tuple(known[at][0] for at in order if weights[at] > 0)


def write_model(
    path: Path, labels: list[Label], scale: float, names: list[str], weights: NDArray[np.int8], idfs: list[int]
) -> None:
    """Writes a model: feature ``names`` with their rows of ``weights`` (-127..127, idf included) and ``idfs`` (1-255)."""
    row, column = np.nonzero(weights)
    head = "\n".join(f"{x.name}\t{x.bias:.6f}\t{x.slope:.6f}\t{x.offset:.6f}" for x in labels).encode()
    text = "\n".join(names).encode()
    counts = np.bincount(row, minlength=len(names)).astype(np.uint8)
    path.write_bytes(
        struct.pack(_HEAD, MAGIC, scale, len(head), len(text), len(names), len(row))
        + head
        + text
        + counts.tobytes()
        + column.astype(np.uint8).tobytes()
        + weights[row, column].tobytes()
        + bytes(idfs)
    )


@cache
def load_model(language: str) -> Model:
    """The model of a language, read once."""
    data = (FOLDER / f"{language}.model").read_bytes()
    magic, scale, head_size, text_size, size, entries = struct.unpack_from(_HEAD, data)
    if magic != MAGIC:
        raise ValueError(f"{language}.model is not a model of this version")
    at = struct.calcsize(_HEAD)
    head = data[at : at + head_size].decode()
    at += head_size
    names = data[at : at + text_size].decode().split("\n")
    at += text_size
    counts = np.frombuffer(data, np.uint8, size, at)
    columns = np.frombuffer(data, np.uint8, entries, at + size)
    values = np.frombuffer(data, np.int8, entries, at + size + entries)
    idfs = np.frombuffer(data, np.uint8, size, at + size + 2 * entries)
    labels = tuple(
        Label(name, *(float(part) for part in rest))
        for name, *rest in (line.split("\t") for line in head.split("\n"))
    )
    weights = _table(counts, columns, values, len(labels))
    return Model(labels, scale, dict(zip(names, range(size), strict=True)), weights, idfs)


def _table(
    counts: NDArray[np.uint8], columns: NDArray[np.uint8], values: NDArray[np.int8], labels: int
) -> NDArray[np.int8]:
    """The full table of weights, filled in slices so that no large index is ever in memory."""
    table = np.zeros((len(counts), labels), np.int8)
    at = 0
    for first in range(0, len(counts), _SLICE):
        part = counts[first : first + _SLICE]
        end = at + int(part.sum(dtype=np.int64))
        rows = np.repeat(np.arange(first, first + len(part), dtype=np.int32), part)
        table[rows, columns[at:end]] = values[at:end]
        at = end
    return table
