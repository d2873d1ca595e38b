"""A sentence that asks several things is heard as several questions, and one that asks one thing as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.commands.finding import find_scenario
from simulator.language.compound import questions_in
from simulator.language.understanding import Understanding


def cut(language: str, sentence: str) -> list[str]:
    return [part.strip() for part in questions_in(language, sentence)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("zh", ["这笔是哪天扣的，", "扣之前有人跟您说过没有，", "那天谁接待的您？"]),
        ("zh", ["钱是自己用，还是给孩子，", "什么时候要？"]),
        ("zh", ["那您孩子几岁了，", "谁带着呢？"]),
        ("zh", ["货压多少天，", "钢厂那边要不要先打款？"]),
        (
            "en",
            [
                "May I ask three small things: what share would you fix in advance,",
                "who in the house approves hedging,",
                "and is the margin a concern for you?",
            ],
        ),
        (
            "en",
            [
                "how much extra do you have to buy in,",
                "when do the buyers pay,",
                "and how did you manage last year, if at all?",
            ],
        ),
        ("en", ["What do you pay now", "and who decides?"]),
        ("en", ["Could you tell me what you earn,", "what you spend", "and when the rent is due?"]),
    ],
)
def test_each_question_of_a_sentence_is_one(language: str, parts: list[str]) -> None:
    assert cut(language, ("" if language == "zh" else " ").join(parts)) == parts


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "他们拖是甲方没拨款，还是故意拖你？"),
        ("zh", "您问利率是多少，什么时候放款，是吧？"),
        ("zh", "您说“什么都不买，什么都不签”，是怕亏吗？"),
        ("zh", "账户是留还是销，您今天怎么打算？"),
        ("zh", "担保是怎么弄的，是押了厂房吗？"),
        ("zh", "您货压几天、客户欠几天，咱俩当面填一填，看看缺多少，行不行？"),
        ("en", "when you say tight, what do you mean?"),
        ("en", "Is it the price, or is it the service?"),
        ("en", "You asked what it costs, and who decides, so shall I go through it?"),
        ("en", "Your brother, who runs the yard, does he know?"),
        ("en", "What worries you, is it the price?"),
    ],
)
def test_what_belongs_together_stays_whole(language: str, sentence: str) -> None:
    assert cut(language, sentence) == [sentence]


@given(st.text(max_size=120), st.sampled_from(["zh", "en"]))
def test_the_parts_joined_are_the_sentence(sentence: str, language: str) -> None:
    assert "".join(questions_in(language, sentence)) == sentence


@pytest.mark.parametrize(
    ("client", "language", "words", "subjects"),
    [
        (
            "leaving-customer",
            "zh",
            "这笔是哪天扣的，扣之前有人跟您说过没有，那天谁接待的您？",
            {"fee_day", "fee_notice", "that_turn"},
        ),
        ("steel-trader", "zh", "货一般压多少天，下家多久回款？", {"cycle", "receivable"}),
        (
            "steel-trader",
            "en",
            "How long does stock sit in the yard, and how many days do your customers take?",
            {"stock_days", "receivable"},
        ),
        ("retired-teacher", "en", "How is your husband's health, and where does your son live?", {"medical", "son_where"}),
    ],
)  # fmt: skip
def test_every_question_is_linked_by_itself(client: str, language: str, words: str, subjects: set[str]) -> None:
    turn = Understanding(language, find_scenario(client, language).scenario).understand(words)
    assert subjects <= {move.topic for move in turn.moves}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Thanks for seeing me, Mr Cen. First your assumptions, then two packages on one sheet. Is that alright?"),
        ("zh", "岑总，我先核几个假设，再把两个方案摆在一张纸上，可以吗？"),
    ],
)  # fmt: skip
def test_who_asks_leave_asks_about_no_subject(language: str, words: str) -> None:
    client = find_scenario("tech-firm", language).scenario
    turn = Understanding(language, client).understand(words, str(client.opening.all[0]))
    assert all(move.topic is None for move in turn.moves if move.id.startswith("ask_"))


def test_a_question_after_another_in_the_sentence_may_end_in_a_guess() -> None:
    assert questions_in("zh", "家里平常谁拿主意，老伴儿身体还好吧？") == (
        "家里平常谁拿主意，",
        "老伴儿身体还好吧？",
    )
    assert len(questions_in("zh", "谁拿主意都行，我们还是先看看吧？")) == 1
