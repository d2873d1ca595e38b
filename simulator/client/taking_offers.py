"""What the client makes of an offer: a deal, something to read back first, or terms to counter."""

from dataclasses import replace
from typing import NamedTuple

from simulator.client.composing import CONCEDED, GRANTED
from simulator.client.doubting import is_doubtful, reads_back_first
from simulator.client.evidence import awaits_approval
from simulator.client.position import Table, Terms
from simulator.client.riders import rider_of
from simulator.client.taking import Taking
from simulator.client.wording import newly_met, spoken_terms
from simulator.scenario.model import LEVELS, BargainingLines, Lines
from simulator.vocabulary.turn import Turn

WEIGHT = 92
"""The weight of what is said at the table."""


def take_offer(taking: Taking, table: Table, terms: Terms, turn: Turn, *, again: bool = False) -> None:
    """Takes terms for what they are: a deal, something to be read back first, or an offer to be countered."""
    bargainer = taking.mind.bargainer
    assert bargainer is not None
    complete = bargainer.completed(terms, table.theirs, table.mine)
    named = {*dict(terms), *dict(table.theirs)}
    response = bargainer.respond(complete, table.round)
    if any((id, value) in table.mine and id not in named for id, value in taking.refused):
        # what is still open was refused: there is no agreeing to the rest as though it were not
        response = replace(response, kind="counter", terms=bargainer.offer(table.round))
    same_again = not again and table.round > 0 and complete == bargainer.completed(table.theirs, table.mine)
    theirs = tuple((id, value) for id, value in complete if id in named)
    best = bargainer.best_of(theirs, table.best)
    mine = lived_with(taking, bargainer.reasonable(response.terms, complete, table.mine, best))
    ground = table.named >= taking.position.turn - 1 or mine != complete
    if same_again and response.kind != "accept" and ground:  # who only says it again is given nothing
        mine = lived_with(taking, bargainer.reasonable(table.mine, complete, table.mine, best))
    whole = len(named) == len(bargainer.issues)
    closing = (response.kind == "accept" or mine == complete) and whole
    if is_doubtful(taking, turn, table, terms, complete if closing else ()) and reads_back_first(
        taking, table, terms, WEIGHT
    ):
        return
    after = replace(
        table, round=table.round + 1, theirs=theirs, mine=mine, named=taking.position.turn, best=best, queried=(),
        undo=replace(table, undo=None),
    )  # fmt: skip
    taking.event("offer")
    taking.taken = terms
    if closing and awaits_approval(turn):
        _wait(taking, replace(after, mine=complete))
    elif closing:
        agree(taking, replace(after, mine=complete, agreed=complete))
    else:
        taking.position = replace(taking.position, table=after)
        taking.offer = after.mine
        course = _Course(table.round == 0 and not again, again, same_again, whole, awaits_approval(turn))
        if not any(move.id == "farewell" for move in turn.moves):  # nobody is held at the door for a counter-offer
            _counter_it(taking, table, terms, response.kind, course)
    _say_of_a_rider(taking, turn)


def _say_of_a_rider(taking: Taking, turn: Turn) -> None:
    """A condition beside the issues is not passed over: the client says that it has heard it, once."""
    bargaining, table = taking.scenario.bargaining, taking.position.table
    assert bargaining is not None
    assert table is not None
    rider = rider_of(bargaining, turn.text) if taking.parts and bargaining.lines.rider.all else ""
    if rider and rider != table.rider:
        taking.position = replace(taking.position, table=replace(table, rider=rider))
        say_at_the_table(taking, bargaining.lines.rider, "bargaining/lines/rider", WEIGHT)


class _Course(NamedTuple):
    """Where an offer stands in the bargaining: the first, one put right, the same once more; whether it names all terms.

    ``applied``: other terms are laid before somebody above.
    """

    first: bool
    again: bool
    same: bool
    whole: bool
    applied: bool


def _wait(taking: Taking, table: Table) -> None:
    """Terms that the client takes but that are only applied for: nothing is closed before the answer is back."""
    assert taking.scenario.bargaining is not None
    taking.position = replace(taking.position, table=table)
    taking.offer = table.mine
    say_at_the_table(taking, taking.scenario.bargaining.lines.waiting, "bargaining/lines/waiting", WEIGHT, due=True)


def _counter_it(taking: Taking, table: Table, terms: Terms, kind: str, course: _Course) -> None:
    """Says what the client thinks of an offer that it does not take; ``table`` is as it lay before."""
    bargainer, after = taking.mind.bargainer, taking.position.table
    assert bargainer is not None
    assert after is not None
    assert taking.scenario.bargaining is not None
    lines, rounds = taking.scenario.bargaining.lines, taking.scenario.bargaining.rounds
    complete = bargainer.completed(after.theirs, table.mine)
    pressed = bool(
        taking.refused & set(after.mine)
    )  # nobody asks for what was refused this moment as though it were only open
    taking.refers_back = bool(table.named) and after.mine == table.mine and not course.again
    taking.only_open = bool(table.named) and not course.first
    referred = table.referred == taking.position.turn
    if taking.only_open and table.round < rounds and not (course.same or course.applied or referred):
        _take_what_was_granted(taking, after, terms, table.best, table.mine)
    if table.round + 1 > rounds:
        say_at_the_table(taking, lines.deadlock, "bargaining/lines/deadlock", WEIGHT)
        taking.patience -= 12
        taking.event("deadlock")
    elif taking.refers_back and taking.own_figure:
        taking.bargained = True
        taking.add(taking.own_figure, "bargaining/lines/firm", WEIGHT)
    elif course.applied and (kind == "accept" or after.mine == complete):
        say_at_the_table(taking, lines.waiting, "bargaining/lines/waiting", WEIGHT)
    elif course.first and lines.counter_first.all:
        say_at_the_table(taking, lines.counter_first, "bargaining/lines/counter_first", WEIGHT)
    elif not pressed and (kind == "accept" or (not course.whole and after.mine == complete)):
        say_at_the_table(taking, lines.nudge, "bargaining/lines/nudge", WEIGHT)
    elif course.same and course.applied:
        say_at_the_table(taking, lines.waiting, "bargaining/lines/waiting", WEIGHT)
    elif course.same:
        say_at_the_table(taking, lines.firm, "bargaining/lines/firm", WEIGHT)
        taking.patience -= 5
    elif kind == "refuse":
        say_at_the_table(taking, lines.refuse, "bargaining/lines/refuse", WEIGHT)
    else:
        gap = bargainer.utility(after.mine) - bargainer.utility(complete)
        name = _counter(lines, gap, moved=after.mine != table.mine)
        say_at_the_table(taking, getattr(lines, name), f"bargaining/lines/{name}", WEIGHT)
    taking.refers_back = taking.only_open = False


def lived_with(taking: Taking, terms: Terms) -> Terms:
    """``terms`` asking for no more than the client has said, in telling its needs, that it can live with."""
    bargainer = taking.mind.bargainer
    assert bargainer is not None
    told = {need for need, level in taking.position.needs if level >= LEVELS["told"]}
    kept = []
    for id, value in terms:
        for need, enough in bargainer.issues[id].lives_with.items():
            if need in told and bargainer.better(id, value, enough) == value:
                value = enough
        kept.append((id, value))
    return tuple(kept)


def _take_what_was_granted(taking: Taking, table: Table, terms: Terms, before: Terms, stood_by: Terms) -> None:
    """Says of what the trainee has just met that it is settled, where other things are still open.

    What the client ``stood_by`` before is its wish, which the trainee has come round to; in the rest it gives way.
    """
    bargaining = taking.scenario.bargaining
    assert bargaining is not None
    met = newly_met(table.mine, terms, before)
    if not met or len(met) == len(table.mine):
        return
    lines, wished = bargaining.lines, dict(stood_by)
    own = tuple((id, value) for id, value in met if wished.get(id) == value)
    given = tuple(pair for pair in met if pair not in own)
    if not lines.conceded.all:
        own, given = met, ()
    for those, said, place in ((own, lines.granted, GRANTED), (given, lines.conceded, CONCEDED)):
        if those:
            taking.granted = spoken_terms(bargaining, those, taking.scenario.language)
            say_at_the_table(taking, said, place, WEIGHT)


CLOSE = 0.08
"""A gap of at most this much of the client's whole utility is a small one."""


def _counter(lines: BargainingLines, gap: float, *, moved: bool) -> str:
    """Which lines a later counter-offer is said in: little is missing, stood still, or moved."""
    kinds = {"counter_close": gap <= CLOSE, "counter_firm": not moved}
    return next((name for name, fits in kinds.items() if fits and getattr(lines, name).all), "counter")


def agree(taking: Taking, table: Table, *, again: bool = False) -> None:
    assert taking.scenario.bargaining is not None
    taking.position = replace(taking.position, table=table)
    taking.offer = table.agreed
    taking.trust += 0 if again else 4
    taking.event("agreed")
    say_at_the_table(taking, taking.scenario.bargaining.lines.accept, "bargaining/lines/accept", WEIGHT)


def say_at_the_table(taking: Taking, lines: Lines, place: str, weight: int, *, due: bool = False) -> None:
    taking.bargained = True
    taking.say(lines, place, weight, due=due)
