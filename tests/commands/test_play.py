"""``duilian play --plain``: from the first line to the debrief, whatever is typed."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
from simulator.visit.store import read_file
from tests.commands.calling import CLIENTS, LANGUAGES, call, complaint, shell
from tests.commands.conftest import TURNS


def records(path: Path) -> list[dict[str, Any]]:
    """The lines of a transcript."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def timeless(path: Path) -> list[dict[str, Any]]:
    """The lines of a transcript without wall-clock times."""
    return [{key: value for key, value in line.items() if key not in ("at", "started")} for line in records(path)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("client", CLIENTS)
def test_a_visit_in_a_shell_ends_in_a_debrief_with_marks_and_evidence(
    home: Path, client: str, language: str
) -> None:
    path = home / "visit.jsonl"
    told = shell(home, "play", client, "--plain", "--lang", language, "--out", str(path), given=TURNS[language])
    assert (told.status, told.err) == (0, "")
    first = TURNS[language].splitlines()[0]
    said = f"“{first[:12]}"
    assert ("得分" if language == "zh" else "Score") in told.out
    assert ("先看这三条" if language == "zh" else "Three things first") in told.out
    assert told.out.count(said) >= 1  # evidence: the trainee's own words in the debrief
    transcript = read_file(path)
    assert len(transcript.exchanges) == 5
    assert transcript.ending is not None
    assert transcript.header.language == language
    if language == "zh":
        assert "Score" not in told.out


def test_the_same_words_and_seed_make_the_same_transcript(home: Path) -> None:
    given = TURNS["zh"] + "/offer rate=3.3 share=50\n/end\n"
    files = [home / f"{number}.jsonl" for number in range(2)]
    outs = [
        shell(
            home, "play", CLIENTS[0], "--plain", "--lang", "zh", "--seed", "11", "--out", str(file), given=given
        ).out
        for file in files
    ]
    assert outs[0] == outs[1]
    assert timeless(files[0]) == timeless(files[1])
    other = home / "other.jsonl"
    call("play", CLIENTS[0], "--plain", "--lang", "zh", "--seed", "12", "--out", str(other), given=given)
    assert timeless(other) != timeless(files[0])


def test_preparation_is_kept_and_only_before_the_first_turn(home: Path) -> None:
    path = home / "visit.jsonl"
    given = (
        "/prepare objective=listen materials=calculation,card questions=why_switch goal=find out who signs\n"
        "Good morning.\n/prepare objective=deposit\n/end\n"
    )
    told = call("play", CLIENTS[0], "--plain", "--lang", "en", "--out", str(path), given=given)
    assert "Prepared." in told.out
    assert "only before your first turn" in told.out
    (prepared,) = [record for record in records(path) if record["kind"] == "preparation"]
    assert prepared["objective"] == "listen"
    assert prepared["materials"] == ["calculation", "card"]
    assert prepared["notes"] == {"goal": "find out who signs"}


def test_unknown_choices_are_named(home: Path) -> None:
    told = call(
        "play", CLIENTS[1], "--plain", "--lang", "en", given="/prepare objective=conquer materials=[/foo]\n"
    )
    assert "There is no choice 'conquer'" in told.out
    assert "There is no choice '[/foo]'" in told.out


def test_an_offer_by_name_is_a_turn_like_any_other(home: Path) -> None:
    path = home / "visit.jsonl"
    call("play", CLIENTS[0], "--plain", "--lang", "en", "--out", str(path), given="/offer rate=3.3 share=50\n")
    (exchange,) = [record for record in records(path) if record["kind"] == "exchange"]
    (offer,) = exchange["trainee"]["moves"]
    assert offer["id"] == "make_offer"
    assert {term["issue"]: term["value"] for term in offer["terms"]} == {"rate": 3.3, "share": 50}


@pytest.mark.parametrize("typed", ["/offer", "/offer rate", "/offer price=3", "/offer rate=cheap"])
def test_an_offer_that_cannot_be_read_shows_how(typed: str) -> None:
    told = call("play", CLIENTS[0], "--plain", "--lang", "en", given=f"{typed}\n")
    assert "An offer names rate, " in told.out
    assert "as in: /offer rate=" in told.out


def test_where_nothing_is_bargained_offers_are_told_so() -> None:
    told = call("play", CLIENTS[1], "--plain", "--lang", "zh", given="/offer rate=3\n")
    assert "没有条件可谈" in told.out


def test_help_lists_every_command_and_unknown_ones_are_named() -> None:
    told = call("play", CLIENTS[1], "--plain", "--lang", "zh", given="/help\n/foo bar\n//\n/\n")
    for word in ("/prepare", "/dossier", "/menu", "/hint", "/offer", "/note", "/end"):
        assert word in told.out
    assert "/foo" in told.out
    assert told.status == 0


def test_in_practice_there_are_hints_and_lines_to_pick(home: Path) -> None:
    path = home / "visit.jsonl"
    told = call(
        "play", CLIENTS[1], "--plain", "--menu", "--lang", "en", "--out", str(path), given="/hint\n1\n99\n/menu\n"
    )
    assert "Still open: " in told.out
    assert "   1. " in told.out
    picked = [record["trainee"]["text"] for record in records(path) if record["kind"] == "exchange"]
    assert len(picked[0]) > 5
    assert picked[1] == "99"


def test_in_an_exam_there_are_none(home: Path) -> None:
    path = home / "visit.jsonl"
    given = "/hint\n/menu\n1\n"
    told = call("play", CLIENTS[1], "--plain", "--exam", "--menu", "--lang", "en", "--out", str(path), given=given)
    assert "There are no hints in an exam." in told.out
    assert "There are no lines to pick from in an exam." in told.out
    assert "   1. " not in told.out
    assert records(path)[0]["mode"] == "exam"
    assert records(path)[2]["trainee"]["text"] == "1"


def test_empty_lines_are_no_turns_and_the_end_of_input_ends_the_visit(home: Path) -> None:
    path = home / "visit.jsonl"
    told = call("play", CLIENTS[1], "--plain", "--lang", "en", "--out", str(path), given="\n   \n\t\n\u200b\n")
    assert told.status == 0
    transcript = read_file(path)
    assert transcript.exchanges == ()
    assert transcript.ending is not None
    assert "Score 0" in told.out


def test_a_very_long_line_is_cut_and_answered(home: Path) -> None:
    path = home / "visit.jsonl"
    told = call("play", CLIENTS[1], "--plain", "--lang", "zh", "--out", str(path), given="好" * 1_000_000 + "\n")
    assert told.status == 0
    assert len(read_file(path).exchanges[0].trainee.text) == 2000


def test_nothing_typed_reaches_the_terminal_as_a_command_or_markup(home: Path) -> None:
    path = home / "visit.jsonl"
    typed = "[/foo] \x1b]0;title\x07 \x1b[31m[bold]red[/bold] \u202eback\x9b2J \x00 $terms {text} %s 您好\r\n"
    told = call("play", CLIENTS[1], "--plain", "--lang", "zh", "--out", str(path), given=typed)
    assert told.status == 0
    assert "[/foo] ]0;title [31m[bold]red[/bold] back2J $terms {text} %s 您好" in told.out
    for text in (told.out, path.read_text(encoding="utf-8")):
        assert not {"\x1b", "\x07", "\x00", "\x9b", "\u202e", "\r"} & set(text)


def test_bytes_that_are_no_utf8_are_replaced(home: Path) -> None:
    path = home / "visit.jsonl"
    told = call("play", CLIENTS[1], "--plain", "--lang", "en", "--out", str(path), given=b"hello \xff\xfe there\n")
    assert told.status == 0
    assert read_file(path).exchanges[0].trainee.text == "hello \ufffd\ufffd there"


def test_what_comes_after_the_end_is_not_said(home: Path) -> None:
    path = home / "visit.jsonl"
    call("play", CLIENTS[1], "--plain", "--lang", "en", "--out", str(path), given="/end\nHello?\n")
    assert read_file(path).exchanges == ()


def test_a_note_belongs_to_the_visit(home: Path) -> None:
    path = home / "visit.jsonl"
    given = "/note\n/note promise=the list by Friday; next=Tuesday 10:00\n"
    told = call("play", CLIENTS[1], "--plain", "--lang", "en", "--out", str(path), given=given)
    assert "A note is like" in told.out
    assert read_file(path).follow_up == {"promise": "the list by Friday", "next": "Tuesday 10:00"}


def test_out_never_writes_over_a_file(home: Path) -> None:
    path = home / "kept.jsonl"
    path.write_text("mine")
    for language, words in (("en", "exists already"), ("zh", "已经存在")):
        told = call("play", CLIENTS[1], "--plain", "--lang", language, "--out", str(path), given="Hello\n")
        assert words in complaint(told)
    assert path.read_text() == "mine"


def test_without_out_the_visit_is_kept_at_home(home: Path) -> None:
    call("play", CLIENTS[1], "--plain", "--lang", "en", given="Hello\n")
    (kept,) = (home / "visits" / "visits").glob("*.jsonl")
    assert "retired-teacher" in kept.name


def test_a_file_plays_as_well_as_an_id(home: Path) -> None:
    path = home / "visit.jsonl"
    file = "scenarios/retail/retired-teacher.yaml"
    told = shell(home, "play", file, "--plain", "--lang", "en", "--out", str(path), given="Hello\n")
    assert (told.status, read_file(path).header.language) == (0, "en")
    overlay = shell(
        home, "play", "scenarios/retail/retired-teacher.en.yaml", "--plain", "--lang", "zh", given="/end\n"
    )
    assert overlay.status == 0
    assert "Mrs Wang" in overlay.out


def test_the_note_is_asked_for_at_the_end_and_the_form_is_shown_with_its_verdicts() -> None:
    dossier = load_scenario(SHIPPED / "corporate" / "steel-trader.yaml", "en").scenario.dossier
    early = next(id for id, choice in dossier.materials.items() if choice.verdict == "premature")
    said = f"/prepare materials={early}\nGood morning, Mr Zhang.\n/end\n"
    noted = call(
        "play", "steel-trader", "--plain", "--lang", "en", given=said + "promise=the list by Friday; next=Tuesday\n"
    )
    assert "Your note for the file" in noted.out
    assert "Noted." in noted.out
    assert "Your preparation:" in noted.out
    assert "too early" in noted.out
    without = call("play", "steel-trader", "--plain", "--lang", "en", given=said + "And one turn too many.\n")
    assert "Noted." not in without.out
