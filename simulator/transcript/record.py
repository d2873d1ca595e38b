"""A visit as it stands on disk, as values: header, preparation, exchanges, ending.

The transcript is the only thing that scoring sees. What the scorer must know of the scenario (needs, products,
the mandate) therefore stands in the header as a `Brief`, so that an old visit can be audited without the
scenario it was played with.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from simulator.vocabulary.turn import Turn

FORMAT = 1
Mode = Literal["practice", "exam"]


@dataclass(frozen=True, slots=True)
class NeedBrief:
    """A need of the client: ``kind`` explicit or latent, ``weight`` 1-5, ``thread`` what would have drawn it out."""

    id: str
    kind: str
    weight: int
    statement: str
    thread: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ProductBrief:
    """A product of the scenario; ``risk_grade`` 1-5 for R1-R5, None for what is no investment."""

    id: str
    name: str
    meets: tuple[str, ...] = ()
    risk_grade: int | None = None


@dataclass(frozen=True, slots=True)
class IssueBrief:
    """One issue of the bargaining, seen from both sides.

    ``opening`` is the client's first demand and ``limit`` the worst the client takes; ``authority`` is how far the
    relationship manager may go alone and ``floor`` how far the bank goes at all; ``target`` what the bank aims at.
    """

    id: str
    name: str
    unit: str
    better_for_client: Literal["lower", "higher"]
    opening: float
    limit: float
    authority: float
    floor: float
    target: float
    weight: float = 1.0
    bank_weight: float = 1.0
    choices: dict[str, float] = field(default_factory=dict)
    """For an issue without a figure: a word for each value."""


@dataclass(frozen=True, slots=True)
class ChoiceBrief:
    """One choice of the preparation form. ``verdict`` is right/wrong, needed/harmless/premature or likely/unlikely."""

    id: str
    text: str
    verdict: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class RemarkBrief:
    """Something that the client may bring up unasked: its ``kind`` and the ``name`` that its author gave it, which may be empty."""

    id: str
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What of the scenario the scorer needs, kept in the header."""

    title: str = ""
    segment: Literal["corporate", "retail"] = "corporate"
    visit: str = "first"
    contact: str = ""
    organisation: str = ""
    lay: bool = False
    vulnerable: bool = False
    risk_grade: int | None = None
    """The client's known grade, 1-5 for C1-C5; None where there is none or the test has expired."""
    needs: tuple[NeedBrief, ...] = ()
    products: tuple[ProductBrief, ...] = ()
    issues: tuple[IssueBrief, ...] = ()
    empty_zone: bool = False
    """Whether no deal is possible, so that a courteous parting is the right end."""
    objectives: tuple[ChoiceBrief, ...] = ()
    materials: tuple[ChoiceBrief, ...] = ()
    questions: tuple[ChoiceBrief, ...] = ()
    objections: tuple[str, ...] = ()
    temptations: tuple[str, ...] = ()
    remarks: tuple[RemarkBrief, ...] = ()
    """What the client may bring up unasked; empty in visits of an earlier version."""


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a transcript."""

    scenario: str
    scenario_hash: str
    language: str
    seed: int
    mode: Mode = "practice"
    learner: str = ""
    started: str = ""
    visit: str = ""
    """An id of this visit, unique in the store."""
    source: str = ""
    """The scenario file as it was named at the start; empty for a shipped one."""
    versions: dict[str, str] = field(default_factory=dict)
    brief: Brief | None = None
    branch_of: str = ""
    """The visit that this one branches off from, by its id or its file's name; empty for a visit of its own."""
    branch_turn: int = 0
    """The turn from which on it differs from that; the turns before are the same. 0 for a visit of its own."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the trainee decided before the visit: ids of the choices, and notes in the trainee's words."""

    objective: str = ""
    materials: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClientSide:
    """The client's half of an exchange.

    ``revealed`` lists every need known so far, ``offer`` the client's standing terms by issue (None when no terms
    were named this turn). ``events`` tell what happened, as ``kind:id`` (``objection:price``, ``answered:price``,
    ``temptation:rebate``, ``need:fx_hedge``, ``agreed``, ``left``). ``asks`` is the id of the direct question that the
    client's line ends on, if any.
    """

    text: str
    state: str
    trust: int
    patience: int
    revealed: tuple[str, ...] = ()
    offer: dict[str, float] | None = None
    agreed: dict[str, float] | None = None
    """The terms that both sides have accepted, once they have."""
    events: tuple[str, ...] = ()
    asks: str | None = None
    note: str = ""
    """Narration beside the client's words: the bank's answer after a referral."""
    taken: dict[str, float] | None = None
    """The trainee's terms of this turn as the client took them, by issue; empty where it heard none put forward, None
    where nothing tells (no table, or a visit of an earlier version)."""
    remark: str = ""
    """Of ``text`` the words that the client brought up unasked; empty where there are none (or in a visit of an earlier version)."""


@dataclass(frozen=True, slots=True)
class Review:
    """Who amended a turn after the visit, and why. ``at`` is the wall-clock time, ISO 8601."""

    by: str
    why: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn: what the trainee said and what the client answered.

    ``as_heard`` is the first reading of an amended turn, None otherwise; ``flagged`` marks a turn whose reading the
    trainee disputes. A turn amended in the visit was played again, and the client answered the amended reading; one
    amended after the visit has a ``review``, and the client answered what was heard at first. ``at`` is the
    wall-clock time, ISO 8601, not part of what must be reproducible.
    """

    turn: int
    trainee: Turn
    client: ClientSide
    at: str = ""
    as_heard: Turn | None = None
    flagged: bool = False
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A whole visit. ``ending`` None: not ended, to be resumed. ``opening`` is the client's line before the first turn."""

    header: Header
    exchanges: tuple[Exchange, ...] = ()
    preparation: Preparation | None = None
    ending: str | None = None
    opening: str = ""
    follow_up: dict[str, Any] = field(default_factory=dict)
    """What the trainee wrote down after the visit (promises, next date)."""
