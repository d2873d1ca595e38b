"""Where in the talk a missed item had its chance: the turn to look at, and the client's words there."""

from collections.abc import Iterator

from scoring import criteria as c
from scoring.finding import Evidence
from scoring.quoting import quote_end, telling
from scoring.rubric import Item
from scoring.view import VisitView
from scoring.words import word
from simulator.vocabulary.moves import MOVES

_EARLY = ("prepare", "open", "phone")
_LATE = ("close", "follow_up")
_BEGINS = {
    "discover": tuple(id for id, move in MOVES.items() if move.phase == "discover"),
    "propose": ("present_product", "explain_benefit"),
    "negotiate": ("make_offer", "trade"),
    "close": ("ask_commitment", "propose_next_step", "confirm_agreement"),
}
"""The acts with which a part of the visit begins."""
_BY_SUBJECT = ("discover", "maintenance", "complaint_exit")
"""Where the client's speaking of an item's subject is the cue for it."""


def moment(view: VisitView, item: Item, evidence: tuple[Evidence, ...], earned: float) -> Evidence:
    """The turn in which ``item`` could have been earned: what the grading already points at, else where the client gave
    the cue, else where that part of a visit stands. A line of the client's has the number of the exchange in which he said
    it, 0 is before the first turn."""
    shown = [e for e in evidence if e.turn > 0 and e.clause]
    lost = [e for e in reversed(shown) if e.lost]
    if lost or (shown and earned > 0):
        return (lost or shown)[0]
    if not view.exchanges or (item.phase == "prepare" and not acts_in(item)):
        return Evidence(0, "", word("because.form", view.language))
    cue = _cue(view, item)
    if cue is not None:
        index, words = cue
        return Evidence(
            _spoken(view, index), telling(view.client_before(index), words)[0], word("because.cue", view.language)
        )
    index = _usual(view, item)
    return Evidence(_spoken(view, index), quote_end(view.client_before(index)), word("because.here", view.language))


def place_of(view: VisitView, item: Item) -> int:
    """The index of the first turn in which ``item`` would have been in its place: the client had just given the cue, or
    that part of the visit began there. 0 for a visit without a turn."""
    if not view.exchanges or item.phase in _EARLY or any(acts.by_turn for acts in acts_in(item)):
        return 0
    cue = _cue(view, item)
    begun = view.acts_of(_BEGINS[item.phase])[:1] if item.phase in _BEGINS else []
    places = [*([cue[0]] if cue is not None else []), *(act.index for act in begun)]
    return min(places) if places else _usual(view, item)


def _spoken(view: VisitView, index: int) -> int:
    """The number of the exchange whose client line the turn at ``index`` answers; 0 for the line before the first."""
    return view.exchanges[index - 1].turn if index else 0


def _cue(view: VisitView, item: Item) -> tuple[int, tuple[str, ...]] | None:
    """The first turn that answers a client line which speaks of what the item is about, and the words for that."""
    cues = tuple(dict.fromkeys(word for occasion in _occasions(item) for word in occasion.words))
    words = cues
    if not words and item.phase in _BY_SUBJECT:
        words = tuple(dict.fromkeys(word for acts in acts_in(item) for word in acts.words))
    if not words:
        return None
    spoken = [index + 1 for index in view.client_lines_with(words) if 0 <= index < len(view.exchanges) - 1]
    return (min(spoken), words) if spoken else None


def _usual(view: VisitView, item: Item) -> int:
    last = len(view.exchanges) - 1
    by_turn = [acts.by_turn for acts in acts_in(item) if acts.by_turn]
    if by_turn or item.phase in _EARLY:
        return min(last, min(by_turn, default=1) - 1)
    if item.phase in _LATE:
        return last
    firsts = {
        "propose": ("present_product", "explain_benefit"),
        "negotiate": ("make_offer", "trade", "hold_position"),
    }
    acts = view.acts_of(firsts[item.phase]) if item.phase in firsts else []
    if acts:
        return acts[0].index
    part = {"discover": 1, "propose": 2, "negotiate": 3}.get(item.phase, 2)
    return min(last, max(1, len(view.exchanges) * part // 4))


def acts_in(item: Item) -> list[c.Acts]:
    """The acts that the item wants to hear, those of full marks first."""
    return [acts for criterion in criteria_in(item) if isinstance(acts := _of(criterion), c.Acts)]


def _occasions(item: Item) -> list[c.Occasion]:
    return [
        part.after
        for part in criteria_in(item)
        if isinstance(part, c.Within) and isinstance(part.after, c.Occasion)
    ]


def _of(criterion: c.Criterion) -> c.Acts | None:
    match criterion:
        case c.Said(acts) | c.Answered(acts) | c.Count(acts) | c.Short(acts):
            return acts
        case c.Before(first=acts) | c.Within(then=acts):
            return acts
        case _:
            return None


def criteria_in(item: Item) -> list[c.Criterion]:
    """Every simple criterion of the item, for full and for half marks."""
    return [part for top in (item.met_when, item.half_when) if top is not None for part in _inside(top)]


def criteria_for_full(item: Item) -> list[c.Criterion]:
    """Every simple criterion for full marks."""
    return [] if item.met_when is None else list(_inside(item.met_when))


def _inside(criterion: c.Criterion) -> Iterator[c.Criterion]:
    if isinstance(criterion, c.NoneOf):
        return  # what must not be said is nothing to say
    if isinstance(criterion, c.Impression):
        if criterion.shown_by is not None:
            yield from _inside(criterion.shown_by)
        yield from _inside(criterion.of)
    elif isinstance(criterion, c.All | c.AnyOf):
        for part in criterion.parts:
            yield from _inside(part)
    else:
        yield criterion
