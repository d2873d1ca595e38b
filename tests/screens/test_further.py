"""The further fields of the preparation: out of the way until wanted, and only what is filled in is kept."""

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from simulator.screens.app import DuilianApp
from simulator.screens.choices import Choice
from simulator.screens.dossier import DossierScreen
from simulator.screens.entry import Note
from simulator.screens.further import Fold, Scale
from simulator.screens.page import WIDE
from simulator.transcript.record import Preparation
from simulator.visit.preparing import ALWAYS
from tests.screens.conftest import HOSTILE, start
from tests.screens.pilot import screen, visiting

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


async def opened(pilot: Pilot[int]) -> DossierScreen:
    """The form with the further fields unfolded."""
    form = await screen(pilot, DossierScreen)
    await pilot.pause()
    await pilot.press("f3")
    await pilot.pause()
    return form


def kept(form: DossierScreen) -> Preparation:
    """What the form would write down."""
    preparation = form.preparation()
    assert preparation is not None
    return preparation


@SIZES
async def test_everything_is_filled_in_by_keys(size: tuple[int, int]) -> None:
    async with DuilianApp(start(HOSTILE)).run_test(size=size) as pilot:
        form = await opened(pilot)
        await pilot.press("space", "down", "down", "space", "down", "down", *"谁定", "down")
        while not isinstance(form.focused, Scale):
            await pilot.press("space" if isinstance(form.focused, Choice) else "tab")
            if isinstance(form.focused, Choice) and form.focused.ticked:
                await pilot.press("tab")
        await pilot.press("right", "right")
        notes = kept(form).notes
        assert notes == {
            **dict.fromkeys(ALWAYS, ""),
            "eligibility": "有需求还没人满足；我行有别家没有的长处",
            "key_person": "谁定",
            "reconfirm": "时间地点又确认过一遍",
            "image": "着装得体，提前五分钟到",
            "mindset": "4 / 5",
        }
        await pilot.press("f3")
        assert isinstance(form.focused, Fold)
        assert kept(form).notes == notes


@SIZES
async def test_the_first_field_waits_tab_goes_by_field_and_typed_words_are_kept(size: tuple[int, int]) -> None:
    async with DuilianApp(start(HOSTILE)).run_test(size=size) as pilot:
        form = await screen(pilot, DossierScreen)
        await pilot.pause()
        if size[0] < WIDE:  # one reads the dossier first
            await pilot.press("tab")
        first = form.focused
        assert isinstance(first, Choice)
        assert first.parent is not None
        assert first.parent.id == "objective"
        await pilot.press("tab")
        second = form.focused
        assert isinstance(second, Choice)
        assert second.parent is not first.parent
        await pilot.press("shift+tab")
        assert form.focused is first
        await pilot.press(*"钱要管")
        note = form.focused
        assert isinstance(note, Note)
        assert note.text == "钱要管"
        await pilot.press("shift+tab")
        assert isinstance(form.focused, Choice)


async def test_a_rating_is_chosen_by_figure_and_taken_back() -> None:
    async with DuilianApp(start(HOSTILE)).run_test(size=(80, 24)) as pilot:
        form = await opened(pilot)
        scale = form.query_one(Scale)
        scale.focus()
        for keys, step in ((("5",), 5), (("right",), 5), (("left",), 4), (("1", "left"), 1), (("space",), 0)):
            await pilot.press(*keys)
            assert scale.step == step
        assert form.preparation() is None


async def test_what_is_left_out_is_in_no_way() -> None:
    async with DuilianApp(start(HOSTILE)).run_test(size=(80, 24)) as pilot:
        form = await screen(pilot, DossierScreen)
        await pilot.pause()
        assert not any(
            widget.display and widget.region for widget in form.query("#fields TextArea").results(TextArea)
        )
        await pilot.press("f3", "f3")
        assert form.preparation() is None
    async with visiting() as (_pilot, talk):
        assert talk.visit.transcript.preparation is None
