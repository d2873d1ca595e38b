"""What the trainee did in one turn, as values: the common coin of understanding, client and transcript."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["open", "closed"]
Issue = Literal["rate", "amount", "tenor", "share", "fee"]
Base = Literal["LPR", "current", "listed"]
Aside = Literal["", "rest", "others", "yours", "past", "later", "sum", "refused", "matter", "told"]
"""Why a figure is no offer: what is left over, a third party's, the listener's own, past or the market's, a later
stage's, worked out from others, refused, of another matter (profits, bills, fees, deposits), or a fact told of the
client that is said again."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in its canonical unit.

    ``unit`` is ``%`` (a year for rates), ``bp`` (a signed change from ``base``), ``month``, ``CNY`` or another
    ISO currency code. ``clause`` is the words that named it; ``aside`` says why it is no offer, where it is none.
    """

    issue: Issue
    value: float
    unit: str
    base: Base | None = None
    clause: str = ""
    approximate: bool = False
    aside: Aside = ""


@dataclass(frozen=True, slots=True)
class MoveMade:
    """A move heard in a clause. ``confidence`` is a calibrated probability, 0 to 1."""

    id: str
    clause: str
    confidence: float = 1.0
    form: Form | None = None
    topic: str | None = None
    terms: tuple[Quantity, ...] = ()
    words: tuple[str, ...] = ()
    """The words of the clause that weighed most for this label."""


@dataclass(frozen=True, slots=True)
class TabooMade:
    """A taboo heard in a clause. A red line that is ``certain`` offends the client and fails the visit, on every face; one that is
    not is to be confirmed, and does neither by itself."""

    id: str
    clause: str
    confidence: float = 1.0
    certain: bool = True
    kind: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the trainee: the words and what was understood in them, in the order of the words.

    Where nothing could be placed, ``moves`` and ``taboos`` are empty.
    """

    text: str
    moves: tuple[MoveMade, ...] = ()
    taboos: tuple[TabooMade, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    other: float | None = None
    """Where nothing was placed: the confidence, 0-1, that it is none of the moves; None where it was not asked."""
    about: str | None = None
    """Where nothing was placed: the scenario's topic, need, product or fact that the words name all the same."""

    @property
    def placed(self) -> bool:
        """Whether anything at all was understood."""
        return bool(self.moves or self.taboos)
