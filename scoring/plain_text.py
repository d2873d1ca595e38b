"""The debrief as plain text, for pipes and screen readers."""

from scoring.debrief import Debrief


def plain_debrief(debrief: Debrief, language: str, width: int = 72) -> str:
    """The debrief as lines of text, no wider than ``width`` columns."""
    card = debrief.scorecard
    lines = [f"{card.total:g}/100  {card.grade_name}", ""]
    lines += [f"- {item.name}: {item.advice}" for item in debrief.improve]
    return "\n".join(lines) + "\n"
