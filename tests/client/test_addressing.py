"""Somebody beside the client who is addressed by name is heard to answer, or the client answers visibly in that place."""

import pytest

from simulator.client import Client
from simulator.client.addressing import addressed
from simulator.client.position import Position, changed
from simulator.client.taking import Reply
from simulator.language.understanding import Understanding
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario

NAMES = {
    "zh": {"lin": ("林姐", "嫂子", "林会计", "林女士")},
    "en": {"lin": ("Mrs Lin", "Ms Lin", "Miss Lin", "Xiuzhen")},
}
OWN = {"zh": ("张总",), "en": ("Mr Zhang",)}

PUT = [
    ("zh", "林会计，您那本账上是多少？", "您那本账上是多少"),
    ("zh", "张总说四十五天，嫂子您看是这个数不？", "您看是这个数不"),
    ("zh", "那我得请教一下林姐：二十五号那笔是给谁的？", "二十五号那笔是给谁的"),
    ("zh", "存货二十天，对吧林姐？", "对吧"),
    ("zh", "林女士您好，我想问问，货款一般几天回来？", "货款一般几天回来"),
    ("en", "Miss Lin, what does your book say?", "what does your book say"),
    ("en", "Mr Zhang says forty-five days. Is that what you have, Mrs. Lin?", "Is that what you have"),
    ("en", "Good afternoon, Mrs Lin. How many bills are in the drawer?", "How many bills are in the drawer"),
    (
        "en",
        "Let me put that to Mrs Lin. Is twenty days of stock about right?",
        "Is twenty days of stock about right",
    ),
]
NOT_PUT = [
    ("zh", "回头您跟林姐商量一下，看够不够。"),
    ("zh", "账本在嫂子手上吧？"),
    ("zh", "要是嫂子不点头，这事您敢定吗？"),
    ("zh", "张总，林姐的本子上记的是多少？"),
    ("en", "Mrs Lin keeps the books, doesn't she?"),
    ("en", "I'll collect the papers from Mrs Lin, so nobody makes four trips."),
    ("en", "If Mrs Lin agrees, we could do it on Thursday."),
    ("en", "Mr Zhang, what does Mrs Lin's ledger say?"),
]


@pytest.mark.parametrize(("language", "text", "said"), PUT)
def test_what_follows_a_form_of_address_is_put_to_that_person(language: str, text: str, said: str) -> None:
    found = addressed(text, NAMES[language], OWN[language], language)
    assert any(said in text[one.begin : one.end] for one in found)


@pytest.mark.parametrize(("language", "text"), NOT_PUT)
def test_who_is_only_spoken_of_is_not_addressed(language: str, text: str) -> None:
    assert addressed(text, NAMES[language], OWN[language], language) == ()


def test_whoever_is_addressed_next_is_spoken_to_from_there() -> None:
    text = "林姐好，打扰了。张总，票在谁手里？"
    (found,) = addressed(text, NAMES["zh"], OWN["zh"], "zh")
    assert text[found.begin : found.end] == "林姐好，打扰了。"


def _said(language: str, text: str, *, there: bool = True) -> Reply:
    scenario = load_scenario(SHIPPED / "corporate" / "steel-trader.yaml", language).scenario
    client = Client(scenario)
    position, before = client.start(3)
    position = changed(
        position, trust=55, turn=6, raised=("wife",) if there else (), settled=("wife",) if there else ()
    )
    return client.step(position, Understanding(language, scenario).understand(text, before), 3)[1]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("zh", "林会计，货在场上一般压几天，下家多少天给钱？", "people/lin/answers/days"),
        ("zh", "嫂子，照您本子上的，缺多大？", "people/lin/answers/enough"),
        ("en", "Mrs Lin, how many bank bills are in the drawer?", "people/lin/answers/drafts"),
        ("en", "Miss Lin, what does your ledger say?", "people/lin/answers/enough"),
    ],
)
def test_who_is_addressed_answers(language: str, text: str, place: str) -> None:
    part = next(part for part in _said(language, text).parts if part.place == place)
    assert part.speaker in ("林姐", "Ms Lin")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("zh", "林姐，伙计们的工钱一个月要多少？", "【张总】"),
        ("en", "Mrs Lin, what do the wages come to?", "[Mr Zhang]"),
    ],
)
def test_the_client_answers_visibly_for_who_has_no_answer(language: str, text: str, name: str) -> None:
    reply = _said(language, text)
    assert [part.place for part in reply.parts][:1] == ["people/lin/passes"]
    assert name in reply.text


def test_what_nobody_can_answer_is_said_by_who_was_asked() -> None:
    assert _said("en", "Mrs Lin, do you like the sea?").parts[0].place == "people/lin/say"


def test_who_is_not_there_answers_nothing() -> None:
    assert not any(
        part.place.startswith("people/") for part in _said("zh", "嫂子，您本子上缺多大？", there=False).parts
    )


def test_a_client_alone_is_never_handed_anything() -> None:
    scenario = load_scenario(SHIPPED / "retail" / "retired-teacher.yaml").scenario
    assert not scenario.people
    assert isinstance(Client(scenario).start(1)[0], Position)
