"""Every call of the command has a folder of its own for visits, as in `tests.commands`."""

from tests.commands.conftest import home, played

__all__ = ["home", "played"]
