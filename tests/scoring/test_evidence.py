"""The words shown for a mark, over every visit that was played: they are of the talk, and none carries the whole debrief."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from scoring import grade, load_rubric
from scoring.act import is_scrap
from scoring.patterns import first_match
from scoring.scorecard import Scorecard
from scoring.texts import Texts, WordLists
from simulator.visit.store import read_file
from simulator.vocabulary.turn import MoveMade

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


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("周四下午三点我来", True),
        ("三点半见", True),
        ("三点一刻", True),
        ("三点二十到", True),
        ("三点八我回去报", False),
        ("应收质押，三点九起", False),
        ("利率三点二五", False),
        ("我有三点理由", False),
    ],
)
def test_a_rate_is_no_time_of_the_day(text: str, stands: bool) -> None:
    assert (first_match(text, ("三点",)) is not None) is stands
    lists = WordLists()
    for _ in range(WordLists.AGAIN):
        lists.ask(("三点", "周日"))
    assert bool(Texts((text,), lists).having(("三点", "周日"))) is stands


@pytest.mark.parametrize(
    ("id", "clause", "scrap"),
    [
        ("decline", "多少？", True),
        ("decline", "给谁？", True),
        ("decline", "不包。", False),
        ("hold_position", "我不是说过不行吗？", False),
        ("decline", "Can't you see I can't?", False),
        ("decline", "What's the fifteen for?", True),
        ("ask_clarify", "多少？", False),
    ],
)
def test_a_question_without_a_no_in_it_refuses_nothing(id: str, clause: str, scrap: bool) -> None:
    assert is_scrap(MoveMade(id, clause, 0.9)) is scrap
