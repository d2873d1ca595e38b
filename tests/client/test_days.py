"""The day of the next step: what tells it is only said where one was named."""

from pathlib import Path
from typing import Any

import pytest

from simulator.scenario.checking import check_file
from simulator.vocabulary.turn import MoveMade, Turn
from tests.client.small import BASE, played, small

STATES: dict[str, Any] = {
    "discovery": {
        "on": {
            "a_day": {"move": "propose_next_step", "trust": 3, "say": ["$date it is.", "Right, $date."]},
            "which_day": {
                "move": "propose_next_step",
                "trust": 0,
                "say": ["Which day?", "And when would that be?"],
            },
        }
    }
}


@pytest.mark.parametrize(
    ("text", "place"),
    [("I'll come back on Wednesday.", "a_day"), ("I'll come back some time.", "which_day")],
)
def test_a_reaction_that_only_tells_the_day_waits_for_one(tmp_path: Path, text: str, place: str) -> None:
    client = small(tmp_path, states=STATES)
    ((_, reply),) = played(client, Turn(text, (MoveMade("propose_next_step", text, 0.9),)))
    assert reply.fired == (f"states/discovery/on/{place}",)


def test_the_day_is_agreed_with_a_client_who_does_not_bargain(tmp_path: Path) -> None:
    import yaml

    states: dict[str, Any] = {
        "discovery": {"on": {"a_day": {"move": "propose_next_step", "when": "agreed.date", "say": "Good."}}}
    }
    path = tmp_path / "small.yaml"
    path.write_text(yaml.safe_dump({**BASE, "states": states}, sort_keys=False), encoding="utf-8")
    assert "S453" not in {fault.code for fault in check_file(path)}
    states["discovery"]["on"]["a_day"]["when"] = "agreed.any"
    path.write_text(yaml.safe_dump({**BASE, "states": states}, sort_keys=False), encoding="utf-8")
    assert "S453" in {fault.code for fault in check_file(path)}
