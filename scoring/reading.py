"""Criteria from YAML: the closed vocabulary, every mistake told with its line."""

from collections.abc import Callable
from typing import Any, cast, get_args

from scoring import criteria as c
from scoring.act import PLAIN
from scoring.faults import Faults
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import MOVES, TABOOS

Lists = dict[str, tuple[str, ...]]
_SAYABLE, _TABOOS = (*MOVES, *PLAIN), tuple(TABOOS)
_ACT_KEYS = ("move", "form", "topic", "words", "by_turn", "from_turn", "last_turns", "unasked", "also", "figures")
_OCCASION_KEYS = ("event", "client_words", "asked", "by_turn", "turns_left")
_EVENTS = ("objection", "answered", "temptation", "need", "hint", "third_person", "offer", "agreed", "left")
_PATTERNS = cast(tuple[str, ...], get_args(c.OfferPattern))
_TURNS, _TIMES = 200, 50
SEGMENTS = ("corporate", "retail")
VISITS = ("first", "maintenance", "retention", "complaint", "phone", "referral", "negotiation")


class CriterionReader:
    """Reads criteria; ``lists`` are the rubric's named word lists."""

    def __init__(self, faults: Faults, lists: Lists) -> None:
        self.faults = faults
        self.lists = lists

    def criterion(self, value: Any, path: Path_) -> c.Criterion:
        """One criterion: a mapping with a single key that names its kind."""
        body = self.faults.mapping(value, path, tuple(_READERS))
        known = [key for key in body if key in _READERS]
        if len(known) != 1 or len(body) != 1:
            if len(body) != 1 or known:
                self.faults.add(path, "R210", count=str(len(body)))
            return c.All(())
        return _READERS[known[0]](self, body[known[0]], (*path, known[0]))

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

    def _optional(self, body: dict[str, Any], key: str, path: Path_, most: int) -> int | None:
        return self.faults.whole(body[key], (*path, key), 1, most, 1) if key in body else None

    def _times(self, body: dict[str, Any], key: str, path: Path_) -> int:
        return self._optional(body, key, path, _TIMES) or 1

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
            self._optional(body, "by_turn", path, _TURNS),
            self._optional(body, "from_turn", path, _TURNS),
            self._optional(body, "last_turns", path, _TURNS),
            self.faults.truth(body.get("unasked", False), (*path, "unasked")),
            self.words(body["also"], (*path, "also")) if "also" in body else (),
            self._optional(body, "figures", path, _TIMES) or 0,
        )

    def act_part(self, value: Any, path: Path_) -> c.Acts:
        """Acts on their own, as a part of an ordering."""
        return self.acts(self.faults.mapping(value, path, _ACT_KEYS), path)

    def occasion(self, body: dict[str, Any], path: Path_) -> c.Occasion:
        """Something on the client's side."""
        event = self.faults.choice(body["event"], (*path, "event"), _EVENTS) if "event" in body else None
        words = self.words(body["client_words"], (*path, "client_words")) if "client_words" in body else ()
        asked = self.faults.truth(body.get("asked", False), (*path, "asked"))
        by_turn = (
            self.faults.whole(body["by_turn"], (*path, "by_turn"), 0, _TURNS, 0) if "by_turn" in body else None
        )
        return c.Occasion(event, words, asked, self._optional(body, "turns_left", path, _TURNS) or 0, by_turn)

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

    def parts(self, value: Any, path: Path_) -> tuple[c.Criterion, ...]:
        """The parts of a combination."""
        if not isinstance(value, list) or not value:
            self.faults.add(path, "R213")
            return ()
        return tuple(self.criterion(part, (*path, place)) for place, part in enumerate(value))


def _said(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*_ACT_KEYS, "times", "kinds", "half_at"))
    if "kinds" not in body:
        r.half(body, path, "times")
    return c.Said(
        r.acts(body, path),
        r._times(body, "times", path),
        r._times(body, "kinds", path),
        r._optional(body, "half_at", path, _TIMES),
    )


def _answered(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*_ACT_KEYS, "client_words", "figure", "need", "turns", "times"))
    words = r.words(body["client_words"], (*path, "client_words")) if "client_words" in body else ()
    figure, need = (r.faults.truth(body.get(key, False), (*path, key)) for key in ("figure", "need"))
    if not (words or figure or need):
        r.faults.add(path, "R203", key="client_words")
    turns = r._optional(body, "turns", path, _TURNS) or 1
    return c.Answered(r.acts(body, path), words, figure, need, turns, r._times(body, "times", path))


def _dossier(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("words",))
    return c.Dossier(r.words(body.get("words"), (*path, "words")))


def _count(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*_ACT_KEYS, "at_least", "half_at"))
    r.half(body, path, "at_least")
    return c.Count(r.acts(body, path), r._times(body, "at_least", path), r._optional(body, "half_at", path, _TIMES))


def _never(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*_ACT_KEYS, "taboo", "min_turns"))
    taboos = r.faults.choices(body["taboo"], (*path, "taboo"), _TABOOS, "R212") if "taboo" in body else ()
    acts = r.acts({k: v for k, v in body.items() if k in _ACT_KEYS}, path) if "move" in body else None
    if not taboos and acts is None:
        r.faults.add(path, "R203", key="taboo")
    return c.NeverSaid(acts, taboos, r._optional(body, "min_turns", path, _TURNS) or 3)


def _share(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("of", "at_least", "half_at", "of_at_least"))
    of = r.faults.choice(body.get("of"), (*path, "of"), ("open_questions", "client_talk", "taken_up"))
    least, half = r.share(body, path)
    return c.Share(cast(Any, of), least, half, r._optional(body, "of_at_least", path, _TIMES) or 3)


def _before(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("first", "then", "times", "half_at", "then_needed", "turns"))
    return c.Before(
        r.act_part(body.get("first"), (*path, "first")),
        r.act_part(body.get("then"), (*path, "then")),
        r._times(body, "times", path),
        r._optional(body, "half_at", path, _TIMES),
        r.faults.truth(body.get("then_needed", True), (*path, "then_needed")),
        r._optional(body, "turns", path, _TURNS),
    )


def _within(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("after", "then", "turns", "times"))
    where = (*path, "after")
    after = r.faults.mapping(body.get("after"), where, (*_ACT_KEYS, *_OCCASION_KEYS))
    return c.Within(
        r.acts(after, where) if "move" in after else r.occasion(after, where),
        r.act_part(body.get("then"), (*path, "then")),
        r._optional(body, "turns", path, _TURNS) or 2,
        r._times(body, "times", path),
    )


def _revealed(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("kind", "at_least", "half_at"))
    kind = r.faults.choice(body.get("kind", "any"), (*path, "kind"), ("any", "explicit", "latent"))
    return c.Revealed(cast(Any, kind), *r.share(body, path))


def _covered(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    return c.Covered(*r.share(r.faults.mapping(value, path, ("at_least", "half_at")), path))


def _offers(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    return c.Offers(cast(c.OfferPattern, r.faults.choice(value, path, _PATTERNS)))


def _prepared(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("what", "fields", "at_least", "characters", "words"))
    what = r.faults.choice(
        body.get("what"), (*path, "what"), ("objective", "materials", "questions", "note", "form")
    )
    return c.Prepared(
        cast(Any, what),
        r.faults.texts(body.get("fields", []), (*path, "fields")),
        r._times(body, "at_least", path),
        r._optional(body, "characters", path, 1000) or 4,
        r.words(body["words"], (*path, "words")) if "words" in body else (),
    )


def _followed(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("fields", "characters", "words", "needs"))
    return c.FollowedUp(
        r.faults.texts(body.get("fields", []), (*path, "fields")),
        r._optional(body, "characters", path, 1000) or 4,
        r.words(body["words"], (*path, "words")) if "words" in body else (),
        r._optional(body, "needs", path, _TIMES) or 0,
    )


def _wrote(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("words", "narrated", "by_turn", "last_turns"))
    return c.Wrote(
        r.words(body.get("words"), (*path, "words")),
        r.faults.truth(body.get("narrated", False), (*path, "narrated")),
        r._optional(body, "by_turn", path, _TURNS),
        r._optional(body, "last_turns", path, _TURNS),
    )


def _mentions(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("what", "by_turn"))
    what = r.faults.choices(body.get("what"), (*path, "what"), ("contact", "title", "organisation", "file"))
    return c.Mentions(what, r._optional(body, "by_turn", path, _TURNS))


def _happened(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*_OCCASION_KEYS, "times"))
    return c.Happened(r.occasion(body, path), r._times(body, "times", path))


def _short(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*_ACT_KEYS, "characters", "english_words", "at_least"))
    acts = r.acts({k: v for k, v in body.items() if k in _ACT_KEYS}, path)
    return c.Short(
        acts,
        r._optional(body, "characters", path, 2000) or 120,
        r._optional(body, "english_words", path, 2000) or 90,
        r.faults.number(body.get("at_least", 0.8), (*path, "at_least"), 0, 1, 0.8),
    )


def _mood(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("at_least", "risen"))
    if not body:
        r.faults.add(path, "R203", key="at_least")
    return c.Mood(r._optional(body, "at_least", path, 100), r._optional(body, "risen", path, 100))


def _of_kind(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    return c.OfKind(r.faults.choices(value, path, (*VISITS, *SEGMENTS)))


_READERS: dict[str, Callable[[CriterionReader, Any, Path_], c.Criterion]] = {
    "said": _said,
    "answered": _answered,
    "count": _count,
    "never_said": _never,
    "share": _share,
    "before": _before,
    "within": _within,
    "revealed": _revealed,
    "covered": _covered,
    "offers": _offers,
    "prepared": _prepared,
    "followed_up": _followed,
    "wrote": _wrote,
    "mentions": _mentions,
    "happened": _happened,
    "dossier": _dossier,
    "short": _short,
    "mood": _mood,
    "visit": _of_kind,
    "all": lambda r, value, path: c.All(r.parts(value, path)),
    "any": lambda r, value, path: c.AnyOf(r.parts(value, path)),
    "none": lambda r, value, path: c.NoneOf(r.parts(value, path)),
}
KINDS = tuple(_READERS)
"""The names of the criteria, for schemas and messages."""
