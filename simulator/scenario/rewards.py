"""Whether what is forbidden does harm, and what an ending tells has come about."""

from collections.abc import Iterator

from simulator.scenario.condition import Comparison
from simulator.scenario.logic import covered
from simulator.scenario.model import Scenario
from simulator.scenario.references import TEMPLATE, Fault, reactions
from simulator.vocabulary.moves import TABOOS

_GRAVE = ("major", "red")


def rewarding(scenario: Scenario) -> Iterator[Fault]:
    """Grave taboos that win trust or patience, in a reaction or by the temper."""
    for path, reaction in reactions(scenario):
        grave = [id for id in reaction.taboo if id in TABOOS and TABOOS[id].severity in _GRAVE]
        if not grave or reaction.move:
            continue
        for key in ("trust", "patience"):
            if (getattr(reaction, key) or 0) > 0:
                yield (*path, key), "S462", {"value": grave[0], "change": str(getattr(reaction, key))}
    for id, effect in scenario.temperament.effects.items():
        if id in _GRAVE or (id in TABOOS and TABOOS[id].severity in _GRAVE):
            for key in ("trust", "patience"):
                if getattr(effect, key) > 0:
                    path = ("temperament", "effects", id, key)
                    yield path, "S462", {"value": id, "change": str(getattr(effect, key))}


_ASKED = {"date": "agreed.date", "agreed": "agreed.any"}


def untold(scenario: Scenario) -> Iterator[Fault]:
    """Endings that name a day or terms, and may come without any."""
    issues = scenario.bargaining.issues if scenario.bargaining else {}
    for id, ending in scenario.endings.items():
        for part in ("text", "dated"):
            for match in TEMPLATE.finditer(getattr(ending, part)):
                name = match[1] or match[2]
                if name not in _ASKED or (part, name) == ("dated", "date"):
                    continue
                names = ("agreed.date",) if name == "date" else ("agreed.any", *(f"agreed.{one}" for one in issues))
                sure = [Comparison(one, "!=", 0.0) for one in names]
                if ending.when is None or not covered(ending.when.tree, list(sure)):
                    yield ("endings", id, part), "S463", {"name": name, "condition": _ASKED[name]}
                    break
