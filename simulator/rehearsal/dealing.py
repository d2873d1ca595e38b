"""How a good player bargains: room at the start, conditional and shrinking concessions, referral, a recap."""

from simulator.client.bargaining import beyond_limit
from simulator.rehearsal.speech import Speech, Terms
from simulator.scenario.model import Issue
from simulator.vocabulary.turn import MoveMade

_SHARE = 0.6
"""How much of what is left between the last offer and the limit is given in one step."""


def bargaining_turn(speech: Speech) -> list[MoveMade] | None:
    """The next thing to say at the table; None where there is nothing to bargain about, or no more."""
    scenario, table = speech.scenario, speech.position.table
    if scenario.bargaining is None or table is None:
        return None
    issues: dict[str, Issue] = scenario.bargaining.issues
    if table.agreed:
        terms = dict(table.agreed)
        recap = speech.offer("confirm_agreement.terms", terms)
        return [recap] if recap.clause not in speech.said else None
    if not table.round:
        if not speech.did("state_ask.settlement"):
            return [speech.move("state_ask.settlement"), speech.move("value_relationship.long")]
        return [speech.offer("make_offer.open", opening_terms(issues))]
    mine, theirs = dict(table.mine), dict(table.theirs)
    limits = limit_of(issues, authorised=table.authorised)
    if all(not _worse(issues[id], mine[id], limits[id]) for id in issues):
        return [speech.offer("confirm_agreement.accept", mine)]
    if table.round > scenario.bargaining.rounds:
        return _part(speech)
    return _concede(speech, issues, theirs, mine, limits)


def _concede(
    speech: Speech, issues: dict[str, Issue], theirs: Terms, mine: Terms, limits: Terms
) -> list[MoveMade] | None:
    table = speech.position.table
    assert table is not None
    after = {
        id: stepped(issue, theirs.get(id, issue.authority), limits[id], mine[id]) for id, issue in issues.items()
    }
    if after != theirs:
        listen = [speech.move("ask_clarify.behind")] if not speech.did("ask_clarify.behind") else []
        if speech.fresh("trade.linked", terms=speech.spoken(after)):
            return [*listen, speech.offer("trade.linked", after)]
    if not table.referred:
        return [speech.move("refer_up.bank")]
    if not table.authorised:
        return [speech.move("value_relationship.long")]
    return _part(speech)


def _part(speech: Speech) -> list[MoveMade] | None:
    """What the bank cannot do is said politely, once."""
    return [speech.move("decline.price")] if not speech.did("decline.price") else None


def opening_terms(issues: dict[str, Issue]) -> Terms:
    """The first offer: what the bank aims at, and a step of room where aim and authority are the same."""
    found = {}
    for id, issue in issues.items():
        aim = issue.authority if issue.target is None else issue.target
        found[id] = aim if issue.unit == "choice" or aim != issue.authority else _towards_bank(issue, aim)
    return found


def _towards_bank(issue: Issue, value: float) -> float:
    sign = 1 if issue.better_for_client == "lower" else -1
    return round(value + sign * issue.step * 2, 4)


def limit_of(issues: dict[str, Issue], *, authorised: bool) -> Terms:
    """How far one may go: the own authority, or the bank's floor once it is authorised."""
    return {id: issue.floor if authorised else issue.authority for id, issue in issues.items()}


def stepped(issue: Issue, value: float, limit: float, asked: float) -> float:
    """The next offer on one issue: part of the way to the limit, in the issue's steps, never beyond what is asked."""
    goal = asked if not _worse(issue, asked, limit) else limit
    if _worse(issue, value, goal) or value == goal:
        return value
    if issue.unit == "choice":
        return goal
    steps = max(1, round(abs(goal - value) * _SHARE / issue.step))
    there = value + (issue.step * steps if goal > value else -issue.step * steps)
    return goal if abs(there - value) >= abs(goal - value) else round(there, 4)


def _worse(issue: Issue, value: float, limit: float) -> bool:
    """Whether ``value`` gives the client more than ``limit``."""
    return value < limit - 1e-9 if issue.better_for_client == "lower" else value > limit + 1e-9


def hopeless(issues: dict[str, Issue]) -> bool:
    """Whether the bank's floor lies beyond what the client can take, so that no deal is possible."""
    return any(beyond_limit(issue, issue.floor) for issue in issues.values())
