"""How the client takes what is said: states and their reactions, remarks, endings, and the lines of any talk."""

from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from simulator.scenario.model.values import (
    Change,
    Cost,
    Frozen,
    Identifier,
    Level,
    Lines,
    Say,
    Text,
    Truth,
    When,
    Words,
)
from simulator.vocabulary.moves import MOVES, TABOOS

ANYWHERE = "anywhere"
"""The state whose reactions hold in every other state, after the state's own."""


class Reaction(Frozen):
    """How the client takes a move or a taboo: what is said, and what changes.

    ``reveal`` names needs and how far they come out; ``go`` the state that follows; ``end`` the ending of the visit;
    ``settle`` and ``raise`` remarks of the client's. ``trust`` and ``patience`` replace the usual effect of the move.
    """

    move: Words = ()
    taboo: Words = ()
    topic: Words = ()
    form: Literal["open", "closed"] | None = None
    when: When = None
    say: Say = Lines()
    trust: Change | None = None
    patience: Change | None = None
    reveal: dict[Identifier, Level] = Field(default_factory=dict)
    go: Identifier | None = None
    end: Identifier | None = None
    settle: Words = ()
    raise_: Words = Field(default=(), alias="raise")
    once: Truth = False

    @field_validator("move")
    @classmethod
    def _moves_known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for id in value:
            if id not in MOVES and id not in GROUPS:
                raise ValueError(f"S301|{id}|move")
        return value

    @field_validator("taboo")
    @classmethod
    def _taboos_known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for id in value:
            if id not in TABOOS and id != "any":
                raise ValueError(f"S301|{id}|taboo")
        return value

    @field_validator("reveal", mode="before")
    @classmethod
    def _reveal_listed(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {value: "told"}
        return dict.fromkeys(value, "told") if isinstance(value, list) else value


GROUPS: dict[str, tuple[str, ...]] = {
    "any": tuple(MOVES),
    "question": tuple(id for id, move in MOVES.items() if move.asks and move.phase == "discover"),
    "product_talk": ("present_product", "explain_benefit", "give_example", "share_information"),
    "offer": ("make_offer", "trade"),
    "listening": ("acknowledge", "empathise", "paraphrase", "summarise_needs"),
}
"""Names that stand for several moves in ``move:``."""


class State(Frozen):
    """One state of the visit. ``menu`` are lines the trainee may pick from; ``goal`` says what this part is about."""

    name: Text = "…"
    goal: str = ""
    inside: Identifier | None = None
    on: dict[Identifier, Reaction] = Field(default_factory=dict)
    menu: Words = ()
    final: Truth = False


class Remark(Frozen):
    """The client takes the initiative: when ``when`` first holds, ``say`` is added to the reply.

    While it waits for an answer, ``answers`` are tried first and settle it; ``partial`` are tried next and leave it
    open and are said once each. ``ignored`` is said, and ``ignored_trust`` and ``ignored_patience`` are lost, when the
    next turn passes it over. ``speaker`` is who says all this where it is not the client: a wife, a son on the telephone. ``topic`` is
    what it speaks of, to which a bare "tell me more" then refers.
    """

    kind: Literal["remark", "question", "objection", "temptation", "call", "third_person"] = "remark"
    name: str = ""
    speaker: str = ""
    topic: Identifier | None = None
    when: When = None
    say: Say
    answers: dict[Identifier, Reaction] = Field(default_factory=dict)
    partial: dict[Identifier, Reaction] = Field(default_factory=dict)
    heard: Say = Lines()
    """Said to an answer in words of the trainee's own that none of ``answers`` takes; ``talk.heard`` where left out."""
    ignored: Say = Lines()
    ignored_trust: Cost = 0
    ignored_patience: Cost = -3

    @property
    def presses(self) -> bool:
        """Whether it asks for an answer; a call or a passing remark may be passed over."""
        return self.kind not in ("remark", "call")


class Companion(Frozen):
    """Somebody beside the client whom the trainee may address by name: a wife who keeps the books, a colleague.

    ``words`` are the forms of address, ``when`` says whether the person is there. What is put to the person is answered by the
    first of ``answers`` that fits, in the person's voice; else the client answers, after ``passes``, with which the
    person hands the question on; and where the client has no answer either, the person says ``say``.
    """

    name: Text
    words: Annotated[Words, Field(min_length=1)]
    when: When = None
    answers: dict[Identifier, Reaction] = Field(default_factory=dict)
    passes: Say = Lines()
    say: Say


class Ending(Frozen):
    """One way the visit can end; the first whose ``when`` holds is taken.

    ``text`` is told to the trainee, and ``dated`` after it where a day was named for the next step; ``$agreed`` and
    ``$date`` are filled in.
    """

    kind: Literal["deal", "next_step", "friends", "no_deal", "walkout", "open"]
    title: Text
    text: Text
    dated: str = ""
    when: When = None


class Talk(Frozen):
    """Lines for what can happen in any talk: not understood, flooded, asked again, losing patience, leaving.

    ``again`` keeps the talk going where all that was written for a moment has been said.
    """

    unplaced: Say
    flooded: Say
    repeated: Say
    again: Say = Lines()
    listening: Say = Lines()
    """Said to a statement that could not be placed: the client hears the trainee out."""
    heard: Say = Lines()
    """Said to an attempt at what the client asked, where the remark has no such lines of its own."""
    waiting: Say = Lines()
    """Said where the trainee spoke of something else: what the client asked is still open."""
    deflect: Say = Lines()
    """Said to a question to which nothing written is the answer: the client passes on it, as one who has heard it."""
    asked_amount: Say = Lines()
    """Said before ``deflect`` to a question for a figure or a length of time; ``$asked`` are its asking words."""
    asked_time: Say = Lines()
    """The same for a day or an hour."""
    asked_who: Say = Lines()
    """The same for a person or a firm."""
    asked_why: Say = Lines()
    """The same for a reason."""
    asked_how: Say = Lines()
    """The same for a way or a state of things."""
    asked_choice: Say = Lines()
    """The same for one of several things."""
    asked_yes_no: Say = Lines()
    """The same for a yes or a no on something unknown."""
    asked_what: Say = Lines()
    """The same for anything else."""
    confirms: Say = Lines()
    """Said where the trainee asks whether what was summed up or worked out is right, and no line says so."""
    agrees: Say = Lines()
    """Said where the trainee asks leave to go on, or where to begin."""
    impatient: Say
    leaving: Say
    goodbye: Say
