"""Entries of a file that take the place of inherited ones of the same id, and what nobody answers any more because of that."""

from collections.abc import Mapping

from pydantic import ValidationError

from simulator.scenario.coverage import always, answered
from simulator.scenario.layers import Layer
from simulator.scenario.model import Reaction
from simulator.scenario.source import Path_


def replaces(layers: tuple[Layer, ...], path: Path_) -> bool:
    """Whether the file that is looked at says anew what stands at ``path`` in one that it inherits from."""
    own, below = _split(layers)
    return own.source.has(path) and any(layer.source.has(path) for layer in below)


def lost_answers(layers: tuple[Layer, ...]) -> Mapping[str, Path_]:
    """By move or taboo, the reaction of the file itself that takes the place of one which always answered it, and does not
    always answer it, or not at all."""
    own, below = _split(layers)
    lost: dict[str, Path_] = {}
    for state, parts in _map(own.source.data.get("states")).items():
        for id, raw in _map(_map(parts).get("on")).items():
            path = ("states", str(state), "on", str(id))
            for name in _answered_always(_at(below, path)) - _answered_always(raw):
                lost.setdefault(name, path)
    return lost


def _split(layers: tuple[Layer, ...]) -> tuple[Layer, tuple[Layer, ...]]:
    """The file that is looked at, of the stack it was loaded with, and those that it inherits from."""
    at = next(number for number, layer in enumerate(layers) if layer.source.file)
    return layers[at], layers[at + 1 :]


def _at(layers: tuple[Layer, ...], path: Path_) -> object:
    """What the nearest of the files says at ``path``; None where none does."""
    for layer in layers:
        here: object = layer.source.data
        for part in path:
            here = _map(here).get(str(part))
        if here is not None:
            return here
    return None


def _answered_always(raw: object) -> frozenset[str]:
    """The moves and taboos that a reaction, as a file has it, answers whatever the moment."""
    try:
        reaction = Reaction.model_validate(raw)
    except ValidationError:
        return frozenset()
    return answered(reaction) if always(reaction) and reaction.say.all else frozenset()


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
