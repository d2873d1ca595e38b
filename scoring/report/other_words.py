"""What would have come of other words: the lines tried out, the turn that cost most, and what stayed within reach."""

from collections.abc import Sequence
from itertools import pairwise

from scoring.plain_what_if import best, told, turning, without_red
from scoring.report.frame import table
from scoring.report.markup import Element, Node, h
from scoring.report.svg import Plot, drawing
from scoring.report.told import Told
from scoring.what_if import Counterfactual, Reachable

_WIDTH, _HEIGHT = 640, 220


def other_words(page: Told) -> Element | None:
    """The section; None where nobody tried anything out."""
    found = page.debrief.what_if
    if found is None:
        return None
    parts: list[Node] = [page.line(page.w("plain.what_if.about"), class_="quiet")]
    for text in (turning(found, page.language), without_red(found, page.language)):
        if text:
            parts.append(page.line(text))
    lines = [h("li", told(counterfactual, page.language)) for counterfactual in best(found)]
    parts.append(h("ul", *lines) if lines else page.line(page.w("plain.what_if.none")))
    if found.reachable:
        parts += _reachable(page, found.reachable)
    return page.section("other-words", page.w("plain.what_if"), *parts)


def beside(page: Told, counterfactual: Counterfactual | None) -> list[Node]:
    """A counterfactual where its item or taboo stands."""
    return [] if counterfactual is None else [page.line("↪ ", told(counterfactual, page.language))]


def _reachable(page: Told, reached: Sequence[Reachable]) -> list[Node]:
    title = page.w("plain.what_if.reachable")
    plot = Plot(44, _WIDTH - 16, 14, _HEIGHT - 30, reached[0].turn, reached[-1].turn, 0, 100)
    turns = [one.turn for one in reached]
    parts: list[Node] = [*plot.rules([(value, str(value)) for value in (0, 25, 50, 75, 100)]), *plot.turns(turns)]
    parts += plot.curve([(one.turn, one.total) for one in reached], 1)
    told_all = page.w("join").join(page.w("pair", name=one.turn, value=f" {one.total:g}") for one in reached)
    figure = h("figure", drawing(f"{page.id}-reach", title, told_all, _WIDTH, _HEIGHT, *parts))
    fell = [reached[0], *(one for before, one in pairwise(reached) if one.total != before.total)]
    rows = [
        (page.where(one.turn, "x"), f"{one.total:g}", page.w("plain.passed" if one.passed else "plain.failed"))
        for one in fell
    ]
    heads = [page.w(key) for key in ("turn.short", "total", "result")]
    return [figure, table(title, heads, rows, (1,))]
