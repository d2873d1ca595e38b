"""What is a term put forward and what is only a figure spoken of, in whole sentences."""

import pytest

from tests.client.dealing import agreed, on_table, places

OFFER = {
    "steel": ["我这边560万，3.9%，应收质押。", "I can offer 5.6 million at 3.9%, receivables pledged."],
    "parts": ["我给您3.1%，房子不押，结算五成。", "I can offer 3.1%, half your settlement, without the house."],
    "tech": [
        "额度八百万，3.05%，您一人签，提前告知。",
        "I offer eight million at 3.05%, founder only, ten working days.",
    ],
}


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("parts", "我给您算一下套保的成本：保证金5%，大概七十万，资金成本3%。"),
        ("parts", "您的货一年转3.6次，我没算错的话，周转是一百天。"),
        ("tech", "零下四十到八十五度，误差不超过0.02%，这个我在白板上看见了。"),
        ("tech", "专利评估费六万左右，另外公证两千。"),
        ("parts", "有三件事：一、房本；二、结汇；三、美元那400万敞口。"),
        ("steel", "您现在的利率是3.9还是4.2？"),
        ("steel", "You turn your stock 3.6 times a year, is that right?"),
        ("tech", "From minus forty to plus eighty-five, with a drift of 0.02%, I'm impressed."),
        ("parts", "The margin on a forward is 5%, roughly 700,000, and the cost of funds is 3%."),
        ("tech", "The valuation costs about sixty thousand, you should know."),
        ("steel", "What did you use the ten million for last year?"),
        ("parts", "Do you pay 3.35 at the other bank today?"),
        ("steel", "钢价一吨涨了85块，跌幅2.3%，这个月谁都难。"),
        ("parts", "远期锁汇的点差大概0.3%，敞口按四百万美元算。"),
        ("tech", "您这颗芯片精度0.05%，良率85%，一年出货三千万颗，真不简单。"),
        ("steel", "税负率3.2%，毛利4%，这生意薄。"),
        ("parts", "您那1600万美元里，自己留着没结的有三成？"),
        ("tech", "公证和抵押登记一共八千块，我们行出。"),
        ("steel", "Steel is down 3.8% this month and your margin is thin."),
        ("parts", "Is it 30 or 40 per cent of the invoices that are late?"),
        ("tech", "The yield is 85% and the error 0.05%, that's remarkable."),
        ("tech", "Notary and registration come to eight thousand, we'd pay that."),
        ("steel", "Scrap rose by 3.9 per cent and the crane costs 800,000, I've heard."),
        ("parts", "Inflation is at 3%, and the workers got 5% more."),
    ],
)  # fmt: skip
def test_figures_spoken_of_are_no_terms(who: str, text: str) -> None:
    assert on_table(who, text) == {}
    assert not any(place.startswith("bargaining/") for place in places(who, text))


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("steel", "我复述您的：1500万、3.70、应收质押，我没听错吧？"),
        ("steel", "您要的是1500万、3.6、不押东西，对吗？"),
        ("tech", "我确认一下，您说的是一千万、2.6%、只质押专利，对得上吗？"),
        ("parts", "I want to be sure: you asked for 2.95%, 30% of the settlement and without the house, did I get that right?"),
        ("tech", "So your terms are ten million, 2.60%, patents only. Have I got that down correctly?"),
        ("steel", "Let me read back what you said: fifteen million, 3.6%, nothing pledged. Correct?"),
        ("tech", "您的条件我记在本上了：一千万、2.6%、只质押专利、事后告知。是这几条吧？"),
        ("parts", "您那边要2.95、结算三成、房子不押，我没记岔吧？"),
        ("steel", "我念一遍您的：一千五百万，3.6%，不押东西，对不对？"),
        ("steel", "Fifteen million at 3.6% and nothing pledged is what you want, am I right?"),
        ("parts", "Just to check I heard you right: 2.95%, 30%, without the house?"),
        ("tech", "You said ten million at 2.6%, patents only, notified afterwards. Is that correct?"),
    ],
)  # fmt: skip
def test_reading_back_closes_nothing(who: str, text: str) -> None:
    first = OFFER[who][0 if not text.isascii() else 1]
    assert agreed(who, first, text) == {}
    assert on_table(who, first, text) == on_table(who, first)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("steel", "行，那就按您说的，成交。"),
        ("tech", "好，同意，就按您的条件办。"),
        ("parts", "Agreed, as you say."),
        ("tech", "All right, it's a deal. We go with your terms."),
        ("parts", "一言为定，就照您说的条件定。"),
        ("steel", "我答应您，成交！"),
        ("steel", "Done. I accept your terms."),
        ("parts", "Fine, we take your terms. Deal."),
    ],
)
def test_words_of_assent_close(who: str, text: str) -> None:
    assert agreed(who, OFFER[who][0 if not text.isascii() else 1], text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("parts", "按您说的我回去算算再答复。"),
        ("tech", "I can't agree to your terms."),
        ("steel", "您这条件我没法答应。"),
    ],
)
def test_what_is_put_off_or_refused_closes_nothing(who: str, text: str) -> None:
    assert agreed(who, OFFER[who][0 if not text.isascii() else 1], text) == {}


@pytest.mark.parametrize(
    ("who", "text", "terms"),
    [
        ("parts", "我手里能定的是：利率3.10，结算50%，房子先押半年。", {"rate": 3.1, "share": 50.0, "security": 1.0}),
        ("parts", "结算我这里可以到50%。", {"share": 50.0}),
        ("steel", "流贷560万，利率3.90，应收质押，我自己能定。", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
        ("tech", "What I can do is eight million at 3.05%.", {"amount": 8_000_000.0, "rate": 3.05}),
        ("parts", "The best I can do is 3.10 on the rate.", {"rate": 3.1}),
        ("steel", "5.6 million and 3.9%, receivables pledged, that's in my own hands.", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
        ("tech", "权限内的就这些：八百万，3.05。", {"amount": 8_000_000.0, "rate": 3.05}),
        ("parts", "价格上我能批到3.1，再低得问行里。", {"rate": 3.1}),
        ("steel", "我们这边现在可以做560万，价格3.9，拿应收押。", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
        ("parts", "Within my authority it's 3.1% and half the settlement.", {"rate": 3.1, "share": 50.0}),
        ("steel", "The most I can put on the table is 5.6 million.", {"amount": 5_600_000.0}),
        ("tech", "I can sign eight million at 3.05 today, founder only.", {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0}),
    ],
)  # fmt: skip
def test_what_can_be_done_is_an_offer(who: str, text: str, terms: dict[str, float]) -> None:
    assert on_table(who, text) == terms


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("我给您3.05%，房子不押，结算第一年四成，第二年到五成。", 40.0),
        ("利率3.05%，结算先四成，做满一年到五成。", 40.0),
        ("I offer 3.05%, 40% of the settlement to begin with, 50% from the second year.", 40.0),
        ("3.05%, the house out, a settlement share of 40% this year and 50% next year.", 40.0),
        ("3.05%，房子不押，结算起步四成，半年后升到五成。", 40.0),
        ("利率3.05%，头一年结算给三成五，往后再到五成。", 35.0),
        ("I offer 3.05% and 40% of your settlement for now, going up to 50% later.", 40.0),
        ("3.05%, the house out. Settlement share: 35% at first, half after twelve months.", 35.0),
    ],
)
def test_the_first_stage_counts(text: str, share: float) -> None:
    assert on_table("parts", text)["share"] == share


@pytest.mark.parametrize(
    ("who", "text", "terms"),
    [
        ("parts", "能定的是利率3.10，结算50%，房子先押半年。3.00和应收质押换房子，我得回支行报。", {"rate": 3.1, "share": 50.0, "security": 1.0}),
        ("tech", "Two packages. A: I can do eight million at 3.05%, founder only. B: ten million at 2.90%, patents only.", {"amount": 10_000_000.0, "rate": 2.9, "guarantee": 2.0}),
        ("parts", "3.35降到3.00，按1000万算一年省3.5万，您看是不是这个账。", {}),
    ],
)  # fmt: skip
def test_what_is_left_open_or_second_or_saved_is_not_on_the_table(
    who: str, text: str, terms: dict[str, float]
) -> None:
    assert on_table(who, text) == terms
