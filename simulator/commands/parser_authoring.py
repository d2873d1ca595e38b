"""The command line of the trainer's tools."""

import argparse
from typing import TYPE_CHECKING, TypeVar

from simulator.i18n import _

if TYPE_CHECKING:
    from argparse import _SubParsersAction

Parser = TypeVar("Parser", bound=argparse.ArgumentParser)
KINDS = ("scenario", "archetype", "overlay", "rubric", "rubric-overlay")


def add_authoring(commands: "_SubParsersAction[Parser]") -> None:
    """Adds the commands for those who write clients."""
    schema = commands.add_parser("schema", help=_("what an editor needs to complete and explain the files"))
    schema.add_argument("kind", nargs="?", choices=KINDS, metavar="|".join(KINDS))
    schema.add_argument("--out", metavar="DIR", help=_("write the files into DIR"))
    graph = commands.add_parser("graph", help=_("the client's states and reactions as a picture"))
    graph.add_argument("scenario", metavar="SCENARIO")
    graph.add_argument("--svg", metavar="FILE", help=_("draw into FILE instead of printing Mermaid"))
    graph.add_argument("--transcript", nargs="+", metavar="FILE", help=_("mark what these visits covered"))
    graph.add_argument("--all", action="store_true", help=_("inherited reactions, too"))
    graph.add_argument(
        "--inherited", action="store_true", help=_("list the endings and lines that come from the archetypes")
    )
    _new(commands)
    _preview(commands)
    _translate(commands)
    _expect(commands)


def _new(commands: "_SubParsersAction[Parser]") -> None:
    new = commands.add_parser("new", help=_("begin a client: asks a few things and writes a file that plays"))
    new.add_argument("--yes", action="store_true", help=_("ask nothing; take what is usual"))
    new.add_argument("--out", metavar="FILE", help=_("the file to write; otherwise ID.yaml here"))
    for flag, name, words in (
        ("--segment", "corporate|retail", _("whom the visit is to")),
        ("--visit", "KIND", _("the kind of visit: first, referral, maintenance ...")),
        ("--client", "ARCHETYPE", _("the archetype, as corporate/owner")),
        ("--id", "ID", _("the client's id")),
        ("--title", "TEXT", _("the title in the library")),
        ("--name", "NAME", _("the client's name")),
        ("--address", "TEXT", _("how one speaks to the person")),
        ("--role", "TEXT", _("position or occupation")),
        ("--organisation", "TEXT", _("the firm or household")),
    ):
        new.add_argument(flag, metavar=name, help=words)
    new.add_argument(
        "--need",
        action="append",
        metavar="TEXT",
        help=_(
            "a need: what | about what | word, word | what the client says; the first is said as soon as one asks"
        ),
    )
    new.add_argument(
        "--answers", metavar="FILE", help=_("answers of another time, one a line; what they leave open is asked")
    )
    new.add_argument("--bargain", action="store_true", help=_("with terms to bargain over"))


def _preview(commands: "_SubParsersAction[Parser]") -> None:
    preview = commands.add_parser("preview", help=_("talk with a client while you write it"))
    preview.add_argument("scenario", metavar="SCENARIO")
    preview.add_argument("--plain", action="store_true", help=_("without screens, line by line"))
    preview.add_argument(
        "--brief", action="store_true", help=_("line by line: what was said, heard, who answered, the answer")
    )
    preview.add_argument("--state", metavar="ID", help=_("begin in this state"))
    preview.add_argument("--trust", type=int, metavar="N", help=_("begin with this trust, 0 to 100"))
    preview.add_argument("--patience", type=int, metavar="N", help=_("begin with this patience, 0 to 100"))
    preview.add_argument(
        "--seed", type=int, default=1, metavar="N", help=_("the client's moods; the same seed, the same client")
    )


def _expect(commands: "_SubParsersAction[Parser]") -> None:
    expect = commands.add_parser("expect", help=_("turn a visit into a test that check runs"))
    expect.add_argument("transcript", metavar="TRANSCRIPT")
    expect.add_argument(
        "--out", metavar="FILE", help=_("the file to write; otherwise in expect/ beside the scenario")
    )
    expect.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def _translate(commands: "_SubParsersAction[Parser]") -> None:
    translate = commands.add_parser("translate", help=_("write a translation, or bring it up to date"))
    translate.add_argument("file", metavar="FILE")
    translate.add_argument("--to", choices=("zh", "en"), help=_("the language; otherwise the other one"))
    translate.add_argument("--accept", action="store_true", help=_("what is stale still fits"))
