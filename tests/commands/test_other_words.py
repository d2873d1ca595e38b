"""``score --what-if`` and ``resume --from`` as a person calls them."""

import json
from pathlib import Path

import pytest

from simulator.visit.store import read_file
from tests.commands.calling import LANGUAGES, call, complaint

Played = dict[tuple[str, str], Path]
SECTION = {"zh": "换一种说法会怎样", "en": "In other words"}


def test_the_scorecard_gains_the_counterfactuals(played: Played) -> None:
    name = str(played["retired-teacher", "zh"])
    plain = json.loads(call("score", name, "--json").out)
    told = json.loads(call("score", name, "--json", "--what-if").out)
    assert {key: told[key] for key in plain} == plain
    assert told["counterfactuals"]
    for counterfactual in told["counterfactuals"]:
        assert counterfactual["total"] >= told["total"]
        assert counterfactual["line"]
    turns = len(read_file(Path(name)).exchanges)
    assert [reach["turn"] for reach in told["reachable"]] == list(range(turns + 1))
    assert told["turning_point"]["kind"] in ("pass", "points", "end")
    assert told["without_red_lines"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_debrief_tells_them_in_the_language_of_the_visit(played: Played, language: str) -> None:
    name = str(played["auto-parts-exporter", language])
    without = call("--lang", language, "score", name).out
    told = call("--lang", language, "score", name, "--what-if").out
    assert SECTION[language] in told
    assert SECTION[language] not in without
    other = "en" if language == "zh" else "zh"
    lines = {c["line"] for c in json.loads(call("score", name, "--json", "--what-if").out)["counterfactuals"]}
    abroad = {
        c["line"]
        for c in json.loads(call("--lang", other, "score", name, "--json", "--what-if").out)["counterfactuals"]
    }
    assert lines == abroad


def test_where_the_client_has_changed_the_marks_are_told_all_the_same(played: Played, tmp_path: Path) -> None:
    lines = played["retired-teacher", "zh"].read_text(encoding="utf-8").splitlines(keepends=True)
    header = json.loads(lines[0])
    header["scenario"]["hash"] = "0" * 16
    path = tmp_path / "old.jsonl"
    path.write_text(json.dumps(header, ensure_ascii=False) + "\n" + "".join(lines[1:]), encoding="utf-8")
    called = call("score", str(path), "--json", "--what-if")
    assert called.status == 0
    assert "counterfactuals" not in json.loads(called.out)
    assert "old.jsonl" in called.err


def test_a_visit_is_played_again_from_a_turn(played: Played, home: Path) -> None:
    name = str(played["retired-teacher", "zh"])
    before = Path(name).read_bytes()
    called = call(
        "--lang", "zh", "resume", name, "--from", "3", "--plain", given="孩子们都好吗？\n谢谢您，再见。\n"
    )
    assert called.status == 0, called
    assert Path(name).read_bytes() == before
    (path,) = (home / "visits" / "visits").glob("*.jsonl")
    old, new = read_file(Path(name)), read_file(path)
    assert new.exchanges[:2] == old.exchanges[:2]
    assert new.exchanges[2].trainee.text == "孩子们都好吗？"
    assert (new.header.branch_of, new.header.branch_turn) == (Path(name).name, 3)
    assert new.ending is not None


def test_a_turn_that_is_not_there_is_named(played: Played, home: Path) -> None:
    name = str(played["retired-teacher", "zh"])
    for turn in ("0", "99"):
        assert turn in complaint(call("resume", name, "--from", turn, "--plain"))
    assert "--from" in complaint(call("resume", "--from", "2", "--plain"))
    assert not (home / "visits" / "visits").exists()
