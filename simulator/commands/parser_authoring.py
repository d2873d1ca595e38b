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
