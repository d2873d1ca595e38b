"""What an English figure is about, by the words that stand near it."""

import re
from collections.abc import Iterator

from simulator.language.quantities.bounds import close_before
from simulator.language.quantities.en_kinds import CUTS, of_a_share, of_fees, percent_kind
from simulator.language.quantities.span import Span

_DOWN = r"minus|below|under|less(?! than)|\boff\b|cut\w*|lower\w*|\bdown\b|shav\w+|cheaper|drop\w*|reduc\w+|trim\w*|take\b|takes\b|discount\w*|knock\w*|\bfalls?\b|fell|inside|better|saves?\b|sav(?:ed|ing)|gives? (?:you )?$|concede\w*|given|rebate|clos(?:e|ing)\b"
_UP = r"plus|\bover\b|above|\badd\w*|more\b(?! than)|\bup\b|raise\w*|on top|extra|higher|dearer|increase\w*|rises?\b|rose|premium|climb\w*"
_MOVE = re.compile(rf"(?P<down>{_DOWN})|(?P<up>{_UP})")
_AFTER = re.compile(
    r"[\s,]*(?:an? year )?(?:(?P<down>off\b|(?:would |will )?come off|below|under|less|lower|cheaper|down|better|inside|discount|reduction|cut|saving|concession|from)|(?P<up>over|above|more|higher|up\b|on top|extra|dearer|premium|uplift))"
)


_SURE = re.compile(r" (?:sure|certain|likely|positive|convinced|chance|there\b|safe|done|ready|honest)\b")
_IDIOM = re.compile(
    r" (?:of|cash|cover|margin|deposit|security|collateral|secured|down|financ\w+|in advance|up front)\b"
)
_FELL = re.compile(r"\blpr (?:has |just |only )*(?:came|come|went|was|fell|dropped|is|moved|cut)\b")
_LPR_BEFORE = re.compile(
    r"\blpr\s*(?:(?:rate|is|at|today|flat)\s+)?(?P<sign>plus|minus|\+|-|–|less|over|under|below|above)\s*(?:about |around )?$"
)
_BASE_AFTER = re.compile(
    r"\s*(?P<word>over|above|under|below|off|on top of|less than|lower than|more than|higher than)\s+(?:the |our |your |what is )?"
    r"(?:(?P<lpr>lpr)|(?P<listed>posted|listed|board|counter|published)|(?P<now>base\b|current|present|benchmark|existing|old rate|rate|today\b|now\b|you (?:pay|have) (?:now|today)))"
)


_WATCHED = re.compile(
    r"\b(?:down|falls?|drops?|dips?)(?: by| just| even)* \||\|,? (?:a call|down|lower|and i (?:ring|call|phone))\b"
)
"""A fall of one or two per cent at which the banker will ring is no figure of the bargain."""


_SAVED = re.compile(
    r"deposit|account|current|board|posted|sight|demand|notice|interest|certificate|savings|lpr|\brates?\b|drift|cheaper|dearer|inflation"
    r"|\ba (?:day|month|year)\b|daily"
)
"""Where so small a per cent may well be a rate."""


def percent(text: str, start: int, end: int, value: float, word: str, previous: str) -> Iterator[Span]:
    """``3.85 per cent``, ``minus 3%``, and a change in percentage points or from LPR."""
    if value > 300 or _SURE.match(text, end) or (value == 100 and not _IDIOM.match(text, end)):
        return
    change = from_base(text, start, end, value * 100)
    if change is not None and value <= 5:
        yield change
        return
    if (
        value <= 2
        and value == int(value)
        and _WATCHED.search(f"{text[max(0, start - 10) : start]}|{text[end : end + 14]}")
    ):
        return
    piece = close_before(CUTS, text, start, 22)
    if "point" in word and (_MOVE.search(piece) or _AFTER.match(text, end)):
        yield _change(text, start, end, value * 100, piece)
        return
    kind, sure = percent_kind(text, start, end, value)
    if not sure and value <= 3 and of_fees(previous):
        kind, sure = "fee", True
    elif not sure and 0 < value < 0.35 and not _SAVED.search(f"{previous} {text}"):
        kind = "fee"
    elif not sure and value >= 5 and value == int(value) and of_a_share(previous):
        kind, sure = "share", True
    negative = re.search(r"(?:minus|negative) $|(?<![\w)])-$", text[max(0, start - 9) : start]) is not None
    yield Span(start, end, kind, -value if negative else value, "%", sure=sure)


def from_base(text: str, start: int, end: int, value: float) -> Span | None:
    """A distance from LPR, the posted or the present rate, ``value`` in basis points: ``LPR plus 0.5%``, ``0.6 over base``."""
    found = _LPR_BEFORE.search(text, max(0, start - 28), start)
    if found is not None:
        sign = 1 if found["sign"] in ("plus", "+", "over", "above") else -1
        return Span(found.start(), end, "rate", round(sign * value, 2), "bp", "LPR")
    after = _BASE_AFTER.match(text, end)
    if after is None:
        return None
    sign = 1 if after["word"] in ("over", "above", "on top of", "more than", "higher than") else -1
    base = "LPR" if after["lpr"] else "listed" if after["listed"] else "current"
    return Span(start, after.end(), "rate", round(sign * value, 2), "bp", base)


_TALK = re.compile(
    r" (?:of (?!(?:the |your )?interest)|i |you |we |that |to (?!him|them|her|the)|on |where|worth|from your|in (?:your|my|the))|:"
)


_PRICED_TALK = re.compile(
    r"\blpr\b|\brates?\b|\bprice|pricing|\bbps?\b|basis|\d\.\d|%|per ?cent|cheaper|dearer|expensive|\bspread|\bmargin|points.*points|\bloan|\bgap\b"
)
_SUBSIDISED = re.compile(r"subsid|province|government|ministry|\bstate\b|(?:gives?|pays?) (?:you )?back")
_NARROWED = re.compile(r"\b(?:clos(?:e|ing)|narrow|split|halve)\b[^.;!?]*\b(?:gap|difference|distance)\b")


def points(text: str, start: int, end: int, value: float, basis: bool, previous: str) -> Iterator[Span]:
    """Basis points, or points that are basis points where a change is meant, else per cent."""
    if value == 1 and basis and re.search(r"n't|not|cannot|hundredth", text):
        return
    piece = close_before(CUTS, text, start, 30)
    after = _AFTER.match(text, end)
    if (
        not basis
        and 5 <= value <= 300
        and not (_MOVE.search(piece) or after or _PRICED_TALK.search(f"{previous} {text}"))
    ):
        return
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
    change = from_base(text, start, end, value * 100)
    if change is not None or (value < 1 and (_MOVE.search(piece) or after)):
        yield change or _change(text, start, end, value * 100, piece)
        return
    if re.search(r"shav|knock|trim|come down|\btake\b|cut", piece) and value >= 3 and (after or "by" in piece):
        yield _change(text, start, end, value, piece)
        return
    kind, sure = percent_kind(text, start, end, value)
    if not sure and _SUBSIDISED.search(text):
        yield Span(start, end, "rate", value, "%")
        return
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
    found = _LPR_BEFORE.search(text, max(0, start - 28), start)
    if found is not None:
        sign = 1 if found["sign"] in ("plus", "+", "over", "above") else -1
    if not verb and _NARROWED.search(text):
        sign, verb = -1, "closing"
    told = bool(verb) or found is not None or sign < 0
    return Span(start, end, "rate", sign * value, "bp", _base(text, start, end, verb), sure=told, points=not told)


_SPREAD = re.compile(r"\b(?:spread|margin)(?: is| of| at| would be| stays at)+ $")


def _base(text: str, start: int, end: int, verb: str) -> str:
    """What a change is counted from: LPR, the posted price, else the present one."""
    if _FELL.search(text[max(0, start - 36) : start]) and "below" not in verb:
        return "current"
    if "lpr" in text[max(0, start - 28) : start] or "lpr" in text[end : end + 18] or verb in ("minus", "plus"):
        return "LPR"
    if _SPREAD.search(text[max(0, start - 20) : start]):
        return "LPR"
    near = text[max(0, start - 48) : end + 32]
    if re.search(r"posted|listed|\bboard\b|deposit|window|drawer|by hand", near) and "loan" not in near:
        return "listed"
    return "current"


_COLD = re.compile(r"\b(?:at|to|of|from|below) $")
_SIGN = re.compile(r"(?:(?<![a-z\d])(?P<word>plus|minus)\s+|(?:^|[\s(])(?P<symbol>[+-]))$")
_BARGAIN = re.compile(r"lpr|points|on the loan|(?:plus|minus) \d.*(?:plus|minus) \d")
_BEYOND = re.compile(r"\s*(?P<word>over|above|under|below|off)\s+(?:the )?lpr")
_UNIT_AHEAD = re.compile(
    r"\s*(?:%|per |for the|years?\b|months?\b|days?\b|\.\d|[km]\b|million|thousand|dollars|yuan|[a-z]+ (?:people|for each)|people|clients|staff|-)|/| (?:a|per) (?:day|month|year|head|item)"
)


def bare_change(text: str, start: int, end: int, value: float) -> Span | None:
    """``LPR plus 20``, ``minus 40``, ``45 under LPR``: basis points by the trade's habit."""
    if value != int(value):
        return from_base(text, start, end, value * 100) if value < 4 and not _UNIT_AHEAD.match(text, end) else None
    if value > 400 or _UNIT_AHEAD.match(text, end):
        return None
    step = _step(text, start, end, value)
    if step is not None:
        return step
    beyond = _BEYOND.match(text, end)
    if beyond is not None and value >= 3:
        sign = 1 if beyond["word"] in ("over", "above") else -1
        return Span(start, beyond.end(), "rate", sign * value, "bp", "LPR")
    low = max(0, start - 28)
    found = _LPR_BEFORE.search(text, low, start)
    if found is not None:
        sign = 1 if found["sign"] in ("plus", "+", "over", "above") else -1
        return Span(found.start(), end, "rate", sign * value, "bp", "LPR")
    loose = _SIGN.search(text, low, start)
    if (
        loose is not None
        and loose["word"]
        and _COLD.search(text[low : loose.start()])
        and not _PRICED_TALK.search(text)
    ):
        return None
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


_STEP_BEFORE = re.compile(
    r"\b(?:shave|knock|trim|take|come down|drop|cut|squeeze|find|give|get|lower it|lower|go)(?: off| it| you| that| him| us)*(?: by)?(?: another| a further| about| maybe| perhaps| only| just)*(?P<more> another| a further)? $"
)
_STEP_AFTER = re.compile(
    r" (?:more )?(?:off|lower|down|less|cheaper)\b(?! (?:the|your) (?:fee|bill|limit|sum|amount))"
)


def _step(text: str, start: int, end: int, value: float) -> Span | None:
    """``shave another five off``: basis points, where no sum is spoken of."""
    if not 3 <= value <= 60 or _STEP_AFTER.match(text, end) is None:
        return None
    if _STEP_BEFORE.search(text[max(0, start - 40) : start]) is None or re.search(
        r"\bfees?\b|yuan|dollars|percent|per cent", text
    ):
        return None
    return Span(start, end, "rate", -value, "bp", "LPR" if "lpr" in text else "current")
