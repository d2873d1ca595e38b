"""Acts: what the trainee did with words, as the criteria look at it."""

from dataclasses import dataclass

from simulator.vocabulary.turn import MoveMade

QUESTION = "question"
"""Any question, by whatever move it was heard; its clause is the whole sentence."""
REMARK = "remark"
"""Any sentence, whatever it does."""
PLAIN = (QUESTION, REMARK)
"""Acts that no recogniser names: they stand in the text itself."""


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
