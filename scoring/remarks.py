"""What the client brought up unasked, and what became of it: answered, passed over, given in to, or left open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from scoring.echoes import content
from scoring.improper import refuses, speaks_of_and_refuses
from scoring.quoting import quote, quote_end, room, sentences
from scoring.view import VisitView
from scoring.words import word
from simulator.transcript.record import Exchange

KINDS = ("question", "objection", "temptation", "third_person", "remark", "call")
"""The kinds of what a client brings up."""
UNPRESSING = ("remark", "call")
"""Kinds that ask for no answer."""
_CAME = ("answered", "yielded", "ignored")
_SPOKEN_OF = 2
"""So many words of a remark in one sentence speak of it."""


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """Something that the client brought up in ``turn``, with its words there.

    ``outcome`` is ``answered`` (in the next turn), ``later`` (in a later one), ``declined`` (a temptation, refused without a taboo),
    ``unrefused`` (a temptation that the client let drop, though nobody said no),
    ``yielded`` (given in to, or answered with what must not be said), ``missed`` (passed over), ``untaken`` (passed over where
    nothing had to be said) or ``open`` (to the end). ``settled`` is the turn in which that came about, ``reply`` the trainee's words there,
    ``change`` what that turn as a whole did to trust; None, empty and 0 where it stayed open.
    """

    id: str
    kind: str
    name: str
    turn: int
    quote: str
    outcome: str = "open"
    settled: int | None = None
    reply: str = ""
    change: int = 0

    def as_json(self) -> dict[str, Any]:
        """The remark as the scorecard has it."""
        return {
            "id": self.id, "kind": self.kind, "name": self.name, "turn": self.turn, "clause": self.quote,
            "outcome": self.outcome, "settled": self.settled, "reply": self.reply, "trust": self.change,
        }  # fmt: skip


def remarks_made(view: VisitView) -> tuple[RemarkLine, ...]:
    """Everything that the client brought up, in order."""
    names = {remark.id: remark.name for remark in view.brief.remarks}
    made: list[RemarkLine] = []
    waiting: dict[str, int] = {}
    for index, exchange in enumerate(view.exchanges):
        for kind, id in map(_parted, exchange.client.events):
            if kind in KINDS and id:
                waiting[id] = len(made)
                made.append(RemarkLine(id, kind, names.get(id, ""), exchange.turn, _brought_up(exchange)))
            elif kind in _CAME and id in waiting:
                others = [made[place].quote for other, place in waiting.items() if other != id]
                made[waiting[id]] = _come_of(made[waiting[id]], kind, index, view.exchanges, others)
        for place in waiting.values():
            made[place] = _refused_after(_let_pass(made[place], index, view.exchanges), index, view.exchanges)
    return tuple(made)


def missed_at(remarks: Sequence[RemarkLine], exchange: Exchange, language: str) -> str:
    """The names of what an exchange passed over, joined; empty where it passed nothing over."""
    gone = [id for kind, id in map(_parted, exchange.client.events) if kind == "ignored"]
    named = {remark.id: called(remark, language) for remark in remarks}
    return word("list.and", language).join(named[id] for id in gone if id in named)


def called(remark: RemarkLine, language: str) -> str:
    """The name of a remark; what kind of thing it was, where its author gave none."""
    return remark.name or word(f"remark.{remark.kind}", language)


def outcome_told(remark: RemarkLine, language: str) -> str:
    """What became of a remark, in one sentence without the words that were said."""
    giving_in = remark.outcome == "yielded" and remark.kind == "temptation"
    key = "remark.given_in" if giving_in else f"remark.{remark.outcome}"
    told = word(key, language, turn=remark.settled or "")
    if remark.settled is None or remark.outcome == "untaken":
        return told
    if not remark.change:
        return word("remark.told_level", language, outcome=told)
    trust = f"{remark.change:+d}".replace("-", "−")
    return word("remark.told", language, outcome=told, change=trust)


def facts_told(remark: RemarkLine, language: str) -> str:
    """The kind of a remark, where that is not its name already."""
    return word(f"remark.{remark.kind}", language) if remark.name else ""


def titled(remark: RemarkLine, language: str) -> str:
    """The name of a remark, and its kind where that says more."""
    kind = facts_told(remark, language)
    return f"{called(remark, language)} [{kind}]" if kind else called(remark, language)


def _parted(event: str) -> tuple[str, str]:
    kind, _, id = event.partition(":")
    return kind, id


def _brought_up(exchange: Exchange) -> str:
    """The words of the remark; of an earlier version's visit the end of what the client said, where remarks stand."""
    return quote_end(exchange.client.remark or exchange.client.text)


def _come_of(
    remark: RemarkLine, kind: str, index: int, exchanges: Sequence[Exchange], others: Sequence[str]
) -> RemarkLine:
    """The remark with what an event tells of it; ``others`` are the client's words of those besides."""
    if remark.outcome not in ("open", "missed", "untaken"):
        return remark
    here = exchanges[index]
    outcome = "missed" if kind == "ignored" else kind
    if kind == "answered":
        direct = index > 0 and exchanges[index - 1].turn == remark.turn
        outcome = "answered" if direct else "later"
        if remark.kind == "temptation" and not here.trainee.taboos:
            outcome = "declined" if refuses(here.trainee, remark.quote, others) else "unrefused"
    taboos = [taboo.clause for taboo in here.trainee.taboos] if kind == "yielded" else []
    said = quote(taboos[0]) if taboos else _reply(here.trainee.text, remark.quote)
    change = here.client.trust - exchanges[index - 1].client.trust if index else 0
    return replace(remark, outcome=outcome, settled=here.turn, reply=said, change=change)


def _let_pass(remark: RemarkLine, index: int, exchanges: Sequence[Exchange]) -> RemarkLine:
    """A remark that asked for no answer and got none in the turn after it."""
    if remark.kind not in UNPRESSING or remark.outcome != "open" or exchanges[index].turn <= remark.turn:
        return remark
    return remark if exchanges[index].client.asks == remark.id else replace(remark, outcome="untaken")


def _refused_after(remark: RemarkLine, index: int, exchanges: Sequence[Exchange]) -> RemarkLine:
    """An improper request that was let drop, and that a later turn speaks of and refuses: refused there."""
    here = exchanges[index]
    if remark.kind != "temptation" or remark.outcome not in ("unrefused", "missed") or here.turn == remark.settled:
        return remark
    if not speaks_of_and_refuses(here.trainee, remark.quote) or here.trainee.taboos:
        return remark
    change = here.client.trust - exchanges[index - 1].client.trust
    reply = _reply(here.trainee.text, remark.quote)
    return replace(remark, outcome="declined", settled=here.turn, reply=reply, change=change)


def _reply(text: str, asked: str) -> str:
    """The trainee's words that go with a remark: the whole turn where it is short, else the sentence that speaks of it most, or its
    beginning."""
    if len(text) <= room(text):
        return text.strip()
    wanted = content("".join(sentences(asked)[-2:]).lower())
    best = max(sentences(text), key=lambda sentence: len(content(sentence.lower()) & wanted), default=text)
    return quote(best if len(content(best.lower()) & wanted) >= _SPOKEN_OF else text)
