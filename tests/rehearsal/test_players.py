"""The players: each client tells the better from the worse, and the same seed plays the same visit."""

from functools import cache
from pathlib import Path
from statistics import median

import pytest

from scoring import grade
from scoring.scorecard import Scorecard
from simulator.rehearsal.players import PLAYERS, play, play_on
from simulator.transcript.format import exchange_line
from simulator.transcript.record import Transcript
from simulator.vocabulary.moves import MOVES
from tests.rehearsal.conftest import CLIENTS, IDS, client, loaded, rubric

SEEDS = range(12)
every_client = pytest.mark.parametrize(("path", "language"), CLIENTS, ids=IDS)


@cache
def visits(path: Path, language: str, player: str) -> tuple[Transcript, ...]:
    made = client(path, language)
    return tuple(play(loaded(path, language), PLAYERS[player], seed, made) for seed in SEEDS)


@cache
def cards(path: Path, language: str, player: str) -> tuple[Scorecard, ...]:
    return tuple(grade(visit, rubric(language)) for visit in visits(path, language, player))


def totals(path: Path, language: str, player: str) -> list[float]:
    return [card.total for card in cards(path, language, player)]


@every_client
def test_the_expert_passes_well_without_a_taboo_and_finds_every_need(path: Path, language: str) -> None:
    for card in cards(path, language, "expert"):
        assert card.passed
        assert card.total >= 78
        assert not card.taboos
        assert not card.uncertain
        assert not card.needs_missed


@every_client
def test_better_players_score_higher_with_clear_gaps(path: Path, language: str) -> None:
    middle = {player: median(totals(path, language, player)) for player in PLAYERS}
    assert middle["expert"] >= middle["good"] + (4 if loaded(path, language).scenario.visit != "phone" else 0)
    assert middle["good"] > middle["beginner"] + 15
    assert middle["beginner"] > middle["pushy"] + 8
    assert middle["pushy"] > middle["rule-breaker"] + 2
    assert middle["beginner"] > middle["stuffer"] + 8


@every_client
def test_nobody_passes_who_pitches_breaks_the_rules_or_stuffs(path: Path, language: str) -> None:
    for player in ("beginner", "pushy", "rule-breaker", "stuffer"):
        assert not any(card.passed for card in cards(path, language, player))
    assert median(totals(path, language, "random")) < rubric(language).pass_mark - 15
    assert all(card.red_lines for card in cards(path, language, "rule-breaker"))


@every_client
def test_the_same_seed_plays_the_same_visit(path: Path, language: str) -> None:
    for player in PLAYERS:
        again = play(loaded(path, language), PLAYERS[player], 3)
        kept = visits(path, language, player)[3]
        assert [exchange_line(e) for e in again.exchanges] == [exchange_line(e) for e in kept.exchanges]
        assert again.ending == kept.ending


@every_client
def test_every_visit_ends_and_is_made_of_known_moves_and_whole_sentences(path: Path, language: str) -> None:
    scenario = loaded(path, language).scenario
    for player in PLAYERS:
        for visit in visits(path, language, player):
            assert visit.ending in scenario.endings
            for exchange in visit.exchanges:
                text = exchange.trainee.text
                assert text
                assert "{" not in text
                assert "}" not in text
                assert all(move.id in MOVES and move.clause in text for move in exchange.trainee.moves)


@every_client
def test_the_expert_goes_on_from_anywhere(path: Path, language: str) -> None:
    """Whatever a beginner has done so far, the expert comes to an end, and loses nothing that was earned by leaving."""
    made = client(path, language)
    begun = visits(path, language, "beginner")[0]
    for turns in (0, 2, 4):
        before = Transcript(begun.header, begun.exchanges[:turns], begun.preparation, None, begun.opening)
        after = play_on(made, PLAYERS["expert"], before, 1)
        assert after.ending is not None
        assert after.exchanges[:turns] == before.exchanges
        left = play_on(made, PLAYERS["beginner"], before, 0)
        assert grade(after, rubric(language)).total > grade(left, rubric(language)).total
