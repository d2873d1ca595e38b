"""What closes a deal, and what is only courtesy, a goodbye or an answer that another desk owes."""

import pytest

from simulator.client.assenting import accepts_in_words, assents
from simulator.vocabulary.turn import Turn
from tests.client.dealing import agreed, on_table, places, talk
from tests.client.facts_and_offers import PARTS, PARTS_EN, STEEL, TECH, TECH_EN, Case
from tests.client.more_spoken_terms import MORE
from tests.client.spoken_terms import HELD_OUT, SEEN, STEEL_EN

NO = "Fifteen there isn't, Mr Zhang, and 3.6 I can't do either."
NO_ZH = "一千五没有，三点六我也做不到。"
COURTESIES: list[tuple[str, ...]] = [
    ("steel", NO, STEEL_EN, "Well, we'll see what can be done. Friday at ten, with the sums on a sheet. Good day to you both."),
    ("steel", NO, STEEL_EN, "Right you are. It was a great deal better than the last cup. Till Friday, then, goodbye."),
    ("steel", NO, STEEL_EN, "Very well. I'll leave you my card, and we shall do what we can. Good afternoon."),
    ("steel", NO_ZH, STEEL, "那就先这样，周五上午十点我带测算表来，您忙，再见。"),
    ("steel", NO_ZH, STEEL, "行，那我先回去了，尽力而为，礼拜四三点再来看您。"),
    ("steel", NO_ZH, STEEL, "好的好的，麻烦您了。"),
    ("tech", "一千万我给不了，2.8%也做不到。", TECH, "好，那今天就聊到这儿，周四见，再见。"),
    ("tech", "Ten million I can't do, nor 2.8%.", TECH_EN, "All right. It takes a good deal of reading, I'll be off. Goodbye!"),
]  # fmt: skip
COURTESIES += [
    ("tech", TECH, "好，我把您的意思带回去，下周二给您回话，再见。"),
    ("tech", TECH_EN, "Fine, I hear you. Let me sleep on it, talk Tuesday, bye."),
    ("parts", PARTS_EN, "Okay, okay. That's a good deal to think about. Wednesday at nine then. Goodbye!"),
    ("parts", PARTS, "没问题，材料清单我下午发您。先走了，回见。"),
]  # fmt: skip
CLOSINGS: list[tuple[str, ...]] = [
    ("tech", TECH_EN, "OK, deal, we do it your way."),
    ("tech", TECH, "行，就照您说的这几条定了。"),
    ("parts", PARTS_EN, "All right, I accept your terms."),
    ("parts", PARTS, "好，秦总，按您的条件成交，合同周三上午给您送来，再见！"),
    ("steel", STEEL_EN, "Agreed, we'll take it."),
    ("steel", NO, STEEL_EN, "All right, all right. Done, on your terms."),
    ("steel", NO, STEEL_EN, "Agreed, as you say. I'll bring the papers on Thursday at three. Goodbye!"),
    ("steel", NO_ZH, STEEL, "成交，就按您说的办！"),
    ("steel", NO_ZH, STEEL, "行，就按您说的条件，成交。周四三点我带合同来，回见。"),
    ("tech", TECH, "一千万、2.8%、只质押专利、事后告知，我给您做，成交。"),
    ("tech", TECH_EN, "It's a deal, your terms. See you Friday, goodbye."),
    ("steel", STEEL_EN, "Deal. Your terms."),
]  # fmt: skip


@pytest.mark.parametrize("said", COURTESIES, ids=lambda said: said[-1][:30])
def test_a_courtesy_or_a_goodbye_gives_nothing_away(said: tuple[str, ...]) -> None:
    assert agreed(*said) == {}


@pytest.mark.parametrize("said", CLOSINGS, ids=lambda said: said[-1][:30])
def test_words_that_accept_close(said: tuple[str, ...]) -> None:
    assert agreed(*said)


@pytest.mark.parametrize("case", [*SEEN, *MORE], ids=lambda case: case.said[-1][:40])
def test_terms_as_they_are_spoken(case: Case) -> None:
    assert on_table(case.who, *case.said) == case.terms


@pytest.mark.parametrize("case", HELD_OUT, ids=lambda case: case.said[-1][:40])
def test_terms_of_ideas_held_out(case: Case) -> None:
    assert on_table(case.who, *case.said) == case.terms


@pytest.mark.parametrize(
    "said",
    [
        ("parts", PARTS, "远期报价能不能当场出，我得回去问清楚金融市场部，明天给您准信。", "您先忙，锁汇这块您愿意锁几成？"),
        ("parts", PARTS, "I'd have to ask our treasury for the forward quote.", "How much of it would you hedge?"),
        ("tech", TECH_EN, "Ten million at 2.9% I'll have to ask my branch for.", "Thank you for the tea, I'll be off now. Goodbye!"),
        ("tech", TECH, "一千万、2.9%，我得回去跟分行申请。", "今天先这样，我告辞了，再见。"),
    ],
    ids=lambda said: said[-2][:30],
)  # fmt: skip
def test_nobody_is_called_back_for_what_was_not_asked_or_after_leave_was_taken(said: tuple[str, ...]) -> None:
    assert all(not reply.note for _, _, reply in talk(*said))


@pytest.mark.parametrize(
    "said",
    [
        ("tech", TECH_EN, "Ten million at 2.9% I'll have to ask my branch for.", "While we wait, how is the new line coming along?"),
        ("tech", TECH, "一千万、2.9%，我得回去跟分行申请。", "趁这会儿，您那个新一代流片排到什么时候？"),
    ],
    ids=lambda said: said[-2][:30],
)  # fmt: skip
def test_the_answer_to_an_application_comes_back(said: tuple[str, ...]) -> None:
    assert talk(*said)[-1][2].note


def test_nothing_is_held_against_anybody_in_the_breath_of_agreeing() -> None:
    offer = "3.0%, without the house, 50% of the settlement: deal? It's understood that you need it, I see that."
    assert any("/partial/" in place for place in places("parts", offer))
    yes = "Agreed: 3.0%, without the house, 35% of the settlement. I see that you need it."
    assert agreed("parts", offer, yes)
    assert not any("/partial/" in place or "/ignored" in place for place in places("parts", offer, yes))


@pytest.mark.parametrize(
    "text",
    [
        "We settled the rate then, three eight, and the amount we've not.",
        "The rate is agreed, but the amount is still open.",
        "利率就这么定了，额度还没谈拢。",
    ],
)
def test_who_says_that_one_thing_is_open_accepts_no_whole(text: str) -> None:
    assert not accepts_in_words(Turn(text))
    assert not assents(Turn(text))
