"""Questions that find needs: what draws one out now, what is near one, and what one asks any client."""

from collections.abc import Iterator

from simulator.rehearsal.knowledge import ways
from simulator.rehearsal.listening import sentences, told
from simulator.rehearsal.speech import Speech
from simulator.vocabulary.turn import MoveMade

_FIGURES = 2
"""Needs that are pursued to the last figure."""
_QUESTIONS = {
    "corporate": (
        "ask_situation.business", "ask_current_bank.service", "ask_expectation.use", "ask_situation.assets", "ask_plans.short",
        "ask_current_bank.satisfaction", "ask_decision.people", "ask_plans.long", "ask_situation.chain", "ask_situation.fx",
        "ask_expectation.style", "ask_decision.process", "invite_feedback.own", "ask_situation.collateral", "ask_situation.payroll",
    ),
    "retail": (
        "ask_situation.business", "ask_current_bank.service", "ask_expectation.use", "ask_plans.short", "ask_situation.assets",
        "ask_risk_profile.test", "ask_decision.people", "ask_plans.long", "ask_current_bank.satisfaction", "ask_expectation.style",
        "ask_decision.process", "invite_feedback.own",
    ),
}  # fmt: skip


def drawing(speech: Speech, *, figures: bool) -> Iterator[MoveMade]:
    """Questions that bring out a need now: needs not told yet, and with ``figures`` the figures of those that are."""
    levels = dict(speech.position.needs)
    here = speech.known.revealing.get(speech.position.state, {})
    for need in speech.scenario.needs:
        had = levels.get(need, 0)
        if (had >= 2) != figures or had >= 3 or speech.left_out(need):
            continue
        for place, reaction, level in here.get(need, ()):
            if level <= had or (level < 2 and had) or (reaction.trust or 0) < 0:
                continue
            for id, topic in ways(reaction):
                for move in sentences(speech, id, topic):
                    fired = speech.client.mind.chart.react(
                        speech.position.state, move, speech.environment, speech.position.fired
                    )
                    if fired is not None and fired.place == place:
                        yield move
                        break


def need_question(speech: Speech) -> list[MoveMade]:
    """The question that brings out most now, first of needs, then of figures; none where nothing can be drawn out."""
    for figures in (False, True):
        if figures and len([level for _, level in speech.position.needs if level >= 3]) >= _FIGURES:
            break
        for move in drawing(speech, figures=figures):
            return [move]
    return []


def topic_question(speech: Speech) -> list[MoveMade]:
    """A question about a need's topic that has not been asked yet, whether or not it draws anything."""
    for need in speech.scenario.needs:
        if need not in told(speech) and not speech.left_out(need):
            topic = speech.scenario.needs[need].topic or need
            for move in sentences(speech, "ask_problem", topic):
                return [move]
    return []


def general_questions(speech: Speech, most: int) -> list[MoveMade]:
    """At most so many questions that one asks any client of the kind, in their order."""
    left = [key for key in _QUESTIONS[speech.scenario.segment] if not speech.did(key)]
    return [speech.move(key) for key in left[:most]]
