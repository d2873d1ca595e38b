"""A number without a unit that stands alone at the table: of the size of one issue only, it is a figure for that.

"Fifty?", "45 or nothing", "3.00, no house, 50": where a rate and a share are bargained over, fifty is the share. What the words
alone made of the number (fifty points, 45 thousand) gives way.
"""

import re
from dataclasses import replace

from simulator.client.evidence import asks_of_fact
from simulator.client.measures import SMALL_NUMBERS
from simulator.client.position import Table
from simulator.client.reason import between
from simulator.client.shared_out import shared_out
from simulator.scenario.model import Bargaining, Issue
from simulator.sentences import LONG_ENDS, sentences
from simulator.vocabulary.turn import MoveMade, Quantity, Turn

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HAN = "一二三四五六七八九"
_ONES = "|".join(SMALL_NUMBERS[1:10])
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<digits>\d{{1,2}}(?:\.\d{{1,2}})?)(?![\d.]|,\d|\w)|(?<![\w.,])(?P<han_digits>\d{{1,2}}(?:\.\d{{1,2}})?)(?=[行成吧您我是低就起封])"
    rf"|\b(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<ones>{_ONES}))?\b|\b(?P<half>half)\b|(?P<yiban>一半|对半)|\b(?P<small>{'|'.join(SMALL_NUMBERS[2:])})\b"
    rf"|(?<![{_HAN}十百千万第])(?P<ten>[{_HAN}])十(?P<one>[{_HAN}])?(?![{_HAN}百千万天个户家人岁多来几年月点号吨块元亿日分])",
    re.IGNORECASE,
)
_PARTS = re.compile(r",(?!\d{3})|[，、。;；:：!！?？\n]|\.(?!\d)|\s[-–—]+\s|——")
_FILLER = re.compile(
    r"\b(?:or (?:nothing|we (?:leave|drop|forget) it|no (?:deal|loan))|then|flat|it(?:['’]?s| is| stays| has to be| must be| was)?|make it|say|i said|final(?:ly)?|again|and|so|fine|ok(?:ay)?|deal|the|that['’]?s|that|is|where|we|i|start|ends?|floor|bottom|top"
    r"|to|pay|at|least|minimum|max(?:imum)?|take|has|have|must|be|just|only|still|for|you|from|me|us|today|please|can|could|would|do|how|what|about|on|my|mine['’]?s?|with|\d\.\d+|now|last word|offer|of mine|this branch|here|it stays|stays)\b"
    r"|行不行|行吗|成不成|成吗|可以吗|好不好|怎么样|如何|那就|起步|封顶|到底|打底|我说的是|我给您?|给您|您看|只能|最[少低多]|至少|起码|还是|就是|[就是吧呢了啊底只那]|[\s.'’\"“”()]",
    re.IGNORECASE,
)
"""What may stand beside a figure that is all that is said."""
_OWN = re.compile(
    r"\b(?:mine(?:['’]s| is)|make it|i(?:['’]ve got| can do| have)|my (?:best|top) is)\b", re.IGNORECASE
)
"""What a small number needs before it to be so many millions."""
_SURELY = 0.6


def in_view_of_the_table(bargaining: Bargaining, turn: Turn, table: Table) -> Turn:
    """The turn with its bare numbers read as figures for the only issue that they fit; as it was where terms are not yet spoken of."""
    if not table.round or table.agreed:
        return turn
    found = [quantity for part in _parts(turn.text) if (quantity := _figure(bargaining, part)) is not None]
    fresh = [one for one in found if not any(_is_the_same(one, other) for other in turn.quantities)]
    of_the_flow = any(
        shared_out(issue, turn.text, turn.quantities) is not None for issue in bargaining.issues.values()
    )
    if of_the_flow:  # the share itself is read with the other terms
        turn = replace(turn, moves=(*turn.moves, MoveMade("make_offer", turn.text, _SURELY)))
    again = [other for one in found for other in turn.quantities if _is_the_same(one, other) and not other.aside]
    if not (fresh or again):
        return turn
    kept = tuple(one for one in turn.quantities if not any(_is_misread(one, other) for other in fresh))
    moves = tuple(replace(move, terms=tuple(one for one in move.terms if one in kept)) for move in turn.moves)
    said = tuple(MoveMade("make_offer", one.clause, _SURELY, terms=(one,)) for one in (*fresh, *again))
    return replace(turn, quantities=(*kept, *fresh), moves=(*moves, *said))


def _parts(text: str) -> list[str]:
    """What stands between the commas of sentences that do not ask how many there are of something."""
    said = [one for one in sentences(text, LONG_ENDS) if not (asks_of_fact(one) and len(one) > _SHORT)]
    return [part.strip() for one in said for part in _PARTS.split(one) if part and part.strip()]


_SHORT = 24
"""So short a question at the table is seldom about anything else."""


def _figure(bargaining: Bargaining, part: str) -> Quantity | None:
    """The figure that a part of a sentence consists of, where just one issue is of its size."""
    numbers = list(_NUMBER.finditer(part))
    if len(numbers) not in (1, 2):
        return None
    number = numbers[0]
    rest = _without_words(bargaining, part[: number.start()] + " " + part[number.end() :])
    if _FILLER.sub("", rest):
        return None
    value = _value(number)
    fitting = [(issue, scale) for issue in bargaining.issues.values() for scale in _scales(issue, value, part)]
    if len({issue.name for issue, _ in fitting}) != 1:
        return None
    issue, scale = fitting[0]
    return Quantity(issue.quantity, round(value * scale, 2), issue.unit, clause=part)


def _without_words(bargaining: Bargaining, text: str) -> str:
    """``text`` without the words of choices, which may stand beside a figure: "make it 45 with 3.1 and no house"."""
    words = {word.lower() for issue in bargaining.issues.values() for word in (*issue.values, *_BRIEF)}
    for word in sorted(words, key=len, reverse=True):
        text = re.sub(re.escape(word), " ", text, flags=re.IGNORECASE)
    return text


_BRIEF = ("no house", "no guarantee", "unsecured")


def _value(number: re.Match[str]) -> float:
    if number["digits"] or number["han_digits"]:
        return float(number["digits"] or number["han_digits"])
    if number["ten"]:
        return 10.0 * (_HAN.index(number["ten"]) + 1) + (_HAN.index(number["one"]) + 1 if number["one"] else 0)
    if number["half"] or number["yiban"]:
        return 50.0
    if number["small"]:
        return float(SMALL_NUMBERS.index(number["small"].lower()))
    ones = SMALL_NUMBERS.index(number["ones"].lower()) if number["ones"] else 0
    return 20.0 + 10 * _TENS.index(number["tens"].lower()) + ones


def _scales(issue: Issue, value: float, part: str) -> list[float]:
    """By what a bare number would have to be multiplied to be a figure for an issue; none where it is not of its size."""
    if issue.values:
        return []
    if issue.unit == "CNY":
        owned = value % 1 or value >= _MANY or _OWN.search(part)
        return [scale for scale in (1e6, 1e4) if owned and between(issue, value * scale)]
    if issue.unit != "%" or not between(issue, value):
        return []
    plain = value % 5 == 0 if issue.quantity == "share" else value % 1 or "." in part.strip(".")
    return [1.0] if plain else []


_MANY = 20


def _is_the_same(one: Quantity, other: Quantity) -> bool:
    return (
        one.issue == other.issue
        and one.value == other.value
        and one.clause in other.clause
        and other.aside not in _TOLD
    )


_TOLD = frozenset({"told", "matter"})
"""What seems only told, or of another matter, is put forward all the same where it is all that is said."""


def _is_misread(one: Quantity, fresh: Quantity) -> bool:
    """Whether a figure is what the words alone made of a number that is now read otherwise."""
    if (
        one.clause.strip(" .,;:!?，。；：！？、") not in (fresh.clause, *_PARTS.split(fresh.clause))
        and fresh.clause not in one.clause
    ):
        return False
    scales = (1.0, 1e3, 1e4, 1e6)
    number = fresh.value if fresh.unit == "%" else fresh.value / 1e6
    return (one.aside in _TOLD or (one.issue, one.value) != (fresh.issue, fresh.value)) and abs(one.value) in {
        number * by for by in scales
    }
