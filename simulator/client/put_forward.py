"""Which figures and words of a turn put terms forward, and which only speak of them.

What is read back to the client, worked out aloud, asked as a question of fact or counted in other things is no term.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from simulator.client.assenting import ASKS, ASSENT, DISSENT, assents
from simulator.client.evidence import VOICE, says_nothing_else
from simulator.client.measures import DIGITS
from simulator.client.reason import about, between
from simulator.scenario.model import Issue
from simulator.sentences import LONG_ENDS, around, pieces, sentences
from simulator.vocabulary.own_words import OwnWords
from simulator.vocabulary.turn import Quantity, Turn

_CHUNK = re.compile(r"[,，、:：;；。！!？?\n]|\.(?!\d)|\s[-–—]\s|——")
NUMERAL = re.compile(
    r"[\d零一二两三四五六七八九十百]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|\w+teen|\w+ty)\b",
    re.IGNORECASE,
)
OFFERING = re.compile(
    r"[我咱](?:们|行)?[^，,。；;？?不没]{0,6}?(?:给|报|出到|做到|批|放|定|到(?!期|时|底))|给[您你](?!算|看|讲|说|念)|[报](?:价|给|个|[您你]|一下|[\d一二三四五六七八九十百])"
    r"|(?<!不)能(?:给|定|做|到|批|报)|(?<!不)可以(?:给|到|做|批)|最多|最低|顶到?天|\b(?:offer|propose|quote|bid)\b|\bgive you\b|\byou(?:['’]ll| will| can)? (?:get|have) (?:your |the )?(?=\d|ten\b|\w+teen\b|\w+ty\b)"
    r"|\b(?:i|we)(?:'d|'ll| can| could| will| would)(?: \w+)? (?:do|go|give|offer|lend|sign|manage|stretch|put|bring|shake)\b"
    r"|\b(?:what|best|most|furthest|lowest) (?:i|we)(?:'re able| can)\b|\b(?:in|within) my (?:own )?(?:hand|power|gift|authority|limit)",
    re.IGNORECASE,
)
_CAN_DO = re.compile(
    r"(?<!不)能(?:定|做主|拍板|做|给|批|报|放|签)(?:到|的|下来)|(?:我|咱)(?:们|行)?(?:这里|这边|这儿|这头|手里|手上|今天|现在)*(?:最多|最低)?(?:就)?(?:可以|能)(?:做|给|到|放|批|定|报|签)|权限(?:内|里|以内)|自己能定|可以到"
    r"|\bwhat (?:i|we) can (?:do|offer|bring|sign|put|give)|\b(?:the |my )?(?:best|most|furthest|lowest) (?:i|we) can|\b(?:i|we) can (?:go|do|sign|shake|offer|bring|manage|stretch|give)\b"
    r"|\b(?:in|within) my (?:own )?(?:hands?|power|gift|authority|limits?)|\bmine to (?:sign|give)",
    re.IGNORECASE,
)
WILL_IT_DO = re.compile(
    r"行不行|成不成|行不(?=[?？])|行吗|成吗|可以吗|可不可以|好不好|同意吗|同意不|认不认|[您你]看呢?[?？]|怎么样|咋样|如何[?？]|中不中|接受|划得来|换不换|签不签|答应|点个?头|成不|够不够|愿不愿|肯不肯|要不"
    r"|\b(?:fine(?=\?)|yes or no|ok|okay|deal|agreed?|yes|right for you|acceptable|how about|what about|how is that|how'?s that|what do you say|would that (?:do|work|suit|help)|does that (?:do|work|suit|help)"
    r"|would [^.?]{0,30}(?:do|work|suit|help)|work for you|live with|could you|can you|would you|will you|if (?:i|we)|suppose|accept|take it)\b[^.?]*\?|\b(?:how|what) about\b",
    re.IGNORECASE,
)
_READ_BACK = re.compile(
    r"(?<![按照依应给跟为意受就认])[您你](?:们)?(?:这边|那边|那头|这头)?(?:刚才|刚刚|方才|先前|前面|之前|现在)?(?:(?:要|想要|说|提|报|开|写|站)(?:的(?:是|就是|条件是)?|在)|(?:要|说|提|报)(?=\s*(?!一[下句声个遍点])[\d一二两三四五六七八九十]))|(?:复述|重复|念|记|归纳)(?:一下|一遍|一次)?[您你](?:的|要|说|刚)"
    r"|(?<![按照依意受])[您你]的(?:条件|要求|意思|报价|数|方案|底线)(?:是|就是|[:：])"
    r"|\byou(?:'ve|'re|'d| have| are| were)?(?: just)? (?:ask(?:ed|ing)? for|want(?:ed|ing)?|said|saying|named|stand(?:ing)? at|are at)\b|\byour (?:\w+ )?(?:terms|demands?|figures?|position|ask|side|numbers?|version|opening|proposal|bid|list|wish(?:es)?)(?: (?:is|are|was|were)\b|:)"
    r"|\bi (?:hear|note)\b(?! (?:you|that|what|it|them)\b)|\b(?:repeat|read(?:ing)?|say|play) (?:back )?(?:your|what you|yours)\b|\byours (?:again|back)?:",
    re.IGNORECASE,
)
_OURS_AGAIN = re.compile(
    r"[，,；;、：:—]\s*(?:那|而|但是?|可是?|不过)?(?:[我咱]|这边|能)|[，,；;](?=[^，,。；;]{1,8}[我咱](?:们|这边|这儿|现在|今天|就|能|可以|给))|\b(?:but|and|while|whereas)? ?(?:i|we)(?:'d|'ll| can| could| offer| will| would|'m| am| propose)\b|[,;:] (?:then |so |and )?you(?:['’]ll| will| can)? (?:get|have)\b|\bours\b|\bmine\b",
    re.IGNORECASE,
)
_SHORT_BY = re.compile(
    r"差(?:着|了|不多)?(?:一?[大小]?截|得远|一?点|[^，,。]{0,6}[万%成])|不够|缺(?:着|了)?(?:[^，,。]{0,6}万)|缺口|\b(?:short of|falls? short|short by|shortfall|gap)\b",
    re.IGNORECASE,
)
"""What is missing is no offer."""
_WORKED_OUT = re.compile(
    r"算给[您你]|给[您你](?:们)?(?:俩)?算|[我咱](?:们|俩)?(?:再|先|也|来)?算(?:一|下|笔|算|个)|算(?:一)?笔账|打个比方|比方说|比如|举个例|\bfor (?:example|instance)\b|\blet me (?:work|do the|run the)|\b(?:here'?s|do) the (?:sum|arithmetic|maths?)\b|\bback of (?:the|an) envelope|\bthe sum (?:is|goes|runs)",
    re.IGNORECASE,
)
_SAVED = re.compile(
    r"[省少](?:下|付|掏)?[^，,。]{0,4}[\d一二三四五六七八九十]|\bsav(?:es?|ed|ing)\b", re.IGNORECASE
)
_FROM_TO = re.compile(r"[降从][^，,。]{0,8}到|\bfrom\b.{1,20}\bto\b", re.IGNORECASE)
_MATTER = re.compile(
    r"保证金|资金成本|手续费|评估|公证|律师费|工本费|罚息|汇率|汇兑|远期|敞口|美元|美金|欧元|波动|误差|温漂|精度|零下|摄氏|周转|账期|毛利|净利|利润|营收|通胀|不良率|逾期率|税"
    r"|\b(?:minus [\w-]+ (?:and|to) plus|margins?|cost of funds|valuation|valuers?|appraisal|notar\w+|legal fees?|arrangement fee|fees?|hedg\w+|forwards?|exchange rate|dollars?|usd|euros?|degrees?|celsius|drifts?|errors?|tolerance|accuracy"
    r"|turns? (?:a|per|over)|times a year|profits?|growth|inflation|default rate|tax(?:es)?|wages|salar\w+)\b",
    re.IGNORECASE,
)
_OF_THE_LOAN = re.compile(
    r"额度|流贷|贷款|授信|利率|年化|份额|结算|\b(?:line|loan|facility|lend|rate|interest|share|settlement)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"lpr|点|bp|基|\bpoints?\b|\bbasis\b|\bbips?\b|%", re.IGNORECASE)
_BARE = 6
"""So few letters beside a figure add no new subject."""


def own_words(text: str, counted: Callable[[str], int]) -> str:
    """``text`` with what is read back to the client or worked out aloud blanked, every other letter in its place.

    ``counted`` tells how many issues a sentence names a likely term of: a sum that names two is an offer all the same.
    """
    kept = []
    for sentence in pieces(text, LONG_ENDS):
        worked = _WORKED_OUT.search(sentence)
        if worked is not None and counted(sentence) < 2 and not OFFERING.search(sentence):
            sentence = _blank(sentence, worked.start(), len(sentence))
        kept.append(_without_read_back(sentence))
    return "".join(kept)


def _without_read_back(sentence: str) -> str:
    for back in _READ_BACK.finditer(sentence):
        rest = sentence[back.end() :]
        if ASSENT.search(rest) and not ASKS.search(sentence):
            continue
        ours = _OURS_AGAIN.search(rest)
        end = len(sentence) if ours is None else back.end() + ours.start()
        sentence = _blank(sentence, back.start(), end)
    return sentence


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def in_passing(
    turn: Turn, kept: str, quantity: Quantity, counted: Callable[[str], int], words: tuple[str, ...]
) -> bool:
    """Whether a figure is named only in passing; ``kept`` are the trainee's own words (`own_words`).

    ``words`` are those of what is bargained over, which speak of no other matter here.
    """
    at = turn.text.find(quantity.clause) if quantity.clause else -1
    if at < 0:
        return False
    clause = quantity.clause
    if not NUMERAL.search(kept, at, at + len(clause)) and NUMERAL.search(clause):
        return True
    if _counts_things(clause, quantity) or _of_another_matter(turn.text, at, quantity, _own(words)):
        return True
    if (_TO_TELL.search(clause) or _GUESSED.search(clause)) and not OFFERING.search(clause):
        return True
    if _is_wished_for(turn, quantity):
        return True
    sentence = around(turn.text, clause, LONG_ENDS)
    if _SHORT_BY.search(clause) and not OFFERING.search(clause):
        return True
    if _FROM_TO.search(clause) and _SAVED.search(sentence) and not OFFERING.search(sentence):
        return True
    return _only_asked(turn.text, sentence, counted)


_WISHED = re.compile(
    r"(?<![我咱们行不得需])(?:(?<![只还先也定正需重主])要|想要?|喊|惦记|心里[^，,。]{0,3}|盯|图|张[嘴口])(?:的(?:就?是)?|着|了|个|就是?)*[^，,。我咱给]{0,4}$"
    r"|\b(?:wants?|is after|['’]s after|hopes? for|dreams? of|asks? for|has set (?:his|her|their) heart on)(?: (?:the|a|for|of|at least|to have))*\s*$",
    re.IGNORECASE,
)
"""Before a figure: somebody wishes for it."""


def _is_wished_for(turn: Turn, quantity: Quantity) -> bool:
    """Whether a figure is told as somebody's wish, where the bank names its own for the same thing ("he wants ten, I've got eight")."""
    number = NUMERAL.search(quantity.clause)
    if number is None or not _WISHED.search(quantity.clause[: number.start()]):
        return False
    return any(
        other.issue == quantity.issue
        and not other.aside
        and other.value != quantity.value
        and VOICE.search(other.clause)
        for other in turn.quantities
    )


_TO_TELL = re.compile(
    r"(?:说说|讲讲|聊聊|说一?下|讲一?下|告诉(?:一下)?[我咱])[^，,。；;]{0,16}(?:怎么|咋|干嘛|干啥|干什么|做什么|啥用|哪|什么用|用途|用在|用到|来由|由来|来历)"
    r"|\b(?:tell|walk|take|talk) me (?:through |about )?(?:what|how|why|where)\b|\b(?:tell|show) me (?:about )?(?:the|your)\b",
    re.IGNORECASE,
)
"""Asks to be told of something, without a question mark."""
_GUESSED = re.compile(
    r"[我咱](?:们)?(?:自己|原先|原来|本来|心里|先)*(?:估(?!值)|猜|琢磨|以为|推|测算)|(?:毛利|净利)率|\bi(?:'d| had| have|'ve)? (?:guess\w*|reckon\w*|estimat\w*|assum\w*|put it at|figured)\b|\b(?:assum\w+|my (?:own )?(?:guess|estimate|derivation))\b",
    re.IGNORECASE,
)
"""What the trainee reckons the client's figures to be."""


_MARK = re.compile(r"\s*\(?第?([一二三四五六七八九]|[1-9])(?:[、.，,）)])(?!\s*\d)")
"""What numbers a point of a list."""


def _counts_things(clause: str, quantity: Quantity) -> bool:
    """Whether the figure numbers or counts something: a point of a list, turns of the stock, a clause."""
    if quantity.unit == "bp" and not _POINTS.search(clause):
        return True
    if (mark := _MARK.match(clause)) is not None and quantity.value == (
        DIGITS.index(mark[1]) if mark[1] in DIGITS else int(mark[1])
    ):
        return True
    number = re.escape(f"{quantity.value:g}")
    return bool(
        re.search(
            rf"(?<![\d.]){number}\s*(?:次|倍|趟|轮|度|摄氏|天|号|条|款|times\b|turns\b|degrees\b|fold\b)", clause
        )
        or re.search(rf"(?:第|条款|clause|section|article|version)\s*{number}(?!\d)", clause, re.IGNORECASE)
    )


@lru_cache(maxsize=64)
def _own(words: tuple[str, ...]) -> OwnWords:
    return OwnWords(words, _MATTER)


def _of_another_matter(text: str, at: int, quantity: Quantity, of_the_table: OwnWords) -> bool:
    """Whether the figure's clause, or where it is bare the clause before, speaks of costs, margins, physics."""
    clause = quantity.clause
    if _OF_THE_LOAN.search(clause):
        return False
    if _MATTER.search(of_the_table.masked(clause)):
        return True
    letters = len(re.sub(r"[\W\d_零一二两三四五六七八九十百千万亿点]", "", clause))
    limit = _BARE if re.search(r"[一-鿿]", clause) else 4 * _BARE
    if quantity.issue not in ("amount", "fee") or letters > limit:
        return False
    before = _CHUNK.split(text[:at].rstrip(" ,，、"))[-1]
    return bool(_MATTER.search(of_the_table.masked(before))) and not _OF_THE_LOAN.search(before)


def _only_asked(text: str, sentence: str, counted: Callable[[str], int]) -> bool:
    """Whether a sentence asks something, and does not ask whether its figure will do."""
    if not ASKS.search(sentence) or counted(sentence) > 1 or len(text.strip()) <= 2 * _BARE:
        return False
    if says_nothing_else(sentence, ()):  # "Fifty?"
        return False
    return not (WILL_IT_DO.search(sentence) or OFFERING.search(sentence))


_WHY = re.compile(
    r"为什么|为何|为啥|怎么(?:想|看|就)|什么(?:缘故|原因|意思)|有多(?:重要|要紧)|\bwhy\b|\bhow come\b|\bwhat makes\b|\bwhat(?:'s| is| lies) behind\b|\bmatters?\b[^.]*\?",
    re.IGNORECASE,
)


def asks_why(sentence: str) -> bool:
    """Whether a sentence asks for the reasons of a wish, which grants none of it."""
    return bool(ASKS.search(sentence) and _WHY.search(sentence))


def echoes_demand(turn: Turn, quantity: Quantity, counted: Callable[[str], int]) -> bool:
    """Whether the client's own figure is only named again: to give in to it takes words, or the other terms beside it."""
    said = _of(quantity, turn.text)
    if any(DISSENT.search(sentence) for sentence in said):
        return True
    plainly = any(
        OFFERING.search(sentence) or WILL_IT_DO.search(sentence) or counted(sentence) > 1 for sentence in said
    )
    return not (plainly or assents(turn))


def likely(issue: Issue, quantity: Quantity, value: float, text: str) -> bool:
    """Whether a figure is of the kind and size of its issue, so that it may be a term without words of offering."""
    if quantity.issue == "share" or issue.quantity == "share":
        named = any(word.lower() in sentence.lower() for sentence in _of(quantity, text) for word in issue.words)
        return named or between(issue, value)
    return about(issue, value)


def _of(quantity: Quantity, text: str) -> list[str]:
    return [s for s in sentences(text, LONG_ENDS) if quantity.clause.strip() in s] or [quantity.clause]


def plainly_offered(turn: Turn, quantity: Quantity, counted: Callable[[str], int]) -> bool:
    """Whether an odd figure is put forward so plainly that it is worth asking back about.

    So it is behind words of offering, beside another term, and where hardly anything else is said.
    """
    if quantity.clause not in turn.text or len(turn.text.strip()) <= 4 * _BARE:
        return True
    return any(OFFERING.search(sentence) or counted(sentence) for sentence in _of(quantity, turn.text))


def names_what_can_be_done(text: str) -> bool:
    """Whether words like "what I can do is" stand before a figure or a choice, outside a question."""
    return any(
        _CAN_DO.search(sentence) and not (ASKS.search(sentence) and not WILL_IT_DO.search(sentence))
        for sentence in sentences(text, LONG_ENDS)
    )
