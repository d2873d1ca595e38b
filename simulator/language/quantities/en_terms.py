"""Whether an English duration is a tenor: a three-year loan, over 36 months, and not last year, ten years ago."""

import re

from simulator.language.quantities.bounds import beside, close_before

_PAST = re.compile(
    r"(?:\b(?:past|last|next|previous|coming|every|per|each|these|those|another|within|in|inside|after|before|ago|since|first|second|third|final|early|only|some|many|few|been|year|month|twice|once|times|whole|full|one|the same|about|around|nearly|almost)|%|per ?cent|percent|\d|[a-z] point(?: (?:oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty))+)\s*$"
)
_TERM_BEFORE = re.compile(
    r"\b(?:for|over|on|of|at|to|up to|is|be|least|by|lock(?:ed)?(?: it| in| up)?(?: for)?|fixed(?: for)?|tenor|term|maturity|instead of|than|through|keep|spread over|between|in|with|want(?:ed)?|offer|put|do|give|take|make it|full|maximum|stretch(?: it)?(?: to)?|run(?:s)?(?: for)?|prepay \d\.\d first|reserve|and|or|from|under)\s*(?:(?:a|the|no less than|at least|about|around|some|another|roughly|only|say|no more than|not less than|a full|the full) )?$"
)
_TERM_AFTER = re.compile(
    r"\s*(?:['’]?\s*)?(?:\(?(?:is (?:at )?\d|(?:is|lies|works|suits|would|could) (?:possible|at|fine|ok|too|the|what|more|within|for us|be)|locked|fix\w*|term\b|tenor|deposit|certificate|cds?\b|loan|revolving|bond|treasury|lock|facility|posted|maturity|committed|at \d|at lpr|lpr|,|\.|;|$|and \d|is \d|now|grace|interest[- ]only|\d\.\d|long\b|is the|repay|on the machine|unsecured|secured|minimum|or longer|or shorter|on \w+ million|\)|then|as agreed|instead))"
)
_STAY = re.compile(
    r"\b(?:been|worked|watched|known|with us|with you|banked|here\b(?! (?:is|are)\b)|lived|together|served|running (?:this|for)|black mark|ban\b|banned|experience|history|friends|clients? for|client of|my career|have (?:had|lived)|in the (?:trade|business|job)|old\b|ago\b|later\b|from now|since|years? of|on the road|married|studied|raised|built|waited|waiting|behind|late\b|overdue|in the red|sentence|jail|prison|past due|statements?|bank statement|pay ?slips?|pay slips?|quarrel\w*|to go|passed|statistics|records?|how many|thanks? (?:you )?for|accounts of|takes)"
)
_OLD = re.compile(
    r"['’]?s?[\s-]*(?:old\b|ago\b|later\b|back\b|from now|earlier|before\b|of (?!age)|in (?:a row|the|foreign|this)|with (?:us|you|your)|together|running|history|notice|late|overdue|past due|behind|statements?|bank statement|salary|payslips?|to go|far\b|time\b|ahead|into\b|straight|worth\b|work\b|has\b|have\b|was\b|were\b|interest only, okay)"
)
_LISTED = re.compile(
    r"(?:^|[,;:.(]|million|\bk|mio|thousand|then|and|posted|certificate|deposit|\d%?|cent|lpr|prime rate)\s*$"
)
_FIGURES = re.compile(
    r"\d\.\d|\d{3}|million|\bmio\b|\d ?k\b|\dm\b|thousand|per ?cent|%|\blpr\b|point|rate|term|instal|repay|revolving|fixed|deposit"
)


_HISTORY_AFTER = re.compile(
    r"[\s-]*(?:experience|history|plan\b|friend|report|target|veteran|anniversary|mark\b|statistics|forecast|results?\b|is (?:really |very |exactly )?(?:why|long\b|a long)|and (?:he|she|they) )"
)
_ADJECTIVE = re.compile(
    r" (?:revolving|certificates?|cds?\b|loans?|mortgage|term\b|fixed|time deposit|deposits?|bonds?|treasury|facility|line\b|lease|tenor|credit|notes?\b|bill|structured|committed|posted|lock)"
)
_BENCHMARK = re.compile(r"[\s-]*lpr\b")
_SPAN_BEFORE = re.compile(
    r"\b(?:in|after|since|inside|within|every|been|past|last|next|coming|these|takes?|took|waits?|waited|waiting|delay(?:ed)?(?: by)?|is|from first visit to today is)"
    r"(?: the| about| around| last| next| past| only| another| nearly| almost| maybe| roughly)* $|\b(?:older|longer|more) than $"
)
_DEALT_IN = re.compile(
    r"(?:it|be|debt|loan) (?:all )?gone\b|paid off|cleared|nothing when you (?:sell|leave)|forward|swap|option|\bsell (?:the |your )?(?:\w+ )?(?:euros?|dollars?|yen)|matur|repay|pay (?:it |this )?back|fall due|falls due|tenor|instal"
)
_FINANCE = re.compile(
    r"\d\.\d|\bpoint (?:oh|one|two|three|four|five|six|seven|eight|nine|\w+ty)|\d{3}|million|\bmio\b|\d ?[km]\b|thousand|per ?cent|%|\blpr\b|\brates?\b|\bterm|tenor|instal|repay|revolv|fixed|\bfix\b|deposit|loan|\bline\b|lend|borrow|credit"
    r"|lock|\bfund|mortgage|guarante|interest|facility|limit|\bprice|certificate|bond|lease|leasing|leased|mandate|\bpark|\bgrace|maturity|invest|insured|policy|is the most|at most|no more than|long, |\bwaive|principal|discount|\bbills?\b|invoice|collateral|overdraft|contract|committed|\bhold|offer|financ|instead|spare|longest|shortest|maximum|minimum|\bmax\b|possible|\bextend"
)
_LENT_FOR = re.compile(
    r"(?:\d|thousand|million|mio|mn|[km]|yuan|rmb|dollars|loan|deposit|per ?cent|%|point (?:[a-z]+ )?[a-z]+) (?:over|for) $"
)
_SENTENCE = re.compile(r"[.;!?](?=\s|$)")


def is_term(text: str, start: int, end: int, months: float, said: str, unit: re.Match[str]) -> bool:
    """Whether a duration is a tenor of something, not an age, a date, a past or a rate's period."""
    word, gap = unit["tenor"], text[unit.start() : unit.start("tenor")]
    if "pay" in word or "instal" in word or "rent" in word:
        return (
            3 <= months <= 480
            and re.search(r"(?:those|these|first|last|the|each|late|of)\s*$", text[:start]) is None
        )
    if not 0 < months <= 480 or _OLD.match(text, end) or _HISTORY_AFTER.match(text, end):
        return False
    before = text[max(0, start - 26) : start]
    if _BENCHMARK.match(text, end) and not re.search(r"\b(?:for|over|of) $", before):
        return False
    if word.startswith("d"):
        return months in (1, 2, 3, 4, 5, 6, 9, 12) and _is_term_in_days(text, start, end, before)
    if unit["plus"] and said in ("a", "one", "1") and not _SPAN_BEFORE.search(before):
        return _STAY.search(text[max(0, start - 40) : start]) is None
    if "-" in gap and "half" not in said:
        return True
    if said not in ("a", "an") and word in ("year", "month", "day") and _ADJECTIVE.match(text, end):
        return True
    return _placed_as_term(text, start, end, months, said, before)


def _is_term_in_days(text: str, start: int, end: int, before: str) -> bool:
    if re.search(r"\b(?:within|takes?|last|past|next|every|after|in|wait|than|late|overdue)\s*$", before):
        return False
    return _FINANCE.search(_sentence(text, start, end)) is not None or len(text) < 22


def _sentence(text: str, start: int, end: int) -> str:
    """What stands around a duration in its sentence, the duration left out."""
    return "".join(beside(_SENTENCE, text, start, end))


def _placed_as_term(text: str, start: int, end: int, months: float, said: str, before: str) -> bool:
    if _STAY.search(close_before(_SENTENCE, text, start, 40)):
        return False
    first = (
        re.search(r"\b(?:first|the next|next)\s*$", before) is not None and months > 1 and said not in ("a", "an")
    )
    if first:
        return (
            re.search(
                r"\d\.\d|interest[- ]only|fixed|per ?cent|%|\brate\b|and a half|nothing to repay|subsid|waive|free\b|no (?:annual )?fee|less than|surrender|take it back|prepay|withdraw",
                text,
            )
            is not None
        )
    if _SPAN_BEFORE.search(before):
        return (
            _DEALT_IN.search(_sentence(text, start, end)) is not None
            and re.search(r"\b(?:last|past|every|since|been)\b", before) is None
        )
    led, listed = _TERM_BEFORE.search(before) is not None, _LISTED.search(before) is not None
    after = _TERM_AFTER.match(text, end) is not None
    if (
        _PAST.search(before)
        and not re.search(r"\b(?:full|than one|\d)\s*$", before)
        and not re.search(r"\b(?:about|around|nearly|almost|only|some)\s*$", before)
    ):
        return False
    if said in ("a", "an"):
        return re.match(r" (?:grace|holiday|interest[- ]free)\b", text[end:]) is not None or (
            re.search(r"\bfor\s*$", before) is not None
            and re.search(r"\d\.\d|posted|certificate|deposit|rate|term|fixed|lock|park|committed|\bline\b", text)
            is not None
        )
    return _as_listed(text, start, end, said, led or listed, after)


def _as_listed(text: str, start: int, end: int, said: str, set_off: bool, after: bool) -> bool:
    finance = _FINANCE.search(_sentence(text, start, end)) is not None
    short = len(text.strip()) < 30
    if said in ("one", "1") and not _LENT_FOR.search(text[max(0, start - 40) : start]):
        kind = re.match(
            r"\s*(?:fixed|time|term)? ?(?:deposit|certificate|loan|minimum|posted|term\b|lpr|line|facility|(?:here|with us) is \d)",
            text[end:],
        )
        return kind is not None or (set_off and short) or (set_off and after and finance)
    spread = re.search(r"\bover $", text[max(0, start - 6) : start]) is not None
    return (set_off or after) and (finance or short or spread)
