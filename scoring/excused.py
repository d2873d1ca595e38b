"""Taboos that the talk around them excuses: a question with its reason, a plain yes before an answer, a word of the client's own
trade, a sentence that says the contrary.

Sources: moves.md (near misses of `pry` and `perfunctory`), catalogue G2. What a person put into a reading stands.
"""

import re

from scoring.quoting import sentences
from simulator.transcript.record import Exchange
from simulator.vocabulary.turn import TabooMade

_LEAVE = (
    "方便问", "方便说", "方便的话", "不方便", "愿意的话", "愿意说", "不愿意", "可以不说", "可以不讲", "什么时候想说", "不介意", "是为了", "好给您", "好帮您", "怕给您",
    "if you don't mind", "may i ask", "if i may", "don't want to pry", "if you'd tell", "only if you", "you needn't",
    "so that i", "so i can", "the reason i ask", "i ask because", "we shouldn't lock",
)  # fmt: skip
"""Words that ask leave, or say what the question is for."""
_BARE = frozenset(
    {"yep", "yes", "yeah", "ok", "okay", "sure", "right", "fine", "good", "mm", "oh", "嗯", "哦", "噢", "好", "行", "是", "对", "嗯嗯", "好的", "行吧"}
)  # fmt: skip
_ENDS = " ,.!?，。！？、…—"
MUCH_MORE = 15
"""Characters beyond a bare yes that make an answer of a turn."""
_IN_YOUR_PLACE = (
    "i'd have",
    "i would have",
    "i'd be",
    "if i were",
    "in your shoes",
    "换我",
    "换了我",
    "要是我",
    "我要是您",
    "搁我",
)
"""Who puts himself in the other's place has listened."""
_RELEASES = (
    "your choice", "your decision", "up to you", "as you like", "yes today", "can be closed", "you can close", "能办", "可以办", "给您办", "陪您办", "不拦",
    "随您", "您定", "今天就办", "i'll close", "we can do it", "i'll help you close",
)  # fmt: skip
"""Words that let a client go."""
_NOT_DONE = re.compile("(?:不能|不可以|没法|不给您|不会给您|不)办|不能给您办|can't be closed|cannot be closed")
"""The same words denied."""
_GIVES_BACK = (
    "退给",
    "给您退",
    "退您",
    "补给您",
    "赔您",
    "赔给",
    "还给您",
    "refund",
    "pay back",
    "pay you back",
    "goes back",
    "waive",
)
_RIVALS = (
    "bank", "broker", "lender", "competitor", "rival", "next door", "other lot", "the others", "银行", "大行", "别家", "那家", "人家", "他行", "同业", "对面",
    "中介", "城商", "农商", "信用社", "他们", "隔壁", "海州", "工行", "建行", "农行", "中行", "招行", "交行",
)  # fmt: skip
"""Words without which nobody is run down: neither the turn nor the client's line before it speaks of another house."""
_STORY = (
    "我有个",
    "我有一个",
    "有个亲戚",
    "有个朋友",
    "我认识",
    "我听说有",
    "i had a",
    "i knew a",
    "i know a",
    "a friend of mine",
    "a cousin of mine",
    "i'd a neighbour",
)
"""Words that begin a story of somebody else."""
_ADVISED = ("您", "你", "you", "咱", "we ")
_OF_TRADE = (
    "出口",
    "进口",
    "外贸",
    "外汇",
    "美元",
    "提单",
    "信用证",
    "export",
    "import",
    "dollar",
    "bill of lading",
    "letter of credit",
    "shipping",
)
_TRADE_TERMS = re.compile(
    r"(?<![a-z])(?:fob|cif|cfr|exw|l/c|b/l)(?![a-z])|提单|信用证|bills? of lading|letters? of credit", re.IGNORECASE
)
_HARD_WORDS = re.compile(
    r"(?<![A-Za-z])[A-Z]{2,}(?![a-z])|敞口|久期|头寸|掉期|净值|缓释|福费廷|保理|内保外贷|穿透|期权|贴现|授信|拨备|久期|套保|tenor|covenant|collateral|basis point|net value|factoring|swap|"
    r"forfait|amorti|duration|exposure|liquidity coverage|risk-weighted"
)
"""Terms of the bank's own trade; a word of another language among one's own is none."""


def excused(exchange: Exchange, before: Exchange | None, taboo: TabooMade, told: str = "") -> bool:
    """Whether the turn, or the one before it, makes ``taboo`` no fault. ``told``: what is known of the client, in lower case."""
    if exchange.as_heard is not None and taboo not in exchange.as_heard.taboos:
        return False
    if taboo.id == "pry":
        return _bears_on_a_need(exchange, before) or _asked_leave(exchange, before)
    if taboo.id == "perfunctory":
        clause = taboo.clause.strip(_ENDS).lower()
        bare = clause in _BARE and len(exchange.trainee.text.strip()) - len(clause) > MUCH_MORE
        return bare or clause.startswith(_IN_YOUR_PLACE)
    said = _sentence(exchange, taboo.clause)
    if taboo.id == "jargon":
        return _no_term(taboo.clause, said, f"{told} {before.client.text.lower() if before else ''}")
    if taboo.id == "disparage_competitor":
        around = exchange.trainee.text.lower() + (before.client.text.lower() if before else "")
        return not any(words in around for words in _RIVALS)
    if taboo.id == "obstruct_exit":
        lets_go = any(words in _NOT_DONE.sub("", said) for words in _RELEASES)
        return taboo.kind != "suppress_complaint" and lets_go
    if taboo.id == "stingy_remedy":
        return any(words in said for words in _GIVES_BACK)
    if taboo.id == "falsify":
        return _is_story(said)
    if taboo.id == "informal_address":
        clause = taboo.clause.strip(_ENDS)
        return not clause.isascii() and len(clause) <= _SHORT and "你" not in clause
    return False


_SHORT = 3
"""Characters of a Chinese clause that is too short to address anybody without saying 你."""


def _sentence(exchange: Exchange, clause: str) -> str:
    """The whole sentence in which a clause stands, in lower case, with what follows on it in a short turn."""
    text = exchange.trainee.text
    if len(text) <= 2 * MUCH_MORE + len(clause):
        return text.lower()
    return next((one.lower() for one in sentences(text) if clause.strip() in one), clause.lower())


def _is_story(said: str) -> bool:
    """Whether a sentence tells of somebody else, and advises nobody from there on."""
    begun = min((said.find(words) for words in _STORY if words in said), default=-1)
    return begun >= 0 and not any(words in said[begun:] for words in _ADVISED)


def _no_term(clause: str, said: str, told: str) -> bool:
    """Whether what was heard as jargon has no term in it, or one of the client's own trade, or one that is explained there."""
    if _TRADE_TERMS.search(clause):
        return any(words in told or words in said for words in _OF_TRADE)
    return (
        any("\u4e00" <= letter <= "\u9fff" for letter in clause)
        and not _HARD_WORDS.search(clause)
        and (re.search("[A-Za-z]", clause) is not None)
    )


def _bears_on_a_need(exchange: Exchange, before: Exchange | None) -> bool:
    """The client told or hinted at a need in answer, or had just hinted at one: the question belonged to the service."""
    events = (*exchange.client.events, *(before.client.events if before else ()))
    return any(event.startswith(("need:", "hint:")) for event in events)


def _asked_leave(exchange: Exchange, before: Exchange | None) -> bool:
    said = exchange.trainee.text.lower() + " " + (before.trainee.text.lower() if before else "")
    return any(words in said for words in _LEAVE)
