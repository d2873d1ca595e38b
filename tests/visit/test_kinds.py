"""Every kind of visit that can be written can be played, is briefed to the scorer, and is graded by its own phases."""

from pathlib import Path
from typing import get_args

import pytest

from scoring import grade, load_rubric
from scoring.reading import VISITS
from simulator.client import Client
from simulator.rehearsal.players import PLAYERS, play
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from tests.client.small import small

KINDS = get_args(Scenario.model_fields["visit"].annotation)
OWN_PHASE = {
    "first": "discover", "referral": "discover", "maintenance": "maintenance", "complaint": "complaint_exit",
    "retention": "complaint_exit", "phone": "phone", "negotiation": "negotiate",
}  # fmt: skip
ISSUE = {
    "name": "Rate", "unit": "%", "quantity": "rate", "better_for_client": "lower", "opening": 3.5, "limit": 4.3,
    "authority": 3.9, "floor": 3.7, "step": 0.1, "words": ["rate"],
}  # fmt: skip


def test_the_scorer_knows_every_kind() -> None:
    assert set(VISITS) == set(KINDS) == set(OWN_PHASE) == set(load_rubric(language="en").weights.visits)


@pytest.mark.parametrize("kind", KINDS)
def test_a_visit_of_this_kind_is_played_and_graded_by_its_own_phases(tmp_path: Path, kind: str) -> None:
    bargaining = {"issues": {"rate": ISSUE}} if kind == "negotiation" else None
    topics = {"cash": {"name": "Cash", "words": ["cash"], "say": "Tight."}}
    small(tmp_path, visit=kind, bargaining=bargaining, topics=topics)
    loaded = load_scenario(tmp_path / "small.yaml")
    visit = play(loaded, PLAYERS["expert"], 1, Client(loaded.scenario))
    assert visit.header.brief is not None
    assert visit.header.brief.visit == kind
    assert visit.ending in loaded.scenario.endings
    card = grade(visit, load_rubric(language="en"))
    assert sum(phase.possible for phase in card.phases if phase.id == OWN_PHASE[kind]) > 0
    assert 0 < card.total <= 100
    assert (card.bargaining is not None) == (kind == "negotiation")
