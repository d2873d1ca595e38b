"""Words that tell a red line which the turn as a whole sounds like: with both there is no doubt of it.

What a turn sounds like is a matter of degree, and its words by themselves have innocent uses. Whoever refuses, warns, asks
in earnest or tells of others crosses nothing.
"""

import re
from functools import cache

from simulator.language.guards import denied
from simulator.language.normalise import simplified
from simulator.language.outright import DOES_NOT, own_words
from simulator.language.telling_words import TELLING, UNLESS
from simulator.sentences import pieces

LIKELY = -1.5
"""The log-odds from which a turn sounds enough like a red line for telling words to leave no doubt of it."""
_REFUSED = {
    "zh": re.compile(
        r"当心|小心|千万(?!别说|别跟|放心)|别信|诈骗|违规|违法|误导|套路|红线|监管|合规|规定[^,。]{0,4}(?:不|谁)|不许|不准|明令|犯法|帮不了|不敢|使不得|我?(?:真)?(?:做|办)不了|不能[替帮给收拿这跟把让]|可不能|骗子|[这那真可]不[成行](?=[,。!])"
    ),
    "en": re.compile(
        r"\b(?:wary|beware|scam\w*|fraud\w*|forgery|illegal|unlawful|laundering|against the rules|not allowed|isn't allowed|aren't allowed|forbidden|regulator|breach|crime|i can'?t|we can'?t|we don'?t|i never|we never|i don'?t|(?:please|pls) don'?t|don'?t (?:sign|go|trust|believe|pay))\b"
    ),
}
"""Words anywhere in the turn with which it refuses or warns."""
_TOLD_OF = {
    "zh": re.compile(
        r"有人|(?:很多|好多|大多数?|不少|有些|有的)人|谁(?:要是|敢)|听说|(?:(?<![替帮给跟])您|他|她|人家|别人|同事|别家|那家|中介)(?:们)?(?:刚才?)?(?:跟[^,。]{1,3})?(?:说的?|讲|问)|号称|说是|您(?:希望|想要|图)"
    ),
    "en": re.compile(
        r"\b(?:(?:most|many|lots of) (?:people|clients|customers)|anyone who|if (?:someone|anyone|anybody|somebody)|whoever|when (?:someone|anyone|somebody|anybody)|(?:they|you|he|she|who|people|somebody|someone)(?:'ve|'d)? (?:said|say|says|told|claim\w*|promis\w+))\b"
    ),
}
"""Words in the sentence with which it is told of others."""
_INQUIRES = {
    "zh": re.compile(r"(?:吗|什么|怎么|哪[家位个些]|谁)[^,。]{0,12}[?]\W*$|(?:有没有|是不是)[^?]*[?]\W*$"),
    "en": re.compile(
        r"^\W*(?:(?:and|so|but|well|ok|okay)\W+)?(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|have|has|can|could|would|will|may)\b[^?]*[?]\W*$"
    ),
}
"""What is asked in earnest."""
_ASKED_FOR = frozenset({"kickback"})
"""What it is already an offence to ask for."""


@cache
def _telling(language: str) -> dict[str, re.Pattern[str]]:
    return {family: re.compile(pattern) for family, pattern in TELLING[language].items()}


@cache
def _unless(language: str) -> dict[str, re.Pattern[str]]:
    return {family: re.compile(pattern) for family, pattern in UNLESS[language].items()}


def telling(language: str, family: str, text: str) -> tuple[int, int] | None:
    """Where in ``text`` words tell the red line ``family`` as the trainee's own doing; None where none do.

    They are no offence by themselves, but leave no doubt of one that the whole turn sounds like.
    """
    if family not in TELLING[language]:
        return None
    pattern, unless = _telling(language)[family], _unless(language)
    own = own_words(text)
    if _REFUSED[language].search(own):
        return None
    at = 0
    for sentence in pieces(own):
        match = next(
            (one for one in pattern.finditer(sentence) if not DOES_NOT[language].search(sentence[: one.start()])),
            None,
        )
        if match and not (
            denied(language, family, sentence)
            or _TOLD_OF[language].search(sentence)
            or (family not in _ASKED_FOR and _INQUIRES[language].search(sentence))
            or (family in unless and unless[family].search(sentence))
        ):
            return at + match.start(), at + match.end()
        at += len(sentence)
    return None


def told(language: str, family: str, text: str) -> bool:
    """Whether any of those words stand in ``text`` at all, whoever's they are."""
    return (
        family not in TELLING[language]
        or _telling(language)[family].search(simplified(text).replace("’", "'")) is not None
    )
