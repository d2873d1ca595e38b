"""The page of the debrief that tells what would have come of other words."""

from textual.content import Content

from scoring import Debrief
from scoring.plain_what_if import best, told, turning, without_red
from scoring.what_if import Counterfactual
from simulator.i18n import _
from simulator.screens.chart import columns, numbers
from simulator.screens.sheet import BAD, DIM, GOLD, STRONG, Sheet


def what_if(debrief: Debrief, meanwhile: str) -> Content:
    """Where the visit turned, the lines that would have gained most, and what was still within reach; ``meanwhile`` is
    shown as long as nothing was tried out."""
    sheet = Sheet()
    found = debrief.what_if
    if found is None:
        sheet.line((meanwhile, DIM))
        return sheet.content()
    if point := turning(found, debrief.language):
        sheet.line((point, STRONG))
    if without := without_red(found, debrief.language):
        sheet.line((without, BAD))
    names = {item.id: item.name for item in debrief.items} | {taboo.id: taboo.name for taboo in debrief.taboos}
    shown = best(found)
    sheet.heading(_("What would have gained most"))
    for counterfactual in shown:
        sheet.line(("· ", GOLD), (names.get(counterfactual.id, counterfactual.id), STRONG))
        tried(sheet, counterfactual, debrief.language)
    about = _(
        "Each line was tried out in this very talk: you say everything else as you did, the client answers anew."
    )
    sheet.gap()
    sheet.line((about if shown else _("No line was found that would have gained anything."), DIM))
    if found.reachable:
        sheet.heading(_("Still within reach after each turn"))
        for line in columns([round(reach.total) for reach in found.reachable[1:]], "$primary"):
            sheet.line(line)
        sheet.line((numbers(len(found.reachable) - 1), DIM))
        sheet.line((_("At least that much: it was found by playing on from there."), DIM))
    return sheet.content()


def tried(sheet: Sheet, counterfactual: Counterfactual, language: str) -> None:
    """A counterfactual in one line."""
    sheet.line((f"  {told(counterfactual, language)}", GOLD))
