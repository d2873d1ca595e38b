"""``score --what-if``: what other words would have been worth, where a visit can be played again."""

import sys
from typing import TYPE_CHECKING

from simulator.commands.finding import find_rubric
from simulator.i18n import N_, _
from simulator.transcript.record import Transcript

if TYPE_CHECKING:
    from scoring.what_if import WhatIf

NOT_TRIED = {
    "gone": N_("{path}: its scenario is no longer there, so other words cannot be tried out"),
    "changed": N_("{path}: the scenario or the program has changed since, so other words cannot be tried out"),
}


def other_words(name: str, transcript: Transcript, rubric: str | None) -> "WhatIf | None":
    """What would have come of other words; None, and a word on standard error, where the visit cannot be played again."""
    from simulator.rehearsal.rewinding import CannotReplayError
    from simulator.rehearsal.trying import try_other_words

    try:
        return try_other_words(transcript, find_rubric(rubric, transcript.header.language))
    except CannotReplayError as error:
        print(_(NOT_TRIED[error.reason]).format(path=name), file=sys.stderr)
        return None
