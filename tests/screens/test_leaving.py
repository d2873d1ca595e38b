"""What is in the field when one leaves is there again when one comes back; an unplaced turn comes with advice."""

import pytest
from textual.widgets import Input, OptionList

from simulator.screens.amend import AmendScreen
from simulator.screens.app import DuilianApp
from simulator.screens.ask import Ask
from simulator.screens.conversation import ConversationScreen
from simulator.screens.entry import Prompt
from simulator.screens.library import LibraryScreen
from simulator.screens.talk import TraineeTurn
from simulator.visit.store import home
from tests.screens.pilot import everything, listed, say, screen, to_conversation, until, visiting
from tests.screens.test_amending import asked

ADVICE = "换个说法再说一遍"


async def test_unsent_words_are_there_again(app: DuilianApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        library = await screen(pilot, LibraryScreen)
        choices = library.query_one(OptionList)
        await until(pilot, lambda: choices.option_count >= 4, "the list stays empty")
        await pilot.press("enter")
        talk = await to_conversation(pilot)
        await say(pilot, "您好")
        talk.query_one(Prompt).insert("我想请教您，\n今年的")
        await pilot.press("ctrl+c")
        await screen(pilot, Ask)
        assert "还没发出的那段话也留着" in everything(pilot)
        await pilot.press("ctrl+c")
        await screen(pilot, LibraryScreen)
        await until(pilot, lambda: choices.option_count >= 6, "the unfinished visit is not listed")
        await pilot.press("home", "enter")
        talk = await screen(pilot, ConversationScreen)
        prompt = talk.query_one(Prompt)
        await until(pilot, lambda: prompt.text == "我想请教您，\n今年的", "the words are gone")
        await pilot.press(*"收汇", "enter")
        await until(pilot, lambda: len(talk.query(TraineeTurn)) == 2, "not sent")
        assert talk.visit.transcript.exchanges[-1].trainee.text == "我想请教您， 今年的收汇"
        assert not list((home() / "visits").glob("*.draft"))


async def test_closing_the_program_keeps_the_words() -> None:
    async with visiting() as (pilot, talk):
        talk.query_one(Prompt).insert("还没说完")
        await pilot.press("ctrl+q")
    assert [path.read_text() for path in (home() / "visits").glob("*.draft")] == ["还没说完"]


async def test_words_that_cannot_be_kept_are_not_left_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with visiting() as (pilot, talk):
        talk.query_one(Prompt).insert("还没说完")
        monkeypatch.setattr("simulator.visit.draft.Draft.keep_if_possible", lambda _draft, _text: False)
        await pilot.press("ctrl+c")
        await screen(pilot, Ask)
        assert "存不下来" in everything(pilot)
        await pilot.press("escape")
        await screen(pilot, ConversationScreen)
        assert talk.query_one(Prompt).text == "还没说完"


async def test_what_was_not_understood_comes_with_advice_once() -> None:
    async with visiting() as (pilot, _talk):
        await say(pilot, "您好")
        assert ADVICE not in everything(pilot)
        await say(pilot, "嗯嗯那个")
        await until(pilot, lambda: everything(pilot).count(ADVICE) == 1, "no advice")
        await say(pilot, "就是那个")
        await until(pilot, lambda: "就是那个" in everything(pilot), "not sent")
        assert everything(pilot).count(ADVICE) == 1
        await say(pilot, "您好")
        await until(pilot, lambda: ADVICE not in everything(pilot), "advice for a turn that is past")


async def test_a_search_without_a_match_says_so_and_escape_shows_all_again() -> None:
    async with visiting() as (pilot, talk):
        await asked(pilot, talk, "您好")
        whole = listed(pilot)
        await pilot.press(*"[/x")
        await until(pilot, lambda: listed(pilot).startswith("没有名称里含“[/x”的"), "an empty list")
        await pilot.press("space", "escape")
        await until(pilot, lambda: listed(pilot) == whole, "not the whole list")
        amend = await screen(pilot, AmendScreen)
        assert amend.query_one(Input).has_focus
        await pilot.press("escape")
        await screen(pilot, ConversationScreen)
