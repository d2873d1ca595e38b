"""How the visit went: taboos, needs, the bargaining, the client's mood, the shares of the talk, the skills."""

from collections.abc import Iterator

from scoring.bargaining import Bargaining
from scoring.course import MoodPoint, NeedLine
from scoring.remarks import RemarkLine, outcome_told, titled
from scoring.report.charts import mood_curve, offer_curves, talk_bar
from scoring.report.frame import table
from scoring.report.markup import Element, Node, h
from scoring.report.other_words import beside
from scoring.report.told import Told
from scoring.scorecard import TabooMark
from scoring.words import WORDS


def taboos(told: Told) -> Element:
    """The taboos committed, and those that a person must confirm."""
    card = told.debrief
    parts: list[Node] = [] if card.taboos else [told.line(told.w("taboos.none"))]
    if card.taboos:
        parts.append(h("ul", *(h("li", *_taboo(told, taboo)) for taboo in card.taboos), class_="plain"))
    if card.uncertain:
        parts.append(told.heading(told.w("plain.uncertain"), 2))
        parts.append(h("ul", *(h("li", *_taboo(told, taboo)) for taboo in card.uncertain), class_="plain"))
    return told.section("taboos", told.w("plain.taboos"), *parts)


def _taboo(told: Told, taboo: TabooMark) -> list[Node]:
    about = [told.w(f"severity.{taboo.severity}")]
    if taboo.deduction:
        about.append(told.taken(taboo.deduction))
    if taboo.raised:
        about.append(told.w("plain.raised"))
    if taboo.together:
        about.append(told.w("plain.together"))
    return [
        h("b", h("span", "⚠ ", class_="bad"), f"{taboo.name} ({told.w('join').join(about)})"),
        told.line(told.turn(taboo.turn), " · ", told.colon("plain.you"), told.quote(taboo.clause)),
        told.line(h("b", told.colon("plain.why")), taboo.why),
        told.line(h("b", told.colon("plain.instead")), taboo.instead, class_="say"),
        *(
            beside(told, tried.of_taboo(taboo.id, taboo.turn))
            if (tried := told.debrief.what_if) is not None
            else ()
        ),
    ]


def needs(told: Told) -> Element | None:
    """The client's needs, and for a missed one the thread that was there to pull."""
    if not told.debrief.needs:
        return None
    rows = [
        (
            need.statement,
            told.w("plain.latent" if need.latent else "plain.explicit"),
            h("div", *_outcome(told, need)),
        )
        for need in told.debrief.needs
    ]
    heads = [told.w(key) for key in ("need", "kind", "outcome")]
    return told.section("needs", told.w("plain.needs"), table(told.w("needs.table"), heads, rows, keep=1))


def _outcome(told: Told, need: NeedLine) -> list[Node]:
    if need.settled is not None and need.turn is None:
        place = h("a", told.w("plain.settled", turn=need.settled), href=f"#{told.id}-t{need.settled}")
        return [told.line(h("span", "✓ ", class_="good"), place)]
    if need.turn is None:
        cross = h("span", "✗ ", class_="bad")
        parts: list[Node] = [told.line(cross, told.w("plain.missed"))]
        turn = need.touched or need.hinted
        if turn is not None:
            parts = [
                told.line(cross, h("a", told.w(f"plain.{need.outcome}", turn=turn), href=f"#{told.id}-t{turn}"))
            ]
        if need.hinted is not None:
            parts.append(told.line(told.colon("plain.client"), told.quote(need.quote)))
        if need.thread:
            parts.append(told.line(told.colon("plain.thread"), told.quote(need.thread)))
        return parts
    where = h("a", told.w("plain.found", turn=need.turn), href=f"#{told.id}-t{need.turn}")
    return [
        told.line(h("span", "✓ ", class_="good"), where),
        told.line(told.quote(need.quote), class_="quiet"),
        told.line(told.colon("plain.client"), told.quote(need.told), class_="quiet"),
    ]


def remarks(told: Told) -> Element | None:
    """What the client brought up unasked, and what became of it."""
    if not told.debrief.remarks:
        return None
    rows = [
        (
            told.turn(remark.turn),
            h("div", *_brought_up(told, remark)),
            h("div", *_became(told, remark)),
        )
        for remark in told.debrief.remarks
    ]
    heads = [told.w(key) for key in ("turn.short", "brought_up", "outcome")]
    return told.section("remarks", told.w("plain.remarks"), table(told.w("remarks.table"), heads, rows, keep=0))


def _brought_up(told: Told, remark: RemarkLine) -> list[Node]:
    return [told.line(h("b", titled(remark, told.language))), told.line(told.quote(remark.quote), class_="quiet")]


def _became(told: Told, remark: RemarkLine) -> list[Node]:
    sign, style = _SIGNS.get(remark.outcome, ("✗ ", "bad"))
    text: Node = outcome_told(remark, told.language)
    if remark.settled is not None:
        text = h("a", text, href=f"#{told.id}-t{remark.settled}")
    parts: list[Node] = [told.line(h("span", sign, class_=style), text)]
    if remark.reply:
        parts.append(told.line(told.colon("plain.you"), told.quote(remark.reply), class_="quiet"))
    return parts


_SIGNS = {
    "answered": ("✓ ", "good"), "declined": ("✓ ", "good"), "later": ("✓ ", "good"), "unrefused": ("~ ", "quiet"),
    "untaken": ("· ", "quiet"),
}  # fmt: skip


def bargaining(told: Told) -> Element | None:
    """Both sides' offers as charts and as a table, the zone of agreement, how the gain was shared."""
    deal = told.debrief.bargaining
    if deal is None or not deal.rounds:
        return None
    charts = offer_curves(f"{told.id}-offers", deal, told.language)
    parts: list[Node] = [h("div", *(h("figure", chart) for chart in charts), class_="pair")]
    return told.section("bargaining", told.w("plain.bargaining"), *parts, _offers(told, deal), *_zones(told, deal))


def _offers(told: Told, deal: Bargaining) -> Element:
    zones = {zone.issue: zone for zone in deal.zones}
    heads = [told.w("turn.short"), told.w("side"), *(zone.name or zone.issue for zone in deal.zones)]
    rows = [
        (
            told.turn(offer.turn),
            told.w("plain.bank" if offer.side == "bank" else "plain.client_side"),
            *(
                zone.said(offer.terms[id], told.language) if id in offer.terms else "–"
                for id, zone in zones.items()
            ),
        )
        for offer in deal.rounds
    ]
    return table(told.w("offers.table"), heads, rows, keep=0)


def _zones(told: Told, deal: Bargaining) -> Iterator[Node]:
    heads = [told.w(key) for key in ("issue", "plain.zone", "plain.agreed", "left.head")]
    heads = [head[:1].upper() + head[1:] for head in heads]
    rows = [
        (
            zone.name or zone.issue,
            f"{zone.said(zone.bank, told.language)} – {zone.said(zone.client, told.language)}"
            if zone.exists
            else told.w("plain.no_zone"),
            zone.said(zone.agreed, told.language) if zone.agreed is not None else "–",
            zone.said(zone.left, told.language) if zone.left and not zone.choices else "–",
        )
        for zone in deal.zones
    ]
    yield table(told.w("zones.table"), heads, rows)
    if deal.outcome:
        share = deal.outcome.bank_share
        yield told.line(told.w("plain.surplus", bank=f"{share:.0%}", client=f"{1 - share:.0%}"))
        measures = {"nash": f"{deal.outcome.nash:.0%}", "pareto": f"{deal.outcome.pareto:.0%}"}
        yield told.line(told.w("plain.nash", **measures))


def mood(told: Told) -> Element | None:
    """Trust and patience as a curve, and turn by turn with what moved them."""
    course = told.debrief.course
    if not course:
        return None
    rows = [
        (
            told.turn(point.turn),
            str(point.trust),
            str(point.patience),
            _change(told, point),
            point.why,
            _events(told, point),
            told.quote(point.quote) if point.quote else "",
        )
        for point in course
    ]
    keys = ("turn.short", "trust", "patience", "change", "moved_by", "happened", "your_words")
    return told.section(
        "mood",
        told.w("plain.course"),
        h("figure", mood_curve(f"{told.id}-mood", course, told.language)),
        table(told.w("course.table"), [told.w(key) for key in keys], rows, (1, 2, 3), keep=0),
    )


def _change(told: Told, point: MoodPoint) -> Node:
    if not point.change:
        return "0"
    sign = "▲" if point.change > 0 else "▼"
    return h("span", f"{sign} {point.change:+d}", class_="good" if point.change > 0 else "bad")


def _events(told: Told, point: MoodPoint) -> str:
    """What happened on the client's side, in the words there are for it."""
    kinds = dict.fromkeys(event.partition(":")[0] for event in point.events)
    words = WORDS[told.language]
    return told.w("join").join(words[f"event.{kind}"] for kind in kinds if f"event.{kind}" in words)


def talk(told: Told) -> Element:
    """Who talked how much, and how much of it was asking."""
    share = told.debrief.talk
    line = told.w(
        "plain.talk.line", share=f"{share.trainee:.0%}", questions=share.questions, open=share.open_questions,
        turn=share.longest_turn, longest=share.longest,
    )  # fmt: skip
    bar = talk_bar(f"{told.id}-talk", share, told.language)
    return told.section("share", told.w("plain.talk"), h("figure", bar), told.line(line))


def skills(told: Told) -> Element:
    """The skills by the frameworks of the training texts."""
    rows = [
        (
            skill.name,
            told.w(f"framework.{skill.framework}"),
            told.w("plain.no_occasion") if skill.value is None else str(skill.value),
            skill.because,
        )
        for skill in told.debrief.skills
    ]
    heads = [told.w(key) for key in ("skill", "kind", "value", "because")]
    return told.section(
        "skills", told.w("plain.skills"), table(told.w("skills.table"), heads, rows, (2,), unseen=True)
    )
