"""The talk as it is read: the client on the left, the trainee on the right, narration between."""

from textual.app import ComposeResult
from textual.containers import Right, Vertical, VerticalScroll
from textual.content import Content

from simulator.screens.heard import heard
from simulator.screens.prose import Prose
from simulator.transcript.record import Exchange
from simulator.vocabulary.turn import Turn


class ClientLine(Prose):
    """What the client said."""

    DEFAULT_CSS = """
    ClientLine { width: auto; max-width: 80%; padding: 0 1; margin-top: 1; border-left: heavy $primary; }
    """


class Narration(Prose):
    """What is neither said by the client nor by the trainee."""

    DEFAULT_CSS = """
    Narration { padding: 0 3; margin-top: 1; color: $muted; text-style: italic; }
    """


class TraineeTurn(Vertical):
    """What the trainee said, and under it, quietly, what was understood."""

    DEFAULT_CSS = """
    TraineeTurn { height: auto; margin-top: 1; }
    TraineeTurn .said {
        width: auto; max-width: 80%; padding: 0 1; background: $panel; border-right: heavy $accent;
    }
    TraineeTurn > .heard { width: 100%; padding: 0 2 0 8; text-align: right; }
    """

    def __init__(self, turn: Turn) -> None:
        super().__init__()
        self._turn = turn

    def compose(self) -> ComposeResult:
        """The words and their reading."""
        with Right():
            yield Prose(self._turn.text, classes="said")
        yield Prose(heard(self._turn), classes="heard")


class TurnView(Vertical):
    """One exchange: the trainee's turn and the client's answer."""

    DEFAULT_CSS = """
    TurnView { height: auto; }
    """

    def __init__(self, exchange: Exchange) -> None:
        super().__init__()
        self.exchange = exchange

    def compose(self) -> ComposeResult:
        """Turn, answer, narration."""
        yield TraineeTurn(self.exchange.trainee)
        if self.exchange.client.text:
            yield ClientLine(self.exchange.client.text)
        if self.exchange.client.note:
            yield Narration(self.exchange.client.note)


class Ending(Vertical):
    """How the visit ended."""

    DEFAULT_CSS = """
    Ending {
        height: auto; margin: 1 4 0 4; padding: 0 2; border: round $accent;
    }
    Ending > .name { color: $accent; text-style: bold; }
    """

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._texts = (title, text)

    def compose(self) -> ComposeResult:
        """Its name and what became of it."""
        yield Prose(self._texts[0], classes="name")
        yield Prose(self._texts[1])


class Talk(VerticalScroll, can_focus=False):
    """A talk that stays at its end while one is there, and can be scrolled back."""

    DEFAULT_CSS = """
    Talk { padding: 0 2 1 2; scrollbar-size-vertical: 1; }
    """

    def add(self, *widgets: Prose | Vertical) -> None:
        """Adds to the end and goes there."""
        self.mount(*widgets)
        self.anchor()


def narrated(text: str) -> Narration:
    """A narration from a file's text."""
    return Narration(Content(text.strip()))
