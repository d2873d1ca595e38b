"""Whether a Chinese duration is a tenor: 期限三年, 存半年, 36期, and not 去年, 干了三年, 三天之内."""

import re

_PAST = re.compile(
    r"(?:第|去|今|明|每|上|(?<![余剩])下|近|这|那|过去|已经|工作|干了|做了|开了|合作了?|认识|经营了?|成立(?:还)?(?:不?满)?|退休|住了|教了|存了|用了|等了|拖了|跟了|好几|几|往后|今后|未来|将来|快|同|当|近来|最近|将近|想了|打了|看了|跑了|还有|过去这|逢|哪|半|长达|二零|磨了|大|早|晚|欠了|断了|在这儿|在这里|历史|接下来|这几|整整|以前|之前|(?<!超)过)$"
)
_PAST_AFTER = re.compile(
    r"(?:前|以前|之前|来|多前|级|代|度|份|初|末|底|中(?!期)|薪|检|报|费|会|轻|纪|龄|里(?!取)|老|多了|了|没|做|下来|前后|到头|一次|才|经验|光景|工夫|不见|一|工龄|流水|资料|水电|销售|收入|净落|利润|出口|营业|后再|后看|后我|后的|以后)"
)
_TERM_BEFORE = re.compile(
    r"(?:(?:期限?|账期|封闭期|有效期|宽限期|锁汇|远期|锁定)(?:[也都]?是|为|能到|到|可以给|给|就|不(?:能)?超过?)?|年限|账期|久期|远期|定期|大额|存单|国债|整存|最长|最短|最多|最少|至少|满|押汇|循环|(?<!部)分|封闭|锁定?|固定|宽限|拉长?到|延|展期?|续作?|缩短?|拉长|缓|从|(?:延|展|缩|改)至|改|放|存|贷|借|做|摊|还|贴|免|用|给|挂牌|搁|垫到?|试|持有|拿|保|交|写|按|选|走|卡|拖|押|签|票|周转|垫资|过桥|写死|钉死|(?<=万)先)(?:个|了|它|满|到|成|够|足|过|给|可以|能|约|要|在|的|您)?$"
)
_TERM_AFTER = re.compile(
    r"(?:的|内|之内|以内)?(?:的)?(?:是(?:这个|这款|本)?(?:产品|贷款)?(?:的)?最[长短多少]|是?最[长短]|定期|定存|大额|存单|国债|循环|授信|贷|分期|期限|等额|封闭|锁|固定|整存|存款|理财|挂牌|保证|到期|起|内|以内|还清|还完|一审|先息|以上|后(?:要|能|用|得|换|才|按|付|的价|结|交|到|什么|收|取|还)|租完|返本|回本|的?通知|的(?=[两三一]个点|利率|\d\.\d|[零一二三四]点[零一二三四五六七八九])|(?:里|内)?(?:可以|能)?(?:只付|先付|只还|退[,的要])|的话|里头|有效|(?:是|现在是?|现|挂牌|大概|按|约)\s*(?:\d\.\d|[零一二三四]点[零一二三四五六七八九])|的?滚|一滚|慢慢还|光还|开放|要用|不动|的[,。;、]|的$|一付|一次性还|利息|良率|缓冲|开销|生活费|信用|抵押|免息|宽限|还本|随借|按揭|[延展]|给您免|给免|免|不收|只还息|只付息|只还利息|不用还|都[行可能]|也[行可能]|起|不等|今天[报价]|[得要是就给走按到]{1,2}\d\.\d|倒?可以[按做给]|的(?:国股|银票|商票|票|承兑)|lpr|\s*\d\.\d|[零一二三四]点[一二三四五六七八九零]|太[长短]|[长短]了)"
)
_SOLE_AFTER = re.compile(
    r"(?:的)?(?:有效|定期|定存|大额|存单|通知|期限|以内|以上|起|到期|封闭|循环|授信|贷款|流贷|挂牌|一付|的?\d\.\d|只还|只付|免|\s*\d\.\d|的?[零一二三]点[一二三四五六七八九])"
)
_EDGE_BEFORE = re.compile(r"(?:^|[,。;、:：?!\s]|万|亿|元|还是|要|那就|就|余下|剩下|其余)$")
_EDGE_AFTER = re.compile(r"\s*(?:$|[,。;、!?:]|还是|正好|刚好|或)")
_FIGURE = re.compile(
    r"\d\.\d|[万亿]|\dw|[千百][一二三四五六七八九]?|月供|首付|lpr|还清|年化|点[零一二三四五六七八九]|%|bp|利率|期限|信用|抵押|额度|成|多久|多长"
)


_ASKED_TERM = re.compile(
    r"几年|多久|多长|期限|几个月|年限|几期|最长|\d+期|(?:[一两三四五六七八十\d]年|[三六九\d]个月)(?!级|前|来|了)"
)
_EDGE = re.compile(r"(?:^|[,。;])(?:那就|那|就|最多|最长|最短|顶多|给您|可以|我们|得|要)*$")
_SUBSIDY = re.compile(r"贴息|补贴|贴补|补[^,。]{0,4}[\d%百千万]")
_OF_A_FEE = re.compile(r"费(?:率)?(?:是|为|按|收|每)?$")


_OF_PAYMENT = re.compile(
    r"(?:装[船车]|发货|交货|验收完?|开票|收货|账款|回款|回款周期|收款|应[收付]|存货|库存|一圈|拖(?:了|欠|过)?|再?压(?:您|你|我)?|逾期(?:了|超过|满|过)?|晚付|还能干|跑道[^,。]{0,2}|工资|放款满|等了?)$"
)
_PAID_AFTER = re.compile(
    r"\s*(?:的?账期|才付|(?:才|再|就)?(?:回款|到账|收[得到]?[到回]|回来|把钱|结一[次回]|付一[次回])|没人|不到账|的?(?:跑道|工资|吃喝))"
)
_DONE_FOR = re.compile(
    r"(?:(?<![成为到定批签])了|在[这那]儿|已|尚可持续|今后[一二]至|往后[一两]到)(?:整整|快|将近|差不多|有)?$"
)
"""How long something has gone on: no tenor."""
_LIVED_BEFORE = re.compile(
    r"(?:了|住|养|干|跑|卖|做过|开|教|修|攒|守|剩|够|欠|扣|卡在|能干)(?:整整|快|将近|差不多|有|我|了)?$"
)
_LIVED_AFTER = re.compile(
    r"(?:的?(?:蚝|车|毛线|书|厂|菜|老|交道|电梯|工|师傅|班|人)|了|没|前|来|里[^,。]{0,4}[了没]|[内外]的)"
)


def _lived(said: str, previous: str) -> bool:
    """Whether the client has just said the same length of something lived through: ``养了二十八年蚝``."""
    at = previous.find(said) if len(said) > 1 else -1
    if at < 0:
        return False
    before = previous[max(0, at - 6) : at]
    if _TERM_BEFORE.search(before) and not before.endswith("了"):
        return False
    return _LIVED_BEFORE.search(before) is not None or _LIVED_AFTER.match(previous, at + len(said)) is not None


def is_term(text: str, start: int, end: int, months: float, kind: str, term: bool, previous: str = "") -> bool:
    """Whether a duration is a tenor of something, not an age, a date, a past or a rate's period."""
    before = text[max(0, start - 8) : start]
    if not 0.5 <= months <= 480 or (kind == "year" and not term and months >= 480):
        return False
    if term:
        return not before.endswith("第")
    if kind == "period":
        return (
            months >= 3
            and not before.endswith(("第", "上", "下", "每", "了", "前"))
            and not text.startswith(("没", "都"), end)
        )
    if _OF_PAYMENT.search(before) or _PAID_AFTER.match(text, end) or _lived(text[start:end], previous):
        return False
    answers = _EDGE.search(before) and _EDGE_AFTER.match(text, end) and _ASKED_TERM.search(previous)
    if answers and kind != "day" and months >= 3:
        return True
    running = before.endswith("还有") and text.startswith(("到期", "才到期", "就到期"), end)
    if running:
        return True
    if _PAST.search(before) or _DONE_FOR.search(before):
        return False
    if kind == "day":
        return 1 <= months <= 9 and months == int(months) and not re.match(r"(?:前|通知|后)", text[end:])
    if _PAST_AFTER.match(text, end) and not _TERM_AFTER.match(text, end):
        return False
    if _OF_A_FEE.search(before) and months == 12:
        return False
    return _placed_as_term(text, start, end, months, before)


_FREE_AFTERWARDS = re.compile(r"(?:以后|之后|后|了|的)?(?:不收|免|收|提前)|(?:以后|之后|了)")
"""When paying back early costs nothing any more."""
_EARNED_BACK = re.compile(r"(?:就|才|能|可以)?(?:回本|回收|收回(?:成本|本钱))")


def _placed_as_term(text: str, start: int, end: int, months: float, before: str) -> bool:
    after = _TERM_AFTER.match(text, end) is not None
    edge = _EDGE_BEFORE.search(before) is not None and _EDGE_AFTER.match(text, end) is not None
    listed = edge and (
        _FIGURE.search(text[:start] + text[end:]) is not None
        or len(text) < 7
        or "还是" in text
        or before.endswith(("那就", "就按", "就定"))
    )
    led = _TERM_BEFORE.search(before) is not None
    if months in (1.0, 12.0) and text[start] in "一1":
        if before.endswith("满"):
            return _FREE_AFTERWARDS.match(text, end) is None
        return (
            listed or _SOLE_AFTER.match(text, end) is not None or (led and _EDGE_AFTER.match(text, end) is not None)
        )
    if before.endswith(("头", "前")):
        return after or text.startswith(("按", "走", "固定", "执行"), end)
    if _EARNED_BACK.match(text, end):
        return False
    if before.endswith("补"):
        return _SUBSIDY.search(text) is not None
    if months >= 24 and before.endswith(("万", "亿")):
        return True
    return after or listed or (led and not text.startswith("算", end))
