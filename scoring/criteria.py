"""The closed vocabulary of criteria: what a rubric may ask of a visit.

A trainer writes these in YAML (see `scoring/README.md`); `scoring.reading` turns them into the values below and
`scoring.evaluate` asks them of a transcript. No criterion is code, and none can look at anything but the transcript.
"""

from dataclasses import dataclass, field
from typing import Literal

from simulator.vocabulary.turn import Form


@dataclass(frozen=True, slots=True)
class Acts:
    """Which acts are meant: any of ``moves``, all further conditions together.

    ``moves``: ids of the vocabulary, or a plain act, whatever it was heard as: ``question`` (any question), ``remark``
    (any sentence), ``statement`` (one that asks nothing), ``proposal`` (one that puts something forward), ``need_taken_up`` (one that
    takes up what was told of a need), ``needs_restated`` (one of a turn that brings together much of it).
    ``topics``: ids of the scenario, or ``any_need``, ``any_product``, ``latent_need``. ``words``: literal patterns, one of which
    stands in a question of the turn, where something is asked; else in the act's own sentence or one beside it. ``also``: one of
    these stands in that sentence too. ``by_turn``, ``from_turn`` count turns from 1; ``last_turns`` counts back from the end.
    ``unasked``: not in answer to the client's own question about a product or its price. ``figures``: so many figures stand in its
    sentence. ``without``: none of these stands in its sentence.
    """

    moves: tuple[str, ...]
    form: Form | None = None
    topics: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    by_turn: int | None = None
    from_turn: int | None = None
    last_turns: int | None = None
    unasked: bool = False
    also: tuple[str, ...] = ()
    figures: int = 0
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that the client did or said: an event of a kind (``objection``, ``temptation``, ``need`` ...) or words.

    ``asked``: a question of the client. ``turns_left``: so many turns of the trainee must follow, that one could answer it.
    ``by_turn``: not later than in the answer to this turn; 0 is the line before the first.
    """

    event: str | None = None
    words: tuple[str, ...] = ()
    asked: bool = False
    turns_left: int = 0
    by_turn: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Said in at least ``times`` different turns, with at least ``kinds`` different moves of the list."""

    acts: Acts
    times: int = 1
    kinds: int = 1
    half_at: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """Said, and answered: within ``turns`` turns the client says one of ``words``, names a figure that is no offer (``figure``) or lets a
    need out (``need``). In ``times`` turns full; half where it was said at all."""

    acts: Acts
    words: tuple[str, ...] = ()
    figure: bool = False
    need: bool = False
    turns: int = 1
    times: int = 1


@dataclass(frozen=True, slots=True)
class Count:
    """At least ``at_least`` acts, several of one turn counted each."""

    acts: Acts
    at_least: int
    half_at: int | None = None


@dataclass(frozen=True, slots=True)
class NeverSaid:
    """None of these moves or taboos, in a visit of at least ``min_turns`` turns (a shorter one proves nothing)."""

    acts: Acts | None = None
    taboos: tuple[str, ...] = ()
    min_turns: int = 3


@dataclass(frozen=True, slots=True)
class Share:
    """A share, 0-1: ``open_questions`` of all questions; ``client_talk`` of all characters; ``taken_up``: turns that
    answer to the client's last words; ``placed``: turns that could be understood."""

    of: Literal["open_questions", "client_talk", "taken_up"]
    at_least: float
    half_at: float | None = None
    of_at_least: int = 3
    """How many questions or turns there must be before a share means anything."""


@dataclass(frozen=True, slots=True)
class Before:
    """``first`` in ``times`` turns before the first of ``then``. Without any ``then`` there was no chance, unless
    ``first`` alone will do (``then_needed`` false)."""

    first: Acts
    then: Acts
    times: int = 1
    half_at: int | None = None
    then_needed: bool = True
    turns: int | None = None
    """How many turns before ``then`` at most, None for any number."""


@dataclass(frozen=True, slots=True)
class Within:
    """After an act or an occasion, ``then`` follows within ``turns`` turns, at least ``times`` times."""

    after: Acts | Occasion
    then: Acts
    turns: int = 2
    times: int = 1


@dataclass(frozen=True, slots=True)
class Revealed:
    """The share of the needs of a kind that came out, 0-1, weighted as the scenario weighs them."""

    kind: Literal["any", "explicit", "latent"]
    at_least: float
    half_at: float | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """The share of the needs that came out for which a fitting product or measure was then put forward."""

    at_least: float
    half_at: float | None = None


OfferPattern = Literal[
    "opening_room", "shrinking", "conditional", "in_mandate", "package", "referral", "honest_final",
    "no_haste", "flexible", "recap", "bargained", "named", "priced", "asked", "caveat", "timely", "pressed", "informed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offers:
    """A pattern in the log of offers (see `scoring.offers`)."""

    pattern: OfferPattern


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part of the preparation form: the right ``objective``, the ``materials`` needed and none premature, at least
    ``at_least`` likely ``questions``, a ``note`` with at least ``characters`` characters in one of its fields, or whether there
    was a ``form`` at all."""

    what: Literal["objective", "materials", "questions", "note", "form"]
    fields: tuple[str, ...] = ()
    at_least: int = 1
    characters: int = 4
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """A field of the form after the visit, any of them where none is named, that holds at least ``characters`` characters and
    one of ``words``; the form as a whole speaks of so many ``needs`` of the client (of all, where there are fewer)."""

    fields: tuple[str, ...] = ()
    characters: int = 4
    words: tuple[str, ...] = ()
    needs: int = 0


@dataclass(frozen=True, slots=True)
class Wrote:
    """Literal patterns in the trainee's words, whatever moves they make; ``narrated``: only in an action in brackets."""

    words: tuple[str, ...]
    narrated: bool = False
    by_turn: int | None = None
    last_turns: int | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """Within the first ``by_turn`` turns the ``contact`` or the ``organisation`` named as the dossier names them, the contact with
    a ``title``, or facts of the ``file`` that the client had not told."""

    what: tuple[str, ...]
    by_turn: int | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Literal patterns in what the transcript holds of the file on who the client is. It asks nothing of the trainee, and
    is meant for ``chance_when``."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """An occasion on the client's side, at least ``times`` times."""

    occasion: Occasion
    times: int = 1


@dataclass(frozen=True, slots=True)
class Short:
    """Turns with these acts stay short: at most ``characters`` Chinese characters or ``words`` English words, in a share
    of at least ``at_least`` of them."""

    acts: Acts
    characters: int
    words: int
    at_least: float = 0.8


@dataclass(frozen=True, slots=True)
class Mood:
    """The client's trust: at the end at least ``at_least``, or risen from its lowest point by ``risen``."""

    at_least: int | None = None
    risen: int | None = None


@dataclass(frozen=True, slots=True)
class OfKind:
    """The visit is of one of these ``kinds`` (``first``, ``retention`` ...), or to such a client (``corporate``, ``retail``): for
    what a kind of visit calls for besides others."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part: the least of their marks; parts without a chance are left out. ``bounds`` are those that only hold the mark
    down (`bounds`) and prove nothing of the item, ``others`` the rest."""

    parts: tuple["Criterion", ...]
    bounds: tuple["Criterion", ...] = field(init=False, repr=False, compare=False)
    others: tuple["Criterion", ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bounds", tuple([part for part in self.parts if bounds(part)]))
        object.__setattr__(self, "others", tuple([part for part in self.parts if not bounds(part)]))


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the parts: the best of their marks."""

    parts: tuple["Criterion", ...]


@dataclass(frozen=True, slots=True)
class Impression:
    """The mark of ``of`` as an impression of the whole visit, for no words of ``of`` are a proof of the item. The words that are
    ``shown_by`` another criterion are shown, where it finds any; else what the impression rests on."""

    of: "Criterion"
    shown_by: "Criterion | None" = None


@dataclass(frozen=True, slots=True)
class NoneOf:
    """None of the parts may be met, not even by half."""

    parts: tuple["Criterion", ...]


Criterion = (
    Said | Answered | Count | NeverSaid | Share | Before | Within | Revealed | Covered | Offers | Prepared | FollowedUp | Wrote
    | Mentions | Dossier | Happened | Short | Mood | OfKind | All | AnyOf | Impression | NoneOf
)  # fmt: skip


def bounds(part: Criterion) -> bool:
    """Whether a part of an `All` only holds the mark down: the client's mood, and whether the bank asked before it named terms."""
    return type(part) is Mood or (type(part) is Offers and part.pattern == "informed")
