"""The rubric as a value: phases, items, taboos, bands and how closely to listen."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from scoring.criteria import Criterion
from scoring.view import Hearing
from simulator.transcript.record import Brief
from simulator.vocabulary.moves import Severity


@dataclass(frozen=True, slots=True)
class Applies:
    """To which visits an item applies; empty means all. Read from the scenario's brief, never from the talk."""

    segments: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    bargaining: bool | None = None
    latent_needs: bool = False
    products: bool = False
    investment: bool = False
    empty_zone: bool | None = None
    lending: bool | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of the rubric, perhaps told otherwise for a kind of visit or a segment (``by``, keyed by their names)."""

    text: str = ""
    by: dict[str, str] = field(default_factory=dict)
    somebody: str = ""
    """What stands for ``$contact`` where the visit names nobody."""

    def said(self, brief: Brief) -> str:
        """The text that fits the visit: that for its kind, else that for its segment, else the general one; ``$contact``
        is the way in which the client is addressed."""
        text = (self.by.get(brief.visit) or self.by.get(brief.segment) if self.by else "") or self.text
        return text.replace("$contact", brief.contact or self.somebody) if "$" in text else text

    @property
    def all(self) -> tuple[str, ...]:
        """Every text there is."""
        return tuple(text for text in (self.text, *self.by.values()) if text)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist. ``weight`` 1-5. ``chance_when`` tells whether the visit gave an occasion at all.

    An item that a typed visit cannot show has no ``met_when``; ``reason`` says why.
    """

    id: str
    phase: str
    weight: int
    source: str
    name: str
    advice: Wording
    example: Wording
    applies: Applies = Applies()
    met_when: Criterion | None = None
    half_when: Criterion | None = None
    chance_when: Criterion | None = None
    reason: str = ""

    @property
    def observable(self) -> bool:
        """Whether a typed visit can show it."""
        return self.met_when is not None


@dataclass(frozen=True, slots=True)
class TabooRule:
    """What the rubric says of a taboo family or of one of its finer kinds."""

    id: str
    severity: Severity
    deduction: int
    name: str
    why: Wording
    instead: Wording
    raised_for: tuple[str, ...] = ("vulnerable",)
    words: tuple[str, ...] = ()
    """Literal patterns that are this taboo, besides what is understood."""
    certain: bool = False
    """Whether such words are a certain red line by themselves; otherwise a person confirms it first."""
    kinds: dict[str, "TabooRule"] = field(default_factory=dict)

    def of_kind(self, kind: str | None) -> "TabooRule":
        """The rule for ``kind``, this one where the kind has none of its own."""
        return self.kinds.get(kind, self) if kind else self


@dataclass(frozen=True, slots=True)
class Band:
    """A grade and the least points it takes."""

    id: str
    points: int
    name: str


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the visit. ``full_at``: the share of its points at which it counts as complete, since nobody does
    everything in one visit."""

    id: str
    name: str
    full_at: float = 1.0
    broad_at: float = 0.0
    """The share of its points, 0-1, that must have come up for the phase to weigh fully; below, it weighs in proportion."""
    from_turn: int = 1
    """A visit that ended with fewer turns gave no occasion for what it lacks of the phase; the points are lost all the same."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each phase counts, by kind of visit, and what a scenario with bargaining or products adds to it."""

    visits: dict[str, dict[str, int]]
    with_bargaining: dict[str, dict[str, int]] = field(default_factory=dict)
    with_products: dict[str, dict[str, int]] = field(default_factory=dict)

    def of(self, visit: str, bargaining: bool, products: bool) -> dict[str, int]:
        """The weight of each phase for one scenario; what is added never lowers a weight already there.

        A kind of visit that the rubric does not know is weighed as its first.
        """
        kind = visit if self.visits.get(visit) else next(iter(self.visits))
        weights = dict(self.visits[kind])
        for present, extra in ((bargaining, self.with_bargaining), (products, self.with_products)):
            for phase, weight in extra.get(kind, {}).items() if present else ():
                weights[phase] = max(weights.get(phase, 0), weight)
        return weights


@dataclass(frozen=True, slots=True)
class Rubric:
    """A whole rubric in one language. ``hash`` is that of what grades (not of its texts), the same in every language."""

    id: str
    hash: str
    language: str
    title: str
    pass_mark: int
    bands: tuple[Band, ...]
    phases: dict[str, Phase]
    weights: Weights
    items: dict[str, Item]
    taboos: dict[str, TabooRule]
    hearing: Hearing = field(default_factory=Hearing)
    repeated_minor: int = 2
    """From this time on a repeated minor taboo counts as a major one."""
    minor_limit: int = 40
    """The most points that taboos short of a red line can take ..."""
    minor_share: float = 0.6
    """... and the largest part of what was earned above ..."""
    minor_leaves: int = 10
    """... so many points, which they leave in any case: a visit without a red line is worth more than one with it."""
    red_leaves: float = 0.1
    """The share of the points earned that a red line leaves at most."""
    raised_deduction: int = 8
    """What a minor taboo costs once it has moved up a step."""
    suited: dict[Hashable, object] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Room for what `scoring.suited` has worked out for each kind of visit."""

    def taboo(self, family: str, kind: str | None) -> TabooRule | None:
        """The rule for a taboo, None where the rubric does not know its family."""
        rule = self.taboos.get(family)
        return rule.of_kind(kind) if rule else None
