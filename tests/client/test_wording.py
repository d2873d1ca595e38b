"""Terms in the words of a person, and what has not moved is not read out again."""

import re
from pathlib import Path

import pytest

from simulator.client.wording import capitals, spoken_terms
from tests.client.dealing import PATHS, WHO, talk
from tests.client.small import small
from tests.client.walks import client


@pytest.mark.parametrize(
    ("who", "language", "terms", "said"),
    [
        ("tech", "en", {"amount": 10e6, "rate": 2.6, "guarantee": 2.0}, "ten million at 2.6%, patents only for the guarantee"),
        ("tech", "zh", {"amount": 10e6, "rate": 2.6, "guarantee": 2.0}, "1000万、利率2.6%、只质押专利"),
        ("parts", "en", {"rate": 3.05, "security": 2.0, "share": 30.0}, "3.05%, without the house, 30% of the settlement"),
        ("parts", "zh", {"rate": 3.0, "security": 2.0, "share": 45.0}, "利率3.0%、不押房子、结算份额四成五"),
        ("steel", "en", {"amount": 5.6e6, "rate": 3.9, "security": 1.0}, "5.6 million at 3.9%, receivables pledged"),
        ("steel", "zh", {"amount": 5.6e6, "rate": 3.9, "security": 1.0}, "560万、利率3.9%、应收质押"),
    ],
)  # fmt: skip
def test_terms_are_said_as_a_person_says_them(who: str, language: str, terms: dict[str, float], said: str) -> None:
    bargaining = client(PATHS[WHO[who]], language).scenario.bargaining
    assert bargaining is not None
    assert spoken_terms(bargaining, tuple(terms.items()), language) == said


def test_an_author_may_say_them_otherwise(tmp_path: Path) -> None:
    choice = {
        "name": "Security", "unit": "choice", "quantity": "amount", "better_for_client": "higher", "opening": 2,
        "limit": 1, "authority": 1, "floor": 2, "step": 1, "values": {"nothing pledged": 2, "the oven": 1},
        "says": {"nothing pledged": "not a tin of mine"},
    }  # fmt: skip
    rate = {
        "name": "Rate", "unit": "%", "quantity": "rate", "better_for_client": "lower", "opening": 3.0, "limit": 4.0,
        "authority": 3.6, "floor": 3.5, "step": 0.05, "says": {"any": "$value a year and no more"},
    }  # fmt: skip
    bargaining = small(tmp_path, bargaining={"issues": {"rate": rate, "security": choice}}).scenario.bargaining
    assert bargaining is not None
    said = spoken_terms(bargaining, (("rate", 3.0), ("security", 2.0)), "en")
    assert said == "3.0% a year and no more, not a tin of mine"
    assert spoken_terms(bargaining, (("security", 1.0),), "en") == "the oven for the Security"


def test_a_sentence_that_begins_with_terms_has_a_capital() -> None:
    values = {"mine": "ten million", "terms": "half"}
    assert capitals("Listen. $mine.", values)["mine"] == "Ten million"
    assert capitals("I want $mine.", values) == values


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("tech", ["我报八百万，3.1%，您一人签，提前告知。", "我还是八百万，3.1%，您一人签。"]),
        ("parts", ["I offer 3.15%, 60% of your settlement, mortgage on the house.", "It stays 3.15% and 60%, with the house."]),
    ],
)  # fmt: skip
def test_what_has_not_moved_is_not_read_out_again(who: str, said: list[str]) -> None:
    (_, before, first), (_, after, second) = talk(who, *said)
    assert before.table is not None
    assert after.table is not None
    assert before.table.mine == after.table.mine
    figures = re.compile(r"\d+(?:\.\d+)?(?:%|万)|\bmillion\b")
    assert figures.search(first.text)
    table = [part.text for part in second.parts if part.place.startswith("bargaining/")]
    assert table
    assert not any(map(figures.search, table))


@pytest.mark.parametrize(
    ("who", "said", "answer"),
    [
        ("parts", ["利率3.15%，结算六成，押房子。", "还是3.15%，六成，押房子。您要三成五是认真的？"], "没错，就是结算份额三成五。"),
        ("tech", ["Eight million at 3.1%, founder only, ten working days.", "Still eight million at 3.1%, founder only. Do you really mean ten million?"], "You heard that right, ten million."),
    ],
)  # fmt: skip
def test_a_question_about_his_own_figure_is_answered(who: str, said: list[str], answer: str) -> None:
    assert answer in talk(who, *said)[-1][2].text
