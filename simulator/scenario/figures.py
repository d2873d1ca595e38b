"""Figures that contradict each other: of a product and the dossier, of the mandate told and the one bargained with, of a text and its translation."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from simulator.scenario.model import Issue, Product, Scenario
from simulator.scenario.references import Fault, each_line
from simulator.scenario.source import Path_

_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PERCENT = re.compile(rf"({_NUMBER})\s*(?:%|％|per ?cent\b|个点)")
_MONEY = re.compile(
    rf"({_NUMBER})\s*(万|亿|千|million\b|thousand\b|bn\b|billion\b|m\b|k\b)?", re.ASCII | re.IGNORECASE
)
_MONTHS = re.compile(rf"({_NUMBER})\s*(个月|年|months?\b|years?\b)")
_TIMES: Mapping[str, float] = {
    "万": 1e4, "亿": 1e8, "千": 1e3, "million": 1e6, "m": 1e6, "thousand": 1e3, "k": 1e3, "billion": 1e9, "bn": 1e9,
}  # fmt: skip
_CLAUSE = re.compile(r"[，。；！？,;!?]\s|[，。；！？：]|\.\s|,(?!\d)")
_TENOR = re.compile(r"(七天|半年|[一二两三五十]年|(?:seven|one|two|three|five)[- ](?:day|year)s?)(期|定期)?")
_COST = re.compile(
    r"(管理费|手续费|申购费|赎回费|托管费|年费|担保费|(?:management|redemption|subscription|front-end|custody|annual|guarantee) fee)"
)
_BETWEEN = re.compile(r"^(?:每年|一年|年化|利率|按|为|是|的|约|at|of|pays|is|,|:|：|about|\s)*$")


def percentages(text: str) -> list[float]:
    """The percentages of a text, in order."""
    return [_value(match[1]) for match in _PERCENT.finditer(text)]


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))


def _labelled(text: str) -> Iterator[tuple[str, float]]:
    """What a percentage is said to be of (a term or a kind of fee, right before it), with the figure."""
    for pattern in (_TENOR, _COST):
        for label in pattern.finditer(text):
            figure = _PERCENT.search(text, label.end())
            if figure is not None and _BETWEEN.match(text[label.end() : figure.start()]):
                yield _named(label[1]), _value(figure[1])


def _near(text: str) -> Iterator[tuple[str, float]]:
    """The same, less strictly: every percentage between such a label and the next."""
    for pattern in (_TENOR, _COST):
        labels = list(pattern.finditer(text))
        for number, label in enumerate(labels):
            until = labels[number + 1].start() if number + 1 < len(labels) else len(text)
            for figure in percentages(text[label.end() : until]):
                yield _named(label[1]), figure


def _named(label: str) -> str:
    return label.lower().rstrip("s").replace("-", " ").replace("两", "二")


def contradicting(scenario: Scenario) -> Iterator[Fault]:
    """Every such figure with its path: the mandates first, then the products."""
    if scenario.bargaining is not None and scenario.dossier.you:
        for id, issue in scenario.bargaining.issues.items():
            yield from _mandate(("bargaining", "issues", id), issue, scenario.dossier.you)
    table: dict[str, set[float]] = {}
    for text in (scenario.dossier.known, *scenario.dossier.facts.values()):
        for label, figure in _near(text):
            table.setdefault(label, set()).add(figure)
    for id, product in scenario.products.items():
        yield from _product(("products", id), product, table)


def _mandate(path: Path_, issue: Issue, you: str) -> Iterator[Fault]:
    """A mandate of which the dossier tells the trainee other figures."""
    told = sorted(
        {figure for clause in _CLAUSE.split(you) if _speaks(clause, issue) for figure in _of(issue, clause)}
    )
    if told and not any(abs(figure - issue.authority) < 1e-9 for figure in told):
        yield (*path, "authority"), "S465", {"value": f"{issue.authority:.10g}", "told": _listed(told)}
    elif len(told) > 1 and not any(abs(figure - issue.floor) < 1e-9 for figure in told):
        yield (*path, "floor"), "S465", {"value": f"{issue.floor:.10g}", "told": _listed(told)}


def _speaks(clause: str, issue: Issue) -> bool:
    lower = clause.lower()
    return any(word.lower() in lower for word in (issue.name, *issue.words) if len(word) > 1)


def _of(issue: Issue, clause: str) -> Iterator[float]:
    """The figures of a clause in the unit of an issue."""
    if issue.unit == "%":
        yield from percentages(clause)
    elif issue.unit == "CNY":
        for match in _MONEY.finditer(clause):
            if match[2]:
                yield _value(match[1]) * _TIMES[match[2].lower()]
    elif issue.unit == "month":
        for match in _MONTHS.finditer(clause):
            yield _value(match[1]) * (12 if match[2][0] in "年y" else 1)


def _product(path: Path_, product: Product, table: Mapping[str, set[float]]) -> Iterator[Fault]:
    """Figures of a product against those of the dossier, then against its own."""
    own: dict[str, tuple[float, Path_]] = {}
    for part, text in _texts(product):
        for label, figure in _labelled(text):
            if part[0] == "fees" and _TENOR.match(label):
                continue  # what is paid for a year, not for a term
            known = table.get(label)
            before = own.setdefault(label, (figure, part))
            if known is not None and figure not in known:
                yield (*path, *part), "S466", {"value": f"{label} {figure:g}%", "other": f"{min(known):g}%"}
            elif before[0] != figure and known is None:
                yield (*path, *part), "S466", {"value": f"{label} {figure:g}%", "other": f"{before[0]:g}%"}


def _texts(product: Product) -> Iterator[tuple[Path_, str]]:
    yield ("about",), product.about
    for part in ("fees", "risks"):
        for number, text in enumerate(getattr(product, part)):
            yield (part, number), text
    for part in ("say", "told"):
        yield from each_line(getattr(product, part), (part,))


def _listed(figures: Iterable[float]) -> str:
    return ", ".join(f"{figure:.10g}" for figure in figures)


def strayed(source: Any, text: Any) -> tuple[str, str] | None:
    """A percentage of a translation that its source has not, or not so often, and one of the source that the translation has not at all.

    None where there are not both.
    """
    theirs, ours = Counter(_figures(source)), Counter(_figures(text))
    extra, lost = ours - theirs, theirs.keys() - ours.keys()
    return (f"{min(extra):g}%", f"{min(lost):g}%") if extra and lost else None


def _figures(value: Any) -> list[float]:
    if isinstance(value, str):
        return percentages(value)
    values = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [figure for one in values for figure in _figures(one)]
