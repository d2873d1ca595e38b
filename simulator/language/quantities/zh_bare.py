"""What a Chinese number without a unit is counted in: ten thousands among companies, single yuan in a household."""

import re

COMPANY = re.compile(
    r"[\u4e00-\u9fff]总(?=[,。、;:!?您我那这说咱里墙]|$)|厂长|董事长|院长|场长|社长|授信|流贷|敞口|承兑|贴现|贴票|票去贴|拿票|保理|应收|货款"
    r"|[进订备囤压]货|[货钢](?=要|款|厂)|存货|订单|厂[里房子]|吨|城商行|大行|对账单|园区|包批|县支行|银行[一二两三四五六七八九]千|票[一二两三四五六七八九]百"
    r"|要个?[一二两三四五六七八九]千[一二两三四五六七八九]?(?=[,。])|报(?:[不得]?上去|上报)|今天就报|研发|[百千][一二三四五六七八九]?(?:以内|够不够)"
)
_LIKELY_COMPANY = re.compile(r"额度|专利|审查|[审支分总]行定|缺口|权限|周转|质押|抵押物|毛利|报分行")
HOUSEHOLD = re.compile(
    r"退休|养老|阿姨|大爷|大妈|奶奶|爷爷|老伴|孙[子女]|儿媳|菜|存折|零钱|工资卡|生活费|压岁|孩子|俩娃|大宝|学费|奶粉|医保|看病|房租|月供|公积金|彩礼|婚礼|药费"
)
COINS_BEFORE = re.compile(
    r"(?:费|利息?|红包|奖金?|罚款?|税|退|赔|扣|多扣|工资|月薪|收入(?:写高)?|年交|月交|[年月]缴|现金|个人留|一个?月|[一每][天日月人张吨斤车台家笔份顿次]|单价|房租|辛苦|学费|油钱|省了?|省下)[^,。;!?\d万亿]{0,4}$"
    r"|(?:红包|费|利息|奖金|罚款)[^。;!?\d万亿]{0,3},$"
)
COINS_AFTER = re.compile(
    r"\s*(?:块|元|一[个天月吨斤人张]|每[人月天]|的?(?:工资|退休金|手续费|管理费|年费|月供|利息|油钱|红包|补偿|话费|学费|菜|购物卡|油卡|卡(?!车)|现金|[,，]?现金))"
)


def speaks_of_a_company(text: str, previous: str) -> bool:
    """Whether the words are those of a company's affairs, where sums are counted in ten thousands."""
    both = f"{text}\n{previous}"
    votes = 2 * len(COMPANY.findall(both)) + len(_LIKELY_COMPANY.findall(both))
    return votes - 2 * len(HOUSEHOLD.findall(both)) >= 2


_LED = re.compile(r"(?:^|[,。;!?、\s]|得|来|贷|批|到|够|要|报|补|有|剩|缺口|缺|差|做|咱先做|减|押|的|给您|就|是)$")
_ENDS = re.compile(
    r"\s*(?:$|[,。;!?、](?!\d)|(?:减|加)[\d一二三四五六七八九]|就|超|以内|以下|以上|不够|哪够|够|可以|的话|我|您|那|咱|得|行|也|吧|呢|成|[二两三四五]年| \d)"
)
_REFUND_AFTER = re.compile(
    r"\s*(?:今[天儿]|明天|现在|马上|当天|就|先|原路|给您|全)*(?:退(?!休|出|货|一)|[补赔](?!充|习|贴))(?!\d)|(?:是我们的?错|是我们的钱)"
)
_REFUND_BEFORE = re.compile(r"(?:[退赔](?:还|您|给您|你|了|回)*|再?补(?:您|给您))$")
_ASKED_SUM = re.compile(r"准数|多少|几块")
_SMALL_MONEY = re.compile(r"块|钱|利息|费|扣")


def is_refund(text: str, start: int, end: int, previous: str) -> bool:
    """Whether a number is money paid back: ``三十八今天就退``, or the whole answer to "how much?"."""
    if text[:start].strip() == "" and not text[end:].strip(" 。.!"):
        return (
            _ASKED_SUM.search(previous) is not None
            and _SMALL_MONEY.search(previous) is not None
            and end - start > 2
        )
    return _REFUND_AFTER.match(text, end) is not None or (
        _REFUND_BEFORE.search(text[max(0, start - 5) : start]) is not None
        and re.match(r"[,。;!?]|$", text[end:]) is not None
    )


_NO_SUM_BEFORE = re.compile(r"(?:岁|今年|第|初|高铁|号楼|零下|房|楼|打|人|都|过|[周十])$")


_DECIDED = re.compile(r"权限|批|担保|贷|额度|报(?:上去|分行|县|支行)|当场拍|[百\d]以内")


def is_decided(text: str, value: float) -> bool:
    """Whether a number that stands as a sum is one of the bargain by the words of the turn alone: ``560以内我能批``."""
    return value >= 20 and _DECIDED.search(text) is not None


def stands_as_sum(text: str, start: int, end: int, value: float, said: str) -> bool:
    """Whether a number under a hundred, or in digits, stands where a sum of the bargain would: ``得八十``."""
    if not 10 <= value <= 9999 or value != int(value) or (len(said) == 4 and said[:2] in ("19", "20")):
        return False
    before = text[max(0, start - 4) : start]
    return (
        _LED.search(before) is not None
        and _NO_SUM_BEFORE.search(before) is None
        and _ENDS.match(text, end) is not None
    )
