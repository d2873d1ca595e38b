"""Terms put on the table by name (``/offer rate=3.2 share=50``), as a turn like any other."""

import re

from simulator.scenario.model import Issue, Scenario
from simulator.vocabulary.turn import MoveMade, Quantity, Turn

_PAIR = re.compile(r"([^\s=,,]+)\s*=\s*([^\s,,]+)")
_NUMBER = re.compile(r"[-+]?\d{1,12}(?:\.\d{1,6})?")


class OfferError(ValueError):
    """The terms cannot be read; ``known`` are the names there are, ``example`` how to write them."""

    def __init__(self, known: str = "", example: str = "") -> None:
        super().__init__(known)
        self.known = known
        self.example = example


def offer_turn(scenario: Scenario, text: str) -> Turn:
    """The offer written in ``text`` as a turn. Raises `OfferError`."""
    if scenario.bargaining is None:
        raise OfferError
    issues = scenario.bargaining.issues
    pairs = _PAIR.findall(text)
    terms: list[Quantity] = []
    words: list[str] = []
    for name, value in pairs:
        id = next((id for id, issue in issues.items() if name in (id, issue.name)), None)
        if id is None:
            raise _error(issues)
        issue = issues[id]
        if issue.values:
            word = _choice(issue, value)
            if word is None:
                raise _error(issues)
            words.append(word)
        elif _NUMBER.fullmatch(value.rstrip("%")):
            clause = f"{issue.name}{value}"
            terms.append(Quantity(issue.quantity, float(value.rstrip("%")), issue.unit, clause=clause))
            words.append(clause)
        else:
            raise _error(issues)
    if not pairs:
        raise _error(issues)
    spoken = ("、" if scenario.language == "zh" else ", ").join(words)
    return Turn(spoken, (MoveMade("make_offer", spoken, terms=tuple(terms)),), (), tuple(terms))


def _choice(issue: Issue, value: str) -> str | None:
    """The author's word for a choice: as written, or by its number."""
    if value in issue.values:
        return value
    if _NUMBER.fullmatch(value):
        return next((word for word, number in issue.values.items() if number == float(value)), None)
    return next((word for word in issue.values if value.lower() in word.lower()), None)


def _error(issues: dict[str, Issue]) -> OfferError:
    example = " ".join(
        f"{id}={next(iter(issue.values), '') or format(issue.authority, 'g')}" for id, issue in issues.items()
    )
    return OfferError(", ".join(issues), example)
