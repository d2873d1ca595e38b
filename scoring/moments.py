"""Where in the talk a missed item had its chance: the turn to look at, and the client's words there."""

from collections.abc import Iterator
from typing import NamedTuple

from scoring import criteria as c
from scoring.act import Act
from scoring.finding import Evidence
from scoring.quoting import in_context, quote, quote_end, sentences, telling
from scoring.remarks import KINDS
from scoring.rubric import Item
from scoring.view import VisitView
from simulator.vocabulary.moves import MOVES

_ON_PAPER = ("prepare", "follow_up")
"""Parts of which some items are seen in the forms alone."""
_EARLY = ("prepare", "open", "phone")
_LATE = ("close", "follow_up")
_BEGINS = {
    "discover": tuple(id for id, move in MOVES.items() if move.phase == "discover"),
    "propose": ("present_product", "explain_benefit"),
    "negotiate": ("make_offer", "trade"),
    "close": ("ask_commitment", "propose_next_step", "confirm_agreement"),
}
"""The acts with which a part of the visit begins."""
_OWN = {
    "propose": ("present_product", "explain_benefit"),
    "negotiate": ("make_offer", "trade", "hold_position"),
    "close": ("ask_commitment", "propose_next_step", "confirm_agreement"),
}
"""The acts that an item of a part would have stood beside."""
_CLOSING_MARKS = "”’」』）)】]\"' "
_BY_SUBJECT = ("discover", "maintenance", "complaint_exit")
"""Where the client's speaking of an item's subject is the cue for it."""
_NAMED = ("discover",)
"""Where it is so plainly the cue that it may be shown."""


class Moment(NamedTuple):
    """The turn to look at and the words there: the trainee's (``own``), or the client's line that gave the chance, 0 being before
    the first turn. ``quote`` is empty where no turn can be named."""

    turn: int
    quote: str
    own: bool


NOWHERE = Moment(0, "", False)


def moment(view: VisitView, item: Item, evidence: tuple[Evidence, ...], earned: float) -> Moment:
    """Where ``item`` could have been earned: what the grading already points at, else where the client gave the cue and asked
    for nothing else, else the beginning, or the trainee's own words with which that part of the visit began. Never a line of the
    client's to which the item would be no answer."""
    shown = [e for e in evidence if e.turn > 0 and e.clause]
    lost = [e for e in reversed(shown) if e.lost]
    for found in lost or (shown if earned > 0 else []):
        own = _is_own(view, found)
        if own or not _raises_another(view, found.turn, item):
            return Moment(found.turn, found.clause, own)
    if not view.exchanges or (item.phase in _ON_PAPER and not acts_in(item)):
        return NOWHERE
    for index, words in _cues(view, item, _NAMED):
        sentence, cue = telling(view.client_before(index), words)
        if cue in sentence and not _asks_otherwise(view, index, sentence):
            return Moment(_spoken(view, index), sentence, False)
    if item.phase == "prepare" and any(isinstance(part, c.Prepared) for part in criteria_in(item)):
        return NOWHERE
    if item.phase == "open" or any(acts.by_turn for acts in acts_in(item)):
        return Moment(0, quote_end(view.transcript.opening), False)
    acts = view.acts_of(_OWN[item.phase]) if item.phase in _OWN else []
    return _own_words(view, acts[-1] if item.phase in _LATE else acts[0]) if acts else NOWHERE


def _is_own(view: VisitView, evidence: Evidence) -> bool:
    return any(evidence.clause in e.trainee.text for e in view.exchanges if e.turn == evidence.turn)


def _raises_another(view: VisitView, turn: int, item: Item) -> bool:
    """Whether the client brings something up in ``turn`` that is not what the item waits for."""
    awaited = {occasion.event for occasion in _occasions(item)} | {
        part.occasion.event for part in criteria_in(item) if isinstance(part, c.Happened)
    }
    raised = {
        event.partition(":")[0] for e in view.exchanges if e.turn == turn for event in e.client.events
    }.intersection(KINDS)
    return bool(raised) and not raised & awaited


def _asks_otherwise(view: VisitView, index: int, sentence: str) -> bool:
    """Whether the client line that the turn at ``index`` answers wants an answer of its own: a remark, or a question at its end. A
    ``sentence`` that asks gives no cue either."""
    if not index:
        return False
    client = view.exchanges[index - 1].client
    raised = any(event.partition(":")[0] in KINDS for event in client.events)
    asking = [*sentences(client.text)[-1:], sentence]
    return client.asks is not None or raised or any(_is_question(line) for line in asking)


def _is_question(line: str) -> bool:
    return line.rstrip(_CLOSING_MARKS).endswith(("?", "？"))


def _own_words(view: VisitView, act: Act) -> Moment:
    text, clause = view.exchanges[act.index].trainee.text, act.move.clause.strip()
    piece = next((line for line in sentences(text) if clause and clause in line), clause if clause in text else "")
    return Moment(act.turn, quote(in_context(text, piece or text)), True)


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
    return next(_cues(view, item, _BY_SUBJECT), None)


def _cues(view: VisitView, item: Item, by_subject: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every turn that answers such a line, in order."""
    cues = tuple(dict.fromkeys(word for occasion in _occasions(item) for word in occasion.words))
    words = cues
    if not words and item.phase in by_subject:
        words = tuple(dict.fromkeys(word for acts in acts_in(item) for word in acts.words if _tells(word)))
    if words:
        spoken = sorted(view.client_lines_with(words))
        yield from ((index + 1, words) for index in spoken if 0 <= index < len(view.exchanges) - 1)


def _tells(word: str) -> bool:
    """Whether a word stands for a subject by itself, so that it may be looked for in what the client says."""
    return len(word) >= (4 if word.isascii() else 2)


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
