"""What went wrong, in words a trainee can act on."""

from simulator.i18n import N_, _
from simulator.reasons import reason_in_words
from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.remedies import report_line
from simulator.screens.desk import CannotGoOnError
from simulator.transcript.format import TranscriptError
from simulator.visit.branching import BranchError
from simulator.visit.journal import JournalError

NO_BRANCH = {
    "gone": N_("Its client is no longer in the library."),
    "changed": N_("Its client has been rewritten since, and would not be the same person any more."),
    "turn": N_("There is no such turn."),
    "over": N_("The visit was over before that turn; choose an earlier one."),
}


def in_words(error: Exception) -> tuple[str, str]:
    """A title and a text for an error."""
    if isinstance(error, ScenarioError):
        return _("This file has a fault"), "\n".join(report_line(diagnostic) for diagnostic in error.diagnostics)
    if isinstance(error, JournalError):
        return _("The visit cannot be written down"), journal_in_words(error)
    if isinstance(error, CannotGoOnError):
        gone = _("Its client, {id}, is no longer in the library.")
        changed = _("Its client, {id}, has been rewritten since, and would not be the same person any more.")
        text = (gone if error.reason == "gone" else changed).format(id=error.scenario)
        return _("This visit cannot go on"), text
    if isinstance(error, BranchError):
        return _("The visit cannot be played again from there"), _(NO_BRANCH[error.reason])
    if isinstance(error, TranscriptError):
        text = _("Line {line} of the transcript cannot be read ({code}).")
        return _("This transcript cannot be read"), text.format(line=error.line, code=error.code)
    if isinstance(error, OSError):
        text = _("{file}: {reason}")
        return _("A file cannot be read"), text.format(
            file=error.filename or "", reason=reason_in_words(error.strerror)
        )
    text = _("Something unforeseen happened ({error}). Whatever was said before is saved.")
    return _("That did not work"), text.format(error=type(error).__name__)


def journal_in_words(error: JournalError) -> str:
    """Why the disk would not take a turn, and what to do about it."""
    if error.reason == "open elsewhere":
        return _("This visit is open in another window. Go on there, or close it first.")
    text = _("{file} cannot be written ({reason}). Make room on the disk or check its rights, then try again.")
    return text.format(file=error.path, reason=reason_in_words(error.reason))
