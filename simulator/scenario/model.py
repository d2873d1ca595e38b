"""What a trainer writes, validated and frozen.

A scenario is merged with the archetypes it names and the overlay of the language before it is validated
(`simulator.scenario.layers`), so these models describe the whole client: nothing inherited is left to look up.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, field_validator

from simulator.scenario.condition import Condition, ConditionError, parse_condition
from simulator.scenario.inherited import Inherited
from simulator.vocabulary.moves import MOVES, TABOOS

Band = Literal["low", "mid", "high"]
Level = Literal["hint", "told", "figures"]
LEVELS: dict[str, int] = {"hint": 1, "told": 2, "figures": 3}
ANYWHERE = "anywhere"
"""The state whose reactions hold in every other state, after the state's own."""

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
ArchetypeName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_/-]*$", max_length=80)]
Text = Annotated[str, Field(min_length=1, max_length=4000)]
Whole = Annotated[int, Field(strict=True)]
Number = Annotated[float, Field(strict=True)]
Truth = Annotated[bool, Field(strict=True)]
Percent = Annotated[Whole, Field(ge=0, le=100)]
Change = Annotated[Whole, Field(ge=-100, le=100)]
Cost = Annotated[Whole, Field(ge=-100, le=0)]


def _condition(value: Any) -> Any:
    if value is None or isinstance(value, Condition):
        return value
    if isinstance(value, bool):
        return parse_condition("1" if value else "not 1")
    if not isinstance(value, str):
        raise ValueError("C200")
    try:
        return parse_condition(value)
    except ConditionError as error:
        raise ValueError(f"{error.code}|{error.column}|{error.found}") from None


When = Annotated[Condition | None, BeforeValidator(_condition)]


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[Text, ...], BeforeValidator(_listed)]


class Frozen(BaseModel):
    """The base of all parts: frozen, nothing unknown, no silent conversions of numbers to words."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Lines(Frozen):
    """What the client may say at one place: by trust (``low`` below 40, ``high`` from 65), or ``any``.

    Written as one text, a list of texts, or a map of bands to lists. One line is chosen by the seed among those
    not yet said.
    """

    low: Words = ()
    mid: Words = ()
    high: Words = ()
    any: Words = ()

    def fitting(self, trust: int) -> tuple[str, ...]:
        """The lines for ``trust``: those of its band and of ``any``, or else those of the nearest band."""
        order = {"low": ("low", "mid", "high"), "mid": ("mid", "low", "high"), "high": ("high", "mid", "low")}
        own = getattr(self, band(trust))
        if own or self.any:
            return (*own, *self.any)
        return next((lines for name in order[band(trust)] if (lines := getattr(self, name))), ())

    @property
    def all(self) -> tuple[str, ...]:
        """Every line, of whatever band."""
        return (*self.low, *self.mid, *self.high, *self.any)


def band(trust: int) -> Band:
    """The band of trust that lines are written for."""
    return "low" if trust < 40 else "mid" if trust < 65 else "high"


def _lines(value: Any) -> Any:
    return {"any": value} if isinstance(value, (str, list)) else value


Say = Annotated[Lines, BeforeValidator(_lines)]


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
    reveal: dict[Identifier, Level] = {}
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
    on: dict[Identifier, Reaction] = {}
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
    answers: dict[Identifier, Reaction] = {}
    partial: dict[Identifier, Reaction] = {}
    heard: Say = Lines()
    """Said to an answer in words of the trainee's own that none of ``answers`` takes; ``talk.heard`` where left out."""
    ignored: Say = Lines()
    ignored_trust: Cost = 0
    ignored_patience: Cost = -3


class Subject(Frozen):
    """What can be spoken of.

    ``say`` is the client's answer to any question about it, ``told`` what is said to a trainee who speaks of it
    (presents, explains, gives back); both only where no reaction written for the scenario fits.
    """

    say: Say = Lines()
    told: Say = Lines()


class Topic(Subject):
    """A subject of the talk and the words by which it is known."""

    name: Text
    words: Annotated[Words, Field(min_length=1)]


class Fact(Frozen):
    """A plain matter of fact that no mark depends on: the words by which it is known and the answer."""

    words: Annotated[Words, Field(min_length=1)]
    say: Say


class Need(Subject):
    """A need of the client's; ``thread`` is the question or remark that would have drawn it out (for the debrief)."""

    kind: Literal["explicit", "latent"]
    topic: Identifier | None = None
    weight: Annotated[Whole, Field(ge=1, le=5)] = 3
    statement: Text
    thread: str = ""
    words: Words = ()


class Product(Subject):
    """A product that fits, or tempts. ``risk_grade`` 1-5 for R1-R5, absent for what is no investment."""

    name: Text
    words: Words = ()
    meets: Words = ()
    risk_grade: Annotated[Whole, Field(ge=1, le=5)] | None = None
    about: str = ""
    risks: Words = ()
    fees: Words = ()


class Choice(Frozen):
    """One choice of the preparation form, whether it is good, and why."""

    text: Text
    verdict: Literal["right", "wrong", "needed", "harmless", "premature", "likely", "unlikely"]
    why: str = ""


class Contact(Frozen):
    """The person visited. ``address`` is how one speaks to them (陈总, Mr Chen)."""

    name: Text
    title: str = ""
    address: Text
    age: Annotated[Whole, Field(ge=16, le=110)] | None = None
    character: str = ""


class Dossier(Frozen):
    """What the trainee can study beforehand, and what to prepare."""

    organisation: str = ""
    contact: Contact
    you: str = ""
    scene: str = ""
    known: Text
    facts: dict[Identifier, Text] = {}
    objective: dict[Identifier, Choice] = {}
    materials: dict[Identifier, Choice] = {}
    questions: dict[Identifier, Choice] = {}


class Profile(Frozen):
    """What the rules of sale want to know of the client. ``risk_grade`` 1-5 for C1-C5, absent when untested or expired."""

    lay: Truth = False
    vulnerable: Truth = False
    risk_grade: Annotated[Whole, Field(ge=1, le=5)] | None = None


class Effect(Frozen):
    """The usual effect of a move or taboo on the client."""

    trust: Change = 0
    patience: Change = 0


class Temperament(Frozen):
    """Where the client begins, and how quickly he or she warms (1 = as the effects say)."""

    trust: Percent = 30
    patience: Percent = 70
    warming: Annotated[Number, Field(ge=0.1, le=2)] = 1.0
    tiring: Annotated[Whole, Field(ge=0, le=10)] = 1
    """Patience that every turn costs."""
    effects: dict[Identifier, Effect] = {}


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
    references: dict[Literal["LPR", "current", "listed"], Number] = {}
    """What a change in basis points is counted from."""
    values: dict[str, Number] = {}
    """For an issue of choices (security): words for each value."""
    says: dict[str, str] = {}
    """How the client says a value: a phrase for a choice's word, or for ``any`` value, with ``$value`` in it."""


class BargainingLines(Frozen):
    """What the client says while bargaining; ``$terms`` is filled with figures, ``$mine`` with the client's own.

    ``counter`` answers an offer for which the client moves; ``counter_first`` names the client's figures for the first
    time, ``counter_firm`` stands still, ``counter_close`` says that little is missing. Where one of these is not
    written, ``counter`` is said. ``query`` asks back about a figure outside all reason (``$figure``); ``corrected``
    owns up to having taken something wrongly, before the answer to what was meant.
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
    corrected: Say = Lines()
    granted: Say = Lines()
    """Said of what the trainee has just met, ``$granted``, before the client goes on about the rest."""


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
    agrees: Say = Lines()
    """Said where the trainee asks leave to go on, or where to begin."""
    impatient: Say
    leaving: Say
    goodbye: Say


class Scenario(Frozen):
    """A client to visit: the whole of it, in one language, with what it inherits."""

    format: Literal[1]
    id: Identifier
    language: Literal["zh", "en"]
    title: Text
    summary: str = ""
    segment: Literal["corporate", "retail"]
    visit: Literal["first", "maintenance", "retention", "complaint", "phone", "referral", "negotiation"]
    difficulty: Annotated[Whole, Field(ge=1, le=5)] = 2
    minutes: Annotated[Whole, Field(ge=1, le=120)] = 20
    client: ArchetypeName
    dossier: Dossier
    profile: Profile = Profile()
    temperament: Temperament = Temperament()
    topics: dict[Identifier, Topic] = {}
    needs: dict[Identifier, Need] = {}
    products: dict[Identifier, Product] = {}
    facts: dict[Identifier, Fact] = {}
    examples: dict[Identifier, Words] = {}
    opening: Say
    first: Identifier
    states: dict[Identifier, State]
    remarks: dict[Identifier, Remark] = {}
    bargaining: Bargaining | None = None
    endings: dict[Identifier, Ending]
    talk: Talk

    _inherited: Inherited = PrivateAttr(default_factory=Inherited)

    @property
    def inherited(self) -> Inherited:
        """What of this came from the archetypes."""
        return self._inherited

    def above(self, inherited: Inherited) -> "Scenario":
        """The same scenario, with the knowledge of what it inherits."""
        known = self.model_copy()
        known._inherited = inherited
        return known
