"""Offences said outright: words that are enough by themselves, whatever the likeness of the turn.

A sentence counts only as the trainee's own statement. What is asked, quoted, told of others, warned of or refused offends
nobody; what is true of a deposit (its capital is safe) is none of an investment.
"""

import re
from functools import cache
from typing import NamedTuple

from simulator.language.guards import denied
from simulator.language.normalise import simplified
from simulator.sentences import pieces

SURE = 0.9
"""How sure one may be of what is said outright, as a probability."""


class Outright(NamedTuple):
    """An offence said outright: the family of taboo, its kind where the words tell, and where in the turn they stand."""

    family: str
    kind: str | None
    start: int
    end: int


class _Words(NamedTuple):
    family: str
    kind: str | None
    said: str
    beside: str = ""
    """What must stand in the turn, or in the client's line before it, for the words to be meant of that."""
    unless: str = ""
    """What in the sentence makes them harmless."""


_INVESTED = {
    "zh": r"理财|基金|保险(?!箱|柜)|年金|固收|净值|分红|万能险|信托|私募|黄金|股票|保单|教育金|收益|产品|债",
    "en": r"\b(?:funds?|products?|plans?|polic(?:y|ies)|insur\w*|annuit\w+|bonds?|invest\w*|wealth|structured|yields?|shares?|equit\w+)\b",
}
_DEPOSITED = {
    "zh": r"存款(?![^,，。]{0,4}(?:一样|似的|差不多|一模一样))|存单|定期(?![^,，。]{0,4}(?:一样|似的|差不多|一模一样))|国债|通知|存款保险|五十万以内|活期",
    "en": r"\b(?:deposits?|certificates?|cds?|savings account|treasur\w+|notice account|deposit insurance|insured up to|current account)\b",
}
_BOUGHT = {
    "zh": r"签|定(?!期)|存|办|买|销户|别销|不销|开户|转过来|挪过来|留下|代发",
    "en": r"\b(?:sign\w*|deposits?|put|move|bring|buy|open|invest|stay|close|today|payroll)\b",
}
_OUTRIGHT: dict[str, tuple[_Words, ...]] = {
    "zh": (
        _Words(
            "guarantee_return", "guarantee_return",
            r"(?<![要选找有看图])(?<!喜欢)保本的(?=[,。!~…]|$)|(?:是|都|绝对|肯定|百分百|百分之百|一定)保本(?=[,。!~…的]|$)|保本(?:又|也)?保(?:收益|息)|稳赚(?![^,。]{0,3}话)|包赚|只赚不[赔亏]|亏不了|(?<!会)[不没]会亏|不可能(?:会)?亏|绝不亏|肯定不亏|亏了(?:算|找|由)?(?:我|行里|我们)[^,。]{0,4}(?:赔|补|担|兜|负)"
            r"|刚(?:性)?兑(?:付)?的|本[金钱][^,。]{0,6}(?:打包票|一分[^,。]{0,3}(?:不会少|不少|少不了))|本[金钱](?:绝对|肯定|百分之?百|保证)[^,。]{0,4}(?:安全|不会少|不少|没事)"
            r"|零风险|收益(?:是)?有保证|放着[^,。]{0,4}肯定[^,。]{0,4}(?:涨|回)",
            "", _DEPOSITED["zh"] + r"|诉求|退保|要是|如果|假如|有的",
        ),
        _Words(
            "conceal_risk", "mix_with_deposit",
            r"(?:跟|和|与|同|像)(?:银行)?(?:存款|定期|存定期|存银行|存单|存钱|储蓄)[^,。!?不]{0,4}(?:一样|一模一样|没区别|没差|一回事|一个样|没两样)"
            r"|(?:就当|当成?|当作|等于|其实就是|实质就?是)(?:是|它是)?(?:存款|定期|存定期|存钱|存银行|储蓄)",
            r"理财|基金|保险(?!箱|柜)|年金|固收|净值|分红|万能险|信托|保单|教育金|\d个?点的|[二三四五六]个点", r"存单|通知存款|结构性|不是存款|不懂|品品|[…]",
        ),
        _Words(
            "conceal_risk", None,
            r"(?:风险提示|条款|合同|说明书|小字)[^。!?]{0,10}(?:不用看|甭看|不用管|走个?形式|走过场)|(?:不用|甭)(?:细)?看(?:合同|条款|风险)|我替您?(?:点|勾|选|答)(?:了|完|好|就)?,?[^。]{0,8}您?只管点头",
        ),
        _Words(
            "rush_decision", "scare_scarcity",
            r"名额(?:不多|快没|就剩|只剩|就那么几)|最后[^,。]{0,4}(?:名额|额度)|(?:就|只)剩[^,。]{0,5}(?:个名额|的额度|个额度)|过了(?:今天|这村|这周)[^,。]{0,6}(?:没|涨|降|不)|晚了就没|今天不(?:定|签|买|办|存)(?!也)[^,。]{0,8}(?:没|停|涨|亏|后悔)"
            r"|明天就(?:没了|停售|没有了)|过(?:了)?这(?:个)?村[^,。]{0,3}没这(?:个)?店|不(?:买|签|锁|定|办)[^,。]{0,4}(?:后悔|哭都来不及|来不及)",
        ),
        _Words(
            "rush_decision", "urge_decision",
            r"[您咱]今[天儿]就(?:把字)?(?:定|签)(?:了|下来|下)?(?:吧|呗|[了吧]?行不|得了)|今[天儿]就把字签|给(?:我)?个痛快话|还(?:犹豫|考虑|商量)(?:啥|什么)|别(?:再)?犹豫了|当场(?:签|定)了?(?:吧|呗|多好)",
        ),
        _Words(
            "kickback", "gift_for_sale",
            r"(?:送|给|配|加)(?:您|你|您家|嫂子|太太|您个人)?(?:弄|买|拿|备|带|包)?(?:了|个|上)?(?:[一两三二几四五六八十百千万\d]*(?:桶|箱|瓶|条|台|部|袋|床|套|张|块|个|颗|克|元)的?)*(?:花生)?(?:食用)?"
            r"(?:油(?!价|费)|大米|茅台|中华|烟|手机|购物卡|超市卡|油卡|京东卡|加油卡|洗车卡|电饭煲|金豆|金条|金币|蚕丝被|红包|现金|空气炸锅|扫地机|ipad|平板电脑|金镯)",
            _BOUGHT["zh"], r"没关系|无关|办不办|都送|不能|不可以|不许|不准|违",
        ),
        _Words(
            "disparage_competitor", None,
            r"骗子银行|(?:他们(?:家|行)|那家(?:行|银行)?|海州(?:银行)?|[城农]商行|大行|信用社|小银行)(?:那|都|就|肯定|真的?|可|迟早|早就|快|是){0,4}(?:骗人|坑人|骗子|骗客户|坑客户|快不行|要倒|倒闭|暴雷|喝血|烂透)",
        ),
        _Words(
            "tie_in", None,
            r"(?<![买存办开配])不(?:买|存|办|开|配)[^,。]{0,10},?(?:这笔)?(?:贷款|款)?(?:就)?(?:批不[了下出]|放不[了下出]|不批|不放款|不给批|走不了)|先(?:存|买)[^,。]{1,12}(?:才|再)(?:能)?(?:给您)?[^,。]{0,3}(?:批|放款|放贷)|(?:要|想)(?:放款|贷款)[^,。]{0,4}(?:就)?(?:得|必须)(?:先)?(?:买|存|办|配)",
        ),
        _Words(
            "falsify", "fake_documents",
            r"(?:流水|报表|收入证明)[^,。]{0,6}(?:做|弄|调|改|包装)(?:得)?[^,。]{0,3}(?:好看|漂亮|大一?点|高一?点)|剩下的我编|(?:找人|我)(?:帮|给)[您你][^,。]{0,4}(?:做|编)[^,。]{0,4}(?:假)?流水",
        ),
        _Words(
            "private_sale", "proxy_operation",
            r"(?<!手)密码(?:您)?(?:告诉|发给?|念给?|给|报给)(?:一下)?我|(?:钱|款)(?:您)?(?:先)?(?:转|打)(?:到|给)?我(?:的)?(?:个人|自己)?(?:的)?(?:卡|账户|账上|微信)|先打我(?:这张)?卡",
            "", r"自己|收回|不能|别|违",
        ),
    ),
    "en": (
        _Words(
            "guarantee_return", "guarantee_return",
            r"(?<!which )(?<!that )(?<!money )\byou (?:really |just |simply )?(?:can't|cannot|won't|will never) lose\b(?! (?:it|sight|touch|track|time|sleep|face|your place))|\bno way (?:to|you(?:'ll| can)?) lose\b"
            r"|\b(?:capital|principal|money)(?:'s| is)? (?:100 ?%|fully|totally|absolutely|completely|basically)? ?guaranteed\b|\d ?(?:%|per cent|percent)?(?: a year| interest| return)? (?:basically |fully )?guaranteed\b(?! approv)"
            r"|\bguaranteed (?:\d|returns?\b|yields?\b)|\b(?:basically|practically|pretty much) guaranteed\b|\brisk[- ]free\b|\bif it (?:loses|drops|falls)[^.;?!]{0,12}i(?:'ll| will) (?:cover|pay|make)",
            _INVESTED["en"], _DEPOSITED["en"] + r"|\bapprov\w+|\bloan\b",
        ),
        _Words(
            "conceal_risk", "mix_with_deposit",
            r"\b(?:just like|same as|(?:just )?as (?:good|safe) as|practically|basically|think of it as|exactly like|no different (?:from|to)) (?:a |an |your |the )?(?:\w+ )?(?:fixed |term |time )?(?:deposit|savings (?:account|book))\b",
            r"\b(?:funds?|annuit\w+|insur\w*|polic(?:y|ies)|bonds?|wealth|structured|plans?)\b",
        ),
        _Words(
            "conceal_risk", None,
            r"\b(?:nobody|no one) (?:ever )?reads (?:that|it|them|those|this|the)\b|\bno need to read (?:the |it|that|them)|(?:^\W*|\b(?:just|let's|we can|you can|we'll) |, )(?:skip|forget) the (?:risk|small print|fine print|terms)|\b(?:just )?(?:tick|pick|choose|select) (?:\")?(?:aggressive|the last (?:one|answer|box)|high risk)",
            r"\b(?:risk\w*|terms|print|clauses?|contract|pages?|disclaimers?|questionnaire|legal|lawyers?|boilerplate)\b",
        ),
        _Words(
            "rush_decision", "scare_scarcity",
            r"\b(?:for |valid )?today only\b|\bonly (?:good |valid )?for today\b|\b(?:last|few|two|three|only \w+) (?:slots?|places?|spots?) left\b|\bplaces? (?:are )?going fast\b|\b(?:it's|it is|they're|that's) gone (?:by )?(?:tomorrow|tonight|next week|friday|monday)\b"
            r"|\bnow or never\b|\blast chance\b(?! was)|\bnow or it(?:'s| is) gone\b|\bgone in an hour\b",
        ),
        _Words(
            "rush_decision", "urge_decision",
            r"\byes or yes\b|\b(?:just|come on,?|so|please) sign (?:it )?(?:today|now|right now)\b|\bdon't overthink (?:it|this)\b|\bsign (?:now|right now)\b",
        ),
        _Words(
            "kickback", "gift_for_sale",
            r"\b(?:throw in|i'll (?:give|get|send|bring|buy|slip) (?:you|her|him|your wife)|i (?:can )?(?:give|send|slip) you|there's|you(?:'ll)? get|comes with)\b[^.?!;]{0,24}\b(?:iphone|new phone|gift cards?|vouchers?|shopping cards?|supermarket cards?|hamper|moutai|maotai|cash ?back|rice cooker|ipad|tablet|gold (?:bar|coin|bean)s?)\b",
            _BOUGHT["en"], r"whether or not|either way|can't|cannot|not allowed|no strings",
        ),
        _Words(
            "disparage_competitor", None,
            r"\b(?:they|that (?:bank|lot)|those (?:guys|people)|the (?:other|big) (?:bank|lot)|city bank)(?:'re|'ll|'d| are| will| would| is)? (?:all )?(?:rob|fleece|rip|cheat|crooks|bandits|vultures|sharks|about to (?:collapse|fail)|half bankrupt)",
        ),
        _Words(
            "overpromise", "promise_approval",
            r"\bguarantee(?:d)? (?:you )?(?:it |that )?(?:gets? |is |will be |be )?approv\w+|\bapproval(?:'s| is) (?:as good as |practically )?(?:guaranteed|certain|in the bag)|\bi guarantee (?:the |your )?(?:approval|loan)\b|\bas good as approved\b",
        ),
        _Words("tie_in", None, r"\bno (?:insurance|deposit|policy|fund|card),? no (?:loan|credit|money|drawdown|facility)\b"),
        _Words(
            "private_sale", "proxy_operation",
            r"\b(?:tell|give|read|text|send|message) me (?:your |the )(?:password|pin|otp|passcode|login)\b",
        ),
    ),
}  # fmt: skip

_WARNED = {
    "zh": re.compile(r"当心|小心|千万别|别信|别去|不是存款|不能信|诈骗|违规|违法|误导|套路|谁信|自己看清"),
    "en": re.compile(
        r"\b(?:careful|wary|beware|scam\w*|fraud\w*|illegal|against the rules|please don't|we never|i never|don't believe|nobody can)\b"
    ),
}
"""Words anywhere in the sentence, or the ones beside it, with which it warns."""
_TOLD = {
    "zh": re.compile(
        r"有人(?:说|跟)|谁(?:说|跟|要是|敢)|凡是|不许|不准|不允许|监管|红线|听说|(?:您|你|他们?|她|人家|那姑娘|小伙子?|别人|同事|经理)(?:刚才?|要是)?(?:跟[^,。]{1,3})?(?:说|讲|问|卖)|广告|宣传"
        r"|(?:不|没)(?:能|敢|会|可以)(?:说|讲|答应|承诺|保证|跟您说|写|拿|收|送|给)|从来没|绝不|还说|号称|说是|(?:希望|想要|要求)[^,。]{0,4}|不存在|要是|如果|假如|万一"
    ),
    "en": re.compile(
        r"\b(?:anyone who|if (?:someone|anyone|anybody|somebody)|whoever|not allowed|regulat\w+|(?:they|you|he|she|who|people|somebody|someone)(?:'ve|'d)? (?:said|say|says|told|tell|claim\w*|promis\w+|heard|asked|need|want)|told me|told you|there's no such)\b"
    ),
}
"""Words before it with which it is told of others, or supposed."""
_DOES_NOT = {
    "zh": re.compile(
        r"(?:不|没|别|甭|非|未|无|有的|是不是|有没有|能不能|会不会|要是|如果|假如|哪|什么|怎么|为啥|谁)[^,。!?]{0,5}$"
    ),
    "en": re.compile(
        r"\b(?:not|never|nobody|no one|nothing|can't|cannot|don't|doesn't|isn't|aren't|won't|wouldn't|shouldn't|needn't|neither|whether|if|without|rather than|instead of|no need to)\b[^,.;!?]{0,24}$"
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


@cache
def _compiled(
    language: str,
) -> tuple[tuple[_Words, re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    return tuple(
        (
            words,
            re.compile(words.said),
            re.compile(words.beside) if words.beside else None,
            re.compile(words.unless) if words.unless else None,
        )
        for words in _OUTRIGHT[language]
    )


def outright(language: str, text: str, previous: str = "") -> list[Outright]:
    """The offences that ``text`` states in so many words, said after the client's line ``previous``; one of each family."""
    written = simplified(text).replace("’", "'")
    own = _QUOTED.sub(lambda quoted: "\0" * len(quoted.group()), written)
    before = simplified(previous)
    cut = pieces(own)
    found: dict[str, Outright] = {}
    for words, said, beside, unless in _compiled(language):
        if words.family in found or (beside is not None and not (beside.search(own) or beside.search(before))):
            continue
        at = 0
        for ahead, sentence, behind in zip(["", *cut], cut, [*cut[1:], ""], strict=False):
            match = said.search(sentence)
            if (
                match
                and not (unless is not None and unless.search(sentence))
                and not _WARNED[language].search(ahead + sentence + behind)
                and not denied(language, words.family, sentence)
                and _stated(language, sentence, match)
            ):
                found[words.family] = Outright(words.family, words.kind, at + match.start(), at + match.end())
                break
            at += len(sentence)
    return list(found.values())


def _stated(language: str, sentence: str, match: re.Match[str]) -> bool:
    """Whether the words stand in the sentence as the trainee's own: not asked, warned of, told of others or denied."""
    before = sentence[: match.start()]
    if _TOLD[language].search(before) or _DOES_NOT[language].search(before):
        return False
    if not _ASKED[language].search(sentence):
        return True
    if language == "en" and _ASKS.search(sentence):
        return False
    return _PART.search(sentence, match.end()) is not None
