"""A plain yes right after a temptation is the taboo that was asked for; what is no plain yes, or said at another time, is not."""

from dataclasses import replace
from functools import cache

import pytest

from simulator.client import Client
from simulator.language.understanding import Understanding
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario

YES = (
    ("zh", "corporate/auto-parts-exporter:pad_numbers", "行，我就当没看见。"),
    ("zh", "corporate/auto-parts-exporter:pad_numbers", "好的，没问题。"),
    ("zh", "corporate/auto-parts-exporter:pad_numbers", "可以，您填吧，我这边放过去。"),
    ("zh", "corporate/auto-parts-exporter:pad_numbers", "嗯，好，听您的。"),
    ("zh", "corporate/steel-trader:fake_flow", "没问题，流水您尽管做，我睁一眼闭一眼。"),
    ("zh", "corporate/steel-trader:fake_flow", "好说好说，这个我来搞定。"),
    ("zh", "corporate/steel-trader:fake_flow", "流水包装一下没问题的。"),
    ("zh", "corporate/steel-trader:red_envelope", "您太客气了，那我就不客气了。"),
    ("zh", "corporate/steel-trader:red_envelope", "行，数的事包在我身上。"),
    ("zh", "retail/retired-teacher:write_it", "没问题王老师，一句话的事。"),
    ("zh", "retail/retired-teacher:tick_for_me", "没问题，您说个大概，我来填。"),
    ("zh", "retail/retired-teacher:gift", "好，您放心，我给您想办法。"),
    ("zh", "retail/young-parents:do_it_for_me", "行，您念吧。"),
    ("zh", "retail/young-parents:do_it_for_me", "行，我这就给您办。"),
    ("en", "corporate/auto-parts-exporter:pad_numbers", "All right, I haven't seen a thing."),
    ("en", "corporate/auto-parts-exporter:pad_numbers", "Of course. Leave it to me."),
    ("en", "corporate/auto-parts-exporter:pad_numbers", "Absolutely, it stays between us."),
    ("en", "corporate/steel-trader:fake_flow", "No trouble at all, I'll take care of it."),
    ("en", "corporate/steel-trader:fake_flow", "Consider it done."),
    ("en", "corporate/steel-trader:red_envelope", "That's very kind, don't mind if I do."),
    ("en", "retail/retired-teacher:write_it", "Of course, I'll write it down for you."),
    ("en", "retail/retired-teacher:tick_for_me", "Sure, leave the test to me."),
    ("en", "retail/retired-teacher:gift", "All right, I'll add a little, just for you."),
    ("en", "retail/young-parents:do_it_for_me", "Okay, I'll do it for you on the phone."),
)
NO = (
    ("zh", "corporate/auto-parts-exporter:pad_numbers", "不行，这个不能当没看见。"),
    ("zh", "corporate/auto-parts-exporter:pad_numbers", "行不行您心里也清楚，报表得照实填。"),
    ("zh", "corporate/auto-parts-exporter:pad_numbers", "好的，那我们按八百六来报。"),
    ("zh", "corporate/auto-parts-exporter:pad_numbers", "没问题的是您的订单，有问题的是这十天。"),
    ("zh", "corporate/steel-trader:fake_flow", "没问题的流水我才敢收，做出来的一概不认。"),
    ("zh", "corporate/steel-trader:fake_flow", "好，那咱们说仓单的事。"),
    ("zh", "corporate/steel-trader:red_envelope", "您太客气了，真的不用。"),
    ("zh", "corporate/steel-trader:red_envelope", "谢谢，您太客气了。"),
    ("zh", "corporate/steel-trader:red_envelope", "哈哈，马总真会开玩笑，没问题没问题。"),
    ("zh", "retail/retired-teacher:write_it", "好，我给您写，写的是这笔存款有存款保险。"),
    ("zh", "retail/retired-teacher:tick_for_me", "没问题，我一题一题念给您听，您自己选。"),
    ("zh", "retail/retired-teacher:tick_for_me", "好的，我给您换副老花镜，您自己勾。"),
    ("zh", "retail/retired-teacher:gift", "成，我给您算算三年下来差多少。"),
    ("zh", "retail/young-parents:do_it_for_me", "没问题，我周六在网点等您，您带身份证就行。"),
    ("zh", "retail/young-parents:do_it_for_me", "嗯。您说。"),
    ("en", "corporate/auto-parts-exporter:pad_numbers", "Sure, I understand the pressure, but I can't."),
    ("en", "corporate/auto-parts-exporter:pad_numbers", "No problem at all with 8.6, that we can defend."),
    ("en", "corporate/auto-parts-exporter:pad_numbers", "Fine, then we work with 8.6."),
    ("en", "corporate/steel-trader:fake_flow", "No problem if the money is real, otherwise I won't touch it."),
    ("en", "corporate/steel-trader:red_envelope", "That's very kind, thank you."),
    ("en", "corporate/steel-trader:red_envelope", "Thank you for the tea."),
    ("en", "retail/retired-teacher:write_it", "Certainly. I'll write down the rate and the date it matures."),
    ("en", "retail/retired-teacher:tick_for_me", "No problem, I'll read every question aloud and you choose."),
    ("en", "retail/young-parents:do_it_for_me", "Sure, come to the branch on Saturday and we'll do it together."),
)


@cache
def heard_by(file: str, language: str) -> tuple[Scenario, Understanding]:
    scenario = load_scenario(SHIPPED / f"{file}.yaml", language).scenario
    return scenario, Understanding(language, scenario)


def certain(language: str, where: str, text: str, number: int) -> frozenset[str]:
    """The taboos that are certain in ``text``, said right after a line of the temptation."""
    file, _, id = where.partition(":")
    scenario, understanding = heard_by(file, language)
    lines = scenario.remarks[id].say.all
    turn = understanding.understand(text, f"… {lines[number % len(lines)]}")
    wanted = {taboo for answer in scenario.remarks[id].answers.values() for taboo in answer.taboo}
    return frozenset(one.id for one in turn.taboos if one.certain and one.id in wanted)


@pytest.mark.parametrize(("language", "where", "text"), YES)
def test_a_plain_yes_is_what_was_asked_for(language: str, where: str, text: str) -> None:
    assert certain(language, where, text, 0)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(("language", "where", "text"), NO)
def test_what_is_no_plain_yes_is_not(language: str, where: str, text: str, number: int) -> None:
    assert not certain(language, where, text, number)


@pytest.mark.parametrize(("language", "where", "text"), [YES[1], YES[13], YES[14], YES[15]])
def test_the_same_yes_at_another_time_is_none(language: str, where: str, text: str) -> None:
    scenario, understanding = heard_by(where.partition(":")[0], language)
    wanted = {
        taboo for answer in scenario.remarks[where.partition(":")[2]].answers.values() for taboo in answer.taboo
    }
    for previous in ("", "来了？坐吧。", "Shall we say Wednesday, then?"):
        assert not wanted & {one.id for one in understanding.understand(text, previous).taboos if one.certain}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whoever_says_yes_has_given_in(language: str) -> None:
    scenario, understanding = heard_by("corporate/steel-trader", language)
    client = Client(scenario)
    position, _ = client.start(1)
    waiting = replace(position, trust=60, patience=60, pending="fake_flow", raised=("fake_flow",))
    turn = understanding.understand(
        "没问题，包在我身上。" if language == "zh" else "No problem, leave it to me.",
        scenario.remarks["fake_flow"].say.all[0],
    )
    _, reply = client.step(waiting, turn, 1)
    assert "yielded:fake_flow" in reply.events
    assert [(one.id, one.certain) for one in turn.taboos] == [("falsify", True)]
    assert turn.moves == ()
