"""The archetypes that a new client can be built on."""

from pathlib import Path

from simulator.i18n import _
from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.library import is_overlay, overlay_path, roots
from simulator.scenario.source import read_source


def archetypes(segment: str, language: str) -> dict[str, str]:
    """The archetypes for a segment, each with its name and its temper; the one beneath them all, which has none, comes last."""
    found: dict[str, str] = {}
    for root in roots():
        for path in sorted((root / "clients" / segment).glob("*.yaml")):
            if is_overlay(path):
                continue
            try:
                name, temper = _said(path, language, "name"), _said(path, language, "summary")
            except ScenarioError:
                continue
            temper = _("no temperament of its own") if path.stem == "base" else temper
            found.setdefault(f"{segment}/{path.stem}", f"{name or path.stem}  {temper}".strip())
    return dict(sorted(found.items(), key=lambda entry: entry[0].endswith("/base")))


def _said(path: Path, language: str, key: str) -> str:
    """What a file says under ``key``, in ``language`` where it is translated."""
    overlay = overlay_path(path, language)
    for file in (overlay, path):
        if file.exists():
            text = read_source(file).data.get(key)
            if isinstance(text, str):
                return text
    return ""
