"""The library keeps its place, says when it goes on below, and lists what is past."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList

from simulator.screens.app import DuilianApp
from simulator.screens.ask import Ask
from simulator.screens.choices import Choice, Press
from simulator.screens.conversation import ConversationScreen
from simulator.screens.debrief import DebriefScreen
from simulator.screens.dossier import DossierScreen
from simulator.screens.entry import Note
from simulator.screens.follow_up import FollowUp
from simulator.screens.further import Fold
from simulator.screens.library import LibraryScreen
from simulator.screens.past import AT_ONCE, PastScreen
from simulator.screens.prose import ProseVisual
from simulator.screens.replay import ReplayScreen
from simulator.visit.store import home
from tests.screens.conftest import HOSTILE, start
from tests.screens.pilot import listed, say, screen, to_conversation, until, visiting


def highlighted(pilot: Pilot[int]) -> str:
    """The line under the cursor."""
    option = pilot.app.screen.query_one(OptionList).highlighted_option
    return option.prompt.content.plain if option is not None and isinstance(option.prompt, ProseVisual) else ""


async def one_visit() -> Path:
    """An ended visit on disk."""
    async with visiting() as (pilot, talk):
        await say(pilot, "您好")
        await say(pilot, "再见")
        await until(pilot, lambda: talk.visit.over, "the visit goes on")
    return next((home() / "visits").glob("*.jsonl"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_clients_stand_on_the_first_frame_and_are_listed_once_for_it(
    app: DuilianApp, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Whatever comes later, the list is filled before anything is drawn, and not again because the window gets its size."""
    filled: list[str] = []
    fill = LibraryScreen._fill

    def counted(library: LibraryScreen, *shelves: Any) -> None:
        fill(library, *shelves)
        filled.append(library.query_one(OptionList).options[1].id or "")

    async def never(_library: LibraryScreen) -> None:
        pass

    monkeypatch.setattr(LibraryScreen, "_fill", counted)
    monkeypatch.setattr(LibraryScreen, "_read", never)
    async with app.run_test(size=size) as pilot:
        await screen(pilot, LibraryScreen)
        await pilot.pause()
        assert filled == ["item-0"]
        assert len(listed(pilot).splitlines()) > 1
        assert highlighted(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_after_a_visit_the_cursor_is_on_its_client(app: DuilianApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        library = await screen(pilot, LibraryScreen)
        await until(pilot, lambda: "broken.yaml" in listed(pilot), "the list stays empty")
        client = highlighted(pilot)
        await pilot.press("enter")
        await to_conversation(pilot)
        await say(pilot, "您好")
        await pilot.press("ctrl+c", "ctrl+c")
        await screen(pilot, LibraryScreen)
        await until(pilot, lambda: "还没谈完的" in listed(pilot), "the unfinished visit is not listed")
        assert highlighted(pilot) == client
        await pilot.press("home", "enter")
        talk = await screen(pilot, ConversationScreen)
        await say(pilot, "再见")
        await until(pilot, lambda: talk.visit.over, "the visit goes on")
        await pilot.press("ctrl+c")
        await screen(pilot, DebriefScreen)
        await pilot.press("escape")
        await screen(pilot, LibraryScreen)
        await until(pilot, lambda: highlighted(pilot) == client, "the cursor is elsewhere")
        assert library.query_one(OptionList).has_focus


async def test_it_is_said_where_the_list_goes_on(
    app: DuilianApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tmp_path / "many"
    shutil.copytree(HOSTILE.parents[1], many)
    for number in range(20):
        text = HOSTILE.read_text(encoding="utf-8").replace("id: hostile", f"id: hostile-{number}")
        (many / "corporate" / f"hostile-{number}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("DUILIAN_SCENARIOS", str(many))
    async with app.run_test(size=(80, 24)) as pilot:
        library = await screen(pilot, LibraryScreen)
        more = library.query_one("#more")
        await until(pilot, lambda: "broken.yaml" in listed(pilot), "the list stays empty")
        await until(pilot, lambda: bool(more.display), "nothing is said")
        await pilot.press("end")
        await until(pilot, lambda: not more.display, "it is still said at the end")
        await pilot.resize_terminal(80, 100)
        await pilot.press("home")
        await until(pilot, lambda: "★" in listed(pilot).splitlines()[2], "one line each in a tall window")


async def test_past_visits_are_read_a_few_at_a_time(app: DuilianApp) -> None:
    first = await one_visit()
    for number in range(2 * AT_ONCE + 4):
        shutil.copy(first, first.with_name(f"20200101T000000-x-{number:05d}.jsonl"))
    (first.parent / "20200101T000000-bad.jsonl").write_text("{}")
    async with app.run_test(size=(80, 24)) as pilot:
        await screen(pilot, LibraryScreen)
        await pilot.press("f3")
        past = await screen(pilot, PastScreen)
        choices = past.query_one(OptionList)
        await until(pilot, lambda: choices.option_count == AT_ONCE, "no visits")
        assert highlighted(pilot).endswith(" 2 轮")
        assert " / 100  20" in highlighted(pilot)
        await pilot.press("end")
        await until(pilot, lambda: choices.option_count == 2 * AT_ONCE, "no more visits")
        await pilot.press("end")
        await until(pilot, lambda: choices.option_count == 2 * AT_ONCE + 5, "not all visits")
        await pilot.press("home", "enter")
        await screen(pilot, DebriefScreen)
        await pilot.press("escape")
        await screen(pilot, PastScreen)
        await pilot.press("f3")
        await screen(pilot, ReplayScreen)
        await pilot.press("escape")
        await screen(pilot, PastScreen)
        await pilot.press("escape")
        await screen(pilot, LibraryScreen)


async def test_a_note_is_not_thrown_away_unasked() -> None:
    async with visiting() as (pilot, talk):
        await say(pilot, "再见")
        await until(pilot, lambda: talk.visit.over, "the visit goes on")
        await pilot.press("enter")
        note = await screen(pilot, FollowUp)
        await pilot.press(*"周五", "escape")
        await screen(pilot, Ask)
        await pilot.press("escape")
        assert note.query_one("#promises", Note).text == "周五"
        await pilot.press("escape", "enter")
        await screen(pilot, DebriefScreen)


async def test_without_a_past_it_says_so(app: DuilianApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await screen(pilot, LibraryScreen)
        await pilot.press("f3")
        await screen(pilot, PastScreen)
        await until(pilot, lambda: "还没有做完的拜访" in listed(pilot), "nothing is said")
        await pilot.press("enter", "f3", "escape")
        await screen(pilot, LibraryScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_tab_goes_down_the_form_and_then_begins(size: tuple[int, int]) -> None:
    app = DuilianApp(start(HOSTILE))
    async with app.run_test(size=size) as pilot:
        form = await screen(pilot, DossierScreen)
        await pilot.pause()
        stops: list[Widget] = [form.focused] if type(form.focused) is Choice else []
        while type(form.focused) is not Press:
            assert len(stops) < 30
            await pilot.press("tab")
            assert form.focused is not None
            stops.append(form.focused)
        fields = [*form.query("#form > Choices"), *form.query("#form > Note")]
        assert len(stops) == len(fields) + 2
        assert [type(stop) for stop in stops[-3:]] == [Note, Fold, Press]
        order = list(form.query("*"))
        assert stops == sorted(stops, key=order.index)
        await pilot.press("enter")
        await screen(pilot, ConversationScreen)
