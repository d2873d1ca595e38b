"""The players of a rehearsal, by name."""

from simulator.rehearsal.amateurs import at_random, beginner, good, pushy, rule_breaker, stuffer
from simulator.rehearsal.expert import expert
from simulator.rehearsal.forms import (
    noted_somewhat,
    noted_well,
    prepared_badly,
    prepared_somewhat,
    prepared_well,
    unnoted,
    unprepared,
)
from simulator.rehearsal.playing import Player, play, play_on

PLAYERS: dict[str, Player] = {
    player.id: player
    for player in (
        Player("expert", expert, prepared_well, noted_well),
        Player("good", good, prepared_somewhat, noted_somewhat),
        Player("beginner", beginner, unprepared, unnoted),
        Player("pushy", pushy, prepared_badly, unnoted),
        Player("rule-breaker", rule_breaker, prepared_badly, unnoted),
        Player("stuffer", stuffer, unprepared, unnoted),
        Player("random", at_random, unprepared, unnoted),
    )
}
"""Best first; `random` and `stuffer` are yardsticks, not people."""

__all__ = ["PLAYERS", "Player", "play", "play_on"]
