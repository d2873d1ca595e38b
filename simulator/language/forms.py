"""Whether a question is open (invites a narrative) or closed (yes or no, one of two, a single figure)."""

import re

from simulator.language.normalise import simplified
from simulator.vocabulary.turn import Form

_ZH_FIGURE = re.compile(
    r"多少|多久|多长|多大|多远|几[个年家天次成口岁号月点期万位]|哪天|哪年|何时|什么时候|啥时候|几时|哪一?[天年月家]"
)
_ZH_OPEN = re.compile(
    r"怎么|怎样|咋|如何|什么|啥|哪些|哪方面|哪几|哪块|哪里|哪儿|哪点|哪一[块点步方]|为什么|为何|何种|哪种|谁"
    r"|说说|讲讲|谈谈|聊聊|介绍|展开|详细|具体说|举个例|请教|想听|多讲|接着说|往下说|有没有.{0,6}建议"
)
_ZH_EITHER = re.compile(
    r"还是|是不是|有没有|能不能|可不可以|会不会|要不要|行不行|好不好|对不对|是否|能否|可否|对吧|对吗|是吧|[吗么]\W*$"
)
_EN_FIGURE = re.compile(
    r"\bhow (?:much|many|long|old|often|soon|big|large|far)\b|\bwhat(?:'s| is| was| are)? (?:the )?(?:rate|amount|price|tenor|date|day|percentage|share|figure)\b"
    r"|\bwhen\b|\bwhat (?:time|day|date|rate|percentage|size)\b|\bwhich (?:day|date|month|year|bank|one)\b"
)
_EN_OPEN = re.compile(
    r"\bwhat\b|\bhow\b|\bwhy\b|\bwhich\b|\bwho\b|\bwhere\b|\btell me\b|\btalk me\b|\bwalk me\b|\bdescribe\b|\bexplain\b|\bshare\b|\bgive me (?:an example|a sense|some idea)\b"
    r"|\bhear (?:about|more|how|your)\b|\bcould you (?:tell|say|expand|elaborate)\b|\bgo on\b|\bsay more\b|\belaborate\b|\blearn (?:about|more)\b|\bunderstand\b"
)
_EN_LEAD = re.compile(
    r"^\W*(?:so |and |but |well |okay |ok |then |now )*(?:do|does|did|is|are|was|were|have|has|can|will|would|could|should|may|any|shall)\b"
)


def form_of(language: str, clause: str) -> Form:
    """The form of the question in ``clause``."""
    text = simplified(clause)
    if language == "zh":
        if _ZH_FIGURE.search(text):
            return "open" if re.search(r"怎么|为什么|哪些|说说|讲讲|介绍", text) else "closed"
        if re.search(r"还是", text) or not _ZH_OPEN.search(text):
            return "closed"
        return (
            "closed"
            if _ZH_EITHER.search(text) and not re.search(r"怎么|什么|哪些|如何|说说|讲讲", text)
            else "open"
        )
    if _EN_FIGURE.search(text):
        return "closed"
    if _EN_LEAD.search(text) and not re.search(
        r"\b(?:tell|describe|explain|walk me|talk me|elaborate|share|expand|say more)\b", text
    ):
        return "closed"
    return "open" if _EN_OPEN.search(text) else "closed"
