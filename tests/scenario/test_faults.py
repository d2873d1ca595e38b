"""Every planted fault, of a different kind each, is reported at the right line with a remedy, in both languages.

The faults stand in ``faults/*.yaml``: a text of a shipped file and what it becomes, the finding's line and code.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.scenario.library import SHIPPED
from tests.commands.calling import ROOT, call

FOLDER = Path(__file__).parent / "faults"


def planted() -> Iterator[Any]:
    """Every fault with its name."""
    for file in sorted(FOLDER.glob("*.yaml")):
        for name, fault in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            yield pytest.param(fault, id=f"{file.stem}: {name}")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped scenarios and rubrics, to be spoilt."""
    folder = tmp_path / "scenarios"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copytree(ROOT / "scoring" / "rubrics", folder / "rubrics")
    return folder


def spoil(folder: Path, fault: dict[str, Any]) -> int:
    """Plants the fault; gives the line at which it is to be found."""
    path = folder / fault["file"]
    text = path.read_text(encoding="utf-8")
    before, found, after = text.partition(fault["old"])
    assert found, fault
    after = after.replace(fault["old"], fault["new"]) if fault.get("every") else after
    if "also" in fault:
        assert fault["also"]["old"] in after, fault
        after = after.replace(fault["also"]["old"], fault["also"]["new"], 1)
    path.write_text(before + fault["new"] + after, encoding="utf-8")
    line = fault.get("line", before.count("\n") + 1 + fault.get("at", 0))
    assert isinstance(line, int)
    return line


def test_there_are_sixty_faults_of_different_kinds() -> None:
    faults = [param.values[0] for param in planted()]
    assert len(faults) >= 60
    assert len({fault["code"] for fault in faults}) >= 40


@pytest.mark.parametrize("fault", list(planted()))
def test_a_planted_fault_is_reported_at_its_line_with_a_remedy(copy: Path, fault: dict[str, Any]) -> None:
    line = spoil(copy, fault)
    told = call("check", str(copy / fault["file"]), "--json", "--lang", "en")
    assert told.status == (0 if fault.get("severity") == "warning" else 1), told
    found = [json.loads(record) for record in told.out.splitlines()]
    file = str(copy / fault.get("where", fault["file"]))
    here = [one for one in found if (one["file"], one["line"], one["code"]) == (file, line, fault["code"])]
    assert here, (line, fault["code"], told.out)
    assert any(fault["says"] in one["message"] for one in here), here
    chinese = call("check", str(copy / fault["file"]), "--json", "--lang", "zh").out.splitlines()
    words = [json.loads(record)["message"] for record in chinese]
    assert all(max(message) >= "\u4e00" for message in words), words


def test_all_faults_of_a_file_are_found_in_one_run(copy: Path) -> None:
    """Types, names and logic in one run; what cannot be read does not make the rest look wrong."""
    file = copy / "corporate" / "auto-parts-exporter.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("difficulty: 3", "difficulty: 三"),
        ("        go: proposal", "        go: proposall"),
        ("when: revealed.house_out == 2\n", "when: trust >= 460\n"),
        ("      limit: 70", "      limit: 20"),
        ("    statement: 六月前", "    statment: 六月前"),
        ("kind: temptation", "kind: tempting"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    told = call("check", str(file), "--json", "--lang", "en")
    codes = sorted(json.loads(record)["code"] for record in told.out.splitlines())
    assert codes == ["S100", "S101", "S102", "S102", "S300", "S407", "S412"]


def test_slips_of_the_pen_are_found_together(copy: Path) -> None:
    file = copy / "corporate" / "auto-parts-exporter.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("difficulty: 3", "difficulty：3"),
        ("    topic: house\n", "\ttopic: house\n"),
        ("meets: [fx_loss]", "meets: [fx_loss】"),
        ('unit: "%"', 'unit: "%”'),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    told = call("check", str(file), "--json", "--lang", "en")
    assert {json.loads(record)["code"] for record in told.out.splitlines()} == {"Y112", "Y113", "Y115", "Y116"}


def test_a_figure_that_is_wrong_in_the_source_is_not_told_of_its_translation_too(copy: Path) -> None:
    file = copy / "retail" / "retired-teacher.yaml"
    text = file.read_text(encoding="utf-8")
    assert "三年1.55%，是存款" in text
    file.write_text(text.replace("三年1.55%，是存款", "三年1.85%，是存款", 1), encoding="utf-8")
    told = call("check", str(file), "--json", "--lang", "en").out.splitlines()
    assert [json.loads(record)["code"] for record in told] == ["S466"]


@pytest.mark.parametrize("name", ["middle", "medium", "mitte"])
def test_a_band_of_another_name_does_not_make_its_translation_wrong(copy: Path, name: str) -> None:
    file = copy / "clients" / "retail" / "busy-parent.yaml"
    spoil(copy, {"file": "clients/retail/busy-parent.yaml", "old": "          mid: ", "new": f"          {name}: "})
    told = [json.loads(line) for line in call("check", str(file), "--json", "--lang", "en").out.splitlines()]
    assert [(one["file"], one["code"]) for one in told] == [(str(file), "S111")]


def test_a_list_that_is_one_text_is_told_where_it_stands_and_not_of_its_translation(copy: Path) -> None:
    old = 'how_far: {words: ["住得远", "离游泳馆多远", "家离", "远吗"]'
    fault = {
        "file": "retail/young-parents.yaml",
        "old": old,
        "new": "how_far: {words: [住得远，离游泳馆多远，家离，远吗]",
    }
    line = spoil(copy, fault)
    file = copy / "retail" / "young-parents.yaml"
    told = [json.loads(line) for line in call("check", str(file), "--json", "--lang", "en").out.splitlines()]
    assert [(one["file"], one["line"], one["code"]) for one in told] == [(str(file), line, "S435")]


@pytest.mark.parametrize("when", ["offered.any", "agreed.any", "round >= 2"])
def test_terms_may_be_said_outside_the_bargaining_once_there_are_any(copy: Path, when: str) -> None:
    new = f"        when: {when}\n        say:\n          low: [您好，$mine。椅子上"
    spoil(
        copy,
        {"file": "clients/corporate/founder.yaml", "old": "        say:\n          low: [您好。椅子上", "new": new},
    )
    told = call("check", str(copy / "clients" / "corporate" / "founder.yaml"), "--json", "--lang", "en")
    assert "S502" not in told.out
