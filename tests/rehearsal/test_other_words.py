"""What the checklist tells people to say is understood as what it is meant for."""

import pytest

from scoring import load_rubric
from scoring.act import QUESTION, REMARK
from scoring.criteria import Wrote
from scoring.moments import acts_in, criteria_in
from scoring.patterns import first_match
from scoring.sentences import asks_something
from simulator.language.understanding import Understanding
from simulator.rehearsal.other_words import asked_moves, plainly, together, without
from simulator.rehearsal.preparing import only_on_paper
from simulator.transcript.record import Brief
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

CONTACTS = {"zh": "秦总", "en": "Ms Qin"}
SAID_BEFORE = {"zh": ("", "好的。"), "en": ("", "All right.")}
DISPUTED = {("en", "ex_learn_market"), ("zh", "mt_cross_fit"), ("en", "mt_cross_fit")}
"""Lines that hang on a scenario's own subjects, or that the recogniser takes for something near it."""


@pytest.mark.parametrize("segment", ["corporate", "retail"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_example_makes_a_move_that_its_item_asks_for(language: str, segment: str) -> None:
    recogniser = Understanding(language)
    brief = Brief(segment="corporate" if segment == "corporate" else "retail", contact=CONTACTS[language])
    for item in load_rubric(language=language).items.values():
        wanted = {move for acts in acts_in(item) for move in asked_moves(acts)}
        if (
            not wanted
            or only_on_paper(item)
            or segment not in (item.applies.segments or (segment,))
            or (language, item.id) in DISPUTED
        ):
            continue
        line = item.example.said(brief)
        made = {move.id for before in SAID_BEFORE[language] for move in recogniser.understand(line, before).moves}
        written = any(isinstance(c, Wrote) and first_match(line.lower(), c.words) for c in criteria_in(item))
        remarks = [acts for acts in acts_in(item) if REMARK in acts.moves]
        said = any(first_match(line.lower(), acts.words) for acts in remarks)
        plain = (
            said
            or any(plainly(line, acts) for acts in acts_in(item))
            or (QUESTION in wanted and asks_something(line))
        )
        assert written or plain or made & wanted, (item.id, line, made)


def test_a_line_added_to_a_turn_keeps_what_was_said() -> None:
    own = Turn("您好。", (MoveMade("greet", "您好。"),), (TabooMade("boast", "您好。"),))
    line = Turn("最近怎么样？", (MoveMade("ask_situation", "最近怎么样？", form="open"),))
    last, first = together(own, line, "zh", first=False), together(own, line, "zh", first=True)
    assert (last.text, first.text) == ("您好。最近怎么样？", "最近怎么样？您好。")
    assert [move.id for move in last.moves] == ["greet", "ask_situation"]
    assert last.taboos == first.taboos == own.taboos


def test_a_line_in_place_of_a_clause_takes_away_what_was_heard_in_it() -> None:
    own = Turn(
        "您好。今天必须定！",
        (MoveMade("greet", "您好。"), MoveMade("ask_commitment", "今天必须定！")),
        (TabooMade("rush_decision", "今天必须定！"),),
    )
    better = without(own, "今天必须定！", Turn("您慢慢考虑。", (MoveMade("acknowledge", "您慢慢考虑。"),)))
    assert better.text == "您好。您慢慢考虑。"
    assert [move.id for move in better.moves] == ["greet", "acknowledge"]
    assert better.taboos == ()
