"""What the talk around it excuses, and what it does not."""

import pytest

from scoring.excused import excused
from simulator.transcript.record import ClientSide, Exchange
from simulator.vocabulary.turn import TabooMade, Turn

EXPORTER = "ningchuan precision, paid in dollars 出口"


def _excused(
    id: str, clause: str, said: str, before: str = "您说", told: str = "", kind: str | None = None
) -> bool:
    client = ClientSide("嗯", "talk", 50, 60)
    last = Exchange(1, Turn("您好"), ClientSide(before, "talk", 50, 60))
    return excused(Exchange(2, Turn(said), client), last, TabooMade(id, clause, 0.9, True, kind), told)


@pytest.mark.parametrize(
    ("id", "clause", "said", "fine"),
    [
        ("perfunctory", "I'd have lost my mind.", "Two hours? I'd have lost my mind. I'm sorry.", True),
        ("perfunctory", "whatever,", "Sampled what? Fine, whatever, do you want it?", False),
        ("jargon", "不用再argue。", "太太不签，这条我写进方案，不用再argue。", True),
        ("jargon", "A方案，", "一页纸，A方案，八百万信用。", True),
        ("jargon", "您的敞口和久期都要hedge。", "您的敞口和久期都要hedge。", False),
        ("jargon", "LPR加三十BP，", "LPR加三十BP，按FTP走。", False),
        ("disparage_competitor", "their pay,", "What worries your people: their pay, their shares?", True),
        ("disparage_competitor", "their service is a joke", "That bank? their service is a joke.", False),
        ("disparage_competitor", "他们那服务就是个笑话", "他们那服务就是个笑话。", False),
        ("obstruct_exit", "your choice", "yes today if u want. 20 min. your choice", True),
        ("obstruct_exit", "今天办不了，您改天再来", "今天系统升级，今天办不了，您改天再来。", False),
        ("stingy_remedy", "今天就给您退。", "这三十八块是我们弄错了，今天就给您退。", True),
        ("stingy_remedy", "三十八块也值得您跑一趟？", "三十八块也值得您跑一趟？", False),
        ("falsify", "我有个亲戚装修，", "我跟您讲个真事，我有个亲戚装修，找了个最便宜的工队，最后贵了三成。", True),
        ("falsify", "我有个客户就这么写的，", "我有个客户就这么写的，您也写备料，没人查。", False),
        ("informal_address", "正好。", "你们俩过来坐四十分钟，正好。", True),
        ("informal_address", "你给？", "三个点，一千五就是四十五万，你给？", False),
    ],
)  # fmt: skip
def test_what_says_the_contrary_is_no_fault_and_the_thing_itself_is_one(
    id: str, clause: str, said: str, fine: bool
) -> None:
    assert _excused(id, clause, said) is fine


def test_a_term_of_the_clients_own_trade_is_no_jargon_to_him() -> None:
    said = "您这儿是FOB多还是CIF多？"
    assert _excused("jargon", said, said, told=EXPORTER)
    assert _excused("jargon", said, said, before="提单是什么我还得教吗？")
    assert not _excused("jargon", said, said, before="我就想存个定期。")


def test_nobody_may_press_a_complaint_to_be_withdrawn_and_call_it_his_choice() -> None:
    said = "撤了投诉我就给您办，随您。"
    assert not _excused("obstruct_exit", "撤了投诉我就给您办", said, kind="suppress_complaint")
