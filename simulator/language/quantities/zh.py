"""Figures in Chinese: rates, changes, shares, fees, amounts, tenors."""

import re
from collections.abc import Iterator

from simulator.language.quantities.numbers import ARABIC, HAN, zh_value
from simulator.language.quantities.span import Span

_N = rf"(?:{ARABIC}|{HAN})"
_PRICE = r"利率|价格|报价|年化|年息|月息|利息|定价|成本|收益|票面|贷款价|存款|挂牌|业绩|费率|折合|综合|基准|lpr|资金价|的价|降到|压到|做到|谈到|争取|给到|拿到|能到|报到|往下|底线|批到|加点|活期|定期|存单|三年期|一年期|通知|涨了|跌了|回撤|亏|浮盈|放到|调到|还是|就是|算下来|那边|那家|他们|给您"
_FEE = re.compile(
    r"手续费|费率|承兑费|担保费|管理费|服务费|认购费|申购费|赎回费|通道费|承诺费|费用|保函费|开立费|佣金|中介费|违约金|手续|评估费|结算费|收费|扣率|收单"
)
_SHARE = re.compile(
    r"结算|流水|归集|占比|比例|比重|份额|抵押率|质押率|首付|保证金|成数|回款|收汇|代发|持股|股份|股权|留存|敞口|折扣|打[几\d]?折|仓位|配置|一半|收款|自有|出资|毛利|增长|渗透|集中|负债率|占|增幅|额度的|锁定|锁汇|锁|套保|对冲|回本|开机|产能|货款的|放款的|融资比"
)
_CHANGE = re.compile(
    rf"(?P<base>lpr|挂牌|基准|牌价|公示价?|现在|目前|原来)?[^,。;;!?]{{0,6}}?(?P<word>上浮|下浮|上调|下调|加|减|降|优惠|让利|让|少|便宜|低|高|涨|贵|再加|再降|多|差|争取|争|压|往下|往上|贴|补)(?:了|个|出|到|您)?\s*(?P<n>{_N})\s*(?:个)?(?:bp|bps|基点|点)(?!击|钟|半)"
)
_LPR_BARE = re.compile(
    rf"lpr\s*(?P<word>\+|-|加点?|减点?|上浮|下浮)\s*(?P<n>{_N})(?!\s*[%\.\d年万亿成])(?:\s*个?(?:bp|bps|基点|点))?"
)
_POINTS = re.compile(rf"(?P<n>{_N})\s*个?(?:bp|bps|基点|点子)")
_PERCENT = re.compile(rf"(?P<n>{_N})\s*(?:%|%|个百分点|个点儿?(?![子击钟])|个点)|百分之(?P<p>{_N})")
_MILLE = re.compile(rf"(?P<word>千分之|万分之)(?P<n>{_N})|(?P<m>{ARABIC})\s*‰")
_TENTHS = re.compile(
    rf"(?P<n>(?:{ARABIC}|[一二两三四五六七八九]))成(?P<half>半|[一二三四五六七八九])?(?![本立为了就交果员效])"
)
_TENOR = re.compile(
    rf"(?P<n>{_N}|半)\s*(?P<unit>年半|年期|个月期|个月|月期|年|期(?![货权间限初末中])|个季度|季度)(?P<rest>半)?"
)
_NOT_TENOR_BEFORE = re.compile(
    r"(?:第|前|去|今|明|每|上|下|头|近|这|那|过去|已经|工作|干了|做了|开了|合作了?|认识|经营了?|成立|退休|住了|教了|存了|用了|等了|拖了|跟了|二零|20)$"
)
_NOT_TENOR_AFTER = re.compile(
    r"^(?:前|以前|来|多前|的老|了|级|代|度|份|内|初|末|底|中|薪|检|报|费|会|级|化|轻|纪|龄|里|老)"
)
_AMOUNT = re.compile(
    rf"(?P<cur>美金|美元|us\$|\$|usd|欧元|港币|港元|日元|人民币|rmb|cny|¥|¥)?\s*(?P<n>{ARABIC}|{HAN})\s*(?:个)?(?P<about>[来多几]|把)?\s*(?P<big>万亿|千万|百万|十万|亿|万|w(?![a-z])|k(?![a-z])|千(?=[块元]))?(?P<tail>[一二三四五六七八九](?![\d一二三四五六七八九十百千万亿点个成年月家位件条种次天]))?\s*(?P<unit>多)?\s*(?P<cur2>美金|美元|美刀|刀|欧元|欧|港币|港元|日元|澳元|英镑|人民币|块钱|块|元|rmb|usd|eur|hkd)?"
)
_CURRENCY = {
    "美金": "USD", "美元": "USD", "美刀": "USD", "刀": "USD", "us$": "USD", "$": "USD", "usd": "USD", "欧元": "EUR",
    "欧": "EUR", "eur": "EUR", "港币": "HKD", "港元": "HKD", "hkd": "HKD", "日元": "JPY", "澳元": "AUD", "英镑": "GBP",
}  # fmt: skip
_SCALE = {"万亿": 1e12, "千万": 1e7, "百万": 1e6, "十万": 1e5, "亿": 1e8, "万": 1e4, "w": 1e4, "k": 1e3, "千": 1e3}
_BARE_RATE = re.compile(
    r"(?<![\d.百千万])(?P<n>\d\.\d{1,3}|[零一二三四五六七八九]点[零〇一二三四五六七八九]{1,3})(?![\d%%年个万亿倍元块折米级版成])"
)
_BARE_SPOKEN = re.compile(r"(?P<a>[一二三四五六])个(?P<b>[零一二三四五六七八九]{1,2}|\d{1,2})(?![\d个月年点])")


def spans(text: str, asked_price: bool) -> Iterator[Span]:
    """Every figure of ``text`` (already simplified), possibly overlapping, the surest kinds first."""
    yield from _changes(text)
    yield from _fractions(text)
    yield from _amounts(text)
    yield from _tenors(text)
    yield from _bare_rates(text, asked_price)


def _number(text: str | None) -> float | None:
    return None if text is None else zh_value(text)


def _changes(text: str) -> Iterator[Span]:
    for match in _LPR_BARE.finditer(text):
        value = _number(match["n"])
        if value is not None and value >= 1:
            sign = -1 if match["word"][0] in "-减下" else 1
            yield Span(match.start(), match.end(), "rate", sign * value, "bp", "LPR")
    for match in re.finditer(r"(?:平|按)lpr(?:走|平|做)?|lpr平价?", text):
        if not re.match(r"\s*[加减+\-上下]", text[match.end() :]):
            yield Span(match.start(), match.end(), "rate", 0.0, "bp", "LPR")
    for match in _CHANGE.finditer(text):
        value = _number(match["n"])
        if value is None:
            continue
        sure = "bp" in match.group() or "基点" in match.group()
        if not sure and (value < 3 or "." in match["n"] or "点" in match["n"]):
            continue
        sign = 1 if match["word"][-1] in "加浮高涨贵多补" and match["word"] != "下浮" else -1
        sign = 1 if match["word"] in ("上浮", "上调") else sign
        yield Span(match.start("word"), match.end(), "rate", sign * value, "bp", _base(text, match.start("word")))
    for match in _POINTS.finditer(text):
        value = _number(match["n"])
        if value is not None:
            sign = (
                -1 if re.search(r"[降减让少低下优惠便宜]", text[max(0, match.start() - 8) : match.start()]) else 1
            )
            yield Span(match.start(), match.end(), "rate", sign * value, "bp", _base(text, match.start()))


def _base(text: str, at: int) -> str:
    before = text[:at]
    if "lpr" in before[-12:]:
        return "LPR"
    return "listed" if re.search(r"挂牌|牌价|公示|大额存单|存款", before[-16:]) else "current"


def _fractions(text: str) -> Iterator[Span]:
    for match in _MILLE.finditer(text):
        value = _number(match["n"] or match["m"])
        if value is not None:
            scale = 100 if match["word"] == "万分之" else 10
            yield Span(match.start(), match.end(), "fee", round(value / scale, 6), "%")
    for match in _TENTHS.finditer(text):
        value = _number(match["n"])
        if value is not None and value <= 10:
            half = match["half"]
            extra = 5.0 if half == "半" else (_number(half) or 0.0) if half else 0.0
            yield Span(match.start(), match.end(), "share", value * 10 + extra, "%")
    for match in _PERCENT.finditer(text):
        value = _number(match["n"] or match["p"])
        if value is None:
            continue
        yield Span(match.start(), match.end(), _kind(text, match.start(), match.end(), value), value, "%")


def _kind(text: str, start: int, end: int, value: float) -> str:
    """Whether a percentage is a rate, a share or a fee, by what stands near it."""
    near = text[max(0, start - 14) : end + 8]
    fees = [m.start() for m in _FEE.finditer(near)]
    shares = [m.start() for m in _SHARE.finditer(near)]
    prices = [m.start() for m in re.finditer(_PRICE, near)]
    if value >= 20:
        return "share"
    at = start - max(0, start - 14)

    def distance(places: list[int]) -> int:
        return min((abs(p - at) for p in places), default=99)

    best = min((distance(prices), 0, "rate"), (distance(fees), 1, "fee"), (distance(shares), 2, "share"))
    return best[2] if best[0] < 99 else ("share" if value > 12 else "rate")


def _amounts(text: str) -> Iterator[Span]:
    for match in _AMOUNT.finditer(text):
        word = match["n"]
        value = _number(word)
        currency = _CURRENCY.get(match["cur"] or "", _CURRENCY.get(match["cur2"] or ""))
        scale = match["big"]
        if value is None or (not scale and not match["cur"] and not match["cur2"]):
            continue
        if text[match.end() : match.end() + 2] in ("户的", "家企") or text[match.end() : match.end() + 1] in (
            "人",
            "户",
            "家",
            "吨",
            "件",
            "台",
            "平",
            "亩",
            "次",
            "倍",
        ):
            continue
        total = value * (_SCALE[scale] if scale else 1)
        if match["tail"] and scale and match["cur2"] != "元":
            tail = zh_value(match["tail"])
            total += (tail or 0) * _SCALE[scale] / 10
        elif match["tail"]:
            continue
        if scale is None and match["cur2"] in ("刀", "欧") and value < 100:
            continue
        yield Span(
            match.start(),
            match.end(),
            "amount",
            round(total, 2),
            currency or "CNY",
            approximate=bool(match["about"] or match["unit"]),
        )


def _tenors(text: str) -> Iterator[Span]:
    for match in _TENOR.finditer(text):
        word, unit = match["n"], match["unit"]
        value = 0.5 if word == "半" else _number(word)
        if value is None or value > 480 or (unit == "年" and value >= 60):
            continue
        before, after = text[: match.start()], text[match.end() :]
        if not unit.endswith("期") and (_NOT_TENOR_BEFORE.search(before) or _NOT_TENOR_AFTER.match(after)):
            continue
        months = value * (12 if unit.startswith("年") else 3 if "季" in unit else 1)
        if unit == "年半" or match["rest"]:
            months += 6 if unit.startswith("年") else 0.5
        yield Span(match.start(), match.end(), "tenor", months, "month")


def _bare_rates(text: str, asked_price: bool) -> Iterator[Span]:
    priced = asked_price or re.search(_PRICE, text) is not None
    for match in _BARE_RATE.finditer(text):
        value = _number(match["n"])
        if value is not None and 0 < value < 15 and (priced or len(text) < 14):
            kind = "fee" if _FEE.search(text[max(0, match.start() - 10) : match.start()]) else "rate"
            yield Span(match.start(), match.end(), kind, value, "%")
    for match in _BARE_SPOKEN.finditer(text):
        whole = _number(match["a"])
        tail = match["b"] if match["b"].isdigit() and match["b"].isascii() else str(int(_number(match["b"]) or 0))
        if whole is not None:
            yield Span(match.start(), match.end(), "rate", float(f"{whole:.0f}.{tail}"), "%")
