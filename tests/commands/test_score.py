"""``duilian score``: its faces as files, one visit or many, and what it says of a bad place to write to."""

import json
from pathlib import Path

import pytest

from tests.commands.calling import CLIENTS, LANGUAGES, call, complaint

Played = dict[tuple[str, str], Path]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_one_visit(home: Path, played: Played, language: str) -> None:
    out = home / "page.html"
    told = call("score", str(played[CLIENTS[1], language]), "--html", str(out))
    assert (told.status, told.err) == (0, "")
    assert told.out == f"written: {out}\n"
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>\n<html lang=")
    assert ("先看这三条" in page) == (language == "zh")
    assert ("Three things first" in page) == (language == "en")


def test_the_language_asked_for_is_that_of_the_page(home: Path, played: Played) -> None:
    out = home / "page.html"
    assert call("score", str(played[CLIENTS[1], "zh"]), "--html", str(out), "--lang", "en").status == 0
    assert "Three things first" in out.read_text(encoding="utf-8")


def test_many_visits_on_one_page_or_in_a_folder(home: Path, played: Played) -> None:
    files = [str(path) for path in played.values()]
    out, folder = home / "all.html", home / "pages"
    assert call("score", *files, "--html", str(out)).status == 0
    assert out.read_text(encoding="utf-8").count("<article ") == len(files)
    told = call("score", *files, files[0], "--html", f"{folder}/")
    assert told.status == 0
    written = {path.name for path in folder.iterdir()}
    assert written == {
        "index.html",
        *(f"{Path(file).stem}.html" for file in files),
        f"{Path(files[0]).stem}-2.html",
    }
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{name}"' in index for name in written - {"index.html"})
    assert call("score", files[0], "--html", str(folder)).status == 0


def test_markdown_to_standard_output_or_a_file_with_json_beside_it(home: Path, played: Played) -> None:
    file = str(played[CLIENTS[0], "zh"])
    told = call("score", file, "--markdown", "-")
    assert told.status == 0
    assert told.out.startswith("# ")
    out, page = home / "mail.md", home / "page.html"
    both = call("score", file, "--markdown", str(out), "--html", str(page), "--json")
    assert json.loads(both.out)["total"] >= 0
    assert out.read_text(encoding="utf-8") == told.out
    assert page.exists()


def test_a_bad_transcript_among_many_is_named_and_the_others_are_written(home: Path, played: Played) -> None:
    broken, out = home / "broken.jsonl", home / "all.html"
    broken.write_text("{", encoding="utf-8")
    told = complaint(call("score", str(broken), str(played[CLIENTS[0], "zh"]), "--html", str(out)))
    assert told.startswith(f"{broken}:1:1: T101 ")
    assert "<article" not in out.read_text(encoding="utf-8")


def test_a_page_takes_the_place_of_no_transcript(home: Path, played: Played) -> None:
    file = played[CLIENTS[0], "zh"]
    before = file.read_bytes()
    for option in ("--html", "--markdown"):
        assert "would be overwritten" in complaint(call("score", str(file), option, str(file)))
    assert file.read_bytes() == before


def test_a_place_that_cannot_be_written_is_named(home: Path, played: Played) -> None:
    (home / "file").write_text("x", encoding="utf-8")
    place = home / "file" / "page.html"
    told = complaint(call("score", str(played[CLIENTS[0], "zh"]), "--html", str(place), "--lang", "zh"))
    assert told.startswith(str(place))
    assert "写" in told


def test_many_files_are_graded_in_their_order_as_one_by_one(
    home: Path, played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [str(path) for path in played.values()]
    broken = home / "broken.jsonl"
    broken.write_text("{", encoding="utf-8")
    single = [call("score", file, "--json").out for file in files]
    monkeypatch.setattr("simulator.commands.many.ENOUGH", 4)
    monkeypatch.setattr("simulator.commands.many._processors", lambda: 2)
    many = call("score", *files, str(broken), *files, "--json", "--lang", "zh")
    assert many.status == 2
    assert many.err.startswith(f"{broken}:1:1: T101 不是")
    again = [call("score", file, "--json", "--lang", "zh").out for file in files]
    assert many.out == "".join(again * 2)
    assert call("score", *files, "--json").out == "".join(single)


def test_what_changed_since_a_scorecard_or_between_rubrics(home: Path, played: Played) -> None:
    files = [str(played[client, "zh"]) for client in CLIENTS]
    old = home / "old.json"
    old.write_text(call("score", *files, "--json").out, encoding="utf-8")
    same = call("score", *files, "--against", str(old), "--lang", "zh")
    assert (same.status, same.out.count("没有变。")) == (0, 2)
    ours = home / "ours.yaml"
    ours.write_text("format: 1\nid: ours\nextends: visit\nitems:\n  open_greet_honorific: null\n", encoding="utf-8")
    told = call("score", files[0], "--against", "visit", "--rubric", str(ours), "--json")
    found = json.loads(told.out)
    assert [item["id"] for item in found["items"]] == ["open_greet_honorific"]
    assert found["items"][0]["why"] == "gone"
    back = json.loads(call("score", files[0], "--against", str(ours), "--json").out)
    assert back["items"][0]["why"] == "new"
    assert "ours" in call("score", files[0], "--against", str(ours), "--lang", "en").out


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("", ":1:1: J100 ", "no JSON"),
        ("{", ":1:1: J100 ", "no JSON"),
        ("{}", ":1:1: J101 ", "no scorecard"),
        ("CARD\n{", ":2:1: J100 ", "no JSON"),
        ("CARD\nCARD", ":2:1: J104 ", "too many"),
        ("OTHER", ":1:1: J102 ", CLIENTS[1]),
    ],
)
def test_an_old_scorecard_that_does_not_fit_is_told(
    home: Path, played: Played, text: str, place: str, told: str
) -> None:
    card, other = (call("score", str(played[client, "zh"]), "--json").out.strip() for client in CLIENTS)
    old = home / "old.json"
    old.write_text(text.replace("CARD", card).replace("OTHER", other), encoding="utf-8")
    line = complaint(call("score", str(played[CLIENTS[0], "zh"]), "--against", str(old), "--lang", "en"))
    assert line.startswith(f"{old}{place}")
    assert told in line


def test_fewer_scorecards_than_transcripts_and_other_bad_usage(home: Path, played: Played) -> None:
    files = [str(played[client, "zh"]) for client in CLIENTS]
    old = home / "old.json"
    old.write_text(call("score", files[0], "--json").out, encoding="utf-8")
    assert ":1:1: J103 " in complaint(call("score", *files, "--against", str(old)))
    assert "no such file" in complaint(call("score", files[0], "--against", str(home / "no.json"), "--lang", "en"))
    assert "--markdown" in complaint(
        call("score", files[0], "--against", str(old), "--markdown", "x", "--lang", "en")
    )


def test_what_changed_as_a_page(home: Path, played: Played) -> None:
    file, old, page = str(played[CLIENTS[0], "zh"]), home / "old.json", home / "changes.html"
    card = json.loads(call("score", file, "--json").out)
    marked = next(item for item in card["items"] if item["applicable"] and item["earned"] == 1)
    marked["earned"], marked["name"] = 0.0, "<b>旧名</b>"
    old.write_text(json.dumps(card, ensure_ascii=False), encoding="utf-8")
    assert str(page) in call("score", file, "--against", str(old), "--html", str(page)).out
    text = page.read_text(encoding="utf-8")
    assert marked["id"] in text
    assert "Content-Security-Policy" in text
    assert "<b>" not in text
