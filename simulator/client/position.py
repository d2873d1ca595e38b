"""Where a client stands at one moment: a small value that can be saved, compared and hashed."""

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

Terms = tuple[tuple[str, float], ...]
"""Values by issue, in the scenario's order of the issues."""


@dataclass(frozen=True, slots=True)
class Table:
    """The bargaining table.

    ``round`` counts the trainee's offers; ``mine`` are the client's standing terms, ``theirs`` the trainee's last;
    ``agreed`` what both have accepted. ``referred`` is the turn in which the trainee took it back to the bank (0:
    never), ``authorised`` whether the bank's answer has come; ``named`` the turn in which the client last named terms.
    ``best`` is the best that the trainee ever put forward for the client, issue by issue; ``queried`` figures that the
    client asked back about; ``undo`` the table as it lay before the trainee's last offer, for a correction.
    """

    round: int = 0
    mine: Terms = ()
    theirs: Terms = ()
    agreed: Terms = ()
    referred: int = 0
    authorised: bool = False
    named: int = 0
    best: Terms = ()
    queried: Terms = ()
    undo: "Table | None" = None
    rider: str = ""
    """The condition beside the issues that the client last spoke of."""


@dataclass(frozen=True, slots=True)
class Position:
    """The whole of what the client knows and feels.

    ``trust`` and ``patience`` lie in 0-100. ``needs`` holds (need, level) for every need that has come out at all;
    ``heard`` counts moves (``ask_problem`` and ``ask_problem:topic``), ``said`` taboos. ``pending`` is the remark that
    waits for an answer, ``outcomes`` what became of the earlier ones (``answered.id``, ``yielded.id``, ``ignored.id``; ``open.id`` where it was
    left open by something else that was said). ``spoken`` remembers the lines said, ``words`` the trainee's. ``lost`` is 1 where
    the client just asked to have something said differently.
    """

    state: str
    trust: int
    patience: int
    turn: int = 0
    entered: int = 0
    needs: tuple[tuple[str, int], ...] = ()
    heard: tuple[tuple[str, int], ...] = ()
    said: tuple[tuple[str, int], ...] = ()
    raised: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    fired: tuple[str, ...] = ()
    pending: str | None = None
    about: str | None = None
    """The topic last spoken of: what a bare "tell me more" or a word of sympathy refers to."""
    table: Table | None = None
    spoken: tuple[int, ...] = ()
    words: tuple[int, ...] = ()
    lost: int = 0
    remarked: int = 0
    """The turn in which the client last made a remark, or was done with one; 0 before the first."""
    asked: bool = False
    """Whether the client's last words were a question."""
    date: str = ""
    """The day that was named for the next step, in the trainee's words."""
    ending: str | None = None

    @property
    def over(self) -> bool:
        """Whether the visit has ended."""
        return self.ending is not None

    def is_spent(self, remark: str) -> bool:
        """Whether a remark was made, or answered before it was: it is not made any more."""
        return remark in self.raised or remark in self.settled


_NAMES = tuple(field.name for field in fields(Position))
_PLACES = {name: at for at, name in enumerate(_NAMES)}
_values = attrgetter(*_NAMES)


def changed(position: Position, **values: Any) -> Position:
    """``position`` with other ``values`` of its fields: `dataclasses.replace` in half its time, for every turn needs several.

    Raises KeyError for what is no field.
    """
    every = [*_values(position)]
    for name, value in values.items():
        every[_PLACES[name]] = value
    return Position(*every)


def with_outcome(position: Position, kind: str, *ids: str) -> Position:
    """``position`` in which remarks were ``answered``, ``yielded`` to or ``ignored``."""
    if not ids:
        return position
    outcomes = {*position.outcomes, *(f"{kind}.{id}" for id in ids)}
    return changed(position, outcomes=tuple(sorted(outcomes)))


def count(counts: tuple[tuple[str, int], ...], key: str) -> int:
    """How often ``key`` stands in ``counts``."""
    return next((number for name, number in counts if name == key), 0)


def counted(counts: tuple[tuple[str, int], ...], key: str, by: int = 1) -> tuple[tuple[str, int], ...]:
    """``counts`` with ``key`` counted once more, in a stable order."""
    return tuple(sorted({**dict(counts), key: count(counts, key) + by}.items()))
