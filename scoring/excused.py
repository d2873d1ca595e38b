"""Taboos that the talk around them excuses: a question with its reason, a plain yes before an answer.

Sources: moves.md (near misses of `pry` and `perfunctory`), catalogue G2. What a person put into a reading stands.
"""

from simulator.transcript.record import Exchange
from simulator.vocabulary.turn import TabooMade

_LEAVE = (
    "方便问", "方便说", "方便的话", "不方便", "愿意的话", "愿意说", "不愿意", "可以不说", "可以不讲", "什么时候想说", "不介意", "是为了", "好给您", "好帮您", "怕给您",
    "if you don't mind", "may i ask", "if i may", "don't want to pry", "if you'd tell", "only if you", "you needn't",
    "so that i", "so i can", "the reason i ask", "i ask because", "we shouldn't lock",
)  # fmt: skip
"""Words that ask leave, or say what the question is for."""
_BARE = frozenset(
    {"yep", "yes", "yeah", "ok", "okay", "sure", "right", "fine", "good", "mm", "oh", "嗯", "哦", "噢", "好", "行", "是", "对", "嗯嗯", "好的", "行吧"}
)  # fmt: skip
_ENDS = " ,.!?，。！？、…—"
MUCH_MORE = 15
"""Characters beyond a bare yes that make an answer of a turn."""


def excused(exchange: Exchange, before: Exchange | None, taboo: TabooMade) -> bool:
    """Whether the turn, or the one before it, makes ``taboo`` no fault."""
    if exchange.as_heard is not None and taboo not in exchange.as_heard.taboos:
        return False
    if taboo.id == "pry":
        return _bears_on_a_need(exchange, before) or _asked_leave(exchange, before)
    if taboo.id == "perfunctory":
        clause = taboo.clause.strip(_ENDS).lower()
        return clause in _BARE and len(exchange.trainee.text.strip()) - len(clause) > MUCH_MORE
    return False


def _bears_on_a_need(exchange: Exchange, before: Exchange | None) -> bool:
    """The client told or hinted at a need in answer, or had just hinted at one: the question belonged to the service."""
    events = (*exchange.client.events, *(before.client.events if before else ()))
    return any(event.startswith(("need:", "hint:")) for event in events)


def _asked_leave(exchange: Exchange, before: Exchange | None) -> bool:
    said = exchange.trainee.text.lower() + " " + (before.trainee.text.lower() if before else "")
    return any(words in said for words in _LEAVE)
