"""Waiting for what comes from threads."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from simulator.screens.prose import Prose

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
