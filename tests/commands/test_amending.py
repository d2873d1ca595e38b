"""Amending without screens: in the visit, after it, and what is gathered from both."""

import io
import json
from pathlib import Path

import pytest

from scoring import load_rubric
from simulator.cli import main
from simulator.commands.plain import PlainFace
from simulator.commands.understand import amendments
from simulator.i18n import set_language
from simulator.language.evaluation import read_labelled
from simulator.scenario.library import read_library
from simulator.scenario.load import load_scenario
from simulator.transcript.record import Mode
from simulator.visit.journal import Journal
from simulator.visit.store import read_file
from simulator.visit.visit import Visit
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn


class Ear:
    """Hears the moves that are named in the words, and a suspicion."""

    version = "ear"

    def understand(self, text: str, previous: str = "") -> Turn:
        """Ids in the text are moves."""
        taboos = (TabooMade("kickback", text, 0.4, False),) if "kickback" in text else ()
        return Turn(text, tuple(MoveMade(id, text, 0.8) for id in MOVES if id in text.split()), taboos)


def visited(path: Path, lines: list[str], mode: Mode = "practice") -> str:
    """A plain visit with these lines; what was printed before the debrief."""
    set_language("en")
    entry = read_library().find("retired-teacher")
    assert entry is not None
    loaded = load_scenario(entry.path)
    out = io.StringIO()
    with Journal(path) as journal:
        visit = Visit.begin(loaded, Ear(), journal, lambda: "", seed=1, mode=mode)
        PlainFace(visit, load_rubric(), out, menu=False, echo=False).run(lines)
    return out.getvalue()


def test_amend_plays_the_last_turn_again(tmp_path: Path) -> None:
    lines = ["greet thank", "/amend", "/amend emphatise", "/amend ask_problem/open empathise", "/end"]
    shown = visited(tmp_path / "v.jsonl", lines)
    assert "/amend ask_problem/open empathise" in shown
    assert "did you mean 'empathise'?" in shown
    assert "understood: ask about problems (open question) · empathise | amended" in shown
    exchanges = read_file(tmp_path / "v.jsonl").exchanges
    assert [{move.id for move in each.trainee.moves} for each in exchanges] == [{"ask_problem", "empathise"}]
    assert exchanges[0].as_heard is not None
    assert {move.id for move in exchanges[0].as_heard.moves} == {"greet", "thank"}


def test_in_an_exam_the_turn_is_only_flagged(tmp_path: Path) -> None:
    shown = visited(tmp_path / "v.jsonl", ["/flag", "greet", "/amend thank", "/flag", "/end"], "exam")
    for words in ("no turn to flag yet", "In an exam nothing is amended", "will look at your turn 1"):
        assert words in shown
    exchange = read_file(tmp_path / "v.jsonl").exchanges[0]
    assert exchange.flagged
    assert [move.id for move in exchange.trainee.moves] == ["greet"]


def test_a_past_visit_is_amended_and_graded_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "v.jsonl"
    visited(path, ["greet", "kickback thank", "farewell"])
    before, clients = path.read_bytes(), [each.client for each in read_file(path).exchanges]
    arguments = ["replay", str(path), "--amend", "2", "--lang", "en", "--by", "Wang"]
    assert main([*arguments, "--moves", "ask_problem/open,empathise", "--taboos", "", "--why", "a question"]) == 0
    shown = capsys.readouterr().out
    assert "amended by Wang" in shown
    assert "at first understood: thank · ⚠ kickback (to be confirmed) | a question" in shown
    assert "total: " in shown
    assert path.read_bytes().startswith(before)
    after = read_file(path)
    assert [each.client for each in after.exchanges] == clients
    assert [(m.id, m.form) for m in after.exchanges[1].trainee.moves] == [
        ("ask_problem", "open"),
        ("empathise", None),
    ]
    assert not after.exchanges[1].trainee.taboos
    main(["score", str(path), "--json"])
    total = json.loads(capsys.readouterr().out)["total"]
    assert f"total: {total} (before: " in shown
    main([*arguments, "--taboos", "kickback"])
    capsys.readouterr()
    assert [(taboo.id, taboo.certain) for taboo in read_file(path).exchanges[1].trainee.taboos] == [
        ("kickback", True)
    ]
    main(["score", str(path), "--json"])
    assert json.loads(capsys.readouterr().out)["red_lines"] == ["kickback"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--amend", "9", "--moves", "greet", "--by", "W"], "there is no turn 9; the visit has 1"),
        (["--amend", "1", "--by", "W"], "--amend takes --moves, --taboos or both"),
        (["--amend", "1", "--moves", "greed", "--by", "W"], "did you mean 'greet'"),
        (["--amend", "1", "--moves", "rude", "--by", "W"], "rude is a taboo"),
        (["--amend", "1", "--taboos", "greet", "--by", "W"], "greet is no taboo"),
        (["--amend", "1", "--moves", "greet"], "--by NAME"),
    ],
)
def test_what_cannot_be_amended_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    path = tmp_path / "v.jsonl"
    visited(path, ["greet", "/end"])
    before = path.read_bytes()
    assert main(["replay", str(path), *arguments, "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert path.read_bytes() == before


def test_an_unfinished_visit_is_not_amended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "v.jsonl"
    visited(path, ["greet", "/end"])
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    assert main(["replay", str(path), "--amend", "1", "--moves", "thank", "--by", "W", "--lang", "en"]) == 2
    assert "has not ended" in capsys.readouterr().err


def test_amended_and_flagged_turns_are_gathered_with_what_was_heard(tmp_path: Path) -> None:
    path = tmp_path / "v.jsonl"
    visited(
        path, ["greet", "/amend ask_problem/closed", "small_talk kickback", "/flag", "thank", "/flag", "farewell"]
    )
    main(["replay", str(path), "--amend", "3", "--moves", "empathise", "--by", "Wang", "--why", "warm"])
    first, second, third = amendments(read_file(path))
    assert (first["text"], first["moves"], first["heard"]) == ("greet", ["ask_problem"], ["greet"])
    assert first["forms"] == {"ask_problem": "closed"}
    assert (second["flagged"], second["heard"], second["heard_taboos"]) == (True, ["small_talk"], ["kickback"])
    assert "moves" not in second
    assert (third["moves"], third["heard"], third["flagged"], third["by"]) == (
        ["empathise"],
        ["thank"],
        True,
        "Wang",
    )
    labelled = list(read_labelled(json.dumps(line) for line in (first, second, third)))
    assert [entry.moves for entry in labelled] == [{"ask_problem"}, {"empathise"}]
