"""What lies at hand during a visit: who it is, the terms on the table, lines to pick from, and a hint."""

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from simulator.client.terms import spoken_value
from simulator.i18n import _
from simulator.screens.mood import mood_line
from simulator.screens.prose import PackedVisual
from simulator.visit.visit import Visit

LONGEST_ORGANISATION = 40
"""In cells; a longer description belongs into the dossier, not over the talk."""

if TYPE_CHECKING:
    from scoring import Rubric


def title_of(visit: Visit) -> Content:
    """Who is visited, and whether it counts."""
    contact = visit.scenario.dossier.contact
    organisation = visit.scenario.dossier.organisation
    short = organisation if cell_len(organisation) <= LONGEST_ORGANISATION else ""
    facts = " · ".join(part for part in (contact.title, short) if part)
    exam = _("exam") if not visit.practice else ""
    return Content.assemble((contact.name, "bold"), (f"  {facts}", "$muted"), (f"  {exam}", "$warning"))


def mood_of(visit: Visit, cells: int) -> PackedVisual:
    """Trust and patience now, and how the last turn moved them."""
    exchanges, start = visit.transcript.exchanges, visit.scenario.temperament
    moods = [(start.trust, start.patience), *((each.client.trust, each.client.patience) for each in exchanges)]
    now = (visit.position.trust, visit.position.patience)
    return mood_line(*now, moods[-2] if exchanges else None, cells=cells)


def hint_of(visit: Visit, rubric: "Rubric") -> str:
    """At most three things of the checklist that could be tried now."""
    from scoring import hints

    names = hints(visit.transcript, rubric)[:3]
    said = _("You could try: {names}").format(names=" · ".join(names))
    return said if names else _("Nothing is missing here at the moment.")


def standing_offer(visit: Visit) -> str:
    """The client's terms that stand on the table, or what both have agreed; empty before any were named."""
    table, bargaining = visit.position.table, visit.scenario.bargaining
    if table is None or bargaining is None:
        return ""
    named = any(exchange.client.offer for exchange in visit.transcript.exchanges)
    terms = dict(table.agreed or (table.mine if named else ()))
    if not terms:
        return ""
    issues = bargaining.issues
    language = visit.scenario.language
    said = " · ".join(
        f"{issues[id].name} {spoken_value(issues[id], value, language)}"
        for id, value in terms.items()
        if id in issues
    )
    return (_("Agreed: {terms}") if table.agreed else _("The client asks: {terms}")).format(terms=said)


def lines_of(visit: Visit) -> tuple[str, ...]:
    """The lines of the present state; a state inside another adds its own to the other's."""
    states = visit.scenario.states
    found: list[str] = []
    state = states.get(visit.position.state)
    for _depth in range(len(states)):
        if state is None:
            break
        found += state.menu
        state = states.get(state.inside or "")
    return tuple(dict.fromkeys(found))
