"""A turn's figures at the bargaining table: offers, acceptance, referral and the bank's answer."""

from dataclasses import replace

from simulator.client.environment import environment
from simulator.client.position import Table, Terms
from simulator.client.replies import filled
from simulator.client.taking import Taking
from simulator.client.terms import offered_terms
from simulator.scenario.model import BargainingLines, Lines
from simulator.vocabulary.turn import Turn

AT_THE_TABLE = frozenset({"make_offer", "trade", "confirm_agreement", "refer_up", "hold_position"})
"""Moves that need no answer besides the one given at the table."""
_WEIGHT = 92


def negotiate(taking: Taking, turn: Turn) -> None:
    """Takes the offers, acceptances and referrals of a turn; nothing happens where the scenario has no bargaining."""
    bargaining, table = taking.scenario.bargaining, taking.position.table
    if bargaining is None or table is None:
        return
    moves = {move.id for move in turn.moves}
    table = _bank_answers(taking, table)
    terms = offered_terms(bargaining, turn, table)
    if "hold_position" in moves and not moves & {"make_offer", "trade", "confirm_agreement"}:
        terms = _without_theirs(table, terms)
    accepting = _accepting(taking, moves, table, terms)
    restating = bool(terms) and bool(moves & {"confirm_agreement", "hold_position"})
    offering = not accepting and (bool(moves & {"make_offer", "trade"}) or restating)
    if "refer_up" in moves and not table.referred:
        table = replace(table, referred=taking.position.turn)
        taking.event("referred")
        if not offering:
            _say(taking, bargaining.lines.waiting, "bargaining/lines/waiting", _WEIGHT)
    taking.position = replace(taking.position, table=table)
    if table.agreed:
        return
    if accepting:
        _agree(taking, replace(table, agreed=table.mine))
    elif offering and bargaining.opens is not None and not bargaining.opens.holds(environment(taking.position)):
        _say(taking, bargaining.lines.not_yet, "bargaining/lines/not_yet", _WEIGHT)
        taking.event("offer_early")
    elif offering and terms:
        _take_offer(taking, table, terms)


def _bank_answers(taking: Taking, table: Table) -> Table:
    """The bank's answer comes the turn after the matter was referred up."""
    if table.authorised or not table.referred or taking.position.turn <= table.referred:
        return table
    assert taking.scenario.bargaining is not None
    lines = taking.scenario.bargaining.lines.bank_answer
    fitting = lines.fitting(taking.position.trust)
    if fitting:
        taking.note = filled(fitting[0], taking.mind.values(taking.position))
    taking.event("authorised")
    return replace(table, authorised=True)


def _without_theirs(table: Table, terms: Terms) -> Terms:
    """What is left when the client's own figures, named to be refused ("fifteen I can't do"), are no offer."""
    mine = dict(table.mine)
    return tuple((id, value) for id, value in terms if mine.get(id) != value)


def _accepting(taking: Taking, moves: set[str], table: Table, terms: Terms) -> bool:
    """Whether the turn agrees to what the client stands by.

    Without figures a word of agreement is taken for that only right after the client named them, and not where it
    goes with an appointment or with a reservation for somebody else's approval.
    """
    if "confirm_agreement" not in moves or not table.round or not _accepts_ours(table, terms):
        return False
    plain = not moves & {"propose_next_step", "refer_up", "hold_position", "decline"}
    return bool(terms) or (plain and table.named == taking.position.turn - 1)


def _accepts_ours(table: Table, terms: Terms) -> bool:
    """Whether what the trainee confirms is what the client stands by (or names no figures at all)."""
    mine = dict(table.mine)
    return all(mine.get(id) == value for id, value in terms)


def _take_offer(taking: Taking, table: Table, terms: Terms) -> None:
    bargainer = taking.mind.bargainer
    assert bargainer is not None
    assert taking.scenario.bargaining is not None
    lines = taking.scenario.bargaining.lines
    complete = bargainer.completed(terms, table.theirs, table.mine)
    named = {*dict(terms), *dict(table.theirs)}
    response = bargainer.respond(complete, table.round)
    same_again = table.round > 0 and dict(complete) == dict(bargainer.completed(table.theirs, table.mine))
    theirs = tuple((id, value) for id, value in complete if id in named)
    mine = bargainer.reasonable(response.terms, complete, table.mine)
    after = replace(table, round=table.round + 1, theirs=theirs, mine=mine, named=taking.position.turn)
    taking.event("offer")
    if (response.kind == "accept" or mine == complete) and len(named) == len(taking.scenario.bargaining.issues):
        _agree(taking, replace(after, mine=complete, agreed=complete))
        return
    taking.position = replace(taking.position, table=after)
    taking.offer = after.mine
    if table.round + 1 > taking.scenario.bargaining.rounds:
        _say(taking, lines.deadlock, "bargaining/lines/deadlock", _WEIGHT)
        taking.patience -= 12
        taking.event("deadlock")
    elif response.kind == "accept":
        _say(taking, lines.nudge, "bargaining/lines/nudge", _WEIGHT)
    elif same_again:
        _say(taking, lines.firm, "bargaining/lines/firm", _WEIGHT)
        taking.patience -= 5
    elif response.kind == "refuse":
        _say(taking, lines.refuse, "bargaining/lines/refuse", _WEIGHT)
    else:
        gap = bargainer.utility(mine) - bargainer.utility(complete)
        name = _counter(lines, gap, first=table.round == 0, moved=mine != table.mine)
        _say(taking, getattr(lines, name), f"bargaining/lines/{name}", _WEIGHT)


CLOSE = 0.08
"""A gap of at most this much of the client's whole utility is a small one."""


def _counter(lines: BargainingLines, gap: float, *, first: bool, moved: bool) -> str:
    """Which lines a counter-offer is said in: little is missing, first figures, stood still, or moved."""
    kinds = {"counter_close": gap <= CLOSE, "counter_first": first, "counter_firm": not (first or moved)}
    return next((name for name, fits in kinds.items() if fits and getattr(lines, name).all), "counter")


def _agree(taking: Taking, table: Table) -> None:
    assert taking.scenario.bargaining is not None
    taking.position = replace(taking.position, table=table)
    taking.offer = table.agreed
    taking.trust += 4
    taking.event("agreed")
    _say(taking, taking.scenario.bargaining.lines.accept, "bargaining/lines/accept", _WEIGHT)


def _say(taking: Taking, lines: Lines, place: str, weight: int) -> None:
    taking.bargained = True
    taking.say(lines, place, weight)
