"""The texts themselves: said twice, too long to be spoken, left in the other language, lists that are one text."""

import re
from collections.abc import Iterator

from simulator.scenario.model import Scenario
from simulator.scenario.references import Fault, spoken_lines
from simulator.scenario.source import Path_

SPOKEN = {"zh": 160, "en": 110}
"""The longest line that anybody says at one go: characters in Chinese, words in English (some 40 seconds)."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}")


def unsuited_texts(scenario: Scenario) -> Iterator[Fault]:
    """Every text that is not as it should be, with its path."""
    for path, lines in spoken_lines(scenario):
        for band in type(lines).model_fields:
            said: set[str] = set()
            for number, line in enumerate(getattr(lines, band)):
                here = (*path, band, number)
                if line in said:
                    yield here, "S417", {"value": _cut(line)}
                said.add(line)
                yield from _length(here, line, scenario.language)
                yield from _script(here, line, scenario.language)
    for path, text in _read(scenario):
        yield from _script(path, text, scenario.language)


def _cut(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"


def _length(path: Path_, line: str, language: str) -> Iterator[Fault]:
    long = len(_HAN.findall(line)) if language == "zh" else len(line.split())
    if long > SPOKEN[language]:
        yield path, "S423" if language == "zh" else "S428", {"value": str(long), "limit": str(SPOKEN[language])}


def _script(path: Path_, text: str, language: str) -> Iterator[Fault]:
    han, words = len(_HAN.findall(text)), len(_WORD.findall(text))
    if language == "zh" and words >= 4 and han < words:
        yield path, "S424", {"value": _cut(text)}
    if language == "en" and han >= 4 and words <= han:
        yield path, "S429", {"value": _cut(text)}


def _read(scenario: Scenario) -> Iterator[tuple[Path_, str]]:
    """Texts that the trainee reads."""
    yield ("title",), scenario.title
    yield ("summary",), scenario.summary
    for part, model in (("dossier", scenario.dossier), ("dossier.contact", scenario.dossier.contact)):
        for name, value in model:
            if isinstance(value, str):
                yield (*part.split("."), name), value
    for id, text in scenario.dossier.facts.items():
        yield ("dossier", "facts", id), text
    for part in ("objective", "materials", "questions"):
        for id, choice in getattr(scenario.dossier, part).items():
            yield ("dossier", part, id, "text"), choice.text
            yield ("dossier", part, id, "why"), choice.why
    for id, need in scenario.needs.items():
        yield ("needs", id, "statement"), need.statement
        yield ("needs", id, "thread"), need.thread
    for id, ending in scenario.endings.items():
        yield ("endings", id, "title"), ending.title
        yield ("endings", id, "text"), ending.text
        if ending.dated:
            yield ("endings", id, "dated"), ending.dated
