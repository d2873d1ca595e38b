"""The debrief as pages: the verdict and three things first, then whatever one wants to know more about."""

from dataclasses import dataclass

from textual.content import Content

from scoring import Debrief
from scoring.debrief import Advice
from scoring.scorecard import ItemMark, TabooMark
from simulator.i18n import N_, _
from simulator.screens.debrief_course import (
    ChoiceWords,
    bargaining,
    course,
    needs,
    reflection,
    remarks,
    skills,
    talk,
)
from simulator.screens.debrief_what_if import tried, what_if
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

SEVERITIES = {"minor": N_("slight"), "major": N_("serious"), "red": N_("red line")}


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the debrief under its name in the list."""

    name: str
    text: Content


def sections(debrief: Debrief, words: ChoiceWords, meanwhile: str = "") -> tuple[Section, ...]:
    """Every page that has something to say, the verdict first; ``meanwhile`` stands in for what is being tried out."""
    pages = (
        Section(_("In short"), _verdict(debrief)),
        Section(_("Phases"), _phases(debrief)),
        Section(_("Taboos"), _taboos(debrief)),
        Section(_("Needs"), needs(debrief)),
        Section(_("Brought up"), remarks(debrief)),
        Section(_("Bargaining"), bargaining(debrief, words)),
        Section(_("Mood"), course(debrief)),
        Section(_("Who talked"), talk(debrief)),
        Section(_("Skills"), skills(debrief)),
        Section(_("Other words"), what_if(debrief, meanwhile)),
        Section(_("Checklist"), _items(debrief)),
        Section(_("To think over"), reflection(debrief)),
    )
    return tuple(page for page in pages if page.text.plain.strip())


def _verdict(debrief: Debrief) -> Content:
    card = debrief.scorecard
    sheet = Sheet()
    passed = (_("passed"), f"bold {GOOD}") if card.passed else (_("not passed"), f"bold {BAD}")
    sheet.line((f"{card.total:g}", f"bold {GOLD}"), (" / 100", DIM), f"   {card.grade_name}   ", passed)
    sheet.line(debrief.verdict)
    if debrief.priorities:
        sheet.heading(_("Three things first") if len(debrief.priorities) > 1 else _("One thing first"))
    for number, advice in enumerate(debrief.priorities, 1):
        _advice(sheet, number, advice)
    if debrief.strengths:
        sheet.heading(_("Well done"))
    for strength in debrief.strengths:
        sheet.line(("✓ ", GOOD), strength.title)
        sheet.line((f"  {turn_name(strength.turn)} {quoted(strength.quote)}", DIM))
    return sheet.content()


def _advice(sheet: Sheet, number: int, advice: Advice) -> None:
    if number > 1:
        sheet.gap()
    red = (_("Red line") + "  ", f"bold {BAD}") if advice.kind == "red" else ""
    points = f"{advice.gain:.0f}"
    told = _("about 1 point") if points == "1" else _("about {points} points").format(points=points)
    gain = told if advice.gain >= 0.5 else ""
    sheet.line((f"{number}  ", GOLD), red, (advice.title, STRONG), (f"  {gain}", DIM))
    if advice.quote:
        pattern = _("{turn}, you: {words}") if advice.own else _("{turn}, the client: {words}")
        where = turn_name(advice.turn) if advice.turn else _("at the start")
        said = pattern.format(turn=where, words=quoted(advice.quote))
        sheet.line((f"   {said}", DIM))
    sheet.line(f"   {advice.why}")
    if advice.say:
        say = _("Next time: {words}").format(words=quoted(advice.say))
        sheet.line((f"   {say}", GOLD))


def _phases(debrief: Debrief) -> Content:
    sheet = Sheet()
    if debrief.phases:
        sheet.line((_("What was possible in each phase, and how much of it you reached."), DIM))
        sheet.gap()
    wide = widest([phase.name for phase in debrief.phases])
    for phase in debrief.phases:
        share = phase.earned / phase.possible if phase.possible else 0.0
        weight = _("counts {share}").format(share=percent(phase.share))
        sheet.line(
            f"{padded(phase.name, wide)}  ",
            (bar(round(100 * share), 16), "$primary" if share >= 0.5 else HALF),
            f" {percent(share):>4}",
            (f"  {weight}", DIM),
        )
    return sheet.content()


def _items(debrief: Debrief) -> Content:
    sheet = Sheet()
    for phase in debrief.phases:
        items = [item for item in debrief.items if item.phase == phase.id and item.applicable]
        if items:
            sheet.heading(phase.name)
        for item in items:
            _item(sheet, item, debrief)
    out = [item.why_not for item in debrief.items if not item.applicable]
    if out:
        text = _(
            "Not counted this time: {unsuited} items of other kinds of visit, {chance} without an occasion, "
            "{unseen} that cannot be seen in typing."
        )
        no_occasion = out.count("chance") + out.count("short")
        counts = {"unsuited": out.count("visit"), "chance": no_occasion, "unseen": out.count("unseen")}
        sheet.gap()
        sheet.line((text.format(**counts), DIM))
    return sheet.content()


def _item(sheet: Sheet, item: ItemMark, debrief: Debrief) -> None:
    if item.earned == 1:
        mark, colour, state = "✓", GOOD, ""
    elif item.earned:
        mark, colour, state = "~", HALF, _("half")
    else:
        mark, colour, state = "✗", BAD, _("missed")
    points = f"{item.earned * item.weight:g}/{item.weight}"
    sheet.line((f"{mark} ", colour), item.name, (f"  {points} {state}", DIM))
    for evidence in item.evidence[:2]:
        where = turn_name(evidence.turn) if item.has_place(evidence) else ""
        words = " ".join(part for part in (where, quoted(evidence.clause)) if part)
        sheet.line((f"  {joined(words, evidence.because)}", DIM))
    if item.earned < 1:
        sheet.line(f"  {item.advice}")
        found = debrief.what_if.of_item(item.id) if debrief.what_if is not None else None
        if found is not None:
            tried(sheet, found, debrief.language)
        elif item.example:
            sheet.line((f"  {quoted(item.example)}", GOLD))


def _taboos(debrief: Debrief) -> Content:
    sheet = Sheet()
    if not debrief.taboos and not debrief.uncertain:
        sheet.line(("✓ ", GOOD), _("Nothing was said that should not have been."))
    for taboo in debrief.taboos:
        sheet.gap()
        _taboo(sheet, taboo)
    if debrief.uncertain:
        sheet.heading(_("To be confirmed by a person; no points were taken"))
    for taboo in debrief.uncertain:
        _taboo(sheet, taboo)
    return sheet.content()


def _points_taken(points: float) -> str:
    return _("1 point taken") if points == 1 else _("{points} points taken").format(points=f"{points:.3g}")


def _taboo(sheet: Sheet, taboo: TabooMark) -> None:
    taken = _points_taken(taboo.deduction) if taboo.deduction else ""
    raised = _("counted one step higher") if taboo.raised else ""
    together = _("several turns together") if taboo.together else ""
    facts = joined(_(SEVERITIES[taboo.severity]), taken, raised, together)
    sheet.line(("! ", BAD), (taboo.name, f"bold {BAD}"), (f"  {facts}", DIM))
    said = _("{turn}, you: {words}").format(turn=turn_name(taboo.turn), words=quoted(taboo.clause))
    sheet.line((f"  {said}", DIM))
    sheet.line(f"  {taboo.why}")
    if taboo.instead:
        instead = _("Instead: {words}").format(words=quoted(taboo.instead))
        sheet.line((f"  {instead}", GOLD))
