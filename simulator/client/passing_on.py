"""What the client says to a question that it passes on: heard, and not answered now."""

from simulator.client.asked_for import echo_of, kind_of
from simulator.client.taking import Taking
from simulator.scenario.model import Lines


def pass_on(
    taking: Taking, question: str, weight: int, *, phase: str = "discover", canned: bool = False, due: bool = False
) -> bool:
    """Passes a question on, in words for what it asks for where there are such, else in any; tells whether there were."""
    talk = taking.scenario.talk
    kind = f"asked_{kind_of(question)}"
    own: Lines = getattr(talk, kind)
    taking.asked_words = echo_of(question)
    return any(
        taking.say(lines, place, weight, phase=phase, clause=question, canned=canned, due=due)
        for lines, place in ((own, f"talk/{kind}"), (talk.deflect, "talk/deflect"))
    )
