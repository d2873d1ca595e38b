"""What is done with finished and unfinished visits: ``score``, ``replay``, ``resume``."""

import json
import shutil
from pathlib import Path

import pytest

from simulator.scenario.library import SHIPPED, VARIABLE
from simulator.visit.store import read_file
from tests.commands.calling import CLIENTS, LANGUAGES, ROOT, call, complaint, shell

Played = dict[tuple[str, str], Path]


def unfinished(path: Path, to: Path) -> Path:
    """A copy of a visit without its end."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines(True) if '"kind":"end"' not in line]
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text("".join(lines), encoding="utf-8")
    return to


def test_scorecards_have_the_shape_of_the_design(played: Played) -> None:
    files = [str(path) for path in played.values()]
    told = call("score", "--json", *files)
    cards = [json.loads(line) for line in told.out.splitlines()]
    assert (told.status, len(cards)) == (0, len(files))
    for (client, _), card in zip(played, cards, strict=True):
        assert card["scenario"] == client
        assert set(card["rubric"]) >= {"id", "hash"}
        assert 0 <= card["total"] <= 100
        assert isinstance(card["grade"], str)
        assert isinstance(card["passed"], bool)
        assert isinstance(card["red_lines"], list)
        assert all(set(phase) >= {"earned", "possible"} for phase in card["phases"].values())
        assert len(card["items"]) >= 45
        for item in card["items"]:
            assert set(item) >= {"id", "phase", "weight", "applicable", "earned", "evidence", "advice", "example"}
            assert 0 <= item["earned"] <= 1
            assert all(set(mark) >= {"turn", "clause", "because"} for mark in item["evidence"])
        assert any(item["evidence"] for item in card["items"])
        assert all(set(taboo) >= {"id", "severity", "turn", "clause", "deduction"} for taboo in card["taboos"])
        assert set(card["needs"]) >= {"revealed", "missed"}
        assert card["bargaining"] is None or isinstance(card["bargaining"], dict)


def test_the_same_transcripts_give_the_same_bytes(played: Played, home: Path) -> None:
    files = [str(path) for path in played.values()]
    once, again = (shell(home, "score", "--json", *files, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert once == again
    assert once.status == 0


def test_every_piece_of_evidence_stands_in_the_transcript(played: Played) -> None:
    for path in played.values():
        transcript = read_file(path)
        said = {
            exchange.turn: f"{exchange.trainee.text} {exchange.client.text}" for exchange in transcript.exchanges
        }
        card = json.loads(call("score", "--json", str(path)).out)
        for item in card["items"]:
            for mark in item["evidence"]:
                assert mark["turn"] == 0 or mark["turn"] in said
                assert mark["turn"] == 0 or mark["clause"].rstrip("…") in said[mark["turn"]] + transcript.opening


def test_the_debrief_is_in_the_language_of_the_visit_unless_asked_otherwise(played: Played) -> None:
    chinese = call("score", str(played[CLIENTS[1], "zh"]))
    assert "得分" in chinese.out
    assert "Score" in call("score", str(played[CLIENTS[1], "zh"]), "--lang", "en").out
    two = call("score", *(str(played[CLIENTS[1], language]) for language in LANGUAGES))
    assert two.out.count("== ") == 2


def test_a_bad_transcript_is_told_and_the_others_are_graded(played: Played, home: Path) -> None:
    broken = home / "broken.jsonl"
    broken.write_text("hello\n")
    told = call("score", "--json", str(broken), str(played[CLIENTS[1], "en"]), "--lang", "en")
    assert complaint(told).startswith(f"{broken}:1:1: T101 ")
    assert len(told.out.splitlines()) == 1


@pytest.mark.parametrize("command", ["score", "replay", "resume"])
@pytest.mark.parametrize(
    ("written", "line", "code"),
    [
        (b"", 1, "T100"),
        (b"not json\n", 1, "T101"),
        (b"[1]\n", 1, "T101"),
        (b'{"kind":"exchange","turn":1}\n', 1, "T103"),
        (b'{"kind":"visit","format":2,"scenario":{"id":"x"}}\n', 1, "T105"),
        (b'{"kind":"visit","format":1,"scenario":{"id":"x"}}\n{"kind":"wedding"}\n', 2, "T104"),
        (b'{"kind":"visit","format":1,"scenario":{"id":"x"}}\n{"kind":"exchange"}\n', 2, "T105"),
        (b'{"kind":"visit","format":1,"scenario":{"id":"x"}}\n\xff\xfe\n', 2, "T106"),
        (b"[" * 100_000 + b"\n", 1, "T101"),
    ],
)
def test_what_is_no_transcript_is_told_with_its_line(
    home: Path, command: str, written: bytes, line: int, code: str
) -> None:
    path = home / "bad.jsonl"
    path.write_bytes(written)
    for language in LANGUAGES:
        told = complaint(call(command, str(path), "--lang", language))
        assert told.startswith(f"{path}:{line}:1: {code} ")
        assert not {"{", "}"} & set(told.partition(code)[2].replace("{'", "")), told


@pytest.mark.parametrize("command", ["score", "replay", "resume"])
def test_a_transcript_that_is_not_there_is_told(home: Path, command: str) -> None:
    told = call(command, str(home / "nothing.jsonl"), "--lang", "zh")
    assert complaint(told) == f"{home / 'nothing.jsonl'}：无法读取（没有这个文件或文件夹）"
    assert "it is a folder" in complaint(call(command, str(home), "--lang", "en"))


def test_a_faulty_rubric_is_told_with_its_lines(played: Played, home: Path) -> None:
    path = home / "rubric.yaml"
    text = (ROOT / "scoring" / "rubrics" / "visit.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("pass_mark:", "pas_mark:", 1), encoding="utf-8")
    line = 1 + text[: text.index("pass_mark:")].count("\n")
    told = complaint(call("score", "--rubric", str(path), str(played[CLIENTS[1], "en"]), "--lang", "en"))
    assert told.startswith(f"{path}:{line}:1: R")
    assert "pass_mark" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_replay_shows_every_turn(played: Played, language: str) -> None:
    path = played[CLIENTS[0], language]
    told = call("replay", str(path), "--lang", language)
    assert told.status == 0
    for exchange in read_file(path).exchanges:
        assert exchange.trainee.text in told.out
        assert exchange.client.text in told.out


def test_replay_says_when_a_visit_was_not_ended(played: Played, home: Path) -> None:
    path = unfinished(played[CLIENTS[0], "en"], home / "open.jsonl")
    assert "not ended" in call("replay", str(path), "--lang", "en").out


def test_nothing_to_resume_is_told() -> None:
    assert complaint(call("resume", "--lang", "zh")).startswith("没有未谈完的拜访")
    assert complaint(call("resume", "--plain", "--lang", "en")).startswith("no visit is unfinished")


def test_an_ended_visit_is_not_resumed(played: Played) -> None:
    path = played[CLIENTS[0], "en"]
    assert "this visit has ended" in complaint(call("resume", str(path), "--plain", "--lang", "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_latest_unfinished_visit_goes_on_where_it_stopped(played: Played, home: Path, language: str) -> None:
    whole = played[CLIENTS[1], language]
    path = unfinished(whole, home / "visits" / "visits" / "20260101-retired-teacher.jsonl")
    older = unfinished(whole, home / "visits" / "visits" / "20250101-retired-teacher.jsonl")
    (home / "visits" / "visits" / "20270101-junk.jsonl").write_text("junk")
    told = call(
        "resume", "--plain", "--lang", language, given="我理解，您接着说。\n" if language == "zh" else "I see.\n"
    )
    assert told.status == 0
    before, after = read_file(whole).exchanges, read_file(path).exchanges
    assert [(e.trainee, e.client) for e in after[:-1]] == [(e.trainee, e.client) for e in before]
    assert after[-1].turn == len(before) + 1
    assert read_file(path).ending is not None
    assert read_file(older).ending is None


def test_a_last_line_that_was_cut_is_dropped_on_resuming(played: Played, home: Path) -> None:
    path = unfinished(played[CLIENTS[1], "zh"], home / "cut.jsonl")
    lines = path.read_bytes().splitlines(True)
    cut = lines[-1].rindex("，".encode()) + 1  # in the middle of a character
    path.write_bytes(b"".join(lines[:-1]) + lines[-1][:cut])
    kept = len(read_file(path).exchanges)
    told = call("resume", str(path), "--plain", "--lang", "zh", given="我理解，您接着说。\n")
    assert told.status == 0
    assert [exchange.turn for exchange in read_file(path).exchanges] == [*range(1, kept + 2)]


def test_a_changed_scenario_is_not_resumed(played: Played, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SHIPPED, home / "own", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setenv(VARIABLE, str(home / "own"))
    path = unfinished(played[CLIENTS[1], "zh"], home / "open.jsonl")
    file = home / "own" / "retail" / "retired-teacher.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("difficulty: 2", "difficulty: 3"), encoding="utf-8")
    told = call("resume", str(path), "--plain", "--lang", "en")
    assert "the scenario has changed since this visit" in complaint(told)
    assert read_file(path).ending is None
    assert call("score", str(path)).status == 0


def test_a_scenario_that_is_gone_is_told(played: Played, home: Path) -> None:
    path = unfinished(played[CLIENTS[1], "zh"], home / "open.jsonl")
    path.write_text(path.read_text(encoding="utf-8").replace('"id":"retired-teacher"', '"id":"somebody"', 1))
    told = complaint(call("resume", str(path), "--plain", "--lang", "zh"))
    assert told.endswith("场景“somebody”已经不在了")
    assert call("score", str(path)).status == 0


def test_a_visit_to_a_client_of_ones_own_is_resumed_without_its_library(home: Path) -> None:
    (home / "own").mkdir()
    for name in ("retired-teacher.yaml", "retired-teacher.en.yaml"):
        text = (SHIPPED / "retail" / name).read_text(encoding="utf-8")
        (home / "own" / name).write_text(text.replace("id: retired-teacher", "id: mine"), encoding="utf-8")
    own, path = home / "own" / "retired-teacher.yaml", home / "visit.jsonl"
    assert call("play", str(own), "--plain", "--lang", "en", "--out", str(path), given="Hello\n").status == 0
    again = unfinished(path, home / "open.jsonl")
    assert call("resume", str(again), "--plain", "--lang", "en", given="Thank you.\n").status == 0
    assert len(read_file(again).exchanges) == 2
