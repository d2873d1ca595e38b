"""``duilian rehearse``: simulated relationship managers play a client many times, and what comes of it is shown."""

import argparse
import json
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from simulator.commands import never_met
from simulator.commands.finding import find_rubric, find_scenario
from simulator.commands.problem import Problem
from simulator.i18n import N_, _
from simulator.rehearsal.measuring import Rehearsal, Spread, as_json, rehearse
from simulator.rehearsal.picture import svg
from simulator.rehearsal.players import PLAYERS, Player
from simulator.scenario.model import Scenario

NAMES = {
    "expert": N_("expert"),
    "good": N_("good"),
    "beginner": N_("beginner"),
    "pushy": N_("pushy"),
    "rule-breaker": N_("rule-breaker"),
    "stuffer": N_("stuffer"),
    "random": N_("random"),
}
_ORDER = ("expert", "good", "beginner", "pushy", "rule-breaker")
_GAP = 1.0
"""Points by which the median of the better player must lie above the next one's."""
_EXCELLENT = 90.0
"""Of two players of whom even the worse has so many points none need stand above the other: in a short call little is left to do better."""
_BARS = " ▁▂▃▄▅▆▇█"
MOST_VISITS = 5000
_SHOWN = 40
"""Lines never said that are listed; the rest is counted (--json has them all)."""


def rehearsed(options: argparse.Namespace) -> int:
    """Prints the spread of marks, the endings, what is never met, agreed and never said.

    1 where the players' order is wrong, or the expert comes to nothing.
    """
    players = _players(options.players)
    if not 1 <= options.visits <= MOST_VISITS:
        raise Problem(_("--visits takes 1 to {most}").format(most=MOST_VISITS))
    loaded = find_scenario(options.scenario, options.lang)
    rubric = find_rubric(options.rubric, loaded.scenario.language)
    rehearsal = rehearse(loaded, rubric, players, options.visits, options.seed, _progress(options.visits))
    endings = {id: ending.title for id, ending in loaded.scenario.endings.items()}
    wrong = [*disorder(rehearsal), *fruitless(rehearsal, loaded.scenario)]
    if options.json:
        more = {"why_never_met": never_met.as_records(rehearsal), "findings": wrong}
        print(json.dumps({**as_json(rehearsal), **more}, ensure_ascii=False))
    else:
        print("\n".join([*table(rehearsal, loaded.scenario), "", *(f"! {line}" for line in wrong)]).rstrip())
    if options.svg:
        picture = svg(rehearsal, {id: _(name) for id, name in NAMES.items()}, endings)
        Path(options.svg).write_text(picture, encoding="utf-8")
    return 1 if wrong else 0


def _players(given: str | None) -> list[Player]:
    ids = [id.strip() for id in given.replace("，", ",").split(",") if id.strip()] if given else list(PLAYERS)
    if unknown := [id for id in ids if id not in PLAYERS]:
        raise Problem(
            _("there is no player '{name}'; there are {known}").format(
                name=unknown[0][:40], known=", ".join(PLAYERS)
            )
        )
    return [PLAYERS[id] for id in dict.fromkeys(ids)]


def _progress(visits: int) -> Callable[[str, int], None] | None:
    """Tells a person at a terminal how far it is; nobody else."""
    if not sys.stderr.isatty():
        return None

    def told(player: str, number: int) -> None:
        if number % 10 == 0 or number == visits:
            end = "\n" if number == visits else ""
            name = _(NAMES[player])
            print(f"\r{name} {number}/{visits}  ", end=end, file=sys.stderr, flush=True)

    return told


def disorder(rehearsal: Rehearsal) -> list[str]:
    """What is wrong with how the client tells players apart."""
    spreads = {spread.player: spread for spread in rehearsal.spreads}
    found = []
    best = spreads.get("expert")
    if best is not None and best.passed < len(best.totals):
        found.append(_("the expert passes only {n} of {all} visits").format(n=best.passed, all=len(best.totals)))
    people = [spreads[id] for id in _ORDER if id in spreads]
    for better, worse in pairwise(people):
        if better.middle < worse.middle + _GAP and worse.middle < _EXCELLENT:
            found.append(_above(better, worse))
    if (
        "stuffer" in spreads
        and "beginner" in spreads
        and spreads["beginner"].middle < spreads["stuffer"].middle + _GAP
    ):
        found.append(_above(spreads["beginner"], spreads["stuffer"]))
    for id in ("rule-breaker", "stuffer"):
        if id in spreads and spreads[id].passed:
            found.append(_("{player}: {n} visits are passed").format(player=_(NAMES[id]), n=spreads[id].passed))
    return found


def _above(better: Spread, worse: Spread) -> str:
    return _("{better} ({a:.0f}) does not stand clearly above {worse} ({b:.0f})").format(
        better=_(NAMES[better.player]), a=better.middle, worse=_(NAMES[worse.player]), b=worse.middle
    )


def table(rehearsal: Rehearsal, scenario: Scenario) -> list[str]:
    """The rehearsal as text."""
    lines = [
        _("{title}: {visits} visits with each player").format(title=rehearsal.title, visits=rehearsal.visits),
        _("pass mark {mark}").format(mark=rehearsal.pass_mark),
        "",
        _row(_("player"), _("min"), _("median"), _("max"), _("passed"), _("turns"), _("marks 0 to 100")),
    ]
    for spread in rehearsal.spreads:
        passed = f"{100 * spread.passed / len(spread.totals):.0f}%"
        figures = (f"{spread.totals[0]:.0f}", f"{spread.middle:.0f}", f"{spread.totals[-1]:.0f}", passed)
        lines.append(_row(named(spread), *figures, f"{spread.turns:g}", f"|{bars(spread.histogram)}|"))
    lines += ["", _("How the visits ended:")]
    for spread in rehearsal.spreads:
        ends = " · ".join(
            f"{scenario.endings[id].title if id in scenario.endings else id} {100 * n / len(spread.totals):.0f}%"
            for id, n in spread.endings.items()
        )
        lines.append(f"  {padded(named(spread), 14)} {ends}")
    lines += ["", _("Needs that came out, in percent of the visits:")]
    lines.append(_need_row("", [named(spread) for spread in rehearsal.spreads]))
    for need in scenario.needs:
        shares = [f"{100 * spread.needs[need]:.0f}" for spread in rehearsal.spreads]
        lines.append(_need_row(need, shares))
    lines += _bargained(rehearsal, scenario)
    lines += ["", *never_met.lines(rehearsal), "", *_unsaid(rehearsal)]
    return lines


def _bargained(rehearsal: Rehearsal, scenario: Scenario) -> list[str]:
    """What came of each issue; nothing where there is nothing to bargain over."""
    if scenario.bargaining is None:
        return []
    lines = ["", _("Terms that reached the table / were agreed, in percent of the visits:")]
    lines.append(_need_row("", [named(spread) for spread in rehearsal.spreads]))
    for id in scenario.bargaining.issues:
        shares = [f"{100 * one.offered[id]:.0f} / {100 * one.agreed[id]:.0f}" for one in rehearsal.spreads]
        lines.append(_need_row(id, shares))
    return lines


def fruitless(rehearsal: Rehearsal, scenario: Scenario) -> list[str]:
    """What the expert never brings about, though nobody said that it cannot be."""
    best = next((spread for spread in rehearsal.spreads if spread.player == "expert"), None)
    if best is None:
        return []
    found = []
    if best.left == len(best.totals):
        found.append(_("every visit of the expert ends with the client walking out"))
    table = scenario.bargaining
    for id in best.offered:
        if best.offered[id] == 0:
            found.append(_("no term for '{issue}' ever reaches the table, not even the expert's").format(issue=id))
        elif best.agreed[id] == 0 and table is not None and not table.empty_zone:
            found.append(_("the expert never agrees on '{issue}'").format(issue=id))
    return found


def named(spread: Spread) -> str:
    """The player's name in the reader's language."""
    return _(NAMES[spread.player])


def _unsaid(rehearsal: Rehearsal) -> list[str]:
    every = len(rehearsal.said) + len(rehearsal.unsaid)
    here = [line for line in rehearsal.unsaid_here if not line.place.startswith("facts/")]
    lines = [
        _("Lines said: {n} of {all} in {file}, {m} of {every} with what it inherits.").format(
            n=rehearsal.lines_here - len(rehearsal.unsaid_here),
            all=rehearsal.lines_here,
            file=rehearsal.own,
            m=len(rehearsal.said),
            every=every,
        )
    ]
    if here:
        lines.append(_("Never said (answers about 'facts' left out: no player asks for them):"))
        lines += [f"  {line.file}:{line.number}: {line.text[:60]}" for line in here[:_SHOWN]]
    if len(here) > _SHOWN:
        lines.append(_("  … and {n} more (--json lists them all)").format(n=len(here) - _SHOWN))
    return lines


def bars(histogram: tuple[int, ...]) -> str:
    """A histogram in one line of text."""
    most = max(histogram) or 1
    return "".join(_BARS[-(-8 * count // most)] for count in histogram)


def padded(words: str, width: int) -> str:
    """Words filled up to a width in columns; a Chinese character takes two."""
    return words + " " * max(0, width - sum(2 if ord(letter) > 0x2E7F else 1 for letter in words))


def _row(name: str, least: str, middle: str, most: str, passed: str, turns: str, last: str) -> str:
    cells = [padded(name, 14), *(_right(cell, 7) for cell in (least, middle, most, passed, turns)), f"  {last}"]
    return "  " + "".join(cells)


def _need_row(need: str, cells: list[str]) -> str:
    return "  " + padded(need, 14) + "".join(_right(cell, 14) for cell in cells)


def _right(words: str, width: int) -> str:
    return padded("", width - len(padded(words, 0)) - sum(ord(letter) > 0x2E7F for letter in words)) + words
