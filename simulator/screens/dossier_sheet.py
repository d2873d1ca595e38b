"""The dossier, laid over the talk."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from simulator.i18n import _
from simulator.scenario.model import Scenario
from simulator.screens.dossier import DossierText
from simulator.screens.page import Dialog, Key, KeyBar, key_line, too_small


class DossierSheet(Dialog[None]):
    """What was known before the visit, to look up."""

    DEFAULT_CSS = """
    DossierSheet > DossierText {
        width: 84; max-width: 94%; height: auto; max-height: 80%; padding: 0 3 1 3;
        background: $panel; scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape,enter,f2,q", "close")]

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self._scenario = scenario

    def compose(self) -> ComposeResult:
        """The dossier and how to close it."""
        yield DossierText(self._scenario)
        yield KeyBar(key_line([Key("Esc", _("close"), "screen.close")]))
        yield too_small()

    def action_close(self) -> None:
        """Back to the talk."""
        self.dismiss(None)
