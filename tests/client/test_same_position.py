"""The trainee stands where the client does: a consent that is not asked for, terms left as they are, no ground gained by repeating."""

import pytest

from tests.client.dealing import agreed, on_table, talk

ZH = "额度一千万，2.9%，只质押专利。"
EN = "I offer ten million at 2.9%, patents only."


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("股权融资提前十个工作日书面告知，不需我行同意。", 1),
        ("融资那条：签约前十个工作日书面通知即可，无须经我行同意。", 1),
        ("提前十个工作日告知，非同意。", 1),
        ("是提前告知，并不是要银行同意。", 1),
        ("股权融资提前告知，我行同意这几个字合同里不会有。", 1),
        ("融资提前十个工作日书面告知我行，不以我行同意为前提。", 1),
        ("只是提前告知；银行同意这一句删掉。", 1),
        ("Ten working days' notice of any equity raise, not the bank's consent.", 1),
        ("Inform us beforehand, with no need of our consent.", 1),
        ("Advance notice only. The bank's consent doesn't come into it.", 1),
        ("股权融资须经我行同意，光告知不够。", 0),
        ("不能只告知，股权融资要我行同意。", 0),
        ("The equity raise needs our consent, notice alone won't do.", 0),
        ("No equity raise without our consent, I'm afraid: the bank's consent is a must.", 0),
    ],
)
def test_a_consent_that_is_not_asked_for_is_none(text: str, notice: int) -> None:
    assert on_table("tech", ZH if not text.isascii() else EN, text).get("notice") == notice


@pytest.mark.parametrize(
    "text",
    [
        "一千万；2.9%；专利质押，您个人担保也不要，太太不签；提前十个工作日告知，非同意。",
        "核对：1000万，2.9%，只押专利，配偶签字免，股权融资提前告知，无须银行同意。",
        "Ten million at 2.9 per cent, patents only, neither you nor your wife signs, ten working days' notice and no consent.",
    ],
)
def test_the_whole_is_heard_though_much_of_it_is_denied(text: str) -> None:
    assert on_table("tech", text) == {"amount": 10_000_000, "rate": 2.9, "guarantee": 2, "notice": 1}


def test_what_stays_as_it_is_lies_on_the_table() -> None:
    assert on_table("tech", EN, "And the notice stays as you put it, nine million, 2.95%.")["notice"] == 2
    assert on_table("tech", ZH, "利率2.85%，告知这条照您的。")["notice"] == 2
    assert "notice" not in on_table("tech", EN, "Does the notice stay with your lawyer?")
    assert "notice" not in on_table("tech", EN, "Three per cent, patents only, the notice stays.")


def test_ground_is_given_to_who_comes_back_to_terms_and_none_to_who_repeats_them() -> None:
    offer = "一千万，2.9%，只质押专利，股权融资提前十个工作日告知。"
    assert not agreed("tech", offer, offer)
    assert agreed("tech", offer, "投资人那边，是保密的事还是时间的事？", "那就这么写：" + offer)
    firm = talk("tech", offer, offer)[-1][2]
    assert "bargaining/lines/firm" in [part.place for part in firm.parts]
