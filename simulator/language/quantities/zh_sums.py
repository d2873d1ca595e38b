"""Whether a Chinese number without a unit is a sum of money."""

import re

COUNTER = re.compile(
    r"个?(?:人(?!民|家)|心(?=[,。;!?]|$)|张(?!票|单|卡|存|承)|户(?!头)|家(?!底|里|庭|中)|吨|件|台(?!账)|平|亩|次|倍|公里|里路|米(?!兰)|斤|步|只(?!要|有|能|是|放|存)|册|粒|棵|股|辆|箱|盒|位|例|条(?!件)|字(?!头)|公斤|光年|分钟|小时|岁|年|客户|企业|员工|粉丝|伏|瓦|毫安|字节|像素|颗)"
)
_IN_CASH = re.compile(r"现金|红包|辛苦|购物|油卡|话费")
_PHONE = re.compile(r"电话|热线|拨|尾号|卡号|编号|工号|打(?=$)|客服|文件|第|除以")
_MONEY = re.compile(
    r"月供|每月|每年|一个月|一月|一年|工资|收入|费|利息|罚|退|省|差|补|赔|扣|存|贷|借|还|亏|赚|少|多|掏|交|花|送|返|给|共|要|剩|按|每期|款|额|定投|月薪|挣|里面|一张|每张|有|报|填|放|拿|押|垫|付|批|就|才|抽|攒|低于|超过|别过|起码|最低|最高|不到|短|买|卖|块|万"
)
_TARIFF_SUM = re.compile(r"(?:最低|最高|最少|起步|封顶|另加|再加|另收|外加|每笔收|再补|另补)$")
_TARIFF = re.compile(r"费|汇款|转账|每笔|千分之|[块元]|币|退")
_INDEX = re.compile(
    r"(?:活到|长命|毛重|体重|零下.{0,4}|水温|沪深|中证|上证|深证|恒生|标普|纳斯达克|等于|乘以|加上|除以)$"
)
_NOT_SUM = re.compile(
    r"[多来几]?\s*(?:[个人家户次年月天日号种间张只台件条米里平亩吨斤字步页点分度位名册套辆支篇场回遍岁倍瓦克升本层栋座棵期届段句箱罐笔项碗杯桌单头双成折%厘毫斑丝](?<!里(?=[头面边]))|公[里斤]|小时|客户|多?[年家个人户天次])"
)
_IDIOM = re.compile(r"强(?!调|制)|夜|行[,。]|码|里路|姓|度|丝|年|头|余|[a-z]|零|万|亿|\d|多?[种样]")


def counts_things(text: str, end: int) -> bool:
    """Whether the word behind a number names what it counts."""
    return _NOT_SUM.match(text, end) is not None


def is_sum(text: str, start: int, end: int, said: str) -> bool:
    """Whether a number without a unit has the shape and place of a sum of money (三百六, 两千, 每月2800)."""
    if _NOT_SUM.match(text, end) or text[start - 1 : start] in (
        "第",
        "几",
        "好",
        "上",
        "成",
        "数",
        "-",
        "/",
        "尾",
        "号",
    ):
        return False
    if _INDEX.search(text[max(0, start - 5) : start]):
        return False
    if "," in said:
        return True
    if not said[0].isdigit() or not said.isascii():
        return ("百" in said[1:] or "千" in said[1:]) and not _IDIOM.match(text, end)
    near = text[max(0, start - 5) : start]
    if _PHONE.search(text, max(0, start - 14), start) or (
        re.fullmatch(r"(?:19|20)\d\d|1[12]\d", said) and not _IN_CASH.match(text, end)
    ):
        return False
    if len(said) == 2 and _TARIFF_SUM.search(near) and _TARIFF.search(text):
        return True
    return len(said) >= 3 and _MONEY.search(near) is not None


_NOT_A_COIN = re.compile(r"钱(?:也|都)(?:不|没)|钱(?:您|你)?(?:来|尽管)?找我")
"""``一块钱也不压``: nothing at all."""


def idle_coin(text: str, match: re.Match[str], unit: re.Match[str], values: tuple[float, ...]) -> bool:
    """``一块`` that means "together" or "a piece", and the like."""
    if unit["scale"] or unit["coin"] != "块":
        return False
    start, end = match.start(), unit.end()
    if match["n"].endswith(("俩一", "两一")) and not text.startswith("钱", end):
        return True  # 您俩一块来
    if _NOT_A_COIN.match(text, end) and match["n"] in ("一", "1"):
        return True
    if unit["dime"] or text.startswith("钱", end):
        return text[start - 1 : start] in ("这", "那", "哪")
    return match["n"] in ("一", "两", "半", "三") and not text.startswith(("多", "五"), end)
