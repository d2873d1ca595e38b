"""Whether 五百六 is 560 yuan or 5.6 million: what the words around a sum without a unit weigh.

Each cue speaks for ten thousands (above 0) or for single yuan (below), in log-odds; the weights were fitted to the
labelled visits, where a sum of hundreds or thousands without a unit is 万 in a little more than half of the cases.
"""

from dataclasses import replace

from simulator.language.quantities.cues import Cue, cue, spoken_for
from simulator.language.quantities.span import Bare
from simulator.language.quantities.zh_bare import (
    COINS_AFTER,
    COINS_BEFORE,
    COMPANY,
    HOUSEHOLD,
    is_decided,
    is_refund,
    speaks_of_a_company,
)

REACH = (14, 10)
"""How many characters before and behind a sum are by it."""
OF_A_COMPANY = 1.6
OF_WHAT_SEEMS_ONE = 0.9
OF_A_HOUSEHOLD = -0.9
_PRICE = r"[234]\.\d|(?<!\d)[二三四]点[零一二三四五六七八九]|[三四]个[零一二三四五六七八九]|[三四]厘|[三四]个点"
_LENT = r"额度|授信|敞口|流贷|抵押|质押|应收|循环|贷审|审批|分行|贴现|结算|回款|缺口|峰值|备货|周转|订单|专利|权限|递上去|方案"
_TOLL = r"手续费|利息|扣|退|赔|月供|工资|每个?月|一个月|罚"


CUES = (
    Cue("before", COINS_BEFORE, -1.1),
    cue("behind", rf"^{COINS_AFTER.pattern}", -1.0),
    cue("before", r"(?:[每一]个?月|月供|每月|月租|工资|退休金|月薪|生活费|房租|[每一](?:年|天|吨|斤|台|笔|次|人|张|只|头))[^,。;!?]{0,4}$", -1.6),
    cue("before", r"(?:利息|费|罚|退|赔|补|返|红包|奖|扣|省|亏|便宜|贵)[^,。;!?]{0,4}$", -1.0),
    cue("before", r"(?:费|利息|红包|奖金|罚款?|工资|月薪|退休金|零花钱?|房租|月供)(?:是|要|就|才|大概|约)?$", -4.0),
    cue("behind", r"^块?的?(?:红包|购物卡|油卡|手续费|月供|利息|补偿|话费|退休金|工资)", -2.5),
    cue("before", r"[少多差掉省][^,。;!?]?$", -1.1),
    cue("before", r"(?:最低|最高|最少|起步|封顶|另加|另收|外加|另补|每笔收?)$", -1.5),
    cue("turn", r"千分之|万分之|每笔|电报|汇款|转账", -0.8),
    cue("before", r"一年[^,。;!?]{0,5}$", -0.5),
    cue("behind", r"^[来多块]", -0.8),
    cue("behind", r"^[,、;]\s*(?:[半一二两三五]年|[234]\.\d|[二三四]点|[三六九]个月|[一二三四五六七八九]+[成个])", 0.6),
    cue("before", r"(?:年|月|%|\d|成|循环|应收|专利)[,、;]$", 0.4),
    cue("before", r"[一二两三四五六七八九]百(?:到|至)$", 0.8),
    cue("turn", _PRICE, 0.6),
    cue("turn", r"[01]\.\d|零点|一点[一二三四五六七八九]", 0.2),
    cue("previous", _PRICE, 0.2),
    cue("turn", _LENT, 1.3),
    cue("previous", f"{_LENT}|够不够|真缺", 0.7),
    cue("turn", _TOLL, -0.6),
    cue("previous", f"{_TOLL}|定投|保险|理财", -0.8),
    cue("both", r"零存|定投|攒|理财|基金|定期|存款|储蓄|购物卡|保险|存单|挂牌", -1.2),
    cue("turn", r"补|多收|多扣|违约金|错|亏|赔|免|次", -1.2),
    cue("both", r"[\d一二两三四五六七八九十百千]块|元", -1.0),
    cue("both", r"[百千]万|[一二两三四五六七八九]百[一二三四五六七八九]?十?[一二三四五六七八九]?万|\d{3,}万|亿|\d{7}", 0.7),
    cue("both", r"[一二两三四五六七八九]百[一二三四五六七八九](?![十百千万块元])", 0.8),
    Cue("both", COMPANY, 1.3),
    Cue("both", HOUSEHOLD, -0.4),
    cue("previous", r"缺|吨|货|厂|票|车[队辆]|设备|装修|开店|订", 0.3),
)  # fmt: skip
THOUSANDS = -0.6
HUNDREDS = 1.1
UNEVEN = -1.2
"""A sum that is no multiple of ten was worked out, or is change."""


def weighed(text: str, start: int, end: int, value: float, previous: str) -> float:
    """The log-odds of ten thousands against single yuan, by the words of the turn and of the client's last line."""
    odds = THOUSANDS if value >= 1000 else HUNDREDS if value >= 100 else 0.0
    odds += UNEVEN if value % 10 else 0.0
    return odds + spoken_for(CUES, text, start, end, previous, REACH)


def counted(text: str, one: Bare, previous: str, company: bool | None) -> Bare:
    """A number with what it is counted in, as far as the words tell.

    ``company`` is whether the client is one, None where nobody knows.
    """
    if is_refund(text, one.start, one.end, previous):
        return replace(one, usual=1.0)
    seems = speaks_of_a_company(text, previous)
    odds = weighed(text, one.start, one.end, one.value, previous) + (OF_WHAT_SEEMS_ONE if seems else 0.0)
    odds += {True: OF_A_COMPANY, False: OF_A_HOUSEHOLD, None: 0.0}[company]
    decided = (company or seems) and one.placed and is_decided(text, one.value)
    return replace(one, odds=odds, money=one.money or decided)
