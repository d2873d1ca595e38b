"""Whether an English percentage is a rate, a share or a fee."""

import re

EXCHANGE = re.compile(
    r"\bexchange|\bfx\b|forward|spot rate|\bpips?\b|conver|sell .*(?:dollar|usd|euro)|\bto the (?:dollar|euro|yuan)|dollars? at|usd at|euros? at|yuan at|to the pound|the (?:dollar|euro|pound) (?:is|goes|at|stands)"
)
_KIND = re.compile(
    r"\b(?:(?P<fee>\bfees?\b|commission|handling|charges?\b|guarantor|guarantee (?:company|fee|premium)|acceptance|arrangement|front[- ]end|subscription|redemption|penalt\w+|tariff|wires?\b|merchant|acquiring|brokerage|management|custody|prepay\w*|repay early|early repayment|introduc\w+|for advice|as advice|advisory|consult\w*|insurance premium|retention bonds?|performance bonds?|what['’]s left|still owe|outstanding|envelope|for you personally|\bto him\b|\bhe (?:asks|takes)|kickback|coming back to you|capped|\bter\b|undrawn|commitment (?:fee|charge)|on what you don['’]?t|unused|surrender|transfers?\b abroad|remittance|pay (?:him|her|them)\b|inspector|mandate|terminal|wages|flow\b|opening|each batch|\bswipe|cards?\b|they charge|for the broker|middleman|agent takes)"
    r"|(?P<share>settlement|turnover|receipts|collections?|\bshares?\b|portion|\bof (?:your|the|his|their|our|it|that|them|what|all|each|each|its|an? (?!year|loan)|independent|appraised|invoice|sales|export|yen|payroll|contract|first|last|true|price|value|estimated)|\bltv\b|loan[- ]to[- ]value|advance\b|cash (?:margin|cover)|(?<!loan )\bmargin\b(?! (?:over|falls|comes|rises|would|up))|hedg\w+|stake|down ?payment|retention|utilis\w+|volume|business|equity|allocation|portfolio|split|growth|grew|up front|recover\w*|drawdown (?:was|is|of)|gearing|leverage ratio|loses?\b|lost\b|losing|loss\b|falls?\b|fell\b|drop(?:s|ped)?\b|below par|own(?:s|ed|ership)?\b|holds?\b|in (?:fixed|time|term) deposit|coverage|cover\b|deposit of|frozen|cash\b|valuation|appraised|you pay self|protected|equity|over the limit|conversion|security at|finance at most|stands behind|discount off|pre-?sold|sold|occupan\w+|vacan\w+|win rate|success|tax(?:able)?|cut its (?!(?:\w+ )?costs?\b)|turnover|of presentations)"
    r"|(?P<rate>\brates?\b|priced?\b|pricing|interest|coupon|yield\w*|returns?\b|returned|\blpr\b|per ?annum|\bp\.?a\b|posted|all[- ]in|\bloan\b|quot\w+|paying|\bpays?\b|benchmark|mortgage|earn\w*|\bborrow\w*|certificate|deposit|treasury|bond|fund\b|unsecured|overdraft|card at|credit card|fixed|floating|(?:financing|funding|borrowing|its|their|your) costs?\b|every year|each year|guaranteed|project|floor)"
    r")"
)
_SHARE_JUST_AFTER = re.compile(
    r"\s*(?:cash )?(?:deposit\b(?! rate)|down\b|margin\b|cover\b|advance\b|equity|up front|upfront|collateral)"
)
_DAILY = re.compile(r"\b(?:daily|per day)(?: only| about| at)? $")
_A_YEAR = re.compile(r" (?:a|per|each) (?:year|annum)\b")
_A_DAY = re.compile(r" (?:a|per|each) day\b|/day")
_LOSS = re.compile(r"\b(?:down|lost|loses?|falls?|fell|dropp?e?d?|up|rose|grew)(?: by| about| nearly| some)* $")
_OTHER_FIGURE = re.compile(r"\d ?%|per ?cent|\d\.\d|\bbps?\b")
_OWN_FIGURE = re.compile(
    r"\b(?:no|without|without any|other|any|plus|and an?)(?: \w+)? (?:fees?|commission|charges?|penalt\w+)\b|(?:fees?|commission|charges?|handling)(?: of| is| at)? (?:about )?(?:\d|zero|nil|waived)"
)
"""A fee behind a comma that is waived or has a figure of its own says nothing of the figure before."""
_OF_THE_SUM = re.compile(
    r" of (?:the|each|every|your) (?:loan|amount|sum|invoice|limit|line|contract|facility|transfer|draft)\b"
    r"| (?:of|on) (?:what(?:ever)?(?:['’]s| is| you)? (?:left|hand back|pay back|repay|prepay|return|still owe)|(?:the|any) (?:sum|part|amount) (?:you )?(?:pay|paid|hand(?:ed)?|given) back)"
)
_COSTS = re.compile(r"\bcosts?(?: about| extra,? about| extra| around| roughly|,)* $")
_FEE_JUST_BEFORE = re.compile(
    r"(?:\bfees?|commission|charge|penalty|premium for the guarantee|brokerage)(?: is| of| at|,| stands at| runs to| comes to| would be|:)* (?:about |around |only |at )?$"
)
CUTS = re.compile(r"[,.;:!?](?=\s|$)")


def percent_kind(text: str, start: int, end: int, value: float) -> tuple[str, bool]:
    """Whether a percentage is a rate, a share or a fee, and whether a word near by tells, not the magnitude alone."""
    best, kind = 60.0, ""
    for match in _KIND.finditer(text, max(0, start - 44), min(len(text), end + 34)):
        before = match.end() <= start
        if not before and match.start() < end:
            continue
        gap = text[match.end() : start] if before else text[end : match.start()]
        distance = len(gap) + 18.0 * len(CUTS.findall(gap)) + (0.0 if before else 3.0)
        group = match.lastgroup or ""
        if _OTHER_FIGURE.search(gap):
            distance += 30.0
        if group == "share" and value < 10 and CUTS.search(gap):
            continue
        if group == "fee" and not before and CUTS.search(gap) and _OWN_FIGURE.search(text, end, match.end() + 14):
            continue
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
        return ("fee" if value <= 5 and text.startswith((" up front", " upfront"), end) else "share"), True
    if _DAILY.search(text[max(0, start - 14) : start]) or _A_DAY.match(text, end):
        return ("fee" if value <= 0.1 else "rate"), True
    if value < 25 and _LOSS.search(text[max(0, start - 16) : start]):
        return "share", True
    if value <= 1.5 and _COSTS.search(text[max(0, start - 24) : start]):
        return "fee", True
    if _FEE_JUST_BEFORE.search(text[max(0, start - 22) : start]) and value <= 6:
        return "fee", True
    if value <= 3 and _OF_THE_SUM.match(text, end):
        return "fee", True
    if not kind:
        yearly = value < 25 and _A_YEAR.match(text, end) is not None
        return ("share" if value >= 13 and not yearly else "rate"), False
    if kind == "share" and value < 0.5:
        return "fee", True
    if kind == "fee" and 12 < value <= 36 and _A_YEAR.match(text, end):
        return "rate", False
    if value > 40 or (kind == "fee" and value > 12):
        return "share", True
    if kind == "rate" and value >= 25 and best > 12:
        return "share", False
    return kind, True


_ASKED_SHARE = re.compile(
    r"down ?payment|how much down|own (?:funds|money)|\bmargin\b|up front|advance|\b(?:share|slice|part|portion) of|receipts|settlement|of our (?:turnover|takings)"
)


def of_a_share(previous: str) -> bool:
    """Whether the client's line was about a part of something and named no rate."""
    return _ASKED_SHARE.search(previous) is not None and re.search(r"\brates?\b|interest|\d\.\d", previous) is None


def of_fees(previous: str) -> bool:
    """Whether the client's line was about a fee and not about the rate."""
    return re.search(r"\bfees?\b|prepay|commission|penalty", previous) is not None and not re.search(
        r"\brates?\b|price|interest|lpr|\d\.\d", previous
    )
