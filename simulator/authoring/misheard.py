"""What of a client's file and its translations is not heard as its author meant it, each at its place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from simulator.authoring.hearing import Hearer, stray_threads, unheard_terms
from simulator.authoring.meant import unmeant
from simulator.authoring.yielding import one_sided
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.layers import Layer
from simulator.scenario.library import LANGUAGES, overlay_path
from simulator.scenario.load import load_scenario, spoken
from simulator.scenario.places import diagnostic_at, word_in
from simulator.scenario.source import Path_, read_unchanged


def misheard(path: Path) -> Iterator[Diagnostic]:
    """Warnings about a client's file and its translations; nothing where it cannot be read without a fault."""
    own = spoken(read_unchanged(path))
    told: set[tuple[str, int, int]] = set()
    for tongue in (own, *(other for other in LANGUAGES if other != own and overlay_path(path, other).exists())):
        try:
            loaded = load_scenario(path, tongue)
        except ScenarioError:
            continue
        hearer = Hearer.of(loaded.scenario)
        for (where, code, details), word in (
            *unheard_terms(hearer),
            *stray_threads(hearer),
            *unmeant(hearer),
            *one_sided(hearer),
        ):
            found = _placed(loaded.layers, where, code, details, word)
            if (found.file, found.line, found.column) not in told:
                told.add((found.file, found.line, found.column))
                yield replace(found, severity="warning")


def _placed(layers: tuple[Layer, ...], where: Path_, code: str, details: dict[str, str], word: str) -> Diagnostic:
    """The finding at the word itself, in the uppermost file that has it."""
    for layer in layers:
        for source in (layer.overlay, layer.source):
            if source is None:
                continue
            if where[-1] == "values" and source.has((*where, word)):
                mark = source.mark((*where, word))
                return Diagnostic(source.file, mark.line, mark.column, code, details)
            if (found := word_in(source, where, word, code, details)) is not None:
                return found
    return diagnostic_at(layers, where, code, **details)
