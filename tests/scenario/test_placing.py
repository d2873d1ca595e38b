"""Where everything in a file stands: the same whether one place is asked for or all of them."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.placing import FEW
from simulator.scenario.source import Source, parse_source

NAMES = st.text(alphabet="abc", min_size=1, max_size=3)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.integers(0, 9) | NAMES | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)
FILES = st.dictionaries(NAMES, VALUES, min_size=1, max_size=5)


def _read(data: dict[str, Any]) -> Source:
    return parse_source(json.dumps(data, indent=1), "f.yaml")


@given(FILES)
def test_one_place_is_the_same_as_among_all(data: dict[str, Any]) -> None:
    source = _read(data)
    several, all_of_them = _read(data), dict(_read(data).marks.items())
    assert list(source.marks) == list(all_of_them)
    for path in list(source.marks)[:FEW]:
        alone = _read(data)
        assert alone.marks[path] == several.marks[path] == all_of_them[path]
        assert alone.value_marks[path] == dict(_read(data).value_marks.items())[path]


@given(FILES)
def test_a_place_is_where_the_key_and_the_value_stand_in_the_text(data: dict[str, Any]) -> None:
    lines = json.dumps(data, indent=1).split("\n")
    source = _read(data)
    for path in source.marks:
        value: Any = source.data
        for part in path:
            value = value[part]
        written = json.dumps(value, indent=1).split("\n")[0]
        mark, own = source.marks[path], source.value_marks[path]
        assert lines[own.line - 1][own.column - 1 :].startswith(written)
        if path and isinstance(path[-1], str):
            assert lines[mark.line - 1][mark.column - 1 :].startswith(json.dumps(path[-1]))
        else:
            assert mark == own


def test_what_is_not_in_a_file_has_no_place() -> None:
    source = parse_source("a: [1, {b: 2}]\n", "f.yaml")
    assert source.marks.get(("a", 1, "b")) is not None
    assert [path in source.marks for path in [("a", 1), ("a", 2), ("a", -1), ("a", True), ("b",), (), "a"]] == [
        True, False, False, False, False, True, False,
    ]  # fmt: skip
    assert source.value_marks.get(("a", 1, "c")) is None
    assert source.marks.get(("a", 0, "b")) is None
    assert not Source("", {"a": 1}).has(("a",))
