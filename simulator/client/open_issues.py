"""What is still open on the table, and what is said in view of it."""

import re
from collections.abc import Collection
from functools import lru_cache

from simulator.client.assenting import ASKS
from simulator.client.position import Table, Terms
from simulator.scenario.model import Bargaining
from simulator.sentences import sentences


def is_open(table: Table, id: str) -> bool:
    """Whether the trainee has not yet put forward what the client stands by on this issue."""
    mine = dict(table.mine)
    return id in mine and dict(table.theirs).get(id) != mine[id]


@lru_cache(maxsize=64)
def _left(words: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?:{named})(?:这[条块项一]{{0,2}}|上)?(?:就|还是|照旧|都|也|我)*(?:照旧|照您(?:说|写|要)?的|按您(?:说|写|要)?的|依您|不变|不动(?!产)|保留|原样|听您的)"
        rf"|\b(?:{named})(?: as you (?:have|want|put|wrote|asked for) it|,? as (?:it is|you said|agreed|before)| (?:stays?|stands?|remains?)(?=\W*$|[,.;!]| (?:in|as|put|where|on\b))| (?:is )?unchanged| your way)",
        re.IGNORECASE,
    )


def left_as_they_are(bargaining: Bargaining, text: str, table: Table, named: Collection[str]) -> dict[str, float]:
    """The issues that a turn leaves as they stand ("the notice stays"): by the trainee's last word, or, where the words say
    so ("as you have it"), by the client's.
    """
    if not table.round:
        return {}
    mine, theirs = dict(table.mine), dict(table.theirs)
    said = [sentence for sentence in sentences(text) if not ASKS.search(sentence)]
    left: dict[str, float] = {}
    for id, issue in bargaining.issues.items():
        words = _left((issue.name, *issue.words))
        found = next((match for sentence in said if (match := words.search(sentence)) is not None), None)
        if found is None or id in named:  # what is not mentioned, or has a figure of its own, is not left
            continue
        if id in theirs:
            left[id] = theirs[id]
        elif id in mine and _THE_CLIENTS.search(found.string[found.start() : found.end() + _BEHIND]):
            left[id] = mine[id]
    return left


_BEHIND = 12
"""So many letters behind the words may say whose way it is."""
_THE_CLIENTS = re.compile(r"[您依听]|\byour?\b", re.IGNORECASE)
"""Words that leave a matter to the client; one that merely stays, stays as the trainee had it."""


def tells_a_condition(bargaining: Bargaining, text: str, table: Table, terms: Terms) -> bool:
    """Whether choices are told as conditions of the contract, by the name of an issue that is still open."""
    if not terms or not table.round or table.agreed or not all(is_open(table, id) for id, _ in terms):
        return False
    said = [sentence.lower() for sentence in sentences(text) if not ASKS.search(sentence)]
    return all(
        any(word.lower() in sentence for sentence in said for word in bargaining.issues[id].words)
        for id, _ in terms
    )
