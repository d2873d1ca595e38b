"""What would have come of other words, as lines of plain text."""

from scoring.what_if import Counterfactual, WhatIf
from scoring.words import word
from simulator.vocabulary.moves import name

FIRST = 5
"""So many of the counterfactuals are told in the section, those worth most; the others stand with their items."""


def told(counterfactual: Counterfactual, language: str) -> str:
    """A counterfactual in one sentence: where, the line, how it is heard, and what the visit is worth then."""
    where = word(f"plain.what_if.{counterfactual.how}", language, turn=counterfactual.turn)
    colon, comma = ("：", "；") if language == "zh" else (": ", "; ")
    facts = []
    if counterfactual.moves:
        moves = word("list.and", language).join(name(move, language) for move in counterfactual.moves)
        facts.append(
            word(f"plain.what_if.{'read' if counterfactual.confirmed else 'meant'}", language, moves=moves)
        )
    if counterfactual.earned < 1:
        facts.append(word("plain.what_if.half", language))
    facts.append(word("plain.what_if.total", language, total=f"{counterfactual.total:g}"))
    note = comma.join(facts)
    return f"{where}{colon}“{counterfactual.line}”" + (f"（{note}）" if language == "zh" else f" ({note})")


def best(what_if: WhatIf) -> tuple[Counterfactual, ...]:
    """The few that gain most, the earliest of them first; each line once."""
    gaining = [c for c in what_if.counterfactuals if c.total > what_if.total]
    once = {c.line: c for c in sorted(gaining, key=lambda c: c.total)}
    ranked = sorted(once.values(), key=lambda c: (-c.total, c.turn, c.id))[:FIRST]
    return tuple(sorted(ranked, key=lambda c: c.turn))


def turning(what_if: WhatIf, language: str) -> str:
    """Where the visit was lost, or where most was lost; empty where nothing much was."""
    point = what_if.turning
    if point is None:
        return ""
    values = {"turn": point.turn, "before": f"{point.before:g}", "after": f"{point.after:g}"}
    return word(f"plain.what_if.{point.kind}", language, **values)


def without_red(what_if: WhatIf, language: str) -> str:
    """What the visit would have been worth without its red lines; empty where there were none."""
    if what_if.without_red is None:
        return ""
    return word("plain.what_if.without_red", language, total=f"{what_if.without_red:g}")
