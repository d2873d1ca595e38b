"""Figures that nobody offers: what is left over, a third party's, the listener's own, past, later, worked out, refused.

Each figure is judged by the words of its own part of the sentence, before and behind it.
"""

import re
from collections.abc import Sequence

from simulator.language.normalise import simplified
from simulator.language.quantities.bounds import begin_of, end_of, stretch
from simulator.vocabulary.dialects import in_common_words
from simulator.vocabulary.turn import Aside, Quantity

_PART = re.compile(
    r"[。！!？?；;：:，、…\n]|,(?!\d)|(?<!\d)\.|\.(?!\d)|——|\bbut\b|\bwhile\b|\bwhereas\b|\band (?=(?:we|i|our|you)\b)|但是?|(?<![拼打比追跟赢抢够碰])不过|而(?=我)"
)
_SENTENCE = re.compile(r"[。！!？?；;\n]|\.(?!\d)")
_EN_WORD = (
    r"zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|million|point|half|quarters?|per\s?cent|percent|basis|points?"
)
_FIGURE = {
    "zh": re.compile(r"(?:[\d.%零〇一二两三四五六七八九十百千万亿点成]|,(?=\d{3}))+(?:个?点|个?基点|bp|元|块)?"),
    "en": re.compile(
        rf"(?:[\d.,]+\s*(?:%|k\b|m\b|bn\b)?|\b(?:{_EN_WORD}|and)\b)(?:[\s-]*(?:%|\b(?:{_EN_WORD}|per\s?cent|and (?=(?:a )?(?:half|quarter|three|\w+ty|\w+ (?:thousand|hundred)))|a (?=half|quarter))\b))*"
    ),
}
"""What a figure may be made of: it is read on from where it begins."""

_ZH: tuple[tuple[Aside, str, str], ...] = (
    (
        "refused",
        r"(?<!有)(?:没说过?|没讲|没提|没报|没答应|不是说?|而不是|做不到|给不了|不能[给做按报放贷]|到不了|不可能[给到]?|没有|[不别]报|不提|别提|拿不出|批不了|批不下来|定不了|办不了|[拼打比追跟赢抢够碰]不[过赢上了动着起])[^,。]{0,5}$",
        r"^[^,。；]{0,3}?(?:(?<!有)没有(?=$|[^\w]|[的了吧啊哦呀喽啦咯嘛哈哩]|这|商量|余地|可能|戏|门|那)|做不到|给不了|办不了|到不了|(?<!行)不行|不可能|(?<!成)不成|免谈|没这个数|我没有(?=$|\W)|超了我的权限|做不了主|定不下来)"
        r"|^(?:[^,。；;!！?？]{0,8}[,?？]?)?(?:门儿?都没有|没门儿?(?=$|\W)|没得(?:谈|商量|说)|没商量|谈不了|[填写]不了|做(?:梦|春秋大梦)|想都(?:别|不用|不要)想|别想|没戏|没指望|(?:不在|超出|超过|出了)(?:了)?(?:我|我们|咱们?)的?(?:权限|授权|本子|章)|(?:就|也|都|那)?更?(?:别|甭|不用|不必)提(?!前)|(?:行里|[分支总]行|上面|我们行|我行|我们?)(?:那边)?(?:也|都|就|是)*不(?:认(?![得识为])|收|批(?!次|发)|答应|同意)|谁(?:来|去|说|批|给)?[^,。]{0,3}(?:都|也)(?:没有|没用|给不了|不行|批不了))"
        r"|^[^,。；;?？]{0,10}?(?:我|我们|咱们?)(?:这儿|这边|手里|也|都|可|真|还)*(?:没|没有|无)(?:这个|那个|这样的)?(?:权限|权|资格|本事)"
        r"|^[^,。；?？]{0,14}?(?:我|我们|咱们?|行里)(?:这儿|这边|这里|手里|手上|真|可|实在|也|都|当场|当面|现在|今天|这会儿|一个人|自己){0,2}(?:(?:给|定|做|办|批|签|报|拿|放|贷|出|凑|掏|端|落|压|降|答应)不(?:了|到|下来?|出来?|起)|(?:可|并)?没(?:答应|说过?|报|提|讲|许))"
        r"|^[^,。；;?？]{0,14}?(?:交不[了到得]差|[没无]法交[代差]|不好交[代差]|交代不了|(?:就算|连)?(?:我们?|咱们?|[分支总]行|行里|上面|领导|总部|行长|谁)(?:那边|那儿|那里)?(?:也|都|就|可|是)*"
        r"(?:(?:不会|不肯|不可能|不)(?:批(?!次|发)|答应|同意|松口|点头|放行)|不让|不许|不准(?!时)|批不(?:了|到|下来?)|过不[了去]))"
        r"|^[^。；;?？]{0,16}?不是(?:我|我们|咱们?)(?:今天|现在|当场|这儿|这边|手里|自己)*(?:能|可以)?(?:给|报|定|出|许|批)(?:得了)?的"
        r"|^[^,。；;?？]{0,4}?太(?:多|大|重|高|狠|悬|离谱|猛)"
        r"|^(?![^,。]{0,6}(?:认了|我认|就[\d一二三四五六七八九十]|给您|依您|答应|成交|照给))[^。；;!！]{0,20}?(?:(?:头儿?|领导|行长|老板|上头|主任|会上)[^,。；;]{0,8}?(?:削|骂|撵|轰|砸|剥|吃了|宰|毙|开了|开除|赶|收拾|拍桌子|翻脸)|饭碗|挨(?:板子|骂|批|削|训|收拾|打)|卷铺盖|(?:我|得)下课|兜着走|背处分|写检讨)"
        r"|^[^,。；;?？]{0,3}(?:那)?是(?:[分支总]行|上面|领导|行长|总部)(?:那边)?(?:才|的)[^,。]{0,2}(?:底|价|线|权限|批)",
    ),
    (
        "rest",
        r"(?:剩下?的?那?|余下的?那?|其余的?|剩余的?|另外的?那|差的那?|还差|还缺|欠的那?)[^,]{0,4}$",
        r"^(?:里头|里面|当中|之中|的?(?:缺口|差额|尾巴|余数)|的?剩余|没着落)",
    ),
    (
        "others",
        r"(?:中介|黄牛|掮客|经纪人?|对方(?!案)|对家|别家|别的银行|别人|人家|另一家|另外一家|其[他它](?:银行|家)|他行|[大外]行|那家|隔壁|邻居|街坊|同行|对手|竞争|对面|股份行|国有行"
        r"|亲戚|朋友|放贷的|放款的|民间|高利|外头|外面|老[一二三四五六七八九](?!百|千|万)|车厂|晶圆厂|钢厂|(?:那|这|哪)[几两三一]?[家个位](?:客户|买家|下家)|下家|买家|供应商|投资人|投资方|股东|[他她]们?(?:家|俩)?(?:那|收|拿|要|欠|押|报|给)|拍胸脯|那一?份|另一?份|表[哥弟姐妹]|(?:有|一)个客户|之前的客户|小贷|老[张李王刘陈何](?!的意思)|有人)(?!.*(?:我们|我行|我给|我报|我出|我能|我这|咱们?|(?<![家行边头])给[您你]))[^。]*$",
        r"^(?:是|的?)?(?:那是)?(?:别家|中介|人家|隔壁|大行|那家|他们)的|^[^,。]{0,6}[,、]?(?:(?:我|我们|咱)(?:不|没(?:想|打算)?|先不|也不|都不)去?(?:您|你)?|不劝[您你])(?:碰|动|抢|撬|挖|搬|换|惦记|打主意)|^[^,。]{0,6}?(?:(?:[您你]|好好|先|就|还是?|照旧|继续)+(?:放着|留着|用着|搁着|摆着|留在)|(?:[您你]|先|就|还是?)*(?:接着用|照用|照旧用|继续用))|^[^。]{0,16}[您你](?:肯|愿意|舍得)?(?:给|付|出|掏)(?:吗|么|不给|他)?[?]",
    ),
    (
        "yours",
        r"[您你](?:一开口|一张嘴|张口|开口)就?(?:是|要)?[^,我给]{0,4}$|(?<!就按)(?<!按照)(?<!按)(?<!依)(?<!照)(?<!应)(?<![给跟向为帮替和对])[您你](?:刚才|刚刚|方才|之前|先前|前面|上回|一开口|开口|心里|一开口|一张嘴|张口)?(?:就是|就|都|是|也)?"
        r"(?:说|要|提|报|开|想要?|讲|喊|写|张嘴|问)(?:的是|的|了|过|出来?的?|来)?(?:利率|额度|份额|结算|那个?|这个?)*[^,我给]{0,4}$",
        r"^[^,。]{0,3}(?:,?我)?(?:先)?(?:记着|记下|记住|记在|听见|听到|听清|知道了|心里有数|收到了)|^[^,。]{0,4}是[您你](?:说|要|提|报)的|^[^,。]{0,3}[您你](?:说|要|提|报)的",
    ),
    (
        "later",
        r"(?:第[二三四五2345]年|[明后]年|下一?年|来年|以后|之后|今后|往后|将来|日后|第二步|下一步|第二阶段|后期|过[一两]年|(?:做|合作)?满[一半两][个]?[年月]|一年后|半年后|两年后|慢慢|逐步|再到|到时候再|做顺了)[^。]{0,9}$",
        r"^[^,。]{0,8}(?:以后再说|再说|往后再谈|留到以后|以后再谈)|^,等[^,。]{0,12}再(?:说|谈)",
    ),
    (
        "past",
        r"(?:以前|从前|去年|前年|上次|上回|上一?笔|往年|当年|原来|原先|过去|几年前|当初|挂牌(?:价|利率)?|市场(?:价|上|平均)?|行情|同业|平均|历史|眼下您|现在您那|您现在那?|(?<![给跟向为帮替和对按照依])[您你](?:们)?[^,。我给要想说报提]{0,10}(?:现在|眼下|目前|如今|当下|今天)[^,。我给要想说报提]{0,10}(?:是|付|用|拿|背|花|合|到)|(?<![给跟向为帮替和对按照依])[您你](?:们)?(?:现在|眼下|目前|如今)[^,。我给要想说报提]{0,8}|您眼下|您手上那|老贷款)"
        r"(?!.*(?:我们?给|我报|我出|我能|给您|给你))[^,。]{0,9}$",
        r"^(?:是|的)(?:挂牌|市场|行情|去年|以前|老)|^[^。；;]{0,22}?(?:后天|明天|今天|大后天|[这下本]个?(?:周|礼拜|星期|月)[^,。]{0,3}|月底|月中|[\d一二三四五六七八九十]+[号日])(?:就|刚好|正好|也|才)*到期",
    ),
    (
        "sum",
        r"(?:刨[去掉开]|减[去掉]|扣[掉除去]|除去)[^,]{0,9}$|(?<!结算)(?<!份额)(?<!回款)(?<!收汇)(?<!我们)(?<!我行)占(?!股|住)(?:了|到|个|着)?[^,。结份]{0,8}$|(?:加起来|算下来|算出来|折合|折成|相当于|省下?|能省|少付|多付|少花|多花|多出|差额|乘出来|乘下来|摊下来|[\d一二三四五六七八九十百千万亿%点成元]\s*(?:就是|等于|=|合|折|也就是))(?:约|大概|差不多)?[^,]{0,4}$|一年[^,。]{0,4}(?:差|省|便宜|贵|少掏|多掏)(?:出|个|了|下)?[^,]{0,3}$",
        r"^(?:的)?(?:利息差|差价)|^(?:一年|每年|一个月)(?:下来)?(?:就|也|能|要|得)?(?:差|省|便宜|贵|少掏|多掏)",
    ),
)
_EN: tuple[tuple[Aside, str, str], ...] = (
    (
        "refused",
        r"\b(?:can'?t|cannot|couldn'?t|won'?t|wouldn'?t) (?:sign|defend|justify|promise|manage|lend|live (?:on|with)|get|write|send up|put up|carry|approve|explain|sell)(?: (?:you|them|the|a|at|to|for|on|up))*\s*$|(?:\b(?:no|nope) to|\bnot|n[o']t (?:say|said|offer|offered|do|go (?:to|as low as)|give|mean|reach|stretch to)|\bcannot (?:do|go to|give|reach)|\b(?:don'?t think|do not think|doubt(?: that| if)?) (?:i|we) (?:can|could) (?:do|give|go to|reach|manage|get you)|\bthere(?:'?s| is| are| was| will be| won'?t be|'?ll be| isn'?t| ain'?t)(?: simply| just| really)? (?:no|not an?|any|an)(?: such)?|\bi(?:'?ve| have)(?: got)? no|\b(?:we|i) (?:haven'?t|don'?t have) (?:got )?(?:an?|any)|\b(?:nobody|no ?one|no bank)\b[^,.;]{0,24}\b(?:has|have|got|give|offer)s?|\b(?:i|we) can'?t (?:match|beat|touch|meet|follow)|\bnever said|\brather than|\binstead of|\bno longer)"
        r"(?! (?:more|less|above|below|over|under|only|just|later))(?: (?:the|a|at|to|for|say))*\s*$",
        r"^(?:(?:['’]?s| is| are| would be| per ?cent|%) ?)*(?: (?:just|way|far|a bit|much|quite|simply|more than))* ?(?:too (?:heavy|big|much|rich|steep|high|large|dear|far|deep)|over the top|(?:a )?pipe ?dreams?|(?:a )?dream\b|moonshine|more than (?:i|we|the|this|any|anyone)\b)"
        r"|^(?:[^.;?!]|\.(?=\d)){0,30}?\b(?:(?:my|the) (?:boss|manager|head|branch|director)[^,.;]{0,14}\b(?:my (?:head|hide|job|skin|neck)|(?:sack|fire|kill|skin|shoot|hang|murder|eat|lynch) me)|(?:i'?d|i would|i'?ll|they'?d|they would|get|gets|got) (?:be |get |me )?(?:me )?(?:sacked|fired|shot|hanged|laughed|lynched|skinned|crucified|out of a job|thrown out)|(?:cost|lose) (?:me )?my (?:job|head))\b"
        r"|^[\s,–—-]{0,2}(?:(?:is|are|would be) (?:not |out|impossible|beyond|too)|isn'?t|aren'?t|won'?t|wouldn'?t|can'?t be|cannot be|(?:i can'?t|we can'?t|i cannot)(?! (?:\w+ )?(?:shift|move|budge|lower|cut|change|drop|reduce|go (?:below|under|lower)|get (?:below|under)|give (?:way|up|in)|let go|bend|come down|trim|shave))|(?:is|are) (?:off the table|a no\b|no(?=\W*$|[,.;!?])|gone\b|not\b)|there (?:isn'?t|is not|won'?t be))|^, (?:no|never|nope)(?=[.,;!?]|$)|^(?:['’]s| is| are)? ?not (?:on\b|in (?:my|our)|at this|possible|happening|going to|something)|^\? ?(?:(?:it |that |we |i )?(?:can'?t|cannot|won'?t|couldn'?t)|not|never|no\b|dream|forget|out of the question|impossible)"
        r"|^(?:[^.;?!]|\.(?=\d)){0,40}?(?: [-–—] |, )(?:not a hope|no way|not a chance|no chance|never|forget (?:it|that)|out of the question|not happening|not on)\b"
        r"|^(?:[^,.;?!]|[.,](?=\d)){0,45}\b(?:i|we) (?:can'?t|cannot|couldn'?t|won'?t) (?:do|go|give|sign|reach|lend|offer|promise|explain|defend|justify|sell|match|beat|touch|meet)\b"
        r"|^(?:[^,.;?!]|[.,](?=\d)){0,30}\b(?:not|n[o']t) (?:something |anything |a figure |one )?(?:(?:that )?i(?:'m| am) )?(?:mine |allowed |free |able |for me |my place |in my (?:gift|power|hands?) )?to (?:give|promise|sign|grant|offer|do)\b"
        r"|^(?:[^.;?!]|\.(?=\d)){0,80}\b(?:it'?s|that'?s) not (?:one|something|a (?:rate|figure|number|sum|line))(?: that)? (?:any(?:one|body)|i|we|mine)\b"
        r"|^(?:[^,.;?!]|[.,](?=\d)){0,20}\b(?:nobody|no ?one)(?: \w+){0,2} (?:lets?|allows?|will let|would let) me\b"
        r"|^(?:[^,.;?!]|[.,](?=\d)){0,30}\b(?:(?:nobody|no one|none of us)\b[^,.;?!]{0,20}\b(?:would|will|can|could)|the (?:bank|branch|head office|committee|boss)\b[^,.;?!]{0,12}(?:won'?t|wouldn'?t|will not|would never|doesn'?t|can'?t|cannot)) (?:\w+ )?(?:approve|allow|sign|do|give|accept|have)",
    ),
    (
        "others",
        r"\b(?:(?:a|any|some|no|every|each) (?:man|woman|fellow|fella|chap|guy|person|lender|customer|buyer)|anyone|anybody|whoever|those (?:(?:two|three|four|few|other|late) )?(?:lads|men|fellows|people|buyers|customers|builders)|the (?:lads|lenders?|buyers?|builders?|investors?|foundry|mill|carmakers?|shareholders?|customers?)|your (?:customers?|buyers?|investors?|suppliers?|lenders?|brother\w*)|moneylenders?|private|clause|section|article|brokers?|middlem[ae]n|agents?|(?:the |some |an)?other (?:bank|lender|house|place|client|customer)s?|another (?:bank|lender|client|customer)|big bank|old bank|house bank|rivals?"
        r"|competit(?:or|ors|ion)|neighbou?rs?|next door|down the road|across the road|someone|somebody|cousin|friend|uncle|brother|the others|elsewhere"
        r"|(?:he|she|they) (?:wants?|takes?|charges?|asks?|quotes?|pays?|got|offers?|said))\b(?!.*\b(?:we|our|i can|i'?d|i'?ll|i offer|mine)\b)[^.;]*$",
        r"^[^.;]{0,24}\b(?:where (?:it|they) (?:is|are|sits?|stands?|lies|belongs?)\b|in peace\b|untouched\b)|^ (?:is |are )?(?:from|at|with|by) (?:the|your|that|those) (?:\w+ )?(?:builders?|people|customers?|buyers?|project|works|contractors?|debtors?)\b|^[^,.;]{0,6}\b(?:from|at|with|by|to) (?:the|your|another|that|some|a) (?:other|big|old|house(?= bank)|rival|next|neighbour\w*|broker|middleman|competitor\w*)\b"
        r"|^[^,.;]{0,6}(?:(?:is|was) )?(?:what )?(?:the|your|that) (?:broker|middleman|other bank|big bank|neighbour|neighbor|competitor|rival)"
        r"|^[^,.;]{0,14}\b(?:is|was|are) (?:a |an |quite |really |indeed )*(?:good|decent|strong|fair|hard) (?:offer|price|rate|to (?:beat|match))(?! for you)|^[^.;]{0,20}would you pay",
    ),
    (
        "rest",
        r"\b(?:the rest|remaining|the remainder|the other|the balance|another|what(?:'s| is) left|left over|the outstanding|the missing)\b[^,;]{0,12}$",
        r"^\W{0,2}(?:left over|remaining|outstanding|short of|to go\b|that(?:'s| is) missing)",
    ),
    (
        "yours",
        r"\byou(?:'ve|'re|'d| have| are| were)?(?: just| already| first| now)? (?:said|say|ask(?:ed|ing)?(?: for)?|want(?:ed)?|mention(?:ed)?|named?|quoted?|had in mind|have in mind|need(?:ed)?|put down|wrote|opened|(?:standing |still )?at)"
        r"(?: (?:was|is|about|for|the|a|to|with|at|me|of|have))*\s*$|\byour (?:\w+ )?(?:figure|number|request|ask|demand|wish)(?:['’]s| (?:of|is|was|for))?(?: the)?\s*$|\byou(?:'re|['’]?re| are) (?:still )?after (?:the )?$|\byour (?:own )?$",
        r"^\W{0,2}(?:\w+ )?(?:that |which )?(?:you(?:'ve|'re|'d| have| are)? (?:want(?! (?:it|that|this|me|us|to)\b)|ask|said|mention|named|need|quoted|have in mind|had in mind|spoke|put|talked))"
        r"|^\W{0,2}(?:i'?ve |i have |is |i )?(?:noted|heard|got that|remember|hear you|have it down)",
    ),
    (
        "later",
        r"\b(?:(?:the )?(?:second|third|next|following) (?:year|stage|step|phase)|year (?:two|three|2|3)|later(?: on)?|eventually|in time|in the long run|after (?:that|a year|one year|six months|the first \w+)"
        r"|(?:rising|growing|going up|building|working up|stepping up|climbing) to|next year|down the (?:road|line))\b[^.;]{0,25}$",
        r"^[^.;]{0,16}?\b(?:later|(?<!the )next year|(?:in|from|by|for) (?:the )?(?:second|third) year|(?:in|from|by) year (?:two|three|2|3)|after (?:a|one|the first) year|down the (?:road|line)|eventually|the year after"
        r"|by (?:the end of )?next year|in (?:two|three) years|a year (?:later|from now)|over time|once (?:it|that|things))",
    ),
    (
        "past",
        r"\b(?:last (?:year|time|month)|used to|previous(?:ly)?|formerly|in (?:19|20)\d\d|years? ago|back then|market(?: rate| price| average)?|posted|listed|list price|average|going rate|benchmark"
        r"|currently (?:pay|have|at)|you(?:'re| are) (?:now )?paying|you paid|today you pay|(?:your|the) (?:present|existing|old|current) \w+|was|were|had been)\b"
        r"(?!.*\b(?:we|our|i can|i'?d|i'?ll|i offer)\b)[^,.;]{0,30}$",
        r"^[^,.;]{0,6}\b(?:last year|years ago|in (?:19|20)\d\d|is the (?:market|posted|list|going))"
        r"|^[^.;?!]{0,44}\b(?:it|they|which|that|and) (?:all )?(?:matures?|falls? due|comes? due|is due|expires?|runs? out) (?:the day|tomorrow|today|this|next|on|in|soon|now)",
    ),
    (
        "sum",
        r"\b(?:less|minus|deduct(?:ing)?|subtract(?:ing)?|take away)(?: (?:the|your|his|her|their|own|my|loans?|bills?|of))*\s*$|\b(?:per\s?cent|percent|%|half|third|quarter) of (?:the |your )?$|\b(?:makes|comes? (?:out )?(?:at|to)|works out (?:at|to)|equals|adds? up to|saves?(?: you)?|savings? of|costs? you|difference of|covers?(?: the)?|amounts? to|totall?(?:ing|s)?|in all|all together|altogether)\b[^,;]{0,10}$|=\s*$|\b(?:plus|with|and|together)\b.*\bthat(?:'s| is| makes) $",
        r"^\W{0,2}(?:in savings|saved|in interest|more in|a year in interest)",
    ),
)  # fmt: skip
_RULES = {
    language: tuple((kind, re.compile(before), re.compile(behind)) for kind, before, behind in rules)
    for language, rules in (("zh", _ZH), ("en", _EN))
}
_RHETORICAL = re.compile(
    r"(?:不是|没)[^,。；?？#]{0,8}#[^,。；]{0,10}?(?:[嘛么吗]|不是)(?=\W|$)|\b(?:did|have|are|was|were|do|is)n['’]?t (?:you|we|i|it|that)\b[^.;?]*#[^.;?]*\?"
)
"""A question that only seems to deny: "didn't you just say eight?" means that it was said."""
_ACCEPTED = re.compile(
    r"^[^,，。]{0,10}[,，、]?\s*(?:那|那就|就|我们?|这个)?(?:答应|同意|认了|可以(?!吗)|没问题|接受|成交|依[您你]|行(?![吗不长里])|照办|就这么)"
    r"|^[^,.;]{0,25}[,.;:]?\s*(?:then )?(?:(?:that'?s |is |it'?s )?(?:fine|agreed|ok(?:ay)?|done|a deal|deal|accepted|works|all right|yes)\b|(?:we|i)(?:'ll| can| will)? (?:(?:do|take|give|live with|go with) (?:it|that|this|you)|accept|agree)\b)"
)
"""What makes the listener's own figure an acceptance."""
MATTERS = {
    "zh": re.compile(
        r"利润|净利|毛利|月息|年息|外债|欠(?!您)|债|窟窿|回购|对赌|违约|估值|产能|净支出|支出|烧|转贷|净花|销售|营业额|订单|存货|库存|应付|账上|融资|轮|理财|基金|工资|货款|贴现|电票|银票|汇票|票据|承兑|评估|手续费|管理费|保证金|赔|亏|缺口|产值|流水|公证|律师"
    ),
    "en": re.compile(
        r"\b(?:profits?|burn\w*|turnover|sales|revenues?|bills?|discount\w*|invoices?|inventory|valuation|wages|payroll|funds?|round|fees?|costs?|shortfall|gap|factoring|lawyer|notary|losses|loss|orders?|owe[sd]?|owing|overdue|debts?|buy-?backs?|repurchas\w*|redemption|penalt(?:y|ies)|damages|premiums?|air|runway|a head|apiece)\b"
    ),
}
MARKET = {
    "zh": re.compile(r"汇率|人民币|美元|日元|欧元|升值|贬值|汇兑|通胀|物价"),
    "en": re.compile(
        r"\b(?:yuan|renminbi|dollars?|euros?|currency|exchange rate|inflation|appreciat\w+|depreciat\w+)\b"
    ),
}
"""What rises and falls by so much per cent without anybody's offering it."""
_PRICE = re.compile(
    r"利率|年化|报价|份额|结算|收汇|结汇|回款|走我|往我们|[挪搬转匀](?:过来|给我|到我)|\bcollections?\b|\breceipts\b|\bproceeds\b|\bthrough us\b|\b(?:loan|interest|lend|pricing|settlement|share|line)\b"
)
_LENT = re.compile(r"流贷|贷款|借|额度|授信|敞口|\bloan|\bline\b|\bfacility|\blend|\bcredit\b|\bceiling|\blimit")


_BEHIND = 110
"""So many letters behind a figure may speak of it."""


def asides(language: str, text: str, placed: Sequence[tuple[int, Quantity]]) -> list[Aside]:
    """For each figure of the turn, at the places where they begin, why it is no offer; empty where it may be one."""
    said = in_common_words(simplified(text))
    found: list[Aside] = []
    for number, (start, figure) in enumerate(placed):
        kind = _aside(language, said, start, figure)
        before = placed[number - 1] if number else None
        if not kind and before is not None and found[-1] in ("others", "past") and figure.issue != before[1].issue:
            kind = found[-1] if _goes_on(language, said, before[0], start) else ""
        found.append(kind)
    for number, (start, figure) in enumerate(placed):
        later = (n for n in range(number + 1, len(placed)) if placed[n][1].issue == figure.issue and not found[n])
        if not found[number] and next(later, None) is not None and _STANDS_SO_FAR.search(said[:start]):
            found[number] = "past"
    return found


_STANDS_SO_FAR = re.compile(
    r"[您你](?:说|要|报)[^,。]{1,10},我(?:说|要|报)(?:的是|了)?$|\byou (?:said|say|want) [^,.]{1,20}[,.]? (?:and |but )?i (?:said|say) $"
)
"""Where both sides stand, told before something new is put forward."""


def _aside(language: str, said: str, start: int, figure: Quantity) -> Aside:
    match = _FIGURE[language].match(said, start)
    end = max(match.end(), start + 1) if match is not None else start + 1
    while said[end - 1] in " ,." and end > start + 1:
        end -= 1
    left = said[begin_of(_PART, said, start) : start]
    left_far = said[begin_of(_SENTENCE, said, start) : start]
    right = said[end : end + _BEHIND]
    own = stretch(_PART, said, start, end)
    if figure.unit == "bp":
        return ""
    for kind, before, behind in _RULES[language]:
        if kind == "rest" and figure.issue == "amount" and _LENT.search(own):
            continue
        if kind == "refused" and _RHETORICAL.search(left + "#" + right):
            continue
        if kind == "sum" and figure.issue not in ("amount", "fee", "rate"):
            continue
        if before.search(left_far if kind == "later" and not left.strip() else left):
            if not (kind == "yours" and _ACCEPTED.match(right)):
                return kind
        elif (match := behind.match(right)) and not (kind == "yours" and _ACCEPTED.match(right[match.end() :])):
            return kind
    if len(re.sub(r"[\W_]", "", _FIGURE[language].sub("", own))) <= _BARE:  # what it counts stands before it
        comma = max(said.rfind(mark, 0, max(0, start - len(left) - 1)) for mark in ",，、。.;；!?？！")
        own = said[max(comma + 1, begin_of(_SENTENCE, said, start)) : start] + own
    if figure.issue in ("amount", "fee") and MATTERS[language].search(own):
        directly = language == "zh" and MATTERS["zh"].search(said[max(0, start - 5) : start].rpartition(",")[2])
        if directly or not _LENT.search(own):
            return "matter"
    if figure.unit == "%" and MARKET[language].search(own) and not _PRICE.search(own):
        return "matter"
    return ""


_BARE = 4
"""So few letters beside a figure add no new subject."""
_OWN = re.compile(r"[我咱给]|结算|份额|额度|担保|期限|\b(?:settlement|share|line|tenor|term)\b|\b(?:we|our|i|us)\b")


def _goes_on(language: str, said: str, before: int, start: int) -> bool:
    """Whether nothing but figures stands between two of them, or behind the second in its part of the sentence."""
    if _SENTENCE.search(said, before, start) or _OWN.search(said[before:start]):
        return False
    rest = _FIGURE[language].sub("", said[before : end_of(_PART, said, start + 1)])
    return len(re.sub(r"[\W_]|年化|利率|\bat\b|\bwith\b|\bfor\b", "", rest)) <= _BARE
