"""``duilian play`` and ``duilian resume``: a visit from its beginning, or from where it stopped."""

import argparse
import secrets
import sys
from pathlib import Path

from simulator.commands.finding import find_rubric, find_scenario, now, read_transcript_file
from simulator.commands.problem import Problem
from simulator.commands.terminal import need_terminal
from simulator.i18n import _, language
from simulator.language.understanding import Understanding
from simulator.text import clean_line
from simulator.visit.journal import Journal, JournalError
from simulator.visit.store import home, new_path, scenario_of, unfinished
from simulator.visit.visit import Visit


def play(options: argparse.Namespace) -> int:
    """A new visit, on screens or plain."""
    loaded = find_scenario(options.scenario, options.lang or language())
    if not options.plain:
        need_terminal()
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    path = Path(options.out) if options.out else new_path(loaded.scenario.id, now(), seed)
    if options.out and path.exists():
        raise Problem(_("{path}: exists already; name another file for --out").format(path=path))
    try:
        journal = Journal(path)
        visit = Visit.begin(
            loaded,
            Understanding(loaded.scenario.language, loaded.scenario),
            journal,
            now,
            seed=seed,
            mode="exam" if options.exam else "practice",
            learner=clean_line(options.learner, 80),
            source=_source(options.scenario),
        )
        return _faced(visit, plain=options.plain, menu=options.menu)
    except JournalError as error:
        raise journal_problem(error) from None


def _source(name: str) -> str:
    path = Path(name)
    return str(path.resolve()) if path.is_file() else ""


def resume(options: argparse.Namespace) -> int:
    """Goes on with the visit in a transcript, or with the latest unfinished one."""
    if options.transcript:
        path = Path(options.transcript)
        transcript = read_transcript_file(options.transcript)
    else:
        waiting = unfinished()
        if not waiting:
            raise Problem(_("no visit is unfinished; 'duilian play SCENARIO' begins one"))
        path, transcript = waiting[0].path, waiting[0].transcript
    if transcript.ending is not None:
        raise Problem(_("{path}: this visit has ended; 'duilian replay' shows it again").format(path=path))
    if not options.plain:
        need_terminal()
    loaded = scenario_of(transcript)
    if loaded is None:
        raise Problem(
            _("{path}: the scenario '{name}' is no longer there").format(path=path, name=transcript.header.scenario)
        )
    if loaded.hash != transcript.header.scenario_hash:
        raise Problem(
            _("{path}: the scenario has changed since this visit; 'duilian score' grades it as it stands").format(
                path=path
            )
        )
    try:
        journal = Journal(path, resume=True)
        understanding = Understanding(loaded.scenario.language, loaded.scenario)
        return _faced(Visit(loaded, transcript, understanding, journal, now), plain=options.plain, menu=False)
    except JournalError as error:
        raise journal_problem(error) from None


def _faced(visit: Visit, *, plain: bool, menu: bool) -> int:
    rubric = find_rubric(None, visit.scenario.language)
    if plain:
        from simulator.commands.plain import PlainFace, standard_input

        face = PlainFace(visit, rubric, sys.stdout, menu, echo=not sys.stdin.isatty())
        return face.run(standard_input())
    from simulator.screens.app import Start, run_app

    return run_app(Start(visit=visit, menu=menu))


def journal_problem(error: JournalError) -> Problem:
    """The disk's refusal in the reader's words."""
    if error.reason == "open elsewhere":
        return Problem(_("{path}: this visit is open in another window").format(path=error.path))
    where = "" if str(error.path.parent) == "." else f" ({home()})"
    return Problem(
        _("{path}: cannot be written: {reason}; what was said before is kept{where}").format(
            path=error.path, reason=error.reason, where=where
        )
    )
