"""Finding what a command names: scenarios by id or file, transcripts, rubrics; problems told clearly."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.commands.problem import Problem
from simulator.i18n import N_, _, language
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.remedies import report_line
from simulator.text import clean_line
from simulator.transcript.format import TranscriptError
from simulator.transcript.record import Transcript

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


def find_scenario(name: str, wanted: str | None) -> "Loaded":
    """The scenario with this id or in this file, in the ``wanted`` language where it has that. Raises `Problem`."""
    from simulator.scenario.layers import closest
    from simulator.scenario.library import overlay_of, read_library
    from simulator.scenario.load import load_scenario

    path = Path(name)
    if path.suffix in (".yaml", ".yml") or path.is_file():
        translated = overlay_of(path)
        if translated is not None:  # a translation names the client as well as the file it translates does
            path, wanted = translated
        return _loaded(lambda: load_scenario(path, _spoken(path, wanted)))
    library = read_library()
    entry = library.find(name)
    if entry is None:
        if broken := [fault for fault in library.faults if Path(fault.file).stem == name]:
            raise Problem(*(report_line(fault) for fault in broken))
        guess = closest(name, [known.id for known in library.entries])
        template = (
            _("there is no scenario '{name}'; did you mean '{guess}'? 'duilian list' shows them all")
            if guess
            else _("there is no scenario '{name}'; 'duilian list' shows them all")
        )
        raise Problem(template.format(name=clean_line(name, 80), guess=guess))
    spoken = wanted if wanted in entry.languages else entry.languages[0]
    return _loaded(lambda: load_scenario(entry.path, spoken))


def _spoken(path: Path, wanted: str | None) -> str | None:
    """``wanted`` where the file has it, else None for the file's own: an author may write in one language only."""
    from simulator.scenario.library import overlay_path

    return wanted if wanted and overlay_path(path, wanted).exists() else None


def _loaded(load: "Callable[[], Loaded]") -> "Loaded":
    try:
        return load()
    except ScenarioError as error:
        raise Problem.of_scenario(error) from None


def read_transcript_file(name: str) -> Transcript:
    """The transcript in a file. Raises `Problem` naming the line."""
    from simulator.visit.store import read_file  # heavy, and a check has no transcripts

    path = Path(name)
    try:
        return read_file(path)
    except TranscriptError as error:
        template = _(TRANSCRIPT_FAULTS.get(error.code, "{detail}"))
        raise Problem(f"{path}:{error.line}:1: {error.code} {template.format(detail=error.detail)}") from None
    except OSError as error:
        raise Problem.unreadable(path, error) from None


def find_rubric(name: str | None, spoken: str) -> "Rubric":
    """The shipped rubric, or the one in a file. Raises `Problem`."""
    from scoring import load_rubric

    try:
        return load_rubric(Path(name) if name else None, spoken)
    except ScenarioError as error:
        raise Problem(*(finding_line(fault) for fault in error.diagnostics)) from None


def holds_rubric(path: Path) -> bool:
    """Whether a file is a rubric or the translation of one."""
    from scoring.rubric_file import is_rubric
    from simulator.scenario.library import overlay_of
    from simulator.scenario.source import read_unchanged

    try:
        return is_rubric(read_unchanged((overlay_of(path) or (path, ""))[0]).data)
    except ScenarioError:
        return False


def rubric_faults(path: Path) -> tuple[Diagnostic, ...] | None:
    """What is wrong with a rubric or its translation; None where ``path`` is neither."""
    from scoring.rubric_file import read_rubric
    from simulator.scenario.echoes import misprinted, unseen_beside
    from simulator.scenario.library import LANGUAGES, overlay_of
    from simulator.scenario.source import read_unchanged

    if not holds_rubric(path):
        return None
    base = (overlay_of(path) or (path, ""))[0]
    try:
        found = [fault for spoken in LANGUAGES for fault in read_rubric(base, spoken)[1]]
    except ScenarioError as error:
        return error.diagnostics
    return tuple(dict.fromkeys([*found, *misprinted(base, read_unchanged(base)), *unseen_beside(base)]))


def finding_line(fault: Diagnostic) -> str:
    """A finding as one line, be it about a scenario or a rubric."""
    from scoring.remedies import REMEDIES, remedy

    if fault.code not in REMEDIES:
        return report_line(fault)
    told = remedy(fault.code, language(), fault.details)
    return f"{fault.file}:{fault.line}:{fault.column}: {fault.code} {told}"


def now() -> str:
    """The wall-clock time, to the second, with its zone."""
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")
