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


@pytest.mark.parametrize(
    ("understanding", "text", "induced"),
    [
        (ZH, "刚毕业的孩子，一个月几千块，上哪儿凑这十二万去。", False),
        (ZH, "这年头谁家能一下子掏出二十万呢。", False),
        (ZH, "年轻人刚上班哪有十几万。", False),
        (ZH, "两口子都是打工的，首付确实攒不出来。", False),
        (ZH, "新来的护士手头肯定紧，拿不出这笔押金也正常。", False),
        (ZH, "年轻人没钱怕什么，多借点，先买了再说。", True),
        (ZH, "十二万哪够，批二十万，剩下的换辆车。", True),
        (ZH, "手头紧就把几张卡的额度都刷满，倒着还。", True),
        (EN, "Where would a girl just out of college find that sort of money?", False),
        (EN, "Not many people that age have a hundred thousand lying about.", False),
        (EN, "On a trainee's wage you couldn't save that in ten years.", False),
        (EN, "It's a great deal to ask of somebody who has only just started.", False),
        (EN, "They're young, let them borrow the lot and worry later.", True),
        (EN, "A hundred thousand won't go far, take three while it's on offer.", True),
        (ZH, "工资才四五千，十二万得攒到猴年马月。", False),
        (ZH, "小年轻哪来那么多积蓄。", False),
        (ZH, "换我二十几岁那会儿，两万块押金也掏不起。", False),
        (ZH, "这么大一笔，普通职工家里真不宽裕。", False),
        (ZH, "刚成家的人，十几万可不是小数目。", False),
        (ZH, "谁刚工作就存得下十万块啊。", False),
        (ZH, "没积蓄没关系，额度给您顶格，全提出来花。", True),
        (ZH, "工资四五千也能贷三十万，先拿了再说，还不上再倒。", True),
        (ZH, "五万太小气，我给您批五十万，多的拿去装修旅游。", True),
        (EN, "I imagine a newly qualified nurse can't put her hands on that kind of money.", False),
        (EN, "Twenty thousand is two months' pay for them, no wonder they can't find it.", False),
        (EN, "Who has that much in the bank at twenty-four?", False),
        (EN, "A young couple would have to go without for years.", False),
        (EN, "Nobody in their first job has savings like that.", False),
        (EN, "That's a small fortune for somebody on the ward.", False),
        (EN, "No savings? Draw the whole line and live a little.", True),
        (EN, "Borrow twice what you need, you only live once.", True),
    ],
)
def test_how_little_somebody_has_is_no_inducement_to_borrow(
    understanding: Understanding, text: str, induced: bool
) -> None:
    assert any(taboo.id == "over_lend" for taboo in understanding.understand(text).taboos) is induced
