"""What many rehearsed visits show: how marks spread, how visits end, what nobody ever does or hears."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from scoring import Rubric
from scoring.grading import grade_view
from scoring.scorecard import Scorecard
from scoring.view import VisitView
from simulator.client import Client, Reply
from simulator.client.position import Table
from simulator.rehearsal.lines import Line, Script
from simulator.rehearsal.never_met import Why, why_never
from simulator.rehearsal.playing import Player, played
from simulator.scenario.load import Loaded
from simulator.transcript.record import Transcript

BINS = 20
"""How many steps of five points a histogram has."""


@dataclass(frozen=True, slots=True)
class Spread:
    """One player's visits. ``totals`` are sorted; ``endings`` counts them by id; ``needs`` is the share of visits, 0-1,
    in which each need came out; ``unmet`` the items that applied in some visit and were met in none; ``offered`` and
    ``agreed`` the share of visits, 0-1, in which terms for an issue reached the table and were agreed; ``left`` counts
    the visits in which the client walked out."""

    player: str
    totals: tuple[float, ...]
    passed: int
    red: int
    turns: float
    endings: dict[str, int]
    needs: dict[str, float]
    unmet: tuple[str, ...]
    offered: dict[str, float] = field(default_factory=dict)
    agreed: dict[str, float] = field(default_factory=dict)
    left: int = 0

    @property
    def middle(self) -> float:
        """The median of the totals."""
        return median(self.totals)

    @property
    def histogram(self) -> tuple[int, ...]:
        """Visits by steps of five points, 0-4.9 first, 95-100 last."""
        counts = Counter(min(int(total // (100 / BINS)), BINS - 1) for total in self.totals)
        return tuple(counts[bin] for bin in range(BINS))


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """All of it. ``said`` and ``unsaid`` are the author's lines, in the order of the files; ``own`` is his file."""

    scenario: str
    title: str
    language: str
    pass_mark: int
    visits: int
    seed: int
    spreads: tuple[Spread, ...]
    said: tuple[Line, ...]
    unsaid: tuple[Line, ...]
    own: str
    unmet: tuple[tuple[str, str], ...]
    """Items, as (id, name), that applied somewhere and that no player ever met."""
    why: dict[str, tuple[Why, ...]] = field(default_factory=dict)
    """For each of them what was lacking."""

    @property
    def unsaid_here(self) -> tuple[Line, ...]:
        """Lines of the author's own file that nobody heard."""
        return tuple(sorted(line for line in self.unsaid if line.file == self.own))

    @property
    def lines_here(self) -> int:
        """How many lines the author's own file has."""
        return sum(line.file == self.own for line in (*self.said, *self.unsaid))


def rehearse(
    loaded: Loaded,
    rubric: Rubric,
    players: list[Player],
    visits: int,
    seed: int,
    told: Callable[[str, int], None] | None = None,
) -> Rehearsal:
    """Plays ``visits`` visits with each player, seeds from ``seed`` on; ``told`` hears of each visit that is done."""
    client, script = Client(loaded.scenario), Script(loaded)
    said: set[Line] = set()
    graded: list[tuple[VisitView, Scorecard]] = []
    spreads = []

    def heard(reply: Reply) -> None:
        said.update(script.said(reply))

    for player in players:
        visited: list[Transcript] = []
        tables: list[Table] = []
        for number in range(visits):
            position, transcript = played(loaded, player, seed + number, client, heard)
            said.update(script.opened(transcript.opening))
            visited.append(transcript)
            tables.append(position.table or Table())
            view = VisitView(transcript, rubric.hearing, rubric.language)
            graded.append((view, grade_view(view, rubric)))
            if told is not None:
                told(player.id, number + 1)
        spreads.append(_spread(player.id, visited, [card for _, card in graded[-visits:]], loaded, tables))
    unmet = _unmet([card for _, card in graded])
    return Rehearsal(
        scenario=loaded.scenario.id,
        title=loaded.scenario.title,
        language=loaded.scenario.language,
        pass_mark=rubric.pass_mark,
        visits=visits,
        seed=seed,
        spreads=tuple(spreads),
        said=tuple(line for line in script.lines if line in said),
        unsaid=tuple(line for line in script.lines if line not in said),
        own=script.own,
        unmet=tuple((id, rubric.items[id].name) for id in unmet),
        why={id: why_never(rubric.items[id], _applying(id, graded)) for id in unmet},
    )


def _applying(id: str, graded: list[tuple[VisitView, Scorecard]]) -> list[VisitView]:
    """The visits in which an item applied."""
    return [view for view, card in graded if any(item.id == id and item.applicable for item in card.items)]


def _spread(
    player: str, visited: list[Transcript], cards: list[Scorecard], loaded: Loaded, tables: list[Table]
) -> Spread:
    scenario = loaded.scenario
    revealed = Counter(need for card in cards for need in card.needs_revealed)
    issues = list(scenario.bargaining.issues) if scenario.bargaining is not None else []
    offered = Counter(id for table in tables for id in {*dict(table.best), *dict(table.theirs)})
    agreed = Counter(id for table in tables for id, _ in table.agreed)
    walkouts = {id for id, ending in scenario.endings.items() if ending.kind == "walkout"}
    return Spread(
        player=player,
        totals=tuple(sorted(card.total for card in cards)),
        passed=sum(card.passed for card in cards),
        red=sum(bool(card.red_lines) for card in cards),
        turns=median(len(visit.exchanges) for visit in visited),
        endings=dict(Counter(visit.ending or "" for visit in visited).most_common()),
        needs={need: round(revealed[need] / len(cards), 3) for need in scenario.needs},
        unmet=_unmet(cards),
        offered={id: round(offered[id] / len(tables), 3) for id in issues},
        agreed={id: round(agreed[id] / len(tables), 3) for id in issues},
        left=sum(visit.ending in walkouts for visit in visited),
    )


def _unmet(cards: list[Scorecard]) -> tuple[str, ...]:
    """Items that applied and were never met, in the order of the checklist."""
    best: dict[str, float] = {}
    for card in cards:
        for item in card.items:
            if item.applicable:
                best[item.id] = max(best.get(item.id, 0.0), item.earned)
    return tuple(id for id, earned in best.items() if earned == 0)


def as_json(rehearsal: Rehearsal) -> dict[str, Any]:
    """The rehearsal as JSON takes it."""
    return {
        "scenario": rehearsal.scenario,
        "language": rehearsal.language,
        "pass_mark": rehearsal.pass_mark,
        "visits": rehearsal.visits,
        "seed": rehearsal.seed,
        "players": [
            {
                "id": spread.player,
                "min": spread.totals[0],
                "median": spread.middle,
                "max": spread.totals[-1],
                "histogram": list(spread.histogram),
                "passed": spread.passed,
                "red_lines": spread.red,
                "turns": spread.turns,
                "endings": spread.endings,
                "needs": spread.needs,
                "issues": {
                    id: {"offered": spread.offered[id], "agreed": spread.agreed[id]} for id in spread.offered
                },
                "items_never_met": list(spread.unmet),
            }
            for spread in rehearsal.spreads
        ],
        "items_never_met": [id for id, _ in rehearsal.unmet],
        "lines": {"said": len(rehearsal.said), "all": len(rehearsal.said) + len(rehearsal.unsaid)},
        "lines_never_said": [
            {"file": line.file, "line": line.number, "place": line.place, "text": line.text}
            for line in rehearsal.unsaid
        ],
    }
