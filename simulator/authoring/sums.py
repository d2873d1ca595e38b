"""Sums of money in a text and in its translation: 800万, eight million, 8m and 0.8 crore are the same; 80 million is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.language.normalise import simplified
from simulator.language.quantities.numbers import (
    ARABIC,
    EN_SPELT,
    HAN,
    HAN_DIGIT,
    arabic_value,
    han_value,
    numeral_value,
)
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.library import LANGUAGES, overlay_path
from simulator.scenario.source import read_unchanged
from simulator.scenario.translations import translations, worded_anew

_TIMES = {
    "万": 1e4, "亿": 1e8, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_TENS = {"": 1.0, "十": 10.0, "百": 100.0, "千": 1000.0}
_HAN_SUM = re.compile(
    rf"(?P<number>{ARABIC}|{HAN})(?P<tens>[十百千]?)(?:多|来|余)?个?(?P<scale>[万亿])(?P<half>半?)"
    rf"(?:(?P<tail>{HAN_DIGIT})(?![十百千万亿点个家张笔年天次人零一二三四五六七八九])|零?(?P<rest>{HAN_DIGIT}(?:千(?:{HAN_DIGIT}百)?|百)(?![万亿])))?(?=(?P<next>(?:{ARABIC}|{HAN})[十百千]?万)?)"
)
_EN_SUM = re.compile(
    rf"(?:(?P<number>{ARABIC}|{EN_SPELT})(?:[ -]|-odd )?(?P<and>and a half )?|(?P<half>\bhalf a )|(?P<one>\ba ))(?P<hundred>hundred )?"
    r"(?P<scale>thousand|million|billion|lakh|crore|mn|bn|m|k)s?\b(?P<more> and a half\b)?(?P<next> (?:and )?(?=[\w-]+(?: [\w-]+){0,5} thousand\b))?"
)
_PLAIN = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<![\d.,])\d{5,}(?!\d)")
_BARE = {"zh": re.compile(rf"{ARABIC}|{HAN}"), "en": re.compile(rf"{ARABIC}|{EN_SPELT}")}
_ENOUGH = 10_000
"""Smaller sums are said in too many ways ("three hundred", 三百块, 3张) to be compared."""
_LEFT_OUT = {"zh": (1e4, 1e8), "en": (1e3, 1e5, 1e6, 1e9)}
"""What is left unsaid behind a number that stands for a sum: 两百六 (万), 2.6 (million), two million six (hundred thousand)."""
_NEAR = 0.03
"""By how much, 0-1, a rounded sum may be off."""


@dataclass(frozen=True)
class Sums:
    """The sums of a text, in full, and its other numbers, of which one may stand for a sum ("two million six", 两百六)."""

    language: str
    full: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    def has(self, value: float) -> bool:
        """Whether a sum stands here too, be it shortened."""
        if any(abs(value - one) <= _NEAR * max(value, one) for one in self.full):
            return True
        return any(
            abs(one * times - value) < value / 1000 for one in self.bare for times in _LEFT_OUT[self.language]
        )


def sums_of(language: str, text: Any) -> Sums:
    """The sums and bare numbers of a text, or of all the texts of a list or map."""
    found = Sums(language)
    for one in _strings(text):
        said = simplified(one)
        taken: list[tuple[int, int]] = []
        for start, end, value in _sums(language, said):
            found.full.append(value)
            taken.append((start, end))
        for match in _BARE[language].finditer(said):
            if all(match.end() <= start or match.start() >= end for start, end in taken):
                number = numeral_value(language, match[0])
                found.bare.extend([] if number is None else [number])
    return Sums(language, [value for value in found.full if value >= _ENOUGH], found.bare)


def _strings(text: Any) -> Iterator[str]:
    if isinstance(text, str):
        yield text
    else:
        for one in text.values() if isinstance(text, dict) else text if isinstance(text, (list, tuple)) else ():
            yield from _strings(one)


def _sums(language: str, said: str) -> Iterator[tuple[int, int, float]]:
    """Each sum written with its scale or in full digits, with where it stands; parts that belong together added up."""
    before: tuple[int, int, float] | None = None
    for start, end, value, goes_on in sorted([*_scaled(language, said), *_written_out(said)]):
        if before is not None and start < before[1]:
            continue
        if before is not None:
            start, value = (before[0], before[2] + value) if start - before[1] <= 5 else (start, value)
        if goes_on:
            before = (start, end, value)
            continue
        before = None
        yield start, end, value
    if before is not None:
        yield before


def _scaled(language: str, said: str) -> Iterator[tuple[int, int, float, bool]]:
    for match in (_HAN_SUM if language == "zh" else _EN_SUM).finditer(said):
        times = _TIMES[match["scale"]]
        number = 1.0 if match["number"] is None else numeral_value(language, match["number"])
        if number is None:
            continue
        if language == "zh":
            value = (number * _TENS[match["tens"]] + (0.5 if match["half"] else 0)) * times
            value += (han_value(match["tail"] or "零") or 0) * times / 10 + (han_value(match["rest"] or "零") or 0)
        else:
            value = (0.5 if match["half"] else number) * (100 if match["hundred"] else 1) * times
            value += 0.5 * times if match["more"] or match["and"] else 0
        goes_on = bool(match["next"]) and match["scale"] in ("亿", "million", "billion")
        yield match.start(), match.end(), value, goes_on


def _written_out(said: str) -> Iterator[tuple[int, int, float, bool]]:
    for match in _PLAIN.finditer(said):
        scale = re.match(
            r"[ -]?(?:[十百千]?[万亿]|thousand|million|billion|lakh|crore|[mk]\b|[mb]n\b)", said[match.end() :]
        )
        if scale is None:
            yield match.start(), match.end(), arabic_value(match[0]), False


def strayed_sums(path: Path) -> Iterator[Diagnostic]:
    """Where a translation beside a file tells another sum than the text that it translates."""
    try:
        source = read_unchanged(path)
        own = source.data.get("language")
        for tongue in LANGUAGES:
            if tongue == own or own not in LANGUAGES or not overlay_path(path, tongue).exists():
                continue
            overlay = read_unchanged(overlay_path(path, tongue))
            for text in translations(source, overlay):
                if text.standing in ("missing", "todo", "stale") or worded_anew(text.path):
                    continue
                other = differing(str(own), text.source, tongue, text.text)
                if other is not None:
                    mark = overlay.mark(text.path)
                    details = {"value": f"{other[0]:,.0f}", "other": f"{other[1]:,.0f}"}
                    details["at"] = str(source.mark(text.path).line)
                    yield Diagnostic(overlay.file, mark.line, mark.column, "S464", details)
    except ScenarioError:
        return


def differing(own: str, source: Any, tongue: str, text: Any) -> tuple[float, float] | None:
    """A sum of a translation that its source has not, and one of the source that the translation has not.

    None where there are not both.
    """
    theirs, ours = sums_of(own, source), sums_of(tongue, text)
    extra = [value for value in ours.full if not theirs.has(value)]
    lost = [value for value in theirs.full if not ours.has(value)]
    return (extra[0], lost[0]) if extra and lost else None
