"""Whether "two hundred and fifty" is 250 yuan or 250 thousand: what the words around such a number weigh.

Each cue speaks for thousands (above 0) or for single yuan (below), in log-odds fitted to the labelled visits, where of
the hundreds without a unit three in five are thousands.
"""

import re
from dataclasses import replace

from simulator.language.quantities.cues import cue, spoken_for
from simulator.language.quantities.span import Bare

REACH = (44, 34)
"""How many letters before and behind a number are by it."""
_SAVED = r"deposit|certificate|notice|fund|loan|line|overdraft|lend|borrow|lease|flat|boiler|kitchen|house"
THOUSANDS = (
    cue("behind", r"^ (?:a|per|each|every) (?:month|year|yr|week|day|head|night|shop|item|time)|^ in (?:one|a) month|^ (?:monthly|apiece|each)\b", -1.5),
    cue("behind", r"^ (?:(?:goes |comes |is )?back|of interest|for (?:the|your) (?:trouble|telegram|wait|two hours)|in an envelope|yuan)", -0.8),
    cue("before", r"\b(?:fees?|charges?|charged|refund|fine|costs?|premium|max|min|minimum|maximum|up to|nothing over|saves?|spare (?:you|it)|lose|lost|difference|envelope|interest|pays?|instal?ments?|rent|voucher|cards?)\b[^.,;:!?]{0,16}$", -1.2),
    cue("before", r"\b(?:answer|form|decides?|about|call|hear|manager|owing|owed?|refund|system)\b[^.;:!?]{0,20}\bthe $", -0.9),
    cue("turn", r"\b(?:fees?|refund|charge[ds]?|form|manager|answer|compensat\w+|sorry|slip|complaint|waive\w*|owed?|bill(?:ed)?|wires?|telegram|envelope|corrected)\b", -0.6),
    cue("previous", r"\b(?:fees?|refund|charge[ds]?|form|manager|trial|owed?|compensat\w+|counter|queue|pencil|arithmetic|interest|yuan|cost)\b", -1.4),
    cue("behind", r"^ (?:for|over|at|on|in|into|to|from|by|stays?|sits?|could|can|would|put|left|within|loose|to hand|out)\b", 0.5),
    cue("behind", r"^,? (?:for|over|at|on|in) (?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:months?|years?)|\d\.\d|(?:one|two|three|four|five|six|seven|eight) point|seven-day|the (?:fund|certificate|deposit|account))", 0.5),
    cue("turn", rf"\b(?:{_SAVED}|security|receivables|fixed|revolving|ladder|pledged?)\b", 0.5),
    cue("previous", rf"\b(?:{_SAVED}|put by|savings|borrowed|need|lorry|van|roof|equipment)\b", 0.9),
    cue("both", r"\b(?:thousand|\d+,000|\d+k)\b", -0.2),
    cue("both", r"million|\d ?m\b", 0.7),
    cue("before", r"\b(?:the|your|his|her|that|whole|other|full)(?: last| other| whole| full)? $", 0.4),
)  # fmt: skip
BIAS = -0.35
UNEVEN = -1.3
"""A number that is no multiple of ten was worked out, or is change."""
SPELT = 0.45
STANDS = 0.6


def counted(text: str, one: Bare, previous: str) -> Bare:
    """A number in the hundreds with the odds that it counts thousands and not single yuan; any other as it is."""
    if not 100 <= one.value < 1000 or one.value != int(one.value) or not (one.money or one.placed):
        return one
    odds = BIAS + (UNEVEN if one.value % 10 else 0.0) + (STANDS if one.placed else 0.0)
    odds += SPELT if text[one.start].isalpha() else 0.0
    odds += spoken_for(THOUSANDS, text, one.start, one.end, previous, REACH)
    return replace(one, thousands=odds)


_PRICED = r"\b(?:rates?|price|interest|certificate|deposit|posted|lpr|board|cheaper|dearer|fixed)\b"
_PRICE = r"(?:\d\.\d+|(?:two|three|four|five|six|seven) (?:point|and a|nine|eight|ninety|eighty|oh|flat)|lpr|(?:three|four|five|six|seven) ?(?:per ?cent|%))"
_OWED = r"\b(?:mill|bills?|hole|gap|short|owed?|stock|orders?|building|invoice\w*|turnover)\b"
MILLIONS = (
    cue("behind", rf"^(?: of working capital| (?:for|over) (?:a|one|two|three|four|five|\d) (?:years?|months?))?,? at {_PRICE}", 2.8),
    cue("behind", r"^ (?:short|missing|in all|in total|all up|altogether|goes out|out\b|a month|up front|against|from (?:us|you|them)|to (?:the mill|go|find|be)|less the|discounted|paid|line\b|divided by|lying|flows|in bills|of (?:it|bills)|unsecured|working)", 1.9),
    cue("behind", r"^,? (?:by|before) (?:the|next|friday|monday|month)|^,? the twenty", 1.0),
    cue("before", r"\b(?:short (?:by|of)|hole of|gap of|needs? (?:of|for)|bills? (?:for|of)|margin of|profit of|sales of|turnover of|line of|loan of|limit of|out of the|file on|start on|write|lend|leaves?|leaving|gives|up to|past|bring|put in|the (?:other|missing|full|rest of the)|wants?|owes?|owe|took|takes|stays under|covers?|gets? you|against)(?: you| him| about| another)? $", 1.2),
    cue("before", r"\b(?:of|on|with|for) the $", 1.2),
    cue("before", r"\b(?:rates?|price|at|our|lpr|interest|pays?|paying|fixed|quoted|from|below|under|above|stay at|down to|go to|move to|than|cent|posted|board|certificate|deposit|year|years|months?|flat)(?: is| was| of| at| to|:|,)* $", -1.8),
    cue("behind", r"^ (?:per|for (?:the|a|\w+ (?:years|months)|one|two|three|four|five|\d)|fixed|all[- ]in|flat|posted|without|with|instead|is (?:the|our|my|what)|on (?:the|a|your)|and (?:not|you)|then|today|if|only)", -0.9),
    cue("turn", _PRICED, -0.5),
    cue("previous", rf"{_PRICED}|per cent|\bfees?\b|%", -0.7),
    cue("previous", r"million|\d ?m\b", 1.6),
    cue("turn", r"million|\d ?m\b", 0.7),
    cue("previous", _OWED, 0.7),
    cue("turn", _OWED, 0.5),
)  # fmt: skip
"""What stands by a decimal without a unit, and speaks for millions rather than per cent."""
PER_CENT = -1.2
ABOVE_FIVE = 0.4
OF_A_LOAN = -2.0
"""What most loans cost, in per cent: 2.8 to 4.6."""
TO_THE_HUNDREDTH = -1.7
IN_WORDS = 0.8
SURELY_MILLIONS = 0.4


_RANGED = re.compile(r"\s*(?:and|to|or|-|–) [\w. ]{1,24}?(?:per ?cent|%)")


def is_in_millions(text: str, start: int, end: int, value: float, previous: str) -> bool:
    """Whether a decimal without a unit, that may be a price, is so many millions: ``5.6 at 3.95``, ``a hole of 2.2``."""
    if value == int(value) or value < 1 or _RANGED.match(text, end):
        return False
    odds = PER_CENT + (ABOVE_FIVE if value > 5 else 0.0) + (OF_A_LOAN if 2.8 <= value <= 4.6 else 0.0)
    odds += TO_THE_HUNDREDTH if round(10 * value, 6) % 1 else 0.0
    odds += IN_WORDS if text[start].isalpha() else 0.0
    return odds + spoken_for(MILLIONS, text, start, end, previous, REACH) > SURELY_MILLIONS
