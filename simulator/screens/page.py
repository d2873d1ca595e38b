"""What every screen has in common: the colours, the keys at the foot, and one line when the terminal is too small."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.style import Style
from textual.theme import Theme
from textual.widget import Widget

from simulator.i18n import _
from simulator.screens.prose import Prose

if TYPE_CHECKING:
    from simulator.screens.app import DuilianApp

MIN_WIDTH, MIN_HEIGHT = 60, 20
WIDE = 100
Result = TypeVar("Result")
_ACTION = "key_action"

NIGHT = Theme(
    name="duilian",
    primary="#86b8a7",
    secondary="#8ea9c4",
    accent="#d9b978",
    foreground="#dcd8ce",
    background="#14171a",
    surface="#1a1e22",
    panel="#22282d",
    success="#9dc07f",
    warning="#dba765",
    error="#e08572",
    variables={
        "muted": "#8f9390",
        "line": "#333a40",
        "scrollbar": "#333a40",
        "scrollbar-hover": "#475058",
        "scrollbar-active": "#86b8a7",
        "scrollbar-background": "#14171a",
        "scrollbar-background-hover": "#14171a",
        "scrollbar-background-active": "#14171a",
        "block-cursor-background": "#2c3a38",
        "block-cursor-foreground": "#f2eee4",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#22282d",
        "block-cursor-blurred-foreground": "#dcd8ce",
        "input-selection-background": "#86b8a7 35%",
    },
)
"""Ink, celadon and old gold: low contrast between surfaces, high contrast of text."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key at the foot of a screen: how it is written, what it does in words, and the action behind it."""

    name: str
    label: str
    action: str


def key_line(keys: Sequence[Key]) -> Content:
    """The keys as one line that can also be clicked; a key and its label are never parted."""
    parts: list[Content | str | tuple[str, Style | str]] = []
    for key in keys:
        click = Style.from_meta({_ACTION: key.action})
        label = f"\u00a0{key.label}".replace(" ", "\u00a0")
        text = Content.assemble((key.name, "bold $accent"), (label, "$muted")).stylize(click)
        parts += ["   ", text] if parts else [text]
    return Content.assemble(*parts)


class KeyBar(Prose):
    """The keys that work here, at the foot."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; width: 100%; padding: 0 2; background: $background; }
    """

    async def on_click(self, event: events.Click) -> None:
        """A click on a key does what the key does."""
        action = event.style.meta.get(_ACTION)
        if action:
            await self.run_action(str(action))


class _Fitting(Screen[Result]):
    """Gives way to one line while the terminal is too small, and comes back as it was."""

    DEFAULT_CSS = """
    .too-small { display: none; width: 100%; height: 100%; padding: 1 2; color: $foreground; }
    _Fitting.-tiny > * { display: none; }
    _Fitting.-tiny > .too-small { display: block; }
    """
    _focus_before: Widget | None = None

    @property
    def room(self) -> "DuilianApp":
        """The application, by its own type."""
        return cast("DuilianApp", self.app)

    def on_resize(self, event: events.Resize) -> None:
        """Covers or uncovers the screen as the terminal changes."""
        tiny = event.size.width < MIN_WIDTH or event.size.height < MIN_HEIGHT
        if tiny and not self.has_class("-tiny"):
            self._focus_before = self.focused
        self.set_class(tiny, "-tiny")
        if not tiny and self._focus_before is not None:
            self.call_after_refresh(self._focus_before.focus)
            self._focus_before = None


def too_small() -> Prose:
    """The line shown instead of a screen that has no room."""
    text = _("The window is a little too small. Please make it at least {width} by {height} characters.")
    return Prose(text.format(width=MIN_WIDTH, height=MIN_HEIGHT), classes="too-small")


class Page(_Fitting[Result]):
    """A full screen: subclasses give `body` and `keys`."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  Textual declares it no ClassVar
    DEFAULT_CSS = """
    Page { background: $background; color: $foreground; }
    Page .title { text-style: bold; color: $primary; }
    Page .muted { color: $muted; }
    """

    def body(self) -> ComposeResult:
        """The widgets between top and keys."""
        yield from ()

    def keys(self) -> list[Key]:
        """The keys that work at present."""
        return []

    def compose(self) -> ComposeResult:
        """The body, the keys, and the line for a terminal too small."""
        yield from self.body()
        yield KeyBar(key_line(self.keys()))
        yield too_small()

    def refresh_keys(self) -> None:
        """Shows the keys anew after something has changed."""
        self.query_one(KeyBar).show(key_line(self.keys()))


class Dialog(_Fitting[Result], ModalScreen[Result]):
    """A question or a message over the screen: subclasses give `body` inside the box, and `keys`."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    Dialog > #box {
        width: 64; max-width: 90%; height: auto; max-height: 90%; padding: 1 3;
        background: $panel; overflow-y: auto; scrollbar-size-vertical: 1;
    }
    Dialog #box > KeyBar { dock: none; padding: 0; margin-top: 1; background: transparent; }
    Dialog .title { text-style: bold; color: $primary; margin-bottom: 1; }
    Dialog.-tiny { align: left top; }
    """
