"""Open questions invite a narrative; closed ones a yes, a no, one of two or a single figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.forms import form_of

OPEN_CHINESE = [
    "您对今年的市场怎么看?",
    "厂里现在主要有哪些困难?",
    "您能举个例子吗?",
    "能不能跟我说说当时的情况?",
    "接着说,我听着",
    "请您展开讲讲",
    "贵公司最操心的是什么?",
    "这笔钱您打算怎么安排,放多久?",
    "为什么想换银行?",
    "如何看待现在的合作?",
    "哪几家银行在给您服务?",
    "这笔钱往后几年打算派什么用场?",
    "您的意思是?",
    "然后呢?",
    "愿闻其详",
    "您说的灵活具体是指什么?",
    "现在的账期是怎么安排的?",
]
CLOSED_CHINESE = [
    "您想贷多少?",
    "放多久?",
    "利率想做到几个点?",
    "哪天方便?",
    "您是一个人定还是要跟股东商量?",
    "有没有抵押物?",
    "您看可以吗?",
    "今天定下来,好不好?",
    "现在用的是工行吗?",
    "有朋友需要的话,介绍我认识一下",
    "您有没有什么顾虑?",
    "这几年利润有增长吗?",
    "还有几年到期?",
    "能不能帮我引荐一下您的供应商?",
]
OPEN_ENGLISH = [
    "How do you see the market this year?",
    "What worries you most about the loan?",
    "Could you tell me more about that?",
    "Could you give me an example?",
    "Why did you change banks?",
    "Walk me through a normal month.",
    "Please go on.",
    "Which banks serve you now?",
    "Who else has a say in this?",
    "How much do you need, and what would you use it for?",
    "Happy to hear what you expect from us.",
    "I'd like to understand what matters most to you.",
    "Would you mind explaining how the family decides?",
    "whats giving you the most trouble right now",
    "Sorry, could you say that again?",
    "I'm listening, please continue.",
    "How far along are you?",
    "When you say abroad, what exactly do you mean?",
]
CLOSED_ENGLISH = [
    "How much do you need?",
    "How long could you leave it?",
    "What rate do you pay now?",
    "Which day suits you?",
    "Do you have a mortgage?",
    "Would you like to go ahead?",
    "Is it the price or the speed that matters?",
    "When does the contract end?",
    "Are you satisfied with what they offer?",
    "If you know a colleague with the same gap, please introduce us.",
    "Do you have any worries about the loan?",
    "You bank with ICBC, right?",
    "what's your monthly income",
    "Hey, are you the one who decides?",
    "Is there anything else?",
    "What did the repair come to?",
    "Could you introduce me to your supplier?",
    "If you know anyone who needs a loan, I'd be grateful for an introduction.",
]


@pytest.mark.parametrize("clause", OPEN_CHINESE)
def test_open_in_chinese(clause: str) -> None:
    assert form_of("zh", clause) == "open"


@pytest.mark.parametrize("clause", CLOSED_CHINESE)
def test_closed_in_chinese(clause: str) -> None:
    assert form_of("zh", clause) == "closed"


@pytest.mark.parametrize("clause", OPEN_ENGLISH)
def test_open_in_english(clause: str) -> None:
    assert form_of("en", clause) == "open"


@pytest.mark.parametrize("clause", CLOSED_ENGLISH)
def test_closed_in_english(clause: str) -> None:
    assert form_of("en", clause) == "closed"


@given(st.text(max_size=80))
def test_every_text_has_a_form(text: str) -> None:
    assert form_of("zh", text) in ("open", "closed")
    assert form_of("en", text) in ("open", "closed")
