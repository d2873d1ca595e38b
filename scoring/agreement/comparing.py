"""The comparison itself: every pair of graders, everybody together, every item, the totals, the red lines."""

from collections.abc import Sequence
from itertools import combinations
from statistics import mean

from scoring.agreement import measures
from scoring.agreement.values import (
    SCORER,
    Agreement,
    Group,
    ItemAgreement,
    Pair,
    RedLines,
    Sheet,
    Totals,
    Visit,
)
from scoring.rubric import Rubric

Marks = dict[tuple[int, str], float | None]
"""A grader's marks by visit and item; None: not applicable."""
DISAGREE = 0.7
"""Below this share of marks equal to the scorer's an item is to be looked at ..."""
LOW_REST = 0.2
"""... and below this correlation with the rest of the checklist it tells good visits from bad ones badly."""
FEW = 5
"""With fewer marks than this nothing is said of an item's power to tell visits apart."""
_CATEGORY = {0.0: 0, 0.5: 1, 1.0: 2, None: 3}


def compare(sheet: Sheet, visits: Sequence[Visit], rubric: Rubric) -> Agreement:
    """What the people marked, against the scorer and each other."""
    people = tuple(sorted({*sheet.marks, *sheet.red, *sheet.totals}))
    marks = {person: _flat(sheet, person) for person in people}
    graders: dict[str, Marks] = {SCORER: _scorer(visits), **marks}
    pairs = tuple(
        _pair(one, other, graders) for one, other in combinations(graders, 2) if graders[one] and graders[other]
    )
    marked = {name: graders[name] for name in graders if graders[name]}
    return Agreement(
        people=people,
        visits=tuple(visit.name for visit in visits),
        rubric=f"{rubric.id} {rubric.hash}",
        pairs=pairs,
        everybody=_group(marked),
        people_only=_group({name: marked[name] for name in people if name in marked}) if len(people) > 1 else None,
        items=_items(rubric, graders[SCORER], marks),
        totals=_totals(sheet, visits, rubric, graders, people),
        red_lines=_red_lines(sheet, visits),
    )


def _flat(sheet: Sheet, person: str) -> Marks:
    return {(place, id): mark for place, marks in sheet.marks.get(person, {}).items() for id, mark in marks.items()}


def _scorer(visits: Sequence[Visit]) -> Marks:
    """The scorer's marks, also for items that do not apply; what no typed visit shows is not marked."""
    return {
        (place, item.id): item.earned if item.applicable else None
        for place, visit in enumerate(visits)
        for item in visit.card.items
        if item.why_not != "unseen"
    }


def _pair(one: str, other: str, graders: dict[str, Marks]) -> Pair:
    first, second = graders[one], graders[other]
    both = [key for key in first if key in second]
    a, b = ([_CATEGORY[marks[key]] for key in both] for marks in (first, second))
    given = [(x, y) for x, y in zip(a, b, strict=True) if x < 3 and y < 3]
    weighted = measures.cohen_weighted([x for x, _ in given], [y for _, y in given], 3)
    exact = mean(x == y for x, y in zip(a, b, strict=True)) if both else 0.0
    return Pair(one, other, len(both), round(exact, 4), *measures.cohen(a, b, 4), weighted)


def _group(graders: dict[str, Marks]) -> Group:
    every = list(graders.values())
    shared = [key for key in every[0] if all(key in marks for marks in every)] if every else []
    ratings = [[_CATEGORY[marks[key]] for marks in every] for key in shared]
    keys = dict.fromkeys(key for marks in every for key in marks)
    units = [[m for marks in every if (m := marks.get(key)) is not None] for key in keys]
    return Group(tuple(graders), len(shared), measures.fleiss(ratings, 4), measures.krippendorff(units))


def _items(rubric: Rubric, scorer: Marks, people: dict[str, Marks]) -> tuple[ItemAgreement, ...]:
    """Every item that a person marked, in the rubric's order."""
    rests = _rests(rubric, people)
    found = []
    for id, item in rubric.items.items():
        told = [(key, marks[key]) for marks in people.values() for key in marks if key[1] == id and key in scorer]
        if not told:
            continue
        a, b = [_CATEGORY[scorer[key]] for key, _ in told], [_CATEGORY[mark] for _, mark in told]
        apart = [mark - s for key, mark in told if mark is not None and (s := scorer[key]) is not None]
        exact = mean(x == y for x, y in zip(a, b, strict=True))
        rest, flat = _rest(rests.get(id, []))
        flags = tuple(
            flag
            for flag, raised in (
                ("disagree", exact < DISAGREE),
                ("low", rest is not None and rest < LOW_REST),
                ("flat", flat),
            )
            if raised
        )
        found.append(
            ItemAgreement(
                id, item.name, item.phase, len(told), round(exact, 4), measures.cohen(a, b, 4)[0],
                round(mean(apart), 4) if apart else 0.0, _among(id, people), rest, flags,
            )
        )  # fmt: skip
    return tuple(found)


def _among(id: str, people: dict[str, Marks]) -> float | None:
    """The share of equal marks over all pairs of people."""
    same = [
        one[key] == other[key]
        for one, other in combinations(people.values(), 2)
        for key in one
        if key[1] == id and key in other
    ]
    return round(mean(same), 4) if same else None


def _rests(rubric: Rubric, people: dict[str, Marks]) -> dict[str, list[tuple[float, float]]]:
    """For each item its marks, each with what the same person gave the rest of that visit (weighted, 0-1)."""
    found: dict[str, list[tuple[float, float]]] = {}
    for marks in people.values():
        by_visit: dict[int, dict[str, float]] = {}
        for (place, id), mark in marks.items():
            if mark is not None and id in rubric.items:
                by_visit.setdefault(place, {})[id] = mark
        for given in by_visit.values():
            whole = sum(rubric.items[id].weight for id in given)
            earned = sum(rubric.items[id].weight * mark for id, mark in given.items())
            for id, mark in given.items():
                weight = rubric.items[id].weight
                if whole > weight:
                    found.setdefault(id, []).append((mark, (earned - weight * mark) / (whole - weight)))
    return found


def _rest(pairs: list[tuple[float, float]]) -> tuple[float | None, bool]:
    """The correlation with the rest, and whether everybody got the same mark."""
    if len(pairs) < FEW:
        return None, False
    marks = [mark for mark, _ in pairs]
    return measures.correlation(marks, [rest for _, rest in pairs]), len(set(marks)) == 1


def _totals(
    sheet: Sheet, visits: Sequence[Visit], rubric: Rubric, graders: dict[str, Marks], people: Sequence[str]
) -> Totals | None:
    """The totals of everybody who marked; those given if anybody gave one, else those that the marks come to."""
    given = bool(sheet.totals)
    by: dict[str, dict[int, float]] = {}
    if given:
        by[SCORER] = {place: visit.card.total for place, visit in enumerate(visits)}
        by |= {person: sheet.totals[person] for person in people if person in sheet.totals}
    else:
        for name, marks in graders.items():
            asked = {key for person in people for key in graders[person]} if name == SCORER else set(marks)
            told = {key: mark for key, mark in marks.items() if key in asked}
            by[name] = {
                place: points
                for place, visit in enumerate(visits)
                if (points := _points(visit, rubric, {id: m for (p, id), m in told.items() if p == place}))
                is not None
            }
    by = {name: totals for name, totals in by.items() if totals}
    shared = sorted(set.intersection(*(set(totals) for totals in by.values()))) if by else []
    if len(by) < 2 or not shared:
        return None
    rows = [[totals[place] for totals in by.values()] for place in shared]
    icc = measures.intraclass(rows)
    together = measures.correlation([row[0] for row in rows], [mean(row[1:]) for row in rows])
    table = tuple((visits[place].name, tuple(row)) for place, row in zip(shared, rows, strict=True))
    return Totals(
        tuple(by),
        len(shared),
        given,
        icc["ICC2"],
        icc["low"],
        icc["high"],
        icc["ICC2k"],
        icc["ICC3"],
        together,
        table,
    )


def _points(visit: Visit, rubric: Rubric, marks: dict[str, float | None]) -> float | None:
    """What a person's marks come to by the rubric's weights, 0-100, before taboos."""
    parts: list[tuple[float, float]] = []
    for phase in visit.card.phases:
        items = [
            (rubric.items[id].weight, m)
            for id, m in marks.items()
            if m is not None and rubric.items[id].phase == phase.id
        ]
        possible = sum(weight for weight, _ in items) * rubric.phases[phase.id].full_at
        if possible:
            parts.append((phase.share, min(1.0, sum(weight * mark for weight, mark in items) / possible)))
    whole = sum(share for share, _ in parts)
    return round(100 * sum(share * reached for share, reached in parts) / whole, 2) if whole else None


def _red_lines(sheet: Sheet, visits: Sequence[Visit]) -> RedLines | None:
    judged = [(person, place, said) for person, red in sheet.red.items() for place, said in red.items()]
    if not judged:
        return None
    differ = tuple(
        (visits[place].name, person, said, bool(visits[place].card.red_lines))
        for person, place, said in judged
        if said != bool(visits[place].card.red_lines)
    )
    return RedLines(len(judged), len(judged) - len(differ), differ)
