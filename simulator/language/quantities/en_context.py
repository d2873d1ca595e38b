"""What an English figure is about, by the words that stand near it."""

import re
from collections.abc import Iterator

from simulator.language.quantities.span import Span

COUNTER = re.compile(
    r"[\s-]*(?:\w+ )?(?:people|users?|customers?|clients|tonnes|tons|units|pieces|kilomet\w+|km\b|miles|views|followers|times\b|households|shares\b|words|barrels|bottles|years|staff|workers|employees|students|visitors|square|families)"
)
EXCHANGE = re.compile(
    r"\bexchange|\bfx\b|forward|spot rate|\bpips?\b|conver|sell .*(?:dollar|usd|euro)|\bto the (?:dollar|euro|yuan)|dollars? at|usd at|euros? at|yuan at"
)
_RATIO = re.compile(
    r"dscr|\bratio|coverage|times\b|version|\bpage|\bgpa|\bcpi|\bgdp|\bpmi|\bpi is|delta|(?:clause|section|article|goes) $|sharpe|beta"
)
_KIND = re.compile(
    r"\b(?:(?P<fee>\bfees?\b|commission|handling|charges?\b|guarantor|guarantee (?:company|fee|premium)|acceptance|arrangement|front[- ]end|subscription|redemption|penalt\w+|tariff|wires?\b|merchant|acquiring|brokerage|management|custody|prepay\w*|repay early|early repayment|introduc\w+|for advice|as advice|advisory|consult\w*|envelope|for you personally|\bto him\b|\bhe (?:asks|takes)|kickback|coming back to you|capped|\bter\b|undrawn|commitment|surrender|inspector|mandate|terminal|wages|flow\b|opening|each batch|\bswipe|cards?\b|they charge|for the broker|middleman|agent takes)"
    r"|(?P<share>settlement|turnover|receipts|collections?|\bshares?\b|portion|\bof (?:your|the|his|their|our|it|that|them|what|all|each|each|its|an? (?!year|loan)|independent|appraised|invoice|sales|export|yen|payroll|contract|first|last|true|price|value|estimated)|\bltv\b|loan[- ]to[- ]value|advance\b|cash (?:margin|cover)|(?<!loan )\bmargin\b(?! (?:over|falls|comes|rises|would|up))|hedg\w+|stake|down ?payment|retention|utilis\w+|volume|business|equity|allocation|portfolio|split|growth|grew|up front|recover\w*|loses?\b|lost\b|losing|loss\b|falls?\b|fell\b|drop(?:s|ped)?\b|below par|own(?:s|ed|ership)?\b|holds?\b|in (?:fixed|time|term) deposit|coverage|cover\b|deposit of|frozen|cash\b|valuation|appraised|you pay self|protected|equity|over the limit|conversion|security at|finance at most|stands behind|discount off|pre-?sold|sold|occupan\w+|vacan\w+|win rate|success|tax(?:able)?|cut its|turnover|of presentations)"
    r"|(?P<rate>\brates?\b|priced?\b|pricing|interest|coupon|yield\w*|returns?\b|returned|\blpr\b|per ?annum|\bp\.?a\b|posted|all[- ]in|\bloan\b|quot\w+|paying|\bpays?\b|benchmark|mortgage|earn\w*|\bborrow\w*|certificate|deposit|treasury|bond|fund\b|unsecured|overdraft|card at|credit card|fixed|floating|every year|each year|guaranteed|project|floor)"
    r")"
)
_SHARE_JUST_AFTER = re.compile(
    r"\s*(?:cash )?(?:deposit\b(?! rate)|down\b|margin\b|cover\b|advance\b|equity|up front|upfront|collateral)"
)
_COSTS = re.compile(r"\bcosts?(?: about| extra,? about| extra| around| roughly|,)* $")
_FEE_JUST_BEFORE = re.compile(
    r"(?:\bfees?|commission|charge|penalty|premium for the guarantee|brokerage)(?: is| of| at|,| stands at| runs to| comes to| would be|:)* (?:about |around |only |at )?$"
)
_CUTS = re.compile(r"[,.;:!?](?=\s|$)")


def percent_kind(text: str, start: int, end: int, value: float) -> tuple[str, bool]:
    """Whether a percentage is a rate, a share or a fee, and whether a word near by tells, not the magnitude alone."""
    best, kind = 60.0, ""
    for match in _KIND.finditer(text, max(0, start - 44), min(len(text), end + 34)):
        before = match.end() <= start
        if not before and match.start() < end:
            continue
        gap = text[match.end() : start] if before else text[end : match.start()]
        distance = len(gap) + 18.0 * len(_CUTS.findall(gap)) + (0.0 if before else 3.0)
        group = match.lastgroup or ""
        distance -= (
            8.0 if not before and group == "share" and match.group().startswith("of ") and len(gap) < 2 else 0.0
        )
        distance += 8.0 if group == "rate" and value > 15 else 0.0
        distance += 12.0 if group == "fee" and value > 3.5 else 0.0
        distance += 8.0 if group == "share" and value < 3 else 0.0
        distance += 5.0 if group == "share" and "." in text[start:end] else 0.0
        if distance < best:
            best, kind = distance, group
    if _SHARE_JUST_AFTER.match(text, end):
        return "share", True
    if value <= 1.5 and _COSTS.search(text[max(0, start - 24) : start]):
        return "fee", True
    if _FEE_JUST_BEFORE.search(text[max(0, start - 22) : start]) and value <= 6:
        return "fee", True
    if not kind:
        return ("share" if value >= 13 else "rate"), False
    if kind == "share" and value < 0.5:
        return "fee", True
    if value > 40 or (kind == "fee" and value > 12):
        return "share", True
    if kind == "rate" and value >= 25 and best > 12:
        return "share", False
    return kind, True


_DOWN = r"minus|below|under|less|\boff\b|cut\w*|lower\w*|\bdown\b|shav\w+|cheaper|drop\w*|reduc\w+|trim\w*|take\b|takes\b|discount\w*|knock\w*|\bfalls?\b|fell|inside|better|saves?\b|sav(?:ed|ing)|gives? (?:you )?$|concede\w*|given|rebate"
_UP = r"plus|\bover\b|above|\badd\w*|more\b|\bup\b|raise\w*|on top|extra|higher|dearer|increase\w*|rises?\b|rose|premium|climb\w*"
_MOVE = re.compile(rf"(?P<down>{_DOWN})|(?P<up>{_UP})")
_AFTER = re.compile(
    r"[\s,]*(?:an? year )?(?:(?P<down>off\b|(?:would |will )?come off|below|under|less|lower|cheaper|down|better|inside|discount|reduction|cut|saving|concession|from)|(?P<up>over|above|more|higher|up\b|on top|extra|dearer|premium|uplift))"
)


def percent(text: str, start: int, end: int, value: float, word: str, previous: str) -> Iterator[Span]:
    """``3.85 per cent``, ``minus 3%``, and a change in percentage points."""
    piece = _piece(text, start, 22)
    if "point" in word and _MOVE.search(piece):
        yield _change(text, start, end, value * 100, piece)
        return
    kind, sure = percent_kind(text, start, end, value)
    if not sure and value <= 3 and _of_fees(previous):
        kind, sure = "fee", True
    negative = re.search(r"(?:minus|negative) $|(?<![\w)])-$", text[max(0, start - 9) : start]) is not None
    yield Span(start, end, kind, -value if negative else value, "%", sure=sure)


def _piece(text: str, start: int, width: int) -> str:
    piece = text[max(0, start - width) : start]
    cut = max((match.end() for match in _CUTS.finditer(piece)), default=0)
    return piece[cut:]


_TALK = re.compile(
    r" (?:of (?!interest)|i |you |we |that |to (?!him|them|her|the)|on |where|worth|from your|in (?:your|my|the))|:"
)


def points(text: str, start: int, end: int, value: float, basis: bool, previous: str) -> Iterator[Span]:
    """Basis points, or points that are basis points where a change is meant, else per cent."""
    if value == 1 and basis and re.search(r"n't|not|cannot|hundredth", text):
        return
    piece = _piece(text, start, 30)
    after = _AFTER.match(text, end)
    if basis or (5 <= value <= 300):
        kind, sure = percent_kind(text, start, end, 1.0) if basis else ("rate", True)
        if basis and not sure and re.search(r"\bfees?\b|custody|commission", previous):
            kind = "fee"
        moved = _MOVE.search(piece) or after or "lpr" in text
        if kind == "fee" and not moved:
            yield Span(start, end, "fee", round(value / 100, 6), "%", scale=0.01)
        elif "pip" not in text:
            yield _change(text, start, end, value, piece)
        return
    if value > 300 or re.search(r"percentage", text[start:end]):
        return
    if re.search(r"shav|knock|trim|come down|\btake\b|cut", piece) and value >= 3 and (after or "by" in piece):
        yield _change(text, start, end, value, piece)
        return
    kind, sure = percent_kind(text, start, end, value)
    if (not sure and value >= 1) or (value >= 1 and _TALK.match(text, end)):
        return
    yield Span(start, end, kind, value, "%")


def _change(text: str, start: int, end: int, value: float, piece: str) -> Span:
    sign, verb = 1, ""
    for move in _MOVE.finditer(piece):
        sign, verb = (-1 if move["down"] else 1), move.group()
    after = _AFTER.match(text, end)
    if after is not None and verb not in ("minus", "plus"):
        sign, verb = (-1 if after["down"] else 1), after.group().strip()
    if text[start - 1 : start] == "-" and not text[start - 2 : start - 1].isalnum():
        sign = -1
    return Span(start, end, "rate", sign * value, "bp", _base(text, start, end, verb))


def _base(text: str, start: int, end: int, verb: str) -> str:
    """What a change is counted from: LPR, the posted price, else the present one."""
    if "lpr" in text[max(0, start - 28) : start] or "lpr" in text[end : end + 18] or verb in ("minus", "plus"):
        return "LPR"
    near = text[max(0, start - 48) : end + 32]
    if re.search(r"posted|listed|\bboard\b|deposit|window|drawer|by hand", near) and "loan" not in near:
        return "listed"
    return "current"


_LPR = re.compile(
    r"\blpr\s*(?:(?:rate|is|at|today|quote)\s+)?(?P<sign>plus|minus|\+|-|–|less|over|under|below|above)\s*(?:about |around )?$"
)
_SIGN = re.compile(r"(?:(?<![a-z\d])(?P<word>plus|minus)\s+|(?:^|[\s(])(?P<symbol>[+-]))$")
_BARGAIN = re.compile(r"lpr|points|on the loan|(?:plus|minus) \d.*(?:plus|minus) \d")
_BEYOND = re.compile(r"\s*(?P<word>over|above|under|below|off)\s+(?:the )?lpr")
_UNIT_AHEAD = re.compile(
    r"\s*(?:%|per |for the|years?\b|months?\b|days?\b|\.\d|[km]\b|million|thousand|dollars|yuan|[a-z]+ (?:people|for each)|people|clients|staff|-)|/| (?:a|per) (?:day|month|year|head|item)"
)


def bare_change(text: str, start: int, end: int, value: float) -> Span | None:
    """``LPR plus 20``, ``minus 40``, ``45 under LPR``: basis points by the trade's habit."""
    if value != int(value) or value > 400 or _UNIT_AHEAD.match(text, end):
        return None
    beyond = _BEYOND.match(text, end)
    if beyond is not None and value >= 3:
        sign = 1 if beyond["word"] in ("over", "above") else -1
        return Span(start, beyond.end(), "rate", sign * value, "bp", "LPR")
    low = max(0, start - 28)
    found = _LPR.search(text, low, start)
    if found is not None:
        sign = 1 if found["sign"] in ("plus", "+", "over", "above") else -1
        return Span(found.start(), end, "rate", sign * value, "bp", "LPR")
    loose = _SIGN.search(text, low, start)
    if loose is None or re.search(
        r"\d\s*$|\bfund|best|worst|returned|last year|year before", text[low : loose.start()]
    ):
        return None
    if (
        (value < 10 and _BARGAIN.search(text) is None)
        or (loose["symbol"] and value < 10)
        or (loose["word"] == "plus" and value >= 80)
    ):
        return None
    sign = 1 if (loose["word"] or loose["symbol"]) in ("plus", "+") else -1
    return Span(loose.start(), end, "rate", sign * value, "bp", "LPR")


_NOT_RATE_AFTER = re.compile(
    r"\s*(?:x\b|times|hours?|minutes?|weeks?|am\b|pm\b|o'clock|sharp|per (?!annum|year)|people|km|miles|kg|tonnes|stars?|metres?|[cm]m\b|kg\b|square|degrees|out of|:|/|\.\d|\d)|-\w"
)
_LEVEL = re.compile(
    r"(?:\brates?|interest|price|priced|yield|coupon|benchmark|\blpr)(?: (?:of|is|at|to|was|stays|stay|around|about|near))*(?: (?:about|around))?\s*$|\bsub-\s*$"
)
_CLOCK = re.compile(r"(?:[89]|1[0-2]|[1-7])\.[0-5][05]")
_TIME = re.compile(r"\b(?:at|by|before|till|until|from|around) $")


def is_rate(text: str, start: int, end: int, value: float, said: str, mixed: bool) -> bool:
    """Whether a number without a unit is a price: 3.85, two point eight five, four and a half."""
    if not 0 < value < 16 or _NOT_RATE_AFTER.match(text, end):
        return False
    near = text[max(0, start - 30) : start]
    if "." in said or " point " in said:
        if (
            _TIME.search(near)
            and re.match(r"(?:$|[,.;]| (?:today|tomorrow|on|in the|sharp|and|i))", text[end:])
            and _CLOCK.fullmatch(said)
        ):
            return (
                _LEVEL.search(near) is not None
                or re.search(r"rate|price|lpr|loan|fix|posted|you are at|i am at|i'm at|stay|stop", text)
                is not None
            )
        if _RATIO.search(text[max(0, start - 30) : end + 6]) or (value < 2 and "dscr" in text):
            return False
        return not 5.5 < value < 10 or EXCHANGE.search(text[max(0, start - 46) : end + 14]) is None
    if mixed:
        return value < 10 and not re.match(r" (?:of|[a-z]+s\b)", text[end:])
    if 3 <= value < 16 and re.match(r" (?:a|per|each|every) year", text[end:]):
        return re.search(r"project|return|earn|guarante|fund\b|scheme|pays", text) is not None
    return value < 13 and said not in ("one", "a") and _LEVEL.search(near) is not None


def _of_fees(previous: str) -> bool:
    """Whether the client's line was about a fee and not about the rate."""
    return re.search(r"\bfees?\b|prepay|commission|penalty", previous) is not None and not re.search(
        r"\brates?\b|price|interest|lpr|\d\.\d", previous
    )


def rate_or_fee(text: str, start: int, end: int, value: float, previous: str) -> str:
    """A price without a unit is a rate unless a fee stands near it."""
    if value > 2.5:
        return "rate"
    kind = percent_kind(text, start, end, value)[0]
    small = (
        value < 0.35 and re.search(r"deposit|account|current|board|posted|top|extra|official|demand", text) is None
    )
    return "fee" if kind == "fee" or small or _of_fees(previous) else "rate"


_COUNTS = re.compile(
    r"[\s-]*(?:km\b|(?!is\b|was\b|us\b|as\b|has\b|this\b|plus\b|yes\b|less\b|always\b|minus\b|unless\b|does\b|across\b|costs?\b|goes\b|comes\b|says\b|stays\b|looks\b|sits\b|leaves\b|makes\b|gets\b|buys\b|ours\b|yours\b|rests\b|covers\b|works\b)(?!\w+ss\b)\w+s\b|people|staff|of us|percent|men\b|women\b|page|floor|day|year|hour|minute|month|week|per cent|degrees|square|sqm|°|%|-?(?:page|seat|room|bed|strong|day|hour|minute|year|person|man|metre|meter))|['’]s (?:unit|committee|office)"
)
_NAMED = re.compile(
    r"\b(?:page|room|floor|extension|ext|number|no|line|gate|clause|article|section|route|flight|day|case|reference|form|annex|step|chapter|version|in|since|of|by|until|from|hotline|call|dial|desk|unit|urdg|ucp|iso|block|building|platform|tower|bus|class|grade|r|c|q)\.? ?#?$"
)
_MONEY = re.compile(
    r"fee|refund|charg|back|pay|cost|a month|each month|monthly|sav|interest|salary|rent|limit|\bmin|\bmax|cap|each|wage|buy|spend|earn|borrow|lend|deposit|put|owe|deduct|credit|quota|card|account|money|transfer|claim|invoice|balance|premium|loan|mortgage|cash|price|fund|reward|short|gap|installment|instalment|waive|error|mistake|yours|in all|altogether|total|left|lost|lose"
)


def is_sum(text: str, start: int, end: int, value: float, said: str) -> bool:
    """Whether a number without a unit has the shape and place of a sum of money (1,200, three thousand, 240 back)."""
    if (
        value < 100
        or value != round(value, 2)
        or _COUNTS.match(text, end)
        or re.match(r"[\s]*[/:.]\d|-\w", text[end:])
    ):
        return False
    if _NAMED.search(text[max(0, start - 12) : start].rstrip() + " ") and value < 3000:
        return False
    if re.search(r"[a-z]-$", text[max(0, start - 2) : start]) or re.fullmatch(r"9[56]\d{3}|12\d{3}", said):
        return False
    if re.fullmatch(r"(?:19|20)\d\d", said) or (said.isdigit() and len(said) > 6):
        return False
    if "thousand" in said or "," in said or ("hundred" in said and value >= 1000):
        return True
    return _MONEY.search(text) is not None


_CUE = re.compile(
    r"(?:^|[,;:.!?]\s*|\b(?:for|to|at|on|under|over|above|below|propose|go|make (?:it|that)|do|take|need|needs|file for|asked for|about|around|than|and|between|or|is|of|say|then|the|their|your|our|want|offer|get|give|have|stay|still|near|sign|beyond|past|meet|you|i|only|with|lend|put|not|even|becomes?|like|saying|ours?|just)\s+)$"
)
_SLOT = re.compile(
    r"\s*(?:$|[,;.!?)]|(?:is|it|and|or|to|for|then|if|on|at|works|will|would|needs?|could|can|from|in|by|as|a month|today|when|with|but|because|over|usually|off|instead|now|first|than|stays?|rather|only|clean|apiece|each|again|in hand|back|of (?:it|that|them|this))\b)"
)


def has_place(text: str, start: int, end: int) -> bool:
    """Whether a number without a unit stands where a figure of the bargain would."""
    before = text[max(0, start - 16) : start]
    if _COUNTS.match(text, end) or (
        _NAMED.search(before.rstrip() + " ") and not re.search(r"(?:of|by|since) $", before)
    ):
        return False
    return _CUE.search(before) is not None and _SLOT.match(text, end) is not None
