"""A missed item tells what of its kind was heard, and that it asks for more."""

import pytest

from scoring import debrief, grade, load_rubric
from simulator.transcript.record import ClientSide, Exchange, Transcript
from simulator.vocabulary.turn import MoveMade, Turn
from tests.scoring.reading_visits import visit


@pytest.mark.parametrize(("confidence", "told"), [(0.7, True), (0.3, False)])
@pytest.mark.parametrize(("language", "words"), [("zh", "还要更多"), ("en", "asks for more")])
def test_what_was_heard_and_was_not_enough_is_told(
    language: str, words: str, confidence: float, told: bool
) -> None:
    said = "这个东西您也要留个心。"
    moves = (MoveMade("present_product", said), MoveMade("disclose_risk", said, confidence))
    exchanges = tuple(
        Exchange(n, turn, ClientSide("嗯。", "talk", 50, 50))
        for n, turn in enumerate((Turn("您好。"), Turn(said, moves), Turn("好。"), Turn("再见。")), 1)
    )
    transcript = Transcript(visit("corporate_good").header, exchanges, opening="请坐。")
    rubric = load_rubric(language=language)
    marks = debrief(transcript, grade(transcript, rubric), rubric).items
    risk = next(item for item in marks if item.id == "prop_risk")
    assert risk.earned == 0
    assert [(e.turn, words in e.because, e.lost) for e in risk.evidence] == ([(2, True, True)] if told else [])
