"""From figures in a sentence to terms on the table, and back to words."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from simulator.client.bargaining import beyond_limit, issue_utility
from simulator.client.choices import chosen, joined_choice
from simulator.client.combinations import JOINT, combined_words, single_values
from simulator.client.evidence import (
    came_back,
    how_plainly,
    is_evident,
    is_put_to_the_client,
    packages,
    without_what_is_left_open,
    without_what_it_asks,
)
from simulator.client.measures import WAN, absolute, as_a_sum, chinese_number, issue_of
from simulator.client.open_issues import left_as_they_are, tells_a_condition
from simulator.client.position import Table, Terms
from simulator.client.put_forward import (
    WILL_IT_DO,
    asks_why,
    echoes_demand,
    in_passing,
    likely,
    names_what_can_be_done,
    own_words,
    plainly_offered,
)
from simulator.client.reason import between, in_its_scale
from simulator.client.shared_out import shared_out
from simulator.scenario.model import Bargaining, Issue
from simulator.sentences import around, sentences
from simulator.vocabulary.turn import MoveMade, Quantity, Turn

_OFFERING = frozenset({"make_offer", "trade", "confirm_agreement", "offer_remedy", "hold_position"})
_SPEAKING_OF = frozenset({"paraphrase", "summarise_needs"})
"""Moves whose figures are not put forward, unless the turn asks whether they will do."""
_STRIKING = re.compile(r"\bdeal (?:at|on|for|is) (?=\d|\w+(?:ty|teen)?\b)|[\d成万]成交", re.IGNORECASE)
"""Names the terms of a deal, beside which what was said before may be said again."""
_TELLING = frozenset({"disclose_terms", "explain_benefit", "acknowledge", "thank"})
"""Moves beside which a choice may be told as a condition, though no offer was heard."""
SURELY = 0.6
"""How sure it must be that the trainee only gives the client's figures back."""


def offered_terms(bargaining: Bargaining, turn: Turn, table: Table) -> Terms:
    """The terms that a turn puts on the table, by issue; changes in basis points are counted out from their base.

    A turn that offers anything offers all its figures (an offer is often spread over several clauses), save those that
    are no offer. Of several figures for one issue those of an offer come before those of a refusal, what lies about
    where both sides stand before what does not, and then the first.
    """
    offering = sorted(
        (move for move in turn.moves if move.id in _OFFERING), key=lambda move: move.id == "hold_position"
    )
    return _terms(bargaining, turn, table, offering) if offering else ()


def laid_out_terms(bargaining: Bargaining, turn: Turn, table: Table) -> Terms:
    """Several terms stated in a turn in which no offer was heard: one all the same, in whatever form it comes."""
    said = {move.id for move in turn.moves}
    repeats = any(move.id in _SPEAKING_OF and move.confidence >= SURELY for move in turn.moves)
    can_do = names_what_can_be_done(turn.text)
    striking = _STRIKING.search(turn.text) is not None
    put = WILL_IT_DO.search(turn.text) or striking or came_back(turn)
    if not can_do and (said & _OFFERING or (repeats and not put)):
        return ()
    terms = _terms(bargaining, turn, table, [])
    figures = [id for id, _ in terms if bargaining.issues[id].unit != "choice"]
    words = [word for issue in bargaining.issues.values() for word in issue.words]
    kinds = frozenset(issue.quantity for issue in bargaining.issues.values() if not issue.values)
    plainly = len(terms) > 1 or striking or (figures and is_put_to_the_client(turn, words, kinds))
    told = not figures and said <= _TELLING and tells_a_condition(bargaining, turn.text, table, terms)
    return terms if (plainly and figures) or can_do or told else ()


def stated_terms(bargaining: Bargaining, turn: Turn, table: Table) -> Terms:
    """The terms named in a turn, whatever was heard in it."""
    return _read(bargaining, turn, table, [], strict=False).terms


def unsure_issues(bargaining: Bargaining, turn: Turn, table: Table) -> frozenset[str]:
    """The issues for which a turn puts several values forward, of which none is plainly meant."""
    kinds = [quantity.issue for quantity in turn.quantities if not quantity.aside]
    if len(kinds) == len(set(kinds)):
        return frozenset()
    return _read(bargaining, turn, table, [move for move in turn.moves if move.id in _OFFERING]).unsure


def _terms(bargaining: Bargaining, turn: Turn, table: Table, offering: Sequence[MoveMade]) -> Terms:
    return _read(bargaining, turn, table, offering).terms


class Reading(NamedTuple):
    """The terms that a turn names, and the issues for which it names several values of which none is plainly meant."""

    terms: Terms
    unsure: frozenset[str] = frozenset()


def _read(
    bargaining: Bargaining, turn: Turn, table: Table, offering: Sequence[MoveMade], *, strict: bool = True
) -> Reading:
    """The reading of a turn; ``strict`` takes only figures that are put forward."""
    figures = turn.quantities or any(move.terms for move in offering)
    if not figures and not _names_an_issue(bargaining, turn.text):
        return Reading(())
    counted = _counting(bargaining, turn, table)
    own = without_what_is_left_open(own_words(turn.text, counted), counted)
    read = partial(_of_words, bargaining, turn, table, offering, counted, strict)
    arms = packages(own)
    readings = [read(_only(own, start, end)) for start, end in arms]
    if len(arms) == 1:
        return readings[0]
    readings = [one for one in readings if any(bargaining.issues[id].unit != "choice" for id, _ in one.terms)]
    if len(readings) > 1:
        return max(
            readings, key=lambda one: (_bearable(bargaining, one.terms), _worth(bargaining, table, one.terms))
        )
    return read(own)


def _only(text: str, start: int, end: int) -> str:
    """``text`` with all but a stretch of it blanked."""
    return " " * start + text[start:end] + " " * (len(text) - end)


def _bearable(bargaining: Bargaining, terms: Terms) -> bool:
    """Whether none of the terms lies beyond the client's limit."""
    return not any(beyond_limit(bargaining.issues[id], value) for id, value in terms)


def _worth(bargaining: Bargaining, table: Table, terms: Terms) -> float:
    """What terms are worth to the client, where what they leave open stays as the client has it."""
    known = {**dict(table.mine), **dict(terms)}
    issues = bargaining.issues
    return sum(issues[id].weight * issue_utility(issues[id], value) for id, value in known.items() if id in issues)


def _of_words(
    bargaining: Bargaining,
    turn: Turn,
    table: Table,
    offering: Sequence[MoveMade],
    counted: Callable[[str], int],
    strict: bool,
    own: str,
) -> Reading:
    """The terms of a turn, read in those of its words that are put forward, the others being blanked."""
    whole = MoveMade("make_offer", turn.text, terms=turn.quantities)
    words = tuple(word for issue in bargaining.issues.values() for word in (issue.name, *issue.words))
    found: dict[str, list[tuple[int, float]]] = {}
    odd: dict[str, list[tuple[int, float]]] = {}
    for move in (*offering, whole):
        for quantity in move.terms:
            named = None if quantity.aside else _named(bargaining, quantity, move, table)
            if named is None or in_passing(turn, own, quantity, counted, words):
                continue
            id, value = named
            issue = bargaining.issues[id]
            if quantity.unit == "bp" and _said_outright(turn, quantity):
                continue
            if strict and not is_evident(turn, quantity, counted, issue.words, offering):
                continue
            given = _is_only_theirs(table, id, value) or _beyond_demand(issue, value)
            if given and echoes_demand(turn, quantity, counted):
                continue
            plainly = how_plainly(turn, quantity, counted)
            if likely(issue, quantity, value, turn.text):
                found.setdefault(id, []).append((plainly, value))
            elif plainly_offered(turn, quantity, counted):
                odd.setdefault(id, []).append((plainly, value))
    plainest = {id: _plainest(values) for id, values in (odd | found).items()}
    terms = {id: _likeliest(bargaining.issues[id], values) for id, values in plainest.items()}
    for id, issue in bargaining.issues.items():
        if id not in terms and (part := shared_out(issue, own, turn.quantities)) is not None:
            terms[id] = part
    for id, issue in bargaining.issues.items():
        if (choice := _choice(issue, own, offering, dict(table.theirs).get(id))) is not None:
            terms[id] = choice
    terms |= left_as_they_are(bargaining, own, table, terms)
    unsure = frozenset(id for id, values in plainest.items() if len(set(values)) > 1)
    return Reading(tuple((id, terms[id]) for id in bargaining.issues if id in terms), unsure)


def _names_an_issue(bargaining: Bargaining, text: str) -> bool:
    """Whether a word of any issue, or of a choice there, stands in a text: without one it states no terms but figures."""
    return any(_names(issue.words, tuple(issue.values), text) for issue in bargaining.issues.values())


@lru_cache(maxsize=4096)
def _names(words: tuple[str, ...], choices: tuple[str, ...], text: str) -> bool:
    """Whether one of the words, or a choice that is no combination, stands in a text; the proof says each thousands of times."""
    lowered = text.lower()
    return any(
        word.lower() in lowered for word in (*words, *(word for word in choices if not JOINT.search(word.strip())))
    )


def _named(bargaining: Bargaining, quantity: Quantity, move: MoveMade, table: Table) -> tuple[str, float] | None:
    """The issue that a figure belongs to and its value there; None where it belongs to none."""
    quantity = as_a_sum(bargaining, quantity, table)
    id = issue_of(bargaining, quantity, move)
    value = None if id is None else absolute(bargaining.issues[id], id, quantity, table)
    if id is None or value is None:
        return None
    return id, in_its_scale(bargaining.issues[id], value, quantity.clause)


def _is_only_theirs(table: Table, id: str, value: float) -> bool:
    """Whether a value is what the client stands by where the trainee has put another on the table."""
    offered = dict(table.theirs).get(id)
    return offered is not None and value != offered and value == dict(table.mine).get(id)


def _beyond_demand(issue: Issue, value: float) -> bool:
    """Whether a value would give the client more than it asked first, which nobody does but in plain words."""
    return value < issue.opening if issue.better_for_client == "lower" else value > issue.opening


def _counting(bargaining: Bargaining, turn: Turn, table: Table) -> Callable[[str], int]:
    """How many issues a sentence of the turn names a likely term of."""
    whole = MoveMade("make_offer", turn.text)
    figures = []
    for quantity in turn.quantities:
        named = None if quantity.aside else _named(bargaining, quantity, whole, table)
        if named is not None and between(bargaining.issues[named[0]], named[1]):
            figures.append((named[0], quantity.clause.strip()))

    def counted(sentence: str) -> int:
        of_figures = {id for id, clause in figures if clause in sentence}
        return len(
            of_figures | {id for id, issue in bargaining.issues.items() if chosen(issue, sentence) is not None}
        )

    return counted


def _said_outright(turn: Turn, change: Quantity) -> bool:
    """Whether the sentence that names a change also names what it comes to ("five points off, 3.05")."""
    sentence = around(turn.text, change.clause)
    return any(
        one.issue == change.issue and one.unit == "%" and not one.aside and one.clause.strip() in sentence
        for one in turn.quantities
    )


def _plainest(values: Sequence[tuple[int, float]]) -> list[float]:
    """Of values put forward more or less plainly those put forward most plainly."""
    most = max(plainly for plainly, _ in values)
    return [value for plainly, value in values if plainly == most]


def _likeliest(issue: Issue, values: Sequence[float]) -> float:
    """Of several figures for one issue the first that lies about where both sides stand, else the first."""
    return next((value for value in values if between(issue, value)), values[0])


def _choice(issue: Issue, text: str, offering: Sequence[MoveMade], before: float | None) -> float | None:
    """The choice that a turn names: joined over all of it, else in the sentences of the offer, else in any other."""
    if not issue.values:
        return None
    if (together := joined_choice(issue, text)) is not None:
        return together
    said = sentences(text)
    ranked = [s for move in offering for s in said if move.clause and _shares(move.clause, s)]
    for sentence in dict.fromkeys((*ranked, *said)):
        if asks_why(sentence):
            continue
        if (choice := chosen(issue, without_what_it_asks(sentence), before)) is not None:
            return choice
    return None


def _shares(clause: str, sentence: str) -> bool:
    return clause.strip() in sentence or sentence.strip() in clause


_TWO = re.compile("二(?=千)")
"""A two that is said otherwise before what it counts."""


def spoken_value(issue: Issue, value: float, language: str) -> str:
    """A value as one would say it: 3.15%, 850万, 12 months, or the author's words for a choice."""
    if issue.values:
        words = single_values(issue)
        joint = combined_words(issue, value, language)
        return joint or min(words, key=lambda word: abs(words[word] - value))
    number = f"{value:.10g}"
    match issue.unit:
        case "CNY" if language == "zh":
            return (
                f"{value / 10_000:.10g}万"
                if not 0 <= value < WAN or value % 1
                else f"{_TWO.sub('两', chinese_number(int(value)))}元"
            )
        case "CNY":
            return f"{value / 1_000_000:.10g} million" if value >= 1_000_000 else f"{value:,.0f}"
        case "month":
            return f"{number}个月" if language == "zh" else f"{number} months"
        case "bp":
            return f"{number}个基点" if language == "zh" else f"{number} basis points"
        case "%" if issue.quantity == "rate" and issue.step < 0.5:
            return f"{value:.2f}%" if round(value, 2) == round(value, 4) else f"{value:.4g}%"
    return f"{number}%"


def spoken_figures(bargaining: Bargaining, terms: Terms, language: str) -> str:
    """The values alone, as one would ask back about them."""
    said = [spoken_value(bargaining.issues[id], value, language) for id, value in terms if id in bargaining.issues]
    return ("、" if language == "zh" else ", ").join(said)
