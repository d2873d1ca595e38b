"""What a person says a turn meant, put in place of what was heard in it.

The words of what was heard rightly are kept; what is added is said of the whole turn, for a person points at no words.
"""

from dataclasses import dataclass, replace

from simulator.language.forms import form_of
from simulator.language.topics import Topics
from simulator.scenario.layers import closest
from simulator.scenario.model import Scenario
from simulator.vocabulary.moves import MOVES, TABOOS, Move
from simulator.vocabulary.turn import Form, MoveMade, TabooMade, Turn

_FORMS: dict[str, Form] = {"open": "open", "closed": "closed", "开放": "open", "封闭": "closed"}
_ABOUT = frozenset({"paraphrase", "summarise_needs", "make_offer"})
_WITH_TERMS = frozenset({"make_offer", "trade", "confirm_agreement", "decline", "hold_position", "state_ask"})
HEARD_IN_WORDS = tuple(id for id, taboo in TABOOS.items() if not taboo.contextual)
"""The taboos that lie in the words of a turn; the others follow from the course of the visit."""
_BY_NAME = {entry.zh: id for id, entry in MOVES.items()} | {entry.zh: id for id, entry in TABOOS.items()}


@dataclass(frozen=True, slots=True)
class Meant:
    """A move that was meant; ``form`` for a question, None as it was heard."""

    id: str
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a turn meant. ``taboos`` were said; ``suspected`` ones stay as uncertain as they were heard."""

    moves: tuple[Meant, ...] = ()
    taboos: tuple[str, ...] = ()
    suspected: tuple[str, ...] = ()


class MeantError(ValueError):
    """A word names no move or taboo; ``guess`` is the nearest that there is, or empty."""

    def __init__(self, word: str, guess: str = "") -> None:
        super().__init__(word)
        self.word = word
        self.guess = guess


def read_meant(text: str) -> Reading:
    """The reading written as ``ask_problem/open, empathise``: ids or Chinese names. Raises `MeantError`."""
    moves: list[Meant] = []
    taboos: list[str] = []
    for word in text.replace(",", " ").replace("，", " ").replace("、", " ").replace("／", "/").split():
        name, stroke, form = word.partition("/")
        id = _BY_NAME.get(name, name)
        move = MOVES.get(id)
        if id in HEARD_IN_WORDS and not stroke:
            taboos.append(id)
        elif move is not None and (not stroke or (move.asks and form in _FORMS)):
            moves.append(Meant(id, _FORMS.get(form)))
        else:
            known = [*MOVES, *HEARD_IN_WORDS]
            raise MeantError(word, f"{id}/open" if move is not None and move.asks else closest(name, known))
    return Reading(tuple(moves), tuple(taboos))


def amended(heard: Turn, meant: Reading, language: str, scenario: Scenario | None = None) -> Turn:
    """The turn with these moves and taboos and no others, the same whatever order they are named in.

    ``scenario`` gives the subjects of what is added, where it is at hand.
    """
    moves = _meant_moves(heard, meant, language, Topics(scenario))
    said = [_as_said(taboo, meant) for taboo in heard.taboos if taboo.id in (*meant.taboos, *meant.suspected)]
    known = {taboo.id for taboo in said}
    said += [TabooMade(id, heard.text) for id in TABOOS if id in meant.taboos and id not in known]
    return Turn(heard.text, tuple(moves), tuple(said), heard.quantities)


def as_it_stands(turn: Turn) -> Reading:
    """The reading that changes nothing."""
    moves = dict.fromkeys(Meant(move.id) for move in turn.moves)
    sure = dict.fromkeys(taboo.id for taboo in turn.taboos if taboo.certain)
    return Reading(tuple(moves), tuple(sure), tuple({t.id: 0 for t in turn.taboos if t.id not in sure}))


def _meant_moves(heard: Turn, meant: Reading, language: str, topics: Topics) -> list[MoveMade]:
    forms: dict[str, list[Form | None]] = {}
    for move in meant.moves:
        forms.setdefault(move.id, []).append(move.form)
    made = [_as_meant(move, forms[move.id]) for move in heard.moves if move.id in forms]
    for id in (id for id in MOVES if id in forms):
        for form in dict.fromkeys(forms[id]):
            if not any(move.id == id and form in (None, move.form) for move in made):
                made.append(_added(MOVES[id], form, heard, language, topics))
    return made


def _as_said(heard: TabooMade, meant: Reading) -> TabooMade:
    """A taboo that was heard: certain where a person says so."""
    return replace(heard, confidence=1.0, certain=True) if heard.id in meant.taboos else heard


def _as_meant(heard: MoveMade, forms: list[Form | None]) -> MoveMade:
    """A move that was heard rightly, perhaps with another form; certain, for a person says so."""
    form = heard.form if None in forms or heard.form in forms else forms[0]
    return replace(heard, confidence=1.0, form=form)


def _added(move: Move, form: Form | None, heard: Turn, language: str, topics: Topics) -> MoveMade:
    """A move that was not heard: it is said of the whole turn."""
    about = move.asks or move.phase == "present" or move.id in _ABOUT
    topic = topics.of(heard.text, products=move.phase != "discover") if about else None
    return MoveMade(
        move.id,
        heard.text,
        form=(form or form_of(language, heard.text)) if move.asks else None,
        topic=topic or (next((other.topic for other in heard.moves if other.topic), None) if about else None),
        terms=heard.quantities if move.id in _WITH_TERMS else (),
    )
