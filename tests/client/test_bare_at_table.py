"""A bare number at the table is a figure for the one issue of its size, and half of what flows through is a share."""

import pytest

from tests.client.dealing import on_table, talk

ZH = "我给您3.1%，房子不押。"
EN = "I can offer 3.1%, without the house."


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Fifty?", {"share": 50}),
        ("3.05 flat, that's 30 points under the big bank, and no house. Fifty?", {"share": 50, "rate": 3.05}),
        ("45 or nothing.", {"share": 45}),
        ("Fifty-five, then. Can you do that?", {"share": 55}),
        ("It's 50. There's nothing under it.", {"share": 50}),
        ("Final: 3.0, house out, 50. Deal?", {"share": 50, "rate": 3.0}),
        ("3.05, no house, 45, receivables and both signatures. Shake on it?", {"share": 45, "rate": 3.05}),
        ("Make it 45 with 3.05 and no house.", {"share": 45}),
        ("45 to pay?", {"share": 45}),
        ("3.15 from me today, that's the lot", {"rate": 3.15}),
        ("I can shave another 5 basis points, 3.05.", {"rate": 3.05}),
        ("四十五行不行？", {"share": 45}),
        ("五十，低了我没法写。", {"share": 50}),
        ("3.05，不押房，45，您点头我就回去写。", {"share": 45, "rate": 3.05}),
        ("What's half of sixteen million, eight million dollars a year through us. Can you live with that?", {"share": 50}),
        ("Half the dollars through us, eight million out of your sixteen. Fair?", {"share": 50}),
        ("一千六百万美元里挪八百万过来，您看行吗？", {"share": 50}),
        ("美元那一千六百万，一半，八百万，走我们这儿，成不成？", {"share": 50}),
    ],
)  # fmt: skip
def test_a_bare_number_is_the_issue_of_its_size(text: str, terms: dict[str, float]) -> None:
    lies = on_table("parts", EN if text.isascii() else ZH, text)
    assert {id: lies.get(id) for id in terms} == terms


@pytest.mark.parametrize(
    "text",
    [
        "How many people work here, fifty?",
        "Fifty lorries a month, is that right?",
        "I'm 45 and I've never seen a ledger this tidy.",
        "Room 45 on the second floor, is that yours?",
        "Your stock stands 55 days, your customers take 90.",
        "Last year cost you 1.9 million, so 50 or 60 pips matter.",
        "您存货五十五天，应收九十天，对吧？",
        "您这车间五十来号人吧？",
        "我今年四十五，头回见这么齐整的账。",
        "那房子才值贷款的两成多点，应收一拢就够了。",
        "四百二十万押在两千万里，占两成多点。",
    ],
)
def test_a_number_that_counts_something_is_no_share(text: str) -> None:
    assert "share" not in on_table("parts", EN if text.isascii() else ZH, text)


def test_a_number_that_is_read_well_stays_as_it_is() -> None:
    first = "I can offer 5.6 million at 3.9%, receivables pledged."
    assert (
        on_table("steel", first, "4.0 I can do, if you settle the trade through us. But for 5.6, not fifteen.")[
            "rate"
        ]
        == 4.0
    )
    assert "share" not in on_table("parts", EN, "For 35 points on 20 million, that's 70,000 a year.")


def test_a_number_is_bare_only_once_terms_are_spoken_of() -> None:
    assert on_table("parts", "Fifty?") == {}


def test_a_deal_is_struck_at_figures_whatever_else_is_said() -> None:
    first = "I can offer 5.6 million at 3.9%, receivables pledged."
    said = "8's the top. 10 not on the scale at this bank. but head just says 3.7 so 8 at 3.7. talk again in the autumn. deal at 8"
    assert on_table("steel", first, said)["amount"] == 8_000_000


def test_nothing_new_is_raised_in_the_breath_of_a_deadlock_or_a_deal() -> None:
    offer = "我这边{}万，3.9%，应收质押。"
    course = talk("steel", *(offer.format(sum) for sum in (560, 570, 580, 590, 600, 610, 620, 630)))
    closing = [reply for _, _, reply in course if {"deadlock", "agreed"} & set(reply.events)]
    assert closing
    assert not any(
        part.place.startswith("remarks/") and part.place.endswith("/say")
        for reply in closing
        for part in reply.parts
    )
