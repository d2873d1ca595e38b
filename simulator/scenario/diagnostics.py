"""What is wrong with a file, where, and what to do about it: values first, words at the edge."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding. ``code`` names the kind (see `simulator.scenario.remedies`), ``details`` fill its sentence.

    ``line`` and ``column`` count from 1; 1:1 where a finding is about the file as a whole. ``about`` tells findings of one
    kind at one place apart (texts missing there), which are otherwise taken for the same.
    """

    file: str
    line: int
    column: int
    code: str
    details: dict[str, str] = field(default_factory=dict, compare=False, hash=False)
    severity: str = "error"
    about: str = ""


class ScenarioError(Exception):
    """A scenario, archetype, overlay or rubric cannot be used; ``diagnostics`` say why, in the order of the file."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        first = diagnostics[0]
        super().__init__(f"{first.file}:{first.line}:{first.column}: {first.code} {first.details}")
        self.diagnostics = diagnostics
