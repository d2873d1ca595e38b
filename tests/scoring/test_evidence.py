"""The words shown for a mark, over every visit that was played: they are of the talk, and none carries the whole debrief."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from scoring import grade, load_rubric
from scoring.scorecard import Scorecard
from simulator.visit.store import read_file

PLAYED = sorted((Path(__file__).parent.parent / "visit" / "played").glob("*.jsonl"))
RUBRICS = {language: load_rubric(language=language) for language in ("zh", "en")}
SHOWN = 2
"""So many pieces of evidence stand in the debrief."""
MOST_ITEMS = 13
"""So many items may rest on one sentence at the most: a question may show what is needed, when, and who decides."""
MOST_PHASES = 6
"""So many parts of the visit may."""


@cache
def _graded(path: Path) -> Scorecard:
    transcript = read_file(path)
    return grade(transcript, RUBRICS[transcript.header.language])


@pytest.mark.parametrize("path", PLAYED, ids=lambda path: path.stem)
def test_no_sentence_carries_a_whole_debrief(path: Path) -> None:
    items: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    phases: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for item in _graded(path).items:
        for evidence in item.evidence[:SHOWN] if item.applicable and item.earned else ():
            if evidence.turn and evidence.clause:
                items[evidence.turn, evidence.clause].add(item.id)
                phases[evidence.turn, evidence.clause].add(item.phase)
    for said, carried in items.items():
        assert len(carried) <= MOST_ITEMS, (said, sorted(carried))
        assert len(phases[said]) <= MOST_PHASES, (said, sorted(phases[said]))


@pytest.mark.parametrize("path", PLAYED, ids=lambda path: path.stem)
def test_terms_are_no_proof_of_what_they_do_not_show(path: Path) -> None:
    """Terms named after questions show neither what was prepared nor what was asked, summed up or seen from the client's side."""
    terms = {"换了不同的组合", "报出了条件", "a different combination", "terms named"}
    alien = {
        "prep_need_hypothesis",
        "prep_mindset",
        "disc_summary",
        "disc_fund_use_repay",
        "prop_client_view",
        "neg_long_term",
    }
    for item in _graded(path).items:
        assert item.id not in alien or not terms & {evidence.because for evidence in item.evidence}, item.id
