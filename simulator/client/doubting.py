"""Terms that were not heard plainly: the client reads them back, and neither closes nor counters before a yes."""

import re
from dataclasses import replace

from simulator.client.choices import refuses
from simulator.client.evidence import offers_plainly
from simulator.client.measures import issue_of, value_in
from simulator.client.position import Table, Terms
from simulator.client.taking import Taking
from simulator.client.terms import stated_terms, unsure_issues
from simulator.scenario.model import Bargaining
from simulator.sentences import sentences
from simulator.vocabulary.turn import MoveMade, Quantity, Turn

CHECK = "bargaining/lines/check"


def refused_terms(bargaining: Bargaining, turn: Turn, table: Table) -> frozenset[tuple[str, float]]:
    """The values that a turn says it cannot or did not give."""
    found = set()
    named = _named(bargaining, turn, table)
    for quantity, id, value in named:
        others = {
            other for one, of, other in named if of == id and other != value and one.aside in ("", "told", "matter")
        }
        if quantity.aside == "refused" or (others and _denied(turn, quantity, table, id, value)):
            found.add((id, value))
    for id, value in table.mine:
        issue = bargaining.issues[id]
        if issue.values and any(refuses(issue, sentence, value) for sentence in sentences(turn.text)):
            found.add((id, value))
    return frozenset(found)


_NEGATIVE = re.compile(
    r"[不没别甭]|\b(?:not?|never|nobody|nothing|non-\w+|neither|nor|hardly|impossible)\b|n['’]t\b|\bcannot\b",
    re.IGNORECASE,
)
_NOT_OF_IT = re.compile(
    r"不(?:押|动|用|要|需|是不|多|错|过(?=[，,]))|没(?:问题|错|关系|意见)|\bno (?:problem|house|mortgage|guarantee|doubt)\b",
    re.IGNORECASE,
)


def _denied(turn: Turn, quantity: Quantity, table: Table, id: str, value: float) -> bool:
    """Whether the client's own value, still open, stands in a part of a sentence that denies something, where the trainee names
    another for it."""
    if (
        quantity.aside
        or dict(table.mine).get(id) != value
        or dict(table.theirs).get(id) == value
        or not table.round
    ):
        return False
    return _NEGATIVE.search(_NOT_OF_IT.sub("", quantity.clause)) is not None


def _named(bargaining: Bargaining, turn: Turn, table: Table) -> list[tuple[Quantity, str, float]]:
    """The figures of a turn with their issues and values there."""
    whole = MoveMade("make_offer", turn.text)
    return [
        (quantity, id, value)
        for quantity in turn.quantities
        if (id := issue_of(bargaining, quantity, whole)) is not None
        and (value := value_in(bargaining, id, quantity, table)) is not None
    ]


def instead_of_refused(
    bargaining: Bargaining, turn: Turn, table: Table, refused: frozenset[tuple[str, float]]
) -> Terms:
    """What the trainee names for an issue of which it refuses the client's own value in the same turn."""
    mine = dict(table.mine)
    open_ones = {id for id, value in refused if table.round and not table.agreed and mine.get(id) == value}
    if not open_ones:
        return ()
    said = {id: value for id, value in stated_terms(bargaining, turn, table) if bargaining.issues[id].values}
    said |= {
        id: value for figure, id, value in _named(bargaining, turn, table) if figure.aside in ("", "told", "matter")
    }
    return tuple(
        (id, said[id]) for id in bargaining.issues if id in open_ones and said.get(id, mine[id]) != mine[id]
    )


def without_refused(table: Table, refused: frozenset[tuple[str, float]]) -> Table:
    """The table without what the trainee put forward earlier and takes back now.

    A figure of the trainee's own that the client has not met is not taken back, but held to ("the fifty I can't shift").
    """
    mine = dict(table.mine)
    kept = tuple(pair for pair in table.theirs if pair not in refused or mine.get(pair[0]) != pair[1])
    return table if kept == table.theirs else replace(table, theirs=kept)


def is_doubtful(taking: Taking, turn: Turn, table: Table, terms: Terms, closing: Terms) -> bool:
    """Whether terms are to be read back first.

    So are those of which several values were named, and, where they would close a deal (``closing`` is the whole of
    it), those that the same turn refuses, that nobody plainly put forward, or that give more than was asked.
    """
    bargaining = taking.scenario.bargaining
    assert bargaining is not None
    if set(terms) <= set(table.queried):  # read back already
        return False
    if unsure_issues(bargaining, turn, table) & dict(terms).keys():
        return True
    if not closing:
        return False
    if refused_terms(bargaining, turn, table) & set(closing):
        return True
    bargainer = taking.mind.bargainer
    assert bargainer is not None
    opening = dict(bargainer.opening())
    more = any(value != opening[id] and bargainer.better(id, value, opening[id]) == value for id, value in terms)
    instead = bool(taking.refused & set(table.mine))  # who refuses one value and names another means it
    return more or not (len(terms) > 1 or instead or offers_plainly(turn))


def reads_back_first(taking: Taking, table: Table, terms: Terms, weight: int) -> bool:
    """Names what was understood and asks; tells whether there was a line to ask it in."""
    bargaining = taking.scenario.bargaining
    assert bargaining is not None
    before = taking.position
    asked = replace(table, queried=terms, named=taking.position.turn)
    taking.position = replace(before, table=asked)
    taking.bargained = True
    if not taking.say(bargaining.lines.check, CHECK, weight):
        taking.position = before
        return False
    taking.event("checked")
    return True
