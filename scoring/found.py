"""Finding acts in a visit and showing them as evidence: what every criterion builds on."""

from collections.abc import Callable
from functools import lru_cache, partial
from operator import attrgetter, itemgetter

from scoring.act import PLAIN, PROPOSAL, REMARK, RESTATED, TAKEN_UP, Act
from scoring.asked import client_asked
from scoring.criteria import Acts, Occasion
from scoring.figures import figures_in
from scoring.finding import Evidence, Finding
from scoring.patterns import first_match
from scoring.quoting import counting, in_context, quote, quote_end, room, sentence_with, telling
from scoring.view import Happening, VisitView
from scoring.words import word
from simulator.vocabulary.moves import name

MAX_EVIDENCE = 3
READ_FIRST = 2
_LAST = ("objection", "temptation")
"""What the client raises of his own accord stands at the end of his line."""
NAMED_SO = frozenset({PROPOSAL, RESTATED, TAKEN_UP})
"""Plain acts that are told by what they do, though any sentence may be one."""
SPECIFIC = 12
"""From this number of characters on a clause says more than a courtesy."""
_at = attrgetter("index", "order")
_QUESTION = ("?", "？")


def select(view: VisitView, acts: Acts) -> list[Act]:
    """The acts of the visit that are meant, in its order."""
    found = view.acts_of(acts.moves)
    if not found:
        return found
    places = view.places_with(acts.words) if acts.words else frozenset()
    if places and acts.also:
        places &= view.places_with(acts.also)
    barred = view.places_with(acts.without) if acts.without else frozenset()
    places -= barred
    if acts.words and not places:
        return []
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
    if barred:
        found = [act for act in found if view.place(act) not in barred]
    if places:
        found = [act for act in found if (act.place in places if act.place >= 0 else said_with(view, act, places))]
    if acts.figures:
        found = [act for act in found if figures_in(view.sentences[view.place(act)].text) >= acts.figures]
    return found


def said_with(view: VisitView, act: Act, places: frozenset[int]) -> bool:
    """Whether one of the sentences at ``places`` belongs to an act: a question of the same turn where it asks, else its own
    sentence or one beside it in the turn."""
    if act.place >= 0:
        return act.place in places
    first, end = view.first_places[act.index], view.first_places[act.index + 1]
    if act.move.form is not None:
        return any(place in places and view.sentences[place].question for place in range(first, end))
    own = view.place(act)
    return any(place in places for place in range(max(first, own - 1), min(end, own + 2)))


def shown(
    view: VisitView, act: Act, words: tuple[str, ...] = (), figures: bool = False, called: str | None = None
) -> Evidence:
    """An act as evidence: its words, and what they are; the sentence with one of ``words`` where it takes these, or with its
    ``figures``. ``called`` is what it was looked for as, where that is not what it was heard as."""
    because = _naming(
        act.move.form or "said",
        called if called is not None and act.move.id == REMARK else act.move.id,
        view.language,
    )
    clause = _spoken(view, act)
    text = view.exchanges[act.index].trainee.text
    if figures and not words:
        because = word("because.figures", view.language, what=because)
        return Evidence(act.turn, counting(view.sentences[view.place(act)].text).rstrip("，,"), because)
    if words:
        inside = first_match(clause.lower(), words)
        clause, found = telling(text if inside is None else clause, words, inside)
        because = word("because.with", view.language, what=because, words=found)
    return Evidence(act.turn, in_context(text, quote(clause).rstrip("，,")), because)


def _spoken(view: VisitView, act: Act) -> str:
    """The whole sentence of an act where it is not long, so that it can be understood by itself; else as much of it from the clause
    on as a quotation holds."""
    clause = act.move.clause
    sentence = view.sentences[view.place(act)].text
    at = sentence.find(clause.strip())
    if at < 0:
        return clause
    return sentence if len(sentence) <= room(sentence) else quote(sentence[at:])


@lru_cache(maxsize=512)
def _naming(form: str, move: str, language: str) -> str:
    called = word(f"move.{move}", language) if move in PLAIN else name(move, language)
    return word(f"because.{form}", language, move=called)


def one_a_turn(acts: list[Act]) -> list[Act]:
    """The first act of each turn: the same thing said twice in one breath is said once."""
    return list({act.index: act for act in reversed(acts)}.values())[::-1]


def evidence(
    view: VisitView, acts: list[Act], words: tuple[str, ...] = (), figures: bool = False, called: str | None = None
) -> tuple[Evidence, ...]:
    """The few acts that show it best, one a turn: those whose clause has the ``words``, the surest, the most specific.

    The two that are read first stand in the order of the visit.
    """
    if len(acts) <= READ_FIRST and len({act.index for act in acts}) == len(acts):
        return tuple([shown(view, act, words, figures, called) for act in sorted(acts, key=_at)])
    best: dict[int, tuple[tuple[bool, float, int], Act]] = {}
    for act in acts:
        merit = _merit(act, words)
        if act.index not in best or merit > best[act.index][0]:
            best[act.index] = (merit, act)
    ranked = sorted(best.values(), key=itemgetter(0), reverse=True)[:MAX_EVIDENCE]
    told = [act for _, act in ranked]
    return tuple(
        shown(view, act, words, figures, called)
        for act in (*sorted(told[:READ_FIRST], key=_at), *told[READ_FIRST:])
    )


def evidence_of(view: VisitView, acts: list[Act], looked_for: Acts) -> tuple[Evidence, ...]:
    """Acts as evidence that what was ``looked_for`` is there (see `evidence`)."""
    named = [move for move in looked_for.moves if move in NAMED_SO]
    called = named[0] if len(named) == 1 and REMARK not in looked_for.moves else None
    return evidence(view, acts, looked_for.words, looked_for.figures > 0, called)


def nothing_against(view: VisitView) -> Finding:
    """The whole mark, for what was not said or done in the whole visit."""
    return Finding(1.0, shown=(Evidence(0, "", word("because.never", view.language), general=True),))


def in_its_sentence(view: VisitView, turn: int, clause: str) -> str:
    """Words of a turn with the sentence that they stand in (see `sentence_with`)."""
    text = next((exchange.trainee.text for exchange in view.exchanges if exchange.turn == turn), clause)
    return sentence_with(text, clause)


def _merit(act: Act, words: tuple[str, ...]) -> tuple[bool, float, int]:
    clause = act.move.clause
    has = bool(words) and first_match(clause.lower(), words) is not None
    return has, round(act.move.confidence, 1), min(len(clause), SPECIFIC)


def occasions(view: VisitView, occasion: Occasion) -> list[tuple[int, Callable[[], Evidence]]]:
    """Where on the client's side it happened: the index of the turn after which, and what gives the client's words.

    The line before the first turn has the index -1 and the turn 0.
    """
    found = _occasions(view, occasion)
    last = len(view.exchanges) - 1 - occasion.turns_left
    return [(index, said) for index, said in found if index <= last] if occasion.turns_left else found


def _occasions(view: VisitView, occasion: Occasion) -> list[tuple[int, Callable[[], Evidence]]]:
    last = len(view.exchanges) if occasion.by_turn is None else occasion.by_turn
    if occasion.event is not None:
        happened = [h for h in view.happenings if h.kind == occasion.event and h.index < last]
        if occasion.event == "agreed":
            undone = max((h.index for h in view.happenings if h.kind == "reopened"), default=-1)
            happened = [h for h in happened if h.index > undone]
        because = word(f"event.{occasion.event}", view.language)
        said = quote_end if occasion.event in _LAST else quote
        return [(h.index, partial(_event, h, said, because)) for h in happened]
    because = word("because.client", view.language)
    found: list[tuple[int, Callable[[], Evidence]]] = []
    spoken = sorted(view.client_lines_with(occasion.words)) if occasion.words else range(-1, len(view.exchanges))
    for index in spoken:
        if index >= last:
            break
        exchange = view.exchanges[index] if index >= 0 else None
        turn, text = (exchange.turn, exchange.client.text) if exchange else (0, view.transcript.opening)
        if occasion.asked and not (exchange and exchange.client.asks) and not text.rstrip().endswith(_QUESTION):
            continue
        if text:
            found.append((index, partial(_line, turn, text, occasion.words, because)))
    return found


def _event(happened: Happening, said: Callable[[str], str], because: str) -> Evidence:
    return Evidence(happened.turn, said(happened.text), because)


def _line(turn: int, text: str, words: tuple[str, ...], because: str) -> Evidence:
    return Evidence(turn, telling(text, words)[0] if words else quote_end(text), because)
