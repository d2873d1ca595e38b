"""A visit comes to its close when there is something to close: not by a promise in the first turns."""

from pathlib import Path

import pytest

from tests.client.small import asks, played, says, small

ARCHETYPES = [
    "corporate/base", "corporate/owner", "corporate/finance-director", "corporate/founder", "corporate/public-body",
    "retail/base", "retail/retired-professional", "retail/shopkeeper",
]  # fmt: skip
every = pytest.mark.parametrize("archetype", ARCHETYPES)
ASKED = (asks("ask_situation"), asks("ask_plans"), asks("ask_problem"), asks("ask_decision"))


def state_after(folder: Path, archetype: str, *turns: object) -> str:
    client = small(folder, client=archetype, segment=archetype.split("/")[0])
    return played(client, *turns)[-1][0].state  # type: ignore[arg-type]


@every
def test_a_promise_in_the_first_turns_closes_nothing(tmp_path: Path, archetype: str) -> None:
    assert state_after(tmp_path, archetype, says("greet"), says("propose_next_step")) != "closing"


@every
def test_a_next_step_after_a_talk_does(tmp_path: Path, archetype: str) -> None:
    talk = (says("greet"), says("state_purpose"), *ASKED, says("present_product"))
    assert state_after(tmp_path, archetype, *talk, says("propose_next_step")) == "closing"


def test_on_the_phone_a_date_is_what_one_rings_for(tmp_path: Path) -> None:
    turns = (says("greet"), says("introduce", "empathise"), says("state_purpose"), says("propose_next_step"))
    assert state_after(tmp_path, "retail/busy-parent", *turns) == "closing"
