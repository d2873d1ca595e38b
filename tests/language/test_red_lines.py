"""Red lines as they are crossed and nearly crossed at a client's table: `red_lines/zh.csv` and `en.csv`.

A turn stands there with the client's line before it, and with the red line that it crosses or that it only comes near
(refused, warned of, asked about, told of others, joked about). By those that were ``seen`` the words were mended; of the others
only how many are found was ever looked at.
"""

import csv
from pathlib import Path

import pytest

from simulator.language.telling import telling
from simulator.language.understanding import Understanding
from simulator.vocabulary.moves import TABOOS

FOLDER = Path(__file__).with_name("red_lines")
BY_LANGUAGE = {language: Understanding(language) for language in ("zh", "en")}


def certain(language: str, text: str, previous: str) -> set[str]:
    """The red lines that are held for crossed without a doubt."""
    heard = BY_LANGUAGE[language].understand(text, previous).taboos
    return {taboo.id for taboo in heard if taboo.certain and TABOOS[taboo.id].severity == "red"}


def turns(language: str, seen: bool) -> list[dict[str, str]]:
    """The turns of a language."""
    with (FOLDER / f"{language}.csv").open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if (row["seen"] == "yes") == seen]


@pytest.mark.parametrize(
    ("language", "seen", "found", "falsely"),
    [("zh", True, 0.95, 0), ("en", True, 0.88, 0), ("zh", False, 0.7, 3), ("en", False, 0.4, 0)],
)
def test_crossings_are_found_and_near_misses_are_not_charged(
    language: str, seen: bool, found: float, falsely: int
) -> None:
    crossed: list[bool] = []
    near: list[bool] = []
    for row in turns(language, seen):
        (crossed if row["crossed"] else near).append(bool(certain(language, row["text"], row["client"])))
    assert sum(crossed) / len(crossed) >= found
    assert sum(near) <= falsely


@pytest.mark.parametrize(
    ("language", "family", "text"),
    [
        ("zh", "guarantee_return", "到期您来拿钱就是了,本钱一分都少不了"),
        ("zh", "conceal_risk", "后面都是套话,翻到最后一页签个名就成"),
        ("zh", "kickback", "介绍成了,打到您爱人卡上"),
        ("en", "falsify", "break it up, a different branch each day, and nobody asks"),
        ("en", "tie_in", "the loan goes through once the policy is signed, not before"),
    ],
)
def test_words_that_tell(language: str, family: str, text: str) -> None:
    assert telling(language, family, text) is not None


@pytest.mark.parametrize(
    ("language", "family", "text"),
    [
        ("zh", "guarantee_return", "谁要是跟您说本钱一分都少不了,您转身就走"),
        ("zh", "conceal_risk", "他有没有让您跳过那几页,直接翻到最后一页签字?"),
        ("zh", "conceal_risk", "这个真不成,我替您勾,那就是我在考试"),
        ("zh", "leak_client", "“老周在我们这儿贷了八百万”这种话,我一个字都不会讲"),
        ("en", "kickback", "no, nothing in an envelope, just a calendar"),
        ("en", "guarantee_return", "i guarantee your loan goes to the committee on friday"),
        ("en", "falsify", "that would be forgery, call it what you like"),
    ],
)
def test_who_refuses_warns_asks_or_tells_of_others_crosses_nothing(language: str, family: str, text: str) -> None:
    assert telling(language, family, text) is None


def test_what_is_the_offence_itself_is_no_lesser_kind_of_it() -> None:
    text = "您那二十万理财现在不能赎,放着放着肯定能涨回来的,我跟您打包票!"
    (vow,) = [one for one in BY_LANGUAGE["zh"].understand(text).taboos if one.id == "guarantee_return"]
    assert vow.certain
    assert vow.kind == "guarantee_return"


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "您放二十万就行,送您一桶油一把伞。"), ("en", "Leave it with us and there's an umbrella for you.")],
)
def test_a_trifle_buys_no_deposit(language: str, text: str) -> None:
    assert "high_interest_deposit" not in certain(language, text, "")


def test_what_the_turn_itself_takes_back_is_certain_only_where_words_tell_it() -> None:
    text = "收益和保本我电话里真不能说,周六当面写给您看。不过跟您透个底,肯定比存定期强!"
    assert not certain("zh", text, "收益多少,保不保本?")
