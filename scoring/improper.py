"""What nobody should be praised for: a sentence that gives in to an improper request of the client's, makes an improper offer, asks for
what the rules keep from a bidder, or makes light of the rules. What is said in it earns nothing and is no strength, whatever it
was heard as; whether it is also a taboo is for the recogniser to say."""

import re
from collections.abc import Iterable, Iterator

from scoring.act import NEGATION
from scoring.echoes import content, shared
from scoring.sentences import containing, cut
from simulator.transcript.record import Brief, Exchange
from simulator.vocabulary.turn import Turn

OFFERS = frozenset({"kickback", "high_interest_deposit", "private_sale", "falsify", "leak_client"})
"""Taboos that offer something improper: what such a sentence promises besides was promised for that."""
OFFERED = 0.3
"""From this confidence on an improper offer spoils its sentence; the debrief lists it for a person to confirm all the same."""
_SPEAKS, _SPEAKS_AT_ONCE = 2, 1
"""So many words of an improper request, not of the business at hand, in one sentence speak of it; in the turn that answers it."""
_ASKS_ONLY = re.compile(
    r"(.)[不没]\1|[别特区](?=[家人的行])|特别|有没有|不就是|没(?:有)?问题|没二话|不成问题|\bno (?:problem|trouble)\b|\b(?:is|are|was|do|does|would|could|can|wo)n['’]t (?:it|they|you|we|there)\b"
)
"""A negation in these denies nothing."""
_BY_RULE = re.compile(
    r"如实|照实|两码事|两回事|两件事|按(?:规定|规矩|制度|流程)|公开招聘|\b(?:as it is|by the book|like everyone|separate matters?)\b"
)
"""Words that put a request in its place without denying it."""
_IDLE = frozenset("的了我您你他她它们这那是在有个")
REFUSALS = frozenset({"decline", "hold_position"})
_CONSENTS = re.compile(
    r"没问题|没有问题|不成问题|小事|好说|好办|包在|我来|我们出|咱们出|行里出|我们行出|可以出|可以办|可以安排|我安排|给您安排|帮您(?:办|改|弄|填|安排|查)|我帮|替您|就按您说的|都行|不就是"
    r"|可以[，,。！!]|可以$|没二话|答应您|依您"
    r"|\b(?:sure|gladly|glad to|happy to|no problem|of course|consider it done|leave (?:it|that) (?:to|with) me|i'll (?:see to|arrange|sort|fix|manage)"
    r"|we(?:'ll| will| can| could|'d) (?:arrange|sponsor|pay|cover|manage|do that)|i (?:can|could) (?:arrange|sort|fix|look|get)|is (?:fine|nothing|easy|no trouble)|all right|deal)\b"
)
"""Words with which somebody gives in. Without them a sentence may speak of a request and only ask about it."""
_SELECTION = r"评分表|打分表|评分办法|评分标准|评标|比选文件|招标文件|标书|应答文件|底稿|标底|底价|评委名单|评委都有谁|评委是谁"
_RIVALS = r"(?:别家|其他家|其他银行|另外[一两三几]家|那几?家|对手|人家)(?:银行)?[^，。！？?]{0,4}(?:报价|报的|报了|报多|方案|底|价)[^，。！？?]{0,3}"
_AHEAD = r"先|提前|悄悄|私下|透|递个?话|给我(?:一份|看|瞄)|发我|拍|漏|瞄|名单|看一眼|参考"
_ASKS_AHEAD = re.compile(
    rf"(?:{_SELECTION}|{_RIVALS})[^。！？?]{{0,14}}(?:{_AHEAD})|(?:{_AHEAD})[^。！？?]{{0,10}}(?:{_SELECTION}|{_RIVALS})"
    r"|评委[^。！？?]{0,6}(?:谁|名单|哪些人)"
    r"|(?:标书|要求|文件|条件|公告)[^。！？?]{0,8}(?:按(?:着|照)?我们|照(?:着)?我们|向着我们|偏我们|只有我们|别人就|写几条|加一条)"
    r"|走(?:个|一?个)?(?:走)?(?:形式|过场)|走走(?:形式|过场)|做(?:个|做)?样子|摆(?:个|摆)?样子|内定"
    r"|\b(?:scoring sheet|scoring|marking criteria|criteria|score sheet|bids?|quotes?|offers?|figures|tender papers)\b[^.!?]{0,40}\b(?:before (?:it|they|the others|i|we)|beforehand|in advance|early|on the quiet|quietly|between us)\b"
    r"|\b(?:slip|leak|sneak|peek|on the quiet)\b[^.!?]{0,40}\b(?:scoring|criteria|bids?|quotes?|offers?|figures|list|sheet|notice|papers)\b"
    r"|\b(?:what|how much) (?:did|have|are|is|was) (?:the (?:other|lowest|best)|they|your other)\w*\b[^.!?]{0,24}\b(?:bid|bidding|quot\w+|offered|offer)\b"
    r"|\blowest (?:quote|bid|offer)\b[^.!?]{0,20}\b(?:is|so|and)\b"
    r"|\b(?:word|write|tailor|shape|draft)\b[^.!?]{0,24}\b(?:requirements?|notice|tender|terms of reference|specification)\b[^.!?]{0,24}\b(?:us|our|we|ours)\b"
    r"|\b(?:list of names|names of the panel|who(?:'s| is) on the panel)\b"
    r"|\b(?:formality|for show|window.dressing|box.ticking)\b"
)


def improper(exchanges: tuple[Exchange, ...], brief: Brief) -> frozenset[tuple[int, int]]:
    """The sentences in which something improper was offered, taken or asked for: the turn's position and the place in the turn."""
    asked = tuple(_requests(exchanges, brief))
    return frozenset(
        (index, number)
        for index, exchange in enumerate(exchanges)
        for number in {
            *_offering(exchange.trainee),
            *(n for n, (_, text) in enumerate(cut(exchange.trainee.text)) if _spoils(text.lower(), index, asked)),
        }
    )


def _offering(turn: Turn) -> Iterator[int]:
    """The sentences of a turn with an improper offer that was heard, for certain or beside no refusal."""
    refused = {number_of(turn.text, move.clause) for move in turn.moves if move.id in REFUSALS}
    for taboo in turn.taboos:
        if taboo.id in OFFERS and taboo.confidence >= OFFERED:
            number = number_of(turn.text, taboo.clause)
            if taboo.certain or number not in refused:
                yield number


def number_of(text: str, clause: str) -> int:
    """In which of the sentences of a turn a clause stands, from 0."""
    return containing([start for start, _ in cut(text)], max(0, text.find(clause.strip())))


def _spoils(lower: str, index: int, asked: tuple[tuple[int, frozenset[str]], ...]) -> bool:
    if asks_improperly(lower):
        return True
    if not asked or _denies(lower) or _CONSENTS.search(lower) is None:
        return False
    least = {at: _SPEAKS_AT_ONCE if index == at + 1 else _SPEAKS for at, _ in asked}
    return any(len(shared(lower, words)) >= least[at] for at, words in asked)


def asks_improperly(lower: str) -> bool:
    """Whether a sentence (in lower case) asks a client for what the rules keep from a bidder, or makes light of the rules."""
    return _ASKS_AHEAD.search(lower) is not None and not _denies(lower)


def refuses(turn: Turn, request: str, others: Iterable[str] = ()) -> bool:
    """Whether a turn refuses an improper ``request``: in words that deny or decline, and not only another one of the client's
    (``others``)."""
    wanted = content(request.lower())
    another = frozenset[str]().union(*(content(other.lower()) for other in others)) - wanted
    return any(shared(text, wanted) or len(shared(text, another)) < _SPEAKS for text in _refusing(turn))


def speaks_of_and_refuses(turn: Turn, request: str) -> bool:
    """Whether a sentence of a turn refuses in words of an improper ``request``."""
    wanted = content(request.lower())
    return any(len(shared(text, wanted)) >= _SPEAKS for text in _refusing(turn))


def _refusing(turn: Turn) -> list[str]:
    """The sentences of a turn that refuse, in lower case."""
    declined = {number_of(turn.text, move.clause) for move in turn.moves if move.id in REFUSALS}
    said = [text.lower() for _, text in cut(turn.text)]
    return [text for number, text in enumerate(said) if number in declined or _denies(text)]


def _denies(lower: str) -> bool:
    return _BY_RULE.search(lower) is not None or NEGATION.search(_ASKS_ONLY.sub("", lower)) is not None


def _requests(exchanges: tuple[Exchange, ...], brief: Brief) -> Iterator[tuple[int, frozenset[str]]]:
    """Where the client asked for something improper, and the words of it that are not words of the business at hand."""
    business = [need.statement for need in brief.needs] + [product.name for product in brief.products]
    known = content(" ".join([*business, *(issue.name for issue in brief.issues)]).lower())
    for index, exchange in enumerate(exchanges):
        if any(event.startswith("temptation:") for event in exchange.client.events):
            asked = content((exchange.client.remark or exchange.client.text).lower()) - known
            yield index, frozenset(piece for piece in asked if not _IDLE & set(piece))
