"""How trust and patience move: slowly up, quickly down, and never twice for the same kindness."""

import zlib
from functools import lru_cache

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

    What the author wrote for a reaction (at ``place``) counts whole the first time that reaction comes, unless the
    words are the same as before and answer nothing that the client asked.
    """
    base = usual(temperament, act)
    trust = base.trust if reaction is None or reaction.trust is None else reaction.trust
    patience = base.patience if reaction is None or reaction.patience is None else reaction.patience
    if isinstance(act, MoveMade):
        written = reaction is not None and reaction.trust is not None and place not in position.fired
        written = written and ("/answers/" in place or words_key(act) not in position.words)
        if trust > 0:
            trust = round(trust * (1.0 if written else _share(position, act)) * temperament.warming)
        if patience > 0:
            patience = round(patience * _share(position, act))
    return trust, patience


MEMORY = 80
"""How many of the trainee's clauses the client still knows word for word."""


def words_key(act: MoveMade) -> int:
    """A small, stable name for a move in these words, whatever their punctuation."""
    return _words_key(act.id, act.clause)


@lru_cache(maxsize=1024)
def _words_key(id: str, clause: str) -> int:
    words = "".join(letter for letter in clause.lower() if letter.isalnum())
    return zlib.crc32(f"{id}:{words}".encode())


def remembered_words(words: tuple[int, ...], act: MoveMade) -> tuple[int, ...]:
    """The clauses heard, the latest last, without those too far back."""
    key = words_key(act)
    return (*(word for word in words if word != key), key)[-MEMORY:]


def _share(position: Position, act: MoveMade) -> float:
    """How much of a gain is left after the same was heard before; the same words win nothing more."""
    if words_key(act) in position.words:
        return 0.0
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
