"""The words in which offences are said outright, by language: few and narrow, for what they find is certain.

Source: catalogue C16, C24-C27, C33-C36, C41, C48, C51. All patterns are searched in simplified text, one sentence at a time.
"""

from typing import NamedTuple


class Words(NamedTuple):
    """Words that are an offence, and what else has to be so."""

    family: str
    kind: str | None
    said: str
    beside: str = ""
    """What must stand in the turn, or in the client's line before it, for the words to be meant of that."""
    unless: str = ""
    """What in the sentence makes them harmless."""
    instead: str = ""
    """What in the turn or the client's line the words may be true of; there ``beside`` must stand in the turn itself."""


_INVESTED = {
    "zh": r"理财|基金|保险(?![箱柜保]|制度)|年金|固收|净值|分红|万能险|信托|私募|黄金|股票|保单|教育金|[一这]款|这只|这支|产品|债",
    "en": r"\b(?:funds?|products?|(?:education|savings|pension|insurance|investment) plan|polic(?:y|ies)|insur(?:ance|er)|annuit\w+|bonds?|invest\w*|wealth|structured|shares|equit\w+)\b",
}
_DEPOSITED = {
    "zh": r"(?:存款|定期|存单)(?![^,。]{0,4}(?:一样|似的|差不多|一模一样|没区别))|国债|七天|通知|大额|五十万以内|活期|挂牌",
    "en": r"\b(?:deposits?|certificates?|cds?|savings account|treasur\w+|notice account|insured up to|current account)\b",
}
_BOUGHT = {
    "zh": r"签(?:了|字|下|完|约)|今天[^,。]{0,4}[签定办存]|就定|定下来|存[够满进上]|[存买][一二三四五六七八九十百\d]|存[一二三五半]年|别销|不销|开户|转过来|挪过来|留下来|代发|您?买了|介绍|只要|满[一二三四五六七八九十百\d]",
    "en": r"\b(?:if|when|once|for) you(?:'ll)? (?:sign|move|bring|put|buy|open|stay|invest)\w*|\bsign(?:s|ed)? (?:today|tonight|now|this|the|it|here|with)|\b(?:bring|move|put) [^.;?!]{0,24}(?:across|over|here|in\b|with us)|\bdeposit of\b|\bif (?:she|he) signs\b|\byou come (?:in|over|along|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
}
_GIFTS = (
    r"(?:(?:花生|食用|大豆|菜籽)油|[桶瓶箱]油|大米|[袋斤]米|茅台|中华烟|条中华|[条包]烟|(?:新|[台部])手机|购物卡|超市卡|油卡|京东卡|加油卡|洗车卡|电饭[煲锅]|金豆|金条|金币|金镯|蚕丝被"
    r"|红包|空气炸锅|扫地机|ipad|平板电脑|[块元万千百]现金|现金[一二三四五六七八九十百千\d])"
)

_NOT_PROMISED = {
    "zh": r"不打|不拍|拍胸脯的|打包票的|批不批|不敢|不能|没法|无法|不好(?:说|保证)|保证不了|说不准|不一定|谁(?:跟|要是|敢|也|都|能)|别人|人家|那叫|中介|吹牛|才算|我不(?:包|吹|拍|敢|能)|别信|要是我|假如|您能保证"
    r"|(?:保证|担保|包票|胸脯)[^,。]{0,8}(?:告诉|打电话|回您|答复|准时|来|把|写|发|送|按时|不瞒|如实)|吃亏",
    "en": r"\b(?:can't|cannot|can not|couldn't|won't|wouldn't|don't|not|nobody|no one|never) (?:\w+ )?(?:guarantee|promise|vouch)\b|\bno(?:t a)? guarantee\b|\bif i (?:promised|guaranteed|said)\b|\b(?:the|that|this|a|another) (?:broker|bank|man|fellow)\b"
    r"|\bguarantee (?:fee|company)\b|\b(?:sign|give|put up) (?:the|a) guarantee\b|\b(?:nothing|nobody|naebody|no one|no man|one thing|this much|scratch|shall not|before i)\b|\b(?:can't|cannot|won't|not) (?:say|write|call it|tell you)\b|never lose'"
    r"|\bpromise (?:you )?(?:a call|an answer|the answer)\b|\blose (?:(?:the|your|a) (?:client|customer|place|time|face|thread)|sight|touch)\b|\byou(?:'ve)? (?:have )?nothing to lose\b",
}
"""What makes such words a refusal to promise, or a promise that one can keep."""


WORDS: dict[str, tuple[Words, ...]] = {
    "zh": (
        Words(
            "kickback", None,
            r"[您你]也别让我白(?:忙|跑|干|辛苦|费)|(?:回头|事成|办成|[事办]儿?成)[^。!?]{0,12}[您你]懂(?:的|得)|[您你](?:就)?看着(?:意思意思|表示表示|给点)|别亏待(?:了)?我|给我(?:留|拿|带|整|弄)[一两几]?条(?:好)?(?:烟|中华|软)",
        ),
        Words(
            "guarantee_return", "guarantee_return",
            r"(?:跌|净值|掉)[^。?]{0,14}(?:肯定|一定|准保?|迟早|早晚)(?:还)?(?:会|能|要|得)?(?:涨|回)(?:回|上|本|来)", _INVESTED["zh"],
            r"不敢|不一定|不能|谁(?:也|都)|没法|保证不了|要是|不(?:会)?(?:跟您)?说", _DEPOSITED["zh"],
        ),
        Words(
            "overpromise", "unrealistic_promise",
            r"打(?:个)?包票|拍(?:个)?胸脯|(?<!不)(?<!没)我(?:敢|可以|能|给您|跟您)(?:保证|担保)(?![人金])|[行分]里?那[边头]我搞定|(?:再也|一分钱?都?|绝|肯定)不会?再?(?:亏|赔)|亏不着"
            r"|(?:包在我身上|有我在|我说了算)[^。!]{0,16}(?:[钱款贷批]|到账|额度|利率)|(?:[钱款贷批]|到账|额度|利率)[^。!]{0,12}(?:包在我身上|我说了算)",
            "", _NOT_PROMISED["zh"],
        ),
        Words(
            "overpromise", "promise_approval",
            r"(?:百分之百|百分百|100%|铁定|绝对|肯定|准保|稳稳)[^,。?]{0,6}(?:批|过(?:会|审|得)|批下来|过[。!,])|不用上会|审批(?:就?是)?走个过场|(?:上会|审批)[^,。]{0,4}就?是?走个过场",
            "", _NOT_PROMISED["zh"],
        ),
        Words(
            "guarantee_return", "guarantee_return",
            r"(?<![要选找有看图])(?<!喜欢)保本的(?=[,。!~…]|$)|(?:绝对|肯定|百分百|百分之百|一定|当然)(?:是)?保本(?!的[那这几有话])|保本(?:又|也)?保(?:收益|息)|稳赚不[赔亏]|包赚|只赚不[赔亏]"
            r"|刚(?:性)?兑(?:付)?的|本[金钱](?:我|给您|我给您|我敢)?(?:打包票|打保票|包票)|本[金钱](?:绝对|肯定|百分之?百|保证)[^,。不]{0,4}(?:安全|不会少|不少|没事)"
            r"|亏了(?:算|找)(?:我|行里|我们行)|亏了(?:由|都)?(?:我|行里|我们)[^,。不能]{0,6}(?:赔给?您|补给?您|赔(?![不偿])|担着|兜着)",
            _INVESTED["zh"], _DEPOSITED["zh"] + r"|诉求|退保|要是|如果|假如|有的", _DEPOSITED["zh"],
        ),
        Words(
            "guarantee_return", "guarantee_return",
            r"亏不了|(?<!会)不会亏(?!待|欠|本金)|不可能(?:会)?亏|绝不(?:会)?亏|肯定不亏|零风险|收益(?:是)?有保证|放着[^,。]{0,4}肯定[^,。]{0,4}(?:涨|回)|本[金钱][^,。]{0,4}一分[^,。]{0,3}(?:不会少|不少|少不了)",
            _INVESTED["zh"], _DEPOSITED["zh"] + r"|诉求|退保|要是|如果|假如|有的|锁汇|远期|结汇|吃亏|赎回",
        ),
        Words(
            "conceal_risk", "mix_with_deposit",
            r"(?:跟|和|与|同|像)(?:银行)?(?:存款|定期|存定期|存银行|存钱|储蓄)(?:完全|其实|都|是)?(?:一样|一模一样|没区别|没差别?|没有?两样|一回事|一个样)"
            r"|(?:您|你)?(?:就当|只当|就当成|当成|当作)(?:是|它是)?(?:存款|定期|存定期|存钱|存银行|储蓄)(?:放|存|了|就|好|[,。!]|$)",
            r"理财|基金|保险(?![箱柜保]|制度)|年金|固收|净值|分红|万能险|信托|保单|教育金|[四五六]个点的", r"存单|通知存款|结构性|不是存款|不懂|品品|大额|七天|可(?:是)?合同|吗",
        ),
        Words(
            "conceal_risk", None,
            r"(?:风险提示|条款|说明书|小字|合同)(?:就|都|那些|您|嘛|只|也)*(?:是)?(?:不用看(?!完)|甭看|不用管|走个?形式|走过场)|我替您?(?:点|勾|选|答)(?:了|完|好|就)?,?[^。]{0,8}您?只管点头",
            "", r"发您|带回|今天|家里",
        ),
        Words(
            "rush_decision", "scare_scarcity",
            r"名额(?:不多|快没|就剩|只剩|就那么几)|最后(?:的|几个|[一两三二五]个|一批|一点|这几个)(?:名额|额度)|(?:就|只)剩[^,。]{0,4}个名额|过了(?:今天|这村|这周)[^,。]{0,4}(?:就没|就涨|就降|没有?了)|晚了就没"
            r"|今天不(?:定|签|买|办|存)(?!也)[^,。]{0,8}(?:没[了有]|停售|就涨|后悔|就亏)|明天就(?:没了|停售)|过(?:了)?这(?:个)?村[^,。]{0,3}没这(?:个)?店|(?:不|再不)(?:买|签|锁|定|办)[^,。]{0,4}(?:后悔|哭)",
            "", r"预约|讲座|周六|周日|见面|座谈|窗口",
        ),
        Words(
            "rush_decision", "urge_decision",
            r"[您咱]今[天儿]就(?:把字)?(?:定|签)(?:了|下来|下)?(?:吧|呗|[了吧]?行不|得了)|今[天儿]就把字签|给(?:我)?个痛快话|还(?:犹豫|考虑)啥|别(?:再)?犹豫了|当场(?:签|定)了?(?:吧|呗|多好)",
        ),
        Words(
            "kickback", "gift_for_sale",
            rf"(?:送|再给|就给|给|加)(?:您|你|您家|您个人|嫂子|您太太)?(?:弄|买|拿|备|包)?(?:了|个|上)?[一两三二几四五六八十百千万\d]*(?:[桶箱瓶条台部袋床套张个颗克份](?:[一二三四五六七八九十百千两\d]+[块元]的)?)?{_GIFTS}",
            _BOUGHT["zh"], r"没关系|无关|办不办|都送|不能|不可以|不许|不准|违|我行有|卖",
        ),
        Words(
            "disparage_competitor", None,
            r"骗子银行|(?:他们(?:家|行)|那家(?:行|银行)?|海州(?:银行|那边)?|[城农]商行|大行|信用社|小银行)(?:那|都|就|肯定|真的?|可|迟早|早就|快|是){0,4}(?:骗人|坑人|骗子|骗客户|坑客户|快不行|要倒闭?|倒闭|暴雷|喝血|烂透)",
        ),
        Words(
            "tie_in", None,
            r"(?<![买存办开配])不(?:买|存|配)[^,。]{0,10},?(?:这笔)?(?:贷款|款)?(?:就)?(?:批不[了下出]|放不[了下出]|不批|不放款|不给批|走不了)|先(?:存|买)[^,。]{1,12}(?:才|再)(?:能)?(?:给您)?[^,。]{0,3}(?:批|放款|放贷)"
            r"|(?:要|想)(?:放款|贷款)[^,。]{0,4}(?:就)?(?:得|必须)(?:先)?(?:买|存|配)",
            "", r"抵押|登记|首付|监管|保证金|材料",
        ),
        Words(
            "falsify", "fake_documents",
            r"(?:流水|报表|收入证明)我?(?:来)?(?:帮|给|替)[您你][^,。]{0,3}(?:做|弄|调|改|包装)[^,。]{0,3}(?:好看|漂亮|大一?点|高一?点)|剩下的我编|(?:找人|我)(?:帮|给)[您你](?:做|编)[^,。]{0,4}(?:假)?流水",
        ),
        Words(
            "private_sale", "proxy_operation",
            r"(?<!手)密码(?:您)?(?:告诉|发给?|念给?|给|报给)(?:一下)?我|(?:钱|款)(?:您)?(?:先)?(?:转|打)(?:到|给)?我(?:的)?(?:个人|自己)?(?:的)?(?:卡|账户|账上|微信)|先打我(?:这张)?卡",
            "", r"自己|收回|不能|别|违",
        ),
        Words(
            "guarantee_return", "guarantee_return", r"本[金钱](?:是)?(?:原封不动|一分不动|纹丝不动)",
            r"收益|利息|多出|多给|每个?[月年]", _DEPOSITED["zh"] + r"|要是|如果|假如",
        ),
        Words(
            "conceal_risk", "coach_risk_test", r"我(?:来)?[替帮]您?(?:勾|选|点|答)(?:了|好|就|完|一下|个|成|,|。|!|$)",
            r"测评|问卷|风险|这题|答题|评估", r"[念读]|您自己|如实|实际|机器|页|网点",
        ),
        Words(
            "leak_client", "leak_client_info", r"(?:别|甭)(?:跟[^,。]{1,4})?(?:说|讲)(?:是)?我(?:说|讲|告诉|透露)(?:您|你)?的",
            r"[贷借欠存账]|利息|逾期|额度|流水",
        ),
        Words(
            "tie_in", None,
            r"不好(?:替|帮)您(?:说话|报)|排不上[队号]|连报都不(?:报|给)|(?:我)?(?:可就|就)?不好说话了",
            r"[买配存搬]|保险|基金|理财|信用卡|代发", r"材料|手续|征信|资料",
        ),
        Words(
            "tie_in", "deposit_for_loan",
            r"(?:其中|拿出?|留|转)[^,。]{0,6}(?:一[百千成]|[两二三四五]成|[一两二三四五六七八九十]+[百千]?万|\d+万?)[^,。]{0,6}(?:转|存|做|当)[^,。]{0,8}(?:定期|存单)[^。]{0,24}到手",
        ),
        Words(
            "kickback", "offer_bribe",
            r"打(?:到|进|给)?(?:您|你)?(?:爱人|太太|夫人|媳妇|老婆|老公|先生|孩子|儿子|女儿|家里人)[^,。]{0,3}(?:卡|账|户头)|(?:千分之|百分之)[^,。]{1,3}(?:给|跟)(?:您|你)(?:提(?![醒供前示])|返|抽)|(?:给|跟)(?:您|你)(?:个人)?(?:提|返|抽)[^,。]{0,2}(?:千分之|百分之|[一二两三半\d]个?点)",
            "", r"代发|工资|退|不能|没有|公示|积分",
        ),
        Words(
            "kickback", "solicit_bribe",
            r"(?:您|你|哥|姐)?(?:先|能不能|能|要不)?借(?:给)?我[^,。]{0,4}[百千万块](?!的?贷)",
            "", r"身份证|额度|资料",
        ),
        Words(
            "falsify", "fake_documents",
            r"(?:让|叫|找|请)[^,。]{0,4}(?:会计|财务|出纳|单位|人事|代账)[^,。]{0,6}(?:重新?|另|再)?(?:做|开|编|写)(?:一[套份张])?(?:高一?[点些]|漂亮|好看|多一?[点些]|[^,。]{0,3}假)|(?:会计|财务|代账)[^,。]{0,4}(?:重新?|另)做一套",
            "", r"不能|别|如实|照实",
        ),
    ),
    "en": (
        Words(
            "kickback", None,
            r"\bmake it worth my while\b|\b(?:see|look after) me right\b|\bscratch my back\b|\bdon't let me (?:work|do (?:it|this|all this)|run about) for nothing\b",
            "", r"\b(?:nobody|no one|don't|won't|can't) (?:need|have|want|ask)\b|\bnot asking\b",
        ),
        Words(
            "guarantee_return", "guarantee_return",
            r"\b(?:it|they|the fund|that fund)(?:'ll| will) (?:all )?(?:come|bounce|climb|go) (?:right |straight )?back(?: up)?,? (?:they|it) always (?:do|does)\b|\b(?:it|they|funds?) always (?:comes?|bounces?|climbs?) back\b",
            _INVESTED["en"], r"\b(?:might|may|can't say|no guarantee|not always|don't (?:know|expect|count)|nobody)\b",
        ),
        Words(
            "guarantee_return", "guarantee_return",
            r"(?<!which )(?<!that )(?<!money )\byou (?:really |just |simply )?(?:can't|cannot|won't|will never) lose(?=[,.;!?]|$| with| on| here| money| a )|\bno way (?:to|you(?:'ll| can)?) lose(?=[,.;!?]|$| with| on| money)"
            r"|\b(?:capital|principal)(?:'s| is)? (?:100 ?%|fully|totally|absolutely|completely|basically)? ?guaranteed\b|\d ?(?:%|per cent|percent)?(?: a year| interest| return)? (?:basically |fully )?guaranteed\b"
            r"|\bguaranteed (?:\d|returns?\b|yields?\b)|\b(?:basically|practically|pretty much) guaranteed\b|\b(?:it's|is|totally|completely|basically) risk[- ]free\b|\bif it (?:loses|drops|falls)[^.;?!]{0,12}i(?:'ll| will) (?:cover|pay|make)",
            _INVESTED["en"], _DEPOSITED["en"] + r"|\b(?:approv\w+|loan|credit|facility|house|instalments?|past|last year)\b",
        ),
        Words(
            "conceal_risk", "mix_with_deposit",
            r"\b(?:just like|same as|(?:just )?as (?:good|safe) as|practically|basically|think of it as|exactly like|no different (?:from|to)) (?:a |an |your |the )?(?:special )?(?:fixed |term |time )?(?:deposit|savings (?:account|book))(?=[,.;!?]|$| but| only| with)",
            r"\b(?:funds?|annuit\w+|insur\w*|polic(?:y|ies)|bonds?|wealth|structured)\b", r"\b(?:says|isn't|leaflet|slip|they|he|she)\b",
        ),
        Words(
            "conceal_risk", None,
            r"\b(?:nobody|no one) (?:ever )?reads (?:that|those|this|it|them)(?=[,.;!?]|$| stuff| anyway)|(?:^\W*|\b(?:just|let's|we can|you can|we'll) |, )(?:skip|forget) the (?:risk|small print|fine print|terms)|\b(?:just )?(?:tick|pick|choose|select) (?:\")?(?:aggressive|the last (?:one|answer|box)|high risk)",
            r"\b(?:risk\w*|terms|print|clauses?|contract|pages?|disclaimers?|questionnaire|legal|lawyers?|boilerplate)\b",
        ),
        Words(
            "rush_decision", "scare_scarcity",
            r"\b(?:for |valid )?today only\b|\bonly (?:good |valid )?for today\b|\b(?:last|few|two|three|only \w+) (?:slots?|places?|spots?) left\b|\bplaces? (?:are )?going fast\b|\b(?:it's|it is|they're|that's) gone (?:by )?(?:tomorrow|tonight|next week|friday|monday)\b"
            r"|\bnow or never\b|\byour last chance\b|\bnow or it(?:'s| is) gone\b|\bgone in an hour\b",
            "", r"\b(?:appointment|meeting|o'clock|at (?:nine|ten|eleven|two|three|four|five)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:morning|afternoon))\b",
        ),
        Words(
            "rush_decision", "urge_decision",
            r"\byes or yes\b|(?:^|[,;.!?] ?|come on,? |so |please )(?:just |please )?sign (?:it )?(?:today|now|right now)\b|\bdon't overthink (?:it|this)\b",
        ),
        Words(
            "kickback", "gift_for_sale",
            r"\b(?:throw in|i'll (?:give|get|send|bring|buy|slip) (?:you|her|him|your wife)|i (?:can )?(?:give|send|slip) you|you(?:'ll)? get|comes with)\b[^.?!;]{0,24}\b(?:iphone|new phone|gift (?:cards?|vouchers?)|(?:shopping|supermarket|store) (?:cards?|vouchers?)|hamper|(?:couple of |few |some )?(?:\w+ )?(?:passes|tickets)|moutai|maotai|cash ?back|rice cooker|ipad|gold (?:bar|coin|bean)s?)\b",
            _BOUGHT["en"], r"whether or not|either way|can't|cannot|not allowed|no strings|my (?:boy|son|daughter)",
        ),
        Words(
            "disparage_competitor", None,
            r"\b(?:they|that (?:bank|lot)|those (?:guys|people)|the (?:other|big) (?:bank|lot)|city bank)(?:'re|'ll|'d| are| will| would| is)? (?:all )?(?:rob you|fleece you|rip you|crooks|bandits|vultures|sharks|about to (?:collapse|fail)|half bankrupt)",
            r"\b(?:banks?|brokers?|lenders?|rivals?|lot)\b", r"truck|carmaker|buyer|supplier",
        ),
        Words(
            "overpromise", "unrealistic_promise",
            r"\byou can bank on it\b|\bstake my (?:job|name|life)\b|\bdone deal\b|\bi(?:'ll| can| will)? (?:\w+ ){0,2}(?:guarantee|vouch)\b|\b(?:never|can(?:no|')t|cannot|won't) (?:ever )?lose(?: again\b| (?:a|one|another) (?:cent|penny|yuan|dollar)\b| (?:money|anything)\b| on (?:it|this|that|them)\b|(?=\W*[,.!]|\W*$))"
            r"|\bi(?:'ll| can) (?:\w+ ){0,2}promise (?:you )?(?:that |it |they |this |you'll )[^.?!]{0,30}\b(?:better|more|back|up|through|approv\w+|lowest|rate|money|loan)\b"
            r"|\bi'll (?:get it through|make sure (?:head office|the (?:branch|committee|bank)) (?:signs|says|agrees|approves)|fix it at)\b"
            r"|\b(?:leave (?:it|that|this|everything) to me|you(?:'ve got| have) my word|consider it done)\b[^.?!]{0,40}\b(?:money|loan|approv\w+|rate|limit|sum)\b",
            "", _NOT_PROMISED["en"],
        ),
        Words(
            "overpromise", "promise_approval",
            r"\bapproval(?:'s| is) (?:only |just |merely )?a formality\b|\bno committee (?:needed|necessary)\b|\b(?:definitely|hundred per ?cent|100 ?%|for certain|for sure)\b[^.?!]{0,40}\b(?:approved|granted|get (?:it )?through)\b",
            "", _NOT_PROMISED["en"],
        ),
        Words(
            "overpromise", "promise_approval",
            r"\bguarantee(?:d)? (?:you )?(?:it |that )?(?:gets? |is |will be |be )?approv\w+|\bapproval(?:'s| is) (?:as good as |practically )?(?:guaranteed|certain|in the bag)|\bi guarantee (?:the |your )?(?:approval|loan)\b|\bas good as approved\b",
            "", _NOT_PROMISED["en"],
        ),
        Words("tie_in", None, r"\bno (?:insurance|deposit|policy|fund|card),? no (?:loan|credit|money|drawdown|facility)(?=[,.;!?]|$)"),
        Words(
            "guarantee_return", "guarantee_return",
            r"\b(?:nobody|no ?one)(?:'s)? (?:ever |has ever )?los(?:es|t) (?:a penny |anything |money )?(?:on|with|in) (?:it|this|these|those|them|that)\b",
            _INVESTED["en"], _DEPOSITED["en"],
        ),
        Words(
            "guarantee_return", "guarantee_return",
            r"\b(?:can'?t|cannot|won'?t|will never) (?:go|fall|drop) below (?:what you (?:paid|put|started)|your (?:money|capital|stake))",
            "", _DEPOSITED["en"] + r"|\b(?:they|he|she) (?:say|said|claim)",
        ),
        Words(
            "tie_in", None,
            r"\b(?:or|or else|otherwise),? (?:the (?:loan|money|line) (?:isn'?t|won'?t be|doesn'?t get) (?:paid|released|approved|lent|drawn)|i (?:can'?t|couldn'?t|won'?t) lend)",
            r"\b(?:insur\w+|polic(?:y|ies)|deposit\w*|cards?|funds?|gold|wealth|savings plan|payroll|pension|annuit\w+|cover)\b",
            r"\b(?:mortgage|charge|collateral|security|register\w*|signature|documents?|papers|valuation|purpose|fire|building)\b",
        ),
        Words(
            "leak_client", "leak_client_info",
            r"\bi(?:'ve| have)? (?:just )?(?:looked (?:at|into)|checked|seen|peeked at) (?:his|her|their) (?:accounts?|balance|file|statements?)\b",
            "", r"\b(?:permission|consent|guarant\w+|together|public)\b",
        ),
        Words(
            "conceal_risk", "mix_with_deposit",
            r"\b(?:it'?s|it is|that'?s|this is|this one'?s?(?: is)?) (?:just |basically |pretty much |really )?like a (?:fixed |term |savings )?deposit\b",
            r"\b(?:funds?|annuit\w+|insur\w*|polic(?:y|ies)|bonds?|plan|product|structured|this one'?s?)\b", r"\b(?:says|said|isn't|they|not|except|unlike)\b",
        ),
        Words(
            "conceal_risk", "coach_risk_test",
            r"\bi(?:'ll|'d| will| can| could|ll)?(?: just)? (?:tick|fill in|do|answer) (?:it|that|them|the (?:test|form|questions?|questionnaire|boxes)) (?:in )?for (?:you|u)\b",
            r"\b(?:risk|questionnaire|assessment|suitability)\b", r"\b(?:can't|cannot|transfer|after you)\b",
        ),
        Words(
            "private_sale", "proxy_operation", r"\b(?:security )?(?:code|number|digits) (?:on|from) the (?:back of (?:the |your )?)?card\b(?= too| as well|[,.!]|$)",
            r"\b(?:full number|read (?:it|them) (?:out|to me)|give me|tell me|text me|send me)\b", r"\b(?:never|call|ring|hotline|lost)\b",
        ),
        Words(
            "leak_client", "leak_client_info",
            r"\b(?:you )?didn'?t hear (?:it|that|this) from me|\bkeep (?:that|it|this) under your hat|\bdon'?t (?:tell|let on to) (?:him|her|them) i (?:said|told|mentioned)|\bmum'?s the word",
            r"\b(?:loans?|borrow\w*|ow(?:es?|ed|ing)|million|thousand|interest|late|behind|deposit\w*|account|overdraft|mortgage\w*|fund)\b",
        ),
        Words(
            "tie_in", None,
            r"\bi (?:won'?t|can'?t|couldn'?t|wouldn'?t)(?: even)? (?:submit|file|send up|put (?:it|this|the papers|your case) (?:in|up|through)|put in a (?:good )?word)\b",
            r"\b(?:payroll|insur\w+|polic(?:y|ies)|deposit\w*|cards?|funds?|buy(?:ing)?|annuit\w+|wages)\b",
            r"\b(?:documents?|signatures?|statements|incomplete|missing|until you've thought)\b",
        ),
        Words(
            "tie_in", "loan_for_fee",
            r"\b(?:advisory|consult\w+|service|arrangement) fee\b[^.;!?]{0,40}\b(?:draw ?down|draw down|release|pay (?:it )?out|lend) (?:once|when|after|only)\b",
        ),
        Words(
            "kickback", "offer_bribe",
            r"\b(?:per cent|percent|%|thousand|hundred|grand)[^.;!?]{0,16} (?:goes|go|paid|sent) (?:in)?to your (?:wife|husband|son|daughter|brother|sister)\b",
            "", r"\b(?:limit|spend\w*|transactions?|fee|overdraft)\b",
        ),
        Words(
            "kickback", "solicit_bribe",
            r"\b(?:if you |you(?:'d| could| might)? |could you |just )?l(?:end|ent|oan|oaned) me (?:a |some |about |maybe )?(?:\w+ )?(?:thousand|grand|hundred|money|cash|\d+k?)\b",
        ),
        Words(
            "high_interest_deposit", None,
            r"\b(?:(?:fuel|petrol|shopping|supermarket|gift|store) (?:cards?|vouchers?)|gold (?:bars?|coins?|beans?)|cash ?back)\b[^.;!?]{0,30}\b(?:straight away|on the spot|for (?:each|every)|per|if you|when you|for you)\b",
            r"\b(?:deposit\w*|savings|move it|bring it|renew|certificate)\b", r"\b(?:none|public\w*|published|offer|campaign|everyone|referral|regulator|used to)\b",
        ),
        Words(
            "falsify", "fake_documents",
            r"\b(?:have|get|ask) (?:your|the) (?:accountant|bookkeeper|employer|hr|boss|lad|clerk)\b[^.;!?]{0,24}\b(?:another|a bit more|higher|prettier|better one|new set)\b",
            "", r"\b(?:copy|copies|honest\w*|true|real|stamped)\b",
        ),
        Words(
            "private_sale", "proxy_operation",
            r"\b(?:tell|give|read|text|send|message) me (?:your |the )(?:password|pin|otp|passcode|login)\b",
        ),
    ),
}  # fmt: skip
