"""The command line as the design's table has it, in the reader's language."""

import argparse
from typing import NoReturn

from simulator import __version__
from simulator.commands.parser_authoring import add_authoring
from simulator.commands.spoken import language_asked, speak
from simulator.i18n import LANGUAGES, N_, _, borrowed_words

OF_ARGPARSE = (
    N_("usage: "), N_("options"), N_("positional arguments"), N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"), N_("expected at least one argument"), N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"), N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("the following arguments are required: %s"), N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)  # fmt: skip
"""What the standard library says of the command line, so that it is translated with the rest."""


class _Parser(argparse.ArgumentParser):
    """Prints one line of error and the way to the help, and exits with 2."""

    def error(self, message: str) -> NoReturn:
        hint = _("try: duilian --help")
        self.exit(2, f"duilian: {message}\n{hint}\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    """The arguments as a namespace; ``lang`` is what was asked for, or None. Exits with 2 on bad usage."""
    chosen, rest = language_asked(arguments)
    speak(chosen)
    borrowed_words()
    parser = _build()
    if chosen is not None and chosen not in LANGUAGES:
        parser.error(_("--lang takes zh or en, not '{value}'").format(value=chosen[:20]))
    namespace = parser.parse_args(rest)
    namespace.lang = chosen
    return namespace


def _build() -> _Parser:
    parser = _Parser(
        prog="duilian",
        description=_("A rehearsal room for bank relationship managers. Without a command it opens the library."),
    )
    parser.add_argument(
        "--version", action="version", version=f"duilian {__version__}", help=_("show the version and exit")
    )
    parser.add_argument("--lang", metavar="zh|en", help=_("the language; otherwise the locale decides"))
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), parser_class=_Parser)
    _play(commands)
    demo = commands.add_parser("demo", help=_("a recorded visit with its debrief; needs no terminal"))
    demo.add_argument("--brief", action="store_true", help=_("the debrief only"))
    listing = commands.add_parser("list", help=_("the scenarios found"))
    listing.add_argument("--json", action="store_true", help=_("as one JSON array"))
    understand = commands.add_parser(
        "understand", help=_("what is understood in a sentence, or in each line of standard input")
    )
    understand.add_argument(
        "texts", nargs="*", metavar="TEXT", help=_("what is said; without any, each line of standard input")
    )
    understand.add_argument("--scenario", metavar="S", help=_("with the topics of this scenario"))
    understand.add_argument(
        "--previous",
        metavar="LINE",
        default="",
        help=_("the client's words before it, by which a visit hears it, too"),
    )
    understand.add_argument("--evaluate", metavar="FILE", help=_("measure against labelled JSON lines"))
    understand.add_argument(
        "--amendments", nargs="+", metavar="TRANSCRIPT", help=_("gather what trainees amended, as labelled lines")
    )
    understand.add_argument(
        "--json", action="store_true", help=_("as JSON: one object for each turn, or for the measurement")
    )
    _score(commands)
    _agree(commands)
    replay = commands.add_parser("replay", help=_("show a visit again, turn by turn"))
    replay.add_argument("transcript", metavar="TRANSCRIPT")
    replay.add_argument("--plain", action="store_true", help=_("as text, without screens"))
    _review(replay)
    resume = commands.add_parser("resume", help=_("go on with an unfinished visit"))
    resume.add_argument("transcript", nargs="?", metavar="TRANSCRIPT")
    resume.add_argument("--plain", action="store_true", help=_("without screens, line by line"))
    resume.add_argument(
        "--from", type=int, dest="from_turn", metavar="TURN", help=_("play again from this turn, as a new visit")
    )
    check = commands.add_parser("check", help=_("what is wrong with scenarios, archetypes and rubrics"))
    check.add_argument("paths", nargs="*", metavar="PATH")
    check.add_argument("--explain", metavar="CODE", help=_("what a code such as S411 means and what to do"))
    check.add_argument(
        "--prove",
        action="store_true",
        help=_("explore each client and prove that it can be passed, and only fairly"),
    )
    check.add_argument("--positions", type=int, default=2000, metavar="N", help=_("how many positions to explore"))
    check.add_argument("--strict", action="store_true", help=_("exit with 1 for warnings, too"))
    check.add_argument(
        "--routes", metavar="FOLDER", help=_("with --prove: write the ways to everything as scripts")
    )
    check.add_argument("--json", action="store_true", help=_("one JSON object a finding"))
    _rehearse(commands)
    add_authoring(commands)
    return parser


def _play(commands: "argparse._SubParsersAction[_Parser]") -> None:
    play = commands.add_parser("play", help=_("a visit; SCENARIO is an id or a file"))
    play.add_argument("scenario", metavar="SCENARIO")
    play.add_argument("--plain", action="store_true", help=_("without screens: each line of input is one turn"))
    play.add_argument("--menu", action="store_true", help=_("offer lines to pick from"))
    play.add_argument("--exam", action="store_true", help=_("no hints, no menu, no taking back"))
    play.add_argument("--seed", type=int, metavar="N", help=_("the client's moods; the same seed, the same client"))
    play.add_argument("--learner", default="", metavar="NAME", help=_("who is practising"))
    play.add_argument("--out", metavar="FILE", help=_("write the transcript to FILE"))


def _score(commands: "argparse._SubParsersAction[_Parser]") -> None:
    score = commands.add_parser("score", help=_("grade transcripts"))
    score.add_argument("transcripts", nargs="+", metavar="TRANSCRIPT")
    score.add_argument("--json", action="store_true", help=_("one scorecard a line"))
    score.add_argument("--html", metavar="OUT", help=_("write the debriefs as a page; to a folder, a page each"))
    score.add_argument(
        "--markdown", metavar="OUT", help=_("write the debriefs as Markdown, '-' for standard output")
    )
    score.add_argument("--rubric", metavar="FILE", help=_("grade by this rubric"))
    score.add_argument(
        "--against",
        metavar="OLD",
        help=_("what changed since OLD: scorecards (.json) or a rubric (.yaml, or visit)"),
    )
    score.add_argument(
        "--what-if", action="store_true", help=_("try out what other words would have been worth, and where")
    )


def _rehearse(commands: "argparse._SubParsersAction[_Parser]") -> None:
    rehearse = commands.add_parser(
        "rehearse", help=_("let simulated relationship managers play a client many times")
    )
    rehearse.add_argument("scenario", metavar="SCENARIO")
    rehearse.add_argument("--players", metavar="NAMES", help=_("which, as in: expert,beginner; otherwise all"))
    rehearse.add_argument("--visits", type=int, default=100, metavar="N", help=_("visits with each player"))
    rehearse.add_argument("--seed", type=int, default=0, metavar="N", help=_("the first visit's seed"))
    rehearse.add_argument("--rubric", metavar="FILE", help=_("grade by this rubric"))
    rehearse.add_argument("--svg", metavar="FILE", help=_("draw the marks and endings into FILE"))
    rehearse.add_argument("--json", action="store_true", help=_("as one JSON object"))


def _agree(commands: "argparse._SubParsersAction[_Parser]") -> None:
    agree = commands.add_parser("agree", help=_("compare human graders with the scorer and with each other"))
    agree.add_argument("grades", metavar="GRADES.csv", help=_("the marks that people gave"))
    agree.add_argument("transcripts", nargs="*", metavar="TRANSCRIPT")
    agree.add_argument("--template", action="store_true", help=_("print an empty sheet for the transcripts"))
    agree.add_argument("--html", metavar="OUT", help=_("write the comparison as a page"))
    agree.add_argument("--json", action="store_true", help=_("the comparison as one JSON object"))
    agree.add_argument("--rubric", metavar="FILE", help=_("grade by this rubric"))


def _review(replay: argparse.ArgumentParser) -> None:
    replay.add_argument("--amend", type=int, metavar="TURN", help=_("amend what was understood of a turn"))
    replay.add_argument("--moves", metavar="MOVES", help=_("what it meant, as in: ask_problem/open,paraphrase"))
    replay.add_argument("--taboos", metavar="TABOOS", help=_("the taboos said in it; '' for none"))
    replay.add_argument("--by", metavar="NAME", help=_("who amends"))
    replay.add_argument("--why", default="", metavar="TEXT", help=_("the reason, for the record"))
