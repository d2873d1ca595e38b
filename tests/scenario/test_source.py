"""YAML from a stranger: data with places, or one clear error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.remedies import SENTENCES, report_line
from simulator.scenario.source import Mark, parse_source


def test_places_are_kept() -> None:
    source = parse_source("a: 1\nb:\n  c: [x, y]\n", "f.yaml")
    assert source.data == {"a": 1, "b": {"c": ["x", "y"]}}
    assert source.mark(("b", "c", 1)) == Mark(3, 10)
    assert source.mark(("b", "nothing")) == Mark(2, 1)


def test_scalars_are_those_of_yaml_1_2() -> None:
    source = parse_source("{a: no, b: 1:30, c: 0123, d: true, e: 1.5, f: ~, g: '1'}", "f.yaml")
    assert source.data == {"a": "no", "b": "1:30", "c": 123, "d": True, "e": 1.5, "f": None, "g": "1"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: *x", "Y106", 1),
        ("a: &x 1", "Y106", 1),
        ("a: {<<: b}", "Y106", 1),
        ("b: 1\na: !!python/object/apply:os.system [ls]", "Y107", 2),
        ("a: 1\nb: 2\na: 3", "Y109", 3),
        ("a: [1, 2", "Y116", 1),
        ("a: 1\n---\nb: 1", "Y110", 2),
        ("- 1", "Y111", 1),
        ("? [a]\n: 1", "Y108", 1),
        ("[" * 3000, "Y104", 1),
        ("a: " + "[" * 30_000, "Y104", 1),
        ("a: '" + "x" * 1_000_001 + "'", "Y103", 1),
        ("a: [" + "1," * 60_000 + "]", "Y105", 1),
        ("", "Y111", 1),
    ],
)
def test_what_is_not_taken_is_told_with_its_place(text: str, code: str, line: int) -> None:
    with pytest.raises(ScenarioError) as caught:
        parse_source(text, "f.yaml")
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.line) == (code, line)
    assert report_line(diagnostic).startswith(f"f.yaml:{line}:")
    assert code in SENTENCES


def test_control_and_bidirectional_characters_are_taken_out_and_told() -> None:
    source = parse_source('a: "x\\u202Ey\\u001Bz"', "f.yaml")
    assert source.data == {"a": "xyz"}
    assert source.unsafe == ((("a",), "U+202E U+001B"),)


@given(st.text(max_size=80) | st.text(alphabet="a: -[]{}\n'\"#&*!|>%@`,?", max_size=80))
def test_no_text_gives_anything_but_data_or_a_declared_error(text: str) -> None:
    found: tuple[Diagnostic, ...] = ()
    try:
        parse_source(text, "f.yaml")
    except ScenarioError as error:
        found = error.diagnostics
    assert all(diagnostic.code in SENTENCES for diagnostic in found)
