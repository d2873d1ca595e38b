"""Why nobody met an item: what of it was lacking in every visit in which it applied, as far as that can be known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scoring import criteria as c
from scoring.evaluate import evaluate
from scoring.found import occasions, select
from scoring.patterns import first_match
from scoring.rubric import Item
from scoring.view import VisitView
from simulator.rehearsal.other_words import asked_moves, plainly
from simulator.rehearsal.phrasebook import act_of, phrasebook
from simulator.scenario.translations import fits

Views = Sequence[VisitView]
MOST_REASONS = 2
"""An item that can be met in many ways is told of the first few that came to nothing."""
MOST_WORDS = 3
"""Words that are given as an example of what was looked for."""


@dataclass(frozen=True, slots=True)
class Why:
    """One reason. ``kind`` is what is lacking (`simulator.commands.never_met` puts each into words), ``about`` the ids or words it is
    about: fields of a form, moves, patterns, an event of the client's; ``number`` turns, figures or points of trust."""

    kind: str
    about: tuple[str, ...] = ()
    number: int = 0


OTHER_VISIT, UNKNOWN = Why("other_visit"), Why("unknown")


def why_never(item: Item, views: Views) -> tuple[Why, ...]:
    """The reasons why ``item`` earned nothing in any of these visits, in all of which it applied; `UNKNOWN` where none can be told."""
    ways = [way for way in (item.met_when, item.half_when) if way is not None]
    every = [why for way in ways for why in _lacking(way, views)]
    known = dict.fromkeys(why for why in every if why not in (OTHER_VISIT, UNKNOWN))
    return tuple(known)[:MOST_REASONS] or ((OTHER_VISIT,) if every and UNKNOWN not in every else (UNKNOWN,))


def _lacking(criterion: c.Criterion, views: Views) -> Iterator[Why]:
    match criterion:
        case c.AnyOf(parts):
            for part in parts:
                yield from _lacking(part, views)
        case c.Impression(of):
            yield from _lacking(of, views)
        case c.All(parts):
            yield from _of_all(parts, views)
        case c.NoneOf():
            yield Why("ruled_out")
        case _:
            yield _SIMPLE[type(criterion)](criterion, views)


def _of_all(parts: Sequence[c.Criterion], views: Views) -> Iterator[Why]:
    """What lacks of parts that are all asked for: the first that was met in no visit, else that they never came together."""
    for part in parts:
        found = [evaluate(part, view) for view in views]
        if any(one.chance for one in found) and not any(one.value for one in found):
            yield from _lacking(part, views)
            return
    yield Why("apart")


def _not_said(acts: c.Acts, views: Views) -> Why:
    """What lacks where no act is the one that is asked for."""
    if not any(view.acts_of(acts.moves) for view in views):
        known = any(act in asked_moves(acts) for act, _text in _sentences(views))
        return Why("undone" if known else "no_move", acts.moves)
    worded = c.Acts(acts.moves, words=acts.words, also=acts.also)
    if acts.words and not any(select(view, worded) for view in views):
        moves = asked_moves(acts)
        known_by = [text for act, text in _sentences(views) if act in moves or plainly(text, worded)]
        lost = (
            acts.also if acts.also and any(select(view, replace(worded, also=())) for view in views) else acts.words
        )
        return _wordless(
            [text for text in known_by if _has(text, acts.words) and _has(text, acts.also)], lost, views
        )
    for name, none in _CONDITIONS.items():
        if any(select(view, replace(acts, **{name: none})) for view in views):
            value = getattr(acts, name)
            return Why(f"form.{value}") if name == "form" else Why(name, number=value if type(value) is int else 0)
    return UNKNOWN


_CONDITIONS: dict[str, Any] = {
    "form": None, "topics": (), "figures": 0, "without": (), "unasked": False, "by_turn": None, "from_turn": None, "last_turns": None,
}  # fmt: skip
"""What narrows an act down, besides words, with what leaves it wide; a reason of that name says that nothing else was lacking."""


def _has(text: str, words: tuple[str, ...]) -> bool:
    return not words or first_match(text.lower(), words) is not None


def _wordless(known: list[str], words: tuple[str, ...], views: Views) -> Why:
    """That none of ``words`` was said: the players' own words of that kind in the sentences they know, else a few that were looked for."""
    own = dict.fromkeys(match for text in known if (match := first_match(text.lower(), words)) is not None)
    return Why("unsaid", tuple(own)[:MOST_WORDS]) if own else Why("no_words", _examples(words, views))


def _sentences(views: Views) -> Iterator[tuple[str, str]]:
    """Every sentence that players know for such a client, with the act it makes."""
    header = views[0].transcript.header
    book = phrasebook(header.language)
    for key in book.texts:
        for text in book.of(key, views[0].brief.segment):
            yield act_of(key), text


def _examples(words: tuple[str, ...], views: Views) -> tuple[str, ...]:
    """A few of the words looked for, those that are said in the language of the visits."""
    spoken = views[0].transcript.header.language
    return tuple([word for word in words if fits(word, spoken)][:MOST_WORDS])


def _said(criterion: c.Said | c.Count | c.Answered, views: Views) -> Why:
    if any(select(view, criterion.acts) for view in views):
        times = criterion.at_least if isinstance(criterion, c.Count) else criterion.times
        return Why("seldom", number=times) if times > 1 else UNKNOWN
    return _not_said(criterion.acts, views)


def _before(criterion: c.Before, views: Views) -> Why:
    if any(select(view, criterion.first) for view in views):
        return Why("too_late")
    return _not_said(criterion.first, views)


def _within(criterion: c.Within, views: Views) -> Why:
    after = criterion.after
    if isinstance(after, c.Acts):
        if not any(select(view, after) for view in views):
            return _not_said(after, views)
    elif not any(occasions(view, after) for view in views):
        return _no_moment(after, views)
    if any(select(view, criterion.then) for view in views):
        return Why("no_answer")
    return _not_said(criterion.then, views)


def _happened(criterion: c.Happened, views: Views) -> Why:
    return _no_moment(criterion.occasion, views)


def _no_moment(occasion: c.Occasion, views: Views) -> Why:
    if occasion.event is not None:
        return Why("no_event", (occasion.event,))
    return Why("not_told", _examples(occasion.words, views))


_BRACKETS = "（(【["


def _wrote(criterion: c.Wrote, views: Views) -> Why:
    if criterion.narrated and not any(
        bracket in exchange.trainee.text for view in views for exchange in view.exchanges for bracket in _BRACKETS
    ):
        return Why("no_action")
    if not criterion.narrated and any(view.turns_with(criterion.words) for view in views):
        if criterion.by_turn is not None:
            return Why("by_turn", number=criterion.by_turn)
        return UNKNOWN if criterion.last_turns is None else Why("last_turns", number=criterion.last_turns)
    return _wordless([text for _act, text in _sentences(views)], criterion.words, views)


def _prepared(criterion: c.Prepared, views: Views) -> Why:
    forms = [view.transcript.preparation for view in views]
    if criterion.what == "form":
        return Why("no_form")
    if criterion.what != "note":
        return Why(f"no_{criterion.what}")
    written = any(form.notes.get(field) for form in forms if form is not None for field in criterion.fields)
    return Why("thin_field" if written else "no_field", criterion.fields)


def _followed_up(criterion: c.FollowedUp, views: Views) -> Why:
    notes = [view.transcript.follow_up for view in views]
    if not any(note.get(field) for note in notes for field in (criterion.fields or note)):
        return Why("no_note", criterion.fields)
    return Why("thin_note", _examples(criterion.words, views) if criterion.words else criterion.fields)


def _offers(criterion: c.Offers, views: Views) -> Why:
    if not any(view.brief.issues for view in views):
        return Why("no_table")
    if criterion.pattern == "recap" and not any(h.kind == "agreed" for view in views for h in view.happenings):
        return Why("no_event", ("agreed",))
    if not any(offer.side == "bank" for view in views for offer in view.offers):
        return Why("no_offer")
    return Why("offers")


def _mood(criterion: c.Mood, _views: Views) -> Why:
    if criterion.at_least is None:
        return Why("no_rise", number=criterion.risen or 0)
    return Why("no_trust", number=criterion.at_least)


def _never_said(criterion: c.NeverSaid, views: Views) -> Why:
    return Why("ruled_out" if any(evaluate(criterion, view).chance for view in views) else "too_short")


_SIMPLE: dict[type, Callable[[Any, Views], Why]] = {
    c.Said: _said,
    c.Count: _said,
    c.Answered: _said,
    c.Before: _before,
    c.Within: _within,
    c.Happened: _happened,
    c.Wrote: _wrote,
    c.Prepared: _prepared,
    c.FollowedUp: _followed_up,
    c.Offers: _offers,
    c.Mood: _mood,
    c.NeverSaid: _never_said,
    c.Revealed: lambda criterion, _views: Why(f"few_needs.{criterion.kind}"),
    c.Covered: lambda _criterion, _views: Why("uncovered"),
    c.Share: lambda criterion, _views: Why(f"share.{criterion.of}"),
    c.Short: lambda _criterion, _views: Why("long"),
    c.Mentions: lambda _criterion, _views: Why("unnamed"),
    c.OfKind: lambda _criterion, _views: OTHER_VISIT,
    c.Dossier: lambda _criterion, _views: OTHER_VISIT,
}
