"""Criteria on what surrounds the talk: needs, preparation, what was noted afterwards, the client's mood."""

import re
from typing import Any

from scoring import criteria as c
from scoring.echoes import content
from scoring.finding import MISSED, NO_CHANCE, Evidence, Finding, Later, mark
from scoring.found import MAX_EVIDENCE, evidence
from scoring.patterns import first_match
from scoring.quoting import in_context, quote
from scoring.view import VisitView
from scoring.words import word
from simulator.transcript.record import ChoiceBrief, Exchange, NeedBrief

_MEASURES = ("present_product", "explain_benefit", "make_offer", "trade", "offer_remedy", "give_example")


def revealed(criterion: c.Revealed, view: VisitView) -> Finding:
    """How much of what the client needs came out, by weight."""
    needs = [need for need in view.brief.needs if criterion.kind in ("any", need.kind)]
    if not needs:
        return NO_CHANCE
    out = [need for need in needs if need.id in view.revealed]
    found = sum([need.weight for need in out]) / (sum([need.weight for need in needs]) or 1)
    value = mark(found, criterion.at_least, criterion.half_at)
    return Finding(value, shown=Later(lambda: tuple(_brought_out(need, view) for need in out[:MAX_EVIDENCE])))


def _brought_out(need: NeedBrief, view: VisitView) -> Evidence:
    exchange = next(e for e in view.exchanges if need.id in e.client.revealed)
    because = word("because.revealed", view.language, need=need.statement)
    asked = [s.text for s in view.sentences if s.question and view.exchanges[s.index] is exchange]
    told = content(f"{need.statement} {exchange.client.text}".lower())
    asking = max(asked, key=lambda text: len(content(text.lower()) & told), default=exchange.trainee.text)
    return Evidence(exchange.turn, in_context(exchange.trainee.text, quote(asking)), because)


def covered(criterion: c.Covered, view: VisitView) -> Finding:
    """How many of the needs that came out were met with something fitting, after they came out."""
    needs = [need for need in view.brief.needs if need.id in view.revealed]
    if not needs or not view.brief.products:
        return NO_CHANCE
    met = []
    for need in needs:
        ids = {need.id, need.topic, *(p.id for p in view.brief.products if need.id in p.meets)} - {""}
        act = next((a for a in view.acts_of(_MEASURES) if a.move.topic in ids), None)
        if act is not None:
            met.append(act)
    value = mark(len(met) / len(needs), criterion.at_least, criterion.half_at)
    return Finding(value, shown=Later(lambda: evidence(view, sorted(met, key=lambda act: act.at))))


def prepared(criterion: c.Prepared, view: VisitView) -> Finding:
    """What was decided before the visit. Who went without the form, or left a part of it out, has missed what stands in it."""
    preparation, brief = view.transcript.preparation, view.brief
    if criterion.what == "form":
        return MISSED if preparation is None else Finding(1.0)
    if criterion.what == "note":
        if preparation is None:
            return MISSED
        noted = _noted(preparation.notes, criterion.fields, criterion.characters, view, criterion.at_least)
        return noted if noted.chance else MISSED
    choices = {"objective": brief.objectives, "materials": brief.materials, "questions": brief.questions}
    offered = {choice.id: choice for choice in choices[criterion.what]}
    if not offered:
        return NO_CHANCE
    if preparation is None:
        return MISSED
    if criterion.what == "objective":
        chosen = [offered[preparation.objective]] if preparation.objective in offered else []
        return Finding(1.0 if chosen and chosen[0].verdict == "right" else 0.0, shown=_chosen(chosen))
    picked = preparation.materials if criterion.what == "materials" else preparation.questions
    if criterion.what == "questions" and not picked:
        picked = _in_notes(preparation.notes)
    chosen = [offered[id] for id in dict.fromkeys(picked) if id in offered]
    if criterion.what == "materials":
        return _materials(chosen, tuple(offered.values()))
    likely = [choice for choice in chosen if choice.verdict == "likely"]
    most = sum(choice.verdict == "likely" for choice in offered.values())
    return Finding(mark(len(likely), min(criterion.at_least, most or 1)), shown=_chosen(likely))


def _in_notes(notes: dict[str, Any]) -> tuple[str, ...]:
    """Ids that somebody wrote into a note instead of ticking them."""
    texts = (part for note in notes.values() for part in (note if isinstance(note, list) else [note]))
    return tuple(id.strip() for text in texts for id in str(text).split(","))


def dossier(criterion: c.Dossier, view: VisitView) -> Finding:
    """What the file says of the client; it proves nothing of the trainee, so it shows no words."""
    known = f"{view.brief.title} {view.brief.organisation}".lower()
    return Finding(1.0 if first_match(known, criterion.words) is not None else 0.0)


def _materials(chosen: list[ChoiceBrief], offered: tuple[ChoiceBrief, ...]) -> Finding:
    needed = sum(choice.verdict == "needed" for choice in offered)
    brought = [choice for choice in chosen if choice.verdict == "needed"]
    early = [choice for choice in chosen if choice.verdict == "premature"]
    complete = len(brought) >= needed
    if complete and not early:
        return Finding(1.0, shown=_chosen(brought or chosen))
    half = (complete and len(early) == 1) or (not early and 2 * len(brought) >= needed)
    return Finding(0.5 if half and brought else 0.0, shown=_chosen([*brought[:2], *early]))


def _chosen(choices: list[ChoiceBrief]) -> tuple[Evidence, ...]:
    return tuple(Evidence(0, choice.text, choice.why) for choice in choices[:MAX_EVIDENCE])


def _noted(
    notes: dict[str, Any], fields: tuple[str, ...], characters: int, view: VisitView, points: int = 1
) -> Finding:
    """Whether one of ``fields`` holds so many characters, and names so many ``points``."""
    asked = [field for field in fields if field in notes]
    if not asked:
        return NO_CHANCE
    because = word("because.noted", view.language)
    for field in asked:
        note = notes[field]
        text = "；".join(str(part) for part in note) if isinstance(note, list) else str(note or "").strip()
        if len(text) >= characters:
            named = sum(bool(point.strip()) for point in _POINTS.split(text))
            return Finding(mark(named, points), shown=(Evidence(0, quote(text, 120), because),))
    return MISSED


_POINTS = re.compile(r"[；;，,。\n]|\. ")
"""What sets the points of a note apart."""


def followed_up(criterion: c.FollowedUp, view: VisitView) -> Finding:
    """What was written down after the visit; who wrote nothing there has missed it."""
    notes = _fields(view.transcript.follow_up)
    written = {field: note for field, note in notes.items() if _has(note, criterion.words)}
    if criterion.needs and _needs_in(notes, view) < min(criterion.needs, len(view.brief.needs)):
        return MISSED
    noted = _noted(written, criterion.fields or tuple(written), criterion.characters, view)
    return noted if noted.chance else MISSED


_SPEAKS = 2
"""So many words of a need in a note speak of it."""


def _needs_in(notes: dict[str, Any], view: VisitView) -> int:
    """How many of the client's needs a note speaks of."""
    said = content(" ".join(str(note) for note in notes.values()).lower())
    return sum(len(said & content(need.statement.lower())) >= _SPEAKS for need in view.brief.needs)


_FIELD = re.compile(r"[\s;\uff1b]+(\w+)[=\uff1d]")


def _fields(follow_up: dict[str, Any]) -> dict[str, Any]:
    """The note by its fields, those too that were run together in one line."""
    fields: dict[str, Any] = {}
    for name, note in follow_up.items():
        first, *rest = _FIELD.split(note) if isinstance(note, str) else (note,)
        fields[name] = first
        fields.update(zip(rest[::2], rest[1::2], strict=False))
    return fields


def _has(note: Any, words: tuple[str, ...]) -> bool:
    return not words or first_match(str(note).lower(), words) is not None


def mood(criterion: c.Mood, view: VisitView) -> Finding:
    """The client's trust at the end."""
    if not view.exchanges:
        return NO_CHANCE
    last, lowest = view.exchanges[-1], view.lowest_trust
    end = last.client.trust
    value = 1.0
    if criterion.at_least is not None:
        value = min(value, mark(end, criterion.at_least, criterion.at_least * 0.8))
    if criterion.risen is not None:
        value = min(value, mark(end - lowest, criterion.risen))
    return Finding.later(value, lambda: (_trusting(view, last),))


def _trusting(view: VisitView, last: Exchange) -> Evidence:
    because = word("because.trust", view.language, lowest=view.lowest_trust, end=last.client.trust)
    return Evidence(last.turn, quote(last.client.text), because)


def of_kind(criterion: c.OfKind, view: VisitView) -> Finding:
    """Whether the visit is of one of these kinds, or to such a client."""
    return Finding(1.0 if {view.brief.visit, view.brief.segment} & set(criterion.kinds) else 0.0)
