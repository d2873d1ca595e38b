"""What would have come of other words in a visit from a file: the scenario found again, the recogniser at hand."""

from collections.abc import Callable

from scoring import Rubric
from scoring.what_if import WhatIf
from simulator.language.understanding import Understanding
from simulator.rehearsal.what_if import what_if
from simulator.scenario.model import Scenario
from simulator.transcript.record import Transcript
from simulator.visit.store import scenario_of
from simulator.visit.visit import Understands


def _recogniser(scenario: Scenario) -> Understands:
    return Understanding(scenario.language, scenario)


def try_other_words(
    transcript: Transcript, rubric: Rubric, recogniser: Callable[[Scenario], Understands] = _recogniser
) -> WhatIf:
    """The counterfactuals of a visit and what was still reachable, by a ``rubric`` in the visit's own language.

    Raises `CannotReplayError`.
    """
    loaded = scenario_of(transcript)
    reads = recogniser(loaded.scenario).understand if loaded is not None else None
    return what_if(loaded, transcript, rubric, reads)
