"""``duilian rehearse``: the table, the JSON, the picture, and clear words where something cannot be done."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from simulator.commands.rehearse import disorder, fruitless
from simulator.rehearsal.measuring import Rehearsal, Spread
from simulator.rehearsal.players import PLAYERS
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
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
def test_every_item_that_nobody_met_is_told_with_what_it_lacked(spoken: str) -> None:
    arguments = ("rehearse", "retired-teacher", "--players", "expert", "--visits", "2", "--lang", spoken)
    record = json.loads(call(*arguments, "--json").out)
    assert list(record["why_never_met"]) == record["items_never_met"]
    table = call(*arguments).out
    for id, reasons in record["why_never_met"].items():
        line = next(line for line in table.splitlines() if id in line)
        assert reasons
        assert all(reason["why"] in line for reason in reasons), line
    (note,) = record["why_never_met"]["fu_same_day"]
    assert (note["kind"], note["about"][0]) == ("no_note", "thanks")


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


def test_terms_that_the_client_never_hears_are_told() -> None:
    """A margin in words that mean something else: the visits go on and are marked, and yet nothing is bargained over."""
    scenario = load_scenario(SHIPPED / "corporate" / "tech-firm.yaml", "zh").scenario
    heard = [spread("expert", offered={"amount": 1.0, "rate": 0.0}, agreed={"amount": 0.0, "rate": 0.0})]
    found = fruitless(Rehearsal("x", "x", "zh", 60, 4, 0, tuple(heard), (), (), "x", ()), scenario)
    assert [("amount" in line, "rate" in line) for line in found[:2]] == [(True, False), (False, True)]


def test_an_expert_whom_the_client_always_leaves_is_told() -> None:
    scenario = load_scenario(SHIPPED / "retail" / "young-parents.yaml", "zh").scenario
    assert (
        len(fruitless(Rehearsal("x", "x", "zh", 60, 4, 0, (spread("expert", left=4),), (), (), "x", ()), scenario))
        == 1
    )
    assert (
        fruitless(Rehearsal("x", "x", "zh", 60, 4, 0, (spread("expert", left=3),), (), (), "x", ()), scenario) == []
    )
    assert (
        fruitless(Rehearsal("x", "x", "zh", 60, 4, 0, (spread("pushy", left=4),), (), (), "x", ()), scenario) == []
    )


def test_where_no_deal_is_meant_to_be_possible_nobody_has_to_agree() -> None:
    told = call("rehearse", "steel-trader", "--players", "expert", "--visits", "1", "--json", "--lang", "en")
    record = json.loads(told.out)
    assert record["findings"] == []
    assert record["players"][0]["issues"]["rate"] == {"offered": 1.0, "agreed": 0.0}


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("client", ["tech-firm", "auto-parts-exporter"])
def test_the_expert_comes_to_terms(client: str, spoken: str) -> None:
    told = call("rehearse", client, "--players", "expert", "--visits", "2", "--json", "--lang", spoken)
    issues = json.loads(told.out)["players"][0]["issues"]
    assert issues
    assert all(shares == {"offered": 1.0, "agreed": 1.0} for shares in issues.values())


def spread(player: str, left: int = 0, **shares: dict[str, float]) -> Spread:
    """A player's four visits."""
    totals = (80.0, 81.0, 82.0, 83.0)
    return Spread(player, totals, 4, 0, 20, {}, {}, (), left=left, **shares)


def test_two_excellent_players_need_not_differ() -> None:
    def at(player: str, total: float) -> Spread:
        return Spread(player, (total,) * 4, 4, 0, 20, {}, {}, ())

    def told(*spreads: Spread) -> list[str]:
        return disorder(Rehearsal("x", "x", "zh", 60, 4, 0, spreads, (), (), "x", ()))

    assert told(at("expert", 94), at("good", 94)) == []
    assert len(told(at("expert", 84), at("good", 84))) == 1

    assert len(told(at("good", 84), at("beginner", 83.5))) == 1
