"""Preparation, opening and discovery as a careful person marks them: full, in part, missed, or never called for."""

import pytest

from scoring import grade, load_rubric
from scoring.scorecard import ItemMark
from simulator.transcript.record import Brief, ClientSide, Exchange, Header, Preparation, Transcript
from simulator.vocabulary.turn import MoveMade, Turn
from tests.scoring.reading_visits import CORPORATE, RETAIL

QUIET = ClientSide("嗯。", "talk", 50, 60)


def marked(
    id: str, *lines: str, brief: Brief = CORPORATE, opening: str = "请坐。", form: Preparation | None = None
) -> ItemMark:
    """The mark of an item in a visit of ``lines``, by turns the trainee's and the client's; nothing is heard as anything."""
    pairs = zip(lines[::2], [*lines[1::2], "嗯。"], strict=False)
    told = tuple(
        Exchange(number, Turn(said), ClientSide(answer, "talk", 50, 60))
        for number, (said, answer) in enumerate(pairs, 1)
    )
    visit = Transcript(Header("x", "0", "zh", 1, brief=brief), told, form, "ended", opening)
    return next(item for item in grade(visit, load_rubric()).items if item.id == id)


@pytest.mark.parametrize("id", ["prep_eligibility", "prep_image", "prep_reconfirm"])
def test_what_a_form_would_have_held_is_missed_without_one(id: str) -> None:
    assert marked(id, "您好。").applicable
    assert marked(id, "您好。").earned == 0
    left_out = marked(id, "您好。", form=Preparation("know"))
    assert left_out.applicable
    assert left_out.earned == 0


@pytest.mark.parametrize(
    ("note", "earned"),
    [
        ("有需求还没人满足；我行做得了；我行有别家没有的长处；不在限制名单上", 1),
        ("不在限制名单, 旺季缺钱, 我们批得快, 额度够", 1),
        ("我行做得了；不在限制名单上", 0.5),
        ("不在限制名单上", 0.5),
    ],
)
def test_eligibility_has_four_points(note: str, earned: float) -> None:
    assert marked("prep_eligibility", "您好。", form=Preparation(notes={"eligibility": note})).earned == earned


def test_a_self_rating_counts_where_the_visit_stays_courteous() -> None:
    rated = Preparation(notes={"mindset": "4 / 5"})
    assert marked("prep_mindset", "您好。", form=rated).earned == 1


def test_what_shows_only_in_the_talk_is_half_of_preparing() -> None:
    talk = ("您这边回款慢不慢，还是有别的难处？", "慢。", "下周三我带方案过来，您看行吗？")
    assert marked("prep_objective", *talk).earned == 0.5
    assert marked("prep_need_hypothesis", *talk).earned == 0.5
    assert marked("prep_objective", *talk, form=Preparation("know")).earned == 1
    guessed = Preparation("know", notes={"hypotheses": "回款慢，汇率有亏"})
    assert (
        marked("prep_need_hypothesis", "您这边回款慢，还是有别的难处？", "慢。", "慢多少天？", form=guessed).earned
        == 1
    )


def test_the_clients_own_word_for_being_on_time_counts() -> None:
    assert marked("prep_image", "您好。", opening="十点整，准时。坐吧。").earned == 1
    assert marked("prep_appointment", "您好。", opening="电话里约的就是您吧？").earned == 0.5


@pytest.mark.parametrize(
    ("id", "full", "half", "nothing"),
    [
        ("open_thank_time", "谢谢您抽时间见我。", "我长话短说。", "这茶真香。"),
        ("open_self_intro", "我姓周，江州银行的客户经理。", "我刚接小李的工作。", "今天天气不错。"),
        ("disc_chain", "您前三大买家是哪几家？", "这批货是卖给谁的，买家催不催？", "生意好吗？"),
        ("disc_other_bank_service", "别的银行主要跟哪家，给您做了哪些？", "大行那边批得快吗？", "生意好吗？"),
        ("disc_decision_people", "这事谁拍板？", "下回叫上您太太，行吗？", "生意好吗？"),
        ("disc_decision_style", "选银行您最看重哪一条？", "哪一条您最不能让？", "生意好吗？"),
        ("disc_collateral", "手上有什么抵押，押在别处没有？", "房子这件事您怎么看？", "生意好吗？"),
    ],
)
def test_full_half_and_nothing(id: str, full: str, half: str, nothing: str) -> None:
    assert [marked(id, text, "嗯。", "好的。").earned for text in (full, half, nothing)] == [1, 0.5, 0]


@pytest.mark.parametrize(
    ("id", "question", "answer"),
    [
        ("disc_clarify_quantify", "货款要多少天才回？", "九十天。"),
        ("disc_goal_short", "旺季哪个月钱最紧？", "六月，年底也紧。"),
    ],
)
def test_a_question_that_got_no_answer_is_half(id: str, question: str, answer: str) -> None:
    assert marked(id, question, answer).earned == 1
    assert marked(id, question, "您先说您的。").earned == 0.5


def test_what_was_never_called_for_does_not_count() -> None:
    assert not marked("disc_own_bank_feedback", "生意好吗？").applicable
    assert marked("disc_own_bank_feedback", "最近好吗？", brief=RETAIL).applicable
    assert marked("disc_own_bank_feedback", "您对我们行印象怎么样？").earned == 1
    assert not marked("disc_risk_profile", "您打算怎么放？", brief=RETAIL).applicable
    assert marked("disc_risk_profile", "您上次风险测评是什么时候？", brief=RETAIL).applicable


def test_presenting_an_investment_calls_for_the_risk_question() -> None:
    offer = Turn("有只基金。", (MoveMade("present_product", "有只基金。", 0.9, topic="r3_fund"),))
    visit = Transcript(Header("x", "0", "zh", 1, brief=RETAIL), (Exchange(1, offer, QUIET),), ending="ended")
    item = next(item for item in grade(visit, load_rubric()).items if item.id == "disc_risk_profile")
    assert item.applicable
    assert item.earned == 0
