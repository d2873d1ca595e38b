"""Everything that is wrong with a file, in one run."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from simulator.scenario.advising import misleading, straying
from simulator.scenario.becoming import finals, never_true, over_at_once
from simulator.scenario.coverage import unanswered_faults
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.echoes import emptied, misprinted, unseen, without_echoes
from simulator.scenario.examining import examined
from simulator.scenario.figures import contradicting
from simulator.scenario.layers import Layer
from simulator.scenario.library import LANGUAGES, SEGMENTS, is_overlay, overlay_of, overlay_path
from simulator.scenario.load import archetype_stack, owned, spoken, stack
from simulator.scenario.model import Scenario
from simulator.scenario.naming import doubled_names, reserved_names, word_faults
from simulator.scenario.passing import impassable
from simulator.scenario.places import diagnostic_at, diagnostic_in, word_in
from simulator.scenario.pricing import unusual_terms
from simulator.scenario.references import TEMPLATE, Fault
from simulator.scenario.repeating import too_few
from simulator.scenario.replacing import lost_answers, replaces
from simulator.scenario.rewards import rewarding, untold
from simulator.scenario.shadows import never_reached
from simulator.scenario.soundness import unsound
from simulator.scenario.source import Path_, Source, read_unchanged
from simulator.scenario.translating import outdated, undone, untranslated
from simulator.scenario.translations import at, reached, texts
from simulator.scenario.wording import unsuited_texts

ID = re.compile(r"[a-z][a-z0-9_/-]*")


def scenario_paths(path: Path) -> list[Path]:
    """The files below ``path`` that can be checked: scenarios, archetypes and overlays."""
    if path.is_file():
        return [path]
    return sorted(
        found for found in path.rglob("*") if found.is_file() and (found.suffix == ".yaml" or misnamed(found))
    )


def misnamed(path: Path) -> str:
    """The name that a file should have to be looked at; nothing where its name is right or it is of another kind."""
    name = path.name
    for ending in (".yaml.txt", ".yml.txt", ".yml", ".yaml"):
        if name.lower().endswith(ending):
            right = name[: -len(ending)] + ".yaml"
            return right if right != name else ""
    return ""


def check_file(path: Path) -> tuple[Diagnostic, ...]:
    """All findings about one file. An overlay is checked with what it translates."""
    try:
        source = read_unchanged(path)
    except ScenarioError as error:
        return error.diagnostics
    if "translates" in source.data and not is_overlay(path):
        language = source.data.get("language")
        wanted = f"{source.data['translates']}.{language if language in LANGUAGES else 'en'}.yaml"
        return (Diagnostic(str(path), 1, 1, "Y127", {"wanted": wanted.rpartition("/")[2]}),)
    if is_overlay(path):
        translated = overlay_of(path)
        if translated is None:
            name = f"{path.name.rsplit('.', 2)[0]}.yaml"
            return (Diagnostic(str(path), 1, 1, "S205", {"value": name}),)
        return check_file(translated[0])
    found: list[Diagnostic] = list(_named_well(path, source))
    found.extend(misprinted(path, source))
    own = spoken(source)
    others = [language for language in LANGUAGES if language != own and overlay_path(path, language).exists()]
    spoiled = {fault.file for fault in found if fault.code == "S207"}
    for language in (own, *others):
        if language != own and (source.data.get("language") != own or str(overlay_path(path, language)) in spoiled):
            continue  # its texts would all look as if they were in the other language
        try:
            layers = (archetype_stack if is_archetype(path, source) else stack)(path, language)
        except ScenarioError as error:
            found.extend(owned(error.diagnostics, path))
            continue
        scenario, faults, whole = examined(layers)
        found.extend(owned(faults, path))
        found.extend(emptied(layers))
        if scenario is not None:
            left = {code for fault in faults for code in FOLLOWS.get(fault.code, ())}
            found.extend(_unsound(layers, scenario, whole, language == own, left))
        for layer in layers:
            found.extend(one for file in (layer.source, layer.overlay) if file is not None for one in unseen(file))
        found.extend(untranslated(layers))
        found.extend(outdated(layers))
    every = without_echoes((fault for fault in dict.fromkeys(found) if fault.file), source)
    if ("client" in source.data) != is_archetype(path, source):
        return tuple(every)
    return tuple(fault for fault in every if fault.code not in INHERITING or fault.details.get("key") in HEAD)


OF_THE_WHOLE = frozenset(
    {
        *(
            "S401",
            "S403",
            "S405",
            "S406",
            "S411",
            "S415",
            "S416",
            "S419",
            "S437",
            "S438",
            "S422",
            "S433",
            "S447",
            "S450",
        ),
        *("S451", "S453", "S456", "S459", "S460", "S461", "S490"),
    }
)
"""Findings that something is lacking or hidden: not to be told of a file of which a part could not be read."""
INHERITING = OF_THE_WHOLE | {"S101", "S105", "S300"}
HEAD = frozenset({"client", "title", "id", "format", "language", "segment", "visit", "dossier", "known"})
"""What a client without an archetype may yet be told that it lacks."""
INHERITED = frozenset({"S101", "S105", "S401", "S461", "S490", "S403", "S404", "S405", "S410"})
"""Findings that are told of what is inherited, too: without them a client cannot be played."""


WARNED = frozenset({"S465", "S466", "S472", "S473", "S487", "S488", "S491", "S494", "S502", "S503"})
"""Findings that may be meant: told, without harm to the client."""
FOLLOWS = {"S302": ("S401",), "S300": ("S406", "S451", "S459", "S460"), "S306": ("S459", "S460")}
"""Findings that follow from others: a circle of states, or a misspelt one."""


def _unsound(
    layers: tuple[Layer, ...], scenario: Scenario, whole: bool, original: bool, left: set[str]
) -> Iterator[Diagnostic]:
    """What can be read and yet cannot work, but for what follows from other findings (``left``)."""
    own = _own(layers)
    faults: list[Fault] = [*unanswered_faults(scenario), *unsound(scenario)]
    faults.extend(reserved_names(scenario))
    faults.extend(doubled_names(scenario))
    faults.extend([*impassable(scenario), *too_few(layers, scenario)])
    if original:  # the same in every language
        faults.extend(never_reached(scenario))
        faults.extend(unusual_terms(scenario))
        faults.extend([*finals(scenario), *over_at_once(scenario), *rewarding(scenario), *contradicting(scenario)])
        faults.extend(misleading(scenario))
        known = frozenset(path for path, code, _ in faults if code in ("S412", "S453", "S501"))
        faults.extend(never_true(scenario, known))
    faults.extend([*untold(scenario), *straying(scenario)])
    lost = lost_answers(layers)
    for where, code, details in faults:
        if code in left or (code == "S451" and not _own_state(layers, where)):
            continue
        if whole or code not in OF_THE_WHOLE:
            if code in ("S401", "S461") and details["value"] in lost:
                where, code, details = _taken_away(lost, details["value"])
            if code == "S488" and replaces(layers, where):
                code = "S491"
            fault = diagnostic_at(layers, where, code, **details)
            fault = replace(fault, severity="warning") if code in WARNED else fault
            if code == "S411":
                fault = _taking(layers, where, fault)
            if code in INHERITED or fault.file in (own.source.file, own.overlay.file if own.overlay else ""):
                yield fault
    said = own.source if own.overlay is None else own.overlay
    for word in word_faults(scenario):
        if (doubled := word_in(said, word.path, word.word, word.code, word.details)) is not None:
            yield doubled
    left_over = undone(own)
    for where, code, details in unsuited_texts(scenario):
        if any(where[:end] in left_over for end in range(1, len(where) + 1)):
            continue  # it is told that this is not translated
        if (text := diagnostic_in(said, where, code, details)) is not None:
            yield text


def _taken_away(lost: Mapping[str, Path_], name: str) -> Fault:
    """What is wrong where nothing answers ``name`` since a reaction of the file itself stands in for the inherited one."""
    path = lost[name]
    names = sorted(one for one, other in lost.items() if other == path)
    return path, "S490", {"value": str(path[-1]), "moves": ", ".join(names[:3])}


def _taking(layers: tuple[Layer, ...], path: Path_, fault: Diagnostic) -> Diagnostic:
    """A reaction that stands above the one it takes everything from may be written below it: new ones are tried before those that
    replace an inherited one. Then it is the new one that has to be narrowed."""
    first = diagnostic_at(layers, (*path[:-1], fault.details["value"]), "S455", value=str(path[-1]))
    return first if first.file == fault.file and first.line > fault.line else fault


def _own_state(layers: tuple[Layer, ...], path: Path_) -> bool:
    """Whether a client's file itself brings a state in: those of its archetypes are left by what holds anywhere."""
    return layers[0].source.has(path) and not any(layer.source.has(path) for layer in layers[1:])


def _named_well(path: Path, source: Source) -> Iterator[Diagnostic]:
    """Whether a file and its translations name what their file names say."""
    id = str(source.data.get("id", ""))
    if not ID.fullmatch(id):  # missing or malformed, which is told where it is read
        id = ""
    yield from _in_its_folder(path, source)
    if is_archetype(path, source):
        yield from _archetype_head(path, source)
    if path.resolve().parent.name in SEGMENTS and not is_archetype(path, source) and id and id != path.stem:
        mark = source.value_marks[("id",)]
        yield Diagnostic(source.file, mark.line, mark.column, "S208", {"value": id, "file": path.name})
    for language in LANGUAGES:
        overlay = overlay_path(path, language)
        if not overlay.exists():
            continue
        try:
            translation = read_unchanged(overlay)
        except ScenarioError:
            continue  # that is told when it is read for its texts
        if translation.data.get("format") != 1:
            mark = translation.value_marks.get(("format",)) or translation.mark(())
            value = translation.data.get("format")
            code, details = ("S101", {"key": "format"}) if value is None else ("S104", {"value": str(value)})
            yield Diagnostic(translation.file, mark.line, mark.column, code, details)
        yield from _lost_templates(source, translation)
        for key, wanted, code in (("translates", id, "S206"), ("language", language, "S207")):
            value = str(translation.data.get(key, ""))
            if wanted and value != wanted:
                mark = translation.value_marks.get((key,)) or translation.mark(())
                details = {"value": value, "wanted": wanted}
                yield Diagnostic(translation.file, mark.line, mark.column, code, details)


def _archetype_head(path: Path, source: Source) -> Iterator[Diagnostic]:
    """What an archetype says of itself, which is not validated with what it hands down."""
    data = source.data

    def told(name: str, code: str, **details: str) -> Diagnostic:
        mark = source.value_marks.get((name,)) or source.mark(())
        return Diagnostic(source.file, mark.line, mark.column, code, details)

    for key in ("format", "id", "language", "name"):
        if key not in data:
            yield told(key, "S101", key=key)
    if "language" in data and data["language"] not in LANGUAGES:
        yield told("language", "S102", value=str(data["language"]), expected="'zh', 'en'")
    if data.get("format", 1) != 1:
        yield told("format", "S104", value=str(data["format"]))
    if "client" in data:
        mark = source.mark(("client",))
        details = {"key": "client", "suggestion": "extends"}
        yield Diagnostic(source.file, mark.line, mark.column, "S100", details)
    parts = path.resolve().parts
    if "clients" not in parts[:-1]:
        return
    inside = parts[len(parts) - 1 - parts[::-1].index("clients") + 1 :]
    name = "/".join((*inside[:-1], path.stem))
    if "id" in data and data["id"] != name:
        yield told("id", "S208", value=str(data["id"]), file=f"{name}.yaml")
    below = str(data.get("extends", ""))
    if len(inside) > 1 and "/" in below and below.partition("/")[0] != inside[0] and inside[0] in SEGMENTS:
        yield told("extends", "S210", value=below, wanted=inside[0])


def _lost_templates(source: Source, translation: Source) -> Iterator[Diagnostic]:
    """Lines of a translation in which nothing is filled in, where every line that they translate has something."""
    for path in texts(source.data, ()):
        theirs, ours = at(source.data, path), at(translation.data, path)
        if not reached(translation.data, path) or not all(TEMPLATE.search(str(line)) for line in _several(theirs)):
            continue
        for number, line in enumerate(_several(ours)):
            if not TEMPLATE.search(str(line)):
                name = TEMPLATE.search(str(_several(theirs)[0]))
                mark = translation.value_marks.get((*path, number)) or translation.value_marks.get(path)
                if mark and name:
                    yield Diagnostic(translation.file, mark.line, mark.column, "S454", {"value": name[0]})


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _in_its_folder(path: Path, source: Source) -> Iterator[Diagnostic]:
    """Whether segment, archetype and folder speak of the same kind of client."""
    segment, client = source.data.get("segment"), str(source.data.get("client", ""))
    if is_archetype(path, source) or segment not in SEGMENTS:
        return
    folder = path.resolve().parent.name
    base = client.partition("/")[0]
    if folder in SEGMENTS and segment != folder:
        mark = source.value_marks[("segment",)]
        yield Diagnostic(source.file, mark.line, mark.column, "S209", {"value": str(segment), "wanted": folder})
    elif base in SEGMENTS and base != segment:
        mark = source.value_marks[("client",)]
        yield Diagnostic(source.file, mark.line, mark.column, "S210", {"value": client, "wanted": str(segment)})


def _own(layers: tuple[Layer, ...]) -> Layer:
    """The file that is being checked, of the stack it was loaded with."""
    return next(layer for layer in layers if layer.source.file)


def is_archetype(path: Path, source: Source) -> bool:
    """Whether a file is one that clients are made from: it stands in ``clients/``, or names no client of its own."""
    return "clients" in path.resolve().parts[:-1] or not {"client", "segment", "dossier"} & set(source.data)


def is_client(path: Path) -> bool:
    """Whether a file is a client that can be played: no archetype, no translation, no rubric."""
    if is_overlay(path):
        return False
    source = read_unchanged(path)
    return "items" not in source.data and not is_archetype(path, source)
