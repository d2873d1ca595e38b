"""The schemas are those of the models, explain every field in both languages, and are named by every shipped file."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.field_words import FIELDS
from simulator.authoring.schemas import CONDITION_PATTERN, KINDS, owner_of, schema
from simulator.scenario import model
from simulator.scenario.library import SHIPPED
from simulator.scenario.model import Frozen
from simulator.scenario.source import read_source
from tests.authoring.language_server import VARIABLE, Editor, server
from tests.commands.calling import ROOT, call

SCHEMAS = SHIPPED / "schema"
WRITTEN = [path for path in SHIPPED.rglob("*.yaml") if path.parent.name != "expect"]  # those nobody writes by hand
FILES = sorted([*WRITTEN, *(ROOT / "scoring" / "rubrics").glob("*.yaml")])


def test_those_checked_in_are_current(tmp_path: Path) -> None:
    told = call("schema", "--out", str(tmp_path), "--lang", "zh")
    assert told.status == 0
    assert {path.name for path in tmp_path.iterdir()} == {f"{kind}.json" for kind in KINDS}
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (SCHEMAS / path.name).read_bytes(), f"duilian schema --lang zh --out {SCHEMAS}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_shipped_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named, first
    found = (path.parent / named[1]).resolve()
    assert found.parent == SCHEMAS
    over = path.name.count(".") > 1
    if "rubrics" in path.parts:
        assert found.stem == ("rubric-overlay" if over else "rubric")
    elif "expect" not in path.parts:
        assert found.stem == ("overlay" if over else "archetype" if "clients" in path.parts else "scenario")


def test_every_field_is_explained_in_both_languages() -> None:
    parts = [part for part in vars(model).values() if isinstance(part, type) and issubclass(part, Frozen)]
    wanted = set()
    for part in parts:
        for name, info in part.model_fields.items():
            wanted.add(f"{owner_of(part, name)}.{info.alias or name}")
    assert sorted(wanted - set(FIELDS)) == []
    for zh, en in FIELDS.values():
        assert re.search(r"[\u4e00-\u9fff]", zh)
        assert not re.search(r"[\u4e00-\u9fff]", en)


def test_the_readers_language_comes_first() -> None:
    both = [json.loads(call("schema", "scenario", "--lang", spoken).out) for spoken in ("zh", "en")]
    told = [made["properties"]["title"]["description"] for made in both]
    assert told[0] == "\n\n".join(told[1].split("\n\n")[::-1])
    assert told[1].startswith("The title")


def conditions(value: Any) -> Iterator[str]:
    """Every condition written in a file."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("when", "opens") and isinstance(part, str):
                yield part
            yield from conditions(part)


def test_the_pattern_takes_every_condition_and_no_code() -> None:
    written = [text for path in FILES for text in conditions(read_source(path).data)]
    assert len(written) > 100
    pattern = re.compile(CONDITION_PATTERN)
    assert [text for text in written if not pattern.search(text)] == []
    for text in ("trust = 4", "os.system('x')", "trust > 4; x", "revealed.lease & 1"):
        assert not pattern.search(text)


def walked(value: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walked(part)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_schema_refers_to_is_in_it(kind: str) -> None:
    made = schema(kind)
    for part in walked(made):
        if isinstance(part.get("$ref"), str):
            assert part["$ref"].rpartition("/")[2] in made["definitions"]


needs_server = pytest.mark.skipif(server() is None, reason=f"no yaml-language-server; {VARIABLE} names it")


@needs_server
def test_a_language_server_finds_nothing_wrong_with_what_is_shipped() -> None:
    with Editor(server() or "") as editor:
        found = {path.name: editor.findings(path) for path in FILES}
    assert {name: faults for name, faults in found.items() if faults} == {}


@needs_server
def test_a_language_server_explains_completes_and_finds_faults() -> None:
    path = SHIPPED / "corporate" / "steel-trader.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip().startswith("reveal:"))
    inset = lines[at].index("reveal")
    with Editor(server() or "") as editor:
        address = editor.open(path)
        explained = editor.hover(address, at, inset + 2)
        assert FIELDS["Reaction.reveal"][0] in explained
        assert FIELDS["Reaction.reveal"][1] in explained
        other = path.with_name("not-there.yaml")
        begun = [*lines[:at], " " * inset, *lines[at:]]
        offered = editor.complete(editor.open(other, "\n".join(begun)), at, inset)
        assert {"taboo", "form", "go", "settle"} <= set(offered)
        assert FIELDS["Reaction.settle"][1] in str(offered["settle"]["documentation"])
        begun[at] = " " * inset + "taboo: "
        offered = editor.complete(editor.open(path.with_name("nor-this.yaml"), "\n".join(begun)), at, inset + 7)
        assert "guarantee_return" in offered
        begun[at] = " " * inset + "taboo: guaranty_return"
        (fault,) = editor.findings(path.with_name("nor-that.yaml"), "\n".join(begun))
        assert fault["range"]["start"]["line"] == at


def test_the_server_is_looked_for_where_it_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep)
    assert server() is None
