"""Slips that only the offers show: beyond one's authority, agreed in haste, a price called final that was not."""

from dataclasses import dataclass

from scoring.offer_quoting import words_of
from scoring.offers import TOLERANCE, Offer, beyond_authority, beyond_floor, gain
from scoring.once import once_a_visit
from scoring.quoting import quote
from scoring.view import VisitView
from simulator.transcript.record import IssueBrief

FINAL = (
    "最低价", "最低了", "全行最低", "底价", "最后的价", "最终价", "最后一次", "没得再谈", "不能再低", "再低不了", "一分都不能", "到底了",
    "final offer", "best and final", "final price", "rock bottom", "absolute lowest", "the lowest", "last offer", "not a point lower",
    "take it or leave it",
)  # fmt: skip
WITHIN = ("我的权限", "我权限", "目前权限", "authority", "within my", "审批", "approval")
"""Who says that it is the most within one's own authority tells the truth; what is then approved higher up is no lie."""

TAKEN_BACK = (
    "我没说", "没有说", "您误会", "听岔", "说错", "更正", "说准", "掰清楚", "我的意思是", "不是…我说的是", "didn't say", "did not say", "hold on",
    "as a promise", "what i meant", "let me correct", "i misspoke", "that's not what",
)  # fmt: skip
"""Words that put right what was taken for an offer."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip in a turn, with the words that show it."""

    index: int
    turn: int
    clause: str


@once_a_visit
def authority_slips(view: VisitView) -> tuple[Slip, ...]:
    """Terms put forward or agreed beyond the authority, with nobody asked for approval by then.

    What the very next turn puts right was a slip of the tongue, or misheard. Beyond the bank's floor not even a referral made earlier excuses the promise.
    """
    issues = {issue.id: issue for issue in view.brief.issues}
    referred = _referrals(view)
    taken_back = view.turns_with(TAKEN_BACK)
    slips = []
    for offer in view.offers:
        if offer.side != "bank" or offer.referred:
            continue
        asked = any(index <= offer.index for index in referred)
        for id, value in offer.terms.items():
            beyond = beyond_floor if asked else beyond_authority
            if id in issues and beyond(issues[id], value) and offer.index + 1 not in taken_back:
                slips.append(Slip(offer.index, offer.turn, words_of(view, offer)))
                break
    return tuple(slips) or _agreed_beyond(view, issues, referred)


def _referrals(view: VisitView) -> list[int]:
    """Where approval was sought, or came."""
    approved = [h.index for h in view.happenings if h.kind in ("referred", "authorised")]
    return sorted([*approved, *(act.index for act in view.acts_of(("refer_up",)))])


def _agreed_beyond(view: VisitView, issues: dict[str, IssueBrief], referred: list[int]) -> tuple[Slip, ...]:
    """What was settled beyond the authority on an issue for which the bank never named a figure (terms told in words).

    Only where the trainee's own turn settled it: nobody answers for terms that he did not put forward or confirm.
    """
    named = {id for offer in view.offers if offer.side == "bank" for id in offer.terms}
    for index, exchange in enumerate(view.exchanges):
        if not exchange.client.agreed:
            continue
        settled = {"make_offer", "trade", "confirm_agreement"} & {act.move.id for act in view.acts_at(index)}
        beyond = beyond_floor if any(at <= index for at in referred) else beyond_authority
        terms = {id: value for id, value in exchange.client.agreed.items() if id in issues and id not in named}
        if settled and any(beyond(issues[id], value) for id, value in terms.items()):
            return (Slip(index, exchange.turn, quote(exchange.trainee.text)),)
        return ()
    return ()


@once_a_visit
def haste_slips(view: VisitView) -> tuple[Slip, ...]:
    """The client's first demand on an issue taken as it stands, at once, with nothing asked or wanted in return."""
    issues = {issue.id: issue for issue in view.brief.issues}
    slips = []
    bank: dict[str, float] = {}
    demands: dict[str, list[float]] = {}
    latest: Offer | None = None
    for offer in view.offers:
        if offer.side == "client":
            latest = offer
            for id, value in offer.terms.items():
                demands.setdefault(id, []).append(value)
            continue
        taken = [
            id for id, value in offer.terms.items()
            if id in issues and len(demands.get(id, ())) == 1 and abs(demands[id][0] - value) < 1e-6
            and gain(issues[id], value, bank.get(id, issues[id].target)) < -TOLERANCE
        ]  # fmt: skip
        at_once = latest is not None and latest.index == offer.index - 1
        if taken and at_once and not offer.linked and not offer.referred and not _asks(view, offer.index):
            slips.append(Slip(offer.index, offer.turn, words_of(view, offer)))
        bank.update(offer.terms)
    return tuple(slips)


def giving_all(view: VisitView) -> tuple[Slip, ...]:
    """All that the client stands for given in one turn, two issues or more of it new, with nothing asked and nobody to ask."""
    issues = {issue.id: issue for issue in view.brief.issues}
    bank: dict[str, float] = {}
    client: dict[str, float] = {}
    slips = []
    for offer in view.offers:
        if offer.side == "client":
            client.update(offer.terms)
            continue
        figures = {id: value for id, value in client.items() if id in offer.terms and id in issues}
        given = [id for id, value in figures.items() if gain(issues[id], offer.terms[id], value) <= TOLERANCE]
        new = [id for id in given if id not in bank or gain(issues[id], offer.terms[id], bank[id]) < -TOLERANCE]
        if len(given) >= 2 and len(given) == len(figures) and new and not offer.linked and not offer.referred:
            slips.append(Slip(offer.index, offer.turn, words_of(view, offer)))
        bank.update(offer.terms)
    return tuple(slips)


def _asks(view: VisitView, index: int) -> bool:
    return any(act.move.id.startswith("ask_") for act in view.acts_at(index))


_STANDING = frozenset({"make_offer", "hold_position", "trade"})


@once_a_visit
def final_slips(view: VisitView) -> tuple[Slip, ...]:
    """A figure called final, then cut on the bank's own account: no approval sought, nothing given for it."""
    issues = {issue.id: issue for issue in view.brief.issues}
    standing: dict[str, float] = {}
    called: dict[str, tuple[float, int]] = {}
    referred = _referrals(view)
    offers = {offer.index: offer for offer in view.offers if offer.side == "bank"}
    called_final = view.turns_with(FINAL) - view.turns_with(WITHIN)
    slips = []
    for index in range(len(view.exchanges)):
        offer = offers.get(index)
        if offer is not None:
            for id, value in offer.terms.items():
                if id in called and id in issues and gain(issues[id], value, called[id][0]) < -TOLERANCE:
                    asked = offer.referred or any(called[id][1] < at <= index for at in referred)
                    if not asked and not offer.linked:
                        slips.append(Slip(index, offer.turn, words_of(view, offer)))
                    del called[id]
            standing.update(offer.terms)
        if index in called_final and {act.move.id for act in view.acts_at(index)} & _STANDING:
            called.update({id: (value, index) for id, value in standing.items()})
    return tuple(slips)
