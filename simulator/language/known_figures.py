"""The figures of one client: sums, prices and shares that stand with their unit in the scenario's own words and values.

Whoever has prepared for the visit says them without their unit: "your 2.6 against a need of 2.2", 就按五百六.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.language.normalise import simplified
from simulator.language.quantities.numbers import ARABIC, HAN, arabic_value, en_value, han_values
from simulator.vocabulary.turn import Quantity

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario

_WORD = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|point|and"
)
_UNIT = {
    "zh": re.compile(r"万|亿|%|个点|个百分点|块|元"),
    "en": re.compile(r"[ -]?(thousand|million|(?<=\d)[mk]\b|%|per ?cent\b|yuan)"),
}
_NUMERAL = {
    "zh": re.compile(rf"({ARABIC}|{HAN})\s*$"),
    "en": re.compile(rf"({ARABIC}|\b(?:{_WORD})(?:[ -](?:{_WORD}))*)$"),
}
"""The number right before a unit; the units are sought first, for they are few."""
_LONGEST = 40
_SCALE = {
    "亿": 1e8, "万": 1e4, "块": 1.0, "元": 1.0,
    "thousand": 1e3, "million": 1e6, "m": 1e6, "k": 1e3, "yuan": 1.0,
}  # fmt: skip
_COUNTED_IN = {"zh": (1e4, 1.0), "en": (1e6, 1e3, 1.0)}
"""What a number without a unit may be counted in."""
LARGEST_RATE = 13.0
HOME = "CNY"
"""The currency in which sums are written without one."""


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """Sums in the currency of the visit, and what is said in per cent."""

    sums: frozenset[float] = frozenset()
    per_cent: frozenset[float] = frozenset()
    facts: frozenset[tuple[float, str]] = frozenset()
    """Those written of the client that neither side has in mind for the bargain; empty where nothing is bargained over."""

    def is_fact(self, figure: Quantity) -> bool:
        """Whether a figure is one that is only told of the client."""
        unit = "%" if figure.unit == "%" else "CNY"
        return figure.unit in ("%", HOME) and (round(figure.value, 2), unit) in self.facts

    def scale(self, language: str, value: float) -> float:
        """What a number is counted in if it is one of the sums and nothing else that is known, 0 where it is not."""
        fits = [scale for scale in _COUNTED_IN[language] if round(value * scale, 2) in self.sums]
        return fits[0] if len(fits) == 1 and value not in self.per_cent else 0.0

    def is_price(self, language: str, value: float) -> bool:
        """Whether a number is one of the rates that are known, and none of the sums."""
        return (
            0 < value < LARGEST_RATE
            and value in self.per_cent
            and not any(round(value * scale, 2) in self.sums for scale in _COUNTED_IN[language])
        )


def known_figures(scenario: "Scenario | None") -> KnownFigures:
    """The figures that the texts and the table of a scenario name; none without a scenario."""
    if scenario is None:
        return KnownFigures()
    written, bargained = (
        {(round(value, 2), unit) for value, unit in found}
        for found in (_written(scenario), _on_the_table(scenario))
    )
    both = written | bargained
    return KnownFigures(
        frozenset(value for value, unit in both if unit != "%"),
        frozenset(value for value, unit in both if unit == "%"),
        frozenset(written - bargained) if bargained else frozenset(),
    )


def _on_the_table(scenario: "Scenario") -> Iterator[tuple[float, str]]:
    for issue in scenario.bargaining.issues.values() if scenario.bargaining is not None else ():
        if issue.unit not in ("%", "CNY"):
            continue
        named = (issue.opening, issue.limit, issue.authority, issue.floor, issue.target, *issue.references.values())
        yield from ((float(value), issue.unit) for value in named if value is not None)


def _written(scenario: "Scenario") -> Iterator[tuple[float, str]]:
    language = scenario.language
    text = "\n".join(_texts(scenario))
    text = simplified(text) if language == "zh" else text.lower()
    for match in _UNIT[language].finditer(text):
        unit = match.group().strip(" -")
        said = _NUMERAL[language].search(text, max(0, match.start() - _LONGEST), match.start())
        for value in _values(language, said[1]) if said is not None else ():
            yield (value * _SCALE[unit], "CNY") if unit in _SCALE else (value, "%")


def _values(language: str, said: str) -> tuple[float, ...]:
    if said[0].isdigit() and said.isascii():
        return (arabic_value(said),)
    if language == "zh":
        return han_values(said)
    value = en_value(said.removeprefix("and ").removeprefix("point "))
    return () if value is None else (value,)


def _texts(scenario: "Scenario") -> Iterator[str]:
    """What is told of the client, and what it says itself."""
    dossier = scenario.dossier
    yield from (dossier.you, dossier.scene, dossier.known, *dossier.facts.values())
    yield from (text for choice in dossier.objective.values() for text in (choice.text, choice.why))
    yield from (need.statement for need in scenario.needs.values())
    yield from (
        text for product in scenario.products.values() for text in (product.about, *product.risks, *product.fees)
    )
    for subjects in (scenario.topics, scenario.needs, scenario.products, scenario.facts):
        for subject in subjects.values():
            yield from subject.say.all
    yield from scenario.opening.all
    reactions = [reaction for state in scenario.states.values() for reaction in state.on.values()]
    for remark in scenario.remarks.values():
        yield from remark.say.all
        reactions += remark.answers.values()
    for reaction in reactions:
        yield from reaction.say.all
    for words in scenario.examples.values():
        yield from words
