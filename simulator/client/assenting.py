"""Whether a turn says yes: agrees to terms, strikes a deal, answers whether one was heard rightly."""

import re

from simulator.sentences import LONG_ENDS, sentences
from simulator.vocabulary.turn import Turn

SURELY_AGREED = 0.8
"""How sure a word of agreement must be heard to close a deal where no plain words of assent are said."""
ASKS = re.compile(r"[?？]\W*$|[吗呢么]\W*$|多少|是不是|还是.*[?？]")
"""A question about terms or about anything else."""
HEARD_RIGHT = re.compile(
    r"(?:听|记|理解|说|写|念|复述)得?(?:对|错|清|准|岔|全)[^。，,]{0,4}(?:[?？吗吧]|$)|没(?:听|记|理解|说|念|写)(?:错|岔|漏)|对得上(?:吗|么|不)|(?:^|[，,。])(?:这样)?对(?:吧|吗|不对|不)\W*$|是吧\W*$|是这(?:样|个意思|个数|几条)?(?:吗|吧|么)\W*$"
    r"|\bdid i (?:hear|get|understand|read|note|catch)|\b(?:hear|heard|got|get|have|read|understood) (?:that|you|it|those|them|this|all that) (?:right|correctly|down)|\bis that (?:right|correct|what you)|\bam i right|\bcorrect\W*$|\bright\?|\bhave i (?:got|understood)",
    re.IGNORECASE,
)
"""Asks whether one heard the other rightly."""
_OF_ONE_MIND = (
    r"没有?(?:分歧|不对|出入|异议|不同意见)|(?:站在|说到|想到)(?:了)?[一同]个?(?:点|条线|块)|(?:咱们?|我们|[您你]我|两边)[^，,。]{0,4}一致(?:了|的)?(?=\W|$)"
    r"|\bno (?:disagreement|difference|quarrel)s?(?: (?:between us|there|left|then))?(?=\W*(?:$|[.,;]))|\b(?:on|at|stand on) the same (?:page|point|spot|line)\b|\bnothing (?:wrong|to correct|to put right)\b|\bwe(?:'re| are) (?:agreed|of one mind)\b"
)
"""Finds that both stand where the other does."""
_TAKES_IT = r"(?<!不)同意(?![吗不])|(?<!不)答应(?![吗不])|(?<!不)接受(?![吗不])"
_DEAL_OR_DONE = r"(?<!not )(?<!good )(?<!great )\bdeal\b(?! with|er)|(?<!be )(?<!been )(?<!get )(?<!got )(?<!gets )(?<!have )\bdone\b"
ASSENT = re.compile(
    rf"成交|{_OF_ONE_MIND}|(?:^|[，,。！!])\s*点头(?:点头)?[!！,，。]|我说了算|{_TAKES_IT}|一言为定|就这么(?:定|办|说)|说定|(?<![能不])定了|照办|照您|依您|按您|我认|没问题|那就|就按|听您的|(?:^|[，,。！!])\s*(?:好|行|可以|成|中)(?:[，,。！!吧啊的了]|$)"
    rf"|{_DEAL_OR_DONE}|\b(?:agreed|it'?s a deal|accepted?|i accept|we accept|fine|okay|ok|all right|alright|very well|settled|shake on|go with|i'?ll take|we'?ll take|as you (?:say|said|like|wish)|let'?s do|you have it|yes|you'?ve got (?:it|yourself)|that works|works for (?:me|us)|happy with)\b",
    re.IGNORECASE,
)
"""Plain words of agreement."""
_ACCEPTS = re.compile(
    rf"成交|一言为定|{_OF_ONE_MIND}|就这么(?:定|办|说|着)|说定|(?<![能不])定了|照办|照您|依您|按您|听您的|{_TAKES_IT}|我认(?!为|识|真)|认了|点头|我说了算|没二话|您(?:的|那)(?:条件|价|数)我(?:收|要|认|签)"
    rf"|{_DEAL_OR_DONE}|\b(?:agreed|accepted?|settled|shake on|go with (?:that|your|it)|(?:i|we)'?ll take (?:it|that|your)|as you (?:say|said|like|wish)|you have it|you've got (?:it|yourself)|that works|works for (?:me|us)|happy with (?:that|your|those)|your terms)\b",
    re.IGNORECASE,
)
"""Words that take the other side's terms, where a mere "fine" or "very well" would be a courtesy."""
DISSENT = re.compile(
    r"不(?:能|敢|可以)?(?:同意|答应|接受|行|成)|没(?:同意|答应|法)|办不到|回去(?:算|想|问|报|商量)|考虑|\b(?:can(?:'t|not)|won'?t|don'?t|not|never) (?:\w+ )?(?:agree|accept|do|go|take|work|deal)|\bno deal\b|\bthink (?:about|over)",
    re.IGNORECASE,
)
"""Words that refuse or put off."""
_STRUCK = re.compile(
    r"(?:^|[，,。！!])\s*(?:好[，,]?|行[，,]?|那就?)?成交(?!量|额|价)|一言为定|(?:就|都)?(?:按|照|依)您(?:说|开|要|提)?的(?:这?条件|数|价|这几条)?(?:办|定|来|签|成交)|同意您的条件"
    r"|\bit'?s a deal\b|^\W*(?:(?:all right|ok|okay|fine|good|yes)\W+)?(?:deal|agreed|done)\W*(?:$|as you|on your|your|to your|(?:i|we)(?:'ll| will)? (?:take|do) (?:it|that)\b)|\b(?:i|we) (?:accept|agree to|go with|take) your (?:terms|offer|figures|conditions)\b",
    re.IGNORECASE,
)


_BUT_ONE = re.compile(
    r"(?:额度|利率|担保|份额|告知|期限|数|价|这条|那条|一条)[^，,。；;]{0,4}(?:还|可|倒)?(?:没|未)(?:谈|说|定)[^，,。]{0,2}(?:拢|定|好|妥)?|还(?:差|剩)[^，,。]{0,6}(?:没|一条|一样)"
    r"|\b(?:and|but|only) (?:the |on the )?(?:amount|rate|price|security|sum|share|notice|term|guarantee|house)\b[^.,;?!]{0,12}\b(?:not|n't|open)\b|\bstill (?:open|to (?:settle|agree))\b|\bnot (?:yet )?(?:settled|agreed)\b",
    re.IGNORECASE,
)
"""Says that one thing is settled and another is not: nobody takes the whole by that."""


def assents(turn: Turn) -> bool:
    """Whether a turn agrees in plain words, or surely, and not in a question whether one heard rightly."""
    said = [s for s in sentences(turn.text, LONG_ENDS) if not ASKS.search(s) and not HEARD_RIGHT.search(s)]
    if DISSENT.search(turn.text) or _BUT_ONE.search(turn.text):
        return False
    if any(ASSENT.search(sentence) for sentence in said):
        return True
    sure = [m for m in turn.moves if m.id == "confirm_agreement" and m.confidence >= SURELY_AGREED]
    return any(m.clause.strip() in s or s in m.clause for m in sure for s in said)


def accepts_in_words(turn: Turn) -> bool:
    """Whether a turn takes terms in words that are no mere courtesy: agreed, done, 成交, 就按您说的."""
    if _BUT_ONE.search(turn.text):
        return False
    return any(_ACCEPTS.search(s) and not ASKS.search(s) for s in sentences(turn.text, LONG_ENDS))


_YES = re.compile(
    r"^\W*(?:嗯[,，]?|哎[,，]?)?(?:对(?!不|于|了)|没错|是的?(?![?？不])|正是|就是这|(?:写|说|记|念|听)得?(?:都|全)?对(?![吗么不])|一个?字(?:都|也)?不差|分毫不差|一点没错|没听错|没听岔|可不|yes|yep|yeah|aye|right|correct|exactly|that'?s (?:it|right|correct)|you (?:have|heard|got)|spot on|precisely|indeed)",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^\W*(?:不是?[,，。]?|不对|没有|哪有|错了|听岔|听错|no\b|nope|not (?:quite|exactly|really)|wrong|wait)",
    re.IGNORECASE,
)


def says_yes(text: str) -> bool:
    """Whether a text begins with a yes, as one answers whether one was heard rightly."""
    return _YES.search(text) is not None and not says_no(text)


def says_no(text: str) -> bool:
    """Whether a text begins with a no."""
    return _NO.search(text) is not None


_THEIR_TERMS = re.compile(
    r"成交|[按照依]您(?:说|开|要|提)|您的(?:条件|价|数)|\byour (?:terms|offer|figures|conditions)\b|\bas you (?:say|said|like|wish)\b|\bdeal\b",
    re.IGNORECASE,
)


def takes_their_terms(turn: Turn) -> bool:
    """Whether a deal is struck in words that speak of the terms, so that it is no appointment that is agreed to."""
    return strikes_a_deal(turn) and _THEIR_TERMS.search(turn.text) is not None


def strikes_a_deal(turn: Turn) -> bool:
    """Whether a turn closes in words that can mean nothing else, whatever was heard in it."""
    said = (s for s in sentences(turn.text, LONG_ENDS) if not ASKS.search(s))
    return not DISSENT.search(turn.text) and any(_STRUCK.search(sentence) for sentence in said)
