"""What the screens open first, as a value that needs no Textual."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario
    from simulator.transcript.record import Mode, Transcript
    from simulator.visit.visit import Understands, Visit


@dataclass(frozen=True, slots=True)
class Start:
    """The library, unless one of ``scenario``, ``visit``, ``resume`` and ``review`` says otherwise.

    ``scenario`` is a scenario file: its dossier is opened. ``visit`` is a visit ready-made, begun or not. ``resume``
    is the file of an unfinished visit. ``review`` is a transcript to read again. The rest holds for every visit
    begun from here: ``seed`` None rolls the dice, ``out`` None keeps the transcript in the user's folder.
    """

    scenario: Path | None = None
    visit: "Visit | None" = None
    visit_file: Path | None = None
    """The file that the visit ready-made is written into."""
    resume: Path | None = None
    review: "Transcript | None" = None
    reviewed_file: Path | None = None
    """The file of the transcript under review; with it, its turns can be amended."""
    reviewer: str = ""
    """Who reviews; it can still be changed with each amendment."""
    mode: "Mode" = "practice"
    learner: str = ""
    seed: int | None = None
    menu: bool = False
    """Whether the lines to pick from are open from the start."""
    out: Path | None = None
    understanding: "Callable[[Scenario], Understands] | None" = None
    """What reads the trainee's words; None is the recogniser."""

    @property
    def single(self) -> bool:
        """Whether the program is for one visit or transcript, so that it closes when that is done."""
        return any((self.scenario, self.visit, self.resume, self.review))
