"""``duilian play`` and ``duilian resume``: a visit from its beginning, or from where it stopped."""

import argparse
import secrets
import sys
from pathlib import Path

from simulator.commands.finding import find_rubric, find_scenario, now, read_transcript_file
from simulator.commands.problem import Problem
from simulator.commands.terminal import need_terminal
from simulator.i18n import N_, _, language
from simulator.language.understanding import Understanding
from simulator.reasons import reason_in_words
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import Loaded
from simulator.text import clean_line
from simulator.visit.branching import BranchError, branch, branched
from simulator.visit.journal import Journal, JournalError
from simulator.visit.store import new_path, remember, scenario_of, unfinished
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
    remember(path)
    return _faced(visit, path, plain=options.plain, menu=options.menu)


def _source(loaded: Loaded) -> str:
    """The file of a client that is not shipped, so that the visit can be resumed without a library around it."""
    path = Path(loaded.layers[0].source.file).resolve()
    return "" if path.is_relative_to(SHIPPED) else str(path)


def resume(options: argparse.Namespace) -> int:
    """Goes on with the visit in a transcript, or with the latest unfinished one; or plays one again from a turn."""
    if options.from_turn is not None:
        return play_again(options)
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


NO_BRANCH = {
    "gone": N_("{path}: the scenario '{name}' is no longer there"),
    "changed": N_("{path}: the scenario or the program has changed since, so the visit cannot be played again"),
    "turn": N_("{path}: there is no turn {turn}; the visit has {turns}"),
    "over": N_("{path}: the visit was over before turn {turn}; name an earlier one"),
}


def play_again(options: argparse.Namespace) -> int:
    """A new visit that is the one in the transcript up to a turn; the old one stays as it is."""
    if not options.transcript:
        raise Problem(_("--from needs the transcript of a visit: duilian resume FILE --from TURN"))
    transcript = read_transcript_file(options.transcript)
    if not options.plain:
        need_terminal()
    loaded, turn = scenario_of(transcript), options.from_turn
    seed = transcript.header.seed
    try:
        branched(transcript, turn, loaded)
        path = new_path(transcript.header.scenario, now(), seed)
        understanding = Understanding(transcript.header.language, loaded.scenario if loaded else None)
        journal = Journal(path)
        visit = branch(loaded, transcript, turn, understanding, journal, now, name=Path(options.transcript).name)
    except BranchError as error:
        values = {"name": transcript.header.scenario, "turn": turn, "turns": len(transcript.exchanges)}
        raise Problem(_(NO_BRANCH[error.reason]).format(path=options.transcript, **values)) from None
    except JournalError as error:
        raise journal_problem(error) from None
    if options.plain:
        print(_("From turn {turn} on a new visit, kept in {path}").format(turn=turn, path=path), file=sys.stderr)
    return _faced(visit, path, plain=options.plain, menu=False)


def _faced(visit: Visit, path: Path, *, plain: bool, menu: bool) -> int:
    if not plain:
        from simulator.screens.app import Start, run_app

        return run_app(Start(visit=visit, visit_file=path, menu=menu))
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
