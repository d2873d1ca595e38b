"""Acts that stand in the text itself, whatever the recogniser made of it: what puts something forward, what takes up a need."""

from typing import TYPE_CHECKING

from scoring.act import PRESENTING, Act
from scoring.echoes import content, shared, shares

if TYPE_CHECKING:
    from scoring.view import VisitView

_SURELY = 0.4
_SCRAP = 4
"""A clause of so few characters puts nothing forward."""
_TAKEN_UP = 2
"""So many words shared with what the client told of a need take it up."""
_RESTATED = (9, 6)
"""So many pairs of Chinese characters, or English words, shared in one turn with what the client told of his needs restate them."""
PROPOSING = (
    "我们可以", "咱们可以", "我可以给", "可以给您", "可以先", "我建议", "建议您", "我想到", "想法您", "小想法", "组合一", "组合二", "方案一", "方案二",
    "两个方案", "两种走法", "两种做法", "先锁", "做远期", "能办的", "我能给", "这里能定", "给您办", "给您做", "我来是", "咱们就留", "咱们就别", "咱们就放",
    "分开放", "分成", "留一份", "可以贴现", "先贴现", "我们有一款", "我们有一", "我行有", "推荐您", "适合您", "不如", "可以用", "可以换", "可以放",
    "可以存", "用应收", "哪样合适", "换个角度", "换个做法", "换个组合", "换一种", "we could", "we can offer", "i can offer", "could offer", "i'd suggest", "i would suggest", "i suggest",
    "may i propose", "i propose", "what i'd bring", "package one", "package two", "option one", "one option", "we have a", "perhaps this",
    "you could keep", "you could put", "you wouldn't need", "can be covered", "could be covered", "usually be covered", "we'd come in",
    "kept short", "keep it short", "to the sub-branch", "to the branch", "i can ask the branch", "i ask the branch", "put us on", "if i could get",
    "if we could", "discounting", "how a forward works", "could go into", "look elsewhere", "another way to", "a different way", "can go into", "within what i can sign", "on my own i can",
)  # fmt: skip
"""Words that put something forward."""


def proposals(view: "VisitView") -> tuple[Act, ...]:
    """The sentences that put something forward: heard as such, with the words for it, or with the figures of an offer."""
    heard = {
        view.place(act)
        for act in view.acts_of(PRESENTING)
        if act.move.confidence >= _SURELY and len(act.move.clause) > _SCRAP
    }
    for offer in view.offers:
        if offer.side == "bank":
            heard |= _with_figures(view, offer.index)
    worded = view.places_with(PROPOSING)
    return tuple(act for act in view.remarks if act.place in heard or act.place in worded)


def _with_figures(view: "VisitView", index: int) -> set[int]:
    said = {quantity.clause.strip() for quantity in view.exchanges[index].trainee.quantities if quantity.clause}
    places = range(view.first_places[index], view.first_places[index + 1])
    found = {place for place in places if any(words in view.sentences[place].text for words in said)}
    return found or set(places[:1])


def needs_taken_up(view: "VisitView") -> tuple[Act, ...]:
    """The sentences that take up what the client has told of a need."""
    words, texts = view.needs_words, view.texts
    speaking = {index for index, told in enumerate(words) if shares(texts[index], told, _TAKEN_UP)}
    return tuple(
        act for act in view.remarks if act.index in speaking and shares(act.text, words[act.index], _TAKEN_UP)
    )


def needs_restated(view: "VisitView") -> tuple[Act, ...]:
    """The sentences of those turns that bring together much of what the client has told of his needs."""
    least = [_RESTATED[view.latin(index)] for index in range(len(view.texts))]
    whole = {
        index
        for index, told in enumerate(view.needs_words)
        if len(told) >= least[index] and len(shared(view.texts[index], told)) >= least[index]
    }
    return tuple([act for act in view.needs_taken_up if act.index in whole])


def needs_words(view: "VisitView") -> tuple[frozenset[str], ...]:
    """For each turn the words of the needs that came out or showed before it, and of the lines in which they did."""
    statements = {need.id: content(need.statement.lower()) for need in view.brief.needs}
    told: frozenset[str] = frozenset()
    words = []
    for exchange in view.exchanges:
        words.append(told)
        shown = {
            id
            for event in exchange.client.events
            for kind, _, id in [event.partition(":")]
            if kind in ("need", "hint")
        }
        if shown:
            told |= content(exchange.client.text.lower()).union(*(statements.get(id, frozenset()) for id in shown))
    return tuple(words)
