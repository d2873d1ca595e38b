"""The first page of a debrief: what the visit was worth, three things that matter most, the parts of the visit."""

from scoring.debrief import Advice
from scoring.report.charts import phase_bars
from scoring.report.frame import table
from scoring.report.markup import Element, Node, h
from scoring.report.told import Told


def facts(told: Told) -> Element:
    """Who, when, with what: one line of small print."""
    header, card = told.transcript.header, told.debrief.scorecard
    date = header.started[:16].replace("T", " ")
    rows = [
        ("learner", header.learner),
        ("date", date),
        ("mode", told.w(f"mode.{header.mode}") if header.mode in ("practice", "exam") else header.mode),
        ("turns", str(len(told.transcript.exchanges)) + _unfinished(told)),
        ("scenario", f"{header.scenario} {header.scenario_hash[:12]}"),
        ("rubric", f"{card.rubric_id} {card.rubric_hash[:12]}"),
    ]
    shown = [h("div", h("dt", told.w(key)), h("dd", value)) for key, value in rows if value.strip()]
    return h("dl", *shown, class_="facts")


def _unfinished(told: Told) -> str:
    return f" ({told.w('unfinished')})" if told.transcript.ending is None else ""


def verdict(told: Told) -> Element:
    """The total, the grade, passed or not, and the verdict in words."""
    card = told.debrief.scorecard
    sign, style, key = ("✓", "good", "passed") if card.passed else ("✗", "bad", "failed")
    return told.section(
        "verdict",
        told.w("summary"),
        h(
            "div",
            h("div", f"{card.total:g}", h("small", told.w("of_100")), class_="total"),
            h(
                "div",
                told.line(f"{sign} {told.w(f'plain.{key}')} · {card.grade_name}", class_=f"state {style}"),
                told.line(told.debrief.verdict),
            ),
            class_="verdict",
        ),
    )


def three_things(told: Told) -> Element | None:
    """At most three things, each with the words it is about and what to say next time."""
    if not told.debrief.priorities:
        return None
    return told.section(
        "first",
        told.w("plain.first"),
        h("ol", *(h("li", *_advice(told, advice)) for advice in told.debrief.priorities), class_="first"),
    )


def _advice(told: Told, advice: Advice) -> list[Node]:
    red = f"⚠ {told.w('plain.red')} · " if advice.kind == "red" else ""
    parts: list[Node] = [told.heading(f"{red}{advice.title}", 2), h("span", told.gain(advice.gain), class_="quiet")]
    if advice.quote:
        who = told.colon("plain.you" if advice.own else "plain.client")
        parts.append(told.line(told.turn(advice.turn, advice.quote), f" · {who}", told.quote(advice.quote)))
    parts.append(told.line(h("b", told.colon("plain.why")), advice.why))
    if advice.say:
        parts.append(told.line(h("b", told.colon("plain.say")), advice.say, class_="say"))
    return parts


def strengths(told: Told) -> Element | None:
    """What was done well."""
    if not told.debrief.strengths:
        return None
    rows = [
        h("li", h("span", "✓ ", class_="good"), f"{s.title} · ", told.turn(s.turn), " ", told.quote(s.quote))
        for s in told.debrief.strengths
    ]
    return told.section("strengths", told.w("plain.strengths"), h("ul", *rows, class_="plain"))


def phases(told: Told) -> Element | None:
    """The parts of the visit as bars and as figures."""
    marks = told.debrief.phases
    if not marks:
        return None
    rows = [
        (
            mark.name,
            told.w("points.of", earned=f"{mark.earned:g}", possible=f"{mark.possible:.3g}"),
            f"{min(1.0, mark.earned / mark.possible):.0%}",
            f"{mark.share:.0%}",
        )
        for mark in marks
    ]
    heads = [told.w(key) for key in ("phase", "points", "reached", "weight")]
    return told.section(
        "phases",
        told.w("plain.phases"),
        h("figure", phase_bars(f"{told.id}-bars", marks, told.language)),
        table(told.w("plain.phases"), heads, rows, (1, 2, 3), unseen=True),
    )
