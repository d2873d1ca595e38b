"""What each subject of a scenario is known by: its author's words, questions that ask for it, and lines about it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Fact, Need, Product, Scenario, Topic


@dataclass(frozen=True, slots=True)
class Known:
    """What a subject is known by: its author's words, questions that ask for it, the client's lines, remarks on it."""

    words: tuple[str, ...]
    asked: tuple[str, ...]
    lines: tuple[str, ...]
    remarks: tuple[str, ...]
    product: bool


def subjects(scenario: "Scenario") -> dict[str, Known]:
    """Every subject of a scenario with what it is known by. What is written of a need is also written of its topic."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    remarks: defaultdict[str, list[str]] = defaultdict(list)
    for state in scenario.states.values():
        for reaction in state.on.values():
            for id in (*reaction.topic, *reaction.reveal):
                said[id].extend(reaction.say.all)
    for id, need in scenario.needs.items():
        for about in {id, need.topic or id}:
            said[about].extend((need.statement, need.thread))
    for remark in scenario.remarks.values():
        if remark.topic is not None:
            remarks[remark.topic].extend(remark.say.all)
    found: dict[str, Known] = {}
    groups: tuple[Mapping[str, Need | Topic | Product | Fact], ...] = (
        scenario.needs,
        scenario.topics,
        scenario.products,
        scenario.facts,
    )
    for name, subject in chain.from_iterable(group.items() for group in groups):
        lines = (line for part in ("say", "told") for line in getattr(getattr(subject, part, None), "all", ()))
        words = (*filter(None, (getattr(subject, "name", ""),)), *subject.words)
        known = Known(words, subject.asked, (*lines, *said[name]), tuple(remarks[name]), name in scenario.products)
        id = spoken_of_as(scenario, name)
        found[id] = _together(found[id], known) if id in found else known
    return found


def spoken_of_as(scenario: "Scenario", id: str) -> str:
    """The subject by which reactions know ``id``: a need without words of its own is spoken of as its topic."""
    need = scenario.needs.get(id)
    if need is None or need.topic is None or need.words or need.say.all:
        return id
    return need.topic


def _together(one: Known, other: Known) -> Known:
    return Known(
        one.words + other.words,
        one.asked + other.asked,
        one.lines + other.lines,
        one.remarks + other.remarks,
        one.product or other.product,
    )
