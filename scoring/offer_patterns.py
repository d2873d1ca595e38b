"""Criteria on the log of offers: how one opened, conceded, packaged, referred and closed (catalogue E3)."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from scoring import criteria as c
from scoring.act import REMARK
from scoring.finding import MISSED, NO_CHANCE, Evidence, Finding, Later, mark
from scoring.found import MAX_EVIDENCE, evidence, nothing_against, one_a_turn, select
from scoring.offer_course import asked, bank, caveat, informed, named, pressed, priced, terms_shown, timely
from scoring.offer_quoting import terms_in, words_of
from scoring.offer_words import APPROVERS, CONDITION, DATES, PAPERS, REFERRING, WANTED
from scoring.offers import TOLERANCE, Offer, beyond_authority, concessions, gain
from scoring.once import once_a_visit
from scoring.patterns import first_match
from scoring.quoting import quote
from scoring.recap import recap
from scoring.slips import Slip, authority_slips, final_slips, giving_all, haste_slips
from scoring.view import VisitView
from scoring.words import word
from simulator.transcript.record import IssueBrief


def offers(criterion: c.Offers, view: VisitView) -> Finding:
    """The mark of one pattern; without issues to bargain over there was no chance."""
    if not view.brief.issues:
        return NO_CHANCE
    found = _found(view)
    if criterion.pattern not in found:
        found[criterion.pattern] = _PATTERNS[criterion.pattern](view)
    return found[criterion.pattern]


@once_a_visit
def _found(_view: VisitView) -> dict[c.OfferPattern, Finding]:
    """The marks of the patterns that were asked for: several items ask for the same one."""
    return {}


def _opening_room(view: VisitView) -> Finding:
    """Each issue's first figure or choice (see `_room`), on average; of several laid side by side the last one for the bank."""
    issues = {issue.id: issue for issue in view.brief.issues}
    firsts: dict[str, tuple[float, Offer]] = {}
    for offer in bank(view):
        for id, value in (offer.terms or offer.choices).items():
            issue = issues.get(id)
            shown = [value, *offer.named.get(id, ())]
            least = value if issue is None else min(shown, key=partial(gain, issue, base=issue.floor))
            firsts.setdefault(id, (least, offer))
    marks = [
        _room(issue, firsts[issue.id][0])
        for issue in view.brief.issues
        if issue.id in firsts and issue.target != issue.floor
    ]
    if not marks:
        return NO_CHANCE
    value = 1.0 if max(marks) == 1 and min(marks) >= 0.5 else mark(sum(marks) / len(marks), 0.75, 0.3)
    because = "because.room" if value == 1 else "because.no_room"
    return Finding(value, shown=Later(lambda: terms_shown(view, _unique([o for _, o in firsts.values()]), because)))


def _room(issue: IssueBrief, first: float) -> float:
    """How much room a first figure leaves: 1 at the bank's target or above it, within reason; half where only those above
    have any left, or where it asks out of all reason; 0 beyond one's own authority."""
    room = abs(issue.target - issue.floor) or 1.0
    if gain(issue, first, issue.target) > 2 * room + TOLERANCE:
        return 0.5
    if gain(issue, first, issue.authority) > TOLERANCE:
        return 1.0 if gain(issue, first, issue.target) >= -TOLERANCE else 0.5
    return 0.0


def _unique(offers: list[Offer]) -> list[Offer]:
    return sorted({offer.index: offer for offer in offers}.values(), key=lambda offer: offer.index)


def _shrinking(view: VisitView) -> Finding:
    steps: dict[str, list[float]] = {}
    made = concessions(view.brief, view.offers)
    for step in made:
        steps.setdefault(step.issue.id, []).append(step.size)
    series = [sizes for sizes in steps.values() if len(sizes) >= 2]
    if len(made) == 1 and _held_after(view, made[0].offer.index):
        return Finding(1.0, shown=Later(lambda: terms_shown(view, [made[0].offer], "because.shrinking")))
    if not series:
        return NO_CHANCE
    growing = sum(b > a + TOLERANCE for sizes in series for a, b in pairwise(sizes))
    value = 1.0 if not growing else 0.5 if growing == 1 and len(made) > 2 else 0.0
    because = "because.shrinking" if value == 1 else "because.growing"
    return Finding(value, shown=Later(lambda: terms_shown(view, [step.offer for step in made], because)))


def _held_after(view: VisitView, index: int) -> bool:
    """Whether the bank spoke of its terms again, or held to them, after the turn at ``index``."""
    held = any(act.index > index for act in view.acts_of(("hold_position", "decline")))
    return held or any(offer.index > index for offer in bank(view))


def _conditional(view: VisitView) -> Finding:
    """A concession tied to a return in so many words: full; one that only came together with a return: half."""
    made = concessions(view.brief, view.offers)
    trades = view.acts_of(("trade",))
    tied = [*trades, *select(view, c.Acts((REMARK,), words=CONDITION, also=WANTED))]
    if not made:
        if not tied and not any(offer.wants for offer in bank(view)):
            return NO_CHANCE
        value = 1.0 if tied and view.turns_with(CONDITION) & {act.index for act in tied} else 0.5
        return Finding(value, shown=Later(lambda: evidence(view, tied)))
    linked = [step for step in made if step.offer.linked or step.returned]
    asked = [offer for offer in bank(view) if offer.wants]
    value = max(mark(len(linked) / len(made), 0.7, 0.2), 0.5 if asked or tied else 0.0)
    if value < 1:
        free = [step.offer for step in made if step not in linked]
        return Finding(value, shown=Later(lambda: terms_shown(view, free, "because.unlinked")))
    return Finding(1.0, shown=Later(lambda: terms_shown(view, [step.offer for step in linked], "because.linked")))


def _in_mandate(view: VisitView) -> Finding:
    if not bank(view) and not any(e.client.agreed for e in view.exchanges):
        return NO_CHANCE
    slips = authority_slips(view)
    return (
        _against(view, slips)
        if slips
        else Finding(1.0, shown=Later(lambda: terms_shown(view, _last_said(view), "because.mandate")))
    )


def _last_said(view: VisitView) -> list[Offer]:
    """The bank's last offer whose figures stand in its words; its last one, where none do."""
    made = bank(view)
    return [offer for offer in made if terms_in(view, offer)][-1:] or made[-1:]


def _against(view: VisitView, slips: tuple[Slip, ...]) -> Finding:
    because = word("because.against", view.language)
    return Finding(0.0, shown=tuple(Evidence(s.turn, s.clause, because, True) for s in slips[:MAX_EVIDENCE]))


_WHOLE = 3
"""So many issues in one turn, with what the bank asks for among them, are a package even without an if."""


def _package(view: VisitView) -> Finding:
    """One issue against another: full; several that moved together, or an ask beside an offer: half."""
    issues = {issue.id: issue for issue in view.brief.issues}
    last: dict[str, float] = {}
    moved: list[Offer] = []
    crossed: list[Offer] = []
    for offer in bank(view):
        named = {**offer.terms, **offer.choices}
        steps = [gain(issues[id], v, last[id]) for id, v in named.items() if id in last and id in issues]
        both_ways = any(s > TOLERANCE for s in steps) and any(s < -TOLERANCE for s in steps)
        asked_for = offer.linked or (offer.wants and len(named) >= _WHOLE)
        if both_ways or (len(named) >= 2 and asked_for):
            crossed.append(offer)
        elif len(named) >= 2 and (offer.wants or sum(abs(s) > TOLERANCE for s in steps) >= 2):
            moved.append(offer)
        last.update(named)
    if not bank(view):
        return MISSED
    if crossed:
        return Finding(1.0, shown=Later(lambda: terms_shown(view, crossed, "because.package")))
    trades = select(view, c.Acts(("trade",)))
    found = terms_shown(view, moved, "because.package") or evidence(view, trades)
    return Finding(0.5 if found else 0.0, shown=found)


def _flexible(view: VisitView) -> Finding:
    """Two packages that differ: full; one that grew by a further term: half; the same again and again: nothing."""
    made = [{**offer.terms, **offer.choices} for offer in bank(view)]
    if not made:
        return MISSED
    issues = {issue for offer in made for issue in offer}
    differ = any(
        id in two and abs(one[id] - two[id]) > TOLERANCE
        for place, one in enumerate(made)
        for two in made[place + 1 :]
        for id in one
    )
    grew = any(set(two) - set(made[0]) for two in made[1:])
    value = 1.0 if differ and len(issues) >= 2 else 0.5 if differ or grew else 0.0
    return Finding(value, shown=Later(lambda: terms_shown(view, bank(view), "because.flexible") if value else ()))


SOON = 2
"""How many turns after a referral what belongs to it may still be told."""


def _referral(view: VisitView) -> Finding:
    """Who must approve, which papers, and when one will answer: full; without the papers or the day half."""
    acts = [*view.acts_of(("refer_up",)), *select(view, c.Acts((REMARK,), words=REFERRING))]
    asked = [h for h in view.happenings if h.kind in ("referred", "authorised")]
    if not acts and asked:
        return Finding(
            0.5,
            shown=tuple(
                Evidence(h.turn, quote(h.text), word("because.asked_upstairs", view.language)) for h in asked[:1]
            ),
        )
    if not acts:
        demanded = _insisted_beyond(view)
        if not demanded:
            return NO_CHANCE
        because = word("because.demand", view.language)
        return Finding(0.0, shown=tuple(Evidence(o.turn, words_of(view, o), because, True) for o in demanded[:2]))
    complete = [act for act in acts if _told_with(view, act.index, APPROVERS, 0)]
    complete = [
        act
        for act in complete
        if _told_with(view, act.index, DATES, SOON) and _told_with(view, act.index, PAPERS, 0)
    ]
    told = complete or acts
    heard = any(act.place < 0 for act in told)
    return Finding(1.0 if complete else 0.5, shown=Later(lambda: evidence(view, told, () if heard else REFERRING)))


def _insisted_beyond(view: VisitView) -> list[Offer]:
    """Where the client stood a second time by a demand beyond the authority: with what he opens he only begins to bargain, and who
    comes nearer of his own accord has been answered well enough. Where the bank itself went beyond, every such demand."""
    demands = [offer for offer in view.offers if offer.side == "client"]
    gone_beyond = bool(authority_slips(view))
    stood: dict[str, float] = {}
    insisted = []
    for offer in demands:
        values = {i.id: offer.terms[i.id] for i in view.brief.issues if i.id in offer.terms}
        over = {i.id for i in view.brief.issues if i.id in values and beyond_authority(i, values[i.id])}
        again = any(id in stood and abs(stood[id] - values[id]) <= TOLERANCE for id in over)
        if over and (again or gone_beyond) and offer.index < len(view.exchanges) - 1:
            insisted.append(offer)
        stood.update(values)
    return insisted


def _told_with(view: VisitView, index: int, words: tuple[str, ...], soon: int) -> bool:
    return any(first_match(text, words) for text in view.texts[index : index + soon + 1])


def _honest_final(view: VisitView) -> Finding:
    if not bank(view):
        return NO_CHANCE
    slips = final_slips(view)
    return _against(view, slips) if slips else nothing_against(view)


def _no_haste(view: VisitView) -> Finding:
    """A first demand taken at once is hasty; all that the client stands for given in one turn is half, if one held before."""
    if not any(offer.side == "client" for offer in view.offers):
        return NO_CHANCE
    slips = haste_slips(view)
    if slips:
        return _against(view, slips)
    all_given = giving_all(view)
    if not all_given:
        return nothing_against(view)
    held = {act.index for act in view.acts_of(("hold_position", "decline", "refer_up"))} | view.turns_with(
        REFERRING
    )
    against = _against(view, all_given)
    return against._replace(value=0.5) if any(index < all_given[0].index for index in held) else against


def _bargained(view: VisitView) -> Finding:
    """Whether terms were bargained over: the bank named figures, the client did and a turn was left to answer, or terms were
    spoken of in two turns."""
    last = len(view.exchanges) - 1
    named = [offer for offer in view.offers if offer.index < last or (offer.side == "bank" and offer.terms)]
    if named:
        return Finding(1.0, shown=Later(lambda: terms_shown(view, named[:1], "because.terms")))
    spoken = one_a_turn(view.acts_of(_TERMS))
    return Finding(1.0, shown=Later(lambda: evidence(view, spoken))) if len(spoken) >= 2 else MISSED


_TERMS = ("make_offer", "trade", "hold_position", "state_ask")


_PATTERNS: dict[c.OfferPattern, Callable[[VisitView], Finding]] = {
    "opening_room": _opening_room,
    "shrinking": _shrinking,
    "conditional": _conditional,
    "in_mandate": _in_mandate,
    "package": _package,
    "referral": _referral,
    "honest_final": _honest_final,
    "no_haste": _no_haste,
    "flexible": _flexible,
    "recap": recap,
    "bargained": _bargained,
    "named": named,
    "priced": priced,
    "asked": asked,
    "caveat": caveat,
    "timely": timely,
    "pressed": pressed,
    "informed": informed,
}
