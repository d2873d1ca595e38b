"""What a client says and how a visit with it ends without its author having written it: everything that its archetypes hand down."""

from collections.abc import Iterator

from simulator.i18n import _
from simulator.scenario.load import Loaded
from simulator.scenario.references import spoken_lines
from simulator.scenario.source import Path_


def inherited_texts(loaded: Loaded) -> Iterator[str]:
    """Endings first, then every place with lines: its id, where it stands, and the lines, for the author to read through.

    What stands under such an id in the client's own file takes its place.
    """
    scenario = loaded.scenario
    yield _("Endings")
    for id, ending in scenario.endings.items():
        if (place := _handed_down(loaded, ("endings", id))) is not None:
            yield f"endings/{id} ({ending.kind}) [{place}] {ending.title}"
            yield from (f"    {text}" for text in (ending.text, ending.dated) if text)
    yield _("Lines, by their places")
    for path, lines in spoken_lines(scenario):
        entry = path[:-1] if path[-1] == "say" else path
        if lines.all and (place := _handed_down(loaded, entry)) is not None:
            yield f"{'/'.join(map(str, entry))} [{place}]"
            yield from (f"    {line}" for line in lines.all)


def _handed_down(loaded: Loaded, path: Path_) -> str | None:
    """The archetype's file and line of an entry; None where the client's own file has it."""
    if loaded.layers[0].source.has(path):
        return None
    for layer in loaded.layers[1:]:
        if layer.source.has(path):
            file = layer.source.file.replace("\\", "/")
            return f"{'/'.join(file.split('/')[-2:])}:{layer.source.mark(path).line}"
    return None
