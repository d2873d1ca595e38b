"""What criteria are made of, read from YAML: word lists, acts, what happens on the client's side, shares."""

from typing import Any, cast

from scoring import criteria as c
from scoring.act import PLAIN
from scoring.faults import Faults
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import MOVES

Lists = dict[str, tuple[str, ...]]
ACT_KEYS = (
    "move",
    "form",
    "topic",
    "words",
    "by_turn",
    "from_turn",
    "last_turns",
    "unasked",
    "also",
    "figures",
    "without",
)
OCCASION_KEYS = ("event", "client_words", "asked", "by_turn", "turns_left")
MOST_TURNS, MOST_TIMES = 200, 50
_SAYABLE = (*MOVES, *PLAIN)
_EVENTS = ("objection", "answered", "temptation", "need", "hint", "third_person", "offer", "agreed", "left")


def _turns(acts: c.Acts) -> int:
    """The number of turns in which acts count."""
    turns = (acts.by_turn or MOST_TURNS) - (acts.from_turn or 1) + 1
    return min(turns, acts.last_turns or MOST_TURNS)


class PartReader:
    """Reads the parts of criteria; ``lists`` are the rubric's named word lists."""

    def __init__(self, faults: Faults, lists: Lists) -> None:
        self.faults = faults
        self.lists = lists

    def words(self, value: Any, path: Path_) -> tuple[str, ...]:
        """Literal patterns, or ``$name`` for a list of the rubric."""
        found: list[str] = []
        if value == []:
            self.faults.add(path, "R203", key=str(path[-1]))
        for place, entry in enumerate(self.faults.texts(value, path)):
            if entry.startswith("$"):
                if entry[1:] not in self.lists:
                    where = (*path, place) if isinstance(value, list) else path
                    self.faults.unknown(where, "R211", entry[1:], tuple(self.lists))
                found.extend(self.lists.get(entry[1:], ()))
            else:
                found.append(entry.lower())
        return tuple(found)

    def optional(self, body: dict[str, Any], key: str, path: Path_, most: int) -> int | None:
        """A whole number from 1 to ``most``; None where nothing is said."""
        return self.faults.whole(body[key], (*path, key), 1, most, 1) if key in body else None

    def times(self, body: dict[str, Any], key: str, path: Path_) -> int:
        """How many times; once where nothing is said."""
        return self.optional(body, key, path, MOST_TIMES) or 1

    def times_of(self, body: dict[str, Any], path: Path_, acts: c.Acts) -> int:
        """In how many different turns ``acts`` are wanted; there must be so many among those in which they count."""
        times = self.times(body, "times", path)
        turns = _turns(acts)
        if times > turns >= 1:  # none at all is told as turns the wrong way round
            self.faults.add((*path, "times"), "R270", times=str(times), turns=str(turns))
        return times

    def acts(self, body: dict[str, Any], path: Path_) -> c.Acts:
        """The keys that say which acts are meant."""
        if "move" not in body:
            self.faults.add(path, "R203", key="move")
        form = self.faults.choice(body["form"], (*path, "form"), ("open", "closed")) if "form" in body else None
        moves = self.faults.choices(body.get("move", []), (*path, "move"), _SAYABLE, "R212")
        if form and moves and not any(id not in MOVES or MOVES[id].asks for id in moves):
            self.faults.add((*path, "form"), "R257")
        first, last = body.get("from_turn"), body.get("by_turn")
        if isinstance(first, int) and isinstance(last, int) and first > last:
            self.faults.add((*path, "from_turn"), "R258", first=str(first), last=str(last))
        return c.Acts(
            moves,
            cast(Any, form),
            self.faults.texts(body["topic"], (*path, "topic")) if "topic" in body else (),
            self.words(body["words"], (*path, "words")) if "words" in body else (),
            self.optional(body, "by_turn", path, MOST_TURNS),
            self.optional(body, "from_turn", path, MOST_TURNS),
            self.optional(body, "last_turns", path, MOST_TURNS),
            self.faults.truth(body.get("unasked", False), (*path, "unasked")),
            self.words(body["also"], (*path, "also")) if "also" in body else (),
            self.optional(body, "figures", path, MOST_TIMES) or 0,
            self.words(body["without"], (*path, "without")) if "without" in body else (),
        )

    def act_part(self, value: Any, path: Path_) -> c.Acts:
        """Acts on their own, as a part of an ordering."""
        return self.acts(self.faults.mapping(value, path, ACT_KEYS), path)

    def occasion(self, body: dict[str, Any], path: Path_) -> c.Occasion:
        """Something on the client's side."""
        event = self.faults.choice(body["event"], (*path, "event"), _EVENTS) if "event" in body else None
        words = self.words(body["client_words"], (*path, "client_words")) if "client_words" in body else ()
        asked = self.faults.truth(body.get("asked", False), (*path, "asked"))
        by_turn = (
            self.faults.whole(body["by_turn"], (*path, "by_turn"), 0, MOST_TURNS, 0) if "by_turn" in body else None
        )
        return c.Occasion(event, words, asked, self.optional(body, "turns_left", path, MOST_TURNS) or 0, by_turn)

    def share(self, body: dict[str, Any], path: Path_) -> tuple[float, float | None]:
        """``at_least`` and ``half_at`` as shares, 0-1."""
        if "at_least" not in body:
            self.faults.add(path, "R203", key="at_least")
        self.half(body, path, "at_least")
        least = self.faults.number(body.get("at_least", 1), (*path, "at_least"), 0, 1, 1)
        half = self.faults.number(body["half_at"], (*path, "half_at"), 0, 1, 0) if "half_at" in body else None
        return least, half

    def half(self, body: dict[str, Any], path: Path_, whole: str) -> None:
        """What is enough for half the points must be less than what is enough for all of them."""
        every, half = body.get(whole, 1), body.get("half_at")
        if isinstance(every, (int, float)) and isinstance(half, (int, float)) and half >= every:
            self.faults.add((*path, "half_at"), "R259", half=f"{half:g}", whole=f"{every:g}")
