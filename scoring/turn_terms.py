"""The terms that one turn of the trainee puts on the table, from the moves that were heard and from all its figures.

An offer is often spread over several clauses of which one was heard as an offer, or none. So a turn that offers anything
offers every figure in it that lies about where the two sides stand; and so does a turn that names several of the issues.
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from operator import add, attrgetter
from typing import NamedTuple

from scoring.figures import told_before
from scoring.offer_words import HALF_SHARE
from scoring.patterns import first_match
from scoring.quoting import sentences
from simulator.transcript.record import Brief, Exchange, IssueBrief
from simulator.vocabulary.turn import MoveMade, Quantity

OFFERING = frozenset({"make_offer", "trade", "confirm_agreement"})
_SURELY = 0.4
"""From this confidence on an offer of a single issue is one."""
_GIVEN_BACK = frozenset({"paraphrase", "summarise_needs"})
_ABOUT = 0.15
"""How far outside the figures of both sides, as a share of their distance, a figure may still lie."""
_REACH = 1.0
"""The same for a figure of the offering words themselves: further out it is one of another matter."""
_NEAR = 0.5
"""The least share of the words of a choice that must be said."""
_UNITS: dict[str, tuple[str, ...]] = {
    "rate": ("percent_pa", "%", "%pa", "% p.a.", "percent a year"),
    "share": ("percent", "%", "share"),
    "amount": ("cny", "yuan", "wan", "万元", "万", "元", "million", "million_cny"),
    "tenor": ("month", "months", "月", "个月", "year", "years", "年"),
    "fee": ("permille", "per_mille", "‰", "percent_fee", "%"),
}
_id = attrgetter("id")
_SCALE = {
    "wan": 10_000, "万元": 10_000, "万": 10_000, "million": 1e6, "million_cny": 1e6, "year": 12, "years": 12, "年": 12,
    "permille": 0.1, "per_mille": 0.1, "‰": 0.1, "bp": 0.01,
}  # fmt: skip


class Standing(NamedTuple):
    """What both sides stand for before a turn, by issue."""

    bank: dict[str, float]
    client: dict[str, float]


@dataclass(frozen=True, slots=True)
class TurnTerms:
    """Figures by issue, and for issues without a figure the value of the choice that was named; ``clause`` its words."""

    figures: dict[str, float]
    choices: dict[str, float] = field(default_factory=dict)
    clause: str = ""
    named: dict[str, tuple[float, ...]] = field(default_factory=dict)
    """Every figure about where both sides stand, by issue."""


def terms_of_turn(
    brief: Brief, exchange: Exchange, moves: list[MoveMade], standing: Standing, told: str = ""
) -> TurnTerms:
    """The terms of a turn; none where it offers nothing. ``moves`` are those heard clearly enough, ``told`` all that the client had
    said by then: what was not heard as an offer offers no figure that it asks about or that the client told of."""
    offering = [move for move in moves if move.id in OFFERING]
    if not offering and not exchange.trainee.quantities and not _half_the_share(brief, exchange):
        return TurnTerms({})
    if not any(move.confidence >= _SURELY for move in offering):
        exchange = _without_the_clients(brief, exchange, standing, told)
    named = _named(brief, exchange, offering, standing)
    figures = _figures(brief, exchange, offering, standing, named)
    choices = _choices(brief, exchange.trainee.text)
    sure = any(move.confidence >= _SURELY for move in offering)
    issues = len(figures) + len(choices)
    if not figures and not (choices and sure):
        return TurnTerms({})
    speaks_of = any(move.id in _GIVEN_BACK and move.confidence >= 2 * _SURELY for move in moves)
    if not sure and (issues < 2 or (speaks_of and not offering)):
        return TurnTerms({})
    with_terms = [move for move in offering if move.terms] or offering
    clause = with_terms[0].clause if with_terms else exchange.trainee.text
    by_id = {issue.id: issue for issue in brief.issues}
    about = {
        id: tuple(
            v for v in values if _about(by_id[id], v) and (v != standing.client.get(id) or v == figures.get(id))
        )
        for id, values in named.items()
    }
    return TurnTerms(figures, choices, clause, about)


def as_taken(brief: Brief, taken: dict[str, float], said: TurnTerms, text: str) -> TurnTerms:
    """The terms of a turn as the client took them: what it did not hear as an offer was none.

    ``said`` is the scorer's own reading, from which the words and the figures laid side by side are kept.
    """
    choices = {issue.id for issue in brief.issues if issue.choices}
    figures = {id: value for id, value in taken.items() if id not in choices}
    if not taken:
        return TurnTerms({})
    named = {id: said.named.get(id) or (value,) for id, value in figures.items()}
    return TurnTerms(figures, {id: v for id, v in taken.items() if id in choices}, said.clause or text, named)


def _without_the_clients(brief: Brief, exchange: Exchange, standing: Standing, told: str) -> Exchange:
    """A turn without the figures that it only asks about, or that the client has told of and does not demand."""
    asked = [sentence for sentence in sentences(exchange.trainee.text) if sentence.rstrip().endswith(("?", "？"))]

    def is_the_banks(quantity: Quantity) -> bool:
        issue = issue_of(brief, quantity)
        if issue is not None and value_of(issue, quantity, standing.bank) == standing.client.get(issue.id):
            return True
        return not (any(quantity.clause in one for one in asked) or told_before(quantity.clause, told))

    ours = tuple(filter(is_the_banks, exchange.trainee.quantities))
    return replace(exchange, trainee=replace(exchange.trainee, quantities=ours))


def _named(
    brief: Brief, exchange: Exchange, offering: list[MoveMade], standing: Standing
) -> dict[str, list[float]]:
    """Every figure of a turn that may be the bank's own, by issue."""
    heard = [q for move in offering for q in move.terms if is_ours(q, move.clause)]
    said = [q for q in exchange.trainee.quantities if is_ours(q)]
    found: dict[str, list[float]] = {}
    for quantity in (*heard, *said):
        issue = issue_of(brief, quantity)
        value = None if issue is None else value_of(issue, quantity, standing.bank)
        if issue is not None and value is not None:
            found.setdefault(issue.id, []).append(value)
    if first_match(exchange.trainee.text.lower(), _REPEATS):
        return {id: [v for v in values if v != standing.client.get(id)] for id, values in found.items()}
    return found


def _figures(
    brief: Brief, exchange: Exchange, offering: list[MoveMade], standing: Standing, found: dict[str, list[float]]
) -> dict[str, float]:
    own = _own(brief, offering, standing.bank)
    issues = {issue.id: issue for issue in brief.issues}
    terms = {}
    for id, values in found.items():
        if (value := _likeliest(issues[id], values, own.get(id, []), standing.client.get(id))) is not None:
            terms[id] = value
    if "share" not in terms and _half_the_share(brief, exchange):
        terms["share"] = 50.0
    return terms


def _half_the_share(brief: Brief, exchange: Exchange) -> bool:
    """Whether half of what is shared out is spoken of, where that is bargained over."""
    return "share" in map(_id, brief.issues) and _speaks_of_half(exchange.trainee.text)


@lru_cache(maxsize=1024)
def _speaks_of_half(text: str) -> bool:
    return first_match(text.lower(), HALF_SHARE) is not None


def _own(brief: Brief, offering: list[MoveMade], bank: dict[str, float]) -> dict[str, list[float]]:
    """The figures of the offering clauses themselves, by issue, the last first."""
    found: dict[str, list[float]] = {}
    for move in offering:
        for quantity in move.terms:
            issue = issue_of(brief, quantity) if is_ours(quantity, move.clause) else None
            value = None if issue is None else value_of(issue, quantity, bank)
            if issue is not None and value is not None:
                found.setdefault(issue.id, []).insert(0, value)
    return found


def value_of(issue: IssueBrief, quantity: Quantity, bank: dict[str, float]) -> float | None:
    """A figure in the unit of its issue; a change in basis points counts from the bank's own last figure."""
    if quantity.unit != "bp":
        return round(quantity.value / _SCALE.get(issue.unit.lower(), 1), 6)
    if quantity.base == "LPR" or issue.id not in bank:
        return None
    return round(bank[issue.id] + quantity.value / 100, 6)


def _likeliest(issue: IssueBrief, values: list[float], own: list[float], theirs: float | None) -> float | None:
    """Of several figures the first about where both sides stand that is not the client's own; else what was offered."""
    near = [value for value in values if _about(issue, value)]
    fresh = [value for value in near if theirs is None or abs(value - theirs) > 1e-9]
    within_reach = [value for value in own if _about(issue, value, _REACH)]
    return next(iter(fresh or near or within_reach), None)


def _about(issue: IssueBrief, value: float, share: float = _ABOUT) -> bool:
    stands = (issue.opening, issue.limit, issue.authority, issue.floor, issue.target)
    slack = share * (max(stands) - min(stands))
    return min(stands) - slack <= value <= max(stands) + slack


_NOT_OURS = (
    "中介", "拍胸脯", "收您", "老三", "月息", "年化", "隔壁", "净利", "账上", "欠您", "压您", "占着您", "broker", "a man who", "guarantees approval", "he charges",
    "they owe", "owes you", "owe you", "next door", "you owe", "a month you pay", "剩下的", "其余的", "剩余的", "您说的", "您要的", "您报", "他们报", "他们给", "那家", "另一家", "大行给", "别家", "you said", "you say", "you want",
    "they offer", "they quote", "their offer", "the other bank", "is good offer", "is a good offer", "the rest of", "remaining",
)  # fmt: skip
"""Words beside a figure that is what is left over, or what somebody else named: nobody offers that."""
_REFUSED = (
    "不报", "不是", "不到", "没有", "定不了", "批不了", "批不下来", "给不了", "做不了", "办不了", "做不到", "不可能", "不能给", "不行", "没答应", "别提", "成本",
    "not possible", "isn't possible", "impossible", "can't do", "cannot do", "can not do", "can't give", "won't do", "not going to", "leave out",
    "forget", "refused", "n't promise", "is below", "out of reach", "no to", "cost of",
)  # fmt: skip
"""Words beside a figure that is refused, or that only reckons what something costs the bank."""
_REPEATS = (
    "复述", "您要的是", "您的是", "您报的", "您开的", "您说的是", "听您说", "you want", "you're asking", "you are asking", "you asked for", "you said",
    "if i heard", "your figures", "your numbers",
)  # fmt: skip
"""Words that give the client's own figures back."""
_BESIDE = 40
"""A clause of more characters than this is no clause, and its words may stand far from the figure; of Latin letters twice as many."""


def is_ours(quantity: Quantity, clause: str = "") -> bool:
    """Whether a figure may be the bank's own, by what is known of it and by the words beside it."""
    if quantity.aside:
        return False
    return not (_disowned(clause) or _disowned(quantity.clause))


@lru_cache(maxsize=2048)
def _disowned(clause: str) -> bool:
    """Whether a clause says that a figure in it is somebody else's, left over or refused."""
    if len(clause) > _BESIDE * (2 if clause.isascii() else 1):
        return False
    text = clause.lower()
    return any(map(text.__contains__, _NOT_OURS)) or any(map(text.__contains__, _REFUSED))


def issue_of(brief: Brief, quantity: Quantity) -> IssueBrief | None:
    """The issue of the scenario that a figure speaks of, None where that is not clear."""
    for issue in brief.issues:
        if issue.id == quantity.issue:
            return issue
    fitting = [
        issue for issue in brief.issues if issue.unit.lower() in _UNITS[quantity.issue] and issue.id not in _UNITS
    ]
    return fitting[0] if len(fitting) == 1 else None


def _choices(brief: Brief, text: str) -> dict[str, float]:
    """For each issue without a figure the choice whose words come nearest to the text, where one comes nearest."""
    found = {}
    for issue in brief.issues:
        if not issue.choices:
            continue
        said = _tokens(text)
        shares = sorted(
            ((len(_tokens(c) & said) / (len(_tokens(c)) or 1), v) for c, v in issue.choices.items()), reverse=True
        )
        if shares[0][0] >= _NEAR and (len(shares) < 2 or shares[0][0] > shares[1][0]):
            found[issue.id] = shares[0][1]
    return found


_SAME = {
    "no": "without",
    "alone": "only",
    "just": "only",
    "release": "released",
    "pledge": "pledged",
    "pledging": "pledged",
}
_HAN = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile("[a-z]+")
_LITTLE = frozenset({"the", "a", "an", "for", "on", "then", "of", "too", "to", "with"})


@lru_cache(maxsize=512)
def _tokens(text: str) -> frozenset[str]:
    """Pairs of Chinese characters and English words, of which some stand for one another."""
    lower = text.lower()
    pairs = chain.from_iterable([map(add, run, run[1:]) for run in _HAN.findall(lower)])
    words = [_SAME.get(word, word) for word in _LATIN.findall(lower) if word not in _LITTLE]
    return frozenset([*pairs, *words])
