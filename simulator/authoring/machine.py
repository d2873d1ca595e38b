"""The client's machine as one draws it: states with their reactions, what these bring out, and how the talk moves on."""

from dataclasses import dataclass

from simulator.authoring.field_words import GROUPS as GROUP_WORDS
from simulator.i18n import N_, _, language
from simulator.scenario.load import Loaded
from simulator.scenario.model import ANYWHERE, Reaction, Remark, Scenario
from simulator.vocabulary.moves import name


@dataclass(frozen=True, slots=True)
class Row:
    """One reaction: its place and id, what it answers, its guard, and what it does.

    ``reveals`` are (need, level), ``own`` whether the scenario itself wrote it.
    """

    place: str
    id: str
    answers: str
    guard: str
    reveals: tuple[tuple[str, str], ...]
    go: str | None
    end: str | None
    raises: tuple[str, ...]
    settles: tuple[str, ...]
    trust: int | None
    own: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A state or a remark with its reactions. ``note`` is said under its name."""

    id: str
    title: str
    note: str
    rows: tuple[Row, ...]
    hidden: int = 0
    """Inherited reactions that are not shown."""


@dataclass(frozen=True, slots=True)
class Way:
    """From one state to another, by these reactions. ``source`` may be `ANYWHERE`."""

    source: str
    target: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A need or an ending: its id, its words, and what stands small beneath them."""

    id: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Machine:
    """What is drawn."""

    title: str
    first: str
    states: tuple[Card, ...]
    remarks: tuple[Card, ...]
    needs: tuple[Node, ...]
    endings: tuple[Node, ...]
    ways: tuple[Way, ...]


def machine(loaded: Loaded, everything: bool = False) -> Machine:
    """The machine of a scenario. Of what is inherited only the ways between states, unless ``everything`` is asked for."""
    scenario = loaded.scenario
    cards, ways = [], []
    for id in dict.fromkeys((scenario.first, *scenario.states)):
        state = scenario.states[id]
        rows = [_row(scenario, f"states/{id}/on/{key}", key, reaction) for key, reaction in state.on.items()]
        shown = tuple(row for row in rows if everything or row.own)
        if id != ANYWHERE or shown:
            cards.append(Card(id, _title(id, state.name), _inside(scenario, id), shown, len(rows) - len(shown)))
        ways += _ways(id, rows)
    remarks = tuple(_remark(scenario, id, remark) for id, remark in scenario.remarks.items())
    return Machine(
        scenario.title,
        scenario.first,
        tuple(cards),
        remarks,
        tuple(_need(scenario, id) for id in scenario.needs),
        tuple(
            Node(id, ending.title, ending.when.text if ending.when else _("otherwise"))
            for id, ending in scenario.endings.items()
        ),
        tuple(ways),
    )


def _title(id: str, words: str) -> str:
    if id == ANYWHERE:
        return _("in every state")
    return words if words != "…" else id


def _inside(scenario: Scenario, id: str) -> str:
    state = scenario.states[id]
    parts = [state.goal.strip()] if state.goal.strip() else []
    if state.inside:
        around = _title(state.inside, scenario.states[state.inside].name)
        parts.append(_("also all of: {state}").format(state=around))
    if state.final:
        parts.append(_("the visit ends here"))
    return " · ".join(parts)


def _ways(source: str, rows: list[Row]) -> list[Way]:
    targets: dict[str, list[Row]] = {}
    for row in rows:
        if row.go is not None and row.go != source:
            targets.setdefault(row.go, []).append(row)
    return [Way(source, target, tuple(found)) for target, found in targets.items()]


def _need(scenario: Scenario, id: str) -> Node:
    need = scenario.needs[id]
    kind = _("says so unasked") if need.kind == "explicit" else _("has to be drawn out")
    return Node(id, need.statement, _("{kind} · weight {weight}").format(kind=kind, weight=need.weight))


def _remark(scenario: Scenario, id: str, remark: Remark) -> Card:
    rows = [
        _row(scenario, f"remarks/{id}/{part}/{key}", key, reaction, partial=part == "partial")
        for part in ("answers", "partial")
        for key, reaction in getattr(remark, part).items()
    ]
    kind = _(KINDS[remark.kind])
    when = remark.when.text if remark.when else _("made by a reaction")
    return Card(id, remark.name or id, f"{kind} · {when}", tuple(rows))


def _row(scenario: Scenario, place: str, id: str, reaction: Reaction, partial: bool = False) -> Row:
    guard = [reaction.when.text] if reaction.when else []
    if reaction.once:
        guard.append(_("once"))
    if partial:
        guard.append(_("half an answer"))
    return Row(
        place,
        id,
        answered(scenario, reaction),
        " · ".join(guard),
        tuple(reaction.reveal.items()),
        reaction.go,
        reaction.end,
        reaction.raise_,
        reaction.settle,
        reaction.trust,
        place not in scenario.inherited.reactions,
    )


def answered(scenario: Scenario, reaction: Reaction) -> str:
    """What a reaction answers, in words: moves or taboos, on which topic, in which form."""
    spoken = language()
    names = [_group(id, spoken) or name(id, spoken) for id in reaction.move]
    any_taboo = _("any taboo")
    names += [f"⚠ {any_taboo if id == 'any' else name(id, spoken)}" for id in reaction.taboo]
    words = _(" or ").join(names)
    if reaction.form:
        form = _("open question") if reaction.form == "open" else _("closed question")
        words += f" ({form})"
    if reaction.topic:
        words += " · " + _(" or ").join(subject(scenario, id) for id in reaction.topic)
    return words


def _group(id: str, spoken: str) -> str:
    words = GROUP_WORDS.get(id)
    return words[0 if spoken == "zh" else 1] if words else ""


def subject(scenario: Scenario, id: str) -> str:
    """The words for a topic, need, product or fact; none of them in brackets."""
    if id == "none":
        return _("(no subject)")
    known = scenario.topics.get(id) or scenario.products.get(id)
    return known.name if known is not None else id


KINDS = {
    "remark": N_("remark"),
    "question": N_("question"),
    "objection": N_("objection"),
    "temptation": N_("temptation"),
    "call": N_("call"),
    "third_person": N_("third person"),
}


def effects(row: Row) -> str:
    """What a reaction does, in a few words."""
    levels = {level: _(words) for level, words in LEVELS.items()}
    parts = [f"→ {need}: {levels[level]}" for need, level in row.reveals]
    if row.trust:
        parts.append(_("trust {change:+d}").format(change=row.trust))
    parts += [_("makes the remark {id}").format(id=id) for id in row.raises]
    parts += [_("settles {id}").format(id=id) for id in row.settles]
    if row.end:
        parts.append(_("ends: {ending}").format(ending=row.end))
    return " · ".join(parts)


LEVELS = {"hint": N_("hinted"), "told": N_("told"), "figures": N_("with figures")}
