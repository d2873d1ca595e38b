"""``duilian expect``: a visit turned into a regression test that ``check`` runs."""

import argparse
import os
import sys
from pathlib import Path

from simulator.authoring.expecting import FOLDER, play, unmet, written
from simulator.commands.finding import find_rubric, finding_line, read_transcript_file
from simulator.commands.problem import Problem
from simulator.i18n import _
from simulator.visit.branching import played
from simulator.visit.store import scenario_of


def expect(options: argparse.Namespace) -> int:
    """Writes the expectation. Never writes over a file unless ``--force`` says so."""
    transcript = read_transcript_file(options.transcript)
    header = transcript.header
    loaded = scenario_of(transcript)
    if loaded is None:
        told = _("{path}: the scenario '{name}' is no longer there")
        raise Problem(told.format(path=options.transcript, name=header.scenario))
    if not transcript.exchanges:
        raise Problem(_("{path}: nothing was said in this visit").format(path=options.transcript))
    scenario_file = Path(loaded.layers[0].source.file).resolve()
    name = Path(options.transcript).stem
    path = Path(options.out) if options.out else scenario_file.parent / FOLDER / f"{header.scenario}-{name}.yaml"
    if path.exists() and not options.force:
        raise Problem(_("{path}: is there already; --force writes it anew").format(path=path))
    rubric = find_rubric(None, header.language)
    turns = [played(exchange) for exchange in transcript.exchanges]
    done = play(
        loaded, turns, header.seed, transcript.ending is not None, transcript.preparation, transcript.follow_up
    )
    before = [exchange.client.events for exchange in transcript.exchanges]
    if [exchange.client.events for exchange in done.transcript.exchanges] != before:
        print(_("The client has changed since this visit; what happens today is expected."), file=sys.stderr)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = os.path.relpath(scenario_file, path.resolve().parent).replace(os.sep, "/")
    path.write_text(written(done, rubric, beside), encoding="utf-8")
    print(_("{path} written").format(path=path))
    faults = unmet(path, lambda spoken: find_rubric(None, spoken))
    for fault in faults:
        print(finding_line(fault))
    if not faults:
        print(_("'duilian check' now tells when this visit would go otherwise."))
    return 1 if faults else 0
