"""Choices of a form: one of several, or several, with texts that wrap."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from simulator.screens.prose import Prose, plain


class Typed(Message):
    """Words were typed where nothing takes them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Choice(Prose, can_focus=True):
    """One choice, ticked or not. Space, Enter or a click ticks it; the arrows go on."""

    DEFAULT_CSS = """
    Choice { padding: 0 1; }
    Choice:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    Choice .tick { color: $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("space,enter", "tick"),
        ("up", "app.focus_previous"),
        ("down", "app.focus_next"),
    ]

    def __init__(self, choice: str, text: str, single: bool) -> None:
        super().__init__()
        self.choice = choice
        self.ticked = False
        self._label = plain(text)
        self._frame = ("(", ")") if single else ("[", "]")

    def on_mount(self) -> None:
        """Shows the empty box."""
        self.tick(False)

    def tick(self, ticked: bool) -> None:
        """Sets or takes away the tick."""
        self.ticked = ticked
        left, right = self._frame
        mark = Content.assemble(left, ("✓", "bold $primary") if ticked else " ", f"{right}\u00a0", self._label)
        self.show(mark)

    def action_tick(self) -> None:
        """The person has chosen this."""
        if isinstance(self.parent, Choices):
            self.parent.chosen(self)

    def on_click(self) -> None:
        """A click is a choice, too."""
        self.action_tick()

    def on_key(self, event: events.Key) -> None:
        """Words typed here belong to the next field that takes any."""
        if event.character is not None and event.is_printable and event.character != " ":
            event.stop()
            self.post_message(Typed(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """So does what is pasted."""
        event.stop()
        self.post_message(Typed(event.text))


class Press(Prose, can_focus=True):
    """The last thing on a form: Space, Enter or a click does what the form is for."""

    DEFAULT_CSS = """
    Press { width: auto; padding: 0 2; margin-top: 1; background: $panel; color: $primary; text-style: bold; }
    Press:focus { background: $primary; color: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("space,enter", "press"),
        ("up", "app.focus_previous"),
        ("down", "app.focus_next"),
    ]

    def __init__(self, text: str, action: str) -> None:
        """``action`` is that of the screen which is done."""
        super().__init__(text)
        self._action = action

    async def action_press(self) -> None:
        """The form is filled in."""
        await self.run_action(f"screen.{self._action}")

    async def on_click(self) -> None:
        """A click presses it, too."""
        await self.action_press()


class Choices(Vertical):
    """A group of choices: ``single`` for one of them, else any number."""

    DEFAULT_CSS = """
    Choices { height: auto; }
    """

    def __init__(self, choices: dict[str, str], *, single: bool, id: str) -> None:
        super().__init__(id=id)
        self._choices = choices
        self._single = single

    def compose(self) -> ComposeResult:
        """One line, or more, for each choice."""
        for choice, text in self._choices.items():
            yield Choice(choice, text, self._single)

    def chosen(self, choice: Choice) -> None:
        """Ticks a choice or takes the tick away; of a single group the others lose theirs."""
        for other in self.query(Choice):
            if other is choice:
                other.tick(not other.ticked)
            elif self._single:
                other.tick(False)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of what is ticked."""
        return tuple(choice.choice for choice in self.query(Choice) if choice.ticked)
