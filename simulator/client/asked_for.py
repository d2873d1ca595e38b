"""What a question asks for: a figure, a time, somebody, a reason, a way, one of two things, a yes; and its own words for it."""

import re
from typing import Literal

from simulator.sentences import HAN

Kind = Literal["amount", "time", "who", "why", "how", "choice", "yes_no", "what"]

PUT_OFF = re.compile(r"^talk/(?:deflect|asked_)")
"""Places of lines that pass a question on."""
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "why",
        re.compile(
            r"为(?:什么|啥|何|嘛)|凭(?:什么|啥)|怎么(?:会|就|还|又|才|反而|偏)|咋(?:会|就|还|又)|什么(?:原因|缘故|道理)|\bwhy\b|\bhow come\b|\bwhat (?:made|makes|brought)\b|\bfor what reason\b",
            re.IGNORECASE,
        ),
    ),
    (
        "time",
        re.compile(
            r"什么时[候间]|啥时[候间]?|几时|何时|哪[一]?(?:天|日|年|周|个月|个?星期|个?礼拜|会儿|阵子)|几[号点月](?!钟头)|(?:礼拜|星期|周)几|\bwhen\b(?! (?:you|we|i|he|she|it|they|the|your|your|my|that)\b[^?]*\b(?:what|how|who|which|why|where)\b)|\b(?:what|which) (?:time|day|date|month|year|week)s?\b|\bhow soon\b",
            re.IGNORECASE,
        ),
    ),
    (
        "amount",
        re.compile(
            r"多少|(?:百分之|占|剩|要|有|用|欠|差|花|放|存|跌|涨|赚|亏|付|收|交|做|跑|压|押|第)几|几(?:[个家户次成条吨万千百块元份笔轮口分趟层台辆倍样年天]|十|位数)|多(?:长|大|高|久|远|重|深|宽|快)(?:时间)?|几何|\bhow (?:many|much|long|often|far|big|large|old|high|deep|heavy|wide)\b|\bwhat (?:\w+ )?(?:share|portion|percentage|per cent|percent|amount|figure|number|sum|proportion|rate|price|fraction)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "who",
        re.compile(
            r"谁|哪(?:[一几]?[家位个]|些人|些家)?(?:银行|公司|厂|人|客户|单位|同事|部门|大夫|医生|老师|邻居)|哪[一几]?[位家]|什么人|啥人|\bwho(?:m|se|'s)?\b|\b(?:which|what) (?:\w+ )?(?:bank|person|firm|company|customer|client|colleague|doctor|supplier|buyer|investor)s?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "choice",
        re.compile(
            r"还是(?!要|得|会|能|不|很|没|有点|挺|想|老|那)[^？?]{1,}|哪(?:[一几]?[个样种条边头]|一?[项款类])|\bwhich\b|\b\w+ or \w+[^?]*\?",
            re.IGNORECASE,
        ),
    ),
    ("how", re.compile(r"怎[么样]|咋|如何|怎样|\bhow\b", re.IGNORECASE)),
    ("what", re.compile(r"什么|啥|哪|几|\bwhat\b|\bwhere\b|\banything\b", re.IGNORECASE)),
)


def kind_of(question: str) -> Kind:
    """What a question asks for; ``yes_no`` where it holds no word that asks for anything else."""
    return next((kind for kind, pattern in _KINDS if pattern.search(question)), "yes_no")


_ZH_ECHO = re.compile(
    r"多少(?:[吨万元块家人天年个户台件次股亩倍份笔箱]|钱)?(?![\w])|(?:多(?:久|长时间|长|大|高|远|重))(?![a-z])"
    r"|几(?:[家户次成条吨份笔轮口趟层台辆倍]|个(?:人|月|客户)?|年|天)(?!\d)|什么时候|啥时候|几号|哪(?:家|位|天|年|个月|一天|一年|一家)|谁"
)
_EN_ECHO = re.compile(
    r"\bhow (?:many|much)(?: (?!(?:do|does|did|is|are|was|were|would|will|can|could|should|have|has|had|of|you|we|i|it|that|the|your|to|would|might|must|more|did)\b)[a-z]+)?"
    r"|\bhow (?:long|often|far|soon|big|old)\b|\bwh(?:ich|at) (?:bank|day|month|year|time|week|customer|buyer|supplier|colleague|doctor|share|part|number|rate)s?\b|\bwhen\b|\bwho\b|\bwhere\b",
    re.IGNORECASE,
)


def echo_of(question: str) -> str:
    """The asking words of a question as one gives them back ("多少吨", "how many tons"); empty where they stand for little."""
    found = (_ZH_ECHO if HAN.search(question) else _EN_ECHO).search(question)
    return found.group().strip().lower() if found is not None else ""
