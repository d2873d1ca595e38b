"""Spoilt files give declared findings and nothing else; ``python -m tests.scenario.fuzz`` spoils many more."""

import pytest

from tests.scenario.fuzz import fuzz


@pytest.mark.parametrize("kind", ["scenario", "archetype", "overlay", "rubric"])
def test_nothing_but_declared_findings_comes_of_spoilt_files(kind: str) -> None:
    tally = fuzz(60, seed=20260101, kind=kind)
    assert tally.undeclared == []
    assert len(tally.codes) >= 5
