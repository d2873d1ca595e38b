"""The comparison as tables of words and figures, which the text and the page both show."""

from dataclasses import dataclass

from scoring.agreement.values import Agreement, Group, ItemAgreement
from scoring.words_agreement import told

_WORST = 5


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its title. ``numbers`` are the columns of figures, ``notes`` lines below it."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def tables(agreement: Agreement, language: str) -> tuple[Table, ...]:
    """Everything of the comparison, what matters first."""
    makers = (_look, _pairs, _groups, _totals, _red, _items)
    return tuple(part for make in makers if (part := make(agreement, language)) is not None)


def about(agreement: Agreement, language: str) -> str:
    """What was compared."""
    visits, people = len(agreement.visits), len(agreement.people)
    return told("about", language, visits=visits, people=people, rubric=agreement.rubric)


def figure(value: float | None, language: str) -> str:
    """A measure with two decimals, a dash where it is not defined."""
    return told("undefined", language) if value is None else f"{value:.2f}"


def _look(agreement: Agreement, language: str) -> Table:
    flagged = sorted(
        (item for item in agreement.items if item.flags), key=lambda item: (-len(item.flags), item.exact, item.id)
    )[:_WORST]
    rows = tuple((item.name, item.id, _flags(item, language)) for item in flagged)
    notes = () if rows else (told("none", language),)
    return Table(told("look", language), _heads(("item", "id", "flags"), language), rows, (), notes)


def _flags(item: ItemAgreement, language: str) -> str:
    return ("，" if language == "zh" else ", ").join(told(f"flag.{flag}", language) for flag in item.flags)


def _heads(keys: tuple[str, ...], language: str) -> tuple[str, ...]:
    return tuple(told(key, language) for key in keys)


def _pairs(agreement: Agreement, language: str) -> Table:
    rows = []
    for pair in agreement.pairs:
        interval = told("undefined", language)
        if pair.low is not None and pair.high is not None:
            interval = f"{pair.low:.2f} – {pair.high:.2f}"
        kappa, weighted = figure(pair.kappa, language), figure(pair.weighted, language)
        rows.append((pair.one, pair.other, str(pair.marks), f"{pair.exact:.0%}", kappa, interval, weighted))
    heads = _heads(("grader", "other", "marks", "exact", "kappa", "interval", "weighted"), language)
    return Table(told("pairs", language), heads, tuple(rows), (2, 3, 4, 5, 6), (told("guide", language),))


def _groups(agreement: Agreement, language: str) -> Table:
    def row(name: str, group: Group) -> tuple[str, ...]:
        fleiss, alpha = figure(group.fleiss, language), figure(group.alpha, language)
        return told(name, language), str(len(group.graders)), str(group.marks), fleiss, alpha

    rows = [row("everybody", agreement.everybody)]
    if agreement.people_only is not None:
        rows.append(row("people", agreement.people_only))
    heads = _heads(("groups", "graders", "marks", "fleiss", "alpha"), language)
    return Table(told("groups", language), heads, tuple(rows), (1, 2, 3, 4))


def _totals(agreement: Agreement, language: str) -> Table | None:
    totals = agreement.totals
    if totals is None:
        return None
    values = {
        key: figure(getattr(totals, key), language) for key in ("single", "low", "high", "mean", "consistent")
    }
    notes = (
        told("totals.given" if totals.given else "totals.computed", language),
        told("icc", language, **values),
        told("icc.mean", language, **values),
        told("correlation", language, value=figure(totals.correlation, language)),
    )
    rows = tuple((name, *(f"{total:.4g}" for total in row)) for name, row in totals.table)
    heads = (told("visit", language), *totals.graders)
    return Table(told("totals", language), heads, rows, tuple(range(1, len(heads))), notes)


def _red(agreement: Agreement, language: str) -> Table | None:
    red = agreement.red_lines
    if red is None:
        return None

    def word(crossed: bool) -> str:
        return told("red.yes" if crossed else "red.no", language)

    differ = [
        told("red.differ", language, visit=visit, grader=person, said=word(said), scorer=word(scorer))
        for visit, person, said, scorer in red.differ
    ]
    notes = (told("red.line", language, judged=red.judged, same=red.same), *differ)
    return Table(told("red", language), (), (), (), notes)


def _items(agreement: Agreement, language: str) -> Table:
    rows = tuple(
        (
            item.name, item.id, str(item.marks), f"{item.exact:.0%}", figure(item.kappa, language), f"{item.apart:+.2f}",
            told("undefined", language) if item.people is None else f"{item.people:.0%}", figure(item.rest, language),
            _flags(item, language),
        )
        for item in agreement.items
    )  # fmt: skip
    keys = ("item", "id", "marks", "with_scorer", "kappa", "apart", "among", "rest", "flags")
    return Table(told("items", language), _heads(keys, language), rows, (2, 3, 4, 5, 6, 7))
