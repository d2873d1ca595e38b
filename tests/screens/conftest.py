"""A library of its own for the screens: one client full of hostile texts, one broken file, and a simple ear."""

from pathlib import Path

import pytest

from simulator.i18n import set_language
from simulator.scenario.library import SHIPPED, VARIABLE
from simulator.screens.app import DuilianApp, Start
from simulator.transcript.record import Mode
from simulator.visit.store import VARIABLE as HOME
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

SCENARIOS = Path(__file__).with_name("scenarios")
HOSTILE = SCENARIOS / "corporate" / "hostile.yaml"


class Ear:
    """Hears a greeting, a farewell and one taboo by their words."""

    version = "ear"

    def understand(self, text: str, previous: str = "") -> Turn:
        """Three words, and nothing else."""
        moves = [MoveMade(id, text) for word, id in (("您好", "greet"), ("再见", "farewell")) if word in text]
        taboos = [TabooMade("guarantee_return", text)] if "保本" in text else []
        return Turn(text, tuple(moves), tuple(taboos))


def start(scenario: Path | None = None, *, mode: Mode = "practice") -> Start:
    """What to open, with the simple ear."""
    return Start(scenario=scenario, seed=1, mode=mode, understanding=lambda _scenario: Ear())


@pytest.fixture(autouse=True)
def _own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    monkeypatch.setenv(VARIABLE, str(SCENARIOS))
    monkeypatch.setattr("simulator.scenario.library.SHIPPED", tmp_path / "none")
    set_language("zh")


@pytest.fixture
def app() -> DuilianApp:
    """The library."""
    return DuilianApp(start())


__all__ = ["HOSTILE", "SHIPPED", "Ear", "start"]
