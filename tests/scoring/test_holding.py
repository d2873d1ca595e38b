"""What holds a line, and what asks for something: not every "can't", and not a refusal of what the client improperly wants."""

import pytest

from scoring import grade, load_rubric
from simulator.transcript.record import ClientSide, Exchange, Transcript
from simulator.vocabulary.turn import MoveMade, Quantity, Turn
from tests.scoring.reading_visits import CORPORATE, visit


def _graded(language: str, id: str, *said: str) -> float:
    offered = Turn(
        "三个五。", (MoveMade("make_offer", "三个五。", terms=(Quantity("rate", 3.5, "%", clause="三个五"),)),)
    )
    turns = (Turn("您好。"), offered, *map(Turn, said), Turn("好。"))
    events = ((), ("temptation:x",), *((),) * 9)
    exchanges = tuple(
        Exchange(n, turn, ClientSide("嗯。", "talk", 50, 50, events=events[n - 1]))
        for n, turn in enumerate(turns, 1)
    )
    header = visit("corporate_good").header
    assert header.brief == CORPORATE
    rubric = load_rubric(language=language)
    marks = {item.id: item for item in grade(Transcript(header, exchanges, opening="请坐。"), rubric).items}
    return marks[id].earned


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("I can't put that in writing for you.", True),
        ("We won't pay a finder, whoever it is.", True),
        ("That I cannot promise.", True),
        ("I can't help noticing the trophy on the shelf.", False),
        ("I can't imagine how you managed.", False),
        ("It won't take long.", False),
        ("So young people can't find the deposit.", False),
        ("这个返点我不能给。", True),
        ("利率这条我让不了。", True),
        ("我看看三厂那边能不能早一点发货。", False),
        ("我记下了，工资一天都不能错。", False),
    ],
)
def test_not_every_cannot_holds_a_line(said: str, holds: bool) -> None:
    assert (_graded("zh", "neg_firm_polite", said) > 0) is holds


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("我们也想请您把代发放到我们行来。", True),
        ("回款能不能走我们这边？", True),
        ("代发和冠名两码事，放我们行也不能这么办。", False),
        ("赞助跟代发绑在一起，我们行里绝对不允许。", False),
        ("We would like payroll with us from January.", True),
        ("Sponsoring has nothing to do with having payroll with us.", False),
    ],
)
def test_refusing_what_is_improper_asks_for_nothing(said: str, asks: bool) -> None:
    assert (_graded("zh", "neg_clear_ask", said) == 1) is asks
