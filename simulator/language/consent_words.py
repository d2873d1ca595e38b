"""The words of a plain yes, in Chinese and in English, and of what is none: doubts, conditions, refusals, rules."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """How one language says yes to what it was asked to do."""

    ends: re.Pattern[str]
    """What stands between two clauses."""
    lead: re.Pattern[str]
    """What a clause may begin with that says nothing."""
    tail: re.Pattern[str]
    """The same at its end."""
    yes: re.Pattern[str]
    """A yes in itself."""
    nod: re.Pattern[str]
    """A yes to a question, and else perhaps only a sign of listening."""
    trimming: re.Pattern[str]
    """What may stand beside a yes: do not worry, thank you, nobody will know."""
    doing: re.Pattern[str]
    """Somebody does it: "we pay", "you write it"."""
    empty: re.Pattern[str]
    """The words of such a clause that name nothing."""
    harmless: re.Pattern[str]
    """What looks like a doubt and is none: no problem, don't worry."""
    doubt: re.Pattern[str]
    """A doubt, a condition, a refusal, a rule, a question or a joke: no plain yes."""
    asking: re.Pattern[str]
    """The client's words that want a yes, beside a question mark."""

    def parted(self, text: str) -> list[str]:
        """The clauses of a text."""
        return [part for part in self.ends.split(text) if part]

    def trimmed(self, clause: str, named: frozenset[str]) -> str:
        """A clause without what says nothing at its beginning and end, and without the client's name."""
        before = None
        while clause != before:
            before = clause
            for name in named:
                clause = clause.removeprefix(name).removesuffix(name).strip()
            clause = self.tail.sub("", self.lead.sub("", clause.strip()))
        return clause

    def hedged(self, text: str) -> bool:
        """Whether a text doubts, refuses, asks or jokes."""
        return self.doubt.search(self.harmless.sub("", text)) is not None

    def seeks(self, text: str) -> bool:
        """Whether the client's words want a yes or a no."""
        return self.asking.search(text) is not None


_ZH = ConsentWords(
    ends=re.compile(r"[，,。.！!；;、…~～\s—]+"),
    lead=re.compile(r"^(?:嗯|哎|诶|噢|哦|啊|呃|那么|那|其实|这么着|这样吧|既然这样|[\u4e00-\u9fff]{1,2}(?:科长?|[处局院校行]长|主任|总|姐|哥|老师|阿姨|叔叔?|老板|经理|女士|先生)(?=$|[^的]))"),
    tail=re.compile(r"(?<!行)(?<!好)(?<!办)(?:呗|啊|呀|哈|嘛|啦|哟|咯|的呀|就是了?|得了)$"),
    yes=re.compile(
        r"(?:绝对|完全|当然|肯定|保证|这个?|这[点种]?[事儿忙]{1,2}|都|也|就|全)*(?:(?:都|全)?没有?(?:什么|啥)?问题)+的?"
        r"|(?:[^\s]{0,3})?(?:不成问题|不是(?:个)?(?:事|问题)儿?)"
        r"|(?:这个?|这[点种]?[事儿忙]{1,2}|都|全|就)*(?:包在我们?身上|(?:交|留)给我们?(?:来)?(?:办|处理|弄|安排)?)[了吧]?"
        r"|(?:这个?|这[点种]?[事儿忙]{1,2}|都|就)*(?:由)?我们?(?:这就|马上|一定|肯定|亲自|就|来|给您|帮您|替您|去)*(?:办|弄|搞定|办妥|办好|安排|处理|想办法|照办|答应|应下|帮)(?:您|来|了|下来|这个忙|这件事|这事)?[了吧]?"
        r"|听您的|[就都]?[照按]您(?:说的|的意思|讲的|的话)(?:办|来|做|弄)?[了吧]?|就?这么(?:办|定|说定)[了吧]?|一言为定|成交|说定了?"
        r"|一句话(?:的事)?儿?|小[事儿]+(?:一桩|一件|情)?|小意思|好说(?:好说)?|(?:这个?|这事)?(?:好办|容易|简单)|举手之劳"
        r"|(?:当然|完全|绝对|都|这个?)(?:可以|行|能|能办|没得说)的?|可以可以|行行行?|好好好?|(?:能|可以)(?:办|做|帮|弄)|这忙我(?:帮|肯定帮|一定帮)了?|办|必须的?"
        r"|(?:那)?我(?:就)?(?:收下|收着|拿着|收|领|不客气|笑纳|当没(?:看见|听见))了?|恭敬不如从命|却之不恭|(?:那)?就?(?:多谢|谢谢)您?(?:的)?(?:好意|厚礼)?[，]?我?收下了?"
        r"|我?(?:什么都|啥都|一概|当|就当)?(?:没看见|没听见)|我(?:什么都|啥都|一概)?不[说看]"
    ),
    nod=re.compile(r"(?:好|行|可以|成|中|答应|没事|愿意|能|要得|妥|好嘞|得嘞)(?:的|吧|啊|呀|了|嘞|呢)*"),
    trimming=re.compile(
        r"(?:您|你)?(?:就|只管|尽管)?放(?:宽|一百个)?心(?:吧)?|(?:多)?谢谢?(?:您|你|了)*|感谢(?:您)?|多谢(?:您)?|(?:您|你)?(?:太|真)客气了|(?:您|你)?(?:别|不用)客气|不用谢|应该的|自己人|都是朋友"
        r"|(?:谁让)?(?:咱们?|我们)?(?:谁跟谁|老交情了?|老朋友了?)|(?:既然)?您都?(?:这么)?(?:开口|说|提|讲)了|我(?:还能|还)说什么|(?:您知我知|天知地知|没人知道|谁也不知道|(?:我)?不(?:跟别人|往外|对外)(?:说|讲)|我保密)"
        r"|(?:您|你)?(?:就)?(?:等|听)(?:我)?(?:好)?(?:消息|信儿?)[了吧]?|(?:您)?帮(?:忙|我)?(?:们)?(?:说|讲)(?:句|两句)?(?:好)?话(?:就行)?|(?:.{0,6}的事)?(?:就)?(?:拜托|麻烦|靠|仰仗)您了?|(?:您)?(?:多)?费心了?|您?说个大概(?:就行)?|就这一[回次]|下不为例|(?:您)?别(?:跟|和|对|给)(?:别人|外人|谁)(?:说|讲|提)|(?:.{0,6})?关照(?:关照|一下|着点)?"
    ),
    doing=re.compile(
        r"(?:我们?|咱们?|行里|银行|我行|这边|由我).{0,12}(?:出|掏|付|办|弄|改|填|写|做|补|给|贴|添|返|退|包|搞定|解决|安排|处理|赞助|报销|承担|担|收|拿|勾|选|签|盖|开|凑|造|编|送|打款|记|放过|帮|担保|保|多使)"
        r"|(?:算|归|记)(?:我|我们|行里)(?:的|头上|账上)?|没有?问题|不成问题|不是问题|(?:出|拿|掏)得起|(?:我|这边).{0,3}(?:睁|闭)|(?:包在|交给)我"
        r"|(?:您|你)(?:就|只管|尽管|放心|这么|照|这样|直接|那么|先|自己|随便){0,3}(?![说讲看听等坐问来])[\u4e00-\u9fff]{1,4}吧?$"
    ),
    empty=re.compile(
        r"没有?问题的?|不成问题|不是问题|包在我们?身上|交给我们?(?:来)?办?|[出拿掏]得起|算(?:我们?|行里)的?(?:头上)?|我们(?:行里|这边)?|我行|我这边|行里|银行|咱们?|这边"
        r"|[那这][点笔个事么就]|私下|悄悄|偷偷|暗地|帮忙|一下|一定|肯定|可以|保证|马上|回头|明天|今天|全部|直接|想办法|负责|只管|尽管|放心|过去|费用|事情|事儿|一点|一句|联系|块钱"
        r"|赞助|搞定|解决|安排|处理|承担|报销|打款|放过|[我您你由那这就都也来给帮替把的了吧啊呗嘛好去能全上下里得着照家钱账忙费数先字跟事块元]"
        r"|[出掏付办弄改填写做补贴添返退包担收拿勾选签盖开凑造编送记保]"
    ),
    harmless=re.compile(r"没有?(?:什么|啥)?问题|不成问题|不是(?:个)?(?:事|问题)|不用(?:客气|谢|担心|管)|(?:别|不)客气|(?:当|就当)没(?:看见|听见|听说)|没(?:人|谁)(?:会)?知道|谁(?:也|都)不(?:会)?知道|说个大概|(?:我)?(?:什么都|啥都)?不(?:跟别人|往外|对外)?(?:说|讲|看)(?=$|[，,。！!])|不就是|不会(?:赔|亏)|没事|睁一(?:只)?眼闭一(?:只)?眼|别(?:跟|和|对|给)(?:别人|外人|谁)(?:说|讲|提)|下不为例"),
    doubt=re.compile(
        r"不|没(?!得说)|别|未|无|非|否|但|可(?!以|不)|只是|不过|如果|要是|假如|除非|前提|条件是|得看|看看|试试|尽量|争取|尽力|考虑|商量|请示|汇报|上报|上面|申请|流程|规定|规矩|制度|合规|公开|正规|合法|如实|照实|真实|依法|审批|批下来|玩笑|逗|哈哈|呵呵|才怪|难|怕|恐|违|禁|红线|纪律|纪检|监管|[吗呢?？]|或者|还是|另外|另|其他|别的|换|下次|以后|将来|再说|研究|可能|也许|大概|应该|想想|说说|明白|理解|知道|清楚|听懂|辛苦|有限|最多|公益|志愿|挂钩|本人|亲自来|自己(?:来|填|选|勾|看)"
    ),
    asking=re.compile(r"行不行|好不好|成不成|可不可以|能不能|行吧|好吧|成吗|行吗|好吗|一句(?:话|痛快话|明白话)|就行|就成|就是了"),
)  # fmt: skip

_EN = ConsentWords(
    ends=re.compile(r"[,.!;:—–-]+(?=\s|$)|\s[—–-]\s"),
    lead=re.compile(
        r"^(?:(?:oh|ah|well|look|right then|right|then|and|so|just|between (?:us|ourselves)|for you|in that case|mr|mrs|ms|miss)\b[\s,]*)+"
    ),
    tail=re.compile(r"[\s,]+(?:then|for you|just for you|for sure|of course|with pleasure|my friend|by friday|on friday)$"),
    yes=re.compile(
        r"(?:(?:yes|sure|absolutely|certainly|of course) )?(?:no (?:problem|trouble)(?: at all| whatsoever)?|not a problem|no worries|no bother)"
        r"|(?:you can |just |please )?(?:leave|trust) (?:it|that|this|everything|the \w+)(?: all)? (?:to|with) (?:me|us)|consider it (?:done|sorted|settled|arranged)|you(?:'ve| have)?(?: got)? (?:it|my word|a deal|yourself a deal)"
        r"|(?:i|we)(?:'ll| will|'d| can| could)?(?: gladly| happily| certainly| just| of course| personally)? (?:do|see to|take care of|handle|sort|arrange|fix|manage|look after|deal with|make) (?:it|that|this)(?: out| up| happen| work)?(?: for you)?"
        r"|(?:(?:i'm|we're|i'd be|we'd be|i am|we are) )?(?:(?:more than|very|only too) )?(?:happy|glad|delighted|pleased) to(?: (?:do (?:it|that|this|so)|help|oblige|help (?:out|you)?(?: ?with (?:it|that|this))?))?"
        r"|(?:it's|that's|it is|that is|that'll be)? ?(?:a deal|done|easily done|easy|easy enough|fine by (?:me|us)|fine with (?:me|us)|settled|all right by me)|count (?:me|us) in|why not|by all means|let's do (?:it|that|so)|(?:i'll|we'll|i can) (?:look the other way|turn a blind eye)|go (?:ahead|for it|right ahead)|be my guest"
        r"|(?:i'll|i will|we'll) (?:take|accept|keep|have) (?:it|that|them)|(?:don't )?mind if i do|that can be (?:done|arranged)|(?:i|we) can (?:do|arrange) (?:that|it)|you can (?:count|rely) on (?:me|us|it|that)|(?:i|we) (?:haven't seen|didn't see|haven't heard|didn't hear|see nothing|saw nothing|won't look)(?: a thing| anything| nothing| too closely| it| that)?"
        r"|whatever you (?:say|like|want)|as you (?:say|wish|like)|(?:i|we) (?:accept|agree)|(?:i'll|we'll) shut (?:one|both|an|my) eyes?|(?:i'll|we'll) (?:see|make sure) (?:it|that|this) (?:goes|gets|is) (?:through|done)"
    ),
    nod=re.compile(
        r"(?:yes|yeah|yep|sure|ok|okay|all right|alright|fine|of course|certainly|absolutely|definitely|very well|right you are|with pleasure|gladly|go on|sure thing|you bet|agreed|done|right)(?: (?:please|sure|then|certainly|of course|yes))?"
    ),
    trimming=re.compile(
        r"(?:many )?thanks?(?: you)?(?: very much| so much| a lot)?|(?:please )?(?:don't|no need to) (?:you )?worry(?: about (?:it|that|a thing))?|trust me|rest assured|that's what (?:friends|we) are for|you're welcome|my pleasure|nobody (?:will|needs to|has to|need) (?:ever )?know|(?:it|this|that) (?:stays|is) between (?:us|the two of us)|(?:that's|you're|how) (?:very |too |most )?(?:kind|generous|good)(?: of you)?|anything for (?:a friend|an old client|you)|mum's the word|much obliged|you shouldn't have|just this once"
    ),
    doing=re.compile(
        r"\b(?:i|we|i'll|we'll|i'd|we'd|our bank|the bank|let me|us|me)\b.*\b(?:cover|pay|give|put|do|arrange|handle|sort|fix|sponsor|write|sign|tick|fill|change|make|add|top|bring|send|take|lean|read|back|find|top up|see|get)\b"
        r"|^(?:just |go on and |please |do )?(?:put|fill|make|write|read|send|give|stretch|tell|hand|round)\b|\b(?:is|are|'s) (?:fine|no problem|all right|okay|ok)$"
    ),
    empty=re.compile(
        r"\b(?:i'll|we'll|i'd|we'd|i|we|our bank|our|the|bank|let|me|us|my|will|would|can|could|be|am|are|is|'s|glad|happy|gladly|to|it|that|this|them|these|those|a|an|any|of|for|you|your|so|then|and|on|in|up|down|out|by|with|at|just|all|right|yes|sure|certainly|course|too|also|now|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|go|ahead|please|do|see|round|through|goes|make|ours|name|fine|no problem|okay|ok|cover|pay|give|put|arrange|handle|sort|fix|sponsor|write|sign|tick|fill|change|add|top|bring|send|take|lean|read|back|find|get|count|myself|personally|there)(?![\w'])"
    ),
    harmless=re.compile(
        r"\bconsider it (?:done|sorted|settled|arranged)|\bno (?:problem|trouble|worries|bother)|not a problem|(?:don't|no need to|needn't) (?:you )?worry|don't mind if|nobody (?:will|needs to|has to|need)|(?:haven't seen|didn't see|haven't heard|didn't hear|see nothing|saw nothing|won't look)|no need to thank|can't lose|cannot lose|won't lose|why not|you shouldn't have"
    ),
    doubt=re.compile(
        r"[?？]|n't\b|\b(?:not|never|no|none|nothing|cannot|but|only|if|unless|though|although|however|otherwise|maybe|perhaps|might|may|try|whether|ask|check|rules?|polic\w+|procedures?|compliance|committee|regulat\w+|proper\w*|official\w*|legal\w*|jok\w+|kidding|funny|haha|ha|instead|another|other|rather|long as|provided|depends?|think|consider|later|honest\w*|real|true|actual\w*|together|aloud|understand|hear you|see where|see your|head office|branch|myself|yourself|choose|decide|how(?! (?:very )?(?:kind|generous|good))|what(?!ever|'s|s? (?:friends|we))|when|where|who|which|seriously|sorry|afraid)\b"
    ),
    asking=re.compile(r"\b(?:yes or no|a (?:straight|plain) (?:word|answer)|say yes|one word|will you|would you|could you|couldn't you|can't you|all right|shall we)\b", re.IGNORECASE),
)  # fmt: skip
WORDS = {"zh": _ZH, "en": _EN}
