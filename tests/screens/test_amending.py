"""Where a turn was misunderstood: in practice it is amended and played again, in an exam flagged, afterwards reviewed."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from simulator.screens.amend import AmendScreen
from simulator.screens.app import DuilianApp, Start
from simulator.screens.conversation import ConversationScreen
from simulator.screens.entry import Prompt
from simulator.screens.prose import Prose
from simulator.screens.replay import ReplayScreen
from simulator.screens.sign import Sign
from simulator.screens.talk import Ending, TraineeTurn
from simulator.transcript.record import Mode
from simulator.visit.amending import Meant, Reading
from simulator.visit.store import home, read_file
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn
from tests.screens.conftest import start
from tests.screens.pilot import everything, listed, say, screen, until, visiting


def kept() -> bytes:
    """The one visit on disk."""
    return next((home() / "visits").glob("*.jsonl")).read_bytes()


async def asked(pilot: Pilot[int], talk: ConversationScreen, *turns: str) -> None:
    """These turns, and what the last one meant being asked."""
    for turn in turns:
        await say(pilot, turn)
    await until(pilot, lambda: len(talk.query(TraineeTurn)) == len(turns), "not sent")
    await pilot.press("f6")
    await screen(pilot, AmendScreen)


async def test_the_last_turn_is_played_again_as_it_was_meant() -> None:
    async with visiting() as (pilot, talk):
        await asked(pilot, talk, "您好", "[/foo] 您好 [@click=app.quit]x[/]")
        assert listed(pilot).startswith("听出来的\n[✓]\xa0问候称呼  [/foo] 您好 [@click=app.quit]x[/]")
        await pilot.press("space", *"共情")
        await until(pilot, lambda: listed(pilot) == "倾听\n[ ]\xa0共情", "not narrowed")
        await pilot.press("enter", "f5")
        await screen(pilot, ConversationScreen)
        await until(pilot, lambda: "共情\n已更正" in everything(pilot), "not amended")
        assert len(talk.query(TraineeTurn)) == 2
        assert everything(pilot).count("[/foo] 您好") == 1
        last = talk.visit.transcript.exchanges[-1]
        assert [move.id for move in last.trainee.moves] == ["empathise"]
        assert last.as_heard is not None
        assert [move.id for move in last.as_heard.moves] == ["greet"]
        await say(pilot, "再见")
        assert len(talk.visit.transcript.exchanges) == 3


async def test_cancelling_leaves_everything_as_it_was() -> None:
    async with visiting() as (pilot, talk):
        await asked(pilot, talk, "您好")
        before = kept()
        for keys in (("space", "escape"), ("f5",), ("space", "space", "f5")):
            await pilot.press(*keys)
            await screen(pilot, ConversationScreen)
            assert kept() == before
            await pilot.press("f6")
            await screen(pilot, AmendScreen)


async def test_a_visit_that_ended_by_misunderstanding_goes_on() -> None:
    async with visiting() as (pilot, talk):
        await say(pilot, "再见")
        await until(pilot, lambda: talk.visit.over, "the visit goes on")
        await pilot.press("f6")
        await screen(pilot, AmendScreen)
        await pilot.press("space", "f5")
        await screen(pilot, ConversationScreen)
        await until(pilot, lambda: not talk.query(Ending), "the ending still stands")
        assert not talk.visit.over
        await say(pilot, "您好")
        assert len(talk.visit.transcript.exchanges) == 2


async def test_in_an_exam_the_turn_is_flagged() -> None:
    async with visiting(mode="exam") as (pilot, talk):
        await pilot.press("f6")
        assert isinstance(pilot.app.screen, ConversationScreen)
        await say(pilot, "您好")
        await pilot.press("f6", "f6")
        await until(pilot, lambda: "问候称呼\n已标记" in everything(pilot), "not flagged")
        assert talk.visit.transcript.exchanges[0].flagged
        await say(pilot, "/amend thank")
        assert "考试中不能更正" in everything(pilot)


async def test_amend_and_flag_by_command() -> None:
    async with visiting() as (pilot, talk):
        await say(pilot, "您好")
        await say(pilot, "/amend emphatise")
        assert "empathise" in talk.query_one("#trouble", Prose).text
        talk.query_one(Prompt).clear()
        await say(pilot, "/amend empathise")
        await until(pilot, lambda: "共情\n已更正" in everything(pilot), "not amended")
        await say(pilot, "/flag")
        await until(pilot, lambda: "共情\n已标记\n已更正" in everything(pilot), "not flagged")
        await say(pilot, "再见")
        await until(pilot, lambda: talk.visit.over, "the visit goes on")
        await say(pilot, "／amend 了解困难顾虑／开放")
        await until(pilot, lambda: not talk.visit.over, "not amended")
        assert "了解困难顾虑（开放式）\n已更正" in everything(pilot)


async def test_forms_change_and_a_suspicion_stays_one_until_somebody_says() -> None:
    app = DuilianApp(start())
    turn = Turn(
        "说说看",
        (MoveMade("ask_problem", "说说看", 0.7, "closed", "fx"), MoveMade("thank", "看", words=("谢", "您"))),
        (TabooMade("kickback", "看", 0.4, False),),
    )
    done: list[Reading | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("tab",), ("tab", "tab", "down", "space"), ("down", "down", "space"), ("up", "up", "tab")):
            app.push_screen(AmendScreen(turn, "", "", unchanged_too=True), done.append)
            await screen(pilot, AmendScreen)
            assert "谢 … 您" in listed(pilot)
            await pilot.press(*keys, "f5")
            await until(pilot, lambda: not isinstance(app.screen, AmendScreen), "still open")
    question, thanks = Meant("ask_problem"), Meant("thank")
    assert done[0] == Reading((Meant("ask_problem", "open"), thanks), (), ("kickback",))
    assert done[1] == Reading((question,), (), ("kickback",))
    assert done[2] == Reading((question, thanks), ("kickback",), ())
    assert done[3] == Reading((question, thanks), (), ("kickback",))


async def past(tmp_path: Path, mode: Mode) -> Path:
    """An ended visit on disk, its first turn flagged."""
    async with visiting(mode=mode) as (pilot, _talk):
        await say(pilot, "您好")
        await say(pilot, "/flag")
        await say(pilot, "再见")
        await until(pilot, lambda: b'"end"' in kept(), "not ended")
    path = tmp_path / "past.jsonl"
    path.write_bytes(kept())
    return path


async def test_a_trainer_amends_a_past_turn_and_the_client_stays_silent(tmp_path: Path) -> None:
    path = await past(tmp_path, "exam")
    before = read_file(path)
    app = DuilianApp(Start(review=before, reviewed_file=path))
    async with app.run_test(size=(80, 24)) as pilot:
        await screen(pilot, ReplayScreen)
        await until(pilot, lambda: "第 1 轮" in everything(pilot), "no turns")
        await pilot.press("f7", "f6")
        await screen(pilot, AmendScreen)
        await pilot.press("space", *"致谢", "space", "f5")
        await screen(pilot, Sign)
        await pilot.press("f5")
        assert isinstance(app.screen, Sign)
        assert app.screen.query_one("#by", Input).has_focus
        await pilot.press(*"王芳", "enter", *"[/x]", "enter")
        await screen(pilot, ReplayScreen)
        await until(pilot, lambda: "王芳 已更正" in everything(pilot), "not amended")
        shown = everything(pilot)
        assert "致谢\n已标记\n王芳 已更正" in shown
        assert "问候称呼  理由：[/x]" in shown
        assert "重新评分" in shown
        await pilot.press("f6")
        await screen(pilot, AmendScreen)
        await pilot.press("escape")
    after = read_file(path)
    assert [each.client for each in after.exchanges] == [each.client for each in before.exchanges]
    assert [move.id for move in after.exchanges[0].trainee.moves] == ["thank"]
    assert after.exchanges[0].as_heard == before.exchanges[0].trainee


async def test_without_its_file_a_past_visit_is_only_read(tmp_path: Path) -> None:
    transcript = read_file(await past(tmp_path, "practice"))
    app = DuilianApp(Start(review=transcript))
    async with app.run_test(size=(80, 24)) as pilot:
        await screen(pilot, ReplayScreen)
        await until(pilot, lambda: "第 1 轮" in everything(pilot), "no turns")
        await pilot.press("down", "f6")
        assert isinstance(app.screen, ReplayScreen)
        assert "更正" not in everything(pilot)
