"""Writes a translation beside its file, or brings one up to date, without touching what a translator has written."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from simulator.authoring.scalars import quoted
from simulator.scenario.source import Path_, has, parse_source
from simulator.scenario.translations import TODO, Translation, deaf, kept, texts, translations, word_lists

STALE = "# STALE "
"""Begins a comment above a translation whose source has changed; the rest of it is the source as it is now."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The overlay's text, and the names of what was added, of what awaits translation, is stale, or has no source."""

    text: str
    added: tuple[str, ...] = ()
    todo: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass
class _Tree:
    """Texts to be inserted, nested as the file is."""

    parts: dict[str, "_Tree | Any"] = field(default_factory=dict)

    def put(self, path: Path_, text: Any) -> None:
        if len(path) == 1:
            self.parts[str(path[0])] = text
            return
        inner = self.parts.setdefault(str(path[0]), _Tree())
        if isinstance(inner, _Tree):
            inner.put(path[1:], text)


def begun(id: str, language: str, schema: str) -> str:
    """An overlay with nothing in it yet."""
    head = f"# yaml-language-server: $schema={schema}\n"
    return f"{head}format: 1\nlanguage: {language}\ntranslates: {quoted(id)}\n"


def refreshed(source_text: str, overlay_text: str, file: str = "", accept: bool = False) -> Refreshed:
    """The overlay brought up to date. ``accept``: what is stale still fits. Raises `ScenarioError` where one is no YAML."""
    source = parse_source(source_text, file)
    text = "".join(line for line in _without_sources(overlay_text) if not line.lstrip().startswith(STALE))
    before = parse_source(overlay_text, file)
    states = list(translations(source, before))
    # words join those of the source, so that an entry which a translator left without them may stay so
    unheard = set(deaf(source.data, before.data, str(before.data.get("language", ""))))
    words = [
        path for path in word_lists(source.data, ()) if not has(before.data, path if path in unheard else path[:-1])
    ]
    missing = [state for state in states if state.standing == "missing"]
    wanted = [(state.path, state.source) for state in missing] + [(path, _at(source.data, path)) for path in words]
    todo_words = _todo_words(before.data.get("sources"), source.data, before.data)
    waiting = [state.source for state in states if state.standing == "todo"]
    text = _done(text, [*waiting, *(_at(source.data, path) for _name, path in todo_words)])
    text = _inserted(text, wanted)
    stale = [state for state in states if state.standing == "stale" and not accept]
    text = _marked(text, stale)
    known = before.data.get("sources")
    todo = [*(state.name for state in states if state.standing == "todo"), *(name for name, _path in todo_words)]
    names = {".".join(map(str, path)): TODO for path, _text in wanted}
    for state in states:
        if state.standing != "missing":
            old = known.get(state.name) if isinstance(known, dict) else None
            keep = state.standing in ("stale", "todo") and not (accept and state.standing == "stale")
            names[state.name] = str(old or TODO) if keep else kept(state.source, state.text)
    names |= {name: TODO for name, _path in todo_words}
    lines = [f"  {name}: {value}" for name, value in sorted(names.items())]
    text = text.rstrip("\n") + "\n\nsources:\n" + "\n".join(lines) + "\n"
    removed = [
        ".".join(map(str, path))
        for path in texts(before.data, ())
        if path[0] != "sources" and not _around(source.data, path)
    ]
    added = [".".join(map(str, path)) for path, _text in wanted]
    return Refreshed(text, tuple(added), tuple(todo), tuple(state.name for state in stale), tuple(removed))


def _todo_words(known: Any, source: Any, overlay: Any) -> list[tuple[str, Path_]]:
    """The words that are still those of the source."""
    if not isinstance(known, dict):
        return []
    paths = {".".join(map(str, path)): path for path in word_lists(source, ())}
    return [
        (name, paths[name])
        for name, value in known.items()
        if value == TODO and name in paths and _at(overlay, paths[name]) == _at(source, paths[name])
    ]


def _done(text: str, waiting: list[Any]) -> str:
    """The text without ``# TODO`` behind what has been translated."""
    left = [written for one in waiting for written in _written(one)]
    lines = []
    for line in text.splitlines(keepends=True):
        if line.rstrip().endswith("# TODO") and not any(item in line for item in left):
            line = line.rstrip().removesuffix("# TODO").rstrip() + "\n"
        lines.append(line)
    return "".join(lines)


def _written(text: Any) -> list[str]:
    """How the parts of a text are written into an overlay."""
    if isinstance(text, dict):
        return [f"{quoted(str(word))}: " for word in text]
    return [json.dumps(item, ensure_ascii=False) for item in (text if isinstance(text, list) else [text])]


def _at(data: Any, path: Path_) -> Any:
    for part in path:
        data = data[part] if isinstance(data, dict) and part in data else None
    return data


def _around(data: Any, path: Path_) -> bool:
    """Whether the source has a text at ``path``, be it with or without bands."""
    return (
        has(data, path)
        or (path[-1] in ("low", "mid", "high", "any") and has(data, path[:-1]))
        or any(isinstance(_at(data, path[:end]), (str, list)) for end in range(1, len(path)))
        or (isinstance(_at(data, path), dict))
    )


def _without_sources(text: str) -> list[str]:
    """The lines of an overlay without its ``sources`` at the top level."""
    lines: list[str] = []
    inside = False
    for line in text.splitlines(keepends=True):
        if line.startswith("sources:"):
            inside = True
        elif inside and line.strip() and not line[0].isspace():
            inside = False
        if not inside:
            lines.append(line)
    return lines


def _inserted(text: str, wanted: list[tuple[Path_, Any]]) -> str:
    """The text with entries put into the maps where they belong, behind what stands there."""
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    trees: dict[int, tuple[yaml.MappingNode, _Tree]] = {}
    for path, value in wanted:
        node, depth = _deepest(root, path)
        if node is not None and depth < len(path):
            trees.setdefault(id(node), (node, _Tree()))[1].put(path[depth:], value)
    changes = [_insertion(text, node, tree) for node, tree in trees.values()]
    for place, added in sorted(changes, reverse=True):
        text = text[:place] + added + text[place:]
    return text if text.endswith("\n") else text + "\n"


def _deepest(node: Any, path: Path_) -> tuple[yaml.MappingNode | None, int]:
    """The innermost map of the overlay on the way to ``path``, and how far it goes; none where a text is in the way."""
    depth = 0
    while depth < len(path):
        inner = next((value for key, value in node.value if key.value == str(path[depth])), None)
        if inner is None:
            return node, depth
        if not isinstance(inner, yaml.MappingNode):
            return None, depth
        node, depth = inner, depth + 1
    return None, depth


def _insertion(text: str, node: yaml.MappingNode, tree: _Tree) -> tuple[int, str]:
    if node.flow_style:
        place = _index(text, node.end_mark) - 1
        while text[place - 1].isspace():
            place -= 1
        comma = "" if text[place - 1] in "{," else ", "
        return place, comma + ", ".join(f"{key}: {_flow(value)}" for key, value in tree.parts.items())
    leaf: Any = node
    while isinstance(leaf, (yaml.MappingNode, yaml.SequenceNode)) and leaf.value and not leaf.flow_style:
        last = leaf.value[-1]
        leaf = last[1] if isinstance(leaf, yaml.MappingNode) else last
    place = _index(text, leaf.end_mark)
    while place > 0 and text[place - 1].isspace():
        place -= 1
    end = text.find("\n", place)
    place = len(text) if end < 0 else end
    inset = node.value[0][0].start_mark.column if node.value else 0
    return place, "\n" + "\n".join(_block(tree, inset))


def _index(text: str, mark: Any) -> int:
    """Where a mark of the parser is in the text."""
    start = 0
    for _line in range(mark.line):
        end = text.find("\n", start)
        if end < 0:
            return len(text)
        start = end + 1
    return min(start + int(mark.column), len(text))


def _flow(value: Any) -> str:
    if isinstance(value, _Tree):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.parts.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def _block(tree: _Tree, inset: int) -> list[str]:
    lines: list[str] = []
    for key, value in tree.parts.items():
        space = " " * inset
        if isinstance(value, _Tree):
            lines += [f"{space}{key}:", *_block(value, inset + 2)]
        elif isinstance(value, dict):
            lines.append(f"{space}{key}:")
            lines += [
                f"{space}  {quoted(str(word))}: {json.dumps(item, ensure_ascii=False)}  # TODO"
                for word, item in value.items()
            ]
        elif isinstance(value, list):
            lines.append(f"{space}{key}:")
            lines += [f"{space}  - {json.dumps(item, ensure_ascii=False)}  # TODO" for item in value]
        else:
            lines.append(f"{space}{key}: {json.dumps(value, ensure_ascii=False)}  # TODO")
    return lines


def _marked(text: str, stale: list[Translation]) -> str:
    """The text with a comment above each stale translation that says what its source is now."""
    if not stale:
        return text
    marks = parse_source(text, "").marks
    lines = text.splitlines(keepends=True)
    notes: dict[int, list[str]] = {}
    for state in stale:
        path = state.path
        while path not in marks:
            path = path[:-1]
        line = marks[path].line - 1
        space = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
        now = " ".join(json.dumps(state.source, ensure_ascii=False).split())
        notes.setdefault(line, []).append(f"{space}{STALE}{state.path[-1]}: {now}\n")
    return "".join("".join(notes.get(number, [])) + line for number, line in enumerate(lines))


def schema_beside(source: Path) -> str:
    """How an overlay beside ``source`` names its schema."""
    from simulator.authoring.starter import schema_of

    return schema_of(source).replace("scenario.json", "overlay.json")
