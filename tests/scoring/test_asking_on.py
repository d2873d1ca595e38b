"""A question that goes on from the client's last line takes it up, however few of its words it says again."""

import pytest

from scoring.spoken import taking_up
from scoring.view import VisitView
from simulator.transcript.record import Brief, ClientSide, Exchange, Header, Transcript
from simulator.vocabulary.turn import Turn


@pytest.mark.parametrize(
    ("before", "asked", "taken"),
    [
        ("去年错了三十七个人。", "那三十七个人是怎么回事？", True),
        ("两台炉子停了。", "那两台现在还能开吗？", True),
        ("两台炉子停了。", "那几台后来修好了吗？", True),
        ("有三户老客户走了。", "那三户去了哪家？", True),
        ("去年断过一回料。", "那回断了几天？", True),
        ("找过两家银行。", "后来怎么样了？", True),
        ("客户里头外贸的多。", "其中欧洲的占多少？", True),
        ("今年还行。", "您账上的钱放在哪儿？", False),
        ("Three hundred of the nurses want a space.", "How many of them can pay?", True),
        ("We had two bad invoices in spring.", "Have those been settled?", True),
        ("There is one over by the quay.", "Is that one yours?", True),
        ("Sixty million sits in the account.", "What does it earn?", True),
        ("It has been a fair year.", "Which bank do you use?", False),
        ("It has been a fair year.", "Is there a canteen here?", False),
    ],
)
def test_a_question_that_points_back_takes_the_client_up(before: str, asked: str, taken: bool) -> None:
    first = Exchange(1, Turn("您好。"), ClientSide(before, "talk", 50, 50))
    second = Exchange(2, Turn(asked), ClientSide("嗯。", "talk", 50, 50))
    view = VisitView(Transcript(Header("x", "h", "zh", 1, brief=Brief()), (first, second), opening="请坐。"))
    assert bool(taking_up(view)) is taken
