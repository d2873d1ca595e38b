"""What would have come of other words in the debrief, and playing again from a turn."""

from pathlib import Path

from textual.widgets import OptionList

from simulator.screens.app import DuilianApp
from simulator.screens.conversation import ConversationScreen
from simulator.screens.debrief import DebriefScreen
from simulator.screens.replay import ReplayScreen
from simulator.transcript.record import Transcript
from simulator.visit.store import home, read_file
from tests.screens.conftest import HOSTILE, Ear, start
from tests.screens.pilot import screen, until


def played(tmp_path: Path) -> tuple[Transcript, Path]:
    """A short visit to the test's own client, ended."""
    from simulator.scenario.load import load_scenario
    from simulator.visit.journal import Journal
    from simulator.visit.visit import Visit

    path = tmp_path / "played.jsonl"
    with Journal(path) as journal:
        visit = Visit.begin(load_scenario(HOSTILE), Ear(), journal, lambda: "", seed=1, source=str(HOSTILE))
        for words in ("您好", "这个保本", "您好，您好"):
            visit.say(words)
        visit.end()
    return read_file(path), path


async def test_other_words_are_tried_out_while_one_reads(tmp_path: Path) -> None:
    transcript, path = played(tmp_path)
    app = DuilianApp(start())
    async with app.run_test(size=(100, 30)) as pilot:
        app.open_debrief(transcript, path)
        debrief = await screen(pilot, DebriefScreen)
        pages = debrief.query_one(OptionList)
        await until(pilot, lambda: pages.option_count > 0, "the pages did not come")
        names = [section.name for section in debrief._sections]
        at = names.index("换个说法")

        def tried() -> bool:
            return "最能加分的" in debrief._sections[at].text.plain

        await until(pilot, tried, "nothing was tried out")
        assert [section.name for section in debrief._sections] == names
        assert "没有踩红线的话" in debrief._sections[at].text.plain


async def test_from_the_debrief_a_visit_is_played_again_from_a_turn(tmp_path: Path) -> None:
    transcript, path = played(tmp_path)
    before = path.read_bytes()
    app = DuilianApp(start())
    async with app.run_test(size=(100, 30)) as pilot:
        app.open_debrief(transcript, path)
        debrief = await screen(pilot, DebriefScreen)
        await until(pilot, lambda: debrief.query_one(OptionList).option_count > 0, "the pages did not come")
        await pilot.press("f9")
        await until(pilot, lambda: debrief.has_class("-beside"), "the talk did not open")
        await pilot.pause(0.1)
        await pilot.press("right", "right", "f9")
        conversation = await screen(pilot, ConversationScreen)
        assert len(conversation.visit.transcript.exchanges) == 2
    assert path.read_bytes() == before
    (again,) = (home() / "visits").glob("*.jsonl")
    kept = read_file(again)
    assert kept.exchanges == transcript.exchanges[:2]
    assert (kept.header.branch_of, kept.header.branch_turn) == ("played.jsonl", 3)


async def test_from_the_replay_too(tmp_path: Path) -> None:
    transcript, path = played(tmp_path)
    app = DuilianApp(start())
    async with app.run_test(size=(100, 30)) as pilot:
        app.open_review(transcript, path)
        await screen(pilot, ReplayScreen)
        await pilot.pause(0.2)
        await pilot.press("down", "f9")
        conversation = await screen(pilot, ConversationScreen)
        assert len(conversation.visit.transcript.exchanges) == 1
