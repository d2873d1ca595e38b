"""A refusal of the client's own point is taken notice of: it is not asked for again in the same words, and what stands instead counts."""

import pytest

from tests.client.dealing import on_table, places

EN = "I can offer 3.0%, without the house."
ZH = "我给您3.0%，房子不押。"
TECH = ("额度一千万，2.9%，只质押专利。", "I offer ten million at 2.9%, patents only.")


@pytest.mark.parametrize(
    "text",
    [
        "Can't do 30, sorry, half's the floor. 50 or nothing.",
        "30's not on. 50, and that's the bottom.",
        "No to thirty. It has to be fifty.",
        "30 per cent? Can't be done.",
        "Sorry, I can't sign thirty per cent.",
        "3.0, no house, but thirty I can't do.",
        "Thirty won't fly with us. Fifty's where it ends.",
        "三成办不了，五成是底，低了我写不了。",
        "份额真没法再低了，三成我做不到。",
        "不行，三成没得谈。",
        "3.0、不押房子都行，就是三成我给不了。",
        "三成我交不了差，结算最少五成。",
    ],
)
def test_what_was_refused_is_not_pressed_in_the_same_words(text: str) -> None:
    said = places("parts", EN if text.isascii() else ZH, text)
    assert "bargaining/lines/nudge" not in said
    assert any(place.startswith("bargaining/") or place.endswith("why_hold") for place in said)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("30's not on. 50, and that's the bottom.", 50),
        ("Thirty I can't defend upstairs; fifty I can.", 50),
        ("Half, or we leave it.", 50),
        ("We can't live on 30. 50 it must be, Ms Qin.", 50),
        ("三成我交不了差，结算最少五成。", 50),
        ("份额这格我填不了三成，只能五成。", 50),
        ("Thirty I can do, 3.05 though.", 30),
    ],
)
def test_what_is_named_instead_lies_on_the_table(text: str, share: float) -> None:
    assert on_table("parts", EN if text.isascii() else ZH, text)["share"] == share


@pytest.mark.parametrize(
    "text", ["The fifty I can't move on, the rate I can: 3.05.", "五成我降不了，利率给您3.05。"]
)
def test_what_is_held_to_stays_on_the_table(text: str) -> None:
    first = (
        "I can offer 3.1%, half your settlement, without the house."
        if text.isascii()
        else "我给您3.1%，结算五成，房子不押。"
    )
    lies = on_table("parts", first, text)
    assert (lies["share"], lies["rate"]) == (50, 3.05)


@pytest.mark.parametrize(
    "text",
    ["Afterwards is no good to us. Prior notice, or no loan.", "事后告知我做不到，提前十个工作日这条不能退。"],
)
def test_a_choice_refused_is_not_heard_as_granted(text: str) -> None:
    assert on_table("tech", TECH[text.isascii()], text).get("notice") == 1
