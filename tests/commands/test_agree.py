"""``duilian agree`` as a trainer uses it: the empty sheet, the filled one, and what is said of a bad one."""

import importlib.util
import json
from pathlib import Path

import pytest

from tests.commands.calling import CLIENTS, LANGUAGES, call, complaint

Played = dict[tuple[str, str], Path]


@pytest.fixture
def files(played: Played) -> list[str]:
    return [str(played[client, "zh"]) for client in CLIENTS]


@pytest.fixture
def sheet(home: Path, files: list[str]) -> Path:
    """The template, filled in by two people."""
    told = call("agree", "--template", *files, "--lang", "zh")
    assert (told.status, told.err) == (0, "")
    head, *rows = told.out.splitlines()
    filled = [head]
    for number, row in enumerate(rows):
        mark = "0" if ",red_line," in row else "71" if ",total," in row else ("0", "0.5", "1", "na")[number % 4]
        filled += [f"{person}{row.rstrip(',')},{mark}," for person in ("王芳", "李雷")]
    path = home / "grades.csv"
    path.write_text("\r\n".join(filled).replace(",,", ",", 0), encoding="utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_filled_in_is_compared(sheet: Path, files: list[str], language: str) -> None:
    told = call("agree", str(sheet), *files, "--lang", language)
    assert (told.status, told.err) == (0, ""), told.err
    assert ("弗莱斯" in told.out) == (language == "zh")
    assert "王芳" in told.out


def test_as_json_and_as_a_page(home: Path, sheet: Path, files: list[str]) -> None:
    out = home / "agreement.html"
    told = call("agree", str(sheet), *files, "--json", "--html", str(out))
    found = json.loads(told.out)
    assert found["people"] == ["李雷", "王芳"]
    assert [pair["kappa"] for pair in found["pairs"] if {pair["one"], pair["other"]} == {"李雷", "王芳"}] == [1.0]
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_mistakes_are_told_with_their_places(sheet: Path, files: list[str]) -> None:
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("prep_objective", "prep_objectiv", 1), encoding="utf-8")
    told = complaint(call("agree", str(sheet), *files, "--lang", "en"))
    assert told.startswith(f"{sheet}:2:")
    assert "G105 The rubric has no item “prep_objectiv”. Did you mean: prep_objective?" in told
    sheet.write_bytes(text.encode("gb18030"))
    assert ":1: G100 " in complaint(call("agree", str(sheet), *files))


def test_bad_usage_is_told(home: Path, sheet: Path, files: list[str]) -> None:
    assert "TRANSCRIPT" in complaint(call("agree", str(sheet), "--lang", "en"))
    assert "no such file" in complaint(call("agree", str(home / "none.csv"), *files, "--lang", "en"))
    assert "no such file" in complaint(call("agree", str(sheet), str(home / "none.jsonl"), "--lang", "en"))
    assert "twice" in complaint(call("agree", str(sheet), files[0], files[0], "--lang", "en"))
    assert "overwritten" in complaint(call("agree", str(sheet), files[0], "--html", str(sheet), "--lang", "en"))
    assert "--html" in complaint(call("agree", "--template", files[0], "--html", "x.html", "--lang", "en"))


def test_without_the_extra_the_way_to_it_is_named(
    sheet: Path, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    told = complaint(call("agree", str(sheet), *files, "--lang", "zh"))
    assert "pip install 'duilian[agreement]'" in told
    assert call("agree", "--template", *files).status == 0
