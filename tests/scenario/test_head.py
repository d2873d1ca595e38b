"""The head of a file: read without the YAML reader it says what that reader finds in it, or nothing."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.head import BEHIND, KEYS, plain_head
from simulator.scenario.library import SHIPPED, entry, read_head, scenario_files
from simulator.scenario.source import parse_source

HEADS = sorted(path for segment in ("corporate", "retail") for path in (SHIPPED / segment).glob("*.yaml"))
TEXTS = st.text(
    st.one_of(st.sampled_from(" :#'\"\\-?,[]{}&*!|>%@`~.\t\n\r\u2028\u200bae12零：，。"), st.characters()),
    max_size=12,
)
VALUES = st.one_of(
    TEXTS, st.integers(-5, 99), st.booleans(), st.none(), st.floats(0, 9), st.lists(TEXTS, max_size=2)
)
PERSON = st.dictionaries(st.sampled_from(["name", "title", "address"]), VALUES, min_size=1)
DOSSIER = st.fixed_dictionaries(
    {"contact": PERSON}, optional={"organisation": VALUES, "known": VALUES, "title": VALUES}
)
OTHERS = st.sampled_from([*(key for key in KEYS if key != "dossier"), "topics"])


def of_yaml(text: str) -> dict[str, Any] | None:
    """What the YAML reader finds in the head; None where it finds fault with it."""
    behind = BEHIND.search(text)
    try:
        return parse_source(text[: behind.start()] if behind else text, "f.yaml").data
    except ScenarioError:
        return None


def listed(data: dict[str, Any]) -> dict[str, Any]:
    """Of a head what a list needs."""
    contact = (data.get("dossier") or {}).get("contact") or {}
    return {**{key: data[key] for key in data if key != "dossier"}, "name": contact.get("name")}


@given(
    st.dictionaries(OTHERS, VALUES), st.none() | DOSSIER, st.dictionaries(OTHERS, VALUES, max_size=2), st.booleans()
)
def test_it_is_read_as_the_yaml_reader_reads_it_or_not_at_all(
    above: dict[str, Any], dossier: dict[str, Any] | None, below: dict[str, Any], apart: bool
) -> None:
    parts = [above, {"dossier": dossier} if dossier else {}, {k: v for k, v in below.items() if k not in above}]
    text = "\n".join(yaml.safe_dump(p, allow_unicode=True, sort_keys=False, width=30) for p in parts if p)
    found, told = plain_head(text.replace("\n", "\n# …\n\n") if apart else text), of_yaml(text)
    assert found is None or told is None or listed(found) == listed(told)


@given(
    st.sampled_from(HEADS),
    st.lists(st.tuples(st.integers(0, 1200), st.text(" \n:#'\"-|>[{&dx", max_size=3)), min_size=1),
)
def test_in_a_spoilt_head_it_finds_nothing_that_the_yaml_reader_finds_otherwise(
    path: Path, spoilt: list[tuple[int, str]]
) -> None:
    text = path.read_text(encoding="utf-8")
    for at, put in spoilt:
        text = text[:at] + put + text[at + 1 :]
    found, told = plain_head(text), of_yaml(text)
    assert found is None or told is None or listed(found) == listed(told)


@pytest.mark.parametrize("path", HEADS, ids=lambda path: path.name)
def test_every_shipped_head_is_written_plainly(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found, told = plain_head(text), of_yaml(text)
    assert found is not None
    assert told is not None
    assert listed(found) == listed(told)


def test_lines_of_windows_are_plain(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(
        "id: a\r\ntitle: '三点: 十五'\r\ndossier:\r\n  contact:\r\n    name: 陈立\r\nstates:\r\n".encode()
    )
    assert read_head(file) == {"id": "a", "title": "三点: 十五", "dossier": {"contact": {"name": "陈立"}}}


def test_what_is_not_plain_is_left_to_the_yaml_reader(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "id: a\ntitle: >-\n  two\n  lines\ndossier: {contact: {name: Li}}\nstates: [\n", encoding="utf-8"
    )
    assert plain_head(file.read_text(encoding="utf-8")) is None
    assert (entry(file, read_head).titles, entry(file, read_head).contacts) == ({"": "two lines"}, {"": "Li"})


def test_a_glance_lists_what_the_whole_files_say() -> None:
    files = list(scenario_files())
    assert files
    assert [entry(path, read_head) for path in files] == [entry(path) for path in files]


@pytest.mark.parametrize("before", range(3))
def test_a_head_of_any_length_is_read_to_its_end(tmp_path: Path, before: int) -> None:
    """Only the beginning of a file is read, cut in whatever character it is, unless the head goes on behind it."""
    text = HEADS[0].read_text(encoding="utf-8")
    for long in ("", "# " + "。" * 9000 + "\n"):
        path = tmp_path / "client.yaml"
        path.write_text("#" * before + "\n" + long + text + "\n#" + "话" * 9000, encoding="utf-8")
        assert listed(dict(read_head(path))) == listed(dict(read_head(HEADS[0])))
