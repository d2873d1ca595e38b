"""A share that is said without its per cent: half of the settlement, eight of the sixteen million through us."""

import re
from collections.abc import Sequence

from simulator.client.reason import between
from simulator.scenario.model import Issue
from simulator.vocabulary.turn import Quantity

_THROUGH_US = re.compile(
    r"(?:走|放|挪|转|搬|匀|划|归)[^，,。；;？?]{0,8}(?:我们|我行|咱们?|这儿|这边|过来)|过来|走我|\b(?:through|over to|by|via|with|into) (?:us|our (?:bank|books|counter|accounts?|hands))\b|\b(?:our|my) way\b",
    re.IGNORECASE,
)
"""Where money that is settled would go."""
_HALF = re.compile(r"一半|对半|\bhalf\b", re.IGNORECASE)
_OFFERED = re.compile(
    r"行[吗不]|成[吗不]|可以[吗不]|怎么样|如何|您看|愿意|应不应|挪|匀|给我们|放我们|\b(?:live with|fair|deal|yes or no|would|could|can you|will you|send|bring|move|shift|how about|what about)\b",
    re.IGNORECASE,
)


def shared_out(issue: Issue, text: str, quantities: Sequence[Quantity]) -> float | None:
    """The share that a turn puts forward in other words, in per cent; None where it puts forward none."""
    if issue.quantity != "share" or not issue.words:
        return None
    if _half_of_it(issue, text):
        return 50.0
    if not (_THROUGH_US.search(text) and _OFFERED.search(text)):
        return None
    sums = _of_the_flow(text, quantities)
    if len(sums) == 2 and between(issue, part := round(100 * sums[0] / sums[1], 1)):
        return part
    return 50.0 if sums and _HALF.search(text) and between(issue, 50.0) else None


def _half_of_it(issue: Issue, text: str) -> bool:
    words = "|".join(re.escape(word.lower()) for word in issue.words)
    pattern = rf"(?:{words})[^,，。；;、\d]{{0,6}}?(?:一半|对半)|\bhalf (?:of )?(?:(?:the|your|our|all) ){{0,2}}(?:\w+ )?(?:{words})"
    return re.search(pattern, text.lower()) is not None


def _of_the_flow(text: str, quantities: Sequence[Quantity]) -> list[float]:
    """The sums that flow through, which are in another currency or said to be."""
    said = _FOREIGN.search(text) is not None
    return sorted({one.value for one in quantities if one.issue == "amount" and (said or one.unit != "CNY")})


_FOREIGN = re.compile(r"美元|美金|欧元|外汇|\b(?:dollars?|usd|euros?|eur)\b", re.IGNORECASE)
