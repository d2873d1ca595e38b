"""Criteria on the course of the offers: whether terms were named, asked for, hedged, in time, after questions, and not pressed."""

from scoring.act import RESTATED, Act
from scoring.finding import MISSED, NO_CHANCE, Evidence, Finding, Later, mark
from scoring.found import MAX_EVIDENCE, evidence
from scoring.offer_quoting import words_of
from scoring.offer_words import APPROVERS, CONDITION, REFERRING, WANTED
from scoring.offers import Offer
from scoring.once import once_a_visit
from scoring.view import VisitView
from scoring.words import word


@once_a_visit
def bank(view: VisitView) -> list[Offer]:
    """The offers of the bank, in order."""
    return [offer for offer in view.offers if offer.side == "bank"]


def terms_shown(view: VisitView, offers: list[Offer], because: str) -> tuple[Evidence, ...]:
    """Offers as evidence."""
    lost = because in _LOST
    told = word(because, view.language)
    words = _WORDS.get(because, ())
    return tuple(Evidence(o.turn, words_of(view, o, words), told, lost) for o in offers[:MAX_EVIDENCE])


_WORDS = {"because.caveat": (*REFERRING, *APPROVERS), "because.wanted": WANTED, "because.linked": CONDITION}
"""What shows such a thing in the turn of an offer, if it is there."""


_LOST = frozenset(
    f"because.{id}"
    for id in (
        "no_room", "growing", "unlinked", "unasked", "asked_once", "no_caveat", "early", "nothing_wanted",
    )
)  # fmt: skip


def named(view: VisitView) -> Finding:
    """Whether the bank named terms at all."""
    made = bank(view)
    return Finding(1.0, shown=Later(lambda: terms_shown(view, made, "because.terms"))) if made else MISSED


def priced(view: VisitView) -> Finding:
    """Whether the bank named a figure for a rate or a fee."""
    made = [offer for offer in bank(view) if {"rate", "fee"} & set(offer.terms)]
    return Finding(1.0, shown=Later(lambda: terms_shown(view, made, "because.terms"))) if made else MISSED


def asked(view: VisitView) -> Finding:
    """What the bank wants, with its figure: full; only terms of its own: half."""
    made = bank(view)
    wanting = [offer for offer in made if offer.wants or "share" in offer.terms]
    if wanting:
        return Finding(1.0, shown=Later(lambda: terms_shown(view, wanting, "because.wanted")))
    return Finding(0.5, shown=Later(lambda: terms_shown(view, made, "because.nothing_wanted"))) if made else MISSED


def caveat(view: VisitView) -> Finding:
    """Terms with the word that others must approve: in the turn that names them."""
    made = bank(view)
    if not made:
        return NO_CHANCE
    with_caveat = [offer for offer in made if offer.referred]
    shown, because = (with_caveat, "because.caveat") if with_caveat else (made, "because.no_caveat")
    return Finding(1.0 if with_caveat else 0.0, shown=Later(lambda: terms_shown(view, shown, because)))


EARLY = 0.34
"""Before this share of the visit terms come too early to answer to anything."""


def timely(view: VisitView) -> Finding:
    """Terms after a need was told and not in the first third of the visit: full; after a need: half."""
    made = bank(view)
    if not made:
        return NO_CHANCE
    known = bool(view.revealed_before(made[0].index))
    late = made[0].index + 1 > EARLY * len(view.exchanges)
    value = 1.0 if known and late else 0.5 if known or late else 0.0
    because = "because.timely" if known else "because.early"
    return Finding(value, shown=Later(lambda: terms_shown(view, made[:1], because)))


ASKED_FIRST = 2
"""So many questions before the first terms, and these can answer to something."""


def informed(view: VisitView) -> Finding:
    """Terms named only after questions: full; after a single one: half. Whoever brought the client's needs together at any time
    has heard them, whatever he began with. Without terms there was no chance."""
    made = bank(view)
    if not made:
        return NO_CHANCE
    before = asked_before(view, made[0])
    restated = view.acts_of((RESTATED,))
    value = 1.0 if restated else mark(len(before), ASKED_FIRST)
    if value == 1:
        return Finding(1.0, shown=Later(lambda: evidence(view, before if len(before) >= ASKED_FIRST else restated)))
    because = "because.asked_once" if value else "because.unasked"
    return Finding(value, shown=Later(lambda: terms_shown(view, made[:1], because)))


def asked_before(view: VisitView, offer: Offer) -> list[Act]:
    """The questions of the turns before an offer."""
    return [question for question in view.questions if question.index < offer.index]


PRESSED = 3
"""So many times the same terms in a row, each time with a question whether they are taken, is pressing."""


def pressed(view: VisitView) -> Finding:
    """The same terms put to the client turn after turn, before he agreed."""
    run: list[Offer] = []
    for offer in bank(view):
        if offer.index and view.exchanges[offer.index - 1].client.agreed:
            break
        same = run and all(offer.terms.get(id, value) == value for id, value in run[-1].terms.items())
        run = [*run, offer] if same and offer.index == run[-1].index + 1 else [offer]
        if len(run) >= PRESSED and all("?" in view.texts[o.index] or "？" in view.texts[o.index] for o in run):
            return Finding(1.0, shown=terms_shown(view, run, "because.pressed"))
    return MISSED
