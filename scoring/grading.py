"""From a transcript and a rubric to a scorecard: pure, deterministic, linear in the turns."""

from scoring.bargaining import as_json, bargaining
from scoring.evaluate import evaluate
from scoring.finding import MISSED, NO_CHANCE, Finding
from scoring.priorities import priorities
from scoring.remarks import remarks_made
from scoring.rubric import Item, Phase, Rubric
from scoring.scorecard import COUNTABLE, ItemMark, PhaseMark, Scorecard
from scoring.severity import Confirmed, judge_taboos
from scoring.suited import SuitedItem, suited, suited_item, weights_of
from scoring.view import VisitView
from simulator.transcript.record import Transcript


def grade(transcript: Transcript, rubric: Rubric, confirmed: Confirmed = frozenset()) -> Scorecard:
    """The scorecard of a visit.

    ``confirmed`` holds the (turn, taboo id) of red lines that a person has confirmed; an uncertain one that is not among
    them is listed for confirmation and takes no points. The same arguments give the same bytes.
    """
    return grade_view(VisitView(transcript, rubric.hearing, rubric.language), rubric, confirmed)


def mark_of(item: Item, view: VisitView, rubric: Rubric) -> ItemMark:
    """The mark of a single item, as `grade` would give it."""
    return _mark(suited_item(item, view.brief, weights_of(rubric, view.brief)), view, rubric)


def grade_view(view: VisitView, rubric: Rubric, confirmed: Confirmed = frozenset()) -> Scorecard:
    """The scorecard of a visit that is laid out already (see `grade`)."""
    fitting = suited(rubric, view.brief)
    items = tuple([_mark(item, view, rubric) for item in fitting.items])
    phases = _phases(rubric, items, fitting.weights)
    points = round(sum(phase.share * phase.earned / phase.possible for phase in phases) * 100, 4)
    taboos, uncertain = judge_taboos(view, rubric, points, confirmed)
    red = tuple(dict.fromkeys(taboo.id for taboo in taboos if taboo.severity == "red"))
    total = max(0.0, round(points - sum(taboo.deduction for taboo in taboos), 1))
    band = next((band for band in rubric.bands if total >= band.points), rubric.bands[-1])
    passed = total >= rubric.pass_mark and not red
    deal = bargaining(view)
    return Scorecard(
        scenario=view.transcript.header.scenario,
        title=view.brief.title,
        rubric_id=rubric.id,
        rubric_hash=rubric.hash,
        language=rubric.language,
        total=total,
        grade=band.id,
        grade_name=band.name,
        passed=passed,
        red_lines=red,
        phases=phases,
        items=items,
        taboos=taboos,
        uncertain=uncertain,
        needs_revealed=view.revealed,
        needs_missed=tuple(need.id for need in view.brief.needs if need.id not in view.revealed),
        priorities=priorities(view, rubric, phases, items, taboos),
        bargaining=as_json(deal) if deal else None,
        remarks=remarks_made(view),
    )


def _mark(suited: SuitedItem, view: VisitView, rubric: Rubric) -> ItemMark:
    item, unmet = suited.item, suited.unmet
    if suited.why_not or item.met_when is None:
        return unmet
    finding = NO_CHANCE
    if item.chance_when is None or evaluate(item.chance_when, view).value > 0:
        finding = evaluate(item.met_when, view)
        if item.half_when is not None and finding.value < 0.5:
            half = evaluate(item.half_when, view)
            if half.value >= 0.5:
                finding = half._replace(value=0.5)
            elif half.shown and finding.chance:
                finding = _lost_with(finding, half)
    if not finding.chance:
        return unmet._replace(applicable=False, why_not="chance")
    if not finding.value and item.chance_when is None and _ended_before(rubric.phases[item.phase], view):
        return unmet._replace(applicable=False, why_not="short")
    return unmet.earning(finding.value, finding.shown) if finding is not MISSED else unmet


def _lost_with(finding: Finding, half: Finding) -> Finding:
    """A missed item shows where the full mark was lost, else where the half was."""
    return Finding.later(
        finding.value, lambda: finding.evidence or tuple([shown for shown in half.evidence if shown.lost])
    )


def _ended_before(phase: Phase, view: VisitView) -> bool:
    """Whether the visit is over and had too few turns for the phase. What says itself when there is an occasion is not asked."""
    return len(view.exchanges) < phase.from_turn and view.transcript.ending is not None


def _phases(rubric: Rubric, items: tuple[ItemMark, ...], weights: dict[str, int]) -> tuple[PhaseMark, ...]:
    marks: list[tuple[str, float, float, float]] = []
    of_phase: dict[str, list[ItemMark]] = {}
    for item in items:
        if item.why_not in COUNTABLE:
            of_phase.setdefault(item.phase, []).append(item)
    for id, phase in rubric.phases.items():
        known = of_phase.get(id, [])
        counted = [item for item in known if item.applicable or item.why_not == "short"]
        came_up = sum([item.weight for item in counted])
        if came_up:
            possible = came_up * phase.full_at
            earned = min(sum([item.weight * item.earned for item in counted]), possible)
            needed = phase.broad_at * sum([item.weight for item in known])
            marks.append((id, earned, possible, weights[id] * min(1.0, came_up / needed if needed else 1.0)))
    whole = sum(weight for *_, weight in marks) or 1
    return tuple(
        PhaseMark(id, rubric.phases[id].name, round(earned, 3), round(possible, 3), round(weight / whole, 6))
        for id, earned, possible, weight in marks
    )
