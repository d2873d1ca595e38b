"""A problem that a person can mend: told in their language, never as a traceback."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import ScenarioError


class Problem(Exception):
    """Bad usage or input; ``lines`` are shown on standard error."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines

    @classmethod
    def of_scenario(cls, error: "ScenarioError") -> "Problem":
        """The problem told by a scenario's diagnostics."""
        from simulator.scenario.remedies import report_line

        return cls(*(report_line(diagnostic) for diagnostic in error.diagnostics))
