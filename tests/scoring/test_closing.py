"""What a trainer marks at the end of a visit and in a retention: not applicable, half, full, by what was said."""

from dataclasses import replace

import pytest

from scoring import grade, load_rubric
from scoring.scorecard import ItemMark
from simulator.transcript.record import Brief, ClientSide, Exchange, Header, IssueBrief, Transcript
from simulator.vocabulary.turn import MoveMade, Quantity, Turn
from tests.scoring.reading_visits import COMPLAINT, CORPORATE, PHONE

QUIET = ClientSide("嗯。", "talk", 50, 60)
CHOICE = IssueBrief("security", "担保", "choice", "higher", 2, 0, 1, 0, 1, choices={"不押房子": 2.0, "押房子": 0.0})
DEAL = replace(CORPORATE, issues=(*CORPORATE.issues, CHOICE))
AGREED = replace(QUIET, agreed={"rate": 3.4, "share": 50.0, "security": 2.0}, events=("agreed",))
RETENTION = replace(COMPLAINT, visit="retention")
REFUND = Turn("多扣的今天退给您。", (MoveMade("offer_remedy", "多扣的今天退给您。"),))


def marked(
    id: str, *said: str | Turn, brief: Brief = DEAL, clients: tuple[ClientSide, ...] = (), zh: bool = True
) -> ItemMark:
    turns = [turn if isinstance(turn, Turn) else Turn(turn) for turn in said]
    answers = [*clients, *[QUIET] * len(turns)]
    told = tuple(Exchange(n, turn, client) for n, (turn, client) in enumerate(zip(turns, answers, strict=False), 1))
    language = "zh" if zh else "en"
    transcript = Transcript(Header("x", "0", language, 1, brief=brief), told, ending="ended")
    return next(m for m in grade(transcript, load_rubric(language=language)).items if m.id == id)


@pytest.mark.parametrize(
    "id",
    ["close_explain_agreement", "close_recap_terms", "close_docs", "close_simplify", "close_handlers", "close_farewell",
     "close_gift_ok"],
)  # fmt: skip
def test_what_nothing_called_for_does_not_apply(id: str) -> None:
    assert not marked(id, "您今年订单怎么样？", "回款要多少天？", "周三我再来看您。").applicable


@pytest.mark.parametrize("id", ["close_explain_agreement", "close_recap_terms", "close_docs", "close_handlers"])
def test_what_an_agreement_calls_for_is_missed_where_it_is_not_done(id: str) -> None:
    item = marked(id, "那就这样。", "您慢走。", clients=(AGREED,))
    assert item.applicable
    assert item.earned == 0


@pytest.mark.parametrize(
    ("id", "text", "earned"),
    [
        ("close_recap_terms", "那我们对一下：利率3.4%，结算占比50%，不押房子，对吧？", 1),
        ("close_recap_terms", "那我们对一下：利率3.4%，对吧？", 0.5),
        ("close_docs", "材料一共两样：营业执照和半年流水。", 1),
        ("close_docs", "麻烦您准备一份报表。", 0.5),
        ("close_handlers", "后面由我同事小林专门对接您。", 1),
        ("close_handlers", "下回我带一个同事来。", 0.5),
        ("close_simplify", "面签我们上门办，您不用跑。", 1),
        ("close_authority", "合同谁有权签，要不要股东会决议？", 1),
        ("close_authority", "下回您们两口子一起来吗？", 0.5),
        ("close_explain_agreement", "利率3.4%，期限一年，提前还款不收违约金，清楚吗？", 1),
        ("close_explain_agreement", "利率3.4%，担保就是应收质押。", 0.5),
    ],
)
def test_all_that_the_evidence_asks_is_full_a_part_is_half(id: str, text: str, earned: float) -> None:
    assert marked(id, "那就这样。", text, clients=(AGREED,)).earned == earned


def test_a_figure_worse_than_agreed_is_no_right_recap() -> None:
    words = "那我们对一下：利率3.6%，结算占比50%，不押房子，对吧？"
    turn = Turn(words, (MoveMade("confirm_agreement", words, terms=(Quantity("rate", 3.6, "%"),)),))
    assert marked("close_recap_terms", "那就这样。", turn, clients=(AGREED,)).earned == 0.5


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("您定，不合适也没关系。", 1),
        ("周三我再来，您看行吗？", 0),
        ("那就办了吧。", 0),
    ],
)
def test_a_choice_left_open_is_more_than_a_polite_question(text: str, earned: float) -> None:
    assert marked("close_free_choice", "您好。", "我说完了。", text).earned == earned


def test_taking_leave_without_thanks_is_half_and_no_leave_taken_is_no_miss() -> None:
    assert marked("close_farewell", "您好。", "今天谢谢您，我先告辞。").earned == 1
    assert marked("close_farewell", "您好。", "再见！").earned == 0.5
    assert not marked("close_farewell", "您好。", "下周三我再来。").applicable


@pytest.mark.parametrize(
    ("id", "text", "earned"),
    [
        ("ex_third_party", "这一笔报上去，支行行长批，三天答复。", 0),
        ("ex_third_party", "您愿意的话，行长一起来给您一个说法。", 1),
        ("ex_no_blame", "等了这么久，不怪您生气。", 1),
        ("ex_solve_then_future", "往后一有波动，我当天给您打电话。", 1),
        ("ex_last_chance", "往后一有波动，我当天给您打电话，您看行吗？", 1),
        ("ex_last_chance", "往后一有波动，我当天给您打电话。", 0.5),
        ("ex_consequence", "代扣要先改绑。", 0.5),
        ("ex_consequence", "代扣要先改绑，今天取按活期计，利息会少一些。", 1),
        ("ex_smooth", "今天就能办，二十分钟。", 0.5),
        ("ex_smooth", "今天就能办，二十分钟，代扣我陪您办。", 1),
    ],
)
def test_a_retention_is_marked_by_what_was_said(id: str, text: str, earned: float) -> None:
    assert marked(id, "您慢慢说。", "后来呢？", REFUND, text, brief=RETENTION).earned == earned


@pytest.mark.parametrize(
    ("id", "text", "earned"),
    [
        ("ex_third_party", "The branch manager answers within three working days.", 0),
        ("ex_third_party", "Would it help if I asked my manager to come and join us?", 1),
        ("ex_smooth", "You can close it today, twenty minutes.", 0.5),
        ("ex_smooth", "You can close it today, and I'll help you move the debits.", 1),
    ],
)
def test_an_english_retention_is_marked_likewise(id: str, text: str, earned: float) -> None:
    assert marked(id, "Please sit down.", "What happened then?", text, brief=RETENTION, zh=False).earned == earned


def test_a_call_that_opens_with_a_product_has_no_plain_purpose() -> None:
    purpose = "想约您见一面，听听您的打算。"
    pitch = MoveMade("present_product", "我们有款五年的产品。")
    assert marked("ph_purpose", purpose, brief=PHONE).earned == 1
    assert marked("ph_purpose", Turn(f"{purpose}我们有款五年的产品。", (pitch,)), brief=PHONE).earned == 0
