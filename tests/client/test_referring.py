"""Who says that the bank must agree has asked nobody; who takes it back has."""

import pytest

from simulator.client import Client
from simulator.client.referring import refers_up
from simulator.rehearsal.phrasebook import phrasebook
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
from simulator.vocabulary.turn import MoveMade, Turn

RESERVED = (
    "最终以分行审批为准。",
    "额度和利率最终以审批为准，我不能保证。",
    "以上要等贷审会通过才作数。",
    "这些都要走审批流程，批下来才算数。",
    "批不批得看分行，我说了不算。",
    "All of this is subject to approval by the branch.",
    "I can offer 3.1%, subject to credit approval.",
    "The final decision lies with the credit committee.",
    "It still has to be approved, so I can't promise.",
    "Nothing is settled until the bank has approved it.",
)
WHOSE_IT_IS = (
    "今天我能定的是八百万；再往上要分行批。",
    "超过八百就得分行签字了。",
    "低于3.1的价要支行行长批才行。",
    "一千万属于分行审批。",
    "要不要我去问问分行？",
    "Anything above that is for the branch.",
    "Below 3.1 it's the sub-branch that decides, not me.",
    "Anything under 3.1 has to be cleared by the branch.",
    "Ten would need the branch's blessing.",
    "I could ask the branch for eight. Want me to ask?",
)
SET_OUT = (
    "再往上要分行批，我这就报上去。",
    "不押房子我得请示支行，今天下午就打电话。",
    "超权限了，我打个电话问问行长。",
    "Ten million is for the branch, so let me ring them.",
    "That needs the branch. I'm sending it up today.",
    "Let me check with the sub-branch whether 3.0 is possible.",
)
TAKEN_BACK = (
    "这个价要报分行审批，周四给您答复。",
    "我回去向分行申请一下，看能不能再低。",
    "超出我的权限了，我得请示一下行长。",
    "我会尽力去争取，最终以审批为准。",
    "我帮您往上报，结果以批复为准。",
    "I'll take it to the credit committee and let you know on Thursday.",
    "That's above my authority, I need to ask my manager.",
    "Let me put it to the branch, subject to their approval.",
    "It needs to be approved, so I'll send it up today.",
    "That one goes to the branch.",
)


def turn(text: str) -> Turn:
    """A turn heard as a referral."""
    return Turn(text, (MoveMade("refer_up", text),))


@pytest.mark.parametrize("text", WHOSE_IT_IS)
def test_whose_decision_a_thing_is_refers_nothing(text: str) -> None:
    first = text.split("。")[0].split(". ")[0]
    assert not refers_up(turn(text))
    assert not refers_up(Turn(text, (MoveMade("refer_up", first),)))


@pytest.mark.parametrize("text", SET_OUT)
def test_who_sets_out_to_ask_has_asked(text: str) -> None:
    assert refers_up(turn(text))


@pytest.mark.parametrize("text", RESERVED)
def test_a_reservation_refers_nothing(text: str) -> None:
    assert not refers_up(turn(text))


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_taking_it_back_does(text: str) -> None:
    assert refers_up(turn(text))


def test_one_referral_beside_a_reservation_is_enough() -> None:
    first, second = "最终以审批为准。", "我今天就报上去。"
    assert refers_up(Turn(first + second, (MoveMade("refer_up", first), MoveMade("refer_up", second))))


def test_nothing_is_referred_where_no_referral_was_heard() -> None:
    assert not refers_up(Turn("我帮您往上报。", (MoveMade("acknowledge", "我帮您往上报。"),)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_players_say_to_refer_something_up_does(language: str) -> None:
    for text in phrasebook(language).texts["refer_up.bank"]:
        assert refers_up(turn(text)), text


def at_the_table(text: str) -> tuple[int, tuple[str, ...]]:
    """When something was referred up, and what came of two turns."""
    client = Client(load_scenario(SHIPPED / "corporate" / "tech-firm.yaml", "zh").scenario)
    position, _ = client.start(1)
    position, first = client.step(position, turn(text), 1)
    position, second = client.step(position, Turn("好。", (MoveMade("acknowledge", "好。"),)), 1)
    assert position.table is not None
    return position.table.referred, (*first.events, *second.events)


def test_after_a_reservation_no_answer_comes_from_the_bank() -> None:
    referred, events = at_the_table("最终以分行审批为准。")
    assert referred == 0
    assert not {"referred", "authorised"} & set(events)
    referred, events = at_the_table("这个价要报分行审批，周四给您答复。")
    assert referred == 1
    assert {"referred", "authorised"} <= set(events)


def test_what_those_above_will_ask_is_no_referral() -> None:
    for text in (
        "Why borrow? The credit committee will ask me and I'd rather have your answer.",
        "您为啥要借？贷审会肯定要问我的。",
    ):
        clause = text.split("? ")[-1].split("？")[-1]
        assert not refers_up(Turn(text, (MoveMade("refer_up", clause, 0.9),)))
    taken = "The committee will ask me, so I'll take your figures to them on Friday."
    assert refers_up(Turn(taken, (MoveMade("refer_up", taken, 0.9),)))
