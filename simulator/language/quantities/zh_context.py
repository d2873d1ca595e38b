"""What a Chinese figure is about, by the words that stand near it."""

import re
from collections.abc import Iterator

from simulator.language.quantities.bounds import close_before
from simulator.language.quantities.span import Span

YEARLY = re.compile(r"年化?$|一年$|每年$")
_KIND = re.compile(
    r"(?P<fee>手续费|费率|承兑费|担保费|管理费|服务费|认购费|申购费|赎回费|通道费|承诺费|保函费|开立费|开证费|佣金|中介|违约金|评估费|结算费|收费|扣率|收单|顾问费?|保费|托管|提成|返点|返给|回扣|好处|辛苦费|罚息|罚金|费用(?!里)|刷卡|扫码|pos|贴现费|点差|每笔|茶水|渠道费|过路费|意思一下|[扣收](?=[一二两三四五六\d百])|还款.{0,3}收|他收|他们收|抽(?=[一二两三四五六\d])|担保公司|担保(?:那边|那块|这块|这边|的)|工本|券商|代办|助贷|哥们|咨询费)"
    r"|(?P<share>结算|流水|归集|占|比例|比重|份额|抵押率|质押率|首付|保证金|成数|回款|收汇|代发(?!单位|企业|客户|的?员工|的?职工|户)|持股|股份(?!行|制|有限)|股权|留存|留下|敞口|仓|配置|收款|自有|出资|毛利|增长|渗透|集中|负债率|增幅|锁|套保|对冲|融资比|亏|跌|损失|货款的|金额的|额的|价的|款的|值的|回本|开机|产能|利用率|损耗|良率|订金|定金|尾款|预付|提升|提高了|省了|涨价|先付|给付|补贴|赔付?|股东|净利率?|毛利率?|退货率|不良率|关门率|坏账率|通过率|每[季月年]度?还|还本|投保|回撤|销售额?|营收|产值)"
    r"|(?P<rate>利率|价格|价钱|报价|最[好差]的?[那一]?年|年化|年息|利息|定价|成本|收益|票面|挂牌|业绩|综合|基准|lpr|存款|存单|定期|活期|贷款|国债|网贷|信用贷|理财|涨(?!价)|赚|息|回报|分红|保底|到手|每年|(?<!第)一年|贴息|贴|补[到足贴]|消费贷|房贷|按揭|经营贷|抵押贷|信贷)"
)
_OF_WHAT = re.compile(r"的(?![,。;!?、\s]|$|产品|理财|存款|利|年化|收益|我|那|项目|生意|东西|回报|私募)")
_CUTS = re.compile(r"[,。;；，!?、:]")
_OTHER_FIGURE = re.compile(r"\d%|成|基点|bp|百分|\d\.\d")
_FEE_JUST_BEFORE = re.compile(r"费(?:率)?(?:是|为|按|收|每年|一年|一笔|大概|大约|约|就|只|才|:|,)*$")


_AT_LEVEL = re.compile(r"(?:(?:降|降低|下调|调|压|做|让|谈|优惠)[到至为]|[给报])$")
_GREW = re.compile(
    r"(?:销售|营收|利润|产值|营业额|收入|订单|股价|房价|流水)[^。;]{0,14}(?:涨|增|升|多|跌|降|少|掉)了?(?:大概|约|差不多|将近)?$"
)
_NO_FEE = re.compile(r"没|不|免|零")
_OWN_FEE = re.compile(r"(?:别的|其他|其它|另外|不收|没有|没|免|再收|零)(?:任何|什么)?[^,。]{0,4}$")


def percent_kind(text: str, start: int, end: int, value: float) -> tuple[str, bool]:
    """Whether a percentage is a rate, a share or a fee, and whether a word near by tells, not the magnitude alone."""
    low, best, kind = max(0, start - 18), 99.0, ""
    if value <= 6 and _FEE_JUST_BEFORE.search(text[low:start]):
        return "fee", True
    if _GREW.search(text[low:start]):
        return "share", True
    for match in _KIND.finditer(text, low, min(len(text), end + 8)):
        if match.end() <= start:
            gap = text[match.end() : start]
            distance = len(gap) + 7.0 * len(_CUTS.findall(gap))
        else:
            gap = text[end : match.start()]
            if match.lastgroup == "fee" and _OWN_FEE.search(gap) and (_CUTS.search(gap) or _NO_FEE.search(gap)):
                continue
            distance = 4.0 + len(gap) * 1.5 + 12.0 * len(_CUTS.findall(gap))
            if text[end : end + 1] == "的" and match.lastgroup != "rate":
                distance -= 3.0
        if _OTHER_FIGURE.search(gap) or (
            match.lastgroup == "share" and value < 10 and "," in gap and match.start() >= end
        ):
            distance += 12.0
            if match.lastgroup == "share" and value < 10:
                continue
        distance += 3.0 if match.lastgroup == "rate" and value > 12 else 0.0
        distance += 4.0 if match.lastgroup == "fee" and value > 3.5 else 0.0
        if "." in text[start:end] and 2.5 <= value < 9 and match.lastgroup != "rate" and _CUTS.search(gap):
            continue  # 回款走一半,3.90%: a decimal behind a comma is a price
        distance += 2.0 if match.lastgroup == "share" and value < 3 and "." in text[start:end] else 0.0
        if distance <= best:
            best, kind = distance, match.lastgroup or ""
    if kind == "share" and value < 13 and _AT_LEVEL.search(text[low:start]):
        piece = re.split(_CUTS, text[low:start])[-1]
        if not any(match.lastgroup == "share" for match in _KIND.finditer(piece)):
            return "rate", True
    if not kind:
        whole = _OF_WHAT.match(text, end) is not None and text[end - 1] in "%％"
        return ("share" if value >= 15 or whole else "rate"), False
    if value > 36 or (kind == "fee" and value > 12):
        return "share", True
    return kind, True


_UP = r"往上|上浮|上调|加|高|贵|涨|多|提|升|添|\+|差"
_DOWN = r"往下|再下|又下|下浮|下调|降|减|优惠|让|少|便宜|低|省|压|砍|返还|抹|-"
_MOVE = re.compile(
    rf"(?P<level>[高低少多大超]于|[高超]过|别超|超|(?:[降调加减浮提]|降低|压低)到|到(?!期)|少(?:说|则)|至少|最少|多少|最多|最低|最高|差不多)"
    rf"|(?P<down>{_DOWN})|(?P<up>{_UP})"
)
_AFTER = re.compile(r"\s*(?:的)?(?:(?P<down>优惠|让利|下浮|折让)|(?P<up>上浮|加点|溢价))")
_LISTED = re.compile(r"挂牌|牌价|公示|存款|存单|定期|存(?=[\d一二三四五六七八九十])|存满")
_SPREAD = re.compile(r"点差|交易室|结汇价|购汇|牌价优惠|汇率|pips?")
_FROM_BASE = re.compile(
    r"(?:比|较|在)(?:您|你|我行|我们)?(?:(?P<lpr>lpr)|(?P<listed>挂牌|牌价|公示)|现在|目前|现行|当前|原来|基准)(?:的)?(?:利率|价格?)?(?:基础上|上)?(?:再|能|可以|要)?(?P<move>低|高|少|多|降|加|减)了?\s*$"
)


def from_base(text: str, start: int, end: int, value: float) -> Span | None:
    """``比现在低0.15``: a change of so many hundredths."""
    found = _FROM_BASE.search(text, max(0, start - 18), start) if value < 2 else None
    if found is None or text.startswith(("倍", "万", "亿", "元", "块"), end):
        return None
    sign = 1 if found["move"] in "高多加" else -1
    base = "LPR" if found["lpr"] else "listed" if found["listed"] else "current"
    return Span(start, end, "rate", round(sign * value * 100, 2), "bp", base)


_FALL = re.compile(r"(?:(?<![下])跌|净值[降掉])(?:了|超过?|过|满|够|到)?$")
_BESIDE = re.compile(r"比(?!.*(?:现在|目前|原来|当前|您那|您现)).*(?:[高低贵多少])(?:了|出)?$")
"""A difference between two prices, neither of them the one in force, is no change."""
_NOTHING = re.compile(r"\s*(?:我?们?[都也][动让降加减给][不没]|都?不[动让降加行要能]|也不|都没|都不)")


def point_or_percent(text: str, start: int, end: int, value: float, word: str) -> Iterator[Span]:
    """``20bp``, ``3.85%``, ``四个点``: points are basis points where a change is meant, else per cent."""
    if word != "bp" and word != "%" and value < 20 and _FALL.search(text[max(0, start - 5) : start]):
        return
    if word == "分" or (word != "%" and _SPREAD.search(text)):
        return
    piece = close_before(_CUTS, text, start, 9)
    if word == "bp":
        if value <= 1 and _NOTHING.match(text, end):
            return
        yield _change(text, start, end, value, piece)
        return
    if word != "%":
        if _NOTHING.match(text, end):
            return
        moved = any(not move["level"] for move in _MOVE.finditer(piece)) or _AFTER.match(text, end) is not None
        direct = text[end - 1] == "点" and "个" not in text[start:end]
        if direct and not (moved and value >= 5):
            return
        if moved and value < 1 and not _reaches(piece) and word.startswith(("个", "半")):
            if _BESIDE.search(_CUTS.split(text[:start])[-1]) is None:
                yield _change(text, start, end, round(value * 100, 2), piece)
            return
        if (moved and value >= 3 and value == int(value) and not _reaches(piece)) or (
            value >= 15 and not percent_kind(text, start, end, value)[1]
        ):
            yield _change(text, start, end, value, piece)
            return
        if moved and value in (1, 2) and re.search(r"挂牌|牌价|公示", piece):
            yield Span(start, end, "rate", value * 100, "bp", "listed", scale=100.0)
            return
        if value in (1, 2) and _APART.search(piece):
            return
    elif "个百分点" in text[start:end] and _MOVE.search(piece) and not _reaches(piece) and value <= 3:
        yield _change(text, start, end, value * 100, piece)
        return
    sign = -1 if piece.endswith(("负", "-")) and (piece.endswith("负") or len(piece) < 2) else 1
    kind, sure = percent_kind(text, start, end, value)
    loose = word != "%" and not any(_MOVE.finditer(piece))
    yield Span(start, end, kind, sign * value, "%", sure=sure, points=loose)


_APART = re.compile(r"(?:少|低|便宜|贵|差|多)了?(?:您|你)?$")
"""``少您两个点``: how far two prices are apart is neither of them."""


def _reaches(piece: str) -> bool:
    """Whether the words lead up to a level (降到三个点), not to a change."""
    moves = list(_MOVE.finditer(piece))
    last = moves[-1] if moves else None
    return (last is not None and last["level"] is not None) or re.search(r"[跌涨]了?(?:快|近)?$", piece) is not None


def _change(text: str, start: int, end: int, value: float, piece: str) -> Span:
    sign, verb = 1, ""
    for move in _MOVE.finditer(piece):
        if move["up"] or move["down"]:
            sign, verb = (1 if move["up"] else -1), move.group()
    after = _AFTER.match(text, end)
    if after is not None and not verb:
        sign, verb = (1 if after["up"] else -1), "让"
    loose = not verb and "lpr" not in text[max(0, start - 16) : start]
    return Span(start, end, "rate", sign * value, "bp", _base(text, start, end, verb), points=loose)


def _base(text: str, start: int, end: int, verb: str) -> str:
    """What a change is counted from: LPR, the posted price, else the present one."""
    if _FELL.search(text[max(0, start - 16) : start]):
        return "current"
    if "lpr" in text[max(0, start - 16) : start]:
        return "LPR"
    if _LISTED.search(text[:start]) and "贷" not in text:
        return "listed"
    if not verb and "点" in text[start:end] and "基点" not in text[start:end]:
        return "current"
    if verb == "加" and re.search(r"(?:利率|价格|定价)(?:就|也|还|都)?(?:得|要|再|另|会)+加$", text[:start]):
        return "current"
    if verb in ("上浮", "下浮") and re.search(
        r"[再又](?:申请|给您|往)?$", text[: max(0, text.rfind(verb, 0, start))]
    ):
        return "current"
    if verb in ("加", "+", "上浮", "下浮", "") or (
        verb in ("减", "-") and "个" not in text[start:end] and "bp" not in text[start:end]
    ):
        return "LPR"
    return "current"


_FELL = re.compile(r"lpr[^,。;\d]{0,8}(?:下?降了?|下调了?|跌了?|少了|下来了?|上调了?|涨了?)$")
_BARE_CHANGE = re.compile(r"(?:(?P<lpr>lpr)\s*)?(?P<sign>加点?|减点?|\+|-|上浮|下浮)\s*$")
_SUM_AHEAD = re.compile(
    r"(?:(?<![\d.])\d{2,}|(?<!点)[百千十万]|[十百千][一二三四五六七八九])(?:万|天|块|元|个)?[再又]?$"
)
"""A number before the sign makes it arithmetic: ``五十五加九十减四十五``."""
_UNIT_AHEAD = re.compile(
    r"\s*(?:%|保理|流贷|流动资金|贴现|贷款|额度|承兑|银票|电票|应收|[个万亿元块年月天岁分号人家户次条张台件层只页栋本名位成倍米斤份几多]|来[个万]|\d|\.|百|千)"
)


def bare_change(text: str, start: int, end: int, value: float) -> Span | None:
    """``加20``, ``LPR-45``, ``减三十``: basis points by the trade's habit."""
    found = _BARE_CHANGE.search(text, max(0, start - 8), start)
    if found is None or value < 1 or value != int(value) or value > 400 or _UNIT_AHEAD.match(text, end):
        return None
    if not found["lpr"] and "lpr" not in text[: found.start()] and _SUM_AHEAD.search(text, 0, found.start()):
        return None
    symbol = found["sign"] in "+-"
    if not found["lpr"] and (
        value < 10 or (symbol and found.start() > 0 and text[found.start() - 1] not in " ,。:;、报")
    ):
        return None
    if not found["lpr"] and text[found.start() - 1 : found.start()] in (
        "增",
        "添",
        "参",
        "递",
        "缩",
        "外",
        "二",
        "另",
    ):
        return None
    near = text[max(0, found.start() - 10) : found.start()]
    base = "listed" if _LISTED.search(near) and not found["lpr"] else "LPR"
    sign = 1 if found["sign"][0] in "加+上" else -1
    return Span(found.start(), end, "rate", sign * value, "bp", base)


_EXCHANGE = re.compile(
    r"汇率|(?:结|购)汇(?:[我给按价报您]|客户)*$|结汇价|购汇|锁在|即期|远期|中间价|兑|汇价|(?:欧元|美元|美金|日元|港币)(?:在|是|到|按|跌|涨)|版本|评分|\bm[12]\b|cpi|gdp|pmi|久期|系数"
)
_NOT_RATE_AFTER = re.compile(
    r"\s*(?:[万亿元块年米吨倍折岁版级分号月成人台件斤克度秒时厘寸只条层折]|个(?!点|多|以|上|下)|公里|平|小时|公斤|千克|升|版|:|/|-\d)"
)
_DIFFERS = re.compile(r"比(?!现在|目前|原来|当前|lpr|挂牌)[^,。;]{1,10}(?:[高低贵多少]|便宜)(?:了|出)?$")
_LEVEL = re.compile(
    r"(?:利率|年化|利息|价格?|报价?|成本|涨到|降到|压到|做到|谈到|给到|跌到|调到|按|年息|收益|基准|综合)(?:是|就是|大概|差不多|在|约|给您)?$"
)
_WITHIN = re.compile(r"\s*(?:以内|以下|打头|出头|字头|左右|封顶|[,。、;]|$)")


def is_rate(text: str, start: int, end: int, value: float, said: str) -> bool:
    """Whether a number without a unit is a price: 3.85, 三点八五, 四以内."""
    if _NOT_RATE_AFTER.match(text, end) or not 0 < value < 37:
        return False
    near = text[max(0, start - 12) : start]
    if "." in said or "点" in said:
        if re.match(r"[点.]\d", text[end:]) or text[start - 1 : start] in ("/", "v", "r", "-"):
            return False
        if value < 1 and _DIFFERS.search(text[max(0, start - 14) : start]):
            return False
        return not (_EXCHANGE.search(near) or _EXCHANGE.match(text, end)) and not (
            "点" in said and _clock(near, text, end)
        )
    if text[end : end + 1] == "点" or said in ("一", "两", "十") or (value > 12 and "年化" not in near):
        return False
    if text[start - 1 : start] in ("、", ",") and text.startswith(("以内", "以下"), end):
        return 2 <= value < 10
    return _LEVEL.search(near) is not None and _WITHIN.match(text, end) is not None


_AT_OH = re.compile(
    r"(?:^|[^\d零一二三四五六七八九十])(?:[六七八九]|十[一二三四五六七八九]?)点零[一二三四五六七八九]$"
)
_PRICE_NEAR = re.compile(r"利率|年化|利息|息|报|成本|收益|%|个点")


def _clock(near: str, text: str, end: int) -> bool:
    if _AT_OH.search(text[max(0, end - 7) : end]) and not _PRICE_NEAR.search(near):
        return True
    return re.search(r"[早晚上下中]午?$|天$|周.$", near) is not None or text.startswith(
        ("分", "钟", "见", "半", "刻", "十", "几"), end
    )


_CARDS = re.compile(r"pos|扫码|费率|刷卡|收单|服务费|手续费|0\.\d\d?%")


def rate_or_fee(text: str, start: int, end: int, value: float, previous: str) -> str:
    """A price without a unit is a rate unless a fee stands right before it, or the client spoke of card fees."""
    if value <= 3 and percent_kind(text, start, end, value)[0] == "fee":
        return "fee"
    return "fee" if value < 0.65 and _CARDS.search(previous) else "rate"


_CHANCE = re.compile(r"[能会]?成几成|几成(?:把握|可能|希望|胜算)|[一二三四五六七八九]成(?:清楚|明白|把握|懂|像)")


def is_chance(text: str, start: int, previous: str) -> bool:
    """Whether tenths are a chance or a degree the client asked after, not a part of money."""
    return _CHANCE.search(previous) is not None or text[max(0, start - 4) : start].endswith(
        ("成了", "把握", "希望")
    )
