"""What a question asks for is told by its own words, in both languages, and it is passed on in words that fit it."""

from pathlib import Path

import pytest

from simulator.client import Reply
from simulator.client.asked_for import echo_of, kind_of
from simulator.vocabulary.turn import MoveMade, Turn
from tests.client.small import played, says, small

DEFLECT = "Not now."


@pytest.mark.parametrize(
    ("question", "kind", "echo"),
    [
        ("外面那卷得有多少吨？", "amount", "多少吨"),
        ("您儿子几岁了？", "amount", "几岁"),
        ("这钱能放多久？", "amount", "多久"),
        ("那张票什么时候到期？", "time", "什么时候"),
        ("您哪天方便？", "time", "哪天"),
        ("票是哪家银行承兑的？", "who", "哪家"),
        ("账归谁管？", "who", "谁"),
        ("这么低的价，为什么还不签？", "why", ""),
        ("那次后来怎么样了？", "how", ""),
        ("是存着，还是拿一部分出来？", "choice", ""),
        ("嫂子知道这事吗？", "yes_no", ""),
        ("您头一样想问什么？", "what", ""),
        ("How many tons is that coil?", "amount", "how many tons"),
        ("How many do you need of them?", "amount", "how many"),
        ("How long could it lie there?", "amount", "how long"),
        ("When's he in?", "time", "when"),
        ("Which month is the worst?", "time", "which month"),
        ("How do you manage when stock is high?", "how", ""),
        ("Which bank accepted the bills?", "who", "which bank"),
        ("Who keeps the list?", "who", "who"),
        ("Was it your father or your mother who kept it?", "choice", ""),
        ("您一周几次？", "amount", "几次"),
        ("You have forty million; why borrow at all?", "why", ""),
        ("Would you rather sell or wait?", "choice", ""),
        ("Does your wife know of it?", "yes_no", ""),
        ("What happened in 2012?", "what", ""),
    ],
)
def test_what_a_question_asks_for(question: str, kind: str, echo: str) -> None:
    assert (kind_of(question), echo_of(question)) == (kind, echo)


def reply(folder: Path, question: str, **talk: list[str]) -> Reply:
    client = small(folder, talk={"deflect": [DEFLECT], **talk})
    said = Turn(question, (MoveMade("ask_situation", question, 0.9, "closed", None),))
    return played(client, says("greet"), said)[-1][1]


def answer(folder: Path, question: str, **talk: list[str]) -> str:
    return reply(folder, question, **talk).text


def test_it_is_passed_on_in_words_for_what_it_asks(tmp_path: Path) -> None:
    own = ["I never counted."]
    assert answer(tmp_path, "How many looms do you have?", asked_amount=own) == own[0]
    assert answer(tmp_path, "Whose loom is that?", asked_amount=own, asked_who=["Theirs."]) == "Theirs."


def test_without_such_words_of_its_own_in_the_archetype_s(tmp_path: Path) -> None:
    said = reply(tmp_path, "How many looms?", asked_amount=[], asked_time=["I forget."])
    assert [part.place for part in said.parts] == ["talk/asked_amount"]
    assert said.text not in (DEFLECT, "I forget.")


def test_its_asking_words_may_be_given_back(tmp_path: Path) -> None:
    line = ["$asked? I never counted."]
    assert answer(tmp_path, "How many looms do you have?", asked_amount=line) == "How many looms? I never counted."


def test_a_line_that_needs_them_is_not_said_without_them(tmp_path: Path) -> None:
    said = answer(tmp_path, "Is it yours?", asked_yes_no=["$asked? Perhaps."])
    assert "?" not in said
    assert "Perhaps" not in said


def test_what_was_summed_up_is_confirmed(tmp_path: Path) -> None:
    text = "So it runs from May to August, is that right?"
    said = reply(tmp_path, text, confirms=["Yes, May to August it is."])
    assert [part.place for part in said.parts] in (["talk/confirms"], ["states/anywhere/on/paraphrase"])


@pytest.mark.parametrize("question", ["Do you believe in ghosts?", "您信不信风水？", "How many cats are there?"])
def test_a_question_that_could_not_be_placed_is_passed_on_all_the_same(tmp_path: Path, question: str) -> None:
    said = played(small(tmp_path), says("greet"), Turn(question, other=0.8))[-1][1]
    assert [part.place.partition("_")[0] for part in said.parts] == ["talk/asked"]


def test_what_is_a_question_by_its_mark_alone_is_not_understood(tmp_path: Path) -> None:
    said = played(small(tmp_path), says("greet"), Turn("Blarg wump zibble?", other=0.8))[-1][1]
    assert [part.place for part in said.parts] == ["talk/unplaced"]
