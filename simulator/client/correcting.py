"""What the trainee puts right: terms that were taken otherwise than they were meant."""

import re

from simulator.client.choices import denies
from simulator.client.measures import issue_of
from simulator.client.position import Table, Terms
from simulator.client.terms import stated_terms
from simulator.scenario.model import Bargaining
from simulator.vocabulary.turn import MoveMade, Turn

_SURELY = re.compile(
    r"[我咱](?:们)?(?:可|并|刚才?|刚刚|方才)?没[说讲提报答应]|[我咱](?:们)?(?:刚才?|刚刚|方才|原话|本来|前面)?(?:说|讲|报|提|指)的(?:可)?是|我(?:的)?意思(?:是|可)"
    r"|说错|讲错|报错|说岔|讲岔|口误|嘴快|口快|说快|听错|听岔|听漏|记错|弄错|搞错|误会|更正|纠正|改口"
    r"|\b(?:i|we) (?:didn'?t|did not|never) (?:say|said|offer|offered|mean|meant|promise)|\bi (?:said|meant)\b|\bwhat (?:i|we) (?:said|meant|offered|put)\b|\bcorrection\b"
    r"|\bmisspoke|\bslip of the tongue|\bmis(?:heard|understood|understanding)|\bgot (?:me|that|it) wrong|\bscratch that|\bcorrect (?:that|myself|you|one)|\bmake that\b|\bmy mistake|\bput (?:that|it) right|\blet me correct",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"[我咱](?:们)?(?:可|并|刚才?|刚刚|方才)?没[^，,。]{0,2}(?:说|讲|提|报|答应)|\b(?:i|we) (?:didn'?t|did not|never) (?:say|said|offer|offered|promise)",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"收回|掰清楚|说准|讲准|不对[,，]|不不|等一下|等等|慢着|且慢|不是|两[样个项]都要|应该是|\bwait\b|\bhold on\b|\bhang on\b|\bnot\b|\bsorry\b|\bboth\b",
    re.IGNORECASE,
)
"""Words of a correction where what lies on the table is denied beside them."""


def corrected_terms(bargaining: Bargaining, turn: Turn, table: Table) -> Terms | None:
    """The trainee's last terms as they were meant; None where nothing on the table is put right.

    A figure denied without another in its place is taken off the table.
    """
    standing = dict(table.agreed or table.theirs)
    surely = bool(_SURELY.search(turn.text))
    if not standing or not table.round or not (surely or _PERHAPS.search(turn.text)):
        return None
    meant = dict(stated_terms(bargaining, turn, table))
    denied = {
        id
        for quantity in turn.quantities
        if quantity.aside == "refused"
        for move in turn.moves[:1] or (MoveMade("make_offer", turn.text),)
        if (id := issue_of(bargaining, quantity, move)) is not None and standing.get(id) == quantity.value
    }
    given_back = any(quantity.aside == "refused" for quantity in turn.quantities)
    if given_back and not denied and surely and not _SURELY.search(_DENIES.sub("", turn.text)):
        return None  # what was never promised stands nowhere
    wrong = {id for id, value in meant.items() if id in standing and standing[id] != value}
    waived = {
        id
        for id in wrong
        if bargaining.issues[id].values and denies(bargaining.issues[id], turn.text, standing[id])
    }
    if (not wrong and not denied) or not (surely or denied or waived):
        return None
    kept = {id: value for id, value in standing.items() if id not in denied or id in meant}
    whole = kept | meant
    return tuple((id, whole[id]) for id in bargaining.issues if id in whole)
