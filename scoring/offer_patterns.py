"""Criteria on the log of offers: how one opened, conceded, packaged, referred and closed (catalogue E3)."""

from collections.abc import Callable
from itertools import pairwise

from scoring import criteria as c
from scoring.act import REMARK
from scoring.finding import MISSED, NO_CHANCE, Evidence, Finding, Later, mark
from scoring.found import MAX_EVIDENCE, evidence, one_a_turn, select
from scoring.offers import TOLERANCE, Offer, beyond_authority, concessions, gain
from scoring.patterns import first_match
from scoring.quoting import quote
from scoring.recap import recap
from scoring.slips import Slip, authority_slips, final_slips, haste_slips
from scoring.view import VisitView
from scoring.words import word

APPROVERS = (
    "行长", "支行", "分行", "总行", "领导", "主管", "审批", "贷审", "计财", "信贷部", "风险部", "授信", "上级",
    "head office", "branch", "committee", "manager", "director", "approver", "risk", "pricing", "credit",
)  # fmt: skip
REFERRING = (
    "报分行", "报支行", "报上去", "报总行", "请示", "问准", "问行里", "回去问", "核清楚", "跟行里", "行长批", "分行批", "我批不了", "我定不了",
    "ask my branch", "ask the branch", "to the sub-branch", "my sub-branch", "ask for approval", "get approval", "to my manager",
    "above that i'd have to ask", "branch has to approve",
)  # fmt: skip
"""Words for asking those above, by whatever move they were heard."""
DATES = (
    "今天", "明天", "后天", "周一", "周二", "周三", "周四", "周五", "下周", "本周", "月底", "号前", "日前", "天内", "工作日", "上午", "下午", "小时",
    "下班前", "之前答复", "礼拜", "星期", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "week", "days",
    "by noon", "hours",
)  # fmt: skip


def offers(criterion: c.Offers, view: VisitView) -> Finding:
    """The mark of one pattern; without issues to bargain over there was no chance."""
    return _PATTERNS[criterion.pattern](view) if view.brief.issues else NO_CHANCE


def _bank(view: VisitView) -> list[Offer]:
    return [offer for offer in view.offers if offer.side == "bank"]


def _shown(view: VisitView, offers: list[Offer], because: str) -> tuple[Evidence, ...]:
    lost = because in _LOST
    return tuple(Evidence(o.turn, o.clause, word(because, view.language), lost) for o in offers[:MAX_EVIDENCE])


_LOST = frozenset({"because.no_room", "because.growing", "because.unlinked"})


def _clean(view: VisitView) -> Finding:
    """Nothing against it anywhere."""
    return Finding(1.0, shown=(Evidence(0, "", word("because.never", view.language)),))


def _opening_room(view: VisitView) -> Finding:
    """Each issue's first figure: at the bank's target or above it but within reason: full; above the own limit: half."""
    firsts: dict[str, Offer] = {}
    for offer in _bank(view):
        for id in offer.terms:
            firsts.setdefault(id, offer)
    marks = []
    for issue in view.brief.issues:
        if issue.id in firsts:
            figure = firsts[issue.id].terms[issue.id]
            room = abs(issue.target - issue.floor) or 1.0
            fair = -TOLERANCE <= gain(issue, figure, issue.target) <= 2 * room
            marks.append(1.0 if fair else 0.5 if gain(issue, figure, issue.authority) > TOLERANCE else 0.0)
    if not marks:
        return NO_CHANCE
    value = mark(sum(marks) / len(marks), 0.75, 0.4)
    because = "because.room" if value == 1 else "because.no_room"
    return Finding(value, shown=Later(lambda: _shown(view, _unique(firsts), because)))


def _unique(firsts: dict[str, Offer]) -> list[Offer]:
    return sorted({offer.index: offer for offer in firsts.values()}.values(), key=lambda offer: offer.index)


def _shrinking(view: VisitView) -> Finding:
    steps: dict[str, list[float]] = {}
    made = concessions(view.brief, view.offers)
    for step in made:
        steps.setdefault(step.issue.id, []).append(step.size)
    series = [sizes for sizes in steps.values() if len(sizes) >= 2]
    if not series:
        return NO_CHANCE
    growing = sum(b > a + TOLERANCE for sizes in series for a, b in pairwise(sizes))
    value = 1.0 if not growing else 0.5 if growing == 1 and len(made) > 2 else 0.0
    because = "because.shrinking" if value == 1 else "because.growing"
    return Finding(value, shown=Later(lambda: _shown(view, [step.offer for step in made], because)))


def _conditional(view: VisitView) -> Finding:
    made = concessions(view.brief, view.offers)
    trades = view.acts_of(("trade",))
    if not made:
        return Finding(1.0, shown=Later(lambda: evidence(view, trades))) if trades else NO_CHANCE
    linked = [step for step in made if step.offer.linked or step.returned]
    value = mark(len(linked) / len(made), 0.7, 0.2)
    if value < 1:
        free = [step.offer for step in made if step not in linked]
        return Finding(value, shown=Later(lambda: _shown(view, free, "because.unlinked")))
    return Finding(1.0, shown=Later(lambda: _shown(view, [step.offer for step in linked], "because.linked")))


def _in_mandate(view: VisitView) -> Finding:
    if not _bank(view) and not any(e.client.agreed for e in view.exchanges):
        return NO_CHANCE
    slips = authority_slips(view)
    return (
        _against(view, slips)
        if slips
        else Finding(1.0, shown=Later(lambda: _shown(view, _bank(view)[-1:], "because.mandate")))
    )


def _against(view: VisitView, slips: tuple[Slip, ...]) -> Finding:
    because = word("because.against", view.language)
    return Finding(0.0, shown=tuple(Evidence(s.turn, s.clause, because, True) for s in slips[:MAX_EVIDENCE]))


def _package(view: VisitView) -> Finding:
    issues = {issue.id: issue for issue in view.brief.issues}
    last: dict[str, float] = {}
    whole: list[Offer] = []
    crossed: list[Offer] = []
    for offer in _bank(view):
        steps = [gain(issues[id], v, last[id]) for id, v in offer.terms.items() if id in last and id in issues]
        both_ways = any(s > TOLERANCE for s in steps) and any(s < -TOLERANCE for s in steps)
        if both_ways or (len(offer.terms) >= 2 and offer.linked):
            crossed.append(offer)
        elif len(offer.terms) >= 2:
            whole.append(offer)
        last.update(offer.terms)
    if not _bank(view):
        return MISSED
    if crossed:
        return Finding(1.0, shown=Later(lambda: _shown(view, crossed, "because.package")))
    trades = select(view, c.Acts(("trade",)))
    found = _shown(view, whole, "because.package") or evidence(view, trades)
    return Finding(0.5 if found else 0.0, shown=found)


def _flexible(view: VisitView) -> Finding:
    made = _bank(view)
    if not made:
        return MISSED
    packages = {tuple(sorted(offer.standing.items())) for offer in made}
    issues = {issue for offer in made for issue in offer.terms}
    value = 1.0 if len(packages) >= 2 and len(issues) >= 2 else 0.5 if len(packages) >= 2 else 0.0
    return Finding(value, shown=Later(lambda: _shown(view, made, "because.flexible") if value else ()))


def _referral(view: VisitView) -> Finding:
    """Who must approve and when one will answer; a bare 我去问问 is half."""
    acts = [*view.acts_of(("refer_up",)), *select(view, c.Acts((REMARK,), words=REFERRING))]
    if not acts:
        demanded = [
            offer for offer in view.offers if offer.side == "client" and offer.index < len(view.exchanges) - 1
            and any(i.id in offer.terms and beyond_authority(i, offer.terms[i.id]) for i in view.brief.issues)
        ]  # fmt: skip
        if not demanded:
            return NO_CHANCE
        because = word("because.demand", view.language)
        return Finding(0.0, shown=tuple(Evidence(o.turn, quote(o.clause), because, True) for o in demanded[:2]))
    complete = [
        a for a in acts if first_match(view.texts[a.index], APPROVERS) and first_match(view.texts[a.index], DATES)
    ]
    told = complete or acts
    heard = any(act.place < 0 for act in told)
    return Finding(1.0 if complete else 0.5, shown=Later(lambda: evidence(view, told, () if heard else REFERRING)))


def _honest_final(view: VisitView) -> Finding:
    if not _bank(view):
        return NO_CHANCE
    slips = final_slips(view)
    return _against(view, slips) if slips else _clean(view)


def _no_haste(view: VisitView) -> Finding:
    if not any(offer.side == "client" for offer in view.offers):
        return NO_CHANCE
    slips = haste_slips(view)
    return _against(view, slips) if slips else _clean(view)


def _bargained(view: VisitView) -> Finding:
    """Whether terms were bargained over: the bank named figures, the client did and a turn was left to answer, or terms were
    spoken of in two turns."""
    last = len(view.exchanges) - 1
    named = [offer for offer in view.offers if offer.side == "bank" or offer.index < last]
    if named:
        return Finding(1.0, shown=(Evidence(named[0].turn, quote(named[0].clause), ""),))
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
}
