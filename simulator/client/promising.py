"""A promise that is not the trainee's to make: an approval, a rate, a sum or a profit vouched for in plain words.

The understanding often only suspects these. Whoever is promised the moon notices, and trusts nobody the more for it; what
one can keep oneself (to ring, to come, to send a page) may be promised.
"""

import re
from dataclasses import replace

from simulator.sentences import LONG_ENDS, sentences
from simulator.vocabulary.turn import TabooMade, Turn

TAKEN_AS = "overpromise"
_OF_ITS_KIND = frozenset({"overpromise", "guarantee_return"})
_ASKED = re.compile(r"[?？]\W*$|[吗么]\W*$")
_VOUCHED = re.compile(
    r"包在我身上|打(?:个)?包票|拍(?:个)?胸脯|(?<!不)(?<!没)我(?:敢|可以|能|给您|跟您)?(?:保证|担保)|有我在|我(?:一个人)?说了算|我说[^，,。]{1,6}就(?:是|批|行|能|给|[\d一二三四五六七八九])|[行分]里?那[边头]我搞定"
    r"|(?:百分之百|百分百|100%|铁定|绝对|肯定|准保|稳稳)[^，,。？?]{0,6}(?:批|过(?:会|审|得)|下来|没问题|到账|过[。！，,])|不用上会|就是?走个过场|审批走个过场|(?:再也|一分钱?都?|绝|肯定)不会?再?(?:亏|赔)|亏不(?:着|了)|(?<!不是)(?<!没有)稳赚"
    r"|\bleave (?:it|that|this|everything) to me\b|\byou(?:'ve got| have| 've) my word\b|\bconsider it done\b|\bdone deal\b|\byou can bank on it\b|\bstake my (?:job|name|life)\b"
    r"|\bi(?:'ll| can| will)? (?:\w+ )?(?:guarantee|vouch)\b|\bi(?:'ll| can| do)? promise (?!to\b|i(?:'ll| will)\b)|,? my promise\W*$|\bas good as approved\b|\bapproval(?:'s| is) (?:only |just |merely )?a formality\b|\bno committee (?:needed|necessary)\b"
    r"|\b(?:never|can(?:no|')t|cannot|won't) (?:ever )?lose\b|\bi'll (?:get it through|make sure (?:head office|the (?:branch|committee|bank))|fix it at)\b|\b(?:definitely|hundred per ?cent|100 ?%|for certain|for sure)\b[^.?!]{0,40}\b(?:approv\w+|sign|granted|through)\b",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"不打|不拍|拍胸脯的|打包票的|批不批|不敢|不能|没法|无法|不好(?:说|保证)|保证不了|保证人|保证金|说不准|不一定|谁(?:跟|要是|敢|也|都|能)|别人|人家|那叫|中介|吹牛|才算|我不(?:包|吹|拍|敢|能)|别信|要是我|假如|您能保证|(?:保证|担保)[^，,。]{0,6}(?:告诉|打电话|回您|答复|准时|来|把|写|发|送|按时)"
    r"|\b(?:can't|cannot|can not|couldn't|won't|wouldn't|don't|not|nobody|no one|never) (?:\w+ )?(?:guarantee|promise|vouch)\b|\bno(?:t a)? guarantee\b|\bif i (?:promised|guaranteed|said)\b|\b(?:the|that|this|a|another) (?:broker|bank|man|fellow)\b|\bguarantee (?:fee|company)\b|\b(?:sign|give|put up) (?:the|a) guarantee\b"
    r"|\b(?:nothing|nobody|naebody|no one|no man|one thing|this much|scratch|shall not|before i)\b|\b(?:can'?t|cannot|won'?t|not) (?:say|write|call it|tell you)\b|never lose['’]"
    r"|\bpromise (?:you )?(?:a call|an answer|the answer)\b|\blose (?:the|your|a) (?:client|customer|place|time|face)\b",
    re.IGNORECASE,
)


def promised_too_much(text: str) -> str:
    """The first sentence that vouches for what no relationship manager can; empty where none does."""
    for sentence in sentences(text, LONG_ENDS):
        asked = _ASKED.search(sentence)
        if not asked and _VOUCHED.search(sentence) and not _NOT_MEANT.search(sentence):
            return sentence
    return ""


def with_promise(turn: Turn) -> Turn:
    """The turn with the promise that was only suspected, or not heard at all, where its words are plain."""
    if any(made.id in _OF_ITS_KIND for made in turn.taboos):
        return turn
    sentence = promised_too_much(turn.text)
    if not sentence:
        return turn
    return replace(turn, taboos=(*turn.taboos, TabooMade(TAKEN_AS, sentence, 1.0, True)))
