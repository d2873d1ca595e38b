"""What the client hears at the table: evidence that it is an offer, reading back, and nothing closed on a doubt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.client.evidence import awaits_approval, packages
from simulator.language.quantities import find_quantities
from simulator.vocabulary.turn import Turn
from tests.client.dealing import agreed, on_table, places, talk
from tests.client.unseen_offers import MORE_NO_OFFERS, MORE_OFFERS, NO_OFFERS, OFFERS, Said


@pytest.mark.parametrize("said", [*OFFERS, *MORE_OFFERS], ids=lambda said: said.text[:24])
def test_terms_put_forward_are_heard(said: Said) -> None:
    assert on_table(said.who, said.text) == said.terms


@pytest.mark.parametrize("said", [*NO_OFFERS, *MORE_NO_OFFERS], ids=lambda said: said.text[:24])
def test_other_figures_are_no_offer(said: Said) -> None:
    assert on_table(said.who, said.text) == {}
    assert not {"bargaining/lines/query", "bargaining/lines/check"} & set(places(said.who, said.text))


DOUBTFUL = [
    ("steel", "流贷我给您五百到六百万，利率3.9%，应收质押。", "不是，是560万。", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
    ("steel", "流贷我给您五百到六百万，利率3.9%，应收质押。", "对，没错。", {"amount": 5_000_000.0, "rate": 3.9, "security": 1.0}),
    ("tech", "8 million or 9 million at 3.05%, founder only, ten working days. Would that do?", "Nine million.", {"amount": 9_000_000.0, "rate": 3.05, "guarantee": 1.0, "notice": 1.0}),
    ("steel", "I can offer five to six million at 3.9%, receivables pledged.", "Yes, that's right.", {"amount": 5_000_000.0, "rate": 3.9, "security": 1.0}),
]  # fmt: skip


@pytest.mark.parametrize(("who", "said", "answer", "terms"), DOUBTFUL)
def test_what_was_not_heard_plainly_is_read_back_first(
    who: str, said: str, answer: str, terms: dict[str, float]
) -> None:
    (_, position, reply), (_, after, _) = talk(who, said, answer)
    assert "bargaining/lines/check" in [part.place for part in reply.parts]
    assert "checked" in reply.events
    assert reply.taken == ()
    assert reply.offer is None
    assert position.table is not None
    assert position.table.theirs == ()
    assert after.table is not None
    assert dict(after.table.theirs) == terms


def test_a_no_to_what_was_read_back_puts_nothing_on_the_table() -> None:
    assert on_table("steel", "流贷我给您五百到六百万，利率3.9%，应收质押。", "不对，我重新算算再跟您说。") == {}


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("parts", "我去报支行：利率3.0%，房子不押，结算五成，批不批我后天给您电话。"),
        ("parts", "I'd ask the sub-branch for 3.0%, without the house, half the settlement. I have to ask first."),
        ("tech", "这套我得报分行：一千万、2.8%、只质押专利、事后告知。"),
        ("tech", "That would have to go to head office: ten million at 2.8%, patents only, notified afterwards."),
    ],
)
def test_an_application_closes_nothing(who: str, said: str) -> None:
    assert agreed(who, said) == {}
    first = (
        "I can offer 3.2%, mortgage on the house, 70% of the settlement."
        if said.isascii()
        else "我报3.2%，房子抵押，结算七成。"
    )
    if who == "parts":
        assert agreed(who, first, said) == {}


def test_what_only_waited_for_the_bank_is_closed_when_its_yes_is_back() -> None:
    applied = "这套我得报分行：一千万、2.8%、只质押专利、事后告知。"
    assert agreed("tech", applied, "分行批下来了。")["rate"] == 2.8
    assert agreed("tech", applied, "我先回去问。") == {}


REFUSED = [
    ("steel", "一千五百万我放不出来。", "amount", 15_000_000.0),
    ("steel", "Fifteen million - not a hope.", "amount", 15_000_000.0),
    ("parts", "2.95%我给不了。", "rate", 2.95),
    ("parts", "2.95% I can't do.", "rate", 2.95),
    ("tech", "一千万我批不下来。", "amount", 10_000_000.0),
    ("tech", "Ten million I can't sign.", "amount", 10_000_000.0),
]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(REFUSED),
    st.sampled_from(
        ["", "成交。", "我接受。", "就按您说的定。", "Deal.", "I accept your terms.", "Agreed, as you say."]
    ),
    st.sampled_from(
        [[], ["560万，3.9%，应收质押。"], ["3.1%，房子不押，结算五成。"], ["八百万，3.05%，您一人签，提前告知。"]]
    ),
)
def test_no_deal_on_terms_that_the_same_turn_refuses(
    refused: tuple[str, str, str, float], assent: str, before: list[str]
) -> None:
    who, text, issue, value = refused
    if text.isascii() and not assent.isascii():
        return
    said = [*([] if text.isascii() else before), f"{text}{' ' if text.isascii() else ''}{assent}"]
    assert agreed(who, *said).get(issue) != value


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["steel", "parts", "tech"]),
    st.sampled_from(
        [
            "成交！",
            "我同意。",
            "行，就这么定。",
            "好，没问题。",
            "Deal.",
            "Agreed.",
            "Yes, done.",
            "Fine, it's a deal.",
        ]
    ),
    st.integers(1, 3),
)
def test_no_deal_without_terms_heard(who: str, assent: str, times: int) -> None:
    assert agreed(who, *[assent] * times) == {}


AMOUNTS = st.sampled_from(["三百万", "一千万", "八百万", "4000万", "三个点", "3.6", "一成八"])
ASKED = st.sampled_from(
    [
        "您那{}打算哪几个月用？",
        "{}是谁定的，您还是董事会？",
        "上回那{}花在哪儿了？",
        "{}什么时候到期？",
        "客户欠的{}拖了多久？",
        "您说的{}怎么算出来的？",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(["steel", "parts", "tech"]), ASKED, AMOUNTS)
def test_figures_in_a_question_about_the_client_are_no_offer(who: str, question: str, figure: str) -> None:
    assert on_table(who, question.format(figure)) == {}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["steel", "parts", "tech"]),
    st.sampled_from(
        [
            "In which months would you need the {}?",
            "Where did the {} go last year?",
            "Who decides about the {}, you or the board?",
            "When does the {} fall due?",
            "How did you arrive at {}?",
        ]
    ),
    st.sampled_from(["ten million", "eight million", "3.6%", "5.6 million", "three per cent"]),
)
def test_figures_in_an_english_question_are_no_offer(who: str, question: str, figure: str) -> None:
    assert on_table(who, question.format(figure)) == {}


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("steel", "八百万，3.7%，应收质押，行里就到这儿了。谢谢您的茶，我先走了，再见。"),
        ("steel", "Eight million, 3.7%, receivables pledged, that is the last word. Thanks for the tea, goodbye."),
        ("parts", "3.1%，结算六成，房子先押半年，这就是底了。您忙，我先告辞，再见。"),
        ("tech", "Eight million, 3.05%, founder only, that's final. Thank you for your time, goodbye."),
    ],
)  # fmt: skip
def test_nobody_is_held_at_the_door(who: str, said: str) -> None:
    _, position, reply = talk(who, said)[-1]
    assert position.over
    assert not [part.place for part in reply.parts if part.place.startswith("bargaining/")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A方案，八百万；B方案，一千万。", 2),
        ("方案一八百万，方案二一千万。", 2),
        ("要么八百万您一人签，要么一千万押专利。", 2),
        ("Package A: eight million. Package B: ten million.", 2),
        ("A: eight million, B: ten million.", 2),
        ("八百万，3.05%，您一人签。", 0),
        ("Eight million at 3.05%.", 0),
    ],
)
def test_packages_are_taken_apart(text: str, number: int) -> None:
    assert len(packages(text)) == number


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("一千万要报分行。", True),
        ("超出我的权限，我申请。", True),
        ("I'd have to ask my boss for 3.0%.", True),
        ("支行刚回我：3.0%，能做。", False),
        ("The branch has approved ten million.", False),
        ("八百万我自己能定。", False),
    ],
)
def test_what_waits_for_somebody_above(text: str, waits: bool) -> None:
    assert awaits_approval(Turn(text)) == waits


@pytest.mark.parametrize(
    ("said", "rider"),
    [
        ("3.0%，房子不押，结算五成，但是沈总陆总两口子要做保证。", "两口子要做保证"),
        ("3.0%, no house, half your settlement, plus the couple's guarantee.", "the couple's guarantee"),
        ("3.0%，房子不押，结算五成，不要个人保证。", ""),
        ("3.0%, no house, half your settlement, without a personal guarantee.", ""),
    ],
)
def test_a_condition_beside_the_issues_is_not_passed_over(said: str, rider: str) -> None:
    _, position, reply = talk("parts", said)[-1]
    spoken = [part for part in reply.parts if part.place == "bargaining/lines/rider"]
    assert bool(spoken) == bool(rider)
    assert position.table is not None
    assert position.table.rider == rider


def test_what_was_said_to_be_lived_with_is_not_asked_for_any_more() -> None:
    said = "您跟投资人的协议里，对贷款有没有约束？"
    more = "是要通知投资人，还是要他们同意？违反了有什么后果？"
    offer = "我这边给您八百万，3.05%，您一人签，提前十个工作日告知。"
    _, position, reply = talk("tech", said, more, offer)[-1]
    assert dict(position.needs).get("investor", 0) >= 2
    assert dict(reply.offer or ())["notice"] == 1.0
    assert dict(talk("tech", offer)[-1][2].offer or ())["notice"] == 2.0


def test_a_rate_said_in_per_cent_is_no_sum_whatever_sum_the_client_named() -> None:
    figures = find_quantities("en", "ten million at 2.90%, patents only.", "A profit of 1.2 million.", company=True)
    assert [(figure.issue, figure.value) for figure in figures] == [("amount", 10_000_000.0), ("rate", 2.9)]


@pytest.mark.parametrize(
    ("said", "then"),
    [
        (
            "8 million or 9 million at 3.05%, founder only, ten working days. Would that do?",
            "I shall borrow that sentence for the file, with your name under it. The money is for wafers and wages, never for shares, and the patents stay where they are until a valuer has looked at them.",
        ),
        (
            "额度给您八百万或者九百万，利率3.05%，您一人签，提前十个工作日。",
            "我先把用途说清楚：这笔钱只能买晶圆、付测试费，不能拿去做员工持股，也不能买设备。专利先放着，等评估师看过，咱们再谈下一步怎么走，您那边法务也可以先看草稿，有不清楚的地方随时找我，我来解释。",
        ),
    ],
)  # fmt: skip
def test_speaking_of_something_else_is_no_yes_to_what_was_read_back(said: str, then: str) -> None:
    (_, _, first), (_, after, second) = talk("tech", said, then)
    assert "checked" in first.events
    assert "agreed" not in second.events
    assert after.table is not None
    assert after.table.agreed == ()
    assert "offer" not in second.events
