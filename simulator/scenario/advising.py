"""What the debrief and the form would advise, against what is written beside it: questions that lead elsewhere, choices whose own
reason speaks against them."""

import re
from collections.abc import Iterator

from simulator.scenario.model import Scenario
from simulator.scenario.naming import occurs
from simulator.scenario.references import Fault, reactions

_DENIED = re.compile(
    r"不(?:展开|必|用|该|宜|能|适合)?(?:推销|推介|带|提|拿|发|卖)|先?别(?:带|拿|发|卖|推)|用不[着上]|太早|过早|还早|多余|白带"
    r"|\btoo (?:early|soon)\b|\bnot yet\b|\bno need\b|\bnot needed\b|\bnothing is sold\b|\b(?:don't|do not) (?:bring|sell|show|take)\b",
    re.IGNORECASE,
)
"""Words of a reason why something stays at home."""


def misleading(scenario: Scenario) -> Iterator[Fault]:
    """Every such advice with its path."""
    for id, choice in scenario.dossier.materials.items():
        if choice.verdict == "needed" and (denied := _DENIED.search(choice.why)) is not None:
            yield ("dossier", "materials", id, "verdict"), "S473", {"value": denied[0]}


def straying(scenario: Scenario) -> Iterator[Fault]:
    """Threads of needs that speak of another need, and of nothing that brings theirs out."""
    drawing = subjects_that_draw(scenario)
    for id, need in scenario.needs.items():
        named = dict(_named(scenario, need.thread))
        others = {one.topic or name: name for name, one in scenario.needs.items() if name != id}
        other = next((topic for topic in named if topic in others), None)
        if other is not None and not named.keys() & drawing[id]:
            yield ("needs", id, "thread"), "S472", {"value": id, "other": others[other], "word": named[other]}


def subjects_that_draw(scenario: Scenario) -> dict[str, set[str]]:
    """For every need the subjects of which a question may bring it out."""
    drawing: dict[str, set[str]] = {id: {id, need.topic or id} for id, need in scenario.needs.items()}
    for path, reaction in reactions(scenario):
        for id in reaction.reveal:
            if id in drawing:
                drawing[id].update(reaction.topic)
                if path[0] == "remarks":
                    drawing[id].add(scenario.remarks[str(path[1])].topic or "")
    return drawing


def _named(scenario: Scenario, text: str) -> Iterator[tuple[str, str]]:
    """The subjects that a text names, each with a word of its."""
    for part in (scenario.products, scenario.needs, scenario.topics, scenario.facts):
        for id, subject in part.items():
            if (word := next((one for one in subject.words if occurs(one, text)), None)) is not None:
                yield id, word
