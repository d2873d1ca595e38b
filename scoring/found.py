"""Finding acts in a visit and showing them as evidence: what every criterion builds on."""

from functools import lru_cache

from scoring.asked import client_asked
from scoring.criteria import Acts, Occasion
from scoring.finding import Evidence
from scoring.view import Act, VisitView
from scoring.words import word
from simulator.vocabulary.moves import name

MAX_EVIDENCE = 3
_QUESTION = ("?", "？")


def select(view: VisitView, acts: Acts) -> list[Act]:
    """The acts of the visit that are meant, in its order."""
    found = view.acts_of(acts.moves)
    if acts.form is not None:
        found = [act for act in found if act.move.form == acts.form]
    if acts.by_turn is not None:
        found = [act for act in found if act.index < acts.by_turn]
    if acts.from_turn is not None:
        found = [act for act in found if act.index + 1 >= acts.from_turn]
    if acts.last_turns is not None:
        first = len(view.exchanges) - acts.last_turns
        found = [act for act in found if act.index >= first]
    if acts.topics:
        topics = view.topics(acts.topics)
        found = [act for act in found if act.move.topic in topics]
    if acts.unasked:
        found = [act for act in found if not client_asked(view, act.index)]
    if acts.words:
        turns = view.turns_with(acts.words)
        found = [act for act in found if act.index in turns]
    return found


def shown(view: VisitView, act: Act) -> Evidence:
    """An act as evidence: its words, and what they are."""
    because = _naming(act.move.form or "said", act.move.id, view.language)
    return Evidence(act.turn, act.move.clause or view.exchanges[act.index].trainee.text, because)


@lru_cache(maxsize=512)
def _naming(form: str, move: str, language: str) -> str:
    return word(f"because.{form}", language, move=name(move, language))


def one_a_turn(acts: list[Act]) -> list[Act]:
    """The first act of each turn: the same thing said twice in one breath is said once."""
    return list({act.index: act for act in reversed(acts)}.values())[::-1]


def evidence(view: VisitView, acts: list[Act]) -> tuple[Evidence, ...]:
    """The first few acts as evidence."""
    return tuple(shown(view, act) for act in acts[:MAX_EVIDENCE])


def occasions(view: VisitView, occasion: Occasion) -> list[tuple[int, Evidence]]:
    """Where on the client's side it happened: the index of the turn after which, and the client's words.

    The line before the first turn has the index -1 and the turn 0.
    """
    if occasion.event is not None:
        happened = [h for h in view.happenings if h.kind == occasion.event]
        because = word("because.event", view.language, event=word(f"event.{occasion.event}", view.language))
        return [(h.index, Evidence(h.turn, quote(h.text), because)) for h in happened]
    because = word("because.client", view.language)
    found = []
    spoken = view.client_lines_with(occasion.words) if occasion.words else range(-1, len(view.exchanges))
    lines = [(-1, 0, view.transcript.opening, None)] + [
        (index, e.turn, e.client.text, e.client.asks) for index, e in enumerate(view.exchanges)
    ]
    for index, turn, text, asks in lines:
        if occasion.asked and not (asks or text.rstrip().endswith(_QUESTION)):
            continue
        if index not in spoken:
            continue
        if text:
            found.append((index, Evidence(turn, quote(text), because)))
    return found


def quote(text: str, limit: int = 80) -> str:
    """The beginning of a text, short enough to quote."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
