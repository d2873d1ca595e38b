"""``duilian graph``: the client's machine as Mermaid or as a picture, with what a visit covered of it."""

import argparse
import sys
from pathlib import Path

from simulator.authoring.drawing import svg
from simulator.authoring.handed_down import inherited_texts
from simulator.authoring.machine import machine
from simulator.authoring.mermaid import mermaid
from simulator.authoring.tracing import Coverage, covered, trace
from simulator.client import Client
from simulator.commands.finding import find_scenario, read_transcript_file
from simulator.i18n import _
from simulator.scenario.load import Loaded


def graph(options: argparse.Namespace) -> int:
    """Prints Mermaid; with ``--svg`` writes the picture instead; with ``--inherited`` lists what the archetypes say."""
    loaded = find_scenario(options.scenario, options.lang)
    if options.inherited:
        print("\n".join(inherited_texts(loaded)))
        return 0
    drawn = machine(loaded, options.all)
    coverage = _coverage(loaded, options.transcript) if options.transcript else None
    if options.svg is None:
        print(mermaid(drawn, coverage), end="")
    else:
        Path(options.svg).write_text(svg(drawn, coverage), encoding="utf-8")
        print(_("{path} written").format(path=options.svg))
    return 0


def _coverage(loaded: Loaded, names: list[str]) -> Coverage:
    """What the visits covered, played again with the client as it is now."""
    found = Coverage()
    for name in names:
        transcript = read_transcript_file(name)
        if transcript.header.scenario != loaded.scenario.id:
            told = _("{path}: is a visit to {other}, not to {id}")
            print(told.format(path=name, other=transcript.header.scenario, id=loaded.scenario.id), file=sys.stderr)
        turns = [exchange.trainee for exchange in transcript.exchanges]
        one = covered(trace(Client(loaded.scenario), turns, transcript.header.seed), transcript.ending)
        found = Coverage(
            found.states | one.states,
            found.reactions | one.reactions,
            found.needs | one.needs,
            found.remarks | one.remarks,
            one.ending or found.ending,
            found.ways | one.ways,
        )
    return found
