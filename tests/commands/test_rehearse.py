"""``duilian rehearse``: the table, the JSON, the picture, and clear words where something cannot be done."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from simulator.rehearsal.players import PLAYERS
from tests.commands.calling import LANGUAGES, call


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_table_shows_every_player_with_the_spread(spoken: str) -> None:
    told = call("rehearse", "young-parents", "--visits", "3", "--lang", spoken)
    assert (told.status, told.err) == (0, "")
    rows = [line for line in told.out.splitlines() if "|" in line]
    assert len(rows) == len(PLAYERS)
    assert "100" in rows[0]
    assert f"young-parents{'' if spoken == 'zh' else '.en'}.yaml:" in told.out
    assert ("高手" in told.out) == (spoken == "zh")


def test_json_has_the_chosen_players_and_the_same_call_gives_the_same_bytes() -> None:
    arguments = (
        "rehearse",
        "young-parents",
        "--players",
        "expert,random",
        "--visits",
        "4",
        "--seed",
        "7",
        "--json",
    )
    told = call(*arguments)
    record = json.loads(told.out)
    assert [player["id"] for player in record["players"]] == ["expert", "random"]
    assert (record["visits"], record["seed"], record["findings"]) == (4, 7, [])
    assert all({"file", "line", "text"} <= set(line) for line in record["lines_never_said"])
    assert call(*arguments).out == told.out


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_picture_is_self_contained_and_speaks_the_readers_language(tmp_path: Path, spoken: str) -> None:
    picture = tmp_path / "spread.svg"
    call("rehearse", "young-parents", "--visits", "2", "--svg", str(picture), "--lang", spoken)
    text = picture.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag.endswith("svg")
    assert not [
        word for word in ("href", "url(", "<script", "http://") if word in text.replace("http://www.w3.org", "")
    ]
    assert ("及格线" in text) == (spoken == "zh")


def test_a_checklist_that_the_expert_fails_is_a_finding(tmp_path: Path) -> None:
    from scoring.rubric_file import SHIPPED

    rubric = tmp_path / "hard.yaml"
    rubric.write_text(
        SHIPPED.read_text(encoding="utf-8").replace("pass_mark: 60", "pass_mark: 101"), encoding="utf-8"
    )
    told = call(
        "rehearse", "young-parents", "--visits", "2", "--players", "expert", "--rubric", str(rubric), "--lang", "en"
    )
    if told.status == 2:  # a rubric may itself refuse such a pass mark
        pytest.skip("the rubric refuses it")
    assert told.status == 1
    assert "! the expert passes only 0 of 2 visits" in told.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("rehearse", "young-parents", "--players", "genius"), "there is no player 'genius'"),
        (("rehearse", "young-parents", "--visits", "0"), "--visits takes 1 to"),
        (("rehearse", "nobody-here"), "there is no scenario 'nobody-here'"),
        (("rehearse", "young-parents", "--svg", "/nowhere/at/all.svg", "--visits", "1"), "/nowhere/at/all.svg"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(arguments: tuple[str, ...], words: str) -> None:
    told = call(*arguments, "--lang", "en")
    assert told.status == 2
    assert words in told.err
    assert len(told.err.splitlines()) == 1
