"""Spoilt files give declared findings and nothing else; ``python -m tests.scenario.fuzz`` spoils many more."""

from tests.scenario.fuzz import fuzz


def test_nothing_but_declared_findings_comes_of_spoilt_files() -> None:
    tally = fuzz(60, seed=20260101)
    assert tally.undeclared == []
    assert len(tally.codes) >= 5
