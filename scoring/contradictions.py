"""Criteria that contradict themselves: a thing asked for together with its opposite, so that nobody can ever meet them, and half
marks that nobody can get, since what they take gives the full mark."""

from collections.abc import Iterator

from scoring.criteria import (
    Acts,
    All,
    Answered,
    AnyOf,
    Before,
    Count,
    Criterion,
    Impression,
    NeverSaid,
    NoneOf,
    Said,
    Within,
)
from scoring.faults import Faults
from scoring.rubric import Item
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import MOVES

_Part = tuple[Path_, Criterion]


def contradictions(item: Item, faults: Faults) -> None:
    """Adds the parts of an item that forbid what another part of it wants."""
    at: Path_ = ("items", item.id)
    met = [((*at, "met_when"), item.met_when)] if item.met_when else []
    chance = [((*at, "chance_when"), item.chance_when)] if item.chance_when else []
    half = [((*at, "half_when"), item.half_when)] if item.half_when else []
    told: set[Path_] = set()
    for whole in (met, half, [*met, *chance]):
        for path in _opposed([part for one in whole for part in _parts(*one)]):
            if path not in told:
                told.add(path)
                faults.add(path, "R269")
    for path, each in (*met, *half, *chance):
        for branch in _branches(path, each):
            for inner in _opposed(list(_parts(*branch))):
                if inner not in told:
                    told.add(inner)
                    faults.add(inner, "R269")


def half_never_given(item: Item, faults: Faults) -> None:
    """Adds a half mark that holds only where the whole does: the two the wrong way round."""
    if item.met_when is None or item.half_when is None or not _implies(item.half_when, item.met_when):
        return
    at: Path_ = ("items", item.id)
    own = faults.source.layers[0].source.marks
    changed = (*at, "met_when") in own and (*at, "half_when") not in own  # the half mark is inherited
    faults.add((*at, "met_when" if changed else "half_when"), "R271")


def _implies(half: Criterion, met: Criterion) -> bool:
    """Whether ``met`` holds wherever ``half`` does, as far as their form shows."""
    if half == met:
        return True
    if isinstance(half, AnyOf):
        return all(_implies(part, met) for part in half.parts)
    if isinstance(met, All):
        return all(_implies(half, part) for part in met.parts)
    if isinstance(met, AnyOf) and any(_implies(half, part) for part in met.parts):
        return True
    if isinstance(half, All):
        return any(_implies(part, met) for part in half.parts)
    if isinstance(half, Impression):
        return _implies(half.of, met)
    if not isinstance(met, Said) or met.kinds > 1:
        return False
    enough = met.half_at or met.times
    if isinstance(half, Said):
        return half.kinds == 1 and (half.half_at or half.times) >= enough and _within(half.acts, met.acts)
    return isinstance(half, Answered) and enough == 1 and _within(half.acts, met.acts)


def _parts(path: Path_, whole: Criterion) -> Iterator[_Part]:
    """What must hold together."""
    if isinstance(whole, All):
        for number, part in enumerate(whole.parts):
            yield from _parts((*path, "all", number), part)
    elif isinstance(whole, Impression):
        yield from _parts((*path, "impression", "of"), whole.of)
    else:
        yield path, whole


def _branches(path: Path_, whole: Criterion) -> Iterator[_Part]:
    """The alternatives inside a criterion, each by itself."""
    if isinstance(whole, All):
        for number, part in enumerate(whole.parts):
            yield from _branches((*path, "all", number), part)
    elif isinstance(whole, AnyOf):
        for number, part in enumerate(whole.parts):
            yield (*path, "any", number), part
            yield from _branches((*path, "any", number), part)
    elif isinstance(whole, Impression):
        yield from _branches((*path, "impression", "of"), whole.of)


def _opposed(parts: list[_Part]) -> Iterator[Path_]:
    """The parts that forbid what another one wants."""
    for path, part in parts:
        others = [other for where, other in parts if where != path]
        if isinstance(part, NeverSaid):
            if any(_forbids(part, acts) for other in others for acts in _wanted(other)):
                yield path
        elif isinstance(part, NoneOf) and any(one in others or _excludes(one, others) for one in part.parts):
            yield path


def _excludes(one: Criterion, others: list[Criterion]) -> bool:
    """Whether what must not hold is less than what another part wants."""
    if not isinstance(one, Said) or (one.times, one.kinds, one.half_at) != (1, 1, None):
        return False
    return any(_within(acts, one.acts) for other in others for acts in _wanted(other))


def _wanted(part: Criterion) -> tuple[Acts, ...]:
    """The acts without which a criterion is not met."""
    if isinstance(part, (Said, Count)):
        return (part.acts,)
    if isinstance(part, Before):
        return (part.first,)
    return (part.then,) if isinstance(part, Within) else ()


def _forbids(never: NeverSaid, acts: Acts) -> bool:
    if set(acts.moves) <= set(never.taboos):
        return True
    return never.acts is not None and _within(acts, never.acts)


def _within(acts: Acts, wider: Acts) -> bool:
    """Whether every act that is one of ``acts`` is one of ``wider`` too."""
    if (
        not set(_moves(acts)) <= set(_moves(wider))
        or (wider.unasked and not acts.unasked)
        or wider.figures > acts.figures
    ):
        return False
    for ours, theirs in ((acts.topics, wider.topics), (acts.words, wider.words), (acts.also, wider.also)):
        if theirs and not (ours and set(ours) <= set(theirs)):
            return False
    if not set(wider.without) <= set(acts.without):
        return False
    if wider.form is not None and wider.form != acts.form:
        return False
    if wider.by_turn is not None and (acts.by_turn is None or acts.by_turn > wider.by_turn):
        return False
    if wider.from_turn is not None and (acts.from_turn is None or acts.from_turn < wider.from_turn):
        return False
    return wider.last_turns is None or (acts.last_turns is not None and acts.last_turns <= wider.last_turns)


def _moves(acts: Acts) -> Iterator[str]:
    """The moves meant, any question and any sentence spelled out."""
    for move in acts.moves:
        yield move
        if move in ("question", "remark"):
            yield from (id for id, one in MOVES.items() if move == "remark" or one.asks)
        if move == "remark":
            yield "question"
