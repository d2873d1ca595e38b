"""A taboo denied, refused or warned of is not committed; said outright, it is."""

import pytest

from simulator.language.guards import denied
from simulator.language.understanding import Understanding

ZH, EN = Understanding("zh"), Understanding("en")


@pytest.mark.parametrize(
    ("language", "family", "text"),
    [
        ("zh", "rush_decision", "不着急今天定,您回去商量商量"),
        ("zh", "guarantee_return", "这款不保本,可能亏"),
        ("zh", "tie_in", "存不存都不影响审批"),
        ("zh", "leak_client", "别家的事我不方便说"),
        ("zh", "stingy_remedy", "您扣的钱,全退给您"),
        ("zh", "argue", "是我们的责任,怪不着您去晚了"),
        ("en", "argue", "it was our fault, you did nothing wrong"),
        ("en", "kickback", "i was joking, no gifts"),
        ("en", "stingy_remedy", "you will get every yuan of it back"),
        ("en", "rush_decision", "there's no rush, sleep on it"),
        ("en", "guarantee_return", "there is no guarantee you get it back"),
        ("en", "overpromise", "i can't promise that"),
        ("en", "leak_client", "i can't speak about his affairs"),
    ],
)
def test_words_that_take_it_back(language: str, family: str, text: str) -> None:
    assert denied(language, family, text)


@pytest.mark.parametrize(
    ("language", "family", "text"),
    [
        ("zh", "rush_decision", "今天就把字签了吧,不用回去商量了"),
        ("zh", "guarantee_return", "保本保收益,您放心"),
        ("zh", "guarantee_return", "这个不可能亏"),
        ("zh", "argue", "这不是我们的责任,是您自己没看短信"),
        ("en", "argue", "you keep saying everything's the bank's fault"),
        ("zh", "tie_in", "先存三百万再谈放款"),
        ("zh", "stingy_remedy", "不能全退,最多退一半"),
        ("zh", "stingy_remedy", "全退不了,您体谅一下"),
        ("en", "stingy_remedy", "we can't do a full refund"),
        ("en", "rush_decision", "sign today or it is gone"),
        ("en", "guarantee_return", "you cannot go wrong, six per cent every year"),
        ("en", "tie_in", "no deposit, no loan"),
    ],
)
def test_the_taboo_itself_is_not_its_denial(language: str, family: str, text: str) -> None:
    assert not denied(language, family, text)


@pytest.mark.parametrize(
    ("understanding", "text"),
    [
        (ZH, "不着急今天定,您回去商量商量。"),
        (ZH, "这个没有稳赚的,有赚有赔。"),
        (EN, "No rush at all, take your time."),
    ],
)
def test_a_denied_taboo_is_not_reported(understanding: Understanding, text: str) -> None:
    assert not understanding.understand(text).taboos


def test_a_turn_in_the_other_language_is_understood() -> None:
    assert {move.id for move in ZH.understand("Which banks do you mainly work with?").moves} == {"ask_current_bank"}
    assert {move.id for move in EN.understand("您现在主要跟哪家银行合作?").moves} == {"ask_current_bank"}
    assert not ZH.understand("OK LPR").taboos
