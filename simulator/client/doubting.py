"""Terms that were not heard plainly: the client reads them back, and neither closes nor counters before a yes."""

from dataclasses import replace

from simulator.client.evidence import offers_plainly
from simulator.client.measures import issue_of, value_in
from simulator.client.position import Table, Terms
from simulator.client.taking import Taking
from simulator.client.terms import unsure_issues
from simulator.scenario.model import Bargaining
from simulator.vocabulary.turn import MoveMade, Turn

CHECK = "bargaining/lines/check"


def refused_terms(bargaining: Bargaining, turn: Turn, table: Table) -> frozenset[tuple[str, float]]:
    """The values that a turn says it cannot or did not give."""
    found = set()
    whole = MoveMade("make_offer", turn.text)
    for quantity in turn.quantities:
        if quantity.aside == "refused" and (id := issue_of(bargaining, quantity, whole)) is not None:
            value = value_in(bargaining, id, quantity, table)
            if value is not None:
                found.add((id, value))
    return frozenset(found)


def without_refused(table: Table, refused: frozenset[tuple[str, float]]) -> Table:
    """The table without what the trainee put forward earlier and takes back now."""
    kept = tuple(pair for pair in table.theirs if pair not in refused)
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
    return more or not (len(terms) > 1 or offers_plainly(turn))


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
