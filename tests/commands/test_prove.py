"""``duilian check --prove``: words, places and JSON of a proof, and scripts that play as they are."""

import json
import subprocess
from pathlib import Path

import pytest

from simulator.scenario.library import SHIPPED
from tests.commands.calling import LANGUAGES, ROOT, call, command, surroundings

CLIENT = SHIPPED / "retail" / "young-parents.yaml"


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_proof_is_told_in_the_readers_language(spoken: str) -> None:
    told = call("check", "--prove", "--positions", "1200", str(CLIENT), "--lang", spoken)
    assert (told.status, told.err) == (0, "")
    assert told.out.count("✓") == 8
    assert ("总有话答" in told.out) == (spoken == "zh")


def test_json_has_one_claim_a_line_with_its_place_and_route() -> None:
    told = call("check", "--prove", "--positions", "1200", "--json", str(CLIENT), "--lang", "en")
    records = [json.loads(line) for line in told.out.splitlines()]
    assert {record["code"] for record in records} == {f"P30{n}" for n in range(1, 9)}
    assert {record["severity"] for record in records} == {"proved"}
    assert all(record["line"] >= 1 and record["file"].endswith(".yaml") for record in records)
    ending = next(record for record in records if record["subject"] == "appointment_both")
    text = Path(ending["file"]).read_text(encoding="utf-8").splitlines()
    assert "appointment_both" in "".join(text[ending["line"] - 2 : ending["line"]])
    assert all(turn["text"] and (turn["moves"] or turn["taboos"]) for turn in ending["route"])


def test_another_process_proves_the_same(tmp_path: Path) -> None:
    """What is found does not hang on the order in which a process happens to keep its sets."""
    arguments = ("check", "--prove", "--positions", "400", "--json", str(CLIENT), "--lang", "en")
    told = [
        subprocess.run(
            command(*arguments),
            env=surroundings(tmp_path, PYTHONHASHSEED=seed),
            cwd=ROOT,
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0]
    assert told[0] == told[1]


def test_scripts_play_as_they_are_and_end_as_they_are_called(tmp_path: Path) -> None:
    routes = tmp_path / "routes"
    told = call("check", "--prove", "--positions", "1200", str(CLIENT), "--routes", str(routes), "--lang", "zh")
    assert told.status == 0
    scripts = sorted((routes / "young-parents").glob("ending-*.txt"))
    assert len(scripts) >= 8
    for script in scripts:
        out = tmp_path / f"{script.stem}.jsonl"
        played = call(
            "play", "young-parents", "--plain", "--seed", "0", "--out", str(out), "--lang", "zh",
            given=script.read_text(encoding="utf-8"),
        )  # fmt: skip
        assert played.status == 0
        last = json.loads(out.read_text(encoding="utf-8").splitlines()[-1])
        assert last["ending"] == script.stem.partition("-")[2], script.name


def test_findings_of_the_proof_stand_at_their_line_and_set_the_status(tmp_path: Path) -> None:
    never = "\nendings:\n  never:\n    kind: deal\n    title: 谈成了\n    when: turn >= 4 and trust >= 99 and patience >= 99\n    text: 不会有的。\n"
    folder = tmp_path / "retail"
    folder.mkdir()
    file = folder / CLIENT.name
    text = CLIENT.read_text(encoding="utf-8").replace("\nendings:\n", never, 1)
    file.write_text(text, encoding="utf-8")
    told = call("check", "--prove", "--positions", "300", str(file), "--lang", "en")
    number = text.splitlines().index("  never:") + 1
    assert told.status == 1
    assert f"{file}:{number}:" in told.out
    assert f"{file}:{number}:3: P301 the ending 'never'" in told.out


def test_archetypes_rubrics_and_faulty_files_are_checked_but_not_proved(tmp_path: Path) -> None:
    archetype = SHIPPED / "clients" / "retail" / "busy-parent.yaml"
    assert "✓" not in call("check", "--prove", str(archetype), "--lang", "en").out
    broken = tmp_path / "broken.yaml"
    broken.write_text(
        CLIENT.read_text(encoding="utf-8").replace("segment: retail", "segment: retial"), encoding="utf-8"
    )
    told = call("check", "--prove", str(broken), "--lang", "en")
    assert told.status == 1
    assert "S102" in told.out
    assert "✓" not in told.out
    assert call("check", "--prove", "--positions", "0", str(CLIENT), "--lang", "en").status == 2


@pytest.mark.parametrize("alone", [True, False], ids=["on one processor", "as it comes"])
def test_what_is_found_at_length_is_told_before_the_proof(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alone: bool
) -> None:
    if alone:
        monkeypatch.setattr("simulator.commands.findings.spare_processors", lambda: 0)
    folder = tmp_path / "retail"
    (folder / "expect").mkdir(parents=True)
    file, expected = folder / CLIENT.name, folder / "expect" / "young-parents-zh-good.yaml"
    text = CLIENT.read_text(encoding="utf-8")
    good = next(line for line in text.splitlines() if line.startswith("    thread: "))
    file.write_text(text.replace(good, "    thread: 外面天气怎么样？"), encoding="utf-8")
    number = text.splitlines().index(good) + 1
    arguments = ("check", "--prove", "--positions", "300", str(file), "--lang", "en")
    told = call(*arguments).out.splitlines()
    assert f"{file}:{number}:" in told[0]
    assert " S476 warning: " in told[0]
    assert any(line.startswith("young-parents: ") for line in told[1:])
    kept = (CLIENT.parent / "expect" / expected.name).read_text(encoding="utf-8")
    expected.write_text(kept.replace("appointment_both", "polite_no"), encoding="utf-8")
    later = call(*arguments)
    assert later.status == 1
    assert f"{expected}:" in later.out.splitlines()[0]
    assert later.out.splitlines()[-len(told) : -1] == told[:-1]
