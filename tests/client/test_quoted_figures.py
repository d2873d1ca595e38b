"""A figure of the client's that the trainee only quotes is no offer of the bank's; one that is granted is."""

import pytest

from tests.client.dealing import on_table

FIRST = {
    "steel": ("我这边560万，3.9%，应收质押。", "I can offer 5.6 million at 3.9%, receivables pledged."),
    "parts": (
        "我给您3.1%，结算五成，房子不押。",
        "I can offer 3.1%, half your settlement, without the house.",
    ),
    "tech": ("额度八百万，3.05%，您一人签。", "I offer eight million at 3.05%, founder only."),
}


@pytest.mark.parametrize(
    ("who", "text", "issue", "value"),
    [
        ("steel", "您张嘴要一千二，我这头顶格七百，三个八，应收质押。", "amount", 7_000_000),
        ("steel", "老板惦记一千万，咱这儿最高六百五，三个八，押应收。", "amount", 6_500_000),
        ("steel", "嫂子，您家那位要的是一千，我掏得出的是八百，3.8，应收质押。", "amount", 8_000_000),
        ("steel", "张总喊一千五，我兜里撑死七百五，三个八五，应收质押。", "amount", 7_500_000),
        ("steel", "张总要一千，我这头顶格八百，三个七，应收质押。", "rate", 3.7),
        ("tech", "林总想要一千万，我这边只有八百五，3.05。", "amount", 8_500_000),
        ("parts", "三成？那我们行长非把我撵出门不可。四成五起步，3.1，房子不押。", "share", 45),
        ("parts", "三成结算，哈哈，那我饭碗就没了。起码四成五，3.1。", "share", 45),
        ("steel", "Hongchang here wants ten, I've got eight at the outside: eight million at 3.8, receivables pledged.", "amount", 8_000_000),
        ("tech", "You're after ten million; what I have is eight and a half, at 3.0 per cent.", "amount", 8_500_000),
        ("parts", "On thirty I'd be laughed out of the branch. Make it 45 with 3.1 and no house.", "share", 45),
        ("parts", "您要三成，我就给三成，利率3.1。", "share", 30),
        ("parts", "三成就三成，利率3.1，房子不押，我回去跟头儿解释。", "share", 30),
        ("parts", "You want thirty per cent, you get thirty per cent, at 3.1.", "share", 30),
        ("tech", "Ten million it is, at 3.0 per cent, patents only.", "amount", 10_000_000),
    ],
)  # fmt: skip
def test_quoted_and_granted(who: str, text: str, issue: str, value: float) -> None:
    assert on_table(who, FIRST[who][text.isascii()], text)[issue] == value


@pytest.mark.parametrize(
    "text",
    [
        "fifteen's way over the top. by my count you need 5.9, receivables in pledge",
        "15s a dream. 5.6 is what your own sums come to",
        "15 is too much for this yard. 48.6 less 15 less 20 less 8, that leaves 5.6",
        "一千五太重了，您这厂子扛不动。我算下来缺五百六。",
    ],
)
def test_what_is_called_too_much_is_not_offered(text: str) -> None:
    assert on_table("steel", text).get("amount") != 15_000_000
