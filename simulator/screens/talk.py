"""The talk as it is read: the client on the left, the trainee on the right, narration between."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.css.styles import RulesMap

from simulator.screens.heard import heard_and_marked
from simulator.screens.prose import Prose, ProseVisual, packed, plain, wrapped
from simulator.transcript.record import Exchange
from simulator.visit.visit import Visit


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


class TurnVisual(ProseVisual):
    """The trainee's words as a block on the right, and under it, right-aligned, what was understood.

    One drawing instead of nested widgets: a turn is then on the screen in half the time.
    """

    def __init__(self, exchange: Exchange, advice: str = "") -> None:
        self._said, self._heard = plain(exchange.trainee.text), heard_and_marked(exchange)
        if advice:
            self._heard.append(Content.styled(advice, "$secondary"))
        super().__init__(Content("\n").join([self._said, *self._heard]))

    def lines(self, width: int) -> list[Content]:
        """The block and the line beneath it."""
        said = wrapped(self._said, max(width * 4 // 5 - 3, 8))
        block = max(line.cell_length for line in said)
        bubble = [
            Content.assemble(" ", line, " " * (block - line.cell_length + 1)).stylize("$foreground on $panel")
            for line in said
        ]
        edge = Content.styled("┃", "$accent on $panel")
        below = packed(self._heard, max(width * 9 // 10, 8), Content.styled(" · ", "$muted"))
        return [
            *(Content.assemble(" " * (width - block - 3), line, edge) for line in bubble),
            *(Content.assemble(" " * max(width - line.cell_length - 2, 0), line) for line in below),
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The whole width: the block stands on the right."""
        return container_width


class TraineeTurn(Prose):
    """What the trainee said, and what was understood."""

    DEFAULT_CSS = """
    TraineeTurn { margin-top: 1; }
    """

    def __init__(self, exchange: Exchange) -> None:
        super().__init__(TurnVisual(exchange))
        self._exchange = exchange
        self._advice = ""

    def renew(self, exchange: Exchange) -> None:
        """Shows what is now known of the turn."""
        self._exchange = exchange
        self.show(TurnVisual(exchange, self._advice))

    def advise(self, advice: str) -> None:
        """Says beneath the turn what one can do about it; an empty text takes that away."""
        if advice != self._advice:
            self._advice = advice
            self.renew(self._exchange)


def exchange_lines(exchange: Exchange) -> list[Prose]:
    """One exchange: the trainee's turn, the client's answer, narration."""
    lines: list[Prose] = [TraineeTurn(exchange)]
    if exchange.client.text:
        lines.append(ClientLine(exchange.client.text))
    if exchange.client.note:
        lines.append(Narration(exchange.client.note))
    return lines


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

    def show_visit(self, visit: Visit) -> None:
        """The scene, and everything said so far."""
        scene = visit.scenario.dossier.scene
        if scene.strip():
            self.add(narrated(scene))
        if visit.opening:
            self.add(ClientLine(visit.opening))
        for exchange in visit.transcript.exchanges:
            self.add(*exchange_lines(exchange))

    def advise(self, advice: str) -> None:
        """Says what can be done about the last turn, and no longer what could be about those before."""
        turns = list(self.query(TraineeTurn))
        for turn in turns[-2:]:
            turn.advise(advice if turn is turns[-1] else "")

    def renew_last(self, exchange: Exchange) -> None:
        """Shows what is now known of the last turn."""
        last = self.query(TraineeTurn).last()
        last.renew(exchange)
        last.advise("")

    def play_again(self, exchange: Exchange) -> None:
        """Puts the last turn as it was played again in place of all that followed the trainee's words."""
        widgets = list(self.children)
        last = max(at for at, widget in enumerate(widgets) if isinstance(widget, TraineeTurn))
        with self.app.batch_update():
            self.remove_children(widgets[last:])
            self.add(*exchange_lines(exchange))


def narrated(text: str) -> Narration:
    """A narration from a file's text."""
    return Narration(Content(text.strip()))
