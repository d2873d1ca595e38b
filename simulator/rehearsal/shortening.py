"""Shorter routes: turns that turn out not to be needed are left out, and every try is played again."""

from collections.abc import Callable, Sequence

from simulator.client import Client, Position
from simulator.vocabulary.turn import Turn

Turns = tuple[Turn, ...]


def walked(client: Client, turns: Sequence[Turn], seed: int, until: Callable[[Position], bool]) -> int | None:
    """After how many turns of a visit ``until`` holds for the first time; None where it never does."""
    position, _ = client.start(seed)
    return _on(client, [position], turns, seed, until)


def _on(
    client: Client, course: list[Position], turns: Sequence[Turn], seed: int, until: Callable[[Position], bool]
) -> int | None:
    """The same from the end of ``course``, to which the positions are added."""
    if until(course[-1]):
        return len(course) - 1
    for turn in turns:
        if course[-1].over:
            return None
        course.append(client.step(course[-1], turn, seed)[0])
        if until(course[-1]):
            return len(course) - 1
    return None


def shortest(client: Client, turns: Turns, seed: int, until: Callable[[Position], bool], tries: int) -> Turns:
    """A shorter row of turns after which ``until`` still holds, as far as ``tries`` tries lead."""
    course = [client.start(seed)[0]]
    best = turns[: _on(client, course, turns, seed, until)]
    size = len(best) // 2
    while size and tries > 0:
        at = len(best) - size - 1
        while at >= 0 and tries > 0:
            tries -= 1
            path = course[: at + 1]
            reach = _on(client, path, best[at + size :], seed, until)
            if reach is not None:
                best, course = (*best[:at], *best[at + size :])[:reach], path
            at = min(at, len(best)) - size
        size //= 2
    return best


def shortened(turns: Turns, good: Callable[[Turns], bool], tries: int) -> Turns:
    """A shorter row of turns that is still good, as far as ``tries`` tries lead."""
    best, size = turns, len(turns) // 2
    while size and tries > 0:
        at = len(best) - size - 1
        while at >= 0 and tries > 0:
            tries -= 1
            shorter = (*best[:at], *best[at + size :])
            if good(shorter):
                best = shorter
            at = min(at, len(best)) - size
        size //= 2
    return best
