"""The forms before and after a visit, filled in as a missed item would have had them."""

from collections.abc import Iterator
from dataclasses import replace

from scoring.criteria import FollowedUp, Prepared
from scoring.moments import criteria_for_full, criteria_in
from scoring.rubric import Item
from simulator.transcript.record import Brief, ChoiceBrief, Preparation, Transcript

BETWEEN = " / "


ANY_FIELD = "file"
"""The field of the form after the visit that holds what belongs to no other."""


def only_on_paper(item: Item) -> bool:
    """Whether nothing that is said in the visit can earn the item in full."""
    return all(isinstance(criterion, Prepared | FollowedUp) for criterion in criteria_for_full(item))


def before_the_visit(transcript: Transcript, item: Item, example: str) -> Iterator[tuple[str, Transcript]]:
    """The visit with a form filled in better, and what to put into it; nothing for an item that no form has."""
    brief = transcript.header.brief or Brief()
    done = transcript.preparation or Preparation()
    for criterion in criteria_in(item):
        if isinstance(criterion, Prepared):
            better = (
                _note(done, criterion, example) if criterion.what == "note" else _choice(done, criterion, brief)
            )
            if better is not None:
                yield better[0], replace(transcript, preparation=better[1])
        elif isinstance(criterion, FollowedUp):
            known = [field for field in criterion.fields if field in transcript.follow_up]
            for field in known or [*criterion.fields[:1]] or [ANY_FIELD]:
                yield example, replace(transcript, follow_up={**transcript.follow_up, field: example})


def _note(done: Preparation, criterion: Prepared, example: str) -> tuple[str, Preparation] | None:
    """The example in the field that the trainee used, or left out; None where the item names no field."""
    field = next((field for field in criterion.fields if field in done.notes), next(iter(criterion.fields), None))
    return None if field is None else (example, replace(done, notes={**done.notes, field: example}))


def _choice(done: Preparation, criterion: Prepared, brief: Brief) -> tuple[str, Preparation] | None:
    if criterion.what == "objective":
        right = [choice for choice in brief.objectives if choice.verdict == "right"]
        return (right[0].text, replace(done, objective=right[0].id)) if right else None
    if criterion.what == "materials":
        needed = [choice for choice in brief.materials if choice.verdict == "needed"]
        return _told(needed), replace(done, materials=tuple(choice.id for choice in needed))
    likely = [choice for choice in brief.questions if choice.verdict == "likely"]
    return _told(likely), replace(done, questions=tuple(choice.id for choice in likely))


def _told(choices: list[ChoiceBrief]) -> str:
    return BETWEEN.join(choice.text for choice in choices)
