"""Shorter routes: turns that turn out not to be needed are left out, and every try is played again."""

from collections.abc import Callable, Sequence

from simulator.client import Client, Position
from simulator.vocabulary.turn import Turn

Turns = tuple[Turn, ...]


def walked(client: Client, turns: Sequence[Turn], seed: int) -> list[Position]:
    """The positions of a visit, the opening's first; it stops where the visit ends."""
    position, _ = client.start(seed)
    course = [position]
    for turn in turns:
        if position.over:
            break
        position, _ = client.step(position, turn, seed)
        course.append(position)
    return course


def shortened(turns: Turns, good: Callable[[Turns], int | None], tries: int) -> Turns:
    """A shorter row of turns that is still good, as far as ``tries`` tries lead.

    ``good`` tells after how many turns a row has reached what it is for, or None where it never does.
    """
    reach = good(turns)
    best = turns if reach is None else turns[:reach]
    size = max(1, len(best) // 2)
    while size and tries > 0:
        at = len(best) - size - 1
        while at >= 0 and tries > 0:
            tries -= 1
            shorter = (*best[:at], *best[at + size :])
            reach = good(shorter)
            if reach is not None:
                best = shorter[:reach]
            at = min(at, len(best)) - size
        size //= 2
    return best
