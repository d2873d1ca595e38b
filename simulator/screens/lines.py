"""Lines to pick from, for those who would rather not begin with an empty field."""

from dataclasses import dataclass

from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.i18n import _
from simulator.screens.prose import ProseVisual, plain


class Lines(OptionList):
    """The lines of the present part of the visit; Enter puts one into the field."""

    DEFAULT_CSS = """
    Lines {
        display: none; height: auto; max-height: 7; padding: 0; background: $background;
        border: round $line; scrollbar-size-vertical: 1;
    }
    Lines:focus { background-tint: $foreground 0%; border: round $primary; }
    Lines > .option-list--option { padding: 0 1; }
    """

    @dataclass
    class Picked(Message):
        """The person chose ``line``."""

        line: str

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._offered: tuple[str, ...] = ()

    def offer(self, lines: tuple[str, ...]) -> None:
        """Shows these lines."""
        self.display = True
        if lines == self._offered and self.option_count:
            return
        self._offered = lines
        self.clear_options()
        self.add_options([Option(ProseVisual(plain(line))) for line in lines])
        if not lines:
            self.add_option(
                Option(ProseVisual(plain(_("No lines for this part; use your own words."))), disabled=True)
            )
        self.action_first()

    def put_away(self) -> None:
        """Hides them."""
        self.display = False

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        if event.option_index < len(self._offered):
            self.post_message(self.Picked(self._offered[event.option_index]))
