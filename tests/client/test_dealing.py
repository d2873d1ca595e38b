"""What trainees say over terms, in whole sentences, and what then lies on the table."""

import pytest

from simulator.client.combinations import combined
from tests.client.dealing import PATHS, WHO, agreed, on_table, places, talk, understanding
from tests.client.walks import client

BOTH = frozenset({2.0, 1.0})


def both(who: str, issue: str) -> float:
    bargaining = client(PATHS[WHO[who]]).scenario.bargaining
    assert bargaining is not None
    return combined(bargaining.issues[issue], BOTH)


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("我报一下：额度800万，利率3.05%，您一人保证再加专利质押，两样都要。", "both"),
        ("一千万，2.95%，担保是创始人签字外加质押专利，您看行不行？", "both"),
        ("八百万，3.05%，专利质押就行，个人保证免了。", 2.0),
        ("八百万，3.05%，专利质押或者您一人签，随您挑。", 2.0),
        ("Eight million at 3.05%, your personal guarantee plus the patent pledge.", "both"),
        ("Ten million at 2.95%. We'd need both, you pledge the patents and you sign alone.", "both"),
        ("Eight million at 3.05%, the founder's guarantee instead of the patent pledge.", 1.0),
        ("Eight million at 3.05%, pledge the patents or sign alone, founder only, whichever you like.", 2.0),
        ("额度一千万，利率2.9%。光押专利不够，还得您个人保证。", "both"),
        ("八百万，3.05%，不要太太签字，您一人签就可以。", 1.0),
        ("我给您八百万，3.05%，专利质押，同时您个人担保。", "both"),
        ("一千万，2.95%，不用您个人担保，质押专利代替。", 2.0),
        ("八百万，3.0%，要么质押专利，要么您个人保证，您挑一样。", 2.0),
        ("We offer eight million at 3.05%, secured on the patents and on your personal guarantee.", "both"),
        ("Ten million, 2.95%, patents alone, no personal guarantee.", 2.0),
        ("I can do eight million at 3.0% with your personal guarantee, and the patents on top.", "both"),
        ("Eight million at 3.05%. Your signature will do, we drop the patent pledge.", 1.0),
    ],
)
def test_choices_that_come_together(text: str, choice: float | str) -> None:
    assert on_table("tech", text)["guarantee"] == (both("tech", "guarantee") if choice == "both" else choice)


@pytest.mark.parametrize(
    ("who", "said", "issue", "value"),
    [
        ("parts", ["利率3.05%，结算份额给到一成五，房子不押。", "结算我没说一成五，我说的是四成五起步。"], "share", 45.0),
        ("tech", ["八百万，利率2.85%，专利质押，事后告知。", "不对，说快了，利率是2.95%，不是2.85%。"], "rate", 2.95),
        ("tech", ["一千万，2.95%，只质押专利，提前十个工作日告知。", "等一下，我说的是您一人保证再加专利质押，两样都要，不是只质押专利。"], "guarantee", "both"),
        ("parts", ["Rate 3.05%, without the house, settlement share 35%.", "Sorry, I misspoke, the share is 45%, not 35%."], "share", 45.0),
        ("tech", ["Eight million at 2.85%, patents only, notice afterwards.", "No wait, 2.9 not 2.85."], "rate", 2.9),
        ("tech", ["Ten million at 2.95%, patents only, ten working days' notice.", "I said both, your guarantee and the patents, not the patents only."], "guarantee", "both"),
        ("steel", ["流贷给您650万，利率3.9%，应收质押。", "抱歉，刚才报错了，额度是560万。"], "amount", 5_600_000.0),
        ("parts", ["利率3.05%，房子不押，结算给三成。", "您听岔了，我说的可是结算五成，不是三成。"], "share", 50.0),
        ("tech", ["八百万，3.05%，只质押专利，提前告知。", "慢着，我的意思是您个人保证，不是质押专利。"], "guarantee", 1.0),
        ("steel", ["I can offer 6.5 million at 3.9% against receivables.", "Correction, the line is 5.6 million."], "amount", 5_600_000.0),
        ("parts", ["I offer 3.05%, the house out, settlement share 30%.", "You misheard me. I meant 50% of the settlement, not 30%."], "share", 50.0),
        ("tech", ["I offer eight million at 3.05%, patent pledge, prior notice.", "Hold on, what I meant was your personal guarantee, not the patent pledge."], "guarantee", 1.0),
    ],
)  # fmt: skip
def test_what_was_taken_wrongly_is_put_right(who: str, said: list[str], issue: str, value: float | str) -> None:
    course = talk(who, *said)
    table = course[-1][1].table
    assert table is not None
    assert dict(table.theirs)[issue] == (both(who, issue) if value == "both" else value)
    assert "bargaining/lines/corrected" in [part.place for part in course[-1][2].parts]
    assert not table.agreed or dict(table.agreed)[issue] == dict(table.theirs)[issue]


def test_an_agreement_that_rested_on_a_mistake_is_undone_until_the_right_terms_will_do() -> None:
    said = ["一千万，2.80%，只质押专利，事后告知就行。", "我刚才说的是2.90%，不是2.80%，还要您一人保证，两样都要。"]
    assert agreed("tech", said[0])
    assert not agreed("tech", *said)
    assert "reopened" in talk("tech", *said)[-1][2].events


def test_an_agreement_that_rested_on_a_mistake_is_undone_and_struck_anew() -> None:
    said = ["Ten million at 2.8%, patents only, notified afterwards.", "No wait, I misspoke: 2.95%, not 2.8%."]
    assert agreed("tech", said[0])["rate"] == 2.8
    assert agreed("tech", *said)["rate"] == 2.95  # that will do for him as well, so it is agreed anew
    assert "reopened" in talk("tech", *said)[-1][2].events


@pytest.mark.parametrize(
    ("who", "text", "terms"),
    [
        ("parts", "利率3.0%，结算先给三成五，剩下的一成五等做顺了再说，房子不押，您看成吗？", {"rate": 3.0, "share": 35.0, "security": 2.0}),
        ("steel", "中介收您三个点那是蒙人。我这儿560万，3.9%，应收质押。", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
        ("tech", "另一家的3.0%我知道，我这边一千万，2.95%，只质押专利，提前告知。", {"amount": 10_000_000.0, "rate": 2.95, "guarantee": 2.0, "notice": 1.0}),
        ("parts", "3.35我记着。我给您3.05%，房子不押，第一年结算四成，第二年到五成。", {"rate": 3.05, "security": 2.0, "share": 40.0}),
        ("parts", "You asked for 30%, I can offer a settlement share of 45% and a rate of 3.05%.", {"share": 45.0, "rate": 3.05}),
        ("steel", "Your neighbour's 15 million is his affair. I can offer 5.6 million at 3.9%.", {"amount": 5_600_000.0, "rate": 3.9}),
        ("tech", "The other bank's 3.0 is a good offer. I can go to 2.95% for ten million.", {"rate": 2.95, "amount": 10_000_000.0}),
        ("parts", "I offer 3.05%, settlement 40% in the first year, rising to 50% in the second.", {"rate": 3.05, "share": 40.0}),
        ("steel", "隔壁老李贷了两千万那是他的事，您这边我报560万，3.9%。", {"amount": 5_600_000.0, "rate": 3.9}),
        ("parts", "去年您拿的是3.6%，今年我给3.05%，结算占五成。", {"rate": 3.05, "share": 50.0}),
        ("tech", "您一开口就是一千万，我这边八百万，3.05%。", {"amount": 8_000_000.0, "rate": 3.05}),
        ("steel", "您的利润一百二十万，撑不起一千五百万。我给您560万，利率3.9%。", {"amount": 5_600_000.0, "rate": 3.9}),
        ("parts", "我报3.05%，比您现在3.35%一年省三十万，结算五成。", {"rate": 3.05, "share": 50.0}),
        ("parts", "3.05%，结算今年四成，明年再加到六成。", {"rate": 3.05, "share": 40.0}),
        ("steel", "The broker takes three per cent of fifteen million, that makes 450,000. I offer 5.6 million at 3.9%.", {"amount": 5_600_000.0, "rate": 3.9}),
        ("parts", "Last year you paid 3.6%. I can offer 3.05% and half your settlement.", {"rate": 3.05, "share": 50.0}),
        ("tech", "The ten million you want is more than I can sign. I can offer eight million at 3.05%.", {"amount": 8_000_000.0, "rate": 3.05}),
        ("parts", "I offer 3.05% with 40% of your settlement now, the remaining 10% once it runs smoothly.", {"rate": 3.05, "share": 40.0}),
        ("tech", "A competitor quotes you 3.0%, fine. We can do 2.95% on eight million.", {"rate": 2.95, "amount": 8_000_000.0}),
        ("parts", "The market stands at 3.4%. My offer is 3.05% and a settlement share of 50%.", {"rate": 3.05, "share": 50.0}),
    ],
)  # fmt: skip
def test_figures_that_are_no_offer(who: str, text: str, terms: dict[str, float]) -> None:
    assert on_table(who, text) == terms


@pytest.mark.parametrize(
    ("who", "text", "terms"),
    [
        ("steel", "560万，利率3.9%，应收账款质押。行不行？", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
        ("steel", "260万电票先贴现，今天报价，快。剩下应收质押，560万，3.9%。成不？", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
        ("parts", "利率3.1%，房子不押，结算五成。", {"rate": 3.1, "security": 2.0, "share": 50.0}),
        ("steel", "5.6 million, 3.9%, receivables pledged. Ok?", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
        ("parts", "3.1%, half your settlement, house out. How about it?", {"rate": 3.1, "security": 2.0, "share": 50.0}),
        ("tech", "So eight million, 3.05 percent, only you sign, ten working days. Would that do?", {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0, "notice": 1.0}),
        ("steel", "那就560万、三点九、押应收，中不中？", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
        ("parts", "房子不押，年化3.1%，结算对半，您点个头？", {"rate": 3.1, "security": 2.0, "share": 50.0}),
        ("tech", "咱们这样：额度八百万，三点零五，您一人签，提前十个工作日告知。", {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0, "notice": 1.0}),
        ("steel", "What about 5.6 million against receivables at 3.9%?", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
        ("parts", "Rate 3.1%, no mortgage on the house, settlement 50%. Can you live with that?", {"rate": 3.1, "security": 2.0, "share": 50.0}),
        ("tech", "Eight million, 3.05%, founder only, prior notice.", {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0, "notice": 1.0}),
    ],
)  # fmt: skip
def test_terms_stated_are_an_offer(who: str, text: str, terms: dict[str, float]) -> None:
    assert on_table(who, text) == terms
    assert any(place.startswith("bargaining/lines/") for place in places(who, text))


@pytest.mark.parametrize(
    ("who", "text", "issue"),
    [
        ("steel", "我给您45万，利率3.9%。", "amount"),
        ("parts", "利率给您12%，结算五成。", "rate"),
        ("tech", "额度报8亿，利率3.05%。", "amount"),
        ("steel", "I can offer 450,000 at 3.9%.", "amount"),
        ("parts", "My offer is a rate of 0.3% and a settlement share of 50%.", "rate"),
        ("tech", "I can give you 800 million at 3.05%.", "amount"),
        ("steel", "流贷给您五十六万，利率三点九，应收质押。", "amount"),
        ("parts", "年化0.3%，房子不押，行吗？", "rate"),
        ("tech", "额度八十万，3.05%，您一人签。", "amount"),
        ("steel", "We could do 5.6 million at a rate of 39%.", "rate"),
        ("tech", "Eighty thousand at 3.05%, founder only.", "amount"),
        ("parts", "Let me offer you a rate of 30.5% and a settlement share of 50%.", "rate"),
    ],
)
def test_a_figure_outside_all_reason_is_asked_about(who: str, text: str, issue: str) -> None:
    assert issue not in on_table(who, text)
    assert "bargaining/lines/query" in places(who, text)


def test_an_odd_figure_that_is_meant_is_taken_the_second_time() -> None:
    assert on_table("steel", "我给您45万，利率3.9%。", "对，我说的就是45万。")["amount"] == 450_000
    assert on_table("steel", "我给您45万，利率3.9%。", "口误，是450万。") == {"amount": 4_500_000.0, "rate": 3.9}


@pytest.mark.parametrize(
    ("who", "text", "day"),
    [
        ("parts", "房子可以先押半年再解押，这个我能定。下周三上午我带书面方案来，您看行吗？", "下周三上午"),
        ("steel", "我先给您报流贷560万。下周三下午三点我把测算带来，跟嫂子当面对账。", "下周三下午三点"),
        ("tech", "利率我能给3.05%。周四下午两点我带文本再来一趟，您方便吗？", "周四下午两点"),
        ("parts", "I can offer the house for six months and then release. Shall I come back next Wednesday with a written proposal?", "next Wednesday"),
        ("steel", "I can offer 5.6 million at 3.9%. Shall we meet on Wednesday at three, and I bring the written proposal?", "Wednesday at three"),
        ("tech", "I offer eight million at 3.05%. May I come again next Tuesday at four with the draft?", "next Tuesday at four"),
        ("parts", "我先报3.1%。咱们约后天上午十点，我带测算表过来，您看行吗？", "后天上午十点"),
        ("tech", "我报八百万，3.05%。下礼拜一我带文本来找您，可以吗？", "下礼拜一"),
        ("steel", "我给您560万，3.9%。28号下午我再来一趟，把测算带上，好吗？", "28号下午"),
        ("parts", "I can offer 3.1%. Could we meet tomorrow at ten to go through the calculation?", "tomorrow at ten"),
        ("tech", "I offer eight million at 3.05%. Shall I come again this Friday afternoon with the text?", "this Friday afternoon"),
        ("steel", "I can offer 5.6 million at 3.9%. May I come back the day after tomorrow with the sum on one page?", "the day after tomorrow"),
    ],
)  # fmt: skip
def test_a_first_counter_is_a_first_one_and_the_next_step_is_answered(who: str, text: str, day: str) -> None:
    _, position, reply = talk(who, text)[-1]
    found = [part.place for part in reply.parts]
    assert "bargaining/lines/counter_first" in found
    assert position.date == day
    assert any("bargaining" not in place for place in found)


def test_what_was_said_before_is_not_taken_back_by_a_question_that_only_seems_to_deny() -> None:
    for said in ("您刚刚不是复了八百万嘛，我点头了呀", "我没说八百万吗？"):
        (figure,) = understanding("steel", "zh").understand(said).quantities
        assert figure.aside != "refused", said
    (figure, *_) = understanding("steel", "zh").understand("不是八百万，是七百万。").quantities
    assert figure.aside == "refused"


def test_a_word_of_agreement_that_names_one_term_closes_not_on_another_that_was_refused() -> None:
    course = talk(
        "steel",
        "一千五给不了，最高八百万，三点七。",
        "一千五真没有，八百万，三点七。",
        "应收质押，我就当您答应了，后天上午我来。",
    )
    assert all("agreed" not in reply.events for _, _, reply in course)
    assert all(
        dict(position.table.agreed if position.table else ()).get("amount") != 15_000_000
        for _, position, _ in course
    )


def test_nobody_says_yes_in_parting_to_terms_that_are_not_taken() -> None:
    course = talk(
        "steel",
        "八百万，利率三点七，应收质押。",
        "那就说定了，八百万，三点七，应收质押，我先走了，再见。",
    )
    _, position, reply = course[-1]
    assert position.table is not None
    assert not position.table.agreed
    assert not any("/confirm" in part.place for part in reply.parts), reply.text
    assert reply.text
