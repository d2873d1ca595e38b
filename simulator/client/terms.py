"""From figures in a sentence to terms on the table, and back to words."""

import math

from simulator.client.choices import chosen
from simulator.client.position import Table, Terms
from simulator.scenario.model import Bargaining, Issue
from simulator.vocabulary.turn import MoveMade, Quantity, Turn

_OFFERING = frozenset({"make_offer", "trade", "confirm_agreement", "hold_position"})


def offered_terms(bargaining: Bargaining, turn: Turn, table: Table) -> Terms:
    """The terms that a turn puts on the table, by issue; changes in basis points are counted out from their base.

    A turn that offers anything offers all its figures (an offer is often spread over several clauses). Of several
    figures for one issue ("35% now, another 15% later") the first counts, those of an offer before those of a refusal.
    """
    offering = sorted(
        (move for move in turn.moves if move.id in _OFFERING), key=lambda move: move.id == "hold_position"
    )
    if not offering:
        return ()
    whole = MoveMade("make_offer", turn.text, terms=turn.quantities)
    found: dict[str, float] = {}
    for move in (*offering, whole):
        for quantity in move.terms:
            id = issue_of(bargaining, quantity, move)
            value = None if id is None else _absolute(bargaining.issues[id], id, quantity, table)
            if id is not None and value is not None:
                found.setdefault(id, value)
        for id, issue in bargaining.issues.items():
            if (choice := chosen(issue, move.clause)) is not None:
                found.setdefault(id, choice)
    return tuple((id, found[id]) for id in bargaining.issues if id in found)


def issue_of(bargaining: Bargaining, quantity: Quantity, move: MoveMade) -> str | None:
    """The issue that a figure belongs to: of those measured so, the one whose words stand nearest, else the first."""
    fitting = [(id, issue) for id, issue in bargaining.issues.items() if _measures(issue, quantity)]
    text = (quantity.clause or move.clause).lower()
    for words_in in (text, move.clause.lower()):
        for id, issue in fitting:
            if any(word.lower() in words_in for word in issue.words):
                return id
    return fitting[0][0] if fitting else None


def _measures(issue: Issue, quantity: Quantity) -> bool:
    if issue.unit == "choice" or issue.quantity != quantity.issue:
        return False
    return issue.unit == quantity.unit or (issue.unit == "%" and quantity.unit == "bp")


def _absolute(issue: Issue, id: str, quantity: Quantity, table: Table) -> float | None:
    if quantity.unit != "bp" or issue.unit == "bp":
        return quantity.value if math.isfinite(quantity.value) else None
    base: float | None = None
    if quantity.base is not None:
        base = issue.references.get(quantity.base)
    if base is None:  # "another ten points": from the trainee's own last figure, else from the client's
        base = dict(table.theirs).get(id, dict(table.mine).get(id))
    return None if base is None else round(base + quantity.value / 100, 4)


def spoken_value(issue: Issue, value: float, language: str) -> str:
    """A value as one would say it: 3.15%, 850万, 12 months, or the author's words for a choice."""
    if issue.values:
        return min(issue.values, key=lambda word: abs(issue.values[word] - value))
    number = f"{value:g}"
    match issue.unit:
        case "CNY" if language == "zh":
            return f"{value / 10_000:g}万"
        case "CNY":
            return f"{value / 1_000_000:g} million" if value >= 1_000_000 else f"{value:,.0f}"
        case "month":
            return f"{number}个月" if language == "zh" else f"{number} months"
        case "bp":
            return f"{number}个基点" if language == "zh" else f"{number} basis points"
        case "%" if issue.quantity == "rate" and issue.step < 0.5:
            return f"{value:.2f}%"
    return f"{number}%"


def spoken_terms(bargaining: Bargaining, terms: Terms, language: str) -> str:
    """Terms in one phrase: 利率3.05%、结算份额50%."""
    words = [
        f"{bargaining.issues[id].name}{'' if language == 'zh' else ' '}"
        f"{spoken_value(bargaining.issues[id], value, language)}"
        for id, value in terms
        if id in bargaining.issues
    ]
    return ("、" if language == "zh" else ", ").join(words)
