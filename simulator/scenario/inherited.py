"""What a client has from its archetypes rather than from its own file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # lines are part of the model, which holds what is inherited
    from simulator.scenario.model import Lines


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a scenario takes from its archetypes: the places of their reactions, and lines that were overlaid.

    Places are written ``states/discovery/on/id``. ``below`` has, for a place that an upper file has written anew, what
    the files below say there, nearest first.
    """

    reactions: frozenset[str] = frozenset()
    below: Mapping[str, tuple["Lines", ...]] = field(default_factory=dict)
