"""Which file of a stack a finding belongs to, and where in it."""

from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.layers import Layer
from simulator.scenario.source import Path_, Source

BY_NAME = frozenset(
    {"S100", "S101", "S108", "S109", "S111", "S112", "S203", "S403", "S404", "S405", "S406", "S410", "S411",
     "S415", "S416", "S419", "S437", "S438", "S422", "S433", "S436", "S442", "S447", "S451", "S455", "S488", "S503"}
)  # fmt: skip
"""Findings about an entry as a whole: they stand at its name, not at what follows."""

_OF_TEXTS = frozenset({"S102", "S105", "S106", "S303", "S449", "S502", "S503"})
"""Findings about a text: where it is translated, they are the translation's."""


def present(source: Source, path: Path_) -> Path_:
    """``path`` without the parts that validation put in (bands of lines), as far as the file has it."""
    here: Path_ = ()
    for part in path:
        if source.has((*here, part)):
            here = (*here, part)
    return here


def diagnostic_at(layers: tuple[Layer, ...], path: Path_, code: str, **details: str) -> Diagnostic:
    """A finding at ``path`` of the merged tree, placed in the uppermost file that says the most of that path."""
    best: tuple[int, Source, Path_] | None = None
    for layer in layers:
        for source in (layer.source, layer.overlay):
            if source is None:
                continue
            found = present(source, path)
            said = source is layer.overlay and code in _OF_TEXTS and best is not None and best[1] is layer.source
            if best is None or len(found) > best[0] or (said and len(found) == best[0]):
                best = (len(found), source, found)
    assert best is not None
    _, source, found = best
    exact = len(found) == len(path)
    named = code in BY_NAME or code.startswith("P")  # about the entry by its name, not about its value
    named = named or (
        code == "S300" and path[:-1] in (("examples",), ("counterexamples",), ("temperament", "effects"))
    )
    mark = source.value_marks.get(found) if exact and not named else None
    mark = mark or source.mark(found)
    return Diagnostic(source.file, mark.line, mark.column, code, details)


def diagnostic_in(source: Source, path: Path_, code: str, details: dict[str, str]) -> Diagnostic | None:
    """A finding about a text at ``path``, where this file says it; None where it does not."""
    found = present(source, path)
    whole = path
    while whole and (isinstance(whole[-1], int) or whole[-1] in ("low", "mid", "high", "any")) and whole != found:
        whole = whole[:-1]  # lines may be one text, a list, or bands
    if len(found) < len(whole):
        return None
    mark = source.value_marks.get(found) or source.mark(found)
    return Diagnostic(source.file, mark.line, mark.column, code, details)


def text_place(layers: tuple[Layer, ...], path: Path_) -> tuple[str, int]:
    """The file and line of a text: where it is translated, the translation's."""
    best: tuple[int, Source, Path_] | None = None
    for layer in layers:
        depth = -1 if best is None else best[0]
        for source in (layer.overlay, layer.source):
            found = present(source, path) if source is not None else ()
            if source is not None and len(found) > depth:
                best, depth = (len(found), source, found), len(found)
    assert best is not None
    _, source, found = best
    return source.file, (source.value_marks.get(found) or source.mark(found)).line


def word_in(source: Source, path: Path_, word: str, code: str, details: dict[str, str]) -> Diagnostic | None:
    """A finding about one word of a list at ``path``, where this file has it (the last time, if twice); None where not."""
    listed: object = source.data
    for part in path:
        listed = listed.get(part) if isinstance(listed, dict) else None
    here: Path_ = path
    if isinstance(listed, list) and word in listed:
        here = (*path, len(listed) - 1 - listed[::-1].index(word))
    elif listed != word:
        return None
    mark = source.value_marks.get(here) or source.mark(here)
    return Diagnostic(source.file, mark.line, mark.column, code, details)
