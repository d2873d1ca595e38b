"""``duilian check``: nothing on what is shipped, and every planted fault at its line with a remedy."""

import json
import shutil
from pathlib import Path

import pytest

from simulator.scenario.library import SHIPPED
from tests.commands.calling import LANGUAGES, ROOT, call, complaint

SCENARIO = "corporate/auto-parts-exporter.yaml"
OVERLAY = "corporate/auto-parts-exporter.en.yaml"
ARCHETYPE = "clients/corporate/finance-director.yaml"

FAULTS: tuple[tuple[str, ...], ...] = (
    ("misspelt entry", SCENARIO, "summary: ", "sumary: ", "S100", "summary"),
    ("missing statement", SCENARIO, "    statement: 六月前", "    thread_: 六月前", "S101", "add it"),
    ("unknown segment", SCENARIO, "segment: corporate", "segment: corporat", "S102", "'corporate', 'retail'"),
    ("a map where a text belongs", SCENARIO, "title: 首访", "title: {a: b} # ", "S102", "a text"),
    ("a text where a map belongs", SCENARIO, "temperament:\n  trust: 30\n  patience: 70", "temperament: warm", "S102", "a map"),
    ("a word where a number belongs", SCENARIO, "difficulty: 3", "difficulty: three", "S102", "a whole number"),
    ("an id with capitals", SCENARIO, "id: auto-parts-exporter", "id: Auto Parts", "S103", "small letters"),
    ("a number out of range", SCENARIO, "difficulty: 3", "difficulty: 9", "S107", "<= 5"),
    ("an empty text", SCENARIO, "title: 首访", "title: '' # ", "S105", "write it or remove"),
    ("an unknown archetype", SCENARIO, "client: corporate/finance-director", "client: corporate/finance-directer", "S200", "corporate/finance-director"),
    ("an unknown move", SCENARIO, "        move: ask_clarify", "        move: ask_clarfy", "S301", "ask_clarify"),
    ("an unknown topic", SCENARIO, "        topic: [house,", "        topic: [hause,", "S300", "house"),
    ("an unknown need", SCENARIO, "        reveal: {house_out:", "        reveal: {hous_out:", "S300", "house_out"),
    ("an unknown state", ARCHETYPE, "        go: discovery", "        go: discovry", "S300", "discovery"),
    ("a condition on an unknown need", SCENARIO, "when: revealed.house_out == 2", "when: revealed.haus == 2", "S300", "unknown need"),
    ("a condition that is no condition", SCENARIO, "when: revealed.house_out == 2", "when: revealed.house_out = 2", "C201", "compare with"),
    ("a condition without its bracket", SCENARIO, "when: revealed.house_out == 2", "when: (trust > 3 and turn > 2", "C202", "bracket"),
    ("a condition without its end", SCENARIO, "when: revealed.house_out == 2", "when: trust > and turn", "C203", "a name or a number"),
    ("a condition on an unknown thing", SCENARIO, "when: revealed.house_out == 2", "when: trusst > 2", "C204", "trust"),
    ("a need of an unknown topic", SCENARIO, "    topic: line", "    topic: lines", "S300", "line"),
    ("a product that meets nothing known", SCENARIO, "    meets: [peak_line, cheaper]", "    meets: [peek_line]", "S300", "peak_line"),
    ("a template nobody fills in", ARCHETYPE, "好，存您电话了", "$name 好，存您电话了", "S303", "$address"),
    ("a wrong verdict", SCENARIO, "      verdict: right", "      verdict: needed", "S102", "right, wrong"),
    ("a limit on the wrong side", SCENARIO, "      limit: 70", "      limit: 20", "S407", "swap"),
    ("the same entry twice", SCENARIO, "difficulty: 3", "id: twice", "Y109", "keep one"),
    ("a tabulator", SCENARIO, "difficulty: 3", "\tdifficulty: 3", "Y112", "spaces"),
    ("an anchor", SCENARIO, "difficulty: 3", "difficulty: &a 3", "Y106", "not allowed"),
    ("an invisible character", SCENARIO, "title: 首访", 'title: "x\\u202Ey" # ', "S110", "U+202E"),
    ("a translation of nothing", OVERLAY, "title: ", "titel: x\ntitle: ", "S203", "title"),
    ("a translation that changes a number", OVERLAY, "title: ", "difficulty: 5\ntitle: ", "S204", "only hold texts"),
)  # fmt: skip
"""Name; file; the first of this text becomes that; the code expected there, and a word of the remedy."""


@pytest.fixture
def copy(home: Path) -> Path:
    """The shipped scenarios, to be spoilt."""
    return Path(shutil.copytree(SHIPPED, home / "scenarios", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


def findings(path: Path) -> list[dict[str, object]]:
    """What is found, as JSON."""
    told = call("check", str(path), "--json", "--lang", "en")
    found = [json.loads(line) for line in told.out.splitlines()]
    assert told.status == (1 if found else 0), told
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shipped_is_clean(language: str) -> None:
    told = call("check", str(SHIPPED), str(ROOT / "scoring" / "rubrics"), "--lang", language)
    assert told.status == 0, told.out
    assert len(told.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "word"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_a_planted_fault_is_reported_at_its_line_with_a_remedy(
    copy: Path, file: str, old: str, new: str, code: str, word: str
) -> None:
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    before = text[: text.index(old)]
    path.write_text(before + new + text[len(before) + len(old) :], encoding="utf-8")
    first = before.count("\n") + 1
    found = findings(path)
    here = [
        fault
        for fault in found
        if fault["file"] == str(path) and fault["code"] == code and word in str(fault["message"])
    ]
    assert here, found
    at = here[0]["line"]
    assert isinstance(at, int)
    around = 4 if code == "S101" else 0  # what is missing is told at the part that it is missing from
    assert first - around <= at <= first + new.count("\n"), (first, here)


def test_findings_are_lines_with_place_code_and_remedy_in_the_readers_language(copy: Path) -> None:
    path = copy / SCENARIO
    path.write_text(path.read_text(encoding="utf-8").replace("summary: ", "sumary: ", 1), encoding="utf-8")
    for language, words in (("en", "did you mean 'summary'?"), ("zh", "是不是“summary”？")):
        told = call("check", str(path), "--lang", language)
        assert told.status == 1
        assert told.err == ""
        *lines, last = told.out.splitlines()
        assert any(line.startswith(f"{path}:8:1: S100 ") and words in line for line in lines)
        assert "1" in last


def test_every_fault_of_a_file_is_found_in_one_run(copy: Path) -> None:
    path = copy / SCENARIO
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("summary: ", "sumary: "),
        ("difficulty: 3", "difficulty: 9"),
        ("visit: first", "visit: frist"),
    ):
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    assert {fault["code"] for fault in findings(path)} >= {"S100", "S107", "S102"}


def test_a_fault_of_an_archetype_is_found_with_it_alone_and_once_with_its_clients(copy: Path) -> None:
    path = copy / ARCHETYPE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  patience: 68", "  patience: 680", 1), encoding="utf-8")
    assert [fault["code"] for fault in findings(path)] == ["S107"]
    assert [(fault["file"], fault["code"]) for fault in findings(copy)] == [(str(path), "S107")]


def test_what_a_translation_lacks_is_told_where_it_belongs(copy: Path) -> None:
    overlay = copy / OVERLAY
    lines = overlay.read_text(encoding="utf-8").splitlines(True)
    overlay.write_text("".join(line for line in lines if not line.startswith("summary:")), encoding="utf-8")
    for path in (copy / SCENARIO, overlay):
        (fault,) = findings(path)
        assert (fault["code"], fault["file"], fault["line"]) == ("S402", str(copy / OVERLAY), 2)
        assert SCENARIO.rpartition("/")[2] in str(fault["message"])
        assert "line 8" in str(fault["message"])


def test_a_translation_without_its_file_is_told(copy: Path) -> None:
    (copy / SCENARIO).unlink()
    (fault,) = findings(copy / OVERLAY)
    assert (fault["code"], fault["line"]) == ("S205", 1)


def test_what_can_never_happen_is_told(copy: Path) -> None:
    path = copy / SCENARIO
    text = path.read_text(encoding="utf-8")
    text = (
        text.replace(
            "states:\n",
            "remarks:\n  never: {say: [好。]}\nstates:\n  nowhere: {name: 没人来}\n",
            1,
        )
        if "\nremarks:" not in text
        else text.replace("\nremarks:\n", "\nremarks:\n  never: {say: [好。]}\n", 1).replace(
            "\nstates:\n", "\nstates:\n  nowhere: {name: 没人来, inside: discovery}\n", 1
        )
    )
    text = text.replace("\nneeds:\n", "\nneeds:\n  silent: {kind: latent, statement: 从不说起}\n", 1)
    path.write_text(text, encoding="utf-8")
    codes = {str(fault["code"]) for fault in findings(path)}
    assert codes >= {"S403", "S405", "S406"}


def test_rubrics_are_checked_too(home: Path) -> None:
    path = home / "visit.yaml"
    text = (ROOT / "scoring" / "rubrics" / "visit.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("pass_mark:", "pas_mark:", 1), encoding="utf-8")
    assert any(fault["line"] == 1 + text[: text.index("pass_mark:")].count("\n") for fault in findings(path))


def test_a_file_that_is_no_text_is_told(home: Path) -> None:
    for name, data, code in (("gbk", "标题: 首访".encode("gb18030"), "Y102"), ("list", b"- 1\n", "Y111")):
        path = home / f"{name}.yaml"
        path.write_bytes(data)
        (fault,) = findings(path)
        assert (fault["code"], fault["line"], fault["column"]) == (code, 1, 1)


def test_paths_that_hold_nothing_are_told(home: Path) -> None:
    assert complaint(call("check", str(home / "none"), "--lang", "zh")).endswith("没有这个文件或目录")
    (home / "empty").mkdir()
    assert "no .yaml file" in complaint(call("check", str(home / "empty"), "--lang", "en"))


def test_a_rubric_that_extends_the_shipped_one_is_checked(home: Path) -> None:
    path = home / "ours.yaml"
    text = "format: 1\nid: ours\nextends: visit\nitems:\n  prep_objectiv: {weight: 5}\n"
    path.write_text(text.replace("objectiv", "objective"), encoding="utf-8")
    assert call("check", str(path)).status == 0
    path.write_text(text, encoding="utf-8")
    told = call("check", str(path), "--lang", "en")
    assert told.status == 1
    assert told.out.startswith(f"{path}:5:3: R230 ")
    assert "prep_objective" in told.out
    path.write_text(text.replace("visit", "vist"), encoding="utf-8")
    told = call("check", str(path), "--lang", "zh")
    assert told.out.startswith(f"{path}:3:10: R233 ")
