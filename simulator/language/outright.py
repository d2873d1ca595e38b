"""Offences said outright: words that are enough by themselves, whatever the likeness of the turn.

A sentence counts only as the trainee's own statement. What is asked, quoted, told of others, warned of or refused offends
nobody; what is true of a deposit (its capital is safe) is none of an investment.
"""

import re
from functools import cache
from typing import NamedTuple

from simulator.language.guards import denied
from simulator.language.normalise import simplified
from simulator.language.outright_words import WORDS, Words
from simulator.sentences import pieces

SURE = 0.9
"""How sure one may be of what is said outright, as a probability."""


class Outright(NamedTuple):
    """An offence said outright: the family of taboo, its kind where the words tell, and where in the turn they stand."""

    family: str
    kind: str | None
    start: int
    end: int


_WARNED = {
    "zh": re.compile(r"当心|小心|千万别|别信|别去|不是存款|不能信|诈骗|违规|违法|误导|套路|谁信|自己看清"),
    "en": re.compile(
        r"\b(?:careful|wary|beware|scam\w*|fraud\w*|illegal|against the rules|please don't|we never|i never|don't believe|nobody can)\b"
    ),
}
"""Words anywhere in the sentence, or the ones beside it, with which it warns."""
_TOLD = {
    "zh": re.compile(
        r"有人(?:说|跟)|谁(?:说|跟|要是|敢)|凡是|不许|不准|不允许|监管|红线|听说|(?:您|你|他们?|她|人家|那姑娘|小伙子?|别人|同事|经理|对方|儿子|女儿|女婿|老伴|商家)(?:们)?(?:刚才?|要是)?(?:跟[^,。]{1,3})?(?:说|讲|问|卖)|广告|宣传"
        r"|(?:不|没)(?:能|敢|会|可以)(?:说|讲|答应|承诺|保证|跟您说|写|拿|收|送|给)|从来没|绝不|还说|号称|说是|(?:希望|想要|要求)[^,。]{0,4}|不存在|要是|如果|假如|万一"
    ),
    "en": re.compile(
        r"\b(?:anyone who|if (?:someone|anyone|anybody|somebody)|whoever|not allowed|regulat\w+|(?:they|you|he|she|who|people|somebody|someone)(?:'ve|'d)? (?:said|say|says|told|tell|claim\w*|promis\w+|heard|asked|need|want)|told me|told you|there's no such)\b"
    ),
}
"""Words before it with which it is told of others, or supposed."""
DOES_NOT = {
    "zh": re.compile(
        r"(?:不|没|别|甭|非|未|无|有的|是不是|有没有|能不能|会不会|要是|如果|假如|哪|什么|怎么|为啥|谁)[^,。!?]{0,5}$"
    ),
    "en": re.compile(
        r"\b(?:no|none|not|never|nobody|no one|nothing|can't|cannot|don't|doesn't|didn't|isn't|aren't|won't|wouldn't|shouldn't|needn't|neither|whether|if|without|rather than|instead of|no need to)\b[^,.;!?]{0,24}$"
    ),
}
_QUOTED = re.compile(r"[“\"「『][^”\"」』]{1,60}[”\"」』]")
_ASKED = {
    "zh": re.compile(r"[?]\W*$|[吗么][。!…~\s]*$"),
    "en": re.compile(r"[?]\W*$"),
}
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|well|ok|okay)\W+)?(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|have|has|can|could|would|will|shall|may)\b"
)
_PART = re.compile(r"[,;:]")


class _Searched(NamedTuple):
    """The patterns of `Words`, compiled; None where there is none."""

    words: Words
    said: re.Pattern[str]
    beside: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    instead: re.Pattern[str] | None

    def may_be_meant(self, turn: str, previous: str) -> bool:
        """Whether the turn, or the client's line before it, speaks of what the words are an offence about."""
        if self.beside is None:
            return True
        if self.instead is None:
            return bool(self.beside.search(turn) or self.beside.search(previous))
        return bool(self.beside.search(turn)) or not (self.instead.search(turn) or self.instead.search(previous))


@cache
def _searched(language: str) -> tuple[_Searched, ...]:
    def compiled(pattern: str) -> re.Pattern[str] | None:
        return re.compile(pattern) if pattern else None

    return tuple(
        _Searched(one, re.compile(one.said), compiled(one.beside), compiled(one.unless), compiled(one.instead))
        for one in WORDS[language]
    )


def own_words(text: str) -> str:
    """The text `simplified`, what it quotes blanked out; as many characters as before."""
    return _QUOTED.sub(lambda quoted: "\0" * len(quoted.group()), simplified(text).replace("’", "'"))


def outright(language: str, text: str, previous: str = "") -> list[Outright]:
    """The offences that ``text`` states in so many words, said after the client's line ``previous``; one of each family."""
    own = own_words(text)
    before = simplified(previous)
    cut = pieces(own)
    found: dict[str, Outright] = {}
    for searched in _searched(language):
        family, unless = searched.words.family, searched.unless
        if family in found or not searched.may_be_meant(own, before):
            continue
        at = 0
        for ahead, sentence, behind in zip(["", *cut], cut, [*cut[1:], ""], strict=False):
            match = searched.said.search(sentence)
            if (
                match
                and not (unless is not None and unless.search(sentence))
                and not _WARNED[language].search(ahead + sentence + behind)
                and not denied(language, family, sentence)
                and _stated(language, sentence, match)
            ):
                found[family] = Outright(family, searched.words.kind, at + match.start(), at + match.end())
                break
            at += len(sentence)
    return list(found.values())


_FAMILIAR = {
    "zh": re.compile(r"(?<!迷)你(?![们好懂]|我[之双都俩]|来我往|追我赶|死我活|情我愿|一言)"),
    "en": re.compile(r"\bbuddy\b|\bdude\b|[,.!?] mate(?=[,.!?]|$)|^\W*hey\b(?=[ ,!]+(?:there|you|[,!]))"),
}
"""The plain word for a client; idioms and greetings aside."""
FAMILIAR = 0.8
"""How sure one may be that who says such a word addresses the client with it."""


def plainly_addressed(language: str, text: str) -> list[tuple[int, int]]:
    """Where a turn addresses the client without honours, its own quotations aside: 你 with no 您 beside it, buddy, dude."""
    own = own_words(text)
    return [] if "您" in own else [match.span() for match in _FAMILIAR[language].finditer(own)]


def _stated(language: str, sentence: str, match: re.Match[str]) -> bool:
    """Whether the words stand in the sentence as the trainee's own: not asked, warned of, told of others or denied."""
    before = sentence[: match.start()]
    if _TOLD[language].search(before) or DOES_NOT[language].search(before):
        return False
    if not _ASKED[language].search(sentence):
        return True
    if language == "en" and _ASKS.search(sentence):
        return False
    return _PART.search(sentence, match.end()) is not None
