"""``duilian translate``: writes the translation of a client or archetype, or brings it up to date."""

import argparse
from pathlib import Path

from simulator.authoring.translating import begun, refreshed, schema_beside
from simulator.commands.finding import rubric_faults
from simulator.commands.problem import Problem
from simulator.i18n import _
from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.echoes import misprinted
from simulator.scenario.library import LANGUAGES, overlay_of, overlay_path
from simulator.scenario.source import read_source

MOST_NAMED = 40
"""Texts of a kind that are listed by name."""


def translate(options: argparse.Namespace) -> int:
    """Writes the overlay and says what is left to do."""
    path = Path(options.file)
    translated = overlay_of(path)
    path = translated[0] if translated else path
    try:
        source = read_source(path)
        own = str(source.data.get("language", ""))
        to = options.to or next(language for language in LANGUAGES if language != own)
        if to == own:
            raise Problem(_("{path}: is written in that language").format(path=path))
        if rubric_faults(path) is not None:
            raise Problem(_("{path}: is a rubric; its translation is written by hand").format(path=path))
        overlay = overlay_path(path, to)
        text = begun(str(source.data.get("id", path.stem)), to, schema_beside(path))
        if overlay.exists():
            _refuse_slips(overlay)
            text = overlay.read_text(encoding="utf-8-sig")
        done = refreshed(path.read_text(encoding="utf-8-sig"), text, str(overlay), options.accept)
    except ScenarioError as error:
        raise Problem.of_scenario(error) from None
    overlay.write_text(done.text, encoding="utf-8")
    print(_("{path} written").format(path=overlay))
    if not (done.added or done.todo or done.stale or done.removed):
        print(_("complete: nothing is left to translate"))
    for words, names in (
        (_("{n} texts added, marked # TODO"), done.added),
        (_("{n} texts still to be translated"), done.todo),
        (_("{n} texts have changed in the source, marked # STALE"), done.stale),
        (_("{n} texts have no source any more; take them out or correct their names"), done.removed),
    ):
        if names:
            print(words.format(n=len(names)))
            print("\n".join(f"  {name}" for name in names[:MOST_NAMED]))
            if len(names) > MOST_NAMED:
                print(_("  and {n} more, each marked # TODO in the file").format(n=len(names) - MOST_NAMED))
    return 0


def _refuse_slips(overlay: Path) -> None:
    """Raises `ScenarioError` where a part of a translation would be lost in writing it anew, read otherwise than it was meant."""
    source = read_source(overlay)
    slips = tuple(slip for slip in misprinted(overlay, source) if slip.severity != "warning")
    if slips:
        raise ScenarioError(slips)
