"""Translations: what is missing is added, what has changed is marked, and nothing that was written is lost."""

import shutil
from pathlib import Path

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


def codes(path: Path) -> list[tuple[str, int]]:
    """Codes and lines of what check finds."""
    told = call("check", str(path), "--lang", "en").out.splitlines()[:-1]
    return [(line.split()[1], int(line.rsplit(".yaml:", 1)[1].split(":")[0])) for line in told]


def test_a_new_translation_has_every_text_and_is_playable(file: Path) -> None:
    assert "marked # TODO" in translated(file)
    overlay = file.with_name("mine.en.yaml")
    assert load_scenario(file, "en").scenario.language == "en"
    found = codes(file)
    assert found
    assert {code for code, _line in found} <= {"S420", "S429"}  # and what is still in the other script
    lines = overlay.read_text(encoding="utf-8").splitlines()
    assert all("# TODO" in lines[line - 1] or "# TODO" in lines[line] for _code, line in found)
    assert not [one for one in translations(read_source(file), read_source(overlay)) if one.standing == "missing"]


def test_what_is_translated_stays_and_is_no_longer_asked_for(file: Path) -> None:
    translated(file)
    overlay = file.with_name("mine.en.yaml")
    before = len(codes(file))
    change(overlay, 'title: "新客户"  # TODO', "title: Somebody new  # TODO")
    assert len(codes(file)) == before - 1
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
    assert {code for code, _line in codes(copy)} <= {"S420", "S429"}


def test_the_same_language_and_rubrics_are_refused(file: Path) -> None:
    assert "language" in complaint(call("translate", str(file), "--to", "zh", "--lang", "en"))
    rubric = SHIPPED.parent / "scoring" / "rubrics" / "visit.yaml"
    assert "rubric" in complaint(call("translate", str(rubric), "--to", "en", "--lang", "en"))
