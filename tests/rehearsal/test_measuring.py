"""Many visits measured: figures agree with the visits, and the author's lines are found at their places."""

from pathlib import Path

import pytest

from scoring import grade
from simulator.client import Reply
from simulator.client.replies import line_key
from simulator.rehearsal.lines import Script
from simulator.rehearsal.measuring import BINS, Rehearsal, as_json, rehearse
from simulator.rehearsal.players import PLAYERS, play
from simulator.scenario.load import load_scenario
from tests.client.walks import FILES
from tests.rehearsal.conftest import CLIENTS, IDS, client, loaded, rubric

TEACHER = next(path for path in FILES if path.stem == "retired-teacher")


def measured(path: Path, language: str, *players: str, visits: int = 4) -> Rehearsal:
    chosen = [PLAYERS[player] for player in players]
    return rehearse(loaded(path, language), rubric(language), chosen, visits, 0)


def test_figures_are_those_of_the_visits() -> None:
    found = measured(TEACHER, "zh", "expert", "beginner")
    for spread in found.spreads:
        visits = [play(loaded(TEACHER, "zh"), PLAYERS[spread.player], seed) for seed in range(4)]
        cards = [grade(visit, rubric("zh")) for visit in visits]
        assert list(spread.totals) == sorted(card.total for card in cards)
        assert spread.passed == sum(card.passed for card in cards)
        assert sum(spread.endings.values()) == sum(spread.histogram) == 4
        assert len(spread.histogram) == BINS
        for id in spread.unmet:
            assert not any(item.earned for card in cards for item in card.items if item.id == id)
    assert set(dict(found.unmet)) <= {id for spread in found.spreads for id in spread.unmet}
    assert found.spreads[0].needs == dict.fromkeys(loaded(TEACHER, "zh").scenario.needs, 1.0)


def test_the_next_seed_continues_the_last() -> None:
    """Two rehearsals of two visits see together what one of four sees."""
    chosen = [PLAYERS["random"]]
    whole = rehearse(loaded(TEACHER, "zh"), rubric("zh"), chosen, 4, 10)
    parts = [rehearse(loaded(TEACHER, "zh"), rubric("zh"), chosen, 2, seed) for seed in (10, 12)]
    assert sorted(total for part in parts for total in part.spreads[0].totals) == list(whole.spreads[0].totals)
    assert set(whole.said) == set(parts[0].said) | set(parts[1].said)


@pytest.mark.parametrize(("path", "language"), CLIENTS, ids=IDS)
def test_every_line_that_is_heard_is_found_where_it_is_written(path: Path, language: str) -> None:
    script = Script(loaded(path, language))
    made = client(path, language)
    heard: list[tuple[str, list[str]]] = []

    below = loaded(path, language).scenario.inherited.below

    def listen(reply: Reply) -> None:
        found = list(script.said(reply))
        for part in reply.parts:
            old = any(line_key(text) == part.key for lines in below.get(part.place, ()) for text in lines.all)
            assert old or any(line_key(line.text) == part.key for line in found), part
        heard.extend((line.file, [str(line.number), line.text]) for line in found)

    for player in ("expert", "random", "rule-breaker"):
        play(loaded(path, language), PLAYERS[player], 1, made, listen)
    for file, (number, text) in heard:
        written = Path(file).read_text(encoding="utf-8").splitlines()
        near = " ".join(written[int(number) - 1 : int(number) + 8])
        assert text.split("$")[0][:12].strip() in near.replace("''", "'").replace('\\"', '"'), (file, number, text)


def test_lines_said_and_unsaid_are_all_lines_and_the_file_is_the_authors_own() -> None:
    found = measured(TEACHER, "zh", "expert")
    assert len({*found.said, *found.unsaid}) == len(set(Script(loaded(TEACHER, "zh")).lines))
    assert not set(found.said) & set(found.unsaid)
    assert Path(found.own) == TEACHER
    assert 0 < len(found.unsaid_here) < found.lines_here
    assert as_json(found)["lines"]["all"] == len(found.said) + len(found.unsaid)


def test_a_line_that_nobody_can_hear_is_listed(tmp_path: Path) -> None:
    text = TEACHER.read_text(encoding="utf-8")
    mute = "  never_said_id:\n    kind: remark\n    when: turn > 9000\n    say: [谁也听不到这一句。]\n"
    place = tmp_path / "retail" / "mute.yaml"
    place.parent.mkdir()
    place.write_text(text.replace("\nremarks:\n", f"\nremarks:\n{mute}", 1), encoding="utf-8")
    number = place.read_text(encoding="utf-8").splitlines().index("    say: [谁也听不到这一句。]") + 1
    found = rehearse(load_scenario(place), rubric("zh"), [PLAYERS["expert"]], 1, 0)
    assert (number, "谁也听不到这一句。") in [(line.number, line.text) for line in found.unsaid_here]
