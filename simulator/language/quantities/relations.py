"""How the figures of a turn stand to one another: the old and the new one, parts and their whole, sums worked out.

"From 4.2 to 4.0" names 4.0; 5.6 million and 2.4 million that make 8 are one sum; the interest that a rate comes to on a
sum is arithmetic.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from simulator.language.normalise import simplified
from simulator.language.quantities.numbers import han_values
from simulator.vocabulary.dialects import in_common_words
from simulator.vocabulary.turn import Aside, Quantity

_FIGURE = {
    "zh": re.compile(
        r"(?:[\d%零〇二两三四五六七八九十百千万亿点成半]|一(?![年个天次月回])|[.,](?=\d))+(?:个?基点|bp|元|块)?"
    ),
    "en": re.compile(
        r"(?:[\d.,]*\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|a(?= (?:half|quarter|hundred|thousand|million))|point)\b)"
        r"(?:[\s-]*(?:%|k\b|m\b|bn\b|(?:and (?=a |\w+ (?:thousand|hundred|million)))?(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
        r"|sixty|seventy|eighty|ninety|hundred|thousand|million|point|half|a(?= (?:half|quarter|hundred|thousand|million))|and a half|per\s?cent|percent|basis|points?|yuan)\b))*"
    ),
}
"""A whole figure with its unit, read on from where it begins."""
_DOWN_TO = {
    "zh": re.compile(
        r"^[^,。;?]{0,8}?(?:[落降压减调让谈改退抬提涨升松下拉挪][^,。;?]{0,2}?[到至成为]|(?:变|改)?成)[^,。;?]{0,2}$"
    ),
    "en": re.compile(
        r"^[^,.;?]{0,30}\b(?:down|comes?|came|drop\w*|go|going|bring\w*|cut|lower\w*|trim\w*|move\w*|shave\w*|knock\w*)\b[^,.;?]{0,16}\bto $|^ ?(?:becomes|turns into) $"
    ),
}
_FROM = {"zh": re.compile(r"(?:从|由|原来|原先)的?$"), "en": re.compile(r"\bfrom (?:the |your |my )?$")}
_TO = {"zh": re.compile(r"^[^,。;?]{0,6}?(?:到|至|→|-+>?)$"), "en": re.compile(r"^,? ?(?:down |up )?(?:to|→|->) $")}
_ADDED = {
    "zh": re.compile(
        r"^[^,。;?\d一二三四五六七八九十]{0,6}(?:再?加上?|外加|搭上?|\+)[^,。;?\d一二三四五六七八九十]{0,4}$"
    ),
    "en": re.compile(r"^[^,.;?\d]{0,34}?(?:\bplus\b|\+|\bon top of\b)[^,.;?\d]{0,18}$"),
}
_AND = re.compile(r"^[^.;?\d]{0,40}\band\b[^.;?\d]{0,18}$")
_IN_ALL = re.compile(
    r"\b(?:in all|all told|all in|together|altogether|in total|total|that'?s|makes?)\b|一共|总共|合计|共计|加起来|凑"
)
_TURNED = {
    "zh": (
        re.compile(r"(?:除以|乘以?|乘上|扣掉|扣除|刨掉|抵掉|减[去掉]?(?![到至成为])|(?:一年|每年|全年|光|的|年)利息(?:就是|就|要|是|得|也|才|约|大概)*|吃[掉进]|赔[掉进])[^,。\d]{0,4}$"),
        re.compile(r"^(?:个点)?(?:除以|乘以?|乘上|扣掉|扣除|减[去掉]|(?:放|借|存)?一年(?:吃|的?利息|光|要付|要花|下来)|的?利息)"),
    ),
    "en": (
        re.compile(r"\b(?:divided by|times|multiplied by|multiply(?:ing)? by|minus|less|take away|deduct\w*)\s*$"),
        re.compile(r"^\W{0,2}(?:divided by|times (?=[\d\w])|multiplied|a year in|(?:a|per|each) month\b|of (?:turnover|sales|revenue))"),
    ),
}  # fmt: skip
"""Words of arithmetic before and behind a figure."""
_LINE = re.compile(r" (?:of |in |as |plus )?(?:a |the )?(?:working[- ]capital|factoring|turnover loan|revolving)\b")
_LINE_OF = re.compile(r"\b(?:working[- ]capital|factoring|revolving line) of $")
_NEAR = 160
_MAY_BE_PARTS: tuple[Aside, ...] = ("", "matter", "told")
LOAN = 100_000.0
"""Smaller sums are counted singly: compensation and what is added to it."""
USURY = 12.0
_CENT = 0.012
"""How far a product may be rounded."""


def related(language: str, text: str, placed: Sequence[tuple[int, Quantity]]) -> list[tuple[int, Quantity]]:
    """The figures, told as no offer (`Quantity.aside`) where another one stands for them, with sums of parts added."""
    said = in_common_words(simplified(text))
    figures = [
        (start, _end(language, said, start), _measured(language, said, start, figure)) for start, figure in placed
    ]
    found = [figure.aside for _, _, figure in figures]
    _arithmetic(language, said, figures, found)
    _products(said, figures, found)
    _dear_money(said, figures, found)
    _moved(language, said, figures, found)
    _parts_of_a_whole(said, figures, found)
    added = _parts(language, said, figures, found)
    whole = [
        (start, replace(figure, aside=aside)) for (start, _, figure), aside in zip(figures, found, strict=True)
    ]
    return sorted([*whole, *added], key=lambda pair: pair[0])


def _measured(language: str, said: str, start: int, figure: Quantity) -> Quantity:
    """``5.6 working capital`` is so many million."""
    bare = language == "en" and figure.issue == "rate" and figure.unit == "%" and figure.base is None
    end = _end(language, said, start)
    if not bare or said[end - 1] == "%" or not (_LINE.match(said, end) or _LINE_OF.search(said[:start])):
        return figure
    beside: Aside = "matter" if "factoring" in said[max(0, start - 14) : end + 14] else figure.aside
    return replace(figure, issue="amount", value=round(figure.value * 1e6, 2), unit="CNY", aside=beside)


def _end(language: str, said: str, start: int) -> int:
    match = _FIGURE[language].match(said, start)
    return match.end() if match is not None else start + 1


Placed = Sequence[tuple[int, int, Quantity]]


def _kin(one: Quantity, other: Quantity) -> bool:
    return one.issue == other.issue and one.unit == other.unit and one.unit != "bp"


def _arithmetic(language: str, said: str, figures: Placed, found: list[Aside]) -> None:
    before, behind = _TURNED[language]
    for at, (start, end, figure) in enumerate(figures):
        if found[at] or figure.unit == "bp":
            continue
        if before.search(said[max(0, start - 20) : start]) or behind.match(said[end : end + 30]):
            found[at] = "sum"


def _products(said: str, figures: Placed, found: list[Aside]) -> None:
    """A sum that a rate comes to on another one is worked out, and offered by nobody."""
    rates = [f.value for _, _, f in figures if f.unit == "%" and f.issue in ("rate", "fee", "share")]
    sums = [f.value for _, _, f in figures if f.issue == "amount"]
    for at, (_, _, figure) in enumerate(figures):
        if found[at] or figure.issue != "amount":
            continue
        if any(
            abs(r * whole / 100 - figure.value) <= _CENT * figure.value
            for r in rates
            for whole in sums
            if whole > figure.value
        ):
            found[at] = "sum"


def _dear_money(said: str, figures: Placed, found: list[Aside]) -> None:
    """What costs more than any bank takes is somebody else's loan: "eighteen per cent on three million"."""
    for at, ((_, end, one), (start, _, other)) in enumerate(pairwise(figures)):
        dear = one.unit == "%" and one.value >= USURY and other.issue == "amount"
        if (
            dear
            and not found[at + 1]
            and re.fullmatch(r"(?: a year| per annum)? on (?:the |your |his )?", said[end:start])
        ):
            found[at] = found[at + 1] = "others"


def _moved(language: str, said: str, figures: Placed, found: list[Aside]) -> None:
    """Of a step "from X to Y" the first is what was."""
    for at, ((start, end, one), (later, _, other)) in enumerate(pairwise(figures)):
        between = said[end:later]
        if found[at] or end > later or not _kin(one, other):
            continue
        led = _FROM[language].search(said[max(0, start - 14) : start]) is not None
        if _DOWN_TO[language].search(between) or (led and _TO[language].search(between)):
            found[at] = "past"


def _parts(language: str, said: str, figures: Placed, found: list[Aside]) -> list[tuple[int, Quantity]]:
    """Parts of a sum give way to the whole, which is added where nobody says it."""
    added = []
    for at, ((_, end, one), (start, stop, other)) in enumerate(pairwise(figures)):
        small = min(one.value, other.value) < LOAN
        if (
            found[at] not in _MAY_BE_PARTS
            or found[at + 1] not in _MAY_BE_PARTS
            or one.issue != "amount"
            or small
            or not _kin(one, other)
        ):
            continue
        whole = one.value + other.value
        named = next((n for n in range(at + 2, len(figures)) if _is(figures[n], whole, stop)), None)
        between = said[end:start]
        joined = _ADDED[language].search(between) is not None
        both = language == "en" and _AND.search(between) and _IN_ALL.search(said, stop, min(len(said), stop + 60))
        if named is not None and (joined or both or not re.search(r"[;。.?!]", between)):
            found[at] = found[at + 1] = "sum"
        elif named is not None and _IN_ALL.search(said, max(0, figures[named][0] - 6), figures[named][0]):
            found[at + 1] = "sum"
        elif joined or both:
            found[at] = found[at + 1] = "sum"
            added.append((start, replace(other, value=whole, aside="")))
    return added


_MORE = re.compile(
    r"[^,。;?\d]{0,3}?(?:再?加上?|外加|搭上?|\+)[^,。;?\d一二三四五六七八九十]{0,4}(?P<n>\d+|[一二两三四五六七八九十百千]+)(?![\d.%点成年月])"
)
"""A part that is added without its unit."""


def _parts_of_a_whole(said: str, figures: Placed, found: list[Aside]) -> None:
    """Parts named behind their whole, the second often without its unit: ``800万，流贷560加保理240``."""
    for at, (start, end, one) in enumerate(figures):
        if found[at] not in _MAY_BE_PARTS or one.issue != "amount" or one.value < LOAN:
            continue
        wholes = {
            figure.value for n, (_, _, figure) in enumerate(figures[:at]) if _kin(one, figure) and not found[n]
        }
        if wholes and (part := _part_behind(said, start, end, one.value)) and one.value + part in wholes:
            found[at] = "sum"
            for n, (later, _, other) in enumerate(figures[at + 1 :], at + 1):
                if other.issue == "amount" and other.value == part and later - end <= _BEHIND:
                    found[n] = "sum"


_BEHIND = 12


def _part_behind(said: str, start: int, end: int, value: float) -> float:
    """The sum added right behind another one, counted in the same; 0 where there is none."""
    more = _MORE.match(said, end)
    number = re.match(r"\d+|[一二两三四五六七八九十百千]+", said[start:end])
    first, second = (_number(one) for one in (number and number.group(), more and more["n"]))
    return value / first * second if first else 0.0


def _number(said: str | None) -> float:
    if not said:
        return 0.0
    return float(said) if said.isascii() else next(iter(han_values(said)), 0.0)


def _is(placed: tuple[int, int, Quantity], whole: float, stop: int) -> bool:
    start, _, figure = placed
    return figure.issue == "amount" and abs(figure.value - whole) < 1 and start - stop <= _NEAR
