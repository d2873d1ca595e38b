"""Every item with the words behind its mark, what to think over and practise, and the talk itself."""

from scoring.report.frame import TAGS, listed, table
from scoring.report.markup import Element, Node, h
from scoring.report.other_words import beside
from scoring.report.told import Told
from scoring.scorecard import ItemMark
from scoring.words_report import note_name
from simulator.transcript.record import Exchange
from simulator.vocabulary.moves import name
from simulator.vocabulary.turn import Turn

SIGNS = {1.0: ("✓", "good", "plain.met"), 0.5: ("◐", "half", "plain.half"), 0.0: ("✗", "bad", "plain.not_met")}


def items(told: Told) -> Element:
    """The whole checklist, phase by phase; what did not apply stands at the end with the reason."""
    parts: list[Node] = [told.line(told.w("items.about"), class_="quiet")]
    heads = [told.w(key) for key in ("item", "mark", "evidence")]
    for phase in told.debrief.phases:
        marks = [item for item in told.debrief.items if item.phase == phase.id and item.applicable]
        rows = [(_named(told, item), _mark(told, item), h("div", *_grounds(told, item))) for item in marks]
        parts += [told.heading(phase.name, 2), table(phase.name, heads, rows, keep=1, unseen=True)]
    return told.section("items", told.w("plain.items"), *parts, *_not_now(told))


def _named(told: Told, item: ItemMark) -> Node:
    if not item.source:
        return item.name
    lang = TAGS["zh"] if told.language != "zh" and not item.source.isascii() else None
    return h("div", item.name, h("p", h("small", item.source, class_="quiet", lang=lang)))


def _mark(told: Told, item: ItemMark) -> Node:
    sign, style, key = SIGNS.get(item.earned, SIGNS[0.0])
    points = told.w("points.of", earned=f"{item.earned * item.weight:g}", possible=item.weight)
    return h("div", h("span", f"{sign} {told.w(key)}", class_=style), h("p", points, class_="quiet"))


def _grounds(told: Told, item: ItemMark) -> list[Node]:
    parts: list[Node] = []
    for evidence in item.evidence:
        where = told.turn(evidence.turn) if item.has_place(evidence) else None
        shown: list[Node | None] = [
            where,
            told.quote(evidence.clause) if evidence.clause else None,
            evidence.because or None,
        ]
        present = [part for part in shown if part is not None]
        parts.append(told.line(*(node for part in present for node in (part, " "))))
    if item.earned < 1:
        parts.append(told.line(h("b", told.colon("advice")), item.advice))
        if item.example:
            parts.append(told.line(h("b", told.colon("plain.say")), item.example, class_="say"))
        if told.debrief.what_if is not None:
            parts += beside(told, told.debrief.what_if.of_item(item.id))
    return parts


def _not_now(told: Told) -> list[Node]:
    left = [item for item in told.debrief.items if not item.applicable]
    if not left:
        return []
    reasons: list[Node] = []
    for reason in ("chance", "short", "visit", "unseen"):
        names = [item.name for item in left if item.why_not == reason]
        if names:
            about = f"{told.w(f'why_not.{reason}')} ({len(names)}){told.w('colon')}"
            reasons.append(told.line(h("b", about), told.w("join").join(names)))
    return [told.heading(told.w("not_now"), 2), *reasons]


def reflection(told: Told) -> list[Element]:
    """Questions to ask oneself, and what to practise next."""
    pages = (("questions", told.debrief.questions), ("practise", told.debrief.practise))
    return [told.section(key, told.w(f"plain.{key}"), listed(texts)) for key, texts in pages if texts]


def talk_itself(told: Told) -> Element:
    """The preparation, every turn as it was said and understood, and the notes afterwards."""
    transcript = told.transcript
    parts: list[Node] = [told.line(told.w("transcript.about"), class_="quiet"), *_prepared(told)]
    if transcript.opening:
        opening = _rows(told, [(told.w("plain.client"), told.quote(transcript.opening))])
        parts.append(h("div", opening, id=f"{told.id}-t0"))
    parts += [_turn(told, exchange) for exchange in transcript.exchanges]
    notes = [(note_name(key, told.language), str(value)) for key, value in transcript.follow_up.items() if value]
    if notes:
        parts += [told.heading(told.w("followed"), 2), _rows(told, [(key, value) for key, value in notes])]
    return told.section("transcript", told.w("transcript"), *parts)


def _prepared(told: Told) -> list[Node]:
    plan, brief = told.transcript.preparation, told.transcript.header.brief
    if plan is None:
        return []
    known = {c.id: c.text for c in (*brief.objectives, *brief.materials, *brief.questions)} if brief else {}

    def chosen(ids: tuple[str, ...]) -> str:
        return told.w("join").join(known.get(id, id) for id in ids if id) or told.w("nothing")

    rows: list[tuple[str, Node]] = [
        (told.w("objective"), chosen((plan.objective,))),
        (told.w("materials"), chosen(plan.materials)),
        (told.w("questions"), chosen(plan.questions)),
        *((note_name(key, told.language), value) for key, value in plan.notes.items() if value),
    ]
    return [told.heading(told.w("prepared"), 2), _rows(told, rows)]


def _rows(told: Told, rows: list[tuple[str, Node]]) -> Element:
    """Who or what, and the words; a row without a name goes on with the one before."""
    parts = [part for key, value in rows for part in ([h("dt", key)] if key else []) + [h("dd", value)]]
    return h("dl", *parts, class_="talk")


def _turn(told: Told, exchange: Exchange) -> Element:
    client = exchange.client
    rows: list[tuple[str, Node]] = [
        (told.w("plain.you"), told.quote(exchange.trainee.text)),
        (told.w("understood"), h("span", heard(exchange.trainee, told) + _amended(told, exchange), class_="quiet")),
        (told.w("plain.client"), told.quote(client.text)),
    ]
    if client.note:
        rows.append(("", h("span", client.note, class_="quiet")))
    title = told.heading(told.w("plain.turn", turn=exchange.turn), 2)
    mood = told.line(told.w("mood", trust=client.trust, patience=client.patience), class_="quiet")
    return h(
        "div",
        h("div", title, mood, class_="turn-head"),
        _rows(told, rows),
        id=f"{told.id}-t{exchange.turn}",
        class_="turn",
    )


def heard(turn: Turn, told: Told) -> str:
    """What was understood in a turn, in words: the moves, then the taboos with a sign."""
    moves = [name(m.id, told.language) + (f" ({told.w(m.form)})" if m.form else "") for m in turn.moves]
    taboos = [f"⚠ {name(taboo.id, told.language)}" for taboo in turn.taboos]
    return told.w("join").join(dict.fromkeys([*moves, *taboos])) or told.w("understood.nothing")


def _amended(told: Told, exchange: Exchange) -> str:
    review = exchange.review
    return f" ({told.w('amended', by=review.by)})" if review is not None and review.by else ""
