"""Whether a question is open (invites a narrative) or closed (yes or no, one of two, a single figure)."""

import re

from simulator.language.normalise import simplified
from simulator.vocabulary.turn import Form

_ZH_INVITES = re.compile(
    r"怎么(?!会)|怎样|咋|如何|为什么|为啥|为何|凭什么|哪些|哪几(?![天年月号])|什么样|啥样|何种|谈谈|聊聊|展开|详细|具体[说讲]|举(?:个|一个)?例|讲讲|说说"
    r"|(?:然后|后来|结果|比如|具体|还有)呢|愿闻其详|意思是\W*$|(?:担心|顾虑|考虑|想要|在意|意思|希望)的是\W*$|您是指\W*$|请教|想听|指点|往下[说讲]|接着[说讲]|继续[说讲]|从头|慢慢[说讲]|[说讲](?:细|具体|仔细)|多[说讲聊](?!不|无)|您(?:先|再|尽管|只管|随便)[说讲]|说起|听您|直说|实话|过一遍|捋一[遍捋]|告诉我(?:一下)?(?:原因|缘由|缘故|理由)|(?:看法|想法|意见|打算|感受|感觉|高见|理由|原因|顾虑)呢"
    r"|再[说讲](?:一遍|一下|细|点)|哪(?:一)?(?:样|件|桩|环|块|方面|点)(?!店)|做什么|干什么|干啥|干嘛|什么(?:顾虑|想法|打算|计划|困难|问题|要求|安排|考虑|看法|建议|原因|情况|需求|目标|担心|期待|期望|难处|规划|标准|条件|因素|好处|口气|反应)"
)
_ZH_FIGURE = re.compile(
    r"多少|好多|多久|多长|多大|多远|多高|(?<![这近往后前来去头好每])几[个年家天次成口岁号月点期万位分层笔台%]|哪天|哪年|何时|什么时候|啥时候|几时|哪一?[天年月级档头边页条笔张道片]"
    r"|什么(?:价|数|时间|期限|利率|级别|程度|日子|名字|额度)|啥价|啥数|[挑选]哪|更?倾向哪|哪个(?:账户|户头|账号|城市|单位|季度|时辰|月|网点|支行|银行)"
)
_ZH_WEAK = re.compile(r"什么|啥|哪|谁|何(?=[种处在人])")
_ZH_EITHER = re.compile(
    r"还是|是不是|有没有|能不能|可不可以|会不会|要不要|行不行|好不好|对不对|是否|能否|可否|对吧|对吗|是吧|[没过了]没有?\W*$|(?:吗|(?<!什)么|(?<!有)没|不)\W*$|什么的|啥的"
)
_ZH_CHOICE = re.compile(r"[,。?、:;\s][^,。?;]{1,14}[,、]?还是[^,。?;]{1,16}[?？]?\W*$")
_ZH_WHETHER = re.compile(r"有没有(?:什么|啥|哪)[^,。;?!]*")
_ZH_PIECES = re.compile(r"(?<=[,。;、?!])")
_ZH_LEARNT = re.compile(r"[才就好]知道[^,。?;!]*")
_ZH_LEADS = ("说说", "讲讲", "请教", "想听", "听您", "直说", "实话")
_ZH_OR_NOT = re.compile(r"(?![能可会要])([\u4e00-\u9fff]{1,2})不\1")
_ZH_STATED = re.compile(r"递句话|说一声|提一[嘴句]|介绍|推荐|引荐|牵线|牵个线|搭个?线")

_EN_OR = re.compile(
    r"[,:;] (?:is it |do you |are you |more |too |the |an? |with |you |him |her |they )?[^,?;:]{0,60}\bor\b[^?]*\?\W*$"
)
_EN_INVITES = re.compile(
    r"\bwhy\b|\bhow come\b|\bhow (?:happy|satisfied|pleased|content|comfortable|unhappy)\b|\bhow (?:do|does|did|is|are|was|were|have|has|had|would|could|might|should|will|can|you'?d?|else|come|things|'s|'re|your|the|this|that|it)\b|\bhow'(?:s|d)\b|\bhow about\b|\bhow far along\b"
    r"|\btalk me\b|\bwalk me\b|\b(?:run|guide|lead) me through|\bfill me in\b|\bbring me up to\b|\bpaint me\b|shed (?:some )?light|\btake me (?:back|through)\b|\bdescribe\b|\bexplain(?:ing)?\b|\belaborate\b|\bexpand on\b|\bgive me (?:an example|a sense|an idea|some idea|a picture|one day|the story)\b|\ban example\b|\bfor instance\b"
    r"|\bgo on\b|(?:please|do|you) continue\b|\bcarry on\b|(?<!to )\bgo ahead\b|\bhow\?|\b(?:worry|concern|question|point|idea|thinking)(?: there| here)? is\W*$|\bsay (?:a (?:bit|little) )?more\b|say (?:[\w']+ ){0,3}again\b|(?:ask|explain|repeat) (?:it|that) (?:again|once more)\b|finish your (?:point|thought|sentence)|take your time\b|after you\b|\bwhen you say\b|\btell me (?:a (?:bit|little) )?(?:more|about|what|how|why|the story|from|exactly|everything|in)\b|\btell me\W*$|\btell me (?:his|her|their|your|the|please|a thing)\b|\bhear (?:about|more|how|your|what|it|from)\b|\blearn (?:about|more)\b"
    r"|\bstart (?:with|from)\b|\bfrom the beginning\b|\bin your own words\b|\byou finish\b|\bkeep (?:going|talking)\b|\bwhat happen(?:s|ed)?\b|\bwhat do you (?:mean|make|think|do|want|hope|need|look|expect|like|value|see|worry)\b|\bin what (?:way|respect|sense)\b|\bdepends on\b|(?<!is there )\banything else (?:you|that|which|about)\b"
    r"|\bwhat (?:would|did|does|do|has|have|is|are|makes|matters|worries|brings|keeps|bothers|else|sort|kind|weighs|plans|else|it|you|they|we)\b|\bwhat'?(?:s|d|re|ll)\b|\bwh?ich (?:ones|of (?:your|these|those)|banks|parts|points|products|services|things|areas)\b|\bwhat hedging\b|\bsay to\b"
)
_EN_FACT = re.compile(
    r"\bhow (?:much|many|long|old|often|soon|big|large|far(?! along)|quickly|fast|high|likely|near|deep|recent|late|early)\b|\bwhen\b(?! you say)|\bby when\b"
    r"|\b(?:what|which)(?:['’]s| is| was| are| would be| were)? (?:the |your |a |that |his |her |their |else )?(?:exact |current |present |total |rough |oldest |last |best |lowest |highest |monthly |annual |yearly |weekly |average |going |kind of |invoiced |right |own )?(?:rates?|amount|price|pricing|tenor|term\b|date|day|time|timeline|deadline|percentage|share|figure|number|size|limit|year|years|month|week|weekday|(?:monthly |annual |yearly )?(?:income|turnover|salary)|branch|one\b|portion|stage|timetable|interest|rent|instal?lment|premium|mileage|headcount|processing fee|real owner|tax bracket|bracket|currency|account|quarter|name|level|sum|balance|salary|income|turnover|cost|fee|margin|budget|country|quota|colour|grade|party|of (?:the (?:two|three|four)|those|these|them))\b"
    r"|\bwhat (?:do|does|did|are|is|would|could|can) [\w' ]{1,24}?(?:pay\b|paying|spend|charg\w+|take by card|need per|earn\b|costs?\b(?! you\b)|take home|set aside|put (?:aside|by)|manage (?:a|per|each) month|come to\b|needing each)|\bwhat(?:['’]s| is) left (?:over )?(?:each|a|at the end|per)\b|\bwhat (?:rent|spread|tax|salary|yield|turnover|income|budget|margin|fee|discount|tenor|share|percentage|number|figure|sum|price|rate)\b(?! (?:would make|do you have in mind and))|\bwhat['’]s [\w ]{1,16} charging|\bat (?:what|roughly what)\b|\bhow['’]s that for\b|\bquoted you what\b|\bfor what, \b|\bwhat had you pencilled\b|\bwhat number\b|\bwhat does (?:a|one|that|it|she|he) (?:month )?(?:cost|spend)\b"
)
_EN_WHO = re.compile(r"\bwho\b|\bwho's\b|\bwhere\b|\bwhich\b|\bwhat\b")
_EN_LEAD = re.compile(
    r"^\W*(?:(?:so|and|but|well|okay|ok|then|now|or|also|just|may i ask|if i may ask|mr \w+|ms \w+|mrs \w+|hey(?: you)?|sorry|listen|look|one (?:more|last) thing|by the way|right|yes|no|thanks|thank you|in that case|first|finally|lastly|before that|out of interest)[, :]+)*(?:do(?! (?:go on|tell|carry on|continue|explain|say))|does|did|is|are|was|were|have|has|had|can|will|would|could|should|may|might|any|shall|am i|isn't|aren't|don't|didn't|won't)\b"
)
_EN_ASKS = re.compile(
    r"\b(?:tell(?:ing)?|describ(?:e|ing)|explain(?:ing)?|(?:walk|run|guide|lead)(?:ing)? me|fill(?:ing)? me in|bring me up|paint me|shed some light|talk me|elaborate|share with|expand|say|give me|ask|understand|hear|start|describe|mind telling|(?:may|might|could|can) i (?:just )?know)\b"
)
_EN_TAIL = re.compile(
    r"\b(?:what|who|how|which|where)\b[^?]{8,}, (?:through|by(?! the way)|with|an? |the |you |your|is it|is there|is he|is she|still|only|just|will it|for )[^?]{0,60}\?\W*$"
)
_EN_LIST = re.compile(
    r"\bwho (?:else|all|will|would|'d|are|sits?|needs?|has to|have)\b|\bwho'd\b|\bwhich (?:ones|banks?|parts?|of them)\b"
)
_EN_SENTENCES = re.compile(r"(?<=[?!.;])\s+")
_EN_PIECES = re.compile(r", (?:and|but|or) |[?;:] ")
_EN_STATED = re.compile(
    r"\bintroduc|\bmention (?:me|us)|\bsend (?:them|him|her) to|\bpass(?:ed|ing)? (?:on )?my|\bgave? (?:them|him|her) my|\brecommend me"
)
_EN_RELATIVE = re.compile(
    r"(?<=one )who\b|(?<=body )who\b|(?<=people )who\b|(?<=friend )who\b|(?<=friends )who\b|(?<=colleagues )who\b|(?<=anyone )who\b|(?<=someone )who\b|(?<=neighbours )who\b|(?<=clients )who\b|(?<=others )who\b"
)
_EN_SETTLED = re.compile(
    r"\bwhat do you say\b|(?<!how )(?<!what )(?<!where )(?<!when )\bwould you like to\b|\bdo you confirm\b|\bare you (?:comfortable|satisfied|happy)\b"
)


def form_of(language: str, clause: str) -> Form:
    """The form of the question in ``clause``; of several in one clause any open one makes it open."""
    text = simplified(clause).replace("’", "'")
    if language == "zh":
        return "open" if _zh_open(text) else "closed"
    return "open" if any(map(_en_open, _en_questions(text))) else "closed"


def _en_questions(text: str) -> list[str]:
    """The sentences of a text that ask; all of them where none has a question mark."""
    sentences = [sentence for sentence in _EN_SENTENCES.split(text) if sentence.strip()]
    return [sentence for sentence in sentences if "?" in sentence] or sentences


def _zh_open(text: str) -> bool:
    text = _ZH_LEARNT.sub("", text)
    invites = _ZH_INVITES.search(_ZH_WHETHER.sub("", text))
    if (
        invites
        and invites.group() in _ZH_LEADS
        and (_ZH_FIGURE.search(text) or _ZH_OR_NOT.search(text) or ("还是" in text and invites.group() == "直说"))
    ):
        return False
    if "还是" in text and (invites is None or _ZH_CHOICE.search(text)):
        return False
    if invites:
        return True
    if _ZH_STATED.search(text) and "?" not in text and "谁" in text and not text.endswith(("谁", "吗", "呢")):
        return False
    if _ZH_STATED.search(text) and not re.search(r"哪|谁|什么", text):
        return False
    return any(_zh_piece_open(piece) for piece in _ZH_PIECES.split(text))


def _zh_piece_open(piece: str) -> bool:
    if _ZH_FIGURE.search(piece) or _ZH_EITHER.search(piece):
        return False
    return _ZH_WEAK.search(piece) is not None


def _en_open(text: str) -> bool:
    text = _EN_RELATIVE.sub("", text)
    asks = _EN_ASKS.search(text) is not None
    if (
        re.search(r"on a scale of|out of ten", text)
        or (_EN_LEAD.search(text) and not asks)
        or _EN_SETTLED.search(text)
    ):
        return False
    told = re.search(r"\btell me (?!which|when|whether|where|on)|\bwalk me", text) is not None
    told = (
        told or re.search(r"\bwhy\b|\bweighs?\b|\bstory\b|\bworr(?:y|ies)\b|\bsee (?:the|your)\b", text) is not None
    )
    if not told and (_EN_OR.search(text) or _EN_TAIL.search(text)):
        return False
    if _EN_LIST.search(text):
        return True
    if _EN_STATED.search(text) and not re.search(r"\b(?:who|which|how)\b", text):
        return False
    fact = _EN_FACT.search(text)
    if any(fact is None or not _overlaps(match, fact) for match in _EN_INVITES.finditer(text)):
        return True
    return any(_EN_WHO.search(piece) and not _EN_FACT.search(piece) for piece in _EN_PIECES.split(text))


def _overlaps(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()
