"""English numbers without a unit: whether they are sums of money, and whether they stand where a bargain's figure would."""

import re

COUNTER = re.compile(
    r"[\s-]*(?:\w+ )?(?:people|users?|customers?|clients|tonnes|tons|units|pieces|kilomet\w+|km\b|miles|views|followers|times\b|households|shares\b|words|barrels|bottles|years|staff|workers|employees|students|visitors|square|families)"
)
_COUNTS = re.compile(
    r"[\s-]*(?:km\b|(?!is\b|was\b|us\b|as\b|has\b|this\b|plus\b|yes\b|less\b|always\b|minus\b|unless\b|does\b|across\b|costs?\b|goes\b|comes\b|says\b|stays\b|looks\b|sits\b|leaves\b|makes\b|gets\b|buys\b|ours\b|yours\b|rests\b|covers\b|works\b|sticks\b|keeps\b|runs\b|lies\b|waits\b|needs\b|means\b|pays\b|earns\b|carries\b|takes\b|brings\b|sounds\b|beats\b)(?!\w+ss\b)\w+s\b|(?:more |new |other |extra )?(?:people|staff|workers|employees|children|students|engineers|seats|beds|rooms|shops)\b|remittance|of us|percent|men\b|women\b|page|floor|day|year|hour|minute|month|week|per cent|degrees|square|sqm|°|%|-?(?:page|seat|room|bed|strong|day|hour|minute|year|person|man|metre|meter))|['’]s (?:unit|committee|office)"
)
_NAMED = re.compile(
    r"\b(page|room|floor|extension|ext|number|no|line|gate|clause|article|section|route|flight|day|case|reference|form|annex|step|chapter|version|in|since|of|by|until|from|hotline|error|code|call|dial|desk|unit|urdg|ucp|iso|block|building|platform|tower|bus|class|grade|r|c|q)\.? ?#?$"
)
_STEPPED = re.compile(
    r"\binstead of $|\b(?:up|down|rises?|falls?|drops?|grows?|increase[sd]?|cheaper|dearer|short) by (?:about |around |some |roughly )?$"
)
_MONEY = re.compile(
    r"fee|refund|charg|back|pay|cost|a month|each month|monthly|sav|interest|salary|rent|limit|\bmin|\bmax|cap|each|wage|buy|spend|earn|borrow|lend|deposit|put|owe|deduct|credit|quota|card|account|money|transfer|claim|invoice|balance|premium|loan|mortgage|cash|price|fund|reward|short|gap|installment|instalment|waive|error|mistake|yours|in all|altogether|total|left|lost|lose|insur|policy|\bbill|\bwire|the other|\bof which|the rest|remaining"
)


_SMALL_BEFORE = re.compile(
    r"(?:\b(?:fee|charge|fine|minimum|maximum|min|max|refund|costs?)(?: is| was| of| at| about| only| you| just| up to|,)*|capped at|\badd(?: you)?(?: another)?|\d plus|no (?:less|more) than|plus) $"
)
_SMALL_AFTER = re.compile(
    r" (?:a|per|each|every) (?:month|quarter|transfer|wire|card|transaction|payment|draft|item|telegram|account|copy|page|year)\b(?! (?:old|ago))| for the (?:telegram|swift|cable|transfer)"
)
_SMALL_SLOT = re.compile(
    r"\s*(?:$|[,;.!?)](?!\d)| (?:and|or|to|back|each|max|maximum|cap|as an?|for your|which|for the|today|in all)\b)"
)


def _is_small_sum(text: str, start: int, end: int, value: float, said: str) -> bool:
    """``a fee of 75``, ``30 a month``: sums below a hundred only beside the words of a tariff."""
    if value < 10 or value != int(value) or said.startswith("0") or _COUNTS.match(text, end):
        return False
    before = text[max(0, start - 30) : start]
    if _SMALL_AFTER.match(text, end):
        return not re.search(r"(?:by|lpr|plus|minus) $", before) or " for the" in text[end : end + 9]
    led = _SMALL_BEFORE.search(before)
    if led is not None and led.group().startswith("add"):
        return re.search(r"refund|apolog|sorry|back\b|trouble", text) is not None
    if led is None or (
        led.group() == "plus " and not re.search(r"\bfees?\b|charge|telegram|cable|min|\d plus ", text)
    ):
        return False
    return _SMALL_SLOT.match(text, end) is not None


def is_sum(text: str, start: int, end: int, value: float, said: str) -> bool:
    """Whether a number without a unit has the shape and place of a sum of money (1,200, three thousand, 240 back)."""
    if value < 100:
        return _is_small_sum(text, start, end, value, said)
    if (
        said.startswith("0")
        or value != round(value, 2)
        or _COUNTS.match(text, end)
        or re.match(r"[\s]*[/:.]\d|-\w", text[end:])
    ):
        return False
    if value in (360, 365) and re.search(r"(?:over|by|/|times) ?$", text[max(0, start - 6) : start]):
        return False
    name = _NAMED.search(text[max(0, start - 12) : start].rstrip() + " ")
    named = name is not None and not _STEPPED.search(text[max(0, start - 30) : start])
    if name is not None and name[1] in ("of", "by", "from") and value < 1000:
        named = False
    if named and value < 3000 and not (" thousand" in said and text[start - 3 : start] == "of "):
        return False
    if re.search(r"[a-z]-$", text[max(0, start - 2) : start]) or re.fullmatch(r"9[56]\d{3}|12\d{3}", said):
        return False
    if re.fullmatch(r"(?:19|20)\d\d", said) or (said.isdigit() and len(said) > 6):
        return False
    if "thousand" in said or "," in said or ("hundred" in said and value >= 1000):
        return True
    return _MONEY.search(text) is not None


_CUE = re.compile(
    r"(?:^|[,;:.!?]\s*|\b(?:for|to|at|on|under|over|above|below|propose|go|make (?:it|that)|do|take|need|needs|file for|asked for|about|around|than|and|between|or|is|of|say|then|the|their|your|our|want|offer|get|give|have|stay|still|near|sign|beyond|past|meet|you|i|only|with|lend|put|not|even|becomes?|like|saying|ours?|just|put in|which|first|last|other|remaining|exceed|beyond)\s+)$"
)
_SLOT = re.compile(
    r"\s*(?:$|[,;.!?)]|(?:is|it|and|or|to|for|then|if|on|at|works|will|would|needs?|could|can|from|in|by|as|a month|today|when|with|but|because|over|usually|off|instead|now|first|than|stays?|rather|only|clean|apiece|each|again|in hand|back|against|open|i|we|of (?:it|that|them|this))\b)"
)


def counts_things(text: str, end: int) -> bool:
    """Whether the word behind a number names what it counts, or a time of day."""
    return (
        _COUNTS.match(text, end) is not None
        or re.match(
            r"[ -](?:o'clock|past|to go\b|half\b|of (?:us|you|them)|points?\b|working|\w+ (?:minutes|days|weeks|people))|:|\.\d|/",
            text[end:],
        )
        is not None
    )


def has_place(text: str, start: int, end: int) -> bool:
    """Whether a number without a unit stands where a figure of the bargain would."""
    before = text[max(0, start - 16) : start]
    if _COUNTS.match(text, end) or (
        _NAMED.search(before.rstrip() + " ") and not re.search(r"(?:of|by|since) $", before)
    ):
        return False
    if before.endswith(" or ") and re.search(r"\b(?:year|month|week|day|minute|hour|time) or $", before):
        return False
    return _CUE.search(before) is not None and _SLOT.match(text, end) is not None
