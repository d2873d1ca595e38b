"""Words that take a taboo back: a refusal or a warning in so many words is stronger evidence than the likeness of the rest.

The trained models learn most of this; these few patterns hold for wordings that no corpus foresees.
"""

import re
from functools import cache

from simulator.language.normalise import simplified

DOUBTED = 1.8
"""The log-odds below which a taboo whose denial stands in the same turn is not reported."""
CERTAIN_ALL_THE_SAME = 3.0
"""The log-odds below which such a red line is not certain, and from which it is where words tell it too."""

_DENIALS = {
    "zh": {
        "rush_decision": r"不[用必]?(?:着急|急|赶|催|需要|非得)|不[用必需](?!跟|和|问|再|回)[^,，。!！?？]{0,6}(?:今天|马上|现在|立刻)"
        r"|慢慢(?:想|考虑|看)|(?<!不用)(?<!别)回去[^,，。!！?？不别]{0,8}(?:商量|合计|琢磨|想想|考虑)|想好了?再",
        "guarantee_return": r"(?:收益|保本)[^,，。]{0,12}(?:不能|没法|不敢)(?:说|讲|答)|不(?:能|敢|会|可|承诺|可能)?保(?:本|证|收)|没有稳赚|打不了(?:包票|保票)|不(?:是|代表|等于)保|(?<!不)可能(?:会)?(?:亏|跌|损失)|有赚有赔|不敢打包票",
        "overpromise": r"不(?:能|敢|好)(?:保证|打包票|答应|说死)|没法(?:保证|打包票|答应)|谁也不能|以(?:审批|批复|最终)[^,，。]{0,8}为准|我说了不算",
        "tie_in": r"不影响|(?:没|无)关(?:系|联)|不挂钩|自愿|不是条件|照样?(?:批|办)|不强制|不捆绑|不搭售|不(?:用|看|要求?)(?:您)?存",
        "high_interest_deposit": r"(?:不能|不可以|没有|做不了|不会)[^,，。]{0,6}(?:加息|返|补|私下|送)|私下[^,，。]{0,6}(?:不能|不行|做不了|违规)",
        "falsify": r"(?:违规|骗贷|造假)[^,，。]{0,8}(?:不|查)|只能(?:照实|如实)|(?:照实|如实)(?:填|写|报|提供)|(?:真|绝对)?不能(?:做|帮|改|造|编)",
        "leak_client": r"(?:不|没)(?:能|方便|好|可以|会)?(?:(?:跟|对|向|和|给)[^,，。]{1,6})?(?:说|讲|透露|提供)|一个字都不",
        "kickback": r"(?:不能|不敢|不可以|不会)(?:收|要|拿|给)|心意[^,，。]{0,4}领|(?:没有|不收|不要)[^,，。]{0,4}(?:好处|回扣|返)|(?:违纪|违规)的",
        "private_sale": r"私下[^。]{0,16}(?:没有|只有)|不(?:在|是)[^,，。]{0,8}代销|我没法介绍|不能私下|小心[^,，。]{0,6}骗|请[您你]自己(?:输|保管)",
        "stingy_remedy": r"(?<!不能)(?<!没法)(?<!不会)(?<!不可能)(?:全(?:额|部|都|数)?(?:给您)?退(?!不)|都退(?:给|还)|一分不少|一分不差)",
        "conceal_risk": r"不能(?:跳|省|略|代)|如实(?:选|填)|一(?:条|页|项)(?:一(?:条|页|项))?(?:念|读|讲|看)|得(?:让|跟)您(?:知道|讲清)",
        "over_lend": r"^(?![^!]*(?:借|贷|额度|透支|刷|多[拿提批报]|批[您你给])).*(?:哪儿?(?:里)?(?:有|来的?|去?凑|去弄)|(?:拿|凑|掏|攒|存)(?:不出|不起|不够|不下|得出|得下)|手头[^,。]{0,3}紧|不宽裕|小数目)"
        r"|量力而行|够用就[行好]|(?:不建议|不用|不要|别)(?:您)?多?[借贷]|少[借贷](?:一?点|些)",
        "argue": r"(?<!不)(?:是|怪|赖|怨)我们?(?:行|自己)?(?:的)?(?:责任|错|不对|疏忽|没(?:通知|排|做|说|讲|办|接|跟)|[,。!]|$)|[怪怨赖]不(?:着|得|到)[您你]|不[怪怨赖][您你]|不是[您你]的(?:错|问题|责任)|我们(?:做|办)得不(?:对|好)",
    },
    "en": {
        "rush_decision": r"\bno (?:rush|hurry|pressure)\b|\bno need to (?:decide|sign|rush|hurry|answer)|take your time"
        r"|(?:don't|do not|needn't|need not) (?:have to |need to )?(?:decide|sign|rush|hurry)|sleep on it|(?:think|talk) it over",
        "guarantee_return": r"\b(?:no|not|never|nobody|no one|can't|cannot|isn't|aren't|won't|without)\b[^.,;!?]{0,24}\b(?:guarante\w+|promis\w+)"
        r"|(?:may|might|can|could) (?:also )?(?:lose|fall|go down|drop)",
        "overpromise": r"(?:can't|cannot|won't|not able to|never) (?:\w+ )?(?:promise|guarantee|vouch)|no promises|not (?:mine|up to me)|isn't in my hands",
        "tie_in": r"either way|not a condition|no condition|voluntary|doesn't (?:affect|depend)|isn't affected|whether or not you|no strings|aren't allowed to",
        "high_interest_deposit": r"(?:can't|cannot|not allowed|won't|no way to|never)[^.;!?]{0,30}(?:above|extra|top|on the side|under the table|cash|gift)",
        "falsify": r"(?:can't|cannot|won't|not going to|never|no need)[^.;!?]{0,30}(?:trick|change|invent|doctor|fake|back-?date|alter)|as (?:it|they) (?:is|are|stand)|that(?:'s| is| would be) (?:fraud|illegal)",
        "leak_client": r"(?:can't|cannot|won't|not)[^.;!?]{0,20}(?:say|speak|talk|tell|discuss|share|name)|no names|confidential",
        "kickback": r"\bno gifts?\b|\bnothing in\b|(?:can't|cannot|mustn't|not allowed to|won't|couldn't)[^.;!?]{0,20}(?:take|accept|pay|give)|against (?:our|the) rules",
        "private_sale": r"(?:isn't|not) (?:a product of ours|ours|on our list)[^.]{0,40}(?:careful|wary|warn|avoid)|i'd be (?:very )?careful|official channel",
        "stingy_remedy": r"^(?!.*\b(?:not?|never|can't|cannot|won't|only)\b).*(?:\bfull refund|refund\w* (?:it |you |that )?(?:all|in full)|\bevery (?:yuan|penny)\b|\ball (?:of it|your money|of your money) back)",
        "conceal_risk": r"(?:can't|cannot|shouldn't|don't|not) (?:be )?skip|please don't|read (?:it|them|this) (?:all|together|through|with you|aloud)|you (?:can|could|may|might) (?:also )?lose",
        "over_lend": r"^(?!.*\b(?:borrow|loan|limit|line|credit|card|draw|take|double|lot)\b).*(?:\b(?:can't|cannot|couldn't|could hardly) (?:\w+ ){0,2}(?:find|afford|save|put|lay|scrape|raise)\b"
        r"|\bwhere (?:would|could|is|are|do|does)\b[^.?!]{0,50}\b(?:find|get|come by)\b|\b(?:who|nobody|not many|few)\b[^.?!]{0,40}\b(?:has|have)\b|lying about|out of reach|small fortune)"
        r"|borrow (?:less|only what)|don't (?:borrow|take) more|no more than (?:you|they) (?:need|can)",
        "argue": r"(?:(?<!not )our|(?<!not )(?<!n't )my) (?:own )?(?:fault|mistake|doing|error)\b(?! )|\b(?:it|that) (?:was|is|'s) (?:all |entirely )?(?:our|the bank's) (?:fault|mistake|doing|error)|(?:isn't|wasn't|not) your (?:fault|mistake|doing)|you did nothing wrong|don't blame you|\byou(?:'re| are|'re quite| are quite) right to (?:be|complain)",
    },
}  # fmt: skip

_NEGATIONS = {
    "zh": re.compile(
        r"(?<![差])不(?!错|过|好意思|但|仅|管|论|光|止)|没(?!问题|准)|(?<![特分区级性告])别(?![人的家处])|[未无勿]"
    ),
    "en": re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without)\b|n't\b"),
}
_EITHER_WAY = re.compile(r"(.)[不没]\1|有没有|(?<=.)没有?(?=[吗呢吧?？]|$)")
"""可不可以, 有没有: asks, and denies nothing."""


def negations(language: str, text: str) -> int:
    """How many words in ``text`` turn what it says into its opposite."""
    written = simplified(text).replace("’", "'")
    return len(_NEGATIONS[language].findall(_EITHER_WAY.sub("", written) if language == "zh" else written))


@cache
def _denials(language: str) -> dict[str, re.Pattern[str]]:
    return {family: re.compile(pattern) for family, pattern in _DENIALS[language].items()}


def denied(language: str, family: str, text: str) -> bool:
    """Whether ``text`` (already simplified) holds words that deny, refuse or warn of the taboo ``family``."""
    pattern = _denials(language).get(family)
    return pattern is not None and pattern.search(text) is not None
