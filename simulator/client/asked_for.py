"""What a question asks for: a figure, a time, somebody, a reason, a way, one of several things, a yes; and its asking words."""

import re
from typing import Literal

Kind = Literal["amount", "time", "who", "why", "how", "choice", "yes_no", "what"]

PUT_OFF = re.compile(r"^talk/(?:deflect|asked_)")
"""Places of lines that pass a question on."""
_COUNTED = "个家户次条成吨万千百块元份笔轮口分趟层台辆倍样岁周张本股亩箱件单位步遍页杯碗瓶盒桌席"
_ASKING_ON = r"(?:'s| (?:do|does|did|is|are|was|were|will|would|can|could|should|has|have|had|shall|exactly|else|abouts?|roughly)\b|\W*\?|,? (?:and|or)\b|,? if )"
_KINDS: tuple[tuple[Kind, str], ...] = (
    (
        "choice",
        r"^\W*(?:is|was|are|were|do|does|did|would|will|can|could|has|have|should)\b[^?]*\bor\b(?! (?:so|not)\b)",
    ),
    (
        "why",
        r"为(?:什么|啥|何|嘛)|凭(?:什么|啥)|怎么(?:会|就|还|又|才|反而|偏)|咋(?:会|就|还|又)|什么(?:原因|缘故|道理)"
        r"|\bwhy\b|\bhow come\b|\bwhat (?:made|makes|brought)\b|\bfor what reason\b",
    ),
    (
        "time",
        r"什么时[候间]|啥时[候间]?|几时|何时|哪一?(?:天|日|年|周|个月|个?星期|个?礼拜|会儿|阵子)|几月|几[号点](?!钟头)|(?<![一每])(?:礼拜|星期|周)几(?![次回天趟])"
        rf"|\bwhen{_ASKING_ON}|\b(?:what|which) (?:time|day|date|month|year|week)s?\b|\bhow soon\b",
    ),
    (
        "amount",
        rf"多少|(?:百分之|占|剩|要|有|用|欠|差|花|放|存|跌|涨|赚|亏|付|收|交|做|跑|压|押|第)几|几(?:[{_COUNTED}年天]|十|位数)|多(?:长|大|高|久|远|重|深|宽|快)|几多|几何"
        r"|\bhow (?:many|much|long|often|far|big|large|old|high|deep|heavy|wide)\b"
        r"|\bwhat (?:\w+ )?(?:share|portion|percentage|per cent|percent|amount|figure|number|sum|proportion|rate|price|fraction)\b",
    ),
    (
        "who",
        r"谁|哪(?:[一几]?[家位个]|些人|些家)?(?:银行|公司|厂|人|客户|单位|同事|部门|大夫|医生|老师|邻居)|哪[一几]?[位家]|什么人|啥人"
        r"|\bwho(?:m|se|'s)?\b|\b(?:which|what) (?:\w+ )?(?:bank|person|firm|company|customer|client|colleague|doctor|supplier|buyer|investor)s?\b",
    ),
    (
        "choice",
        r"还是(?!要|得|会|能|不|很|没|有点|挺|想|老|那)[^？?]|哪(?:[一几]?[个样种条边头]|一?[项款类])|\bwhich\b|\b\w+ or \w+[^?]*\?",
    ),
    ("how", r"怎[么样]|咋|如何|怎样|\bhow\b"),
    ("what", r"什么|啥|哪|几|\bwhat\b|\bwhere\b|\banything\b"),
)
_BY_KIND = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)
_NOT_A_THING = "do|does|did|is|are|was|were|would|will|can|could|should|have|has|had|of|you|we|i|he|she|it|they|that|the|your|to|more|less|might|must|in|at|on|for"
_ECHOES: dict[Kind, re.Pattern[str]] = {
    "amount": re.compile(
        rf"多少(?:[{_COUNTED}人天年]|钱)?|多(?:久|长时间|长|大|高|远|重)|几(?:个(?:人|月|客户)?|[{_COUNTED}年天])"
        rf"|\bhow many(?: (?!(?:{_NOT_A_THING})\b)[a-z]+s\b)?|\bhow (?:much|long|often|far|big|old)\b",
        re.IGNORECASE,
    ),
    "time": re.compile(
        r"什么时候|啥时候|几号|几月份?|几点|哪(?:天|年|个月|一天|一年)|\b(?:what|which) (?:time|day|date|month|year|week)\b|\bwhen\b",
        re.IGNORECASE,
    ),
    "who": re.compile(
        r"哪[家位]|谁|\b(?:which|what) (?:bank|customer|buyer|supplier|colleague|doctor)s?\b|\bwho\b", re.IGNORECASE
    ),
}


def kind_of(question: str) -> Kind:
    """What a question asks for; ``yes_no`` where it holds no word that asks for anything else."""
    return next((kind for kind, words in _BY_KIND if words.search(question)), "yes_no")


_ASKS_IF = re.compile(
    r"[吗么吧嘛]\W*$|[不没](?!过)|\b(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|may|any)\b",
    re.IGNORECASE,
)


def asks_in_words(question: str) -> bool:
    """Whether a question is one by its words, and not by its mark alone."""
    return kind_of(question) != "yes_no" or _ASKS_IF.search(question) is not None


def echo_of(question: str) -> str:
    """The asking words of a question for a figure, a time or somebody ("多少吨", "how many tons"), as one gives them back."""
    words = _ECHOES.get(kind_of(question))
    found = words.search(question) if words is not None else None
    return found.group().lower() if found is not None else ""
