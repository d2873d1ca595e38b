"""``duilian expect``: a visit turned into a regression test that ``check`` runs."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from simulator.authoring.comparing import unmet
from simulator.authoring.expecting import (
    FOLDER,
    is_expectation,
    named_file,
    play,
    spoken_in,
    visit_in,
    written,
)
from simulator.commands.finding import find_rubric, finding_line, read_transcript_file
from simulator.commands.problem import Problem
from simulator.i18n import _
from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.load import load_scenario
from simulator.scenario.source import read_source
from simulator.visit.branching import played
from simulator.visit.store import scenario_of


def expect(options: argparse.Namespace) -> int:
    """Writes the expectation of a transcript, or an expectation anew. Never writes over a file unless ``--force`` says so."""
    if Path(options.transcript).suffix == ".yaml":
        return _anew(options)
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
    return _write(path, written(done, rubric, _beside(scenario_file, path)))


def _beside(scenario_file: Path, path: Path) -> str:
    return os.path.relpath(scenario_file, path.resolve().parent).replace(os.sep, "/")


def _anew(options: argparse.Namespace) -> int:
    """The visit of an expectation, with what happens today; of the marks those that it lists."""
    path = Path(options.transcript)
    data = _data(path)
    file = named_file(path, data)
    if file is None or not is_expectation(data):
        raise Problem(_("{path}: is no expectation of a visit; give it a transcript").format(path=path))
    out = Path(options.out) if options.out else path
    if out.exists() and not options.force:
        raise Problem(_("{path}: is there already; --force writes it anew").format(path=out))
    try:
        loaded, visit = load_scenario(file, spoken_in(data)), visit_in(data)
    except (ScenarioError, KeyError, ValueError, TypeError, AttributeError):
        raise Problem(_("{path}: has faults; 'duilian check' tells them").format(path=path)) from None
    listed = data.get("marks")
    rubric = find_rubric(None, loaded.scenario.language)
    today = written(visit.play(loaded), rubric, _beside(file, out), listed if isinstance(listed, dict) else ())
    return _write(out, today)


def _data(path: Path) -> dict[str, Any]:
    try:
        return read_source(path).data
    except ScenarioError:
        return {}


def _write(path: Path, text: str) -> int:
    path.write_text(text, encoding="utf-8")
    print(_("{path} written").format(path=path))
    faults = unmet(path, lambda spoken: find_rubric(None, spoken))
    for fault in faults:
        print(finding_line(fault))
    if not faults:
        print(_("'duilian check' now tells when this visit would go otherwise."))
    return 1 if faults else 0
