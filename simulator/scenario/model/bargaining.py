"""How the client bargains: the issues, the demands, the lines."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.model.values import Frozen, Identifier, Lines, Number, Say, Text, Truth, When, Whole, Words


class Issue(Frozen):
    """An issue of the bargaining.

    ``opening`` is what the client asks first, ``limit`` the worst that is still taken; ``authority`` is how far the
    relationship manager may go alone, ``floor`` how far the bank goes at all, ``target`` what it aims at.
    """

    name: Text
    unit: Literal["%", "CNY", "month", "bp", "choice"]
    better_for_client: Literal["lower", "higher"]
    opening: Number
    limit: Number
    authority: Number
    floor: Number
    target: Number | None = None
    weight: Annotated[Number, Field(gt=0)] = 1
    bank_weight: Annotated[Number, Field(gt=0)] = 1
    step: Annotated[Number, Field(gt=0)]
    quantity: Literal["rate", "amount", "tenor", "share", "fee"]
    words: Words = ()
    references: dict[Literal["LPR", "current", "listed"], Number] = Field(default_factory=dict)
    """What a change in basis points is counted from."""
    values: dict[str, Number] = Field(default_factory=dict)
    """For an issue of choices (security): words for each value."""
    lives_with: dict[Identifier, Number] = Field(default_factory=dict)
    """By need: what the client can live with, once that need has been told in figures; it asks for no more then."""
    says: dict[str, str] = Field(default_factory=dict)
    """How the client says a value: a phrase for a choice's word, or for ``any`` value, with ``$value`` in it."""


class BargainingLines(Frozen):
    """What the client says while bargaining; ``$terms`` is filled with figures, ``$mine`` with the client's own.

    ``counter`` answers an offer for which the client moves; ``counter_first`` names the client's figures for the first
    time, ``counter_firm`` stands still, ``counter_close`` says that little is missing. Where one of these is not
    written, ``counter`` is said. ``query`` asks back about a figure outside all reason (``$figure``); ``check`` reads
    back terms that were not heard plainly (``$heard``) before anything is closed or countered; ``corrected`` owns up to having taken something wrongly, before the answer to what was meant.
    """

    not_yet: Say
    accept: Say
    counter: Say
    counter_first: Say = Lines()
    counter_firm: Say = Lines()
    counter_close: Say = Lines()
    refuse: Say
    nudge: Say
    firm: Say
    deadlock: Say
    waiting: Say
    bank_answer: Say
    query: Say = Lines()
    check: Say = Lines()
    rider: Say = Lines()
    """Said of a condition that comes with an offer and is no issue, ``$rider`` in the trainee's words."""
    corrected: Say = Lines()
    granted: Say = Lines()
    """Said of what the trainee has just come round to, ``$granted``, before the client goes on about the rest."""
    conceded: Say = Lines()
    """Said of what the client has just given way in, ``$granted``; where it is not written, ``granted`` is said."""


class Bargaining(Frozen):
    """How the client bargains: linear additive utility over the issues, time-dependent demands (see `client.bargaining`)."""

    issues: dict[Identifier, Issue]
    style: Literal["boulware", "linear", "conceder"] = "boulware"
    rounds: Annotated[Whole, Field(ge=1, le=20)] = 6
    reservation: Annotated[Number, Field(ge=0, lt=1)] = 0.0
    opens: When = None
    empty_zone: Truth = False
    """Whether it is meant that no deal is possible: the bank's floor lies beyond what the client can take."""
    lines: BargainingLines
