"""A visit by keyboard: waiting for what comes from threads, going on, typing, and reading what is shown."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.screens.app import DuilianApp
from simulator.screens.conversation import ConversationScreen
from simulator.screens.dossier import DossierScreen
from simulator.screens.entry import Prompt
from simulator.screens.prose import Prose, ProseVisual
from simulator.transcript.record import Mode
from tests.screens.conftest import HOSTILE, start

AnyScreen = TypeVar("AnyScreen", bound=Screen[Any])


async def until(pilot: Pilot[int], holds: Callable[[], bool], what: str) -> None:
    """Waits until something holds."""
    for _ in range(200):
        await pilot.pause(0.02)
        if holds():
            return
    shown = "\n".join(prose.text for prose in pilot.app.screen.query(Prose))
    raise AssertionError(f"{what}; there is {pilot.app.screen!r}:\n{shown}")


async def screen(pilot: Pilot[int], kind: type[AnyScreen]) -> AnyScreen:
    """Waits for a screen of this kind."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), f"{kind.__name__} did not come")
    found = pilot.app.screen
    assert isinstance(found, kind)
    return found


async def to_conversation(pilot: Pilot[int]) -> ConversationScreen:
    """Straight into the visit, unprepared."""
    await screen(pilot, DossierScreen)
    await pilot.press("f5")
    return await screen(pilot, ConversationScreen)


@asynccontextmanager
async def visiting(mode: Mode = "practice") -> AsyncIterator[tuple[Pilot[int], ConversationScreen]]:
    """A visit to the hostile client in a small terminal, unprepared."""
    async with DuilianApp(start(HOSTILE, mode=mode)).run_test(size=(80, 24)) as pilot:
        yield pilot, await to_conversation(pilot)


async def say(pilot: Pilot[int], text: str) -> None:
    """Types and sends."""
    await until(pilot, lambda: bool(pilot.app.screen.query(Prompt)), "there is nowhere to type")
    pilot.app.screen.query_one(Prompt).insert(text)
    await pilot.press("enter")
    await pilot.pause()


def everything(pilot: Pilot[int]) -> str:
    """All running text of the present screen."""
    return "\n".join(prose.text for prose in pilot.app.screen.query(Prose))


def listed(pilot: Pilot[int]) -> str:
    """The lines of the present screen's list."""
    prompts = [option.prompt for option in pilot.app.screen.query_one(OptionList).options]
    return "\n".join(prompt.content.plain for prompt in prompts if isinstance(prompt, ProseVisual))
