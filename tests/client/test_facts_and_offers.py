"""What is told is no offer, and what is put forward is one, whatever stands beside it."""

import pytest

from simulator.client.choices import chosen
from simulator.client.evidence import how_plainly
from simulator.language.understanding import Understanding
from simulator.scenario.model import Issue
from simulator.vocabulary.dialects import in_common_words
from simulator.vocabulary.turn import Quantity, Turn
from tests.client.dealing import agreed, on_table, places, talk, understanding
from tests.client.facts_and_offers import HELD_OUT, MISSED, PARTS, SEEN, STEEL, TECH_EN, Case


@pytest.mark.parametrize("case", SEEN, ids=lambda case: case.said[-1][:40])
def test_what_lies_on_the_table(case: Case) -> None:
    assert on_table(case.who, *case.said) == case.terms


def test_of_those_held_out_hardly_one_is_missed() -> None:
    missed = [case for case in HELD_OUT if on_table(case.who, *case.said) != case.terms]
    assert {case.said[-1] for case in missed} <= set(MISSED)


def test_a_fact_is_told_and_offers_nothing() -> None:
    turn = understanding("tech", "zh").understand("九百三十万的峰值，我抄下来了。")
    assert [figure.aside for figure in turn.quantities] == ["told"]
    turn = understanding("tech", "zh").understand("那我给您做到九百三十万，3.05%。")
    assert [figure.aside for figure in turn.quantities] == ["", ""]


def test_nothing_is_told_where_nothing_is_known() -> None:
    turn = Understanding("zh").understand("九百三十万的峰值，我抄下来了。")
    assert all(figure.aside != "told" for figure in turn.quantities)


def test_what_was_agreed_stays_so_when_the_next_step_is_planned() -> None:
    said = (TECH_EN, "The branch came back: ten million at 2.9%, patents only, ten working days' notice. Deal?")
    before = agreed("tech", *said)
    assert before["notice"] == 1.0
    assert (
        agreed("tech", *said, "It was the breach and not the notice, then. You'll have the draft by Friday.")
        == before
    )


def test_a_wrap_up_in_old_figures_is_not_haggled_over() -> None:
    said = (STEEL, "那咱们说好，五百六十万的资料就这张单子，下周二我上门来取。")
    assert not any(place.startswith("bargaining/") for place in places("steel", *said))


def test_a_wish_granted_by_name_closes() -> None:
    said = ("一千五百万，利率3.5%，我给您做。", "点头！纯信用，什么都不用押，我说了算。")
    assert agreed("steel", *said) == {"amount": 15_000_000.0, "rate": 3.5, "security": 2.0}


def test_whether_a_fact_was_heard_rightly_takes_no_offer_back() -> None:
    said = "I can do 3.1%, without the house, at 50% of settlement. Did I hear that the deed lies with the big bank until August?"
    assert on_table("parts", said) == {"rate": 3.1, "security": 2.0, "share": 50.0}


def test_what_must_be_asked_is_not_read_back_as_settled() -> None:
    *_, (_, position, reply) = talk(
        "parts", PARTS, "价钱还是3.15%、五成、先押半年；换应收、3.0%我回去支行问，周四给您答复。"
    )
    assert position.table is not None
    assert dict(position.table.theirs)["rate"] == 3.15
    assert "3.0%" not in reply.text or "bargaining/lines/check" not in [part.place for part in reply.parts]


@pytest.mark.parametrize(
    ("said", "common"),
    [
        ("三成我做唔到，系五成", "三成我做不到，是五成"),
        ("一千五系莫得嘅", "一千五是没有的"),
        ("两家有关系，系统里查得到", "两家有关系，系统里查得到"),
        ("我返去问，礼拜四俾您答复", "我回去问，礼拜四给您答复"),
    ],
)
def test_dialect_is_said_in_common_words(said: str, common: str) -> None:
    assert in_common_words(said) == common
    assert len(in_common_words(said)) == len(said)


def test_days_and_months_of_a_choice_may_be_said_in_figures() -> None:
    house = Issue(
        name="house", unit="choice", better_for_client="higher", opening=2, limit=1, authority=1, floor=2, weight=1,
        quantity="amount", step=1, words=("house",), values={"six months": 1, "no house": 2},
    )  # fmt: skip
    assert chosen(house, "the house for 6 months") == 1
    assert chosen(house, "the house for 16 months") is None


def test_a_floor_comes_after_what_is_said_beside_it() -> None:
    floor = Quantity("rate", 3.1, "%", clause="My floor is 3.10%,")
    said = Quantity("rate", 3.15, "%", clause="say 3.15%.")
    turn = Turn("My floor is 3.10%, say 3.15%.", (), (), (floor, said))
    assert how_plainly(turn, said, lambda _: 1) > how_plainly(turn, floor, lambda _: 1)


def test_what_was_said_before_gives_way_to_what_is_put_now() -> None:
    said = "Not fifteen. I said five point six. My boss has just written, eight at most, 5.6 plus 2.4 factoring."
    assert on_table("steel", "I can do 5.6 million at 4%, receivables pledged.", said)["amount"] == 8_000_000.0


@pytest.mark.parametrize(
    "text",
    [
        "So 7.2 from the one and 3.8 from the other, I've got that down.",
        "7.2 is the road people and 3.8 the frames. Which of the two answers the telephone?",
        "Right, 7.2 and 3.8, I've got both. Who rings them, you or your wife?",
        "So 3.8 with the frame people, late but not lost.",
    ],
)
def test_two_facts_side_by_side_are_no_terms(text: str) -> None:
    assert on_table("steel", text) == {}


def test_a_part_that_is_a_fact_is_part_of_the_sum_all_the_same() -> None:
    assert on_table("steel", "五百六加二百四，一共八百，三点九，这个我给您做。")["amount"] == 8_000_000.0
