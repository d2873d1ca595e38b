"""A bare figure is an answer: "three percent" after the client asked the price, or named another, is an offer."""

import re
from collections.abc import Sequence

from simulator.language.normalise import simplified
from simulator.vocabulary.turn import Quantity

CONFIDENCE = 0.8
PRICED = 0.6
_FIGURE = {
    "zh": re.compile(
        r"[\d零〇一二两三四五六七八九十百千万亿点.,%]+(?:个?点|个?bp|个?基点|成|万|亿|年|个月|期)*|百分之|千分之|lpr|[加减+-]"
    ),
    "en": re.compile(
        r"[$¥€£]|\d[\d.,½¼¾]*\s*(?:%|k\b|mn?\b|mio\b|mil\b|bn\b|bps?\b|pts?\b|yrs?\b|mths?\b|y\b)?|[½¼¾]"
        r"|\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
        r"|sixty|seventy|eighty|ninety|hundred|thousand|million|point|half|quarters?|a|and|per\s?cent|percent|basis|points?|years?"
        r"|months?|yuan|rmb|cny|usd|dollars|lpr|plus|minus|less|over|under|below|flat|all[- ]in|fixed)\b"
    ),
}
_FILLER = {
    "zh": re.compile(
        r"那就|那|就|吧|您看|行吗|可以吗|怎么样|如何|呢|好|啊|左右|大概|差不多|按|给您|算|我们|利率|年化|最低|[\W_]"
    ),
    "en": re.compile(
        r"\b(?:ok|okay|well|then|say|about|around|roughly|let'?s|how|what|make|it|at|for|you|the|rate|would|be|is|that"
        r"|we|can|do|alright|all|right|so|maybe|sir|fine|in|to|or|between|on|i|offer|give|go|up|down)\b|[\W_]"
    ),
}
_ASKED = {
    "zh": re.compile(
        r"多少|几个点|几成|几年|多久|利率|什么价|报价|价格|最低|能到|能做到|\d\.\d|点[零一二三四五六七八九]|行不行"
    ),
    "en": re.compile(
        r"how (?:much|long|many|low)|what(?:'s| is| are| would)?[^?]{0,30}\b(?:rate|price|terms|offer|charge|fee|tenor|share)"
        r"|what rate|which rate|and the (?:rate|price|fee)|can you (?:do|go|make)|could you (?:do|go)|best you can|\d\.\d"
    ),
}


def is_bare_offer(language: str, text: str, previous: str) -> bool:
    """Whether ``text`` is nothing but figures, said after a client's line about price, amount or term."""
    if not previous or not _ASKED[language].search(simplified(previous)):
        return False
    plain = simplified(text)
    without = _FIGURE[language].sub("", plain)
    if without == plain:
        return False
    return not _FILLER[language].sub("", without).strip()


def is_priced_answer(language: str, text: str, previous: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a turn that could not be placed otherwise answers the client's figures with a rate: then it is an offer.

    "3.10, sixty per cent of receipts, the house for half a year", said to somebody who has just named terms.
    """
    if not any(figure.issue == "rate" for figure in quantities) or "?" in simplified(text):
        return False
    return bool(_ASKED[language].search(simplified(previous)) or re.search(r"\d\.\d|\d%", simplified(previous)))
