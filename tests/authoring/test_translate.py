"""Translations: what is missing is added, what has changed is marked, and nothing that was written is lost."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from simulator.scenario.layers import Layer
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
from simulator.scenario.source import read_source
from simulator.scenario.translations import translations
from tests.commands.calling import call, complaint

FILES = sorted(path for path in SHIPPED.rglob("*.yaml") if path.with_name(f"{path.stem}.en.yaml").exists())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new Chinese client."""
    path = tmp_path / "mine.yaml"
    assert call("new", "--yes", "--lang", "zh", "--out", str(path)).status == 0
    return path


def change(path: Path, old: str, new: str) -> None:
    """Changes the first place."""
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def translated(path: Path, *more: str) -> str:
    """What the command says."""
    done = call("translate", str(path), "--to", "en", "--lang", "en", *more)
    assert done.status in (0, 1), done
    return done.out


def records(path: Path) -> list[dict[str, Any]]:
    """What check finds, each on its own."""
    return [json.loads(line) for line in call("check", str(path), "--json", "--lang", "en").out.splitlines()]


def codes(path: Path) -> list[tuple[str, int]]:
    """Codes and lines of what check finds."""
    return [(one["code"], one["line"]) for one in records(path)]


def untouched(path: Path) -> str:
    """What check says still has the words of the source."""
    return "\n".join(one["message"] for one in records(path) if one["code"] == "S420")


def test_a_new_translation_has_every_text_and_is_playable(file: Path) -> None:
    assert "marked # TODO" in translated(file)
    overlay = file.with_name("mine.en.yaml")
    assert load_scenario(file, "en").scenario.language == "en"
    found = codes(file)
    assert found
    assert {code for code, _line in found} == {"S420"}
    lines = overlay.read_text(encoding="utf-8").splitlines()
    assert all("# TODO" in lines[line - 1] or "# TODO" in lines[line] for _code, line in found)
    assert not [one for one in translations(read_source(file), read_source(overlay)) if one.standing == "missing"]


def told(path: Path, language: str) -> list[str]:
    """What check says to a person."""
    return call("check", str(path), "--lang", language).out.splitlines()[:-1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_translation_just_begun_is_told_in_a_line_and_each_text_of_it_on_demand(
    file: Path, language: str
) -> None:
    overlay = file.with_name("mine.en.yaml")
    translated(file)
    (line,) = told(file, language)
    every = records(file)
    assert {one["code"] for one in every} == {"S420"}
    assert " S478 " in line
    assert f" {len(every)} " in line
    assert f"duilian translate {file}" in line
    for one in every[:3]:
        assert one["message"].split()[0] in line
        assert str(one["line"]) in line
    overlay.write_text("format: 1\nlanguage: en\ntranslates: my-client\ntitle: Somebody new\n", encoding="utf-8")
    (line,) = told(file, language)
    every = records(file)
    assert {one["code"] for one in every} == {"S402"}
    assert len({one["message"] for one in every}) == len(every) > 30  # though many belong to the same place
    assert " S489 " in line
    assert f" {len(every)} " in line
    assert f"duilian translate {file}" in line


def test_half_a_translation_is_told_in_two_lines_and_its_last_text_as_such(file: Path) -> None:
    translated(file)
    overlay = file.with_name("mine.en.yaml")
    text = overlay.read_text(encoding="utf-8")
    overlay.write_text(
        re.sub(r"(?m)^summary: .*\n", "", re.sub(r"(?m)^opening:\n(  .*\n)+", "", text)), encoding="utf-8"
    )
    assert [line.split()[1] for line in told(file, "en")] == ["S489", "S478"]
    overlay.write_text(re.sub(r"(?m)^summary: .*\n", "", text), encoding="utf-8")
    assert [line.split()[1] for line in told(file, "en")] == ["S402", "S478"]


def test_what_is_translated_stays_and_is_no_longer_asked_for(file: Path) -> None:
    translated(file)
    overlay = file.with_name("mine.en.yaml")
    before = codes(file)
    change(overlay, 'title: "新客户"  # TODO', "title: Somebody new  # TODO")
    assert codes(file) != before
    translated(file)
    text = overlay.read_text(encoding="utf-8")
    assert "title: Somebody new\n" in text
    assert load_scenario(file, "en").scenario.title == "Somebody new"
    again = translated(file)
    assert "added" not in again
    assert overlay.read_text(encoding="utf-8") == text


def test_a_changed_source_makes_its_translation_stale_until_it_is_adapted(file: Path) -> None:
    translated(file)
    overlay = file.with_name("mine.en.yaml")
    change(overlay, 'title: "新客户"  # TODO', "title: Somebody new")
    translated(file)
    change(file, "title: 新客户", "title: 老客户")
    line = next(
        n for n, text in enumerate(overlay.read_text(encoding="utf-8").splitlines(), 1) if "title: Some" in text
    )
    assert ("S421", line) in codes(file)
    assert f"duilian translate {file} --accept" in call("check", str(file), "--lang", "en").out
    assert "STALE" in translated(file)
    text = overlay.read_text(encoding="utf-8")
    assert '# STALE title: "老客户"\ntitle: Somebody new\n' in text
    translated(file)
    assert overlay.read_text(encoding="utf-8") == text
    change(overlay, "title: Somebody new", "title: An old friend")
    assert "S421" not in {code for code, _line in codes(file)}
    translated(file)
    text = overlay.read_text(encoding="utf-8")
    assert "STALE" not in text
    assert "title: An old friend\n" in text


def test_what_still_fits_is_accepted(file: Path) -> None:
    translated(file)
    overlay = file.with_name("mine.en.yaml")
    change(overlay, 'title: "新客户"  # TODO', "title: Somebody new")
    translated(file)
    change(file, "title: 新客户", "title: 新来的客户")
    translated(file, "--accept")
    assert "S421" not in {code for code, _line in codes(file)}
    assert "title: Somebody new\n" in overlay.read_text(encoding="utf-8")


def test_what_has_no_source_any_more_is_told_and_kept(file: Path) -> None:
    translated(file)
    overlay = file.with_name("mine.en.yaml")
    change(overlay, "\nsources:", "\nendings:\n  gone:\n    title: Gone\n\nsources:")
    assert "endings.gone.title" in translated(file)
    assert "title: Gone" in overlay.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_translation_is_kept_word_for_word(tmp_path: Path, path: Path) -> None:
    root = Path(shutil.copytree(SHIPPED, tmp_path / "scenarios", ignore=shutil.ignore_patterns("*.py")))
    copy = root / path.relative_to(SHIPPED)
    overlay = copy.with_name(f"{copy.stem}.en.yaml")
    before = Layer(read_source(copy), read_source(overlay)).texts()
    lines = overlay.read_text(encoding="utf-8").splitlines()
    translated(copy)
    after = overlay.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.strip() and line not in after] == []
    assert Layer(read_source(copy), read_source(overlay)).texts() == before
    assert codes(copy) == []


def test_a_text_missing_in_the_middle_is_put_where_it_belongs(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SHIPPED, tmp_path / "scenarios", ignore=shutil.ignore_patterns("*.py")))
    copy = root / "retail" / "young-parents.yaml"
    overlay = copy.with_name("young-parents.en.yaml")
    base, old = read_source(copy), read_source(overlay)
    change(overlay, ", why: That is the only purpose of the call", "")
    change(overlay, "    title: lift maintenance technician\n", "")
    told = translated(copy)
    assert "dossier.contact.title" in told
    assert "dossier.objective.meeting.why" in told
    new = read_source(overlay).data["dossier"]
    assert new["contact"]["title"] == base.data["dossier"]["contact"]["title"]
    assert new["objective"]["meeting"]["why"] == base.data["dossier"]["objective"]["meeting"]["why"]
    assert new["contact"]["name"] == old.data["dossier"]["contact"]["name"]
    assert {code for code, _line in codes(copy)} <= {"S420"}


def test_the_same_language_and_rubrics_are_refused(file: Path) -> None:
    assert "language" in complaint(call("translate", str(file), "--to", "zh", "--lang", "en"))
    rubric = SHIPPED.parent / "scoring" / "rubrics" / "visit.yaml"
    assert "rubric" in complaint(call("translate", str(rubric), "--to", "en", "--lang", "en"))


CHOICES = """bargaining:
  issues:
    security:
      name: 担保
      unit: choice
      quantity: amount
      better_for_client: higher
      opening: 2
      limit: 0
      authority: 1
      floor: 2
      step: 1
      words: [担保]
      values: {应收质押: 2, 押应收: 2, 老板担保: 1, 老板担保 + 应收质押: 1, 住房抵押: 0}
      says: {应收质押: 就押应收, 老板担保: 老板签字}
examples:
  ask_problem: [墙上那张通知是怎么回事？]
  falsify: [花名册多报几个没关系。]
"""


@pytest.fixture
def choosing(file: Path) -> Path:
    """A client with choices and examples, translated as far as `duilian translate` goes."""
    text = file.read_text(encoding="utf-8")
    head, bargaining, rest = text.partition("\nbargaining:")
    rest = rest[rest.index("\nendings:") :] if bargaining and "\nendings:" in rest else ""
    file.write_text(f"{head}\n{CHOICES}{rest}", encoding="utf-8")
    translated(file)
    return file


def test_choices_and_examples_are_asked_for_as_well(choosing: Path) -> None:
    overlay = choosing.with_name("mine.en.yaml")
    text = overlay.read_text(encoding="utf-8")
    for line in ("应收质押: 2  # TODO", "老板担保 + 应收质押: 1  # TODO", '- "花名册多报几个没关系。"  # TODO'):
        assert line in text
    told = untouched(choosing)
    for name in ("security.values", "security.says", "examples.ask_problem", "examples.falsify"):
        assert f"{name} still has the words of the source" in told


def test_what_has_been_taken_out_of_a_translation_is_told(choosing: Path) -> None:
    overlay = choosing.with_name("mine.en.yaml")
    text = overlay.read_text(encoding="utf-8")
    gone = [
        line
        for line in text.splitlines()
        if not line.strip().startswith(("values:", "says:", "应收", "押应收", "老板", "住房"))
    ]
    start = next(n for n, line in enumerate(gone) if line.startswith("examples:"))
    end = next(n for n, line in enumerate(gone) if n > start and line and not line[0].isspace())
    overlay.write_text("\n".join([*gone[:start], *gone[end:]]), encoding="utf-8")
    told = [one["message"] for one in records(choosing) if one["code"] == "S402"]
    for name in ("security.values", "security.says", "examples.ask_problem", "examples.falsify"):
        assert any(name in line for line in told), (name, told)
    assert "marked # TODO" in translated(choosing)
    assert not [one for one in records(choosing) if one["code"] == "S402"]


def test_a_choice_without_words_is_told_and_one_with_them_is_done(choosing: Path) -> None:
    overlay = choosing.with_name("mine.en.yaml")
    for old, new in (
        ("应收质押: 2", "pledge of receivables: 2"),
        ("押应收: 2", "receivables: 2"),
        ("老板担保: 1", "the owner's guarantee: 1"),
    ):
        change(overlay, f"        {old}  # TODO", f"        {new}  # TODO")
    assert "security.values still has" in untouched(choosing)
    change(overlay, "        住房抵押: 0", "        the flat: 0")
    change(overlay, "        老板担保 + 应收质押: 1", "        the owner's guarantee + pledge of receivables: 1")
    assert "security.values still has" not in untouched(choosing)
    translated(choosing)
    assert "the flat: 0\n" in overlay.read_text(encoding="utf-8")
    issue = load_scenario(choosing, "en").scenario.bargaining
    assert issue is not None
    assert next(iter(issue.issues["security"].values)) == "pledge of receivables"


def test_the_way_a_choice_is_said_is_the_translators(choosing: Path) -> None:
    overlay = choosing.with_name("mine.en.yaml")
    change(overlay, '        应收质押: "就押应收"', "        pledge of receivables: just the receivables")
    change(overlay, '        老板担保: "老板签字"', "        the owner's guarantee: his signature")
    change(overlay, "        应收质押: 2", "        pledge of receivables: 2")
    bargaining = load_scenario(choosing, "en").scenario.bargaining
    assert bargaining is not None
    assert bargaining.issues["security"].says == {
        "pledge of receivables": "just the receivables",
        "the owner's guarantee": "his signature",
    }


def test_a_topic_known_only_by_words_of_the_other_language_is_told(file: Path) -> None:
    translated(file)
    overlay = file.with_name("mine.en.yaml")
    lines = overlay.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.strip() == "words:")
    assert ("S420", at + 2) in codes(file) or ("S420", at + 1) in codes(file)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_complete_translation_is_said_to_be_complete(tmp_path: Path, path: Path) -> None:
    root = Path(shutil.copytree(SHIPPED, tmp_path / "scenarios", ignore=shutil.ignore_patterns("*.py")))
    assert "complete: nothing is left" in translated(root / path.relative_to(SHIPPED))


def test_a_bare_number_where_a_text_is_wanted_is_told_as_such(file: Path) -> None:
    translated(file)
    overlay = file.with_name("mine.en.yaml")
    lines = overlay.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.strip().startswith("words:"))
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    end = next(n for n in range(at + 1, len(lines)) if not lines[n].strip().startswith("- "))
    lines[at:end] = [f"{indent}words: [fee, 1080]"]
    overlay.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert ("S484", at + 1) in codes(file)


def test_counterexamples_are_to_be_translated_too(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    assert call("new", "--yes", "--lang", "en", "--out", str(path)).status == 0
    text = path.read_text(encoding="utf-8") + 'counterexamples:\n  argue: ["She told you off, that was wrong."]\n'
    path.write_text(text, encoding="utf-8")
    assert call("translate", str(path), "--to", "zh", "--lang", "en").status == 0
    overlay = path.with_name("mine.zh.yaml")
    assert "She told you off" in overlay.read_text(encoding="utf-8").partition("counterexamples:")[2]


def test_a_translation_cut_by_a_comma_is_not_written_over(file: Path) -> None:
    translated(file)
    overlay = file.with_name("mine.en.yaml")
    said = "\ntalk: {impatient: Well, there are 1,900 of us}\n"
    overlay.write_text(overlay.read_text(encoding="utf-8") + said, encoding="utf-8")
    before = overlay.read_text(encoding="utf-8")
    told = call("translate", str(file), "--lang", "en")
    assert told.status == 2
    assert "Y128" in told.err
    assert "quotes" in told.err
    assert overlay.read_text(encoding="utf-8") == before
