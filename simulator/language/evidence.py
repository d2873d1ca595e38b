"""What must be said near by for a taboo to be heard at all.

The trained models know what an offence sounds like; what they lack is a condition in meaning. A kickback needs something
that is given, a leak another's affairs, a tie-in a purchase or a deposit, and bad manners somebody who is addressed:
without such a word the likeness of the rest is chance.
"""

import re
from functools import cache

from simulator.language.normalise import simplified
from simulator.sentences import HAN, WORD, pieces

PLAIN_ALL_THE_SAME = 3.0
"""The log-odds from which a taboo is listed for a person to judge although no word of it was found."""
LISTED = 0.45
"""The most that such a taboo's probability may be: two of them together must not fail anybody."""

_TERM = (
    r"(?<![A-Za-z])(?!(?:OK|KPI|PPT|ATM|APP|VIP|HR|CEO|CFO|AI|ID|CD|PDF|EMS|UK|US|USA|EU|NB|PK|WIFI|CNY|RMB|USD|EUR|LPR|R[1-5]|[ABC])(?![A-Za-z]))[A-Z][A-Z0-9]+(?![a-z])|LPR"
    r"|敞口|久期|头寸|掉期|净值|缓释|福费廷|保理|内保外贷|穿透|期权|贴现|授信|拨备|套保|对冲|利差|杠杆|基差|轧差|重定价|摊余|夏普|回撤|凸性|骑乘|雪球|敲[入出]|结构化|底层"
    r"|量化|可转债|非标|逆回购|受托支付|白名单|评分卡|押品|资金池|远期|票息|趸交|期交|减额|现金价值|循环授信|现管|同业|固收|错配|押汇|净现值|置换|分期等额|五级分类|核定|宽限期|罚息|归集|备付|看[涨跌]|隐波|中性|预定利率|实现率|普惠口径|估值|穿透|风参|计息|反担保|代偿|见贷即担|索偿|议付|二级市场"
    r"|(?i:(?<![a-z])(?:tenors?|covenants?|basis points?|net value|nav|factoring|swaps?|forfait\w*|amorti\w+|duration|exposure|yield curve|risk-weighted|delta|gamma|vega|alpha|beta|sharpe|drawdown|convexity|callable|accrual|collar"
    r"|revolv\w+|barbell|hedg\w+|forwards?|spreads?|ledger|pari passu|bullet|ladder\w*|overlay|coupon|fixing|intercreditor|debenture|quanto|barrier|knock-\w+|repo|sub-debt|sweep|convertible\w*|mark to market|conduit|tracking error"
    r"|carry|roll(?:s|ed)?|premium|redemption|borrowing-base|cross-default|ndfs?|lcs?|ltv|dscr|irr|t\+\d|nims?|ftp|raroc|wam|ter|spot|feeder|leverage\w*|overlays?|underlying|surrender|annualised|demand instrument|evergreen|margin|pledge|skew|range)(?![a-z]))"
)

_NEEDED = {
    "zh": {
        "kickback": r"[送返收拿抽贴留](?!意|到了|好|心)|红包|回扣|提成|佣|好处|辛苦费|[购物超市油]卡|卡里|这张卡|现金|返点|[一二三两几半\d]个?点|意思意思|意思一下|小意思|表示|人情|借我|借给我|给我[安找留]|安排|烟|酒|茶|茅台|中华|礼|心意|实习|学费|中介|渠道"
        r"|[油米](?!价|费)|金[豆条币镯]|手机|打点|走动|有心|懂事|好商量|出厂价|成本价|吃饭|吃一顿|红酒|分成|对半|三七|好使|忘了|谢我|谢您|车|房子|别墅|个人|赞助|夏令营|不客气|上心|私下|利落|别走公司|不亏|再给您|招呼|使使|bp|暗里|卡号|招人|录用|八万|走走过场|娃儿|友情价|包了|住半|不推了|沃尔玛|京东|掏|转一千|锅|两千|补您|出国|旅游|便宜点|使劲|[兄弟哥姐][媳妇]?的",
        "guarantee_return": r"保|稳|亏|赔|赚|涨|跌|翻|本[金钱]|收益|利|兜|到手|打底|少不了|不会少|一分|一角|固定|板上钉钉|包票|高一?倍|点|%|％|回来|差|安全|只[进升增生]|刚兑|[落爬回]升|大概率|没跑|金条|成总有|准|错不了|分红|负|存|放|签|变|不成问题|凑够|数钱|对得上|风里雨里|拿到|一个月给",
        "leak_client": r"贷|存了|存着|借|欠|逾期|没还|押|批[了的下过]|拿的是|账|流水|额度|利率|[一二三四五六七八九十百千两\d]+[\d.]*[万亿点]|\d{2,}|%|％|分红|还款|还不上|报表|授信|报告|征信|查[他她一封您给到]|离婚|撵|脾气|啥也不懂|啥都不懂|懂啥|哪懂|混|偷偷|别说是|别往外|秘密|倒闭|破产|法院|展期|续|亏|赌|闹|卖厂|打交道|名单|标底|系统|买了|办了|办的|处罚|嘴|本事|工资|透露|压着|他的卡|打游戏|使脸色|意向卡|报的|学费|合同|万",
        "tie_in": r"存|买|办|开|保险|基金|卡|理财|年金|险|费|代发|结算|顾问|协议|转|留|配|搭|签|先|就得|不然|否则|一浮|封顶|上限|顶格|最高|统一|一律|一刀切|定投|回款|出[呗评公抵登]|金|日均|贡献|放着|放十|定期|掏|借款人出|后面|递|您的",
        "high_interest_deposit": r"息|[点%％]|补|贴|返|加[零半个一二三点]|多[给加]|现金|[购物超市油京东茶礼]卡|卡[里上]|金[豆条币镯子]|手机|红包|[块元]|[千百]|牌价|挂牌|公示|私下|悄悄|酒|烟|茅台|中华|旅游|家电|仪|[电相饭烤]器|吸尘器|炸锅|机|表|差额|奖|掏",
        "informal_address": r"你(?!好|们|懂的)|你好|你懂|你们|侬|恁|喂|嘿|哥们|兄弟|老[弟妹哥姐铁板李王张]|小[伙妹]|靓|亲|妹子|大爷|老头|坐坐|坐这|^\W*[^,。]{2,4},坐|过来|出来一趟|让他",
        "rush_decision": r"今[天晚儿日]|明[天早儿]|现在|马上|立[刻马]|赶紧|赶快|快|抓紧|最后|名额|额度|没了|涨|降|停|过了|错过|再不|不[然定签办买存]|犹豫|考虑|商量|想|签|定|办|等|一句话|痛快|准话|后悔|机会|抢|优惠|截止|到期|下[个周月礼]|这[周月礼]|晚|排|黄|拖|催|申请|答应|留|按手印|笔|分钟|点[前之钟]|时候|店|凉|自己过不去|磨蹭|先到先得|轮不到|磨叽|来不来|给个|成不成|车",
        "overpromise": r"保|包|肯定|一定|绝对|没问题|没得说|放心|准|必|妥|不会|不可能|说了算|负责|天|周|月|小时|下午|礼拜|日|随便|多少|永远|再也|以后|只[会升降]|搞定|摆平|成|批|过|到账|放|下款|利率|额度|翻|倍|全|最低|想办法|有办法|随时|我说|快|要|拍板|跌|涨|没有不|交给我|稳|赔|安排|申|兜|嘴上答应|加|抬|贷不出|不用您",
        "over_lend": r"贷|借|拿|批|额|刷|提|花|[再加多]办|办(?:卡|个分期|[一两几]张)|取|透支|报[^销]|申请|押|再|满|顶|囤|滚|杠杆|卡|债|利息|撬|套|加|用|还(?![是有没])|多(?!大|不容易)|够|太少|凑(?!不)|大胆|胆|敢|装修|换|买|胃口|机会|做大|格局|扩|潮|保守|配得上",
        "disparage_competitor": r"行(?!业|情|得|吗|不|了)|他们|他家|他行|那家|人家|别家|别人|对面|中介|城商|农商|信用社|农信|隔壁|海州|工行|建行|农行|中行|招行|交行|浦发|平安|民生|兴业|中信|光大|大行|网商|微众|那边|那帮|那儿|那儿|换谁|低是低|平台|小贷|融资租赁|同业|p2p|厂家金融|挺好|瞎批|支付公司",
    },
    "en": {
        "kickback": r"\bgifts?\b|present\b|cash|money|commission|per ?cent|%|\bcut\b|\bpoints?\b|vouchers?|\bcards?\b|coupons?|iphone|\bphone|tablet|ipad|hamper|gold(?! star)|watch|scarf|wine|whisky|whiskey|cognac|brandy|moutai|maotai|bottle|cigar|tickets?|passes|trip|holiday|dinner|lunch|shopping|worth (?:your|my)|make it up|thank|grateful|gratitude|generous|favou?r|good turn|internship|nephew|niece|sister|brother|cousin|daughter|\bson\b|\blad|job|desks?|envelope|bonus|something (?:for|in it|like)|for (?:you|me) (?:as|person)|personally|share|half|split|broker|agent|company|consult|introduc|grease|wheels|borrow|lend|\bcar\b|\bvan\b|flat|villa|cost price|bag|bean|cooker|oil|remember|forget|quietly|appreciat|reimburs|tuition|school|\d|thousand|grand|hundred|send you|slip|pay|weekend|keep it|friend|your (?:place|driver|line)|deposit|membership|wallet|stay there|cost you|vacuum|nights|shoe size|tea\b|big family|mad about|rate",
        "guarantee_return": r"guarante|los[es]|loss|principal|capital|money|per ?cent|%|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|double)\b|return|yield|profit|earn|interest|fund|product|invest|up\b|down\b|drop|fall|rise|risk|safe|sure|certain|always|never|come out|back\b|benchmark|rich|wrong|bank on|pays?\b|grow|cover|make good|difference|term|start|penny|quiet|clock|line|dipped|cheque|red\b|pocket|minus|stands behind",
        "leak_client": r"\d|\b(?:million|mil|thousand|hundred|grand|half|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty)\b|loan|borrow|lend|deposit|account|overdraft|overdue|debt|arrears|default|late\b|instal|instalment|credit|balance|salary|facility|limit|statement|contract|report|signed|bought|buys?\b|buying|sold|fund|gold|cash|insur|took|drawn|bills|bond|divorc|drunk|drinks?\b|wife|useless|uncle|father-in-law|mahjong|clue|hopeless|fool|gossip|between us|between you|don't tell|mum's the word|system|file|schedule|look (?:in|up|at)|with us|out of business|bankrupt|broke|under\b|lost|sacked|fired|job\b|money|rate|%|per ?cent|take photo|copy|photograph|partner|screams|ropes|opened a card|second",
        "tie_in": r"deposit|insur|polic|fund|card|account|salar|payroll|settle|fee|premium|buy|purchase|take|leave|park|keep|put|cover|consult|advis|cost|apprais|legal|must|have to|need|unless|without|only if|condition|ceiling|maximum|\bmax\b|cap\b|top\b|same for|gold|coins|comes? (?:as|with)|pair|box|balance|million|if you want|wealth|annuity|product|per ?cent|%|pay|pile|asleep|drawdown|differen|apply|applied|pension|plan|highest|endowment|service",
        "high_interest_deposit": r"interest|\brate|point|per ?cent|%|\d|cash|money|extra|\btop|voucher|card|gold|phone|iphone|tablet|ipad|watch|bonus|envelope|thousand|hundred|grand|board|wall|posted|difference|\bpa(?:y|id)|gift|hamper|wine|whisk|moutai|trip|ticket|cooker|vacuum|own side|quiet|secret|table|on the side|supplement|over the|above",
        "informal_address": r"\bhey\b|\bhiya\b|\byo\b|\bguys?\b|\bbud(?:dy|dies)?\b|\bmat(?:e|es|ey)\b|\bdudes?\b|(?:^|[,.!?]\s*|whatever |come on |hey |thanks |cheers )man\b|\bman[,!?]|\bbro\b|\blad(?:s|die)?\b|\bpals?\b|(?:^|[,.!?]\s*|morning |there )(?:love|dear|hun|hen|duck|son|boss|chief|girl|sunshine|bab|big man|old man|my friend|folks|ladies|kid)\b|\b(?:boss|chief|love|dear|girl|folks|sunshine|bab)[,.!?]|darling|sweetheart|\bhoney\b|gaffer|cobber|champ\b|fella|missus|\bsup\b|what's up|wassup|squire|guv|amigo|old (?:boy|chap)|sweetie|\bbabe\b|kiddo|tell your boss|you lot|y'all|ya\b|\bu\b|yous?e\b",
        "rush_decision": r"today|now\b|tonight|tomorrow|sign|decid|decision|last|left|gone|slot|place|hurry|quick|fast|wait|minute|hour|before|until|till|yes\b|no\b|think|overthink|miss|late|chance|queue|next week|friday|monday|weekend|expire|close[sd]?\b|deadline|hold|regret|cry|kick yourself|mad not|brainer|deal\b|done|pen\b|dotted|move|grab|lock|rate|sleep|money|come|go\b|chop|train|christmas|quota|in by",
        "overpromise": r"approv|loan|money|limit|rate|account|million|\d|day|week|hour|month|friday|monday|tuesday|wednesday|thursday|tomorrow|today|guarante|promis(?:e|ed|es)? (?:you )?(?:it|that|the|the money|approval|\d)|my word|swear|heart|certain|sure|no problem|never|always|forever|whatever|any(?:thing| amount)|as much|as large|done|through|pass|committee|boss|upstairs|double|triple|leave (?:it|that) to|count on|in the bag|fix|get (?:it|you)|hundred|easy|definitely|everything|well within|say so|order|turned me down|sail|wave|walk it|make it come|no way|wrong|personally|do it all|come by",
        "over_lend": r"borrow|loan|lend|limit|line|credit|card|draw|take|took|debt|owe|leverag|mortgag|more|extra|max|full|whole|double|twice|bigger|larger|\btop|round|spend|cash|gear|leave|table|instal|repay|pay (?:it|one|back)|\bbuy|go (?:for|big|up|six)|grow|why stop|cheap|enough|another|second|third|rest|free money|interest|advance|million|got you|\d{3}|stretch",
        "disparage_competitor": r"\b\w*banks?\b|broker|lender|competitor|rival|next door|lot\b|the others|shop|place|leas|dealer|maker|finance|insurer|citi|dbs|cmb|icbc|hsbc|ccb|boc|minfeng|app\b|fintech|everybody knows|village|rural|get out|paid for|pay for|crowd|across|over there|loan|rate|per ?cent|%|deposit|quote|offer",
    },
}  # fmt: skip
_FLOOD = {"zh": 3, "en": 2}
"""From so many terms on they are a flood; from twice as many where one of them is explained at once."""
_EXPLAINED = re.compile(
    r"说白了|简单(?:说|讲)|就是说|意思(?:就)?是|也就是|术语叫|大白话|通俗|in plain|which means|in other words|simply put",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"(?i:(?<![a-z])(?:runway|packages?|committee|working capital|headline rate|facility|all-in|cash ?flow|burn rate|pricing|collateral|term sheet|due diligence"
    r"|cap table|yield|liquidity|pipeline|refinanc\w+|syndicat\w+|structuring|onshore|offshore|veto|gap|cover|buffer)(?![a-z]))"
)
"""Terms of the trade in the other language, in a Chinese turn; its everyday words are none."""
_TERMS = re.compile(_TERM)
_OWN_FAMILY = re.compile(
    r"我(?:妈|爸|爹|娘|老婆|老公|媳妇|爱人|姥姥|奶奶|爷爷)|她老人家|他老人家|\bmy (?:mum|mother|dad|father|gran|wife|husband)\b"
)
_ASKED = {
    "zh": re.compile(r"[?]\W*$|[吗么][。!…~\s]*$"),
    "en": re.compile(
        r"^\W*(?:(?:and|so|but|well|ok|okay)\W+)?(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|have|has|can|could|would|will)\b.*[?]\W*$"
    ),
}
_GREETED = re.compile(r"([^\W\d_]{1,4})你好")
BY_DEFINITION = frozenset({"jargon", "informal_address"})
"""Taboos that are nothing but their words: without them there is none, however alike."""


@cache
def _needed(language: str) -> dict[str, re.Pattern[str]]:
    return {family: re.compile(pattern) for family, pattern in _NEEDED[language].items()}


def wanting(language: str, family: str, text: str, where: range, previous: str = "") -> bool:
    """Whether no word that the taboo ``family`` cannot do without stands near the characters ``where`` of ``text``.

    Near is the sentence and those beside it; for how somebody is addressed the very words, for a tie-in their sentence,
    for another bank and for terms of the trade the whole turn, and what the client said before it in ``previous``.
    """
    if family == "jargon":
        flood = _FLOOD[language] * (2 if _EXPLAINED.search(text) else 1)
        return len(_terms(language, text)) < flood or not _terms(language, text[where.start : where.stop])
    needed = _needed(language).get(family)
    if needed is None:
        return False
    written = simplified(text).replace("’", "'")
    ahead, own, behind = _sentences(written, where)
    if family == "disparage_competitor":
        return not needed.search(f"{written}\n{simplified(previous)}")
    if family == "informal_address":
        return not needed.search(_addressing(language, written, where, simplified(previous)))
    if family == "tie_in":
        return not needed.search(own)
    if family == "leak_client":
        told = simplified(previous)
        ahead, own, behind = (_told_anew(language, one, told) for one in (ahead, own, behind))
    if family == "overpromise":  # what is promised stands beside the promise or before it
        behind = ""
    return not needed.search(f"{ahead}\n{own}\n{behind}")


def _told_anew(language: str, sentence: str, previous: str) -> str:
    """What a sentence tells: nothing of one's own family, nor what it asks or says back in order to ask."""
    if _OWN_FAMILY.search(sentence):
        return ""
    if not _ASKED[language].search(sentence.strip()):
        return sentence
    parts = _PARTS.split(sentence)[:-1] if language == "zh" else []
    return ",".join(part for part in parts if not _said_back(part, previous))


def _said_back(part: str, previous: str) -> bool:
    """Whether most of ``part``, word for word or character pair for character pair, stands in the line before."""
    letters = "".join(HAN.findall(part))
    pairs = [letters[at : at + 2] for at in range(len(letters) - 1)]
    words, known = WORD.findall(part), set(WORD.findall(previous))
    again = sum(pair in previous for pair in pairs) + sum(word in known for word in words)
    return again > _MOST * (len(pairs) + len(words))


def _terms(language: str, text: str) -> set[str]:
    """The terms of the trade in a text; in a Chinese one also the foreign words."""
    found = {term.lower() for term in _TERMS.findall(text)}
    return found | {term.lower() for term in _FOREIGN.findall(text)} if language == "zh" else found


def _sentences(written: str, where: range) -> tuple[str, str, str]:
    """The sentence before, those in which the characters stand, and the one behind."""
    at, ahead, own = 0, "", ""
    for piece in pieces(written):
        if at >= where.stop:
            return ahead, own, piece
        if at + len(piece) > where.start:
            own += piece
        else:
            ahead = piece
        at += len(piece)
    return ahead, own, ""


def _addressing(language: str, written: str, where: range, previous: str) -> str:
    """The words in which somebody is addressed, with the chunks beside them, but for what addresses somebody else.

    您 has no plural of its own: in a turn with it a 你们 beside the words is the firm or the couple. A greeting of whom
    the client has just named is not for the client.
    """
    first = max((written.rfind(mark, 0, max(0, where.start - 1)) for mark in _MARKS), default=-1) + 1
    ends = [end for mark in _MARKS if (end := written.find(mark, where.stop)) >= 0]
    words = written[first : min(ends, default=len(written))]
    if language == "zh":
        if "您" in written and "你们" not in written[where.start : where.stop]:
            words = words.replace("你们", "")
        words = _GREETED.sub(lambda greeted: "" if _named(greeted[1], previous) else greeted.group(), words)
    return words


_PARTS = re.compile(r"[,，、;；]")
_MOST = 0.7
_MARKS = ",.!?;:。、\n"


def _named(name: str, line: str) -> bool:
    """Whether the end of what stands before a greeting is a name that the line holds."""
    return any(name[-size:] in line for size in (3, 2) if len(name) >= size)
