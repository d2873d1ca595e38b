"""A visit as a test: another wording passes, another meaning does not, and what changed is told where it stands."""

import re
import shutil
from pathlib import Path

import pytest

from simulator.i18n import set_language
from tests.commands.calling import CLIENTS, LANGUAGES, ROOT, Called, call, complaint

TALK = (
    "Good morning, I'm Lin from the bank.\nWhat do you need the loan for?\nWhat worries you most about the lease?\n"
    "Shall I come back on Tuesday with a proposal?\nGoodbye.\n"
)


@pytest.fixture
def visited(tmp_path: Path) -> tuple[Path, Path]:
    """A new client and a visit to it."""
    path, visit = tmp_path / "mine.yaml", tmp_path / "visit.jsonl"
    assert call("new", "--yes", "--lang", "en", "--out", str(path)).status == 0
    done = call("play", str(path), "--plain", "--lang", "en", "--seed", "1", "--out", str(visit), given=TALK)
    assert done.status == 0
    set_language("en")
    return path, visit


def checked(path: Path) -> Called:
    """What check says."""
    return call("check", str(path), "--lang", "en")


def expected(path: Path, visit: Path) -> Path:
    """The expectation of the visit."""
    done = call("expect", str(visit), "--lang", "en")
    assert done.status == 0, done
    (found,) = (path.parent / "expect").glob("*.yaml")
    assert checked(path).status == checked(found).status == 0
    return found


def change(path: Path, pattern: str, new: str) -> int:
    """Changes the first match; gives its line."""
    text = path.read_text(encoding="utf-8")
    found = re.search(pattern, text)
    assert found, pattern
    path.write_text(text[: found.start()] + new + text[found.end() :], encoding="utf-8")
    return text[: found.start()].count("\n") + 1


def test_another_wording_passes(visited: tuple[Path, Path]) -> None:
    path, visit = visited
    expected(path, visit)
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("Since you ask:", "Well, then:"),
        ("I'll be straight with you.", "To be plain."),
        ("Others get it", "They get it"),
    ):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    assert checked(path).status == 0, checked(path).out


@pytest.mark.parametrize(
    ("pattern", "new", "code"),
    [
        (r"reveal: \{need_2: hint\}", "reveal: need_2", "E503"),
        (r"      need_1_told:", "      need_1_said:", "E502"),
        (r"when: turn >= 4", "when: turn >= 2", "E504"),
    ],
)
def test_another_meaning_does_not(visited: tuple[Path, Path], pattern: str, new: str, code: str) -> None:
    path, visit = visited
    found = expected(path, visit)
    change(path, pattern, new)
    told = checked(path)
    assert told.status == 1
    line = next(line for line in told.out.splitlines() if f" {code} " in line)
    place = re.match(rf"{re.escape(str(found))}:(\d+):\d+: ", line)
    assert place, line
    assert int(place[1]) > 6
    assert re.search(r"\.yaml:\d+\)", line), "the line of the client that answers now is named"
    assert checked(found).out.splitlines()[:-1] == [one for one in told.out.splitlines()[:-1] if "expect" in one]
    assert call("expect", str(visit), "--lang", "en", "--force").status == 0
    assert checked(path).status == 0


def test_another_ending_and_other_marks_are_told(visited: tuple[Path, Path]) -> None:
    path, visit = visited
    found = expected(path, visit)
    change(found, r"ending: .*", 'ending: "deal"')
    line = change(found, r"  total: [\d.]+", "  total: 99")
    told = checked(found).out
    assert " E506 expected was the ending 'deal'" in told
    assert f"{found}:{line}:" in next(one for one in told.splitlines() if "'total'" in one)


def test_nothing_is_written_over(visited: tuple[Path, Path]) -> None:
    path, visit = visited
    expected(path, visit)
    assert "--force" in complaint(call("expect", str(visit), "--lang", "en"))


def test_an_expectation_without_its_scenario_or_sense_is_told(visited: tuple[Path, Path]) -> None:
    path, visit = visited
    found = expected(path, visit)
    text = found.read_text(encoding="utf-8")
    for bad, code in (
        (text.replace("mine.yaml", "none.yaml"), "E500"),
        (text.replace("- said:", "- sad:"), "E501"),
    ):
        found.write_text(bad, encoding="utf-8")
        told = checked(found)
        assert told.status == 1
        assert f" {code} " in told.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("client", CLIENTS)
def test_visits_to_shipped_clients_are_met_as_they_were_played(
    tmp_path: Path, played: dict[tuple[str, str], Path], client: str, language: str
) -> None:
    out = tmp_path / "kept.yaml"
    done = call("expect", str(played[client, language]), "--lang", language, "--out", str(out))
    assert done.status == 0, done
    assert done.err == ""
    assert checked(out).status == 0


def test_an_expectation_is_written_anew_from_itself(visited: tuple[Path, Path]) -> None:
    """The transcript need not be kept, and of the marks only those come back that the author left in."""
    path, visit = visited
    found = expected(path, visit)
    text = found.read_text(encoding="utf-8")
    found.write_text(text.partition("marks:")[0], encoding="utf-8")
    change(path, r"reveal: \{need_2: hint\}", "reveal: need_2")
    assert checked(found).status == 1
    assert "--force" in complaint(call("expect", str(found), "--lang", "en"))
    assert call("expect", str(found), "--lang", "en", "--force").status == 0
    assert checked(path).status == checked(found).status == 0
    assert "marks:" not in found.read_text(encoding="utf-8")
    assert "transcript" in complaint(call("expect", str(path), "--lang", "en", "--force"))


def test_whether_it_is_passed_is_expected_and_of_the_marks_what_is_listed(visited: tuple[Path, Path]) -> None:
    path, visit = visited
    found = expected(path, visit)
    text = found.read_text(encoding="utf-8")
    now = re.search(r"passed: (true|false)\n", text)
    assert now
    other, code = ("false", "E511") if now[1] == "true" else ("true", "E510")
    found.write_text(text.replace(now[0], f"passed: {other}\n"), encoding="utf-8")
    assert f" {code} " in checked(found).out
    head, _, listed = text.partition("marks:\n")
    one = listed.splitlines()[-1]
    found.write_text(f"{head}marks:\n{one}\n", encoding="utf-8")
    assert checked(found).status == 0
    found.write_text(f"{head}marks:\n{one}\n  no_such_item: 2\n", encoding="utf-8")
    assert "no_such_item" in checked(found).out


KINDS = ("good", "poor")
SHIPPED = sorted((ROOT / "scenarios").glob("*/expect/*.yaml"))


def test_good_and_poor_visits_are_shipped_in_both_languages() -> None:
    names = {path.stem.rsplit("-", 2)[0] for path in SHIPPED}
    assert len(names) >= 2
    assert {path.stem for path in SHIPPED} == {
        f"{name}-{n}-{k}" for name in names for n in LANGUAGES for k in KINDS
    }


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_a_shipped_visit_goes_as_it_went(path: Path) -> None:
    """Where this was meant to change: ``duilian expect FILE --force``."""
    assert checked(path).out == "1 files checked, 0 findings\n"
    assert f"\npassed: {'true' if path.stem.endswith('good') else 'false'}\n" in path.read_text(encoding="utf-8")


def test_a_shipped_client_is_checked_with_its_visits(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    shutil.copytree(ROOT / "scenarios", folder)
    phone = folder / "retail" / "young-parents.yaml"
    change(phone, r"  patience: 56", "  patience: 30")
    told = [line for line in checked(phone).out.splitlines() if "expect" in line]
    assert any("young-parents-zh-poor.yaml" in line for line in told)
    assert not any("leaving-customer" in line for line in told)
