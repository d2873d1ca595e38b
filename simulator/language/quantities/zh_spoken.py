"""What is said short in Chinese: rates as bare digits (``最低三四五`` 3.45), limits as so many (``额度一百二十个``)."""

import re
from collections.abc import Iterator

from simulator.language.quantities.bounds import beside
from simulator.language.quantities.numbers import han_value
from simulator.language.quantities.span import Span

_THREE = re.compile(
    r"[二三四五][零〇一二三四五六七八九]{2}(?=$|[,、。;?!吧行的]|是(?:我|行里|咱)|起(?!来)|左右|以内)"
)
_LEADS_TO_PRICE = re.compile(r"(?:^|[,、。;\s]|最低|底价|底线|利率|[做给降压]到|价格|价钱|报|给您|就|按)$")
_TWO = re.compile(r"(?<=[,、])[二三四五][一二三四五六七八九](?=$|[,、。;])")
_PRICED = re.compile(
    r"利率|利息|质押|价|底线|我的底|lpr|年化|个点|基点|\d\.\d|[二三四五]点[零一二三四五六七八九]|最低|报"
)
_TERMS = re.compile(r"[万亿w][^,、]{0,6}[,、].*[年期月][^,、]{0,3}[,、]")


def spoken_rates(text: str, previous: str) -> Iterator[Span]:
    """The rates of ``text`` whose point is not said, where a price or a list of terms is spoken of."""
    for match in _THREE.finditer(text):
        led = _LEADS_TO_PRICE.search(text[max(0, match.start() - 3) : match.start()]) is not None
        if led and (_PRICED.search(text) or _PRICED.search(previous)):
            yield _rate(match)
    yield from _in_li(text, previous)
    yield from _in_kuai(text, previous)
    yield from _beside_terms(text)
    yield from _of_a_named_rate(text, previous)
    for match in _TWO.finditer(text):
        if _TERMS.search(text[: match.start()]):
            yield _rate(match)


_PAIR = re.compile(
    r"(?<![零〇一二两三四五六七八九十百千万亿\d.点第])([二三四五六])([一二三四五六七八九])(?=$|[,，。;、!?\s]|我|您|不|太|行|可|给|能|做|的话|吧|呢|吗)"
)


def _of_a_named_rate(text: str, previous: str) -> Iterator[Span]:
    """``三八我做不到`` after 3.8 per cent was spoken of."""
    for match in _PAIR.finditer(text):
        whole, part = (f"{han_value(one) or 0:.0f}" for one in match.groups())
        named = rf"(?<![\d.]){whole}\.{part}0?(?![\d万亿])|{match[1]}点{match[2]}(?![零一二三四五六七八九万亿])"
        if re.search(named, f"{previous}\n{text}"):
            yield _rate(match)


_TERMS_BESIDE = re.compile(
    r"[\d百千]万|[一二两三四五六七八九十]百[一二三四五六七八九十\d]*万?|[押质]|信用|担保|保证|签字|结算|回款|房子|流贷|额度|授信|贷"
)
"""What else is bargained over: beside it a price may be said short."""
_KUAI = re.compile(
    r"(?<![零〇一二两三四五六七八九十百千万\d.])(?P<whole>[一二三四五])块(?:(?P<cents>零?[五]|[一二三四五六七八九][零五一二三四六七八九]|[一二三四五六七八九])|(?P<dime>[一二三四五六七八九])毛(?P<cent>[一二三四五六七八九])?)?(?![钱多几万千百\d毛块元个两]|人民币|五毛)"
)
_COINS = re.compile(
    r"[吨斤盒碗杯瓶包袋张只台份笔顿把本份壶条根颗车箱件]|[一每]两|运费|茶|烟|菜|饭|油|电费|水费|打车|停车|手续费|工本|邮费|[每一]个?[月天人次]|零钱|红包|单价|值钱"
)
"""What one pays so many yuan for."""
_YIELDS = re.compile(r"定期|存单|存款|年期|[一二三五]年|挂牌|利率|利息")
_SENTENCE = re.compile(r"[。!?；;]")


def _in_kuai(text: str, previous: str) -> Iterator[Span]:
    """``三块九五``, ``四块二``: so many yuan a year on a hundred, as prices of money are said across a table."""
    for match in _KUAI.finditer(text):
        start, end = match.span()
        around = "|".join(beside(_SENTENCE, text, start, end))
        if _COINS.search(around):
            continue
        part = (match["cents"] or "") or f"{match['dime'] or ''}{match['cent'] or ''}"
        lent = match["whole"] != "一" and (_TERMS_BESIDE.search(around) or _RATE_NAMED.search(around))
        listed = re.search(r"[,、。;:]$|^$", text[:start]) is not None or part
        saved = _YIELDS.search(text[max(0, start - 10) : start]) is not None and part
        if (lent and listed) or saved:
            digits = "".join(f"{han_value(one) or 0:.0f}" for one in part) or "0"
            yield Span(start, end, "rate", float(f"{han_value(match['whole']) or 0:.0f}.{digits}"), "%")


_RATE_NAMED = re.compile(r"利率|利息|年化|价[格钱]|报价|价是")
_SHORT = re.compile(
    r"(?:(?<=^)|(?<=[,、。;:\s])|(?<=价)|(?<=价钱)|(?<=价格)|(?<=按)|(?<=[这那]儿)|(?<=利率)|(?<=就是)|(?<=最低)|(?<=不低于)|(?<=报))(?P<n>[二三四][一二三四五六七八九]|[二三四][零〇一二三四五六七八九]五)"
    r"(?=$|[,、。;!?]|起(?!来|码|诉)|左右|封顶|打底|打头|以[内上下]|吧|行不行|成不成|,)"
)


def _beside_terms(text: str) -> Iterator[Span]:
    """``三八``, ``三九起``, ``三九五`` between other terms, where a sum or a security stands beside it."""
    for match in _SHORT.finditer(text):
        start, end = match.span()
        sentence = "|".join(beside(_SENTENCE, text, start, end))
        terms = len(_TERMS_BESIDE.findall(sentence)) + len(_RATE_NAMED.findall(sentence))
        led = end < len(text) and text[end] == "起"
        if terms > (0 if led else 1):
            yield _rate(match)


_LI = re.compile(r"(?<![高补低差])(?:([二三四五六])厘([二三四五六七八九半])?)(?![米克月天])")
_MONTHLY = re.compile(r"月息|每月|一个月|月利")


def _in_li(text: str, previous: str) -> Iterator[Span]:
    """``四厘`` of a year's interest: 4 per cent, as the south says it."""
    if "厘" not in text or _MONTHLY.search(text) or not (_PRICED.search(text) or _PRICED.search(previous)):
        return
    for match in _LI.finditer(text):
        part = 0.5 if match[2] == "半" else (han_value(match[2]) or 0.0) / 10 if match[2] else 0.0
        yield Span(match.start(), match.end(), "rate", round((han_value(match[1]) or 0.0) + part, 2), "%")


def _rate(match: re.Match[str]) -> Span:
    digits = "".join(f"{han_value(c) or 0:.0f}" for c in match.group())
    return Span(match.start(), match.end(), "rate", float(f"{digits[0]}.{digits[1:]}"), "%")


_LENT_HERE = re.compile(r"(?:额度|授信|敞口|贷款|批了?|能贷|能批)[^,。;\d]{0,4}$")
_TAKEN_UP = re.compile(r"\s*(?:$|[,。;!?]|的话|[得要可能没不这也是行就])")
_PIECES = re.compile(r"个(?=$|[,。;、!?吧])")
_LENT = r"(?:给到|贷到?|批到?|批个|授信|额度|做到)[^,。\d]{0,3}"


def short_sum(text: str, start: int, end: int, value: float, said: str, previous: str) -> Span | None:
    """A limit counted in ten thousands that are not said: ``额度一百二十个``, or ``150`` after ``能给到150不``."""
    if not 10 <= value <= 9999 or value != int(value):
        return None
    counted = (
        _PIECES.match(text, end) is not None and _LENT_HERE.search(text[max(0, start - 8) : start]) is not None
    )
    named = (
        said in previous and re.search(rf"{_LENT}{re.escape(said)}(?![\d.%万亿元块个点年月])", previous) is not None
    )
    if named and _TAKEN_UP.match(text, end):
        return Span(start, end, "amount", value * 1e4, "", scale=1e4)
    return Span(start, end, "amount", value * 1e4, "", scale=1e4) if counted else None


_ITEM_BEGINS = re.compile(r"(?:^|[,、。;:\s])$")
_ITEM_ENDS = re.compile(r"[,、。;!?\s]|$")


def _among_terms(text: str, start: int, end: int) -> bool:
    """Whether a number stands alone between commas in a sentence that speaks of a sum lent or a security."""
    alone = _ITEM_BEGINS.search(text[:start]) is not None and _ITEM_ENDS.match(text, end) is not None
    return alone and any(_TERMS_BESIDE.search(part) for part in beside(_SENTENCE, text, start, end))


_AFTER_PRICE = re.compile(
    r"(?:的(?:那|贷|[五一二三四六七八九十两\d]|利)|对吧|[降减改换到]|一年|吧|嫌|贵|便宜|[,。;、!?]|$)"
)
_LENT_TALK = re.compile(
    r"贷|[万亿]|到期|行[给的,]|利|贵|便宜|[万亿].*年|年.*[万亿]|降|\d\.\d|[二三四五]点|比[二三四五]个|[三四五]个[三四五六七八九]"
)


def spoken_rate(text: str, start: int, end: int) -> bool:
    """Whether ``3个85``, ``两个九`` is a price and not a count."""
    said = text[start:end]
    if len(said) > 3:
        return said[0] not in "一1" or said[2].isdigit()
    if said[0] == "一" or said[2] in "两":
        return False
    if said[2] in "一二":
        return (
            said[0] in "二三四五"
            and _AFTER_PRICE.match(text, end) is not None
            and _LENT_TALK.search(text) is not None
        )
    near = text[max(0, start - 8) : start]
    return (
        len(text) < 12
        or _among_terms(text, start, end)
        or re.search(r"利率|价|报|给|lpr|就|做|是|压|到|年化|降", near) is not None
        or text.startswith(("降", "改到", "压到"), end)
    )
