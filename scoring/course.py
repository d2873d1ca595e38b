"""How the visit went, turn by turn: the client's mood with what moved it, the needs, the shares of the talk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.echoes import content
from scoring.quoting import quote, quote_end, room, sentences
from scoring.remarks import RemarkLine, missed_at
from scoring.view import VisitView
from scoring.words import word
from simulator.transcript.record import Exchange, NeedBrief
from simulator.vocabulary.moves import MOVES, name

MOVED = 4
"""From this change on, a turn is worth telling."""


@dataclass(frozen=True, slots=True)
class MoodPoint:
    """The client after a turn. ``change`` is that of trust; ``why`` what the trainee did, empty where little moved and the client
    was not ``passed_over`` at the cost of trust."""

    turn: int
    trust: int
    patience: int
    change: int
    quote: str
    why: str
    events: tuple[str, ...]
    passed_over: bool = False

    @property
    def moved(self) -> bool:
        """Whether the turn stands among those that moved the client."""
        return self.passed_over or abs(self.change) >= MOVED


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need of the client: ``turn`` in which it came out, None where it never did; ``thread`` what would have drawn it out.

    ``hinted`` is the turn in which the client let it be seen without saying it, with ``quote`` the client's words then; a
    need that came out is quoted with the trainee's words that brought it out, and with the client's that tell it (``told``).
    """

    id: str
    statement: str
    latent: bool
    turn: int | None
    quote: str
    thread: str
    hinted: int | None = None
    touched: int | None = None
    """The turn in which the trainee spoke of it all the same (after the hint, where there was one), and it did not come out."""
    settled: int | None = None
    """The turn in which the trainee put it right of his own accord, so that nobody had to ask."""
    told: str = ""
    """The client's words that tell it, of a need that came out."""

    @property
    def outcome(self) -> str:
        """What became of it: ``found``, ``settled``, ``touched``, ``hinted`` (and nobody took it up) or ``missed``."""
        if self.turn is not None:
            return "found"
        if self.settled is not None:
            return "settled"
        return "touched" if self.touched is not None else "missed" if self.hinted is None else "hinted"


@dataclass(frozen=True, slots=True)
class Talk:
    """Who talked how much: ``trainee`` 0-1 of all characters; questions asked, and how many of them open."""

    trainee: float
    questions: int
    open_questions: int
    turns: int
    longest: int
    longest_turn: int


def mood_course(view: VisitView, remarks: Sequence[RemarkLine] = ()) -> tuple[MoodPoint, ...]:
    """Trust and patience after each turn, and what moved them; ``remarks`` are those that the client made unasked."""
    points: list[MoodPoint] = []
    before: int | None = None
    for index, exchange in enumerate(view.exchanges):
        client = exchange.client
        change = 0 if before is None else client.trust - before
        before = client.trust
        missed = missed_at(remarks, exchange, view.language) if change < 0 else ""
        reasons = [word("remark.missed_why", view.language, names=missed)] if missed else []
        if abs(change) >= MOVED:
            taboos = [name(taboo.id, view.language) for taboo in exchange.trainee.taboos]
            moves = [name(act.move.id, view.language) for act in view.acts_at(index)]
            told = taboos if change < 0 and taboos else moves
            reasons += [] if missed and told is moves else told
        why = ("、" if view.language == "zh" else ", ").join(dict.fromkeys(reasons))
        text = quote(exchange.trainee.text, 40) if why else ""
        points.append(
            MoodPoint(exchange.turn, client.trust, client.patience, change, text, why, client.events, bool(missed))
        )
    return tuple(points)


def moved_most(course: Sequence[MoodPoint], most: int) -> list[MoodPoint]:
    """The turns that are told of those that moved the client, at most so many, in their order: those that passed the client over
    and those that moved it most."""
    moved = sorted((point for point in course if point.why), key=lambda p: (not p.passed_over, -abs(p.change)))
    return sorted(moved[:most], key=lambda point: point.turn)


def needs_told(view: VisitView) -> tuple[NeedLine, ...]:
    """Every need of the brief, found ones with the words that brought them out."""
    return tuple(_need_told(view, need) for need in view.brief.needs)


def _need_told(view: VisitView, need: NeedBrief) -> NeedLine:
    latent = need.kind == "latent"
    since = next((index for index, e in enumerate(view.exchanges) if need.id in e.client.revealed), None)
    if since is not None:
        where = _telling(view, need, since)
        told = _sentence_of(need, where.client.text)
        line = NeedLine(need.id, need.statement, latent, where.turn, quote(where.trainee.text, 60), need.thread)
        return replace(line, told=told)
    hint = next((h for h in view.happenings if h.kind == "hint" and h.id == need.id), None)
    touched = _touched(view, need, 0 if hint is None else hint.index + 1)
    if hint is not None:
        line = NeedLine(need.id, need.statement, latent, None, quote(hint.text, 120), need.thread, hint.turn)
    else:
        line = NeedLine(need.id, need.statement, latent, None, "", need.thread)
    return replace(line, touched=touched, settled=_settled(view, need))


def _telling(view: VisitView, need: NeedBrief, since: int) -> Exchange:
    """Where the client tells of a need: where it came out, unless his words there say nothing of it and a later line does."""
    words = content(need.statement.lower())
    first = view.exchanges[since]
    if len(content(first.client.text.lower()) & words) >= SAYS_SOMETHING:
        return first
    later = (e for e in view.exchanges[since:] if len(content(e.client.text.lower()) & words) >= SPOKEN_OF)
    return next(later, first)


def _sentence_of(need: NeedBrief, text: str) -> str:
    """A line of the client's where it is short, else the sentence of it that says most of a need; the end of it where none does."""
    if len(text) <= room(text):
        return text
    words = content(need.statement.lower())
    best = max(sentences(text), key=lambda sentence: len(content(sentence.lower()) & words), default="")
    return quote(best) if content(best.lower()) & words else quote_end(text)


def _settled(view: VisitView, need: NeedBrief) -> int | None:
    """The turn in which a need was put right before the client spoke of it: a remedy, in a turn that speaks of just that."""
    words = content(need.statement.lower())
    for act in view.acts_of(("offer_remedy",)):
        if len(content(view.texts[act.index]) & words) >= SPOKEN_OF:
            return act.turn
    return None


def _touched(view: VisitView, need: NeedBrief, since: int) -> int | None:
    """The first turn from ``since`` on that spoke of a need: by its subject as heard, or by the words of it."""
    subjects, words = {need.id, need.topic} - {""}, content(need.statement.lower())
    asking = {act.index for act in view.questions}
    for index in range(since, len(view.exchanges)):
        of_it = [act for act in view.acts_at(index) if act.move.topic in subjects]
        told = any(act.move.id in _FOLLOWING for act in of_it) or (bool(of_it) and index in asking)
        if told or len(content(view.texts[index]) & words) >= SPOKEN_OF:
            return view.exchanges[index].turn
    return None


SAYS_SOMETHING = 2
"""With fewer words of a need in it, a line says nothing of it."""
SPOKEN_OF = 4
"""So many words of a need in one turn speak of it."""
_FOLLOWING = frozenset(
    {"paraphrase", "empathise", "summarise_needs"} | {id for id, move in MOVES.items() if move.asks}
)
"""Moves that take a subject up."""


def talk_of(view: VisitView) -> Talk:
    """The shares of the talk."""
    mine, theirs = view.talk
    asks = view.questions
    lengths = [(len(exchange.trainee.text), exchange.turn) for exchange in view.exchanges]
    longest, turn = max(lengths, default=(0, 0))
    opened = sum(act.move.form == "open" for act in asks)
    return Talk(round(mine / ((mine + theirs) or 1), 3), len(asks), opened, len(view.exchanges), longest, turn)
