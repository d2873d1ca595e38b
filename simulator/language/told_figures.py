"""Figures that only tell something of this client: its own facts named again, other money than what is lent, shares held.

They are put forward by nobody, save in plain words of offering.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from simulator.language.known_figures import HOME, KnownFigures
from simulator.language.quantities.bounds import begin_of, end_of, stretch
from simulator.vocabulary.turn import Aside, Quantity

Placed = Sequence[tuple[int, Quantity]]

_PART = re.compile(r"[。！!?？;；,，、…\n](?!\d)|(?<!\d)\.|\.(?!\d)")
_SENTENCE = re.compile(r"[。！!?？;；\n]|\.(?!\d)")
_GIVEN = {
    "zh": re.compile(
        r"(?:[我咱](?:们|行)?(?:这边|这儿|这里|手里|今天|最多|最低|先|就|也|还|可以|能|想|敢|愿意){0,4}(?:给|报|出|做|批|放|定)|(?:能|可以)(?:给|报|做|批|定|放)|给[您你]|那就|就按|不如|最多|封顶|顶天|顶到|批了|批下来)[^。！!?;]{0,8}$"
    ),
    "en": re.compile(
        r"(?:\b(?:i|we)(?:'d|'ll| can| could| will| would| may| am able to)?(?: also| just| only| now)? (?:offer|propose|go (?:to|up|down|as)|give|put|do|lend|quote|bid|sign)\b|\b(?:my|our) (?:offer|proposal|quote|line) (?:is|would be)\b|\b(?:let's (?:say|make it)|make it|how about|what about|say)\b|\bapproved\b)(?:[^.;?!]|\.(?=\d)){0,30}$"
    ),
}
_ABLE = {
    "zh": re.compile(
        r"^[^。;]{0,14}?[是就][我咱](?:们)?(?:这儿|这边)?能(?:端|给|定|摆|拿|做|出)|^[^,。;]{0,6}?(?:我|咱|这边|行里)?(?:们)?(?:能|可以|敢)(?:给|定|批|做|签|放|到)|^[^。;]{0,10}?(?:行不行|行吗|成不成|成吗|可以吗|怎么样|如何)"
    ),
    "en": re.compile(
        r"^[^.;?!]{0,16}\b(?:i|we) (?:can|could|will|would)\b|^[^.;]{0,20}\b(?:deal|okay|ok|agreed|would that (?:do|work|help))\b[^.;]{0,6}\?"
    ),
}
"""What puts a figure forward before it and behind it."""
_PUT = {
    "zh": re.compile(
        r"行不行|行吗|成不成|成吗|可以吗|您看(?=$|\W|行|成|怎)|我(?:就|能|来|今天|马上|现在)*签|我(?:能|来)?(?:定|拍板)|点个?头|质押|押应收|信用|一口价"
    ),
    "en": re.compile(
        r"\b(?:would that|will you take|would you take|how about|deal|call it|make it|pledged|unsecured|i(?:'?ll| can| will)? sign|i(?:'?d|'?ll) go)\b"
    ),
}
"""Behind figures of two kinds: they are terms in a row, though each is a fact besides."""
_NOTED = {
    "zh": re.compile(r"(?:抄|记|写)(?:在本子?上|到本子?上|下来)了?|(?<!别)记下了|我记着"),
    "en": re.compile(
        r"\b(?:noted|i'?m (?:writing|noting|putting) (?:that|it|them|those) down|i'?ve (?:got|written|noted) (?:that|it|them|those|both))\b"
    ),
}
"""Says that what was told has been taken down."""
_LENT = re.compile(r"流贷|贷款|贷给|授信|额度|敞口|\bloan|\bfacility|\blend|\bcredit line|\bline of (?=[\d\w])")
DEPOSIT = {
    "zh": re.compile(
        r"存款|存单|存(?:个|进|上|点|过来|在我|我们|[您你])|(?:再|也|先|[您你])存(?!货|量|在|续|疑|档)|活期|定期(?!报|检|回|给)|大额存|放(?:到|在|进)?我[们行这][^,。;]{0,4}(?:账|不动)|理财|基金(?!公司)|保险|保费|保单|贵金属|黄金"
    ),
    "en": re.compile(
        r"\b(?:deposits?|deposited|time account|savings? account|on account with us|insurance|premiums?|policy|(?:money|mutual|index|bond) funds?|funds? of ours|wealth products?|gold)\b"
    ),
}
"""Money that the client would bring, which is never what is lent to it."""
HELD = {
    "zh": re.compile(
        r"股东|占股|持股|股份(?!行|制)|股权|控股|持有|(?:太太|老婆|爱人|先生|媳妇|夫人|老爷子|合伙人|她|他)[^,。;]{0,5}(?:占|有|拿)"
    ),
    "en": re.compile(
        r"\b(?:share ?holders?|owners?|shareholding|stakes?|equity|partners?|holds?|held|owns?|register|mr|ms|mrs)\b"
    ),
}
_SHARED = re.compile(
    r"结算|收汇|回款|份额|流水|走我|\bsettle\w*|\bcollections?\b|\breceipts?\b|\bthrough us\b|\bproceeds\b|\bflows?\b"
)
"""What a share of the bargain is a share of."""
_TERM = re.compile(rf"{_SHARED.pattern}|利率|年化|利息|\brate\b|\binterest\b")


def without_told(language: str, said: str, figures: Placed, client: KnownFigures) -> list[tuple[int, Quantity]]:
    """The figures of a turn, those of them told as no offer (`Quantity.aside`) that only tell something.

    ``said`` is the turn as the figures were read in it, and ``client`` what is known of its figures.
    """
    return [
        (start, replace(figure, aside=figure.aside or _told(language, said, start, figure, figures, client)))
        for start, figure in figures
    ]


def _told(language: str, said: str, start: int, figure: Quantity, figures: Placed, client: KnownFigures) -> Aside:
    first, last = begin_of(_SENTENCE, said, start), end_of(_SENTENCE, said, start)
    part = stretch(_PART, said, start, start)
    sentence = said[first:last]
    if figure.issue == "amount" and _other_money(language, said, start, part):
        return "matter"
    if figure.issue == "share" and HELD[language].search(sentence) and not _SHARED.search(sentence):
        return "matter"
    named = figure.issue in ("rate", "share") and _TERM.search(part)
    if named or _GIVEN[language].search(said[first:start]) or _LENT.search(part):
        return ""
    if _ABLE[language].search(said[start + 1 : last + 1]):
        return ""
    if _NOTED[language].search(sentence):
        return "told"
    beside = [(at, other) for at, other in figures if first <= at < last and not other.aside]
    if len({other.issue for _, other in beside}) > 1 and _PUT[language].search(sentence):
        return ""
    sums = any(other.issue == "amount" and client.is_fact(other) for _, other in beside)
    new = {other.issue for at, other in beside if not _known(said, at, other, client, sums)}
    return "told" if _known(said, start, figure, client, sums) and new <= {figure.issue} else ""


def _known(said: str, start: int, figure: Quantity, client: KnownFigures, sums: bool) -> bool:
    """Whether a figure is a fact, be it a sum without its millions beside another one (``7.2 and 3.8``)."""
    if client.is_fact(figure):
        return True
    bare = sums and figure.issue == "rate" and figure.unit == "%" and not _PER_CENT.match(said, start)
    return bare and client.is_fact(replace(figure, issue="amount", value=figure.value * 1e6, unit=HOME))


_PER_CENT = re.compile(r"[\d.]+\s*(?:%|per ?cent)|[\w ]{1,24}\bper ?cent")


def _other_money(language: str, said: str, start: int, part: str) -> bool:
    """Whether the words of a sum, or those right before a bare one, are of money brought and not lent."""
    if _LENT.search(part):
        return False
    if DEPOSIT[language].search(part):
        return True
    if sum(letter.isalpha() for letter in part) > _BARE[language]:
        return False
    inside = max(0, begin_of(_PART, said, start) - 2)
    before = stretch(_PART, said, inside, inside)
    return DEPOSIT[language].search(before) is not None and not _LENT.search(before)


_BARE = {"zh": 8, "en": 22}
"""A part of a sentence of so few letters goes on about what the part before it said."""
