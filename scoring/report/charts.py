"""The charts of a debrief: the phases, the client's mood over the turns, the offers of both sides, the shares of the talk."""

from collections.abc import Sequence
from unicodedata import east_asian_width

from scoring.bargaining import Bargaining, Zone
from scoring.course import MoodPoint, Talk
from scoring.offers import Offer
from scoring.report.markup import Element, Node, h
from scoring.report.svg import Plot, drawing, key, mark, triangle
from scoring.scorecard import PhaseMark
from scoring.words_report import said

WIDE, NARROW = 640, 400
_ROW, _LABEL = 30, 100


def phase_bars(id: str, phases: Sequence[PhaseMark], language: str) -> Element:
    """A bar for each phase: the part of it that was reached."""
    names = [_cut(phase.name, 200) for phase in phases]
    label = max(map(_width, names), default=0) + 12
    length = WIDE - label - 60
    parts: list[Node] = []
    for row, phase in enumerate(phases):
        share, y = _reached(phase), row * _ROW + 6
        parts += [
            h("text", names[row], x=label - 12, y=y + 14, class_="end"),
            h("rect", x=label, y=y, width=length, height=20, class_="track"),
            h("rect", x=label, y=y, width=round(length * share, 1), height=20, class_="bar"),
            h("text", f"{share:.0%}", x=label + length + 8, y=y + 14),
        ]
    told = said("join", language).join(
        said("pair", language, name=p.name, value=f"{_reached(p):.0%}") for p in phases
    )
    desc = said("phases.desc", language, told=told)
    return drawing(id, said("phases.title", language), desc, WIDE, len(phases) * _ROW + 6, *parts)


def _reached(phase: PhaseMark) -> float:
    return min(1.0, phase.earned / phase.possible) if phase.possible else 0.0


def _width(text: str) -> float:
    """About how wide a text is drawn, in pixels."""
    return sum(13.5 if east_asian_width(letter) in "WF" else 7.2 for letter in text)


def _cut(text: str, pixels: float) -> str:
    """A label that is not wider; the whole of it stands in the table and in the description."""
    if _width(text) <= pixels:
        return text
    while text and _width(text) > pixels - 13:
        text = text[:-1]
    return f"{text}…"


def mood_curve(id: str, course: Sequence[MoodPoint], language: str) -> Element:
    """Trust and patience over the turns; triangles where trust moved much."""
    turns = [point.turn for point in course]
    plot = Plot(44, WIDE - 16, 34, 226, turns[0], turns[-1], 0, 100)
    parts: list[Node] = [*plot.rules([(value, str(value)) for value in (0, 25, 50, 75, 100)]), *plot.turns(turns)]
    parts += plot.curve([(p.turn, p.patience) for p in course], 2)
    parts += plot.curve([(p.turn, p.trust) for p in course], 1)
    for point in course:
        if point.moved:
            below = point.change > 0 and point.trust > 85
            y = plot.y(point.trust) + (16 if below or point.change < 0 else -14)
            parts.append(triangle(plot.x(point.turn), y, point.change > 0))
    parts += [*key(44, 14, 1, said("trust", language)), *key(150, 14, 2, said("patience", language))]
    parts += [
        triangle(270, 14, True), h("text", said("up", language), x=280, y=18),
        triangle(320, 14, False), h("text", said("down", language), x=330, y=18),
        h("text", said("turn.short", language), x=WIDE - 16, y=262, class_="quiet end"),
    ]  # fmt: skip
    trust, patience = [point.trust for point in course], [point.patience for point in course]
    desc = said(
        "course.desc", language, first=trust[0], last=trust[-1], least=min(trust), most=max(trust),
        patience_first=patience[0], patience_last=patience[-1],
    )  # fmt: skip
    return drawing(id, said("course.title", language), desc, WIDE, 268, *parts)


def offer_curves(id: str, deal: Bargaining, language: str) -> list[Element]:
    """A chart for each issue that somebody named: both sides' figures over the turns, the zone, and what was agreed."""
    charts = []
    for number, zone in enumerate(deal.zones):
        named = [offer for offer in deal.rounds if zone.issue in offer.terms]
        if named:
            charts.append(_offers(f"{id}-{number}", zone, named, [offer.turn for offer in deal.rounds], language))
    return charts


def _offers(id: str, zone: Zone, named: Sequence[Offer], turns: Sequence[int], language: str) -> Element:
    values = [offer.terms[zone.issue] for offer in named] + [zone.bank, zone.client]
    values += [zone.agreed] if zone.agreed is not None else []
    margin = (max(values) - min(values)) * 0.12 or 1.0
    ticks = sorted({min(values), max(values), *((zone.bank, zone.client) if zone.exists else ())})
    wide = max(_width(zone.said(tick, language)) for tick in ticks) + 20
    inside = wide > _LABEL  # words for values stand on their rules, figures before them
    left = 14 if inside else wide
    plot = Plot(
        left, NARROW - 20, 52, 196, min(turns), max(turns), min(values) - margin, max(values) + margin
    )  # fmt: skip
    parts: list[Node] = []
    if zone.exists:
        low, high = sorted((plot.y(zone.bank), plot.y(zone.client)))
        parts.append(h("rect", x=left, y=low, width=NARROW - 20 - left, height=max(3, high - low), class_="zone"))
    parts += plot.rules(
        [(tick, _cut(zone.said(tick, language), NARROW - 60)) for tick in _apart(ticks, plot)], inside
    )
    parts += plot.turns(sorted(set(turns)), 12)
    for number, side in ((2, "client"), (1, "bank")):
        parts += plot.curve([(o.turn, o.terms[zone.issue]) for o in named if o.side == side], number)
    if zone.agreed is not None:
        x, y = plot.x(max(turns)), plot.y(zone.agreed)
        parts.append(
            h("polygon", points=f"{x - 8:g},{y:g} {x:g},{y - 8:g} {x + 8:g},{y:g} {x:g},{y + 8:g}", class_="deal")
        )
    parts += _key(zone, language)
    title = said("offers.title", language, issue=zone.name or zone.issue)
    return drawing(id, title, _told(zone, named, language), NARROW, 226, *parts, small=True)


def _apart(ticks: Sequence[float], plot: Plot) -> list[float]:
    """The ticks whose labels do not stand upon each other."""
    kept: list[float] = []
    for tick in ticks:
        if not kept or abs(plot.y(tick) - plot.y(kept[-1])) >= 15:
            kept.append(tick)
    return kept


def _key(zone: Zone, language: str) -> list[Node]:
    parts: list[Node] = [
        h("text", _cut(zone.name or zone.issue, NARROW - 20), x=8, y=16),
        *key(8, 34, 1, said("plain.bank", language)),
        *key(100, 34, 2, said("plain.client_side", language)),
    ]
    if zone.exists:
        parts.append(h("rect", x=192, y=28, width=18, height=12, class_="zone"))
        parts.append(h("text", said("plain.zone", language), x=216, y=38))
    if zone.agreed is not None:
        parts.append(h("polygon", points="326,34 332,28 338,34 332,40", class_="deal"))
        parts.append(h("text", said("plain.agreed", language), x=344, y=38))
    return parts


def _told(zone: Zone, named: Sequence[Offer], language: str) -> str:
    def side(name: str, spoken: str) -> str:
        values = [zone.said(offer.terms[zone.issue], language) for offer in named if offer.side == name]
        if not values:
            return said("offers.none", language, side=spoken)
        return said("offers.side", language, side=spoken, values=said("offers.to", language).join(values))

    low, high = zone.said(zone.bank, language), zone.said(zone.client, language)
    room = said("offers.zone", language, low=low, high=high) if zone.exists else said("plain.no_zone", language)
    agreed = said("offers.no_deal", language)
    if zone.agreed is not None:
        agreed = said("offers.agreed", language, value=zone.said(zone.agreed, language))
    bank, client = said("plain.bank", language), said("plain.client_side", language)
    return said(
        "offers.desc", language, bank=side("bank", bank), client=side("client", client), zone=room, agreed=agreed
    )


def talk_bar(id: str, talk: Talk, language: str) -> Element:
    """One bar for the whole talk: the trainee's part and the client's."""
    mine, length = talk.trainee, WIDE - 20
    cut = round(length * mine, 1)
    left = said("pair", language, name=said("you_short", language), value=f" {mine:.0%}")
    right = said("pair", language, name=said("client_short", language), value=f" {1 - mine:.0%}")
    desc = said("talk.desc", language, mine=f"{mine:.0%}", theirs=f"{1 - mine:.0%}")
    return drawing(
        id,
        said("talk.title", language),
        desc,
        WIDE,
        56,
        h("rect", x=10, y=24, width=cut, height=26, class_="bar"),
        h("rect", x=10 + cut, y=24, width=round(length - cut, 1), height=26, class_="zone"),
        h("text", left, x=10, y=16),
        h("text", right, x=WIDE - 10, y=16, class_="end"),
    )


__all__ = ["mark", "mood_curve", "offer_curves", "phase_bars", "talk_bar"]
