"""What of a rubric is the same for every visit of a kind to a client: which items are meant for it, and the words told with each.

Visits by the hundred are made to few clients, so it is worked out once for each and kept with the rubric.
"""

from dataclasses import dataclass

from scoring.lending import lends
from scoring.rubric import Applies, Item, Rubric
from scoring.scorecard import ItemMark
from simulator.transcript.record import Brief

_MOST = 200
"""So many kinds of visit are kept; far more than anybody's scenarios make."""


@dataclass(frozen=True, slots=True)
class SuitedItem:
    """An item with its words as they are told to this client; ``why_not`` says why the visit cannot show it (see `ItemMark`), and
    is empty where it can. ``unmet`` is its mark where nothing is found: the whole of it where the visit cannot show it."""

    item: Item
    why_not: str
    unmet: ItemMark


@dataclass(frozen=True, slots=True)
class Suited:
    """The weight of each phase, and the items, for one kind of visit to one client."""

    weights: dict[str, int]
    items: tuple[SuitedItem, ...]


def suited(rubric: Rubric, brief: Brief) -> Suited:
    """What of ``rubric`` fits the visit."""
    kind = _Kind.of(brief)
    found = rubric.suited.get(kind)
    if not isinstance(found, Suited):
        weights = weights_of(rubric, brief)
        items = tuple(suited_item(item, brief, weights) for item in rubric.items.values())
        found = Suited(weights, items)
        if len(rubric.suited) >= _MOST:
            rubric.suited.clear()
        rubric.suited[kind] = found
    return found


def weights_of(rubric: Rubric, brief: Brief) -> dict[str, int]:
    """The weight of each phase."""
    return rubric.weights.of(brief.visit, bool(brief.issues), bool(brief.products))


def suited_item(item: Item, brief: Brief, weights: dict[str, int]) -> SuitedItem:
    """One item as it stands in this visit."""
    why_not = ""
    if item.met_when is None:
        why_not = "unseen"
    elif not weights.get(item.phase) or not _Kind.of(brief).takes(item.applies):
        why_not = "visit"
    unmet = ItemMark(
        item.id, item.phase, item.name, item.weight, not why_not, 0.0, (), item.advice.said(brief),
        item.example.said(brief), item.source, why_not,
    )  # fmt: skip
    return SuitedItem(item, why_not, unmet)


@dataclass(frozen=True, slots=True)
class _Kind:
    """All of a brief on which an item's applying, its words and the weights depend."""

    segment: str
    visit: str
    contact: str
    bargaining: bool
    latent_needs: bool
    products: bool
    investment: bool
    empty_zone: bool
    lending: bool

    @staticmethod
    def of(brief: Brief) -> "_Kind":
        return _Kind(
            brief.segment,
            brief.visit,
            brief.contact,
            bool(brief.issues),
            any(need.kind == "latent" for need in brief.needs),
            bool(brief.products),
            any((product.risk_grade or 0) >= 1 for product in brief.products),
            brief.empty_zone,
            lends(brief),
        )

    def takes(self, applies: Applies) -> bool:
        """Whether an item is meant for this kind of visit at all."""
        return (
            (not applies.segments or self.segment in applies.segments)
            and (not applies.visits or self.visit in applies.visits)
            and (applies.bargaining is None or applies.bargaining == self.bargaining)
            and (not applies.latent_needs or self.latent_needs)
            and (not applies.products or self.products)
            and (not applies.investment or self.investment)
            and (applies.empty_zone is None or applies.empty_zone == self.empty_zone)
            and (applies.lending is None or applies.lending == self.lending)
        )
