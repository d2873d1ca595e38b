"""Finding what a command names: scenarios by id or file, transcripts, rubrics; problems told clearly."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.commands.problem import Problem
from simulator.i18n import N_, _
from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.remedies import report_line
from simulator.transcript.format import TranscriptError
from simulator.transcript.record import Transcript
from simulator.visit.store import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring import Rubric
    from simulator.scenario.load import Loaded

TRANSCRIPT_FAULTS = {
    "T100": N_("is empty; a transcript begins with the visit's header"),
    "T101": N_("is not a JSON object; is this a transcript of a visit?"),
    "T102": N_("is longer than any transcript's line"),
    "T103": N_("comes before the header; a transcript begins with a line of kind 'visit'"),
    "T104": N_("has the unknown kind '{detail}'"),
    "T105": N_("does not have the shape of a transcript: {detail}"),
    "T106": N_("is not UTF-8"),
}


def find_scenario(name: str, language: str | None) -> "Loaded":
    """The scenario with this id or in this file, in ``language`` where it has that. Raises `Problem`."""
    from simulator.scenario.layers import closest
    from simulator.scenario.library import read_library
    from simulator.scenario.load import load_scenario

    path = Path(name)
    if path.suffix in (".yaml", ".yml") or path.is_file():
        return _loaded(lambda: load_scenario(path, language))
    library = read_library()
    entry = library.find(name)
    if entry is None:
        guess = closest(name, [known.id for known in library.entries])
        hint = _("; did you mean '{guess}'?").format(guess=guess) if guess else ""
        raise Problem(
            _("there is no scenario '{name}'{hint} 'duilian list' shows them all").format(
                name=name[:80], hint=hint or "."
            )
        )
    wanted = language if language in entry.languages else None
    return _loaded(lambda: load_scenario(entry.path, wanted or entry.languages[0]))


def _loaded(load: "Callable[[], Loaded]") -> "Loaded":
    try:
        return load()
    except ScenarioError as error:
        raise Problem.of_scenario(error) from None


def read_transcript_file(name: str) -> Transcript:
    """The transcript in a file. Raises `Problem` naming the line."""
    path = Path(name)
    try:
        return read_file(path)
    except TranscriptError as error:
        template = _(TRANSCRIPT_FAULTS.get(error.code, "{detail}"))
        raise Problem(f"{path}:{error.line}:1: {error.code} {template.format(detail=error.detail)}") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem(_("{path}: cannot be read ({reason})").format(path=path, reason=reason)) from None


def find_rubric(name: str | None, language: str) -> "Rubric":
    """The shipped rubric, or the one in a file. Raises `Problem`."""
    from scoring import load_rubric

    try:
        return load_rubric(Path(name) if name else None, language)
    except ScenarioError as error:
        raise Problem(*(report_line(fault) for fault in error.diagnostics)) from None


def now() -> str:
    """The wall-clock time, to the second, with its zone."""
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")
