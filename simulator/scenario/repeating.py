"""Lines of which a visit needs many, for they are said again and again, and of which there are too few."""

from collections.abc import Iterator

from simulator.scenario.inheriting import inherited_of
from simulator.scenario.layers import Layer
from simulator.scenario.model import Scenario
from simulator.scenario.references import Fault

_MANY = ("deflect", "heard", "waiting", "again")
_LEAST = 12
"""So many of each, inherited ones counted, or a visit of usual length runs out of them."""


def too_few(layers: tuple[Layer, ...], scenario: Scenario) -> Iterator[Fault]:
    """Entries of the talk that a file writes, with fewer lines than needed."""
    below = inherited_of(tuple(layer.translated()[0] for layer in layers)).below
    for name in _MANY:
        lines = (getattr(scenario.talk, name), *below.get(f"talk/{name}", ()))
        count = len({line for one in lines for line in one.all})
        if 0 < count < _LEAST:
            yield ("talk", name), "S503", {"value": name, "n": str(count), "least": str(_LEAST)}
