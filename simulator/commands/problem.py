"""A problem that a person can mend: told in their language, never as a traceback."""

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.i18n import _
from simulator.reasons import reason_in_words

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import ScenarioError


class Problem(Exception):
    """Bad usage or input; ``lines`` are shown on standard error."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines

    @classmethod
    def unreadable(cls, path: Path | str, error: OSError) -> "Problem":
        """The problem with a file that the system does not give out."""
        reason = reason_in_words(error.strerror or str(error))
        return cls(_("{path}: cannot be read ({reason})").format(path=path, reason=reason))

    @classmethod
    def of_scenario(cls, error: "ScenarioError") -> "Problem":
        """The problem told by a scenario's diagnostics."""
        from simulator.scenario.remedies import report_line

        return cls(*(report_line(diagnostic) for diagnostic in error.diagnostics))
