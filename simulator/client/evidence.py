"""What makes of a figure an offer: the bank's own voice, or terms set side by side; and of several packages the one meant.

A figure in a question of fact is none, nor is one that stands alone in a statement about something. Rather is a doubtful
offer missed, for then the client asks, than one heard that nobody made.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from simulator.sentences import LONG_ENDS, pieces, sentences
from simulator.vocabulary.turn import MoveMade, Quantity, Turn

HEARD_AS_OFFER = 0.45
"""How sure an offer must be heard in a figure's own words to be one without other signs."""
_MAKING = frozenset({"make_offer", "trade", "confirm_agreement"})
VOICE = re.compile(
    r"[我咱](?:们|行|这)?[^，,。；;？?不没]{0,8}?(?:给(?![您你](?:们|俩)?[算看讲说念理捋])|(?<!往上)报(?!给|上|批|分行|支行|总行)|出到|做到|批|放|定|落|压|降|封顶|签字|端|到(?!期|时|底))|给[您你](?!算|看|讲|说|念)|(?<!谁)[报](?:价|给|个|[您你]|一下|[\d一二三四五六七八九十百])"
    r"|(?<!不)能(?:给|定|做|到|批|报|签)|(?<!不)可以(?:给|到|做|批)|最多|最低|最高|封顶|到顶|顶到?天|顶格|到头了|撑死|(?:我|咱)(?:们)?(?:这[头边儿里]|兜里|口袋里|手[上里头])[^，,。？?]{0,4}?(?:只有|就(?:是|有)?|有|顶|能动的?)|[掏拿]得出的?|不低于|批(?:下来|了|准)|行长(?:刚)?(?:回|同意|批)|权限|[我咱](?:们)?说了算|这么着|这样[吧：:,，]|先做|交个?底"
    r"|\b(?:offer|propose|quote|bid)\b|\bgive you\b|\b(?:i|we)(?:'d|'ll| can| could| will| would)(?: \w+)? (?:do|go|give|offer|lend|sign|manage|stretch|put|bring|shake|come|settle|want|need|ask|drop)\b"
    r"|\b(?:i'm|we're|i am|we are) (?:able|ready|willing|prepared|allowed)\b|\b(?:what|best|most|furthest|lowest) (?:i|we)(?:'re able| can|'ve got| have)\b|\b(?:in|within) my (?:own )?(?:hand|power|gift|authority|limit|pocket)"
    r"|\bmine(?:['’]s| (?:to (?:sign|give)\b|is\b|:))|\b(?:i'?ve|i have|we'?ve|we have) got\b|\bwhat i(?:'?ve got| have) is\b|\bat the outside\b|\bmy (?:pencil|paper|sheet|number|figure|line|terms|branch|head office|boss)\b|\b(?:tops|at the lowest|at (?:the )?(?:most|best)|my lot|that'?s me done)\b|\bput a figure\b|\bhere'?s (?:what|my|our)\b|\b(?:came|come|has come) back\b",
    re.IGNORECASE,
)
"""The bank speaking of what it gives."""
_WH = re.compile(
    r"多少|(?<!为)什么(?!的|都|时候都)|几(?:[个月年家天号成次点]|时)|哪[些个年月家天里儿边一]|谁|为何|为啥|为什么|怎么(?!样)(?!办[？?])|多久|多长|多大"
    r"|\b(?:what(?!'s in it| about| do you say| if)|when|where|who|whose|why|which|how (?:much|many|long|often|far|old|come|did|do|does|is|are|was|were|would you))\b",
    re.IGNORECASE,
)
_OF_THE_CLIENT = re.compile(
    r"(?:是不是|有没有|会不会|还是|没错|对[吧吗]|[了过的]吗|记错|属实|是吧)|\b(?:did|do|does|are|is|was|were|have|has|had|isn'?t|doesn'?t|didn'?t|aren'?t|right|correct)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？]\W*$|[吗呢么]\W*$")
_TERMS_ASKED = re.compile(
    r"行不行|成不成|行吗|成吗|可以吗|可不可以|好不好|同意|认不认|[您你]看(?!哪|[您你我])|怎么样|咋样|如何|中不中|接受|换不换|签不签|定不定|答应|点个?头|够不够|愿不愿|肯不肯|哪[个种]更?"
    r"|\b(?:fine\?|yes or no|ok|okay|deal|agreed?|acceptable|how about|what about|fair enough|what do you say|(?:would|does|will|could) (?:that|it|this) (?:do|work|suit|help|be|fit)|work for you|live with|could you|can you|would you (?:take|sign|accept|shake|agree|go)|will you (?:take|sign|accept|shake|agree|go)|accept|take (?:it|that|this)|matters? (?:most )?to you)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"[\d\W_零一二两三四五六七八九十百千万亿点半]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|point|half|per\s?cent|percent|basis|points?|yuan|flat|say|about|at|for|the|of|a|an|so|then|and|make|made|it|well|ok|okay|right|now|in|on)\b",
    re.IGNORECASE,
)
_LITTLE = {True: 4, False: 14}
"""So few letters beside a figure and its issue's words say nothing else (Chinese, other)."""


@lru_cache(maxsize=1024)
def _sentence_of(text: str, clause: str) -> str:
    """The first sentence that holds a clause, empty where none does."""
    return next((one for one in sentences(text, LONG_ENDS) if clause and clause in one), "")


def is_evident(
    turn: Turn,
    quantity: Quantity,
    counted: Callable[[str], int],
    words: Sequence[str],
    offering: Sequence[MoveMade],
) -> bool:
    """Whether a figure is put forward: an offer was heard in its words, the bank speaks, or terms stand side by side.

    ``words`` are those of its issue; ``counted`` tells how many issues a sentence names a likely term of.
    """
    clause = quantity.clause.strip()
    sentence = _sentence_of(turn.text, clause) or clause
    voice = VOICE.search(clause) is not None
    if asks_of_fact(sentence) and not (voice or counted(sentence) > 1):
        return False
    heard = any(
        m.id in _MAKING and m.confidence >= HEARD_AS_OFFER and any(q == quantity for q in m.terms) for m in offering
    )
    if (
        heard
        or voice
        or _I_SAID.search(clause)
        or _CAME_BACK.search(clause)
        or counted(sentence) > 1
        or VOICE.search(sentence)
        or _TERMS_ASKED.search(sentence)
    ):
        return True
    return says_nothing_else(clause, words) and not _put_in(sentence, clause)


_I_SAID = re.compile(r"[我咱](?:们)?(?:刚才?|刚刚|前面)?(?:说|讲|报|提)的(?:就)?是|\bi said\b", re.IGNORECASE)
"""The trainee's own figure once more, which what comes after it may still better."""
_COMMA = re.compile(r"[，,](?!\d)")


def _put_in(sentence: str, clause: str) -> bool:
    """Whether a bare figure stands between commas in a sentence that says something else before and behind it."""
    if not clause.endswith((",", "，")):
        return False
    before, found, after = sentence.partition(clause)
    if not found:
        return False
    return all(
        _letters(part) > _LITTLE[bool(re.search(r"[一-鿿]", sentence))] for part in (_last(before), _first(after))
    )


def _last(text: str) -> str:
    return _COMMA.split(text.rstrip("，, "))[-1]


def _first(text: str) -> str:
    return _COMMA.split(text)[0]


def _letters(text: str) -> int:
    return len(_FIGURES.sub("", text))


_NAMED_AT_LAST = re.compile(
    r"\b(?:say|make it|call it)(?: at)? (?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|\w+ty)\b)|(?:那就|不如就?|就按|先报)(?=[\d一二三四五六七八九十])",
    re.IGNORECASE,
)
_FLOOR = re.compile(
    r"底线|底价|下限|(?:审批|行里|系统)(?:的)?(?:底|红线)|\b(?:floor|bottom line|walk-?away|rock bottom|limit is)\b",
    re.IGNORECASE,
)
"""How far one could go, which is no offer where another figure is named."""


def how_plainly(turn: Turn, quantity: Quantity, counted: Callable[[str], int]) -> int:
    """2 where the bank speaks in the figure's own words, 1 where other terms stand beside it, else 0; a floor comes last."""
    clause = quantity.clause.strip()
    if _FLOOR.search(clause):
        return -1
    if VOICE.search(clause) or _NAMED_AT_LAST.search(clause):
        return 2
    sentence = _sentence_of(turn.text, clause) or clause
    return 1 if counted(sentence) > 1 else 0


def is_put_to_the_client(turn: Turn, words: Sequence[str], kinds: frozenset[str]) -> bool:
    """Whether a figure is given in the bank's voice, or the client is asked if it will do.

    ``words`` are those of the issues, ``kinds`` what is measured there.
    """
    for quantity in turn.quantities:
        clause = quantity.clause.strip()
        sentence = _sentence_of(turn.text, clause)
        if quantity.aside or quantity.issue not in kinds or not sentence or asks_of_fact(sentence):
            continue
        about = any(word.lower() in sentence.lower() for word in words)
        asked = _ASKS.search(sentence) is not None
        if (
            VOICE.search(clause)
            or _I_SAID.search(clause)
            or (about and (_TERMS_ASKED if asked else VOICE).search(sentence))
        ):
            return True
    return False


def says_nothing_else(clause: str, words: Sequence[str]) -> bool:
    """Whether a clause is a figure and words of its issue, and hardly anything else."""
    rest = clause.lower()
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word.lower(), " ")
    return len(_FIGURES.sub("", rest)) <= _LITTLE[bool(re.search(r"[一-鿿]", clause))]


def asks_of_fact(sentence: str) -> bool:
    """Whether a sentence asks about the world and not whether terms will do."""
    if not _ASKS.search(sentence.strip()) or _TERMS_ASKED.search(sentence):
        return False
    return bool(_WH.search(sentence) or _OF_THE_CLIENT.search(sentence))


def without_what_it_asks(sentence: str) -> str:
    """A sentence without that part between commas in which it asks what, who or how much."""
    if not asks_of_fact(sentence) or VOICE.search(sentence):
        return sentence
    parts = _PARTS.findall(sentence)
    asked = next((at for at, part in enumerate(parts) if _WH.search(part)), None)
    return sentence if asked is None else "".join((*parts[:asked], *parts[asked + 1 :]))


def asks_something(sentence: str) -> bool:
    """Whether a sentence asks what, when or who, and not whether terms will do."""
    return bool(_ASKS.search(sentence.strip()) and _WH.search(sentence) and not _TERMS_ASKED.search(sentence))


_ABOVE = re.compile(
    r"[我咱](?:们)?(?:得|要|还得|还要|再)(?:先)?(?:回|跟|向|往|去)[^，,。]{0,8}(?:报|请示|问|批)|[我咱](?:们)?(?:再|先|来)?(?:回|拿回|带回|去)(?:去|行里?|[分支总]行)?[^，,。；;]{0,5}?(?:问|请示|报(?!价|个价)|商量|申请|争取)|(?:等|看)(?:[分支总]行|行里|领导|上面|贷审会|审批)(?:的|批|点头|答复|意思|回话)?|[得要需再]?(?:往)?(?:上报|请示|报[分支总]行|报批|上会)|[分支总]行(?:批|定|审|签|说了算|行长)|批不批|打不了包票|不(?:敢|能)打包票|超出?[^，,。]{0,4}权限|申请|特批|汇报|[分支总]行(?:那边|那儿)?(?:拍板|点头|手里|手上)|(?:得|要|去|先)求(?:[分支总]行|行长|领导|上面)"
    r"|\b(?:will|would|'ll|have to|must) (?:take|carry|bring|put) (?:up |back )?to (?:my |the )?(?:\w+[- ]){0,2}(?:branch|head|office|committee|boss|board|manager)\b|\b(?:goes|has to go|must go|would go|needs? to go|have to (?:ask|go)|(?:bring|take|put|carry) (?:it|that|this|them|both|all|[\w.%]+(?: [\w.%]+){0,8})) (?:up |back )?to (?:my |the )?(?:\w+[- ])?(?:branch|head office|committee|boss|board|approval|manager)\b"
    r"|\bi(?:'d| would| will|'ll)? (?:have to )?(?:ask|beg) (?:them|the|my|for)\b|\bi(?:'d| would) have to (?:ask|beg)\b|\bneeds? (?:\w+ )?approval\b|\b(?:above|beyond) my (?:authority|limit|head)\b|\b(?:which|that|it) i (?:can't|cannot|couldn't) promise\b|\bonly the (?:sub-?)?(?:branch|head office|committee)\b|\bif the (?:sub-?)?(?:branch|head office|committee|boss) (?:says|agrees|nods)|(?<!yes )(?<!word )(?<!approval )(?<!answer )(?<!nod )(?<!back )(?<!news )(?<!message )(?<!ahead )\bfrom (?:the|my) (?:sub-?)?(?:branch|head office|committee|boss)\b|\bif (?:it|they|he|she) says? (?:yes|so)\b|\b(?:go|going) to bat for\b|\b(?:fight|argue|plead) for\b|\bthe (?:sub-?)?(?:branch|head office|committee|boss)['’]s(?=[:,]| (?:call|decision|line|hand|side|business)\b)|\b(?:up ?stairs|up the (?:line|ladder|chain))\b|\b(?:is|are|it'?s|that'?s) (?:for )?(?:the|my) (?:sub-?)?(?:branch|head office|committee|boss)(?:['’]s\b| to (?:give|decide|sign))|\b(?:not|n[o']t) mine to (?:give|sign|decide|promise)",
    re.IGNORECASE,
)
"""What is left to somebody above."""
_BY_ONESELF = re.compile(
    r"(?:我|这儿|这边|这里|手里|权限)[^，,。；;]{0,6}(?<!不)(?:能定|做主|拍板|能签|能批|就能)|权限(?:内|里|以内)|\b(?:can|could) (?:sign|settle|do|decide)\b[^,.;]{0,16}\b(?:myself|alone|today|now)\b|\bin my (?:own )?(?:hand|power|gift|authority)|(?<!not )(?<!n't )\bmine to (?:give|sign)|\bright (?:here|now)\b|\bhere and now\b",
    re.IGNORECASE,
)
_CAME_BACK = re.compile(
    r"批(?:下来|了|准|好)|(?:行长|[支分总]行|领导|上面|行里)[^，,。]{0,6}(?:回了?(?:[我话信电]|[:：])|同意|点头|批了|答应|答复|说(?:可以|行|能))|刚回|回话了|答复来了|拿到(?:批复|答复)|批复"
    r"|\b(?:came|come|has come|just come) back\b|\bapproved\b|\b(?:says?|said) (?:yes|ok|fine)\b|\b(?:head|boss|manager|branch|committee)(?: office)?(?: has)?(?: just)? (?:says?|said|gave me|gives me) (?=\d)|\b(?:has|have|is|'s) (?:just |now |after )?(?:written|writing|answered|replied|agreed|approved|confirmed|messaged|texted)\b|\bphone says\b|\bgot (?:the|an|my) (?:answer|approval|go[- ]ahead)\b|\banswer is (?:in|here|back)\b"
    r"|(?<!if the )(?<!if my )\b(?:sub-?)?(?:branch|head office|boss|committee|manager|superiors?)\b(?! (?:may|might|could|would|will))[^,.;:?]{0,12}\b(?:agrees?|agreed|nods?|nodded|accepts?|approves?|confirms?|allows?)\b",
    re.IGNORECASE,
)


def awaits_approval(turn: Turn) -> bool:
    """Whether a turn lays terms before somebody above whose answer is not back: an application, and no offer yet."""
    return _ABOVE.search(turn.text) is not None and not came_back(turn)


_ARM = re.compile(
    r"(?:方案|组合|套餐|选项|版本)\s*(?:[一二三甲乙丙123]|[abc](?![a-z]))|(?:(?<![a-z])[abc]|[甲乙丙]|第[一二三])(?:个|种|套|条)?(?:方案|组合|套餐|选项|版本|条路)|(?:^|[\s，,。；;：:])[abc]\s?[:：)）]|要么|(?:一|另)(?:种|套)是?|[一二三]是"
    r"|\b(?:package|option|plan|variant|version|door|road|line(?= (?:one|two|[ab])[:,])) (?:one|two|three|[1-3]|[abc])\b|(?:^|[\s.;,])[abc]\s?[:)]|\bor else\b|\balternatively\b|\beither\b|\bor (?=(?:\w+ (?:and a half )?|[\d.]+ ?)(?:million|thousand|m\b))",
    re.IGNORECASE,
)


def packages(text: str) -> list[tuple[int, int]]:
    """Where each of several packages that a text lays side by side begins and ends; empty where there are not two.

    One that is left to somebody above is none where another is put forward, which then stands alone.
    """
    starts = [match.start() for match in _ARM.finditer(text)]
    spans = list(pairwise([*starts, len(text)])) if starts else []
    if len(starts) == 1 and re.match(r"or else|alternatively", text[starts[0] :], re.IGNORECASE):
        spans = [(0, starts[0]), *spans]
    spans = spans if len(spans) > 1 else []
    put = [(start, end) for start, end in spans if not is_left_open(text[start:end])]
    if len(put) == 1 and put[0][0] == spans[0][0]:  # what is said before the first package goes with it
        return [(0, put[0][1])]
    return put or spans


def is_left_open(text: str) -> bool:
    """Whether what is put forward there is left to somebody else's approval."""
    return bool(_ABOVE.search(text)) and not (_BY_ONESELF.search(text) or _CAME_BACK.search(text))


def without_what_is_left_open(text: str, counted: Callable[[str], int]) -> str:
    """``text`` with the parts blanked whose terms are left to somebody above, where other terms are put forward beside them."""
    if not _ABOVE.search(text):
        return text
    parts = [(part, is_left_open(part)) for piece in pieces(text) for part in _told_apart(piece, counted)]
    if not any(counted(part) and not _ONLY_HELD.search(part) for part, left in parts if not left):
        return text
    return "".join(" " * len(part) if left else part for part, left in parts)


_ONLY_HELD = re.compile(
    r"\b(?:my|our) (?:limit|floor|ceiling) (?:is|stays)\b|\b(?:i|we) (?:can'?t|cannot)\W|(?:我|行里)的?(?:上限|底线)",
    re.IGNORECASE,
)
"""A figure held to beside what is applied for is no package of its own."""


def _told_apart(piece: str, counted: Callable[[str], int]) -> Sequence[str]:
    """A sentence in the parts between its commas where one of them alone is left open, and another is put forward."""
    if not _ABOVE.search(piece):
        return (piece,)
    parts = _PARTS.findall(piece)
    left = [at for at, part in enumerate(parts) if counted(part) and is_left_open(part)]
    by_oneself = any(_BY_ONESELF.search(part) for part in parts)
    terms = [at for at, part in enumerate(parts) if counted(part)]
    if (
        len(left) == 1
        and left[0] == terms[-1]
        and (by_oneself or sum(counted(parts[at]) for at in terms) > counted(piece))
    ):
        return parts
    return (piece,)


_PARTS = re.compile(r"(?:[^，,]|[，,](?=\d))*[，,]?")


def came_back(turn: Turn) -> bool:
    """Whether a turn says that the answer from above is back."""
    return _CAME_BACK.search(turn.text) is not None


SURELY_HELD = 0.7
"""How sure it must be that the trainee stands by a term for it to be plainly meant."""


def offers_plainly(turn: Turn) -> bool:
    """Whether a turn puts terms forward so that a deal may be closed on them."""
    heard = any(move.id in _MAKING and move.confidence >= HEARD_AS_OFFER for move in turn.moves)
    held = any(move.id == "hold_position" and move.confidence >= SURELY_HELD for move in turn.moves)
    return heard or held or came_back(turn) or bool(VOICE.search(turn.text) or _TERMS_ASKED.search(turn.text))


SURELY_MORE = 0.55


def puts_more_forward(turn: Turn) -> bool:
    """Whether a turn after the agreement puts terms forward anew; what is planned or read back then changes nothing."""
    if any(move.id == "farewell" for move in turn.moves):
        return False
    heard = any(move.id in ("make_offer", "trade") and move.confidence >= SURELY_MORE for move in turn.moves)
    return heard or VOICE.search(turn.text) is not None
