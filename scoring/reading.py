"""Criteria from YAML: the closed vocabulary, every mistake told with its line."""

from collections.abc import Callable
from typing import Any, cast, get_args

from scoring import criteria as c
from scoring.reading_parts import ACT_KEYS, MOST_TIMES, MOST_TURNS, OCCASION_KEYS, PartReader
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import TABOOS

_TABOOS = tuple(TABOOS)
_PATTERNS = cast(tuple[str, ...], get_args(c.OfferPattern))
SEGMENTS = ("corporate", "retail")
VISITS = ("first", "maintenance", "retention", "complaint", "phone", "referral", "negotiation")


class CriterionReader(PartReader):
    """Reads criteria."""

    def criterion(self, value: Any, path: Path_) -> c.Criterion:
        """One criterion: a mapping with a single key that names its kind."""
        body = self.faults.mapping(value, path, tuple(_READERS))
        known = [key for key in body if key in _READERS]
        if len(known) != 1 or len(body) != 1:
            if len(body) != 1 or known:
                self.faults.add(path, "R210", count=str(len(body)))
            return c.All(())
        return _READERS[known[0]](self, body[known[0]], (*path, known[0]))

    def parts(self, value: Any, path: Path_) -> tuple[c.Criterion, ...]:
        """The parts of a combination."""
        if not isinstance(value, list) or not value:
            self.faults.add(path, "R213")
            return ()
        return tuple(self.criterion(part, (*path, place)) for place, part in enumerate(value))


def _said(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*ACT_KEYS, "times", "kinds", "half_at"))
    if "kinds" not in body:
        r.half(body, path, "times")
    acts = r.acts(body, path)
    return c.Said(
        acts,
        r.times_of(body, path, acts),
        r.times(body, "kinds", path),
        r.optional(body, "half_at", path, MOST_TIMES),
    )


def _answered(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*ACT_KEYS, "client_words", "figure", "need", "turns", "times"))
    words = r.words(body["client_words"], (*path, "client_words")) if "client_words" in body else ()
    figure, need = (r.faults.truth(body.get(key, False), (*path, key)) for key in ("figure", "need"))
    if not (words or figure or need):
        r.faults.add(path, "R203", key="client_words")
    turns = r.optional(body, "turns", path, MOST_TURNS) or 1
    acts = r.acts(body, path)
    return c.Answered(acts, words, figure, need, turns, r.times_of(body, path, acts))


def _dossier(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("words",))
    return c.Dossier(r.words(body.get("words"), (*path, "words")))


def _count(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*ACT_KEYS, "at_least", "half_at"))
    r.half(body, path, "at_least")
    return c.Count(
        r.acts(body, path), r.times(body, "at_least", path), r.optional(body, "half_at", path, MOST_TIMES)
    )


def _never(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*ACT_KEYS, "taboo", "min_turns"))
    taboos = r.faults.choices(body["taboo"], (*path, "taboo"), _TABOOS, "R212") if "taboo" in body else ()
    acts = r.acts({k: v for k, v in body.items() if k in ACT_KEYS}, path) if "move" in body else None
    if not taboos and acts is None:
        r.faults.add(path, "R203", key="taboo")
    return c.NeverSaid(acts, taboos, r.optional(body, "min_turns", path, MOST_TURNS) or 3)


def _share(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("of", "at_least", "half_at", "of_at_least"))
    of = r.faults.choice(body.get("of"), (*path, "of"), ("open_questions", "client_talk", "taken_up"))
    least, half = r.share(body, path)
    return c.Share(cast(Any, of), least, half, r.optional(body, "of_at_least", path, MOST_TIMES) or 3)


def _before(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("first", "then", "times", "half_at", "then_needed", "turns"))
    first = r.act_part(body.get("first"), (*path, "first"))
    return c.Before(
        first,
        r.act_part(body.get("then"), (*path, "then")),
        r.times_of(body, path, first),
        r.optional(body, "half_at", path, MOST_TIMES),
        r.faults.truth(body.get("then_needed", True), (*path, "then_needed")),
        r.optional(body, "turns", path, MOST_TURNS),
    )


def _within(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("after", "then", "turns", "times"))
    where = (*path, "after")
    after = r.faults.mapping(body.get("after"), where, (*ACT_KEYS, *OCCASION_KEYS))
    return c.Within(
        r.acts(after, where) if "move" in after else r.occasion(after, where),
        r.act_part(body.get("then"), (*path, "then")),
        r.optional(body, "turns", path, MOST_TURNS) or 2,
        r.times(body, "times", path),
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
        r.times(body, "at_least", path),
        r.optional(body, "characters", path, 1000) or 4,
        r.words(body["words"], (*path, "words")) if "words" in body else (),
    )


def _followed(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("fields", "characters", "words", "needs"))
    return c.FollowedUp(
        r.faults.texts(body.get("fields", []), (*path, "fields")),
        r.optional(body, "characters", path, 1000) or 4,
        r.words(body["words"], (*path, "words")) if "words" in body else (),
        r.optional(body, "needs", path, MOST_TIMES) or 0,
    )


def _wrote(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("words", "narrated", "by_turn", "last_turns"))
    return c.Wrote(
        r.words(body.get("words"), (*path, "words")),
        r.faults.truth(body.get("narrated", False), (*path, "narrated")),
        r.optional(body, "by_turn", path, MOST_TURNS),
        r.optional(body, "last_turns", path, MOST_TURNS),
    )


def _mentions(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("what", "by_turn"))
    what = r.faults.choices(body.get("what"), (*path, "what"), ("contact", "title", "organisation", "file"))
    return c.Mentions(what, r.optional(body, "by_turn", path, MOST_TURNS))


def _happened(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*OCCASION_KEYS, "times"))
    return c.Happened(r.occasion(body, path), r.times(body, "times", path))


def _short(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, (*ACT_KEYS, "characters", "english_words", "at_least"))
    acts = r.acts({k: v for k, v in body.items() if k in ACT_KEYS}, path)
    return c.Short(
        acts,
        r.optional(body, "characters", path, 2000) or 120,
        r.optional(body, "english_words", path, 2000) or 90,
        r.faults.number(body.get("at_least", 0.8), (*path, "at_least"), 0, 1, 0.8),
    )


def _mood(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("at_least", "risen"))
    if not body:
        r.faults.add(path, "R203", key="at_least")
    return c.Mood(r.optional(body, "at_least", path, 100), r.optional(body, "risen", path, 100))


def _of_kind(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    return c.OfKind(r.faults.choices(value, path, (*VISITS, *SEGMENTS)))


def _impression(r: CriterionReader, value: Any, path: Path_) -> c.Criterion:
    body = r.faults.mapping(value, path, ("of", "shown_by"))
    shown = r.criterion(body["shown_by"], (*path, "shown_by")) if "shown_by" in body else None
    return c.Impression(r.criterion(body.get("of"), (*path, "of")), shown)


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
    "impression": _impression,
}
KINDS = tuple(_READERS)
"""The names of the criteria, for schemas and messages."""
