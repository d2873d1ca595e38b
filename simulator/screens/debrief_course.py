"""The pages of the debrief that tell how the visit went: needs, bargaining, mood, talk, skills, questions."""

from dataclasses import dataclass

from textual.content import Content

from scoring import Debrief
from scoring.bargaining import Bargaining
from scoring.course import moved_most
from scoring.remarks import called, facts_told, outcome_told
from scoring.words import word
from simulator.i18n import _, language
from simulator.screens.chart import columns, numbers
from simulator.screens.mood import bar
from simulator.screens.sheet import (
    BAD,
    DIM,
    GOLD,
    GOOD,
    HALF,
    STRONG,
    Sheet,
    joined,
    padded,
    percent,
    quoted,
    turn_name,
    widest,
)

ChoiceWords = dict[str, dict[float, str]]
"""For issues of choices: the author's word for each value."""
TOLD = 8
"""So many turns that moved the client are told."""


def needs(debrief: Debrief) -> Content:
    """The needs found and missed, and the thread that was there to pull."""
    sheet = Sheet()
    for need in debrief.needs:
        sheet.gap()
        kind = _("unspoken") if need.latent else _("spoken")
        if need.turn is not None:
            found = _("came out in turn {turn}").format(turn=need.turn)
            sheet.line(("✓ ", GOOD), need.statement)
            sheet.line((f"  {joined(kind, found)}  {quoted(need.quote)}", DIM))
            client = _("Client")
            sheet.line((f"  {joined(client, quoted(need.told))}", DIM))
        elif need.settled is not None:
            settled = _("you settled it yourself in turn {turn}, before anybody asked").format(turn=need.settled)
            sheet.line(("✓ ", GOOD), need.statement)
            sheet.line((f"  {joined(kind, settled)}", DIM))
        else:
            sheet.line(("✗ ", BAD), need.statement)
            never = _("never came out")
            if need.hinted is not None:
                never = _("hinted at in turn {turn}, and the thread left lying").format(turn=need.hinted)
            if need.touched is not None:
                never = _("you spoke of it in turn {turn}, but it did not come out in full").format(
                    turn=need.touched
                )
            sheet.line((f"  {joined(kind, never)}  {quoted(need.quote)}".rstrip(), DIM))
            if need.thread:
                asked = _("You could have asked: {words}").format(words=quoted(need.thread))
                sheet.line((f"  {asked}", GOLD))
    return sheet.content()


_SIGNS = {
    "answered": ("✓ ", GOOD), "declined": ("✓ ", GOOD), "later": ("~ ", HALF), "unrefused": ("~ ", HALF), "untaken": ("· ", DIM), "yielded": ("! ", BAD)
}  # fmt: skip


def remarks(debrief: Debrief) -> Content:
    """What the client brought up unasked, and what became of it."""
    sheet = Sheet()
    for remark in debrief.remarks:
        sheet.gap()
        kind = facts_told(remark, debrief.language)
        sheet.line(
            _SIGNS.get(remark.outcome, ("✗ ", BAD)),
            (called(remark, debrief.language), STRONG),
            (f"  {kind}".rstrip(), DIM),
        )
        said = _("{turn}, the client: {words}").format(turn=turn_name(remark.turn), words=quoted(remark.quote))
        sheet.line((f"  {said}", DIM))
        sheet.line(f"  {outcome_told(remark, debrief.language)}")
        if remark.settled is not None and remark.reply:
            said = _("{turn}, you: {words}").format(turn=turn_name(remark.settled), words=quoted(remark.reply))
            sheet.line((f"  {said}", DIM))
    return sheet.content()


def bargaining(debrief: Debrief, words: ChoiceWords) -> Content:
    """Both sides' offers, the room there was, and what became of it; ``words`` name the values of choices."""
    deal = debrief.bargaining
    sheet = Sheet()
    if deal is None:
        return sheet.content()
    shown = {zone.issue: _Value(zone.unit, words.get(zone.issue, {})) for zone in deal.zones}
    names = {zone.issue: zone.name for zone in deal.zones}
    if deal.rounds:
        sheet.line((_("Offers"), "bold $primary"))
    else:
        sheet.line((_("No terms were put on the table."), DIM))
    for offer in deal.rounds:
        side = _("You") if offer.side == "bank" else _("Client")
        terms = joined(
            *(f"{names.get(id, id)} {shown[id].said(value)}" for id, value in offer.terms.items() if id in shown)
        )
        sheet.line(
            (f"  {turn_name(offer.turn)}  ", DIM), (f"{side}  ", GOLD if offer.side == "bank" else STRONG), terms
        )
    _zones(sheet, deal, shown)
    return sheet.content()


def _zones(sheet: Sheet, deal: Bargaining, shown: "dict[str, _Value]") -> None:
    sheet.heading(_("The room there was"))
    for zone in deal.zones:
        value = shown[zone.issue]
        if zone.exists:
            room = _("between {bank} (the bank's last) and {client} (the client's last)").format(
                bank=value.said(zone.bank), client=value.said(zone.client)
            )
        else:
            room = _("none: the bank's last and the client's last do not meet")
        sheet.line(f"  {zone.name or zone.issue}  ", (room, DIM))
        if zone.agreed is not None:
            agreed = _("agreed: {value}").format(value=value.said(zone.agreed))
            left = ""
            if zone.left and not value.words:
                left = _("{value} more was there to be had").format(value=value.said(zone.left))
            sheet.line(f"    {joined(agreed, left)}")
    if not deal.within_authority:
        sheet.line(("  " + _("The terms agreed lie beyond your authority."), BAD))
    if deal.outcome is not None:
        outcome = deal.outcome
        sheet.heading(_("How good it was"))
        for label, share in (
            (_("The bank's part of the gain"), outcome.bank_share),
            (_("Good for both sides (Nash)"), outcome.nash),
            (_("Nothing left lying (Pareto)"), outcome.pareto),
        ):
            sheet.line(f"  {padded(label, 27)} ", (bar(round(100 * share)), "$primary"), f" {percent(share)}")


@dataclass(frozen=True, slots=True)
class _Value:
    """How values of one issue are said."""

    unit: str
    words: dict[float, str]

    def said(self, value: float) -> str:
        if value in self.words:
            return self.words[value]
        match self.unit:
            case "%":
                return f"{value:g}%"
            case "month":
                return _("{number} months").format(number=f"{value:g}")
            case "CNY":
                return f"{value / 10_000:g}万" if language() == "zh" else f"CNY {value:,.0f}"
            case "bp":
                return f"{value:g}bp"
        return f"{value:g}"


def course(debrief: Debrief) -> Content:
    """The client's trust over the turns, and what moved it."""
    sheet = Sheet()
    if not debrief.course:
        return sheet.content()
    sheet.line((_("Trust"), "bold $primary"))
    for line in columns([point.trust for point in debrief.course], "$primary"):
        sheet.line(line)
    sheet.line((numbers(len(debrief.course)), DIM))
    sheet.heading(_("Patience"))
    for line in columns([point.patience for point in debrief.course], "$secondary", rows=2):
        sheet.line(line)
    moved = moved_most(debrief.course, TOLD)
    if moved:
        sheet.heading(_("What moved it"))
    for point in moved:
        change = f"{point.change:+d}".replace("-", "−")
        colour = GOOD if point.change > 0 else BAD
        sheet.line(("  ", ""), (f"{change:>3}", colour), f"  {turn_name(point.turn)}  {point.why}")
        if point.quote:
            sheet.line((f"       {quoted(point.quote)}", DIM))
    return sheet.content()


def talk(debrief: Debrief) -> Content:
    """Who talked how much, and how was asked."""
    sheet = Sheet()
    talk = debrief.talk
    if not talk.turns:
        return sheet.content()
    labels = (_("You"), _("Client"))
    wide = widest(list(labels))
    for label, share, colour in zip(labels, (talk.trainee, 1 - talk.trainee), (GOLD, "$primary"), strict=True):
        sheet.line(f"{padded(label, wide)}  ", (bar(round(100 * share), 24), colour), f" {percent(share)}")
    sheet.gap()
    sheet.line(_("Questions: {all}, of them open: {open}").format(all=talk.questions, open=talk.open_questions))
    longest = _("Your longest turn: turn {turn}, {length} characters")
    sheet.line(longest.format(turn=talk.longest_turn, length=talk.longest))
    return sheet.content()


def skills(debrief: Debrief) -> Content:
    """The training texts' skills, each with what it rests on."""
    sheet = Sheet()
    framework = ""
    wide = widest([skill.name for skill in debrief.skills])
    for skill in debrief.skills:
        if skill.framework != framework:
            framework = skill.framework
            sheet.heading(word(f"framework.{framework}", debrief.language))
        if skill.value is None:
            sheet.line(f"{padded(skill.name, wide)}  ", (_("no occasion this time"), DIM))
        else:
            sheet.line(f"{padded(skill.name, wide)}  ", (bar(skill.value, 16), "$primary"), f" {skill.value}")
            if skill.because:
                sheet.line((f"  {skill.because}", DIM))
    return sheet.content()


def reflection(debrief: Debrief) -> Content:
    """Questions to ask oneself, and what to practise next."""
    sheet = Sheet()
    if debrief.questions:
        sheet.heading(_("Questions to yourself"))
    for question in debrief.questions:
        sheet.line(f"· {question}")
    if debrief.practise:
        sheet.heading(_("What to practise next"))
    for practice in debrief.practise:
        sheet.line(f"· {practice}")
    return sheet.content()
