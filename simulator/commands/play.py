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
from simulator.reasons import reason_in_words
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import Loaded
from simulator.text import clean_line
from simulator.visit.journal import Journal, JournalError
from simulator.visit.store import new_path, scenario_of, unfinished
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
    understanding = Understanding(loaded.scenario.language, loaded.scenario)
    try:
        journal = Journal(path)
    except JournalError as error:
        raise journal_problem(error) from None
    try:
        visit = Visit.begin(
            loaded,
            understanding,
            journal,
            now,
            seed=seed,
            mode="exam" if options.exam else "practice",
            learner=clean_line(options.learner, 80),
            source=_source(loaded),
        )
    except JournalError as error:
        journal.discard_if_empty()
        raise journal_problem(error) from None
    return _faced(visit, path, plain=options.plain, menu=options.menu)


def _source(loaded: Loaded) -> str:
    """The file of a client that is not shipped, so that the visit can be resumed without a library around it."""
    path = Path(loaded.layers[0].source.file).resolve()
    return "" if path.is_relative_to(SHIPPED) else str(path)


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
    understanding = Understanding(loaded.scenario.language, loaded.scenario)
    try:
        journal = Journal(path, resume=True)
    except JournalError as error:
        raise journal_problem(error) from None
    return _faced(Visit(loaded, transcript, understanding, journal, now), path, plain=options.plain, menu=False)


def _faced(visit: Visit, path: Path, *, plain: bool, menu: bool) -> int:
    if not plain:
        from simulator.screens.app import Start, run_app

        return run_app(Start(visit=visit, menu=menu))
    from simulator.commands.plain import PlainFace, standard_input

    rubric = find_rubric(None, visit.scenario.language)
    face = PlainFace(visit, rubric, sys.stdout, menu, echo=not sys.stdin.isatty())
    try:
        return face.run(standard_input())
    except JournalError as error:
        raise journal_problem(error, begun=True) from None
    except KeyboardInterrupt:
        if visit.over:
            raise
        print(file=sys.stdout)
        print(
            _("stopped; nothing is lost: duilian resume --plain '{path}' goes on").format(path=path),
            file=sys.stderr,
        )
        return 130


def journal_problem(error: JournalError, *, begun: bool = False) -> Problem:
    """The disk's refusal in the reader's words; ``begun``: there is something that was said before."""
    if error.reason == "open elsewhere":
        return Problem(_("{path}: this visit is open in another window").format(path=error.path))
    template = (
        _("{path}: cannot be written: {reason}; what was said before is kept, 'duilian resume' goes on")
        if begun
        else _("{path}: cannot be written: {reason}")
    )
    return Problem(template.format(path=error.path, reason=reason_in_words(error.reason)))
