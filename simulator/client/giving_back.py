"""A turn that only gives terms back: it asks if it heard the client right, or names once more what lies on the table."""

import re

from simulator.client.assenting import ASKS, HEARD_RIGHT
from simulator.client.position import Table, Terms
from simulator.client.put_forward import NUMERAL, OFFERING, WILL_IT_DO
from simulator.sentences import LONG_ENDS, sentences
from simulator.vocabulary.turn import Quantity, Turn

SURELY_RESTATED = 0.5
"""How sure it must be that a turn sums up for its terms to be those that lie on the table already."""
SURELY_PLANNED = 0.7
"""How sure it must be that a turn arranges what comes next for the terms named beside it to be the old ones."""
_HEARD_FROM_YOU = re.compile(
    r"[听记](?:得)?(?:对|错|清|准|岔|漏)[^。，,]{0,4}[?？吗吧]|没[听记](?:错|岔|漏)|\b(?:heard|got|understood) you (?:right|correctly)\b|\bdid i (?:hear|get|note|catch)\b|\bgot (?:that|it|them|those) (?:right|down)\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"^\W*(?:that|about|of|from|[a-z]+ing)\b(?=(?:[^?]){12})|^[，,]?(?:的是)?[^?？\d一二三四五六七八九十%]{9,}",
    re.IGNORECASE,
)
"""What goes on behind "did I hear" about another thing than the terms."""


def _asks_what_was_heard(sentence: str) -> bool:
    """Whether a sentence asks if terms were heard rightly, and not if some fact was."""
    found = _HEARD_FROM_YOU.search(sentence)
    if found is None:
        return False
    return bool(NUMERAL.search(sentence)) or not _OF_SOMETHING_ELSE.search(sentence[found.end() :])


def reads_back(turn: Turn, table: Table, terms: Terms) -> bool:
    """Whether a turn asks if it heard the client right, or if what he stands by is right."""
    mine = dict(table.mine)
    if terms and not OFFERING.search(turn.text) and any(map(_asks_what_was_heard, sentences(turn.text, LONG_ENDS))):
        return True
    if not any(HEARD_RIGHT.search(sentence) for sentence in sentences(turn.text, LONG_ENDS)):
        return False
    return bool(terms) and all(mine.get(id) == value for id, value in terms)


_MEANT = re.compile(
    r"笔误|真的|当真|认真|是不是|没(?:说|写|听)错|确定|\b(?:really|serious\w*|mean|slip|typo|sure|misprint|for real)\b",
    re.IGNORECASE,
)


def asks_if_meant(text: str, quantity: Quantity) -> bool:
    """Whether a sentence asks if a figure is really meant."""
    return any(
        quantity.clause.strip() in s and ASKS.search(s) and _MEANT.search(s) for s in sentences(text, LONG_ENDS)
    )


_PRESSED = re.compile(
    r"行不行|成不成|行还是不行|给(?:我)?(?:一?个|句)(?:痛快|准|实在)话|\byes or no\b|\btake it or leave\b|\bdo we have a deal\b|\bis it a deal\b|\bfine\?",
    re.IGNORECASE,
)
"""Wants an answer to the same terms now."""


def restates(turn: Turn, table: Table, terms: Terms) -> bool:
    """Whether a turn that takes leave, sums up or arranges what comes next names only what the trainee put on the table before."""
    theirs = dict(table.theirs)
    if not table.round or not all(theirs.get(id) == value for id, value in terms):
        return False
    closing = {"farewell", "summarise_needs", "paraphrase"}
    if any(move.id in closing and move.confidence >= SURELY_RESTATED for move in turn.moves):
        return not _PRESSED.search(turn.text)
    planned = [m.clause for m in turn.moves if m.id == "propose_next_step" and m.confidence >= SURELY_PLANNED]
    return bool(planned) and not any(
        WILL_IT_DO.search(sentence) and not any(clause.strip() in sentence for clause in planned)
        for sentence in sentences(turn.text, LONG_ENDS)
    )
