"""What answers an act: the remark that waits, the statechart, or what the subject of the act has to say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.client.addressing import companion_reaction
from simulator.client.environment import environment
from simulator.client.remarks import pending_reaction
from simulator.client.statechart import Fired
from simulator.client.taking import Taking
from simulator.scenario.model import GROUPS, Lines, Scenario
from simulator.vocabulary.turn import MoveMade, TabooMade

FOLLOWS = frozenset(
    {
        "ask_clarify",
        "empathise",
        "paraphrase",
        "acknowledge",
        "invite_feedback",
        "apologise",
        "offer_remedy",
        "small_talk",
    }
)
"""Moves that, without a topic of their own, are about what was just spoken of."""
NOT_BY_TOPIC = FOLLOWS - {"ask_clarify", "paraphrase"} | {
    "state_ask",
    "hold_position",
    "decline",
    "refer_up",
    "value_relationship",
    "propose_next_step",
    "confirm_agreement",
    "offer_materials",
    "respect_exit",
}
"""Moves that are mostly meant without a topic, even where their words name one."""
QUESTIONS = frozenset(GROUPS["question"])
TELLING = frozenset({*GROUPS["product_talk"], "disclose_terms", "disclose_risk", "paraphrase"})
"""Moves that speak of a subject rather than ask about it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What answers an act: the reaction, whether it is the waiting remark's, and whether that is settled by it."""

    act: MoveMade | TabooMade
    fired: Fired | None
    waiting: bool = False
    settles: bool = False


def find(taking: Taking, act: MoveMade | TabooMade) -> Found:
    """What answers one act at this moment: the waiting remark where it has an answer, else the statechart."""
    position = taking.position
    borrowed = isinstance(act, MoveMade) and act.topic is None and act.id in FOLLOWS and position.about is not None
    if isinstance(act, MoveMade) and borrowed:
        act = replace(act, topic=position.about)
    waiting = pending_reaction(taking, act)
    if waiting is None and isinstance(act, MoveMade) and (borrowed or act.id in NOT_BY_TOPIC):
        waiting = pending_reaction(taking, replace(act, topic=None))
    if waiting is not None:
        return Found(act, waiting[0], True, waiting[1])
    return Found(act, companion_reaction(taking, act) or _reaction(taking, act, borrowed))


def meant(taking: Taking, same: Sequence[MoveMade]) -> MoveMade:
    """Of several readings of the same words the one that the client has most to say to."""
    return max(same, key=lambda move: _fitness(taking, move))


def _fitness(taking: Taking, move: MoveMade) -> tuple[float, ...]:
    found = find(taking, move)
    reaction = found.fired.reaction if found.fired is not None else None
    topic = found.act.topic if isinstance(found.act, MoveMade) else None
    own = found.fired is not None and found.fired.place not in taking.scenario.inherited.reactions
    return (
        found.waiting and found.settles,
        found.waiting,
        own and reaction is not None and topic is not None and topic in reaction.topic,
        subject_answer(taking.scenario, found.act) is not None,
        own,
        move.form != "closed",
        move.confidence,
    )


def _reaction(taking: Taking, act: MoveMade | TabooMade, borrowed: bool) -> Fired | None:
    """The statechart's answer. A follow-on that no reaction takes up by its topic is tried as one without."""
    position, chart = taking.position, taking.mind.chart
    known = environment(position)
    fired = chart.react(position.state, act, known, position.fired)
    if not isinstance(act, MoveMade) or not (borrowed or act.id in NOT_BY_TOPIC):
        return fired
    if act.topic is None or (fired is not None and act.topic in fired.reaction.topic):
        return fired
    bare = chart.react(position.state, replace(act, topic=None), known, position.fired)
    return bare if bare is not None and "none" in bare.reaction.topic else fired


def subject_answer(scenario: Scenario, act: MoveMade | TabooMade) -> tuple[str, Lines] | None:
    """What the client has to say of the subject of an act, with its place."""
    if not isinstance(act, MoveMade) or act.topic is None:
        return None
    part = "say" if act.id in QUESTIONS else "told" if act.id in TELLING else ""
    return subject_lines(scenario, act.topic, part) if part else None


def subject_lines(scenario: Scenario, id: str, part: str) -> tuple[str, Lines] | None:
    """The lines ``say`` or ``told`` of a subject, with their place; None where nothing is written there."""
    places = (("topics", scenario.topics), ("needs", scenario.needs), ("products", scenario.products))
    for name, subjects in (*places, ("facts", scenario.facts)):
        lines = getattr(subjects.get(id), part, None)
        if isinstance(lines, Lines) and lines.all:
            return f"{name}/{id}/{part}", lines
    return None
