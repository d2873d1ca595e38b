"""A turn's figures at the bargaining table: offers, acceptance, referral and the bank's answer."""

from dataclasses import replace

from simulator.client.assenting import (
    accepts_in_words,
    assents,
    says_no,
    says_yes,
    strikes_a_deal,
    takes_their_terms,
)
from simulator.client.bare_at_table import in_view_of_the_table
from simulator.client.correcting import corrected_terms
from simulator.client.doubting import instead_of_refused, refused_terms, without_refused
from simulator.client.environment import environment
from simulator.client.evidence import awaits_approval, came_back, puts_more_forward
from simulator.client.giving_back import asks_if_meant, reads_back, restates
from simulator.client.position import Table, Terms, count
from simulator.client.reason import within_reason
from simulator.client.referring import asks_for_terms
from simulator.client.replies import filled
from simulator.client.taking import Taking
from simulator.client.taking_offers import WEIGHT, agree, say_at_the_table, take_offer
from simulator.client.terms import laid_out_terms, offered_terms, stated_terms
from simulator.client.wording import confirmed
from simulator.vocabulary.dialects import in_common_words
from simulator.vocabulary.turn import Quantity, Turn

AT_THE_TABLE = frozenset({"make_offer", "trade", "confirm_agreement", "refer_up", "hold_position"})
"""Moves that need no answer besides the one given at the table."""
_GUARDED = ("hold_position", "decline")
"""Who has done these is not taken to give in by a word that may be mere courtesy."""
_TAKEN_BACK = 4
"""The trust that the agreement won is lost again where it is undone."""


def negotiate(taking: Taking, turn: Turn) -> None:
    """Takes the offers, acceptances and referrals of a turn; nothing happens where the scenario has no bargaining."""
    bargaining, table = taking.scenario.bargaining, taking.position.table
    if bargaining is None or table is None:
        return
    taking.taken = ()
    turn = in_view_of_the_table(bargaining, _in_common_words(turn), table)
    moves = {move.id for move in turn.moves}
    if "farewell" not in moves:  # nobody is called back for it
        table = _bank_answers(taking, table)
    if (meant := corrected_terms(bargaining, turn, table)) is not None:
        _put_right(taking, turn, table, meant)
        return
    refused = taking.refused = refused_terms(bargaining, turn, table)
    table = without_refused(table, refused)
    terms = offered_terms(bargaining, turn, table)
    if "hold_position" in moves and not moves & {"make_offer", "trade", "confirm_agreement"}:
        terms = _without_theirs(table, terms)
    if "farewell" not in moves:
        terms = terms or laid_out_terms(bargaining, turn, table)
    terms = _with_what_was_read_back(taking, table, terms) or _answered_query(taking, turn, table)
    terms = terms or _granted_in_words(taking, turn, table)
    terms = terms or instead_of_refused(bargaining, turn, table, refused)
    taking.names_other_terms = bool(table.round and terms) and not (table.agreed or _accepts_ours(table, terms))
    back = reads_back(turn, table, terms)
    accepting = not back and assents(turn) and _accepting(taking, turn, table, terms)
    accepting = accepting and not (_is_courtesy(taking, turn) and not _names_the_whole(table, terms))
    accepting = accepting and not (refused & set(table.mine) or awaits_approval(turn))
    accepting = accepting or (not terms and _approved(turn, table))
    offering = bool(terms) and not (accepting or back or restates(turn, table, terms))
    if "refer_up" in moves and not table.referred and asks_for_terms(turn):
        table = replace(table, referred=taking.position.turn)
        taking.event("referred")
        if not offering:
            say_at_the_table(taking, bargaining.lines.waiting, "bargaining/lines/waiting", WEIGHT)
    if table is not taking.position.table:
        taking.position = replace(taking.position, table=table)
    if table.agreed:
        _improve(taking, table, terms if offering and puts_more_forward(turn) else ())
    elif accepting:
        taking.taken = table.mine
        agree(taking, replace(table, theirs=table.mine, agreed=table.mine))
    elif offering and bargaining.opens is not None and not bargaining.opens.holds(environment(taking.position)):
        if any(bargaining.issues[id].unit != "choice" for id, _ in terms):
            taking.taken = terms
            say_at_the_table(taking, bargaining.lines.not_yet, "bargaining/lines/not_yet", WEIGHT)
            taking.event("offer_early")
    elif offering and not _queries(taking, table, terms):
        assert taking.position.table is not None
        taking.own_figure = _own_figure_asked(taking, turn, table)
        take_offer(taking, taking.position.table, terms, turn)
    elif not terms and table.round and refused & set(table.mine) and "hold_position" not in moves:
        taking.only_open = True  # the client's own point, refused with nothing in its place
        say_at_the_table(taking, bargaining.lines.counter_firm, "bargaining/lines/counter_firm", WEIGHT)
        taking.only_open = False


def _in_common_words(turn: Turn) -> Turn:
    """The turn with words of dialect as everybody says them, in its figures and moves too."""
    text = in_common_words(turn.text)
    if text == turn.text:
        return turn

    def said(quantity: Quantity) -> Quantity:
        return replace(quantity, clause=in_common_words(quantity.clause))

    moves = tuple(
        replace(move, clause=in_common_words(move.clause), terms=tuple(map(said, move.terms)))
        for move in turn.moves
    )
    return replace(turn, text=text, moves=moves, quantities=tuple(map(said, turn.quantities)))


def _approved(turn: Turn, table: Table) -> bool:
    """Whether the bank's yes is back to terms that the client takes and that only waited for it."""
    return bool(table.mine) and table.mine == table.theirs and came_back(turn)


def _own_figure_asked(taking: Taking, turn: Turn, table: Table) -> str:
    """The client's answer where the trainee asks whether a figure of his is really meant; empty where nobody asks."""
    bargaining = taking.scenario.bargaining
    assert bargaining is not None
    for quantity in turn.quantities if table.named else ():
        if not asks_if_meant(turn.text, quantity):
            continue
        for id, value in table.mine:
            if bargaining.issues[id].unit == quantity.unit and value == quantity.value:
                return confirmed(bargaining.issues[id], value, taking.scenario.language)
    return ""


def _granted_in_words(taking: Taking, turn: Turn, table: Table) -> Terms:
    """The choices that the client has just asked for and that the trainee says yes to by name, with no figure beside them."""
    bargaining = taking.scenario.bargaining
    assert bargaining is not None
    just_named = table.round and not table.agreed and table.named == taking.position.turn - 1
    if not just_named or not assents(turn):
        return ()
    mine, theirs = dict(table.mine), dict(table.theirs)
    said = stated_terms(bargaining, turn, table)
    return tuple(
        (id, value)
        for id, value in said
        if bargaining.issues[id].values and mine.get(id) == value and theirs.get(id) != value
    )


def _answered_query(taking: Taking, turn: Turn, table: Table) -> Terms:
    """What the trainee says to the odd figure that the client asked back about: another, or that it is meant."""
    bargaining = taking.scenario.bargaining
    assert bargaining is not None
    if not table.queried or table.named != taking.position.turn - 1:
        return ()
    answers = len(turn.text) <= 2 * _SHORT or says_yes(turn.text) or says_no(turn.text)
    said = stated_terms(bargaining, turn, table) if answers else ()  # what speaks of it at length answers nothing
    if terms := tuple((id, v) for id, v in said if id in dict(table.queried)):
        known = {**dict(table.queried), **dict(terms)}
        return tuple((id, known[id]) for id in bargaining.issues if id in known)
    meant = {move.id for move in turn.moves} & {"acknowledge", "confirm_agreement", "hold_position"}
    yes = says_yes(turn.text) or (meant and not says_no(turn.text) and len(turn.text) <= _SHORT)
    return table.queried if yes else ()


_SHORT = 60
"""So many letters are little more than a yes."""


def _with_what_was_read_back(taking: Taking, table: Table, terms: Terms) -> Terms:
    """Terms that put one of those right that the client has just read back, with the others as they were read."""
    read = dict(table.queried)
    if not terms or table.named != taking.position.turn - 1 or not dict(terms).keys() <= read.keys():
        return terms
    return tuple((id, {**read, **dict(terms)}[id]) for id, _ in table.queried)


def _queries(taking: Taking, table: Table, terms: Terms) -> bool:
    """Asks back about a figure outside all reason, once; what else was put forward waits on the table."""
    bargaining = taking.scenario.bargaining
    assert bargaining is not None
    odd = tuple(
        (id, value)
        for id, value in terms
        if not within_reason(bargaining.issues[id], value) and (id, value) not in table.queried
    )
    if not odd:
        return False
    lines = bargaining.lines.query
    rest = {**dict(table.theirs), **{id: value for id, value in terms if (id, value) not in odd}}
    theirs = tuple((id, rest[id]) for id in bargaining.issues if id in rest)
    asked = replace(taking.position, table=replace(table, queried=odd))
    taking.position = asked
    taking.bargained = True
    if not taking.say(lines, "bargaining/lines/query", WEIGHT):
        return False
    taking.position = replace(asked, table=replace(table, theirs=theirs, queried=odd, named=taking.position.turn))
    taking.event("queried")
    return True


def _put_right(taking: Taking, turn: Turn, table: Table, meant: Terms) -> None:
    """Terms that were taken otherwise than meant: the offer is taken anew, and an agreement that rested on it is undone."""
    bargaining = taking.scenario.bargaining
    assert bargaining is not None
    if table.agreed:
        taking.event("reopened")
        taking.trust -= _TAKEN_BACK
    before = table.undo or replace(table, theirs=(), agreed=())
    known = {id: value for id, value in before.best if dict(meant).get(id, value) == value}
    before = replace(
        before,
        agreed=(),
        theirs=(),
        best=tuple(known.items()),
        referred=table.referred,
        authorised=table.authorised,
    )
    taking.position = replace(taking.position, table=before)
    taking.event("corrected")
    say_at_the_table(taking, bargaining.lines.corrected, "bargaining/lines/corrected", WEIGHT)
    take_offer(taking, before, meant, turn, again=True)


def _improve(taking: Taking, table: Table, terms: Terms) -> None:
    """After the agreement only what is better for the client on some issue, and worse on none, is taken."""
    bargainer = taking.mind.bargainer
    assert bargainer is not None
    opening = dict(bargainer.opening())
    terms = tuple((id, value) for id, value in terms if bargainer.better(id, value, opening[id]) == opening[id])
    better = bargainer.completed(terms, table.agreed)
    if better == table.agreed or not bargainer.at_least(better, table.agreed):
        return
    if not all(within_reason(bargainer.issues[id], value) for id, value in better):
        return
    taking.event("offer")
    taking.taken = terms
    agree(taking, replace(table, theirs=better, mine=better, agreed=better), again=True)


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


def _accepting(taking: Taking, turn: Turn, table: Table, terms: Terms) -> bool:
    """Whether the turn agrees to what the client stands by.

    A word of agreement that names not all of it is taken for that only right after the client named the whole, and not
    where it goes with an appointment, to which it may be said, or with a reservation for somebody else's approval.
    """
    moves = {move.id for move in turn.moves}
    if (
        not ("confirm_agreement" in moves or strikes_a_deal(turn))
        or not table.round
        or not _accepts_ours(table, terms)
    ):
        return False
    plain = not moves & {"refer_up", "hold_position", "decline"}
    plain = plain and ("propose_next_step" not in moves or takes_their_terms(turn))
    return _names_the_whole(table, terms) or (plain and table.named == taking.position.turn - 1)


def _names_the_whole(table: Table, terms: Terms) -> bool:
    """Whether the terms named, with those that lie on the table, are all that the client stands by."""
    put_forward = {**dict(table.theirs), **dict(terms)}
    return bool(terms) and all(put_forward.get(id) == value for id, value in table.mine)


def _is_courtesy(taking: Taking, turn: Turn) -> bool:
    """Whether a "fine" or "very well" may be one: said in leaving, or after a term was refused or held to."""
    heard = taking.position.heard
    guarded = any(move.id == "farewell" for move in turn.moves) or any(count(heard, id) for id in _GUARDED)
    return guarded and not accepts_in_words(turn)


def _accepts_ours(table: Table, terms: Terms) -> bool:
    """Whether what the trainee confirms is what the client stands by (or names no figures at all)."""
    mine = dict(table.mine)
    return all(mine.get(id) == value for id, value in terms)
