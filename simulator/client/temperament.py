"""How trust and patience move: slowly up, quickly down, and never twice for the same kindness."""

from simulator.client.position import Position, count
from simulator.scenario.model import Effect, Reaction, Temperament
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, TabooMade

MOST_GAIN = 8
"""The most trust that one turn can win."""
_ONCE = frozenset(
    {"greet", "introduce", "small_talk", "thank", "farewell", "offer_materials", "value_relationship", "apologise"}
)
"""Courtesies: welcome once."""
_SHRINKING = (1.0, 0.5, 0.25)
"""What the second and third of the same move on the same topic still win; later ones nothing."""


def usual(temperament: Temperament, act: MoveMade | TabooMade) -> Effect:
    """The effect that the client's temperament gives to a move or taboo."""
    effects = temperament.effects
    if act.id in effects:
        return effects[act.id]
    if act.id in TABOOS:
        return effects.get(TABOOS[act.id].severity, Effect(trust=-10, patience=-10))
    return Effect()


def effect(
    temperament: Temperament,
    position: Position,
    act: MoveMade | TabooMade,
    reaction: Reaction | None,
    place: str = "",
) -> tuple[int, int]:
    """The change of trust and patience by one act, given how often it was heard before.

    What the author wrote for a reaction (at ``place``) counts whole the first time that reaction comes.
    """
    base = usual(temperament, act)
    trust = base.trust if reaction is None or reaction.trust is None else reaction.trust
    patience = base.patience if reaction is None or reaction.patience is None else reaction.patience
    if isinstance(act, MoveMade):
        written = reaction is not None and reaction.trust is not None and place not in position.fired
        if trust > 0:
            trust = round(trust * (1.0 if written else _share(position, act)) * temperament.warming)
        if patience > 0:
            patience = round(patience * _share(position, act))
    return trust, patience


def _share(position: Position, act: MoveMade) -> float:
    """How much of a gain is left after the same was heard before."""
    same = count(position.heard, f"{act.id}:{act.topic or ''}")
    alike = count(position.heard, act.id)
    if act.id in _ONCE:
        return 1.0 if alike == 0 else 0.0
    share = _SHRINKING[same] if same < len(_SHRINKING) else 0.0
    return share * (1.0 if alike < 4 else 0.5 if alike < 8 else 0.0)


def moved(position: Position, temperament: Temperament, trust: int, patience: int) -> tuple[int, int]:
    """Trust and patience after a turn: gains capped, losses whole, both within 0-100."""
    gain = min(trust, MOST_GAIN)
    return (
        max(0, min(100, position.trust + gain)),
        max(0, min(100, position.patience + patience - temperament.tiring)),
    )


def phase_weight(act: MoveMade | TabooMade) -> int:
    """How much an act asks for an answer: a taboo most, then offers and questions, courtesies least."""
    if isinstance(act, TabooMade):
        return 100
    if act.id in ("make_offer", "trade", "confirm_agreement"):
        return 90
    if act.id.startswith("ask_") or act.id in ("invite_feedback", "check_understanding"):
        return 80
    phase = MOVES[act.id].phase if act.id in MOVES else "open"
    weights = {"negotiate": 75, "present": 60, "repair": 65, "close": 55, "listen": 30, "open": 20, "discover": 80}
    if act.id in ("thank", "greet", "introduce"):
        return 15
    return 45 if act.id == "state_purpose" else weights[phase]
