"""Acts: what the trainee did with words, as the criteria look at it."""

import re
from dataclasses import dataclass

from simulator.vocabulary.turn import MoveMade

QUESTION = "question"
"""Any question, by whatever move it was heard; its clause is the whole sentence."""
REMARK = "remark"
"""Any sentence, whatever it does."""
STATEMENT = "statement"
"""A sentence that asks nothing."""
PROPOSAL = "proposal"
"""A sentence that puts something forward: a product, a benefit, terms."""
TAKEN_UP = "need_taken_up"
"""A sentence that takes up what the client has told of a need."""
RESTATED = "needs_restated"
"""A sentence of a turn that brings together much of what the client has told of his needs."""
PLAIN = (QUESTION, REMARK, STATEMENT, PROPOSAL, TAKEN_UP, RESTATED)
"""Acts that no recogniser names: they stand in the text itself."""
PRESENTING = ("present_product", "explain_benefit", "make_offer", "trade", "match_suitability", "offer_remedy")
LIKE: dict[str, tuple[str, ...]] = {
    PROPOSAL: PRESENTING,
    TAKEN_UP: ("paraphrase", "summarise_needs"),
    RESTATED: ("summarise_needs", "paraphrase"),
}
"""The moves that such a sentence is mostly heard as."""

_SAYING = frozenset(
    {
        "small_talk", "summarise_needs", "present_product", "explain_benefit", "give_example", "disclose_risk", "disclose_terms",
        "match_suitability", "compare_fairly", "share_information", "state_ask", "value_relationship",
    }
)  # fmt: skip
"""Moves that have to say something: a word or two is a piece that was cut off."""
_SOMETHING = re.compile(r"[\u4e00-\u9fff]{3}|\d|[A-Za-z'’]+[^A-Za-z\u4e00-\u9fff]+[A-Za-z'’]+")
_REFUSING = frozenset({"decline", "hold_position"})
NEGATION = re.compile(r"[不没无别未]|n't|\b(?:no|not|never|cannot|nor|none|neither|hardly)\b")
"""A question without any of these refuses nothing."""
_LAUGHS = re.compile(r"^[哈嘿呵哎呀哟啊嗯哦噢，,!！~～ ]+$")


def is_scrap(move: MoveMade) -> bool:
    """Whether the clause of a move has too little in it to be one: 哈哈, slowly, So."""
    clause = move.clause.strip()
    if move.id in _REFUSING and clause.endswith(("?", "？")):
        return not NEGATION.search(clause.lower())
    if move.id not in _SAYING or not any(character.isalnum() for character in clause):
        return False
    return not _SOMETHING.search(clause) or _LAUGHS.match(clause) is not None


@dataclass(frozen=True, slots=True)
class Act:
    """A move that counts. ``index`` is the position of its turn from 0, ``order`` its place within the turn."""

    index: int
    order: int
    turn: int
    move: MoveMade
    text: str
    """The whole turn in lower case (the sentence, of a plain act), for literal patterns."""
    place: int = -1
    """The place of its sentence among all of the trainee's, where that is known from the start."""

    @property
    def at(self) -> tuple[int, int]:
        """Where in the visit it was said."""
        return self.index, self.order
