"""Figures in what is said: how many, whose, and that a sum is told by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.figures import figures_in, told_before
from scoring.offers import offer_log
from scoring.view import VisitView
from simulator.transcript.record import ClientSide, Exchange, Header, Transcript
from simulator.vocabulary.turn import MoveMade, Quantity, Turn
from tests.scoring.reading_visits import CORPORATE
from tests.scoring.test_criteria import ask


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("存货五十五天，应收九十天，减掉应付四十五", 3),
        ("一千五就是一千五", 2),
        ("十分感谢，千万别急，万一呢", 0),
        ("二百六十万整，三个月到期", 2),
        ("利率3.10%，一千万", 2),
        ("Stock twenty, receivables forty-five, less ten", 3),
        ("48.6 million less fifteen", 2),
        ("five hundred and twenty thousand", 1),
        ("one of them, some day", 0),
    ],
)
def test_each_figure_counts_once_however_many_words_it_takes(said: str, figures: int) -> None:
    assert figures_in(said) == figures


@given(st.text(max_size=40), st.text(max_size=40))
def test_more_words_have_no_fewer_figures(one: str, two: str) -> None:
    assert figures_in(f"{one}\n{two}") >= max(figures_in(one), figures_in(two))


def test_a_criterion_asks_for_figures_in_the_sentence() -> None:
    talk = "> 存货二十天，应收四十五天，减应付十天。 | paraphrase / < 对 / > 好。一千。两千。三千。 | acknowledge / < 嗯"
    assert ask("{said: {move: remark, figures: 3}}", talk).value == 1
    assert ask("{said: {move: remark, figures: 3, times: 2}}", talk).value == 0.5
    assert ask("{said: {move: remark, figures: 4}}", talk).value == 0
    assert ask("{said: {move: paraphrase, figures: 3}}", talk).value == 1
    assert ask("{said: {move: acknowledge, figures: 2}}", talk).value == 0


def test_what_the_client_told_is_told_again_by_no_other_figure() -> None:
    assert told_before("Eleven million,", "two of them owe me eleven million")
    assert not told_before("twelve million", "two of them owe me eleven million")
    assert not told_before("no figure here", "two of them owe me eleven million")


def _rates(client: str, said: str, move: str) -> list[dict[str, float]]:
    figures = (Quantity("rate", 3.2, "%", clause="3.2%"), Quantity("share", 40, "%", clause="40%"))
    turn = Turn(said, (MoveMade(move, said, 0.9),), quantities=figures)
    told = Exchange(1, Turn("您说"), ClientSide(client, "talk", 50, 60))
    visit = Transcript(
        Header("x", "0", "zh", 1, brief=CORPORATE), (told, Exchange(2, turn, ClientSide("嗯", "talk", 50, 60)))
    )
    return [offer.terms for offer in offer_log(visit, 0.2)]


def test_what_is_asked_about_or_was_told_is_no_offer_and_what_is_put_forward_is_one() -> None:
    assert _rates("大行那笔3.2%，四成走他们。", "您那笔3.2%，放40%在那边？", "ask_situation") == []
    assert _rates("他们给我3.2%，结算要40%。", "3.2%，40%，这账我记下了。", "acknowledge") == []
    assert _rates("您说个数。", "利率3.2%，结算40%。", "make_offer") == [{"rate": 3.2, "share": 40}]
    assert _rates("您说个数。", "利率3.2%，结算40%，就这么办。", "acknowledge") == [{"rate": 3.2, "share": 40}]


def test_who_says_whole_sentences_recites_no_list() -> None:
    ids = (
        "ask_situation",
        "ask_problem",
        "ask_plans",
        "ask_clarify",
        "paraphrase",
        "disclose_terms",
        "disclose_risk",
        "refer_up",
    )
    moves = tuple(MoveMade(id, f"第{place}件") for place, id in enumerate(ids))

    def is_list(text: str) -> bool:
        exchange = Exchange(1, Turn(text, moves), ClientSide("嗯", "talk", 50, 60))
        return VisitView(Transcript(Header("x", "0", "zh", 1), (exchange,))).is_list(0)

    assert is_list("现状、难处、打算、追问、复述、条件、风险、上报")
    assert not is_list(
        "您这一年生意怎么样，最难的是哪一段，明年怎么打算，我都想听您慢慢说，说完我再讲我们的条件和风险，超出我权限的我报行里。"
        * 2
    )
