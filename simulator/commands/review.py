"""``duilian replay FILE --amend TURN``: a trainer amends a turn of a past visit, which is then graded anew."""

import argparse
from pathlib import Path

from simulator.commands.finding import find_rubric, now, read_transcript_file
from simulator.commands.play import journal_problem
from simulator.commands.problem import Problem
from simulator.commands.wording import first_heard_lines, heard_line, said_by_you
from simulator.i18n import _
from simulator.transcript.record import Exchange, Review, Transcript
from simulator.visit.amending import MeantError, Reading, as_it_stands, read_meant
from simulator.visit.journal import JournalError
from simulator.visit.review import ReviewError, amend_past


def amend_turn(options: argparse.Namespace) -> int:
    """Writes the amendment and prints the turn and the new total beside the old one."""
    path = Path(options.transcript)
    before = read_transcript_file(options.transcript)
    if options.moves is None and options.taboos is None:
        raise Problem(_("--amend takes --moves, --taboos or both"))
    exchange = _exchange(before, options.amend)
    reading = _reading(as_it_stands(exchange.trainee), options.moves, options.taboos)
    try:
        after = amend_past(path, options.amend, reading, Review(options.by or "", options.why, now()))
    except JournalError as error:
        raise journal_problem(error) from None
    except ReviewError as error:
        raise _refusal(path, error) from None
    amended = _exchange(after, options.amend)
    print(f"{amended.turn}. {said_by_you(amended)}")
    print(heard_line(amended), *first_heard_lines(amended), sep="\n")
    template = _("total: {total} (before: {before})")
    print(template.format(total=_total(after), before=_total(before)))
    return 0


def _exchange(transcript: Transcript, turn: int) -> Exchange:
    found = next((exchange for exchange in transcript.exchanges if exchange.turn == turn), None)
    if found is None:
        turns = len(transcript.exchanges)
        raise Problem(_("there is no turn {turn}; the visit has {turns}").format(turn=turn, turns=turns))
    return found


def _reading(heard: Reading, moves: str | None, taboos: str | None) -> Reading:
    """What was named; what was not stays as it was heard."""
    try:
        said = None if moves is None else read_meant(moves)
        unsaid = None if taboos is None else read_meant(taboos)
    except MeantError as error:
        raise Problem(meant_in_words(error)) from None
    if said is not None and said.taboos:
        raise Problem(_("{id} is a taboo; name it with --taboos").format(id=said.taboos[0]))
    if unsaid is not None and unsaid.moves:
        raise Problem(_("{id} is no taboo; name it with --moves").format(id=unsaid.moves[0].id))
    return Reading(
        heard.moves if said is None else said.moves,
        heard.taboos if unsaid is None else unsaid.taboos,
        heard.suspected if unsaid is None else (),
    )


def meant_in_words(error: MeantError) -> str:
    """That a word names no move, with the nearest that does."""
    if error.guess:
        return _("there is no move '{word}'; did you mean '{guess}'?").format(
            word=error.word[:40], guess=error.guess
        )
    return _("there is no move '{word}'").format(word=error.word[:40])


def _refusal(path: Path, error: ReviewError) -> Problem:
    if error.reason == "nobody":
        return Problem(_("an amendment is signed: say who amends with --by NAME"))
    return Problem(_("{path}: the visit has not ended; it can be amended once it has").format(path=path))


def _total(transcript: Transcript) -> float:
    from scoring import grade

    return grade(transcript, find_rubric(None, transcript.header.language)).total
