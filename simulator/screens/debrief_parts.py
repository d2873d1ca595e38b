"""The debrief as sections of text: the verdict first, then whatever one wants to know more about."""

from dataclasses import dataclass
from itertools import groupby

from textual.content import Content

from scoring import Debrief
from scoring.scorecard import ItemMark, Scorecard, TabooMark
from simulator.i18n import _
from simulator.screens.mood import bar
from simulator.transcript.record import Transcript

Part = str | Content | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the debrief; ``short`` is its name in the list."""

    short: str
    text: Content


def sections(debrief: Debrief, transcript: Transcript) -> tuple[Section, ...]:
    """Every page that has something to say, the verdict first."""
    card = debrief.scorecard
    pages = (
        Section(_("Verdict"), _verdict(debrief)),
        Section(_("Phases"), _phases(card)),
        Section(_("Checklist"), _items(card)),
        Section(_("Taboos"), _taboos(card)),
    )
    return tuple(page for page in pages if page.text.plain.strip())


def _verdict(debrief: Debrief) -> Content:
    card = debrief.scorecard
    return Content.assemble((f"{card.total:g}", "bold $accent"), f" / 100   {card.grade_name}")


def _phases(card: Scorecard) -> Content:
    parts: list[Part] = []
    for phase in card.phases:
        share = round(100 * phase.earned / phase.possible) if phase.possible else 0
        parts += [phase.name, "\n  ", (bar(share, 20), "$primary"), f"  {share}%\n"]
    return Content.assemble(*parts)


def _items(card: Scorecard) -> Content:
    parts: list[Part] = []
    names = {phase.id: phase.name for phase in card.phases}
    for phase, items in groupby(card.items, key=lambda item: item.phase):
        shown = [item for item in items if item.applicable]
        if shown:
            parts += [("\n" if parts else "", ""), (names.get(phase, phase), "bold $primary"), "\n"]
        for item in shown:
            parts += _item(item)
    return Content.assemble(*parts)


def _item(item: ItemMark) -> list[Part]:
    if item.earned == 1:
        mark, colour = "✓", "$success"
    else:
        mark, colour = ("~", "$warning") if item.earned else ("✗", "$error")
    parts: list[Part] = [(f"{mark} ", colour), item.name, "\n"]
    for evidence in item.evidence[:2]:
        where = _("turn {turn}").format(turn=evidence.turn)
        parts += [(f"  {where}: {evidence.clause}\n", "$muted")]
    return parts


def _taboos(card: Scorecard) -> Content:
    parts: list[Part] = []
    for taboo in card.taboos:
        parts += _taboo(taboo)
    return Content.assemble(*parts)


def _taboo(taboo: TabooMark) -> list[Part]:
    where = _("turn {turn}").format(turn=taboo.turn)
    return [(taboo.name, "bold $error"), f"  −{taboo.deduction}\n", (f"  {where}: {taboo.clause}\n", "$muted")]
