"""A visit by keyboard alone, from the library to the debrief, with a client whose every text is hostile."""

import pytest
from textual import events
from textual.widgets import OptionList

from simulator.screens.app import DuilianApp
from simulator.screens.ask import Ask
from simulator.screens.choices import Choice
from simulator.screens.conversation import ConversationScreen
from simulator.screens.debrief import DebriefScreen
from simulator.screens.dossier import DossierScreen
from simulator.screens.entry import Prompt
from simulator.screens.follow_up import FollowUp
from simulator.screens.library import LibraryScreen
from simulator.screens.talk import ClientLine, TraineeTurn
from simulator.visit.journal import JournalError
from simulator.visit.store import home, read_file, unfinished
from tests.screens.pilot import everything, listed, say, screen, to_conversation, until, visiting

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


@SIZES
async def test_from_the_library_to_the_debrief(app: DuilianApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        library = await screen(pilot, LibraryScreen)
        await until(pilot, lambda: library.query_one(OptionList).option_count >= 4, "the list stays empty")
        await pilot.press("enter")
        dossier = await screen(pilot, DossierScreen)
        dossier.query(Choice).first().focus()
        await pilot.press("down", "space", "up", "space", "down", "down", "space")
        await pilot.press("f5")
        talk = await screen(pilot, ConversationScreen)
        await pilot.press(*"您好", "enter")
        await until(pilot, lambda: len(talk.query(TraineeTurn)) == 1, "no turn")
        assert "[bold]您好[/bold]，[/] 请坐。" in everything(pilot)
        await say(pilot, "那就这样，再见")
        preparation = talk.visit.transcript.preparation
        assert preparation is not None
        assert (preparation.objective, preparation.materials) == ("good", ("list",))
        await pilot.press("f8")
        await pilot.press("enter")
        await until(pilot, lambda: talk.visit.over, "the visit goes on")
        await pilot.press("enter")
        await screen(pilot, FollowUp)
        await pilot.press(*"周五给清单", "f5")
        debrief = await screen(pilot, DebriefScreen)
        pages = debrief.query_one("#pages", OptionList)
        await until(pilot, lambda: pages.option_count > 1, "no debrief")
        await pilot.press("down", "f3", "right", "escape")
    path = next((home() / "visits").glob("*.jsonl"))
    kept = read_file(path)
    assert [exchange.trainee.text for exchange in kept.exchanges] == ["您好", "那就这样，再见"]
    assert kept.ending is not None
    assert kept.follow_up["promises"] == "周五给清单"


async def test_hostile_texts_are_shown_as_they_stand(app: DuilianApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await screen(pilot, LibraryScreen)
        await until(pilot, lambda: "[x] 已办" in everything(pilot), "no description")
        await until(pilot, lambda: "broken.yaml" in listed(pilot), "the broken file is not listed")
        await pilot.press("enter")
        await screen(pilot, DossierScreen)
        shown = everything(pilot)
        for text in ("[/foo]", "[@click=app.quit]老客户介绍[/]", "陈立[/]", "[/good] 问清收汇", "[x] 产品清单"):
            assert text in shown
        await pilot.press("f5")
        talk = await screen(pilot, ConversationScreen)
        await say(pilot, "[/foo][@click=app.quit]x[/] \x1b]52;c;aGk=\x07您好\x9b31m")
        said = talk.visit.transcript.exchanges[0].trainee.text
        assert said == "[/foo][@click=app.quit]x[/] ]52;c;aGk=您好31m"
        assert said in everything(pilot)
        await pilot.click(ClientLine)
        assert pilot.app.is_running


async def test_a_paste_of_two_hundred_characters_arrives_whole() -> None:
    text = "我们去年出口收汇大约一千二百万美元，其中七成是账期九十天的赊销，" * 6 + "\n第二段\x1b[31m。"
    async with visiting() as (pilot, talk):
        prompt = talk.query_one(Prompt)
        prompt.post_message(events.Paste(text))
        await pilot.pause()
        assert prompt.text == text.replace("\x1b", "")
        await pilot.press("ctrl+j", *"完", "enter")
        await until(pilot, lambda: len(talk.query(TraineeTurn)) == 1, "not sent")
        assert (
            talk.visit.transcript.exchanges[0].trainee.text == text.replace("\x1b", "").replace("\n", " ") + " 完"
        )
        assert prompt.text == ""


async def test_too_long_a_turn_stays_in_the_field() -> None:
    async with visiting() as (pilot, talk):
        await say(pilot, "长" * 2001)
        assert not talk.visit.transcript.exchanges
        assert len(talk.query_one(Prompt).text) == 2001
        assert talk.query_one("#trouble").display


async def test_a_refusing_disk_leaves_the_words_in_the_field(monkeypatch: pytest.MonkeyPatch) -> None:
    async with visiting() as (pilot, talk):

        def full(text: str) -> None:
            raise JournalError(home() / "visits" / "x.jsonl", "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(talk.visit, "say", full)
            await say(pilot, "您好")
        assert talk.query_one(Prompt).text == "您好"
        assert "磁盘" in everything(pilot)
        assert "No space left" not in everything(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: len(talk.query(TraineeTurn)) == 1, "not sent")
        assert not talk.query_one("#trouble").display


async def test_ctrl_c_twice_leaves_and_the_visit_is_found_again(app: DuilianApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        library = await screen(pilot, LibraryScreen)
        choices = library.query_one(OptionList)
        await until(pilot, lambda: choices.option_count >= 4, "the list stays empty")
        await pilot.press("enter")
        await to_conversation(pilot)
        await say(pilot, "您好")
        await pilot.press("ctrl+c")
        await screen(pilot, Ask)
        await pilot.press("ctrl+c")
        await screen(pilot, LibraryScreen)
        await until(pilot, lambda: choices.option_count >= 6, "the unfinished visit is not listed")
        assert len(unfinished()) == 1
        await pilot.press("home", "enter")
        talk = await screen(pilot, ConversationScreen)
        await until(pilot, lambda: len(talk.query(TraineeTurn)) == 1, "the talk is not there")
        await say(pilot, "再见")
        assert len(talk.visit.transcript.exchanges) == 2


async def test_an_exam_has_neither_hints_nor_lines() -> None:
    async with visiting(mode="exam") as (pilot, talk):
        await pilot.press("f3", "f4")
        assert not talk.query_one("Lines").display
        assert not talk.query_one("#hint").display


async def test_in_practice_a_line_is_put_into_the_field() -> None:
    async with visiting() as (pilot, talk):
        await pilot.press("f3", "down", "enter")
        await pilot.pause()
        assert talk.query_one(Prompt).text == "今天占用您二十分钟，可以吗？"
        assert talk.query_one(Prompt).has_focus
        await pilot.press("f4")
        await until(pilot, lambda: bool(talk.query_one("#hint").display), "no hint")


async def test_a_terminal_too_small_shows_one_line_and_recovers() -> None:
    async with visiting() as (pilot, talk):
        await pilot.press(*"您好")
        await pilot.resize_terminal(50, 15)
        await pilot.pause()
        shown = [widget for widget in talk.children if widget.display]
        assert [widget.has_class("too-small") for widget in shown] == [True]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not talk.query_one(".too-small").display
        assert talk.query_one(Prompt).has_focus
        await pilot.press("enter")
        await until(pilot, lambda: len(talk.query(TraineeTurn)) == 1, "not sent")


async def test_the_language_changes_at_a_key(app: DuilianApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        library = await screen(pilot, LibraryScreen)
        await until(pilot, lambda: library.query_one(OptionList).option_count >= 4, "the list stays empty")
        await pilot.press("f2")
        await until(pilot, lambda: "practise client visits" in everything(pilot), "still Chinese")
        await until(pilot, lambda: "Corporate clients" in listed(pilot), "the list stays empty")
