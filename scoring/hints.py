"""What to try next, for practice: items of the part of the visit that the talk is in, not met yet."""

from scoring.grading import grade
from scoring.rubric import Rubric
from scoring.view import VisitView
from simulator.transcript.record import Transcript

MOST = 3
_OPENING = 2
"""In the first turns the talk is in its opening, whatever was said."""
_OF_MOVES = (
    ("close", frozenset({"ask_commitment", "confirm_agreement", "propose_next_step", "thank", "farewell"})),
    ("negotiate", frozenset({"make_offer", "trade", "hold_position", "refer_up", "state_ask"})),
    ("propose", frozenset({"present_product", "explain_benefit", "disclose_risk", "disclose_terms"})),
)


def hints(transcript: Transcript, rubric: Rubric) -> tuple[str, ...]:
    """At most three short names of applicable items not yet met, those of the present part first, the weightiest first."""
    phase = present_phase(transcript, rubric)
    items = [i for i in grade(transcript, rubric).items if i.applicable and i.earned < 1 and i.phase != "follow_up"]
    now = [item for item in items if item.phase == phase]
    if not now:
        now = [item for item in items if item.phase not in ("prepare", "open")]
    return tuple(item.name for item in sorted(now, key=lambda item: -item.weight)[:MOST])


def present_phase(transcript: Transcript, rubric: Rubric) -> str:
    """The part of the visit that the talk is in, by what was said last. Visits of one part are always in it."""
    view = VisitView(transcript, rubric.hearing, rubric.language)
    weights = rubric.weights.of(view.brief.visit, bool(view.brief.issues), bool(view.brief.products))
    whole = max(weights, key=lambda phase: weights[phase])
    if weights[whole] * 2 > sum(weights.values()):
        return whole
    if len(view.exchanges) < _OPENING:
        return "open" if "open" in weights else whole
    recent = {
        act.move.id for index in range(len(view.exchanges) - 2, len(view.exchanges)) for act in view.acts_at(index)
    }
    for phase, moves in _OF_MOVES:
        if phase in weights and recent & moves:
            return phase
    return "discover" if "discover" in weights else whole
